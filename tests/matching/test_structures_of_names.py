"""Figures beside words that name what they do not count, and levels of two years, on sentences of our own."""

import pytest

from extract.matching.examples import read_example
from tests.matching.whole_reports import extractor

CASES = {
    "some who are lent out": ("2名持证人员长期借调县直部门。", ""),
    "some of them who are away": ("持证人员中有2名长期借调在外。", ""),
    "some who left": ("3名持证人员今年调走，人民调解员40名。", "mediators: 40"),
    "retired people who came": ("聘请2名退休法官担任人民调解员。", "mediators: 2"),
    "some who are old": ("4名调解员年龄偏大。", ""),
    "what any one must mind": ("1名执法人员平均要看住2公里海岸线。", ""),
    "what is still to do": ("仍有23条隐患处在整改期内。", ""),
    "meetings on other things": (
        "党委会议专题研究法治建设3次，镇长办公会议研究综治、信访事项18次。",
        "law_work_meetings: 3",
    ),
    "a meeting on what was named before": ("镇党委高度重视法治建设，全年专题研究相关工作6次。", "law_work_meetings: 6"),
    "helpers of another kind": ("人民调解员28人。村里的老人也请出来帮忙，请了十三位。", "mediators: 28"),
    "done once, and how many": ("对历年旧文件做了一次清理，共清理7份。", "normative_documents_reviewed: 7"),
    "ordered and not yet done": ("检查企业65家，发现问题22个，已责令限期改正。", "places_inspected: 65; hazards_found: 22"),
    "only to be printed": ("明年编一本普法读本，印三千本。", ""),
    "new certificates among those held": (
        "持有执法证的11人，其中有2人为当年新取得。",
        "enforcement_certificate_holders: 11; enforcement_certificates_obtained: 2",
    ),
    "newly passed among those held": (
        "执法人员12名，10名持证，其中3名是今年新考的。",
        "enforcement_officers: 12; enforcement_certificate_holders: 10; enforcement_certificates_obtained: 3",
    ),
    "still only so many the year before": (
        "“法律明白人”前一年还只有22名，今年是44名。",
        "law_literate_people: 22 2023; law_literate_people: 44",
    ),
    "the year before in another word": (
        "法律明白人头年22名，今年44名。",
        "law_literate_people: 22 2023; law_literate_people: 44",
    ),
    "at the ends of two years": (
        "持证人员去年底12名，今年底16名。",
        "enforcement_certificate_holders: 12 2023; enforcement_certificate_holders: 16",
    ),
    "formerly and by now": (
        "“法律明白人”原有22名，如今已有44名。",
        "law_literate_people: 22 2023; law_literate_people: 44",
    ),
    "staff of whom good is told": (
        "12名执法人员业务能力不断提升。18名人民调解员人均调解纠纷5件。",
        "enforcement_officers: 12; mediators: 18",
    ),
    "suits that are being heard": ("行政复议案件2件处于审理阶段。", "administrative_reconsiderations: 2"),
    "done as was required": ("反馈问题8个，均已按要求整改。", "problems_rectified: 8"),
    "what there is by now of what there was": (
        "原有持证人员8名，今年新考取4名，现有12名。",
        "enforcement_certificate_holders: 8; enforcement_certificates_obtained: 4; enforcement_certificate_holders: 12",
    ),
    "last year's of the whole, by its amount": (
        "法治讲座20场，12场在校园，比去年的16场多4场。",
        "law_lectures: 20; law_lectures: 16 2023",
    ),
    "one lecture beside things by the batch": ("组织法治讲座一场，印发资料一批。", "law_lectures: 1"),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_structure(text: str, expected: str) -> None:
    assert sorted(read_example(extractor(), text).elements()) == sorted(filter(None, expected.split("; ")))
