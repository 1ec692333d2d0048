"""What a rule asks for before it searches: the sets of last characters hold every character that the rule can end with."""

from re import Pattern

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.matching import comparisons, named_years, roles

RULES = {
    "second value": (comparisons.SECOND, comparisons.SECOND_ENDS),
    "prior value": (comparisons.PRIOR, comparisons.PRIOR_ENDS),
    "taken away": (comparisons._TAKEN_AWAY, comparisons._TAKEN_AWAY_ENDS),
    "this year's": (named_years._THIS_YEARS, named_years._THIS_YEARS_ENDS),
    "own place": (roles._OWN_PLACE, roles._OWN_PLACE_ENDS),
    "level after a change": (roles._LEVEL_AFTER, roles._LEVEL_ENDS),
    "done of what was planned": (roles._ACHIEVED, roles._ACHIEVED_ENDS),
    "sum of those before": (roles._SUMMED, roles._SUMMED_ENDS),
}


@pytest.mark.parametrize(("rule", "ends"), RULES.values(), ids=RULES.keys())
@given(data=st.data())
def test_what_a_rule_matches_ends_with_one_of_its_last_characters(
    rule: Pattern[str], ends: frozenset[str], data: st.DataObject
) -> None:
    text = data.draw(st.from_regex(rule.pattern.replace(")*+", ")*")))
    found = rule.search(text)
    assert found is None or text[-1] in ends


@given(st.from_regex(comparisons._OTHER_PLACE))
def test_no_places_are_compared_without_the_words_that_are_asked_for(text: str) -> None:
    assert comparisons._OTHER_PLACE.search(text) is None or comparisons._may_compare_places(text)


@given(st.from_regex(comparisons._ABOVE_LAST_YEAR))
def test_an_amount_above_last_year_s_is_found_where_it_stands(text: str) -> None:
    assert (comparisons._above_last_year(text) is None) == (comparisons._ABOVE_LAST_YEAR.search(text) is None)
