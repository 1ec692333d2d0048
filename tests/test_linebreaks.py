"""Which line breaks end a paragraph and which fall into a sentence."""

import re

import pytest

from extract.flow import make_flow

JOINED = {
    "3.考法：七十二人参加年度考试，\n参考率98%": "an item that tells something is no heading",
    "3.案件：办理各类执法案件53起（上年61起），同比下降\n13.1%，全部办结": "a change and its amount",
    "2.办件量较上年的1130件增长26\n.1%，全部办结": "a number before its point",
    "五年来累计组织各类法制宣传教育活动\x0c一百一十余场次，通过验收。": "a page ends in a sentence",
    "机关干部走进考场，参加全省统一组织\n— 3 —\n的法律知识闭卷测试，参考率98.4%。": "a page number in a sentence",
    "机关干部走进考场，参加全省统一组织\n\n第3页 共9页\n\n的法律知识闭卷测试，参考率98.4%。": "a page of so many pages",
    "一是调解再提速，专职调解员增\n— 3 —\n至9人。": "a page ends in a short point",
    "镇里请来律师，对23份\n— 3 —\n合同逐份审查。": "a page ends behind a count",
    "二是培训跟上；三是到集市上讲法律，全年计划\n— 3 —\n不少于6场。": "a sentence that ends like a title where the page does",
    "（1）6月底前，调\n— 3 —\n解员达到12人；（2）全年普法不少于35场。": "the next item stands behind it in the line",
    "一、调解员有12名。\n二、与一家律师事务所续签合同，由律\n— 3 —\n师4名坐班。\n三、普法6场。": "its neighbours are items",
    "全年共发放宣传资料\n3000余份，化解纠纷。": "noun and number",
    "全年共发放宣传资料\n\n3000余份，化解纠纷。": "over a blank line",
    "排查纠纷124\n起，化解96起。": "number and unit",
    "排查纠纷一百二十\n\n余起，化解。": "numeral and unit",
    "办结率达98.6\n%，位居前列。": "number and per cent",
    "2024\n年，全镇": "year",
    "我镇坚持依法行政，全年共开展\n普法宣传活动二十场。": "verb and object",
    "参加培训的干部、\n群众共百人。": "after a comma",
    "依法\n，化解纠纷。": "before a comma",
    "一是落实责任。党委会专题研究法治建设工作\n并部署下一步任务。": "prose without a final stop",
    "根据《中华人民共和国\n行政处罚法》的规定。": "inside a title",
    "较上年的\n46件减少": "after 的",
    "各村（\n社区）": "inside brackets",
}
KEPT = {
    "免：轻微不罚4起；警告2起\n拆：违建5处": "labelled lines",
    "行政村：12个\n社区：1个": "labelled lines that end in a measure word",
    "14份法律意见书，全部采纳\n1名法律顾问": "lines that open with their amounts",
    "县抽检得分91。过火面积6亩\n〖戊〗监督": "before a heading in brackets",
    "〖辛〗普法\n26场：赶集11场": "behind a heading in brackets",
    "27件审查，全数走系统\n├22份合同": "branches of a list",
    "吕庄镇人民政府\n关于2022年法治政府建设工作的报告\n2024年，我镇坚持依法行政。": "title lines",
    "县司法局：\n现将情况报告如下：\n一、工作开展情况": "salutation",
    "一、工作开展情况\n全镇坚持依法行政，取得成效。": "heading and paragraph",
    "（一）提高站位，加强领导\n镇党委高度重视法治工作。": "heading with a comma",
    "一、调解有了队伍。\n二、培训有了场所。\n三、存在问题和不足\n- 3 -\n人手不够。": "a heading at the end of a page",
    "（一）提高站位\n- 3 -\n镇党委高度重视。\n（二）建强队伍\n调解员有12名。": "headings, one at the end of a page",
    "主要做法\n镇党委高度重视法治工作。": "heading without a mark",
    "一、基本情况\n3个村、2个社区，共有网格36个。": "heading and number",
    "工作成效。\n二、存在问题": "sentence and heading",
    "普法宣传形式单一\n二、下步打算": "unfinished line and heading",
    "统筹推进各项工作，抓出实效\n一是抓学习。": "before a list mark",
    "全年工作取得实效，特此报告\n柳河镇人民政府\n2024年12月20日": "signature",
    "柳河镇人民政府\n2024年12月20日": "signature and date",
    "附件：统计表\n1.纠纷台账": "list",
    "甲说：“依法办事。”\n乙点头。": "quoted speech",
    "总结\n2024年，我镇": "a year opens a paragraph",
    "中共柳河镇委员会柳河镇人民政府关于2024年度推进法治政府建设工作情况及2025年工作安排的报告\n县委依法治县办": "long title",
    "甲项\n·乙项": "bullets",
    "索引号：0021\n主题分类：法治": "labels",
}


@pytest.mark.parametrize("raw", JOINED, ids=JOINED.values())
def test_a_break_inside_a_sentence_is_left_out(raw: str) -> None:
    assert make_flow(raw).clean == re.sub(r"(?<=[^。])\n[—第].{,8}\n|(?<![。])\s", "", raw)


@pytest.mark.parametrize("raw", KEPT, ids=KEPT.values())
def test_a_break_between_paragraphs_stays(raw: str) -> None:
    assert make_flow(raw).clean == raw.replace("- 3 -\n", "")


def test_an_item_that_a_page_ends_in_is_told_from_a_heading_by_its_neighbours() -> None:
    raw = (
        "一、主要做法\n（一）提高站位\n镇党委高度重视。\n（二）建强队伍\n调解员有12名。\n（三）抓实普法\n— 3 —\n进村宣传6场。\n"
        "二、明年打算\n（一）普法办足\n— 4 —\n30场。\n（二）调解室再添2间，各村都有。"
    )
    lines = make_flow(raw).clean.split("\n")
    assert lines[5:7] == ["（三）抓实普法", "进村宣传6场。"]
    assert lines[8:] == ["（一）普法办足30场。", "（二）调解室再添2间，各村都有。"]


def test_a_line_of_several_commas_is_no_heading() -> None:
    raw = "（二）抓好排查，村每半月、乡每月研判一次，确保化\n— 4 —\n解率在98%以上。"
    assert make_flow(raw).clean == "（二）抓好排查，村每半月、乡每月研判一次，确保化解率在98%以上。"


def _wrapped(paragraph: str, width: int) -> str:
    return "\n".join(paragraph[n : n + width] for n in range(0, len(paragraph), width))


def test_a_text_wrapped_at_a_margin_is_rejoined() -> None:
    paragraphs = [
        "一、依法行政工作开展情况",
        "今年以来全镇坚持以法治思维推进各项工作落实将法治建设纳入年度考核范围并层层压实责任确保任务落地见效",
        "全镇共排查调处矛盾纠纷一百二十起其中婚姻家庭类四十五起邻里类三十二起均已得到妥善化解群众较为满意认可",
        "二、下步打算",
        "我们将持续加强法治宣传教育不断提升干部群众的法治意识和依法办事能力努力营造良好的法治环境和社会氛围",
    ]
    raw = "\n".join(_wrapped(paragraph, 24) for paragraph in paragraphs)
    assert make_flow(raw).clean.split("\n") == paragraphs


def test_a_number_broken_at_the_margin_is_one_number() -> None:
    lines = [
        "全镇持续推进依法行政工作取得了较为明显成效一二",
        "三四五六七八九全年累计办理各类便民服务事项共计12",
        "4件其中线上办理的事项占到了全部事项的一半以上且",
    ]
    raw = "\n".join([*lines, "群众对窗口服务工作的满意程度较上年有了明显提高并", "得到上级的充分肯定。"])
    assert "共计124件" in make_flow(raw).clean


def test_a_heading_of_markdown_is_a_line_of_its_own() -> None:
    raw = "全年共开展普法宣传活动，取得了比较明显的成效，群众法治意识增强了许多\n## 存在问题\n执法力量不足。"
    assert make_flow(raw).clean == raw.replace("## ", "")


def test_a_pause_at_the_margin_of_a_wrapped_text_ends_no_line() -> None:
    lines = [
        "全镇坚持依法行政，推动法治建设各项任务落到实处见到成效",
        "全年按照简易程序当场作出的处罚决定三十一起，罚款四千元；",
        "走普通程序的八起，罚款两万五千元，案卷全部送县司法局评查",
        "评查结果为优秀，案件办理的质量和效率都得到了上级的充分肯",
        "定。",
    ]
    assert make_flow("\n".join(lines)).clean == "".join(lines)
