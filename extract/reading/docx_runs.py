"""What a run of Word text shows: fields, symbols, raised figures, and the one form shown of several."""

from collections.abc import Callable, Iterator

from lxml import etree

from extract.reading.xml import attribute, is_on, local, value_at

RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_PAGE_FIELDS = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES"})
#: Headings listed a second time, with the numbers of their pages.
_LIST_FIELDS = frozenset({"TOC", "INDEX"})
#: Symbol fonts keep their signs in the private area; these are the ones that mean something in a form.
_SYMBOLS = {"F0FC": "√", "F052": "☑", "F0FE": "☑", "F0A3": "□", "F06F": "□", "F0A8": "□", "F0D7": "×", "F0B4": "×"}


class Fields:
    """Keeps track of the fields around a run: their instructions are never shown, their results mostly are."""

    def __init__(self, keep_page_numbers: bool) -> None:
        self._open: list[tuple[str, str]] = []
        self._hidden = _LIST_FIELDS if keep_page_numbers else _LIST_FIELDS | _PAGE_FIELDS

    def mark(self, kind: str) -> None:
        """Takes in a `fldChar`: begin, separate or end."""
        if kind == "begin":
            self._open.append(("begin", ""))
        elif kind == "separate" and self._open:
            instruction = self._open.pop()[1]
            self._open.append(("shown" if self.shows(instruction) else "hidden", ""))
        elif kind == "end" and self._open:
            self._open.pop()

    def instruct(self, text: str) -> None:
        """Takes in a piece of a field's instruction."""
        if self._open and self._open[-1][0] == "begin":
            self._open[-1] = ("begin", self._open[-1][1] + text)

    def shows(self, instruction: str) -> bool:
        """Whether the result of a field is text of its own."""
        name = instruction.split(maxsplit=1)[0].upper() if instruction.strip() else ""
        return name not in self._hidden

    @property
    def visible(self) -> bool:
        """Whether text at this place is shown."""
        return all(state == "shown" for state, _ in self._open)

    def end_paragraph(self) -> None:
        """Forgets instructions that were never finished: the end was lost with a deletion."""
        self._open = [entry for entry in self._open if entry[0] != "begin"]


def is_hidden(run: etree._Element) -> bool:
    """Whether a run is formatted as hidden text."""
    return is_on(run, "rPr", "vanish")


def shown_text(run: etree._Element | None, text: str) -> str:
    """The text of a run; raised figures are written as such, so that m² and a note's ¹ are no part of a number."""
    if text.isascii() and text.isdigit() and run is not None and value_at(run, "rPr", "vertAlign") == "superscript":
        return text.translate(RAISED)
    return text.replace("\u00ad", "")


def symbol(element: etree._Element) -> str:
    """The sign that a `sym` element stands for, as far as it has a meaning."""
    code = attribute(element, "char").upper()
    return _SYMBOLS.get(code, "")


def first_form(element: etree._Element, read: Callable[[etree._Element], list[str]]) -> list[str]:
    """One of several forms of the same content: the first, the newest, that holds text."""
    return next((found for form in element if (found := read(form))), [])


def text_boxes(graphic: etree._Element) -> Iterator[etree._Element]:
    """The contents of the text boxes in a drawing, each once, whatever forms it is written in."""
    for element in graphic:
        name = local(element)
        if name == "txbxContent":
            yield element
        elif name == "AlternateContent":
            yield from next((boxes for form in element if (boxes := list(text_boxes(form)))), [])
        else:
            yield from text_boxes(element)
