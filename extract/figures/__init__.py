"""Every number of a text, typed; knows nothing of reports or metrics."""

from extract.figures.denials import find_denials
from extract.figures.numerals import parse_number
from extract.figures.scanner import find_quantities

__all__ = ["find_denials", "find_quantities", "parse_number"]
