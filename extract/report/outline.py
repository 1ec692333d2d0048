"""The layout of a clean text: which stretch of it plays which part."""

import re

from extract.report.furniture import find_furniture
from extract.report.headings import MARKED_YEAR, year_number
from extract.report.model import ACHIEVEMENTS, DUTIES, FRONT, FURNITURE, PLAN, TABLE, Outline, Section, Table
from extract.report.parts import TITLE, Part, find_parts
from extract.report.sentences import sentence_ends
from extract.report.tables import find_tables

_FIRST_YEAR = re.compile(rf"({MARKED_YEAR})")
#: a first numbered heading that names a year, by what it stands behind: a search for one character at a time is far faster
_FIRST_HEADING_YEAR = {
    before: re.compile(rf"{before}#{{0,4}}[（(]?[一1][、.）)][^\n。，,]{{0,16}}?({MARKED_YEAR})") for before in "\n。：:"
}
_OPENING_END = re.compile(r"(?:如下|汇报|报告|报告于下)[：:。][^\n]{0,2}\n?")
_FRONT = 1500
_LONGEST_TITLE = 70


def outline(clean: str) -> Outline:
    """Sections with roles, sentence ends and tables of a clean text.

    A table is a section of its own with the role `table`, but in a plan it stays plan: nothing in it was done.
    """
    ends = sentence_ends(clean)
    tables = find_tables(clean)
    furniture = find_furniture(clean, tables)
    covered = furniture
    if tables:
        tables = [table for table in tables if not any(start <= table.start < end for start, end in furniture)]
        covered = sorted(furniture + [(table.start, table.end) for table in tables])
    parts = find_parts(clean, ends, covered, _reported_year(clean, furniture))
    sections = _overlay(_sections(clean, parts), furniture, tables)
    return Outline(sections, ends, tables)


def _reported_year(clean: str, furniture: list[tuple[int, int]]) -> int | None:
    """The year a report seems to speak of: of its first numbered heading, its title line, or the first it names."""
    start = furniture[0][1] if furniture and furniture[0][0] < 2 else 0
    headings = [
        found
        for before, heading in _FIRST_HEADING_YEAR.items()
        if before in clean and (found := heading.search(clean, start, start + 2 * _FRONT))
    ]
    if headings:
        return year_number(min(headings, key=re.Match.start)[1])
    for line in clean[start : start + 600].split("\n")[:12]:
        if TITLE.match(line):
            found = _FIRST_YEAR.search(line)
            if found:
                return year_number(found[1])
    found = _FIRST_YEAR.search(clean, start, start + _FRONT)
    return year_number(found[1]) if found else None


def _sections(clean: str, parts: list[Part]) -> list[Section]:
    """The sections in order without gaps, the first of them what stands before the body."""
    first = parts[0].start if parts else len(clean)
    body = first
    if not parts or parts[0].role not in (ACHIEVEMENTS, DUTIES):
        # No heading opens what was done: it begins behind title and opening.
        body = min(first, _front_end(clean))
    sections = [Section(FRONT, "", 0, body)] if body else []
    if body < first:
        sections.append(Section(ACHIEVEMENTS, "", body, first))
    for index, part in enumerate(parts):
        end = parts[index + 1].start if index + 1 < len(parts) else len(clean)
        if part.start < end:
            sections.append(Section(part.role, part.heading, part.start, end))
    return sections


def _front_end(clean: str) -> int:
    """Where title, addressee and opening end in a text without a heading for what was done."""
    found = _OPENING_END.search(clean, 0, _FRONT)
    if found:
        return found.end()
    end = 0
    while end < min(len(clean), _FRONT):
        stop = clean.find("\n", end)
        stop = len(clean) if stop < 0 else stop
        if stop - end > _LONGEST_TITLE or "。" in clean[end:stop]:
            break
        end = min(stop + 1, len(clean))
    return end


def _overlay(sections: list[Section], furniture: list[tuple[int, int]], tables: list[Table]) -> list[Section]:
    """The sections with furniture and tables cut out of them as sections of their own."""
    cuts = sorted([(start, end, FURNITURE) for start, end in furniture] + [(table.start, table.end, TABLE) for table in tables])
    if not cuts:
        return sections
    result: list[Section] = []
    index = 0
    for section in sections:
        place = section.start
        while index < len(cuts) and cuts[index][0] < section.end:
            start, end, role = cuts[index]
            start, stop = max(start, place), min(end, section.end)
            if start > place:
                result.append(Section(section.role, section.heading, place, start))
            if stop > start:
                shown = PLAN if role == TABLE and section.role == PLAN else role
                result.append(Section(shown, section.heading, start, stop))
            place = max(place, stop)
            if end > section.end:
                break
            index += 1
        if place < section.end:
            result.append(Section(section.role, section.heading, place, section.end))
    return result
