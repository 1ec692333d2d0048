"""Bytes → text, whatever encoding an office's machine wrote.

The order of trust: a byte order mark, UTF-16 by the place of its zero bytes, strict UTF-8, the encoding that the file
declares, and last the encoding of the Chinese family in which the text looks most like Chinese. A file with a broken byte
is still read: the byte costs its character, and the loss is counted.
"""

import codecs
import re
from dataclasses import dataclass

from extract.reading import gbk_repair
from extract.reading.common_characters import likeness
from extract.reading.document import ReadWarning
from extract.reading.issues import issue

REPLACEMENT = "\ufffd"
#: Shares of lost characters from which on the text is doubtful, or no text at all (RELIABILITY R6).
DOUBTFUL, UNREADABLE = 0.001, 0.05
#: Text holds hardly a control character; of random bytes every tenth is one.
CONTROL_SHARE = 0.02

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (b"\x84\x31\x95\x33", "gb18030"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_FAMILY = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "x-gbk": "gb18030",
    "cp936": "gb18030",
    "big5": "big5hkscs",
    "big5-hkscs": "big5hkscs",
    "utf-16": "utf-16-le",
    "utf-16le": "utf-16-le",
    "utf-16be": "utf-16-be",
}
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_CONTROL_BYTES = bytes(range(9)) + bytes(range(14, 27)) + bytes(range(28, 32)) + b"\x7f"
_SAMPLE = 6_000
#: Official Chinese read in its own encoding is half common characters; read in another it has hardly any.
_SURELY_CHINESE = 0.3
#: Below this size a UTF-16 text may hold no zero byte: no digit, no space, no line break.
_SHORT = 2_000


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text with the name of its encoding and the count of characters that could not be read."""

    text: str
    encoding: str
    lost: int = 0

    def warnings(self) -> tuple[ReadWarning, ...]:
        """What the reader of a report has to know of the losses."""
        if not self.lost:
            return ()
        doubtful = self.lost > DOUBTFUL * len(self.text)
        code = "encoding-doubtful" if doubtful else "encoding-replaced"
        return (ReadWarning(code, f"{self.lost} of {len(self.text)} characters could not be read as {self.encoding}."),)


def decode(data: bytes, declared: str = "") -> Decoded:
    """The text of `data`; raises ReadError `empty`, `not-text` or `encoding-unreadable`."""
    if not data.strip(b"\x00 \t\r\n"):
        raise issue("empty")
    decoded = _decode(data, declared)
    text = decoded.text
    if not text.strip(REPLACEMENT + "\x00 \t\r\n\u3000\xa0"):
        raise issue("empty" if not decoded.lost else "not-text")
    # in UTF-8 they are bytes of their own, which are counted without making a list of them
    controls = _control_bytes(data) if decoded.encoding == "utf-8" else len(_CONTROLS.findall(text))
    if controls > 2 + CONTROL_SHARE * len(text):
        raise issue("not-text")
    if decoded.lost > UNREADABLE * len(text):
        raise issue("encoding-unreadable", decoded.lost, len(text))
    return decoded


def _decode(data: bytes, declared: str) -> Decoded:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _tolerant(data[len(mark) :], encoding)
    if 0 in data or len(data) <= _SHORT:
        wide = _utf16_order(data)
        if wide:
            return _tolerant(data, wide)
    try:
        return _counted(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    if len(data) - _control_bytes(data) < (1 - CONTROL_SHARE) * len(data):
        raise issue("not-text")
    return _tolerant(data, _likeliest(data, declared))


def _control_bytes(data: bytes) -> int:
    return len(data) - len(data.translate(None, _CONTROL_BYTES))


def _utf16_order(data: bytes) -> str:
    """The byte order of UTF-16 without a mark, or nothing."""
    sample = data[:_SAMPLE]
    zeros = {"utf-16-be": sample[0::2].count(0), "utf-16-le": sample[1::2].count(0)}
    latin = max(zeros, key=lambda encoding: zeros[encoding])
    if zeros[latin] * 4 > len(sample) and zeros[latin] > 9 * (sum(zeros.values()) - zeros[latin]):
        return latin
    # 一 and the ideographic space have a zero byte too, on the other side than digits have: only the look decides.
    # Without any zero byte the text is one stretch of characters, and then the look has to be far better.
    wide = _best_look(sample, "utf-16-le", "utf-16-be")
    narrow = _best_look(sample, "utf-8", "gb18030", "big5hkscs")
    enough, lead = (0.15, 1.2) if any(zeros.values()) else (0.25, 2.0)
    return wide[1] if wide[0] > max(enough, lead * narrow[0]) else ""


def _best_look(sample: bytes, *encodings: str) -> tuple[float, str]:
    return max((likeness(sample.decode(encoding, "replace")), encoding) for encoding in encodings)


def _likeliest(data: bytes, declared: str) -> str:
    """The encoding in which the text reads best; what the file declares wins where it is as good as the best."""
    utf8 = _head(data, "utf-8")
    wide = len(utf8) - len(utf8.encode("ascii", "ignore"))
    if utf8.count(REPLACEMENT) * 2 < wide:
        return "utf-8"
    scores = {encoding: likeness(_head(data, encoding)) for encoding in ("gb18030", "big5hkscs")}
    told = _FAMILY.get(declared.strip().lower(), "")
    if told in ("", "gb18030") and likeness(_head(data, "gb18030")) > _SURELY_CHINESE:
        return "gb18030"
    if told in scores and scores[told] >= 0.8 * max(scores.values()):
        return told
    # GB18030 accepts nearly every Big5 text, but then reads rare characters: Big5 has to look clearly better
    return "big5hkscs" if scores["big5hkscs"] > 1.5 * scores["gb18030"] + 0.02 else "gb18030"


def _head(data: bytes, encoding: str) -> str:
    return data[:_SAMPLE].decode(encoding, "replace")


def _tolerant(data: bytes, encoding: str) -> Decoded:
    try:
        return _counted(data.decode(encoding), encoding)
    except UnicodeDecodeError:
        pass
    if encoding == "gb18030":
        return _counted(gbk_repair.decode(data), encoding)
    return _counted(data.decode(encoding, "replace"), encoding)


def _counted(text: str, encoding: str) -> Decoded:
    return Decoded(text.removeprefix("\ufeff"), encoding, text.count(REPLACEMENT))
