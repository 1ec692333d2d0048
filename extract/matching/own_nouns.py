"""Whether a clause names what it counts itself, so that nothing is carried over to it, or says that there is none."""

from bisect import bisect_left
from re import compile as regex

from extract.figures.quantity import Quantity
from extract.matching.scene import Scene, Sentence
from extract.matching.territory import Territory
from extract.matching.words import Token

#: what may stand right before an act whose topic is carried over, without giving it another one: 年内集中|培训3期
_NO_TOPIC = regex(
    r"(?:同期|同时|大大小小|大小|各式|多种|形形色色|五花八门|全[年镇乡]|今年|年内|共计?|累计|先后|还|又|也|已|均|并|再|另外?|每年|及时|积极|定期|认真|扎实|集中|集体|专题|专门|专项|系列|主题|大型|现场"
    r"|巡回|各类|各种|统一|分批|分期|线上|线下|网上|网络|业务|日常|常态化?|定点|入户|上门|专业|实务|岗位|岗前|骨干|全员|专场|相关|有关|此类|同类"
    r"|镇级|乡级|村级|县级|区级|市级|[镇乡村区县市]|街道|社区|机关|干部|人员|队员|职工|书面|口头|自行|内部|年度|年终|年底|的|、|和|及|与)*+"
)
#: a verb or a preposition in it, which says who did it and where, not of what it was
_NO_BARE_NOUN = regex(
    r"[由到派请为对向在给以让把将被了过着是有用按自从“”\"（）()所就去来进入下]|(?<![海水路岸船陆])上|开展|组织|举[办行]|召开|进行|参加|安排|完成|实施|落实|法"
)
_LONGEST_TOPIC = 10
#: 基层学习38次, 各党支部研讨120场, 各类培训、集中学习50场: whoever else studies, the party committee named before does not
_OTHER_STUDENTS = regex(
    r"(?:基层|下属|下辖|辖区|所辖|各个?(?!类|种|项|位)[^，,。；;、0-9]{0,3}|村|社区|[）)]|支部|党小组|党组织|党日|三会一课[”\"]?|站所|科室|部门|单位|学校|企业|园区|网格|小组|培训[、和及与])"
    r"(?:共|累计|全年|先后|均|也|还|自行|分别|集中|组织|开展|进行|举办|召开|推动|党员|专题|集体|常态化|同步|跟进|加强|的){0,4}$"
)
_LONGEST_STUDENTS = 20
#: 规范性文件从严控制，制定工作方案3份: papers with a name of their own
_OTHER_PAPERS = regex(
    r"(?:方案|预案|制度|公文|简报|清单|台账|汇编|计划|通知|措施|办法|细则|规定|要点|规划|报告|纪要|标准|流程|机制|公约|表|函|通告|公告)(?:等|共)*$"
)
#: 发现“两违”问题5宗；整治“六乱”现象20宗
_OTHER_THINGS = regex(
    r"(?:现象|乱象|行为|乱[堆搭停贴挂建摆占]|摊贩|摊[点位]|垃圾|杂物|车辆|广告|管线|线缆|河[道段]|沟渠|道路|路段|田块|图斑|点位|池塘|水体)(?:等|共|共计|累计)*$"
)
#: 审计反馈问题12个，整改违规行为9个
_FOUND_BY_OTHERS = regex("反馈|指出|督[察查]|审计|巡[察视]|交办")
_PAPER_UNITS = frozenset(("份", "件", "项", "个", "部"))
#: 述法9人，评优同结果挂钩。包村领导13人: people of whom something else is told than what a sentence before did
_OTHER_PEOPLE = regex(
    r"(?:包[村片组案保联抓干]|驻[村点]|联[村系片]|挂[点村职联钩包]|下派|蹲点|约谈|提醒|谈话|通报|问责|处分|诫勉|选派|抽调|提拔|表彰|奖励|评[优为选先]|获评|末位?|后进"
    r"|新[进招录聘]|招[录聘考]|退休|调[出离走任整]|辞职|借调|慰问|走访|看望|帮扶|救助|资助|失联|流动|外出)"
)
_MOST_OF_PEOPLE = 20
_PEOPLE_UNITS = frozenset(("人", "名", "位", "个"))
#: 查看门店310家，新装充电桩220个: things made or bought, which no deed of a clause before was done to
_MADE = regex(
    r"(?:新[装建增设配添购置修造改栽挖]|[安加改组]装|增[设配添置补]|添[置设装]|购[置买进入]|更[换新]|配[备置发齐套]|建[成设起造好]|修[建复缮筑好]|改[造建]|铺设|架设|疏通|清运|栽[植种]|搭建"
    r"|腾[出退]|复垦|维[修护])了?(?:各类|一批)?$"
)
#: 与调解室22个、“共享法庭”23个构成网络: a thing with a name of its own right before the number
_NAMED_THING = regex(r"(?<=[室站庭点所岗厅园长廊亭屋栏屏])[”\"』」]?$|(?<=[”』」])$")
#: 4个社区没有独立调解室 counts none that there are
_LACKS = regex("没有|[尚还仍均]无|未[建配设聘]|缺少|缺乏|不具备")
#: how words end that name an act of which only its topic says whether it is of law
_OF_ANYTHING = ("培训", "培训班", "轮训", "宣讲", "宣传", "讲座", "活动")


def names_its_own(scene: Scene, sentence: Sentence, where: Territory, act: Token, figure: Quantity) -> bool:
    """Whether an act that needs a noun from a clause before has one of its own: 急救技能|培训5期, |制定工作方案3份."""
    if "who" in act.word.groups and figure.unit in _PEOPLE_UNITS and _is_of_other_people(scene, sentence, act, figure):
        return True
    if "objects" in act.word.groups and figure.unit != "%" and _MADE.search(scene.clean, act.start - 6, act.start) is not None:
        return True
    if act.word.text.endswith(_OF_ANYTHING):
        return _has_topic(scene, sentence, where, act)
    if act.word.text.find("学") >= 0 or act.word.text.find("研") >= 0:
        return _has_other_students(scene, sentence, where, act)
    if "actions" not in act.word.groups:
        return False
    if _OTHER_THINGS.search(scene.clean, act.end, figure.reach_start) is not None:
        return _FOUND_BY_OTHERS.search(scene.clean, sentence.start, act.start) is None
    if figure.unit not in _PAPER_UNITS:
        return False
    return _OTHER_PAPERS.search(scene.clean, act.end, figure.reach_start) is not None


def is_named_thing(clean: str, figure: Quantity) -> bool:
    """Whether a thing stands right before the number that has a name of its own: “共享法庭”23个."""
    return figure.unit == "个" and _NAMED_THING.search(clean, figure.reach_start - 3, figure.reach_start) is not None


def _is_of_other_people(scene: Scene, sentence: Sentence, people: Token, figure: Quantity) -> bool:
    """Whether the clause of the people tells something else of them: 约谈|村支书3人; |包村领导13人."""
    clean = scene.clean
    end = min(people.end, figure.reach_start)
    start = max(sentence.start, people.start - _MOST_OF_PEOPLE)
    clause = max(start, *(clean.rfind(mark, start, people.start) + 1 for mark in "，,；;。：:\n"))
    return _OTHER_PEOPLE.search(clean, clause, end) is not None


def lacks(clean: str, start: int, end: int) -> bool:
    """Whether what is counted is said to be wanting: 4个社区没有独立调解室."""
    return _LACKS.search(clean, start, end) is not None


def _has_other_students(scene: Scene, sentence: Sentence, where: Territory, act: Token) -> bool:
    """Whether a clause names others who study than the sentence did: 基层进行|学习38次."""
    clean = scene.clean
    start = max(where.start, act.start - _LONGEST_STUDENTS, sentence.start)
    clause = max(start, *(clean.rfind(mark, start, act.start) + 1 for mark in "，,；;。：:\n"))
    return _OTHER_STUDENTS.search(clean, clause, act.start) is not None


def _has_topic(scene: Scene, sentence: Sentence, where: Territory, act: Token) -> bool:
    """Whether an act is told of something of its own: 急救技能|培训5期."""
    clean = scene.clean
    start = max(where.start, act.start - _LONGEST_TOPIC, sentence.start)
    clause = max(start, *(clean.rfind(mark, start, act.start) + 1 for mark in "，,；;。：:、\n"))
    if clause == act.start or (clause == start and clause == act.start - _LONGEST_TOPIC):
        return False
    topic = clean[clause : act.start]
    plain = _NO_TOPIC.match(topic)
    rest = topic[plain.end() :] if plain is not None else topic
    if len(rest) < 2 or _NO_BARE_NOUN.search(rest) is not None:
        return False
    # 驻村干部入户宣传240场: who did it is no topic
    at = bisect_left(scene.token_starts, act.start) - 1
    while at >= 0 and scene.tokens[at].end > clause:
        if "who" in scene.tokens[at].word.groups:
            return False
        at -= 1
    return all("一" <= character <= "鿿" for character in rest)
