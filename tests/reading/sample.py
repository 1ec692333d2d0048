"""One report of ours, the same for every format, with the figures that every reader has to bring back."""

import re

from extract.folding import fold

TITLE = "青石镇2024年度法治政府建设情况报告"
PARAGRAPHS = (
    TITLE,
    "2024年，青石镇在县委、县政府的正确领导下，坚持依法行政，现将全年法治政府建设情况报告如下：",
    "一、主要举措和成效",
    "（一）加强组织领导。镇党委理论学习中心组开展法治专题学习6次，召开法治建设推进会3次，班子成员讲授法治课8堂。",
    "（二）规范行政执法。全镇现有行政执法人员21名，其中持证19名；全年办理行政处罚案件37件，罚没款12.6万元，"
    "开展联合执法28次，检查经营场所412家次，整改隐患1 053处。",
    "（三）化解矛盾纠纷。排查矛盾纠纷124起，化解96起，调解成功率77.4％，较上年的143起减少19起。未发生行政诉讼败诉案件。",
    "（四）深化普法宣传。举办普法活动一百二十余场次，发放宣传资料1.85万份，受教育群众23600余人次，法律明白人达到85名。",
    "二、存在的问题",
    "执法力量仍显不足，部分村普法形式单一。",
    "三、下一年工作安排",
    "力争2025年培训执法骨干40人次，调解成功率达到95%。",
    "青石镇人民政府",
    "2025年1月16日",
)
TABLE = (
    ("项目", "单位", "2023年", "2024年"),
    ("合同审查", "份", "41", "58"),
    ("法律咨询", "人次", "310", "426"),
)
TABLE_LINES = tuple("| " + " | ".join(row) + " |" for row in TABLE)
#: A table of figures of one to three digits in cells hardly larger than they are.
SMALL_TABLE = (
    "村名 纠纷 调解 普法 走访 咨询 执法 案件 培训 信访 检查",
    "东坪村 105 6 411 4 68 2 82 24 888 865",
    "西岭村 397 22 967 0 90 24 36 29 10 547",
    "石桥村 7 3 35 95 25 1 596 3 4 89",
    "柳林村 2 793 6 79 17 339 46 46 73 3",
    "上湾村 1 2 5 9 67 3 7 3 6 4",
    "下湾村 3 33 0 985 0 952 303 82 670 43",
)
#: The paragraph that the table stands behind.
BEFORE_TABLE = 6


def lines() -> list[str]:
    """The report as every reader of a format with paragraphs gives it."""
    return [*PARAGRAPHS[: BEFORE_TABLE + 1], *TABLE_LINES, *PARAGRAPHS[BEFORE_TABLE + 1 :]]


def traditional(text: str) -> str:
    """The text in the characters of Taiwan and Hong Kong, as Big5 holds them."""
    forms: dict[str, str] = {}
    for code in range(0x4E00, 0xA000):
        form = chr(code)
        if fold(form) != form and _in_big5(form):
            forms.setdefault(fold(form), form)
    return "".join(character if _in_big5(character) else forms[character] for character in text)


def _in_big5(character: str) -> bool:
    try:
        character.encode("big5")
    except UnicodeEncodeError:
        return False
    return True


def digits(text: str) -> list[str]:
    """All runs of digits in a text, in order: what a reader must neither lose, nor double, nor tear."""
    return re.findall("[0-9]+(?:[.][0-9]+)?", text)
