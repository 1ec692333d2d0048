"""How figures are read, in words: sections, kinds of numbers, reasons, rules and flags.

The rules name what they do by stable words, which the tables carry (`section`, `class`, `reason`, `rule`, `flags`). Here stands
what a reader of either language is told for them; in Chinese the stable word follows, so that it can be looked for in a table.
"""

LANGUAGES = ("zh", "en")

_WORDS: dict[str, tuple[str, str]] = {
    # whose report, and what was counted
    "head": (
        "{report}：{place} {year}，数字 {figures} 个，已归入指标 {claimed} 个",
        "{report}: {place} {year}, {figures} figures, {claimed} claimed",
    ),
    "place unknown": ("乡镇未知", "township unknown"),
    "year unknown": ("年度未知", "year unknown"),
    "head tried": (
        "按{year}年报告试读：数字 {figures} 个，已归入指标 {claimed} 个",
        "Read as in a report on {year}: {figures} figures, {claimed} claimed",
    ),
    "period unknown": ("年份未知", "year unknown"),
    "section": ("［{0}］", "[{0}]"),
    "named": ("{word}［{name}］", "{word}"),
    "named text": ("{word}：{words}［{name}］", "{word} {words}"),
    "nothing": ("没有符合条件的数字。", "No number fits."),
    # sections
    "section front": ("开头", "front"),
    "section achievements": ("工作成效", "achievements"),
    "section problems": ("存在问题", "problems"),
    "section duties": ("履职情况", "duties"),
    "section plan": ("下步计划", "plan"),
    "section furniture": ("页眉页脚", "furniture"),
    "section table": ("表格", "table"),
    # kinds of numbers
    "class figure": ("数字", "figure"),
    "class date": ("日期", "date"),
    "class name": ("名称", "name"),
    "class ordinal": ("序号", "ordinal"),
    "class idiom": ("固定说法", "idiom"),
    "class rule": ("规定", "rule"),
    # how exact
    "qualifier exact": ("准确", "exact"),
    "qualifier over": ("余（以上）", "over"),
    "qualifier nearly": ("近", "nearly"),
    "qualifier about": ("约", "about"),
    # of when and of what
    "basis actual": ("实际数", "actual"),
    "basis planned": ("计划数", "planned"),
    "basis cumulative": ("累计数", "cumulative"),
    "scope township": ("本乡镇", "township"),
    "scope part": ("一部分", "part"),
    "scope place": ("其他地方", "another place"),
    # the branches
    "is": ("{metric} = {value} {unit}，{period} {basis} {scope}", "{metric} = {value} {unit}, {period} {basis} {scope}"),
    "metric": ("{zh} {id}", "{id} {en}"),
    "pattern": ("句式 {pattern}：{words}", "{pattern}: {words}"),
    "no words": ("无", "-"),
    "list": ("、", ", "),
    "flag": ("提示：{0}", "flag: {0}"),
    "left": ("未归入：{0}", "left: {0}"),
    "less specific": (
        "也符合，但不够具体：{metric}，句式 {pattern}（{words}）",
        "less specific: {metric} {pattern} ({words})",
    ),
    # why a figure was left
    "left no pattern": ("没有对应的句式", "no pattern"),
    "left no unit": ("没有单位", "no unit"),
    "left change": ("增减数", "change"),
    "left rule": ("规定或目标", "rule"),
    "left remainder": ("剩余数", "remainder"),
    "left in brackets": ("括号内的往年数，前面的数未归入", "an earlier year's figure in brackets, behind one that was left"),
    "left other place": ("其他地方的数字", "other place"),
    "left page furniture": ("页眉页脚", "page furniture"),
    "left denied": ("否定说法", "denied"),
    "left audience of study": ("参加学习的人数", "those who came to a study"),
    "left of the villages": ("各村的法律顾问，不是镇政府的", "advisors of the villages, not of the township"),
    "left rate of others": ("不是纠纷的化解率", "a rate of something else than disputes"),
    "left sent out": ("派出的人数，不是总数", "people who were sent out, not all there are"),
    "left shortcoming": ("问题部分里没做好的数", "what went wrong, told among the shortcomings"),
    "left named only": ("提到但不计入的数", "named, and not counted"),
    "left where a plan starts": ("计划的起点", "where a plan starts"),
    # by which rules a figure was read
    "step carried": ("承前", "carried"),
    "step as": ("同前", "as"),
    "step label": ("同行标签", "label of the row"),
    "step 其中": ("其中项", "listed as a part"),
    "step denial": ("否定，计为0", "denial"),
    "step no more of the year before's": ("上年有，今年没有", "no more of the year before's"),
    "step table cell": ("表格", "table cell"),
    "step part of the row above": ("上一行的分项", "part of the row above"),
    "step year named": ("写明年份", "year named"),
    "step planned": ("计划数", "planned"),
    "step cumulative": ("累计数", "cumulative"),
    "step part of the year": ("年内一段时间", "part of the year"),
    "step shared number": ("共用一个数", "shared number"),
    "step present value": ("现值", "present value"),
    "step prior value": ("上年值", "prior value"),
    "step new certificates": ("当年新取得的证件", "newly obtained"),
    "step other time": ("另一时间的数", "other time"),
    "step running total": ("自往年起的累计数", "running total"),
    "step row with its sum": ("一列数与其合计", "row with its sum"),
    "step own place": ("本地数", "own place"),
    "step level after a change": ("增减后的数", "level after a change"),
    "step done of what was planned": ("计划中已完成的", "done of what was planned"),
    "step item before its verb": ("动词在后面一项之后", "item before its verb"),
    "step sum of those before": ("前面各项之和", "sum of those before"),
    "step kinds that add up": ("各类相加等于总数", "kinds that add up"),
    "step as the items before": ("与前面各条同", "as in the items before"),
    "step kinds in a row": ("并列各类之一", "one of several kinds in a row"),
    "step whole of its parts": ("各分项之总数", "whole of its parts"),
    "step counted beside": ("与前一数同属一事", "counted beside"),
    "step noun behind": ("名词在后面", "noun behind"),
    "step sum over years": ("各年之和", "sum over years"),
    "step last year's in order": ("依次为上年的数", "last year's in order"),
    "step part by its share": ("按占比核出的分项", "part by its share"),
    "step part of a sum": ("与相邻各数相加等于总数", "part of a sum"),
    "step in brackets, as the report says of them": ("报告说明括号内为往年数", "in brackets, as the report says of them"),
    "step alike in both years": ("句中说明几个年度数值相同", "alike in both years"),
    "step part": ("分项", "part"),
    "step list": ("并列项", "list"),
    "step alone among facts of the place": ("乡镇概况中单列的数", "alone among facts of the place"),
    "step target": ("目标", "target"),
    # what makes a reading doubtful
    "unsure tie": ("两个指标难分", "tie"),
    "unsure low-confidence": ("把握不大", "low-confidence"),
    "unsure outside-range": ("超出合理范围", "outside-range"),
    "unsure ocr": ("文字识别", "ocr"),
}  # fmt: skip


class RuleWords:
    """The words of one language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._index = LANGUAGES.index(language)

    def __call__(self, key: str, *values: object, **blanks: object) -> str:
        """The text for a key, its blanks filled in."""
        text = _WORDS[key][self._index]
        return text.format(*values, **blanks) if values or blanks else text

    def of(self, kind: str, name: str) -> str:
        """The word for a rule's stable name; the name itself, unchanged, where there is none."""
        known = _WORDS.get(f"{kind} {name}")
        return name if known is None else known[self._index]

    def named(self, kind: str, name: str) -> str:
        """The word, and in Chinese the stable name behind it."""
        if not self.knows(kind, name):
            return name
        # 其中 is its own Chinese
        return self("named", word=self.of(kind, name), name=name) if name.isascii() else self.of(kind, name)

    def knows(self, kind: str, name: str) -> bool:
        """Whether there is a word for a rule's stable name."""
        return f"{kind} {name}" in _WORDS

    def step(self, step: str) -> str:
        """One step of a mention's `rule`: a rule's name, a name with the words of the text behind it, or text alone."""
        if self.knows("step", step):
            return self.named("step", step)
        name, _, words = step.partition(" ")
        if words and self.knows("step", name):
            return self("named text", word=self.of("step", name), words=words, name=name)
        return step
