"""The mistakes of a pattern library in Chinese.

The English sentences stand where the mistakes are found (`extract/library`, `extract/matching/examples.py`); here each of their
templates has its Chinese. A test finds the templates in the source, so that none can be forgotten.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.said import Said

if TYPE_CHECKING:
    from extract.errors import LibraryProblem

ZH: dict[str, str] = {
    # what a thing is
    "{0!r}": "“{0}”",
    "text": "文字",
    "empty": "空的",
    "a list": "列表",
    "a mapping": "键值对",
    "the file": "文件",
    "an entry of {0}": "{0}中的一项",
    "in {0!r}": "{0} 中",
    "in 'reads'": "reads 中",
    "{0} in {1}": "{0}：{1}",
    "did you mean {0!r}": "是否想写“{0}”",
    # the file
    "the file does not exist": "文件不存在",
    "check the path": "检查路径",
    "the file is a folder or device, not a file": "这是文件夹或设备，不是文件",
    "name the file itself": "请指定文件本身",
    "no permission": "没有权限",
    "the file cannot be read ({0})": "文件无法读取（{0}）",
    "the file is larger than {0} MB": "文件超过 {0} MB",
    "the byte 0x{0:02X} is not UTF-8": "字节 0x{0:02X} 不是 UTF-8 编码",
    "save the file as UTF-8": "把文件另存为 UTF-8 编码",
    "the text is longer than {0} characters": "文本超过 {0} 字",
    "the file is empty": "文件是空的",
    "there are more than {0} problems, the rest is not listed": "问题超过 {0} 处，其余不再列出",
    # YAML
    "the quote is never closed on its line": "引号在本行没有闭合",
    "close it": "补上引号",
    "the line is indented with a tab": "本行用制表符缩进",
    "indent with spaces": "用空格缩进",
    "no value may start with {0!r}": "值不能以“{0}”开头",
    "put it in double quotes": "给它加上双引号",
    "the list that opens here is not closed with {0}": "这里开始的列表没有用 {0} 结束",
    "write {0} at its end, and commas between its entries": "末尾写 {0}，各项之间用英文逗号隔开",
    "a backslash inside double quotes must start a known escape": "双引号里的反斜杠后面必须是已知的转义字符",
    "use single quotes, or two backslashes": "改用单引号，或写两个反斜杠",
    "not readable as YAML ({0})": "这里不是有效的 YAML",
    "put the value in double quotes": "给这个值加上双引号",
    "put the value in quotes, or start a new line": "给这个值加上引号，或另起一行",
    "a colon and a space inside a value look like another key": "值里的冒号加空格会被当成另一个键",
    "{0} is followed by keys of its own but has no colon": "{0}下面有自己的键，却没有冒号",
    "write a colon after it": "在它后面写冒号",
    "the line is indented deeper than the key before it, which has a value already": "上一行的键已经有值，本行却缩进得更深",
    "indent it as the line before": "与上一行对齐",
    "{0} has no colon and space after its key": "{0}的键后面没有冒号和空格",
    "write `key: value`": "写成“键: 值”",
    "a list entry stands where a key was expected": "应写键的地方写了列表项",
    "start every entry of the list with -": "列表的每一项都以 - 开头",
    "this does not belong here; a quoted value ends at its closing quote": "这里多出了文字；带引号的值到右引号为止",
    "put the whole value in quotes": "给整个值加上引号",
    "the line is indented like no line before it": "本行的缩进与前面任何一行都不同",
    "indent it as the lines it belongs to": "与同级的行对齐",
    "the character U+{0:04X} may not stand in the file": "文件中不能有字符 U+{0:04X}",
    "a second document starts here": "这里开始了第二个文档",
    "keep everything in one document": "全部内容放在一个文档里",
    "alias *{0} is not allowed": "不能使用别名 *{0}",
    "anchor &{0} is not allowed": "不能使用锚点 &{0}",
    "tag {0} is not allowed": "不能使用标签{0}",
    "delete it; quote text that starts with !": "删去；以 ! 开头的文字要加引号",
    "write the text out": "把文字完整写出来",
    "write the text out where it is used": "在用到的地方把文字完整写出来",
    "nesting deeper than {0} levels; nothing after this place was read": "嵌套超过 {0} 层；此处之后的内容没有读",
    "{0} holds the invisible character U+{1:04X}": "{0}含有看不见的字符 U+{1:04X}",
    "a key must be text, not a list or a mapping": "键必须是文字，不能是列表或键值对",
    "merge key << is not allowed": "不能使用合并键 <<",
    "write the keys out": "把各个键完整写出来",
    "key {0} stands here again, first on line {1}": "键{0}重复出现，第一次在第 {1} 行",
    "keep one of the two": "两处只留一处",
    # keys and values
    "{0} is {1}, not a mapping": "{0}是{1}，应为键值对",
    "{0} is {1}, not text": "{0}是{1}，应为文字",
    "{0} is {1}, not a list": "{0}是{1}，应为列表",
    "{0} is empty": "{0}是空的",
    "{0} has {1} characters, the most is {2}": "{0}有 {1} 字，最多 {2} 字",
    "unknown key {0}": "没有{0}这个键",
    "key {0!r} is missing": "缺少键“{0}”",
    "add `{0}:`": "补上“{0}:”",
    "key {0!r} stands after {1!r}": "键“{0}”排在“{1}”之后",
    "the order {0}": "按此顺序 {0}",
    "{0!r} is {1}": "“{0}”写成了{1}",
    "write [{0}]": "写成 [{0}]",
    "write [{0}, {1}]": "写成 [{0}, {1}]",
    "{0} stands twice in {1}": "{0}在{1}中出现了两次",
    "delete it": "删去",
    "delete one of the two": "删去其中一个",
    "rename one of the two": "给其中一个改名",
    # categories, vocabularies, version
    "category ids, each with zh and en": "类别的代码，各有 zh 和 en",
    "zh, en": "zh、en",
    "category id {0}": "类别代码{0}",
    "a-z, 0-9 and _, starting with a letter": "小写字母、数字和下划线，以字母开头",
    "a-z, 0-9 and _, starting with a letter, at most 64": "小写字母、数字和下划线，以字母开头，最多 64 个字符",
    "there is no category": "没有任何类别",
    "no metric is in this category": "这个类别下没有指标",
    "category {0} is not among the categories": "没有{0}这个类别",
    "groups, each with vocabularies": "词组，各含词表",
    "vocabularies, each with a list of words": "词表，各列出若干词",
    "vocabulary name {0}": "词表名{0}",
    "up to 40 characters, none of them a space or one of < > ( ) … |": "最多 40 个字符，不含空格和 < > ( ) … |",
    "vocabulary {0} stands in group {1!r} too, on line {2}": "词表{0}在词组“{1}”里也有，见第 {2} 行",
    "word {0} holds a space, which a report's text does not": "词{0}含有空格，而报告原文没有空格",
    "delete the space": "删去空格",
    # words with alternatives
    "as in 偷(建/搭)(起来/)的: half-width brackets one after the other, a half-width slash between alternatives": (
        "如 偷(建/搭)(起来/)的：半角括号一个接一个，各种写法之间用半角斜杠隔开"
    ),
    "{0} stands for {1} words, the most is {2}": "{0}合 {1} 个词，最多 {2} 个",
    "write several entries": "分成几项来写",
    "the longest word of {0}": "{0}中最长的词",
    "every part of {0} may be left out, so that nothing is a word of it": "{0}的每一部分都可以不写，什么都不写也成了一个词",
    "give one of its brackets no empty alternative": "至少让一个括号里没有空的写法",
    "a bracket of {0} is closed that was not opened": "{0}中的右括号前面没有左括号",
    "write the half-width ( before the first alternative": "在第一种写法前面写半角的 (",
    "a bracket of {0} is not closed": "{0}中的括号没有闭合",
    "write the half-width ) behind the last alternative": "在最后一种写法后面写半角的 )",
    "a bracket of {0} stands inside another": "{0}中括号里又套了括号",
    "write the alternatives of the inner one out in the outer one": "把里层的各种写法完整写进外层括号",
    "a bracket of {0} leaves nothing to choose": "{0}中的括号里只有一种写法",
    "write (社区/) for what may be left out, and full-width （社区） for brackets that stand in a report": (
        "可有可无的写成 (社区/)；报告原文里的括号用全角，写成（社区）"
    ),
    "the brackets of {0} are full-width, so that they stand for themselves": "{0}中的括号是全角的，会当作原文",
    "write half-width ( / ) if they are to hold alternatives": "如果括号里是几种写法，改用半角的 ( / )",
    "with {0} the file has more than {1} words": "写了{0}，全文件的词超过 {1} 个",
    "write fewer alternatives": "少写几种写法",
    "version {0} is not known": "不认识版本{0}",
    # metrics
    "metric ids, each with its keys": "指标的代码，各有自己的键",
    "ids, each with its keys": "代码，各有自己的键",
    "there is no metric": "没有任何指标",
    "there are {0} metrics, the most is {1}": "有 {0} 个指标，最多 {1} 个",
    "metric id {0}": "指标代码{0}",
    "unit {0} in {1!r}": "“{1}”中的单位{0}",
    "up to 8 characters, no digit, no space, no bracket": "最多 8 个字符，不含数字、空格和括号",
    "unit {0} stands in {1!r} and in {2!r}": "单位{0}在“{1}”和“{2}”里都有",
    "the metric is listed among its own parts": "指标把自己列为分项",
    "the metric is listed beside itself": "指标把自己列为并计的指标",
    "the metric is a part of itself: {0}": "指标绕一圈成了自己的分项：{0}",
    "delete one of these parts": "删去其中一个分项",
    "no metric is called {0} ({1})": "没有名为{0}的指标（{1}）",
    "no metric is called {0} in {1!r}": "没有名为{0}的指标（“{1}”中）",
    "{0} in 'zero'": "zero 中的{0}",
    "<name> or a plain word": "<词表名>，或一个词",
    "<{0}> stands under 'bounds', so no pattern reads it": "<{0}>在 bounds 下，句式读不到它",
    "move it to 'words'": "移到 words 下",
    "no vocabulary is called <{0}>": "没有名为<{0}>的词表",
    "'range' is {0}": "range 写成了{0}",
    "[LOW, HIGH] with two plain numbers, as in [0, 5000]": "[下限, 上限]，两个普通数字，如 [0, 5000]",
    "'range' runs from {0} down to {1}": "range 的下限 {0} 大于上限 {1}",
    "{0} in {1!r}": "{1} 中的{0}",
    "{0} in 'alone'": "alone 中的{0}",
    "<name> of what follows, or N": "后面的词所在的 <词表名>，或 N",
    "plain words without spaces": "不带空格的词",
    "'patterns' is empty": "patterns 是空的",
    "add at least one wording": "至少写一个句式",
    "there are {0} patterns, the most is {1}": "有 {0} 个句式，最多 {1} 个",
    "put words that mean the same into a vocabulary": "把意思相同的词放进词表",
    # patterns
    "the pattern has {0} characters, the most is {1}": "句式有 {0} 字，最多 {1} 字",
    "write several patterns": "分成几个句式",
    "the pattern has no N": "句式里没有 N",
    "write N, a capital letter on its own, where the number stands": "在数字的位置写一个单独的大写字母 N",
    "the pattern has more than one N": "句式里有不止一个 N",
    "write one pattern for each number": "每个数字写一个句式",
    "N stands alone, so that any number would match": "只有一个 N，任何数字都会符合",
    "add the words that stand beside it": "补上数字旁边的词",
    "the unit {0!r} is part of N already": "N 已经包含单位“{0}”",
    "write N alone": "只写 N",
    "{0!r} means nothing in a pattern": "“{0}”在句式里没有意义",
    "a pattern is no regular expression; write the words as they stand in a report": "句式不是正则表达式；照报告里的写法写词即可",
    "write a vocabulary as <name>, without spaces inside": "词表写成 <词表名>，里面不留空格",
    "use the half-width < and >": "用半角的 < 和 >",
    "use the half-width ( and )": "用半角的 ( 和 )",
    "use the half-width N": "用半角的 N",
    "only a vocabulary may stand in brackets: (<name>)": "圆括号里只能是词表：(<词表名>)",
    "write one line for each wording, or list the words in a vocabulary": "每种说法各写一行，或把词列进词表",
    "nothing stands before …": "… 前面没有东西",
    "nothing stands after …": "… 后面没有东西",
    "delete it: … joins two elements": "删去：… 要连接两个部分",
    "pattern {0!r} can never match: {1}": "句式“{0}”永远不会符合：{1}",
    "<{0}> has no words": "<{0}>里没有词",
    "every word of <{0}> is forbidden by 'not'": "<{0}>的每个词都被 not 排除了",
    "its own text {0!r} is forbidden by 'not: {1}'": "句式里的“{0}”被 not 中的“{1}”排除了",
    "change the pattern or the words": "改句式或改词",
    "pattern {0!r} stands on line {1} already": "第 {1} 行已经有句式“{0}”",
    "pattern {0!r} with unit {1} is also a pattern of {2}, on line {3}": "句式“{0}”（单位{1}）也是 {2} 的句式，见第 {3} 行",
    "make one of them more specific": "把其中一个写得更具体",
    # examples
    "'examples' is {0}, not a list": "examples 是{0}，应为列表",
    "start each example with `- text:`": "每个例句以“- text:”开头",
    "an example is {0}, not a mapping": "有例句是{0}，应为键值对",
    "text, reads": "text、reads",
    "'reads' is {0}, not a mapping": "reads 是{0}，应为键值对",
    "metric: reading": "指标: 读数",
    "write `reads: {}` if nothing is read": "不读任何数字时写“reads: {}”",
    "the reading of {0}": "{0}的读数",
    "reading {0}: {1}": "读数{0}：{1}",
    "the reading is too long": "读数太长",
    "the reading is empty": "读数是空的",
    "{0!r} is not a plain number": "“{0}”不是普通数字",
    "the upper end {0} is not above {1}": "上限 {0} 不大于 {1}",
    "{0!r} is not expected here": "这里不应有“{0}”",
    "value [high] [over|nearly|about] [year] [planned|cumulative], as in `20 30`, `120 over`, `95 2025 planned`": (
        "数值 [上限] [over 余|nearly 近|about 约] [年份] [planned 计划|cumulative 累计]，如“20 30”“120 over”“95 2025 planned”"
    ),
    "{0} of its examples read {1}, the least is {2}": "读出 {1} 的例句有 {0} 个，至少要 {2} 个",
    "{0} of its examples read no {1}, the least is {2}": "不读 {1} 的例句有 {0} 个，至少要 {2} 个",
    "add sentences that it should read": "补上应当读出的句子",
    "add sentences that look alike but mean something else, with `reads: {}`": "补上看着像、意思却不同的句子，写“reads: {}”",
    "the example {0!r} does not read {1} but reads {2}": "例句“{0}”没有读出 {1}，而是读成了 {2}",
    "the example {0!r} does not read {1}": "例句“{0}”没有读出 {1}",
    "the example {0!r} reads {1}": "例句“{0}”多读出了 {1}",
    "change the patterns or words until it does, or correct `reads`": "修改句式或词，直到读对为止；或更正 reads",
    "no example needs the pattern {0!r}": "没有例句用到句式“{0}”",
    "add an example that it reads, or delete it": "补一个它能读出的例句，或删去它",
    # the library as a whole
    "no pattern and no 'zero' uses <{0}>; its words only bound gaps": "没有句式和 zero 用到<{0}>，它的词只起隔断作用",
    "use it, or move it to 'bounds' if that is all it is for": "用上它；如果本来就只为隔断，移到 bounds 下",
    "{0} stands in <{1}> too, on line {2}, which patterns read": "{0}在<{1}>里也有（第 {2} 行），而句式要读它",
    "keep it in one of the two": "只留在其中一处",
    "the label {0!r} is also that of {1}": "名称“{0}”与 {1} 相同",
    "give each metric a label of its own": "给每个指标起不同的名称",
    "its part {0} is counted in {1}, the metric in {2}": "分项 {0} 的单位是{1}，指标的单位是{2}",
    "take a part with the same unit": "选单位相同的分项",
    # derived metrics
    "derived id {0}": "计算指标的代码{0}",
    "{0} is a metric already, on line {1}": "{0}已经是指标，见第 {1} 行",
    "choose another id: computed and stated values never mix": "换一个代码：算出的数和报告写的数不能混在一起",
    "{0} of the keys {1} are there": "{1} 这几个键出现了 {0} 个",
    "say in just one of them how the value is computed": "只用其中一个写明怎样计算",
    "{0!r} names {1}": "“{0}”写了 {1} 个指标",
    "two metrics, [PART, WHOLE]": "两个指标，[部分, 整体]",
    "two metrics or more": "两个或更多指标",
}
#: text of the file that a message shows stays on the message's line
_BREAKS = re.compile(r"[\r\n\t]+")


def problem_text(problem: LibraryProblem, language: str, file: str | None = None) -> str:
    """A mistake in a language, with its place and what to do; `file` is what to call the file instead of its path."""
    place = f"{problem.file if file is None else file}:{problem.line}:{problem.column}"
    if language != "zh":
        return place + str(problem).removeprefix(f"{problem.file}:{problem.line}:{problem.column}")
    where = f"［{problem.where}］" if problem.where else " "
    allowed = f"可用：{in_chinese(problem.allowed)}。" if problem.allowed else ""
    fix = f"改法：{in_chinese(problem.fix)}。" if problem.fix else ""
    return f"{place}{where}{in_chinese(problem.what)}。{allowed}{fix}"


def in_chinese(text: str) -> str:
    """A message in Chinese; names and text of the file, which have no template, stay as they are."""
    if not isinstance(text, Said):
        return ZH.get(text, text)
    template = ZH.get(text.template)
    if template is None:
        return str(text)
    return template.format(*(_value(value) for value in text.values))


def _value(value: object) -> object:
    """What fills a blank: a message of its own is translated, a number kept, text of the file put on one line."""
    if isinstance(value, Said):
        return in_chinese(value)
    return _BREAKS.sub(" ", value) if isinstance(value, str) else value
