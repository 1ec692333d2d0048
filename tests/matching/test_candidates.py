"""Which patterns are worth walking: those whose words all stand around the figure, whatever bundle they are kept in."""

from extract.matching.candidates import Candidates
from extract.matching.compiled import Plan
from tests.matching.small_library import SMALL

COMPILED = SMALL.compiled
INDEX = Candidates(COMPILED)


def _kept(unit: str) -> list[Plan]:
    bundles = []
    for anchored in INDEX._of_unit[unit].values():
        bundles += anchored.behind
        for _, of_group in anchored.before:
            bundles += of_group
    return [plan for bundle in bundles for plan, _ in bundle.plans]


def test_every_pattern_of_a_unit_is_kept_once() -> None:
    for unit, anchors in COMPILED.plans.items():
        listed = [plan.rank for plans in anchors.values() for plan in plans]
        assert sorted(plan.rank for plan in _kept(unit)) == sorted(listed)


def test_a_bundle_asks_for_what_all_its_patterns_need() -> None:
    for anchor, anchored in INDEX._of_any_unit.items():
        told = [(bundle, True) for _, bundles in anchored.before for bundle in bundles]
        told += [(bundle, False) for bundle in anchored.behind]
        for bundle, before in told:
            for plan, wants_more in bundle.plans:
                assert bool(plan.needs_left) is before
                needed = {(name, True) for name in plan.needs_left} | {(name, False) for name in plan.needs_right}
                asked = {(anchor, before)} | ({(bundle.second, bundle.second_before)} if bundle.second else set())
                assert asked <= needed
                # what the bundle does not ask for is asked of the pattern itself
                assert wants_more or needed <= asked | {(anchor, not before)}
