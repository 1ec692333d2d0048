"""Sets a report as a county web site shows it: menu, title, date, source, body, sidebar and footer."""

from html import escape
from pathlib import PurePath

from tests.reference.marked_report import MarkedReport
from tests.sample_county.blocks import Block, blocks_of

# The day the site put each report up: some days after the report's own date, as it goes.
PUBLISHED = {
    "content_20220125_103": ("2022-01-25 09:12", 231),
    "content_20230119_077": ("2023-01-19 16:40", 187),
    "content_20240202_118": ("2024-02-02 10:05", 164),
    "content_20250121_046": ("2025-01-21 15:33", 402),
    "芦墩桥镇2023年法治政府建设报告": ("2024-01-22 08:58", 96),
}
# Links to other townships' reports carry figures of those townships: a reader that keeps them reads wrong.
SIDEBAR = (
    "荻浦桥镇：全年化解纠纷101件，群众满意度97.3%",
    "槐店铺镇开展普法宣传活动27场次",
    "柘坪镇“院坝小戏”演进12个村",
    "全县新增法治文化广场35处",
)
STYLE = "body{font-family:sans-serif}#main{width:70%;float:left}aside{width:26%;float:right}table{border-collapse:collapse}"


def page_html(report: MarkedReport) -> str:
    """The report as a page of the county's site."""
    blocks = blocks_of(report.text)
    title = "".join(block.text for block in blocks if block.kind == "title")
    published, views = PUBLISHED[PurePath(report.head["file"]).stem]
    body = "\n".join(block_html(block) for block in blocks if block.kind != "title")
    links = "\n".join(f'<li><a href="#">{escape(line)}</a></li>' for line in SIDEBAR)
    return f"""<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>{escape(title)}_岚汀县人民政府</title>
<style>{STYLE}</style>
</head>
<body>
<header><a href="#">首页</a> <a href="#">政务公开</a> <a href="#">办事服务</a> <a href="#">互动交流</a></header>
<nav class="crumbs">当前位置：首页 &gt; 政务公开 &gt; 法治政府建设年度报告</nav>
<div id="main">
<h1 class="article-title">{escape(title)}</h1>
<div class="article-info"><span>发布时间：{published}</span> <span>来源：{escape(report.head["township"])}</span> \
<span>浏览次数：{views}次</span></div>
<div id="zoom" class="article-content">
{body}
</div>
<div class="share">分享到：微信 微博 打印本页 关闭窗口</div>
</div>
<aside class="sidebar">
<h3>相关信息</h3>
<ul>
{links}
</ul>
</aside>
<footer>主办：岚汀县人民政府办公室　本县为虚构，本页为示例数据　热线：12345　累计访问：1048576人次</footer>
</body>
</html>
"""


def block_html(block: Block) -> str:
    """One block as HTML."""
    if block.kind == "table":
        rows = ("".join(f"<td>{escape(cell)}</td>" for cell in row) for row in block.rows)
        return "<table border=1>\n" + "\n".join(f"<tr>{row}</tr>" for row in rows) + "\n</table>"
    if block.kind == "heading":
        return f"<p><strong>{escape(block.text)}</strong></p>"
    align = ' style="text-align:right"' if block.kind == "signature" else ""
    return f"<p{align}>{'' if align else '　　'}{escape(block.text)}</p>"
