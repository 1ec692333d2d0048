"""Stores of made-up reports, written without extraction: `python -m benchmarks.store STORE REPORTS`.

Ten years of as many townships as that takes. Each report has a text of 2,600 characters (7.8 KB), 30 mentions and 30 observations
of the library's metrics, and three stated changes; parts stay below their wholes, rates follow from their counts, a value follows
from the year before. One figure in twenty is missing, one report in a hundred has a slip of the pen, and one in a thousand is a
copy, so that the audit has something to find.
"""

import argparse
import random
import resource
import time
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow as pa

from benchmarks.generate import PROVINCES
from extract.analysis import spoken
from extract.corpus import schema
from extract.corpus.store import StoreWriter
from extract.library import load_library
from extract.library.model import Library, Metric

PER_REPORT, YEARS, FIRST = 30, 10, 2015
_AT_ONCE = 2_000
#: hashes of a text's signature, and of how many figures one says how it changed
_HASHES, _STATED = 16, 10
_LENGTH = 2_600
_MISSING, _SLIP, _COPY = 0.05, 0.01, 0.001
_WORDS = "坚持 依法 行政 推进 基层 治理 落实 责任 健全 机制 强化 学习 开展 宣传 规范 执法 化解 矛盾 服务 群众 完善 制度".split()


def build(path: Path, reports: int) -> None:
    """A store with that many reports of ten years."""
    library = load_library()
    begun = time.monotonic()
    writer = StoreWriter(path)
    writer.open()
    maker = _Maker(library, reports)
    for first in range(0, reports, _AT_ONCE):
        writer.append(maker.tables(range(first, min(first + _AT_ONCE, reports))))
    writer.flush()
    writer.describe(library, {"readers": "none", "matching": "none"})
    filled, used = time.monotonic(), time.process_time()
    writer.publish()
    done, used = time.monotonic(), time.process_time() - used
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
    print(f"{reports} reports, {maker.count} observations")
    print(f"filled in {filled - begun:.0f} s, published in {done - filled:.0f} s ({used:.0f} s of CPU)")
    print(f"store {path.stat().st_size / 1e6:.0f} MB, peak memory {peak:.0f} MB")


@dataclass
class _Town:
    """A township: what it counts, and how much."""

    metrics: list[Metric]
    values: dict[str, float] = field(default_factory=dict)


class _Maker:
    """Draws reports in the order of their numbers."""

    def __init__(self, library: Library, reports: int) -> None:
        self.count = 0
        self._draw = random.Random(1)
        self._library = library
        self._towns = max(1, reports // YEARS)
        self._all = list(library.metrics.values())
        self._shares = [(*d.operands, d.agrees) for d in library.derived.values() if d.operation == "share"]
        self._filler = [
            "".join(self._draw.choice(_WORDS) for _ in range(self._draw.randint(6, 18))) + self._draw.choice("，。；")
            for _ in range(5_000)
        ]
        self._town = _Town([])
        self._signature: list[int] = []

    def tables(self, numbers: range) -> dict[str, pa.RecordBatch]:
        """The narrow tables of these reports."""
        names = ("files", "documents", "reports", "observations", "mentions", "changes")
        rows: dict[str, list[tuple[object, ...]]] = {name: [] for name in names}
        for number in numbers:
            self._report(number, rows)
        return {
            name: pa.RecordBatch.from_arrays(
                [pa.array(c, kind.type) for c, kind in zip(zip(*cells, strict=True), schema.TABLES[name], strict=True)],
                schema=schema.TABLES[name],
            )
            for name, cells in rows.items()
        }

    def _report(self, number: int, rows: dict[str, list[tuple[object, ...]]]) -> None:
        draw, town = self._draw, number // YEARS
        year = FIRST + number % YEARS
        if number % YEARS == 0:
            # common metrics stand in most reports, rare ones in few
            order = sorted(range(len(self._all)), key=lambda n: n * draw.random())[:PER_REPORT]
            self._town = _Town([self._all[n] for n in sorted(order)])
        before, now = self._town.values, self._values(self._town)
        self._town.values = dict(now)
        if draw.random() < _SLIP:
            now[draw.choice(list(now))] *= 10_000
        province = PROVINCES[town * len(PROVINCES) // self._towns] + "省"
        county, name = f"县{town // 14}", f"乡镇{town}镇"
        report = f"{province}/{county}/{name}/{year}.txt"
        parts = [f"{name}{year}年法治政府建设情况报告\n"]
        size = len(parts[0])
        stated = 0
        for metric in self._town.metrics:
            if metric.id not in now or draw.random() < _MISSING:
                continue
            value = now[metric.id]
            written = f"{value:g}" if value < 1e6 else str(int(value))
            filler = draw.choice(self._filler)
            # hardly a clerk writes a year's sentence as the one before
            opening = f"{draw.choice(_WORDS)}{draw.choice(_WORDS)}，{draw.choice(_WORDS)}，全年{metric.zh}"
            sentence = f"{opening}{written}{metric.unit}。"
            parts += [filler, sentence]
            at = size + len(filler)
            size = at + len(sentence)
            start = at + len(opening)
            span = (at, size, start, start + len(written))
            key = f"{number * PER_REPORT + stated:016x}"
            cells = (written, None, "exact", metric.unit, metric.unit)
            rule = f"<{metric.category}> <{metric.id}> N"
            rows["observations"].append((number, key, year, metric.id, *cells, "township", "single", key, *span, None, "", rule))
            told = spoken.key_of(sentence), spoken.YEARLY
            read = (*cells, year, "actual", "township", *span, None, "achievements", "", rule, *told)
            rows["mentions"].append((number, key, metric.id, *read))
            if stated % _STATED == 0 and before.get(metric.id) and metric.unit != "%":
                percent = round(100 * (value - before[metric.id]) / before[metric.id], 1)
                told_change = ("up" if percent >= 0 else "down", f"{abs(percent):g}", "%", "exact", year - 1, year)
                rows["changes"].append(
                    (number, key, metric.id, *told_change, "stated", None, None, None, "", *span, f"{abs(percent):g}%")
                )
            stated += 1
            self.count += 1
        while size < _LENGTH:
            parts.append(draw.choice(self._filler))
            size += len(parts[-1])
        text = "".join(parts)
        if draw.random() >= _COPY or not self._signature:
            self._signature = sorted(draw.getrandbits(32) for _ in range(_HASHES))
        rows["files"].append((number, 0, report, 1, 1, 1, 1, "", "", "", ""))
        rows["documents"].append((number, "text", "utf-8", text, "", self._signature))
        who = (name, county, "", province, "", year, f"{year + 1}-01-10")
        place = f"{name}|{county}||{province}"
        rows["reports"].append((number, report, "txt", *who, len(text), 60, stated, "", "", place, str(number), year))

    def _values(self, town: _Town) -> dict[str, float]:
        draw, before = self._draw, town.values
        found: dict[str, float] = {}
        for metric in town.metrics:
            last = before.get(metric.id)
            if metric.unit == "%":
                found[metric.id] = round(draw.uniform(86, 99.9), 1)
            elif last is None:
                low = max(float(metric.low or 0), 4.0)
                found[metric.id] = round(min(low + draw.lognormvariate(4, 1.2), float(metric.high or 1e5) / 4))
            else:
                found[metric.id] = last if metric.stock else max(round(last * draw.uniform(0.85, 1.2)) + draw.choice((-1, 1)), 1)
        for part, whole, rates in self._shares:
            if part in found and whole in found:
                found[whole] = max(found[whole], 4)
                found[part] = round(found[whole] * draw.uniform(0.88, 1))
                for rate in rates:
                    if rate in found:
                        found[rate] = round(100 * found[part] / found[whole], 1)
        for metric in self._all:
            if metric.parts and metric.id in found:
                held = [part for part in metric.parts if part in found]
                found[metric.id] = sum(found[part] for part in held) + 3 * (len(held) < len(metric.parts))
        return found


def main() -> None:
    """Writes the store."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("store", type=Path)
    parser.add_argument("reports", type=int)
    given = parser.parse_args()
    build(given.store, given.reports)


if __name__ == "__main__":
    main()
