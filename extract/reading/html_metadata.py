"""What a web page says about its article: title, publish date, publisher, the 索引号 block."""

import re

from selectolax.lexbor import LexborHTMLParser

from extract.reading.dom import Element

_META = {
    "articletitle": "title",
    "og:title": "title",
    "pubdate": "published",
    "publishdate": "published",
    "article:published_time": "published",
    "contentsource": "publisher",
    "source": "publisher",
    "sitename": "site",
}
#: The labels of an index block and of the line under a title, with the name that each value gets here.
_LABELS = {
    "索引号": "index",
    "索取号": "index",
    "信息索引号": "index",
    "发布机构": "publisher",
    "发布单位": "publisher",
    "发文机关": "publisher",
    "发文单位": "publisher",
    "发布机关": "publisher",
    "公开责任部门": "publisher",
    "信息来源": "source",
    "文章来源": "source",
    "来源": "source",
    "发布时间": "published",
    "发布日期": "published",
    "公开日期": "published",
    "公开时间": "published",
    "发文日期": "published",
    "生成日期": "published",
    "成文日期": "written",
    "信息名称": "title",
    "文件名称": "title",
    "名称": "title",
    "文号": "number",
    "发文字号": "number",
    "主题分类": "",
    "体裁分类": "",
    "组配分类": "",
    "信息分类": "",
    "主题词": "",
    "关键词": "",
    "有效性": "",
    "公开方式": "",
    "公开范围": "",
    "公开时限": "",
    "公开形式": "",
    "公开类别": "",
    "公开目录": "",
    "生效日期": "",
    "废止日期": "",
    "内容概述": "",
    "服务对象分类": "",
}
_SPACED = "|".join(r"\s{0,3}".join(label) for label in sorted(_LABELS, key=len, reverse=True))
_PAIR = re.compile(rf"(?P<label>{_SPACED})[\s\]】]{{0,3}}(?:[:：][\s|]{{0,3}}|(?<=[\]】])|\|)\s{{0,3}}(?P<value>[^|\n]{{0,120}})")
_DATE = re.compile(r"((?:19|20)[0-9]{2})\s?[-年/.]\s?([0-9]{1,2})\s?[-月/.]\s?([0-9]{1,2})")
_SPACE = re.compile(r"\s+")
_NEXT_LABEL = re.compile(rf"[\s　\[【|丨]{{1,9}}(?:{_SPACED}|浏览|阅读|点击|访问|字体|字号|作者|编辑|责任编辑)")
#: A line that only serves the page: counters, font sizes, share bars. It never is a sentence of the report.
_FURNITURE = re.compile(
    r"(?:浏览|阅读|点击|访问|查看|阅览)\s?(?:次数|量|数|人次)?\s?[:：]|(?:浏览|阅读|点击|访问)(?:次数|量)|字\s?体\s?[:：]|字\s?号\s?[:：]|"
    r"打印(?:本页|此页|页面|文章)|关闭(?:窗口|本页|页面)|分享(?:到|至)|扫一扫|责任编辑|上一篇|下一篇|当前位置|您(?:现在)?所?在的?位置|"
    r"语音播报|无障碍|适老|长者|朗读|保护视力|网站标识码|ICP备|公网安备|版权所有|技术支持|网站地图|主办单位|承办单位|返回顶部|"
    r"保存|收藏(?:本页)?$|纠错|打印$|微信$|微博$|【\s?[大中小]|\[\s?[大中小]"
)
_SENTENCE = re.compile("[。；！？]")
_LONGEST_FURNITURE = 120
_SITE = re.compile(r"(?:网|网站|门户|平台|首页|公众号)\s*$")
_TITLE_WORDS = re.compile("报告|总结|年报|情况|通报|公报|汇报|要点|计划|方案|通知|公示|公告|述职|述法|法治")


def meta_tags(parser: LexborHTMLParser) -> dict[str, str]:
    """What the page's meta elements say."""
    found: dict[str, str] = {}
    for node in parser.css("meta[content]"):
        key = (node.attributes.get("name") or node.attributes.get("property") or "").strip().lower()
        value = tidy(node.attributes.get("content") or "")
        if key in _META and value:
            found.setdefault(_META[key], value)
    return found


def labelled(lines: list[str]) -> dict[str, str]:
    """The values behind the labels of an index block or of the line under the title."""
    found: dict[str, str] = {}
    for line in lines:
        if _SENTENCE.search(line) and len(line) > _LONGEST_FURNITURE:
            continue
        for pair in _PAIR.finditer(line):
            key = _LABELS[_SPACE.sub("", pair["label"])]
            value = _NEXT_LABEL.split(pair["value"], maxsplit=1)[0].strip(" 　[]【】|丨:：")
            if key and value:
                found.setdefault(key, value)
    return found


def without_furniture(lines: list[str]) -> list[str]:
    """The lines of the article, without its index block, counters and share bars."""
    kept = []
    for line in lines:
        if is_index_row(line) or is_furniture(line):
            continue
        kept.append(line)
    return kept


def is_index_row(line: str) -> bool:
    """Whether a line belongs to the block of catalogue data above an article."""
    labels = {_SPACE.sub("", pair["label"]) for pair in _PAIR.finditer(line)}
    if line.startswith("|"):
        cells = [_SPACE.sub("", cell).strip("[]【】:：") for cell in line.strip("| ").split("|")]
        return cells[0] in _LABELS and len(line) < 400
    return bool(labels) and len(line) <= _LONGEST_FURNITURE and not _SENTENCE.search(line) and _starts_with_label(line)


def _starts_with_label(line: str) -> bool:
    return bool(re.match(rf"[\s　\[【]{{0,3}}(?:{_SPACED})", line))


def is_furniture(line: str) -> bool:
    """Whether a line only serves the page."""
    return len(line) <= _LONGEST_FURNITURE and not _SENTENCE.search(line) and bool(_FURNITURE.search(line))


def page_title(parser: LexborHTMLParser, root: Element, told: dict[str, str]) -> str:
    """The article's title: as the page's data say, else its heading, else the window title without the site's name."""
    candidates = [told.get("title", "")]
    candidates += [tidy(element.text()) for element in root.elements() if element.tag == "h1"]
    candidates += [tidy(element.text()) for element in root.elements() if re.search("(?i)title|biaoti", element.labels())]
    node = parser.css_first("title")
    window = tidy(node.text()) if node is not None else ""
    candidates += re.split(r"\s*[-_|—–]+\s*", window)
    fitting = [title for title in candidates if 4 <= len(title) <= 120 and not _SITE.search(title)]
    for title in fitting:
        if _TITLE_WORDS.search(title):
            return title
    return fitting[0] if fitting and fitting[0] == candidates[0] else ""


def date_of(text: str) -> str:
    """A date as year-month-day, or the text itself where it holds none."""
    found = _DATE.search(text)
    return f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}" if found else text


def tidy(text: str) -> str:
    """A text on one line."""
    return _SPACE.sub(" ", text).strip()
