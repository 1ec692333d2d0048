"""What a page carries besides its report."""

import pytest

from extract.report.furniture import find_furniture
from extract.report.outline import outline
from extract.report.tables import find_tables

TITLE = "松屏镇2023年法治政府建设情况报告\n"
BODY = (
    "2023年，松屏镇在县委、县政府的坚强领导下，坚持依法行政，扎实推进法治政府建设，各项工作取得新的进展，现将情况报告如下：\n"
    "一、主要做法\n（一）加强学习。全年学法6次。\n（二）化解矛盾。调解纠纷12件。\n二、存在的问题\n力量不足。\n三、下一步打算\n继续努力。\n"
)
SIGNATURE = "松屏镇人民政府\n2024年1月5日\n"

# what stands above the title, between title and body, and below the report
ABOVE = {
    "index table": "|索引号|0123-45|发布机构|松屏镇|\n|发文日期|2024-01-08|文号|松政〔2024〕3号|\n",
    "index table of odd letters": "|【索引号】|0123-45|【主题分类】|法治|\n",
    "index lines": "索引号：0123-45\n主题分类：司法\n发文机关：松屏镇\n成文日期：2024-01-08\n有效性：有效\n",
    "index on one line": "索引号：0123-45信息分类：法治建设发布机构：松屏镇发文日期：2024-01-08\n",
    "index with values below": "·索引号：\n0123-45\n·发文日期：\n2024-01-08\n",
    "breadcrumbs": "当前位置：首页>政务公开>石桥镇>法治政府建设\n",
    "breadcrumbs without a label": "首页>镇街>石桥镇\n",
    "your place": "您现在的位置：首页»信息公开»正文\n",
    "controls": "无障碍阅读\n长者模式\n繁体版\n",
    "controls on one line": "登录|注册|无障碍|长者模式\n",
    "menu": "首页\n新闻中心\n政务公开\n规划计划\n政务服务\n互动交流\n",
    "sidebar": "相关信息\n石桥镇2022年法治政府建设报告\n柳河乡2022年法治政府建设总结\n",
}
BETWEEN = {
    "publishing line": "发布时间：2024-01-08 10:23 来源：松屏镇 浏览次数：1024次 字体：[大中小]\n",
    "publishing line with bars": "发布日期：2024-01-08|来源：松屏镇|点击量：1024\n",
    "counter": "浏览次数：1024\n",
    "read aloud": "【语音播报】\n",
    "print and share": "打印本页关闭窗口分享到：微信微博\n",
}
BELOW = {
    "neighbours": "上一篇：石桥镇2023年化解纠纷99件\n下一篇：柳河乡2023年罚款20万元\n",
    "related": "相关阅读\n石桥镇2023年化解纠纷99件\n",
    "footer": "主办单位：青云县人民政府\n承办：县大数据中心\n备案号：ICP备12345号\n网站标识码：3304000001\n",
    "copyright": "版权所有：青云县人民政府 建议使用1024×768分辨率\n",
    "scan": "扫一扫在手机打开当前页\n",
    "buttons": "【打印本页】【关闭窗口】\n",
}


def covered(clean: str) -> list[str]:
    return [clean[start:end] for start, end in find_furniture(clean, find_tables(clean))]


@pytest.mark.parametrize("furniture", ABOVE.values(), ids=ABOVE)
def test_above_the_title(furniture: str) -> None:
    assert covered(furniture + TITLE + BODY + SIGNATURE) == [furniture]


@pytest.mark.parametrize("furniture", BETWEEN.values(), ids=BETWEEN)
def test_between_title_and_body(furniture: str) -> None:
    found = "".join(covered(TITLE + furniture + BODY + SIGNATURE))
    assert found.strip("\n") == furniture.strip("\n")


@pytest.mark.parametrize("furniture", BELOW.values(), ids=BELOW)
def test_below_the_report(furniture: str) -> None:
    assert covered(TITLE + BODY + SIGNATURE + furniture) == [furniture]


@pytest.mark.parametrize(
    "number", ["-2-", "—2—", "- 2 -".replace(" ", ""), "第2页", "第2页共8页", "第2页/共8页", "2/8", "·2·", "共8页第2页"]
)
def test_page_numbers(number: str) -> None:
    clean = TITLE + BODY.replace("（二）", number + "\n（二）") + SIGNATURE
    assert covered(clean) == [number + "\n"]


def test_nothing_in_a_bare_report_is_furniture() -> None:
    assert covered(TITLE + BODY + SIGNATURE) == []


# sentences of reports that hold words of furniture
NONE = [
    "来源：本镇信访台账，共12件。",
    "推文阅读量：12000次，点击量达3000次。",
    "公众号发布信息50条，浏览次数超过1万次。",
    "主办普法活动3场，承办比赛2场。",
    "扫黑除恶线索来源清楚。",
    "受理、调查、处罚流程公开12项。",
]


@pytest.mark.parametrize("sentence", NONE)
def test_sentences_of_a_report_are_no_furniture(sentence: str) -> None:
    clean = TITLE + BODY.replace("调解纠纷12件。", sentence) + SIGNATURE
    assert covered(clean) == []


def test_a_page_on_one_line_loses_its_furniture_too() -> None:
    clean = (
        "当前位置：首页>石桥镇>正文松屏镇2023年法治政府建设情况报告发布时间：2024-01-0810:23来源：松屏镇人民政府浏览次数：1024次"
        + BODY.replace("\n", "")
        + "上一篇：石桥镇2023年化解纠纷99件下一篇：无主办单位：青云县人民政府"
    )
    sections = outline(clean).sections
    text = "".join(clean[s.start : s.end] for s in sections if s.role != "furniture")
    assert text == TITLE.rstrip("\n") + BODY.replace("\n", "")


def test_a_table_of_figures_is_no_furniture() -> None:
    clean = TITLE + BODY + "|事项|数量|\n|调解|12|\n|来源|3|\n"
    assert covered(clean) == []
