"""Where the parts of a report begin: headings of every numbering, headings without numbers, and sentences that open a part."""

import re
from dataclasses import dataclass

from extract.report.headings import MARKED_YEAR, bare_role, heading_role, opening_role, year_number
from extract.report.model import ACHIEVEMENTS, DUTIES, PLAN, PROBLEMS
from extract.report.numbering import CHAPTER, MARK_OPENERS, Mark, inline_marks, mark_at
from extract.report.run_in import RUN_IN_OPENERS, announced, later_year_heads, run_in

_HEADING_LENGTH = 60
_LINE_LENGTH = 42
_HEADING = re.compile(rf"[^。；;！？!?\n]{{0,{_HEADING_LENGTH}}}")
_CLAUSE_END = re.compile(r"[，,：:]|[一二三四五六]是|[（(][一二三四五六七八九十]{1,2}[）)]")
_LABEL = re.compile(r"([^，,。；;：:！？!?\n]{4,30}?)(?:[：:]|(?=一是|[（(]一[）)]))")
#: what a sentence may begin with that opens a part without being a heading: a plan, a later year, problems, an annex, a label
_PLAN_OPENERS = frozenset("下今明来新接未往后在对为针")
_YEAR_OPENERS = frozenset("2二两")
_PROBLEM_OPENERS = frozenset("虽尽同当目但我本过")
_LABEL_OPENERS = frozenset("存下今明问不主目困工努当")
_OPENERS = _PLAN_OPENERS | _YEAR_OPENERS | _PROBLEM_OPENERS | _LABEL_OPENERS | frozenset("附")
_ANY_OPENER = _OPENERS | MARK_OPENERS
_PLAN_CUE = re.compile(
    r"(?:(?:在|对于|为此[，,]?)?(?:今后|下一?个?(?:步|阶段|年度?)|明年|来年|接下来|新的?一年|新的年度|未来一年|往后|后续工作)(?![^。，,\n]{0,12}已|凡|只要|谁)"
    r"|针对(?:上述|以上|存在|这些)[^。\n]{0,20}[，,][^。\n]{0,12}(?:将|下一步|拟|要))"
)
_YEAR_CUE = re.compile(
    rf"(?P<year>{MARKED_YEAR})(?![0-9一二三四五六七八九十])[^。\n]{{0,40}}?(?:将|要|继续|进一步|力争|计划|打算|拟|确保)"
)
_PROBLEM_CUE = re.compile(
    r"(?:虽然|尽管|虽|同时|当前|目前|但|我|本|过去)[^。\n]{0,80}?(?:存在|仍有|还有|面临)[^。，,\n]{0,16}(?:问题|不足|差距|短板|薄弱|困难)"
    r"(?!.{0,4}(?:得到|已|均|整改))"
)
_ANNEX = re.compile(r"附(?:件|表|录)?[一二三四五0-9]{0,2}[:：、]")
#: a heading in brackets of its own, with or without a count: 【存在差距】, 〖2024〗, 【第3条：学法用法】
_BRACKETS = frozenset("【〖「『")
_BRACKETED = re.compile(
    r"[【〖「『](?:第?[一二三四五六七八九十0-9]{1,3}(?:条|项|部分)?[、.．:：])?(?P<words>[^【】〖〗「」『』。；;\n]{1,30})[】〗」』]"
)
TITLE = re.compile(r"[^。\n]{0,70}(?:报告|汇报|总结|公告|年报|通报|自查)(?:[（(][^\n]{0,12}[）)])?\Z")
#: how long what stands behind a heading in brackets is at most, if it is of the heading: 〖庚〗纠纷、信访
_BESIDE_BRACKETS = 16
_BRACKET_STYLE = "brackets"
#: ■ 普法, ◆2025年目标: a line that opens with such a mark and says no more than a heading does
_BULLETS = "■◆◇□▌▍█▎●○◎▲△▼▶►▷➤➢※◼▪◾★☆❖✦|｜"
_BULLETED = re.compile(rf"[{_BULLETS}]{{1,3}} ?(?P<words>[一-鿿0-9、“”（）]{{2,20}})")
#: styles that number chapters, and those that number points: no chapter stands under a point
_CHAPTERS = frozenset(("part", "han"))
_POINTS = frozenset(("arabic", "round", "circled"))
#: 10.1 stands under whatever was open before it, not where 9.3 stood
_SECTION = "section"
#: a cue with more of the report than this behind its paragraph closes with the paragraph: plans stand at the end
_AFTERWARDS = 0.4


@dataclass(slots=True)
class Part:
    """A place where a heading stands or the role changes; `heading` is empty for a mere sentence."""

    start: int
    role: str
    heading: str


@dataclass(slots=True)
class _Frame:
    """An open level; `style` is empty for what carries no number: a plain heading or a cue."""

    style: str
    number: int
    role: str


def find_parts(clean: str, ends: list[int], covered: list[tuple[int, int]], year: int | None) -> list[Part]:
    """The parts in order. `ends` are the sentence ends, `covered` the stretches of furniture and tables, `year` the report's."""
    return _Reader(clean, covered, year).read(ends)


class _Reader:
    """Walks the sentence starts of a text, keeping the levels that are open."""

    def __init__(self, clean: str, covered: list[tuple[int, int]], year: int | None) -> None:
        self.clean = clean
        self.covered = covered
        self.year = year
        self.stack: list[_Frame] = []
        self.parts: list[Part] = []
        self.cue_end = len(clean) + 1
        self.read_to = 0

    def read(self, ends: list[int]) -> list[Part]:
        """Visits every place where a part may begin."""
        clean, size = self.clean, len(self.clean)
        places = [0, *ends]
        inline = inline_marks(clean)
        if inline:
            places = sorted({*places, *inline})
        covers = iter([*self.covered, (size, size)])
        cover_start, cover_end = next(covers)
        for place in places:
            if place >= size:
                break
            opener = clean[place]
            line_start = place == 0 or clean[place - 1] == "\n"
            # Most sentences can open nothing: they are passed over before anything is asked of them.
            if not line_start and opener not in _ANY_OPENER and place < self.cue_end:
                continue
            while cover_end <= place:
                cover_start, cover_end = next(covers)
            if place >= cover_start or place < self.read_to:
                continue
            if place >= self.cue_end:
                self._end_cue(place)
            if line_start and opener in _BRACKETS and self._bracketed(place):
                continue
            # 一是 is no mark and opens no part, unless it heads a line.
            counted = opener in MARK_OPENERS and clean[place + 1 : place + 2] == "是"
            if opener in MARK_OPENERS and not counted:
                mark = mark_at(clean, place)
                if mark is not None:
                    self.read_to = mark.end
                    self._numbered(place, mark)
                    continue
            if line_start and (clean.find("\n", place, place + _LINE_LENGTH) >= 0 or size - place < _LINE_LENGTH):
                self._short_line(place)
            elif line_start and opener in RUN_IN_OPENERS and self._run_in(place):
                continue
            elif opener in _OPENERS and not counted:
                self._sentence(place, line_start)
        return self.parts

    @property
    def _role(self) -> str:
        return self.stack[-1].role if self.stack else ""

    def _numbered(self, place: int, mark: Mark) -> None:
        """A numbered heading or list item: its level is where its style was last seen."""
        parent, sibling = self._level(mark)
        inherited = sibling.role if sibling else (parent.role if parent else ACHIEVEMENTS)
        role, heading = self._announced(mark.end, inherited, top=parent is None or not parent.style)
        role = role or inherited
        self.stack.append(_Frame(mark.style, mark.number, role))
        if heading:
            self._note(place, role, self.clean[place : mark.end] + heading)
        elif not self.parts or self.parts[-1].role != role:
            self._note(place, role, "")

    def _level(self, mark: Mark) -> tuple[_Frame | None, _Frame | None]:
        """Closes what the mark ends; gives the frame it stands under and the one it follows."""
        stack = self.stack
        unnumbered_above = False
        for index in range(len(stack) - 1, -1, -1):
            frame = stack[index]
            if frame.style == mark.style and not (mark.style == _SECTION and frame.number // CHAPTER != mark.number // CHAPTER):
                if unnumbered_above and mark.number != frame.number + 1:
                    break  # a numbering of its own under a heading without number: 下一步打算 / 一、…
                del stack[index:]
                return (stack[-1] if stack else None), frame
            unnumbered_above = unnumbered_above or not frame.style
        if mark.style in _CHAPTERS:
            # 1. to 2. before the first chapter, and 3. in it: the chapter stands under none of them
            while stack and stack[-1].style in _POINTS:
                stack.pop()
        return (stack[-1] if stack else None), None

    def _bracketed(self, place: int) -> bool:
        """A heading in brackets: it ends what the one before has opened, whether it announces anything itself or not."""
        found = _BRACKETED.match(self.clean, place)
        if found is None:
            return False
        for index in range(len(self.stack) - 1, -1, -1):
            if self.stack[index].style == _BRACKET_STYLE:
                del self.stack[index:]
                break
        words = found["words"]
        inherited = self._role or ACHIEVEMENTS
        role = announced(words, self.year) or heading_role(words, self.year)
        if not role or not self._may_open(role, inherited, words, top=not self.stack):
            role = inherited
        self.stack.append(_Frame(_BRACKET_STYLE, 0, role))
        stop = self.clean.find("\n", found.end(), found.end() + _BESIDE_BRACKETS)
        self._note(place, role, self.clean[place : stop if stop >= 0 else found.end()])
        self.read_to = found.end()
        return True

    def _announced(self, start: int, inherited: str, top: bool) -> tuple[str, str]:
        """The role that the words behind a mark announce, and those words when they are a heading."""
        clean = self.clean
        words = self._words(start)
        end = start + len(words)
        behind = clean[end] if end < len(clean) else "\n"
        clause = _first_clause(words)
        if len(words) == _HEADING_LENGTH or behind not in "\n。" or (behind == "。" and len(words) > 40):
            role, size = opening_role(clause, self.year)
            if role and self._may_open(role, inherited, clause[:size], top):
                return role, clause[:size]
            return "", ""
        words = words.strip("*#")
        role = bare_role(words, self.year)
        if not role and len(clause) < len(words):
            role = bare_role(clause, self.year)
        if not role and top:
            role = heading_role(words, self.year)
        # 总结经验，打造亮点 below a plan says more than its first clause; 存在的问题：… does not.
        said = words if words[len(clause) : len(clause) + 1] in ("，", ",") else clause
        if role and self._may_open(role, inherited, said, top):
            return role, words
        return "", words

    def _may_open(self, role: str, inherited: str, words: str, top: bool) -> bool:
        """Whether a heading of that role may end the part it stands in: a plan is left only by a heading that is nothing else."""
        if inherited != PLAN or role == PLAN:
            return True
        if role == DUTIES:
            return top or words.endswith("情况")
        return bare_role(words, self.year) == role

    def _short_line(self, place: int) -> None:
        """A line that may be a heading without number; such a line does nothing but name its part."""
        words = self._words(place).strip("*#")
        end = place + len(words)
        bulleted = _BULLETED.fullmatch(words)
        if bulleted:
            words = bulleted["words"]
        if not (TITLE.match(words) and not self.parts) and self.clean[end : end + 1] in ("", "\n") and self._has_text_below(end):
            role = bare_role(words.rstrip("：:"), self.year)
            if role:
                self._plain(place, role, words)
                return
            if bulleted:
                self._note(place, self._role or ACHIEVEMENTS, words)
                return
        if words[:1] not in RUN_IN_OPENERS or not self._run_in(place):
            self._sentence(place, line_start=True)

    def _has_text_below(self, end: int) -> bool:
        """Whether a paragraph or a numbered line follows: among lines of single words (a menu, a lost table) is no heading."""
        clean = self.clean
        stop = clean.find("\n", end + 1, end + 40)
        below = clean[end + 1 : stop if stop >= 0 else end + 40]
        return stop < 0 or any(mark in below for mark in "。；，;,：:") or mark_at(clean, end + 1) is not None

    def _sentence(self, place: int, line_start: bool) -> None:
        """A sentence that opens a part: with a label (存在的问题：…) or a cue (下一步，…)."""
        if self.clean[place] in _LABEL_OPENERS:
            label = _LABEL.match(self.clean, place)
            role = bare_role(label[1], self.year) if label else ""
            if label and role:
                self._plain(place, role, label[1])
                return
        self._cue(place, line_start)

    def _plain(self, place: int, role: str, heading: str) -> None:
        """A heading without a number: it stands under the numbered heading that is open, and ends the plain one before it."""
        self._drop_unnumbered()
        if self._role == PLAN and role == ACHIEVEMENTS and not heading.endswith("情况"):
            return
        self.stack.append(_Frame("", 0, role))
        self._note(place, role, heading)

    def _run_in(self, place: int) -> bool:
        """A heading that is the first sentence of its paragraph: **2025年怎么干。**持证人员…"""
        found = run_in(self.clean, place, self.year)
        if found is None:
            return False
        self.read_to = found.end
        self._plain(place, found.role, found.heading)
        if found.role == PLAN:
            self._hold_for_paragraph(place, always=found.label and found.heading[:1] in _YEAR_OPENERS)
        return True

    def _cue(self, place: int, line_start: bool) -> None:
        """A sentence that opens another part without any heading: 下一步，我镇将…"""
        role = self._cue_role(place, line_start)
        if not role or role == self._role:
            return
        self._drop_unnumbered()
        self.stack.append(_Frame("", 0, role))
        self._note(place, role, "")
        if role == PLAN:
            self._hold_for_paragraph(place)

    def _hold_for_paragraph(self, place: int, always: bool = False) -> None:
        """A plan with much of the report behind it ends with its paragraph: 2025年目标：… in a list does `always`."""
        line_end = self.clean.find("\n", place)
        far = always or line_end < (1 - _AFTERWARDS) * len(self.clean)
        if line_end > 0 and far and self.clean[line_end - 1] not in "：:":
            self.cue_end = line_end + 1

    def _cue_role(self, place: int, line_start: bool) -> str:
        clean, opener = self.clean, self.clean[place]
        if opener in _YEAR_OPENERS:
            return PLAN if self._is_later_year(place) or later_year_heads(clean, place, self.year) else ""
        if opener in _PLAN_OPENERS and _PLAN_CUE.match(clean, place):
            return PLAN
        if line_start and opener == "附" and _ANNEX.match(clean, place):
            return heading_role(self._words(place), self.year) or ACHIEVEMENTS
        if line_start and opener in _PROBLEM_OPENERS and self._role in ("", ACHIEVEMENTS) and _PROBLEM_CUE.match(clean, place):
            return PROBLEMS
        return ""

    def _end_cue(self, place: int) -> None:
        """A cue far from the report's end held for its paragraph only."""
        self.cue_end = len(self.clean) + 1
        if self.stack and not self.stack[-1].style and self._role == PLAN:
            self.stack.pop()
            self._note(place, self._role or ACHIEVEMENTS, "")

    def _is_later_year(self, place: int) -> bool:
        found = _YEAR_CUE.match(self.clean, place)
        if found is None or self.year is None:
            return False
        year = year_number(found["year"])
        return year is not None and year > self.year

    def _words(self, start: int) -> str:
        found = _HEADING.match(self.clean, start)
        return found.group() if found else ""

    def _drop_unnumbered(self) -> None:
        while self.stack and not self.stack[-1].style:
            self.stack.pop()

    def _note(self, place: int, role: str, heading: str) -> None:
        self.parts.append(Part(place, role, heading))


def _first_clause(words: str) -> str:
    found = _CLAUSE_END.search(words)
    return words[: found.start()] if found else words
