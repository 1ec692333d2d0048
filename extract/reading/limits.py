"""How much of a machine one file may take before it is refused."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """The bounds for one file; a report of 200 pages stays far below all of them.

    The bounds of time and memory hold where the file is read in a process of its own (`sandbox.read`, a corpus run).
    """

    file_bytes: int = 20_000_000
    #: Pages that are pictures need more room than text does.
    scan_bytes: int = 100_000_000
    characters: int = 5_000_000
    cells: int = 100_000
    #: A normal docx grows 22 times when it is unpacked, a bomb some hundreds of times.
    unpacked_bytes: int = 50_000_000
    unpacked_ratio: int = 100
    entries: int = 2_000
    pages: int = 2_000
    scan_pages: int = 200
    seconds: float = 15.0
    scan_page_seconds: float = 20.0
    memory: int = 1_000_000_000
    scan_memory: int = 3_000_000_000


DEFAULT_LIMITS = Limits()
