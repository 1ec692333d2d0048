"""Pieces of the texts of one store: what was opened once is kept, as findings quote the same reports again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.corpus.columns import Array
    from extract.corpus.reader import Store

#: some 100 MB; of more reports no more are open at a time
_MOST = 20_000


class HeldTexts:
    """The texts that one open store was asked for."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._texts: dict[int, str] = {}

    def _opened(self, numbers: Sequence[int]) -> dict[int, str]:
        """At least the texts of these reports; those that are not open yet come together."""
        missing = set(numbers).difference(self._texts)
        if len(missing) + len(self._texts) > _MOST:
            self._texts.clear()
            missing = set(numbers)
        self._texts.update(self._store.texts_of(missing))
        return self._texts

    def cut(self, numbers: Array, first: Array, last: Array) -> list[str]:
        """Of each report the half-open stretch of its text, nothing where it has none."""
        found = [""] * len(numbers)
        order = np.argsort(numbers, kind="stable")
        ordered = numbers[order]
        wanted: Any = np.unique(ordered)
        for begin in range(0, len(wanted), max(_MOST, 1)):
            part = wanted[begin : begin + max(_MOST, 1)]
            texts = self._opened(part.tolist())
            rows = order[np.searchsorted(ordered, part[0]) : np.searchsorted(ordered, part[-1], side="right")]
            cells = zip(rows.tolist(), numbers[rows].tolist(), first[rows].tolist(), last[rows].tolist(), strict=True)
            for row, number, start, end in cells:
                found[row] = texts.get(number, "")[start:end]
        return found
