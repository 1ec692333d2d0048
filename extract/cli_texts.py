"""What the command line says, in English and in Chinese."""

import locale
import os
import re
from collections.abc import Sequence

from extract.cli_analysis_texts import TEXTS as _ANALYSIS
from extract.cli_doctor_texts import TEXTS as _DOCTOR
from extract.cli_places_texts import TEXTS as _PLACES

LANGUAGES = ("en", "zh")

_COMMON: dict[str, tuple[str, str]] = {
    "app": (
        "Reads the annual rule-of-law reports of Chinese townships into a tidy table that can be compared.",
        "把乡镇（街道）法治政府建设年度报告读成可以比较的整洁数据表。",
    ),
    "extract": (
        "Read reports, a folder of them or single files, and give out the tables. Without -o the observations are printed.\n\n"
        "Exit code: 0 done, 1 done but some files could not be read, 2 wrong use, 3 another run is writing, 4 cannot write, "
        "5 out of memory.",
        "读取报告（整个文件夹或单个文件），输出数据表。不写 -o 时直接显示观测值表。\n\n"
        "退出码：0 完成；1 完成，但有文件读不出；2 用法有误；3 另一个任务正在写入；4 无法写入；5 内存不足。",
    ),
    "read": (
        "Print the text that a file yields, with its pages, reader, encoding and warnings.",
        "显示从文件读出的文本，以及页码、读取方式、编码和提示。",
    ),
    "explain": (
        "Say why each number of a file was read as it was, or left.",
        "说明文件中每个数字为什么这样读，或者为什么没有采用。",
    ),
    "metrics": ("Look at the pattern library, check it, try it.", "查看、检查、试用指标库。"),
    "metrics list": ("List the metrics.", "列出全部指标。"),
    "metrics check": ("Check the library and run its examples.", "检查指标库，并运行其中的全部例句。"),
    "metrics try": (
        "Read a sentence with the library and say what each number became.",
        "用指标库试读一句话，说明每个数字读成了什么。",
    ),
    "dashboard": (
        "Open the dashboard in the browser, on a folder of reports or a store.",
        "在浏览器中打开看板，查看一个报告文件夹或数据库。",
    ),
    "paths": ("Folders and files to read.", "要读取的文件夹和文件。"),
    "file": ("The file to read.", "要读取的文件。"),
    "text": ("The sentence to try.", "要试读的句子。"),
    "dashboard path": ("A folder of reports, or a store (.duckdb).", "报告文件夹，或数据库文件（.duckdb）。"),
    "output": (
        "Write the observations here (.csv or .json; a folder with --format parquet).",
        "观测值写入此文件（.csv 或 .json；用 --format parquet 时为文件夹）。",
    ),
    "mentions": ("Write every mention here.", "把每一处提及写入此文件。"),
    "changes": ("Write the stated changes here.", "把文中所述的增减写入此文件。"),
    "audit": ("Write the audit findings here.", "把核查结果写入此文件。"),
    "quantities": ("Write the account of every number here.", "把每个数字的去向写入此文件。"),
    "reports": ("Write one row a report here.", "把每份报告一行的总表写入此文件。"),
    "store": (
        "Keep the results in this DuckDB file; the next run reads only what is new or changed.",
        "把结果存入此 DuckDB 文件；下次只读新增和改动的文件。",
    ),
    "engine": (
        "Who does the work: serial, processes or dask.",
        "由谁运行：serial（单进程）、processes（多进程）或 dask（集群）。",
    ),
    "scheduler": ("The address of a Dask cluster, tcp://…", "Dask 集群的地址，tcp://…"),
    "workers": ("How many processes read.", "同时读取的进程数。"),
    "library": (
        "The pattern library; the project's own metrics.yaml if none is named.",
        "指标库文件；不写则用自带的 metrics.yaml。",
    ),
    "lang": ("The language of messages: zh or en.", "提示语言：zh 或 en。"),
    "format": (
        "How tables are given out: table, csv or json; extract also knows parquet.",
        "表的形式：table、csv 或 json；extract 还可用 parquet。",
    ),
    "metric": ("Only the figures of this metric.", "只看这个指标的数字。"),
    "sentence": ("Only the sentences that hold this text.", "只看含有这段文字的句子。"),
    "year": ("The year of the report that the sentence stands in.", "句子所在报告的年度。"),
    # what the parser itself says in English
    "Show this message and exit.": ("Show this message and exit.", "显示本说明后退出。"),
    "Install completion for the current shell.": (
        "Install completion for the current shell.",
        "为当前命令行环境安装自动补全。",
    ),
    "Show completion for the current shell, to copy it or customize the installation.": (
        "Show completion for the current shell, to copy it or customize the installation.",
        "显示自动补全脚本，供复制或自行安装。",
    ),
    "error": ("Error: {0}", "错误：{0}"),
    "progress": (
        "{done} of {total} reports, {speed} a second, {left} s left, {problems} could not be read",
        "已读 {done}/{total} 份，每秒 {speed} 份，约剩 {left} 秒，{problems} 份读不出",
    ),
    "progress speed": ("files/s", "份/秒"),
    "progress problems": ("problems", "份读不出"),
    "summary": (
        "{0.read} read, {0.rematched} matched again, {0.unchanged} unchanged, {0.removed} gone, {0.failed} could not be read;"
        " {0.figures} figures, {0.claimed} claimed, {unclaimed} unclaimed; {0.seconds:.1f} s",
        "读取 {0.read} 份，重新匹配 {0.rematched} 份，未变 {0.unchanged} 份，已移除 {0.removed} 份，读不出 {0.failed} 份；"
        "数字 {0.figures} 个，已归入指标 {0.claimed} 个，未归入 {unclaimed} 个；用时 {0.seconds:.1f} 秒",
    ),
    "reasons": ("Could not be read: {0}", "读不出的原因：{0}"),
    "list": (", ", "，"),
    "interrupted": (
        "Stopped; what was done is kept, the next run goes on from here.",
        "已停止；完成的部分已保存，下次从这里继续。",
    ),
    "interrupted lost": ("Stopped; nothing was written.", "已停止；没有写入任何文件。"),
    "not read": ("{0}: {1} [{2}]", "{0}：{1}［{2}］"),
    "more problems": ("… and {0} more; --store keeps them all.", "……另有 {0} 份；用 --store 可保存全部。"),
    "written": ("{0}: {1} rows", "{0}：{1} 行"),
    "rows": ("{0} rows", "{0} 行"),
    "library good": (
        "{0}: {1} metrics, {2} patterns, {3} examples; nothing to mend.",
        "{0}：指标 {1} 个，句式 {2} 条，例句 {3} 条；没有问题。",
    ),
    "library bad": ("errors: {0}, warnings: {1}", "错误 {0} 处，提示 {1} 处"),
    "warning": ("warning: {0}", "提示：{0}"),
    "page": ("page {0}", "第 {0} 页"),
    "read by": ("{0}: {1}, reader {2}, encoding {3}, {4} characters", "{0}：{1}，读取方式 {2}，编码 {3}，{4} 字"),
    "unknown language": ("There is no language {0!r}. Allowed: en, zh.", "没有“{0}”这种语言。可用：en、zh。"),
    "unknown format": ("There is no format {0!r}. Allowed: {1}.", "没有“{0}”这种形式。可用：{1}。"),
    "unknown metric": (
        "There is no metric {0!r}; `metrics list` shows them.{1}",
        "没有指标“{0}”；用 metrics list 查看全部。{1}",
    ),
    "did you mean": (" Did you mean {0}?", "是否想写 {0}？"),
    "no folder": (
        "{0} cannot be written (there is no folder {1}); nothing was changed.",
        "无法写入 {0}（没有文件夹 {1}）；没有改动任何文件。",
    ),
    "is folder": (
        "{0} cannot be written (it is a folder); nothing was changed.",
        "无法写入 {0}（它是文件夹）；没有改动任何文件。",
    ),
    "no page": (
        "The pages of the dashboard are missing. Install township-metrics again (pip install --force-reinstall).",
        "看板页面文件缺失，请重新安装 township-metrics（pip install --force-reinstall）。",
    ),
    "version": ("Show the version and the pattern library, and exit.", "显示版本和指标库，然后退出。"),
    "version found": (
        "township-metrics {0}, pattern library {1} ({2} metrics, {3})",
        "township-metrics {0}，指标库 {1}（{2} 个指标，{3}）",
    ),
    "first steps": (
        "First steps: `dashboard` shows the sample county in the browser; `dashboard FOLDER` your own reports;"
        " `extract FOLDER -o observations.csv` writes the table; `doctor` looks for what is missing.",
        "第一步：dashboard 在浏览器中打开示例县；dashboard 文件夹 查看自己的报告；extract 文件夹 -o observations.csv "
        "导出数据表；doctor 检查缺少什么。",
    ),
    "doctor": (
        "Look at this installation, and at the store of a folder of reports: what is there, what is missing, what to do.",
        "检查安装情况和报告文件夹的数据库：有什么、缺什么、该怎么做。",
    ),
    "doctor path": (
        "A folder of reports, or a store (.duckdb), to look at too.",
        "同时检查的报告文件夹或数据库文件（.duckdb）。",
    ),
    "metrics codebook": (
        "Write the codebook: every metric with its definition, units, wordings and examples, as markdown.",
        "生成指标手册（markdown）：每个指标的定义、单位、句式和例句。",
    ),
    "metrics diff": (
        "Say what another pattern library makes of the same reports: figures gained, lost and read otherwise.",
        "比较两个指标库对同一批报告的读法：新增、丢失和读法改变的数字。",
    ),
    "new library": (
        "The pattern library to look at; the project's own metrics.yaml if none is named.",
        "要查看的指标库；不写则用自带的 metrics.yaml。",
    ),
    "old library": (
        "The pattern library to compare it with; the project's own if none is named.",
        "与之比较的指标库；不写则用自带的 metrics.yaml。",
    ),
    "impact gained": ("{0} gained", "新增 {0} 处"),
    "impact lost": ("{0} lost", "丢失 {0} 处"),
    "impact changed": ("{0} read otherwise", "读法改变 {0} 处"),
    "impact none": ("Both read the same.", "两者读法相同。"),
    "codebook output": ("Write the codebook here; without it, it is printed.", "写入此文件；不写则直接显示。"),
    "port": ("The port of the page; else the first free one from 8501.", "页面端口；不写则从 8501 起取第一个空闲端口。"),
    "host": (
        "The address to listen on; 0.0.0.0 lets other computers in, without any password.",
        "监听地址；0.0.0.0 允许其他电脑访问（没有密码）。",
    ),
    "browser": ("Open the page in the browser.", "是否在浏览器中打开页面。"),
    "shows sample": (
        "This is the sample county, which is invented. For your own reports: township-metrics dashboard FOLDER",
        "这里显示的是虚构的示例县。查看自己的报告：township-metrics dashboard 文件夹",
    ),
    "stop": ("Ctrl+C stops the dashboard.", "按 Ctrl+C 停止看板。"),
    "no port": (
        "No port from 8501 to 8550 is free; name one with --port.",
        "8501 至 8550 端口均被占用，请用 --port 指定端口。",
    ),
    "unknown choice": ("{0} knows no {1!r}. Allowed: {2}.{3}", "{0} 没有“{1}”。可用：{2}。{3}"),
    "hint nothing": (
        "There was no report in it. Reports are txt, md, html, docx, doc, wps, rtf, odt, pdf, ofd, xlsx or zip.",
        "其中没有报告。报告可以是 txt、md、html、docx、doc、wps、rtf、odt、pdf、ofd、xlsx 或 zip。",
    ),
    "hint ocr": (
        '{0} of them are pictures of pages. To read them too: pip install "township-metrics[ocr]"',
        '其中 {0} 份是扫描件。要读取它们，请运行：pip install "township-metrics[ocr]"',
    ),
    "hint identity": (
        "Of {0} reports township or year is unknown (the first is {1}); give them in an identity.csv beside the reports:"
        " report,township,county,city,province,year",
        "有 {0} 份报告的乡镇或年度未能识别（第一份是 {1}），请在报告文件夹的 identity.csv 中写明："
        "report,township,county,city,province,year",
    ),
}
_TEXTS = _ANALYSIS | _DOCTOR | _PLACES | _COMMON

#: why a file could not be read, in Chinese; the English sentences are the readers' own
ISSUES_ZH = {
    "empty": "文件中没有文字",
    "not-text": "既不是文本，也不是已知类型的文档",
    "unsupported": "不支持这种文件，请另存为 docx、pdf 或 txt",
    "archive": "压缩包中有多个文件，请先解压，或直接读取所在文件夹",
    "encoding-unreadable": "无法识别文字编码",
    "encrypted": "文件有密码保护，请另存为无密码的文件",
    "damaged": "文件已损坏或不完整，请重新索取",
    "unsafe": "文件含有文档不需要的内容，未读取",
    "too-large": "文件超出大小限制",
    "too-slow": "读取时间过长，已放弃",
    "crashed": "读取程序在此文件上出错",
    "needs-ocr": "页面是图片，请安装 ocr 扩展后再读",
    "missing": "没有这个文件",
    "unreadable": "无法打开文件",
    "not-a-file": "不是普通文件",
}

#: what a reader put up with, in Chinese; {0} and {1} are the numbers that its sentence names
WARNINGS_ZH = {
    "ocr": "有 {0} 页由图片识别，请核对数字",
    "needs-ocr": "第 {0} 页是图片，没有读取",
    "page-damaged": "第 {0} 页已损坏，没有读取",
    "hidden-sheet": "有 {0} 个隐藏的工作表没有读取",
    "encoding-doubtful": "{1} 字中有 {0} 字无法按文字编码读取，编码可能有误",
    "encoding-replaced": "{1} 字中有 {0} 字无法按文字编码读取",
}
_NUMBERS = re.compile(r"[0-9]+(?:, [0-9]+)*")


def take_language(arguments: Sequence[str]) -> tuple[str, list[str]]:
    """The language asked for with --lang, else that of the locale; and the arguments without it.

    It is taken out before the command line is read, because the help of every command depends on it.
    """
    rest: list[str] = []
    asked = ""
    waiting = False
    for argument in arguments:
        if waiting and argument in LANGUAGES:
            asked = argument
            rest.pop()
        elif argument.startswith("--lang=") and argument.removeprefix("--lang=") in LANGUAGES:
            asked = argument.removeprefix("--lang=")
        else:
            rest.append(argument)
        waiting = argument == "--lang"
    return asked or _locale_language(), rest


def _locale_language() -> str:
    named = next((value for key in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := os.environ.get(key))), "")
    if not named and os.name == "nt":
        named = locale.getlocale()[0] or ""
    return "zh" if named.lower().startswith(("zh", "chinese")) else "en"


class Texts:
    """The texts of one language."""

    def __init__(self, language: str) -> None:
        self.use(language)

    def __call__(self, key: str, *values: object, **named: object) -> str:
        """The text for `key`, its blanks filled in."""
        text = _TEXTS[key][self._index]
        return text.format(*values, **named) if values or named else text

    def use(self, language: str) -> None:
        """Speaks another language from now on."""
        self.language = language
        self._index = LANGUAGES.index(language)

    def knows(self, key: str | None) -> bool:
        """Whether there is a text for `key`."""
        return key in _TEXTS

    def reader_warning(self, code: str, message: str) -> str:
        """What a reader put up with."""
        if self.language != "zh" or code not in WARNINGS_ZH:
            return message
        return WARNINGS_ZH[code].format(*_NUMBERS.findall(message), "…", "…")

    def issue(self, code: str, message: str) -> str:
        """Why a file could not be read."""
        return ISSUES_ZH.get(code, message) if self.language == "zh" else message
