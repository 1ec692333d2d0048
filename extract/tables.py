"""The columns of every table this package gives out, in their order; a row is a tuple of these."""

from typing import Final

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
