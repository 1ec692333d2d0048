"""The pages of the documentation, taken apart: fenced blocks with their lines, links, commands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), ROOT / "data" / "README.md"])
_FENCE = re.compile(r"^( *)```(\w*)\s*$")


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block: its language, its lines, and the line of the page that the first of them is."""

    page: Path
    language: str
    line: int
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        """The block as one text."""
        return "".join(f"{line}\n" for line in self.lines)


def blocks(page: Path) -> list[Block]:
    """The fenced blocks of a page."""
    found: list[Block] = []
    opened: tuple[str, int] | None = None
    held: list[str] = []
    for number, line in enumerate(page.read_text(encoding="utf-8").splitlines(), 1):
        fence = _FENCE.match(line)
        if fence and opened is None:
            opened, held = (fence[2], number + 1), []
        elif fence and opened:
            found.append(Block(page, opened[0], opened[1], tuple(held)))
            opened = None
        elif opened:
            held.append(line)
    assert opened is None, f"{page.name}: a block is never closed"
    return found


@dataclass(frozen=True, slots=True)
class Step:
    """One command of a session and what the page says it prints."""

    page: Path
    line: int
    command: str
    expected: tuple[str, ...]


def steps(page: Path) -> list[Step]:
    """The commands of the `console` blocks, in order."""
    found: list[Step] = []
    for block in blocks(page):
        if block.language == "console":
            for offset, line in enumerate(block.lines):
                if line.startswith("$ "):
                    found.append(Step(page, block.line + offset, line[2:], ()))
                else:
                    assert found, f"{page.name}:{block.line + offset}: output before a command"
                    last = found.pop()
                    found.append(Step(last.page, last.line, last.command, (*last.expected, line)))
    return found


def links(page: Path) -> Iterator[str]:
    """Where the page points, pictures too."""
    text = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.S)
    yield from re.findall(r"\]\(([^)\s]+)\)", text)


def fits(expected: tuple[str, ...], printed: list[str]) -> bool:
    """Whether the output is what the page says: … in a line is anything, a line of … alone any lines."""
    if not expected:
        return not printed
    first, rest = expected[0].strip(), expected[1:]
    if first == "…":
        return any(fits(rest, printed[skip:]) for skip in range(len(printed) + 1))
    if not printed:
        return False
    pattern = ".*".join(re.escape(part) for part in expected[0].split("…"))
    return re.fullmatch(pattern, printed[0]) is not None and fits(rest, printed[1:])
