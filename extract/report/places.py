"""The register of divisions: which townships there are, and where."""

import re
import zlib
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

_REGISTER = Path(__file__).with_name("data") / "divisions.txt.gz"
_GZIP = 31  # zlib's word for data with a gzip head

# The peoples whose names autonomous areas and ethnic townships carry, longest first.
_PEOPLES = (
    "塔吉克|乌孜别克|俄罗斯|鄂温克|鄂伦春|哈萨克|维吾尔|柯尔克孜|达斡尔|塔塔尔|蒙古|土家|布依|朝鲜|纳西|仡佬|拉祜|傈僳|景颇|布朗|撒拉|毛南|锡伯|阿昌|普米|德昂"
    "|保安|裕固|门巴|珞巴|基诺|仫佬|赫哲|独龙|哈尼|各"
)
_PEOPLE = re.compile(
    rf"(?:(?:{_PEOPLES})族?|(?:东乡|高山|[回满壮苗瑶彝侗白傣黎佤畲水土羌怒京藏])族)+(?=(?:民族)?[乡镇]|自治[县州旗区])"
)
_TOWNSHIP_TYPE = re.compile(r"(?:街道办事处|街道|地区办事处|办事处|街办|民族乡|族乡|乡|镇|苏木)$")
_COUNTY_TYPE = re.compile(r"(?:自治县|自治旗|特区|林区|新区|县|区|市|旗)$")
_CITY_TYPE = re.compile(r"(?:自治州|地区|市|州|盟)$")
_OFFICE = re.compile(r"(?:人民政府|镇政府|办事处|党工委|党委|委员会)$")
SHORT_PROVINCES = frozenset(
    "北京|天津|河北|山西|内蒙古|辽宁|吉林|黑龙江|上海|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|重庆|四川|贵州|云南|西藏"
    "|陕西|甘肃|青海|宁夏|新疆".split("|")
)
MUNICIPALITIES = ("北京市", "天津市", "上海市", "重庆市")


@dataclass(frozen=True, slots=True)
class Division:
    """A township with its 12-digit code and what it belongs to; `city` is empty where the county stands under the province."""

    code: str
    township: str
    county: str
    city: str
    province: str


class County(NamedTuple):
    """A county of the register: its 6-digit code, and which of the townships are its own."""

    code: str
    name: str
    city: str
    province: str
    first: int
    end: int


@lru_cache(maxsize=8192)
def township_stem(name: str) -> str:
    """A township's name without its type, which changes as it grows: 白鹭乡, 白鹭镇 and 白鹭街道 share 白鹭."""
    stem = _TOWNSHIP_TYPE.sub("", _PEOPLE.sub("", name))
    return stem or name


def county_stem(name: str) -> str:
    """A county's name without its type; a name of one letter keeps it (任县)."""
    stem = _COUNTY_TYPE.sub("", _PEOPLE.sub("", name))
    return stem if len(stem) > 1 else name


@lru_cache(maxsize=4096)
def city_stem(name: str) -> str:
    """A city's or prefecture's name without its type."""
    stem = _CITY_TYPE.sub("", _PEOPLE.sub("", name))
    return stem if len(stem) > 1 else name


class Places:
    """The register, read once; every question is answered from memory."""

    def __init__(self, path: Path = _REGISTER) -> None:
        counties, townships, numbers, bare_cities, former = (
            block.split("\n") for block in zlib.decompress(path.read_bytes(), _GZIP).decode().split("\f")
        )
        sizes = [line.count(" ") + 1 if line else 0 for line in townships]
        self._ends = list(accumulate(sizes))
        self._names = " ".join(filter(None, townships)).split(" ")
        self._numbers = " ".join(filter(None, numbers)).split(" ")
        self._index_names()
        self._counties = []
        for row, end, size in zip(counties, self._ends, sizes, strict=True):
            code, name, city, province = row.split(" ")
            self._counties.append(County(code, name, "" if city == "-" else city, province, end - size, end))
        self._index_counties(former)
        self._cities = {county.city: county.province for county in self._counties if county.city}
        #: the cities whose towns are in no county
        self.bare_cities = tuple(row.split(" ")[1] for row in bare_cities)
        for row in bare_cities:
            _code, city, province = row.split(" ")
            self._cities[city] = province
        self._provinces = {county.province for county in self._counties} | set(self._cities.values())

    def _index_names(self) -> None:
        """Most names are one township's: a list for each of the 30,000 would take most of the time of loading."""
        self._last = dict(zip(self._names, range(len(self._names)), strict=True))
        last = self._last
        self._others: dict[str, list[int]] = {}
        for index in [index for index, name in enumerate(self._names) if last[name] != index]:
            self._others.setdefault(self._names[index], []).append(index)

    def _index_counties(self, former: list[str]) -> None:
        self._by_county: dict[str, list[County]] = {}
        self._former: dict[str, tuple[str, ...]] = {}
        for county in self._counties:
            self._by_county.setdefault(county.name, []).append(county)
        by_code = {county.code: county for county in self._counties}
        for row in former:
            name, code = row.split(" ")
            self._by_county.setdefault(name, []).append(by_code[code])
            self._former[code] = (*self._former.get(code, ()), name)

    def _named(self, name: str) -> list[int]:
        """The places in the register of every township of that name."""
        return [*self._others.get(name, ()), self._last[name]] if name in self._last else []

    @cached_property
    def _county_stems(self) -> dict[str, list[County]]:
        stems: dict[str, list[County]] = {}
        for county in self._counties:
            stems.setdefault(county_stem(county.name), []).append(county)
        return stems

    @cached_property
    def _province_heads(self) -> dict[str, str]:
        return {province[:2]: province for province in sorted(self._provinces, reverse=True)}

    @cached_property
    def _city_stems(self) -> dict[str, str]:
        return {city_stem(city): city for city in self._cities}

    def __len__(self) -> int:
        return len(self._names)

    def __contains__(self, township: str) -> bool:
        return township in self._last

    def lookup(self, name: str) -> tuple[Division, ...]:
        """Every township of that name, in the order of their codes; offices and bodies count as their township."""
        return tuple(self._division(index) for index in self._named(plain_name(name)))

    def candidates(self, township: str, county: str = "", city: str = "", province: str = "") -> tuple[Division, ...]:
        """The townships that fit what is told. In a known county or city a changed type is seen through (白鹭乡, now 白鹭镇)."""
        name = plain_name(township)
        if county:
            told = self.counties(county, city, province)
            exact = tuple(self._division(i) for i in self._named(name) if any(c.first <= i < c.end for c in told))
            return exact or self._of_stem(name, told)
        fitting = [i for i in self._named(name) if self._fits(self._county_of(i), city, province)]
        if fitting or not city:
            return tuple(self._division(index) for index in fitting)
        return self._of_stem(name, [found for found in self._counties if self._fits(found, city, province)])

    def resolve(self, township: str, county: str = "", city: str = "", province: str = "") -> Division | None:
        """The one township that fits what is told; None when none does or more than one."""
        found = self.candidates(township, county, city, province)
        return found[0] if len(found) == 1 else None

    def with_code(self, code: str) -> tuple[Division, ...]:
        """The townships whose code begins so; a village's code is in its township."""
        wanted = code[:9]
        return tuple(
            division
            for county in self._counties
            if county.code.startswith(wanted[:6]) or wanted.startswith(county.code)
            for division in map(self._division, range(county.first, county.end))
            if division.code.startswith(wanted)
        )

    def townships_of(self, county: str = "", city: str = "", province: str = "") -> tuple[Division, ...]:
        """All townships of a county, a city or a province; of the whole country where none is told."""
        told = self.counties(county, city, province) if county else [c for c in self._counties if self._fits(c, city, province)]
        return tuple(self._division(index) for found in told for index in range(found.first, found.end))

    def former_names(self, division: Division) -> tuple[str, ...]:
        """The names that the township's county had before."""
        return self._former.get(division.code[:6], ())

    def counties(self, name: str, city: str = "", province: str = "") -> list[County]:
        """The counties of that name, present or former, that stand under the city and province told; a bare stem will do."""
        found = self._by_county.get(name) or self._county_stems.get(county_stem(name), [])
        return [county for county in found if self._fits(county, city, province)]

    def whole_county(self, name: str) -> str:
        """A county's name as the register has it; what is told may leave out the peoples of an autonomous one (镇沅县)."""
        if self.is_county(name) or name[-1:] not in ("县", "旗"):
            return name
        autonomous = [county.name for county in self.counties(name) if county.name.endswith("自治" + name[-1])]
        return autonomous[0] if len(autonomous) == 1 else name

    def is_county(self, name: str) -> bool:
        """Whether the register holds a county of exactly that name, present or former."""
        return name in self._by_county

    def city(self, name: str) -> str:
        """The full name of a city, whether or not its type is told; empty when there is none."""
        return name if name in self._cities else self._city_stems.get(city_stem(name), "")

    def is_city(self, name: str) -> bool:
        """Whether the register holds a city or prefecture of exactly that name."""
        return name in self._cities

    def province_of(self, city: str) -> str:
        """The province of a city; empty when the register does not hold it."""
        return self._cities.get(self.city(city), "")

    def province(self, name: str) -> str:
        """The full name of a province told in whatever length (广西); empty when there is none."""
        if len(name) < 2:
            return ""
        return self._province_heads.get(name[:2], "")

    def _fits(self, county: County, city: str, province: str) -> bool:
        if province and county.province[:2] != province[:2]:
            return False
        if not city:
            return True
        stem = city_stem(city)
        # A city told may be the county-level city itself, or the municipality that stands for the province.
        return stem in (city_stem(county.city), county_stem(county.name), city_stem(county.province))

    def _of_stem(self, township: str, counties: list[County]) -> tuple[Division, ...]:
        stem = township_stem(township)
        return tuple(
            self._division(index)
            for county in counties
            for index in range(county.first, county.end)
            if self._names[index].startswith(stem) and township_stem(self._names[index]) == stem
        )

    def _county_of(self, index: int) -> County:
        return self._counties[bisect_right(self._ends, index)]

    def _division(self, index: int) -> Division:
        county = self._county_of(index)
        return Division(f"{county.code}{self._numbers[index]}000", self._names[index], county.name, county.city, county.province)


def plain_name(name: str) -> str:
    """A township's name without the office that speaks for it: 城东街道办事处 is 城东街道."""
    plain = _OFFICE.sub("", name)
    return plain if plain == name or _TOWNSHIP_TYPE.search(plain) else name


@cache
def default_places() -> Places:
    """The vendored register, read at the first question."""
    return Places()
