"""What tables are made of: the columns of each, in their order, and how the values of its rows are written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import lru_cache
from hashlib import blake2b
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import pandas as pd

Row = tuple[object, ...]

MENTIONS: Final = (
    "id report township county city province division_code report_year metric value value_high qualifier unit unit_stated"
    " period basis scope figure sentence sentence_start start end page section flags rule library"
).split()
OBSERVATIONS: Final = (
    "id township county city province division_code year metric metric_zh metric_en category value value_high qualifier unit"
    " unit_stated scope resolution mentions report figure sentence start end page flags rule library"
).split()
CHANGES: Final = (
    "id township county metric direction amount unit qualifier from_year to_year origin value_from value_to relative agreement"
    " report figure sentence start end"
).split()
AUDIT: Final = (
    "kind severity township county year metric message expected found report sentence start end other_report other_sentence"
).split()
QUANTITIES: Final = "report start end figure value value_high unit qualifier class metrics reason".split()
REPORTS: Final = (
    "report format township county city province division_code year published characters figures claimed warnings sha256"
).split()

#: columns that hold whole numbers, and those that hold decimals; every other column is text
WHOLE: Final = frozenset(
    "report_year period year sentence_start start end page from_year to_year characters figures claimed".split()
)
DECIMAL: Final = frozenset("value value_high amount value_from value_to relative expected found".split())
#: what may stand in the column basis: done, planned, counted over several years
ACTUAL, PLANNED, CUMULATIVE = "actual", "planned", "cumulative"
#: what may stand in the column scope: the township's own, one of its parts (a village, a procedure), another place's
TOWNSHIP, PART, PLACE = "township", "part", "place"


@lru_cache(maxsize=1 << 16)
def plain(value: Decimal | None) -> str:
    """A decimal as it is written in every table: no exponent, no trailing zeros."""
    if value is None:
        return ""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def stable_id(key: str) -> str:
    """The same short key for the same parts (joined by U+001F), on every machine."""
    return blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


class StableIds:
    """The keys of rows that share their first part, which is digested once.

    >>> StableIds("a").of("b") == stable_id("ab")
    True
    """

    def __init__(self, first: str) -> None:
        self._begun = blake2b(first.encode("utf-8", "surrogatepass"), digest_size=8)

    def of(self, rest: str) -> str:
        """The key of one row."""
        digest = self._begun.copy()
        digest.update(rest.encode("utf-8", "surrogatepass"))
        return digest.hexdigest()


def frame(columns: Sequence[str], rows: Iterable[Row]) -> pd.DataFrame:
    """Rows as a typed DataFrame: whole numbers that may be missing, decimals as floats, the rest text."""
    import pandas as pd

    table = pd.DataFrame(list(rows), columns=list(columns))
    for column in columns:
        if column in WHOLE:
            table[column] = pd.to_numeric(table[column]).astype("Int64")
        elif column in DECIMAL:
            table[column] = pd.to_numeric(table[column].map(lambda v: None if v is None or v == "" else float(v)))
        else:
            table[column] = table[column].fillna("").astype("string")
    return table
