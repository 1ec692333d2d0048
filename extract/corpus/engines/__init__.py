"""Who does the reading and matching: this process, a pool of processes, or a cluster, behind one interface."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import Protocol

from extract.corpus.engines.work import Result, Task
from extract.errors import UsageError
from extract.library.model import Library

ENGINES = ("serial", "processes", "dask")
#: below this many files a pool of processes takes longer to start than it saves, where nothing can bring the reader down
HANDFUL = 24


class Engine(Protocol):
    """Turns tasks into results, in any order; a result says which task it is of."""

    def run(self, tasks: Iterator[Task]) -> Iterator[Result]:
        """The results of all tasks, each as soon as it is there."""


EngineMaker = Callable[[Library], Engine]


def choose_engine(
    name: str | None,
    library: Library,
    files: int,
    workers: int | None = None,
    scheduler: str | None = None,
    *,
    plain: bool = True,
) -> Engine:
    """The engine asked for; without a name the one that suits the number of files, and whether all are `plain` text."""
    name = name or ("dask" if scheduler else "serial" if files <= HANDFUL and plain else "processes")
    if name not in ENGINES:
        raise UsageError(
            f"There is no engine {name!r}. Allowed: {', '.join(ENGINES)}.",
            f"没有“{name}”这种运行方式。可用：{'、'.join(ENGINES)}。",
        )
    if workers is not None and workers < 1:
        raise UsageError("The number of workers must be 1 or more.", "进程数至少为 1。")
    if scheduler and name != "dask":
        raise UsageError("--scheduler is for --engine dask.", "--scheduler 只用于 --engine dask。")
    workers = min(workers or os.cpu_count() or 1, max(files, 1))
    if name == "serial":
        from extract.corpus.engines.serial import SerialEngine

        return SerialEngine(library)
    if name == "processes":
        from extract.corpus.engines.processes import ProcessEngine

        return ProcessEngine(library, workers)
    from extract.corpus.engines.cluster import DaskEngine

    return DaskEngine(library, workers, scheduler)
