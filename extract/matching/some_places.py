"""Whether a number of villages counts only some of them, or the places that somebody went to, not those that there are."""

from re import compile as regex

from extract.figures.quantity import Quantity
from extract.matching.beside import is_provided
from extract.matching.compiled import Plan
from extract.matching.scene import Scene, Sentence
from extract.matching.territory import Territory
from extract.matching.words import Token

#: 宣讲团6个到各村: between number and place stands who went there, not what the number counts
_WENT_THERE = regex(r"[到赴往至进入各每]")
#: 柳湾、石桥等四个村: named ones of them
_NAMED = regex(r"[、和与及]|等")
#: 上坪、下坪两个行政村
_NAMED_TWO = regex(r"[、和与][一-鿿]{2,4}等?$")
#: what says that those named are all: 下辖柳湾、石桥等14个村
_SETUP, _WHOLE = "setup", "whole"
_ALL = regex(r"[^，,。；;]{0,2}(?:全部|均|都|皆|悉数|全数|一起|同步)")
#: 共有6个社区成功创建; 现有3个村通过验收
_DID_IT = regex(
    r"(?:[（(][^（）()]{1,8}[）)])?(?:也|又|还|已经?|先后|陆续|相继|顺利|分别|今年|年内|率先)*"
    r"(?:成功|完成|通过|获得|荣获|获评|入选|达标|达到|创成|创建|建成|列入|纳入|被|实现|参加|参与|申报|启动|试点|先行"
    r"|建[立好]|设立|设有|组建|成立|开[设展通]|配[备齐]|推行|实行|运行|落成|完善|打造|挂牌|选[聘配]|聘请)"
)
_VILLAGE = regex("(?:行政|建制|自然)?村|社区|居委|村居")
_THERE_ARE = ("有", "共")
#: 已有8个社区建立调解室
_BY_NOW = ("已有", "已经有")
#: 律师分别到14个村对调解员进行培训: where somebody came to do something
_GOING = regex(r"(?:到|赴|进|入|往|走访|下沉|走遍|跑遍)(?:了|过|至)?(?:全[镇乡]|全街道|辖区|我[镇乡]|各)?(?:的)?$")
_DOING = regex(
    r"[^，,。；;]{0,3}(?:[，,][^，,。；;]{0,2})?"
    r"(?:对|向|为|给|与|同|和|开展|进行|组织|举[办行]|宣[讲传]|讲|授课|普法|送法|巡|走访|调研|培训|解答|答疑|现场|实地|参与|指导|排查|化解|调解|集中|上门|入户)"
)
#: who is sent there stays: 选派律师到14个村担任法律顾问
_STAYING = regex(r"担任|[派进入常]驻|任法律顾问|兼任|挂[点职]|结对|包[联村片]|签约|坐班|聘|法律顾问(?:工作)?全?覆盖")
#: 东片区由3个村组成, 专班由5个社区组成: what is made up of them is less than the township
_LESS_MADE_UP = regex(r"(?:(?<!辖)片区?|网格|专班|小组|联盟|联合体|组团|[总支]部|队伍?|宣讲团|试点)(?:均|都|是|全部)?由$")
_REACH = 10
#: 全镇共有东湖、西湖等12个行政村
_ALL_NAMED, _LONGEST_LIST = regex("[共现设]有(?:[一-鿿]{2,4}、)+[一-鿿]{2,4}等$"), 40

#: the groups of words that only tell of the place and of what it is made of
_OF_THE_PLACE = frozenset(("places", "setup", "whole", "posts"))
#: how far behind a place it is told what somebody did there
_DONE_THERE = 40


def counts_some(clean: str, figure: Quantity, where: Territory, plan: Plan, words: list[Token]) -> bool:
    """Whether the number of places counts not those that there are: 黄泥等四个村, 宣讲团6个到各村, 到14个村开展培训."""
    place = next((token for token in words if token.start >= figure.reach_end), None)
    if place is None or figure.unit != "个":
        return False
    if _went_there(clean, figure, place):
        return True
    if clean[figure.reach_start - 1 : figure.reach_start] == "由" and _LESS_MADE_UP.search(
        clean, max(0, figure.reach_start - _REACH), figure.reach_start
    ):
        return True
    if all(step.group in _OF_THE_PLACE for step in (*plan.left, *plan.right)):
        return only_some(clean, figure, place, [token for token in words if token.start < figure.start])
    return _came_to(clean, figure, place, where.start, min(where.end, place.end + _DONE_THERE))


#: 为镇政府及12个村聘请法律顾问3名
_OURS_TOO, _NAMED_REACH = regex("(?:镇政府|乡政府|街道|[我本全][镇乡]|镇|乡)[及和与、][^，,。；;0-9]{0,4}$"), 12


def given_to_places(scene: Scene, sentence: Sentence, index: int) -> bool:
    """Whether a count of people says whom the villages counted right before have got: 为16个村选聘法律顾问|16名."""
    if index == 0:
        return False
    before, figure = sentence.figures[index - 1], sentence.figures[index]
    if _OURS_TOO.search(scene.clean, max(sentence.start, before.reach_start - _NAMED_REACH), before.reach_start) is not None:
        return False
    if before.unit != "个" or not is_provided(scene.clean, before.reach_end, figure.reach_start):
        return False
    return _VILLAGE.match(scene.clean, before.reach_end) is not None


def _went_there(clean: str, figure: Quantity, place: Token) -> bool:
    """Whether the number counts who went to the places: 宣讲团6个到各村."""
    return place.start > figure.reach_end and _WENT_THERE.search(clean, figure.reach_end, place.start) is not None


def only_some(clean: str, figure: Quantity, place: Token, before: list[Token]) -> bool:
    """Whether the number before `place` counts some places only; `before` are the pattern's words on the left."""
    start = figure.reach_start
    if clean.endswith(_BY_NOW, 0, start):
        return True
    if clean[start - 1 : start] in _THERE_ARE and _DID_IT.match(clean, place.end) and not _ALL.match(clean, place.end):
        return True
    if any(_SETUP in token.word.groups and _WHOLE not in token.word.groups for token in before):
        return False
    if _ALL_NAMED.search(clean, max(0, start - _LONGEST_LIST), start) is not None and not _DID_IT.match(clean, place.end):
        return False
    if clean[start - 1 : start] == "等" or _NAMED_TWO.search(clean, max(0, start - _REACH), start) is not None:
        return True
    return any(
        _WHOLE in token.word.groups and token.end < start and _NAMED.search(clean, token.end, start) is not None
        for token in before
    )


def _came_to(clean: str, figure: Quantity, place: Token, start: int, end: int) -> bool:
    """Whether somebody came to the places to do something there and left again: 顾问分别到14个村开展培训."""
    if _GOING.search(clean, max(start, figure.reach_start - _REACH), figure.reach_start) is None:
        return False
    return _DOING.match(clean, place.end, end) is not None and _STAYING.search(clean, start, end) is None
