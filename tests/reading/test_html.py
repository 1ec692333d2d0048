"""Web pages as Chinese public bodies build them: what is not the article must leave no figure behind."""

import pytest

from extract.reading import read
from tests.reading import sample
from tests.timing import assert_grows

ARTICLE = "".join(f"<p>　　{line}</p>" for line in sample.PARAGRAPHS[1 : sample.BEFORE_TABLE + 1])
ARTICLE += "<table border=1>" + "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in sample.TABLE)
ARTICLE += "</table>" + "".join(f"<p>{line}</p>" for line in sample.PARAGRAPHS[sample.BEFORE_TABLE + 1 :])
SIDEBAR = "<h3>相关报告</h3><p>黑水镇全年调解纠纷888起，成功率99%，发放资料7777份，举办讲座66场，受教育群众55000余人次。</p>"
HEAD = f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>{sample.TITLE}_白河县人民政府</title></head><body>"
FOOT = "<div class=footer>主办单位：白河县人民政府办公室　联系电话：0911-2345678　ICP备20240001号</div></body></html>"

PAGES = {
    "zoom container": f"""{HEAD}<div class="top"><a href=/>首页</a><a>政务公开</a></div>
        <div class="crumb">当前位置：<a>首页</a>&gt;<a>法治</a></div><h1>{sample.TITLE}</h1>
        <div class="xl_xx">发布时间：2025-01-20 09:30　来源：青石镇　浏览次数：1024次　【字体：大 中 小】</div>
        <div id="zoom">{ARTICLE}</div><div id="xgwj">{SIDEBAR}</div>{FOOT}""",
    "index block and TRS editor": f"""{HEAD}<table class="xxgk"><tr><td>索 引 号：</td><td>B0042/2025-00012</td>
        <td>发布机构：</td><td>青石镇人民政府</td></tr><tr><td>发布日期：</td><td>2025年1月20日</td><td>主题分类：</td><td>其他</td></tr></table>
        <div class="TRS_Editor"><p align=center><b>{sample.TITLE}</b></p>{ARTICLE}<p>【打印本页】【关闭窗口】</p></div>
        <div class=side>{SIDEBAR}</div><div class="bdsharebuttonbox">分享到：<a>微信</a><a>微博</a></div>{FOOT}""",
    "layout tables": f"""{HEAD}<table width=1000><tr><td colspan=2><a>首页</a>|<a>机构</a>|<a>公开</a></td></tr>
        <tr><td width=260>{SIDEBAR}</td>
        <td><table><tr><td align=center>{sample.TITLE}</td></tr><tr><td>发布日期：2025/1/20 阅读次数：<span>733</span></td></tr>
        <tr><td>{ARTICLE}</td></tr></table></td></tr></table>{FOOT}""",
    "nameless blocks": f"""{HEAD}<div><div><ul><li><a>首页</a></li><li><a>动态</a></li></ul></div>
        <div style="float:left;width:240px">{SIDEBAR}</div>
        <div style="float:right;width:760px"><h1>{sample.TITLE}</h1><p>2025-01-20　点击数：88</p>
        <section>{ARTICLE}</section></div></div>
        <aside>{SIDEBAR}</aside><div class="wza-toolbar">语音播报 120%</div>{FOOT}""",
}


@pytest.mark.parametrize("layout", PAGES)
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16-le"])
def test_the_article_alone_is_read(layout: str, encoding: str) -> None:
    page = PAGES[layout].replace("charset='utf-8'", f"charset='{encoding}'")
    document = read(page.encode(encoding), "a.htm")
    assert document.text.split("\n") == sample.lines()
    assert document.metadata["title"] == sample.TITLE


def test_catalogue_data_stand_beside_the_text() -> None:
    metadata = read(PAGES["index block and TRS editor"].encode(), "a.html").metadata
    assert metadata == {
        "title": sample.TITLE,
        "published": "2025-01-20",
        "publisher": "青石镇人民政府",
        "index": "B0042/2025-00012",
    }
    assert read(PAGES["zoom container"].encode(), "a.html").metadata["published"] == "2025-01-20"


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>化解<del>41</del><ins>14</ins>起</p>", "化解14起"),
        ("<p>化<b>解9</b>6起<!-- 41 --><script>17</script><span style='display: none'>88</span></p>", "化解96起"),
        ("<p>排查<br>124起</p>", "排查\n124起"),
        ("<ol start=3><li>走访</li><li>座谈</li></ol>", "3. 走访\n4. 座谈"),
        ("<p>化解\u00ad96&nbsp;起</p>", "化解96 起"),
        ("<table><tr><td>一</td><td rowspan=2>二</td></tr><tr><td>三</td></tr></table>", "| 一 | 二 |\n| 三 |  |"),
        ("<table><tr><th colspan=2>件数</th></tr><tr><td>1</td><td>2|3</td></tr></table>", "| 件数 |  |\n| 1 | 2｜3 |"),
        ("<div id=js_content style='visibility: hidden'>公众号全年推送42条</div>", "公众号全年推送42条"),
    ],
)
def test_markup_becomes_lines(markup: str, text: str) -> None:
    assert read(f"<html><body>{markup}</body></html>".encode(), "a.html").text == text


def test_a_page_saved_as_one_file_is_read() -> None:
    page = PAGES["zoom container"].encode("gb18030").hex("=", 1).upper()
    mhtml = (
        "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\n"
        "Content-Type: text/html; charset=gb2312\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        f"={page}\r\n--b--\r\n"
    )
    document = read(mhtml.encode("ascii"), "a.mht")
    assert (document.format, document.text.split("\n")) == ("mhtml", sample.lines())


@pytest.mark.parametrize("nested", ["<div>", "<b>", "<table><tr><td>", "<ul><li>", "<p><div>", "<a", "<ol>" + "<li>" * 50])
def test_a_hundred_thousand_tags_take_four_times_as_long_as_a_quarter_of_them(nested: str) -> None:
    def tags(count: int) -> None:
        read(("<html><p>化解96起。</p>" + nested * (count // nested.count("<"))).encode(), "a.html")

    assert_grows(lambda: tags(25_000), lambda: tags(100_000), at_most=8)
