"""The township's place in the register: code and larger places, where what is told leaves one choice."""

import re

from extract.reading.document import ReadWarning
from extract.report.model import Identity
from extract.report.places import Division, Places

# Zones that administer townships but are no divisions of the register.
_ZONE = re.compile(r"(?:开发|高新|经开|工业园|园|新|管理|示范|度假|风景|风景名胜|保税|自贸|试验|功能|合作|生态|产业)区\Z")


def place(identity: Identity, places: Places) -> list[ReadWarning]:
    """Fills code and larger places from the register; warns when it holds no such township, or several."""
    if identity.city:
        identity.city = places.city(identity.city) or identity.city
    if identity.province:
        identity.province = places.province(identity.province) or identity.province
    found = _candidates(identity, places)
    if len(found) == 1:
        _fill(identity, found[0], places)
        return []
    if found:
        where = "、".join(f"{division.province}{division.city}{division.county}" for division in found[:3])
        _fill_shared(identity, found)
        return [
            ReadWarning(
                "place-ambiguous",
                f"{identity.township}: {len(found)} townships fit ({where}…); name the county in identity.csv or in a folder.",
            )
        ]
    _fill_from_county(identity, places)
    return [ReadWarning("place-unknown", f"The register of divisions does not hold {identity.county}{identity.township}.")]


def _candidates(identity: Identity, places: Places) -> tuple[Division, ...]:
    county = identity.county
    if county and not places.counties(county, identity.city, identity.province):
        if not _ZONE.search(county) or not (identity.city or identity.province):
            return ()
        county = ""
    return places.candidates(identity.township, county, identity.city, identity.province)


def _fill(identity: Identity, division: Division, places: Places) -> None:
    identity.division_code = division.code
    if not identity.county or (not _ZONE.search(identity.county) and not places.is_county(identity.county)):
        identity.county = division.county
    identity.city = division.city
    identity.province = division.province


def _fill_shared(identity: Identity, found: tuple[Division, ...]) -> None:
    """Several townships fit, but a county that is told may still lie in one city."""
    if not identity.county:
        return
    if len({division.city for division in found}) == 1:
        identity.city = found[0].city
    if len({division.province for division in found}) == 1:
        identity.province = found[0].province


def _fill_from_county(identity: Identity, places: Places) -> None:
    """A township the register does not hold still lies where its county lies."""
    if identity.county:
        identity.county = places.whole_county(identity.county)
        counties = places.counties(identity.county, identity.city, identity.province) if places.is_county(identity.county) else []
        if len(counties) == 1:
            identity.city, identity.province = counties[0].city, counties[0].province
    elif identity.city and not identity.province:
        identity.province = places.province_of(identity.city)
