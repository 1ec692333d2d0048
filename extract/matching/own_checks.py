"""Inspections of the township's own offices and books, which enforce no law: 镇纪委开展专项检查5轮, 开展“三资”专项检查3次."""

from re import compile as regex

from extract.matching.readings import Mention
from extract.matching.scene import Scene

_METRICS = frozenset(("administrative_inspections", "joint_enforcement_actions", "hazards_found"))
_HAZARDS = "hazards_found"
#: offices that look after party members, staff and money; but 镇纪委书记带队, 镇纪委联合综合执法队
_OFFICE = regex(
    r"(?:^|[，,；;。：:\n])(?:[一二三四五六七八九]是)?(?:20[0-9]{2}年|全年|今年|年内|由)?[我本]?(?:镇|乡|街道)?(?:党委|党工委)?"
    "(?:纪检|纪委|纪工委|监察[室办组站]|财政所|财政办|财政部门|经管站|农经站|“?三资”?办|审计[办站所]|党建[办站]|党办|党政(?:综合)?办|组织办|组织科|组织部门|督查室|效能办|督查办|妇联|工会|团委)"
    "(?!书记|委员|主任|所长|站长|主席|副)"
)
#: who does it with them, or whose turn it is
_WITH_ENFORCERS = regex(
    "联合|会同|协同|配合|牵头|[与和、](?!监察|纪检)|带队|执法|[我本全]镇|镇政府|安监|应急|城管|综治"
    "|市场监管|派出所|安全|消防|食品|环保"
)
#: 开展村级财务专项检查: of books and conduct, whoever does it
_OF_CONDUCT = regex(
    "(?:三资|作风|四风|党建|支部|廉政|党风|公车|公务用车|津补贴|账目|村账|村财|财经纪律|工作纪律|换届纪律|会风|考勤|在岗|惠农资金|村务公开|党务公开|[村级]财务|八项规定)"
    '[”"]?(?:工作|情况|专项|执行|落实|管理|建设|纪律|问题|大)*(?:检查|督查|抽查|核查)[^，,。；;：:0-9]{0,3}$'
)
#: what the office did, in its own clause or behind its inspections: 检查6次，排查隐患12处
_DEED = regex(
    "[^，,。；;：:0-9]{0,24}(?:(?:检查|督查|巡查|抽查)[^，,。；;：:0-9]{0,4}[0-9]{1,4}[次轮场][，,][^，,。；;：:0-9]{0,12})?$"
)
_REACH = 40


def is_check_within(scene: Scene, mention: Mention) -> bool:
    """Whether what was inspected are the township's own staff, branches and accounts."""
    if mention.metric.id not in _METRICS:
        return False
    sentence, figure = mention.sentence, mention.quantity
    start = max(sentence.start, figure.reach_start - _REACH)
    if mention.metric.id != _HAZARDS and _OF_CONDUCT.search(scene.clean, start, figure.reach_start) is not None:
        return True
    for office in _OFFICE.finditer(scene.clean, start, figure.reach_start):
        if _WITH_ENFORCERS.search(scene.clean, office.end(), figure.reach_start) is not None:
            continue
        if _DEED.match(scene.clean, office.end(), figure.reach_start) is not None:
            return True
    return False
