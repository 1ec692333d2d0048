"""What a bomb costs before it is refused: `python -m benchmarks.bombs`. Time, and memory over that of reading a normal file.

The bombs are those of `tests/reading/bombs.py`, each refused in a process of its own.
"""

import multiprocessing
import resource
import time
from multiprocessing.connection import Connection
from pathlib import Path

from extract.errors import ReadError
from extract.reading import read, read_all
from tests.reading.bombs import BOMBS

FIXTURES = Path(__file__).parent.parent / "tests" / "reading" / "fixtures"


def refuse(pipe: Connection, data: bytes) -> None:
    """Reads a bomb; sends the reason, the seconds, and the growth of memory in MB."""
    for name in ("report.docx", "report.odt"):
        read(FIXTURES / name)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    begun = time.perf_counter()
    outcome = next(iter(read_all(data, "a.docx")))
    seconds = time.perf_counter() - begun
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    pipe.send((outcome.issue if isinstance(outcome, ReadError) else "read", seconds, grown))


def main() -> None:
    """Measures."""
    print(f"{'bomb':<30}{'KB':>7}{'reason':>14}{'ms':>8}{'MB':>6}")
    spawn = multiprocessing.get_context("spawn")
    for name, make in BOMBS.items():
        data = make()
        ours, theirs = spawn.Pipe()
        process = spawn.Process(target=refuse, args=(theirs, data))
        process.start()
        reason, seconds, grown = ours.recv()
        process.join()
        print(f"{name:<30}{len(data) // 1000:>7}{reason:>14}{seconds * 1000:>8.1f}{grown:>6.0f}")


if __name__ == "__main__":
    main()
