"""The words of Township."""

TEXTS: dict[str, tuple[str, str]] = {
    "township intro": ("一个乡镇的全部指标、历年变化、名次和报告。", "One township: its metrics, years, ranks and reports."),
    "ahead": ("走在前面（{year}年）", "Ahead ({year})"),
    "behind": ("落在后面（{year}年）", "Behind ({year})"),
    "none ahead": ("没有进入前四分之一的指标。", "No metric in the best quarter."),
    "none behind": ("没有落入后四分之一的指标。", "No metric in the last quarter."),
    "fell": ("比上年下滑", "Fell back"),
    "none fell": ("没有明显下滑的指标。", "No metric fell back noticeably."),
    "its metrics": ("全部指标", "All metrics"),
    "its reports": ("报告", "Reports"),
    "its contradictions": ("数据矛盾", "Contradictions"),
    "row hint": ("点一行，下方显示原句；点表头排序。", "Click a row to see its sentence below; click a title to sort."),
    "former names": ("曾用名：{names}", "Formerly {names}"),
}
