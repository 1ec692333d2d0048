"""Whole reports changed in ways that must change nothing, or only what the change says."""

import random
import re
from collections.abc import Callable
from itertools import pairwise

import pytest

from tests.matching.small_library import observations
from tests.matching.whole_reports import is_wrapped, read_report, reports, stated

NUMERALS = "一二三四五六七八九十"
HAN = "[\u4e00-\u9fff]"
Change = Callable[[str, random.Random], str]


def spaces(text: str, rng: random.Random) -> str:
    """Spaces between Chinese characters, also ideographic ones."""
    return re.sub(f"(?<={HAN})(?={HAN})", lambda _: rng.choice(["", "", "", "", " ", "\u3000"]), text)


def spaced_numbers(text: str, rng: random.Random) -> str:
    """Spaces around digits: 6 场次."""
    return re.sub(f"(?<=[0-9])(?={HAN})|(?<={HAN})(?=[0-9])", lambda _: rng.choice(["", " "]), text)


def page_furniture(text: str, rng: random.Random) -> str:
    """Page numbers between paragraphs."""
    numbers = ["\n", "\n", "\n— 3 —\n", "\n- 12 -\n", "\n第3页 共9页\n"]
    return re.sub(r"(?<=。)\n", lambda _: rng.choice(numbers), text)


def windows_breaks(text: str, _: random.Random) -> str:
    """CRLF."""
    return text.replace("\n", "\r\n")


def empty_lines(text: str, _: random.Random) -> str:
    """An empty line after every line."""
    return text.replace("\n", "\n\n")


def breaks_behind_commas(text: str, rng: random.Random) -> str:
    """Line breaks inside sentences, where a clause ends; they would hide the margin of a text that is wrapped already."""
    return (
        text
        if is_wrapped(text)
        else re.sub(f"(?<={HAN}，)(?={HAN}{{4}})", lambda _: rng.choice(["", "", "", "\n", "\r\n"]), text)
    )


def invisible_characters(text: str, rng: random.Random) -> str:
    """NUL, zero-width space, byte order mark and direction marks between sentences."""
    return re.sub("(?<=。)", lambda _: rng.choice(["", "\x00", "\u200b", "\ufeff", "\u200e", "\u202c"]), text)


def full_width(text: str, _: random.Random) -> str:
    """Full-width digits."""
    return text.translate(str.maketrans("0123456789%", "０１２３４５６７８９％"))


def unrelated_sentences(text: str, rng: random.Random) -> str:
    """A sentence of something else between sentences."""
    return re.sub("(?<=。)(?=[^\n”）])", lambda _: rng.choice(["", "", "", "绿化亮化有序推进。"]), text)


CHANGES: list[Change] = [
    spaces,
    spaced_numbers,
    page_furniture,
    windows_breaks,
    empty_lines,
    breaks_behind_commas,
    invisible_characters,
    full_width,
    unrelated_sentences,
]


@pytest.mark.parametrize("name", reports())
@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_layout_changes_nothing(change: Change, name: str) -> None:
    text = reports()[name]
    before, after = read_report(text), read_report(change(text, random.Random(name)))
    assert after.identity.year == before.identity.year
    assert len(stated(before)) > 10
    assert stated(after) - stated(before) == {}
    assert stated(before) - stated(after) == {}


def sections(text: str) -> tuple[str, list[str]]:
    """What stands before the first heading, and the sections with their headings."""
    head, *rest = re.split(rf"(?m)^(?=(?:\*\*|#+ ?)?[{NUMERALS}]、)", text)
    return head, rest


SECTIONED = [name for name, text in reports().items() if len(sections(text)[1]) > 2 and not is_wrapped(text)]


def test_enough_reports_have_sections() -> None:
    assert len(SECTIONED) >= 5


@pytest.mark.parametrize("name", SECTIONED)
def test_the_order_of_sections_changes_nothing(name: str) -> None:
    text = reports()[name]
    head, (*body, last) = sections(text)
    turned = [re.sub(f"[{NUMERALS}]", NUMERALS[place], part, count=1) for place, part in enumerate(reversed(body))]
    assert stated(read_report(head + "".join(turned) + last)) == stated(read_report(text))


@pytest.mark.parametrize("name", SECTIONED)
def test_a_plan_section_never_yields_an_actual(name: str) -> None:
    text = reports()[name]
    year = read_report(text).identity.year
    assert year is not None
    _, body = sections(text)
    lines = [line for part in body for line in part.split("\n")[1:]]
    paragraphs = [line for line in lines if line.startswith("- ") or (line.endswith("。") and not line.startswith("|"))]
    # 由今年的3期加到5期: only what is called this year's is told as done
    paragraphs = [line for line in paragraphs if not re.search("[由从]今年的", line)]
    plan = (
        f"云溪镇{year}年法治政府建设年度报告\n一、主要做法\n举办活动，成效明显。\n二、{year + 1}年工作计划\n"
        + "\n".join(paragraphs)
        + "\n"
    )
    result = read_report(plan)
    assert result.identity.year == year
    mentions = [m for m in result.reading.mentions if m.sentence.role == "plan"]
    assert len(mentions) > 5
    assert {m.period.basis for m in mentions} == {"planned"}
    assert [o.metric.id for o in result.observations_found] == []


def achievements(text: str) -> list[str]:
    """The paragraphs of the first section, without headings and tables."""
    _, body = sections(text)
    return [line for line in body[0].split("\n")[1:] if line.endswith("。") and not line.startswith("|")]


@pytest.mark.parametrize(("one", "other"), list(pairwise(SECTIONED)))
def test_two_reports_in_one_state_what_both_state(one: str, other: str) -> None:
    def report(*paragraphs: str) -> str:
        return "云溪镇2024年法治政府建设年度报告\n一、主要做法和成效\n" + "\n".join(paragraphs) + "\n"

    first, second = achievements(reports()[one]), achievements(reports()[other])
    separate = stated(read_report(report(*first))) + stated(read_report(report(*second)))
    assert stated(read_report(report(*first, "绿化亮化有序推进。", *second))) == separate


def test_an_observation_does_not_depend_on_the_order_of_sentences() -> None:
    sentences = ["全年共审查合同50份。", "柳河村审查合同20份。", "排查纠纷30起，化解28起。", "参考率、合格率均达100%。"]
    expected = observations("".join(sentences))
    rng = random.Random(7)
    for _ in range(10):
        assert observations("".join(rng.sample(sentences, len(sentences)))) == expected
