"""Whose report a document is, and which year it speaks of."""

from collections.abc import Mapping

from extract.flow import Flow
from extract.reading.document import Document, ReadWarning
from extract.report.model import Identity, Outline
from extract.report.places import Places, default_places, township_stem
from extract.report.placing import place
from extract.report.report_year import find_year
from extract.report.sources import Sources, gather
from extract.report.township import find_township, told_province


def identify(
    document: Document,
    flow: Flow,
    outline: Outline,
    overrides: Mapping[str, str] | None = None,
    places: Places | None = None,
) -> tuple[Identity, list[ReadWarning]]:
    """The report's township, its larger places, its year and publish date, with a warning for what stays unknown or doubtful.

    `overrides` is the report's row of identity.csv: what it tells goes before everything else.
    """
    places = places or default_places()
    told = {key: value.strip() for key, value in (overrides or {}).items() if value and value.strip()}
    sources = gather(document, flow.clean, outline)
    identity = Identity(published=sources.published)
    warnings = _name(identity, told, sources, flow.clean, places)
    if "year" in told:
        identity.year = int(told["year"])
    else:
        identity.year, doubts = find_year(sources, flow.clean, outline)
        warnings += doubts
    return identity, warnings


def _name(identity: Identity, told: Mapping[str, str], sources: Sources, clean: str, places: Places) -> list[ReadWarning]:
    """Fills in whose report it is."""
    warnings: list[ReadWarning] = []
    named, against = find_township(sources, clean, places)
    # What the text tells of larger places is of no use for another township.
    if named and township_stem(told.get("township", named.township)) == township_stem(named.township):
        identity.township = named.township
        identity.county, identity.city, identity.province = named.county, named.city, named.province
    if against and "township" not in told:
        others = "、".join(sorted({other.township for other in against}))
        warnings.append(ReadWarning("township-conflict", f"{identity.township} is taken, but {others} is named too."))
    for field in ("township", "county", "city", "province"):
        setattr(identity, field, told.get(field, getattr(identity, field)))
    if not identity.township:
        message = "Neither the text nor the file and folder names tell whose report this is; add a row to identity.csv."
        return [*warnings, ReadWarning("township-unknown", message)]
    if not (identity.county or identity.city or identity.province):
        identity.province = told_province(clean, places)
    return warnings + place(identity, places)
