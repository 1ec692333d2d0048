"""What the commands of analysis say, in English and in Chinese."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "compare": (
        "Put townships side by side for a year: rank, quartile, median, share, values per village, and what may be compared.",
        "按年度横向比较各乡镇：名次、四分位、中位数、占比、村均值，并说明哪些数据可比。",
    ),
    "changes command": (
        "Show how every figure changed from year to year, beside what the reports say of it.",
        "显示各项数据的逐年变化，并与报告所述的增减相对照。",
    ),
    "audit command": (
        "List the contradictions within reports, between years and between texts.",
        "列出报告内部、年度之间、文本之间相互矛盾的地方。",
    ),
    "suggest": (
        "Group the figures that no metric claims, with a draft for metrics.yaml, and list the near misses of each metric.",
        "把没有归入指标的数字归类，附 metrics.yaml 草稿，并列出各指标险些匹配的数字。",
    ),
    "export": (
        "Write a workbook, page, Word brief, CSV, Parquet or data package; the file's name says which:"
        " .xlsx .html .docx .csv .sdmx.csv .parquet .zip",
        "导出工作簿、网页、Word 简报、CSV、Parquet 或数据包，按文件名后缀决定：.xlsx .html .docx .csv .sdmx.csv .parquet .zip",
    ),
    "analysed path": ("A folder of reports, or a store (.duckdb).", "报告文件夹，或数据库文件（.duckdb）。"),
    "county": ("Only this county.", "只看这个县（市、区）。"),
    "township": ("Only this township; may be given several times.", "只看这个乡镇（街道）；可写多次。"),
    "only year": ("Only this year.", "只看这一年。"),
    "only metric": ("Only this metric; may be given several times.", "只看这个指标；可写多次。"),
    "group": (
        "Rank within: all, county, peers (of townships.csv) or size (thirds by population or villages).",
        "排名范围：all（全部）、county（本县）、peers（townships.csv 中的同组）或 size（按人口或村数分三档）。",
    ),
    "peers": ("Rank only among these townships, joined by commas.", "只在这些乡镇之间排名，用逗号隔开。"),
    "townships file": (
        "Population, villages and peer group of each township; townships.csv beside the corpus if none is named.",
        "各乡镇的人口、村数和分组；不写则用报告文件夹中的 townships.csv。",
    ),
    "history": (
        "Earlier years kept by hand, csv or xlsx, a row each value or a column each metric.",
        "手工积累的历年数据，csv 或 xlsx，一行一个数值或一列一个指标。",
    ),
    "analysis output": ("Write the table here (.csv or .json).", "把表写入此文件（.csv 或 .json）。"),
    "export output": ("The file to write; without one the table is printed.", "要写入的文件；不写则直接显示表格。"),
    "movers": ("Only the largest movers.", "只列变化较大的。"),
    "trends": (
        "One row for each series: first and last year, streak, rank then and now.",
        "每个指标一行：首末年、连续升降、名次变化。",
    ),
    "origin": ("Only stated or only computed changes.", "只看报告所述（stated）或只看计算（computed）的变化。"),
    "severity": ("Only error, warning or note.", "只看 error（错误）、warning（提示）或 note（备注）。"),
    "least": ("How many figures a group must have.", "每组至少有几个数字。"),
    "drafts": ("Print the drafts for metrics.yaml.", "显示 metrics.yaml 草稿。"),
    "account": ("Say where every number went, report by report.", "逐份报告说明每个数字的去向。"),
    "shape": (
        "The shape of a CSV: tidy, metrics (metric × township), years (year × township) or panel.",
        "CSV 的形式：tidy（明细）、metrics（指标×乡镇）、years（年份×乡镇）或 panel（面板）。",
    ),
    "no year": ("No report is of the year {0}.{1}", "没有{0}年的报告。{1}"),
    "years held": (" There are figures of {0} to {1}.", "现有{0}年至{1}年的数据。"),
    "no county": ("No report is of the county {0!r}.{1}", "没有“{0}”的报告。{1}"),
    "no township": ("No report is of the township {0!r}.{1}", "没有“{0}”的报告。{1}"),
    "no such file": ("There is no file {0}.", "没有文件 {0}。"),
    "stale review": ("A review no longer applies: {0} ({1}): {2}", "复核已失效：{0}（{1}）：{2}"),
    "export written": ("{0} written", "已写入 {0}"),
}
