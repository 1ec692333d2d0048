"""Tells what was read in a text in short words, so that tests are tables."""

from extract.figures.denials import find_denials
from extract.figures.quantity import EXACT, FIGURE, RULE, Quantity
from extract.figures.scanner import find_quantities


def told(clean: str) -> list[str]:
    """Every quantity of a clean text: its kind, its stretch, and what a figure or rule is worth."""
    return [_tell(clean, quantity) for quantity in find_quantities(clean)]


def figures(clean: str) -> list[str]:
    """What the figures of a clean text are worth."""
    return [_worth(quantity) for quantity in find_quantities(clean) if quantity.kind == FIGURE]


def kinds(clean: str) -> list[str]:
    """The kinds of all numbers of a clean text."""
    return [quantity.kind for quantity in find_quantities(clean)]


def denied(clean: str) -> list[str]:
    """The denying words of a clean text."""
    return [clean[denial.start : denial.end] for denial in find_denials(clean)]


def _tell(clean: str, quantity: Quantity) -> str:
    stretch = f"{quantity.kind} {clean[quantity.start : quantity.end]}"
    return f"{stretch} = {_worth(quantity)}" if quantity.kind in (FIGURE, RULE) and quantity.value is not None else stretch


def _worth(quantity: Quantity) -> str:
    high = "" if quantity.high is None else f"-{quantity.high}"
    qualifier = "" if quantity.qualifier == EXACT else quantity.qualifier
    return " ".join(filter(None, [f"{quantity.value}{high}", quantity.unit, qualifier]))
