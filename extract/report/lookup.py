"""Questions to the register of divisions as people ask them: by name, by county, by code, by a name that is nearly right."""

from dataclasses import dataclass
from difflib import get_close_matches

from extract.report.names import larger_places
from extract.report.places import Division, Places, plain_name, township_stem

_TYPES = ("镇", "乡", "街道", "地区", "苏木", "民族乡", "族乡")
_LIKENESS = 0.6
_MOST_NEAR = 5


@dataclass(frozen=True, slots=True)
class Answer:
    """The townships that fit; where none does, those whose names are near."""

    found: tuple[Division, ...]
    near: tuple[Division, ...] = ()


@dataclass(frozen=True, slots=True)
class _Where:
    county: str = ""
    city: str = ""
    province: str = ""


def look_up(question: str, places: Places, county: str = "", city: str = "", province: str = "") -> Answer:
    """What the register holds for a code or its beginning, a township with or without its type and county, or a larger place."""
    words = "".join(question.split())
    if words.isascii() and words.isdigit():
        return Answer(places.with_code(words))
    where = _Where(county, places.city(city) or city, places.province(province) or province)
    if not words:
        return Answer(())
    for size in range(len(words), 0, -1):
        name, before = words[len(words) - size :], words[: len(words) - size]
        inside = _within(before, where, places)
        if inside is None:
            continue
        found = _named(name, inside, places)
        if found:
            return Answer(found)
    whole = _all_of(words, where, places)
    return Answer(whole) if whole else Answer((), _near(words, where, places))


def _within(before: str, where: _Where, places: Places) -> _Where | None:
    """The larger places that the words before a name tell, with those told already; None where they are no places."""
    if not before:
        return where
    province, city, county = larger_places(before, places)
    told = _Where(where.county or county, where.city or places.city(city) or city, where.province or province)
    known = (
        bool(told.county and places.counties(told.county, told.city, told.province))
        or bool(told.city and places.is_city(told.city))
        or bool(not city and not county and _is_province(before, places))
    )
    return told if known else None


def _named(name: str, where: _Where, places: Places) -> tuple[Division, ...]:
    """The townships of that name, a type left out or a changed one seen through where the county is told."""
    exact = places.candidates(name, where.county, where.city, where.province)
    if exact or plain_name(name) in places:
        return exact
    found = {
        division.code: division
        for kind in _TYPES
        for division in places.candidates(name + kind, where.county, where.city, where.province)
        if len(name) > 1 and township_stem(division.township) == name
    }
    return tuple(found[code] for code in sorted(found))


def _all_of(words: str, where: _Where, places: Places) -> tuple[Division, ...]:
    """All townships of a county, a city or a province."""
    province, city, county = larger_places(words, places)
    county, city, province = where.county or county, where.city or city, where.province or province
    if county and places.counties(county, city, province):
        return places.townships_of(county, city, province)
    if city and places.is_city(places.city(city)):
        return places.townships_of("", places.city(city), province)
    return places.townships_of("", "", words) if _is_province(words, places) else ()


def _is_province(words: str, places: Places) -> bool:
    """Whether the words are a province, whole or short, and nothing else."""
    whole = places.province(words)
    return bool(whole) and whole.startswith(words)


def _near(words: str, where: _Where, places: Places) -> tuple[Division, ...]:
    """The townships whose names look most like what was asked for, first those that changed only their type."""
    name = words
    for size in range(1, len(words) - 1):
        if words[size - 1] in "省市县区旗州盟" and _within(words[:size], where, places) is not None:
            name = words[size:]
    inside = _within(words[: len(words) - len(name)], where, places) or where
    told = places.townships_of(inside.county, inside.city, inside.province)
    letters = set(township_stem(name))
    names = sorted({division.township for division in told if letters & set(division.township)})
    stem = township_stem(plain_name(name))
    close = [known for known in names if township_stem(known) == stem]
    alike = get_close_matches(name, names, n=10 * _MOST_NEAR, cutoff=_LIKENESS)
    # a wrong character leaves the others where they are: 湾沟镇 is nearer to 湾勾镇 than 龙湾镇 is
    alike.sort(
        key=lambda known: (-sum(one == other for one, other in zip(known, name, strict=False)), abs(len(known) - len(name)))
    )
    close += [known for known in alike if known not in close]
    wanted = {known: place for place, known in enumerate(close)}
    return tuple(sorted((d for d in told if d.township in wanted), key=lambda d: (wanted[d.township], d.code))[:_MOST_NEAR])
