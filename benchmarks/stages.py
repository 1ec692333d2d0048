"""Where the time of one report goes: `python -m benchmarks.stages [--megabytes 0.5] [--runs 10] [--density 0.06]`.

Prints the best of several runs for each stage from text to rows, in microseconds a KB of UTF-8 of the varied text. The garbage
collector is off for the stages as it is while a report is read.
"""

import argparse
import gc
import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar

from benchmarks.extraction import megabytes_of, varied
from benchmarks.generate import DENSITY
from extract.figures.denials import find_denials
from extract.figures.scanner import find_quantities
from extract.flow import make_flow
from extract.library import load_library
from extract.matching.observations import observe
from extract.matching.result import Extractor, ReportResult
from extract.matching.scene import Scene
from extract.reading.document import Document
from extract.report.identity import identify
from extract.report.outline import outline

T = TypeVar("T")


class Clock:
    """Adds up what each stage takes in one run."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    def __call__(self, stage: str, work: Callable[[], T]) -> T:
        """Does the work on the stage's account."""
        begun = time.process_time()
        done = work()
        self.seconds[stage] = self.seconds.get(stage, 0.0) + time.process_time() - begun
        return done


def run(extractor: Extractor, documents: Sequence[Document]) -> dict[str, float]:
    """The seconds of each stage, and of the whole line as it is used."""
    clock = Clock()
    gc.disable()
    for document in documents:
        _read(clock, extractor, document)
        clock("rows", partial(_make_rows, extractor.read(document)))
    gc.enable()
    for document in documents:
        clock("text to rows", partial(_rows, extractor, document))
    return clock.seconds


def _rows(extractor: Extractor, document: Document) -> None:
    _make_rows(extractor.read(document))


def _make_rows(result: ReportResult) -> None:
    result.mention_rows()
    result.observation_rows()


def _read(clock: Clock, extractor: Extractor, document: Document) -> None:
    flow = clock("flow", lambda: make_flow(document.text))
    layout = clock("outline", lambda: outline(flow.clean))
    identity, _ = clock("identify", lambda: identify(document, flow, layout))
    quantities = clock("quantities", lambda: find_quantities(flow.clean))
    denials = clock("denials", lambda: find_denials(flow.clean))
    scene = clock("scene", lambda: Scene(flow.clean, quantities, denials, layout, extractor.compiled))
    reading = clock("match", lambda: extractor.reader.read(scene, identity.year))
    clock("observe", lambda: observe(scene, reading.mentions, identity.year, extractor.order))


def main() -> None:
    """Prints the stages."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--megabytes", type=float, default=0.5)
    parser.add_argument("--runs", type=int, default=10)
    parser.add_argument("--density", type=float, default=DENSITY)
    options = parser.parse_args()
    extractor = Extractor(load_library())
    documents = varied(options.megabytes, options.density)
    runs = [run(extractor, documents) for _ in range(options.runs)]
    for stage in runs[0]:
        best = min(seconds[stage] for seconds in runs)
        print(f"{stage:<14}{best / megabytes_of(documents) * 1000:7.1f} us/KB")


if __name__ == "__main__":
    main()
