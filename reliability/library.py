"""R8 and R9: patterns that users write, and the file that holds them."""

from __future__ import annotations

import importlib
import pkgutil
import random
import re
import statistics
import time
from functools import partial
from pathlib import Path
from typing import Any

import extract
from extract.errors import LibraryError
from extract.library import load_library, load_library_text
from extract.library.wording import compile_pattern
from extract.matching.result import Extractor
from reliability.row import Outcome, Trial
from tests.library.small import SMALL
from tests.library.test_fuzz import mutated
from tests.library.test_fuzz import outcome as loaded
from tests.library.test_malformed import CASES, damaged
from tests.timing import assert_grows, seconds_of

_SIZE = 100_000
TEXTS = {
    "digits": "1" * (_SIZE - 2) + "x元",
    "groups": "1," * (_SIZE // 2) + "x元",
    "spaces": " " * _SIZE + "件",
    "numerals": "一二三" * (_SIZE // 3),
    "clauses": "年实现12同比增长" * (_SIZE // 9),
    "words": "化解纠纷调解受理" * (_SIZE // 8),
    "counts": "化解纠纷12件，" * (_SIZE // 8),
}
#: what one of our own regular expressions may take on such a text; a quadratic one takes minutes
_OWN = 0.5
#: seconds that say enough about an expression, however slow the machine
_HOPELESS = 30.0
_READING = 10.0


def patterns(trial: Trial) -> Outcome:
    """R8: no pattern of a user and no expression of our own takes more than linear time."""
    outcome = Outcome()
    extractor = Extractor(load_library_text(_adversarial(200)))
    worst = 0.0
    total = 0.0
    for name, whole in TEXTS.items():
        text = whole[: trial.choose(_SIZE // 3, _SIZE)]
        began = time.process_time()
        extractor.read_text(text, 2024)
        seconds = time.process_time() - began
        total += seconds
        worst = max(worst, seconds)
        outcome.in_time(trial, seconds < _READING, f"200 patterns on 100 KB of {name} took {seconds:.1f} s")
    told = f"200 adversarial patterns on {len(TEXTS)} texts of {trial.choose(_SIZE // 3, _SIZE)} characters: {total:.2f} s in all"
    outcome.told(f"{told}, slowest text {worst:.2f} s, {worst / 200 * 1000:.1f} ms a pattern")
    outcome.in_time(trial, worst / 200 < 0.05 and total < 10, f"{total:.1f} s in all")
    _growth(outcome, extractor, trial.choose(_SIZE // 3, _SIZE))
    _own(trial, outcome, trial.choose(_SIZE // 3, _SIZE))
    tracebacks = 0
    files = trial.choose(100, 3_000)
    for seed in range(1_000, 1_000 + files):
        try:
            loaded(mutated(seed))
        except (LibraryError, AssertionError) as error:
            outcome.broken.append(f"metrics.yaml {seed}: {error}")
        except Exception as error:
            tracebacks += 1
            outcome.broken.append(f"metrics.yaml {seed}: {type(error).__name__}")
    outcome.told(f"{files} damaged metrics.yaml: {tracebacks} tracebacks")
    refused = [source for source in _REFUSED if not compile_pattern(source, frozenset(), None)[1]]
    outcome.told(f"{len(_REFUSED) - len(refused)} of {len(_REFUSED)} regular expressions refused as patterns")
    outcome.expect(not refused, f"accepted: {refused}")
    return outcome


_REFUSED = ("(a+)+N", "(.*)*N", "N{1,9999}", "[一-龥]+N", "N|N", "^N$", "(?=N)", r"\d+N", "(?<x>a)N", "a.*?N", "N" * 2_001)


def _growth(outcome: Outcome, extractor: Extractor, size: int) -> None:
    """Four times the text takes about four times the time; what takes too long each time it is measured grows faster."""
    for name, whole in TEXTS.items():
        text = whole[:size]
        try:
            assert_grows(
                partial(extractor.read_text, text[: size // 4], 2024), partial(extractor.read_text, text, 2024), at_most=8
            )
        except AssertionError as error:
            outcome.broken.append(f"four times as much of {name}: {error}")
    outcome.told(f"{size} characters take less than 8 times as long as {size // 4}, for each text")


def _adversarial(count: int) -> str:
    """A library whose patterns are made to meet everywhere: short words, gaps of any length, optional words."""
    chance = random.Random(8)
    words = {
        f"词{n}": [chance.choice("一二三十年实现同比增长化解纠纷调受理件") * chance.randint(1, 2), f"甲{n}"] for n in range(40)
    }
    lines = ["version: 1", "categories:", "  all: {zh: 全部, en: All}", "words:"]
    for group in range(4):
        lines.append(f"  group{group}:")
        lines += [f"    {name}: [{', '.join(dict.fromkeys(words[name]))}]" for name in list(words)[group * 10 : group * 10 + 10]]
    lines.append("metrics:")
    names = list(words)
    for n in range(count // 5):
        lines += [
            f"  metric_{n}:",
            f"    zh: 指标{n}",
            f"    en: Metric {n}",
            "    category: all",
            "    unit: 件",
            "    units: [起, 元]",
        ]
        lines.append("    patterns:")
        shapes = ("<{0}> (<{1}>) N", "<{0}> … <{1}> … <{2}> N", "N (<{0}>) … <{1}>", "(<{0}>) <{1}> … N", "<{2}> … N <{1}>")
        lines += [f"      - {shape.format(*chance.sample(names, 3))}" for shape in shapes]
    return "\n".join(dict.fromkeys(lines[:4])) + "\n" + "\n".join(lines[4:]) + "\n"


#: expressions that only ever see a short text, and how long it can be at most; on longer ones they would not be linear
BOUNDED = {
    "extract.report.names._LEADS": 300,  # a folder's name, or what a page says of itself
    "extract.report.names._LARGER": 26,  # the characters before 镇, 乡 or 街道
    "extract.report.names._NO_COUNTY": 300,
    "extract.report.names._NO_NAME": 26,
    "extract.report.township._BEFORE_ABOVE": 13,  # the characters before 县委 and the like
}


def _own(trial: Trial, outcome: Outcome, size: int) -> None:
    """Each of our own expressions on each text, in the ways in which the program uses it.

    With the tests those that seem slow are measured on a quarter of the text too: only what grows too fast is broken there.
    """
    slowest = ("", 0.0)
    own = _own_patterns()
    uses = _uses()
    for name, pattern in own.items():
        most = BOUNDED.get(name, size)
        searched = bool(uses.get(name.rsplit(".", 1)[1], {"search"}) - {"match", "fullmatch"})
        for text in TEXTS.values():
            subject = text[:most] if isinstance(pattern.pattern, str) else text[:most].encode()
            whole = partial(_use, pattern, subject, searched=searched)
            seconds = seconds_of(whole)
            slowest = max(slowest, (name, seconds), key=lambda one: one[1])
            if seconds > _HOPELESS:
                outcome.broken.append(f"{name} took {seconds:.1f} s")
                break
            if seconds < _OWN:
                continue
            outcome.in_time(trial, False, f"{name} took {seconds:.1f} s")
            try:
                assert_grows(partial(_use, pattern, subject[: len(subject) // 4], searched=searched), whole, at_most=8)
            except AssertionError as error:
                outcome.broken.append(f"{name} on four times the text: {error}")
    outcome.told(
        f"{len(own)} regular expressions of our own: slowest {slowest[0]}, {slowest[1] * 1000:.0f} ms on {size} characters"
    )


def _use(pattern: Any, subject: str | bytes, *, searched: bool) -> None:
    pattern.match(subject)
    pattern.fullmatch(subject)
    if searched:
        for _ in pattern.finditer(subject):
            pass


def _uses() -> dict[str, set[str]]:
    """How each expression is used, by its name: search, sub, match …; one that is handed on is taken to be searched with."""
    found: dict[str, set[str]] = {}
    for path in Path(extract.__path__[0]).rglob("*.py"):
        for name, method in re.findall(r"\b(_?[A-Z][A-Z0-9_]+)\b(?:\.([a-z]+)\b)?(?! =)", path.read_text("utf-8")):
            found.setdefault(name, set()).add(method or "")
    return {name: methods - {""} or {"search"} for name, methods in found.items()}


def _own_patterns() -> dict[str, re.Pattern[str] | re.Pattern[bytes]]:
    """Every compiled regular expression of the program, by its name."""
    found: dict[str, re.Pattern[str] | re.Pattern[bytes]] = {}
    for module in pkgutil.walk_packages(extract.__path__, "extract."):
        if module.name.endswith(("__main__", "worker", "make_divisions", "cluster")):
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            if isinstance(value, re.Pattern):
                found.setdefault(f"{module.name}.{name}", value)
    return found


def file(trial: Trial) -> Outcome:
    """R9: every mistake of metrics.yaml is listed in one pass, with its place, quickly."""
    outcome = Outcome()
    times = []
    for case in CASES:
        text = damaged(SMALL, case)
        began = time.process_time()
        try:
            load_library_text(text)
            outcome.broken.append(f"{case['name']}: loaded")
        except LibraryError as error:
            outcome.expect(all(p.line >= 1 and p.column >= 1 and p.what for p in error.problems), f"{case['name']}: no place")
        times.append(time.process_time() - began)
    outcome.told(f"{len(CASES)} kinds of mistakes, each listed with line and column, slowest {max(times) * 1000:.0f} ms")
    outcome.in_time(trial, max(times) < 1, "a mistake took more than a second")
    own = load_library()
    good = [_seconds_to_load() for _ in range(trial.choose(3, 9))]
    outcome.told(f"the project's {len(own.metrics)} metrics load in {statistics.median(good) * 1000:.0f} ms")
    for character in ("\x00", "\u200b", "\u202e", "\ufeff"):
        try:
            load_library_text(SMALL.replace("zh: 化解纠纷", f"zh{character}: 化解纠纷", 1))
            outcome.broken.append(f"U+{ord(character):04X} in a key was accepted")
        except LibraryError:
            pass
    return outcome


def _seconds_to_load() -> float:
    began = time.process_time()
    load_library()
    return time.process_time() - began
