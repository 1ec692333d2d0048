"""The engine for one machine: processes of our own, each of which may crash or hang without the others noticing.

`concurrent.futures` loses every waiting job when one process dies, and cannot end a job that hangs; here the report at fault
is known, listed, and the rest of its task is done again.
"""

from __future__ import annotations

import queue
import tempfile
import threading
import time
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from extract.corpus.engines import wire
from extract.corpus.engines.work import Result, Task, failed_again, without
from extract.errors import TownshipMetricsError
from extract.library.model import Library
from extract.reading.child import Child, Watcher
from extract.reading.confined import IDLE

_WORKER = "extract.corpus.engines.worker"
_WAIT = 0.02
#: so often in a row a process may end before it is at a report; something else than chance ends it then
_MOST_STARTS_IN_VAIN = 6
#: so many files of one archive may bring their process down before the archive is given up
_MOST_LOST = 20


class ProcessEngine:
    """A thread for each process feeds it tasks; one more looks after processes that hang."""

    def __init__(self, library: Library, workers: int) -> None:
        self._library = library
        self._workers = workers
        self._lock = threading.Lock()
        self._again: deque[Task] = deque()
        self._busy = 0
        self._stopping = False

    def run(self, tasks: Iterator[Task]) -> Iterator[Result]:
        """The results as they come."""
        done: queue.Queue[Result | BaseException | None] = queue.Queue(maxsize=self._workers * 2)
        with tempfile.TemporaryDirectory(prefix="township-metrics-", ignore_cleanup_errors=True) as folder:
            threads = [
                threading.Thread(target=self._feed, args=(tasks, done, Path(folder), n), daemon=True)
                for n in range(self._workers)
            ]
            self._watcher = Watcher()
            for thread in threads:
                thread.start()
            try:
                running = len(threads)
                while running:
                    result = done.get()
                    if result is None:
                        running -= 1
                    elif isinstance(result, BaseException):
                        raise result
                    else:
                        yield result
            finally:
                self._stop(threads, done)

    def _stop(self, threads: list[threading.Thread], done: queue.Queue[Result | BaseException | None]) -> None:
        self._stopping = True
        self._watcher.kill_all()
        while any(thread.is_alive() for thread in threads):
            with suppress(queue.Empty):
                done.get(timeout=0.05)
        self._watcher.stop()

    def _next(self, tasks: Iterator[Task]) -> Task | None:
        """The next task; while others are at work one of them may yet leave a task to be done again."""
        while not self._stopping:
            with self._lock:
                task = self._again.popleft() if self._again else next(tasks, None)
                if task is not None:
                    self._busy += 1
                    return task
                if self._busy == 0:
                    return None
            time.sleep(_WAIT)
        return None

    def _feed(self, tasks: Iterator[Task], done: queue.Queue[Result | BaseException | None], folder: Path, number: int) -> None:
        worker: Child | None = None
        in_vain = 0
        try:
            while (task := self._next(tasks)) is not None:
                result: Result | None
                try:
                    worker = worker or self._start(folder, number)
                    result = self._ask(worker, task)
                    in_vain = 0
                except (OSError, EOFError, ValueError) as error:
                    if self._stopping:
                        return
                    result, blamed = self._after_death(worker, task)
                    in_vain = 0 if blamed else in_vain + 1
                    if in_vain == _MOST_STARTS_IN_VAIN:
                        raise TownshipMetricsError(
                            f"The processes that read cannot be started ({error}).", f"读取文件的进程无法启动（{error}）。"
                        ) from error
                    worker = None
                finally:
                    with self._lock:
                        self._busy -= 1
                if result is not None:
                    done.put(result)
        except BaseException as error:  # whatever it is, the run must hear of it
            done.put(error)
        finally:
            if worker is not None:
                self._watcher.dismiss(worker)
            done.put(None)

    def _start(self, folder: Path, number: int) -> Child:
        worker = Child(_WORKER, folder, str(number), self._library)
        self._watcher.add(worker)
        return worker

    def _ask(self, worker: Child, task: Task) -> Result:
        worker.send(task)
        return wire.unpack(worker.stdout)

    def _after_death(self, worker: Child | None, task: Task) -> tuple[Result | None, bool]:
        """Lists the report at fault and leaves the others to be done again; without a report at fault, all of them."""
        if worker is None:
            self._put_back(task)
            return None, False
        at = worker.at()
        self._watcher.dismiss(worker)
        if at.index == IDLE:
            self._put_back(task)
            return None, False
        reason = worker.reason()
        if at.member and len(task.sources[at.index].lost) < _MOST_LOST:
            self._put_back(task.but_for_member(at.index, at.member, reason))
            return None, True
        rest = without(task, at.index)
        if rest is not None:
            self._put_back(rest)
        return failed_again(task, at.index, reason), True

    def _put_back(self, task: Task) -> None:
        with self._lock:
            self._again.append(task)
