"""Page furniture: what a page carries besides its report (counters, index blocks, menus, page numbers, footers)."""

import re

from extract.report.model import Table

# Furniture other than page numbers stands at either end of a page.
_ZONE = 2400
_CHAIN_GAP = 60

_KEYS = (
    r"索引号|信息索引|索取号|主题分类|信息分类|信息类别|公开类别|公开方式|公开形式|公开时限|公开范围|公开程序|公开日期|公开主体|公开责任部门|责任部门"
    r"|体裁分类|组配分类|服务对象|主题词|关键词|内容概述|载体类型|记录形式|发文字号|文件编号|统一编号|文号"
    r"|发文机关|发文机构|发文单位|发布机构|发布机关|发布单位|发布部门|发布者|发布人|制发机关|信息来源|文章来源|来源|稿源|作者|责任编辑|编辑|审核人?|校对|录入人?|供稿"
    r"|成文日期|成文时间|发文日期|发文时间|印发日期|生成日期|生效日期|废止日期|失效日期|发布日期|发布时间|发表时间|更新时间|更新日期|录入时间|创建时间|日期|时间"
    r"|有效性|有效期|时效性?|是否有效|浏览次数|浏览量|浏览数|浏览|点击次数|点击数|点击量|点击率|点击|阅读次数|阅读量|阅读数|阅读|访问次数|访问量|人气|已有"
    r"|字体大小|字体|字号|文字大小|保护视力色|分享到|分享|名称|标题|附件下载"
)
_KEY_WORDS = tuple(
    _KEYS.replace("审核人?", "审核|审核人").replace("录入人?", "录入|录入人").replace("时效性?", "时效|时效性").split("|")
)
_COLON = re.compile(r"[:：|]")
_LINE_KEY = re.compile(rf"[\[【(（〔]?(?:{_KEYS})[\]】)）〕]?(?:[:：]|$|(?=[\[【0-9]))")
_DATE = r"20[0-9]{2}[-/.年][0-9]{1,2}[-/.月][0-9]{1,2}日?(?:星期.)?(?:[0-9]{1,2}[:：时][0-9]{2}(?:[:：分][0-9]{2}秒?)?)?"
_CONTROLS = (
    r"打印本页|打印页面|打印|关闭窗口|关闭本页|关闭|分享到?|收藏本?页?|语音播报|语音朗读|播放|暂停|无障碍(?:阅读|浏览|版|服务)?|适老(?:版|化|模式)?|长者(?:模式|版|助手)"
    r"|关怀版|老年版|繁體版?|繁体版?|简体版?|English|手机版|移动版|登录|注册|退出|返回顶部|返回首页|返回列表|返回|网站首页|首页|我要纠错|纠错|网站支持IPv6|下载|收起|展开"
    r"|大中小|[【\[（(]?[大中小特超][】\]）)]?|微信|微博|新浪|腾讯|QQ空间|QQ好友|QQ|朋友圈|复制链接|扫一扫|二维码|字体|字号|默认|放大|缩小|[A+\-]{1,2}|[|丨/·:：\-【】\[\]()（）、]"
)
_CONTROL_LINE = re.compile(rf"(?:{_CONTROLS})++$")
_CRUMB = re.compile(r"(?:您?(?:的?当前|现在的?|目?前?所在)?的?位置(?:是|为)?[:：]|首页[>＞»›→/\\|-]|(?:网站)?首页(?:>>|>))")
_ARROWS = re.compile(r"[>＞»›→]")
_PAGE_NUMBER = re.compile(
    r"\n(?:[-—–―－~～·]{1,3}[0-9]{1,3}[-—–―－~～·]{1,3}|第[0-9一二三四五六七八九十]{1,3}页[,，/]?(?:[（(]?共[0-9一二三四五六七八九十]{1,3}页[)）]?)?"
    r"|共[0-9]{1,3}页[,，/]?第[0-9]{1,3}页|[0-9]{1,3}/[0-9]{1,3}|Page[0-9]{1,3}(?:of[0-9]{1,3})?)(?=\n|$)"
)
_SIDEBAR = (
    r"相关阅读|相关文章|相关新闻|相关链接|相关信息|相关文档|相关附件|相关政策|相关解读|相关推荐|相关内容|热门文章|热门推荐|热门新闻|热点新闻|热点推荐|推荐阅读|推荐文章|推荐信息"
    r"|最新文章|最新信息|最新公开|最新动态|最新发布|延伸阅读|猜你喜欢|上一篇|下一篇|上一条|下一条|上一页|下一页|上一信息|点击排行|阅读排行|浏览排行|图片新闻|友情链接|政务新媒体"
    r"|栏目导航|同类信息|其他信息|更多>|信息公开目录"
)
_FOOTER = (
    r"主办(?:单位)?[:：]|承办(?:单位)?[:：]|协办(?:单位)?[:：]|技术支持[:：]|版权所有|网站备案|备案号|备案序号|网站标识码|政府网站标识码|公网安备|网站地图|站点地图|联系我们|关于我们|网站声明|隐私声明"
    r"|免责声明|Copyright|copyright|©|[^\n。，]{0,4}ICP备|建议使用|政府网站找错|扫一扫|扫码|【?打印(?:本页)?】?|【?关闭(?:窗口|本页)?】?|分享到|纠错"
)
_TAIL = re.compile(rf"\n(?=[【\[]?(?:{_SIDEBAR}|{_FOOTER}))")
_SIDEBAR_LINE = re.compile(rf"[【\[]?(?:{_SIDEBAR})[】\]]?")
_TAIL_INLINE = re.compile(
    r"上一[篇条][:：]|下一[篇条][:：]|相关(?:阅读|文章|链接|新闻)[:：]|主办单位?[:：]|版权所有[:：©]?|网站标识码[:：]?|政府网站标识码[:：]?|ICP备|公网安备|【打印|【关闭|打印本页|关闭窗口"
)
_RESUMES = re.compile(r"(?:[（(]?[一二三四五六七八九十]{1,3}[、)）]|[一二三四五六]是|第[一二三四五六]部分|#{1,4}[一-鿿])")
_HEADING_LINE = re.compile(rf"\n{_RESUMES.pattern}")
_LONG_SENTENCE = re.compile(r"[^\n。]{40,}。")
_TITLE_WORDS = re.compile(r"报告|总结|汇报|年报")
_MENU_WORD = re.compile(
    r"首页|网站|政务|公开|互动|服务|专题|专栏|新闻|资讯|动态|概况|机构|政策|法规|解读|公告|通知|办事|投诉|信箱|领导|财政|规划|统计|人事|招考|目录|指南|年报|制度|走进|魅力|投资|旅游"
)
_SENTENCE_MARK = re.compile(r"[。；;，,]")


def find_furniture(clean: str, tables: list[Table]) -> list[tuple[int, int]]:
    """The stretches of the text that are page furniture, in order and apart."""
    spans = [(found.start() + 1, min(found.end() + 1, len(clean))) for found in _PAGE_NUMBER.finditer(clean)]
    spans += [(table.start, table.end) for table in tables if _is_index_block(clean, table)]
    tail = _tail_start(clean)
    spans += _head_lines(clean, min(len(clean), _ZONE, tail))
    if tail < len(clean):
        spans.append((tail, len(clean)))
    spans += _inline_chains(clean, max(0, tail - 300), tail)
    return _merged(spans)


def _is_index_block(clean: str, table: Table) -> bool:
    """Whether a table lists what a publisher notes of a page: its cells are keys such as 索引号 and 发布日期."""
    keys = 0
    for row in table.rows[:8]:
        for start, end in row:
            cell = clean[start:end]
            if len(cell) <= 40 and _LINE_KEY.match(cell):
                keys += 1
                if "索引号" in cell:
                    return True
    return keys > 1 and keys * 4 >= sum(len(row) for row in table.rows)


def _head_lines(clean: str, zone: int) -> list[tuple[int, int]]:
    """Furniture in the lines before the body."""
    spans: list[tuple[int, int]] = []
    start = 0
    menu: list[tuple[int, int]] = []
    sidebar = False
    while start < zone:
        end = clean.find("\n", start)
        end = len(clean) if end < 0 else end + 1
        line = clean[start : min(end, start + 600)].rstrip("\n")
        long = len(line) > 160 and _SENTENCE_MARK.search(line, 100) is not None
        if not long and _SIDEBAR_LINE.match(line) and not _TITLE_WORDS.search(line):
            sidebar = True
            spans.append((start, end))
        elif not long and (_is_link(clean, line, end, sidebar) or _is_furniture_line(line)):
            spans.append((start, end))
        else:
            sidebar = False
            opening = _opening_furniture(line)
            if opening:
                spans.append((start, start + opening))
            spans += _inline_chains(clean, start, min(end, start + 600))
        if long:
            break
        if 0 < len(line) <= 12 and not _SENTENCE_MARK.search(line) and not _RESUMES.match(line):
            menu.append((start, end))
        else:
            spans += _menu(clean, menu)
            menu = []
        start = end
    return spans + _menu(clean, menu)


def _is_link(clean: str, line: str, behind: int, sidebar: bool) -> bool:
    """Whether a line below a sidebar's head is one of its links."""
    return sidebar and len(line) <= 60 and not _RESUMES.match(line) and not _is_own_title(clean, line, behind)


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


def _menu(clean: str, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """A run of short lines is a menu when most of them are names of columns."""
    words = sum(bool(_MENU_WORD.search(clean, start, end)) for start, end in lines)
    return [(lines[0][0], lines[-1][1])] if len(lines) > 3 and words * 2 >= len(lines) else []


def _is_furniture_line(line: str) -> bool:
    """Whether nothing on a line belongs to the report."""
    if not line or _CONTROL_LINE.match(line):
        return bool(line)
    if _CRUMB.match(line) or (len(_ARROWS.findall(line)) > 1 and len(line) < 120):
        return not (_TITLE_WORDS.search(line) and "。" in line)
    if _LINE_KEY.match(line) and len(line) <= 160:
        chains = _chains(line)
        return not chains or len(line) - chains[-1][1] <= 30 or not _TITLE_WORDS.search(line, chains[-1][1])
    return False


def _opening_furniture(line: str) -> int:
    """How much of a page that stands on one line is breadcrumbs and keys before the report begins."""
    size = 0
    crumb = _CRUMB.match(line)
    if crumb:
        last = None
        for arrow in _ARROWS.finditer(line, 0, 200):
            last = arrow
        size = last.end() if last else crumb.end()
        column = re.compile(
            r"(?:正文|内容|详情|详细|信息公开|政务公开|法治政府建设(?:年度报告)?(?=[一-鿿]{2,12}[镇乡道]))"
        ).match(line, size)
        size = column.end() if column else size
    return size


def _inline_chains(clean: str, start: int, end: int) -> list[tuple[int, int]]:
    """Runs of keys with their values inside a line, such as the publishing line behind a title."""
    text = clean[start:end]
    return [(start + begin, start + stop) for begin, stop in _chains(text)]


_VALUE = re.compile(
    rf"(?:[\[【]?{_DATE}[\]】]?|[\[【(]?[0-9,]{{1,9}}[\]】)]?(?:次|人次)?|[【\[(（]?(?:{_CONTROLS}){{1,8}}+|[^，。,:：\n]{{0,16}}?(?:人民政府|办事处|办公室|司法所|政务网|网站?|中心|局|镇|乡)(?!关于|20)"
    r"|(?:有效|无效|主动公开|依申请公开|本站|原创|管理员|admin))?[\]】]?"
)
_PLAIN_KEYS = frozenset(
    (
        "名称",
        "标题",
        "时间",
        "日期",
        "已有",
        "来源",
        "作者",
        "编辑",
        "审核",
        "阅读",
        "浏览",
        "点击",
        "分享",
        "校对",
        "时效",
        "人气",
    )
)


def _chains(text: str) -> list[tuple[int, int]]:
    """The stretches of a line from a first key to the end of the last key's value; a lone everyday word is no key."""
    chains: list[tuple[int, int]] = []
    begin = stop = keys = 0
    for colon in _COLON.finditer(text):
        place = colon.start()
        name = _key_before(text, place)
        if not name or place < stop:
            continue
        start = place - len(name) - (1 if place > len(name) and text[place - len(name) - 1] in "[【(（〔" else 0)
        if keys and (start - stop > _CHAIN_GAP or "。" in text[stop:start]):
            chains += _counted(begin, stop, keys)
            keys = 0
        if not keys:
            begin = start
        keys += 1 if name in _PLAIN_KEYS else 2
        value = _VALUE.match(text, colon.end())
        stop = value.end() if value else colon.end()
    return chains + (_counted(begin, stop, keys) if keys else [])


def _key_before(text: str, colon: int) -> str:
    """The longest key that ends at a colon, a closing bracket between allowed."""
    before = text[max(0, colon - 10) : colon].rstrip("]】)）〕")
    if not before.endswith(_KEY_WORDS):
        return ""
    return max((word for word in _KEY_WORDS if before.endswith(word)), key=len) + text[max(0, colon - 10) : colon][len(before) :]


def _counted(begin: int, stop: int, keys: int) -> list[tuple[int, int]]:
    return [(begin, stop)] if keys > 1 else []


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
    """A place surely inside the report's body: the first long sentence, or a third of the text."""
    found = _LONG_SENTENCE.search(clean, 0, 6000)
    return found.end() if found else len(clean) // 3


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans in order, those that touch made one."""
    result: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if result and start <= result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        elif end > start:
            result.append((start, end))
    return result
