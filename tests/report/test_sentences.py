"""Where sentences end."""

import pytest

from extract.report.sentences import sentence_ends

# a text with its sentences apart by ¦
SENTENCES = {
    "full stops": "学法6次。¦调解12件。",
    "no stop at the end": "学法6次。¦调解12件",
    "question and exclamation": "成效如何？¦群众满意！¦再接再厉",
    "ASCII marks": "成效如何?¦群众满意!¦再接再厉",
    "semicolons do not end": "学法6次；调解12件；宣传8场。¦",
    "line breaks": "一、主要做法\n¦学法6次。\n¦调解12件",
    "several marks at once": "真的？！¦当然。。¦",
    "ASCII full stop behind a word": "学法6次.¦调解12件.",
    "ASCII full stop behind a percent sign": "化解率95%.¦参考率100%",
    "decimals": "化解率95.5%，罚款1.2万元。¦",
    "dates with points": "结合12.4宪法日、4.15安全日宣传。¦",
    "list numeral with a point": "一.加强学习。¦二.化解矛盾。¦",
    "list number with a point": "1.加强学习。¦2.化解矛盾。¦",
    "file names and addresses": "见表1.xls和www.gov.cn。¦",
    "dots of omission": "宣传宪法、民法典...共8场。¦",
    "mark inside a slogan": "开展“服务进万家！”活动8场。¦",
    "question inside a title": "学习《法治是什么？》一文3次。¦",
    "stop inside brackets": "办结全部案件（其中信访3件。另有2件转办），群众满意。¦",
    "stop inside ASCII brackets": "办结全部案件(其中信访3件。另有2件转办)，群众满意。¦",
    "quotation that ends its sentence": "群众说：“真方便。”¦司法所又办了3件。¦",
    "quotation that goes on": "围绕“你我他，都守法！”主题宣传3次。¦",
    "quotation at the end of a line": "群众说：“真方便。”\n¦司法所又办了3件",
    "quote never closed": "开展“法律明白人培训3次。¦调解12件。¦",
    "quote never opened": "开展法律明白人”培训3次。¦调解12件。¦",
    "bracket never closed": "共12件（其中信访3件。¦调解12件。¦",
    "bracket closed on another line": "共12件（其中信访3件。\n¦调解）12件。¦",
    "quotes nested the wrong way": "开展“法治（进村”活动）3次。¦调解12件。¦",
    "empty": "",
    "only marks": "。",
}


@pytest.mark.parametrize("marked", SENTENCES.values(), ids=SENTENCES)
def test_sentences(marked: str) -> None:
    clean = marked.replace("¦", "")
    ends = sentence_ends(clean)
    found = [clean[start:end] for start, end in zip([0, *ends], ends, strict=False)]
    assert found == [part for part in marked.split("¦") if part]


def test_the_last_end_is_the_length() -> None:
    assert sentence_ends("学法6次。调解12件") == [5, 10]
