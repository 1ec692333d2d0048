"""Files that do to their reader what no file should be able to, after the mock parsers of other readers' tests.

A reading process takes its poison from its path: `poisoned` puts a module there that runs what a poisoned file tells it to.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import extract

#: how poison begins: as a file of a format that libraries read, which is never read in the process that asks for it
MARK = b"{\\rtf1 POISON "
#: seconds that a part may take where poison is about; the real limit would make the tests long
SECONDS = 4.0
_HOOK = f"""
import os, signal, subprocess, sys, time
try:
    import extract.reading.confined as confined
    import extract.reading.reader as reader
except ImportError:
    pass
else:
    real = reader.reader_of
    tell = confined.Desk._tell

    def poisonous(data, limits):
        if not data.startswith({MARK!r}):
            return real("rtf")(data, limits)
        told = {{}}
        exec(data[{len(MARK)}:].decode(), globals(), told)
        return told.get("document")

    reader.reader_of = lambda kind: poisonous if kind == "rtf" else real(kind)
    confined.Desk._tell = lambda desk, seconds: tell(desk, min(seconds, {SECONDS}))
"""
#: what the file does, and the reason that is given for it
DEEDS = {
    "raises": ("raise ValueError('x')", "damaged"),
    "bare exception": ("raise BaseException('x')", "crashed"),
    "recursion": ("f = lambda g: g(g); f(f)", "damaged"),
    "memory": ("x = bytearray(30_000_000_000)", "too-large"),
    "sleeps": ("time.sleep(60)", "too-slow"),
    "busy and deaf": ("signal.signal(signal.SIGTERM, signal.SIG_IGN)\nwhile True: pass", "too-slow"),
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
def poisoned(folder: Path) -> Iterator[None]:
    """Reading processes that are started in here run what poisoned files tell them."""
    (folder / "poison").mkdir(exist_ok=True)
    (folder / "poison" / "sitecustomize.py").write_text(_HOOK, encoding="utf-8")
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


def processes_named(command: str) -> list[str]:
    """The command lines of processes that hold these words."""
    found = []
    for place in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            line = place.read_bytes().replace(b"\0", b" ").decode("utf-8", "replace")
        except OSError:
            continue
        if command in line:
            found.append(line)
    return found
