"""Which township a report is of, and what larger places the text tells."""

import re
from collections import Counter
from dataclasses import replace
from functools import lru_cache

from extract.report.above import county_above
from extract.report.names import Named, find_names, is_common, larger_places, names_in_part
from extract.report.places import SHORT_PROVINCES, Places, township_stem
from extract.report.sources import Sources
from extract.report.verbs import ends_with_verb

_QUOTED = re.compile(r"《[^《》\n]{0,80}》")
_TYPES = ("镇", "乡", "街道", "苏木")
#: what a text calls its own township, which tells the type where no place names it
_OWN_TYPES = {
    **dict.fromkeys(("我镇", "本镇", "全镇", "镇党委", "镇政府"), "镇"),
    **dict.fromkeys(("我乡", "本乡", "全乡", "乡党委", "乡政府"), "乡"),
    **dict.fromkeys(("我街道", "本街道", "全街道", "街道党工委", "街道办事处"), "街道"),
}
_OWN = re.compile("|".join(_OWN_TYPES))
_BODY = 6000
_OFFICIAL = re.compile(
    r"(?:人民政府|政府|委员会|司法局|办公室|县委|区委|市委|旗委|政务公开)?(?:办公室)?(?:门户网站|政务服务网|政府信息网|政务网|官方网站|官网|网站|信息网)?\Z"
)
_CRUMBS = re.compile(r"[>＞»›→/|:：\n]+")
_WHOLE_COUNTY = re.compile(r"[一-鿿]{2,10}[县区市旗](?:人民政府|政府)?(?:门户网站|网站|网)?")
_SEPARATORS = re.compile(r"[_\-—·.,，()（）\[\]【】\s]+")


#: 我乡地处…县, 咱镇在…县, 青石乡在…县北面
_LIES_IN = re.compile(
    r"(?:位于|位居|地处|地属|处在|坐落[于在]|隶属于?|属于?|归|[我本咱这][镇乡街][在是系]|[镇乡道][在是系]|这个|身处|扎根|偏居|雄踞)([一-鿿]{2,30})"
)
#: 制定《白鹭镇2024年法治建设工作要点》: what a township gives out is called after it
_OWN_PAPER = re.compile(
    r"(?:制[定订]|印发|出台|修订|编制|下发|起草|拟定)了?(?:出台|印发|实施|完善)?《([^《》\n]{2,30}?(?:镇|乡(?![镇村])|街道|苏木))"
)
#: 贵州省行政执法证, 《四川省河湖长制条例》, 在广西壮族自治区和市、县司法行政机关指导下, 聘请云南明远律师事务所律师
_OF_PROVINCE = re.compile(
    rf"({'|'.join(sorted(SHORT_PROVINCES))})(?:(?:省|(?:壮族|回族|维吾尔)?自治区)"
    r"(?=行政执法证|执法证|[^，,。；;《》、]{0,24}(?:条例|办法|规定)》|和市|、市|委、|政务服务网|政府令)"
    # Firms of the two great cities have branches everywhere.
    # 天津市《…三年行动计划》, 《上海市法治政府建设规划》
    r"|(?<=北京|天津|上海|重庆)市(?=《|[^，,。；;《》、]{0,24}(?:条例|办法|规定|纲要|规划|计划|方案)》)"
    r"|(?<!北京)(?<!上海)(?=(?!省|自治区|市)[一-鿿]{1,6}?律师事务所))"
)
#: counties whose names any town's parts have: 老城区改造
_SAID_OF_ANY = re.compile(r"[城郊矿东西]区|[新老]城区|城[东西北中关厢]区|市[中南北]区|新[市华]区")
#: the place gives out a paper or has a committee or government, and nobody only went there: 《奈曼旗2022年…》, 按照滨海新区区委
_SPOKEN_OF = (
    r"《(?:中共)?(?:[一-鿿]{{2,8}}[省市州盟])?{0}|(?<![赴到与由往])(?<!学习|借鉴|参照|考察){0}(?:[县区市旗]?委|人民政府|政府)"
)
_COUNTY_END = re.compile(r"[县区市旗]")


def find_township(sources: Sources, clean: str, places: Places) -> tuple[Named | None, list[Named]]:
    """The township with what the text tells of its larger places; and the townships that a trusted place names against it."""
    named: Named | None = None
    against: list[Named] = []
    everywhere: list[Named] = []
    guessed: Named | None = None
    for place, (trusted, shared, text) in enumerate(_stretches(sources)):
        if named is not None and not trusted and not _may_name(text, named):
            continue
        names = names_in_part(text, places) if shared else find_names(text, places)
        names = names if trusted else [name for name in names if not _may_be_verb(name)]
        names = [_unsplit(name, sources, clean, places) if name.bare else name for name in names]
        if not names:
            continue
        everywhere += names
        if named is None:
            named = _first(names) if trusted else _commonest(names)
            if not trusted and _is_guess(named, clean, places):
                # words before a 镇 in running text may be anything: signature and file name are the better witnesses
                guessed, named = guessed or named, None
            elif place < len(sources.titles):
                named = _among_titles(named, sources, places)
        elif trusted:
            against += [other for other in names[:1] if not other.open_type and not _same(other, named)]
    if named is None:
        named = _in_body(clean, places) or _in_folders_without_type(sources, places) or guessed
        named = named or _only(find_names(sources.crumbs, places)) or _in_own_papers(clean, places)
    if named is None:
        return None, []
    named = _with_larger(named, everywhere, sources, clean, places)
    if named.open_type:
        named = _with_type(named, everywhere, clean, places)
    return named, against


def _is_guess(named: Named, clean: str, places: Places) -> bool:
    """Whether only the words before its type make a township of it: the register has none of the name, nor is it told twice."""
    if named.known or named.county or named.open_type or places.lookup(named.township):
        return False
    return clean.count(named.township, 0, _BODY) < 2


def _may_be_verb(named: Named) -> bool:
    """Whether a sentence says 联合镇派出所检查 or 迎接镇里验收: there are towns of that name, and far more such sentences."""
    return not named.county and ends_with_verb(township_stem(named.township))


def _unsplit(named: Named, sources: Sources, clean: str, places: Places) -> Named:
    """A name whose head happens to be a county's (柳林铺镇) made whole, unless the register or the report knows that county."""
    if places.candidates(named.township, named.county or named.bare) or (named.county and not places.counties(named.bare)):
        return named
    whole = named.bare + named.township
    around = (clean[:_BODY], sources.file, *sources.folders)
    told = re.compile(f"{named.bare}[县区市旗]|(?<!{named.bare}){named.township}")
    if any(told.search(text.replace(whole, "")) for text in around):
        return named
    return replace(
        named, township=whole, county="", city="", province="", start=named.start - len(named.bare), known=False, bare=""
    )


def _among_titles(first: Named, sources: Sources, places: Places) -> Named:
    """The title that the opening, the signature or the file bears out: a page may list other townships' reports above its own."""
    if len(sources.titles) == 1:
        return first
    titles = [name for title in sources.titles for name in find_names(title, places)[:1] if not name.open_type]
    if len({township_stem(name.township) for name in titles}) < 2:
        return first
    for text in (_QUOTED.sub("", sources.opening), *sources.signature, _SEPARATORS.sub("\n", sources.file)):
        for name in find_names(text, places):
            for title in titles:
                if _same(name, title):
                    return title
    return first


def _stretches(sources: Sources) -> list[tuple[bool, bool, str]]:
    """The texts to look in, in the order of their trust: whether a name in one speaks for the report, whether many share it."""
    stretches = [(True, False, title) for title in sources.titles]
    stretches.append((False, False, _QUOTED.sub("", sources.opening) if "《" in sources.opening else sources.opening))
    stretches += [(True, False, line) for line in sources.signature]
    stretches.append((True, False, _SEPARATORS.sub("\n", sources.file)))
    stretches += [(True, True, folder) for folder in sources.folders]
    stretches += [(False, True, publisher) for publisher in sources.publishers]
    return stretches


def _may_name(text: str, named: Named) -> bool:
    """Whether a text that speaks for nobody may at least tell where the township lies: only one that names it does."""
    return all(letter in text for letter in township_stem(named.township))


def _first(names: list[Named]) -> Named:
    return next((name for name in names if not name.open_type), names[0])


def _commonest(names: list[Named]) -> Named:
    typed = [name for name in names if not name.open_type] or names
    counts = Counter(name.township for name in typed)
    best = max(counts.values())
    return next(name for name in typed if counts[name.township] == best)


def _only(names: list[Named]) -> Named | None:
    """The township of these names, if they are all of one."""
    return names[0] if len({name.township for name in names}) == 1 else None


def _same(one: Named, other: Named) -> bool:
    return township_stem(one.township) == township_stem(other.township)


def _in_body(clean: str, places: Places) -> Named | None:
    """The township that the body names over and over, if one stands out."""
    names = [name for name in find_names(_QUOTED.sub("", clean[:_BODY]), places) if not name.open_type and not _may_be_verb(name)]
    ranked = Counter(name.township for name in names).most_common(2)
    if not ranked or ranked[0][1] < 2 or (len(ranked) > 1 and ranked[1][1] * 2 > ranked[0][1]):
        return None
    return next(name for name in names if name.township == ranked[0][0])


def _in_own_papers(clean: str, places: Places) -> Named | None:
    """The township after which all papers are called that the report says were given out."""
    names = [name for paper in _OWN_PAPER.finditer(clean, 0, _BODY) for name in find_names(paper[1], places)]
    # a paper may be about 特色小镇 or 文明镇; what it is called after opens its title
    own = [name for name in names if (name.start == 0 or name.county) and not is_common(township_stem(name.township))]
    return _only(own) if len(own) == len(names) else None


def _in_folders_without_type(sources: Sources, places: Places) -> Named | None:
    """A folder or file that bears only the stem of a township (鲁山/张店/2023.txt), told by the county's folder above."""
    parts = [_SEPARATORS.split(re.sub(r"(?:19|20)[0-9]{2}年?度?", "", sources.file))[0], *sources.folders]
    for index, part in enumerate(parts[:-1]):
        if len(part) < 2:
            continue
        for county in parts[index + 1 : index + 3]:
            found = [places.resolve(part + kind, county) for kind in _TYPES if places.counties(county)]
            codes = {division.code: division for division in found if division}
            if len(codes) == 1:
                division = next(iter(codes.values()))
                return Named(division.township, division.county, division.city, division.province, known=True)
    return None


def _with_type(named: Named, everywhere: list[Named], clean: str, places: Places) -> Named:
    """The township of an office whose name does not tell its type (柳溪司法所): as others, the text or the register have it."""
    stem = named.township
    for other in everywhere:
        if not other.open_type and township_stem(other.township) == stem:
            return replace(named, township=other.township, open_type=False)
    counts = {kind: clean.count(stem + kind) for kind in _TYPES}
    best = max(counts, key=lambda kind: counts[kind])
    if counts[best]:
        return replace(named, township=stem + best, open_type=False)
    found = {
        division.code: division
        for kind in _TYPES
        for division in places.candidates(stem + kind, named.county, named.city, named.province)
    }
    if len(found) == 1:
        return replace(named, township=next(iter(found.values())).township, open_type=False)
    spoken = Counter(_OWN_TYPES[word] for word in _OWN.findall(clean, 0, _BODY)).most_common(2)
    if spoken and (len(spoken) == 1 or spoken[0][1] > 2 * spoken[1][1]):
        return replace(named, township=stem + spoken[0][0], open_type=False)
    return named


def _with_larger(named: Named, everywhere: list[Named], sources: Sources, clean: str, places: Places) -> Named:
    """The name with the county, city and province that title, head, signature, folders, publisher or body tell."""
    for other in everywhere:
        if _same(other, named):
            named = _filled(named, other.province, other.city, other.county)
    for part in (*sources.folders, _SEPARATORS.split(sources.file)[0]):
        named = _filled(named, *_of_folder(part, places))
    if not named.county:
        for publisher in sources.publishers:
            named = _filled(named, *larger_places(_OFFICIAL.sub("", publisher), places))
    if not named.county:
        named = _filled(named, *_situated(sources.opening, places))
    if not named.county:
        named = _filled(named, "", "", county_above(named, clean[:_BODY], places))
    if not named.county:
        for crumb in _CRUMBS.split(sources.crumbs):
            if _WHOLE_COUNTY.fullmatch(crumb):
                named = _filled(named, *larger_places(_OFFICIAL.sub("", crumb), places))
    return named if named.county else _spoken_of(named, clean, places)


def _spoken_of(named: Named, clean: str, places: Places) -> Named:
    """The only county with a township of this name, or city without counties, that the report speaks of."""
    text = clean[:_BODY]

    def speaks_of(place: str) -> bool:
        return place in text and re.search(_SPOKEN_OF.format(place), text) is not None

    held = places.candidates(named.township, "", named.city, named.province)
    counties = {division.county: division for division in held if not _SAID_OF_ANY.fullmatch(division.county)}
    spoken = [division for county, division in counties.items() if speaks_of(county)]
    if len(spoken) == 1 and len(held) > 1:
        return _filled(named, spoken[0].province, spoken[0].city, spoken[0].county)
    cities = [city for city in places.bare_cities if speaks_of(city)]
    return _filled(named, "", cities[0], "") if len(cities) == 1 and not named.city else named


def _situated(opening: str, places: Places) -> tuple[str, str, str]:
    """The province, city and county that the opening says the township lies in: 地处青海省海东市化隆回族自治县脑山地区."""
    for found in _LIES_IN.finditer(opening):
        stretch = found[1]
        for end in _COUNTY_END.finditer(stretch):
            province, city, county = larger_places(stretch[: end.end()], places)
            # Nothing but places may stand before it: 地处县境西南山区 is not in 南山区.
            before = stretch[: end.end()].removesuffix(county)
            if places.is_county(county) and before in ("", province, city, province + city):
                return province, city, county
    return "", "", ""


def told_province(clean: str, places: Places) -> str:
    """The province whose laws, offices or law firm the body names (持有贵州省行政执法证), if it names no other."""
    named = {places.province(found[1]) for found in _OF_PROVINCE.finditer(clean)}
    named.discard("")
    return named.pop() if len(named) == 1 else ""


def _filled(named: Named, province: str, city: str, county: str) -> Named:
    """The name with what was still empty; a larger place never contradicts one that is told already."""
    if (named.province or not province) and (named.city or not city) and (named.county or not county):
        return named
    return named.within(named.county or county, named.city or city, named.province or province)


@lru_cache(maxsize=4096)
def _of_folder(part: str, places: Places) -> tuple[str, str, str]:
    """The larger places that a folder is named after, whole names or (for provinces and cities) without their type."""
    if names_in_part(part, places):
        return "", "", ""
    province, city, county = larger_places(part, places)
    return province, city, county
