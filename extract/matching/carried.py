"""Words carried over: what a sentence, or the ones just before it, named last, and a clause leaves out."""

from re import compile as regex

from extract.figures.quantity import Quantity
from extract.matching.beside import tells_how
from extract.matching.compiled import Step
from extract.matching.scene import Scene, Sentence
from extract.matching.stand_ins import act_done, named_by_head
from extract.matching.territory import Territory, in_closed_bracket
from extract.matching.words import Token

#: where a report turns to its next point, of which somebody else may be the doer
_NEXT_POINT = regex("[。；;\n][二三四五六七八九]是")
#: what makes people the doers, perhaps beside others
_BY_WHOM, _BY_REACH = regex("[被由](?:[^，,。；;0-9]{0,8}[和与及、])?[^，,。；;、0-9]{0,3}$"), 16
#: what papers are counted in, several kinds of which may be told of together
_PAPERS = frozenset(("件", "份"))
_BESIDE = 3


class Carried:
    """The words that reach one figure from before; what several plans ask for is looked up once."""

    __slots__ = ("_clean", "_figure", "_known", "_scene", "_sentence", "_tokens", "_where")

    def __init__(self, scene: Scene, sentence: Sentence, figure: Quantity, where: Territory) -> None:
        self._scene, self._sentence, self._figure, self._where = scene, sentence, figure, where
        self._clean, self._tokens = scene.clean, scene.tokens
        self._known: dict[tuple[str, int], int] = {}

    def word_for(self, step: Step, at: int, position: int) -> int:
        """The word carried over for a step, by its index; -1 where the sentence has named another thing since."""
        other = self._last(step.group, at, position)
        if other >= 0 and step.wanted not in self._tokens[other].word.sets:
            return self._stood_for(step, other)
        return other

    def _last(self, group: str, at: int, position: int) -> int:
        """The word of the group that the sentence, or the ones just before it, named last, by its index; -1 for none."""
        key = (group, at)
        if key in self._known:
            return self._known[key]
        tokens, brackets = self._tokens, self._scene.has_brackets
        floor = self._sentence.carry_floor
        if group == "who" and (point := self._clean.rfind("是", floor, position)) > 0:
            floor = self._point_before(floor, point + 1)
        answer = -1
        hidden = self._where.hidden
        for candidate in range(at - 1, -1, -1):
            token = tokens[candidate]
            if token.start < floor:
                break
            if candidate in hidden:
                continue
            if group in token.word.groups and not (brackets and in_closed_bracket(self._clean, token.end, position)):
                if group == "objects" and "who" in token.word.groups and self._acts(token):
                    # 97起矛盾被网格员摸了出来，94起得到调处: who did it is no thing that is counted on
                    continue
                if group == "forms" and answer < 0 and tells_how(self._scene, self._sentence, token):
                    answer = candidate
                    continue
                if self._figure.unit == "%" and self._leads_to_money(token.end):
                    # 调解纠纷168件，涉及金额236万元，成功率98.8%: no rate is told of the money.
                    continue
                # 〖七〗纠纷、信访: a heading that lists topics names none of them for what stands below
                listed = token.start < self._sentence.start or self._figure.unit in _PAPERS
                answer = -1 if listed and self._is_listed(candidate, group) else candidate
                break
        self._known[key] = answer
        return answer

    def _stood_for(self, step: Step, at: int) -> int:
        """The wanted word that a more general one stands for, which was named last; -1 for none."""
        if step.group == "forms":
            return named_by_head(self._clean, self._tokens, step.wanted, at)
        return act_done(self._clean, self._tokens, step, at) if step.group == "actions" else -1

    def _acts(self, token: Token) -> bool:
        """Whether people are named as those by whom something was done: 被网格员和调解员摸了出来."""
        return _BY_WHOM.search(self._clean, max(self._sentence.start, token.start - _BY_REACH), token.start) is not None

    def _point_before(self, floor: int, position: int) -> int:
        """Where the point of the report begins that `position` stands in, if it does behind `floor`; else `floor`."""
        for found in _NEXT_POINT.finditer(self._clean, floor, position):
            floor = found.end()
        return floor

    def _is_listed(self, at: int, group: str) -> bool:
        """Whether a word is the last of a list of words of its group."""
        before = self._tokens[at - 1] if at else None
        if before is None or group not in before.word.groups:
            return False
        return self._clean[before.end : self._tokens[at].start] in ("、", "和", "与", "及")

    def _leads_to_money(self, offset: int) -> bool:
        """Whether a sum of money stands right behind `offset`."""
        return any(other.unit == "元" and 0 <= other.reach_start - offset <= _BESIDE for other in self._sentence.figures)
