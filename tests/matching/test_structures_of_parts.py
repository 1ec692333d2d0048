"""Parts, kinds, what adds up and what is set apart, on sentences of our own and with the project's library."""

import pytest

from extract.matching.examples import read_example
from tests.matching.whole_reports import extractor

CASES = {
    "parts of the count that they add up to": (
        "受理矛盾纠纷86件，调解成功82件，其中婚姻家庭32件、邻里31件、土地23件。",
        "disputes_received: 86; disputes_resolved: 82; disputes_received: 32; disputes_received: 31; disputes_received: 23",
    ),
    "three ways to sort one count": (
        "登记纠纷86件。按类型分，邻里47件，婚姻39件；按来源分，群众上门50件，村里上报36件；按层级分，村级60件，镇级26件。",
        "disputes_received: 86; disputes_received: 47; disputes_received: 39; disputes_received: 50; disputes_received: 36; "
        "disputes_received: 60; disputes_received: 26",
    ),
    "lines that break down two counts": (
        "全年开办法治培训班9期，培训1020人次，具体为：\n①村干部5期、610人次；\n②网格员4期、410人次。",
        "legal_training_sessions: 9; legal_training_participants: 1020; legal_training_sessions: 5; "
        "legal_training_participants: 610; legal_training_sessions: 4; legal_training_participants: 410",
    ),
    "parts before a sum that says how many they are": (
        "（二）纠纷由谁来调。镇调委会38件，村调委会127件，派出所驻所调解室21件，三家加拢，调解186件。",
        "disputes_mediated: 38; disputes_mediated: 127; disputes_mediated: 21; disputes_mediated: 186",
    ),
    "what came from whom, before its sum": (
        "（一）纠纷从哪里来。网格员摸排132件，群众自己找上门64件，上级交办23件，总计219件。",
        "disputes_received: 132; disputes_received: 64; disputes_received: 23; disputes_received: 219",
    ),
    "two sums of money together": (
        "简易程序51宗，罚款10200元；普通程序32宗，罚款38.65万元；两笔合计39.67万元。",
        "penalty_cases_simple: 51; fines_amount: 10200; penalty_cases_ordinary: 32; fines_amount: 386500; fines_amount: 396700",
    ),
    "shares with their counts": (
        "登记纠纷200件，化解190件。登记的纠纷按类型分，邻里占45%、90件，婚姻占30%、60件，土地占25%、50件。",
        "disputes_received: 200; disputes_resolved: 190; disputes_received: 90; disputes_received: 60; disputes_received: 50",
    ),
    "counts with their shares, without a word that breaks down": (
        "全年调解纠纷200件。邻里纠纷占比45%（90件），债务类60件、占30%。",
        "disputes_mediated: 200; disputes_mediated: 90; disputes_mediated: 60",
    ),
    "a share behind a comma and the next kind behind a semicolon": (
        "全年调解纠纷200件，邻里占45%，90件；婚姻占30%，60件。",
        "disputes_mediated: 200; disputes_mediated: 90; disputes_mediated: 60",
    ),
    "a share of something else": ("述法13人，法治内容占比15%以上，2名拟任人选暂缓上会。", "responsibility_reports: 13"),
    "halves of the year in a sentence of their own": (
        "全年调解纠纷131件。上半年79件，下半年52件。",
        "disputes_mediated: 131; disputes_mediated: 79; disputes_mediated: 52",
    ),
    "parts with their numbers first": (
        "3次执法业务培训，2次在县里、1次在乡里。",
        "enforcement_training_sessions: 3; enforcement_training_sessions: 2; enforcement_training_sessions: 1",
    ),
    "numbers first that do not add up": ("12场法治讲座，7场在学校，4场在村里。", "law_lectures: 12"),
    "who found them is not what goes on": (
        "97起矛盾被网格员和调解员摸了出来，94起由村调委会出面调处。",
        "disputes_received: 97; disputes_mediated: 94",
    ),
    "the second unit of what stands behind the first number": (
        "2批次赴省进京上访，5人次。",
        "petition_batches: 2; petition_persons: 5",
    ),
    "how many came, by their number alone": (
        "法治培训今年3期，比上年少1期；人数反而从上年的150人次增加到180人次。",
        "legal_training_sessions: 3; legal_training_participants: 150 2023; legal_training_participants: 180",
    ),
    "how many came to lectures": ("全年举办法治讲座8场。人数为620人次。", "law_lectures: 8; publicity_audience: 620"),
    "rates before what they are of": (
        "参考率、合格率均达100%，132人参加学法用法考试。",
        "law_exam_participation_rate: 100; law_exam_pass_rate: 100; law_exam_participants: 132",
    ),
    "rates in order before what they are of": (
        "参考率、合格率分别为100%和98%，132人参加学法用法考试。",
        "law_exam_participation_rate: 100; law_exam_pass_rate: 98; law_exam_participants: 132",
    ),
    "a rate with a noun of its own": ("窗口到岗率达96%，132人参加学法用法考试。", "law_exam_participants: 132"),
    "what is left over behind a list mark": (
        "巡察反馈问题9个，已整改8个、正在整改1个；受理纠纷14起，化解12起、尚在化解的2起。",
        "problems_rectified: 8; disputes_received: 14; disputes_resolved: 12",
    ),
    "what is left over and no more told": ("受理纠纷14起，其中3起、正在调处。", "disputes_received: 14"),
    "a list behind commas has the verb before the first": (
        "调解邻里纠纷63起，土地纠纷22起，家庭纠纷9起。",
        "disputes_mediated: 63; disputes_mediated: 22; disputes_mediated: 9",
    ),
    "kinds of what was settled": (
        "成功的案件中，邻里纠纷63件，土地纠纷22件。",
        "disputes_resolved: 63; disputes_resolved: 22",
    ),
    "a part of a sum of money": ("罚没入库11.24万元，其中普通程序案件9.3万元。", "fines_amount: 112400; fines_amount: 93000"),
    "ways and sayings are no law": (
        "开展普法。全年宣传活动办了46场，其中秦腔唱法12场、书法展2场。",
        "publicity_events: 46; publicity_events: 12; publicity_events: 2",
    ),
    "papers of another kind right before the number": (
        "合法性审查90件，其中信访与公开答复等涉法文书62件。",
        "legal_reviews: 90; legal_reviews: 62",
    ),
    "what was praised is no part": (
        "评查案卷30卷，其中评为优秀的26卷，获评优秀档次的3卷。",
        "case_file_reviews: 30",
    ),
    "a rate of its own that no metric knows": (
        "群众满意率94.8%，重复投诉率降到4.7%。",
        "satisfaction_rate: 94.8",
    ),
    "the same rate goes on": ("群众满意率由93.1%提高到94.8%。", "satisfaction_rate: 93.1 2023; satisfaction_rate: 94.8"),
    "the parts of a count as lines below it": (
        "办结行政处罚案件104宗，其中：\n1.占道经营61宗；\n2.餐饮油烟27宗；\n3.工地扬尘16宗。",
        "penalty_cases: 104; penalty_cases: 61; penalty_cases: 27; penalty_cases: 16",
    ),
    "lines led in by a sentence of its own": (
        "全年调解矛盾纠纷131件。\n按纠纷类型看：\n——邻里纠纷74件；\n——婚姻家庭纠纷57件。",
        "disputes_mediated: 131; disputes_mediated: 74; disputes_mediated: 57",
    ),
    "kinds of the cases above": (
        "全年化解纠纷118件。上述纠纷中，宅基地52件、山林66件。",
        "disputes_resolved: 118; disputes_resolved: 52; disputes_resolved: 66",
    ),
    "the rest of the villages": (
        "发放普法资料：东河村900份，西河村700份，其余各村1600份。",
        "publicity_materials: 900; publicity_materials: 700; publicity_materials: 1600",
    ),
    "no part where all parts are told": (
        "述法31名，其中班子成员9名、站所负责人22名，述得不实的2人重述。",
        "responsibility_reports: 31; responsibility_reports: 9; responsibility_reports: 22",
    ),
    "shares of a rate": (
        "矛盾纠纷化解率97.2%。从层级看，村里消化的占68%，镇里兜底的占27%。",
        "dispute_resolution_rate: 97.2",
    ),
    "a part is of the noun before it, not of a verb further off": (
        "接待法律咨询210人次。各村“法律明白人”现有64人，其中妇女29人。",
        "legal_consultations: 210; law_literate_people: 64; law_literate_people: 29",
    ),
    "others counted behind their noun": (
        "执法中队有16名执法人员、8名协管员。",
        "enforcement_officers: 16",
    ),
    "an item list that is told at length before its numbers": (
        "党委中心组学法、机关干部夜学分别围绕宪法、新修订的行政处罚法和赋权事项组织开展8次、24次。",
        "theory_study_sessions: 8; staff_law_study_sessions: 24",
    ),
    "a kind that has its share": (
        "12345热线工单全年910单，物业类的就有276单。",
        "hotline_tickets: 910; hotline_tickets: 276",
    ),
    "what was sent back is no part": (
        "合法性审查44件，其中镇级合同21份，退回重拟4份。",
        "legal_reviews: 44; contracts_reviewed: 21",
    ),
    "those who failed": (
        "学法考试73人参考，有3人头一回没过。",
        "law_exam_participants: 73",
    ),
    "others in brackets are not set apart with the figure before": (
        "在岗行政执法人员18名（协管员7名未计在内）。",
        "enforcement_officers: 18",
    ),
    "of another kind, not counted": (
        "答复依申请公开31件，咨询类来电不计。",
        "disclosure_requests: 31",
    ),
    "another behind a semicolon is no rest": (
        "行政诉讼2件；另有行政复议1件。",
        "administrative_litigations: 2; administrative_reconsiderations: 1",
    ),
    "what is not settled": (
        "全年调解纠纷88件。有4件纠纷没调成，仍有2宗山林权属争议悬而未决。",
        "disputes_mediated: 88",
    ),
    "studies of the laws named before": (
        "将宪法和《中华人民共和国民法典》纳入理论学习中心组必学内容，全年组织专题学习共11次，其中习近平法治思想专题5次。",
        "theory_study_sessions: 11; theory_study_sessions: 5",
    ),
    "others counted beside": (
        "人民调解员31人，41名屯长兼任信息员；持证执法人员9人，5名网格员协助巡查。",
        "mediators: 31; enforcement_certificate_holders: 9",
    ),
    "those who are said not to count": (
        "人民调解员113名。“老舅妈”劝和队48人，参与劝和，不计入调解员总数。",
        "mediators: 113",
    ),
    "those who were not there": (
        "干部76人参加学法考试，仅1人因产假未参加，2名同志补考后合格。",
        "law_exam_participants: 76",
    ),
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
    "a quoted description before the part": (
        "人民调解员52名，其中寨老、族长、老支书这样“一句话顶用”的19名。",
        "mediators: 52; mediators: 19",
    ),
    "set apart with the list before": (
        "举办法治轮训4期。茶艺培训搞了6期、月嫂培训2期，也受欢迎，不算普法。",
        "legal_training_sessions: 4",
    ),
    "a row behind a label, its items set off by semicolons": (
        "执法培训：县级2次；镇级4次；线上6次。",
        "enforcement_training_sessions: 2; enforcement_training_sessions: 4; enforcement_training_sessions: 6",
    ),
    "a row of those it was done with": (
        "联合执法：与市场监管所4次；与派出所3次。",
        "joint_enforcement_actions: 4; joint_enforcement_actions: 3",
    ),
    "a row with commas": (
        "拆除违法建设：东片4处，西片6处。",
        "illegal_structures_removed: 4; illegal_structures_removed: 6",
    ),
    "an item of a row that is another matter": ("行政处罚：市容类12件；移送3件。", "penalty_cases: 12"),
    "parts that are no kind of the whole": (
        "我镇共有15个建制村，其中省级民主法治示范村2个、市级5个。",
        "villages: 15",
    ),
    "the year's part of a running total, by kind": (
        "2022年以来累计受理信访诉求170件，其中2024年89件，按来源分为书信12件、走访44件。",
        "petitions_handled: 170 cumulative; petitions_handled: 89; petitions_handled: 12; petitions_handled: 44",
    ),
    "what came of a rule, behind it": ("开展执法人员业务培训，每季度一次，全年共4次。", "enforcement_training_sessions: 4"),
    "what came of a rule, in the unit of the rule": (
        "常态化开展执法巡查，每周3次，全年156次。",
        "administrative_inspections: 156",
    ),
    "the level after a change, in a clause of its own": (
        "越级上访批次较上年减少60%，全年仅出现2批。",
        "petition_batches: 2",
    ),
    "one kind's share of them": (
        "调解成功的131起纠纷中，邻里纠纷占52起。",
        "disputes_resolved: 131; disputes_resolved: 52",
    ),
    "kinds that leave their noun to the first": (
        "调解婚姻家庭类纠纷31件、邻里类47件。",
        "disputes_mediated: 31; disputes_mediated: 47",
    ),
    "a kind that does not count, though it adds up": (
        "全年举办讲座38场，其中法治讲座24场、健康讲座14场。",
        "law_lectures: 24",
    ),
    "two kinds of villages side by side": ("普法在全镇9个村2个居委会同步推开。", "villages: 9; villages: 2"),
    "set apart after a reason": ("开展普法宣讲21场，书法展演5场，那是文化站的，不算在内。", "publicity_events: 21"),
    "kinds that add up to the line before": (
        "受理纠纷65件\n山林30件、宅基21件、赡养14件\n",
        "disputes_received: 65; disputes_received: 30; disputes_received: 21; disputes_received: 14",
    ),
    "things that do not add up": ("受理纠纷65件\n路灯30件、水管21件、井盖12件\n", "disputes_received: 65"),
    "what a rate was just told of": (
        "村级合同送审率100%，全年送审117份。",
        "contracts_reviewed: 117",
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
    "all townships of the county": ("全县各乡镇共化解矛盾纠纷3000件。", ""),
    "a breakdown behind a colon": (
        "举办法治培训班12期：村干部4期、网格员8期。",
        "legal_training_sessions: 12; legal_training_sessions: 4; legal_training_sessions: 8",
    ),
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
    "a breakdown in brackets in Chinese numerals": (
        "办理行政处罚案件三十九宗（简易程序十四宗、普通程序二十五宗）。",
        "penalty_cases: 39; penalty_cases_simple: 14; penalty_cases_ordinary: 25",
    ),
    "kinds behind semicolons, of the whole before": (
        "摸排登记矛盾纠纷214件，较上年的268件减少54件，同比下降20.1%。其中土地流转类71件，占三成多；婚姻家庭类58件；调解成功207件，成功率96.7%。",
        "disputes_received: 214; disputes_received: 268 2023; "
        "disputes_received: 71; disputes_received: 58; disputes_resolved: 207; dispute_resolution_rate: 96.7",
    ),
    "what is not counted rises apart": (
        "持证执法人员由上年末的10名增至14名，辅助人员由9名减至7名。",
        "enforcement_certificate_holders: 10 2023; enforcement_certificate_holders: 14",
    ),
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
    "among them, in other words": (
        "登记矛盾纠纷90件，当中劳资31件、婚恋22件。",
        "disputes_received: 90; disputes_received: 31; disputes_received: 22",
    ),
    "who is left": ("受理纠纷40件，办结37件；余3件正在办理。", "disputes_received: 40; disputes_resolved: 37"),
    "what was praised is no kind": ("评查案卷12卷，其中1卷获评优秀。", "case_file_reviews: 12"),
    "what is left of the villages": ("村级建制调整后剩下15个村、3个社区。", "villages: 15; villages: 3"),
    "sums in brackets behind a case": (
        "全年罚款12万元，一般案件（第1起罚款2万元、第2起罚款3万元）。",
        "fines_amount: 120000; fines_amount: 20000; fines_amount: 30000",
    ),
    "the same where nothing was counted before": (
        "一般案件（第1起罚款2万元、第2起罚款3万元）。",
        "fines_amount: 20000; fines_amount: 30000",
    ),
    "what a sum was spent on is no part of it": ("罚款12万元，其中3万元用于奖励，涉及商户80户。", "fines_amount: 120000"),
    "what a sum saved is no part of it": ("罚款12万元，其中挽回损失3万元。", "fines_amount: 120000"),
    "a kind of case is": ("罚款11.24万元，其中普通程序案件9.3万元。", "fines_amount: 112400; fines_amount: 93000"),
    "what is counted alike, though another figure stands nearer": (
        "受理法律援助37件，接待来访咨询520人次，追回工钱66万元。其中老年人维权9件。",
        "legal_aid_cases: 37; legal_consultations: 520; legal_aid_cases: 9",
    ),
    "the sum of those before": (
        "走访检查加油站3家、砖厂8家、餐馆45家，共56家。",
        "places_inspected: 3; places_inspected: 8; places_inspected: 45; places_inspected: 56",
    ),
    "a small sum in one sentence": (
        "普通程序：水利2件、城建3件，共5件。",
        "penalty_cases_ordinary: 2; penalty_cases_ordinary: 3; penalty_cases_ordinary: 5",
    ),
    "what adds up is told by where it came from": (
        "群众登门的72件，派出所移交的31件，法院委派的14件，合计117件纠纷，逐件登记。",
        "disputes_received: 72; disputes_received: 31; disputes_received: 14; disputes_received: 117",
    ),
    "what does not add up is no sum": ("检查砖厂8家、餐馆45家，共60家。", "places_inspected: 8; places_inspected: 45"),
    "the verb behind a list": (
        "机关干部26人、站所人员41人参加了学法考试。",
        "law_exam_participants: 26; law_exam_participants: 41",
    ),
    "a verb of one's own before the last": ("慰问困难户6户，资助学生5家、走访企业9家。", "enterprise_visits: 9"),
    "a number alone behind its noun": (
        "法治讲座，7场；行政复议，1件。",
        "law_lectures: 7; administrative_reconsiderations: 1",
    ),
    "a part of the year that is named": (
        "近年累计被申请复议11件，2024年占3件。",
        "administrative_reconsiderations: 11 cumulative; administrative_reconsiderations: 3",
    ),
    "two years together are a running total": (
        "今年调解矛盾纠纷15件，去年调解12件，两年共27件。",
        "disputes_mediated: 15; disputes_mediated: 12 2023; disputes_mediated: 27 cumulative",
    ),
    "items of two years share no verb": ("去年45人、今年52人参加了学法考试。", "law_exam_participants: 52"),
    "nor those of two places": ("全县村干部320人、我镇31人参加学法考试。", "law_exam_participants: 31"),
    "a noun of its own behind the last": ("发生警情40起、32起矛盾纠纷得到化解。", "disputes_resolved: 32"),
    "not reviewed, though alone behind a comma": ("未经合法性审查，2件，予以退回。", ""),
    "who holds and who was given one this year": (
        "现有行政执法人员18人，其中持有行政执法证15人，今年新取得执法证3人。",
        "enforcement_officers: 18; enforcement_certificate_holders: 15; enforcement_certificates_obtained: 3",
    ),
    "mediated by villages": ("村级调解的纠纷25件，镇级调解的纠纷48件。", "disputes_mediated: 25; disputes_mediated: 48"),
    "of those told before": (
        "调解纠纷52起。52起纠纷里涉及宅基地的31起。办了普法活动19场。19场活动有12场办在冬天。",
        "disputes_mediated: 52; disputes_received: 52; disputes_received: 31; publicity_events: 19; publicity_events: 12",
    ),
    "money by kinds in a sentence of its own": (
        "罚款总额42.5万元，较上年的51万元下降16.7%。其中燃气类12.3万元，市容类9.2万元。",
        "fines_amount: 425000; fines_amount: 510000 2023; fines_amount: 123000; fines_amount: 92000",
    ),
    "money beside a multiple": (
        "罚款36.8万元，约为上年的2.1倍，其中生态领域11万元。",
        "fines_amount: 368000; fines_amount: 110000",
    ),
    "the last kind is the others": (
        "排查纠纷共62件。土地承包31件，欠账17件，邻里8件，其他6件。上年共70件。",
        "disputes_received: 62; disputes_received: 31; disputes_received: 17; disputes_received: 8; disputes_received: 6; "
        "disputes_received: 70 2023",
    ),
    "last year's of what one cannot tell": (
        "排查纠纷62件，调解60件。上年共70件。",
        "disputes_received: 62; disputes_mediated: 60",
    ),
    "a name of its own": (
        "中心组学法8次，其中书记领学5次；例会上的“条文一分钟”全年开了34次。",
        "theory_study_sessions: 8; theory_study_sessions: 5",
    ),
    "a row by place of which the first has the noun": (
        "摸排矛盾纠纷，东片36起，中片44起，西片18起，三片合计98起。信访，东片13件，中片22件，共35件。",
        "disputes_received: 36; disputes_received: 44; disputes_received: 18; disputes_received: 98; "
        "petitions_handled: 13; petitions_handled: 22; petitions_handled: 35",
    ),
    "asked of each village": ("要求每村举办法治讲座，2场。", ""),
    "suits withdrawn were suits": (
        "行政复议6件，其中维持4件、申请人撤回2件。",
        "administrative_reconsiderations: 6; administrative_reconsiderations: 4; administrative_reconsiderations: 2",
    ),
    "how suits ended, without a word that breaks down": (
        "行政应诉案件5件，驳回原告诉讼请求3件，原告撤诉2件。",
        "administrative_litigations: 5; administrative_litigations: 3; administrative_litigations: 2",
    ),
    "cases withdrawn are no part of the cases": ("立案处罚16件，其中撤销2件。", "penalty_cases: 16"),
    "meetings held together with others": (
        "乡党委专题研究法治建设5次，其中与平安建设一并研究的2次。",
        "law_work_meetings: 5; law_work_meetings: 2",
    ),
    "what was done with some of them": ("清理规范性文件8份，拟修改其中3份。", "normative_documents_reviewed: 8"),
    "halves of the year by quarters, and their sum behind them": (
        "中心组学法，全年是9次，前两个季度4次，后两个季度5次。行政检查，上半年62次，下半年58次，全年合在一起120次。",
        "theory_study_sessions: 9; theory_study_sessions: 4; theory_study_sessions: 5;"
        " administrative_inspections: 62; administrative_inspections: 58; administrative_inspections: 120",
    ),
    "kinds behind semicolons": (
        "受理各类矛盾纠纷98件。按类型分，婚姻家庭40件；邻里38件；土地20件。",
        "disputes_received: 98; disputes_received: 40; disputes_received: 38; disputes_received: 20",
    ),
    "who has the most": (
        "受理各类矛盾纠纷98件，石桥村最多，42件；柳湾村25件；南岭村最少，1件。",
        "disputes_received: 98; disputes_received: 42; disputes_received: 25; disputes_received: 1",
    ),
    "where they gather": (
        "登记矛盾纠纷98件，主要集中在婚姻家庭（40件）、邻里（38件）两类。",
        "disputes_received: 98; disputes_received: 40; disputes_received: 38",
    ),
    "the quarters": (
        "一季度开展普法活动8场，二季度12场，三季度7场，四季度15场，全年42场。",
        "publicity_events: 8; publicity_events: 12; publicity_events: 7; publicity_events: 15; publicity_events: 42",
    ),
    "what aid and petitions were about": (
        "办理法律援助58件，其中劳动争议纠纷30件、婚姻家庭纠纷12件。接待信访40件，其中土地纠纷22件。",
        "legal_aid_cases: 58; legal_aid_cases: 30; legal_aid_cases: 12; petitions_handled: 40; petitions_handled: 22",
    ),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_structure(text: str, expected: str) -> None:
    assert sorted(read_example(extractor(), text).elements()) == sorted(filter(None, expected.split("; ")))
