"""The layout of a scene: endless sentences are cut, so that no rule looks without bound."""

from itertools import pairwise

import pytest

from extract.matching.sentence_ends import bounded_ends
from tests.matching.small_library import read


@pytest.mark.parametrize(
    ("clean", "ends"),
    [
        ("化解纠纷。举办讲座。", [5, 10]),
        ("化解纠纷", []),
        ("纠" * 3000, [3000]),
        ("纠，" * 1500, [3000]),
        ("纠；" * 700 + "。" + "讲座。", [1401, 1404]),
    ],
)
def test_sentences_are_bounded(clean: str, ends: list[int]) -> None:
    bounded = bounded_ends(clean, ends)
    assert bounded[-1] == len(clean)
    assert set(ends) <= set(bounded)
    assert all(0 < after - before <= 600 for before, after in pairwise([0, *bounded]))


def test_an_endless_sentence_is_cut_at_a_comma() -> None:
    clean = "化解纠纷，" * 400
    assert all(clean[end - 1] == "，" for end in bounded_ends(clean, [len(clean)]))


def test_a_semicolon_ends_the_sentences_of_a_text_without_other_stops() -> None:
    told = "本县近年来案件不少；去年全县当年受理纠纷900件；镇里开展排查；"
    filler = "干部走村入户把政策讲清楚把道理讲透彻；" * 30
    clean = f"{told}化解纠纷38件；较2023年的46件减少8件；{filler}明年打算化解纠纷50件；举办讲座12场；"
    bounded = bounded_ends(clean, [len(clean)])
    pieces = [clean[start:end] for start, end in pairwise([0, *bounded])]
    assert "化解纠纷38件；较2023年的46件减少8件；" in pieces
    assert pieces[-1] == "明年打算化解纠纷50件；举办讲座12场；"


def test_sentences_know_their_figures_words_and_section() -> None:
    (sentence,) = read("一、平安建设\n植树造林。排查纠纷30起，2023年为20起。").scene.sentences
    assert [figure.value for figure in sentence.figures] == [30, 20]
    assert [other.year for other in sentence.others] == [2023]
    assert sentence.heading == "一、平安建设"
    assert sentence.start < sentence.figures[0].start < sentence.end
