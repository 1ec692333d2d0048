"""The words of every export, in Chinese and English."""

from __future__ import annotations

from extract.analysis.printed import behind, unit_in

LANGUAGES = ("zh", "en")

_LABELS: dict[str, tuple[str, str]] = {
    "title": ("{county}{when}乡镇法治政府建设数据比较", "Rule-of-law figures of the townships of {county}{when}"),
    "title_all": ("{when}乡镇法治政府建设数据比较", "Rule-of-law figures of townships{when}"),
    "when": ("{year}年", ", {year}"),
    "summary": ("概况", "Summary"),
    "tidy": ("明细", "Tidy"),
    "wide": ("指标对比", "By metric"),
    "ranks": ("排名", "Ranks"),
    "changes": ("增减变化", "Changes"),
    "movers": ("变化较大的指标", "Largest movers"),
    "audit": ("数据核查", "Audit"),
    "sources": ("数据来源", "Sources"),
    "charts": ("图表", "Charts"),
    "comparison": ("主要指标对比", "Main figures compared"),
    "townships": ("乡镇（街道）数", "Townships"),
    "reports": ("报告份数", "Reports"),
    "observations": ("观测值", "Observations"),
    "metrics": ("指标数", "Metrics"),
    "contradictions": ("核查问题", "Contradictions"),
    "errors": ("其中错误", "of them errors"),
    "library": ("指标库版本", "Pattern library"),
    "year": ("年份", "Year"),
    "township": ("乡镇（街道）", "Township"),
    "county": ("县（市、区）", "County"),
    "city": ("市", "City"),
    "province": ("省", "Province"),
    "division_code": ("区划代码", "Division code"),
    "metric": ("指标代码", "Metric id"),
    "metric_zh": ("指标", "Metric (zh)"),
    "metric_en": ("指标（英文）", "Metric"),
    "category": ("类别", "Category"),
    "value": ("数值", "Value"),
    "value_high": ("上限", "High"),
    "qualifier": ("限定", "Qualifier"),
    "unit": ("单位", "Unit"),
    "unit_stated": ("原文单位", "Unit as printed"),
    "scope": ("范围", "Scope"),
    "resolution": ("取值方式", "Resolution"),
    "report": ("报告", "Report"),
    "figure": ("原文数字", "Figure"),
    "sentence": ("原句", "Sentence"),
    "page": ("页", "Page"),
    "rank": ("名次", "Rank"),
    "direction": ("方向", "Direction"),
    "amount": ("增减量", "Amount"),
    "from_year": ("起始年", "From"),
    "to_year": ("终止年", "To"),
    "value_from": ("起始值", "Value from"),
    "value_to": ("终止值", "Value to"),
    "relative": ("增减率%", "Relative %"),
    "origin": ("来源", "Origin"),
    "agreement": ("核对", "Agreement"),
    "score": ("显著度", "Score"),
    "kind": ("类型", "Kind"),
    "severity": ("程度", "Severity"),
    "message": ("说明", "Message"),
    "expected": ("应为", "Expected"),
    "found": ("实为", "Found"),
    "other_report": ("对照报告", "Other report"),
    "other_sentence": ("对照原句", "Other sentence"),
    "format": ("格式", "Format"),
    "published": ("发布日期", "Published"),
    "characters": ("字数", "Characters"),
    "figures": ("数字个数", "Figures"),
    "claimed": ("已归入指标", "Claimed"),
    "warnings": ("提示", "Warnings"),
    "sha256": ("校验码", "SHA-256"),
    "median": ("中位数", "Median"),
    "id": ("编号", "Id"),
    "none": ("未发现。", "None found."),
    "missing": ("空白表示报告未写，不是0。", "An empty cell means the report does not say; it is not 0."),
    "up": ("上升", "up"),
    "down": ("下降", "down"),
    "same": ("持平", "same"),
    "error": ("错误", "error"),
    "warning": ("提示", "warning"),
    "note": ("备注", "note"),
    "stated": ("报告所述", "stated"),
    "computed": ("计算", "computed"),
    "brief": (
        "{year}年，{county}共有{towns}个乡镇（街道）的{reports}份报告纳入统计，提取{observations}项数据，涉及{metrics}个指标。"
        "经核查，发现数据问题{contradictions}处，其中明显错误{errors}处。",
        "For {year}, {reports} reports of {towns} townships of {county} were read; they state {observations} values of {metrics}"
        " metrics. The audit found {contradictions} contradictions, {errors} of them errors.",
    ),
    "mover": (
        "{township}{metric}由{value_from}{unit}{direction}到{value_to}{unit}（{relative}）",
        "{township}: {metric} {direction} from {value_from}{unit} to {value_to}{unit} ({relative})",
    ),
    "source_note": (
        "资料来源：{report}：“{sentence}”",
        "Source: {report}: “{sentence}”",
    ),
    "brief_all": (
        "{year}年，共有{towns}个乡镇（街道）的{reports}份报告纳入统计，提取{observations}项数据，涉及{metrics}个指标。"
        "经核查，发现数据问题{contradictions}处，其中明显错误{errors}处。",
        "For {year}, {reports} reports of {towns} townships were read; they state {observations} values of {metrics}"
        " metrics. The audit found {contradictions} contradictions, {errors} of them errors.",
    ),
    "found_line": ("［{severity}］{township}：{message}", "[{severity}] {township}: {message}"),
    "source_line": ("{township}：{report}", "{township}: {report}"),
    "points": ("个百分点", " points"),
}


class Labels:
    """The labels of one language."""

    def __init__(self, language: str = "zh") -> None:
        self.language = language
        self._index = LANGUAGES.index(language)

    def __call__(self, key: str, **blanks: object) -> str:
        """The label for `key`, or the key itself where there is none."""
        text = _LABELS[key][self._index] if key in _LABELS else key
        return text.format(**blanks) if blanks else text

    def title(self, county: str, year: int | None) -> str:
        """What an export is of; without a county all of them, without a year every year.

        >>> Labels("zh").title("岚汀县", 2024), Labels("en").title("", None)
        ('岚汀县2024年乡镇法治政府建设数据比较', 'Rule-of-law figures of townships')
        """
        when = "" if year is None else self("when", year=year)
        return self("title" if county else "title_all", county=county, when=when)

    def unit(self, unit: str) -> str:
        """A unit as tables of this language name it.

        >>> Labels("en").unit("件"), Labels("zh").unit("件"), Labels("en").unit("%")
        ('cases', '件', '%')
        """
        return unit_in(unit, self.language)

    def behind(self, unit: str) -> str:
        """A unit as it stands behind a number: 26件, 26 cases, 26%, and 26 of what is simply counted."""
        return behind(unit, self.language)

    def caption(self, name: str, unit: str) -> str:
        """What a chart is of."""
        return f"{name}（{unit}）" if self.language == "zh" else f"{name} ({self.unit(unit)})"
