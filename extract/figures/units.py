"""The units that counts and measures come in, and how each is told from a longer word."""

from functools import lru_cache

#: units that are no part of a longer word
_PLAIN = """
件 件次 件套 案次 桩 场次 期次 堂 课时 学时 讲次 趟 趟次 班次 车次 辆次 艘次 条次 篇次 组次 个次 点次 处次
所次 项次 户次 家次 店次 企次 村次 片次 批次 人次 册次 亩次 警次 航次 批件 册 枚 辆 艘 盏 匹 尾 羽 棵 株 袋 箱 桶 粒
盒 栋 幢 块牌 条块 单次 号人 口人 大类 小类 大项 小项 子项
元人民币 美元 块钱 亩 公顷 平方米 平方公里 平方千米 平米 ㎡ m² m2 立方米 立方 方土 公里 千米 里路 厘米 毫米 km KM ㎞
延米 华里 米长 公斤 千克 斤 kg KG 毫升 千瓦 千瓦时 度电 兆 GB TB 分贝 摄氏度 ℃ % ‰ 百分点 个百分点
个工作日 工作日 个自然日 自然日 个月 个多月 个季度 个小时 个多小时 余小时 分钟 秒 秒钟 星期 个星期 周岁 周年 年级
个年度 个年头
"""
#: units that begin longer words: what must not follow, as alternatives of a regular expression
_GUARDED = {
    # cases
    "起": "诉(?!讼) 草(?!原|场|地) 步 到(?!期) 来(?!信|访|电|自) 底 点 源 初(?!信|访|次) 码 色 拟(?!处罚|作) "
    "用(?!地|水|工|电|人单位) 伏 效 承(?!包|租|揽) 居(?!民) 止",
    "宗": "旨 教(?!育|师) 族",
    # 31宗案件 counts 案件
    "宗案": "件 子 卷 例 由 情 源",
    "例": "如 会 行(?!政) 外(?!来|嫁|地) 证",
    "卷": "宗(?!案) 入 烟",
    "单": "位 独 元 个 一 户 项 身 纯 方 边 日 次 张 行 据 车 凭",
    "笔": "录 试 记 者 迹 画 墨",
    # events
    "次": "日(?!常) 要(?!求|情|事) 序 数(?!据|字) 生(?!产|态|活|猪) 贷 年(?!度|终|会) 级 元 月(?!度|例)",
    "场": "所 馆 面(?!对|向) 合(?!法|同|规|作) 域 镇(?!级|村|干部|机关) 站 上(?!门|级|山|户|岗|街) 内(?!部|训) 景 地(?!质)",
    "期": "间 限 待 末 货 满 中(?!层|青|小|共|华) 初(?!任|级|心) 望 刊 盼 许 颐",
    "节": "点 日 约 假 能 目 省 奏 育 气 水 电",
    "讲": "座 话 解 述 堂 授 究 好 清 政",
    "课": "程 题 堂 件 外 业",
    "轮": "值 岗(?!前|位) 换(?!届) 候 廓 胎 番 椅 作 训(?!练)",
    "遍": "布 及",
    "回": "复 访 应 归 收 头 乡 顾 来 馈",
    # people
    "人": "民 口 才 身 工(?!作) 居环 社局 武部 事(?!件) 文 员 大(?:代表|常委|主席|监督|工委) 脉 为因素 力资",
    "个人": "民 口 才 身 工 居环 社局 武部 事 文 员 大 脉 调解 品牌 工作室 独资 所得 信息 账户 先进 荣誉 述 自 和集体",
    "名": "单(?!位|亲) 称 义(?!务|诊|工) 录(?!用|取) 誉 额 牌 胜 片(?!区|警|长) 言 气 列(?!席|管) 优(?!秀|抚|先)",
    "位": "于 列(?!席) 居(?!民) 置 数 次",
    "户": "籍 口 外(?!来|出|地|迁) 型 均(?!已|未|完成|按|合格|达标|整改|符合|无|没|落实|签|予|被) 厕",
    "口": "头 号 径 岸 粮 碑 腔 述 袋 罩 供 子",
    # things
    "份": "额 子",
    "本": "镇 乡(?!村|规) 级 年(?!画|历) 地 村(?!规|民) 身 街 月 次 单位 区 辖 所 科(?!普|技|学) 报 市(?!民|场) "
    "县 着 轮 职(?!工|业) 届 人(?!民)",
    "张": "贴(?!画|纸) 挂(?!图|历|画) 姓 某",
    "页": "面",
    "套": "路 用 取 餐",
    "条": "例 件 款 文(?!明|旅|化) 约(?!束|定) 目 理(?!论|由) 块",
    "幅": "度 员 面",
    "篇": "幅 章",
    "支": "部 出 持 付 撑 援(?!助) 队(?!伍) 行(?!政|业) 农(?!民|村|业) 委 书 教(?!育|师)",
    "个": "别(?!墅) 性 体(?!育|系|检|验|制|户)",
    "项": "目(?!标|录)",
    "部": "门 分 署 队 长 委 级 位",
    "则": "是 为 由 不 要 需 应 将 会 以 必 依 可 按",
    "句": "号",
    "段": "落 位",
    "字": "号 样 体",
    "封": "闭 存 控 路",
    "块": "状",
    "面": "对 向 临 积 上 貌 粉 签 包 试 谈 板 值 广 子",
    "票": "据 决 选",
    "根": "据 本 治 源 除",
    "台": "账 风 湾 州 阶 胞",
    "只": "要 有 是 能 需 为 做 剩 见",
    "头": "脑 等 条 版 痛 目 雁",
    "盆": "地",
    "瓶": "颈",
    "床": "位",
    "架": "构 设 空",
    "副": "书 主 镇 乡 局 所 县 组 职 业 科 处 本 支 部 会 队 站 院 市 区 村 秘",
    "具": "备 有 体 结",
    "版": "本 面 权 块 图",
    "组": "织 成 长 建 团 合 员 稿 装 阁 群 级 委",
    "把": "手 关 握 控 脉 好 群 各 党 法 普",
    # places and bodies
    # 28家规上企业, 28家园区企业, 28家乡镇企业, but not 家规, 家园, 家乡
    "家": "庭 长(?!期|途|江|三角|停) 属(?!地|于) 园(?!区|内|林|艺) 乡(?!镇|村|级|办) 畜(?!牧|禽) "
    "禽(?!类|蛋|畜|肉) 喻 门(?!店|面|市|诊) 风(?!险|电|景|味) 规(?!上|下|模|划|范)",
    "处": "理(?!发|疗) 置(?!业|换) 罚 分(?!散|布) 于 长(?!期|途|江|停) 室(?!内|外) 境 级 暑 "
    "在(?!建|册|用|产|营|售|施|线|校) 女(?!性|士) 事(?!故) 决",
    "间": "接 隔 断",
    "所": "有 在(?!建|册|用|校) 属 需 以 谓 长 辖 里 内",
    "座": "谈 位(?!于) 右 机 落",
    "排": "查 名 除 污 水 列 放 头 口 序 险",
    "门": "峡 店 口 户 卫 类 槛 诊 头 面 票 前",
    "眼": "前 光 界 里 下",
    "孔": "子",
    "站": "点 位(?!于) 在(?!建|用) 所 式 长",
    "批": "评 复(?!访|查) 准 示 判 改 办 量 发 次",
    "队": "伍 员 长 列",
    "班": "子 组 主任 长 会 列 车 级",
    "片": "区 面 警",
    # money, measures, shares
    "元": "旦 宵 素 首",
    "平方": "根",
    "米": "粉 面 饭 脂",
    "吨": "位",
    "克": "服 隆 己 制 扣",
    "升": "级 降 温 学 旗 高 华 格 至 到 为 值",
    "个点": "位",
    "倍": "增 感 受",
    "番": "茄 薯 号 禺 石榴 外 五 两",
    "成": "为 立 功 效 员 果 就 长 年 交 熟 绩 都 本 型 品 份 人 了 套 体 片 规",
    "分": "别 析 管 类 工 级 片 局 公司 布 批 期 清 发 配 享 解 散 支 组 为 明 队 内 层 开 流 包 村 年 之 段 重 外 区 离 "
    "界 歧 众 阶 充 赴 处 办 百",
    "类": "似 推 型 比",
    "种": "植 子 粮 养 地 田",
    # terms
    "天": "然 气 窗 下 花 网 河 山 平 津 水 宁 桥 性 赋 使 府 翻",
    "小时": "候",
    "周": "边 期 围 密 全 末 知 转 到 口 至 村 庄 家 镇 一 二 三 四 五 六 日",
    "个周": "期 边",
    "岁": "月 末 暮",
}

UNITS = (*_PLAIN.split(), *_GUARDED)
#: what most units of a report begin with, the most frequent first: an alternation is tried from its first branch on
_FREQUENT = "次件人份场名条个起户家项处期元%天"
#: the characters that units begin with
FIRST = "".join(sorted({unit[0] for unit in UNITS}))

#: units that 次 joins, in brackets or behind a stroke: 人（次）, 场/次
_JOINED = frozenset("人场件家批户班期条项处台轮")
#: units that another one in brackets spells out, and what may stand there: 20次（件）, 200人次（件）
_SPELT_OUT = frozenset(("次", "人次", "场次"))
_OTHERS = r"(?:[（(][件场批人个项户家起][)）])?"

#: one name for spellings of the same unit
_CANONICAL = {
    **dict.fromkeys(["平米", "平方", "㎡", "m²", "m2"], "平方米"),
    **dict.fromkeys(["千米", "km", "KM", "㎞"], "公里"),
    **dict.fromkeys(["kg", "KG", "千克"], "公斤"),
    **dict.fromkeys(["余小时", "个小时", "个多小时"], "小时"),
    **dict.fromkeys(["个星期", "星期", "个周"], "周"),
    **dict.fromkeys(["元人民币", "块钱"], "元"),
    "平方千米": "平方公里",
    "立方": "立方米",
    "米长": "米",
    "个百分点": "百分点",
    "个人": "人",
    "度电": "千瓦时",
    "个工作日": "工作日",
    "个自然日": "自然日",
    "个多月": "个月",
    "秒钟": "秒",
    "号人": "人",
    "宗案": "宗",
    "成": "%",
}


def words(text: str) -> frozenset[str]:
    """The words of a text, apart by spaces."""
    return frozenset(text.split())


#: terms: lengths of time, which promise or pass but count nothing that a township did
TERMS = words(
    "天 个工作日 工作日 个自然日 自然日 个月 个多月 个季度 个小时 个多小时 小时 余小时 分钟 秒 秒钟 周 个周 星期 个星期 "
    "周年 个年度 个年头"
)
#: terms that also measure what was done (hours broadcast)
HOURS = words("小时 个小时 余小时 个多小时 分钟")
#: measures, of which 以上 before a noun always selects: 200平方米以上商铺
MEASURES = words("平方米 平方 亩 米 公里 吨 层 立方米 公斤 千瓦")
AGES = words("岁 周岁 年级")
#: units that count whole things, so that `1.3名` is a list mark and three people
WHOLE = words("件 起 宗 例 卷 次 场 期 堂 节 人 名 份 册 本 张 页 套 条 幅 篇 支 个 项 部 家 户 处 间 所 座 批 位 场次 人次 批次")


@lru_cache(maxsize=4096)
def canonical(unit: str) -> str:
    """The one name of a unit as it is printed: 人（次） is 人次, 平米 is 平方米.

    >>> canonical("人（次）"), canonical("（万元）"), canonical("平米")
    ('人次', '元', '平方米')
    """
    if len(unit) > 1:
        if unit[-1] in ")）":
            if unit[:-3] in _SPELT_OUT:
                return _joined(unit[:-3], unit[-2])
            unit = unit.replace("（", "").replace("(", "")[:-1].lstrip("万亿")
        unit = unit.replace("/", "").replace("·", "")
    return _CANONICAL.get(unit, unit)


def _joined(unit: str, bracketed: str) -> str:
    """The one name of a unit with another one in brackets: 次（件） is 件次, 人次（件） is 人次."""
    joined = bracketed + "次"
    return joined if unit == "次" and bracketed in "场批件项条人" else unit


def pattern() -> str:
    """A regular expression for a unit at a place, longest first, grouped by first character so that it fails fast."""
    by_first: dict[str, list[str]] = {character: [] for character in _FREQUENT}
    for word in sorted(UNITS, key=len, reverse=True):
        by_first.setdefault(word[0], []).append(_guarded(word))
    branches = "|".join(branch for group in by_first.values() for branch in group)
    bracketed = "|".join(sorted(UNITS, key=len, reverse=True))
    return rf"(?:(?=[{FIRST}])(?:{branches})|[（(][万亿]?(?:{bracketed})[)）])"


def _guarded(word: str) -> str:
    guard = f"(?!{'|'.join(_GUARDED[word].split())})" if word in _GUARDED else ""
    if word in _JOINED:
        return rf"{word}(?:[/·]?次|[（(]次[)）]|{guard})"
    return rf"{word}{guard}{_OTHERS}" if word in _SPELT_OUT else word + guard
