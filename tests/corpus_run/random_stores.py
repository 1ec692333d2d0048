"""Stores of random rows, as odd as the tables allow, to hold two ways to one answer against each other."""

import random
from pathlib import Path

import pyarrow as pa

from extract.analysis import spoken
from extract.corpus import schema
from extract.corpus.packed import pack
from extract.corpus.store import StoreWriter
from extract.library import load_library
from extract.matching.between import place_key

LIBRARY = load_library()
YEARS = (2020, 2021, 2022, 2023, 2024)
#: metrics that checks of every kind are about
METRICS = (
    "disputes_received disputes_resolved disputes_mediated dispute_resolution_rate penalty_cases penalty_cases_simple"
    " penalty_cases_ordinary enforcement_officers enforcement_certificate_holders villages villages_with_legal_advisor population"
    " fines_amount service_items_handled online_service_items satisfaction_rate contracts_reviewed"
).split()
_TAILS = (
    "。", "。", "。", "，与上年持平。", "，较上年有所下降。", "，比2022年大幅增加。", "，排查隐患40处，整改46处。",
    "，应考42人，实考38人，参考率100%。", "，由于口径扩大。", "，化解往年积案7起。",
)  # fmt: skip


def random_store(path: Path, seed: int, *, towns: int = 7) -> Path:
    """A store of `towns` townships and five years."""
    draw = random.Random(seed)
    rows: dict[str, list[tuple[object, ...]]] = {name: [] for name in schema.TABLES}
    metrics = [name for name in METRICS if name in LIBRARY.metrics]
    signatures = [sorted(draw.getrandbits(32) for _ in range(16)) for _ in range(4)]
    number = 0
    for town in range(towns):
        base = {name: draw.choice((0, 3, 12, 45, 380, 4_100, 62_000)) + draw.randint(0, 9) for name in metrics}
        for year in YEARS:
            for _ in range(draw.choice((0, 1, 1, 1, 1, 2))):
                number += 1
                _report(draw, rows, number, town, year, base, signatures)
    writer = StoreWriter(path)
    writer.open()
    writer.append(
        {
            name: pa.RecordBatch.from_arrays(
                [pa.array(cells, kind.type) for cells, kind in zip(zip(*held, strict=True), schema.TABLES[name], strict=True)],
                schema=schema.TABLES[name],
            )
            for name, held in rows.items()
            if held
        }
    )
    writer.flush()
    writer.describe(LIBRARY, {"readers": "none", "matching": "none"})
    writer.publish()
    return path


def _identity(draw: random.Random, town: int, year: int) -> tuple[str, str, str, str, str]:
    if draw.random() < 0.04:
        return "", "", "", "", ""
    kind = "乡" if town == 1 and year < 2022 else "镇"
    county = "" if draw.random() < 0.05 else ("甲县", "乙县")[town % 2]
    return f"柳{town % 6}{kind}", county, "某市" if town < 4 else "", "某省", "330000000" + str(town) if town == 2 else ""


def _report(
    draw: random.Random,
    rows: dict[str, list[tuple[object, ...]]],
    number: int,
    town: int,
    year: int,
    base: dict[str, int],
    signatures: list[list[int]],
) -> None:
    who = _identity(draw, town, year)
    report = f"{draw.randint(0, 9)}/{number}.txt"
    own: int | None = None if draw.random() < 0.04 else year
    text = [f"{who[0]}{year}年法治政府建设情况报告\n"]
    size = len(text[0])
    figures = 0
    for name in base:
        if draw.random() < 0.25:
            continue
        metric = LIBRARY.metrics[name]
        said = draw.choice((year,) * 8 + (year - 1, year - 2))
        period: int | None = None if draw.random() < 0.02 else said
        values = [_value(draw, base[name], metric.unit) for _ in range(draw.choice((1, 1, 1, 1, 2, 3)))]
        resolution = draw.choice(("single", "single", "total", "part", "sum", "restated")) if len(values) == 1 else "conflict"
        sentence_at = size
        spans, pieces = [], [draw.choice(("全年", "共", "其中", "")) + metric.zh]
        for value in values:
            start = size + sum(map(len, pieces))
            pieces += [f"{value:g}", draw.choice((metric.unit, metric.unit, "份")), draw.choice(("、", "，合计", "，另有"))]
            spans.append((start, start + len(f"{value:g}")))
        pieces[-1] = draw.choice(_TAILS)
        sentence = "".join(pieces)
        text.append(sentence)
        size += len(sentence)
        for value, span in zip(values, spans, strict=True):
            figures += 1
            key = f"{(number * 1000 + figures):016x}"
            cells = (
                f"{value:g}",
                f"{value * 2:g}" if draw.random() < 0.04 else None,
                draw.choice(("exact",) * 6 + ("over", "about", "nearly")),
                metric.unit if draw.random() < 0.95 else "人次",
                metric.unit if draw.random() < 0.9 else "份",
            )
            scope = draw.choice(("township",) * 6 + ("part",))
            where = (sentence_at, size, *span)
            flags = draw.choice(("", "", "", "outside-range"))
            rule = draw.choice(("a N", "a N", "a N | 其中", "part | a N"))
            rows["observations"].append((number, key, period, name, *cells, scope, resolution, key, *where, None, flags, rule))
            told = spoken.key_of(sentence), spoken.of_sentence(sentence) | spoken.of_figure(sentence[: span[0] - sentence_at])
            basis = draw.choice(("actual",) * 9 + ("plan",))
            rows["mentions"].append(
                (number, key, name, *cells, period, basis, scope, *where, None, "achievements", flags, rule, *told)
            )
            if draw.random() < 0.3 and period is not None:
                amount = draw.choice((5, 12.5, 36, 100))
                unit = draw.choice(("%", "count", "pp" if metric.unit == "%" else "%"))
                rows["changes"].append(
                    (number, key, name, draw.choice(("up", "down")), f"{amount:g}", unit, draw.choice(("exact", "over")),
                     period - 1, period, "stated", None, None, None, "", *where, f"{amount:g}{draw.choice(('%', '倍'))}")
                )  # fmt: skip
            rows["quantities"].append(
                (
                    number,
                    *span,
                    f"{value:g}",
                    None,
                    metric.unit,
                    "exact",
                    "figure",
                    draw.choice(("", name)),
                    draw.choice(("", "remainder")),
                )
            )
    body = "".join(text)
    rows["files"].append((number, 0, report, 1, 1, 1, 1, "", "", "", ""))
    signed = draw.choice(signatures) if draw.random() < 0.2 else sorted(draw.getrandbits(32) for _ in range(16))
    rows["documents"].append((number, "text", "utf-8", pack(body), "", signed))
    warnings = draw.choice(("", "", "", "year-conflict", "township-conflict"))
    place = place_key(report, *who)
    filed = year if warnings == "year-conflict" else own
    published = draw.choice(("", f"{year + 1}-01-10", f"{year + 1}-03-01"))
    rows["reports"].append(
        (number, report, "txt", *who, own, published, len(body), 60, figures, warnings, f"sha{number}", place,
         f"t{draw.randint(0, 40)}", filed)
    )  # fmt: skip


def _value(draw: random.Random, base: int, unit: str) -> float:
    if unit == "%":
        return draw.choice((96.5, 98, 100, 91.2, 104, 85))
    drift = base if draw.random() < 0.3 else round(base * draw.uniform(0.7, 1.4))
    return float(draw.choice((drift,) * 12 + (drift * 10_000, drift / 100, drift * 12 + 0.5)))
