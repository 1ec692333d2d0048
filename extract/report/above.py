"""Which county a report speaks of as the one above its township: 在鲁山县委、县政府的坚强领导下."""

import re
from collections import Counter

from extract.report.names import NO_PLACE, Named, larger_places
from extract.report.places import Places
from extract.report.verbs import ends_with_verb

# 鲁山县委、县政府, 鲁山县依法治县办: who is above the township. 全县, 市县, 按照县委 and the like name nobody.
_ABOVE = re.compile(r"[县区市旗](?=[县区市旗]?(?:委|人民政府|政府|人大|司法局)|(?:全面)?依法治[县区市旗])")
#: as long as the longest name of a county, 积石山保安族东乡族撒拉族自治县, and a word before it
_LONGEST = 18
_WORD_END = re.compile(rf"[一-鿿]{{3,{_LONGEST}}}\Z")
_BEFORE_ABOVE = re.compile(
    r"\A.*(?:在|按照|根据|依据|对照|围绕|紧扣|结合|接受|配合|经|由|向|受|对|为|将|和|与|及|以来|落实|贯彻|执行|完成|推动|坚持|服从)(?=[一-鿿]{2})"
)
#: 关于报送年度报告的函博罗县委……: a title that a page's layout has run into the line to whom it is sent
_TITLE_BEFORE = re.compile(r"\A.*(?:报告|总结|汇报|请示|的函)(?=[一-鿿]{2,}[县区市旗])")
_NOBODY = re.compile(
    r"(?:.*(?:全|我|本|各|该|两|省|市|县|级|中央|自治区|设|照|据|实|彻|行|绕|扣|合|受|在|由|对|向|经|通过|过|与|和|按|被|了|的|从|报|得|获|请|送|赴|到|派"
    r"|交|转|让|邀|陪|见|找|听|接|迎|跟|随|年来|以来)|我.*|[一-鿿])[县区市旗]\Z"
    rf"|{NO_PLACE}"
)
#: where a county unknown to the register must be named to be one: behind such a word, at the head of a line, behind a label
_TOLD_BEHIND = re.compile(r"(?:[在受按经]|[按遵依][照据]|根据|[\n:：])\Z")
#: 赴安吉县委党校培训: where they went is not where they live
_WENT_TO = re.compile(r"(?:赴|前往|走进|来到|考察|学习|借鉴|参观|观摩)\Z")
#: 在奈曼旗委、旗政府的坚强领导下
_LEADERSHIP = "[委人民政府、，和县区市旗]{1,12}的?(?:坚强|正确|统一|有力)?领导下"


def county_above(named: Named, text: str, places: Places) -> str:
    """The county whose committee or government the text speaks of as the one above, if the register does not object."""
    known = bool(places.lookup(named.township))
    counts: Counter[str] = Counter()
    for found in _ABOVE.finditer(text):
        word = _WORD_END.search(text, max(0, found.end() - _LONGEST), found.end())
        if word is None:
            continue
        above = _TITLE_BEFORE.sub("", word.group())
        county = larger_places(above, places)[2]
        held = places.is_county(county)
        if not held:
            county = _BEFORE_ABOVE.sub("", above)
            held = places.is_county(places.whole_county(county))
        start = found.end() - len(county)
        if len(county) < 3 or (not held and (len(county) > 12 or _NOBODY.match(county) or places.is_city(county))):
            continue
        # 会同县 is a county of Hunan, and 会同县司法局 what every township does; 达尔罕茂明安联合旗 is nothing else.
        if (
            (not held or len(county) == 3)
            and ends_with_verb(county[:-1])
            and not (known and places.candidates(named.township, county))
        ):
            continue
        before = text[max(0, start - 2) : start]
        if _WENT_TO.search(before) if held else before and not _TOLD_BEHIND.search(before):
            continue
        counts[county] += 1
    for county, _count in counts.most_common(3):
        if places.is_county(county):
            if not known or places.candidates(named.township, county, named.city, named.province):
                return county
        elif len(county) <= 4:
            return county
    # The register holds a township of this name elsewhere only: the county that the text obeys is the better witness.
    obeyed = (county for county, _count in counts.most_common(3) if places.is_county(county))
    return next((county for county in obeyed if re.search(county + _LEADERSHIP, text)), "")
