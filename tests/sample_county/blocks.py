"""Cuts a report's plain text into titles, headings, paragraphs and tables for the formats that have them."""

import re
from dataclasses import dataclass

HEADING = re.compile(r"[一二三四五六七八九]、[^，。；]{1,30}")
TITLE_PART = re.compile(r"[^，。；]{4,40}(?:报告|汇报|人民政府)")
SEPARATOR_ROW = re.compile(r"\|(?: *-+ *\|)+")


@dataclass(frozen=True)
class Block:
    """One block of a page: its kind (title, heading, signature, paragraph or table) with its text or rows."""

    kind: str
    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()


def blocks_of(text: str) -> list[Block]:
    """The blocks of a report's plain text, in order; pipe rows become one table."""
    blocks: list[Block] = []
    rows: list[tuple[str, ...]] = []
    for line in [*text.splitlines(), ""]:
        if line.startswith("|"):
            if not SEPARATOR_ROW.fullmatch(line):
                rows.append(tuple(cell.strip() for cell in line.strip("|").split("|")))
            continue
        if rows:
            blocks.append(Block("table", rows=tuple(rows)))
            rows = []
        if line:
            blocks.append(Block(kind_of(line, blocks), line))
    return blocks


def kind_of(line: str, before: list[Block]) -> str:
    """What a line is, from its wording and from what stood before it."""
    if TITLE_PART.fullmatch(line) and all(block.kind == "title" for block in before):
        return "title"
    if HEADING.fullmatch(line):
        return "heading"
    if re.fullmatch(r"20[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日|.{2,8}(?:人民政府|办事处)", line):
        return "signature"
    return "paragraph"
