"""The library made ready: plans by unit, walks outward from the number, words that stand in several sets."""

from extract.library.load import load_library_text
from extract.matching.compiled import CompiledLibrary
from tests.matching.small_library import LIBRARY, SMALL

COMPILED = SMALL.compiled


def test_plans_stand_under_every_unit_of_their_metric() -> None:
    units = {
        unit for unit, anchors in COMPILED.plans.items() for plans in anchors.values() for p in plans if p.metric.id == "resolved"
    }
    assert units == {"件", "起", "宗", "例", "桩", "件次", "人次"}


def test_a_plan_walks_outward_from_the_number() -> None:
    (plan,) = [p for plans in COMPILED.plans["场"].values() for p in plans if p.pattern.source == "<中心组> … <学习> N"]
    assert [(step.wanted, step.far) for step in plan.left] == [("学习", False), ("中心组", True)]
    assert (plan.right, plan.anchor, plan.group) == ((), "学习", "actions")
    assert sorted(plan.needs_left) == ["中心组", "学习"]


def test_a_carried_word_is_not_needed_beside_the_number() -> None:
    (plan,) = [p for plans in COMPILED.plans["宗"].values() for p in plans if p.pattern.source == "<化解> (<纠纷>) N"]
    assert plan.needs_left == {"化解"}
    assert plan.left[0].optional


def test_literal_text_is_a_word_of_its_own_group() -> None:
    (word,) = [w for w in COMPILED.words if w.text == "持证"]
    assert (list(word.sets), list(word.groups)) == (["=持证"], ["=持证"])


def test_nouns_of_denials_are_found() -> None:
    assert [m.id for m in COMPILED.zero_nouns["复议"]] == ["reconsiderations"]
    assert [m.id for m in COMPILED.zero_nouns["=败诉"]] == ["lost"]


def test_words_come_in_the_same_order_however_they_were_entered() -> None:
    again = CompiledLibrary(load_library_text(LIBRARY))
    assert [w.text for w in again.words] == [w.text for w in COMPILED.words]
    assert [w.text for w in COMPILED.words] == sorted(w.text for w in COMPILED.words)


def test_brackets_of_a_word_may_be_half_width() -> None:
    compiled = CompiledLibrary(load_library_text(LIBRARY.replace("纠纷: [", "纠纷: [村（居）纠纷, ", 1)))
    wide, narrow = (next(word for word in compiled.words if word.text == text) for text in ("村（居）纠纷", "村(居)纠纷"))
    assert (narrow.sets, narrow.groups) == (wide.sets, wide.groups)
