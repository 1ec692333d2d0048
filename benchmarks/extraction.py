"""Speed of reading text to rows in one process: `python -m benchmarks.extraction [--megabytes 4] [--runs 5]`.

Three measurements: varied reports as dense as real ones (at least 8 numbers and 1.6 mentions a KB of UTF-8), the cost of a
library of 3,000 generated metrics against one of 30, and hostile texts against the varied ones, all per MB.
"""

import argparse
import statistics
import time
from collections.abc import Sequence

from benchmarks.generate import DENSITY, Writer
from extract.library import load_library, load_library_text
from extract.matching.result import Extractor
from extract.reading.document import Document

_CASES = "件 起 次 场 份 人 名 个 处 条".split()
_SYLLABLES = "安 宝 昌 达 恩 丰 光 海 嘉 康 乐 明 宁 平 庆 荣 盛 泰 旺 祥".split()


def varied(megabytes: float, density: float, seed: int = 7) -> list[Document]:
    """Reports of about 7 KB each, none of whose sentences repeats another."""
    documents: list[Document] = []
    size = 0
    for name, text in Writer(seed, density).reports(10**6):
        documents.append(Document(text, name=name))
        size += len(text.encode())
        if size >= megabytes * 1e6:
            break
    return documents


def generated_library(metrics: int) -> str:
    """A library of `metrics` metrics, each with a noun of its own."""
    nouns = [a + b + c + d for a in _SYLLABLES for b in _SYLLABLES for c in _SYLLABLES for d in ("事项", "工作")][:metrics]
    lines = ["version: 1", "categories:", "  made: {zh: 生成, en: Generated}", "words:", "  objects:"]
    lines += [f"    n{index}: [{noun}]" for index, noun in enumerate(nouns)]
    lines += ["  actions:", "    办理: [办理, 开展, 化解]", "metrics:"]
    for index in range(metrics):
        unit = _CASES[index % len(_CASES)]
        lines += [
            f"  metric_{index}:",
            f"    zh: 指标{index}",
            f"    en: Metric {index}",
            "    category: made",
            f"    unit: {unit}",
            "    better: neutral",
            "    patterns:",
            f"      - <n{index}> N",
            f"      - <办理> <n{index}> N",
            f"      - N <n{index}>",
        ]
    return "\n".join(lines) + "\n"


def seconds(extractor: Extractor, documents: Sequence[Document]) -> tuple[float, int, int]:
    """The processor's time to rows, which other work on the machine hardly changes, with the numbers and mentions found."""
    numbers = mentions = 0
    start = time.process_time()
    for document in documents:
        result = extractor.read(document)
        mentions += len(result.mention_rows())
        result.observation_rows()
        numbers += len(result.quantities_found)
    return time.process_time() - start, numbers, mentions


def megabytes_of(documents: Sequence[Document]) -> float:
    """The size of the texts in UTF-8."""
    return sum(len(document.text.encode()) for document in documents) / 1e6


def per_megabyte(extractor: Extractor, documents: Sequence[Document], runs: int) -> float:
    """The median of several runs, in seconds a MB."""
    return statistics.median(seconds(extractor, documents)[0] for _ in range(runs)) / megabytes_of(documents)


def hostile() -> dict[str, str]:
    """Texts made to be slow, a MB each."""
    # about as many numbers as in varied text, two in eight of them figures, and never a mark
    clause = (
        "镇政府进一步统一思想认识把法治建设摆在突出位置逐级压实各方责任并以矛盾化解为抓手不断提升基层治理水平做到事事有人抓"
        "由司法所会同各村人民调解委员会一道走村入户倾听群众诉求一如既往把问题化解在萌芽状态而后共排查矛盾纠纷124起并持续跟踪回访"
    )
    return {
        "digits": "7" * 1_000_000,
        "一": "一" * 333_333,
        "亿": "亿" * 333_333,
        "万 and digits": "1万" * 250_000,
        "brackets": "（" * 333_333,
        "one clause": clause * (1_000_000 // len(clause.encode())),
        "list of figures": "3起、" * (1_000_000 // 7),
        "fillers": "纠纷，" + "共计" * 166_000 + "3起",
    }


def main() -> None:
    """Prints the measurements."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--megabytes", type=float, default=4.0)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--density", type=float, default=DENSITY)
    options = parser.parse_args()
    extractor = Extractor(load_library())
    documents = varied(options.megabytes, options.density)
    size = megabytes_of(documents)
    _, numbers, mentions = seconds(extractor, documents)
    base = per_megabyte(extractor, documents, options.runs)
    print(f"varied text: {size:.1f} MB, {numbers / size / 1e3:.1f} numbers and {mentions / size / 1e3:.2f} mentions a KB")
    print(f"text to rows: {1 / base:.2f} MB/s of processor time (median of {options.runs} runs)")
    few, many = (Extractor(load_library_text(generated_library(count), f"{count} metrics")) for count in (30, 3_000))
    ratio = per_megabyte(many, documents, options.runs) / per_megabyte(few, documents, options.runs)
    print(f"3,000 generated metrics against 30: {ratio:.2f}x")
    for name, text in hostile().items():
        took = per_megabyte(extractor, [Document(text, name=f"{name}.txt")], 1)
        print(f"hostile text, {name}: {took / base:.2f}x the time of varied text")


if __name__ == "__main__":
    main()
