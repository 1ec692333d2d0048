"""Lists whose unit stands once, in a bracket before them; on sentences of our own and with the project's library."""

import pytest

from extract.matching.examples import read_example
from tests.matching.whole_reports import extractor

CASES = {
    "kinds of one thing": (
        "纠纷受理情况（单位：件）：邻里31；婚姻18；欠薪6。",
        "disputes_received: 31; disputes_received: 18; disputes_received: 6",
    ),
    "money": ("罚款数额（单位：万元）：市容1.2；环保3.45。", "fines_amount: 12000; fines_amount: 34500"),
    "separators of another kind, and thousands": (
        "政府信息公开（条）：惠农1,203、疫情防控187、社保90。",
        "government_information_published: 1203; government_information_published: 187; government_information_published: 90",
    ),
    "the unit without its label": (
        "程序构成（起）：简易程序41，普通程序9。",
        "penalty_cases_simple: 41; penalty_cases_ordinary: 9",
    ),
    "one item is no list": ("来访情况（单位：件）：共处理。", ""),
    "items with units of their own": ("信访渠道（单位：件）：来信7件。", "petitions_handled: 7"),
}


@pytest.mark.parametrize(("text", "reads"), CASES.values(), ids=list(CASES))
def test_the_unit_is_lent_to_every_item(text: str, reads: str) -> None:
    found = read_example(extractor(), text)
    assert sorted(found.elements()) == sorted(reads.split("; ") if reads else [])
