"""分别: figures in a row go to the nouns of the list before, in order."""

import pytest

from tests.matching.small_library import mentions


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("参考率、合格率分别为98%、96%。", ["participation_rate 98", "pass_rate 96"]),
        ("合格率、参考率分别为96%、98%。", ["pass_rate 96", "participation_rate 98"]),
        ("参考率与合格率分别达99%和95%。", ["participation_rate 99", "pass_rate 95"]),
        ("参考率、合格率依次为98%、96%。", ["participation_rate 98", "pass_rate 96"]),
        ("简易程序、普通程序案件分别为8件、3件。", ["simple 8", "ordinary 3"]),
        ("行政复议、行政诉讼和越级上访分别为3件、2件、1批次。", ["reconsiderations 3", "lawsuits 2", "batches 1"]),
        ("发放手册、海报分别为300份和200张。", ["materials 300", "materials 200"]),
        ("全年参考率稳定，简易程序、普通程序分别为8件、3件。", ["simple 8", "ordinary 3"]),
    ],
)
def test_pairs_in_order(text: str, expected: list[str]) -> None:
    assert mentions(text) == expected


def test_another_noun_between_pairs_nothing() -> None:
    assert mentions("简易程序、普通程序分别对应行政诉讼2件、1件。") == ["lawsuits 2", "lawsuits 1"]


def test_the_noun_behind_pairs_nothing() -> None:
    assert mentions("东西两片分别举办讲座2场、1场。") == ["lectures 2", "lectures 1"]
