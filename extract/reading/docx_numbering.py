"""The numbers that Word shows before paragraphs without writing them into the text."""

from lxml import etree

from extract.reading.list_numbers import Level, ListCounter, ListShape, space_behind
from extract.reading.xml import attribute, child, local, value_at

_DEEPEST_STYLE = 12


class Numbering:
    """Counts the numbered paragraphs of a document in the order in which they are asked for."""

    def __init__(self, numbering: etree._Element | None, styles: etree._Element | None) -> None:
        self._lists: dict[str, ListShape] = {}
        self._counter = ListCounter(self._lists)
        self._style_lists = _lists_of_styles(styles)
        if numbering is not None:
            self._load(numbering)

    def label(self, properties: etree._Element | None) -> str:
        """The number before the paragraph with these properties, with the space behind it; mostly nothing."""
        if not self._lists or properties is None:
            return ""
        return self._counter.label(*self._place(properties))

    def _place(self, properties: etree._Element) -> tuple[str, int]:
        number, level = self._style_lists.get(value_at(properties, "pStyle"), ("", ""))
        own = child(properties, "numPr")
        if own is not None:
            number = value_at(own, "numId") or number
            level = value_at(own, "ilvl") or level
        return number, int(level) if level.isdigit() else 0

    def _load(self, numbering: etree._Element) -> None:
        shapes: dict[str, dict[int, Level]] = {}
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


def _level(element: etree._Element) -> tuple[str, Level]:
    if local(element) != "lvl":
        return "", Level()
    start = value_at(element, "start")
    text = value_at(element, "lvlText")
    suffix = value_at(element, "suff")
    level = Level(
        value_at(element, "numFmt") or "decimal",
        text,
        int(start) if start.isdigit() and len(start) < 6 else 1,
        space_behind(text, suffix),
        child(element, "isLgl") is not None,
    )
    return attribute(element, "ilvl"), level


def _overridden(entry: etree._Element, levels: dict[int, Level], key: str) -> ListShape:
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
    return ListShape(levels, key, restarts)


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
