"""The audit of one report by itself: rates, parts, double values, plausible ranges."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from extract.analysis.bounds import bounds, edges, overlap, printed
from extract.analysis.findings import Finding, integer
from extract.analysis.printed import Amount
from extract.analysis.sentences import CARRIED, speaks_of_the_year

if TYPE_CHECKING:
    from extract.library.model import Derived, Library, Metric

_HERE = ["report", "period"]
_FIGURE = ["value", "value_high", "qualifier", "scope", "sentence_start", "start", "end"]
#: a success rate is of what was mediated, and says nothing of disputes that were found
_SUCCESS = "成功率"
#: 13个行政村 and one community are 14 villages
_PIECES = 1.25
_CLAUSE = re.compile(r"[，,；;。：:！!？?\n|]")
#: a clause with no more than this besides is plain
_PLAIN = 1
_FILLER = re.compile(
    r"[\u4e00-\u9fff]{0,4}(?:推动|推进|带动|促成)(?=全年|本年度|年度内)|一年[来里间]|一年下来|20[0-9]{2}年度?|[0-9A-Za-z]+|全年|本年度|年度内|我[镇乡办]|我街道|全[镇乡]|全街道|本[镇乡]|[镇乡]里|共计|总计|合计|累计|一共|共|先后"
    r"|现有|目前|其中|拥有|配备|通过(?:各|多|多种|各种|各类)渠道|线上线下|多种形式|各种形式|各级|成功|有效|及时|各类|各种|各项|开展|组织|举办|召开|进行|实施"
    r"|完成|办理|达到|达|约|近|超过|超|均|为|有|是|的|了|已|等|和|及|与|、|主动"
)
_COUNTS = tuple(
    map(
        frozenset,
        (
            "件 起 宗 例 卷 件次 个".split(),
            "次 场 期 场次 批次 堂 节".split(),
            "人 名 位 人次".split(),
            "份 册 本 张 页 套".split(),
        ),
    )
)


_words_known: dict[tuple[str, str], _Known] = {}
_MOST_KNOWN = 500
#: what a part is held against its whole by
_COMPARED = ["metric", "value", "value_high", "qualifier", "start", "end"]


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
    # 调解率100%，调解成功率98.2%: counts that bear out one rate of a sentence are not those of the other
    one_sentence = [pairs[name] for name in (*_HERE, "sentence_start")]
    borne = (pairs["_fits"] & pairs["_near"]).groupby(one_sentence, dropna=False).transform("any")
    wrong = pairs[~fits & ~borne].assign(_off=lambda frame: (frame["_percent"] - frame["value"]).abs())
    far = wrong[~wrong["_near"]]
    if len(far):
        places = stated.loc[far["_row"], ["report", "start"]]
        success = sentences(places).astype(str).str.contains(_SUCCESS).to_numpy(bool)
        wrong = wrong.drop(index=far.index[success & ~far["_mediated"].to_numpy(bool)])
    for row in wrong.sort_values(["_row", "_off"], kind="stable").drop_duplicates("_row").to_dict("records"):
        where = stated.loc[row["_row"]]
        words: dict[str, object] = {"part": Amount(row["value_part"]), "whole": Amount(row["value_whole"])}
        yield Finding(
            "rate_against_counts", row["report"], integer(row["period"]), rate, row["_percent"], row["value"],
            integer(where["start"]), integer(where["end"]), "", integer(row["start_part"]), words,
        )  # fmt: skip


def wholes(mentions: pd.DataFrame, observations: pd.DataFrame, library: Library, sentences: Any) -> Iterator[Finding]:
    """Parts larger than what they are a part of: in one sentence, else larger than every whole that the report gives."""
    shares: dict[str, list[str]] = {}
    for derived in library.derived.values():
        if derived.operation == "share":
            shares.setdefault(derived.operands[0], []).append(derived.operands[1])
    seen: set[tuple[str, str, object]] = set()
    # few metrics are parts or wholes, and few of their columns are asked for
    compared = {*shares, *(name for names in shares.values() for name in names)}
    held = mentions.loc[mentions["metric"].isin(compared), [*_HERE, *_COMPARED, "sentence_start", "scope"]]
    own = observations.rename(columns={"year": "period"})
    usable = (own["scope"] == "township") & ~own["resolution"].isin(["conflict", "part"]) & own["metric"].isin(compared)
    own = own.loc[usable, [*_HERE, *_COMPARED]]
    for part, names in shares.items():
        # 执法人员8名，其中持证11名: a part of the sentence's own whole
        here = held[(held["scope"] == "township") | (held["metric"] == part)]
        adding = {name for name in names if library.metrics[name].combine == "sum"}
        local = _over(here, part, names, [*_HERE, "sentence_start"], adding)
        over = [*local, *_over(own, part, names, _HERE, adding)]
        said = sentences(pd.DataFrame(over)) if over else []
        for row, sentence in zip(over, said, strict=True):
            key = (row["report"], part, row["period"])
            # 化解73起（含往年积案7起）: what came in before the year is settled in it
            if key not in seen and not CARRIED.search(str(sentence)) and not _told_first(row):
                seen.add(key)
                yield _over_finding(row, part, library)


def _told_first(row: dict[Any, Any]) -> bool:
    """Whether what was settled is told before what was mediated: 化解纠纷177件，完成人民调解132件 are two ways of settling."""
    return "mediated" in row["metric"] and row["start_whole"] > row["start"]


def _over(values: pd.DataFrame, part: str, names: list[str], by: list[str], adding: Collection[str]) -> list[dict[Any, Any]]:
    """The rows whose part exceeds all wholes of its group; one that adds up may have been stated in pieces."""
    columns = [*by, "value", "value_high", "qualifier", "start"]
    left = values.loc[values["metric"] == part, [*columns, "end"]]
    right = values.loc[values["metric"].isin(names), [*columns, "metric"]]
    joined = left.merge(right, on=by, suffixes=("", "_whole"))
    if joined.empty:
        return []
    low, _ = bounds(joined["value"], joined["value_high"], joined["qualifier"])
    _, most = bounds(joined["value_whole"], joined["value_high_whole"], joined["qualifier_whole"])
    joined["_over"] = low > most * np.where(joined["metric"].isin(list(adding)), _PIECES, 1.0)
    key = [*by, "start"]
    joined = joined[joined.groupby(key, dropna=False)["_over"].transform("all")]
    return joined.sort_values([*key, "value_whole"], kind="stable").drop_duplicates(key, keep="last").to_dict("records")


def _over_finding(row: dict[Any, Any], part: str, library: Library) -> Finding:
    whole = library.metrics[row["metric"]]
    kind = "resolved_over_received" if library.metrics[part].category == "disputes" else "part_over_whole"
    words: dict[str, object] = {"whole_zh": whole.zh, "whole_en": whole.en, "unit": whole.unit}
    return Finding(
        kind, row["report"], integer(row["period"]), part, row["value_whole"], row["value"], integer(row["start"]),
        integer(row["end"]), "", integer(row["start_whole"]), words,
    )  # fmt: skip


def double_values(observations: pd.DataFrame, mentions: pd.DataFrame, library: Library, sentences: Any) -> Iterator[Finding]:
    """Two township-wide values that cannot both be meant."""
    seen: set[tuple[object, ...]] = set()
    conflicts = observations[observations["resolution"] == "conflict"].sort_values(["report", "metric", "year", "start"])
    known = [metric.id for metric in library.metrics.values() if metric.unit == "%"]
    rates = conflicts[conflicts["metric"].isin(known)]
    # asked for at once: each asking opens the store
    said = dict(zip(rates.index, map(str, sentences(rates[["report", "start"]])), strict=True)) if len(rates) else {}
    # every row is taken out of the table once: group by group that costs more than all else
    rows: list[dict[Any, Any]] = conflicts.to_dict("records")
    key = ["report", "metric", "year"]
    for places in conflicts.reset_index(drop=True).groupby(key, sort=False, dropna=False).groups.values():
        seen.add(tuple(rows[places[0]][name] for name in key))
        texts = [said.get(conflicts.index[place], "") for place in places]
        first, *rest = _meant_alike([rows[place] for place in places], library, texts)
        least, most = edges([first])
        for other in rest:
            low, high = edges([other])
            if _one_count(first["unit_stated"], other["unit_stated"]) and not overlap(low, high, least, most)[0]:
                yield _two_values(first, other, first["year"])
                break
    yield from _exceeded_totals(mentions, library, sentences, seen)


def _meant_alike(records: list[dict[Any, Any]], library: Library, texts: list[str]) -> list[dict[Any, Any]]:
    """The values of a conflict; of rates only the plain ones, as 提案办理满意率 is of another thing than 群众满意率."""
    metric = library.metrics.get(records[0]["metric"])
    if metric is None or metric.unit != "%":
        return records
    words = _words_of(metric, library)
    plain = [row for row, text in zip(records, texts, strict=True) if _left_over(_placed(row, text), words)[0] <= _PLAIN]
    return plain or records[:1]


def _placed(row: dict[Any, Any], text: str) -> dict[Any, Any]:
    """The row with its sentence and where that begins, which a table of extraction does not hold."""
    begins = row.get("sentence_start", int(row["start"]) - max(text.find(str(row.get("figure", ""))), 0))
    return row | {"_text": text, "sentence_start": begins}


def _one_count(one: object, other: object) -> bool:
    """Whether two printed units spell one count: 份 and 条 do not."""
    return one == other or any({one, other} <= count for count in _COUNTS)


def _two_values(first: dict[Any, Any], other: dict[Any, Any], year: object) -> Finding:
    at = integer(other["start"]), integer(other["end"]), "", integer(first["start"])
    words: dict[str, object] = {"unit": first["unit"]}
    return Finding(
        "two_values", first["report"], integer(year), first["metric"], first["value"], other["value"], *at, words=words
    )


def _exceeded_totals(
    mentions: pd.DataFrame, library: Library, sentences: Any, seen: set[tuple[object, ...]]
) -> Iterator[Finding]:
    """A plain figure for the whole year (全年开展审查24件) that another of the same metric exceeds elsewhere."""
    wide = mentions[(mentions["scope"] == "township") & (mentions["unit"] != "%")]
    key = ["report", "metric", "period", "unit"]
    wide = wide[wide["period"].eq(wide["report_year"]).fillna(False)]
    group = wide.groupby(key).ngroup().to_numpy()
    rows = wide[_several(group, wide["value"]) & _several(group, wide["sentence_start"])].sort_values([*key, "start"])
    if rows.empty:
        return
    rows = rows.assign(_text=sentences(rows[["report", "start"]]).tolist())
    words: dict[str, _Known] = {}
    held: list[dict[Any, Any]] = rows.to_dict("records")
    for places in rows.reset_index(drop=True).groupby(key, sort=False).groups.values():
        records = [held[place] for place in places]
        report, name, year = (records[0][column] for column in key[:3])
        metric = library.metrics.get(str(name))
        if metric is None or (report, name, year) in seen:
            continue
        if metric.id not in words:
            words[metric.id] = _words_of(metric, library)
        pair = None
        if not metric.stock:
            pair = _irreconcilable(records, words[metric.id])
        elif metric.combine != "sum":
            pair = _both_plain(records, words[metric.id])
        if pair is not None:
            yield _two_values(*pair, year)


def _several(group: Any, values: pd.Series[Any]) -> Any:
    """Whether the values of a row's group differ; -1 is none."""
    held = values.to_numpy(np.float64)
    low, high = np.full(len(held) + 1, np.inf), np.full(len(held) + 1, -np.inf)
    np.fmin.at(low, group, held)
    np.fmax.at(high, group, held)
    return (high > low)[group] & (group >= 0)


def _irreconcilable(held: list[dict[Any, Any]], words: _Known) -> tuple[dict[Any, Any], dict[Any, Any]] | None:
    """Two figures that cannot both be the year's: two plain ones of which one says 全年, or a larger one beside it."""
    left = [_left_over(row, words) for row in held]
    for total, (rest, yearly) in zip(held, left, strict=True):
        if not yearly or rest > _PLAIN:
            continue
        least, most = edges([total])
        for other, (other_rest, _) in zip(held, left, strict=True):
            low, high = edges([other])
            apart = low[0] > most[0] or (other_rest <= _PLAIN and high[0] < least[0])
            if other["sentence_start"] != total["sentence_start"] and apart:
                first, second = sorted((total, other), key=lambda row: int(row["start"]))
                return first, second
    return None


def _both_plain(held: list[dict[Any, Any]], words: _Known) -> tuple[dict[Any, Any], dict[Any, Any]] | None:
    """Two plain figures of what a township has, in sentences of their own, that differ."""
    plain = [row for row in held if _left_over(row, words)[0] <= _PLAIN]
    for place, one in enumerate(plain):
        for other in plain[place + 1 :]:
            sides = [edges([row]) for row in (one, other)]
            if one["sentence_start"] != other["sentence_start"] and not overlap(*sides[0], *sides[1])[0]:
                return one, other
    return None


class _Known:
    """Every word that a metric's patterns know, the longest first, found by its first character: there are thousands."""

    def __init__(self, words: Iterable[str]) -> None:
        self._of: dict[str, list[tuple[int, str]]] = {}
        for rank, word in enumerate(sorted(words, key=lambda word: (-len(word), word))):
            self._of.setdefault(word[:1], []).append((rank, word))

    def without(self, clause: str) -> str:
        """The clause without the words."""
        for _, word in sorted(entry for character in set(clause) for entry in self._of.get(character, ())):
            clause = clause.replace(word, "")
        return clause


def _words_of(metric: Metric, library: Library) -> _Known:
    """What the metric's patterns know; kept, for every area asks."""
    key = (library.hash, metric.id)
    words = _words_known.get(key)
    if words is None:
        if len(_words_known) >= _MOST_KNOWN:
            _words_known.clear()
        words = _words_known[key] = _Known(_gathered_words(metric, library))
    return words


def _gathered_words(metric: Metric, library: Library) -> set[str]:
    found: set[str] = set()
    for pattern in metric.patterns:
        for element in pattern.elements:
            if element.kind == "words" and element.text in library.word_sets:
                found.update(library.word_sets[element.text].words)
            elif element.kind == "text":
                found.add(element.text)
    return found


def _left_over(row: dict[Any, Any], words: _Known) -> tuple[int, bool]:
    """How much the clause says besides the metric's own words, that may narrow it; and whether it speaks of the whole year."""
    before = str(row["_text"])[: int(row["start"]) - int(row["sentence_start"])]
    clause = _CLAUSE.split(before)[-1]
    yearly = speaks_of_the_year(before)
    return len(_FILLER.sub("", words.without(clause))), yearly


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
        words: dict[str, object] = {"low": Amount(metric.low), "high": Amount(metric.high), "unit": row["unit"]}
        at = integer(row["start"]), integer(row["end"])
        kind = "rate_over_100" if rate else "outside_range"
        yield Finding(kind, row["report"], integer(row["period"]), row["metric"], edge, row["value"], *at, words=words)


def _edge(value: float, metric: Metric) -> float | None:
    edge = metric.high if metric.high is not None and value > metric.high else metric.low
    return None if edge is None else float(edge)
