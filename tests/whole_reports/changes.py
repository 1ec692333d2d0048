"""Ways in which a report comes that change nothing of what it states: other layouts, other characters, other numerals."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from decimal import Decimal

import cn2an

from extract.figures.quantity import FIGURE
from extract.figures.scanner import find_quantities
from extract.flow import make_flow
from extract.folding import fold
from tests.matching.test_metamorphic import CHANGES as LAYOUTS
from tests.matching.test_metamorphic import HAN
from tests.matching.test_metamorphic import breaks_behind_commas as broken_behind_commas
from tests.matching.whole_reports import is_wrapped

Change = Callable[[str, random.Random], str]
#: a page ends here: what a converter leaves of its foot and of the next page's head
_PAGE_ENDS = ["\n— 3 —\n", "\n- 12 -\n", "\n第3页 共9页\n", "\n\x0c\n", "\n\n— 4 —\n\n"]
_ASCII = str.maketrans("，；：（）？！％", ",;:()?!%")
_FULL = str.maketrans("0123456789%,.", "０１２３４５６７８９％，．")
_BLOCK = re.compile(r"(?m)^(?!\||.*\t).{40,}$")
_SMALLEST, _LARGEST = 11, 9_999


def breaks_behind_commas(text: str, chance: random.Random) -> str:
    """Line breaks inside sentences, where a clause ends."""
    return text if is_wrapped(text) else broken_behind_commas(text, chance)


def page_ends_in_sentences(text: str, chance: random.Random) -> str:
    """Page numbers in the middle of sentences, behind a comma."""
    if is_wrapped(text):
        return text.replace("，\n", "，" + _PAGE_ENDS[0])
    return re.sub(f"(?<={HAN}，)(?={HAN}{{4}})", lambda _: chance.choice(["", "", "", *_PAGE_ENDS]), text)


def page_ends_anywhere(text: str, chance: random.Random) -> str:
    """Page numbers between any two Chinese characters of a long line, as a page ends where it is full."""

    if is_wrapped(text):
        return text  # its pages end where its lines end

    def broken(block: re.Match[str]) -> str:
        line = block[0]
        places = [found.start() for found in re.finditer(f"(?<={HAN})(?={HAN})", line) if 15 < found.start() < len(line) - 15]
        if not places:
            return line
        at = chance.choice(places)
        return line[:at] + chance.choice(_PAGE_ENDS[:3]) + line[at:]

    return _BLOCK.sub(broken, text)


def wrapped(text: str, chance: random.Random) -> str:
    """Every line broken at a margin, inside words and numbers too, as text taken from a page is."""
    width = chance.choice([56, 68, 80])
    if sum(_columns(line) > width for line in text.split("\n")) < 4 or is_wrapped(text):
        return text  # too short to show its margin, or broken at another one already
    return "\n".join(
        piece for line in text.split("\n") for piece in ([line] if line.startswith("|") or "\t" in line else _filled(line, width))
    )


def _filled(line: str, width: int) -> list[str]:
    """A line in pieces of so many columns; a Chinese character takes two."""
    pieces, piece, columns = [], "", 0
    for sign in re.split(r"(\*\*|.)", line):
        size = _columns(sign)
        if columns + size > width:
            pieces.append(piece)
            piece, columns = "", 0
        piece += sign
        columns += size
    return [*pieces, piece]


def _columns(text: str) -> int:
    return sum(1 if ord(sign) < 0x800 else 2 for sign in text)


def indented(text: str, _: random.Random) -> str:
    """Every paragraph behind two ideographic spaces."""
    return re.sub(r"(?m)^(?=[^|\s#*])", "\u3000\u3000", text)


def ascii_marks(text: str, _: random.Random) -> str:
    """Half-width commas, colons and brackets."""
    return text if is_wrapped(text) else text.translate(_ASCII)  # narrower lines would no longer reach its margin


def full_width_marks(text: str, _: random.Random) -> str:
    """Full-width digits, points and percent signs."""
    return text.translate(_FULL)


def traditional(text: str, _: random.Random) -> str:
    """The same in traditional characters, as a mirror of a page shows it."""
    return text.translate(_to_traditional())


def bold(text: str, chance: random.Random) -> str:
    """Markdown's bold around some lines and numbers."""
    text = re.sub(
        r"(?<=[^\d.,*])(\d+)(?=[^\d.,%*])", lambda found: f"**{found[1]}**" if chance.random() < 0.2 else found[1], text
    )
    return re.sub(r"(?m)^([一二三四五六七八九十]+、[^*\n]{2,20})$", r"**\1**", text)


def chinese_numerals(text: str, chance: random.Random) -> str:
    """Some Arabic numbers written in Chinese."""
    return _rewritten(text, chance, re.compile("[0-9]+"), lambda value: str(cn2an.an2cn(str(value), "low")))


def grouped_digits(text: str, chance: random.Random) -> str:
    """Some numbers of four digits and more with a comma."""
    return _rewritten(text, chance, re.compile("[0-9]{4}"), lambda value: f"{value:,}")


def arabic_numerals(text: str, chance: random.Random) -> str:
    """Some Chinese numbers written with digits."""
    return _rewritten(text, chance, re.compile("[一二三四五六七八九十百千零两]+"), str)


def _rewritten(text: str, chance: random.Random, written: re.Pattern[str], write: Callable[[int], str]) -> str:
    """The text with some of its counts written another way; small ones are left, since they are part of many words."""
    flow = make_flow(text)
    for quantity in reversed(find_quantities(flow.clean)):
        value = quantity.value
        if quantity.kind != FIGURE or value is None or quantity.high is not None or value != int(value):
            continue
        if flow.clean[: quantity.start].endswith("上"):
            continue  # 上百次 is written in characters alone
        number = _number(flow.clean[quantity.start : quantity.end], value, written)
        if number is None or chance.random() < 0.3:
            continue
        start, end = flow.raw_span(quantity.start, quantity.start + len(number))
        if fold(text[start:end]) == number:
            text = text[:start] + write(int(value)) + text[end:]
    return text


def _number(figure: str, value: Decimal, written: re.Pattern[str]) -> str | None:
    """The number at the start of a figure, where it stands there in full."""
    found = written.match(figure)
    behind = figure[found.end() : found.end() + 1] if found else ""  # more of the number, so that it is not whole
    if (
        found is None
        or not _SMALLEST <= value <= _LARGEST
        or behind in tuple("万亿千百十余多几.0123456789,， 分半成%一二三四五六七八九")
    ):
        return None
    return found[0]


def _to_traditional() -> dict[int, str]:
    table: dict[int, str] = {}
    for line in _table_lines():
        simple, other = line
        table.setdefault(ord(simple), other)
    return table


def _table_lines() -> list[tuple[str, str]]:
    """Pairs of a simplified character and a traditional one that is folded to it."""
    pairs = []
    for code in range(0x4E00, 0xA000):
        folded = fold(chr(code))
        if folded != chr(code) and 0x4E00 <= ord(folded) < 0xA000:
            pairs.append((folded, chr(code)))
    return pairs


CHANGES: list[Change] = [
    *(change for change in LAYOUTS if change is not broken_behind_commas),
    breaks_behind_commas,
    page_ends_in_sentences,
    page_ends_anywhere,
    wrapped,
    indented,
    ascii_marks,
    full_width_marks,
    traditional,
    bold,
    chinese_numerals,
    grouped_digits,
    arabic_numerals,
]
