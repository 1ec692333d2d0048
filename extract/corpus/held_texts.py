"""The texts of the reports in doubt, taken out of a store at once: to find a few of its texts, all of them are gone through."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Iterable

    from extract.corpus.reader import Store

#: some 70 MB; of more reports each question goes through the store again
_MOST = 20_000


class HeldTexts:
    """Copies of some texts of one store, for the statements that follow."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._numbers: set[int] = set()

    def table(self, numbers: Iterable[int]) -> str:
        """The table that has the texts of these reports; those that it lacks are fetched together."""
        missing = {int(number) for number in numbers} - self._numbers
        if len(missing) + len(self._numbers) > _MOST:
            return "documents"
        if missing:
            self._store.keep("missing_texts", pd.DataFrame({"number": np.array(sorted(missing), dtype=np.int32)}))
            into = "INSERT INTO held_texts" if self._numbers else "CREATE OR REPLACE TEMP TABLE held_texts AS"
            lie = f"number BETWEEN {min(missing)} AND {max(missing)}"
            self._store.run(f"{into} SELECT number, text FROM documents SEMI JOIN missing_texts USING (number) WHERE {lie}")  # noqa: S608
            self._numbers |= missing
        return "held_texts" if self._numbers else "documents"
