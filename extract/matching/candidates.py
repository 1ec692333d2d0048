"""The patterns worth walking from a figure: those whose words all stand around it.

A figure has some thirty patterns within reach and walks six of them, so finding the six must cost less than walking. The patterns
of an anchor are kept in bundles that ask the same: one look at the nearest word, or for a second word, decides on a whole bundle.
"""

from collections.abc import Mapping, Sequence

from extract.matching.compiled import CompiledLibrary, Plan
from extract.matching.scene import Scene
from extract.matching.territory import Territory

_NOTHING: frozenset[str] = frozenset()


class _Bundle:
    """Patterns of one anchor that need the same second word on the same side, or none besides the anchor."""

    __slots__ = ("plans", "second", "second_before")

    def __init__(self, second: str, second_before: bool) -> None:
        self.second = second
        self.second_before = second_before
        #: each with whether it needs more words than these two
        self.plans: list[tuple[Plan, bool]] = []


class _Anchored:
    """The patterns of one anchor: those that want it behind the number, and those that want it before, by its group."""

    __slots__ = ("before", "behind")

    def __init__(self, plans: Sequence[Plan]) -> None:
        behind: dict[tuple[str, bool], _Bundle] = {}
        before: dict[str, dict[tuple[str, bool], _Bundle]] = {}
        for plan in plans:
            bundles = before.setdefault(plan.group or "", {}) if plan.needs_left else behind
            others = [(name, True) for name in sorted(plan.needs_left) if name != plan.anchor]
            others += [(name, False) for name in sorted(plan.needs_right) if name != plan.anchor]
            key = others[0] if others else ("", False)
            wants_more = bool(others) and len(plan.needs_left) + len(plan.needs_right) > 2
            bundles.setdefault(key, _Bundle(*key)).plans.append((plan, wants_more))
        self.behind = list(behind.values())
        #: by the group whose nearest word the anchor must be, "" where any will do
        self.before = [(group, list(bundles.values())) for group, bundles in before.items()]


class Candidates:
    """Finds the patterns of one library whose words stand around a figure."""

    def __init__(self, library: CompiledLibrary) -> None:
        self._of_unit = {unit: _by_anchor(plans) for unit, plans in library.plans.items()}
        self._of_any_unit = _by_anchor(library.plans_of_any_unit)

    def around(self, scene: Scene, where: Territory, unit: str | None, headed: int, strict: bool) -> list[Plan]:
        """The patterns for `unit` (None: for any) whose words all stand in the territory.

        `headed` is a word before the number that counts as behind it; `strict` asks that a pattern's nearest word is the next of
        its group.
        """
        source = self._of_any_unit if unit is None else self._of_unit.get(unit)
        if not source or where.first_token == where.last_token:
            return []
        tokens = scene.tokens
        before: set[str] = set()
        nearest: dict[str, frozenset[str]] = {}
        for at in range(where.first_token, where.split):
            word = tokens[at].word
            if word.sets:
                before |= word.sets
            for group in word.groups:
                nearest[group] = word.sets
        behind: set[str] = set()
        for at in range(where.split, where.last_token):
            word = tokens[at].word
            if word.sets:
                behind |= word.sets
        if headed >= 0:
            behind |= tokens[headed].word.sets
        plans: list[Plan] = []
        for name in before:
            anchored = source.get(name)
            if anchored is None:
                continue
            for group, bundles in anchored.before:
                # Another word of the group between the number and the plan's first word hides that word.
                if not strict or not group or name in nearest.get(group, _NOTHING):
                    _take(bundles, before, behind, plans)
        for name in behind:
            anchored = source.get(name)
            if anchored is not None:
                _take(anchored.behind, before, behind, plans)
        return plans


def _by_anchor(plans: Mapping[str, Sequence[Plan]]) -> dict[str, _Anchored]:
    return {anchor: _Anchored(of_anchor) for anchor, of_anchor in plans.items()}


def _take(bundles: list[_Bundle], before: set[str], behind: set[str], plans: list[Plan]) -> None:
    """Adds the patterns whose other words stand there as well."""
    for bundle in bundles:
        if bundle.second and bundle.second not in (before if bundle.second_before else behind):
            continue
        for plan, wants_more in bundle.plans:
            if not wants_more or (plan.needs_left <= before and plan.needs_right <= behind):
                plans.append(plan)
