"""Rich text (rtf), which offices often save with the suffix doc: the text as printed."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from extract.reading.document import Document
from extract.reading.docx_runs import RAISED
from extract.reading.issues import issue
from extract.reading.limits import Limits
from extract.reading.rows import Cell, table_lines
from extract.reading.wordlist import words

VERSION = "rtf/1"
#: no writer nests groups so deeply; each costs memory until it is closed
_DEEPEST = 1_000
_TOKEN = re.compile(
    rb"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?[0-9]{1,10})? ?|\\'(?P<byte>[0-9a-fA-F]{2})|\\(?P<sign>[^a-zA-Z\r\n])|"
    rb"(?P<brace>[{}])|(?P<text>[^\\{}\r\n]{1,4096})|[\\\r\n]"
)
#: Groups that hold no text of the report.
_UNSEEN = words(
    "fonttbl colortbl stylesheet info pict object listtable listoverridetable revtbl rsidtbl generator themedata "
    "colorschememapping latentstyles datastore xmlnstbl filetbl fldinst pntext atnid atnauthor annotation bkmkstart bkmkend "
    "nonshppict sp pgdsctbl ftnsep ftnsepc aftnsep aftnsepc nonesttables falt panose fontemb"
)
#: Groups marked as dispensable that hold text all the same.
_DISPENSABLE = words("shpinst shptxt nesttableprops fldrslt listtext footnote")
_APART = {"footnote": "note", "shptxt": "note"}
_APART |= {f"{kind}{pages}": kind for kind in ("header", "footer") for pages in ("", "l", "r", "f")}
_CHARSETS = {134: "gb18030", 136: "big5hkscs"}
_SIGNS = {
    "tab": "\t",
    "line": "\n",
    "emdash": "—",
    "endash": "–",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
}
_MARK = re.compile(r"\A(.{1,8}[、）．])\t")
_NEAR = 40


@dataclass(slots=True)
class _State:
    """What holds inside a group."""

    seen: bool = True
    hidden: bool = False
    deleted: bool = False
    raised: bool = False
    font: int = -1
    after_unicode: int = 1
    dispensable: bool = False
    fresh: bool = True


@dataclass(slots=True)
class _Flow:
    """A text being written: the body, or a header, note or text box inside it."""

    kind: str = "main"
    lines: list[str] = field(default_factory=list)
    text: str = ""
    behind: list[str] = field(default_factory=list)
    rows: list[tuple[list[str], list[int]]] = field(default_factory=list)
    row: list[str] = field(default_factory=list)
    cell: list[str] = field(default_factory=list)
    edges: list[int] = field(default_factory=list)
    in_table: bool = False


def read_rtf(data: bytes, limits: Limits) -> Document:
    """The text of an rtf; its headers and footers are metadata."""
    reading = _Reading(limits)
    for token in _TOKEN.finditer(data):
        reading.take(token)
    lines = reading.finish()
    metadata = {kind: "\n".join(found) for kind, found in reading.margins.items() if found}
    return Document("\n".join(lines), reader=VERSION, metadata=metadata)


class _Reading:
    """Follows the commands of the file."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._state = _State()
        self._groups: list[tuple[_State, bool]] = []
        self._flows = [_Flow()]
        self._fonts: dict[int, str] = {}
        self._naming = -1
        self._page = "gb18030"
        self._bytes = bytearray()
        self._skip = 0
        self.margins: dict[str, list[str]] = {"header": [], "footer": []}
        self._commands: dict[str, Callable[[int], None]] = {
            "par": lambda _: self._end_paragraph(),
            "sect": lambda _: self._end_paragraph(),
            "cell": lambda _: self._end_cell(),
            "nestcell": lambda _: self._write(" "),
            "row": lambda _: self._end_row(),
            "trowd": lambda _: self._flow.edges.clear(),
            "cellx": lambda number: self._flow.edges.append(number),
            "u": self._unicode,
        }

    @property
    def _flow(self) -> _Flow:
        return self._flows[-1]

    def take(self, token: re.Match[bytes]) -> None:
        """Follows one command or takes one stretch of text."""
        if token["byte"]:
            self._byte(int(token["byte"], 16))
        elif token["text"]:
            self._plain(token["text"])
        elif token["word"]:
            self._flush()
            self._command(token["word"].decode("ascii"), int(token["number"] or 1), token["number"] is not None)
        elif token["brace"] == b"{":
            self._flush()
            if len(self._groups) == _DEEPEST:
                raise issue("damaged", "too deeply nested")
            self._groups.append((self._state, False))
            self._state = replace(self._state, fresh=True, dispensable=False)
        elif token["brace"] == b"}":
            self._flush()
            self._close()
        elif token["sign"]:
            self._flush()
            self._sign(token["sign"])

    def finish(self) -> list[str]:
        """The lines of the body."""
        self._flush()
        while len(self._flows) > 1:
            self._close_flow()
        self._end_paragraph()
        self._end_table()
        return self._flow.lines

    def _command(self, word: str, number: int, given: bool) -> None:
        state = self._state
        if state.fresh:
            state.fresh = False
            if word in _UNSEEN or (state.dispensable and word not in _DISPENSABLE):
                state.seen = False
            if word == "fonttbl":
                self._naming = 0
            if word in _APART and state.seen:
                self._groups[-1] = (self._groups[-1][0], True)
                self._flows.append(_Flow(_APART[word]))
        on = not given or number != 0
        if word == "f":
            state.font = self._naming = number if given else 0
        elif word == "fcharset":
            self._fonts[self._naming] = _CHARSETS.get(number, "")
        elif word == "ansicpg":
            self._page = {936: "gb18030", 950: "big5hkscs"}.get(
                number, f"cp{number}" if number in range(1250, 1259) else "gb18030"
            )
        elif word == "uc":
            state.after_unicode = max(0, min(number, 8))
        elif word in ("v", "deleted", "super"):
            setattr(state, {"v": "hidden", "super": "raised"}.get(word, word), on)
        elif word == "plain":
            state.hidden = state.deleted = state.raised = False
        elif word == "nosupersub":
            state.raised = False
        elif word in ("intbl", "pard"):
            self._flow.in_table = word == "intbl"
        elif word in _SIGNS:
            self._write(_SIGNS[word])
        elif word in self._commands and state.seen:
            self._commands[word](number)

    def _sign(self, sign: bytes) -> None:
        if sign == b"*":
            self._state.dispensable = True
        elif sign in (b"{", b"}", b"\\"):
            self._write(sign.decode("ascii"))
        elif sign == b"~":
            self._write(" ")
        elif sign == b"_":
            self._write("-")

    def _plain(self, text: bytes) -> None:
        self._state.fresh = False
        skipped = min(self._skip, len(text))
        self._skip -= skipped
        self._bytes += text[skipped:]

    def _byte(self, value: int) -> None:
        self._state.fresh = False
        if self._skip:
            self._skip -= 1
        else:
            self._bytes.append(value)

    def _flush(self) -> None:
        if self._bytes:
            encoding = self._fonts.get(self._state.font) or self._page
            self._write(self._bytes.decode(encoding, "replace"))
            self._bytes.clear()

    def _unicode(self, number: int) -> None:
        code = number % 65536
        if 0xDC00 <= code < 0xE000 and self._flow.text and "\ud800" <= self._flow.text[-1] < "\udc00":
            high = ord(self._flow.text[-1])
            self._flow.text = self._flow.text[:-1]
            self._write(chr(0x10000 + ((high - 0xD800) << 10) + code - 0xDC00))
        else:
            self._write(chr(code))
        self._skip = self._state.after_unicode

    def _write(self, text: str) -> None:
        state = self._state
        if state.seen and not state.hidden and not state.deleted:
            self._flow.text += text.translate(RAISED) if state.raised and text.isascii() and text.isdigit() else text

    def _close(self) -> None:
        if not self._groups:
            return
        self._state, apart = self._groups.pop()
        if apart and len(self._flows) > 1:
            self._close_flow()

    def _close_flow(self) -> None:
        self._end_paragraph()
        self._end_table()
        flow = self._flows.pop()
        if flow.kind in self.margins:
            known = self.margins[flow.kind]
            known.extend(line for line in flow.lines if line not in known and line.strip("第页共 -—/0123456789"))
        else:
            self._flow.behind.extend(flow.lines)

    def _end_paragraph(self) -> None:
        flow = self._flow
        lines = [line.strip(" \t\u3000") for line in flow.text.replace("\xad", "").split("\n")]
        lines = [_MARK.sub(r"\1", line).replace("\t", " ") for line in lines if line] + flow.behind
        flow.text, flow.behind = "", []
        if flow.in_table:
            flow.cell.extend(lines)
        elif lines:
            self._end_table()
            flow.lines.extend(lines)

    def _end_cell(self) -> None:
        flow = self._flow
        flow.in_table = True
        self._end_paragraph()
        flow.row.append(" ".join(flow.cell))
        flow.cell = []

    def _end_row(self) -> None:
        flow = self._flow
        flow.rows.append((flow.row, list(flow.edges)))
        flow.row = []

    def _end_table(self) -> None:
        flow = self._flow
        if flow.rows:
            flow.lines.extend(_table(flow.rows, self._limits))
            flow.rows = []


def _table(rows: list[tuple[list[str], list[int]]], limits: Limits) -> list[str]:
    if all(len(row) <= 1 for row, _ in rows):
        return [text for row, _ in rows for text in row if text]
    grid = sorted({edge for _, edges in rows for edge in edges})
    lines: list[str] = []
    for row, edges in rows:
        before = [-1 << 31, *edges]
        shape = [
            Cell(
                text, sum(1 for edge in grid if before[place] + _NEAR < edge <= edges[place] + _NEAR) if place < len(edges) else 1
            )
            for place, text in enumerate(row)
        ]
        lines.extend(table_lines([shape], limits))
    return lines
