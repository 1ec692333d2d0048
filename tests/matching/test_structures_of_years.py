"""Other years, levels and rises: whose year a figure is, and what led up to it."""

import pytest

from extract.matching.examples import read_example
from tests.matching.whole_reports import extractor

CASES = {
    "no more than so many the year before": (
        "网格排查纠纷206起，而上一年不过173起；调解员调处201起。",
        "disputes_received: 206; disputes_received: 173 2023; disputes_mediated: 201",
    ),
    "what a part was the year before": (
        "全年信访56件，上年71件；其中网上信访33件，上年38件。",
        "petitions_handled: 56; petitions_handled: 71 2023; petitions_handled: 33; petitions_handled: 38 2023",
    ),
    "the year's level behind a change": ("信访事项同比下降12%，全年共56件。", "petitions_handled: 56"),
    "last year's behind what was planned and done": (
        "执法业务培训计划6场、完成7场，上年为5场。",
        "enforcement_training_sessions: 6 planned; enforcement_training_sessions: 7; enforcement_training_sessions: 5 2023",
    ),
    "what was planned, what was held, and next year's": (
        "年初计划25场，实办普法活动28场，2023年21场；2025年拟办30场。",
        "publicity_events: 28; publicity_events: 21 2023; publicity_events: 30 2025 planned",
    ),
    "a rate, its target, last year's and next year's": (
        "群众满意率97.4%，年初目标97%，上年95.9%，2025年向98%迈进。",
        "satisfaction_rate: 97.4; satisfaction_rate: 97 planned; "
        "satisfaction_rate: 95.9 2023; satisfaction_rate: 98 2025 planned",
    ),
    "what is strived for by the end of the next year": (
        "年末持证执法人员16人，2023年末13人；2025年末力争达到18人。",
        "enforcement_certificate_holders: 16; enforcement_certificate_holders: 13 2023; "
        "enforcement_certificate_holders: 18 2025 planned",
    ),
    "a plan that came to nothing": (
        "原计划请律师下村办讲座，因塌方没有成行，全年法治讲座0场。",
        "law_lectures: 0",
    ),
    "an inspection of last year, put right in this one": (
        "上年度法治督察反馈的6个问题全部整改到位。",
        "problems_rectified: 6",
    ),
    "last year's pair in two units": (
        "全年越级走访4批次19人次；上年这两个数字是9批次、44人次。",
        "petition_batches: 4; petition_persons: 19; petition_batches: 9 2023; petition_persons: 44 2023",
    ),
    "a year behind a count that plans nothing": (
        "全年调解纠纷35件为2023年重点任务；法治讲座3场列入2023年民生实事，均已完成。",
        "disputes_mediated: 35; law_lectures: 3",
    ),
    "将 before what was done with them": ("司法所将组织调解的纠纷120件录入系统。", "disputes_mediated: 120"),
    "seen to without a mistake": ("严格流程，确保审查合同35份零差错。", "contracts_reviewed: 35"),
    "last year's value of what a verb names": (
        "受理矛盾纠纷97件，化解91件，化解率93.8%，受理量较2023年的105件下降7.6%。",
        "disputes_received: 97; disputes_resolved: 91; dispute_resolution_rate: 93.8; disputes_received: 105 2023",
    ),
    "a running total behind two years": (
        "全年审查合同52份，上年47份，2021年以来累计138份。",
        "contracts_reviewed: 52; contracts_reviewed: 47 2023; contracts_reviewed: 138 cumulative",
    ),
    "a stock and how many there have been since": (
        "在册“法律明白人”81名，2021年以来累计培养120名。",
        "law_literate_people: 81; law_literate_people: 120 cumulative",
    ),
    "what two years make together": (
        "合同审查41份，2023年为29份，增长41.4%；两年合计70份。",
        "contracts_reviewed: 41; contracts_reviewed: 29 2023; contracts_reviewed: 70 cumulative",
    ),
    "what three years make together": (
        "法治讲座2022年31场、2023年29场、2024年41场，三年加起来101场。",
        "law_lectures: 31 2022; law_lectures: 29 2023; law_lectures: 41; law_lectures: 101 cumulative",
    ),
    "what two years make together, in a sentence of its own": (
        "化解纠纷127件。上年145件。两年累计272件。",
        "disputes_resolved: 127; disputes_resolved: 145 2023; disputes_resolved: 272 cumulative",
    ),
    "the year before last": (
        "法律顾问3名，前年只有1名，去年2名。",
        "legal_advisors: 3; legal_advisors: 1 2022; legal_advisors: 2 2023",
    ),
    "the year before last sets the time": (
        "前年调解纠纷80件，去年90件，今年112件。",
        "disputes_mediated: 80 2022; disputes_mediated: 90 2023; disputes_mediated: 112",
    ),
    "less than was aimed at": (
        "年初定的目标是普法活动40场，上半年只搞了13场，全年36场次。",
        "publicity_events: 40 planned; publicity_events: 13; publicity_events: 36",
    ),
    "what is planned, whatever the verb": (
        "计划排查隐患90处。",
        "hazards_found: 90 planned",
    ),
    "a planned year between the verb and what is planned": (
        "综治办计划2025年化解纠纷90件。",
        "disputes_resolved: 90 2025 planned",
    ),
    "a year's plan": ("全年计划审查合同90份。", "contracts_reviewed: 90 planned"),
    "a plan of next year's behind the number": ("法治讲座6场列入明年计划。", "law_lectures: 6 planned"),
    "what will be held": ("司法所将组织法治讲座6场。", "law_lectures: 6 planned"),
    "what was done as planned": ("按计划检查企业45家。", "places_inspected: 45"),
    "a plan that was carried out": ("年度执法检查计划完成45次。", "administrative_inspections: 45"),
    "within the plan": ("计划内执法检查45次。", "administrative_inspections: 45"),
    "planned and all done": ("计划检查企业45家，全部完成。", "places_inspected: 45"),
    "planned at first and done in the end": (
        "年初计划法治讲座6场，全年举办8场。",
        "law_lectures: 6 planned; law_lectures: 8",
    ),
    "what was striven for without a number": ("力争大事不出镇，全年调解纠纷88件。", "disputes_mediated: 88"),
    "what was meant to be signed, and was reviewed": ("对拟新签的26份合同进行合法性审查。", "contracts_reviewed: 26"),
    "a plan that is only a name": ("“和事佬计划”聘任人民调解员97人。", "mediators: 97"),
    "last year's value behind more or fewer than": (
        "全年受理民间纠纷300件，少于2023年的341件，信访事项40件，多于上年的35件。",
        "disputes_received: 300; disputes_received: 341 2023; petitions_handled: 40; petitions_handled: 35 2023",
    ),
    "what was put off sets no time": (
        "一个村的签约推迟到2025年1月，重大行政决策3项均经过论证。",
        "major_decisions: 3",
    ),
    "a running total beside the year's own": (
        "法治讲座本年12场，2021年以来累计43场；罚款本年2.5万元，三年累计7.2万元。",
        "law_lectures: 12; law_lectures: 43 cumulative; fines_amount: 25000; fines_amount: 72000 cumulative",
    ),
    "a running total behind brackets": (
        "作出行政处罚21件（简易程序15件、普通程序6件），2021年以来累计74件。",
        "penalty_cases: 21; penalty_cases_simple: 15; penalty_cases_ordinary: 6; penalty_cases: 74 cumulative",
    ),
    "a running total of a rate": (
        "纠纷化解率97.5%，四年累计98.2%。",
        "dispute_resolution_rate: 97.5; dispute_resolution_rate: 98.2 cumulative",
    ),
    "a bare sum beside this year's": (
        "法律援助案件本年13件、累计52件。",
        "legal_aid_cases: 13; legal_aid_cases: 52 cumulative",
    ),
    "a running total in Chinese numerals of the year": (
        "自二〇二一年以来累计举办普法活动一百一十余场。",
        "publicity_events: 110 over cumulative",
    ),
    "half-classical words for years": (
        "是岁调解纠纷廿二件，去岁三十有一件；来岁普法活动拟办四十场。",
        "disputes_mediated: 22; disputes_mediated: 31 2023; publicity_events: 40 2025 planned",
    ),
    "a year behind the mark of an item": (
        "(2)2023年底持有执法证10人；本年考取执法证4人。",
        "enforcement_certificate_holders: 10 2023; enforcement_certificates_obtained: 4",
    ),
    "last year's values of a list": (
        "行政复议、行政诉讼分别为4件、2件，2023年则分别为6件、3件，审结的案件中无败诉。",
        "administrative_reconsiderations: 4; administrative_litigations: 2; administrative_reconsiderations: 6 2023;"
        " administrative_litigations: 3 2023; lawsuits_lost: 0",
    ),
    "last year's figure called so": (
        "调解成功率为97.3%，2023年这个数字是95.4%。",
        "dispute_resolution_rate: 97.3; dispute_resolution_rate: 95.4 2023",
    ),
    "what was issued since a year is counted this year": (
        "对2016年以来以镇政府名义印发、仍在使用的规范性文件过了一遍，纳入清理的12件。",
        "normative_documents_reviewed: 12",
    ),
    "a running total governs the clauses behind it": (
        "自2021年“八五”普法启动以来，全镇累计举办普法活动190场，发放资料7.4万份，培养“法律明白人”96人。",
        "publicity_events: 190 cumulative; publicity_materials: 74000 cumulative; law_literate_people: 96 cumulative",
    ),
    "since a year and over years": (
        "2021年以来三年累计清理水渠18公里，化解矛盾纠纷47起。",
        "disputes_resolved: 47 cumulative",
    ),
    "last year's pair sets nothing behind it": (
        "行政复议、行政诉讼分别为2件、1件，上年分别为3件、4件；负责人出庭应诉率100%。",
        "administrative_reconsiderations: 2; administrative_litigations: 1; administrative_reconsiderations: 3 2023;"
        " administrative_litigations: 4 2023; court_appearance_rate: 100",
    ),
    "at the end of last year": (
        "在岗执法人员21人。去年底持执法证的12人。",
        "enforcement_officers: 21; enforcement_certificate_holders: 12 2023",
    ),
    "last year's value in brackets": (
        "开展普法活动46场次，较2023年（受汛情影响，只有29场次）增加17场次。",
        "publicity_events: 46; publicity_events: 29 2023",
    ),
    "what was examined before it was issued": (
        "对拟发文件、拟上会议题进行合法性审查24件。",
        "legal_reviews: 24",
    ),
    "from now on, no plan": (
        "往后凡动土地，先把账算清。全年12345热线派单391件。",
        "hotline_tickets: 391",
    ),
    "last year's values behind a colon in brackets": (
        "审查合同76份（2023年：52份），查出隐患197处（上年：231处），纠纷化解率97.4%（去年同期：95.1%）。",
        "contracts_reviewed: 76; contracts_reviewed: 52 2023; hazards_found: 197; hazards_found: 231 2023;"
        " dispute_resolution_rate: 97.4; dispute_resolution_rate: 95.1 2023",
    ),
    "visits and visitors of last year behind a colon": (
        "到市越级上访2批7人次（2023年度：5批16人次）。",
        "petition_batches: 2; petition_persons: 7; petition_batches: 5 2023; petition_persons: 16 2023",
    ),
    "the five years of a plan, and this year out of them": (
        "“八五”普法四年间，全镇累计举办普法活动四百余场，印发资料十二万份；单说2024年，办了51场。",
        "publicity_events: 400 over cumulative; publicity_materials: 120000 cumulative; publicity_events: 51",
    ),
    "this year's and last year's parts of a running total": (
        "三年来累计发放普法折页2.6万份，其中今年发放9800份、去年发放6500份。",
        "publicity_materials: 26000 cumulative; publicity_materials: 9800; publicity_materials: 6500 2023",
    ),
    "a campaign of three years": (
        "“两违”整治三年攻坚以来累计拆除违法建筑210处，其中2024年拆除26处。",
        "illegal_structures_removed: 210 cumulative; illegal_structures_removed: 26",
    ),
    "this year alone": (
        "2021年以来，送法进村直接受益群众累计突破3万人次，今年一年就有1.1万人次。",
        "publicity_audience: 30000 over cumulative; publicity_audience: 11000",
    ),
    "a threshold is no figure": ("纠纷化解率未达到90%的村，年终取消评优资格。", ""),
    "a named year of brackets": (
        "说明：括号中的数字为2022年同期数据。接待信访31件（40件），纠纷化解率96.5%（94.1%）。",
        "petitions_handled: 31; petitions_handled: 40 2022; dispute_resolution_rate: 96.5; dispute_resolution_rate: 94.1 2022",
    ),
    "what the report says of its brackets": (
        "括号内为上年数。审查合同46份（38份），越级上访1批3人（2批9人）。",
        "contracts_reviewed: 46; contracts_reviewed: 38 2023; petition_batches: 1; petition_persons: 3;"
        " petition_batches: 2 2023; petition_persons: 9 2023",
    ),
    "brackets of which nothing is said": ("审查合同46份（38份）。", "contracts_reviewed: 46"),
    "a level that something else has reached": (
        "新取得执法证4名，办公设备增加到22台，人均增加到2台。",
        "enforcement_certificates_obtained: 4",
    ),
    "a rhythm that was kept, and what came of it": (
        "按每两月一次的频次开展中心组法治学习6次，组织干部职工学法5次。",
        "theory_study_sessions: 6; staff_law_study_sessions: 5",
    ),
    "a year that the sentence turns to": (
        "回头看2022年，尚有越级上访2批5人次、行政诉讼1起。",
        "petition_batches: 2 2022; petition_persons: 5 2022; administrative_litigations: 1 2022",
    ),
    "planned and done": (
        "原定法治培训6场，仅完成4场。",
        "legal_training_sessions: 6 planned; legal_training_sessions: 4",
    ),
    "years paired with figures": (
        "2022年、2023年、2024年全镇分别受理矛盾纠纷31件、46件、52件。",
        "disputes_received: 31 2022; disputes_received: 46 2023; disputes_received: 52",
    ),
    "from one level to another without a year": (
        "普法活动由32场增加到45场。",
        "publicity_events: 32 2023; publicity_events: 45",
    ),
    "from one level to another, with the year compared": (
        "与2022年相比，普法活动由32场增加到45场。",
        "publicity_events: 32 2022; publicity_events: 45",
    ),
    "times a day": ("村里大喇叭一天三遍响。", ""),
    "a count of grids rises": ("网格由原来的40个优化为56个。", "grids: 40 2023; grids: 56"),
    "this year's part of a running total": (
        "三年来累计化解矛盾纠纷560件，其中2024年化解168件。",
        "disputes_resolved: 560 cumulative; disputes_resolved: 168",
    ),
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
    "pressed down to": (
        "上年全镇进京上访5批7人次，今年全年压到1批1人次。",
        "petition_batches: 5 2023; petition_persons: 7 2023; petition_batches: 1; petition_persons: 1",
    ),
    "a year's doing behind the comma": ("每逢例会先学法，一年学了三十多回。", "staff_law_study_sessions: 30 over"),
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
    "a habit, and what came of it in the year": ("机关每周一晚学习从未间断、全年集体学法36次。", "staff_law_study_sessions: 36"),
    "a year in the second clause": (
        "新收行政诉讼2宗；我镇2023年曾有败诉案件1宗，本年度无败诉。镇长出庭应诉。",
        "administrative_litigations: 2; lawsuits_lost: 1 2023; lawsuits_lost: 0",
    ),
    "the year behind the township": ("全镇2022年受理矛盾纠纷88起。", "disputes_received: 88 2022"),
    "what was asked for of those above is no plan": (
        "执法力量短缺，书记亲自向上争取，结束了多年的推诿；班子成员提交书面述法14份。",
        "responsibility_reports: 14",
    ),
    "back to now behind a plan": (
        "2025年计划把法律援助提高到42件，今年为33件。",
        "legal_aid_cases: 42 2025 planned; legal_aid_cases: 33",
    ),
    "a plan for this year goes on": (
        "明年计划开展普法宣传40场次，今年要再开展普法宣传6场次。",
        "publicity_events: 40 2025 planned; publicity_events: 6 2025 planned",
    ),
    "since a year": ("自2021年起，镇里先后发放普法资料3万份。", "publicity_materials: 30000 cumulative"),
    "now within a plan": ("2025年，在抓好普法的同时，目前已确定法治讲座20场。", "law_lectures: 20 2025 planned"),
    "what is under way goes on with the plan": (
        "2025年举办法治讲座20场，目前正在筹备，培训法律明白人45人。",
        "law_lectures: 20 2025 planned; legal_training_participants: 45 2025 planned",
    ),
    "a drive of three years is a name": ("扎实推进治本攻坚三年行动，累计检查企业126家。", "places_inspected: 126"),
    "since a year in a clause of its own": (
        "自2021年起，我镇先后推行一村一法律顾问制度，法律顾问参与调解纠纷36件。",
        "disputes_mediated: 36",
    ),
    "last year's values in the order of this year's": (
        "受理矛盾纠纷88起，化解81起，化解率92%；2023年是95起和90起。",
        "disputes_received: 88; disputes_resolved: 81; dispute_resolution_rate: 92; disputes_received: 95 2023;"
        " disputes_resolved: 90 2023",
    ),
    "last year's values in brackets": (
        "开展普法宣传36场、法治讲座12场（上年31场、10场）。",
        "publicity_events: 36; law_lectures: 12; publicity_events: 31 2023; law_lectures: 10 2023",
    ),
    "what a plan starts from": (
        "调解员由30名增至36名。明年，我镇将把联合执法由16次压到11次。",
        "mediators: 30 2023; mediators: 36; joint_enforcement_actions: 11 2025 planned",
    ),
    "a part of plans headed by a bare number": (
        "1　成绩\n开展普法宣传36场。\n2　来年\n普法宣传达到40场；联合执法由16次压到11次。",
        "publicity_events: 36; publicity_events: 40 2025 planned; joint_enforcement_actions: 11 2025 planned",
    ),
    "what an aim starts from": (
        "我镇有网格12个，争取明年联合执法由16次减至11次。",
        "grids: 12; joint_enforcement_actions: 16; joint_enforcement_actions: 11 2025 planned",
    ),
    "what was meant and what came of it": (
        "领导班子集体学法年初计划5次，实际完成8次。法治培训计划4期、完成6期。",
        "theory_study_sessions: 5 planned; theory_study_sessions: 8; legal_training_sessions: 4 planned;"
        " legal_training_sessions: 6",
    ),
    "what was arranged and what came of it": (
        "普法宣传活动年初安排20场，实际举办26场；年度计划执法检查30次，已完成36次。",
        "publicity_events: 20 planned; publicity_events: 26; administrative_inspections: 30 planned;"
        " administrative_inspections: 36",
    ),
    "papers that plan, and what was done": ("制定普法计划3份，开展法治培训6期。", "legal_training_sessions: 6"),
    "looking back at a year": (
        "回首2022年，我镇排查矛盾纠纷95起、化解90起。今年排查矛盾纠纷70起。",
        "disputes_received: 95 2022; disputes_resolved: 90 2022; disputes_received: 70",
    ),
    "the year before by that name": (
        "全年接到的矛盾纠纷是82件，前一年是95件。",
        "disputes_received: 82; disputes_received: 95 2023",
    ),
    "villages put together, and another noun behind a comma": (
        "行政村由2021年的19个合并为14个，“法律明白人”重新核定为70人。",
        "villages: 19 2021; villages: 14; law_literate_people: 70",
    ),
    "what this year's is to become": (
        "普法宣传由今年的30场做到50场，法治培训从今年的4期提至6期。",
        "publicity_events: 30; publicity_events: 50 2025 planned; legal_training_sessions: 4;"
        " legal_training_sessions: 6 2025 planned",
    ),
    "what a plan goes on from without its year": ("明年普法宣传由30场拉到50场。", "publicity_events: 50 2025 planned"),
    "officers who carry something to houses": ("由12名干部做成专班，调解纠纷30件。", "disputes_mediated: 30"),
    "only so few for a reason": (
        "执法培训办了8期，上年因雨水多、农事紧，只来得及办5期。",
        "enforcement_training_sessions: 8; enforcement_training_sessions: 5 2023",
    ),
    "only so few in a year named": (
        "普法宣传活动31场，其中赶集16场、入户15场；2021年受旱情影响只办了14场。",
        "publicity_events: 31; publicity_events: 16; publicity_events: 15; publicity_events: 14 2021",
    ),
    "the count behind a whole and its parts": (
        "作出行政处罚27件——简易程序20件、一般程序7件——罚款1.6万元，案件数较上年的30件下降10%。",
        "penalty_cases: 27; penalty_cases_simple: 20; penalty_cases_ordinary: 7; fines_amount: 16000; penalty_cases: 30 2023",
    ),
    "some villages only": ("结对帮扶的行政村由2个增加到4个，人民调解员40名。", "mediators: 40"),
    "on which day it is held": (
        "机关干部每周五下午集中学法26次。每月15日开展普法活动12场。每周一学法1次。",
        "staff_law_study_sessions: 26; publicity_events: 12",
    ),
    "counted as this year": (
        "开展执法检查95次，2021年同口径为81次。",
        "administrative_inspections: 95; administrative_inspections: 81 2021",
    ),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_structure(text: str, expected: str) -> None:
    assert sorted(read_example(extractor(), text).elements()) == sorted(filter(None, expected.split("; ")))


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("1至11月受理信访件51件，12月受理7件，全年58件。", "58"),
        ("上半年受理纠纷40件、下半年受理60件，合计受理纠纷100件。", "100"),
        ("第一季度42件、第二季度51件、第三季度58件、第四季度52件，合计受理纠纷203件。", "203"),
    ],
)
def test_what_parts_of_the_year_come_to_is_of_the_whole_year(text: str, whole: str) -> None:
    mentions = extractor().read_text(text, 2024).reading.mentions
    assert [format(mention.value, "f") for mention in mentions if mention.scope == "township"] == [whole]
