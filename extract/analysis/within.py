"""The audit of one report by itself: rates, parts, double values, plausible ranges."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from extract.analysis.bounds import bounds, overlap, printed
from extract.analysis.findings import Finding, number

if TYPE_CHECKING:
    from extract.library.model import Derived, Library, Metric

_HERE = ["report", "period"]
_FIGURE = ["value", "value_high", "qualifier", "scope", "sentence_start", "start", "end"]
#: a success rate is of what was mediated, and says nothing of disputes that were found
_SUCCESS = "成功率"
#: parts that fall short of their total by more than this share of it are a choice of examples, not a sum
_MOST_SHORT = 0.2
_FEW_PARTS = 2
_CLAUSE = re.compile(r"[，,；;。：:！!？?\n|]")
_WHOLE_YEAR = re.compile(r"全年|一年来|本年度|年度内|20[0-9]{2}年度?(?![0-9]*月)")
#: a clause with no more than this besides is plain
_PLAIN = 1
_FILLER = re.compile(
    r"20[0-9]{2}年度?|[0-9A-Za-z]+|全年|一年来|本年度|年度内|我[镇乡办]|我街道|全[镇乡]|全街道|本[镇乡]|[镇乡]里|共计|总计|合计|累计|一共|共|先后"
    r"|通过(?:各|多|多种|各种|各类)渠道|线上线下|多种形式|各种形式|各级|成功|有效|及时|各类|各种|各项|开展|组织|举办|召开|进行|实施"
    r"|完成|办理|达到|达|约|近|超过|超|均|为|有|是|的|了|已|等|和|及|与|、|主动"
)
_SUM = re.compile(r"(?:合计|共计|总计|一共|总共|合共)(?:有|为|达)?$")


def rates(mentions: pd.DataFrame, library: Library, sentences: Any) -> Iterator[Finding]:
    """Rates that none of their counts bear out: those of the same sentence, else the township-wide ones of the report.

    `sentences` gives the sentences of figures that it is asked for, which are few.
    """
    by_rate: dict[str, list[Derived]] = {}
    for derived in library.derived.values():
        for rate in derived.agrees if derived.operation == "share" else ():
            by_rate.setdefault(rate, []).append(derived)
    for rate, shares in by_rate.items():
        stated = mentions[(mentions["metric"] == rate) & (mentions["scope"] == "township") & (mentions["value"] <= 100)]
        stated = stated.drop_duplicates([*_HERE, "value", "sentence_start"]).reset_index(drop=True)
        if stated.empty:
            continue
        stated["_row"] = np.arange(len(stated))
        pairs = pd.concat([_counts(stated, mentions, share) for share in shares], ignore_index=True)
        yield from _contradicted(stated, pairs, rate, sentences)


def _counts(stated: pd.DataFrame, mentions: pd.DataFrame, share: Derived) -> pd.DataFrame:
    """Every part and whole that may stand behind a stated rate."""
    joined = stated[["_row", *_HERE, "value", "qualifier", "sentence_start"]]
    for name, side in zip(share.operands, ("part", "whole"), strict=True):
        held = mentions.loc[mentions["metric"] == name, [*_HERE, *_FIGURE]]
        joined = joined.merge(held.rename(columns={c: f"{c}_{side}" for c in _FIGURE}), on=_HERE)
    near = joined["sentence_start_part"].eq(joined["sentence_start"]) & joined["sentence_start_whole"].eq(
        joined["sentence_start"]
    )
    wide = (joined["scope_part"] == "township") & (joined["scope_whole"] == "township")
    joined["_near"] = near.to_numpy(bool)
    joined["_mediated"] = "mediated" in share.operands[1]
    return joined[joined["_near"] | wide].reset_index(drop=True)


def _contradicted(stated: pd.DataFrame, pairs: pd.DataFrame, rate: str, sentences: Any) -> Iterator[Finding]:
    if pairs.empty:
        return
    low, high = bounds(pairs["value_part"], pairs["value_high_part"], pairs["qualifier_part"])
    whole_low, whole_high = bounds(pairs["value_whole"], pairs["value_high_whole"], pairs["qualifier_whole"])
    with np.errstate(divide="ignore", invalid="ignore"):
        pairs["_percent"] = 100 * pairs["value_part"].to_numpy() / pairs["value_whole"].to_numpy()
        least, most = 100 * low / whole_high, 100 * high / whole_low
    said_low, said_high = printed(pairs["value"].to_numpy(np.float64), pairs["qualifier"])
    # a part larger than its whole is a finding of its own, and no percentage
    sound = np.isfinite(least) & np.isfinite(most) & (pairs["_percent"].to_numpy() <= 100)
    pairs = pairs.assign(_fits=overlap(least, most, said_low, said_high))[sound]
    any_near = pairs.groupby("_row")["_near"].transform("any")
    pairs = pairs[pairs["_near"] | ~any_near]
    fits = pairs.groupby("_row")["_fits"].transform("any")
    wrong = pairs[~fits].assign(_off=lambda frame: (frame["_percent"] - frame["value"]).abs())
    far = wrong[~wrong["_near"]]
    if len(far):
        places = stated.loc[far["_row"], ["report", "start"]]
        success = sentences(places).astype(str).str.contains(_SUCCESS).to_numpy(bool)
        wrong = wrong.drop(index=far.index[success & ~far["_mediated"].to_numpy(bool)])
    for row in wrong.sort_values(["_row", "_off"], kind="stable").drop_duplicates("_row").to_dict("records"):
        where = stated.loc[row["_row"]]
        words: dict[str, object] = {"part": number(row["value_part"]), "whole": number(row["value_whole"])}
        yield Finding(
            "rate_against_counts", row["report"], _whole(row["period"]), rate, row["_percent"], row["value"],
            _whole(where["start"]), _whole(where["end"]), "", _whole(row["start_part"]), words,
        )  # fmt: skip


def wholes(mentions: pd.DataFrame, observations: pd.DataFrame, library: Library) -> Iterator[Finding]:
    """Parts larger than what they are a part of: in one sentence, else larger than every whole that the report gives."""
    shares: dict[str, list[str]] = {}
    for derived in library.derived.values():
        if derived.operation == "share":
            shares.setdefault(derived.operands[0], []).append(derived.operands[1])
    seen: set[tuple[str, str, object]] = set()
    for part, names in shares.items():
        # 执法人员8名，其中持证11名: a part of the sentence's own whole
        here = mentions[(mentions["scope"] == "township") | (mentions["metric"] == part)]
        local = _over(here, part, names, [*_HERE, "sentence_start"])
        own = observations.rename(columns={"year": "period"})
        own = own[(own["scope"] == "township") & ~own["resolution"].isin(["conflict", "part"])]
        for row in [*local, *_over(own, part, names, _HERE)]:
            key = (row["report"], part, row["period"])
            if key not in seen:
                seen.add(key)
                yield _over_finding(row, part, library)


def _over(values: pd.DataFrame, part: str, names: list[str], by: list[str]) -> list[dict[Any, Any]]:
    """The rows whose part exceeds all wholes of its group."""
    columns = [*by, "value", "value_high", "qualifier", "start"]
    left = values.loc[values["metric"] == part, [*columns, "end"]]
    right = values.loc[values["metric"].isin(names), [*columns, "metric"]]
    joined = left.merge(right, on=by, suffixes=("", "_whole"))
    if joined.empty:
        return []
    low, _ = bounds(joined["value"], joined["value_high"], joined["qualifier"])
    _, most = bounds(joined["value_whole"], joined["value_high_whole"], joined["qualifier_whole"])
    joined["_over"] = low > most
    key = [*by, "start"]
    joined = joined[joined.groupby(key)["_over"].transform("all")]
    return joined.sort_values([*key, "value_whole"], kind="stable").drop_duplicates(key, keep="last").to_dict("records")


def _over_finding(row: dict[Any, Any], part: str, library: Library) -> Finding:
    whole = library.metrics[row["metric"]]
    kind = "resolved_over_received" if library.metrics[part].category == "disputes" else "part_over_whole"
    words: dict[str, object] = {"whole_zh": whole.zh, "whole_en": whole.en}
    return Finding(
        kind, row["report"], _whole(row["period"]), part, row["value_whole"], row["value"], _whole(row["start"]),
        _whole(row["end"]), "", _whole(row["start_whole"]), words,
    )  # fmt: skip


def totals(
    observations: pd.DataFrame, mentions: pd.DataFrame, unclaimed: pd.DataFrame, library: Library, sentences: Any
) -> Iterator[Finding]:
    """Parts that do not add up: of metrics that the library adds, and those that a sentence lists."""
    seen: set[tuple[str, int]] = set()
    for metric in library.metrics.values():
        for finding in _declared(observations, metric) if metric.parts else ():
            seen.add((finding.report, finding.start or 0))
            yield finding
    for finding in _listed(mentions, unclaimed, library, sentences):
        if (finding.report, finding.start or 0) not in seen:
            seen.add((finding.report, finding.start or 0))
            yield finding


def _declared(observations: pd.DataFrame, metric: Metric) -> Iterator[Finding]:
    usable = observations[observations["resolution"] != "conflict"]
    held = usable[(usable["metric"] == metric.id) & (usable["resolution"] != "sum") & (usable["scope"] == "township")]
    parts = usable[usable["metric"].isin(metric.parts)].drop_duplicates(["report", "year", "metric"])
    low, high = bounds(parts["value"], parts["value_high"], parts["qualifier"])
    summed = parts.assign(_low=low, _high=high).groupby(["report", "year"], as_index=False)
    table = summed.agg(
        _sum=("value", "sum"), _low=("_low", "sum"), _high=("_high", "sum"), _count=("value", "size"), _at=("start", "min")
    )
    joined = held.merge(table, on=["report", "year"])
    if joined.empty:
        return
    least, most = bounds(joined["value"], joined["value_high"], joined["qualifier"])
    complete = (joined["_count"] == len(metric.parts)).to_numpy(bool)
    over = joined["_low"].to_numpy() > most
    wrong = over | (complete & ~overlap(joined["_low"].to_numpy(), joined["_high"].to_numpy(), least, most))
    for row in joined[wrong].to_dict("records"):
        yield _sum_finding(row["report"], row["year"], metric.id, row["value"], row["_sum"], row["start"], row["end"], row["_at"])


def _sum_finding(
    report: str, year: object, metric: str, total: float, came: float, start: object, end: object, at: object
) -> Finding:
    where = _whole(start), _whole(end)
    return Finding("parts_against_total", report, _whole(year), metric, total, came, *where, "", _whole(at))


def _listed(mentions: pd.DataFrame, unclaimed: pd.DataFrame, library: Library, sentences: Any) -> Iterator[Finding]:
    """Sentences with 其中, or with a sum beside what it sums up."""
    part = mentions["scope"].eq("part") & mentions["rule"].astype("string").str.contains("其中|part", regex=True).fillna(False)
    adding = {metric.id for metric in library.metrics.values() if metric.combine == "sum"}
    same = mentions[mentions["metric"].isin(adding) & ~part]
    here = ["report", "sentence_start", "metric", "unit", "period"]
    crowded = same[same.groupby(here, dropna=False)["start"].transform("size") > _FEW_PARTS]
    summed = crowded[_is_sum(crowded, sentences)] if len(crowded) else crowded
    wanted = pd.concat([mentions.loc[part, ["report", "sentence_start"]], summed[["report", "sentence_start"]]]).drop_duplicates()
    if wanted.empty:
        return
    rows = mentions.assign(_part=part).merge(wanted, on=["report", "sentence_start"]).sort_values(["report", "start", "metric"])
    sums = set(zip(summed["report"], summed["start"].astype(int), strict=True))
    loose = unclaimed[unclaimed["report"].isin(set(wanted["report"]))]
    by_report: dict[Any, pd.DataFrame] = dict(iter(loose.groupby("report")))
    for (report, _), sentence in rows.groupby(["report", "sentence_start"], sort=False):
        records: list[dict[Any, Any]] = sentence.to_dict("records")
        yield from _after_total(records, by_report.get(report, loose.iloc[:0]), library)
        yield from _beside_sum(records, sums)


def _is_sum(mentions: pd.DataFrame, sentences: Any) -> Any:
    """Whether a figure is introduced as the sum of those before it: 合计21个."""
    quoted = sentences(mentions[["report", "start"]])
    ends = (mentions["start"] - mentions["sentence_start"]).astype(int)
    return [bool(_SUM.search(str(sentence)[:end])) for sentence, end in zip(quoted, ends, strict=True)]


def _after_total(records: list[dict[Any, Any]], loose: pd.DataFrame, library: Library) -> Iterator[Finding]:
    """共16份，其中镇级7份、村级11份."""
    total: dict[Any, Any] | None = None
    parts: list[dict[Any, Any]] = []
    for record in [*records, None]:
        if record is not None and record["_part"]:
            if total is not None and record["start"] > total["start"] and record["unit_stated"] == total["unit_stated"]:
                parts.append(record)
            continue
        if total is not None and parts:
            finding = _compared(total, parts, loose, library)
            if finding is not None:
                yield finding
        total, parts = record, []


def _compared(total: dict[Any, Any], parts: list[dict[Any, Any]], loose: pd.DataFrame, library: Library) -> Finding | None:
    parts = list({part["start"]: part for part in parts}.values())
    low, high = _edges(parts)
    least, most = _edges([total])
    end = max(part["end"] for part in parts)
    rest = loose[(loose["start"] > total["start"]) & (loose["start"] <= end + 40) & (loose["unit"] == total["unit_stated"])]
    remainder = rest[rest["reason"] == "remainder"]["value"].sum()
    kin = {total["metric"], *library.metrics[total["metric"]].parts}
    same = all(part["metric"] in kin for part in parts)
    came = sum(part["value"] for part in parts) + remainder
    over = low.sum() + remainder > most.sum()
    # what nothing claims may be one more part, and one part alone is an example
    complete = same and (len(rest) == (rest["reason"] == "remainder").sum()) and (len(parts) > 1 or remainder > 0)
    short = complete and high.sum() + remainder < least.sum() and (remainder > 0 or came >= (1 - _MOST_SHORT) * total["value"])
    if not (over or short):
        return None
    return _sum_finding(
        total["report"], total["period"], total["metric"], total["value"], came, total["start"], total["end"], parts[0]["start"]
    )


def _beside_sum(records: list[dict[Any, Any]], sums: set[tuple[Any, Any]]) -> Iterator[Finding]:
    """17个行政村、2个社区，合计21个: a metric that adds up, stated with its sum."""
    for total in records:
        if (total["report"], int(total["start"])) not in sums:
            continue
        alike = [r for r in records if all(r[c] == total[c] for c in ("metric", "unit", "period")) and not r["_part"]]
        parts = list({r["start"]: r for r in alike if r["start"] < total["start"]}.values())
        low, high = _edges(parts)
        least, most = _edges([total])
        if len(parts) >= _FEW_PARTS and (low.sum() > most.sum() or high.sum() < least.sum()):
            came = sum(part["value"] for part in parts)
            where = total["start"], total["end"], parts[0]["start"]
            yield _sum_finding(total["report"], total["period"], total["metric"], total["value"], came, *where)


def _edges(records: list[dict[Any, Any]]) -> tuple[Any, Any]:
    return bounds(
        [r["value"] for r in records],
        [np.nan if pd.isna(r["value_high"]) else r["value_high"] for r in records],
        [r["qualifier"] for r in records],
    )


def double_values(observations: pd.DataFrame, mentions: pd.DataFrame, library: Library, sentences: Any) -> Iterator[Finding]:
    """Two township-wide values that cannot both be meant."""
    seen: set[tuple[object, ...]] = set()
    conflicts = observations[observations["resolution"] == "conflict"].sort_values(["report", "metric", "year", "start"])
    for key, rows in conflicts.groupby(["report", "metric", "year"], sort=False, dropna=False):
        seen.add(tuple(key))
        first, *rest = rows.to_dict("records")
        least, most = _edges([first])
        for other in rest:
            low, high = _edges([other])
            if not overlap(low, high, least, most)[0]:
                yield _two_values(first, other, first["year"])
                break
    yield from _exceeded_totals(mentions, library, sentences, seen)


def _two_values(first: dict[Any, Any], other: dict[Any, Any], year: object) -> Finding:
    at = _whole(other["start"]), _whole(other["end"]), "", _whole(first["start"])
    return Finding("two_values", first["report"], _whole(year), first["metric"], first["value"], other["value"], *at)


def _exceeded_totals(
    mentions: pd.DataFrame, library: Library, sentences: Any, seen: set[tuple[object, ...]]
) -> Iterator[Finding]:
    """A plain figure for the whole year (全年开展审查24件) that another of the same metric exceeds elsewhere."""
    wide = mentions[(mentions["scope"] == "township") & (mentions["unit"] != "%")]
    key = ["report", "metric", "period", "unit"]
    groups = wide.groupby(key)
    several = (groups["value"].transform("max") > groups["value"].transform("min")) & (
        groups["sentence_start"].transform("max") > groups["sentence_start"].transform("min")
    )
    rows = wide[several & wide["period"].eq(wide["report_year"]).fillna(False)].sort_values([*key, "start"])
    if rows.empty:
        return
    rows = rows.assign(_text=sentences(rows[["report", "start"]]).tolist())
    words: dict[str, list[str]] = {}
    for group, records in rows.groupby(key, sort=False):
        report, name, year, _ = group
        metric = library.metrics.get(str(name))
        if metric is None or (report, name, year) in seen:
            continue
        known = words.setdefault(metric.id, _words_of(metric, library))
        pair = _irreconcilable(records.to_dict("records"), known) if not metric.stock else None
        if pair is not None:
            yield _two_values(*pair, year)


def _irreconcilable(held: list[dict[Any, Any]], words: list[str]) -> tuple[dict[Any, Any], dict[Any, Any]] | None:
    """Two figures that cannot both be the year's: two plain ones of which one says 全年, or a larger one beside it."""
    left = [_left_over(row, words) for row in held]
    for total, (rest, yearly) in zip(held, left, strict=True):
        if not yearly or rest > _PLAIN:
            continue
        least, most = _edges([total])
        for other, (other_rest, _) in zip(held, left, strict=True):
            low, high = _edges([other])
            apart = low[0] > most[0] or (other_rest <= _PLAIN and high[0] < least[0])
            if other["sentence_start"] != total["sentence_start"] and apart:
                first, second = sorted((total, other), key=lambda row: int(row["start"]))
                return first, second
    return None


def _words_of(metric: Metric, library: Library) -> list[str]:
    """Every word that the metric's patterns know, the longest first."""
    found: set[str] = set()
    for pattern in metric.patterns:
        for element in pattern.elements:
            if element.kind == "words" and element.text in library.word_sets:
                found.update(library.word_sets[element.text].words)
            elif element.kind == "text":
                found.add(element.text)
    return sorted(found, key=lambda word: (-len(word), word))


def _left_over(row: dict[Any, Any], words: list[str]) -> tuple[int, bool]:
    """How much the clause says besides the metric's own words, that may narrow it; and whether it speaks of the whole year."""
    before = str(row["_text"])[: int(row["start"]) - int(row["sentence_start"])]
    clause = _CLAUSE.split(before)[-1]
    yearly = _WHOLE_YEAR.search(clause) is not None
    for word in words:
        clause = clause.replace(word, "")
    return len(_FILLER.sub("", clause)), yearly


def ranges(mentions: pd.DataFrame, library: Library) -> Iterator[Finding]:
    """Rates over 100, and values that the library calls implausible."""
    flagged = mentions["flags"].astype("string").str.contains("outside-range", regex=False).fillna(False)
    rows = mentions[flagged | ((mentions["unit"] == "%") & (mentions["value"] > 100))]
    for row in rows.drop_duplicates(["report", "metric", "period", "value"]).to_dict("records"):
        metric = library.metrics.get(row["metric"])
        rate = row["unit"] == "%" and row["value"] > 100
        if metric is None:
            continue
        edge = 100.0 if rate else _edge(row["value"], metric)
        words: dict[str, object] = {"low": number(metric.low), "high": number(metric.high)}
        at = _whole(row["start"]), _whole(row["end"])
        kind = "rate_over_100" if rate else "outside_range"
        yield Finding(kind, row["report"], _whole(row["period"]), row["metric"], edge, row["value"], *at, words=words)


def _edge(value: float, metric: Metric) -> float | None:
    edge = metric.high if metric.high is not None and value > metric.high else metric.low
    return None if edge is None else float(edge)


def _whole(value: object) -> int | None:
    return None if value is None or pd.isna(value) else int(value)  # type: ignore[call-overload]
