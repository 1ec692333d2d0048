"""What the audit says, in Chinese and English, in one place."""

from __future__ import annotations

from collections.abc import Mapping

from extract.analysis.printed import Amount, Rise

#: kind → (severity, Chinese, English); `{zh}`/`{en}` is the metric's name, the other blanks are a finding's own words
KINDS: Mapping[str, tuple[str, str, str]] = {
    "rate_against_counts": (
        "error",
        "{zh}写为{found}，按件数{part}/{whole}计算应为{expected}。",
        "{en} is given as {found}, but the counts {part} of {whole} make {expected}.",
    ),
    "parts_against_total": (
        "error",
        "{zh}分项相加为{found}，与总数{expected}不符。",
        "The parts of {en} add up to {found}, the total is {expected}.",
    ),
    "change_against_values": (
        "error",
        "{zh}写为{said}，但{before}→{after}实际为{came}。",
        "{en} is said to have gone {said_en}, but {before} → {after} is {came}.",
    ),
    "prior_against_earlier": (
        "error",
        "本报告称{period}年{zh}为{found}，{period}年报告为{expected}。",
        "This report gives {found} for {en} in {period}, the report of {period} gave {expected}.",
    ),
    "two_values": (
        "error",
        "同一报告中{zh}有两个数：{expected}和{found}。",
        "The report gives two values for {en}: {expected} and {found}.",
    ),
    "jump": (
        "warning",
        "{zh}为{found}，与其他年度的{expected}左右相差约{times}倍，疑似多写或漏写数位。",
        "{en} is {found}, about {times} times off the {expected} of other years; a digit may be missing or extra.",
    ),
    "lost_wan": (
        "warning",
        "{zh}为{found}，{seen}，疑似漏写“万”。",
        "{en} is {found}, {seen_en}; a 万 (ten thousand) seems lost.",
    ),
    "extra_wan": (
        "warning",
        "{zh}为{found}，其他年度约{expected}，疑似多写“万”。",
        "{en} is {found}, in other years about {expected}; there seems to be a 万 (ten thousand) too many.",
    ),
    "outside_range": (
        "warning",
        "{zh}为{found}，超出合理范围（{low}—{high}）。",
        "{en} is {found}, outside what is plausible ({low} to {high}).",
    ),
    "rate_over_100": ("error", "{zh}为{found}，超过100%。", "{en} is {found}, more than 100%."),
    "resolved_over_received": (
        "error",
        "{zh}{found}，多于{whole_zh}{expected}。",
        "{en} is {found}, more than {whole_en} with {expected}.",
    ),
    "part_over_whole": (
        "warning",
        "{zh}为{found}，多于{whole_zh}的{expected}。",
        "{en} is {found}, more than {whole_en} with {expected}.",
    ),
    "title_year": (
        "warning",
        "标题写{title}年，正文写的是{text}年。",
        "The title says {title}, the text speaks of {text}.",
    ),
    "same_report": (
        "warning",
        "与{other}（{other_town}{other_year}年）的文字和数据几乎相同。",
        "Text and figures are nearly those of {other} ({other_town} {other_year}).",
    ),
    "second_report": (
        "note",
        "{town}{year}年有两份不同的报告，采用日期较晚的{other}。",
        "There are two different reports of {town} for {year}; the later-dated {other} counts.",
    ),
    "repeated_figures": (
        "warning",
        "有{count}个数据与上年报告完全相同，疑似照抄。",
        "{count} figures are just those of last year's report; they may have been copied.",
    ),
}

LANGUAGES = ("both", "zh", "en")


def severity(kind: str) -> str:
    """error, warning or note."""
    return KINDS[kind][0]


def message(kind: str, blanks: Mapping[str, object], language: str = "both") -> str:
    """The finding in one sentence; both languages stand in one cell, Chinese first.

    >>> message("rate_over_100", {"zh": "满意度", "en": "Satisfaction", "found": Amount(109.4, "%")}, "zh")
    '满意度为109.4%，超过100%。'
    """
    _, chinese, english = KINDS[kind]
    zh, en = (text.format_map(_told(blanks, of)) for text, of in ((chinese, "zh"), (english, "en")))
    return f"{zh} / {en}" if language == "both" else zh if language == "zh" else en


def _told(blanks: Mapping[str, object], language: str) -> dict[str, object]:
    return {name: word.told(language) if isinstance(word, Amount | Rise) else word for name, word in blanks.items()}
