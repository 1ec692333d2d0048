"""What the reports count and the library does not."""

import pandas as pd

from extract.analysis.suggest import ACCOUNT, CONTEXTS, SUGGEST, account, contexts_of, drafts, suggest
from extract.library.load import load_library_text
from tests.analysis.county import EXTRACTOR, LIBRARY
from tests.library.small import SMALL


def contexts(*rows: tuple[str, str, float, str, str]) -> pd.DataFrame:
    """Rows of before, figure, value, unit, after; each in a report of its own."""
    made = [
        (f"{n}.txt", f"{n}镇", figure, value, unit, before, after) for n, (before, figure, value, unit, after) in enumerate(rows)
    ]
    return pd.DataFrame(made, columns=CONTEXTS)


def test_figures_that_measure_the_same_are_one_group() -> None:
    table = suggest(
        contexts(
            ("。全年征集社情民意", "32条", 32, "条", "，逐条回复"),
            ("，一是共征集社情民意", "40条", 40, "条", "。"),
            ("，新建凉亭", "2座", 2, "座", "。"),
        ),
        LIBRARY,
    )
    new = table[table["kind"] == "new"]
    assert new[["verb", "noun", "unit", "figures", "reports", "townships"]].values.tolist() == [
        ["征集", "社情民意", "条", 2, 2, 2]
    ]
    assert list(table.columns) == SUGGEST


def test_a_draft_is_a_metric_that_loads() -> None:
    table = suggest(contexts(("。征集社情民意", "32条", 32, "条", ""), ("。征集社情民意", "40条", 40, "条", "")), LIBRARY)
    draft = next(iter(drafts(table)))
    category = "disputes"
    library = load_library_text(SMALL.rstrip() + "\n" + draft.replace("category: context", f"category: {category}"))
    metric = library.metrics["new_metric"]
    assert (metric.unit, metric.patterns[0].source, len(metric.examples)) == ("条", "征集 社情民意 N", 2)


def test_a_near_miss_has_the_unit_and_a_word_and_no_pattern() -> None:
    table = suggest(contexts(("。矛盾纠纷联调", "12件", 12, "件", "")), LIBRARY, least=1)
    near = table[table["kind"] == "near"]
    assert {"disputes_resolved"} <= set(near["metric"])
    assert set(near["unit"]) == {"件"}


def test_every_number_is_accounted_for() -> None:
    result = EXTRACTOR.read_text("全年化解矛盾纠纷96起，其余4起正在办理，新建凉亭2座，同比增长5%。", 2024)
    table = account(result.quantities)
    assert list(table.columns) == ACCOUNT
    total = table.iloc[-1]
    assert (total["report"], total["figures"], total["claimed"], total["unclaimed"]) == ("", 4, 1, 3)
    reasons = list(ACCOUNT[5:])
    assert sum(int(total[column]) for column in reasons) == total["unclaimed"]


def test_contexts_come_from_the_text() -> None:
    result = EXTRACTOR.read_text("本年新建凉亭2座。", 2024)
    reports = result.reports.assign(township="甲镇")
    rows = contexts_of(result.quantities, reports, {"": "本年新建凉亭2座。"})
    assert rows[["before", "figure", "after"]].values.tolist() == [["本年新建凉亭", "2座", "。"]]
