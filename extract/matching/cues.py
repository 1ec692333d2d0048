"""Words that tell how a figure is meant whatever it measures: totals, parts, earlier years, plans, other places."""

TOTAL, PART, REST, SHARE, PRIOR, CHANGE, PLAN, SINCE, PLACE, OWN, PAIRED = 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024

_WORDS: dict[int, str] = {
    TOTAL: "共 共计 总计 合计 累计 总共 一共 全年 总数 总量 全年共 累计共 共累计 全年累计",
    PART: "其中 含 包括 包含",
    REST: "其余 剩余 余下 正在 尚未 等候 等待 有待 其他 其它 其他均 其余均 另外 尚有 还有 剩下",
    SHARE: "均 各 都 皆 双双 均为 均达 均达到 全部 同为",
    PAIRED: "分别 分别为 分别达 分别达到 分别是 依次 依次为 依次是 依次达 逐一为 各自为",
    PRIOR: "去年 上年 上年度 上一年 上一年度 去年同期 上年同期 前年 往年 去年的 同期",
    CHANGE: (
        "同比 环比 较上年 较去年 比上年 比去年 较上一年 比上一年 较上年度 与上年 与去年"
        " 较去年同期 较上年同期 比去年同期 比上年同期"
        " 增长 下降 减少 增加 上升 降低 提高 提升 压降 回落 下滑 持平 增幅 降幅 增至 降至 升至 降到 增加到 减少到 下降到 下降至"
        " 上升到 上升至 提高到 提高至 提升到 提升至 减少至 增加至 压减 翻了一番 多了 少了 锐减 回升 攀升 攀升至 缩减"
    ),
    PLAN: "确保"
    " 我镇将 我乡将 我街道将 全镇将 全乡将 将继续 将开展 将组织 将举办 将进一步 力争"
    " 原定 计划 拟 预计 目标 明年 下一年 下一步 下一年度 来年 打算 争取 年内力争 下步 今后",
    SINCE: "以来 算起 起算 年来 年多来 历年 年间 期间 至今",
    PLACE: (
        "全县 全市 全区 全省 全国 全州 全旗 全盟 全县共 兄弟乡镇 周边乡镇 邻近乡镇 邻镇 邻乡 其他乡镇 其他镇"
        " 毗邻的 相邻的 邻近的 隔壁的 毗邻乡镇 相邻乡镇 邻近街道 毗邻街道 邻县 各乡镇 县司法局 区司法局 市司法局 县法院 全自治区"
        " 县里同期 县里全年 县里共 县里一共 县里平均 县上同期 县上全年 县上共 区里同期 区里全年 区里共 市里同期 市里全年 市里共"
        " 省里同期 旗里同期 旗里全年 州里同期 邻居家 隔壁镇 隔壁乡 隔壁街道 友邻乡镇 同类乡镇 其余乡镇 别的乡镇 兄弟镇 兄弟街道"
        " 周边的 附近的 隔壁"
    ),
    OWN: "我镇 我乡 我街道 全镇 全乡 本镇 本乡 全街道 本街道 我办 我所 全办 镇里 乡里 街道 我处 辖区 镇司法所 本所 咱镇 咱乡",
}

#: every cue word with the bits of its kinds
CUES: dict[str, int] = {}
for _bit, _line in _WORDS.items():
    for _word in _line.split():
        CUES[_word] = CUES.get(_word, 0) | _bit
        if _bit == CHANGE and any(_year in _word for _year in ("去年", "上年", "上一年", "同期")):
            CUES[_word] |= PRIOR
