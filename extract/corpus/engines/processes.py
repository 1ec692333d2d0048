"""The engine for one machine: processes of our own, each of which may crash or hang without the others noticing.

`concurrent.futures` loses every waiting job when one process dies, and cannot end a job that hangs; here the report at fault
is known, listed, and the rest of its task is done again.
"""

from __future__ import annotations

import os
import pickle
import queue
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, cast

import extract
from extract.corpus.engines import wire
from extract.corpus.engines.work import Result, Task, failed_again, most_memory, without
from extract.corpus.engines.worker import IDLE, PLACE
from extract.errors import ReadError, TownshipMetricsError
from extract.library.model import Library
from extract.reading.issues import issue
from extract.reading.limits import DEFAULT_LIMITS

_LOOK_EVERY = 0.1
_MOST_STARTS_IN_VAIN = 3


@dataclass(slots=True, eq=False)
class _Worker:
    """One process, and since when it is at the report it is at."""

    process: subprocess.Popen[bytes]
    place: BinaryIO
    index: int = IDLE
    since: float = field(default_factory=time.monotonic)
    overdue: bool = False

    def look(self) -> None:
        """Kills the process if its report takes longer than it may."""
        index, allowed = self.at()
        now = time.monotonic()
        if index != self.index:
            self.index, self.since = index, now
        elif index != IDLE and now - self.since > allowed:
            self.overdue = True
            self.end()

    def at(self) -> tuple[int, float]:
        """The index of the report at work, and the seconds it may take."""
        self.place.seek(0)
        index, allowed = PLACE.unpack(self.place.read(PLACE.size))
        return index, allowed

    def end(self) -> None:
        """Ends the process and whatever it started."""
        with suppress(OSError):
            if os.name == "nt":
                self.process.kill()
            else:
                os.killpg(self.process.pid, signal.SIGKILL)


class ProcessEngine:
    """A thread for each process feeds it tasks; one more looks after processes that hang."""

    def __init__(self, library: Library, workers: int) -> None:
        self._library = library
        self._workers = workers
        self._lock = threading.Lock()
        self._again: deque[Task] = deque()
        self._busy = 0
        self._alive: set[_Worker] = set()
        self._stopping = False

    def run(self, tasks: Iterator[Task]) -> Iterator[Result]:
        """The results as they come."""
        done: queue.Queue[Result | BaseException | None] = queue.Queue(maxsize=self._workers * 2)
        with tempfile.TemporaryDirectory(prefix="township-metrics-", ignore_cleanup_errors=True) as folder:
            threads = [
                threading.Thread(target=self._feed, args=(tasks, done, Path(folder), n), daemon=True)
                for n in range(self._workers)
            ]
            watch = threading.Thread(target=self._watch, daemon=True)
            for thread in (*threads, watch):
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
        with self._lock:
            for worker in self._alive:
                worker.end()
        while any(thread.is_alive() for thread in threads):
            with suppress(queue.Empty):
                done.get(timeout=0.05)

    def _watch(self) -> None:
        while not self._stopping:
            with self._lock:
                for worker in self._alive:
                    worker.look()
            time.sleep(_LOOK_EVERY)

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
            time.sleep(_LOOK_EVERY / 5)
        return None

    def _feed(self, tasks: Iterator[Task], done: queue.Queue[Result | BaseException | None], folder: Path, number: int) -> None:
        worker: _Worker | None = None
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
                        raise TownshipMetricsError(f"The processes that read cannot be started ({error}).") from error
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
                self._dismiss(worker)
            done.put(None)

    def _start(self, folder: Path, number: int) -> _Worker:
        place = folder / f"place-{number}"
        place.write_bytes(PLACE.pack(IDLE, 0.0))
        settings = dict(os.environ, TMPDIR=str(folder), TEMP=str(folder))
        root = str(Path(extract.__file__).parent.parent)
        settings["PYTHONPATH"] = os.pathsep.join(filter(None, (root, settings.get("PYTHONPATH"))))
        process = subprocess.Popen(
            [sys.executable, "-m", "extract.corpus.engines.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=settings,
            start_new_session=True,
        )
        worker = _Worker(process, place.open("rb", buffering=0))
        with self._lock:
            self._alive.add(worker)
        self._send(worker, (self._library, str(place), most_memory()))
        return worker

    def _send(self, worker: _Worker, message: object) -> None:
        pipe = cast(BinaryIO, worker.process.stdin)
        pickle.dump(message, pipe, protocol=5)
        pipe.flush()

    def _ask(self, worker: _Worker, task: Task) -> Result:
        self._send(worker, task)
        return wire.unpack(cast(BinaryIO, worker.process.stdout))

    def _after_death(self, worker: _Worker | None, task: Task) -> tuple[Result | None, bool]:
        """Lists the report at fault and leaves the others to be done again; without a report at fault, all of them."""
        index = worker.at()[0] if worker is not None else IDLE
        overdue = worker is not None and worker.overdue
        if worker is not None:
            self._dismiss(worker)
        if index == IDLE:
            with self._lock:
                self._again.append(task)
            return None, False
        rest = without(task, index)
        if rest is not None:
            with self._lock:
                self._again.append(rest)
        code = worker.process.returncode if worker is not None else None
        return failed_again(task, index, _reason(overdue, code)), True

    def _dismiss(self, worker: _Worker) -> None:
        with self._lock:
            self._alive.discard(worker)
        worker.end()
        with suppress(OSError):
            cast(BinaryIO, worker.process.stdin).close()
        cast(BinaryIO, worker.process.stdout).close()
        worker.process.wait()
        worker.place.close()


def _reason(overdue: bool, code: int | None) -> ReadError:
    if overdue:
        return issue("too-slow", f"{DEFAULT_LIMITS.seconds:g}")
    return issue("crashed", f"the process ended with {code}")
