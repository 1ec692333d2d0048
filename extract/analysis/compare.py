"""Townships side by side for a year: rank, quartile, group median, share, per-village values, and what may be compared."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from extract.analysis.comparability import notes_of
from extract.analysis.derived import with_derived
from extract.analysis.facts import settled
from extract.analysis.places import WHO, series_of
from extract.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from extract.library.model import Library

GROUPS = ("all", "county", "peers", "size")
#: the columns of the table, in their order
COMPARE = (
    "township county city province division_code year metric metric_zh metric_en category value value_high qualifier unit"
    " resolution scope group rank of quartile group_median share per_village per_1000 comparable id report figure sentence"
    " start end"
).split()
_RATE = "%"
_PEER_COLUMNS = ("peer_group", "group")


def compare(
    observations: pd.DataFrame,
    year: int | None = None,
    *,
    library: Library | None = None,
    reports: pd.DataFrame | None = None,
    group: str = "all",
    townships: pd.DataFrame | None = None,
    peers: Collection[str] = (),
    metrics: Collection[str] = (),
) -> pd.DataFrame:
    """One row for each township and metric of the year, placed among the others of its group.

    `group` is all, county, peers (those named, or the `peer_group` column of `townships`) or size (thirds by population, else by
    villages). Rank 1 is best: the least where less is better, else the most. Two townships that say the same share a rank;
    what conflicts or counts another unit has none. Without a year, every year is compared within itself.
    """
    check_group(group)
    frame = rows_of_year(observations, year, reports, library)
    frame = frame.merge(_sizes(frame, townships), on=["series", "year"], how="left")
    frame["group"] = _groups(frame, group, townships, peers)
    if frame["group"].isna().any():
        frame = frame[frame["group"].notna()].copy()
    if metrics:
        frame = frame[frame["metric"].isin(list(metrics))].copy()
    _place(frame, library)
    _relate(frame)
    frame["comparable"] = notes_of(frame)
    frame["_order"] = _positions(frame["metric"], library)
    frame = frame.sort_values(
        ["year", "group", "_order", "metric", "rank", "county", "township", "value", "report", "start"], kind="stable"
    )
    for column in COMPARE:
        if column not in frame:
            frame[column] = pd.Series([""] * len(frame), index=frame.index, dtype="string")
    return frame[COMPARE].reset_index(drop=True)


def check_group(group: str) -> None:
    """Refuses a group that there is not."""
    if group not in GROUPS:
        raise UsageError(
            f"There is no group {group!r}. Allowed: {', '.join(GROUPS)}.", f"没有“{group}”这种分组。可用：{'、'.join(GROUPS)}。"
        )


def rows_of_year(
    observations: pd.DataFrame, year: int | None, reports: pd.DataFrame | None = None, library: Library | None = None
) -> pd.DataFrame:
    """The settled observations of a year (of all without one), with series, derived metrics and no unknown township."""
    known = report_years(observations) if reports is None else reports
    series = series_of(known).merge(known[["report", "year"]].rename(columns={"year": "report_year"}), on="report")
    wanted = observations["year"].notna() if year is None else observations["year"].eq(year).fillna(False)
    frame = settled(observations[wanted], series)
    return frame if library is None or frame.empty else with_derived(frame, library)


def report_years(observations: pd.DataFrame) -> pd.DataFrame:
    """The reports as far as their observations tell: each of the latest year that it states for itself."""
    own = observations[observations["resolution"] != "restated"]
    frame = observations[["report", *WHO]].drop_duplicates("report")
    years = own.groupby("report")["year"].max().rename("year").reset_index()
    return frame.merge(years, on="report", how="left")


def _sizes(frame: pd.DataFrame, townships: pd.DataFrame | None) -> pd.DataFrame:
    """Population and villages of each series and year: as the report says, else as townships.csv does."""
    keys = frame[["series", "year", "township", "county"]].drop_duplicates(["series", "year"])
    for name in ("population", "villages"):
        stated = frame[(frame["metric"] == name) & (frame["resolution"] != "conflict")]
        stated = stated[["series", "year", "value"]].drop_duplicates(["series", "year"]).rename(columns={"value": name})
        keys = keys.merge(stated, on=["series", "year"], how="left")
    if townships is not None:
        by = (
            ["county", "township"]
            if "county" in townships and townships["county"].astype(str).str.len().gt(0).all()
            else ["township"]
        )
        held = townships.drop_duplicates(by)
        for name in ("population", "villages"):
            if name in held:
                told = keys[by].astype(str).merge(held[[*by, name]].astype(dict.fromkeys(by, str)), on=by, how="left")[name]
                keys[name] = keys[name].fillna(pd.Series(pd.to_numeric(told, errors="coerce").to_numpy(), index=keys.index))
    return keys.drop(columns=["township", "county"])


def _groups(frame: pd.DataFrame, group: str, townships: pd.DataFrame | None, peers: Collection[str]) -> Any:
    """The group that each row is placed in; None leaves it out."""
    if group == "county":
        return (frame["city"].fillna("") + frame["county"].fillna("")).replace("", "?")
    if group == "size":
        return _thirds(frame)
    if group == "peers" and peers:
        return pd.Series("peers", index=frame.index).where(frame["township"].isin(list(peers)))
    if group == "peers":
        column = peer_column(townships)
        assert townships is not None
        return frame["township"].map(townships.drop_duplicates("township").set_index("township")[column])
    return pd.Series("all", index=frame.index)


def peer_column(townships: pd.DataFrame | None) -> str:
    """The column of townships.csv that names peer groups."""
    held = townships.columns if townships is not None else ()
    for name in _PEER_COLUMNS:
        if name in held:
            return name
    raise UsageError(
        "Peers need names, or a townships.csv with a column `peer_group`.",
        "peers 分组需要列出乡镇，或在 townships.csv 中写 peer_group 列。",
    )


def thirds(sizes: pd.DataFrame, stated: Mapping[str, int]) -> Any:
    """small, middle or large among the townships of the year; unknown where neither population nor villages is known.

    The measure is what more values can be held against; `stated` says how many.
    """
    measure = "population" if stated["population"] >= stated["villages"] else "villages"
    place = sizes.groupby("year")[measure].rank(pct=True, method="average")
    return np.select([place <= 1 / 3, place <= 2 / 3, place.notna()], ["small", "middle", "large"], "unknown size")


def _thirds(frame: pd.DataFrame) -> Any:
    sizes = frame.drop_duplicates(["series", "year"])
    words = thirds(sizes, {name: int(frame[name].notna().sum()) for name in ("population", "villages")})
    named = sizes[["series", "year"]].assign(_size=words)
    return frame[["series", "year"]].merge(named, on=["series", "year"], how="left")["_size"].set_axis(frame.index)


def _place(frame: pd.DataFrame, library: Library | None) -> None:
    """Adds rank, of, quartile and group_median."""
    by = ["year", "group", "metric"]
    usable = (frame["resolution"] != "conflict") & frame["value"].notna() & (frame["unit"] == _ranked_unit(frame, library))
    frame["_usable"] = usable
    less = {name for name, better, _ in _measures(library) if better == "less"}
    sign = np.where(frame["metric"].isin(less), 1.0, -1.0)
    frame["_sorted"] = (frame["value"] * sign).where(usable)
    groups = frame.groupby(by, sort=False)
    frame["rank"] = groups["_sorted"].rank(method="min").astype("Int64")
    frame["of"] = groups["_usable"].transform("sum").astype("Int64").where(usable)
    share = groups["_sorted"].rank(method="min", pct=False).sub(1) / frame["of"].astype("Float64")
    frame["quartile"] = ((share.astype("Float64") * 4) // 1 + 1).astype("Int64").where(frame["of"] >= 4)
    frame["_value"] = frame["value"].where(usable)
    frame["group_median"] = groups["_value"].transform("median")


def _ranked_unit(frame: pd.DataFrame, library: Library | None) -> Any:
    """The unit that a metric is ranked in: the library's, else the commonest."""
    if library is not None:
        return frame["metric"].map({name: unit for name, _, unit in _measures(library)})
    return frame.groupby("metric")["unit"].transform(lambda units: units.mode().iloc[0] if len(units.mode()) else "")


def _measures(library: Library | None) -> list[tuple[str, str, str]]:
    """Id, better and unit of every metric, read or computed."""
    if library is None:
        return []
    read = [(m.id, m.better, m.unit) for m in library.metrics.values()]
    return read + [(m.id, m.better, m.unit) for m in library.derived.values()]


def _relate(frame: pd.DataFrame) -> None:
    """Adds share of the group's total and the values per village and per 1000 people, which are computed, never stated."""
    counts = frame["_usable"] & (frame["unit"] != _RATE) & (frame["resolution"] != "derived")
    total = frame["value"].where(counts).groupby([frame["year"], frame["group"], frame["metric"]]).transform("sum")
    frame["share"] = (100 * frame["value"] / total.where(total > 0)).where(counts).round(2)
    sized = counts & ~frame["metric"].isin(["population", "villages"])
    frame["per_village"] = (frame["value"] / frame["villages"].where(frame["villages"] > 0)).where(sized).round(4)
    frame["per_1000"] = (1000 * frame["value"] / frame["population"].where(frame["population"] > 0)).where(sized).round(4)


def _positions(metrics: Any, library: Library | None) -> Any:
    """The library's order, so that a table reads like the codebook."""
    if library is None:
        return 0
    places = {name: n for n, name in enumerate((*library.metrics, *library.derived))}
    return metrics.map(places).fillna(len(places))
