"""The townships that a short text names, each with the county, city and province before it."""

import re
from dataclasses import dataclass
from functools import lru_cache

from extract.report.places import MUNICIPALITIES, SHORT_PROVINCES, County, Places
from extract.report.verbs import ends_with_verb

_TYPE = re.compile(
    r"街道办事处|街道|民族乡|镇|乡|苏木|街办|地区办事处|办事处|司法所"
    # 鹤龙街 for 鹤龙街道, where a report's subject may stand: no street does anything
    r"|街(?=党工委|综合(?:行政)?执法|行政执法|关于|法治|20[0-9]{2}|[在以]|坚持|始终|深入|高度|紧|积极|全面|认真|切实|严格|持续|[\n>＞»]|\Z)"
)
_TO_LAST_BREAK = re.compile(r"(?s:.*)[^一-鿿]")
#: how far before its type a name and its larger places may begin
_REACH = 26
# Behind these a 镇 or 乡 begins another word: 乡镇, 镇长, 镇江, 乡村.
_NO_TYPE_BEFORE = re.compile(
    r"[长村域级容志风愁贤土亲情绅坪雄赉宁城](?!街道|镇|乡)|镇(?!街道|镇|乡)|江市|海区|安县|平县|原县|巴县|远县|康县|沅"
)
# What may stand right before a name, besides nothing and a larger place.
_LEAD = (
    r"关于对?|中共|共产党|印发|公布|公开|报送|上报|呈报|转发|下称|简称|今年以来|以来|年度?|一年来|在|的|由|是|为|对|来自|现将|按照|根据|聚焦|走进"
    r"|司法局|驻|来源|发布机构|发布单位|单位|作者|题目|标题|正文|附件|推动|推进|促进|助力|围绕|紧扣|立足|打造|构建|支持|服务|请与|联系"
)
_LEAD_END = re.compile(rf"(?:{_LEAD}|人民政府|[省市县区旗州盟])\Z")
_LEADS = re.compile(rf".*(?:{_LEAD})(?=[一-鿿])")
#: 辖区, 超市, 锦旗: what ends as counties do
_OF_THINGS = r"(?:.*(?:[社辖小片灌景校厂园城山库牧林矿街]区|[城超夜集门上股楼都]市|[红国党锦校]旗)\Z)"
# 我镇在县委……: no words of a sentence are a county.
#: 岁末县司法局来镇评查, 次年县委督察: words of time before a county without a name
_OF_TIME = (
    "(?:.*(?:[年岁月季][初中末底尾首]|[次翌同当来每去今上前近]年|年[间内度]|月份|[日近此节秋春]前|近[日来期]|当[天日月]|[随此节秋会]后|期间"
    r"|春节|[入今去]冬|[入今]夏|[入今]春|[入今]秋|开春|起初)[县区市旗]\Z)"
)
#: what names no county wherever it stands: a thing, a time, 区委区 of 区委区政府
NO_PLACE = rf".*委.|{_OF_THINGS}|{_OF_TIME}"
_NO_COUNTY = re.compile(
    r"(?:我|本|全|各|在|对|经|由|与|和|按|向|为|从|被|把|将|据)|.*(?:我[镇乡街县市区]|本[镇乡县市区]|[在的了过])"
    rf"|{NO_PLACE}"
)
_LARGER = re.compile(r".*?[一-鿿]{1,}(?:自治区|自治州|自治县|自治旗|地区|省|市|县|区|旗|州|盟)(?=[一-鿿])")
# No township of the register whose stem has three letters or more ends with one of [向给把将被使由并已均与及的了着为].
# Common words that a 镇 or 乡 ends, by their whole stem and by how it ends.
_NO_NAME = re.compile(
    r"(?:[我本全][镇乡街县区所].+|小|小?城|特色小|集|村|乡|强|家|故|老|外|他|两|每|某|部分|中心|特大|经济|工业|卫星|水|城[市乡]|美丽[城村]?|和美|平安|文明|法治|幸福|生态|产业|文化|旅游|历史|千年|百年"
    r"|[一二三四五六七八九十几数百千]+个?"
    r"|.*(?:各|全|我|本|该|所有|相关|有关|其他|其它|周边|附近|临近|邻近|毗邻|小城|建制|重点|特色|示范|先进|产业强|经济强|依法治|乡|镇|街道|所在|辖区|基层|委|政府|支持"
    r"|推动|推进|加强|全面|管理|指导|督促|带领|牵头|组织|服务|驻|名|个|下沉|深入|法下|技下|本下|育下|化下|生下|药下|工返|[返回离还]|干部|领导|人员|群众)"
    r"|.{2,}[向给把将被使由并已均与及的了着为]|.*(?:政府|[委局办会]|部门)和)\Z"
)
#: letters that end larger places and stand inside townships' names as well: 青州庙镇
_OFTEN_IN_NAMES = re.compile(r"[市区州旗盟]\Z")
#: letters that write the sounds of other tongues
_SOUNDS = re.compile(
    "[阿艾安昂奥巴拜班邦保贝比毕别宾波伯博布查察茨达岱丹当德登迪地丁东都敦多额恩尔法夫噶尕盖冈甘高格戈根贡古果哈海罕浩和赫黑红忽胡呼浑霍吉加江杰金久喀卡坎康柯科克肯孔口库"
    "拉来兰朗劳勒雷里力利连列林灵鲁伦罗洛玛麦曼芒毛梅门蒙米莫木穆那纳乃南内尼宁诺帕盘佩皮普其恰切钦青曲齐奇乞热仁日如茹若撒萨赛桑色沙山善舍什申盛圣斯苏索塔台坦汤唐陶特腾提铁通图吐托"
    "瓦旺维温翁沃乌吾西希锡夏先香辛兴雄许雅亚延扬耶叶依伊音英尤玉约云杂扎泽孜宗子祖佐鄂鄯]+"
)
_LONGEST_SOUNDS = 12
#: a city and a county without their types
_LONGEST_SHORT = 6
_OFFICES = ("办事处", "街办", "地区办事处", "司法所")
_PROVINCE = re.compile(r"[一-鿿]{2,3}省|[一-鿿]{2,6}自治区|北京市|天津市|上海市|重庆市")
_CITY_NAME = re.compile(r"[一-鿿]{2,12}(?:自治州|地区|盟|州|市)\Z")
_CITY = re.compile(r"(?P<city>[一-鿿]{2,12}?(?:自治州|地区|盟|州|市))(?P<rest>[一-鿿]{2,}(?:县|区|市|旗))\Z")
_COUNTY = re.compile(r"[一-鿿]{1,12}(?:县|区|市|旗)\Z")


@dataclass(frozen=True, slots=True)
class Named:
    """A township as a text names it; `open_type` when only an office was named that does not tell the type (柳溪司法所)."""

    township: str
    county: str = ""
    city: str = ""
    province: str = ""
    start: int = 0
    end: int = 0
    known: bool = False
    open_type: bool = False
    #: the bare name of a county that was split off before it (鲁山 of 鲁山张店乡), which may be part of a longer name
    bare: str = ""

    def within(self, county: str, city: str, province: str) -> "Named":
        """The same township in these larger places."""
        span = self.start, self.end
        return Named(self.township, county, city, province, *span, self.known, self.open_type, self.bare)


def find_names(text: str, places: Places) -> list[Named]:
    """The townships named, in the order of the text; a name inside a longer known one is dropped (竹镇 in 竹镇镇)."""
    names: list[Named] = []
    for found in _TYPE.finditer(text):
        named = _name_before(text, found.start(), found.group(), places)
        if named is None:
            continue
        if names and names[-1].end > named.start:
            if not named.known or (names[-1].known and names[-1].start < named.start):
                continue
            names.pop()
        names.append(named)
    return names


@lru_cache(maxsize=4096)
def names_in_part(part: str, places: Places) -> list[Named]:
    """The townships named in a folder or publisher, which hundreds of reports share; not to be changed."""
    return find_names(part, places)


def _name_before(text: str, place: int, kind: str, places: Places) -> Named | None:
    """The township whose type stands at `place`."""
    end = place + len(kind)
    if kind in ("镇", "乡") and _NO_TYPE_BEFORE.match(text, end):
        return None
    reach = max(0, place - _REACH)
    broken = _TO_LAST_BREAK.match(text, reach, place)
    left = text[broken.end() if broken else reach : place]
    if not left or (kind in _OFFICES and left.endswith(("镇", "乡", "街道", "苏木", "镇政府", "乡政府"))):
        return None
    type_ = {"街": "街道", "街道办事处": "街道", "街办": "街道", "办事处": "街道", "地区办事处": "地区", "司法所": ""}.get(
        kind, kind
    )
    known = _known_stem(left, type_, places)
    stem = known or ("" if kind == "街" else _likely_stem(left, places))
    if not stem:
        return None
    rest = left[: len(left) - len(stem)]
    province, city, county = larger_places(rest, places)
    bare = rest if known and rest and not _LEAD_END.search(rest) else ""
    return Named(stem + type_, county, city, province, place - len(stem), end, bool(known), not type_, bare)


def _known_stem(left: str, type_: str, places: Places) -> str:
    """The longest end of `left` that is a township of the register, with something before it that may stand before a name."""
    if not type_:
        return ""
    for size in range(min(len(left), 12), 0, -1):
        if left[-size:] + type_ in places:
            rest = left[:-size]
            if not rest or (_LEAD_END.search(rest) and (size > 1 or not _OFTEN_IN_NAMES.search(rest))):
                return left[-size:]
            # A single letter is a township's name only where the register has it: 柳林铺镇 is no 铺镇 of 柳林县.
            if size == 1 and not _holds(left[-size:] + type_, rest, places):
                continue
            if len(rest) >= 2 and (_LEAD_END.search(rest) or _counties_told_short(rest, places)):
                return left[-size:]
    return ""


def _counties_told_short(words: str, places: Places) -> list[County]:
    """The counties that words without their type may name, alone or behind a city without its own: 海陵, 泰州海陵."""
    found = places.counties(words)
    for size in range(2, len(words) - 1 if len(words) <= _LONGEST_SHORT else 0):
        city = places.city(words[:size])
        found = found or (places.counties(words[size:], city) if city else [])
    return found


def is_common(stem: str) -> bool:
    """Whether a 镇 or 乡 makes a common word of it: 特色小镇, 文明镇."""
    return _NO_NAME.match(stem) is not None


def _holds(township: str, rest: str, places: Places) -> bool:
    """Whether the register has the township in the county that `rest` ends with, told with or without its type."""
    county = larger_places(rest, places)[2] or rest
    return bool(places.counties(county)) and bool(places.candidates(township, county))


def _likely_stem(left: str, places: Places) -> str:
    """The part of `left` that looks like a township's name although the register does not hold it."""
    stem = _LEADS.sub("", left).split("人民政府")[-1]
    within = ""
    while True:
        cut = _LARGER.match(stem)
        if cut is None or (len(stem) - cut.end() == 1 and _OFTEN_IN_NAMES.search(cut.group())):
            break
        within, stem = cut.group(), stem[cut.end() :]
    # 泽普县托格拉克艾日克乡: names that only sound Chinese are long, and made of letters that write sounds.
    long = 7 <= len(stem) <= _LONGEST_SOUNDS and (_SOUNDS.fullmatch(stem) is not None or places.is_county(within))
    if not 2 <= len(stem) <= 6 and not stem.endswith("族") and not long:
        return ""
    return "" if _NO_NAME.match(stem) or ends_with_verb(stem) else stem


@lru_cache(maxsize=4096)
def larger_places(text: str, places: Places) -> tuple[str, str, str]:
    """Province, city and county from the words before a township's name."""
    text = text.removesuffix("人民政府").removesuffix("司法局")
    path = _LEADS.sub("", text) if not text.endswith(("省", "市", "县", "区", "旗", "州", "盟")) else _strip_leads(text)
    county = next((path[-size:] for size in range(min(len(path), 15), 1, -1) if places.is_county(path[-size:])), "")
    rest = path[: len(path) - len(county)]
    if county:
        province, city = _province_and_city(rest, places)
        if province or city or not rest or (len(rest) > 1 and len(county) > 2):
            return province, city, county
        # 云县 is a county, but 青云县 is another.
    province, city = _province_and_city(path, places)
    if city or len(province) == len(path) or path in SHORT_PROVINCES:
        return province, city, ""
    rest = path[len(province) :] if path.startswith(province) else path
    pair = _CITY.match(rest)
    if pair:
        return province, pair["city"], pair["rest"]
    if _COUNTY.match(rest) and len(rest) > 2 and not _NO_COUNTY.match(rest) and not ends_with_verb(rest[:-1]):
        return province, "", rest
    bare = _counties_told_short(rest, places) if 2 <= len(rest) <= _LONGEST_SHORT else []
    return province, "", bare[0].name if len(bare) == 1 else ""


def _province_and_city(path: str, places: Places) -> tuple[str, str]:
    """What a path such as 广西桂林市 names; a city the register does not hold is taken by its ending."""
    if path in MUNICIPALITIES:
        return path, ""
    city = next((path[-size:] for size in range(min(len(path), 12), 1, -1) if places.is_city(path[-size:])), "")
    rest = path[: len(path) - len(city)]
    found = _PROVINCE.match(rest)
    if found and places.province(found.group()):
        rest = rest[found.end() :]
        return found.group(), city or _unheld_city(rest)
    if city:
        return places.province(rest), city
    if path in SHORT_PROVINCES:
        return places.province(path), ""
    # 平顶山 for 平顶山市: only when nothing else stands there.
    return "", _unheld_city(path) or (places.city(path) if 2 <= len(path) <= 4 else "")


def _unheld_city(name: str) -> str:
    """A prefecture that the register does not hold; a 市 right above a township is a county as a rule."""
    return name if _CITY_NAME.match(name) and name[-1] != "市" else ""


def _strip_leads(text: str) -> str:
    """A path without the words before it; a word that a place begins with is left (对青山镇 is a town)."""
    found = re.match(
        r".*(?:关于|中共|共产党|印发|公布|报送|上报|转发|来自|(?:发布|发文|公开)(?:机构|单位|机关)|现将|按照|根据|在|的|由|年度?)(?=[一-鿿]{2})",
        text,
    )
    return text[found.end() :] if found else text
