"""Structures of sentences that change what a figure means, on sentences of our own and with the project's library."""

import pytest

from extract.matching.examples import read_example
from tests.matching.whole_reports import extractor

CASES = {
    "only the last of several counts is set apart": (
        "在册十四名执法人员，手里有证的十一名，协管员六名不计。",
        "enforcement_officers: 14; enforcement_certificate_holders: 11",
    ),
    "two ways of breaking down one count": (
        "立案处罚110起，按程序分，简易程序80起，普通程序30起；按领域划分，市容60起、施工32起、燃气18起。",
        "penalty_cases: 110; penalty_cases_simple: 80; penalty_cases_ordinary: 30; penalty_cases: 60; penalty_cases: 32;"
        " penalty_cases: 18",
    ),
    "kinds and a remainder": (
        "调解纠纷90件。婚姻、邻里、土地分别为40件、25件、15件，其余10件为其他。",
        "disputes_mediated: 90; disputes_mediated: 40; disputes_mediated: 25; disputes_mediated: 15",
    ),
    "what is left over, by kind": ("化解纠纷88件，其余6件中，诉讼4件、继续调处2件。", "disputes_resolved: 88"),
    "the only one": (
        "系本年唯一一起行政诉讼。全年行政复议也就这一件。",
        "administrative_litigations: 1; administrative_reconsiderations: 1",
    ),
    "what any one takes": ("牧区路远，开展一次普法往返需要两天。", ""),
    "a neighbour as the subject": (
        "隔河的青溪乡，人口比我镇少两千，同年纠纷95件。邻近的石桥镇一年受理信访60件。",
        "",
    ),
    "more than ours": ("三山县城关片区一年的纠纷约40起，比我乡多。", ""),
    "what a body of the county does to us": (
        "县司法局执法监督通报问题6个，已全部整改到位。",
        "problems_rectified: 6",
    ),
    "bodies of the county in a list": (
        "邀请县法院、县司法局的老师来上课，执法实务培训5期。",
        "enforcement_training_sessions: 5",
    ),
    "fields of work before their noun": (
        "发现消防、燃气、自建房隐患分别为12处、9处、7处。",
        "hazards_found: 12; hazards_found: 9; hazards_found: 7",
    ),
    "a verb that is one word with the first object": (
        "司法所所长列席党委会、常务会分别为8次、5次。",
        "justice_office_meetings_attended: 8; justice_office_meetings_attended: 5",
    ),
    "a target that was missed": ("未达到“合格率100%”的年度目标。", ""),
    "a quoted description before the part": (
        "人民调解员52名，其中寨老、族长、老支书这样“一句话顶用”的19名。",
        "mediators: 52; mediators: 19",
    ),
    "villages beside an area, wherever it stands": (
        "我镇面积420平方公里，其中林地12万亩；行政村9个、社区1个。",
        "villages: 9; villages: 1",
    ),
    "what the report says of its brackets": (
        "括号内为上年数。审查合同46份（38份），越级上访1批3人（2批9人）。",
        "contracts_reviewed: 46; contracts_reviewed: 38 2023; petition_batches: 1; petition_persons: 3;"
        " petition_batches: 2 2023; petition_persons: 9 2023",
    ),
    "a named year of brackets": (
        "说明：括号中的数字为2022年同期数据。接待信访31件（40件），化解率96.5%（94.1%）。",
        "petitions_handled: 31; petitions_handled: 40 2022; dispute_resolution_rate: 96.5; dispute_resolution_rate: 94.1 2022",
    ),
    "brackets of which nothing is said": ("审查合同46份（38份）。", "contracts_reviewed: 46"),
    "set apart with the list before": (
        "举办法治轮训4期。茶艺培训搞了6期、月嫂培训2期，也受欢迎，不算普法。",
        "legal_training_sessions: 4",
    ),
    "set apart after a reason": ("开展普法宣讲21场，书法展演5场，那是文化站的，不算在内。", "publicity_events: 21"),
    "kinds that add up to the line before": (
        "受理纠纷65件\n山林30件、宅基21件、赡养14件\n",
        "disputes_received: 65; disputes_received: 30; disputes_received: 21; disputes_received: 14",
    ),
    "things that do not add up": ("受理纠纷65件\n路灯30件、水管21件、井盖12件\n", "disputes_received: 65"),
    "lines under a heading": (
        "〖四〗普法\n18场：赶圩11场，晚会7场\n2600人次到场\n35条镇公众号\n",
        "publicity_events: 18; publicity_events: 11; publicity_events: 7; publicity_audience: 2600; online_posts: 35",
    ),
    "a sentence under a heading": ("〖四〗普法\n镇文化站全年放映电影26场，另有广场舞比赛。\n", ""),
    "what a rate was just told of": (
        "村级合同送审率100%，全年送审117份。",
        "contracts_reviewed: 117",
    ),
    "a level that something else has reached": (
        "新取得执法证4名，办公设备增加到22台，人均增加到2台。",
        "enforcement_certificates_obtained: 4",
    ),
    "label and item beside the number": (
        "学法：党委10次、机关24次。",
        "theory_study_sessions: 10; staff_law_study_sessions: 24",
    ),
    "papers behind their label": (
        "审查：合同62份、文件9件，出法律意见31份。",
        "contracts_reviewed: 62; legal_reviews: 9; legal_opinions: 31",
    ),
    "a rhythm that was kept, and what came of it": (
        "按每两月一次的频次开展中心组法治学习6次，组织干部职工学法5次。",
        "theory_study_sessions: 6; staff_law_study_sessions: 5",
    ),
    "where something was done is no number of villages": ("在7个行政村开展法治宣传21次。", "publicity_events: 21"),
    "the year behind the township": ("全镇2022年受理矛盾纠纷88起。", "disputes_received: 88 2022"),
    "the unit stands in the heading of its row": (
        "- 处罚案件（起）：14，上年21，同比降33.3（%）\n- 户籍人口（万人）：1.4",
        "penalty_cases: 14; penalty_cases: 21 2023; population: 14000",
    ),
    "a breakdown in indented lines": (
        "- 过堂涉法文件20（件），内：\n  - 15（份）合同\n  - 2（件）规范性文件",
        "legal_reviews: 20; contracts_reviewed: 15; normative_documents_reviewed: 2",
    ),
    "kinds of what stands before the colon": (
        "- 18（场）普法：赶会8（场）、进矿6（场）、线上4（场）",
        "publicity_events: 18; publicity_events: 8; publicity_events: 6; publicity_events: 4",
    ),
    "a list behind its noun and a colon": (
        "述法：6名班子成员、11名站所长。",
        "responsibility_reports: 6; responsibility_reports: 11",
    ),
    "a list of which only the first item is named in full": (
        "全镇90平方公里，16个行政村、2个老街社区。",
        "villages: 16; villages: 2",
    ),
    "a year that the sentence turns to": (
        "回头看2022年，尚有越级上访2批5人次、行政诉讼1起。",
        "petition_batches: 2 2022; petition_persons: 5 2022; administrative_litigations: 1 2022",
    ),
    "another county called by its name": ("清河县全年举办普法活动760余场，我镇41场。", "publicity_events: 41"),
    "another place behind a bullet": ("- 全县同期行政处罚402起", ""),
    "neither came about": (
        "没有一例行政诉讼，更谈不上败诉；行政复议没碰上过。",
        "administrative_litigations: 0; lawsuits_lost: 0; administrative_reconsiderations: 0",
    ),
    "a clause that only says that it was done": (
        "周三晚上关起门来读法条的夜学，咬牙坚持了31期。",
        "staff_law_study_sessions: 31",
    ),
    "a clause that says something else of people": ("取得执法证的干部里，年底退了1人。", ""),
    "the next item of a list has the verb before the first": (
        "调解邻里纠纷63起、山林土地纠纷22起；化解婚姻纠纷9起、债务纠纷4起。",
        "disputes_mediated: 63; disputes_mediated: 22; disputes_resolved: 9; disputes_resolved: 4",
    ),
    "measure words by habit": (
        "调解家长里短41桩，跑了联合执法13趟，聘法律顾问2位，现有调解员36个。",
        "disputes_mediated: 41; joint_enforcement_actions: 13; legal_advisors: 2; mediators: 36",
    ),
    "things counted apiece are no people": ("建成法律顾问工作室2个。", ""),
    "zero of this year after last year's figure": (
        "上一年全镇有3批次群众越级上访；这一年，实现了“零”上访。",
        "petition_batches: 3 2023; petition_batches: 0",
    ),
    "no more of what happened the year before": (
        "去年还有2批5人越级上访，今年没有再发生过。",
        "petition_batches: 2 2023; petition_persons: 5 2023; petition_batches: 0",
    ),
    "two noughts, each behind its noun": (
        "行政复议零申请、行政诉讼零发生。",
        "administrative_reconsiderations: 0; administrative_litigations: 0",
    ),
    "a denial behind its nouns": (
        "行政复议、行政诉讼案件均未发生。",
        "administrative_reconsiderations: 0; administrative_litigations: 0",
    ),
    "no experience is no zero": ("我镇没有行政诉讼应诉经验。", ""),
    "the part of this year's value beside last year's": (
        "2023年受理矛盾纠纷58件，2024年83件，其中婚姻家庭类61件。",
        "disputes_received: 58 2023; disputes_received: 83; disputes_received: 61",
    ),
    "sorted by kind in the same sentence": (
        "全年排查矛盾纠纷120件，从案由看，婚姻家庭40件、邻里50件、土地30件。",
        "disputes_received: 120; disputes_received: 40; disputes_received: 50; disputes_received: 30",
    ),
    "sorted by kind in the next sentence": (
        "全年调解矛盾纠纷120件。按类型分，婚姻家庭纠纷40件、邻里纠纷50件、土地纠纷30件。",
        "disputes_mediated: 120; disputes_mediated: 40; disputes_mediated: 50; disputes_mediated: 30",
    ),
    "a breakdown of nothing named": ("其中，涉及婚姻家庭的有38件，涉及邻里的有45件。", ""),
    "planned and done": (
        "原定法治培训6场，仅完成4场。",
        "legal_training_sessions: 6 planned; legal_training_sessions: 4",
    ),
    "years paired with figures": (
        "2022年、2023年、2024年全镇分别受理矛盾纠纷31件、46件、52件。",
        "disputes_received: 31 2022; disputes_received: 46 2023; disputes_received: 52",
    ),
    "nouns paired with figures over a verb": (
        "司法所工作人员、法律顾问分别列席党委会议12次、8次。",
        "justice_office_meetings_attended: 12",
    ),
    "from one level to another without a year": (
        "普法活动由32场增加到45场。",
        "publicity_events: 32 2023; publicity_events: 45",
    ),
    "from one level to another, with the year compared": (
        "与2022年相比，普法活动由32场增加到45场。",
        "publicity_events: 32 2022; publicity_events: 45",
    ),
    "the county's bureau and the township's office": (
        "市司法局柳河司法所列席党委会、镇长办公会22次。",
        "justice_office_meetings_attended: 22",
    ),
    "all townships of the county": ("全县各乡镇共化解矛盾纠纷3000件。", ""),
    "times a day": ("村里大喇叭一天三遍响。", ""),
    "a list of numbers before their nouns": ("举办了2次法治讲座和1次旁听庭审。", "law_lectures: 2"),
    "papers in units of their own share the verb behind them": (
        "对36份合同、2件规范性文件进行合法性审查。",
        "contracts_reviewed: 36; normative_documents_reviewed: 2",
    ),
    "one of this and one of that denied": (
        "一年里没有一件复议、一件诉讼。",
        "administrative_reconsiderations: 0; administrative_litigations: 0",
    ),
    "older papers cleaned up this year": (
        "对2019年以来印发的规范性文件开展清理9件。",
        "normative_documents_reviewed: 9",
    ),
    "a breakdown behind a colon": (
        "举办法治培训班12期：村干部4期、网格员8期。",
        "legal_training_sessions: 12; legal_training_sessions: 4; legal_training_sessions: 8",
    ),
    "the county's figures end where the township's own body speaks": (
        "全县受理纠纷4126起，县里的经验为我们提供了样板，镇党委理论学习中心组集中学习习近平法治思想6次",
        "theory_study_sessions: 6",
    ),
    "a neighbour's figure": ("相邻的沙河乡同期拆除违建41处。", ""),
    "a breakdown in brackets": (
        "审查合同158份（镇本级97份，村级61份）。",
        "contracts_reviewed: 158; contracts_reviewed: 97; contracts_reviewed: 61",
    ),
    "last year's value in brackets is no part": (
        "受理纠纷20件（去年同期30件）。",
        "disputes_received: 20; disputes_received: 30 2023",
    ),
    "a part of what is counted alike": (
        "全年拆除违建158宗，面积4.6万平方米，其中新增违建41宗。",
        "illegal_structures_removed: 158; illegal_structures_removed: 41",
    ),
    "staff beside the staff": (
        "现有在岗执法人员47人，其中持有执法证43人，借调区局3人，专职辅助人员88人。",
        "enforcement_officers: 47; enforcement_certificate_holders: 43",
    ),
    "a neighbour that is a street office": ("毗邻的柳荫街道同期受理纠纷1100余件。", ""),
    "none, said behind a comma": ("行政诉讼，今年没有。", "administrative_litigations: 0"),
    "none of what stands in quotes": ("全年没有“民告官”的官司。", "administrative_litigations: 0"),
    "a count of grids rises": ("网格由原来的40个优化为56个。", "grids: 40 2023; grids: 56"),
    "none published": ("全年没有发布行政规范性文件。", "normative_documents_issued: 0"),
    "nobody of the people went": ("没有群众进京赴省上访。", "petition_batches: 0"),
    "none, behind its noun": (
        "行政复议案件1件，行政诉讼案件没有。",
        "administrative_reconsiderations: 1; administrative_litigations: 0",
    ),
    "double nought": (
        "行政复议、行政诉讼实现“双零”。",
        "administrative_reconsiderations: 0; administrative_litigations: 0",
    ),
    "not a single one": ("行政应诉案件一件也没有。", "administrative_litigations: 0"),
    "nobody asked": ("2024年没有人申请政府信息公开。", "disclosure_requests: 0"),
    "nobody at all went": ("全年没人到北京上访。", "petition_batches: 0"),
    "a breakdown in brackets in Chinese numerals": (
        "办理行政处罚案件三十九宗（简易程序十四宗、普通程序二十五宗）。",
        "penalty_cases: 39; penalty_cases_simple: 14; penalty_cases_ordinary: 25",
    ),
    "this year's part of a running total": (
        "三年来累计化解矛盾纠纷560件，其中2024年化解168件。",
        "disputes_resolved: 560 cumulative; disputes_resolved: 168",
    ),
    "villages and communities without a unit": ("辖19村2社区。", "villages: 19; villages: 2"),
    "last year's value leads up to less": (
        "参加网上学法考试的公职人员74人，较上年的71人略有增加。",
        "law_exam_participants: 74; law_exam_participants: 71 2023",
    ),
    "last year's value with only": (
        "司法所列席乡党委会15次，去年仅9次。",
        "justice_office_meetings_attended: 15; justice_office_meetings_attended: 9 2023",
    ),
    "last year's value in brackets belongs to the part before it": (
        "查处各类违法案件46起，其中实施行政处罚39起（2023年52起）。",
        "enforcement_cases: 46; penalty_cases: 39; penalty_cases: 52 2023",
    ),
    "kinds behind semicolons, of the whole before": (
        "摸排登记矛盾纠纷214件，较上年的268件减少54件，同比下降20.1%。其中土地流转类71件，占三成多；婚姻家庭类58件；调解成功207件，成功率96.7%。",
        "disputes_received: 214; disputes_received: 268 2023; "
        "disputes_received: 71; disputes_received: 58; disputes_resolved: 207; dispute_resolution_rate: 96.7",
    ),
    "adjusted from one level to another": (
        "人民调解员从上年的61名调整为65名。",
        "mediators: 61 2023; mediators: 65",
    ),
    "widened from one level to another": (
        "受众由6100余人次扩大到9400余人次。",
        "publicity_audience: 6100 over 2023; publicity_audience: 9400 over",
    ),
    "last year's value sets no time for what follows": (
        "行政复议2件，上年5件；行政应诉1件，比上年少2件，上年败诉的1件已履行。",
        "administrative_reconsiderations: 2; administrative_reconsiderations: 5 2023; "
        "administrative_litigations: 1; lawsuits_lost: 1 2023",
    ),
    "what is not counted rises apart": (
        "持证执法人员由上年末的10名增至14名，辅助人员由9名减至7名。",
        "enforcement_certificate_holders: 10 2023; enforcement_certificate_holders: 14",
    ),
    "the part of a value beside last year's": (
        "受理信访事项67件，去年同期93件，其中初信初访51件。",
        "petitions_handled: 67; petitions_handled: 93 2023; petitions_handled: 51",
    ),
    "part of the year and the year": (
        "1至9月排查出各类纠纷118起，全年164起。",
        "disputes_received: 118; disputes_received: 164",
    ),
    "by the end of the year": (
        "机关1—11月组织干部学法19期，到年底达22期。",
        "staff_law_study_sessions: 19; staff_law_study_sessions: 22",
    ),
    "over three years, and in this one": (
        "从2021年起，三年多来累计举办法治培训19期、1300余人次，当年办了6期。",
        "legal_training_sessions: 19 cumulative; legal_training_participants: 1300 over cumulative; legal_training_sessions: 6",
    ),
    "from the end of the year before": (
        "“法律明白人”由2023年末的64人发展到96人。",
        "law_literate_people: 64 2023; law_literate_people: 96",
    ),
    "the level that a plan starts from": (
        "力争明年矛盾纠纷化解率由今年的96.7%提高到98%以上。",
        "dispute_resolution_rate: 96.7; dispute_resolution_rate: 98 over 2025 planned",
    ),
    "batches and persons fall together": (
        "越级上访由2023年的7批次12人次压减到2024年的2批次3人次。",
        "petition_batches: 7 2023; petition_persons: 12 2023; petition_batches: 2; petition_persons: 3",
    ),
    "a rise of nothing measured": (
        "全镇普法宣传员队伍由12人壮大到30人。",
        "",
    ),
    "nobody went": (
        "全年无一人越级到市、到省、到北京上访。",
        "petition_batches: 0",
    ),
    "no person went": (
        "全年无人越级上访。",
        "petition_batches: 0",
    ),
    "no villagers went": (
        "没有群众进京赴省上访。",
        "petition_batches: 0",
    ),
    "pressed down to": (
        "上年全镇进京上访5批7人次，今年全年压到1批1人次。",
        "petition_batches: 5 2023; petition_persons: 7 2023; petition_batches: 1; petition_persons: 1",
    ),
    "problems of the enterprises that were named first": (
        "走访企业56家次，收集问题48个，已解决47个。巡察反馈问题12个，已整改11个。",
        "enterprise_visits: 56; enterprise_issues_resolved: 47; problems_rectified: 11",
    ),
    "villages and communities run together": (
        "管辖8个村1个社区。",
        "villages: 8; villages: 1",
    ),
    "one more in a list of counts": (
        "全镇辖十四个行政村、一个社区。",
        "villages: 14; villages: 1",
    ),
    "about so many": (
        "现场聆听普法宣讲的群众有1800来人次。",
        "publicity_audience: 1800 about",
    ),
    "people counted by their mouths": (
        "全镇总人口2.87万口人。",
        "population: 28700",
    ),
    "a centre that was put to work": (
        "乡综治中心1个挂牌运行。",
        "governance_centres: 1",
    ),
    "each village has one": ("十二个村居各有一名顾问律师。", "villages_with_legal_advisor: 12"),
    "brackets in brackets": (
        "行政合同158份（镇本级97份，村（社区）61份），均经合法性审查。",
        "contracts_reviewed: 158; contracts_reviewed: 97; contracts_reviewed: 61",
    ),
    "one hired person": ("咱镇请了一位执业律师当法律顾问。", "legal_advisors: 1"),
    "one person in a post": ("聘请律师事务所律师一名担任法律顾问。", "legal_advisors: 1"),
    "people counted one by one": ("手里攥着执法证的13个人。", "enforcement_certificate_holders: 13"),
    "not issued at all": ("全年没有发布行政规范性文件。", "normative_documents_issued: 0"),
    "a year's doing behind the comma": ("每逢例会先学法，一年学了三十多回。", "staff_law_study_sessions: 30 over"),
    "none behind the noun": (
        "行政复议案件1件，行政诉讼案件没有。",
        "administrative_reconsiderations: 1; administrative_litigations: 0",
    ),
    "last year's figure behind a comma": (
        "到省里的越级上访，去年还有2批5人，今年没有再发生过。",
        "petition_batches: 2 2023; petition_persons: 5 2023; petition_batches: 0",
    ),
    "what it fell by has no parts": (
        "受理矛盾纠纷150件，比上年减少12件，其中劳资60件、婚姻40件。",
        "disputes_received: 150; disputes_received: 60; disputes_received: 40",
    ),
    "from so many to so many, without a verb": (
        "解答法律咨询由420人次到610人次，违法建筑拆除量从37处到22处。",
        "legal_consultations: 420 2023; legal_consultations: 610;"
        " illegal_structures_removed: 37 2023; illegal_structures_removed: 22",
    ),
    "from the end of one year to the end of the next": (
        "持证执法人员由2023年末的11名到2024年末的15名。",
        "enforcement_certificate_holders: 11 2023; enforcement_certificate_holders: 15",
    ),
    "visits and visitors that fell together": (
        "进京越级上访由4批9人次降到1批2人次。",
        "petition_batches: 4 2023; petition_persons: 9 2023; petition_batches: 1; petition_persons: 2",
    ),
    "who came to the village is no second value": ("由3名律师到村开展法治讲座12场。", "law_lectures: 12"),
    "another account": ("农民夜校讲了果树修剪，那36场讲座是另外一本账。", ""),
    "nothing to do with the law": ("法治讲座8场，农技讲座20场，与普法无关，不予计入。", "law_lectures: 8"),
    "the merit of another office": ("发放防溺水手册300本、农技明白纸2,000份，这些是农业站的功劳。", ""),
    "the merit of those who did it": (
        "调解纠纷36起，成功化解35起，这些成绩是网格员的功劳。",
        "disputes_mediated: 36; disputes_resolved: 35",
    ),
    "kinds that add up to what stands before them": (
        "全年登记矛盾纠纷231件，东片138件，西片93件。",
        "disputes_received: 231; disputes_received: 138; disputes_received: 93",
    ),
    "kinds that add up to what stands behind them": (
        "安全隐患东片82处、西片55处，加起来137处。",
        "hazards_found: 82; hazards_found: 55; hazards_found: 137",
    ),
    "what became of some is no kind": (
        "办理人大代表建议38件，已答复26件、列入计划12件。",
        "proposals_handled: 38",
    ),
    "the share that each kind has": (
        "受理矛盾纠纷120件，劳资占41件，邻里占36件。",
        "disputes_received: 120; disputes_received: 41; disputes_received: 36",
    ),
    "one each and so many in all": ("两个片区和镇上各设调解室1个，共3个。", "governance_centres: 1; governance_centres: 3"),
    "what a later item begins counts nothing before it": (
        "两个人把旧账分到自己名下，一桩一桩去磨；村支书年底述法21人。",
        "responsibility_reports: 21",
    ),
    "papers of two places with one verb behind": (
        "把东片的24份合同、西片的18份合同逐份审查。",
        "contracts_reviewed: 24; contracts_reviewed: 18",
    ),
    "where they are, behind the comma": ("调委会重新选过，镇、村（社区）两级20个。", "mediation_committees: 20"),
    "what is left of the villages": ("村级建制调整后剩下15个村、3个社区。", "villages: 15; villages: 3"),
    "a habit, and what came of it in the year": ("机关每周一晚学习从未间断、全年集体学法36次。", "staff_law_study_sessions: 36"),
    "none in the words of the southwest": (
        "依申请公开一件都没得，上北京上访的，没得。",
        "disclosure_requests: 0; petition_batches: 0",
    ),
    "not one happened": ("行政复议一件也没发生。", "administrative_reconsiderations: 0"),
    "never in the dock": (
        "乡政府没有当过行政复议的被申请人，也没有上过行政诉讼的被告席。",
        "administrative_reconsiderations: 0; administrative_litigations: 0",
    ),
    "one of the two each": (
        "作出处罚29件，简易、一般程序各是20件、9件。",
        "penalty_cases: 29; penalty_cases_simple: 20; penalty_cases_ordinary: 9",
    ),
    "a town next door": ("隔壁驷马镇一年办案45件，我镇全年办案17件。", "enforcement_cases: 17"),
    "a whole city at the same time": ("全金华同期复议案件1500余件，我镇2件。", "administrative_reconsiderations: 2"),
    "the county's office drew our files": (
        "镇自查处罚案卷40宗，县司法局随机抽查6宗。",
        "case_file_reviews: 40; case_file_reviews: 6",
    ),
    "a year in the second clause": (
        "新收行政诉讼2宗；我镇2023年曾有败诉案件1宗，本年度无败诉。镇长出庭应诉。",
        "administrative_litigations: 2; lawsuits_lost: 1 2023; lawsuits_lost: 0",
    ),
    "among them, in other words": (
        "登记矛盾纠纷90件，当中劳资31件、婚恋22件。",
        "disputes_received: 90; disputes_received: 31; disputes_received: 22",
    ),
    "the village fair alone": ("全年开展普法活动52场，仅岸湾大集就去了19场。", "publicity_events: 52; publicity_events: 19"),
    "a booklet by its title": (
        "散发法治挂历3000本、《应知应会》1200册。",
        "publicity_materials: 3000; publicity_materials: 1200",
    ),
    "a certificate by its full name": ("已持《广东省人民政府行政执法证》者21名。", "enforcement_certificate_holders: 21"),
    "checks that were spared": ("为企业减去重复检查270余次。", ""),
    "who is left": ("受理纠纷40件，办结37件；余3件正在办理。", "disputes_received: 40; disputes_resolved: 37"),
    "what was praised is no kind": ("评查案卷12卷，其中1卷获评优秀。", "case_file_reviews: 12"),
    "what was asked for of those above is no plan": (
        "执法力量短缺，书记亲自向上争取，结束了多年的推诿；班子成员提交书面述法14份。",
        "responsibility_reports: 14",
    ),
    "no batch at all": ("进京到省非接待场所上访零批次。", "petition_batches: 0"),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_structure(text: str, expected: str) -> None:
    assert sorted(read_example(extractor(), text).elements()) == sorted(filter(None, expected.split("; ")))
