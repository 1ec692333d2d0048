"""The numbers that Word shows before paragraphs without writing them into the text."""

import re
from dataclasses import dataclass, field

from lxml import etree

from extract.reading.counting import counted
from extract.reading.xml import attribute, child, local, value_at

_PLACE = re.compile("%([1-9])")
_DEEPEST_STYLE = 12


@dataclass(slots=True)
class _Level:
    style: str = "decimal"
    text: str = ""
    start: int = 1
    space: str = ""
    plain_above: bool = False


@dataclass(slots=True)
class _List:
    levels: dict[int, _Level] = field(default_factory=dict)
    counter: str = ""
    restarts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """Counts the numbered paragraphs of a document in the order in which they are asked for."""

    def __init__(self, numbering: etree._Element | None, styles: etree._Element | None) -> None:
        self._lists: dict[str, _List] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._started: set[str] = set()
        self._style_lists = _lists_of_styles(styles)
        if numbering is not None:
            self._load(numbering)

    def label(self, properties: etree._Element | None) -> str:
        """The number before the paragraph with these properties, with the space behind it; mostly nothing."""
        if not self._lists or properties is None:
            return ""
        number, level = self._place(properties)
        found = self._lists.get(number)
        if found is None or level not in found.levels:
            return ""
        self._count(number, found, level)
        return self._write(found, level)

    def _place(self, properties: etree._Element) -> tuple[str, int]:
        number, level = self._style_lists.get(value_at(properties, "pStyle"), ("", ""))
        own = child(properties, "numPr")
        if own is not None:
            number = value_at(own, "numId") or number
            level = value_at(own, "ilvl") or level
        return number, int(level) if level.isdigit() else 0

    def _count(self, number: str, found: _List, level: int) -> None:
        counts = self._counts.setdefault(found.counter, {})
        if number not in self._started:
            self._started.add(number)
            for place in found.restarts:
                counts.pop(place, None)
        first = found.restarts.get(level, found.levels[level].start)
        counts[level] = counts[level] + 1 if level in counts else first
        for deeper in [place for place in counts if place > level]:
            del counts[deeper]

    def _write(self, found: _List, level: int) -> str:
        this = found.levels[level]
        counts = self._counts[found.counter]

        def written(place: re.Match[str]) -> str:
            above = int(place[1]) - 1
            shape = found.levels.get(above, this)
            style = "decimal" if this.plain_above else shape.style
            return counted(counts.get(above, shape.start), style)

        label = "" if this.style in ("bullet", "none") else _PLACE.sub(written, this.text)
        return label + this.space if label.strip() else ""

    def _load(self, numbering: etree._Element) -> None:
        shapes: dict[str, dict[int, _Level]] = {}
        linked: dict[str, str] = {}
        named: dict[str, str] = {}
        for shape in numbering:
            if local(shape) != "abstractNum":
                continue
            key = attribute(shape, "abstractNumId")
            shapes[key] = {int(place): level for place, level in map(_level, shape) if place.isdigit()}
            linked[key] = value_at(shape, "numStyleLink")
            if value_at(shape, "styleLink"):
                named[value_at(shape, "styleLink")] = key
        for entry in numbering:
            if local(entry) == "num":
                key = value_at(entry, "abstractNumId")
                key = named.get(linked.get(key, ""), key)
                self._lists[attribute(entry, "numId")] = _overridden(entry, dict(shapes.get(key, {})), key)


def _level(element: etree._Element) -> tuple[str, _Level]:
    if local(element) != "lvl":
        return "", _Level()
    start = value_at(element, "start")
    text = value_at(element, "lvlText")
    suffix = value_at(element, "suff")
    # Word puts a tab behind a number; behind 、 and ） nobody writes one
    space = "" if suffix == "nothing" or text.endswith(("、", "）", "．", "，", "：")) else " "
    level = _Level(
        value_at(element, "numFmt") or "decimal",
        text,
        int(start) if start.isdigit() and len(start) < 6 else 1,
        space,
        child(element, "isLgl") is not None,
    )
    return attribute(element, "ilvl"), level


def _overridden(entry: etree._Element, levels: dict[int, _Level], key: str) -> _List:
    restarts: dict[int, int] = {}
    for override in entry:
        if local(override) != "lvlOverride":
            continue
        place = attribute(override, "ilvl")
        if not place.isdigit():
            continue
        start = value_at(override, "startOverride")
        if start.isdigit() and len(start) < 6:
            restarts[int(place)] = int(start)
        for own in override:
            if local(own) == "lvl":
                levels[int(place)] = _level(own)[1]
    return _List(levels, key, restarts)


def _lists_of_styles(styles: etree._Element | None) -> dict[str, tuple[str, str]]:
    """The list that each paragraph style belongs to, by itself or through the style that it is based on."""
    own: dict[str, tuple[str, str]] = {}
    based: dict[str, str] = {}
    for style in styles if styles is not None else ():
        if local(style) != "style":
            continue
        name = attribute(style, "styleId")
        based[name] = value_at(style, "basedOn")
        number = child(style, "pPr", "numPr")
        if number is not None:
            own[name] = value_at(number, "numId"), value_at(number, "ilvl")
    found: dict[str, tuple[str, str]] = {}
    for name in based:
        above, steps = name, 0
        while above and above not in own and steps < _DEEPEST_STYLE:
            above, steps = based.get(above, ""), steps + 1
        if above in own:
            found[name] = own[above]
    return found
