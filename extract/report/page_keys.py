"""The keys that a web page notes of what it shows (索引号, 发布日期, 浏览次数), with their values."""

import re

#: everyday words that are keys only beside others
_PLAIN = "名称 标题 时间 日期 已有 来源 作者 编辑 审核 审核人 录入 录入人 校对 供稿 阅读 浏览 点击 分享 时效 人气 关键词"
_NOTED = (
    "索引号 信息索引号 信息索引 索取号 主题分类 信息分类 信息类别 公开类别 公开方式 公开形式 公开时限 公开范围"
    " 公开程序 公开日期 公开主体"
    " 公开责任部门 责任部门 体裁分类 组配分类 服务对象 主题词 内容概述 载体类型 记录形式 发文字号 文件编号 统一编号 文号"
    " 发文机关 发文机构 发文单位 发布机构 发布机关 发布单位 发布部门 发布者 发布人 制发机关 信息来源 文章来源 稿源 责任编辑"
    " 成文日期 成文时间 发文日期 发文时间 印发日期 生成日期 生效日期 废止日期 失效日期 发布日期 发布时间 发表时间"
    " 更新时间 更新日期 录入时间"
    " 创建时间 有效性 有效期 时效性 是否有效 浏览次数 浏览量 浏览数 点击次数 点击数 点击量 点击率 阅读次数 阅读量"
    " 阅读数 访问次数 访问量"
    " 字体大小 字体 字号 文字大小 保护视力色 分享到 附件下载"
)
_PLAIN_KEYS = frozenset(_PLAIN.split())
_KEYS = tuple(sorted((*_PLAIN_KEYS, *_NOTED.split()), key=lambda word: (-len(word), word)))
_LONGEST_KEY = max(map(len, _KEYS))
_ANY_KEY = "|".join(_KEYS)
#: a key that begins a line or fills a cell; its letters may stand in brackets: [索引号], 【字体：大 中 小】
LINE_KEY = re.compile(rf"[·•●\-*]?[\[【(（〔]?(?:{_ANY_KEY})[\]】)）〕]?(?:[:：]|\Z|(?=[\[【0-9]))")
#: a key whose value must stand on the next line
LONE_KEY = re.compile(rf"[·•●\-*]?[\[【(（〔]?(?:{_ANY_KEY})[\]】)）〕]?[:：]?\Z")

_COLON = re.compile(r"[:：|]")
_DATE = (
    r"20[0-9]{2}[-/.年][0-9 ]{1,3}[-/.月][0-9 ]{1,3}日?(?:星期.)?[ ]?"
    r"(?:[0-9]{1,2}[:：时][ ]?[0-9]{2}(?:[:：分][0-9]{2}秒?)?)?"
)
CONTROLS = (
    r"打印本页|打印页面|打印|关闭窗口|关闭本页|关闭|分享到?|收藏本?页?|语音播报|语音朗读|语音合成中[,，]?请?耐心等待[.。…]*|(?:进入|退出)播报模式|播放|暂停|无障碍(?:阅读|浏览|版|服务)?"
    r"|适老(?:版|化|模式)?|长者(?:模式|版|助手)|关怀版|老年版|繁体版?|简体版?|English|手机版|移动版|登录|注册|退出|返回顶部|返回首页|返回列表|返回"
    r"|网站首页|首页|我要纠错|纠错|网站支持IPv6|下载|收起|展开|大中小|[【\[（(]?[大中小特超][】\]）)]?|微信|微博|新浪|腾讯|QQ空间|QQ好友|QQ|朋友圈"
    r"|复制链接|扫一扫|二维码|字体|字号|默认|放大|缩小|[A+\-]{1,2}|[|丨/·:：\-【】\[\]()（）、 ]"
)
_OFFICE = r"人民政府|办事处|办公室|司法所|政务网|网站?|中心|局|镇|乡"
_VALUE = re.compile(
    rf"(?:[\[【]?{_DATE}[\]】]?|[\[【(]?[0-9,]{{1,9}}[\]】)]?(?:次|人次)?|[【\[(（]?(?:{CONTROLS}){{1,8}}+"
    rf"|[^，。,:：\n]{{0,16}}?(?:{_OFFICE})(?!关于|20)|(?:有效|无效|主动公开|依申请公开|本站|原创|管理员|admin))?[\]】]?"
)
#: keys of one block stand at most so far apart
_GAP = 60


def key_chains(line: str) -> list[tuple[int, int]]:
    """The stretches of a line from a first key to the end of the last one's value; a lone everyday word is no key."""
    if "：" not in line and ":" not in line and "|" not in line:
        return []
    chains: list[tuple[int, int]] = []
    begin = stop = weight = 0
    for colon in _COLON.finditer(line):
        place = colon.start()
        if place < stop:
            continue
        name, start = _key_before(line, place)
        if not name:
            continue
        if weight and (start - stop > _GAP or "。" in line[stop:start]):
            if weight > 1:
                chains.append((begin, stop))
            weight = 0
        if not weight:
            begin = start
        weight += 1 if name in _PLAIN_KEYS else 2
        value = _VALUE.match(line, colon.end())
        stop = value.end() if value else colon.end()
    if weight > 1:
        chains.append((begin, stop))
    return chains


def _key_before(line: str, colon: int) -> tuple[str, int]:
    """The longest key that ends at a colon, a bracket around it allowed, and where it starts."""
    before = line[max(0, colon - _LONGEST_KEY - 1) : colon].rstrip("]】)）〕")
    if not before.endswith(_KEYS):
        return "", 0
    name = next(word for word in _KEYS if before.endswith(word))
    start = max(0, colon - _LONGEST_KEY - 1) + len(before) - len(name)
    return name, start - 1 if start and line[start - 1] in "[【(（〔" else start
