"""`compare` straight from a store: the same table as `analysis/compare.py` makes, of a year of the country in seconds."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
import pyarrow as pa

from extract.analysis.compare import COMPARE, check_group, peer_column, thirds
from extract.analysis.keys import first_rows, letters_of
from extract.corpus.asked import Asked
from extract.corpus.columns import Array, Columns, Words, looked_up, runs, taken

if TYPE_CHECKING:
    from extract.library.model import Library

_BASE = 10_000
#: the words of `comparable`, in the order they are said
_NOTES = ("conflict", "unit", "exactness", "range", "part", "restated", "computed", "imported", "doubtful")
_PLACE = ("township", "county", "city", "province", "division_code")


def compare_store(
    asked: Asked,
    year: int | None,
    library: Library,
    *,
    group: str = "all",
    townships: pd.DataFrame | None = None,
    peers: Collection[str] = (),
    metrics: Sequence[str] = (),
    only: Sequence[str] = (),
) -> pd.DataFrame:
    """The table of `compare` without its sentences and figures; `only` keeps the rows of these townships."""
    check_group(group)
    where, values = ("f.year = ?", [year]) if year is not None else ("f.year IS NOT NULL", [])
    if metrics and group != "size":
        where += f" AND {asked.numbers_of(_needed(metrics, library))}"
    rows = asked.with_derived(asked.values(where, values), library)
    return compare_columns(
        rows, asked.reports(), library, group=group, townships=townships, peers=peers, metrics=metrics, only=only
    )


def compare_columns(
    rows: Columns,
    reports: Columns,
    library: Library,
    *,
    group: str = "all",
    townships: pd.DataFrame | None = None,
    peers: Collection[str] = (),
    metrics: Sequence[str] = (),
    only: Sequence[str] = (),
    texts: Mapping[str, Any] | None = None,
) -> pd.DataFrame:
    """The same of values with their derived metrics that are at hand.

    `texts` holds the sentences and figures, where they are at hand too; `row` says which of them are a value's.
    """
    check_group(group)
    place: Array = np.asarray(np.searchsorted(reports["number"], rows["number"]))
    sizes = _sizes(rows, reports, place, townships)
    groups = _groups(rows, reports, place, sizes, group, townships, peers)
    keep = groups.codes >= 0
    if metrics:
        keep &= rows["metric"].among(metrics)
    if not keep.all():
        chosen = np.flatnonzero(keep)
        rows, place, groups = taken(rows, chosen), place[chosen], groups.take(chosen)
        sizes = {name: cells[chosen] for name, cells in sizes.items()}
    order = {name: n for n, name in enumerate((*library.metrics, *library.derived))}
    rows["order"] = rows["metric"].mapped(order, len(order)).astype(np.int64)
    placed = _placed(rows, groups, library)
    placed |= _related(rows, placed, sizes)
    wanted = _sorted(rows, reports, place, groups, placed)
    if only:
        wanted = wanted[reports["township"].among(only)[place[wanted]]]
    return _table(rows, reports, place, groups, placed, wanted, library, texts or {})


def _needed(metrics: Sequence[str], library: Library) -> list[str]:
    """The metrics to read: what derived metrics are made from, and the sizes."""
    operands = [name for metric in metrics if metric in library.derived for name in library.derived[metric].operands]
    return [*metrics, *operands, "population", "villages"]


def _key(rows: Columns) -> Array:
    found: Array = rows["series"].astype(np.int64) * _BASE + rows["year"].astype(np.int64)
    return found


def _sizes(rows: Columns, reports: Columns, place: Array, townships: pd.DataFrame | None) -> dict[str, Array]:
    """Population and villages beside each row: as the report says, else as townships.csv does."""
    key = _key(rows)
    sound = ~rows["resolution"].among(["conflict"])
    found = {}
    for name in ("population", "villages"):
        stated = np.flatnonzero(sound & rows["metric"].among([name]))
        known, first = first_rows(key[stated])
        found[name] = looked_up(key, known, rows["value"][stated[first]])
    if townships is not None and len(key):
        names = [column for column in ("population", "villages") if column in townships]
        counties = "county" in townships and townships["county"].astype(str).str.len().gt(0).all()
        held = townships.drop_duplicates(["county", "township"] if counties else ["township"])
        by = (
            zip(held["county"].astype(str), held["township"].astype(str), strict=True)
            if counties
            else held["township"].astype(str)
        )
        rank = {one: n for n, one in enumerate(by)}
        # a township of several names in a year goes by that of the first report
        name_order = np.argsort(np.argsort(reports["report"].order))
        ordered = np.lexsort((rows["start"], name_order[place], key))
        known, first = first_rows(key[ordered])
        first = place[ordered[first]]
        own = zip(_plain(reports["county"], first), _plain(reports["township"], first), strict=True)
        at = np.array([rank.get(one if counties else one[1], -1) for one in own])
        for name in names:
            told = np.append(pd.to_numeric(held[name], errors="coerce").to_numpy(np.float64), np.nan)[at]
            found[name] = np.where(np.isnan(found[name]), looked_up(key, known, told), found[name])
    return found


def _plain(words: Words, rows: Array) -> list[str]:
    return [words.known[code] if code >= 0 else "" for code in words.codes[rows]]


def _groups(
    rows: Columns, reports: Columns, place: Array, sizes: dict[str, Array], group: str, townships: pd.DataFrame | None,
    peers: Collection[str],
) -> Words:  # fmt: skip
    """The group of each row; none leaves it out."""
    if group == "size":
        key = _key(rows)
        known, first = first_rows(key)
        frame = pd.DataFrame({"year": rows["year"][first], **{name: cells[first] for name, cells in sizes.items()}})
        stated = {name: int((~np.isnan(cells)).sum()) for name, cells in sizes.items()}
        words = pa.array(thirds(frame, stated).tolist(), pa.string())
        return Words.of(words).take(np.searchsorted(known, key))
    everything = np.arange(len(reports["number"]))
    names = _plain(reports["township"], everything)
    if group == "county":
        city, county = (_plain(reports[name], everything) for name in ("city", "county"))
        told: list[str | None] = [(one + other) or "?" for one, other in zip(city, county, strict=True)]
    elif group == "peers" and peers:
        told = ["peers" if name in set(peers) else None for name in names]
    elif group == "peers":
        column = peer_column(townships)
        assert townships is not None
        held = townships.drop_duplicates("township").set_index("township")[column].dropna().astype(str).to_dict()
        told = [held.get(name) for name in names]
    else:
        told = ["all"] * len(names)
    return Words.of(pa.array(told, pa.string())).take(place)


def _placed(rows: Columns, groups: Words, library: Library) -> dict[str, Array]:
    """rank, of, quartile and group_median; NaN is nothing."""
    measures = {m.id: (m.unit, m.better) for m in library.metrics.values()}
    measures |= {m.id: (m.unit, m.better) for m in library.derived.values()}
    units = {unit: n for n, unit in enumerate(rows["unit"].known)}
    wanted = rows["metric"].mapped({name: units.get(unit, -2) for name, (unit, _) in measures.items()}, -3)
    usable = ~rows["resolution"].among(["conflict"]) & ~np.isnan(rows["value"]) & (rows["unit"].codes == wanted)
    sign = rows["metric"].mapped({name: 1.0 if better == "less" else -1.0 for name, (_, better) in measures.items()}, -1.0)
    cell = (rows["year"].astype(np.int64) * (len(groups.known) + 1) + groups.codes) * (len(rows["metric"].known) + 1)
    cell += rows["metric"].codes
    count = len(cell)
    found = {name: np.full(count, np.nan) for name in ("rank", "of", "quartile", "group_median", "total")}
    found["cell"], found["usable"] = cell, usable
    held = np.flatnonzero(usable)
    by_value = held[np.lexsort((rows["value"][held] * sign[held], cell[held]))]
    begins, group_of = runs(cell[by_value])
    sizes = np.diff(np.append(begins, len(by_value)))
    at = np.arange(len(by_value)) - begins[group_of]
    ties, tie_of = runs(cell[by_value], rows["value"][by_value])
    rank = at[ties][tie_of] + 1
    found["rank"][by_value] = rank
    of = sizes[group_of]
    found["of"][by_value] = of
    found["quartile"][by_value] = np.where(of >= 4, (rank - 1) / of * 4 // 1 + 1, np.nan)
    value = rows["value"][by_value]
    middle = (value[begins + (sizes - 1) // 2] + value[begins + sizes // 2]) / 2 if len(begins) else value[:0]
    found["group_median"] = looked_up(cell, cell[by_value][begins], middle)
    return found


def _related(rows: Columns, placed: dict[str, Array], sizes: dict[str, Array]) -> dict[str, Array]:
    """share, per_village and per_1000."""
    counts = placed["usable"] & ~rows["unit"].among(["%"]) & ~rows["resolution"].among(["derived"])
    cell = placed["cell"]
    known, number = np.unique(cell, return_inverse=True)
    total = np.bincount(number[counts], rows["value"][counts], len(known))[number]
    value = np.where(counts, rows["value"], np.nan)
    sized = np.where(rows["metric"].among(["population", "villages"]), np.nan, value)
    villages, people = (np.where(sizes[name] > 0, sizes[name], np.nan) for name in ("villages", "population"))
    with np.errstate(divide="ignore", invalid="ignore"):
        return {
            "share": np.round(100 * value / np.where(total > 0, total, np.nan), 2),
            "per_village": np.round(sized / villages, 4),
            "per_1000": np.round(1000 * sized / people, 4),
        }


def _notes(rows: Columns, usable: Array) -> Words:
    """comparable: what must be said when the row is compared."""
    resolution = rows["resolution"]
    conflict = resolution.among(["conflict"])
    tests = (
        conflict,
        ~usable & ~conflict,
        ~rows["qualifier"].among(["exact"]),
        ~np.isnan(rows["value_high"]),
        ~rows["scope"].among(["township"]) | resolution.among(["part"]),
        *(resolution.among([word]) for word in ("restated", "derived", "imported")),
        rows["doubtful"].astype(bool),
    )
    mask = np.zeros(len(usable), dtype=np.int64)
    for bit, test in enumerate(tests):
        mask += test.astype(np.int64) << bit
    known, codes = np.unique(mask, return_inverse=True)
    said = [";".join(word for bit, word in enumerate(_NOTES) if one >> bit & 1) for one in known.tolist()]
    return Words.of(pa.array(said, pa.string())).take(codes)


def _sorted(rows: Columns, reports: Columns, place: Array, groups: Words, placed: dict[str, Array]) -> Array:
    """The rows in the order of the table."""
    # the library's order counts metrics that no row has
    metrics = int(rows["order"].max(initial=0)) + 1
    first = (rows["year"].astype(np.int64) * (len(groups.known) + 1) + groups.order) * metrics + rows["order"]
    rank = np.where(np.isnan(placed["rank"]), np.inf, placed["rank"])
    town = reports["county"].order.astype(np.int64) * (len(reports["township"].known) + 1) + reports["township"].order
    keys = (rows["start"], reports["report"].order[place], rows["value"], town[place], rank, rows["metric"].codes, first)
    found: Array = np.lexsort(keys)
    return found


def _table(
    rows: Columns, reports: Columns, place: Array, groups: Words, placed: dict[str, Array], wanted: Array, library: Library,
    texts: Mapping[str, Any],
) -> pd.DataFrame:  # fmt: skip
    """The columns of `compare`, words held as Arrow holds them."""
    known: dict[str, Any] = {**library.metrics, **library.derived}
    metric = rows["metric"].take(wanted)
    names = {
        column: pa.array([getattr(known[name], attribute) if name in known else "" for name in metric.known], pa.string())
        for column, attribute in (("metric_zh", "zh"), ("metric_en", "en"), ("category", "category"))
    }
    codes = pa.array(metric.codes)
    cells: dict[str, Any] = {column: reports[column].take(place[wanted]).written() for column in (*_PLACE, "report")}
    cells |= {column: words.take(codes) for column, words in names.items()}
    cells["metric"], cells["group"] = metric.written(), groups.take(wanted).written()
    cells["comparable"] = _notes(rows, placed["usable"]).take(wanted).written()
    cells |= {column: rows[column].take(wanted).written() for column in ("qualifier", "unit", "resolution", "scope")}
    cells |= {column: rows[column][wanted] for column in ("value", "value_high", "start", "end")}
    for column in ("group_median", "share", "per_village", "per_1000"):
        cells[column] = placed[column][wanted]
    for column in ("rank", "of", "quartile"):
        number = placed[column][wanted]
        cells[column] = pa.array(np.nan_to_num(number).astype(np.int64), mask=np.isnan(number))
    cells["id"] = hexed(rows["key"][wanted])
    empty = pa.nulls(len(wanted), pa.string()).fill_null("")
    for name in ("figure", "sentence"):
        cells[name] = texts[name].take(pa.array(rows["row"][wanted])) if name in texts else empty
    cells["year"] = pa.array(rows["year"][wanted].astype(np.int64))
    table = pa.table({column: cells[column] for column in COMPARE})
    frame: pd.DataFrame = table.to_pandas()
    whole = ("year", "rank", "of", "quartile")
    return frame.astype(dict.fromkeys(whole, "Int64"))


def hexed(keys: Array) -> Any:
    """The keys as the ids that tables show."""
    offsets = np.arange(0, 16 * len(keys) + 1, 16, dtype=np.int64)
    buffers = [None, pa.py_buffer(offsets), pa.py_buffer(letters_of(keys))]
    return pa.Array.from_buffers(pa.large_string(), len(keys), buffers)
