"""What a reader tells whoever watches over it: that another part of the work begins, and how long that part may take.

Time and memory thus go by what a file holds, not by its name: every page that has to be recognised from a picture brings its
own time, every file of an archive too. Where nobody watches, nothing is told.
"""

from typing import Protocol

from extract.reading.limits import Limits


class Watch(Protocol):
    """Somebody who ends a part that takes too long."""

    def member(self, number: int, seconds: float) -> None:
        """The file with this number in an archive begins."""

    def picture(self, limits: Limits) -> None:
        """A page that is a picture begins, which needs more memory than print does."""


_watch: Watch | None = None


def watch_over(watch: Watch | None) -> None:
    """From now on `watch` is told; nobody is with None."""
    global _watch
    _watch = watch


def member_begins(number: int, limits: Limits) -> None:
    """Tells that a file in an archive begins, the first being 1."""
    if _watch is not None:
        _watch.member(number, limits.seconds)


def picture_begins(limits: Limits) -> None:
    """Tells that a page begins that is a picture."""
    if _watch is not None:
        _watch.picture(limits)
