"""What every column of every table holds, in English and in Chinese: for the data package, and for docs/tables.md."""

from __future__ import annotations

from typing import Final

#: column → what it holds, where no table says otherwise
_COLUMNS: Final[dict[str, tuple[str, str]]] = {
    "id": (
        "Stable key of the row: the same input gives the same key, from chart to cell to export",
        "行的固定编号：同样的输入得到同样的编号，图表、单元格、导出文件通用",
    ),
    "report": ("Path of the report, relative to the corpus", "报告的路径，相对于报告文件夹"),
    "township": ("Township, town or subdistrict; empty is unknown", "乡镇（街道）；空白表示未识别"),
    "county": ("County, district or county-level city", "县（市、区）"),
    "city": ("Prefecture-level city", "市（州、盟）"),
    "province": ("Province", "省（自治区、直辖市）"),
    "division_code": (
        "12-digit code of the register of divisions, where the township is certain",
        "12位区划代码，仅在乡镇确定时填写",
    ),
    "report_year": ("Year that the report is about", "报告的年度"),
    "year": ("Year that the row speaks of", "数据所属年份"),
    "metric": ("Id of the metric", "指标代码"),
    "metric_zh": ("Name of the metric in Chinese", "指标名称"),
    "metric_en": ("Name of the metric in English", "指标英文名称"),
    "category": ("Category of the metric", "指标类别"),
    "value": ("The stated number in the metric's unit; empty is unknown, never 0", "数值，以指标单位计；空白表示未知，绝不是0"),
    "value_high": ("The upper end of a range", "区间的上限"),
    "qualifier": ("exact, over (余, 以上), nearly (近) or about (约)", "exact 准确、over 余（以上）、nearly 近、about 约"),
    "unit": (
        "The canonical unit, or the printed one where it counts something else",
        "指标的标准单位；计数对象不同时为原文单位",
    ),
    "unit_stated": ("The unit as printed", "原文的单位"),
    "period": ("Year that the figure speaks of", "数字所属年份"),
    "basis": ("actual, planned or cumulative", "actual 实际、planned 计划、cumulative 多年累计"),
    "scope": (
        "township, part (a village, campaign or channel) or place (another's)",
        "township 全镇、part 局部（村、专项、渠道）、place 其他地方",
    ),
    "figure": ("The number as printed", "原文的数字"),
    "sentence": ("The sentence it stands in", "所在的句子"),
    "sentence_start": ("Offset of the sentence in the report's text, in characters", "句子在报告文本中的起点（字符）"),
    "start": ("Offset of the figure in the report's text, in characters", "数字在报告文本中的起点（字符）"),
    "end": ("Offset just behind the figure", "数字的终点（不含）"),
    "page": ("Page, where the file has pages", "页码（文件分页时）"),
    "section": ("Heading that the figure stands under", "所在章节的标题"),
    "flags": ("ocr, tie, low-confidence or outside-range, joined by ;", "ocr、tie、low-confidence、outside-range，以;连接"),
    "rule": ("The wording of the pattern library that read it", "读取它的句式"),
    "library": ("Content hash of the pattern library", "指标库内容的校验码"),
    "resolution": (
        "How mentions became the value: single, repeated, total, sum, part, restated, zero, conflict, derived, imported,"
        " reviewed",
        "取值方式：single 单次、repeated 重复、total 合计、sum 相加、part 分项、restated 后一年重述、zero 未发生、"
        "conflict 矛盾、derived 计算、imported 导入、reviewed 复核",
    ),
    "mentions": ("Ids of the mentions it rests on", "所依据的提及编号"),
    "direction": ("up, down or same", "up 上升、down 下降、same 持平"),
    "amount": ("By how much; its unit stands beside it", "增减量，单位见旁列"),
    "from_year": ("Earlier year", "起始年"),
    "to_year": ("Later year", "终止年"),
    "origin": ("stated in a report, or computed from two values", "stated 报告所述、computed 由两年数值算得"),
    "value_from": ("Value of the earlier year", "起始年数值"),
    "value_to": ("Value of the later year", "终止年数值"),
    "relative": ("Change in percent of the earlier value", "增减率（%），以起始年为基数"),
    "agreement": ("Whether a stated change agrees with the values", "所述增减与数值是否相符"),
    "kind": ("Kind of contradiction", "矛盾的类型"),
    "severity": ("error, warning or note", "error 错误、warning 提示、note 备注"),
    "message": ("The finding in a sentence", "一句话说明"),
    "expected": ("What the other figures make it", "按其他数字应为"),
    "found": ("What the report says", "报告所述"),
    "other_report": ("The report it disagrees with", "与之矛盾的报告"),
    "other_sentence": ("The sentence it disagrees with", "与之矛盾的句子"),
    "class": (
        "figure, date, name, ordinal, idiom or rule (frequencies, durations, thresholds, promises)",
        "figure 数据、date 日期、name 名称、ordinal 序号、idiom 固定说法、rule 规定（频次、时限、门槛、承诺）",
    ),
    "metrics": ("Metrics that claim it, joined by ;; empty is unclaimed", "归入的指标，以;连接；空白表示未归入"),
    "reason": ("Why no metric claims it", "未归入的原因"),
    "format": ("Format of the file, told by its content", "文件格式，按内容判断"),
    "published": ("Date of publication or signature", "发布或落款日期"),
    "characters": ("Characters of text", "文本字数"),
    "figures": ("Numbers that are figures", "数据性数字的个数"),
    "claimed": ("Figures that a metric claims", "已归入指标的个数"),
    "warnings": ("What somebody should look at, joined by ;", "需要留意的事项，以;连接"),
    "sha256": ("Hash of the file", "文件的校验码"),
}
#: where a column of one table holds something else than elsewhere
_ELSEWHERE: Final[dict[tuple[str, str], tuple[str, str]]] = {
    ("reports", "year"): ("Year that the report is about; empty is unknown", "报告的年度；空白表示未识别"),
    ("changes", "unit"): ("Unit of the amount: %, pp (points) or count", "增减量的单位：% 百分比、pp 百分点、count 数量"),
    ("quantities", "value"): ("The number", "数值"),
    ("quantities", "unit"): ("The unit as printed", "原文的单位"),
}


def described(table: str, column: str) -> tuple[str, str]:
    """What a column of a table holds, in English and in Chinese."""
    return _ELSEWHERE.get((table, column)) or _COLUMNS[column]
