"""Files that do to their reader what no file should be able to, after the mock parsers of other readers' tests.

A reading process takes its poison from its path: `poisoned` puts a module there that runs what a poisoned file tells it to.
"""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import extract

#: how poison begins: as a file of a format that libraries read, which is never read in the process that asks for it
MARK = b"{\\rtf1 POISON "
#: seconds that poison leaves itself where it hangs; the real limit would make the tests long, and it holds for every other file
SECONDS = 1.0
_HOOK = f"""
import os, signal, subprocess, sys, time
try:
    import extract.reading.confined as confined
    import extract.reading.reader as reader
except ImportError:
    pass
else:
    real = reader.reader_of
    made = confined.Desk.__init__
    desks = []

    def remembered(desk, *given):
        made(desk, *given)
        desks.append(desk)

    def hurry():
        for desk in desks:
            desk._tell({SECONDS})

    def poisonous(data, limits):
        if not data.startswith({MARK!r}):
            return real("rtf")(data, limits)
        told = {{}}
        exec(data[{len(MARK)}:].decode(), globals(), told)
        return told.get("document")

    reader.reader_of = lambda kind: poisonous if kind == "rtf" else real(kind)
    confined.Desk.__init__ = remembered
"""
#: seconds in which a killed process goes, on however busy a machine; those that are looked for stay for a quarter of an hour
_GOING = 60
#: what the file does, and the reason that is given for it
DEEDS = {
    "raises": ("raise ValueError('x')", "damaged"),
    "bare exception": ("raise BaseException('x')", "crashed"),
    "recursion": ("f = lambda g: g(g); f(f)", "damaged"),
    "memory": ("x = bytearray(30_000_000_000)", "too-large"),
    "sleeps": ("hurry(); time.sleep(600)", "too-slow"),
    "busy and deaf": ("hurry(); signal.signal(signal.SIGTERM, signal.SIG_IGN)\nwhile True: pass", "too-slow"),
    "exits": ("os._exit(0)", "crashed"),
    "kills itself": ("os.kill(os.getpid(), signal.SIGKILL)", "crashed"),
    "segmentation fault": ("os.kill(os.getpid(), signal.SIGSEGV)", "crashed"),
    "prints": ("for _ in range(100): os.write(1, b'y' * 1_000_000); sys.stdout.write('x' * 9)\nraise OSError", "crashed"),
    "a gigabyte of text": ("x = '化解96起。' * 200_000_000", "too-large"),
    "leaves a child": ("subprocess.Popen(['sleep', '987']); os._exit(1)", "crashed"),
    "closes everything": ("os.closerange(0, 64)", "crashed"),
    "returns another thing": ("document = 96", "crashed"),
}


def poison(deed: str) -> bytes:
    """The file that does a deed."""
    return MARK + DEEDS[deed][0].encode()


@contextmanager
def poisoned(folder: Path, *, hurried: bool = True) -> Iterator[None]:
    """Reading processes that are started in here run what poisoned files tell them; those that hang do so as long as they may."""
    (folder / "poison").mkdir(exist_ok=True)
    hook = _HOOK if hurried else _HOOK.replace(f"desk._tell({SECONDS})", "pass")
    (folder / "poison" / "sitecustomize.py").write_text(hook, encoding="utf-8")
    before = os.environ.get("PYTHONPATH")
    root = Path(extract.__file__).parent.parent
    os.environ["PYTHONPATH"] = f"{folder / 'poison'}{os.pathsep}{root}"
    try:
        yield
    finally:
        if before is None:
            del os.environ["PYTHONPATH"]
        else:
            os.environ["PYTHONPATH"] = before


def left_behind(command: str) -> list[str]:
    """The processes with these words in their command line that readers of poison started, and that do not end.

    A process that was killed may need a moment to go, on a busy machine more than one.
    """
    until = time.monotonic() + _GOING
    while (found := _poisoned_processes(command)) and time.monotonic() < until:
        time.sleep(0.05)
    return found


def _poisoned_processes(command: str) -> list[str]:
    mark = os.environ["PYTHONPATH"].split(os.pathsep)[0].encode()
    found = []
    for place in Path("/proc").glob("[0-9]*"):
        try:
            line = (place / "cmdline").read_bytes().replace(b"\0", b" ").decode("utf-8", "replace")
            ours = command in line and mark in (place / "environ").read_bytes()
        except OSError:
            continue
        if ours:
            found.append(line)
    return found
