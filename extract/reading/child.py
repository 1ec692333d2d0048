"""The outside of a reading process: started, watched, and killed with whatever it started when a file takes too long."""

import mmap
import os
import pickle
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

import extract
from extract.errors import ReadError
from extract.reading.confined import IDLE, PLACE
from extract.reading.issues import issue

_LOOK_EVERY = 0.1
#: on Windows Ctrl+C reaches every process of a console: a child that it ended would be laid to the file that it was reading
_APART = getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0) | getattr(subprocess, "CREATE_NO_WINDOW", 0)
#: how a process ends that has sent itself an alarm, where there are alarms
_ALARMED = -signal.SIGALRM if sys.platform != "win32" else None


@dataclass(frozen=True, slots=True)
class At:
    """What a process says it is at: a file's index, the part of its work, the archive's file, and the part's seconds."""

    index: int
    part: int
    member: int
    seconds: float


class Child:
    """One process of ours that reads; `module` is its program and `hello` the first thing it is sent, after its place."""

    def __init__(self, module: str, folder: Path, name: str, hello: object) -> None:
        place = folder / f"place-{name}"
        place.write_bytes(PLACE.pack(IDLE, 0, 0, 0.0))
        settings = dict(os.environ, TMPDIR=str(folder), TEMP=str(folder))
        root = str(Path(extract.__file__).parent.parent)
        settings["PYTHONPATH"] = os.pathsep.join(filter(None, (root, settings.get("PYTHONPATH"))))
        self.process = subprocess.Popen(  # noqa: S603  (our own module, no shell)
            [sys.executable, "-m", module],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=settings,
            start_new_session=True,
            creationflags=_APART,
        )
        # mapped here as there: only two maps of one file are sure to agree on every system
        with place.open("rb") as file:
            self._place = mmap.mmap(file.fileno(), PLACE.size, access=mmap.ACCESS_READ)
        self._seen = At(IDLE, 0, 0, 0.0)
        self._since = time.monotonic()
        self._overdue = False
        self.send((str(place), hello))

    @property
    def stdout(self) -> BinaryIO:
        """What the process answers."""
        return cast(BinaryIO, self.process.stdout)

    def send(self, message: object) -> None:
        """Gives the process something to do."""
        pipe = cast(BinaryIO, self.process.stdin)
        pickle.dump(message, pipe, protocol=5)
        pipe.flush()

    def at(self) -> At:
        """What the process is at."""
        return At(*PLACE.unpack_from(self._place))

    def look(self) -> None:
        """Kills the process if its part takes longer than it may."""
        at = self.at()
        now = time.monotonic()
        if at != self._seen:
            self._seen, self._since = at, now
        elif at.seconds and now - self._since > at.seconds:
            self._overdue = True
            self.kill()

    def reason(self) -> ReadError:
        """Why the process ended, which must be known to have ended."""
        if self._overdue or self.process.returncode == _ALARMED:
            return issue("too-slow", f"{self._seen.seconds:g}")
        return issue("crashed", f"the process ended with {self.process.returncode}")

    def kill(self) -> None:
        """Kills the process and whatever it started."""
        with suppress(OSError):
            if os.name == "nt":
                self.process.kill()
            else:
                os.killpg(self.process.pid, signal.SIGKILL)

    def close(self) -> None:
        """Ends the process and lets go of all that belongs to it."""
        self.kill()
        with suppress(OSError):
            cast(BinaryIO, self.process.stdin).close()
        self.stdout.close()
        self.process.wait()
        self._place.close()


class Watcher:
    """A thread that looks at children until it is stopped, so that one that hangs is killed."""

    def __init__(self) -> None:
        self._children: set[Child] = set()
        self._lock = threading.Lock()
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def add(self, child: Child) -> None:
        """Looks at a child from now on."""
        with self._lock:
            self._children.add(child)

    def dismiss(self, child: Child) -> None:
        """Ends a child; it is not looked at any more."""
        with self._lock:
            self._children.discard(child)
        child.close()

    def kill_all(self) -> None:
        """Kills every child; whoever waits for one of them hears its end."""
        with self._lock:
            for child in self._children:
                child.kill()

    def stop(self) -> None:
        """Looks no more."""
        self._stop.set()

    def _watch(self) -> None:
        while not self._stop.wait(_LOOK_EVERY):
            with self._lock:
                for child in self._children:
                    child.look()
