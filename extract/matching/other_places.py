"""Whether a figure is another place's: the county's, the nation's, a neighbour's."""

from re import compile as regex
from typing import TYPE_CHECKING

from extract.figures.quantity import Quantity
from extract.matching import comparisons
from extract.matching.cues import OWN, PLACE
from extract.matching.other_bodies import body_of_the_year, deals_with_us, is_our_case, subject_body
from extract.matching.scene import Scene, Sentence
from extract.matching.territory import in_closed_bracket

if TYPE_CHECKING:
    from extract.matching.words import Token

#: what a clause's subject may stand behind
_SUBJECT_BREAK = "，,。；;：:\n、（("
#: marks that stand before the items of a list
_BULLETS = " \n\u3000-—–·•●◆■*#>○▪"
#: a body of the township's own that opens a clause
_OWN_BODY = regex(r"[，,；;。](?:镇|乡|街道)(?:党委|政府|人民政府|党工委|办事处|机关|综合|司法所)")
#: the township itself as the subject of a later clause: 县人民法院全年审理案件140件，我镇未发生行政诉讼
_OWN_SUBJECT = regex(
    r"[，,；;。](?:而|但|其中)?(?:涉及|涉|属于?|归|来自|分到|针对)?[我本](?:镇|乡|街道?)(?!周边|以外|之外|上级|所在|邻近|附近)"
)
#: 柳河县全年举办……, 县里同期……: a county, city or other place called by its name, with a time that makes it the subject
_NAMED_PLACE = regex(
    # 兴化全市当年组织宣讲; 市里通报的全市违法处罚
    r"(?:^|(?<=[，,；;。：:\n]))[一-鿿]{2,4}全[县市区州旗](?=(?:20[0-9]{2}年)?(?:全年|当年|今年|同期|年内|去年|累计|共计|一共|合计))"
    r"|[县市区州旗]里?(?:通报|公布|发布)的全[县市区州旗]|"
    # 全金华同期复议案件
    r"[县市区旗州]里(?:同期|全年(?:还|也|则|总|一)?[共有]|共计|平均|今年|去年|一年)|"
    # 金华全市的成功率
    r"[一-鿿]{2,4}全[县市区州旗]的(?:平均)?[一-鿿]{2,6}(?:率|度|数)(?=[是为在达]{0,2}[0-9])|(?:^|(?<=[，,；;。：:\n]))全[一-鿿]{2,3}(?<![镇乡年办村])(?=同期)"
    r"|(?:^|(?<=[，,；;。：:\n]))(?![比较])[一-鿿]{1,5}(?<![全我本该各])(?:县|旗|(?<![城超夜集圩都])市"
    r"|(?<![辖社校园片景库地山林牧矿灾湖港街小新老郊乡农我本全该各灌])(?<![新老主心]城)区)"
    r"(?=(?:20[0-9]{2}年)?(?:全年|全域|同期|今年|年内|当年|去年|累计|共计|一共|平均|合计)(?!.{0,4}(?:我|本)[镇乡街]))"
)
#: 隔河的青溪乡，同年纠纷210件; 隔壁一个镇一年收纠纷300件; 隔壁驷马镇一年办案45件
_NEIGHBOUR = regex(
    r"(?:^|(?<=[，,；;。：:\n是]))(?:而|像|如)?(?:隔[河山江溪沟壁海岸]|毗邻|毗连|相邻|邻近|紧邻|对岸|旁边|上游|下游)的?[一-鿿]{0,8}?"
    r"(?:乡|镇|街道|苏木|片区)(?!联|共|携手|一起|一道|协同|交界|接壤|边界|交接)"
)
#: 约30起，比我乡多
_AGAINST_OURS = regex(r"[，,]?(?:却|也|都|还)?(?:比|较)[我本][镇乡街][^，,。；;]{0,6}(?:多|少|高|低)")
_OUR_NAME = regex(r"(?<![比较与和同跟像])[我本](?:镇|乡|街道)")
#: what stands before the own place where it is only compared with: 人口比我镇多三千
_AGAINST = frozenset("比较与和同跟像")
#: 全县平均94.2%, 全县为94%: a value that ours is held against
_AVERAGE, _IS_ALONE = regex("平均|均值|均数"), regex("(?:的|同期|则|只|仅|也|就)*(?:是|为|有|在|达)?")
_HELD_CLOSE = 24
#: how far another place is thought of without a figure: 全县受理4126起、办理613件，……，镇党委学法6次
_READS_ON = 36
#: 同期全县办理……: words of time before the subject
_TIME_BEFORE = regex(r"(?:同期|其中|目前|今年|全年|去年|年内|当年|度|20[0-9]{2}年|通报|公布|[一二三四五六七八九]是)$")
#: 参加2024年度|全区学法考试: what the township takes part in is held for all
_TAKES_PART = regex(
    r"(?:参加|参与|参训|参考|参评|报名|完成|迎接|接受|通过|获得?|荣获)了?(?:20[0-9]{2}年?度?|本年度|年度|今年|全年)?的?$"
)
_TAKING_PART = 10
#: 全县首批, 全市排名, 全国性: what another place is named for without being the subject
_PLACE_ASIDE = regex(
    r"[“\"]?两会|范围|首[个家批次]|率先|第|前列|优秀|先进|示范|推广|表彰(?!了?[^，,。；;的会0-9]{1,16}[0-9])|排名|通报|考核|平均水平|性|域|[^，,。；;、0-9]{2,12}(?:民意|满意度|安全感)(?:民意)?(?:调查|测评)(?![^，,。；;]{0,8}(?:平均|均值))|各(?!级|[乡镇县区街]|部门|单位|执法|司法所|调解)|最|领先|统一(?!(?!部署|安排|要求|标准|口径|规[范定]|格式|模板|命题|配发|印制|行动|平台)(?:组织|开展)?(?!的)[^，,。；;的考学培0-9]{1,16}[0-9])|系统|[^，,。；;、0-9]{2,16}精神"
    # 全县专项行动中，检查企业30家: the setting of what is done
    r"|[^，,。；;、0-9]{2,20}(?:以来|背景下|契机|期间|之际|[行活]动中)[，,]"
    # 周边的群众; 隔壁邻居
    r"|交界|接壤|交接|边界|结合部|群众(?![^，,。；;0-9]{1,10}(?:平均|均值))|居民|村民|商户|企业|邻居|人家|[村组屯]"
)
#: 市司法局抽评案卷12卷, 区司法局通报问题7个: what a body of the county does with the township's own
_BODIES = ("局", "院")
#: 联合县医院、|县司法局
_HELPERS = regex("(?:邀请|联合|协调|配合|会同|协同|联动|依托|参加|组织|[请与同和向由])[^，,。；;：:\n0-9]{0,16}、$")
#: 市司法局柳河司法所 is the township's own office
_BRANCH = regex(r"(?:派驻)?[一-鿿]{2,10}?司法所")


#: 而海丰镇持证21名、卫星镇持证19名: another town as the subject of its clause or item
_OTHER_TOWN = regex(
    r"(?:而|像|如|但|比如|譬如|其中)?(?P<town>(?![我本全该们咱俺各由经到在赴来去向对从驻为给把将送某两])[一-鿿]{2,5}(?<![全我本该各两乡村集城市制重老古强兴治稳名街下返回进出还水侨故家这那几些个每的与和])(?:镇|乡|街道))"
    r"(?:办事处|政府)?[^，,。；;：:、0-9]{0,8}"
)
_TOWN_STARTS = "，,。；;：:、（(\n"
#: where towns are held against each other
_HELD_AGAINST = regex("全[县市区旗州]|平均|均值|最[高低多少]|排名|倒数|差距|落后|领先|不如|[，；]而[一-鿿]{2,5}[镇乡]")

#: 前溪镇|是60场, 前溪镇|出了2件
_OTHERS_COUNT = regex(
    "(?:全年|一年|同年|今年|当年|这一年)?(?:则|却|也|倒|才|只|仅|就|已|共)*(?:[是有为达办出审调罚开]|达到|办了|出了|开了|审了)?了?(?:是|有)?"
)
#: 联合前溪镇3次, 原前溪镇3人, 与邻镇2次
_OWN_COUNT = regex("^(?:[联会协配邀请原含与和同跟由至送走访涉及老旧撤并]|其中|分别)|[联共]同|[级辖属]")
#: 学习借鉴邻镇全年化解纠纷420起的|经验做法: whom something is learnt from, and what others are looked up to for
_LEARNS_FROM = regex(
    r"(?:学习(?=借鉴|吸收|考察|了|外|邻|周边|兄弟|先进|其|[^，,。；;：:0-9]{0,8}[镇乡街县市区旗])|借鉴|对标|参照|参考|比照|效仿|仿照|看齐|考察|观摩|取经|汲取)"
    r"(?![^，,。；;：:]{0,6}(?:[我本](?:镇|乡|街道)|自身))"
)
_AN_EXAMPLE = regex(
    r"[^，,。；;\n]{0,40}?的(?:[^，,。；;、的0-9]{0,6})(?:经验|做法|模式|水平|标准|样板|成效|成绩|典型|案例|打法)"
)
_LEARNING = 60


def _is_an_example(clean: str, sentence: Sentence, figure: Quantity) -> bool:
    """Whether the figure is what others are an example for, in the clause that says so: 对标邻县建成综治中心12个的做法."""
    start = max(sentence.start, figure.reach_start - _LEARNING)
    start = max(start, *(clean.rfind(mark, start, figure.reach_start) + 1 for mark in "，,；;。"))
    if _LEARNS_FROM.search(clean, start, figure.reach_start) is None:
        return False
    return _AN_EXAMPLE.match(clean, figure.reach_end, min(sentence.end, figure.reach_end + _LEARNING)) is not None


def is_of_other_place(scene: Scene, sentence: Sentence, figure: Quantity) -> bool:
    """Whether the clause speaks of the county, the nation or other townships."""
    if sentence.learns and _is_an_example(scene.clean, sentence, figure):
        return True
    if comparisons.is_level_of_other_place(scene, sentence, figure):
        return True
    if sentence.towns and _of_other_town(scene, sentence, figure):
        return True
    if (sentence.named_place or sentence.cues & PLACE) and _of_named_place(scene, sentence, figure):
        return True
    if sentence.other_body:
        told = subject_body(scene.clean, sentence.start, figure.reach_start, sentence.end)
        if (
            told >= 0
            and not _OWN_BODY.search(scene.clean, told, figure.reach_start)
            and not _OWN_SUBJECT.search(scene.clean, told, figure.reach_start)
            and _reads_on(sentence, told, figure.reach_start)
        ):
            return True
    if not sentence.cues & PLACE:
        return False
    foreign, told, last = False, sentence.start, -1
    for token in scene.tokens[sentence.first_token : sentence.last_token]:
        if token.end > figure.reach_start:
            break
        if sentence.brackets and in_closed_bracket(scene.clean, token.end, figure.reach_start):
            continue
        if token.word.cue & OWN:
            foreign = foreign and _is_named(scene.clean, token)
        elif token.word.cue & PLACE:
            if figure.reach_start - token.end <= 1:
                return True
            listed = scene.clean.startswith("、", token.start - 1) and token.start - 1 == last
            opens = (
                foreign
                if listed
                else token.start == sentence.start
                or scene.clean[token.start - 1] in _SUBJECT_BREAK
                or not scene.clean[sentence.start : token.start].strip(_BULLETS)
                or _TIME_BEFORE.search(scene.clean, max(sentence.start, token.start - 5), token.start) is not None
            )
            opens = opens and not _TAKES_PART.search(scene.clean, max(sentence.start, token.start - _TAKING_PART), token.start)
            last = token.end
            if opens and token.word.text.endswith(_BODIES) and _is_about_us(scene.clean, sentence.start, token, figure):
                continue
            if opens and not _PLACE_ASIDE.match(scene.clean, token.end) and not _BRANCH.match(scene.clean, token.end):
                foreign = True
                told = token.end
    if not foreign or _OWN_BODY.search(scene.clean, told, figure.reach_start):
        return False
    # a word of the library may hold our name: 涉及我镇
    if _OWN_SUBJECT.search(scene.clean, told, figure.reach_start) or _held_against(scene.clean, sentence, told, figure):
        return False
    return _reads_on(sentence, told, figure.reach_start)


def _held_against(clean: str, sentence: Sentence, told: int, figure: Quantity) -> bool:
    """Whether the other place is only named for the value that ours is held against, in a clause before the figure's.

    化解率95.5%，全县的平均数是94.2%，|调委会20个; but 全县调解成功率97%，|调解纠纷2万件.
    """
    ours = theirs = None
    for other in sentence.figures:
        if other.reach_start >= told:
            theirs = other
            break
        ours = other
    if theirs is None or theirs is figure or theirs.reach_start >= figure.reach_start:
        return False
    if not any(mark in clean[theirs.reach_end : figure.reach_start] for mark in "，；,;"):
        return False
    if _AVERAGE.search(clean, told, theirs.reach_start) is not None:
        return True
    close = ours is not None and theirs.reach_start - ours.reach_end <= _HELD_CLOSE
    return close and theirs.unit == "%" != figure.unit and _IS_ALONE.fullmatch(clean, told, theirs.reach_start) is not None


def _is_about_us(clean: str, start: int, token: "Token", figure: Quantity) -> bool:
    """Whether a body of the county deals with the township, decides a suit of its own, or only helps it as one of several."""
    if deals_with_us(clean, token.end, figure.reach_start) or is_our_case(clean, token.end, figure.reach_start):
        return True
    return clean.startswith("、", token.start - 1) and _HELPERS.search(clean, start, token.start) is not None


def _of_other_town(scene: Scene, sentence: Sentence, figure: Quantity) -> bool:
    """Whether another town, called by its name, is the subject right before the figure, and towns are compared."""
    clean = scene.clean
    start = max(sentence.start, *(clean.rfind(mark, sentence.start, figure.reach_start) + 1 for mark in _TOWN_STARTS))
    found = _OTHER_TOWN.fullmatch(clean, start, figure.reach_start)
    if found is None or found["town"].endswith(scene.township) or scene.township.endswith(found["town"]):
        return False
    if _HELD_AGAINST.search(clean, sentence.start, sentence.end) is not None:
        return True
    # 我镇23人持证，前溪镇31人; 未出台规范性文件，前溪镇出了2件: right behind what is told of the own town
    return (
        start > sentence.start
        and clean[start - 1] in "，,；;"
        and _OTHERS_COUNT.fullmatch(clean, found.end("town"), figure.reach_start) is not None
        and _OWN_COUNT.search(found["town"]) is None
    )


def _of_named_place(scene: Scene, sentence: Sentence, figure: Quantity) -> bool:
    """Whether a county called by its name is the subject: 樊城区全年举办普法活动860场."""
    told = -1
    if _AGAINST_OURS.match(scene.clean, figure.reach_end, sentence.end):
        return True
    for subject in (_NAMED_PLACE, _NEIGHBOUR):
        for named in subject.finditer(scene.clean, sentence.start, figure.reach_start):
            told = max(told, named.end())
    told = max(told, body_of_the_year(scene.clean, sentence.start, figure.reach_start))
    if told < 0 or _OWN_BODY.search(scene.clean, told, figure.reach_start):
        return False
    # a word of the library may hold our name: 涉及我镇
    own = _OUR_NAME.search(scene.clean, told, figure.reach_start) is not None or any(
        token.word.cue & OWN and told <= token.start < figure.reach_start and scene.clean[token.start - 1] not in _AGAINST
        for token in scene.tokens[sentence.first_token : sentence.last_token]
    )
    return not own and _reads_on(sentence, told, figure.reach_start)


def _is_named(clean: str, token: "Token") -> bool:
    """Whether a bare 街道 ends the name of another one: 毗邻的黎城街道."""
    return token.word.text == "街道" and token.start > 0 and "一" <= clean[token.start - 1] <= "鿿"


def _reads_on(sentence: Sentence, told: int, position: int) -> bool:
    """Whether what was told at `told` still holds at `position`: figures come one after another in between."""
    for other in sentence.figures:
        if told <= other.reach_start < position:
            if other.reach_start - told > _READS_ON:
                return False
            told = other.reach_end
    return position - told <= _READS_ON
