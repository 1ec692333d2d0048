"""The exceptions this package raises, each with a stable code and a message that says what to do.

TownshipMetricsError
├── UsageError            E1  the command or call was given something it cannot use
├── LibraryError          E2  metrics.yaml has problems; `.problems` holds every one of them
├── ReadError             E3  one file could not be read; the run goes on without it
├── StoreBusyError        E4  another run is writing the store
└── WriteError            E5  the result could not be written; nothing was changed
"""

from collections.abc import Sequence
from dataclasses import dataclass


class TownshipMetricsError(Exception):
    """Anything that this package reports to its user in one sentence; `zh` is the same in Chinese, where there is one."""

    code = "E0"
    exit_code = 2

    def __init__(self, message: str = "", zh: str = "") -> None:
        self.zh = zh
        super().__init__(message)


class UsageError(TownshipMetricsError):
    """The command or call was given something it cannot use."""

    code = "E1"


@dataclass(frozen=True, order=True, slots=True)
class LibraryProblem:
    """One mistake in a pattern library, with the place to mend it.

    `severity` is error (the library is not used) or warning (it is used, and somebody should look).
    """

    file: str
    line: int
    column: int
    where: str
    what: str
    allowed: str = ""
    fix: str = ""
    severity: str = "error"

    def __str__(self) -> str:
        where = f" [{self.where}]" if self.where else ""
        allowed = f" Allowed: {self.allowed}." if self.allowed else ""
        fix = f" Fix: {self.fix}." if self.fix else ""
        return f"{self.file}:{self.line}:{self.column}{where} {self.what}.{allowed}{fix}"


class LibraryError(TownshipMetricsError):
    """metrics.yaml has problems; `.problems` holds every one of them, in the order of the file."""

    code = "E2"

    def __init__(self, problems: Sequence[LibraryProblem]) -> None:
        self.problems = sorted(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class ReadError(TownshipMetricsError):
    """One file could not be read; `.issue` is a stable word such as `needs-ocr`, `too-large`, `encrypted`, `damaged`."""

    code = "E3"
    exit_code = 1

    def __init__(self, issue: str, message: str, name: str = "") -> None:
        self.issue = issue
        self.name = name
        super().__init__(message)

    def __reduce__(self) -> tuple[type["ReadError"], tuple[str, str, str]]:
        return ReadError, (self.issue, str(self), self.name)


class StoreBusyError(TownshipMetricsError):
    """Another run is writing the store."""

    code = "E4"
    exit_code = 3


class WriteError(TownshipMetricsError):
    """The result could not be written; nothing was changed."""

    code = "E5"
    exit_code = 4

    @classmethod
    def at(cls, place: object, reason: object) -> "WriteError":
        """For a file that stays as it was."""
        english = f"{place} cannot be written ({reason}); nothing was changed."
        return cls(english, f"无法写入 {place}（{reason}）；没有改动任何文件。")
