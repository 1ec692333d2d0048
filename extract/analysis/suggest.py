"""What the reports count and the library does not: unclaimed figures in groups, near misses, and the account of every number."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pandas as pd

if TYPE_CHECKING:
    from extract.library.model import Library, Metric

SUGGEST = "kind verb noun unit metric figures reports townships examples draft".split()
ACCOUNT = (
    "report numbers figures claimed unclaimed no_pattern no_unit change rule remainder other_place page_furniture other".split()
)
#: what stands around each unclaimed figure, which is all that suggestions are made of
CONTEXTS = "report township figure value unit before after".split()
BEFORE, AFTER = 30, 16
_BREAK = re.compile(r"[，,；;。：:！!？?\n|、（）()“”]")
_FILLER = re.compile(
    r"(?:全年|今年以来|今年|本年度?|年内|目前|截至|累计|共计|总计|合计|一共|共|先后|成功|有效|及时|各类|各种|各项|约|近|超过|超|突破|达到|达|为|有|是|了|已|均|等|其中"
    r"|新增|20[0-9]{2}年度?|我[镇乡办]|我街道|全[镇乡]|全街道)+"
)
_VERBS = (
    "开展 组织 举办 召开 办理 受理 排查 化解 调解 处置 查处 整治 整改 发放 印发 制作 张贴 悬挂 走访 慰问 培训 建立 建成"
    " 打造 设立 修订 制定 审查 出具 聘请 配备 招募 接待 解答 收集 征集 解决 完成 推送 发布 公开 巡查 检查 拆除 清理"
    " 帮扶 救助 评选 签订 签约 创建 实施 投入 争取 安排 征收 收缴 罚没 移交 上报 反馈 回复 办结 代办 服务 宣讲 宣传"
    " 巡逻 安装 更换 新建 改造 修建 提供 回访 劝导"
).split()
_MARK = re.compile(r"^[一二三四五六七八九十]{1,2}是")
_LONGEST_NOUN, _SAMPLES = 8, 3
_HAN = re.compile(r"[\u4e00-\u9fff]+")
#: verbs fit any metric, and so tell nothing
_GENERAL = frozenset({"actions", "acts", "verbs"})
_REASONS = ("no pattern", "no unit", "change", "rule", "remainder", "other place", "page furniture")


@dataclass(slots=True)
class _Group:
    """Unclaimed figures that seem to measure the same."""

    figures: int = 0
    reports: set[str] = field(default_factory=set)
    townships: set[str] = field(default_factory=set)
    samples: list[tuple[str, Any]] = field(default_factory=list)

    def add(self, row: Any, clause: str) -> None:
        self.figures += 1
        self.reports.add(row.report)
        self.townships.add(row.township)
        if len(self.samples) < _SAMPLES and all(clause != known for known, _ in self.samples):
            self.samples.append((clause, row.value))


def contexts_of(quantities: pd.DataFrame, reports: pd.DataFrame, texts: dict[str, str]) -> pd.DataFrame:
    """The surroundings of every figure that no pattern claims."""
    towns = dict(zip(reports["report"], reports["township"].fillna(""), strict=True))
    chosen = quantities[(quantities["class"] == "figure") & quantities["reason"].isin(["no pattern", "no unit"])]
    columns = [chosen[column].tolist() for column in ("report", "start", "end", "figure", "value", "unit")]
    rows = []
    for report, start, end, figure, value, unit in zip(*columns, strict=True):
        text = texts[report]
        around = text[max(0, start - BEFORE) : start], text[end : end + AFTER]
        rows.append((report, towns.get(report, ""), figure, value, unit, *around))
    return pd.DataFrame(rows, columns=CONTEXTS)


def suggest(contexts: pd.DataFrame, library: Library, *, least: int = 2) -> pd.DataFrame:
    """Groups of unclaimed figures with a draft of a metric for each, then the near misses of the metrics that exist.

    The groups that most reports hold come first; `least` is how many figures a group must have.
    """
    groups: dict[tuple[str, str, str], _Group] = defaultdict(_Group)
    near: dict[tuple[str, str, str], _Group] = defaultdict(_Group)
    words = list(_metric_words(library))
    for row in contexts.itertuples():
        before, after = _clause(str(row.before), str(row.after))
        verb, noun = _names(before, after)
        clause = f"{before}{row.figure}{after}"
        if noun or verb:
            groups[verb, noun, str(row.unit)].add(row, clause)
        for metric, units, known in words:
            if row.unit in units and (word := next((w for w in known if w in clause), "")):
                near[metric.id, word, str(row.unit)].add(row, clause)
    table = [
        ("new", verb, noun, unit, "", *_counts(group), _draft(verb, noun, unit, group))
        for (verb, noun, unit), group in groups.items()
    ]
    table += [("near", "", word, unit, name, *_counts(group), "") for (name, word, unit), group in near.items()]
    rows = [row for row in table if row[5] >= least]
    rows.sort(key=lambda row: (row[0] != "new", -row[6], -row[5], *map(str, row[1:5])))
    return pd.DataFrame(rows, columns=SUGGEST)


def _clause(before: str, after: str) -> tuple[str, str]:
    return _BREAK.split(before)[-1], _BREAK.split(after)[0]


def _names(before: str, after: str) -> tuple[str, str]:
    """The verb and the noun that a figure's clause seems to count."""
    stripped = _FILLER.sub("", _MARK.sub("", before))
    verb = max((verb for verb in _VERBS if verb in stripped), key=lambda verb: stripped.rfind(verb), default="")
    rest = stripped[stripped.rfind(verb) + len(verb) :] if verb else stripped
    runs = _HAN.findall(rest)
    noun = runs[-1] if runs else ""
    if not noun:
        behind = _HAN.match(_FILLER.sub("", after))
        noun = behind.group()[:_LONGEST_NOUN] if behind else ""
    return verb, noun[-_LONGEST_NOUN:]


def _metric_words(library: Library) -> Iterator[tuple[Metric, frozenset[str], list[str]]]:
    for metric in library.metrics.values():
        names = {element.text for pattern in metric.patterns for element in pattern.elements if element.kind == "words"}
        sets = [library.word_sets[name] for name in names if name in library.word_sets]
        words = {word for known in sets if known.group not in _GENERAL for word in known.words if len(word) > 1}
        yield metric, frozenset((metric.unit, *metric.units)), sorted(words, key=lambda word: (-len(word), word))


def _counts(group: _Group) -> tuple[int, int, int, str]:
    return group.figures, len(group.reports), len(group.townships), " / ".join(clause for clause, _ in group.samples)


def _draft(verb: str, noun: str, unit: str, group: _Group) -> str:
    """A block for metrics.yaml, to be given an id, an English name and a category."""
    wording = " ".join(word for word in (verb, noun) if word)
    lines = [
        "  new_metric:",
        f"    zh: {verb}{noun}",
        f"    en: {verb}{noun}",
        "    category: context",
        f'    unit: "{unit}"' if unit in ("%", "") else f"    unit: {unit}",
        "    patterns:",
        f"      - {wording} N",
        "    examples:",
    ]
    for clause, value in group.samples:
        quoted = clause.replace("\\", "\\\\").replace('"', '\\"')
        lines += [f'      - text: "{quoted}"', f"        reads: {{new_metric: {value:g}}}"]
    return "\n".join(lines) + "\n"


def account(quantities: pd.DataFrame) -> pd.DataFrame:
    """Where every number went, report by report, and of the corpus in the last row."""
    figures = quantities["class"] == "figure"
    claimed = figures & (quantities["metrics"] != "")
    flags: dict[str, Any] = {"numbers": True, "figures": figures, "claimed": claimed, "unclaimed": figures & ~claimed}
    reasons = quantities["reason"].where(figures & ~claimed, "")
    for reason in _REASONS:
        flags[reason.replace(" ", "_")] = reasons == reason
    flags["other"] = (figures & ~claimed) & ~reasons.isin(list(_REASONS))
    counted = pd.DataFrame({"report": quantities["report"], **flags})
    bools = [column for column in ACCOUNT if column != "report"]
    table = counted.groupby("report")[bools].sum().astype("int64").reset_index()
    total = {"report": "", **{column: int(table[column].sum()) for column in bools}}
    return pd.concat([table, pd.DataFrame([total])], ignore_index=True)[ACCOUNT]


def drafts(suggested: pd.DataFrame, most: int = 20) -> Iterable[str]:
    """The drafts of the first groups."""
    new = suggested[suggested["kind"] == "new"]
    return [str(draft) for draft in new["draft"].head(most)]
