"""The engine for several machines: a Dask cluster, an existing one or one of local processes."""

from __future__ import annotations

import io
import pickle
import queue
import tempfile
import threading
from collections.abc import Iterator
from functools import lru_cache
from importlib import import_module
from typing import Any

from extract.corpus.engines import wire
from extract.corpus.engines.processes import ProcessEngine
from extract.corpus.engines.work import Result, Task, failed_again, without
from extract.errors import UsageError
from extract.library.model import Library
from extract.reading.issues import issue

#: tasks handed out for each thread of the cluster; more would only fill its memory
_AHEAD = 3


class DaskEngine:
    """Hands tasks to a scheduler; the machines of a cluster must see the files under the same paths."""

    def __init__(self, library: Library, workers: int, scheduler: str | None) -> None:
        self._library = pickle.dumps(library)
        self._workers = workers
        self._scheduler = scheduler

    def _client(self) -> Any:
        try:
            distributed = _distributed()
        except ImportError as error:
            raise UsageError(
                "The engine dask needs the extra `cluster`: pip install 'township-metrics[cluster]'.",
                "使用 dask 须安装 cluster 扩展：pip install 'township-metrics[cluster]'。",
            ) from error
        try:
            if self._scheduler:
                return distributed.Client(self._scheduler, timeout="10s")
            cluster = distributed.LocalCluster(
                n_workers=self._workers,
                threads_per_worker=1,
                dashboard_address=None,
                host="127.0.0.1",
                silence_logs="CRITICAL",
                local_directory=tempfile.gettempdir(),
            )
            return distributed.Client(cluster)
        except (OSError, ValueError, TimeoutError) as error:
            raise UsageError(
                f"There is no Dask scheduler at {self._scheduler} ({error}).",
                f"{self._scheduler} 处没有 Dask 调度程序（{error}）。",
            ) from error

    def run(self, tasks: Iterator[Task]) -> Iterator[Result]:
        """The results as they come; a task whose worker died again and again is done again report by report."""
        client = self._client()
        distributed = _distributed()
        try:
            library = client.scatter(self._library, broadcast=True, hash=True)
            results = distributed.as_completed()
            ahead = max(2, sum(client.nthreads().values())) * _AHEAD
            pending: dict[Any, Task] = {}

            def submit(task: Task) -> None:
                future = client.submit(_work, library, _as_bytes(task), pure=False, retries=0)
                pending[future.key] = task
                results.add(future)

            for task in tasks:
                submit(task)
                if len(pending) >= ahead:
                    break
            for future in results:
                task = pending.pop(future.key)
                if future.status == "finished":
                    for result in future.result():
                        yield wire.unpack(io.BytesIO(result))
                elif len(task) == 1:
                    yield failed_again(task, 0, issue("crashed", "its worker ended"))
                else:
                    _raise_unless_died(future)
                    for single in _singles(task):
                        submit(single)
                future.release()
                following = next(tasks, None)
                if following is not None:
                    submit(following)
        finally:
            cluster = client.cluster
            client.close()
            if cluster is not None and not self._scheduler:
                cluster.close()


def _distributed() -> Any:
    """The library of the extra `cluster`, loaded only where it is asked for."""
    return import_module("distributed")


def _raise_unless_died(future: Any) -> None:
    """A worker that died leaves a task undone; any other error is one of the program and ends the run."""
    error = future.exception()
    if not isinstance(error, _distributed().KilledWorker):
        raise error


def _singles(task: Task) -> Iterator[Task]:
    rest: Task | None = task
    while rest is not None and len(rest) > 1:
        following = without(rest, 0)
        yield rest.first()
        rest = following
    if rest is not None:
        yield rest


def _as_bytes(task: Task) -> bytes:
    return pickle.dumps(task, protocol=5)


def _work(library: bytes, task: bytes) -> list[bytes]:
    """One task on a worker: more than one result where a report had to be left out."""
    found = _lane(library).do(pickle.loads(task))  # noqa: S301  (from our own client)
    return [b"".join(bytes(piece) for piece in wire.pack(result)) for result in found]


class _Lane:
    """A process of our own on a cluster's worker, so that a file that crashes or hangs costs the cluster nothing."""

    def __init__(self, library: Library) -> None:
        self._tasks: queue.SimpleQueue[Task] = queue.SimpleQueue()
        self._results = ProcessEngine(library, 1).run(iter(self._tasks.get, None))
        self._lock = threading.Lock()

    def do(self, task: Task) -> list[Result]:
        """The results of one task, all its reports accounted for."""
        with self._lock:
            self._tasks.put(task)
            found: list[Result] = []
            while sum(result.reports for result in found) < len(task):
                found.append(next(self._results))
            return found


@lru_cache(maxsize=2)
def _lane(library: bytes) -> _Lane:
    return _Lane(pickle.loads(library))  # noqa: S301
