"""Kinds and ways that are parts, verbs behind numbers and what only looks counted, on sentences of our own."""

import pytest

from extract.matching.examples import read_example
from tests.matching.whole_reports import extractor, read_report

CASES = {
    "items that leave out what the first one said": (
        "1.东街社区。化解纠纷41起。\n2.西街社区。化解33起；普法活动8场。\n3.河堤社区。化解29起。",
        "disputes_resolved: 41; disputes_resolved: 33; publicity_events: 8; disputes_resolved: 29",
    ),
    "languages of one thing": (
        "发出去的宣传单，傣文的2100份，景颇文的1800份，汉文的5600份。",
        "publicity_materials: 2100; publicity_materials: 1800; publicity_materials: 5600",
    ),
    "kinds in a row of which some have the noun": (
        "邻里纠纷31件、婚姻18件、土地纠纷12件、债务6件。",
        "disputes_received: 31; disputes_received: 18; disputes_received: 12; disputes_received: 6",
    ),
    "all but one": ("除1名同志休产假，112人坐进考场参加学法考试。", "law_exam_participants: 112"),
    "what still lies there": ("仍有45件纠纷停在调解桌上。", ""),
    "what was kept from happening": (
        "调解纠纷186件，其中疑难纠纷12件，防止民转刑2件。",
        "disputes_mediated: 186; disputes_mediated: 12",
    ),
    "the ways of mediation are parts of what was registered": (
        "全年登记矛盾纠纷150件，其中人民调解100件、行政调解30件、司法调解20件。",
        "disputes_received: 150; disputes_received: 100; disputes_received: 30; disputes_received: 20",
    ),
    "and of what was settled": (
        "成功化解纠纷150件，其中人民调解100件、行政调解50件。",
        "disputes_resolved: 150; disputes_resolved: 100; disputes_resolved: 50",
    ),
    "the label says how the row ended": (
        "谈拢的：人民调解96件，行政调解28件，司法调解14件，三项加总138件。",
        "disputes_resolved: 96; disputes_resolved: 28; disputes_resolved: 14; disputes_resolved: 138",
    ),
    "what was not settled": ("未调成的：人民调解6件，行政调解2件。", ""),
    "what came online is of the petitions": (
        "信访件96件，其中县长信箱30件、网上40件、来访26件。",
        "petitions_handled: 96; petitions_handled: 30; petitions_handled: 40; petitions_handled: 26",
    ),
    "holders by who they are": (
        "年末持证人数21人，其中执法中队队员17人、分管领导4人。",
        "enforcement_certificate_holders: 21; enforcement_certificate_holders: 17; enforcement_certificate_holders: 4",
    ),
    "officers who hold one": ("执法人员21名，其中持证17名。", "enforcement_officers: 21; enforcement_certificate_holders: 17"),
    "venues behind 含": (
        "普法活动合计36场次，含进村20场、进企业6场、进校园10场。",
        "publicity_events: 36; publicity_events: 20; publicity_events: 6; school_law_lessons: 10",
    ),
    "the last of several venues": (
        "圩日摆点、进工地、进学校办普法活动共22场，其中圩日摆点15场。",
        "publicity_events: 22; publicity_events: 15",
    ),
    "one venue": ("进学校开展普法活动5场。", "school_law_lessons: 5"),
    "tickets by who passed them on, with a rest": (
        "12345热线全年转来工单380件。市级平台派转302件，区长信箱并入48件，其余30件由值班电话自接。",
        "hotline_tickets: 380; hotline_tickets: 302; hotline_tickets: 48",
    ),
    "tickets by what they are about, and by month": (
        "热线交办工单900件。内容上，饮水191件、村道172件居前。6月最多，达110件；2月最少，仅有40件。",
        "hotline_tickets: 900; hotline_tickets: 191; hotline_tickets: 172; hotline_tickets: 110; hotline_tickets: 40",
    ),
    "petitions by answers to questions": (
        "全年受理信访事项180件。谁来办：领导领办52件，书记包保16件。",
        "petitions_handled: 180; petitions_handled: 52; petitions_handled: 16",
    ),
    "what became of some is no kind": ("受理纠纷97件，化解90件，移交7件。", "disputes_received: 97; disputes_resolved: 90"),
    "a quarter with its reason": (
        "排查受理纠纷315件。按时间看，一季度正值返乡，收到118件；二季度76件；三季度121件。",
        "disputes_received: 315; disputes_received: 118; disputes_received: 76; disputes_received: 121",
    ),
    "a part that another body did": (
        "执法人员培训：全年9期，其中县司法局统一组织3期，镇里自办6期。",
        "enforcement_training_sessions: 9; enforcement_training_sessions: 3; enforcement_training_sessions: 6",
    ),
    "the rest is the last kind": (
        "合法性审查37件。其中合同28件，规范性文件备案1件，其余为事项类8件。",
        "legal_reviews: 37; contracts_reviewed: 28; normative_documents_reviewed: 1; legal_reviews: 8",
    ),
    "headings of one character": (
        "二、审：合同69份，意见书16份",
        "contracts_reviewed: 69; legal_opinions: 16",
    ),
    "another": ("三、罚：案件65起，罚款10.26万元", "penalty_cases: 65; fines_amount: 102600"),
    "the verb is another's, and stands behind": (
        "130件由镇村两级出面调解，总计124件予以化解。",
        "disputes_resolved: 124",
    ),
    "the verb behind the noun": ("便民服务大厅4620件事项受理办结。", "service_items_handled: 4620"),
    "the verb behind some of many": ("企业反映的31个难题中28个得到解决。", "enterprise_issues_resolved: 28"),
    "who passed": ("本年3人执法资格考试予以通过。", "enforcement_certificates_obtained: 3"),
    "an exam for the certificate": (
        "报考执法资格全省统一考试，报名9人，实际走进考场8人，考试过关6人。",
        "enforcement_certificates_obtained: 6",
    ),
    "an exam on law": ("持证考试参加5人；学法考试参考66人。", "law_exam_participants: 66"),
    "whom each case needs": ("每宗案件必有2名持证人员到场。", ""),
    "steps of one case": ("两兄弟争一棵老树，村上调了3回、镇上调了2回，最后立了字据。", ""),
    "a call at night": ("包村领导半夜到场处置突发纠纷3次。", ""),
    "suits between others": (
        "受理纠纷31起，当场调解成功27起，2起转司法所，2起劝导诉讼。",
        "disputes_received: 31; disputes_resolved: 27",
    ),
    "passed on": ("涉及金额540万元的2件工程欠款纠纷移送县法院。", ""),
    "the next village": (
        "溪口村一年就调了纠纷31件，居各村之首；上坪村仅6件。",
        "disputes_mediated: 31; disputes_mediated: 6",
    ),
    "the end of last year": (
        "上年末全镇持行政执法证的13人；年末持证人数17人。",
        "enforcement_certificate_holders: 13 2023; enforcement_certificate_holders: 17",
    ),
}
CHANGES = {
    "from last year's value a year on": "白沙镇2024年工作总结\n全年受理热线412单。2023年是469单，一年少了57单，降12.2%。",
    "both years before": "白沙镇2024年工作总结\n2023年办理行政处罚案件56起，今年49起，一年少了7起，降12.5%。",
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_structure(text: str, expected: str) -> None:
    assert sorted(read_example(extractor(), text).elements()) == sorted(filter(None, expected.split("; ")))


@pytest.mark.parametrize("text", CHANGES.values(), ids=CHANGES.keys())
def test_years_of_a_change_told_twice(text: str) -> None:
    changes = read_report(text).reading.changes
    assert [(change.from_year, change.to_year) for change in changes] == [(2023, 2024)] * 2


def test_kinds_that_add_up_to_a_whole_told_further_up() -> None:
    """A heading runs in and other points were told since: four kinds or more that make a large sum are of it."""
    text = (
        "白沙镇2024年工作总结\n（一）总账。全年登记矛盾纠纷170件。经镇村调解168件。\n（二）村账。各村都有台账，月月对账。\n"
        "（三）类账。邻里相争64件，婚姻家庭58件，山林土地31件，工钱拖欠17件。\n"
    )
    told = [int(mention.value) for mention in read_report(text).reading.mentions if mention.metric.id == "disputes_received"]
    assert told == [170, 64, 58, 31, 17]


def test_another_town_right_behind_our_own() -> None:
    """Its figures are none of ours, whether the own town is named or only meant."""
    text = "白沙镇2024年工作总结\n全年未出台行政规范性文件，前溪镇出了2件。普法活动41场，前溪镇是60场。\n"
    told = {(mention.metric.id, int(mention.value)) for mention in read_report(text).reading.mentions}
    assert told == {("normative_documents_issued", 0), ("publicity_events", 41)}
