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


def nameless_clause(scene: Scene, sentence: Sentence, number: int, floor: int) -> int:
    """Where the clause before the number at `number` begins if no word of the library stands in it: 磨了36场; else -1."""
    clean = scene.clean
    low = max(sentence.start, floor, number - _LONGEST_SUBJECT - _LONGEST_NAMELESS)
    comma = max(clean.rfind("，", low, number), clean.rfind(",", low, number)) + 1
    if comma <= 0 or comma == number:
        return -1
    if _FILLER.fullmatch(clean, _subject_end(scene, sentence, comma, number), number) is not None:
        return _aside_before(scene, comma, sentence, max(sentence.start, floor))
    if number - comma > _LONGEST_NAMELESS or _NAMELESS.fullmatch(clean, comma, number) is None:
        return -1
    first = bisect_left(scene.token_starts, comma, sentence.first_token, sentence.last_token)
    while first < sentence.last_token and scene.tokens[first].start < number:
        word = scene.tokens[first].word
        if word.sets and _FILLER.fullmatch(word.text) is None:
            return -1
        first += 1
    return _aside_before(scene, comma, sentence, max(sentence.start, floor))


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


def _aside_before(scene: Scene, clause: int, sentence: Sentence, floor: int) -> int:
    """Where the clause before the one at `clause` begins if it is an aside: 书记上法治课，大家爱听，上了四堂."""
    clean = scene.clean
    end = clause - 1
    low = max(floor, end - _LONGEST_ASIDE)
    start = max(clean.rfind("，", low, end), clean.rfind(",", low, end)) + 1
    if start <= 0 or any(start <= figure.start < end for figure in (*sentence.figures, *sentence.others)):
        return clause
    at = bisect_left(scene.token_starts, start, sentence.first_token, sentence.last_token)
    while at < sentence.last_token and scene.tokens[at].start < end:
        if scene.tokens[at].word.groups - _BYSTANDERS:
            return clause
        at += 1
    return start
