"""The command places: what the register of divisions holds of a name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from extract.cli_common import (
    FORMATS,
    FormatOption,
    LangOption,
    LibraryOption,
    argument,
    check_format,
    option,
    print_rows,
    say,
    told,
)
from extract.errors import UsageError

if TYPE_CHECKING:
    from extract.report.places import Places

places_app = typer.Typer()
_COLUMNS = ("code", "township", "county", "city", "province", "county_formerly")


@places_app.command(help="places")
def places(
    names: Annotated[list[str], argument("place names")],
    county: Annotated[str, option("in county", "--county")] = "",
    city: Annotated[str, option("in city", "--city")] = "",
    province: Annotated[str, option("in province", "--province")] = "",
    library: LibraryOption = None,
    lang: LangOption = None,
    format: FormatOption = None,
) -> None:
    """Looks names and codes up in the register of divisions."""
    with told():
        from extract.report.lookup import look_up
        from extract.report.places import default_places

        check_format(format, FORMATS)
        register = default_places()
        _check(register, county, city, province)
        rows: dict[str, tuple[str, ...]] = {}
        notes = []
        for name in names:
            if not name.strip():
                raise UsageError("Name a township, a county or a code.", "请写出乡镇、县区的名称或代码。")
            answer = look_up(name, register, county, city, province)
            for division in answer.found:
                formerly = " ".join(register.former_names(division))
                place = (division.township, division.county, division.city, division.province, formerly)
                rows[division.code] = (division.code, *place)
            if not answer.found:
                near = say("list").join(f"{d.province}{d.city}{d.county}{d.township}" for d in answer.near)
                notes.append(say("place unknown", name) + (say("place near", near) if near else ""))
            elif len(answer.found) > 1 and len({division.township for division in answer.found}) == 1:
                notes.append(say("place ambiguous", name, len(answer.found)))
        if rows or format in ("csv", "json"):
            print_rows(format or "table", _COLUMNS, rows.values())
        for note in notes:
            typer.echo(say("warning", note), err=True)


def _check(register: Places, county: str, city: str, province: str) -> None:
    """Refuses a larger place that the register does not hold: nothing would be found in it."""
    held = {
        "county": (county, register.counties(county)),
        "city": (city, register.city(city) or register.counties(city) or register.province(city)),
        "province": (province, register.province(province)),
    }
    for kind, (name, found) in held.items():
        if name and not found:
            raise UsageError(f"The register holds no {kind} {name!r}.", f"区划名录中没有“{name}”。")
