"""What the parser of the command line says of its own accord, in Chinese: the headings of help, and wrong use."""

import re

#: in this order; a kind of value is as wide in Chinese as the blank behind it allows, so that columns stay in line
_FRAME: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(english, re.MULTILINE), chinese)
    for english, chinese in (
        (r"^Usage: ", "用法："),
        (r"\[OPTIONS\]", "[选项]"),
        (r"COMMAND \[ARGS\]\.\.\.", "命令 [参数]..."),
        (r"^Arguments:$", "参数："),
        (r"^Options:$", "选项："),
        (r"^Commands:$", "命令："),
        (r"\[required\]", "［必填］"),
        (r"\[default: ([^\]]+)\]", r"［默认：\1］"),
        (r"<list\[Path\]>", "<路径列表>  "),
        (r"<list\[str\]>", "<文字列表> "),
        (r"<int range>", "<整数>     "),
        (r"<str>  ", "<文字> "),
        (r"<int>  ", "<整数> "),
        (r"<float>  ", "<数字>  "),
        (r"<path>", "<路径>"),
        (r"^Try '([^']+)' for help\.$", r"用 \1 查看说明。"),
        (r"^Error: ", "错误："),
        (r"^Aborted[.!]$", "已停止。"),
        (r"Missing argument '([^']+)'\.", r"缺少参数“\1”。"),
        (r"Missing option '([^']+)'\.", r"缺少选项 \1。"),
        (r"Missing command\.", "缺少命令。"),
        (r"No such command '([^']+)'\.", r"没有命令“\1”。"),
        (r"No such option:? '?([^ \n'.]+)'?\.?", r"没有选项 \1。"),
        (r" ?\(Possible options: ([^)\n]+)\)", r"可用的相近选项：\1。"),
        (r" ?Did you mean:? ([^?\n]+)\?", r"是否想写 \1？"),
        (r"Option '([^']+)' requires an argument\.", r"选项 \1 后面要写内容。"),
        (r"Option '([^']+)' does not take a value\.", r"选项 \1 后面不能写内容。"),
        (r"Got unexpected extra arguments?(?:\(s\))? \(([^)\n]*)\)\.?", r"多出了参数：\1。"),
        (r"Invalid value for '([^']+)': ", r"“\1”的值无效："),
        (r"Input should be a valid integer[^\n]*|'[^']*' is not a valid integer\.?", "应为整数。"),
        (r"Input should be a valid number[^\n]*|'[^']*' is not a valid float\.?", "应为数字。"),
    )
)


def in_chinese(text: str) -> str:
    """Help or a complaint of the parser with its own words in Chinese; ours are in it already."""
    for english, chinese in _FRAME:
        text = english.sub(chinese, text)
    return text
