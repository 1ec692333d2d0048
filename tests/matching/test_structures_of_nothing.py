"""What did not come about: denials, noughts and the only one, on sentences of our own and with the project's library."""

import pytest

from extract.matching.examples import read_example
from tests.matching.whole_reports import extractor

CASES = {
    "a law exam beside one for the certificate": (
        "组织8名执法人员参加执法资格考试，65名公职人员参加年度学法考试。",
        "law_exam_participants: 65",
    ),
    "what else is done where mediators are": ("全镇人民调解员86名，12345热线办结率98%。", "mediators: 86"),
    "what is demanded to be put right": ("发现隐患56处，要求全部整改到位。", "hazards_found: 56"),
    "last year's inspection and this year's": (
        "去年消防督查发现隐患45处，今年发现30处。",
        "hazards_found: 45 2023; hazards_found: 30",
    ),
    "handed down, not off": ("全年将86件矛盾纠纷转交村级调解。", "disputes_received: 86"),
    "what the court entrusted": ("人民法院委托调解案件12件，成功8件。", "disputes_mediated: 12; disputes_resolved: 8"),
    "points under what was mainly done": (
        "全年开展普法活动48场。主要做法包括：\n1.举办法治讲座12场；\n2.组织业务培训6场。",
        "publicity_events: 48; law_lectures: 12",
    ),
    "what would have come of something not done well": (
        "没有发生一起因调解不及时引发的越级上访。",
        "petition_batches: 0",
    ),
    "nobody sued, in other words": ("今年我镇没有当过被告。", "administrative_litigations: 0"),
    "nought right behind its noun": (
        "复议零，应诉2件，败诉零。",
        "administrative_reconsiderations: 0; administrative_litigations: 2; lawsuits_lost: 0",
    ),
    "noughts in a row, each with its unit": ("全年赴省访零批次、零人次。", "petition_batches: 0; petition_persons: 0"),
    "noughts without a joint": ("越级上访零批零人。", "petition_batches: 0; petition_persons: 0"),
    "visits and visitors both none": ("赴省进京访批次、人次均为零。", "petition_batches: 0; petition_persons: 0"),
    "three noughts": ("越级上访件次、批次、人次“三个零”。", "petition_batches: 0; petition_persons: 0"),
    "what is paid for any one": ("调解员每调成2件纠纷补助100元，全年调解纠纷80件。", "disputes_mediated: 80"),
    "what falls to any one": ("平均一名持证执法人员要管5万亩山林。", ""),
    "many made one": ("把四趟检查拧成一趟，全年行政检查31次。", "administrative_inspections: 31"),
    "a saying behind a deed": ("查处一起、警示一片，全年办理行政处罚案件12件。", "penalty_cases: 12"),
    "places that were not inspected but taken back": (
        "开展执法检查46次；收回闲置铺面9间，规范夜市摊位31个。",
        "administrative_inspections: 46",
    ),
    "none newly made": ("本年度规范性文件未新制定。", "normative_documents_issued: 0"),
    "several verbs that were not done": ("未制定、出台行政规范性文件。", "normative_documents_issued: 0"),
    "several things that did not happen": (
        "行政复议未发生、受理信访事项7件。",
        "administrative_reconsiderations: 0; petitions_handled: 7",
    ),
    "in whose name none was made": ("未以街道党工委、办事处名义出台规范性文件。", "normative_documents_issued: 0"),
    "not one": ("行政复议案件无1例，未发生1起行政诉讼。", "administrative_reconsiderations: 0; administrative_litigations: 0"),
    "one there was": ("受理行政复议1例。", "administrative_reconsiderations: 1"),
    "nobody asked for disclosure": ("未接到群众、法人申请公开政府信息。", "disclosure_requests: 0"),
    "nought in a clause of its own": ("杜绝了赴省越级上访，全年为零。", "petition_batches: 0"),
    "nought of something else": ("办理行政诉讼案件4件，全年为零投诉。", "administrative_litigations: 4"),
    "one case that was lost": ("有一起案子被判败诉。", "lawsuits_lost: 1"),
    "none was seen": ("全年未见越级上访。", "petition_batches: 0"),
    "none at all": ("行政复议、行政诉讼全无。", "administrative_reconsiderations: 0; administrative_litigations: 0"),
    "none was lost": ("行政诉讼2件，没打输一件。", "administrative_litigations: 2; lawsuits_lost: 0"),
    "a verb right behind the unit, no noun": (
        "重大行政决策4项履行了听证程序，重大行政决策3项走完了流程。",
        "major_decisions: 4; major_decisions: 3",
    ),
    "none, behind a comma": (
        "复议，无。行政诉讼，无。",
        "administrative_reconsiderations: 0; administrative_litigations: 0",
    ),
    "none at all, the old way": ("越级上访终岁无之；败诉者无。", "petition_batches: 0; lawsuits_lost: 0"),
    "the matter did not come about": ("民告官的事没有发生。", "administrative_litigations: 0"),
    "not one was seen": ("行政复议未见一件。", "administrative_reconsiderations: 0"),
    "not one was issued": ("规范性文件，本年一件未发。", "normative_documents_issued: 0"),
    "none of it was issued": ("今年没出台规范性文件。", "normative_documents_issued: 0"),
    "noughts of what went wrong": (
        "未述法0人；重复检查、多头检查0次；超时办件0件；依申请公开逾期答复0件；行政复议被纠错0件。",
        "",
    ),
    "noughts that are counts": (
        "行政复议0件、行政诉讼0件。",
        "administrative_reconsiderations: 0; administrative_litigations: 0",
    ),
    "then there was none": ("没有败诉；行政复议案件则没有。", "lawsuits_lost: 0; administrative_reconsiderations: 0"),
    "none was issued this year": (
        "规范性文件今年没有出，合同审查26份。",
        "normative_documents_issued: 0; contracts_reviewed: 26",
    ),
    "none in a year": ("信息公开申请一年来未收到。", "disclosure_requests: 0"),
    "nobody went to court": ("没有人到法院告乡政府、打行政诉讼官司。", "administrative_litigations: 0"),
    "a deed that no metric counts": (
        "发放普法折页1200份，为农家书屋添置图书3200册；班子成员8人在会上述法，支部发展党员7名。",
        "publicity_materials: 1200; responsibility_reports: 8",
    ),
    "what any one case takes": ("牧户住得散，调解一起纠纷，车要跑大半天。", ""),
    "lines of work": ("把执法、调解、信访四条线拧成一股绳，化解纠纷12件。", "disputes_resolved: 12"),
    "places of which people are told": ("11个村中有3个村专职人民调解员年龄超过65岁。", ""),
    "no decision undone on review": ("作出处罚决定28件，无一件被复议机关撤销或确认违法。", "penalty_cases: 28"),
    "none changed in a review": ("办理执法案件12件，没有一件在行政复议中被变更。", "enforcement_cases: 12"),
    "none led to a review": (
        "作出处罚决定16件，无一引发行政复议和行政诉讼。",
        "penalty_cases: 16; administrative_reconsiderations: 0; administrative_litigations: 0",
    ),
    "no lawsuit fought, no notice taken": (
        "全年没打过一场行政官司，没接过一份复议通知。",
        "administrative_litigations: 0; administrative_reconsiderations: 0",
    ),
    "nobody of those punished": (
        "没有商户因处罚申请行政复议，行政诉讼案件挂零。",
        "administrative_reconsiderations: 0; administrative_litigations: 0",
    ),
    "not made a defendant": ("一年来，镇政府未成为行政诉讼被告。", "administrative_litigations: 0"),
    "none in the township's name": ("本年度我镇未以镇政府名义印发规范性文件。", "normative_documents_issued: 0"),
    "none issued": (
        "全年未发行政规范性文件，规范性文件“零制发”。",
        "normative_documents_issued: 0; normative_documents_issued: 0",
    ),
    "two kinds of visits": ("越级访、集体访“零发生”。", "petition_batches: 0"),
    "a record": ("行政诉讼案件保持零的纪录。", "administrative_litigations: 0"),
    "nothing of what was told was left undone": ("没有群众反映的问题未办结。", ""),
    "who only asked sued nobody": ("没有村民向政府咨询行政诉讼，没有企业向我镇了解行政复议流程。", ""),
    "one case and what it was": ("办理行政处罚案件一件，主要为占道经营。", "penalty_cases: 1"),
    "one dispute and its end": ("成功化解土地纠纷一起，赢得群众称赞。", "disputes_resolved: 1"),
    "what any one takes": ("调一起纠纷，车要跑大半天。", ""),
    "holders who have not changed theirs": ("持证人员35人因工作调整未换证。", "enforcement_certificate_holders: 35"),
    "who did not sit the exam": ("全员应考，仅1人因产假未参加考试。", ""),
    "a permit that was not had": ("对未取得采伐许可罚款3000元。", "fines_amount: 3000"),
    "a lawyer who teaches law": ("选派普法律师12名。", "legal_advisors: 12"),
    "the only one": (
        "系本年唯一一起行政诉讼。全年行政复议也就这一件。",
        "administrative_litigations: 1; administrative_reconsiderations: 1",
    ),
    "neither came about": (
        "没有一例行政诉讼，更谈不上败诉；行政复议没碰上过。",
        "administrative_litigations: 0; lawsuits_lost: 0; administrative_reconsiderations: 0",
    ),
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
    "one of this and one of that denied": (
        "一年里没有一件复议、一件诉讼。",
        "administrative_reconsiderations: 0; administrative_litigations: 0",
    ),
    "none, said behind a comma": ("行政诉讼，今年没有。", "administrative_litigations: 0"),
    "none of what stands in quotes": ("全年没有“民告官”的官司。", "administrative_litigations: 0"),
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
    "not issued at all": ("全年没有发布行政规范性文件。", "normative_documents_issued: 0"),
    "none behind the noun": (
        "行政复议案件1件，行政诉讼案件没有。",
        "administrative_reconsiderations: 1; administrative_litigations: 0",
    ),
    "none in the words of the southwest": (
        "依申请公开一件都没得，上北京上访的，没得。",
        "disclosure_requests: 0; petition_batches: 0",
    ),
    "not one happened": ("行政复议一件也没发生。", "administrative_reconsiderations: 0"),
    "never in the dock": (
        "乡政府没有当过行政复议的被申请人，也没有上过行政诉讼的被告席。",
        "administrative_reconsiderations: 0; administrative_litigations: 0",
    ),
    "no batch at all": ("进京到省非接待场所上访零批次。", "petition_batches: 0"),
    "a target that was missed": ("未达到“合格率100%”的年度目标。", ""),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_structure(text: str, expected: str) -> None:
    assert sorted(read_example(extractor(), text).elements()) == sorted(filter(None, expected.split("; ")))


def _told_under(faults: str) -> dict[str, list[str]]:
    report = "青禾镇2024年法治政府建设年度报告\n一、主要成效\n全年审查合同41份。\n{}\n" + faults + "\n"
    return {
        heading: [f"{m.metric.id} {m.value}" for m in extractor().read_text(report.format(heading), 2024).reading.mentions]
        for heading in ("二、存在的不足", "二、其他工作")
    }


def test_some_that_lack_something_are_not_how_many_there_are() -> None:
    faults = "一是执法人员变动大，有4人同时包村；二是水事纠纷拖得久，有9件水事纠纷难度大，还在调处；三是执法人员仅8名。"
    assert _told_under(faults)["二、存在的不足"] == ["contracts_reviewed 41", "enforcement_officers 8"]


def test_all_that_there_are_lack_something() -> None:
    faults = "一是队伍老化，现有12名专职人民调解员年龄偏大；二是隐患反复，排查隐患31处，还在持续整改3处。"
    assert _told_under(faults)["二、存在的不足"] == ["contracts_reviewed 41", "mediators 12", "hazards_found 31"]


def test_what_was_called_off_did_not_take_place() -> None:
    assert _told_under("受台风影响，普法活动取消了5场。")["二、其他工作"] == ["contracts_reviewed 41"]


def test_what_went_wrong_is_no_count_of_what_was_done() -> None:
    """Only among the shortcomings, and only where the clause says what is lacking."""
    faults = "一是合同审查滞后，有5份合同审查后才补签；二是执法力量不足，执法人员仅3名；三是行政诉讼败诉1件，教训深刻。"
    found = _told_under(faults)
    told = ["contracts_reviewed 41", "enforcement_officers 3", "lawsuits_lost 1"]
    assert found["二、存在的不足"] == told
    assert found["二、其他工作"] == [told[0], "contracts_reviewed 5", *told[1:]]


def _in_plan(items: str) -> list[str]:
    report = f"青禾镇2024年法治政府建设年度报告\n一、主要成效\n举办活动，成效明显。\n二、2025年工作计划\n{items}\n"
    mentions = extractor().read_text(report, 2024).reading.mentions
    return [f"{m.metric.id} {m.value} {m.period.year} {m.period.basis}" for m in mentions]


def test_an_item_that_makes_up_for_a_shortcoming_stays_a_plan() -> None:
    assert _in_plan("（一）培训村干部2期，补上法律短板。") == ["legal_training_sessions 2 2025 planned"]


def test_both_counts_from_which_a_plan_goes_on_are_no_plan_of_it() -> None:
    assert _in_plan("（一）进京越级访由6批9人次降到2批3人次。") == [
        "petition_batches 2 2025 planned",
        "petition_persons 3 2025 planned",
    ]


GUARDS = {
    "an audience of half a year": (
        "上半年开展普法活动12场，共计发放宣传资料3000份。",
        ["publicity_events part", "publicity_materials part"],
    ),
    "half a year and half a year": (
        "上半年受理纠纷40件、下半年受理纠纷60件，合计100件。",
        ["disputes_received part", "disputes_received part", "disputes_received township"],
    ),
}


@pytest.mark.parametrize(("text", "expected"), list(GUARDS.values()), ids=list(GUARDS))
def test_of_one_part_of_the_year_nothing_is_added_up(text: str, expected: list[str]) -> None:
    found = extractor().read_text(text, 2024).reading.mentions
    assert [f"{mention.metric.id} {mention.scope}" for mention in found] == expected
