"""Deeds that metrics do not count: what a clause tells of one is not done by the verb of the clause before.

发放折页1.2万份，另为书屋添置图书3200册 gives nothing out; 班子成员8人述法，支部发展党员7名 has seven report on nothing.
"""

from re import compile as regex

from extract.figures.quantity import Quantity
from extract.matching.scene import Scene, Sentence

_DEED = regex(
    # 拆迁安置引发的14起, 搬迁类的14批 name kinds of disputes
    "(?:添置|购置|购买|采购|更新(?!率)|投入|新建|修建|改建|扩建|翻建|安装|架设|铺设|发展(?!壮大)|慰问|看望|探望|救助|帮扶"
    "|绿化|亮化|硬化|修缮|清扫|清淤|种植|栽种|栽植|播种|养护|接种|招聘|招工|引进|打造|评选|表彰|奖励|划分|疏浚|疏通|整修|维修"
    "|加装|更换|补种|停产整治|关停|取缔|收回(?!意见|反馈)|盘活|清退|规范(?!性|化|了?执法|行政|处罚)|争取|筹措|捐赠|捐款|资助|献血|减免|兑付|追回|挽回|吸纳|安置|搬迁|腾退|上牌|扑救|疏散|撤离)"
    "(?!类|引发|引起|产生|补偿|纠纷|矛盾|问题|合同|协议|方面)"
)
_MARKS = "，,；;。：:、\n（()）"
_REACH = 40
#: 发现问题218个，立案34件，|结案|31件: what is closed was opened right before, whatever was found before that
_OPENS_AND_CLOSES = regex(
    "(?P<case>[^，,。；;：:、\n0-9]{0,12}立案(?:查处|调查|查办)?(?:违法)?(?:案件)?)[0-9]{1,6}[余多]?[件宗起][，,、；;]"
    "(?:现|已|均|当年|年内|全部|目前)*(?:结案|办结|审结|查结)(?:了|率)?(?:达到?|为)?$"
)
_OPENED, _CLOSES = 36, frozenset("案结了率达到为")


def has_other_deed(scene: Scene, sentence: Sentence, figure: Quantity) -> bool:
    """Whether the figure's own clause tells such a deed before it."""
    floor = max(sentence.start, figure.reach_start - _REACH)
    clause = max(floor, *(scene.clean.rfind(mark, floor, figure.reach_start) + 1 for mark in _MARKS))
    return _DEED.search(scene.clean, clause, figure.reach_start) is not None


def case_opened(scene: Scene, sentence: Sentence, figure: Quantity) -> int:
    """Where the clause begins that opened the cases of which the figure's closes some; -1 where none did."""
    if scene.clean[figure.reach_start - 1] not in _CLOSES:
        return -1
    found = _OPENS_AND_CLOSES.search(scene.clean, max(sentence.start, figure.reach_start - _OPENED), figure.reach_start)
    return -1 if found is None else found.start()
