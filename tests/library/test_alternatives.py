"""Words written with alternatives: what an entry stands for. Its mistakes are in malformed.yaml."""

import pytest

from extract.errors import LibraryError
from extract.library import load_library_text
from extract.library.alternatives import MOST_WORDS, written_out
from extract.library.model import Library
from extract.matching.difference import description
from tests.library.small import SMALL
from tests.matching.small_library import told
from tests.timing import assert_takes


def with_words(words: str) -> Library:
    """SMALL with other words for <化解>."""
    return load_library_text(SMALL.replace("[化解, 调解成功]", words), "metrics.yaml")


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        pytest.param("化解", "化解", id="no bracket"),
        pytest.param("偷(建/搭/盖)的", "偷建的 偷搭的 偷盖的", id="a bracket inside the word"),
        pytest.param("(联合/联手)(上门/入企)", "联合上门 联合入企 联手上门 联手入企", id="two brackets, the first changing last"),
        pytest.param("建(起来/)", "建起来 建", id="nothing as the last alternative"),
        pytest.param("建(/起来)", "建 建起来", id="nothing as the first alternative"),
        pytest.param("村（社区(、居委会/)）", "村（社区、居委会） 村（社区）", id="full-width brackets are text"),
        pytest.param("合同/协议", "合同/协议", id="a slash outside brackets is text"),
        pytest.param(
            "(县/市)(/级)(、/和)乡", "县、乡 县和乡 县级、乡 县级和乡 市、乡 市和乡 市级、乡 市级和乡", id="marks of a list"
        ),
        pytest.param("(建/建起)(起来/来)", "建起来 建来 建起起来 建起来", id="two ways to the same word"),
    ],
)
def test_an_entry_stands_for_every_choice(entry: str, words: str) -> None:
    assert written_out(entry) == (words.split(), [])


def test_an_entry_may_stand_for_many_words_but_not_for_any_number() -> None:
    most = "".join(f"({'/'.join('一二三四五六七八九十'[:count])})" for count in (10, 10, 10, 2))
    assert len(written_out(most)[0]) == MOST_WORDS
    assert written_out("(一/二)" * 60)[0] == []


def test_the_library_holds_the_words_written_out() -> None:
    library = with_words("[(成功/)(化解/调解成功), 平息]")
    assert library.word_sets["化解"].words == ("成功化解", "成功调解成功", "化解", "调解成功", "平息")
    assert library.warnings == ()


def test_a_library_with_alternatives_is_the_same_as_one_with_the_words_in_full() -> None:
    short, long = with_words("[(成功/)化解]"), with_words("[成功化解, 化解]")
    assert short.hash == long.hash
    assert description(short) == description(long)


def test_they_bound_under_bounds_too() -> None:
    text = SMALL.replace("metrics:\n", "bounds:\n  actions:\n    劝返: [劝(返/回)]\nmetrics:\n", 1)
    assert load_library_text(text).word_sets["劝返"].words == ("劝返", "劝回")


def test_a_report_is_read_by_each_of_the_words() -> None:
    from extract.matching.result import Extractor

    extractor = Extractor(with_words("[(成功/)(调解/劝)(和/好)(了/)]"))
    for word in ("成功调解和", "劝好了", "调解好"):
        assert told(extractor.read_text(f"全年{word}纠纷96起。", 2024)) == ["disputes_resolved 96"], word


@pytest.mark.parametrize(
    ("words", "warnings"),
    [
        pytest.param("[(调/劝)和, (劝/说)和]", [], id="made by two entries"),
        pytest.param("[(建/建起)(起来/来)]", [], id="made twice by one entry"),
        pytest.param("[调和, (调/劝)和]", [], id="written and made"),
        pytest.param("[(调/劝)和, 调和]", [], id="made and written"),
        pytest.param("[调和, 调和]", ["'调和' stands twice in '化解'"], id="written twice"),
        pytest.param("[(调/劝)和, (调/劝)和]", ["'(调/劝)和' stands twice in '化解'"], id="an entry written twice"),
        pytest.param(
            "[调（和/解）]",
            ["the brackets of '调（和/解）' are full-width, so that they stand for themselves"],
            id="full-width brackets with alternatives",
        ),
    ],
)
def test_only_what_is_written_twice_stands_there_twice(words: str, warnings: list[str]) -> None:
    library = with_words(words)
    assert [warning.what for warning in library.warnings] == warnings
    held = library.word_sets["化解"].words
    assert len(held) == len(set(held))


def test_the_whole_message() -> None:
    with pytest.raises(LibraryError) as caught:
        with_words("[化解, 调解(成功/完毕]")
    assert str(caught.value.problems[0]) == (
        "metrics.yaml:10:16 [words.actions.化解] a bracket of '调解(成功/完毕' is not closed. "
        "Allowed: as in 偷(建/搭)(起来/)的: half-width brackets one after the other, a half-width slash between alternatives. "
        "Fix: write the half-width ) behind the last alternative."
    )


def test_a_quoted_entry_names_its_column_too() -> None:
    with pytest.raises(LibraryError) as caught:
        with_words('[化解, " 调解(成功/完毕"]')
    assert (caught.value.problems[0].line, caught.value.problems[0].column) == (10, 18)


def test_a_file_of_alternatives_fills_no_memory() -> None:
    bomb = "".join(f"    词{n}: [" + ", ".join(f"(一/二){k}" + "(一/二)" * 9 for k in range(20)) + "]\n" for n in range(200))
    text = SMALL.replace("  actions:\n", "  more:\n" + bomb + "  actions:\n")

    def refused() -> None:
        with pytest.raises(LibraryError, match="the file has more than 500000 words"):
            load_library_text(text)

    assert_takes(refused, at_most=5.0)
