"""Figures that leave their noun to a label, a run-in heading or the heading above, with the project's library."""

import pytest

from extract.matching.examples import read_example
from tests.matching.whole_reports import extractor

CASES = {
    "a heading that runs into its paragraph": (
        "三、行政执法\n（一）办案。全年共52件，另有移送线索3条。\n（二）行政处罚。共31件：简易24件，普通7件。",
        "enforcement_cases: 52; penalty_cases: 31; penalty_cases_simple: 24; penalty_cases_ordinary: 7",
    ),
    "two sentences behind it": ("2.合法性审查。严格按程序办。全年共46件。", "legal_reviews: 46"),
    "what follows counts something else": ("（三）调解员。共27名网格员帮忙。", ""),
    "a noun right behind the number": ("（三）法律顾问。共5家企业主动来问。", ""),
    "label and heading together": (
        "五、普法\n活动：63场次，村村都到。\n■ 调解与信访\n●排查：412起（上年：455起）。\n●走访：96次。",
        "publicity_events: 63; disputes_received: 412; disputes_received: 455 2023",
    ),
    "a plan below a bullet": (
        "■ 不足\n●人手：执法人员12名，偏老。\n■ 2025年目标\n●普法活动：80场次。",
        "enforcement_officers: 12; publicity_events: 80 planned",
    ),
    "a label in brackets": (
        "要点6（人大代表建议、政协提案）：承办9件。\n要点7（法律明白人）：在册61名。",
        "proposals_handled: 9; law_literate_people: 61",
    ),
    "a year by quarters": (
        "四、矛盾纠纷\n（一）摸排：一季度31件，二季度42件，三季度18件，四季度25件。",
        "disputes_received: 31; disputes_received: 42; disputes_received: 18; disputes_received: 25",
    ),
    "months behind a comma": (
        "重大决策的合法性审查，1至6月14件，7至12月19件，全年33件。",
        "legal_reviews: 14; legal_reviews: 19; legal_reviews: 33",
    ),
    "money by what it was paid for": (
        "处罚31起；罚款：违规搭建2.3万元，占用路面3600元。",
        "penalty_cases: 31; fines_amount: 23000; fines_amount: 3600",
    ),
    "what became of none": ("处罚：移送2件。", ""),
    "a sentence that tells what its paragraph speaks of": (
        "一、主要工作\n机关干部的集体学法抓得紧、排得满。一年下来31次，多在周五。",
        "staff_law_study_sessions: 31",
    ),
    "a sum of items behind such a sentence": (
        "一、主要工作\n执法巡查没有断过。汛期42次，平时95次，合计137次。",
        "administrative_inspections: 137; administrative_inspections: 42; administrative_inspections: 95",
    ),
    "a paragraph of several things": ("一、主要工作\n书记把普法的事扛在肩上。下村三十趟，开会41次。", ""),
    "a bold heading behind the number of a section": (
        "## 2 关键少数\n\n2.1 **班子学法。** 全年共14次。\n\n2.2 **名录管理。** 普法活动25场次。",
        "theory_study_sessions: 14; publicity_events: 25",
    ),
    "three numbers of a section": ("3.1.2 合法性审查。严格按程序办。全年共46件。", "legal_reviews: 46"),
    "a plan below numbered sections": (
        "9 短板\n9.1 **人手。** 执法人员12名，偏老。\n## 10 2025年打算\n10.1 **普法。** 普法活动80场次。",
        "enforcement_officers: 12; publicity_events: 80 2025 planned",
    ),
    "bare lines": (
        "附：数据\n〔执法〕\n执法人员：18\n其中有证的 13\n罚款（万元）：2.4\n执法检查 140\n到场听讲（人次） 6400\n法治讲座 9",
        "enforcement_officers: 18; enforcement_certificate_holders: 13; fines_amount: 24000; administrative_inspections: 140; "
        "publicity_audience: 6400; law_lectures: 9",
    ),
    "parts in bare lines": (
        "附：数据\n调解纠纷（件） 218\n其中邻里 90\n12345工单 574\n普法活动 36",
        "disputes_mediated: 218; disputes_mediated: 90; hotline_tickets: 574; publicity_events: 36",
    ),
    "bare lines of a plan": (
        "明年打算\n执法检查 120\n法治讲座 18\n普法活动 36",
        "administrative_inspections: 120 2025 planned; law_lectures: 18 2025 planned; publicity_events: 36 2025 planned",
    ),
    "a table of contents": ("目录\n执法检查情况 1\n行政处罚情况 4\n法治讲座安排 6", ""),
    "two bare lines": ("附：数据\n执法检查 120\n法治讲座 18", ""),
    "a heading on the line above": (
        "4.合同审查\n共71份。镇级20份，村级51份。\n5.行政复议\n2件，维持。2023年5件。\n6.进京访\n全年0批次0人次。\n"
        "7.行政机关负责人出庭应诉率\n达到100%。",
        "contracts_reviewed: 71; contracts_reviewed: 20; contracts_reviewed: 51; administrative_reconsiderations: 2; "
        "administrative_reconsiderations: 5 2023; petition_batches: 0; petition_persons: 0; court_appearance_rate: 100",
    ),
    "plain words before the figure of such a heading": (
        "2.机关干部集体学法\n坚持每周一次，实际组织31次。\n3.述法\n应述尽述，9人。\n4.司法所列席党政会议\n应邀14次。",
        "staff_law_study_sessions: 31; responsibility_reports: 9; justice_office_meetings_attended: 14",
    ),
    "words of the heading before those of the clause alone": (
        "8.重大行政执法决定法制审核\n审核4件。",
        "enforcement_decisions_reviewed: 4",
    ),
    "a heading of several things": ("8.调解与信访\n全年40件。", ""),
    "questions and answers": (
        "3.有无聘请法律顾问。有。2名律师。\n4.有无以镇政府为被告的行政诉讼。有。3件，均胜诉。\n"
        "5.有无进京赴省越级访。有。2批5人次。\n6.有无法治培训。有。3期，180人次。\n7.村有无法律顾问。有。12个村均已签约。",
        "legal_advisors: 2; administrative_litigations: 3; petition_batches: 2; petition_persons: 5; legal_training_sessions: 3; "
        "legal_training_participants: 180; villages_with_legal_advisor: 12",
    ),
    "answers in the question's line": (
        "1.是否开展执法培训：是，3次。\n2.法治讲座情况：有，4次。\n3.法治进校园（有/无）：有，6次。",
        "enforcement_training_sessions: 3; law_lectures: 4; school_law_lessons: 6",
    ),
    "questions denied": (
        "3.有无因执法引发的行政复议。无。\n4.有无制定规范性文件。没有。\n5.是否有依申请公开：否\n6.有没有行政应诉案件？没有。\n"
        "7.有无执法培训。无。",
        "administrative_reconsiderations: 0; normative_documents_issued: 0; disclosure_requests: 0; "
        "administrative_litigations: 0",
    ),
    "what became of some of them answers no question": (
        "一、执法\n3.有无行政处罚。有。3件已申请法院强制执行。\n4.有无聘请法律顾问。有。1名律师。",
        "legal_advisors: 1",
    ),
    "something else told in between": ("三、工作\n（一）信访。安排经费3万元。共12件。", ""),
    "items without a label": ("五、普法\n天气转凉，63场次。", ""),
    "headings of a bare number": (
        "5　执法\n5.1　行政处罚。全年31件。\n6　普法宣传\n全年开展41场。\n7　信访。全年17件。",
        "penalty_cases: 31; publicity_events: 41; petitions_handled: 17",
    ),
    "a verb of the sum and a noun of its items": (
        "2.2　合同。镇级合同46份，村级合同31份，共计审查77份。",
        "contracts_reviewed: 46; contracts_reviewed: 31; contracts_reviewed: 77",
    ),
    "a sum of other things": ("镇级合同46份，村级合同31份，共计审查80份。", "legal_reviews: 80"),
    "a number before a list of kinds": (
        "46份采购、门面出租、山塘承包等合同经律师审查。",
        "contracts_reviewed: 46",
    ),
    "a list in the clause before": (
        "法治讲座、联合执法和普法宣传是三大抓手，全年分别开展23场、9场、31场。",
        "law_lectures: 23; joint_enforcement_actions: 9; publicity_events: 31",
    ),
    "headings that only say how it is told": (
        "五、矛盾纠纷数据\n1. 总量。全年受理98件。\n2. 层级。按办结层级分，村级化解71件、镇级化解18件。\n"
        "3. 时段。上半年、下半年受理量分别为51件、47件。",
        "disputes_received: 98; disputes_resolved: 71; disputes_resolved: 18; disputes_received: 51; disputes_received: 47",
    ),
    "what the sentence counts comes before its heading": (
        "（三）矛盾纠纷化解\n全年调解纠纷98件，涉及婚姻家庭60件、邻里38件。",
        "disputes_mediated: 98; disputes_mediated: 60; disputes_mediated: 38",
    ),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_structure(text: str, expected: str) -> None:
    assert sorted(read_example(extractor(), text).elements()) == sorted(filter(None, expected.split("; ")))
