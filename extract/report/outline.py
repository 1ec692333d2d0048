"""The layout of a clean text: which stretch of it plays which part."""

import re
from dataclasses import dataclass

from extract.report.furniture import find_furniture
from extract.report.headings import MARKED_YEAR, bare_role, heading_role, opening_role, year_number
from extract.report.model import ACHIEVEMENTS, DUTIES, FRONT, FURNITURE, PLAN, PROBLEMS, TABLE, Outline, Section, Table
from extract.report.numbering import Mark, inline_marks, mark_at
from extract.report.sentences import sentence_ends
from extract.report.tables import find_tables

_HEADING_LENGTH = 60
_HEADING = re.compile(rf"[^。；;！？!?\n]{{0,{_HEADING_LENGTH}}}")
_CLAUSE_END = re.compile(r"[，,：:]|[一二三四五六]是|[（(][一二三四五六七八九十]{1,2}[）)]|$")
# What may open a list mark, and what may open a heading or sentence that speaks of another part.
_MARK_OPENERS = frozenset("第一二三四五六七八九十（(#*[0123456789①②③④⑤⑥⑦⑧⑨⑩>·•●■◆○▲★~_-")
_CUE_OPENERS = frozenset("下今明来新接未后在针为对2二两存主当目问不取困面工具成努展我本虽尽同但附党开基总年法推述履整改现全")
_PLAN_CUE = re.compile(
    r"(?:(?:在|对于|为此[，,]?)?(?:今后|下一?个?(?:步|阶段|年度?)|明年|来年|接下来|新的?一年|新的年度|未来一年|往后|后续工作)"
    r"(?!年度?工作计划完成)|针对(?:上述|以上|存在|这些)[^。\n]{0,20}[，,][^。\n]{0,12}(?:将|下一步|拟|要))"
)
_YEAR_CUE = re.compile(
    rf"(?P<year>{MARKED_YEAR})(?![0-9一二三四五六七八九十])[^。\n]{{0,40}}?(?:将|要|继续|进一步|力争|计划|打算|拟|确保)"
)
_PROBLEM_CUE = re.compile(
    r"(?:虽然|尽管|虽|同时|当前|目前|但|我|本|过去)[^。\n]{0,80}?(?:存在|仍有|还有|面临)[^。，,\n]{0,16}(?:问题|不足|差距|短板|薄弱|困难)"
    r"(?!.{0,4}(?:得到|已|均|整改))"
)
_ANNEX = re.compile(r"附(?:件|表|录)?[一二三四五0-9]{0,2}[:：、]")
_TITLE = re.compile(r"[^。\n]{0,70}(?:报告|汇报|总结|公告|年报|通报|自查)(?:[（(][^\n]{0,12}[）)])?$")
_FIRST_YEAR = re.compile(rf"({MARKED_YEAR})")


@dataclass(slots=True)
class _Frame:
    """An open level of the outline; `style` is empty for what carries no number: a plain heading or a cue."""

    style: str
    number: int
    role: str


@dataclass(slots=True)
class _Event:
    start: int
    role: str
    heading: str


def outline(clean: str) -> Outline:
    """Sections with roles, sentence ends and tables of a clean text."""
    ends = sentence_ends(clean)
    tables = find_tables(clean)
    furniture = find_furniture(clean, tables)
    covered = furniture + [(table.start, table.end) for table in tables]
    covered.sort()
    events = _Reader(clean, covered).read(ends)
    tables = [table for table in tables if not _inside(table.start, furniture)]
    sections = _overlay(_front(clean, events), furniture, tables)
    return Outline(sections, ends, tables)


def _inside(place: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= place < end for start, end in spans)


class _Reader:
    """Walks the sentence starts of a text and notes where a part begins."""

    def __init__(self, clean: str, covered: list[tuple[int, int]]) -> None:
        self.clean = clean
        self.covered = covered
        self.year = reported_year(clean, covered)
        self.stack: list[_Frame] = []
        self.events: list[_Event] = []
        self.read_to = 0

    def read(self, ends: list[int]) -> list[_Event]:
        clean, size = self.clean, len(self.clean)
        places: list[int] = [0, *ends]
        inline = inline_marks(clean)
        if inline:
            places = sorted({*places, *inline})
        next_cover = 0
        for place in places:
            if place >= size:
                break
            if place < self.read_to:
                continue
            while next_cover < len(self.covered) and self.covered[next_cover][1] <= place:
                next_cover += 1
            if next_cover < len(self.covered) and self.covered[next_cover][0] <= place:
                continue
            opener = clean[place]
            if opener in _MARK_OPENERS:
                mark = mark_at(clean, place)
                if mark is not None:
                    self.read_to = mark.end
                    self._numbered(place, mark)
                    continue
            if opener in _CUE_OPENERS:
                self._unnumbered(place)
        return self.events

    @property
    def role(self) -> str:
        return self.stack[-1].role if self.stack else ""

    def _numbered(self, place: int, mark: Mark) -> None:
        """A numbered heading or list item: its level is where its style was last seen."""
        parent, sibling = self._level(mark)
        inherited = sibling.role if sibling else (parent.role if parent else ACHIEVEMENTS)
        role, heading = self._announced(mark.end, inherited, top=parent is None or not parent.style)
        self.stack.append(_Frame(mark.style, mark.number, role or inherited))
        if role or heading:
            self._note(place, role or inherited, self.clean[place : mark.end] + heading)
        elif self.events and self.events[-1].role != inherited:
            self._note(place, inherited, "")

    def _level(self, mark: Mark) -> tuple[_Frame | None, _Frame | None]:
        """Closes what the mark ends; gives the frame it stands under and the one it follows."""
        stack = self.stack
        for index in range(len(stack) - 1, -1, -1):
            frame = stack[index]
            if frame.style != mark.style:
                continue
            unnumbered_above = any(not above.style for above in stack[index + 1 :])
            if unnumbered_above and mark.number != frame.number + 1:
                break  # a numbering of its own under a plain heading: 下一步打算 / 一、…
            del stack[index:]
            return (stack[-1] if stack else None), frame
        return (stack[-1] if stack else None), None

    def _announced(self, start: int, inherited: str, top: bool) -> tuple[str, str]:
        """The role that the words behind a mark announce, and those words when they are a heading."""
        clean = self.clean
        found = _HEADING.match(clean, start)
        words = found.group() if found else ""
        end = start + len(words)
        whole = len(words) < _HEADING_LENGTH and (end >= len(clean) or clean[end] in "\n。")
        words = words.strip("*#")
        clause_end = _CLAUSE_END.search(words)
        clause = words[: clause_end.start()] if clause_end else words
        if not whole or (end < len(clean) and clean[end] == "。" and len(words) > 40):
            role, size = opening_role(clause, self.year)
            if role and self._may_change(inherited, role, clause[:size], top):
                return role, clause[:size]
            return "", clause if whole and len(words) < _HEADING_LENGTH else ""
        bare = bare_role(words.rstrip("：:"), self.year) or bare_role(clause, self.year)
        role = bare or (heading_role(words, self.year) if top else "")
        if role and self._may_change(inherited, role, clause, top):
            return role, words
        return "", words

    def _may_change(self, inherited: str, role: str, words: str, top: bool) -> bool:
        """Whether a heading of that role may end the part it stands in: a plan is left only by a heading that is nothing else."""
        if inherited != PLAN or role == PLAN:
            return True
        if role == DUTIES:
            return top or words.endswith("情况")
        return bare_role(words, self.year) == role

    def _unnumbered(self, place: int) -> None:
        clean = self.clean
        line_start = place == 0 or clean[place - 1] == "\n"
        found = _HEADING.match(clean, place)
        words = found.group() if found else ""
        end = place + len(words)
        if line_start and len(words) <= 40 and (end >= len(clean) or clean[end] in "\n"):
            role = "" if _TITLE.match(words) and not self.events else bare_role(words.rstrip("：:").strip("*#"), self.year)
            if role:
                self._plain(place, role, words)
                return
        colon = _CLAUSE_END.search(words)
        clause = words[: colon.start()] if colon else words
        if len(clause) < len(words) and words[len(clause)] not in "，," and 4 <= len(clause) <= 30:
            role = bare_role(clause, self.year)
            if role:
                self._plain(place, role, clause)
                return
        self._cue(place, line_start)

    def _plain(self, place: int, role: str, heading: str) -> None:
        """A heading without a number: it stands under the numbered heading that is open, and ends the plain one before it."""
        self._drop_unnumbered()
        if self.stack and self.role == PLAN and role == ACHIEVEMENTS and not heading.endswith("情况"):
            return
        self.stack.append(_Frame("", 0, role))
        self._note(place, role, heading)

    def _cue(self, place: int, line_start: bool) -> None:
        """A sentence that opens another part without any heading: 下一步，我镇将…"""
        clean = self.clean
        role = ""
        if _PLAN_CUE.match(clean, place) or self._is_later_year(place):
            role = PLAN
        elif line_start and _ANNEX.match(clean, place):
            role = ACHIEVEMENTS
        elif line_start and self.role in ("", ACHIEVEMENTS) and _PROBLEM_CUE.match(clean, place):
            role = PROBLEMS
        if role and role != self.role:
            self._drop_unnumbered()
            self.stack.append(_Frame("", 0, role))
            self._note(place, role, "")

    def _is_later_year(self, place: int) -> bool:
        found = _YEAR_CUE.match(self.clean, place)
        if found is None or self.year is None:
            return False
        year = year_number(found["year"])
        return year is not None and year > self.year

    def _drop_unnumbered(self) -> None:
        while self.stack and not self.stack[-1].style:
            self.stack.pop()

    def _note(self, place: int, role: str, heading: str) -> None:
        self.events.append(_Event(place, role, heading))


def reported_year(clean: str, covered: list[tuple[int, int]]) -> int | None:
    """The year a report seems to speak of, from its title line or else the first year it names."""
    start = 0
    for begin, end in covered:
        if begin > start + 2:
            break
        start = max(start, end)
    for line in clean[start : start + 600].split("\n")[:8]:
        if _TITLE.match(line):
            found = _FIRST_YEAR.search(line)
            if found:
                return year_number(found[1])
    found = _FIRST_YEAR.search(clean, start, start + 1500)
    return year_number(found[1]) if found else None


def _front(clean: str, events: list[_Event]) -> list[Section]:
    """The sections in order without gaps, the first of them what stands before the body."""
    size = len(clean)
    sections = []
    first = events[0].start if events else size
    body = first
    if not events or events[0].role not in (ACHIEVEMENTS, DUTIES):
        body = min(first, _front_end(clean))
    if body:
        sections.append(Section(FRONT, "", 0, body))
    if body < first:
        sections.append(Section(ACHIEVEMENTS, "", body, first))
    for index, event in enumerate(events):
        following = events[index + 1].start if index + 1 < len(events) else size
        if event.start < following:
            sections.append(Section(event.role, event.heading, event.start, following))
    return sections


_OPENING_END = re.compile(r"(?:如下|汇报|报告|报告于下)[：:。][^\n]{0,2}\n?")


def _front_end(clean: str) -> int:
    """Where title, addressee and opening end in a text without a heading for what was done."""
    found = _OPENING_END.search(clean, 0, 1500)
    if found:
        return found.end()
    end = 0
    while end < min(len(clean), 1500):
        stop = clean.find("\n", end)
        stop = len(clean) if stop < 0 else stop
        if stop - end > 70 or "。" in clean[end:stop]:
            break
        end = min(stop + 1, len(clean))
    return end


def _overlay(sections: list[Section], furniture: list[tuple[int, int]], tables: list[Table]) -> list[Section]:
    """The sections with furniture and tables cut out of them as sections of their own."""
    cuts = [(start, end, FURNITURE) for start, end in furniture] + [(table.start, table.end, TABLE) for table in tables]
    if not cuts:
        return sections
    cuts.sort()
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
                # A table of next year's plan stays plan: nothing in it was done.
                result.append(Section(PLAN if role == TABLE and section.role == PLAN else role, section.heading, start, stop))
            place = max(place, stop)
            if end > section.end:
                break
            index += 1
        if place < section.end:
            result.append(Section(section.role, section.heading, place, section.end))
    return result
