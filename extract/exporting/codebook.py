"""The codebook of a pattern library as markdown: what each metric counts, and by which wordings it is found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extract.library.model import Derived, Example, Library, Metric, Reading

_READ_EXAMPLES, _LEFT_EXAMPLES = 3, 2
_BETTER = {"more": "越多越好 more", "less": "越少越好 less", "neutral": "中性 neutral"}
_INTRO = (
    "每个指标统计什么、用什么单位、按哪些句式读取。What each metric counts, in which unit, and by which wordings it is found.",
    "句式的写法见[句式语言](pattern-language.md)。How wordings are written: [the pattern language](pattern-language.md).",
)
_OPERATIONS = {
    "share": "占比（%） share of",
    "ratio": "比值 ratio of",
    "first": "先取先有 the first known of",
    "sum": "合计 sum of",
}


def codebook(library: Library) -> list[str]:
    """The lines of the codebook."""
    return [*_head(library), *_metrics(library), *_derived(library)]


def _head(library: Library) -> Iterator[str]:
    yield "# 指标手册 Codebook"
    yield ""
    for line in _INTRO:
        yield line
        yield ""
    yield "| 指标 | Metric | id | 单位 unit |"
    yield "|---|---|---|---|"
    for category in library.categories:
        for metric in _of(library.metrics.values(), category):
            yield f"| [{metric.zh}](#{metric.id}) | {metric.en} | `{metric.id}` | {metric.unit} |"
    yield ""


def _of(metrics: Iterable[Metric], category: str) -> list[Metric]:
    return [metric for metric in metrics if metric.category == category]


def _metrics(library: Library) -> Iterator[str]:
    for category, (zh, en) in library.categories.items():
        held = _of(library.metrics.values(), category)
        if held:
            yield f"## {zh} {en}"
            yield ""
        for metric in held:
            yield from _metric(metric, library)


def _metric(metric: Metric, library: Library) -> Iterator[str]:
    yield f'<a id="{metric.id}"></a>'
    yield ""
    yield f"### {metric.zh} {metric.en}"
    yield ""
    yield f"`{metric.id}`：{metric.definition or metric.zh}"
    yield ""
    if metric.definition_en:
        yield metric.definition_en
        yield ""
    for label, text in _facts(metric, library):
        yield f"- {label}：{text}"
    yield ""
    yield "```text"
    yield from (pattern.source for pattern in metric.patterns)
    yield "```"
    yield ""
    yield from _examples(metric)


def _facts(metric: Metric, library: Library) -> Iterator[tuple[str, str]]:
    yield "单位 unit", "、".join([metric.unit, *metric.units])
    if metric.apart:
        yield "另计的单位 counted apart", "、".join(metric.apart)
    yield "方向 better", _BETTER[metric.better]
    if metric.combine == "sum":
        yield "合并 combine", "不同对象的数字相加 figures for different things add up (Σ)"
    if metric.parts:
        yield "分项 parts", "、".join(f"[{library.metrics[part].zh}](#{part})" for part in metric.parts)
    if metric.also:
        yield "同一写法并计 also", "、".join(f"[{library.metrics[other].zh}](#{other})" for other in metric.also)
    if metric.alone:
        yield "独立成句时接 alone among facts of the place", "、".join(noun or "N" for noun in metric.alone)
    if metric.zero:
        yield "未发生即为0 a denial of these says 0", "、".join(metric.zero)
    if metric.stock:
        yield "存量 stock", "年末状态，不累计 what there is, never a running total"
    if metric.low is not None or metric.high is not None:
        low, high = ("" if edge is None else format(edge, "f") for edge in (metric.low, metric.high))
        yield "合理范围 plausible", f"{low}–{high}"
    if metric.narrow:
        yield "只算部分 narrow", "、".join(metric.narrow)
    if metric.not_words:
        yield "排除 not", "、".join(metric.not_words)


def _examples(metric: Metric) -> Iterator[str]:
    """A few sentences that are read, and a few that look like it and are not."""
    reads = [example for example in metric.examples if any(one.metric == metric.id for one in example.reads)]
    left = [example for example in metric.examples if example not in reads]
    for example in reads[:_READ_EXAMPLES]:
        yield f"- {_escaped(example.text)} → {_reading(example, metric.id)}"
    for example in left[:_LEFT_EXAMPLES]:
        yield f"- {_escaped(example.text)} → 不计入 not this metric"
    yield ""


def _reading(example: Example, metric: str) -> str:
    return "、".join(_value(one) for one in example.reads if one.metric == metric)


def _value(one: Reading) -> str:
    parts = [format(one.value, "f")]
    if one.high is not None:
        parts[0] += f"–{one.high:f}"
    parts += [word for word, plain in ((one.qualifier, "exact"), (one.basis, "actual")) if word != plain]
    if one.period is not None:
        parts.append(str(one.period))
    return f"**{' '.join(parts)}**"


def _escaped(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;").replace("*", "\\*").replace("\n", " ")


def _derived(library: Library) -> Iterator[str]:
    if not library.derived:
        return
    yield "## 计算指标 Computed metrics"
    yield ""
    yield "由上面的指标算出，从不在文中读取。Computed from the metrics above, never read in a text."
    yield ""
    yield "| 指标 | Metric | id | 单位 unit | 算法 |"
    yield "|---|---|---|---|---|"
    for metric in library.derived.values():
        yield _derived_row(metric)
    yield ""


def _derived_row(metric: Derived) -> str:
    operands = "、".join(f"`{one}`" for one in metric.operands)
    return f"| {metric.zh} | {metric.en} | `{metric.id}` | {metric.unit} | {_OPERATIONS[metric.operation]} {operands} |"
