"""A report laid out for the reading rules: its words and figures by sentence."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from itertools import pairwise
from re import compile as regex

from extract.figures.asking import MARKS_OF_ASKING
from extract.figures.quantity import FIGURE, Quantity
from extract.matching.apart import SETS_APART
from extract.matching.compiled import CompiledLibrary
from extract.matching.cues import CHANGE, PRIOR, SINCE
from extract.matching.cues import PLAN as PLAN_CUE
from extract.matching.doers import doers_only
from extract.matching.lead_ins import lead_in
from extract.matching.other_bodies import MAY_NAME_BODY
from extract.matching.words import find_words
from extract.report.model import FURNITURE, PLAN, Outline

#: stretches that lengthen a gap for the eye only: titles, brackets, quotations, listed items, joining words
_PASSABLE = regex(
    r"《[^》]{0,80}》"
    r"|[（(][^（）()]{0,80}[）)]"
    r"|“[^”]{0,40}”|\"[^\"]{0,40}\""
    r"|[^、，,；;。：:《》“”（）()\n]{1,8}、"
    r"|[和及与暨或等]"
)
#: titles in a row, with the commas and short words between them: 《民法典》第三编，以及《公务员法》《信访条例》
_TITLES = regex(r"《[^》]{0,80}》(?:[^，,。；;《》]{0,14}[，,、](?=(?:以及|和|及|还有)?《))?")
_CLAUSE_BREAK = regex(r"[，,；;。！!？?\n|]")
#: what may stand between the last comma and the number of a clause that leaves its noun to the clause before
_FILLER = regex(
    # 加起来36件; 一年下来办了36件
    r"(?:雷打不动|从不间断|从不缺课|一年坐下来|一年算下来|一年累计下来|一年总计|一年干下来|一年跑下来|一年学下来|一年讲下来|算下来|坐下来|从未间断|风雨无阻|办足|开足|学足|力争达到|力争|争取|确保|登记在册|(?:去年|上一?年度?|前年)(?:还)?有|在册|数一数有|数一数|拢共有|一共有|加起来有|镇里村里|镇村|镇上村上|乡里村里|里里外外|上上下下|也是全[镇乡]|全[镇乡](?=仅有|唯一|只有|就)|仅有|唯一|只有|就他|就她|就|组织开展|共召开|召开|共开展|开展|组织|举办|举行|完成|计划|不少于|加起来|合起来|拢共|由|从|一年下来|一年来|全年下来|一年当中|一共讲了|讲了|开了|办了|做了|整了|搞了|赶了|跑了|走了|一年到头|一年里|一年"
    # 一年学了三十多回; 一年里讲过9堂
    r"|学了|学足|上了|读了|看了|审了|过了|拆了|听了|议了|讲过|办过|开过|学过"
    # 全年共计36件; 目前已达36件; 数量为36件
    r"|我[镇乡](?=分别|取得|获得|达|为|得)|取得|获得|拿到|得到"
    r"|共计|总计|合计|累计|一共|总共|先后|全年|目前|现|已|经|共|达到|达|计|约为|约|近|超过|超|均|各|分别|为|有|是|的|了"
    r"|数量|人数|次数|总数|总量|件数|金额|总额|总金额|数额|款额|仍为|仍是|还是"
    r"|坚持了|坚持|开课|开讲|开班|办班|共办|连办|累计开|累计办|一共办|一共开"
    r"|场次|其中|今年|本年度|本年|当年|年内|同时|并|仅|逾|突破|至|到|年均|累|数|率|在|全部|成功"
    # 2024年全年36件; 截至目前：36件; “36件”
    # 村委换届后，镇、村（社区）两级20个; 队伍壮大，全镇87人
    r"|全[镇乡]|全街道|[镇乡][、]?村?(?:[（(]社区[）)]|、社区)?[两三]级|乡镇[、]?村两级|街道[、]?社区两级"
    r"|[0-9]{4}年(?:度|全年)?|截至目前"
    # 合法性审查，1至6月17件
    r"|第?[一二三四]季度|[上下]半年|[0-9]{1,2}(?:月份?)?[至到—-][0-9]{1,2}月份?|：|:|[“\"（(])*+"
)
#: a clause that only says that it was done: 磨了36场, 一年下来跑了上百趟
_NAMELESS = regex(r"[^\W0-9A-Za-z退废撤未不没缺欠另销调辞除免漏其余剩少多增减降各每村镇乡街县市区国省另]{1,8}")
_LONGEST_NAMELESS = 9
#: who does it, before a clause that only says that it was done
_OWN_SUBJECT = regex(r"(?:[我全本]?(?:镇|乡|街道)(?:党委|政府|人民政府|机关|里|村两级)?|办事处)")
_LONGEST_SUBJECT, _SUBJECTS = 12, frozenset(("who",))
#: how long an aside before such a clause is at most, and the groups of words that do not make it tell of something else
_LONGEST_ASIDE, _BYSTANDERS = 16, frozenset(("who", "times", "seasons", "speakers"))
#: what may follow a counted noun's number without being the noun that is counted
_NO_NOUN = regex(
    r"[^一-鿿]|全(?![科职])|均|已|都|实(?![体训践验]|际[问难困需诉])|得|被|正|在(?!建)|由|并|和(?!谐)|及|与|等|以|左|的|，|共|为|到|配(?!套)|完|进(?!口)|通(?![道讯信])"
    r"|按|即|依|其|含|（|经(?![营济办纪销])|同(?![志心])|较|比|增|减"
    r"|后|中(?![队心学层小介转])|且|则|整|挂牌|投入|投用|运行|启用|建成|开展|规范化|标准化|同时|因|从|顺|先|逐|落|如|能|纳|获|达"
    # 重大行政决策2项履行了公众参与程序; but 5个走访过的村 counts places
    r"|(?:履行|走[完了过]|提交|提请|征求|听取|召开|举行|接受|经过|历经|通过|严格|依法|依规|依程序|及时|认真|切实|一律|悉数|事[先前]|会前|提前"
    r"|皆|俱|也|办结|销号|清零|实行|执行|采取|按照|[一-鿿]{1,4}了(?!解|结))(?![^，,。；;0-9]{0,16}的[一-鿿])"
    # 由40个优化为56个
    r"|优化|扩[大充展]|细化|精简|合并|调整|上升|下降|发展[到为至]|提[高升][到至]"
)
#: what may stand between a noun and the number that is its own
_OWN_NUMBER = regex(r"(?:累计|共计|共|总计|约|近|达到|达|为|有|各|均|是|超过|超|完成|了|数|量|率|：|:|“|\")*+")
_TO_FIGURE = 4
_LONGEST_SENTENCE = 600
#: in a text that has no other stop a semicolon ends a sentence, unless what follows needs what was told before it:
#: 其中31件, 较上年的17起增加5起, 降幅17.4%, 成功率97.6%
_SEMICOLON = regex(
    r"[；;](?!\n*(?:其中|其余|其他|内有|包括|含|剩|余下|较|比|与|和|同比|环比|上年|去年|前年|上一年|同期|降|增|减|升|下降|上升|回落"
    r"|提[高升]|(?:又|再|并|也|且|即)|共计|合计|总计|累计[0-9]|[^；;。，,、]{0,6}率))"
)
_FEWEST_SEMICOLONS = 6
#: what opens a plan, which goes on behind the semicolons after it: 明年打算培训8次；普法45场
_OPENS_PLAN = regex(
    r"\n*(?:[一二三四五六七八九十0-9]+[是、.．])?(?:20[0-9]{2}年)?(?:，|,)?(?:全镇|我镇|全乡|我乡)?"
    r"(?:打算|计划|明年|来年|下一?年|下一?步|下阶段|今后|新的一年|力争|争取|要|将|拟|目标|预计|准备)"
)
_RISING = regex("[由从][^，,。；;]{1,30}?[到至为成]")
_SORTED = regex("[看分讲说类计算数][，,：:]|上述|这些")
_DEMANDS = regex("要求|规定|标准|须|不得|应当?[达有]|底线|门槛")
#: a character of every word that sums up: 合计, 总共, 加起来, 累计, 算下来, 两者为, 共, 实
_MAY_SUM_UP = regex("[共合总加累算者实]")
_PER_EACH = regex("[每均一各](?:(?<=[每均各])|[天日周星个月])")
#: headings of shortcomings and plans at once, and what opens the plan below them
_MIXED_HEADING = regex(r"问题|不足|短板|困难|差在|差距|薄弱")
_TURNS_TO_PLAN = regex(
    r"明年|来年|下一?年|下一?步|下阶段|今后|新的一年|力争|争取|打算|计划|拟|将(?:进一步|继续|持续|着力|围绕|按|以)|[到至][^，,。；;]{0,6}年底"
    r"|目标|(?:一是|二是|三是)?(?:要|再|继续|持续|进一步|着力|加强|强化|加大|提升|抓好|推进|深化|完善|健全)"
    r"|20[0-9]{2}年(?:，|,|度|将|要|，将)|二〇[〇一二三四五六七八九]{2}年"
)
#: every branch opens with a character of its own, by which plain text is skipped fast
_MAY_NAME_PLACE = regex(
    "[县市区州旗]里?(?:通报|公布|发布)的全|全..同期|全...同期|隔壁|隔[河山江溪沟壁海岸]|毗[邻连]|相邻|紧邻|邻近|对岸|旁边|上游|下游|比[我本][镇乡街]|较[我本][镇乡街]|"
    + "|".join(
        # 县人民法院全年受理
        place + '[“"]?(?:12[0-9]{3})?[^，,。；;：:\n0-9]{1,20}?[局委办府院协联会组心部队处大厅台校问线]'
        "(?:20[0-9]|[全今当去]年|年内|本年|同期|一年来|共|累计|先后|组织|举[办行]|召开|走访|受理|新建|聘请|接听)"
        for place in "县市区省旗盟州"
    )
    + "".join(
        f"|{place}里?(?:20[0-9]{{2}}年)?(?:全|同期|今年|年内|当年|去年|一年|共计|累计|一共|平均|合计)" for place in "县区市旗州"
    )
)
_YEARS = regex("[两二三四五六七八九十]个?年(?![级前后])|十[一二三四]五")
_CHANGING = regex("[增升高减降少落滑多涨添攀缩翻超充扩窄压低↑▲↓▼]|[提进]了?[0-9一二三四五六七八九十]|[比年期][-+]")
_TIME_CUES = PLAN_CUE | SINCE | PRIOR | CHANGE
SHORT_GAP = 12
#: no gap is looked into beyond this, however much of it could be passed over
_LONGEST_GAP = 320
_CARRY_SENTENCES = 3
#: besides those that a denial may answer: 普法讲座（是、否）
_ASKING = (*MARKS_OF_ASKING, "是、否")
#: for a year that is paired with a figure and only called the last
LAST_YEAR = -1
_CARRY_CHARACTERS = 120
#: a line that ends so is a paragraph, no heading or lead-in
_PARAGRAPH_ENDS = frozenset("。！？!?；;")


@dataclass(slots=True)
class Sentence:
    """A sentence that holds figures, with the indices of its tokens and the cue bits of its words."""

    start: int
    end: int
    role: str
    heading: str
    #: how far back words are carried over into it
    carry_floor: int = 0
    first_token: int = 0
    last_token: int = 0
    figures: list[Quantity] = field(default_factory=list)
    #: the sentence's dates and other numbers that are no figure
    others: list[Quantity] = field(default_factory=list)
    denials: list[Quantity] = field(default_factory=list)
    cues: int = 0
    #: whether 每, 均 or 一天 stands in it, so that a figure may count for each village or month
    per_each: bool = False
    #: whether it tells what somebody demands: 须达到95%, 不低于90%的要求
    demands: bool = False
    #: whether it names months, quarters or halves of the year
    part_year: bool = False
    #: whether it sets figures apart: 另计, 不在此数
    apart: bool = False
    #: whether it has a word of growth or decline
    changing: bool = False
    #: whether it tells how a count went from one level to another
    rising: bool = False
    #: whether it has brackets, whose words and figures stand aside
    brackets: bool = False
    #: whether it may tell what several figures make together
    sums_up: bool = False
    #: whether something in it is still under way
    undone: bool = False
    #: whether it has a colon, behind which a count may be broken down
    colon: bool = False
    #: where the line begins that leads in the list it is an item of, if that tells what is broken down; else -1
    led: int = -1
    #: whether it sorts what was counted by kind: 从案由看, 按类型分
    sorted_by: bool = False
    #: whether it names a span of years
    spans: bool = False
    #: whether it speaks of several years in all: 五年共14宗
    years: bool = False
    #: whether a county or city called by its name may be the subject of one of its clauses
    named_place: bool = False
    #: whether a town may be called by its name in it
    towns: bool = False
    #: whether a body of the county, a court or the police may be the subject of one of its clauses
    other_body: bool = False
    #: whether nothing in it tells of another time than the report's year
    timeless: bool = True
    #: the years that 分别 pairs with figures, by the identity of the figure
    paired_years: dict[int, int] = field(default_factory=dict)
    #: the figures that 分别 pairs with nouns, by their place among the figures
    paired: frozenset[int] = frozenset()
    #: where the item of each of them stands
    paired_items: dict[int, tuple[int, int]] = field(default_factory=dict)
    #: whether the figure before reads past the one at this place, once it has been asked
    passed_over: dict[int, bool] = field(default_factory=dict)


def _with_borders(outline: Outline) -> list[int]:
    """The sentence ends, with the borders of page furniture, over which no sentence reads on."""
    borders = {
        after.start for before, after in pairwise(outline.sections) if FURNITURE in (before.role, after.role) and after.start
    }
    missing = borders.difference(outline.sentence_ends)
    return sorted([*outline.sentence_ends, *missing]) if missing else outline.sentence_ends


def bounded_ends(clean: str, ends: list[int]) -> list[int]:
    """Sentence ends with endless sentences cut at their semicolons or commas, so that no rule looks without bound."""
    bounded: list[int] = []
    start = 0
    for end in (*ends, len(clean)):
        if end - start > _LONGEST_SENTENCE:
            stops = _semicolon_stops(clean, start, end)
            bounded.extend(stops)
            start = stops[-1] if stops else start
        while end - start > _LONGEST_SENTENCE:
            window = clean[start + _LONGEST_SENTENCE // 2 : start + _LONGEST_SENTENCE]
            cut = max(window.rfind("；"), window.rfind("，"), window.rfind(","))
            start += _LONGEST_SENTENCE // 2 + cut + 1 if cut >= 0 else _LONGEST_SENTENCE
            bounded.append(start)
        if end > start or not bounded:
            bounded.append(end)
        start = end
    return bounded


def _semicolon_stops(clean: str, start: int, end: int) -> list[int]:
    """Where the semicolons of an endless sentence end what others end with a full stop."""
    stops = [found.end() for found in _SEMICOLON.finditer(clean, start, end)]
    if len(stops) < _FEWEST_SEMICOLONS:
        return []
    for place, stop in enumerate(stops):
        if _OPENS_PLAN.match(clean, stop, end):
            return stops[: place + 1]
    return stops[:-1] if stops[-1] == end else stops


class Scene:
    """The words, figures and sentences of one clean text."""

    def __init__(
        self,
        clean: str,
        quantities: list[Quantity],
        denials: list[Quantity],
        outline: Outline,
        library: CompiledLibrary,
        cells: set[int] | frozenset[int] = frozenset(),
        township: str = "",
    ) -> None:
        self.clean = clean
        #: whose report it is, if that is known
        self.township = township
        self.ends = bounded_ends(clean, _with_borders(outline))
        self.sections = outline.sections
        #: whether it asks anything at all: 有无行政复议
        self.asks = any(asked in clean for asked in _ASKING)
        self.has_brackets = "（" in clean or "(" in clean
        figures = [q for q in quantities if q.kind == FIGURE and id(q) not in cells]
        self._figure_starts = [figure.start for figure in figures]
        numbered = self._sentences_of(figures, denials)
        self.sentences = [numbered[index] for index in sorted(numbered)]
        reaches = ((sentence.carry_floor, sentence.end) for sentence in self.sentences)
        #: the words of these sentences and those that may be carried over into them
        self.tokens = [
            token
            for start, end, found in find_words(clean, self.ends, reaches, library)
            for token in doers_only(clean, start, end, found)
        ]
        self.token_starts = [token.start for token in self.tokens]
        starts = [q.start for q in quantities]
        for sentence in self.sentences:
            numbers = quantities[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
            sentence.others = [q for q in numbers if q.kind != FIGURE and id(q) not in cells]
            self._describe(sentence)

    def _sentences_of(self, figures: list[Quantity], denials: list[Quantity]) -> dict[int, Sentence]:
        """The sentences that hold figures or denials, by their place among the sentence ends."""
        found: dict[int, Sentence] = {}
        section_starts = [section.start for section in self.sections]
        sentence: Sentence | None = None
        for numbers, denied in ((figures, False), (denials, True)):
            for number in numbers:
                if sentence is None or not sentence.start <= number.start < sentence.end:
                    index = bisect_right(self.ends, number.start)
                    sentence = found.get(index)
                    if sentence is None:
                        sentence = found[index] = self._sentence(index, number.start, section_starts)
                (sentence.denials if denied else sentence.figures).append(number)
        return found

    def _sentence(self, index: int, offset: int, section_starts: list[int]) -> Sentence:
        """The `index`-th sentence of the text, in the section that `offset` stands in."""
        start = self.ends[index - 1] if index else 0
        end = self.ends[index] if index < len(self.ends) else len(self.clean)
        if not self.sections:
            return Sentence(start, end, "", "", self._carry_floor(index, start, 0))
        section = self.sections[max(0, bisect_right(section_starts, offset) - 1)]
        role = section.role
        if (
            role == PLAN
            and _MIXED_HEADING.search(section.heading)
            and not _TURNS_TO_PLAN.search(self.clean, section.start + len(section.heading), end)
        ):
            # 存在的问题和下一步打算: what stands before the first word of a plan is told of this year.
            role = ""
        return Sentence(start, end, role, section.heading, self._carry_floor(index, start, section.start))

    def _describe(self, sentence: Sentence) -> None:
        """Notes what the rules ask of a sentence more than once."""
        text = self.clean[sentence.start : sentence.end]
        sentence.per_each = _PER_EACH.search(text) is not None
        sentence.demands = _DEMANDS.search(text) is not None
        sentence.part_year = "月" in text or "季" in text or "半年" in text
        sentence.colon = "：" in text or ":" in text
        sentence.led = lead_in(self.clean, sentence.start)
        sentence.sorted_by = _SORTED.search(text) is not None
        sentence.brackets = "（" in text or "(" in text
        sentence.sums_up = _MAY_SUM_UP.search(text) is not None
        sentence.apart = SETS_APART.search(text) is not None
        sentence.undone = "正" in text or "尚" in text or "仍" in text or "未" in text or "没" in text or "待" in text
        sentence.undone = sentence.undone or "后审" in text or "结转" in text
        sentence.rising = ("由" in text or "从" in text) and _RISING.search(text) is not None
        sentence.changing = _CHANGING.search(text) is not None
        sentence.named_place = _MAY_NAME_PLACE.search(text) is not None
        sentence.towns = bool(self.township) and ("镇" in text or "乡" in text or "街道" in text)
        sentence.other_body = MAY_NAME_BODY.search(text) is not None
        sentence.first_token = first = bisect_left(self.token_starts, sentence.start)
        sentence.last_token = last = bisect_left(self.token_starts, sentence.end, first)
        cues = 0
        for at in range(first, last):
            cues |= self.tokens[at].word.cue
        sentence.cues = cues
        sentence.years = "年" in text and _YEARS.search(text) is not None
        sentence.spans = any(q.year_to for q in sentence.others)
        sentence.timeless = not (
            sentence.cues & _TIME_CUES
            or sentence.years
            or sentence.part_year
            or sentence.role == PLAN
            or any(q.year for q in sentence.others)
        )

    def gap_is_short(self, left: int, right: int, to_number: bool, passes: int = -1) -> bool:
        """Whether words ending at `left` and starting at `right` belong to one clause and stand near each other.

        `passes` is where a clause begins that names nothing of its own and so leads on from the one before, if one does.
        """
        if left >= right:
            return True
        if right - left > _LONGEST_GAP:
            return False
        clean = self.clean
        if right - left > SHORT_GAP and clean.find("》", left, right) >= 0:
            clean = _TITLES.sub("", clean[left:right])
            left, right = 0, len(clean)
            if not right:
                return True
        comma = _CLAUSE_BREAK.search(clean, left, right)
        if comma is not None:
            # A number right behind a comma begins a clause of its own; words like 共 lead on from the clause before.
            # A second break is no filler, so it ends the matter too.
            if not to_number or comma.end() == right:
                return False
            if not 0 <= passes <= comma.end() and _FILLER.fullmatch(clean, comma.end(), right) is None:
                return False
            right = comma.start()
        return right - left <= SHORT_GAP or len(_PASSABLE.sub("", clean[left:right])) <= SHORT_GAP

    def nameless_clause(self, sentence: Sentence, number: int, floor: int) -> int:
        """Where the clause before the number at `number` begins if no word of the library stands in it: 磨了36场; else -1."""
        clean = self.clean
        low = max(sentence.start, floor, number - _LONGEST_SUBJECT - _LONGEST_NAMELESS)
        comma = max(clean.rfind("，", low, number), clean.rfind(",", low, number)) + 1
        if comma <= 0 or comma == number:
            return -1
        if _FILLER.fullmatch(clean, self._subject_end(sentence, comma, number), number) is not None:
            return self._aside_before(comma, sentence, max(sentence.start, floor))
        if number - comma > _LONGEST_NAMELESS or _NAMELESS.fullmatch(clean, comma, number) is None:
            return -1
        first = bisect_left(self.token_starts, comma, sentence.first_token, sentence.last_token)
        while first < sentence.last_token and self.tokens[first].start < number:
            word = self.tokens[first].word
            if word.sets and _FILLER.fullmatch(word.text) is None:
                return -1
            first += 1
        return self._aside_before(comma, sentence, max(sentence.start, floor))

    def _subject_end(self, sentence: Sentence, start: int, end: int) -> int:
        """Where the subject ends that a clause opens with, if it does: 镇机关干部|今年共开展了15次."""
        at = bisect_left(self.token_starts, start, sentence.first_token, sentence.last_token)
        if at == sentence.last_token or self.tokens[at].start > start:
            found = _OWN_SUBJECT.match(self.clean, start, end)
            if found is None:
                return start
            start = found.end()
            at = bisect_left(self.token_starts, start, sentence.first_token, sentence.last_token)
        while at < sentence.last_token and self.tokens[at].start == start and self.tokens[at].end < end:
            if self.tokens[at].word.groups != _SUBJECTS:
                break
            start = self.tokens[at].end
            at += 1
        return start

    def _aside_before(self, clause: int, sentence: Sentence, floor: int) -> int:
        """Where the clause before the one at `clause` begins if it is an aside: 书记上法治课，大家爱听，上了四堂."""
        clean = self.clean
        end = clause - 1
        low = max(floor, end - _LONGEST_ASIDE)
        start = max(clean.rfind("，", low, end), clean.rfind(",", low, end)) + 1
        if start <= 0 or any(start <= figure.start < end for figure in (*sentence.figures, *sentence.others)):
            return clause
        at = bisect_left(self.token_starts, start, sentence.first_token, sentence.last_token)
        while at < sentence.last_token and self.tokens[at].start < end:
            if self.tokens[at].word.groups - _BYSTANDERS:
                return clause
            at += 1
        return start

    def _carry_floor(self, index: int, start: int, section_start: int) -> int:
        """How far back words are carried over into the `index`-th sentence: a few sentences, within the section, and not far.

        A sentence without a figure does not count: what is said of something else in between changes no noun. Of the paragraphs
        before only the last may lend one: lists go on in it, reports put together do not.
        """
        lowest = max(start - _CARRY_CHARACTERS, section_start)
        line, breaks = start, 0
        while breaks < 2 and (line := self.clean.rfind("\n", lowest, line)) >= 0:
            breaks += self.clean[line - 1] in _PARAGRAPH_ENDS
        lowest = max(lowest, line + 1)
        floor, told = start, 0
        for back in range(index - 2, -2, -1):
            if floor <= lowest or told == _CARRY_SENTENCES:
                break
            before = self.ends[back] if back >= 0 else 0
            first = bisect_left(self._figure_starts, before)
            told += first < len(self._figure_starts) and self._figure_starts[first] < floor
            floor = before
        return max(floor, lowest)

    def noun_follows(self, offset: int) -> bool:
        """Whether a noun stands right behind a number that ends at `offset`."""
        return offset < len(self.clean) and _NO_NOUN.match(self.clean, offset) is None

    def leads_to_figure(self, sentence: Sentence, offset: int) -> bool:
        """Whether a word that ends at `offset` has a number of its own right behind it."""
        for figure in sentence.figures:
            if figure.reach_start >= offset:
                between = self.clean[offset : figure.reach_start]
                return len(between) <= _TO_FIGURE and _OWN_NUMBER.fullmatch(between) is not None
        return False
