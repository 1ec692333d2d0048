"""Text that is no YAML: what is wrong in words, and how to read on past it, so that one slip does not hide the next.

The parser stops at its first error. So the line at fault is put right as far as that can be guessed, its value is left out, and
the file is read again; what is said of a line that was put right is only what was wrong with it.
"""

import re
from dataclasses import dataclass

import yaml

from extract.library.nodes import Broken, Node, compose
from extract.library.problems import Problems, quoted
from extract.said import Said

#: how many characters are read in all: a slip in a large file costs as long as reading it
MOST_READ = 10_000_000
#: what YAML refuses to read at all, and the breaks (U+0085, U+2028, U+2029) that it alone would take for the end of a line
UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
#: a line that holds one value: `key: value`, `- key: value` or `- value`
VALUE = re.compile(r"""([ ]*(?:-[ ]+)*(?:[^\s'"\[\]{},#:][^\s:]{0,200}:[ ]+|(?<=-[ ])))(\S.*)""")
#: a line without a colon, and the word of it that was meant for a key
WITHOUT_COLON = re.compile(r"([ ]*(?:-[ ]+)*[^\s'\"\[\]{},:#-][^\s:#]{0,100})[^:#]{0,400}")
#: a value whose quote is not closed on its line
OPEN_QUOTE = re.compile(r"""[^'"#]{0,200}[:\-\[{,][ ]+(?:"(?:[^"\\]|\\.)*|'[^']*)""")


@dataclass(frozen=True, slots=True)
class Slip:
    """A place that is no YAML, in words; `mended` is the line to read on with, None where nothing can be guessed."""

    at: Broken
    what: str
    fix: str
    mended: str | None


def parse(text: str, problems: Problems) -> Node | None:
    """The nodes of the file, None if there is nothing in it, Broken if it cannot be read as YAML."""
    lines = _without_unprintable(text, problems).split("\n")
    mended: set[int] = set()
    while True:
        # Whatever the composer finds before the slip it finds again on the next try, so each try has its own list.
        found = Problems(problems.file)
        root: Node | None = Broken(1, 1)
        try:
            root = compose("\n".join(lines), found, frozenset(mended))
        except yaml.YAMLError as error:
            slip = describe(error, lines, mended)
            again = slip.at.line in mended
            if not again:
                problems.error(slip.at, "", slip.what, fix=slip.fix)
            if slip.mended is not None and not again and (len(mended) + 2) * len(text) < MOST_READ:
                lines[slip.at.line - 1] = slip.mended
                mended.add(slip.at.line)
                continue
        problems.errors.extend(found.errors)
        return root


def describe(error: yaml.YAMLError, lines: list[str], mended: set[int]) -> Slip:
    """What the parser stumbled over, in the words of somebody who does not know YAML."""
    mark = getattr(error, "problem_mark", None)
    opened = getattr(error, "context_mark", None)
    problem = str(getattr(error, "problem", None) or "unreadable")
    line, column = (min(mark.line, len(lines) - 1), mark.column) if mark else (0, 0)
    # A quote left open swallows lines until the next quote, and the parser complains about what follows that one.
    quote = next((n for n in range(line + 1) if n + 1 not in mended and OPEN_QUOTE.fullmatch(lines[n])), None)
    if quote is not None:
        start = len(lines[quote]) - len(re.split(r"[:\-\[{,][ ]+(?=['\"])", lines[quote], maxsplit=1)[-1])
        return _slip(quote, start, "the quote is never closed on its line", "close it", _emptied(lines[quote]))
    here = lines[line]
    if "tab character" in problem or (column < len(here) and here[column] == "\t"):
        indented = " " * _nearest_indent(lines, line) + here.lstrip()
        return _slip(line, 0, "the line is indented with a tab", "indent with spaces", indented)
    if "cannot start any token" in problem and column < len(here):
        return _slip(line, column, Said("no value may start with {0!r}", here[column]), "put it in double quotes", _emptied(here))
    if "mapping values are not allowed" in problem:
        return _about_colon(lines, line, column)
    if "expected ':'" in problem and opened:
        return _colon_missing(lines, opened.line)
    if "',' or" in problem and opened:
        what = Said("the list that opens here is not closed with {0}", problem[-2])
        fix = Said("write {0} at its end, and commas between its entries", problem[-2])
        return _slip(opened.line, opened.column, what, fix, _emptied(lines[opened.line]))
    if "unknown escape character" in problem:
        slip = "a backslash inside double quotes must start a known escape"
        return _slip(line, column, slip, "use single quotes, or two backslashes", _emptied(here))
    if "did not find expected key" in problem or "'-' indicator" in problem:
        return _misplaced(lines, line, column)
    return _slip(line, column, Said("not readable as YAML ({0})", problem), "put the value in double quotes", _emptied(here))


def _slip(line: int, column: int, what: str, fix: str, mended: str | None) -> Slip:
    return Slip(Broken(line + 1, column + 1), what, fix, mended)


def _about_colon(lines: list[str], line: int, column: int) -> Slip:
    """A colon too many on this line, one too few on the line before, or an indent that makes this line part of that one."""
    here = lines[line]
    before = next((n for n in range(line - 1, -1, -1) if lines[n].strip()), None)
    if here.find(":") != column or before is None:
        fix = "put the value in quotes, or start a new line"
        return _slip(line, column, "a colon and a space inside a value look like another key", fix, _emptied(here))
    bare, deeper = lines[before], _indent(here) > _indent(lines[before])
    if WITHOUT_COLON.fullmatch(bare) and deeper:
        what = Said("{0} is followed by keys of its own but has no colon", quoted(bare.strip()))
        return _slip(before, _indent(bare), what, "write a colon after it", bare + ":")
    if WITHOUT_COLON.fullmatch(bare):
        return _colon_missing(lines, before)
    deep = "the line is indented deeper than the key before it, which has a value already"
    return _slip(line, _indent(here), deep, "indent it as the line before", " " * _indent(bare) + here.lstrip())


def _colon_missing(lines: list[str], line: int) -> Slip:
    here = lines[line]
    match = WITHOUT_COLON.fullmatch(here)
    what = Said("{0} has no colon and space after its key", quoted(here.strip()))
    after = next((later for later in lines[line + 1 :] if later.strip()), "")
    mended = here + ":" if _indent(after) > _indent(here) else f"{match[1]}: ''" if match else None
    return _slip(line, _indent(here), what, "write `key: value`", mended)


def _misplaced(lines: list[str], line: int, column: int) -> Slip:
    """A line whose indent is that of no line before, or something left over after a value."""
    here, nearest = lines[line], _nearest_indent(lines, line)
    if here.lstrip().startswith("- ") and column == _indent(here):
        return _slip(line, column, "a list entry stands where a key was expected", "start every entry of the list with -", None)
    if _indent(here) == nearest:
        what = "this does not belong here; a quoted value ends at its closing quote"
        return _slip(line, column, what, "put the whole value in quotes", _emptied(here))
    what = "the line is indented like no line before it"
    return _slip(line, _indent(here), what, "indent it as the lines it belongs to", " " * nearest + here.lstrip())


def _nearest_indent(lines: list[str], line: int) -> int:
    """The indent used before that is nearest to this line's; of two, the smaller for a line that others belong to."""
    width = _indent(lines[line].expandtabs(4))
    used = {_indent(earlier) for earlier in lines[:line] if earlier.strip() and not earlier.lstrip().startswith("#")} or {0}
    after = next((later for later in lines[line + 1 :] if later.strip()), "")
    parent = 1 if lines[line].rstrip().endswith(":") and _indent(after) > width else -1
    return min(used, key=lambda indent: (abs(indent - width), parent * indent))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" \t"))


def _emptied(line: str) -> str | None:
    """The line with an empty value; None if it is no line of one value."""
    match = VALUE.fullmatch(line)
    return match[1] + "''" if match else None


def _without_unprintable(text: str, problems: Problems) -> str:
    """The text with a space for each character that YAML refuses, each of them on the list."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    for match in UNPRINTABLE.finditer(text):
        if len(problems.errors) == 100:
            break
        line, column = text.count("\n", 0, match.start()) + 1, match.start() - text.rfind("\n", 0, match.start())
        what = Said("the character U+{0:04X} may not stand in the file", ord(match[0]))
        problems.error(Broken(line, column), "", what, fix="delete it")
    return UNPRINTABLE.sub(" ", text)
