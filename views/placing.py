"""Where names stand in a chart so that they cover one another as little as can be."""

from __future__ import annotations

from collections.abc import Sequence

#: where the name of a point in a scatter may stand: how far right of it and how far above
_PLACES = {"top center": (0, 1), "bottom center": (0, -1), "middle right": (1, 0), "middle left": (-1, 0)}
#: the dots that a phone has for the points of a scatter; on a larger screen they lie further apart
_PHONE = (275.0, 330.0)


def beside(points: Sequence[tuple[str, float, float]]) -> list[str]:
    """Where each point's name stands so that it covers no other name or point, as far as that can be on a phone."""
    wide = max((x for _, x, _ in points), default=0) or 1
    tall = max((y for _, _, y in points), default=0) or 1
    dots = [(x / wide * _PHONE[0], y / tall * _PHONE[1]) for _, x, y in points]
    taken: list[tuple[float, float, float, float]] = []
    found = []
    for number, (name, _, _) in enumerate(points):
        half = 7.2 * len(name)
        boxes = {place: _label_box(*dots[number], half, *shift) for place, shift in _PLACES.items()}
        others = [(x - 6, y - 6, x + 6, y + 6) for place, (x, y) in enumerate(dots) if place != number]
        best = min(boxes, key=lambda place: sum(_meet(boxes[place], other) for other in (*taken, *others)))
        taken.append(boxes[best])
        found.append(best)
    return found


def _label_box(x: float, y: float, half: float, right: int, up: int) -> tuple[float, float, float, float]:
    x, y = x + right * (half + 9), y + up * 16
    return (x - half, y - 8, x + half, y + 8)


def _meet(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def apart(places: Sequence[float], least: float) -> list[float]:
    """The places in their order, as far from one another as `least`, moved as little as can be: crowds spread about their middle.

    >>> apart([0, 1, 40], 10)
    [-4.5, 5.5, 40.0]
    """
    crowds: list[list[float]] = []
    for place in places:
        crowds.append([place])
        while len(crowds) > 1 and _first(crowds[-1], least) < _first(crowds[-2], least) + least * len(crowds[-2]):
            crowds[-2:] = [crowds[-2] + crowds[-1]]
    return [_first(crowd, least) + least * number for crowd in crowds for number in range(len(crowd))]


def _first(crowd: Sequence[float], least: float) -> float:
    return sum(crowd) / len(crowd) - least * (len(crowd) - 1) / 2
