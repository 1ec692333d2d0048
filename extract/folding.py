"""Rare forms of characters, folded to the ordinary one of the same length.

Full-width digits and letters, odd dashes, radicals that PDF files put for characters, and traditional characters become
what the rest of the program looks for. Chinese punctuation stays as it is. One character always becomes one character, so
every offset stays true; NFKC is not used because it lengthens texts.
"""

import re
import unicodedata
from functools import cache
from pathlib import Path

_PLAIN = {
    # the marks of numbers
    **{chr(0xFF10 + n): str(n) for n in range(10)},
    **{chr(0xFF21 + n): chr(0x41 + n) for n in range(26)},
    **{chr(0xFF41 + n): chr(0x61 + n) for n in range(26)},
    **dict(zip("％＋．／＝＜＞﹪﹢﹤﹥﹦", "%+./=<>%+<>=", strict=True)),
    **dict.fromkeys("－−‐‑﹣⁃", "-"),
    **dict.fromkeys("–―─━﹘‒ー", "—"),
    **dict.fromkeys("～〜∼˜∽", "~"),
    **dict.fromkeys("・‧∙⋅•", "·"),
    **dict.fromkeys("｜︱│┃", "|"),
    # small and vertical forms of punctuation
    **dict(zip("﹐﹑﹔﹕﹖﹗﹙﹚", "，、；：？！（）", strict=True)),
    **dict(zip("「」『』﹁﹂﹃﹄", "“”‘’“”‘’", strict=True)),
    # radicals of the supplement that have no compatibility mapping
    **dict(
        zip(
            "⺠⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻥⻦⻩⻬⻮⻰⺟⻁⻤⺫⻨",
            "民西见角贝车长门青韦页风飞食马鱼鸟黄齐齿龙母虎鬼目麦",
            strict=True,
        )
    ),
}

#: a circle, letter or zero that stands for 〇 between Chinese digits (二○二四, 二0二四)
_ZEROS = "○◯OoＯΟο0０"
_ZERO, _PLAIN_ZERO = (
    # with a space on either side too, as converted files have them: 二 0 一八年
    re.compile(
        rf"{first}(?:(?<=[一二三四五六七八九百千万].)|(?<=[一二三四五六七八九] .))[{_ZEROS}]{{0,2}}(?= ?[一二三四五六七八九年])"
    )
    for first in (f"[{_ZEROS}]", "0")
)


@cache
def _traditional() -> dict[str, str]:
    lines = (Path(__file__).parent / "traditional.txt").read_text(encoding="utf-8").splitlines()
    pairs = "".join(line for line in lines if not line.startswith("#"))
    simplified = dict(zip(pairs[::2], pairs[1::2], strict=True))
    return {form: simplified.get(plain, plain) for form, plain in simplified.items()}


def _compatible() -> dict[str, str]:
    """Radicals and compatibility ideographs that stand for one ordinary character."""
    forms = {}
    for code in (*range(0x2E80, 0x2FD6), *range(0xF900, 0xFAD9)):
        plain = unicodedata.normalize("NFKC", chr(code))
        if len(plain) == 1 and plain != chr(code):
            forms[chr(code)] = _traditional().get(plain, plain)
    return forms


@cache
def folds() -> dict[str, str]:
    """Every folded character with its ordinary form."""
    return {**_compatible(), **_traditional(), **_PLAIN}


@cache
def _rare() -> re.Pattern[str]:
    return re.compile(f"[{re.escape(''.join(sorted(folds())))}]")


@cache
def _table() -> dict[int, str]:
    return {ord(form): plain for form, plain in folds().items()}


def fold(text: str) -> str:
    """`text` with rare forms folded; the same object when it has none.

    >>> fold("共１２０件，佔95％")
    '共120件，占95%'
    """
    if rare := _rare().search(text):
        # one place is the rule in simplified text, thousands in a traditional one: translate from the first on
        text = text[: rare.start()] + text[rare.start() :].translate(_table())
    # Most texts have no other zero than 0, and one character is searched for faster than one of several.
    zero = _ZERO if any(other in text for other in _ZEROS if other != "0") else _PLAIN_ZERO
    return zero.sub(lambda found: "〇" * len(found.group()), text)
