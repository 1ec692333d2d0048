"""The ways outward from one figure, along which the words of a pattern are looked for."""

from re import compile as regex

from extract.figures.quantity import Quantity
from extract.library.model import Metric
from extract.matching.beside import (
    CLAUSE_MARK,
    HONOURED,
    acts_on_next,
    came_by,
    counts_on,
    has_few,
    is_one_of_many,
    shares_verb,
    steps_over,
    study_behind,
)
from extract.matching.carried import Carried
from extract.matching.compiled import Plan, Step
from extract.matching.cues import SHARE
from extract.matching.gaps import gap_is_short
from extract.matching.match import Match
from extract.matching.own_nouns import is_named_thing, lacks, names_its_own
from extract.matching.scene import Scene, Sentence
from extract.matching.some_places import counts_some
from extract.matching.stand_ins import carried_out, described, verb_behind, verb_of_described
from extract.matching.territory import Territory, in_closed_bracket
from extract.matching.words import Token
from extract.report.model import TABLE

#: what may stand between a verb and a number that is written right behind it
_BESIDE_NUMBER = regex(
    r"(?:了|完|毕|好|成|过|到|得|出)?(?:共计|总计|合计|累计|一共|总共|共|计|达到|达|有|为|约|近|逾|各类|数量?|件数|总数|[（(]|仍[是为]|还是|依[旧然]是|仍旧是|[就足只]有|足足)*+"
)
#: between two nouns that share one number
_JOINT = regex(r"(?:案件|事项|活动|工作|次数)?(?:、|和|及|与|以及|并|/|，)(?:法律)?")
#: units that count whatever noun follows them: 整合8个部门 counts no noun before it
_CLASSIFIERS = frozenset(("个", "项"))
#: units of which a clause without a noun says something else than the clause before: 执法人员21名，离岗1名
PEOPLE_AND_RATES = frozenset(("人", "名", "位", "%", "元"))
_OF_PEOPLE = PEOPLE_AND_RATES | {"人次"}
#: how a word ends that names people, who alone may be counted 个 where the metric does not list it
_PERSONS = ("员", "人", "者", "师", "士", "兵", "骨干", "干部", "顾问", "的", "的人")
#: what may stand between such a word and its number
_COUNTED = regex(r"(?:现|共|计|一共|总共|拢共|已|也|达|到|为|有|的|：)*+")
#: what stands before the number of places where something was done
_WHERE = frozenset("在到入进赴对给向从于")
#: the groups of words that name what is counted, not what is done with it
_THINGS = frozenset(("objects", "who", "bodies", "places"))
#: and those that name what is done
_DEEDS = frozenset(("actions", "forms"))
_OPENING, _CLOSING = frozenset("（("), ("）", ")")
#: nouns that name no thing of their own: 协调解决企业用工、停车等事项156件
_OF_ANY_KIND = ("事项", "问题", "困难", "难题", "诉求", "案件")
#: 免收卫生费1.3万元: money that was not taken
_WAIVED = regex(
    r"(?:免[收征除交缴]|减[免收征]|缓[收缴]|[退返]还|退付|少收|未收|停征|取消)(?:了|的)?(?![^，,。；;0-9]*[后罚])[^，,。；;0-9]{0,4}$"
)
_WAIVING = 8
#: 5个村的法律顾问一年没露过面
_WANTING = regex("[没未无缺空换]|不[在力到足]")


def enclosed(clean: str, figure: Quantity) -> bool:
    """Whether the number stands in brackets of its own, behind what it counts: 及格率（99.2%）与参考率（100%）."""
    return clean[figure.reach_start - 1 : figure.reach_start] in _OPENING and clean.startswith(_CLOSING, figure.reach_end)


def _new_start(clean: str, start: int, end: int) -> bool:
    return clean.find("；", start, end) >= 0 or clean.find(";", start, end) >= 0


def _names_people(clean: str, match_words: list[Token], figure: Quantity, counts_noun: bool) -> bool:
    """Whether a word for people stands right beside a number with 个: 调解员43个, 43个调解员."""
    for token in match_words:
        if not token.word.text.endswith(_PERSONS):
            continue
        if token.start >= figure.reach_end:
            return token.start == figure.reach_end
        if not counts_noun and _COUNTED.fullmatch(clean, token.end, figure.reach_start) is not None:
            return True
    return False


class Walk:
    """The ways outward from one figure; what several plans ask for is looked up once."""

    __slots__ = (
        "carried",
        "clean",
        "counts_noun",
        "counts_place",
        "enclosed",
        "figure",
        "headed",
        "is_place",
        "lefts",
        "listed",
        "of_places",
        "passes",
        "scene",
        "sentence",
        "tokens",
        "where",
    )

    def __init__(
        self, scene: Scene, sentence: Sentence, figure: Quantity, where: Territory, headed: int, passes: int = -1
    ) -> None:
        self.scene = scene
        self.sentence = sentence
        self.figure = figure
        self.where = where
        #: where a clause begins that names nothing itself, so that the number belongs to the clause before
        self.passes = passes
        #: whether a list that ends with 等 stands before the number, whose items all count
        self.listed = False
        self.tokens = scene.tokens
        self.clean = scene.clean
        #: whether the number counts the noun that follows it, whatever stands before
        self.counts_noun = figure.unit in _CLASSIFIERS and scene.noun_follows(figure.reach_end)
        #: whether the number tells where something was done: 在7个行政村开展宣传
        self.is_place = self.counts_noun and self.clean[figure.reach_start - 1 : figure.reach_start] in _WHERE
        #: whether the places that the number counts only say whose things follow: 13个村的合同
        self.of_places = self.counts_noun and self._counts_places("的")
        #: whether it counts places, whatever people are told of behind them: 3个村专职人民调解员年龄偏大
        self.counts_place = figure.unit == "个" and self.counts_noun and self._counts_places("")
        self.enclosed = enclosed(self.clean, figure)
        #: the word whose count the brackets around the number give, if they do
        self.headed = headed
        #: (group, from token) → nearest token of the group to the left, and whether it is near
        self.lefts: dict[tuple[str, int], tuple[int, bool]] = {}
        self.carried = Carried(scene, sentence, figure, where)

    def _counts_places(self, joint: str) -> bool:
        """Whether a place stands right behind the number, and `joint` behind that."""
        where, end = self.where, self.figure.reach_end
        for at in range(where.split, where.last_token):
            token = self.tokens[at]
            if token.start >= end:
                return token.start == end and "places" in token.word.groups and self.clean.startswith(joint, token.end)
        return False

    def _of_village(self, plan: Plan) -> bool:
        """Whether a plan asks for the places themselves and for what they have: 19个行政村的法律顾问全部到岗."""
        if len(plan.right) < 2 or plan.right[0].group != "places" or not self._has_in_clause(plan.right[1]):
            return False
        return _WANTING.search(self.clean, self.figure.reach_end, min(self.where.end, self.figure.reach_end + 40)) is None

    def _has_in_clause(self, step: Step) -> bool:
        """Whether the wanted word stands in the number's own clause: not in 53个行政村的普法清单，请法律顾问."""
        end = self.figure.reach_end
        mark = CLAUSE_MARK.search(self.clean, end, self.where.end)
        last = mark.start() if mark is not None else self.where.end
        tokens = self.tokens[self.where.split : self.where.last_token]
        return any(end <= token.start < last and step.wanted in token.word.sets for token in tokens)

    def _heads(self, step: Step) -> bool:
        """Whether the word before the brackets is the one that the step asks for."""
        return self.headed >= 0 and step.wanted in self.tokens[self.headed].word.sets

    def along(self, plan: Plan) -> Match | None:
        """The plan's hold on the figure, if all its words are there."""
        if self.counts_noun and not plan.right:
            return None
        if plan.right and ((self.of_places and not self._of_village(plan)) or (self.enclosed and not self._heads(plan.right[0]))):
            return None
        if self.counts_place and plan.right and plan.metric.unit in _OF_PEOPLE and plan.right[0].group != "places":
            return None
        if self.is_place and not plan.left and len(plan.right) == 1 and plan.right[0].group == "places":
            return None
        where, tokens, figure = self.where, self.tokens, self.figure
        words: list[Token] = []
        carried: list[Token] = []
        matched = distance = 0
        shared = False
        position, at = where.walk_start, where.split
        right = plan.right
        if right and self.enclosed:
            # 文件（6件）均已审查 is read as 6件文件均已审查
            token = tokens[self.headed]
            words.append(token)
            matched += token.end - token.start
            position, at, right = token.start, self.headed, right[1:]
        #: of two carried words of one group the second stands before the first: 走访企业，收集问题48个，解决47个
        behind: dict[str, int] | None = None
        for place, step in enumerate(plan.left):
            found, near = self.lefts.get((step.group, at)) or self._left(step.group, at, position)
            if found >= 0 and (near or step.far):
                token = tokens[found]
                if (
                    step.optional
                    and place + 1 < len(plan.left)
                    and verb_behind(self.clean, tokens[found:at], step, plan.left[place + 1])
                ):
                    carried.append(token)
                    continue
                if step.beside and _BESIDE_NUMBER.fullmatch(self.clean, token.end, position) is None:
                    return None
                distance += position - token.end
                if step.wanted not in token.word.sets:
                    acted = verb_of_described(self.clean, tokens, step.wanted, found, where.first_token, position)
                    found = self._in_list(step, found) if acted < 0 else acted
                    if found < 0:
                        return None
                    shared = acted < 0
                    token = tokens[found]
                words.append(token)
                matched += token.end - token.start
                position, at = token.start, found
            elif step.optional:
                other = self.carried.word_for(step, at if behind is None else behind.get(step.group, at), position)
                if other < 0 or (step.group == "forms" and steps_over(tokens[at + 1 : where.split], step.wanted, words)):
                    return None
                carried.append(tokens[other])
                if behind is None:
                    behind = {}
                behind[step.group] = other
            else:
                return None
        if words and plan.left and self._counts_another(plan, words[0]):
            return None
        by_people = len(words) > 1 and "who" in words[0].word.groups and figure.unit in _OF_PEOPLE and not plan.metric.stock
        if by_people and came_by(self.clean, words[1], words[0]):
            return None
        if carried and words and names_its_own(self.scene, self.sentence, where, words[0], figure):
            return None
        if carried and not words and is_named_thing(self.clean, figure):
            return None
        start = position if position < figure.start else figure.start
        position, at = where.walk_end, where.split
        #: what was studied at a meeting may be told in the clause behind its number
        told_behind = len(plan.right) > 1 and bool(plan.left)
        for step in right:
            found = self._right(step, position, at, plan.metric)
            if found < 0 and told_behind and position == where.walk_end:
                found = study_behind(self.clean, tokens[at : where.last_token], figure, step, plan.right[1], at)
            if found >= 0:
                token = tokens[found]
                if step.wanted not in token.word.sets:
                    return None
                words.append(token)
                matched += token.end - token.start
                distance += token.start - position
                position, at = token.end, found + 1
            elif step.optional:
                other = self.carried.word_for(step, where.split, where.walk_start)
                if other < 0:
                    return None
                carried.append(tokens[other])
            else:
                return None
        end = position if position > figure.end else figure.end
        if plan.right and lacks(self.clean, figure.end, end):
            return None
        if plan.metric.stock and plan.right and HONOURED.match(self.clean, end) is not None:
            return None
        if plan.right and plan.right[0].group == "places" and counts_some(self.clean, figure, where, plan, words):
            return None
        if figure.unit == "元" and words and _WAIVED.search(self.clean, max(0, words[-1].start - _WAIVING), words[-1].start):
            return None
        if plan.metric.not_words:
            # What stands between an item and the number that 分别 gives it speaks of other items.
            own = max(start, self.clean.rfind("、", start, where.walk_start) + 1) if where.hidden else start
            stretch = self.clean[own : where.walk_start] + self.clean[figure.reach_start : end]
            if any(word in stretch for word in plan.metric.not_words):
                return None
        if (
            figure.unit == "个"
            and not plan.metric.counts_apiece
            and not _names_people(self.clean, words, figure, self.counts_noun)
        ):
            return None
        weight = 2 * len(words)
        for token in carried:
            # A carried word that no number stands before counts half as much as one in its place.
            weight += token.start >= where.start
        return Match(plan, (weight, matched, -len(carried), -distance), start, end, words, carried, shared, plan.metric)

    def _counts_another(self, plan: Plan, nearest: Token) -> bool:
        """Whether the noun right before the number is another than the plan's, which stands further off: 信访答复文书62件."""
        where = self.where
        if is_one_of_many(self.clean, self.figure, nearest, where.walk_start):
            return True
        if where.split == where.first_token:
            return False
        noun = self.tokens[where.split - 1]
        if noun is nearest or noun.end != where.walk_start or "objects" not in noun.word.groups:
            return False
        if noun.word.text.endswith(_OF_ANY_KIND) and not noun.word.bounds:
            return False
        return noun.start >= nearest.end and any(step.group == "objects" for step in plan.left)

    def _left(self, group: str, at: int, position: int) -> tuple[int, bool]:
        """The nearest word of the group before `position` in the territory, and whether the gap to it is short."""
        tokens, brackets = self.tokens, self.sentence.brackets
        answer = (-1, False)
        hidden = self.where.hidden
        for candidate in range(at - 1, self.where.first_token - 1, -1):
            token = tokens[candidate]
            if candidate in hidden:
                continue
            if group in token.word.groups and not (brackets and in_closed_bracket(self.clean, token.end, position)):
                answer = (candidate, gap_is_short(self.clean, token.end, position, at == self.where.split, self.passes))
                break
        self.lefts[group, at] = answer
        return answer

    def _right(self, step: Step, position: int, at: int, metric: Metric) -> int:
        """The nearest word of the step's group behind `position`, if it stands near enough and has no number of its own."""
        tokens = self.tokens
        where = self.where
        # 指出问题6个、5个，均已整改: right before the next number of a list nothing is named yet.
        joint = position == where.walk_end and self.clean[position : position + 1] in ("、", "和", "及")
        if joint and where.next_figure != position + 1 and not (step.far and self.figure.unit == "%"):
            return -1
        for candidate in range(at, where.last_token):
            token = tokens[candidate]
            # Behind the next figure of a list only a verb is shared, or the noun where this figure has none of its own.
            if (
                0 <= where.next_figure < token.start
                and not step.far
                and (self._has_noun(where) or ("actions" not in token.word.groups and self._noun_before(where)))
            ):
                return -1
            if step.group in token.word.groups and token.start >= position:
                # 19村2社区, 8个村1个社区: right beside a bare number the noun is that number's.
                beside = token.start == self.figure.reach_end and (
                    self.figure.unit == "" or counts_on(self.clean, self.sentence, self.figure, token)
                )
                numbered = not beside and self.scene.leads_to_figure(self.sentence, token.end)
                if numbered and not self._leaves_number(step, token, metric):
                    return -1
                if step.wanted not in token.word.sets:
                    candidate = carried_out(self.clean, tokens, step, candidate, where.last_token)
                    token = tokens[candidate]
                if step.far and step.group == "actions" and acts_on_next(self.clean, self.sentence, self.figure, token):
                    return -1
                if step.far:
                    # 两个人……旧账；村支书年终述法: what begins behind a semicolon counts nothing before it.
                    return -1 if _new_start(self.clean, position, token.start) else candidate
                if step.wanted not in token.word.sets:
                    candidate = described(self.clean, tokens, step, candidate, where.last_token)
                    token = tokens[candidate]
                if gap_is_short(self.clean, position, token.start, to_number=False):
                    return candidate
                return -1
        return -1

    def _leaves_number(self, step: Step, token: Token, metric: Metric) -> bool:
        """Whether the number right behind a word leaves it to the places counted before: 16个村均配备法律顾问1名."""
        if step.group in _DEEDS:
            return shares_verb(self.clean, self.sentence, self.figure, token, metric)
        of_places = (step.far and self.counts_place) or (self.figure.unit == "个" and token.start == self.figure.reach_end)
        return of_places and has_few(self.clean, self.sentence, self.figure, token)

    def _noun_before(self, where: Territory) -> bool:
        """Whether a noun of the library stands right before the figure: 网格96个、13个村（社区）法律顾问."""
        if where.split == where.first_token:
            return False
        token = self.tokens[where.split - 1]
        return token.end >= where.walk_start - 1 and bool(token.word.groups & _THINGS)

    def _has_noun(self, where: Territory) -> bool:
        """Whether a noun of the library stands between the figure and the next one; 村级 in 15个村级、1个乡级调委会 is none."""
        return any(
            token.word.sets and token.start < where.next_figure and "scope" not in token.word.groups
            for token in self.tokens[where.split : where.last_token]
        )

    def _in_list(self, step: Step, nearest: int) -> int:
        """The wanted word among nouns that share the number: A、B均达N; -1 if there is none."""
        tokens, where = self.tokens, self.where
        if where.hidden:
            return -1
        in_cell = self.sentence.role == TABLE
        shares = any(token.word.cue & SHARE for token in tokens[nearest + 1 : where.split])
        if self.figure.unit != "%" and not in_cell and not shares and not self.listed:
            return -1
        right = tokens[nearest]
        for candidate in range(nearest - 1, where.first_token - 1, -1):
            token = tokens[candidate]
            # 村干部培训 is one item of the list, though two words.
            if token.end != right.start and not _JOINT.fullmatch(self.clean, token.end, right.start):
                return -1
            if step.group in token.word.groups and step.wanted in token.word.sets:
                return candidate
            right = token
        return -1
