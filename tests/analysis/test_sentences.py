"""What is told of a sentence by itself, held against the same told in the plainest way."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.analysis.sentences import introduces_sum, sentence_key, speaks_of_the_year

PLAIN_SUM = re.compile(r"(?:(?:合计|共计|总计|一共|总共|合共)(?:有|为|达)?|[，,、]共辖?)$")
PLAIN_YEAR = re.compile(r"(?:19|20)[0-9]{2}|[一二三四五六七八九〇零○]{4}(?=年)")
PIECES = (
    "全年 一年来 本年度 年度内 2023年 2024年度 3月 二○二三年 一二三四五年 1998 合计 共计有 ，共辖 、共 。 ； | 办结 17 件"
    " \n \ufeff \u3000"
).split(" ")
TEXTS = st.lists(st.one_of(st.sampled_from(PIECES), st.text("年度全二〇三129 \n，。合计共辖有", max_size=3)), max_size=9).map(
    "".join
)


@given(TEXTS)
def test_a_sum_is_introduced_at_the_end(before: str) -> None:
    assert introduces_sum(before) is (PLAIN_SUM.search(before) is not None)


@given(TEXTS)
def test_only_the_last_clause_speaks_of_the_year(before: str) -> None:
    clause = re.split(r"[，,；;。：:！!？?\n|]", before)[-1]
    assert speaks_of_the_year(before) is (re.search(r"全年|一年来|本年度|年度内|20[0-9]{2}年度?(?![0-9]*月)", clause) is not None)


@given(TEXTS)
def test_a_key_leaves_years_and_blanks_out(sentence: str) -> None:
    assert sentence_key(sentence) == re.sub(r"[\s\ufeff\u3000]+", "", PLAIN_YEAR.sub("", sentence))


@pytest.mark.parametrize(
    ("before", "is_sum"),
    [("17个村、2个社区，合计", True), ("，共辖", True), ("全年共开展", False), ("合计开展", False), ("共计为\n", True)],
)
def test_sums(before: str, is_sum: bool) -> None:
    assert introduces_sum(before) is is_sum
