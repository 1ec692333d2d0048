"""A report laid out for the reading rules: its words and figures by sentence."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from re import compile as regex

from extract.figures.asking import asks_anything
from extract.figures.quantity import FIGURE, Quantity
from extract.matching.apart import SETS_APART
from extract.matching.compiled import CompiledLibrary
from extract.matching.cues import CHANGE, PRIOR, SINCE
from extract.matching.cues import PLAN as PLAN_CUE
from extract.matching.doers import doers_only
from extract.matching.lead_ins import lead_in
from extract.matching.other_bodies import MAY_NAME_BODY
from extract.matching.sentence_ends import bounded_ends, ends_with_borders
from extract.matching.words import find_words
from extract.report.model import PLAN, Outline

#: what may follow a counted noun's number without being the noun that is counted
_NO_NOUN = regex(
    r"[^一-鿿]|全(?![科职])|均|已|都|实(?![体训践验]|际[问难困需诉])|得|被|正|在(?!建)|由|并|和(?!谐)|及|与|等|以|左|的|，|共|为|到|配(?!套)|完|进(?!口)|通(?![道讯信])"
    r"|按|即|依|其|含|（|经(?![营济办纪销])|同(?![志心])|较|比|增|减"
    r"|后|中(?![队心学层小介转])|且|则|整|挂牌|投入|投用|投运|运[行转作]|转(?=入|型|为|得)|启用|建成|开展|规范化|标准化|同时|因|从|顺|先|逐|落|如|能|纳|获|达"
    # 重大行政决策2项履行了公众参与程序; but 5个走访过的村 counts places
    r"|(?:履行|走[完了过]|提交|提请|征求|听取|召开|举行|接受|经过|历经|通过|严格|依法|依规|依程序|及时|认真|切实|一律|悉数|事[先前]|会前|提前"
    r"|皆|俱|也|办结|销号|清零|实行|执行|采取|按照|[一-鿿]{1,4}了(?!解|结))(?![^，,。；;0-9]{0,16}的[一-鿿])"
    # 由40个优化为56个
    r"|优化|扩[大充展]|细化|精简|合并|调整|上升|下降|发展[到为至]|提[高升][到至]"
)
#: what may stand between a noun and the number that is its own
_OWN_NUMBER = regex(r"(?:累计|共计|共|总计|约|近|达到|达|为|有|各|均|是|超过|超|完成|了|数|量|率|：|:|“|\")*+")
_TO_FIGURE = 4
_RISING = regex("[由从][^，,。；;]{1,30}?[到至为成]")
#: it starts with one class of characters, so that the search skips plain text fast
_SORTED = regex(
    "[看分讲说类计算数上这最集](?:(?<![上这最集])[，,：:]|(?<=[容型别质源道径式求域由间级]上)[，,：:]|(?<=上)述|(?<=这)些|(?<=最)多|(?<=集)中)"
)
_MEANT, _CAME_OF_IT = (
    regex("[计打预原拟设安部任指目][划算定期先本排署务标]"),
    regex("[完实已最结超落][成际现已经终后果额落]|[，,、][已共只仅实]"),
)
#: 借鉴邻镇……的经验做法
_LEARNS = regex("[学借对参比效仿看考观取][习鉴标照考仿齐察摩经]")
_EXAMPLE = regex("[经做模水标样成典打][验法式平准板绩效例]")
_DEMANDS = regex("要求|规定|标准|须|不得|应当?[达有]|底线|门槛")
#: a character of every word that sums up: 合计, 总共, 加起来, 累计, 算下来, 两者为, 共, 实
_MAY_SUM_UP = regex("[共合总加累算者实]")
_PER_EACH = regex("[每均一各](?:(?<=[每均各])|[天日周星个月])")
#: headings of shortcomings and plans at once, and what opens the plan below them
_MIXED_HEADING = regex(
    r"(?:问题|不足|短板|困难|差在|差距|薄弱)[^。；;0-9]{0,12}?(?:[下明来]一?[步年阶]|今后|打算|计划|思路|措施|努力|改进|整改|对策|方向|安排|怎|咋|干)"
    # （一）培训村干部2期，补上短板 is a plan's own item
    r"|(?:打算|计划|思路|安排|方向)[及和与、以][^。；;0-9]{0,8}?(?:问题|不足|短板|困难|差距|薄弱)|差在"
)
_TURNS_TO_PLAN = regex(
    r"明年|来年|下一?年|下一?步|下阶段|今后|新的一年|力争|争取|打算|计划|拟|将(?:进一步|继续|持续|着力|围绕|按|以)|[到至][^，,。；;]{0,6}年底"
    r"|目标|(?:一是|二是|三是)?(?:要|再|继续|持续|进一步|着力|加强|强化|加大|提升|抓好|推进|深化|完善|健全)"
    r"|20[0-9]{2}年(?:，|,|度|将|要|，将)|二〇[〇一二三四五六七八九]{2}年"
)
#: every branch opens with a character of its own, no set of them, by which plain text is skipped fast
_MAY_NAME_PLACE = regex(
    "全..同期|全...同期|隔[河山江溪沟壁海岸]|毗[邻连]|相邻|紧邻|邻近|对岸|旁边|上游|下游|比[我本][镇乡街]|较[我本][镇乡街]"
    + "".join(
        f"|{place}(?:里?(?:通报|公布|发布)的全|里?(?:20[0-9]{{2}}年)?(?:全|同期|今年|年内|当年|去年|一年|共计|累计|一共|平均|合计)"
        # 县人民法院全年受理
        '|[“"]?(?:12[0-9]{3})?[^，,。；;：:\n0-9]{1,20}?[局委办府院协联会组心部队处大厅台校问线]'
        "(?:20[0-9]|[全今当去]年|年内|本年|同期|一年来|共|累计|先后|组织|举[办行]|召开|走访|受理|新建|聘请|接听))"
        for place in "县市区省旗盟州"
    )
)
_YEARS = regex("[两二三四五六七八九十]个?年(?![级前后])|十[一二三四]五")
_CHANGING = regex("[增升高减降少落滑多涨添攀缩翻超充扩窄压低↑▲↓▼]|[提进]了?[0-9一二三四五六七八九十]|[比年期][-+]")
_TIME_CUES = PLAN_CUE | SINCE | PRIOR | CHANGE
_CARRY_SENTENCES = 3
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
    #: whether it may tell of suits and how they ended
    suits: bool = False
    #: whether it may tell what was meant and what came of it: 计划6次、完成9次
    meant: bool = False
    #: whether it may tell what others do, from whom something is learnt
    learns: bool = False
    #: whether it has brackets, whose words and figures stand aside
    brackets: bool = False
    #: whether it may tell what several figures make together
    sums_up: bool = False
    #: whether it tells what share of a whole something is
    shares: bool = False
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
        self.ends = bounded_ends(clean, ends_with_borders(outline))
        self.sections = outline.sections
        #: whether it asks anything at all: 有无行政复议
        self.asks = asks_anything(clean)
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
        sentence.meant = len(sentence.figures) > 1 and _MEANT.search(text) is not None and _CAME_OF_IT.search(text) is not None
        sentence.suits = len(sentence.figures) > 2 and ("复议" in text or "诉" in text)
        sentence.learns = _LEARNS.search(text) is not None and _EXAMPLE.search(text) is not None
        sentence.sums_up = _MAY_SUM_UP.search(text) is not None
        sentence.shares = "占" in text
        sentence.apart = SETS_APART.search(text) is not None
        sentence.undone = "正" in text or "尚" in text or "仍" in text or "未" in text or "没" in text or "待" in text
        sentence.undone = sentence.undone or "后审" in text or "结转" in text or "剩" in text
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
