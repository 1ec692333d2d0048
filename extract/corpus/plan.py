"""What a run has to do: each file of the corpus held against what the store knows of it."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from extract.corpus.batch import Source
from extract.corpus.engines.work import Task
from extract.corpus.files import load_file
from extract.corpus.folder import Corpus, Found, Stamp, is_archive
from extract.errors import ReadError
from extract.reading.limits import DEFAULT_LIMITS

#: reasons that may be gone the next time, though the file is the same
PASSING = frozenset(("missing", "unreadable", "crashed", "too-slow", "needs-ocr", "not-a-file"))
#: a task's size in bytes and files: large enough to cost nothing, small enough to share out evenly
_WORTH_WRITING = 200
LARGEST_TASK, SMALLEST_TASK, MOST_FILES = 1_000_000, 30_000, 400


@dataclass(frozen=True, slots=True)
class Known:
    """What the store holds of one file."""

    number: int
    stamp: Stamp
    sha256: str
    overrides: str
    issue: str
    matched: bool
    #: the numbers of an archive's members
    members: tuple[int, ...] = ()


@dataclass(slots=True)
class Plan:
    """The work of a run, by what has to be done to each file."""

    read: list[Source] = field(default_factory=list)
    #: not to be opened at all, with the reason
    refused: list[tuple[Source, Stamp, ReadError]] = field(default_factory=list)
    #: texts in the store to be matched again
    rematch: list[int] = field(default_factory=list)
    #: unchanged files whose stamp or overrides are others now
    restamp: list[tuple[int, Stamp, str]] = field(default_factory=list)
    #: numbers that the store must forget before new rows come
    stale: list[int] = field(default_factory=list)
    removed: int = 0
    unchanged: int = 0
    #: unchanged files that could not be read then and cannot now
    still_failing: int = 0

    @property
    def is_idle(self) -> bool:
        """Whether the store would come out as it is; a few stamps to learn are not worth writing it."""
        return not (self.read or self.refused or self.rematch or self.stale) and len(self.restamp) < _WORTH_WRITING


def make_plan(
    corpus: Corpus, known: dict[str, Known], *, rematch_all: bool = False, touched: frozenset[int] = frozenset()
) -> Plan:
    """The plan for a corpus; `known` is empty where everything is to be read.

    `touched` are the texts that another library may read otherwise, where that is known; else `rematch_all`.
    """
    plan = Plan()
    root = os.path.realpath(corpus.root)
    following = max((max(file.number, *file.members, 0) for file in known.values()), default=0) + 1
    for found in corpus.files:
        before = known.get(found.name)
        overrides = corpus.overrides_of(found.name)
        inside = is_archive(found.name)
        if before is None or not _is_same(found, before, root) or (inside and before.overrides != overrides):
            if before is not None:
                plan.stale.extend((before.number, *before.members))
            source = Source(following, found.name, found.path, overrides, found.stamp.size, -1 if inside else 0, root=root)
            _add_new(plan, source, found)
            following += 1 + (DEFAULT_LIMITS.entries if inside else 0)
        else:
            _keep(plan, found, before, overrides, rematch_all, touched)
    names = {found.name for found in corpus.files}
    gone = [file for name, file in known.items() if name not in names]
    plan.stale.extend(number for file in gone for number in (file.number, *file.members))
    plan.removed = len(gone)
    return plan


def _add_new(plan: Plan, source: Source, found: Found) -> None:
    if found.issue:
        plan.refused.append((source, found.stamp, ReadError(found.issue, found.message, found.name)))
    else:
        plan.read.append(source)


def _keep(plan: Plan, found: Found, before: Known, overrides: str, rematch_all: bool, touched: frozenset[int]) -> None:
    if before.overrides != overrides or (before.stamp != found.stamp and found.stamp.is_settled):
        plan.restamp.append((before.number, found.stamp, overrides))
    if before.issue:
        plan.still_failing += 1
    elif rematch_all or not before.matched or before.overrides != overrides:
        plan.rematch.extend(before.members or (before.number,))
    elif again := touched.intersection(before.members or (before.number,)):
        plan.rematch.extend(sorted(again))
    else:
        plan.unchanged += 1


def _is_same(found: Found, before: Known, root: str) -> bool:
    """Whether the file can be left: the same stamp, or at least the same content."""
    if before.issue in PASSING or found.issue:
        return False
    if found.stamp == before.stamp:
        return True
    try:
        data, _ = load_file(found.path, root=root)
    except ReadError:
        return False
    return hashlib.sha256(data).hexdigest() == before.sha256


def make_tasks(sources: Iterable[Source], workers: int) -> Iterator[Task]:
    """The files in their order, in tasks of about the same size."""
    todo = list(sources)
    total = sum(source.size for source in todo)
    largest = min(LARGEST_TASK, max(SMALLEST_TASK, total // (workers * 8)))
    group: list[Source] = []
    size = 0
    for source in todo:
        if group and (size + source.size > largest or len(group) == MOST_FILES):
            yield Task(tuple(group))
            group, size = [], 0
        group.append(source)
        size += source.size
    if group:
        yield Task(tuple(group))
