"""Which figures break down another one: 其中M件、K件; 处罚31宗：简易23宗、普通8宗."""

from re import compile as regex

from extract.figures.quantity import Quantity
from extract.matching.comparisons import PRIOR, change_of
from extract.matching.cues import PART
from extract.matching.scene import Scene, Sentence

_COUNTER = "[件起宗例次场期批份堂节个条处家名人]"
#: 其中一般程序12件; 21件（含简易程序9件）; 从案由看，婚姻家庭40件; 按类型分：邻里50件
_BREAKDOWN = regex(
    # it starts with one class of characters, so that the search skips plain text fast
    "[其光单当内里这含包：:（(按从上中有最什谁](?:(?<=其)中"
    # 当中劳资类163件; 内有4名; 这里头3人
    "|(?<=[，,；;]光)是|(?<=[，,；;]单)[是单]|(?<=[，,；;]当)中|(?<=[，,；;]内)[中有]|(?<=[，,；;]里)[头边]|(?<=[，,；;]这)里[头边]"
    "|(?<=[，,：:]内)[：:]|(?<=[（(，,；;]含)|(?<=[（(，,；;]包)[括含]"
    rf"|(?<={_COUNTER}[：:])"
    # 158份（镇本级97份，村级61份）
    rf"|(?<={_COUNTER}[（(])(?!(?:去年|上年|上一年|前年|同期|往年))(?=[^（）()0-9]{{1,12}}[0-9一二三四五六七八九十百两]+{_COUNTER})"
    # 21场普法：赶会9场、进矿7场
    "|(?<=[一-鿿][：:])(?<![去上前0-9〇零一二三四五六七八九]年[：:])(?<!同期[：:])(?<!年度[：:])"
    r"(?=[^，,。；;：:、\n0-9]{0,8}[0-9]|[一二三四五六七八九十百]{1,6}[件起宗例](?!是))"
    "|(?<=按)(?:照)?[^，,。；;：:0-9]{1,6}?(?:划分|分)(?:为|成|有|别为|别是)?(?=[一-鿿]{2,8}[0-9])"
    "|(?<=[从按])(?:照)?[^，,。；;：:0-9]{1,8}?(?:来看|上看|看|来分|划分|分类|统计|分|讲|上说|来说|算|数)[，,：:]"
    # 内容上，饮水91件、村道72件
    "|(?<=上)(?<=内容上|类型上|类别上|性质上|来源上|渠道上|途径上|方式上|诉求上|领域上|事由上|案由上|地域上|区域上|时间上|层级上)[，,：:]"
    # 从哪里来：网上96件; 谁来办：领导领办12件; 反映什么：征地61件
    "|(?:(?<=从)哪(?:里|儿|来)来?的?|(?<=谁)(?:来|在)(?:办|管|接|调|处理|承办|包)的?|(?<=什)么(?:事|问题|诉求|内容|类型)?)[：:]"
    # 石坡村最多，42件；南塬村20件; 邻里类最多、58件
    "|(?<=[村区屯寨类面域组片纠纷]最)多[，,、]?(?:共计?|有|为|是|达到?|计)?(?=[0-9一二两三四五六七八九十百])"
    # 主要集中在婚姻家庭（42件）、邻里（20件）
    "|(?<=集中)(?:在|于)(?=[^，,。；;、：:0-9]{1,8}(?:[（(][0-9]|[0-9]))"
    # 上述调成的纠纷中，婚姻49例、邻里57例
    "|(?:(?<=上)述|(?<=这)些)[^，,。；;：:0-9]{1,12}[中里][，,：:]"
    # 146起纠纷里涉及流转的88起; 27场活动有19场挤在冬天
    "|(?<=[件起宗例次场期批份堂节条][一-鿿]{2}[里中])[，,]?(?=[^，,。；;：:0-9]{2,16}[0-9一二两三四五六七八九十百])"
    "|(?<=[件起宗例次场期批份堂节条][一-鿿]{2}有)(?=[0-9一二两三四五六七八九十百]))"
)
#: 今年上半年46件，下半年51件: the parts of the year at the head of a sentence, and the next one
_FIRST_PART_OF_YEAR = regex(
    r"(?:其中|按[^，,。；;、：:0-9]{1,6}|分[^，,。；;、：:0-9]{1,6})?[，,：:]?(?:[今本当全]年(?:度|的)?|年内)?[，,：:]?"
    r"(?:[上前头]半年|第?[一1]季度?|前[两二2]个?季度|前三个?季度|[1一](?:月份?)?[至到—–~～-][^，,。；;、：:]{1,3}月份?)"
    # 一季度正值返乡高峰，收到118件
    r"(?:[^，,。；;、：:0-9]{2,12}[，,](?=[收受接登摸排来共达]))?"
    r"(?:收到|受理|接到|接报|登记|摸出|排查|来了)?(?:共计?|累计|合计|有|为|是|达到?|计|占|各|：|:)*+"
)
#: 7月单月就接|62件; 1月最少，|17件: what the month with the most or the fewest took in
_MONTH = regex(
    r"(?:[0-9一二三四五六七八九十]{1,2}月份?(?:[^，,。；;0-9]{0,12}[，,])?(?:单月|当月|一个月|单单这个月)"
    r"|(?:[0-9一二三四五六七八九十]{1,2}月份?|[春夏秋冬]季|第?[一二三四]季度)(?:最[多少高低忙闲]|达到?(?:峰值|高峰|谷底)|为(?:最[多少高低]|峰值|高峰))[，,、]?)"
    r"(?:就|便|也|共|都|仅|只|才|又)*(?:接到?|收到?|受理|登记|来了?|涌来|达到?|有|为|是|涉及)?了?$"
)
_MONTH_REACH = 24
_NEXT_PART_OF_YEAR = regex(
    r"[，,；;、](?:而|到了|到)?(?:[下后]半年|第?[二三四2-4]季度?|[0-9一二三四五六七八九十]{1,2}(?:月份?)?[至到—–~～-][^，,。；;、：:]{1,3}月份?|后[一两]个?季度)"
    r"(?:共计?|累计|合计|有|为|是|达到?|计|占|又|再|也|则|：|:)*+"
)
_OF_THOSE = regex("[里中有][^，,。；;：:0-9]{0,16}[0-9一二两三四五六七八九十百]")
#: the whole of a breakdown that opens its sentence stands in the sentence before
WHOLE_BEFORE = -1
#: how far behind the head of its sentence such a breakdown begins at most
_OPENS_SENTENCE = 4
#: 登记的纠纷|按类型分，邻里98件: the same with what is sorted before it
_SORTS_WHAT = regex("\\n?[^，,。；;：:0-9\\n]{2,12}")
#: how long the noun between a whole and its colon is at most
_COUNTED_NOUN = 8
#: what tells of a whole without being a part of it: 其中3件，罚款2000元
_RATES = frozenset(("%", "百分点", "元"))
_ASIDE_OF_MONEY = frozenset(("%", "百分点", "倍"))
#: what makes a sum a part of fines or fees
_KIND_OF_MONEY = regex(r"程序|案件?|[类起件宗]|领域|罚[没款金]|收[缴取]|费(?!用)")
#: spellings of one count: after 其中6场次, a clause with 388人次 breaks nothing down any more
_COUNTS = tuple(
    map(
        frozenset,
        ("件 起 宗 例 卷 件次".split(), "次 场 期 场次 批次".split(), "人 名 位 人次".split(), "份 册 本 张 页 套".split()),
    )
)
#: how long an item of a list is at most
LONGEST_ITEM = 14
_BESIDE = frozenset(("、", "，", "/", "（", "(", ""))
#: how far a part stands behind its 其中 or the part before it
PART_REACH = 18
#: the same where no comma stands between
_UNBROKEN_REACH = 28
#: 信访答复等其他涉法文件: the last of the kinds
_LAST_OF_KINDS = regex(r"其[他它余](?:的|各)?[^，,。；;、0-9未尚正]{0,8}$")
#: how far the rest may stand behind the part before it, which says at length what it was
_REST_REACH = 60
#: 村里消化的占71%: a share of a rate is no rate
_SHARE = regex("占(?:了|到|比)?(?:为|达)?$")
_NEW_SUBJECT = regex(r"[；;。]|另|此外|同时|还|新增(?!类)|新取|新办|较|(?<!占)比")
#: 土地类71件，占三成；婚姻类58件: the next kind, though behind a semicolon
_NEXT_KIND = regex(
    r"[；;](?:而)?[^，,。；;：:0-9]{1,8}?(?:(?:次之|最[多少]|居[首次末二三]位?|紧随其后|排第[二三四]|居第[二三四])[，,、]?)?(?:共计?|有|为|是|达到?|计|占|仅|只|才)?"
)
_KIND = regex(r"[^；;。]{0,8}[；;][^，,。；;：:]{2,8}(?:(?:类|方面|领域)(?:的|有)?|占比?(?:了|到|为|达)?)")
CLAUSE_COMMA = regex(r"[，,；;。：:\n|]")
#: people who are counted beside the staff, not among them
_OTHER_STAFF = regex(
    r"(?:空编|缺编|编制|核编|核定|定编|无证|没证|学历|学位|大专|本科|党员|女性|辅助|协管|辅警|退休(?!教师|干部|法官|老|党员|职工|民警|人员)|返聘|借调|外聘|编外|调离|挂职|驾驶员|司机|厨师|炊事员|保洁员)[^，,。；;、0-9]{0,6}$"
)
_CLAUSE_END = regex(r"[；;。！!？?]")


def parts_of(scene: Scene, sentence: Sentence, year: int | None) -> dict[int, int]:
    """For each figure that breaks down another (其中 M件、K件), the index of the figure that it is a part of.

    `WHOLE_BEFORE` stands for a whole in the sentence before.
    """
    parts = _parts_told(scene, sentence, year)
    if sentence.part_year:
        parts = {**_parts_of_year(scene, sentence), **_months(scene, sentence), **parts}
    return {**_outcomes_of_suits(scene, sentence), **parts} if sentence.suits else parts


def _parts_told(scene: Scene, sentence: Sentence, year: int | None) -> dict[int, int]:
    """The figures that some word or mark calls parts."""
    told = sentence.cues & PART or sentence.colon or sentence.sorted_by or sentence.brackets or sentence.led >= 0
    if not told and not (len(sentence.figures) > 1 and _OF_THOSE.search(scene.clean, sentence.start, sentence.end)):
        return {}
    clean, figures = scene.clean, sentence.figures
    # 处罚案件中：⏎（1）市容211宗；⏎（2）燃气52宗
    parts: dict[int, int] = {}
    if sentence.led >= 0 and figures and figures[0].unit not in _RATES:
        parts[0] = WHOLE_BEFORE
        pair = len(figures) == 2 and figures[1].unit not in _RATES
        if pair and clean[figures[0].reach_end : figures[1].reach_start] in _BESIDE:
            # 具体为：⏎①镇村干部4期、460人次: a part of either count
            parts[1] = WHOLE_BEFORE
    for cue in _BREAKDOWN.finditer(clean, sentence.start, sentence.end):
        whole = None
        sorted_before = None
        previous = None
        wholes: dict[str, int] = {}
        money = -1
        for index, figure in enumerate(figures):
            if figure.end <= cue.start():
                if index in parts and cue[0][0] in "按从上" and not _of_this_year(clean, figure, year):
                    # 处罚110起，按程序分，简易80起、普通30起；按领域分，…: the second way breaks down the same
                    sorted_before = parts[index]
                    continue
                aside = PRIOR.search(clean, max(sentence.start, figure.reach_start - 12), figure.reach_start)
                this_year = aside is not None and year is not None and aside[0].startswith(str(year))
                # 受理211件，比上年减少18件，其中邻里66件: what it fell by has no parts.
                if figure.unit not in _RATES and (aside is None or this_year) and change_of(scene, sentence, figure) is None:
                    whole = wholes[figure.unit] = index
                # 罚款236万元，约为上年的2.1倍，其中…
                stays = figure.unit in _ASIDE_OF_MONEY or (figure.unit == "元" and aside is not None)
                money = money if stays else index if figure.unit == "元" else -1
                continue
            if whole is None and money >= 0 and figure.unit == "元" and cue[0] not in "：:":
                whole = money
            whole = sorted_before if whole is None else whole
            if whole is None:
                opens = cue.start() - sentence.start <= _OPENS_SENTENCE or (
                    cue[0][0] in "按最" and _SORTS_WHAT.fullmatch(clean, sentence.start, cue.start()) is not None
                )
                if not opens or cue[0] in "：:":
                    break
                whole = WHOLE_BEFORE
            elif cue[0] in "：:" and not _heads_its_parts(clean, figures[whole], figure, cue.start()):
                break
            if previous is None:
                reach = figure.reach_start - cue.end()
                near = reach <= PART_REACH or (
                    reach <= _UNBROKEN_REACH and not CLAUSE_COMMA.search(clean, cue.end(), figure.reach_start)
                )
                linked = near and not _CLAUSE_END.search(clean, cue.end(), figure.reach_start)
            else:
                between = clean[figures[previous].reach_end : figure.reach_start]
                # 其中存量28处、新增4处 lists both as kinds.
                linked = len(between) <= PART_REACH and (
                    between == "、新增" or not _NEW_SUBJECT.search(between) or _KIND.fullmatch(between) is not None
                )
                # 按类型分，婚姻家庭20件；邻里18件: the next kind as well, and the same where one is told to be the most
                linked = linked or (cue[0][0] in "按从最上" and _NEXT_KIND.fullmatch(between) is not None)
                # 其中1起为擅自在河滩设立弃置场，其余13起均为露天焚烧
                linked = linked or (len(between) <= _REST_REACH and between.endswith(("，其余", ",其余", "，余下", ",余下")))
                # 考取6人，1人证件注销: a number right behind the comma that has a noun of its own
                linked = linked and not (between in ("，", ",") and scene.noun_follows(figure.reach_end))
                # 审查94宗，其中合同71份，信访答复等其他文件22宗: the last kind is counted as the whole is
                last = whole is not None and whole >= 0 and _LAST_OF_KINDS.search(between) is not None
                linked = linked and (
                    between[:1] not in "，,"
                    or is_same_count(figures[previous], figure)
                    or (last and whole is not None and is_same_count(figures[whole], figure))
                )
            inside = clean[cue.end() : figure.start].replace("（", "(").replace("）", ")")
            if not linked or inside.count(")") > inside.count("("):
                break
            if (
                cue[0] in "（("
                and wholes
                and figure.unit not in wholes
                and not is_same_count(figures[max(wholes.values())], figure)
            ):
                break
            if _OTHER_STAFF.search(clean, max(cue.end(), figure.reach_start - 12), figure.reach_start):
                previous = index
                continue
            if _adds_up_already(figures, parts, wholes.get(figure.unit, whole)):
                # 述法46名，其中班子12名、站所长34名，3人当场点名: nothing is left that the 3 could be
                break
            if figure.unit == "元" and (money >= 0 or whole == WHOLE_BEFORE):
                # 罚款11.24万元，其中普通程序案件9.3万元; but 其中3万元用于奖励, 其中挽回损失3万元
                if _KIND_OF_MONEY.search(clean, cue.end(), figure.reach_start):
                    parts[index] = money if money >= 0 else WHOLE_BEFORE
            # a rate beside a part is the whole's or the part's; where the whole stands in the sentence before it is the part's
            elif figure.unit not in _RATES or (
                whole == WHOLE_BEFORE and figure.unit == "%" and not _SHARE.search(clean, cue.end(), figure.reach_start)
            ):
                # 拆除违建158宗、4.6万平方米，其中新增违建41宗: what is counted alike, if it is large enough
                parts[index] = wholes.get(figure.unit, whole)
            previous = index
    return parts


#: 应诉3件，驳回原告诉讼请求|2件，原告撤诉|1件: how a suit or a reconsideration ended
_OUTCOME = regex(
    r"[，,、；;：:（(](?:其中)?[^，,。；;、：:0-9]{0,10}?"
    r"(?:维持|驳回|撤回|撤诉|撤销|终止|胜诉|确认违法|责令履行|责令重作|调解|和解|不予受理)[^，,。；;、：:0-9]{0,8}"
)
_OF_SUITS = regex("(?:复议|诉讼|应诉|起诉|被诉)[^，,。；;0-9]{0,8}$")
_SUIT_REACH, _MOST_OUTCOMES = 16, 5
_CASES = frozenset("件起宗例")


def _outcomes_of_suits(scene: Scene, sentence: Sentence) -> dict[int, int]:
    """The figures that tell how the suits right before them ended, where they add up: 应诉3件，驳回2件，撤诉1件."""
    clean, figures = scene.clean, sentence.figures
    for whole in range(len(figures) - 2):
        told = figures[whole]
        if told.unit not in _CASES or not told.value:
            continue
        start = max(sentence.start, told.reach_start - _SUIT_REACH)
        if _OF_SUITS.search(clean, start, told.reach_start) is None:
            continue
        parts: dict[int, int] = {}
        left = told.value
        for index in range(whole + 1, min(len(figures), whole + 1 + _MOST_OUTCOMES)):
            between = _OUTCOME.fullmatch(clean, figures[index - 1].reach_end, figures[index].reach_start)
            if between is None or figures[index].unit != told.unit:
                break
            parts[index] = whole
            left -= figures[index].value or 0
        if left == 0 and len(parts) > 1:
            return parts
    return {}


def _parts_of_year(scene: Scene, sentence: Sentence) -> dict[int, int]:
    """The figures for parts of the year, where they open the sentence and so break down what the one before has counted."""
    clean, figures = scene.clean, sentence.figures
    parts: dict[int, int] = {}
    if len(figures) < 2 or _FIRST_PART_OF_YEAR.fullmatch(clean, sentence.start, figures[0].reach_start) is None:
        return parts
    for index in range(1, len(figures)):
        previous, figure = figures[index - 1], figures[index]
        if (figure.unit in _RATES and figure.unit != "元") or not is_same_count(previous, figure):
            break
        if _NEXT_PART_OF_YEAR.fullmatch(clean, previous.reach_end, figure.reach_start) is None:
            break
        parts[index] = WHOLE_BEFORE
    if parts:
        parts[0] = WHOLE_BEFORE
    return parts


def _months(scene: Scene, sentence: Sentence) -> dict[int, int]:
    """The figures for a single month, of the year that stands before: 7月单月就接62件，为全年峰值；1月最少，17件."""
    clean, figures = scene.clean, sentence.figures
    parts: dict[int, int] = {}
    if clean.find("最", sentence.start, sentence.end) < 0 and clean.find("月", sentence.start, sentence.end) < 0:
        return parts
    for index, figure in enumerate(figures):
        if figure.unit in _RATES:
            continue
        if _MONTH.search(clean, max(sentence.start, figure.reach_start - _MONTH_REACH), figure.reach_start) is None:
            continue
        wholes = [at for at in range(index) if at not in parts and figures[at].unit == figure.unit]
        parts[index] = wholes[-1] if wholes else WHOLE_BEFORE
    return parts


def _adds_up_already(figures: list[Quantity], parts: dict[int, int], whole: int) -> bool:
    """Whether the parts told so far are all of the whole."""
    if whole < 0:
        return False
    told = [figures[part].value or 0 for part, of in parts.items() if of == whole]
    return len(told) > 1 and sum(told) == figures[whole].value


def _of_this_year(clean: str, figure: Quantity, year: int | None) -> bool:
    """Whether a part is the report's year out of a running total, and so may be broken down itself: 其中2023年89件，按来源分."""
    before = clean[max(0, figure.reach_start - 8) : figure.reach_start]
    return "今年" in before or "本年" in before or (year is not None and f"{year}年" in before)


def _heads_its_parts(clean: str, whole: Quantity, part: Quantity, colon: int) -> bool:
    """Whether the figure before a colon, or before the noun that stands there, counts what follows: 21场普法：赶会9场."""
    noun = clean[whole.reach_end : colon]
    return not noun or (len(noun) <= _COUNTED_NOUN and not CLAUSE_COMMA.search(noun) and is_same_count(whole, part))


def is_same_count(one: Quantity, other: Quantity) -> bool:
    """Whether two figures may break down one whole: their units spell one count, or say nothing."""
    units = {one.unit, other.unit}
    return len(units) == 1 or bool(units & {"", *_RATES}) or any(units <= count for count in _COUNTS)
