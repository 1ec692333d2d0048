"""A text that a changed library does not touch reads as before; what cannot be told by words touches every text."""

import json
import random
from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest
import yaml

from extract.errors import LibraryError
from extract.library.load import load_library_text
from extract.library.model import Library
from extract.matching.difference import Difference, description, difference
from extract.matching.result import Extractor
from extract.reading.document import Document
from tests.matching.small_library import LIBRARY

Described = dict[str, Any]
PARTS = (
    "排查矛盾纠纷124起 化解96起 其中婚姻纠纷12起 调解民间纠纷30件 植树300棵 发放宣传资料5000份 "
    "审查合同8份 举办法治讲座20场 培训执法人员45人次 作出行政处罚6件 罚款3万元 未发生行政复议 没有发生越级上访 "
    "拆除违法建设5处 集中学习宪法4次 发布普法推文30条 化解率达到98% 参考率、合格率均达100% 上年为80起 "
    "辖10个行政村 法律咨询120人次 合法性审查和行政处罚分别为7件、9件 召开会议3次 同比下降12% "
    "发放手册、海报共800份"
).split()
TABLE = "\n| 项目 | 件数 |\n| 排查矛盾纠纷 | 12 |\n| 化解 | 9 |\n"


def text_of(draw: random.Random) -> str:
    lines = ["，".join(draw.sample(PARTS, draw.randint(1, 4))) + "。" for _ in range(draw.randint(1, 4))]
    return "石桥镇2024年法治政府建设年度报告\n\n" + "\n".join(lines) + (TABLE if draw.random() < 0.1 else "\n")


def add_word(held: Described, draw: random.Random) -> None:
    words = some_set(held, draw)
    words.append(draw.choice(["植树", "会议", "婚姻", "推文", "讲座", "召开", "为", "普法经费", "宪法", "海报"]))


def drop_word(held: Described, draw: random.Random) -> None:
    words = some_set(held, draw)
    if len(words) > 1:
        words.remove(draw.choice(words))


def some_set(held: Described, draw: random.Random) -> list[str]:
    group: dict[str, list[str]] = held["words"][draw.choice(sorted(held["words"]))]
    return group[draw.choice(sorted(group))]


def move_set(held: Described, draw: random.Random) -> None:
    source, target = draw.sample(sorted(held["words"]), 2)
    if held["words"][source]:
        name = draw.choice(sorted(held["words"][source]))
        held["words"][target][name] = held["words"][source].pop(name)


def some_metric(held: Described, draw: random.Random) -> Described:
    metric: Described = held["metrics"][draw.choice(sorted(held["metrics"]))]
    return metric


def drop_pattern(held: Described, draw: random.Random) -> None:
    patterns = some_metric(held, draw)["patterns"]
    if len(patterns) > 1:
        patterns.remove(draw.choice(patterns))


def add_pattern(held: Described, draw: random.Random) -> None:
    fresh = draw.choice(["植树 N", "<化解> N", "召开 (<合同>) N", "N <资料>", "<讲座> … N", "会议 N", "(<纠纷>) 婚姻 N"])
    patterns = some_metric(held, draw)["patterns"]
    patterns.insert(draw.randint(0, len(patterns)), fresh)


def add_metric(held: Described, draw: random.Random) -> None:
    fresh = {"zh": "植树", "en": "Trees", "category": "all", "unit": draw.choice(["棵", "次", "件"]), "patterns": ["植树 N"]}
    if draw.random() < 0.5:
        fresh["zero"] = ["<复议>"]  # type: ignore[assignment]
    metrics = [*held["metrics"].items()]
    metrics.insert(draw.randint(0, len(metrics)), ("trees", fresh))
    held["metrics"] = dict(metrics)


def drop_metric(held: Described, draw: random.Random) -> None:
    del held["metrics"][draw.choice(sorted(held["metrics"]))]


def change_field(held: Described, draw: random.Random) -> None:
    key, value = draw.choice([
        ("units", ["起", "次"]), ("not", ["其中"]), ("combine", "sum"), ("stock", "true"), ("range", ["0", "10"]),
        ("zero", ["<越级访>"]), ("apart", ["人次"]), ("zh", "另一个名称"),
    ])  # fmt: skip
    some_metric(held, draw)[key] = value


def add_parts(held: Described, draw: random.Random) -> None:
    whole, part = draw.sample(sorted(held["metrics"]), 2)
    held["metrics"][whole]["parts"] = [part]


def swap_metrics(held: Described, draw: random.Random) -> None:
    metrics = [*held["metrics"].items()]
    draw.shuffle(metrics)
    held["metrics"] = dict(metrics)


EDITS: tuple[Callable[[Described, random.Random], None], ...] = (
    add_word, add_word, drop_word, move_set, drop_pattern, add_pattern, add_pattern, add_metric, drop_metric, change_field,
    add_parts, swap_metrics,
)  # fmt: skip


def loaded(held: Described) -> Library | None:
    try:
        return load_library_text(yaml.safe_dump(held, allow_unicode=True, sort_keys=False))
    except LibraryError:
        return None


def described(library: Library) -> Described:
    """As a store gives it back."""
    found: Described = json.loads(json.dumps(description(library)))
    return found


def rows(extractor: Extractor, text: str) -> list[object]:
    result = extractor.read(Document(text, name="report.txt"))
    narrow = result.narrow
    return [list(narrow.mentions()), [(o[0], o[1], o[2].id, *o[3:]) for o in narrow.observations()], list(narrow.changes()),
            list(narrow.quantities())]  # fmt: skip


@pytest.mark.parametrize("seed", range(60))
def test_a_text_that_is_not_touched_reads_as_before(seed: int) -> None:
    draw = random.Random(seed)
    held = yaml.safe_load(LIBRARY)
    before = load_library_text(LIBRARY)
    changed = deepcopy(held)
    for _ in range(draw.randint(1, 2)):
        draw.choice(EDITS)(changed, draw)
    after = loaded(changed)
    if after is None:  # the edit left a name that nothing has; the loader refuses such a file
        return
    differs = difference(described(before), described(after))
    if differs is None:
        return
    old, new = Extractor(before), Extractor(after)
    texts = [text_of(draw) for _ in range(25)]
    for text in texts:
        first, second = rows(old, text), rows(new, text)
        if first != second:
            assert differs.touches(old.read(Document(text, name="report.txt")).flow.clean), text


def changed(edit: Callable[[Described], object]) -> Difference | None:
    held = yaml.safe_load(LIBRARY)
    edit(held)
    after = loaded(held)
    assert after is not None
    return difference(described(load_library_text(LIBRARY)), described(after))


def test_a_new_word_touches_the_texts_that_hold_it() -> None:
    found = changed(lambda held: held["words"]["actions"]["化解"].append("顺利解开"))
    assert found is not None
    assert found.words == {"顺利解开"}
    assert found.touches("全年顺利解开纠纷9起。")
    assert not found.touches("全年化解纠纷9起。")


def test_a_new_pattern_touches_the_texts_that_hold_all_its_words() -> None:
    found = changed(lambda held: held["metrics"]["received"]["patterns"].append("<培训> <合同> N"))
    assert found is not None
    assert not found.words
    assert found.touches("培训合同3起")
    assert not found.touches("培训3起")


def test_names_alone_touch_nothing() -> None:
    found = changed(lambda held: held["metrics"]["received"].update(zh="别的", en="Other", definition="说明", better="more"))
    assert found == Difference(frozenset(), ())
    assert not found.touches("| 排查 | 12 |")


def test_a_table_is_always_touched() -> None:
    found = changed(lambda held: held["words"]["actions"]["化解"].append("顺利解开"))
    assert found is not None
    assert found.touches("| 顺利 | 解开 |")


@pytest.mark.parametrize(
    "edit",
    [
        pytest.param(
            lambda held: held["metrics"].update(received=held["metrics"].pop("received")), id="another order of metrics"
        ),
        pytest.param(lambda held: held["metrics"]["resolved"]["patterns"].reverse(), id="another order of patterns"),
        pytest.param(lambda held: held["metrics"]["received"].update(parts=["mediated"]), id="parts"),
        pytest.param(lambda held: held["metrics"]["received"].update(alone=["N"]), id="a number alone"),
        pytest.param(lambda held: held["words"]["actions"]["化解"].append("化，解"), id="a mark in a word"),
    ],
)
def test_what_words_cannot_tell_touches_every_text(edit: Callable[[Described], object]) -> None:
    assert changed(edit) is None
