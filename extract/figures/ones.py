"""Whether a single 一 before a unit counts something or only belongs to a saying."""

from re import compile as regex

from extract.figures import lexicon
from extract.figures.qualifiers import before
from extract.figures.quantity import EXACT

#: units that 一 hardly ever counts with: 一批, 一种, 一步
_VAGUE = frozenset("批类面把步句段只口头回片位方则遍")
#: units whose noun must be made or reported for 一 to count it: 建成一个, but not 是一个过程
_LOOSE = frozenset("个项条支张套本家场班队组站户处")
_CLAUSE_ENDS = frozenset("，。；、！？\n|）)（(,;")
#: 只有敬老院迁建这一项, 也就这一件, 系本年唯一一起行政诉讼
_SOLE = regex(r"(?:(?:只有|仅有|就是|便是|也就|仅|只|就)[^，,。；;]{0,7}这|唯一的?|仅此|独此)$")
_THIS_OR_ONLY = frozenset("这一的此")
#: 到省上访也仅有一批
_BATCHES, _ONLY = ("批", "批次"), ("仅有", "只有", "仅", "就", "发生", "出现", "共")
_CASES_AND_THINGS = frozenset("件起宗例项份桩次场")
#: 开展一次普法往返需3天, 调一起纠纷，车要跑大半天: what any one takes
_TAKING = frozenset("次场趟回起件宗例")
_TAKES = regex(
    r"[^，,。；;、0-9]{0,8}(?:[，,][^，,。；;、0-9]{0,4}?)?(?:往返|来回|单程|就要|(?<![取获赢值觉])得要?|需要?|(?<![主重首紧])要(?=[花走跑]))"
    r"[^，,。；;]{0,4}(?:[0-9一二两三四五六七八九十半几]|大半)"
)
_AGAIN = frozenset("再又")
#: 民告官的官司，镇里摊上一件; not 往上一件件
_MET = ("摊上", "碰上", "遇上", "惹上", "吃上", "打上")
#: 办结一项、销号一项; 发现一起，查处一起: a way of working, no count
_ONE_AFTER_ANOTHER = regex(
    r"(?:发现|成熟|办结|排查|摸排|接到|受理|审查|审核|整改|解决|化解|调处|调解|成立|摸清|查明|条件成熟|见|查|办|调|改|审|来)"
    r"一(?P<unit>[件起宗例项份桩个处家户])[、，,](?:就|即|便|再|马上|立即)?[^，,。；;、0-9一]{1,4}一(?P=unit)(?![一-鿿]*(?:纠纷|案))"
)
_ONES = frozenset("件起宗例项份桩个处家户")
#: 处罚一起、讲清一条; 办理一案、教育一片; 普法一次，受益一方: what each one brings, no count
_ONE_BRINGS = regex(
    r"[一-鿿]{1,4}一(?P<unit>[件起宗例案次场个处项户家人])[^，,。；;、0-9一]{0,4}[、，,](?:就|即|便|也|从而|同时)?"
    r"(?:(?:讲[清透明解活]|说[透清明]|教育|教[会好]|警[示醒]|震慑|规范|宣传|普[法及]|带动|带活|影响|受[益教]|提[升醒]|治理|巩固|总结|点[醒亮]|感化|惠及|触动|惊醒"
    r"|宣讲|释法|温暖|和谐|平安|稳定|满意|激活|安|稳|清|暖|通|学|懂|明白)[了好]?一(?!(?P=unit))(?:大片|批人|[一-鿿]))"
    r"(?=[^一-鿿]|的)"
)
#: what 一 counts with in such a saying
_BRINGING = frozenset("件起宗例次场个处项户家人条案类批")
_BRINGING_REACH = 14
#: 每调成一件, 每化解一起: what is paid or asked for any one
_FOR_ANY = regex(r"每(?![个名村年月周天日季户家场次人位处所镇乡组屯寨站半两三隔逢到当一])[一-鿿]{1,6}$")
#: 一名持证人员要管3万亩, 平均一名调解员服务400户: what falls to any one
_HANDS = frozenset(("名", "个", "位", "人"))
_FALLS_TO = (
    r"(?:(?<=[要得须需])[一-鿿]{1,3}?|管[着理护]?|盯着?|守着?|负责|承担|包[片保联干]?着?|看[住好护]|守[住护好]|照应|照料|巡[护查]|顾着?|撑起?|对付|跑遍|联系|服务|面对|兼[任管]?|分管|对应|照看|照管|顶|跑)(?:近|约|着)?"
    r"(?:[0-9两二三四五六七八九十几多]|好几|数十|上[百千万])"
)
_SHARE_OF_ONE = regex(r"[^，,。；;、0-9]{0,10}?(?:[，,](?:就|便|却)?)?(?:要|得|须|需|往往|常常?|同时|普遍|大多){0,2}" + _FALLS_TO)
_FALLS_TO_ONE = regex(r"[^，,。；;、0-9]{0,10}?(?:[，,](?:就|便|却)?)?(?:要|得|须|需|往往|常常|平均|普遍|大多){1,2}" + _FALLS_TO)
#: 把分头上门的检查合成一趟; 变多次检查为一次: many made one
_MADE_ONE = regex(
    r"(?:[合并捆拼拧归][并成到为作]{1,2}|整合[成为]|合在|并在|打包[成为]|集中到?|化零为|[变改][^，,。；;0-9]{0,10}[为成])$"
)
_TIMES_DONE = frozenset("次趟回遍")
#: 十四个行政村、一个社区: listed behind a count
_COUNTED_BEFORE = regex(r"[0-9一二两三四五六七八九十百]个[^，。；、]{1,9}[、和及与]$")
#: 聘请律师一名担任顾问; 请了一位律师
_POST = ("担任", "作为", "任", "为", "当", "做")
_CHANGED = (
    "减",
    "减少",
    "减少了",
    "增加",
    "增加了",
    "增长",
    "下降",
    "下降了",
    "上升",
    "降低",
    "少了",
    "多了",
    "降了",
    "涨了",
    "下滑",
    "回落",
    "压降",
    "提高",
    "提升",
)
_HIRED = (
    "聘请",
    "请了",
    "聘了",
    "请来",
    "选聘",
    "聘任",
    "聘用",
    "配备",
    "配了",
    "聘有",
    "聘上",
    "请到",
    "签约",
    "聘来的",
    "请来的",
    "聘请的",
    "聘用的",
    "聘的",
)


def one_counts(clean: str, start: int, unit: str, end: int) -> bool:
    """Whether the 一 at `start` with the unit up to `end` is a count.

    >>> one_counts("开展培训一次。", 4, "次", 6), one_counts("最多跑一次，", 3, "次", 5), one_counts("不漏一户，", 2, "户", 4)
    (True, False, False)
    """
    prior = clean[start - 1] if start else "\n"
    head = clean[start - 10 if start > 10 else 0 : start]
    if unit == "成":  # 少了近一成, 下降一成; not 一成不变
        return before(clean, start)[0] != EXACT or head.endswith(_CHANGED)
    if unit in ("名", "位") and (head.endswith(_HIRED) or (prior in "师员者人" and clean.startswith(_POST, end))):
        return True
    if (prior in _THIS_OR_ONLY and unit in _CASES_AND_THINGS) and _SOLE.search(head):
        return True
    if (prior in lexicon.NO_COUNT_BEFORE and not head.endswith(_MET)) or prior in _AGAIN:
        return False
    if unit in _TAKING and _TAKES.match(clean, end):
        return False
    if "每" in head and _FOR_ANY.search(head):
        return False
    if unit in _HANDS and falls_to_one(clean, start, end):
        return False
    if unit in _TIMES_DONE and _MADE_ONE.search(head):
        return False
    if before(clean, start)[0] != EXACT:
        return True
    if unit in _BATCHES and head.endswith(_ONLY) and (end >= len(clean) or clean[end] in _CLAUSE_ENDS):
        return True
    if unit in _VAGUE or head.endswith("跑") or lexicon.NONE_LEFT.search(head) or lexicon.NO_COUNT_AFTER.match(clean, end):
        return False
    if clean.startswith(unit, end):  # 一件件, 一次次
        return False
    if unit in _ONES and any(
        found.start() < end <= found.end() for found in _ONE_AFTER_ANOTHER.finditer(clean, max(0, start - 12), end + 12)
    ):
        return False
    if unit in _BRINGING and any(
        found.start() < end <= found.end()
        for found in _ONE_BRINGS.finditer(clean, max(0, start - _BRINGING_REACH), end + _BRINGING_REACH)
    ):
        return False
    closed = end >= len(clean) or clean[end] in _CLAUSE_ENDS
    if unit in ("起", "件", "宗", "例"):
        return _counts_case(clean, head, unit, end, closed)
    if closed:
        return prior not in "\n，。；、的是" or unit not in _LOOSE
    if unit == "个" and _COUNTED_BEFORE.search(clean, start - 16 if start > 16 else 0, start):
        return True
    if unit in _LOOSE:
        return _reports_strongly(head) and not lexicon.ABSTRACT.match(clean, end)
    return _reports(head)


def falls_to_one(clean: str, start: int, end: int) -> bool:
    """Whether the one between `start` and `end` is any one, who has to mind much: 1名执法人员平均要管3个村."""
    prior = clean[start - 1] if start else "\n"
    rule = _SHARE_OF_ONE if prior == "均" else _FALLS_TO_ONE
    return (prior == "均" or prior in _CLAUSE_ENDS) and rule.match(clean, end) is not None


def _counts_case(clean: str, head: str, unit: str, end: int, closed: bool) -> bool:
    """一起案件, 诉讼一件; but 与群众一起, 一件事."""
    if lexicon.CASES.match(clean, end):
        return True
    reported = _reports(head)
    if closed:
        return unit != "起" or reported or lexicon.CASES.search(head[-3:]) is not None
    return reported and (unit != "起" or head[-2:] in lexicon.SETTLING)


def _reports(head: str) -> bool:
    """Whether a verb of doing or having stands at the end of `head`."""
    return head[-2:] in lexicon.RESULT or head[-1:] in lexicon.RESULT or head[-3:] in lexicon.RESULT


def _reports_strongly(head: str) -> bool:
    """Whether a verb of making or having stands at the end of `head`, before a 了 perhaps."""
    head = head[:-1] if head[-1:] in ("了", "过") else head
    for length in (3, 2, 1):
        if head[-length:] in lexicon.RESULT:
            return head[-length:] not in lexicon.WEAK
    return False
