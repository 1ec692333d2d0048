"""What a heading announces, told from its words."""

import re
from functools import lru_cache

from extract.report.model import ACHIEVEMENTS, DUTIES, PLAN, PROBLEMS


def _any(words: str) -> str:
    """An alternation of the words, the longest first."""
    return "(?:" + "|".join(sorted(words.split(), key=lambda word: (-len(word), word))) + ")"


_HAN_YEAR = "[二两][〇○零0Oo][〇○零一二三四五六七八九0-9]{2}"
# A year that says so: 2024年, 二○二四年度.
MARKED_YEAR = rf"(?:(?<![0-9])20[0-9]{{2}}|{_HAN_YEAR})年度?"
_YEAR = rf"(?:(?<![0-9])20[0-9]{{2}}年?度?|{_HAN_YEAR}年度?)"

_WEAKNESS = _any(
    "问题 难处 不足 短板 弱项 困难 难点 难题 堵点 薄弱环节 薄弱点 薄弱 差距 瓶颈 缺点 缺陷 挑战 困境 困惑 痛点 制约因素"
)
_AHEAD = (
    r"(?:下一?个?(?:步|阶段|年度|年|时期)|明年|来年|开年(?:后|之后|以后)?(?=[咋怎要干想的]|打算|计划|安排)|今后|往后|以后|接下来|(?:新的?|未来的?)一年"
    rf"|(?:未来|后续)(?={_any('工作 计划 打算 安排 措施 展望 规划 发展 目标 举措')}))"
)
# 安排 alone is anything; 工作安排 is a plan.
_PLAN_KIND = _any("工作 发展 总体 基本 主要 整改 改进 初步 目标 任务 具体 年 年度 步 的 建设 推进")
_INTENT = rf"(?:打算|设想|展望|提升计划|{_PLAN_KIND}{_any('思路 构想 安排 计划 规划 要点 目标')})"
_REMEDY = _any("措施 计划 打算 方案 对策 思路 方向 安排 意见 建议 举措")
_END = r"(?=$|[及和与、以,，。：:；;（(]|之处|方面|的?原因|分析|剖析)"

# Words that sound like another part but speak of work done: solving problems, carrying out plans.
_SOLVE = _any("补 补上 补强 补全 补好 解决 化解 破解 整改 处理 处置 排查 消除 攻克 整治 破除 补齐 补足 弥补 缩小 梳理 发现 整顿")
_SOLVED = _any("整改 解决 化解 销号 清零 排查 治理 整治 办理 处置")
_CARRY_OUT = _any(
    "制定 制订 编制 完善 健全 落实 执行 纳入 出台 印发 列入 分解 细化 统筹 强化 加强 科学 精心 周密 认真 优化 明确 创新 拓宽 转变"
    " 理清 厘清 把握 锚定 瞄准 紧扣 对标 实现"
)
_TURN_TO = _any("坚持 突出 树立 强化 以 聚焦 紧盯 围绕 着眼")
_NEEDY = _any("群众 群体 家庭 人员 党员 职工 企业 户 救助 帮扶 人群")
_DONE = (
    rf"{_SOLVE}[^,，、及和与。]{{0,10}}?{_WEAKNESS}"
    rf"|(?:(?:存在|反馈|指出|提出)的?[^,，、及和与。]{{0,4}})?{_WEAKNESS}[^,，、及和与。]{{0,8}}{_SOLVED}(?!{_REMEDY})(?:情况|落实情况|落实|到位|工作)?"
    rf"|{_TURN_TO}以?(?:突出|重点|热点)?(?:{_WEAKNESS}|目标|任务|今后|未来|长远)(?:为?导向)?"
    rf"|困难{_NEEDY}|问题(?:导向|线索|清单)|针对[^,，。]{{0,14}}?{_WEAKNESS}"
    rf"|{_CARRY_OUT}[^,，。]{{0,14}}{_any('计划 安排 方案 规划 思路 谋划 部署 要点 目标 方向')}"
    rf"|{_any('计划 安排 部署 规划 任务 目标 打算')}[^,，、及和与。]{{0,6}}情况"
    rf"|(?:安排|部署|规划|计划){_any('生育 部署 财政 资金 周密')}|十[三四五]五[”’]?规划|[为向](?:今后|未来|明年)[^,，。]{{0,12}}"
)
_LEADER = _any("主要负责 主要领导 党政领导 一把手 书记 领导班子")
_FOUND = _any("找 查找 正视 直面 剖析 反思 查摆 认清")
_BESIDE = _any("不足 困难 原因 短板 差距 建议 对策 问题 成因")
_SHOWN = _any("存在 面临 遇到 仍有 还有 尚有")
_PROGRESS = _any("开展 落实 完成 进展 推进 总体 基本 主要 整体 实施 建设 工作 贯彻 执行 组织 履行")
_ROLE_WORDS = re.compile(
    rf"(?P<cure>(?:针对|存在)?[^,，。及和与、]{{0,8}}{_WEAKNESS}的?{_any('整改 改进 解决 对策')}{_REMEDY})"
    rf"|(?P<done>{_DONE})"
    rf"|(?P<year>{_YEAR})"
    rf"|(?P<duties>第一责任人|述法|履职(?:情况|尽责|报告)|{_LEADER}.{{0,16}}(?:履职|履行|职责|责任)|履行.{{0,24}}(?:职责|责任)(?:的?情况)?)"
    rf"|(?P<plan>{_AHEAD}|{_any('努力 改进 主攻 发展 前进 整改')}方向"
    rf"|{_any('改进 整改 提升 完善')}{_any('措施 意见 方案 举措 对策 计划 打算')}"
    rf"|对策|意见[和与及]?建议|(?:工作|有关|相关|几点)建议|{_INTENT}{_END}|(?:工作|奋斗)目标{_END}|展望|再出发|开新局|谱新篇|新征程)"
    rf"|(?P<problems>{_SHOWN}[^,，。]{{0,14}}?{_WEAKNESS}|{_WEAKNESS}(?:[与和及、]|及其){_BESIDE}"
    rf"|{_FOUND}[^,，。]{{0,6}}{_WEAKNESS}|{_WEAKNESS}{_END}|原因(?:分析|剖析)|不容忽视)"
    rf"|(?P<achievements>成效|成果|成绩|做法|举措|亮点|经验|实效|{_PROGRESS}的?情况|进展|回顾|总结"
    rf"|{_any('主要 重点 所做 已做 已开展')}的?工作(?!{_any('安排 计划 打算 思路 设想 目标 任务')})"
    r"|(?:工作|主要|具体|采取的?)措施|情况$)"
)
#: no heading without one of these announces anything; looking for them first is fast
_HINT = re.compile(
    rf"{_WEAKNESS}|[下今明来往以接新未后开][一步阶年后来下的续]|打算|计划|安排|思路|设想|构想|规划|展望|方向|目标|对策|建议|措施|意见|方案|要点|新[篇征]|再出发|开新局"
    r"|职|述法|责任人|成[效果绩]|做法|举措|亮点|经验|实效|情况|进展|回顾|总结|工作|20[0-9][0-9]|[二两][〇○零0Oo]|原因|不容忽视"
)
_PAST = re.compile(r"成效|成绩|总结|回顾|完成|情况$|亮点")
_ROLES = {"cure": PLAN, "duties": DUTIES, "plan": PLAN, "problems": PROBLEMS, "achievements": ACHIEVEMENTS}

# The words a heading that only names its part is made of.
_VOCABULARY = (
    "上半年 下半年 全年 今年 去年 本年 本年度 一年来 以来 期间 年度 过去 一年 上年度 上年 打算 计划 安排 思路 设想"
    " 构想 规划 展望 谋划 部署 要点"
    " 法治政府 法治社会 法治乡村 法治 依法行政 依法治理 依法 行政执法 执法 行政 政府 司法行政 司法 司法所 普法 宣传"
    " 教育 平安 信访 综治 综合 维稳"
    " 人民调解 调解 党政 党委 班子 主要负责人 主要负责同志 主要领导 领导 负责人 一把手 领导干部 第一责任人 责任人"
    " 书记 镇长 乡长 主任 党工委"
    " 全面 深入 扎实 有序 推进 推动 深化 加强 开展 贯彻 落实 建设 创建 示范 进一步 做好 抓好 强化 继续 履行 履职 职责"
    " 责任 尽责 述职 述法"
    " 工作 任务 目标 重点 主要 具体 总体 基本 整体 初步 相关 有关 各项 一些 部分 几个 几点 三个 四个 五个 方面 领域"
    " 环节 过程 中 上 里 的 之 之处 在"
    " 及 及其 以及 和 与 并 等 是 做 取得 采取 采用 运用 存在 面临 面对 遇到 现存 现有 自身 突出 仍然 仍 依然 还 尚"
    " 有 亟待 亟需 需要 有待"
    " 解决 改进 整改 完善 提升 努力 针对 上述 以上 当前 目前 现阶段 现状 方向 措施 举措 对策 建议 意见 方案 要求 成效"
    " 成果 成绩 做法 进展 亮点 经验"
    " 特色 创新 典型 实效 效果 情况 概况 回顾 总结 报告 汇报 原因 成因 分析 剖析 症结 主客观 客观 主观 找 查找 反思"
    " 正视 直面 查摆 关于 对 下 步 接下来"
    " 咋 咋办 咋干 咋整 怎么 怎么干 怎么办 怎么走 怎样干 干啥 干什么 干 要 想 所图 图 所谋 谋 盘算 想法 往哪走 往哪儿走 往哪使劲"
)
_OWN = r"[我全本该](?:镇|乡|街道|街|所|办|局|大?队|区|县|市|辖区|苏木)"
# No backtracking: the run of such words is taken as long as it goes.
_RUN = re.compile(
    rf"(?:[一-鿿]{{1,8}}?(?:镇|乡|街道)(?:人民政府|办事处|党委)?)?"
    rf"(?:[、，,“”\"]|{_YEAR}|{_AHEAD}|{_OWN}|法治[镇乡县区市村国]|依法治[镇乡村县区市国]|{_WEAKNESS}|{_any(_VOCABULARY)})++"
)
# A run-on sentence that only begins like a heading: 存在的问题得到整改.
_SENTENCE_GOES_ON = re.compile(
    r"[“”\"]|得到|得以|均|已|全部|逐[一项步]|及时|进行|有效|明显|显著|不断|稳步|纳入|列入|顺利|圆满|持续|[，,][^：:]{0,8}(?:及时|已|均|全部)"
)


@lru_cache(maxsize=16384)
def heading_role(words: str, report_year: int | None) -> str:
    """The role that a heading's words announce; empty when they announce none."""
    if not _HINT.search(words):
        return ""
    for found in _ROLE_WORDS.finditer(words):
        kind = str(found.lastgroup)
        if kind == "year":
            if _is_later(found.group(), report_year) and not _PAST.search(words):
                return PLAN
        elif kind == "done":
            if found.group().endswith("情况"):
                return ACHIEVEMENTS
        else:
            return _ROLES[kind]
    return ""


@lru_cache(maxsize=16384)
def bare_role(words: str, report_year: int | None) -> str:
    """The role of a heading that does nothing but name its part (存在的主要问题); empty for any other."""
    run = _RUN.match(words)
    return heading_role(words, report_year) if run and run.end() == len(words) else ""


def opening_role(words: str, report_year: int | None) -> tuple[str, int]:
    """The role of a heading that runs on into its paragraph, with the length of its words."""
    run = _RUN.match(words)
    if run is None:
        return "", 0
    size = len(run.group().rstrip('、，,“”"'))
    if size < 4 or _SENTENCE_GOES_ON.match(words, size):
        return "", 0
    return heading_role(words[:size], report_year), size


def _is_later(year: str, report_year: int | None) -> bool:
    number = year_number(year)
    return report_year is not None and number is not None and number > report_year


_YEAR_DIGITS = str.maketrans("〇○零oO一二三四五六七八九两", "000001234567892")


def year_number(text: str) -> int | None:
    """The calendar year that a wording such as 2024年度 or 二○二四年 names."""
    digits = text.translate(_YEAR_DIGITS)[:4]
    return int(digits) if digits.isascii() and digits.isdigit() and 2000 <= int(digits) <= 2099 else None
