"""Reports taken apart and put together again: sections in any order, paragraphs of two reports, achievements read as plans."""

from __future__ import annotations

import random
import re
from collections import Counter
from functools import cache

from tests.matching.test_metamorphic import NUMERALS, sections
from tests.matching.whole_reports import read_report, stated
from tests.whole_reports.texts import texts

_BETWEEN = "绿化亮化有序推进。"


@cache
def sectioned() -> dict[str, str]:
    """The reports whose sections carry numbers."""
    return {name: text for name, text in texts().items() if len(sections(text)[1]) > 2}


@cache
def paragraphs(name: str) -> list[str]:
    """What a report tells before its last section; numbered items are left out, being parts of their heading."""
    _, body = sections(texts()[name])
    lines = [line for part in body[:-1] for line in part.split("\n")[1:]]
    return [line for line in lines if line.endswith("。") and line[0] not in "|（(*#" and line[1:2] not in "、.．"]


def reordered(name: str, seed: int) -> list[str]:
    """What another order of the sections changes; the last, which tells of plans, stays the last."""
    chance = random.Random(f"order {name} {seed}")
    text = sectioned()[name]
    head, (*body, last) = sections(text)
    chance.shuffle(body)
    turned = [re.sub(f"[{NUMERALS}]", NUMERALS[place], part, count=1) for place, part in enumerate(body)]
    return _differences(stated(read_report(text)), stated(read_report(head + "".join(turned) + last)))


def united(name: str, seed: int) -> list[str]:
    """What is stated only by paragraphs of two reports together, or only by them apart."""
    chance = random.Random(f"union {name} {seed}")
    other = chance.choice(sorted(sectioned()))
    one, two = (_drawn(report, chance) for report in (name, other))
    if not one or not two or name == other:
        return []
    apart = stated(read_report(_report(*one))) + stated(read_report(_report(*two)))
    return _differences(apart, stated(read_report(_report(*one, _BETWEEN, *two))))


def planned(name: str, seed: int) -> list[str]:
    """The observations of this year that a plan of the same words yields; there must be none."""
    chance = random.Random(f"plan {name} {seed}")
    plan = "\n二、2025年工作计划\n" + "\n".join(_drawn(name, chance)) + "\n"
    result = read_report("云溪镇2024年法治政府建设年度报告\n一、主要做法\n举办活动，成效明显。" + plan)
    return [f"done {observation.metric.id}" for observation in result.observations_found]


def _drawn(name: str, chance: random.Random) -> list[str]:
    found = paragraphs(name)
    return chance.sample(found, min(len(found), chance.randint(1, 6)))


def _report(*lines: str) -> str:
    return "云溪镇2024年法治政府建设年度报告\n一、主要做法和成效\n" + "\n".join(lines) + "\n"


def _differences(before: Counter[tuple[object, ...]], after: Counter[tuple[object, ...]]) -> list[str]:
    return [f"lost {key}" for key in (before - after).elements()] + [f"new {key}" for key in (after - before).elements()]


WAYS = (reordered, united, planned)
