"""Lists of bare lines, one item a line: a label, its number, the line's end (执法人员：16, 到场听讲（人次） 8700)."""

import re

_BLANKS = r"[ \t\xa0\u3000]{0,48}+"
_UNITS = (
    r"(?:%|[件起宗例卷次场期堂节讲课时人名位份册本张页套家户处间所座批条幅篇支个项元亩吨辆台部栋幢株棵艘公里平方米斤顷]{1,4})"
)
_JOINT = r"[：: \t\xa0\u3000*]"
_NUMBER = r"(?:[0-9]{1,3}(?:[,，][0-9]{3})+|[0-9]{1,9})(?:\.[0-9]{1,4})?[余多]?[万亿]?[余多]?"
_LABEL = r"(?:12[0-9]{3})?[^\W0-9][^。；;！？!?，,|\n]{0,22}?[^。；;！？!?，,|：:\s0-9.~/—-]"
_ITEM = re.compile(
    rf"{_BLANKS}(?:[-—·●■◆○▪]{{1,2}}|[0-9]{{1,2}}(?:[、)）]|\.(?![0-9])))?[ \t\xa0\u3000*]{{0,48}}+"
    rf"(?P<label>{_LABEL})"
    rf"(?:(?P<joint>{_JOINT}{{0,48}}+)(?P<number>{_NUMBER})|{_JOINT}{{1,48}}+(?:无|零|没有|[一二三四五六七八九十百千两]{{1,6}}))"
    rf"{_BLANKS}(?P<unit>{_UNITS})?(?P<behind>[，,]{_BLANKS}{_NUMBER}{_UNITS})?(?P<aside>{_BLANKS}[（(][^（）()\n]{{1,30}}[）)])?"
    rf"[；;。]?\s{{0,48}}+"
)
#: 一、主要做法 3 is a line of the table of contents
_CHAPTER = re.compile(r"[（(]?[一二三四五六七八九十]{1,3}[）)、.]|第[一二三四五六七八九十]{1,3}[章节部条]")
#: most short lines are headings, and have none
_MAY_NUMBER = re.compile(rf"[0-9：: \t\xa0\u3000*](?:(?<=[0-9])|(?<={_JOINT})[无零没一二三四五六七八九十百千两])")
_LONGEST, _FEWEST = 48, 3


def runs_of_items(text: str) -> list[list[re.Match[str]]]:
    """The lists of the text, each as its lines.

    >>> [[line["label"] for line in run] for run in runs_of_items("执法人员：16\\n其中有证的 14\\n检查 30次\\n完。")]
    [['执法人员', '其中有证的', '检查']]
    """
    runs: list[list[re.Match[str]]] = []
    run: list[re.Match[str]] = []
    start, size = 0, len(text)
    while start <= size:
        end = text.find("\n", start)
        end = size if end < 0 else end
        short = end - start <= _LONGEST and _MAY_NUMBER.search(text, start, end) is not None
        found = _ITEM.fullmatch(text, start, end) if short else None
        if found is not None and not _CHAPTER.match(found["label"]):
            run.append(found)
        elif end - start > _LONGEST or (end > start and not text[start:end].isspace()):
            if len(run) >= _FEWEST:
                runs.append(run)
            run = []
        start = end + 1
    if len(run) >= _FEWEST:
        runs.append(run)
    return runs
