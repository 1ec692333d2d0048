"""The words of what every page stands in."""

TEXTS: dict[str, tuple[str, str]] = {
    "app": ("乡镇法治指标", "Township metrics"),
    "reading": ("正在读取报告……", "Reading the reports …"),
    "area": ("县（市、区）", "County"),
    "all townships": ("全部乡镇", "All townships"),
    "county unknown": ("县未知", "County unknown"),
    "part": ("：{first}—{last}", ": {first}–{last}"),
    "large corpus": ("报告超过{count}份，逐县查看。", "More than {count} reports: one county at a time."),
    "link gone": (
        "链接中的数据（上传或另行打开的报告）已不在服务器上，程序重启后需要重新添加。现在显示的是启动时的数据。",
        "The reports that the link names, uploaded or opened here earlier, are no longer on the server: it was restarted,"
        " and they must be added again. What you see are the reports it was started with.",
    ),
    "unexpected": (
        "这个页面出了问题，其他页面不受影响。详情见启动程序的终端窗口。",
        "Something went wrong on this page; the others still work. Details are in the terminal that started the program.",
    ),
    "page overview": ("总览", "Overview"),
    "page compare": ("对比", "Compare"),
    "page change": ("变化", "Change"),
    "page township": ("乡镇", "Township"),
    "page report": ("报告", "Report"),
    "page review": ("核对", "Review"),
    "page metrics": ("指标库", "Metrics"),
    "sample": ("虚构样例 · 县、乡镇和数字均为编写", "Invented sample · county, townships and figures are made up"),
    "page data": ("数据", "Data"),
    "column province": ("省", "Province"),
}
