"""What one number in a text is: its kind, value, exactness, unit and exact place."""

from dataclasses import dataclass
from decimal import Decimal

FIGURE, DATE, NAME, ORDINAL, IDIOM, RULE = "figure", "date", "name", "ordinal", "idiom", "rule"
EXACT, OVER, NEARLY, ABOUT = "exact", "over", "nearly", "about"


@dataclass(slots=True)
class Quantity:
    """One number of a text. Offsets are half-open and point into the flow's clean text.

    The stretch runs from the first digit or numeral to the end of the unit; 余 and 多 inside it belong to it, 近 约 超 以上
    左右 beside it only set the qualifier. `reach_start` and `reach_end` take those outer words in. `number_end` is where the
    unit begins. `kind` is one of figure, date, name, ordinal, idiom, rule.
    """

    start: int
    end: int
    kind: str
    value: Decimal | None = None
    high: Decimal | None = None
    unit: str = ""
    qualifier: str = EXACT
    number_end: int = 0
    reach_start: int = 0
    reach_end: int = 0
    #: the calendar year that a date names, if it names one
    year: int | None = None
    #: the last year, of a span of years (2021—2025年)
    year_to: int | None = None
