"""Page furniture: what a page carries besides its report (counters, index blocks, menus, page numbers, footers)."""

import re

from extract.report.model import Table
from extract.report.page_keys import CONTROLS, LINE_KEY, LONE_KEY, key_chains

#: furniture other than page numbers stands at either end of a page
_ZONE = 2400
_CONTROL_LINE = re.compile(rf"(?:{CONTROLS})++\Z")
_CRUMB = re.compile(r"您?(?:的?当前|现在的?|目?前?所在)?的?位置(?:是|为)?[:：]|(?:网站)?首页(?:[>＞»›→/\\|-])")
_ARROWS = re.compile(r"[>＞»›→]")
_LAST_CRUMB = re.compile(r"正文|内容|详情|详细|信息公开|政务公开|法治政府建设(?:年度报告)?(?=[一-鿿]{2,12}[镇乡道])")
_PAGE_NUMBER = re.compile(
    r"\n(?:[-—–―－~～·]{1,3}[0-9]{1,3}[-—–―－~～·]{1,3}"
    r"|第[0-9一二三四五六七八九十]{1,3}页[,，/]?(?:[（(]?共[0-9一二三四五六七八九十]{1,3}页[)）]?)?"
    r"|共[0-9]{1,3}页[,，/]?第[0-9]{1,3}页|[0-9]{1,3}/[0-9]{1,3}|Page[0-9]{1,3}(?:of[0-9]{1,3})?)(?=\n|\Z)"
)
_SIDEBAR = (
    r"相关(?:阅读|文章|新闻|链接|信息|文档|附件|政策|解读|推荐|内容)|热门(?:文章|推荐|新闻)|热点(?:新闻|推荐)|推荐(?:阅读|文章|信息)"
    r"|最新(?:文章|信息|公开|动态|发布)|延伸阅读|猜你喜欢|上一[篇条页]|下一[篇条页]|上一信息|(?:点击|阅读|浏览)排行|图片新闻|友情链接"
    r"|政务新媒体|栏目导航|同类信息|其他信息|更多>|信息公开目录"
)
_FOOTER = (
    r"主办(?:单位)?[:：]|承办(?:单位)?[:：]|协办(?:单位)?[:：]|技术支持[:：]|版权所有|网站备案|备案号|备案序号|(?:政府)?网站标识码"
    r"|公网安备|网站地图|站点地图|联系我们|关于我们|网站声明|隐私声明|免责声明|[Cc]opyright|©|[^\n。，]{0,4}ICP备|建议使用|政府网站找错"
    r"|扫一扫|扫码|【?打印(?:本页)?】?|【?关闭(?:窗口|本页)?】?|分享到|纠错"
)
_TAIL = re.compile(rf"\n(?=[【\[]?(?:{_SIDEBAR}|{_FOOTER}))")
_SIDEBAR_LINE = re.compile(rf"[【\[]?(?:{_SIDEBAR})[】\]]?")
#: what opens the furniture below a report that stands on one line
_TAIL_INLINE = re.compile(
    r"上一[篇条][:：]|下一[篇条][:：]|相关(?:阅读|文章|链接|新闻)[:：]|主办单位?[:：]|版权所有[:：©]?|网站标识码[:：]?|政府网站标识码[:：]?"
    r"|ICP备|公网安备|【打印|【关闭|打印本页|关闭窗口"
)
_RESUMES = re.compile(r"(?:[（(]?[一二三四五六七八九十]{1,3}[、)）]|[一二三四五六]是|第[一二三四五六]部分|#{1,4}[一-鿿])")
_HEADING_LINE = re.compile(rf"\n{_RESUMES.pattern}")
_LONG_SENTENCE = 40
_TITLE_WORDS = re.compile(r"报告|总结|汇报|年报")
_MENU_WORD = re.compile(
    r"首页|网站|政务|公开|互动|服务|专题|专栏|新闻|资讯|动态|概况|机构|政策|法规|解读|公告|通知|办事|投诉|信箱|领导|财政|规划|统计|人事"
    r"|招考|目录|指南|年报|制度|走进|魅力|投资|旅游"
)
_SENTENCE_MARK = re.compile(r"[。；;，,]")


def find_furniture(clean: str, tables: list[Table]) -> list[tuple[int, int]]:
    """The stretches of the text that are page furniture, in order and apart."""
    # The line break behind a page number goes with it.
    spans = [(found.start() + 1, min(found.end() + 1, len(clean))) for found in _PAGE_NUMBER.finditer(clean)]
    spans += [(table.start, table.end) for table in tables if _is_index_block(clean, table)]
    tail = _tail_start(clean)
    spans += _Head(clean, min(len(clean), _ZONE, tail)).spans
    spans += _last_keys(clean, max(0, tail - 300), tail)
    if tail < len(clean):
        spans.append((tail, len(clean)))
    return _merged(spans)


def _is_index_block(clean: str, table: Table) -> bool:
    """Whether a table lists what a publisher notes of a page: its cells are keys such as 索引号 and 发布日期."""
    keys = cells = 0
    for row in table.rows[:8]:
        for start, end in row:
            cell = clean[start : min(end, start + 40)]
            cells += 1
            if LINE_KEY.match(cell):
                keys += 1
                if "索引号" in cell:
                    return True
    return keys > 1 and keys * 4 >= cells


class _Head:
    """Reads the lines before the body, keeping whether a sidebar or a menu is open."""

    def __init__(self, clean: str, zone: int) -> None:
        self.clean = clean
        self.spans: list[tuple[int, int]] = []
        self.menu: list[tuple[int, int]] = []
        self.sidebar = False
        self.awaits_value = False
        start = 0
        while start < zone:
            end = clean.find("\n", start)
            end = len(clean) if end < 0 else end + 1
            line = clean[start : min(end, start + 600)].rstrip("\n")
            if len(line) > 160 and _SENTENCE_MARK.search(line, 100):
                self._partly(start, line)
                break
            if not self.sidebar and _RESUMES.match(line):
                break
            self._line(start, end, line)
            start = end
        self._close_menu()

    def _line(self, start: int, end: int, line: str) -> None:
        if _SIDEBAR_LINE.match(line) and not _TITLE_WORDS.search(line):
            self.sidebar = True
            self.spans.append((start, end))
        elif self._is_link(line, end) or self._is_value(line) or _is_furniture_line(line):
            self.spans.append((start, end))
        else:
            self.sidebar = False
            self._partly(start, line)
        self.awaits_value = LONE_KEY.match(line) is not None
        if 0 < len(line) <= 12 and not _SENTENCE_MARK.search(line) and not _RESUMES.match(line):
            self.menu.append((start, end))
        else:
            self._close_menu()

    def _is_link(self, line: str, behind: int) -> bool:
        """Whether a line below a sidebar's head is one of its links."""
        return self.sidebar and len(line) <= 60 and not _RESUMES.match(line) and not _is_own_title(self.clean, line, behind)

    def _is_value(self, line: str) -> bool:
        """Whether a line holds the value of the key on the line before."""
        return self.awaits_value and len(line) <= 40 and not (_TITLE_WORDS.search(line) or _RESUMES.match(line) or "。" in line)

    def _partly(self, start: int, line: str) -> None:
        """A line of the report may hold furniture in front, and keys with their values."""
        size = _crumbs(line)
        if size:
            self.spans.append((start, start + size))
        self.spans += [(start + begin, start + stop) for begin, stop in key_chains(line)]

    def _close_menu(self) -> None:
        """A run of short lines is a menu when most of them are names of columns."""
        if len(self.menu) > 3:
            words = sum(bool(_MENU_WORD.search(self.clean, start, end)) for start, end in self.menu)
            if words * 2 >= len(self.menu):
                self.spans.append((self.menu[0][0], self.menu[-1][1]))
        self.menu = []


def _is_own_title(clean: str, line: str, behind: int) -> bool:
    """Whether a line among links is the report's own title: a long paragraph or a salutation follows it."""
    if not _TITLE_WORDS.search(line):
        return False
    for _ in range(6):
        stop = clean.find("\n", behind)
        stop = len(clean) if stop < 0 else stop
        following = clean[behind : min(stop, behind + 200)]
        if len(following) > 80 or following.endswith((":", "：")) or "。" in following:
            return True
        if _TITLE_WORDS.search(following):
            return False
        behind = stop + 1
    return False


def _is_furniture_line(line: str) -> bool:
    """Whether nothing on a line belongs to the report."""
    if not line or _CONTROL_LINE.match(line):
        return bool(line)
    if _CRUMB.match(line) or (len(line) < 120 and len(_ARROWS.findall(line)) > 1):
        return not (_TITLE_WORDS.search(line) and "。" in line)
    if len(line) <= 160 and LINE_KEY.match(line):
        chains = key_chains(line)
        if not chains and line.endswith("。"):
            # 审核12份合同。 is a sentence that begins with a word for a key
            return False
        return not chains or len(line) - chains[-1][1] <= 30 or not _TITLE_WORDS.search(line, chains[-1][1])
    return False


def _crumbs(line: str) -> int:
    """How much of a line is the way through the site's menu, when the report follows on the same line."""
    crumb = _CRUMB.match(line)
    if not crumb:
        return 0
    size = crumb.end()
    for arrow in _ARROWS.finditer(line, 0, 200):
        size = arrow.end()
    column = _LAST_CRUMB.match(line, size)
    return column.end() if column else size


def _last_keys(clean: str, start: int, end: int) -> list[tuple[int, int]]:
    """The lines at the end of a report that hold little but keys with their values."""
    spans = []
    for line in clean[start:end].split("\n"):
        chains = key_chains(line)
        if sum(stop - begin for begin, stop in chains) * 3 > len(line) * 2:
            spans += [(start + begin, start + stop) for begin, stop in chains]
        start += len(line) + 1
    return spans


def _tail_start(clean: str) -> int:
    """Where the furniture below the report begins; the length of the text when there is none."""
    size = len(clean)
    body = _body_start(clean)
    last_heading = -1
    for found in _TAIL.finditer(clean, body):
        if last_heading < 0:
            last_heading = max((heading.start() for heading in _HEADING_LINE.finditer(clean, found.end())), default=0)
        if found.start() > last_heading:
            return found.start() + 1
    for found in _TAIL_INLINE.finditer(clean, max(body, size - _ZONE // 2)):
        if clean[found.start() - 1] in "。！”）)日】\n府所处号":
            return found.start()
    return size


def _body_start(clean: str) -> int:
    """A place surely inside the report's body: the end of the first long sentence, or a third of the text."""
    start = 0
    while (stop := clean.find("。", start, 6000)) >= 0:
        if stop - max(start, clean.rfind("\n", start, stop) + 1) >= _LONG_SENTENCE:
            return stop + 1
        start = stop + 1
    return len(clean) // 3


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans in order, those that touch made one."""
    result: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if result and start <= result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        elif end > start:
            result.append((start, end))
    return result
