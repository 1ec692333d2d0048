"""Whether words stand near enough to make one clause: over titles and brackets, and over clauses that name nothing."""

from bisect import bisect_left
from re import compile as regex

from extract.matching.scene import Scene, Sentence

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
    r"|第?[一二三四]季度|[上下]半年|[0-9]{1,2}(?:月份?)?[至到—-][0-9]{1,2}月份?|：|:|[“\"（(]"
    # 镇上有58名; 这一年是36起; 虽然只有2名; 凑起来也有30次; 前后安排了8次
    r"|(?:全?[镇乡]|街道)[上里](?=有|是|为|共|只|就|现)|这一年里?|眼下|如今|前前后后|前后|陆陆续续|陆续|安排了?"
    r"|(?:虽然?|虽说|尽管)(?=只|仅|不过|不足|才)|(?:不过|才)(?=[是有]|$)|只(?=[是办开])"
    r"|(?:依旧|依然|仍旧|照旧|照样)(?=是|为)|仍(?=达|保持)|就(?=[是有]|$)|足足|足有|不足"
    r"|凑起来|凑一凑|算起来|数起来|数下来|排下来|办下来|讲下来|满打满算|前后加起来|零零总总|大大小小|也(?=有|是|达|就|只|不|才)|(?<=来)有)*+"
)
#: when a thing was done, what was made use of for it, or who is left out: 从年初算起，到年底为止; 利用农闲时节; 除2人请假外
_OCCASION = regex(
    r"(?:[从自打][^，,。；;、：:\n]{1,12}?[算数讲开]?起(?=[，,])|[到至][^，,。；;：:\n]{1,12}?(?:为止|止|收官)(?=[，,])"
    r"|(?:利用|趁着?|赶在|借着?|借助|抓住|瞅准|抢抓|选在|放在|错开|避开|每[逢到])[^，,。；;：:\n]{1,18}?"
    r"(?:农闲(?:季节|时节|时段|时间)?|季节|时节|时段|时机|之机|之际|间隙|空档|空当|当口|节点|晚上|夜晚|夜里|假期|期间|机会|时间|[集节假圩墟]日|赶[集圩场街])"
    r"|除[去了开掉]?[^，,。；;：:\n]{1,20}外(?=[，,])"
    # 因为白天都下村去了
    r"|(?:因为|由于|虽然|尽管|哪怕|无论|不论|不管)[^，,。；;：:、\n]{2,18}(?=[，,]))"
)
_LONGEST_OCCASION, _MOST_ASIDES = 26, 3
#: a clause that only says that it was done: 磨了36场, 一年下来跑了上百趟
_NAMELESS = regex(r"[^\W0-9A-Za-z退废撤未不没缺欠另销调辞除免漏其余剩少多增减降各每村镇乡街县市区国省另]{1,8}")
_LONGEST_NAMELESS = 9
#: who does it, before a clause that only says that it was done
_OWN_SUBJECT = regex(r"(?:[我全本]?(?:镇|乡|街道)(?:党委|政府|人民政府|机关|里|村两级)?|办事处)")
_LONGEST_SUBJECT, _SUBJECTS = 12, frozenset(("who",))
#: how long an aside before such a clause is at most, and the groups of words that do not make it tell of something else
_LONGEST_ASIDE, _BYSTANDERS = 16, frozenset(("who", "times", "seasons", "speakers"))
_SHORT_GAP = 12
#: no gap is looked into beyond this, however much of it could be passed over
_LONGEST_GAP = 320


def gap_is_short(clean: str, left: int, right: int, to_number: bool, passes: int = -1) -> bool:
    """Whether words ending at `left` and starting at `right` belong to one clause and stand near each other.

    `passes` is where a clause begins that names nothing of its own and so leads on from the one before, if one does.
    """
    if left >= right:
        return True
    if right - left > _LONGEST_GAP:
        return False
    if right - left > _SHORT_GAP and clean.find("》", left, right) >= 0:
        if passes >= 0:
            passes = len(_TITLES.sub("", clean[left : max(left, passes)]))
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
    return right - left <= _SHORT_GAP or len(_PASSABLE.sub("", clean[left:right])) <= _SHORT_GAP


def leads_on(clean: str, start: int, number: int) -> bool:
    """Whether a comma and a word like 共 lead from a noun to the number: 转来的纠纷|，这一年是46起."""
    return clean.startswith(("，", ","), start) and _FILLER.fullmatch(clean, start + 1, number) is not None


def nameless_clause(scene: Scene, sentence: Sentence, number: int, floor: int, leading: bool) -> int:
    """Where the clause before the number at `number` begins if no word of the library stands in it: 磨了36场; else -1.

    With `leading` it may only lead on from the clause before, behind clauses that tell of the occasion: 共有58名.
    """
    clean = scene.clean
    floor = max(sentence.start, floor)
    low = max(floor, number - _LONGEST_OCCASION - _LONGEST_NAMELESS)
    comma = max(clean.rfind("，", low, number), clean.rfind(",", low, number)) + 1
    if comma <= 0 or comma == number:
        return -1
    start = _occasion_end(clean, comma, number)
    if _FILLER.fullmatch(clean, start if leading else _subject_end(scene, sentence, start, number), number) is not None:
        return _asides_before(scene, comma, sentence, floor, leading)
    if leading or number - start > _LONGEST_NAMELESS or _NAMELESS.fullmatch(clean, start, number) is None:
        return -1
    first = bisect_left(scene.token_starts, start, sentence.first_token, sentence.last_token)
    while first < sentence.last_token and scene.tokens[first].start < number:
        word = scene.tokens[first].word
        if word.sets and _FILLER.fullmatch(word.text) is None:
            return -1
        first += 1
    return _asides_before(scene, comma, sentence, floor, leading)


def of_the_occasion(scene: Scene, start: int, number: int) -> frozenset[int]:
    """The words that only tell of the occasion, in the clauses between `start` and the number: 从年初|开班|算起."""
    found: list[int] = []
    while 0 < start < number:
        end = _occasion_end(scene.clean, start, number)
        at = bisect_left(scene.token_starts, start)
        while at < len(scene.tokens) and scene.tokens[at].start < end:
            found.append(at)
            at += 1
        comma = _CLAUSE_BREAK.search(scene.clean, start, number)
        start = comma.end() if comma is not None else number
    return frozenset(found)


def _occasion_end(clean: str, start: int, end: int) -> int:
    """Where what tells of the occasion ends that a clause opens with; `start` where nothing does."""
    found = _OCCASION.match(clean, start, end)
    return found.end() if found is not None else start


def _subject_end(scene: Scene, sentence: Sentence, start: int, end: int) -> int:
    """Where the subject ends that a clause opens with, if it does: 镇机关干部|今年共开展了15次."""
    at = bisect_left(scene.token_starts, start, sentence.first_token, sentence.last_token)
    if at == sentence.last_token or scene.tokens[at].start > start:
        found = _OWN_SUBJECT.match(scene.clean, start, end)
        if found is None:
            return start
        start = found.end()
        at = bisect_left(scene.token_starts, start, sentence.first_token, sentence.last_token)
    while at < sentence.last_token and scene.tokens[at].start == start and scene.tokens[at].end < end:
        if scene.tokens[at].word.groups != _SUBJECTS:
            break
        start = scene.tokens[at].end
        at += 1
    return start


def _asides_before(scene: Scene, clause: int, sentence: Sentence, floor: int, leading: bool) -> int:
    """Where the first of the asides begins that stand before the clause at `clause`: 法治课|，大家爱听，从春讲到冬，上了四堂."""
    for _ in range(_MOST_ASIDES):
        start = _aside_before(scene, clause, sentence, floor, leading)
        if start == clause:
            break
        clause = start
    return clause


def _aside_before(scene: Scene, clause: int, sentence: Sentence, floor: int, leading: bool) -> int:
    """Where the clause before the one at `clause` begins if it is an aside: 书记上法治课，大家爱听，上了四堂."""
    clean = scene.clean
    end = clause - 1
    low = max(floor, end - _LONGEST_OCCASION)
    start = max(clean.rfind("，", low, end), clean.rfind(",", low, end)) + 1
    if start <= 0:
        return clause
    if _occasion_end(clean, start, clause) == end:
        return start
    if leading or end - start > _LONGEST_ASIDE:
        return clause
    if any(start <= figure.start < end for figure in (*sentence.figures, *sentence.others)):
        return clause
    at = bisect_left(scene.token_starts, start, sentence.first_token, sentence.last_token)
    while at < sentence.last_token and scene.tokens[at].start < end:
        word = scene.tokens[at].word
        if word.groups - _BYSTANDERS and len(word.text) > 1:
            return clause
        at += 1
    return start
