"""Writes corpora of varied reports, as large as wanted: `python -m benchmarks.generate FOLDER COUNT`.

The same seed gives the same bytes. No sentence is repeated as a whole: subjects, verbs, objects, numbers and their spelling
are drawn anew, because repeating one document flatters caches and automata.
"""

import argparse
import random
from collections.abc import Iterator, Mapping
from pathlib import Path

PROVINCES = (
    "冀州 晋原 辽东 吉林北 苏南 浙西 皖中 闽东 赣北 鲁中 豫南 鄂西 湘北 粤东 桂北 琼西 川南 黔东 滇西 陇中 青海湖 宁北 疆东 "
).split()
_HEAD = ("石 清 白 黄 青 大 小 上 下 长 高 双 龙 凤 马 牛 金 银 柳 杨 梅 竹 松 枫 桃 李 梨 槐 桂 荷 ").split()
_TAIL = ("桥 河 溪 沟 坪 岭 山 湖 塘 湾 坝 店 铺 庄 屯 堡 关 口 泉 洼 岗 坡 滩 洲 渡 集 场 寨 垭 墩 ").split()
_KINDS = ["镇", "乡", "街道"]
_WHO = ["我镇", "全镇", "镇政府", "司法所", "综合行政执法队", "党政办", "平安法治办", "各村（社区）", "镇党委", "普法办"]
_WHEN = ["一年来", "今年以来", "全年", "截至12月底", "年内", "上半年", "截至目前", "去年以来", "自开展活动以来", "本年度"]
_HOW = ["扎实", "持续", "有序", "深入", "广泛", "及时", "依法", "稳步", "全面", "集中", "常态化", "分类"]
_EMPTY = [
    "{who}把法治建设摆在突出位置，{how}压实各方责任",
    "坚持问题导向，{how}推进{topic}走深走实",
    "{when}，{who}围绕{topic}{how}谋划，明确时间表和路线图",
    "进一步健全{topic}工作机制，做到事事有人抓、有人管",
    "以{topic}为抓手，{how}提升基层治理水平",
    "{who}注重源头预防，{how}把问题化解在萌芽状态",
    "在{topic}方面仍存在短板，个别干部运用法治思维的能力有待加强",
    "下一步，将{how}落实各项要求，补齐{topic}短板",
]
_TOPICS = ("依法行政 基层治理 普法宣传 矛盾化解 行政执法规范化 政务公开 合法性审查 营商环境 诉源治理 法治乡村建设 ").split()
_FIGURES = [
    "{when}，{who}共排查矛盾纠纷{found}起，化解{settled}起",
    "{how}调解各类民间纠纷{mediated}件，调解成功{settled}件，成功率{settled_rate}%",
    "{who}开展普法宣传活动{activities}场次，发放宣传资料{leaflets}份，受教育群众{audience}人次",
    "举办法治讲座{lectures}场，解答法律咨询{consulted}人次，悬挂横幅{banners}条",
    "理论学习中心组专题学法{centre_studies}次，组织干部职工学法{studies}次，参加{students}人次",
    "审查合同{contracts}份，出具法律意见{opinions}条，审查规范性文件{documents}件",
    "聘请法律顾问{advisers}名，{villages}个村（社区）全部配备法律顾问",
    "办理行政处罚案件{penalties}件，其中简易程序{simple}件、普通程序{ordinary}件，罚款{fines}万元",
    "开展行政检查{inspections}次，检查场所{premises}家，排查隐患{hazards}处，整改{mended}处",
    "便民服务大厅办理事项{items}件，12345热线工单{hotline}件，满意率{content_rate}%",
    "{when}受理信访事项{petitions}件，较上年的{petitions_before}件{petitions_moved}%",
    "法律明白人增至{literate}名，人民调解员{mediators}名，调解委员会{villages}个",
    "未发生行政复议、行政诉讼案件",
    "召开法治建设专题会议{meetings}次，{who}列席党政会议{sat_in}次",
    "推送普法信息{posts}条，播放广播{broadcasts}次",
    "公开政府信息{published}条，依申请公开{requests}件，均在15个工作日内办结",
    "{how}开展联合执法{joint}次，拆除违建{demolished}处，约{area}平方米",
    "执法人员{officers}名全部持证，组织培训{trainings}期，参训{trained}人次",
    "学法考试参考率、合格率均达{exam_rate}%",
    "参加{villages}个村的巡查，走访企业{enterprises}家，解决涉企问题{problems}个",
    "计划{next}年举办培训{planned}场次，力争调解成功率达到{hoped_rate}%",
]
#: between what numbers a township's first figures lie, by what they count
_FIRST = {
    (1, 12): "centre_studies documents advisers ordinary meetings requests trainings",
    (3, 60): "activities lectures studies sat_in broadcasts joint problems planned",
    (5, 30): "villages",
    (2, 300): "fined",
    (10, 200): "banners opinions simple premises petitions mediators demolished officers enterprises",
    (20, 900): "found consulted students contracts inspections hazards hotline literate posts published trained",
    (800, 60_000): "leaflets audience items area",
}
#: what a part is of; and the rates, which are counted from nothing else in the text
_PARTS = {"mediated": "found", "settled": "mediated", "mended": "hazards"}
_RATES = ("content_rate", "exam_rate", "hoped_rate")
#: how much a figure may move in a year, and the share of numbers that a clerk gets wrong
_LEAST, _MOST, _SLIPS = 0.8, 1.25, 0.005
#: the share of clauses with figures at which a text has as many numbers and mentions a KB (8.8 and 1.8) as three published
#: reports (8.1 and 1.6 found, 1.9 by their reference answers)
DENSITY = 0.06
_CHINESE = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]


class Writer:
    """Draws reports, one after the other."""

    def __init__(self, seed: int, density: float = DENSITY) -> None:
        """`density` is the share of clauses that state figures."""
        self._random = random.Random(seed)
        self._density = density

    def reports(self, count: int, length: int = 2_500) -> Iterator[tuple[str, str]]:
        """`count` reports as relative path and text: ten years of as many townships as that takes."""
        townships = max(1, (count + 9) // 10)
        number = 0
        for index in range(townships):
            province = PROVINCES[index * len(PROVINCES) // townships]
            county = f"{_HEAD[index // 30 % 30]}{_TAIL[index // 900 % 30]}县"
            kind = _KINDS[index % 3]
            name = f"{_HEAD[index % 30]}{_TAIL[index // 30 % 30]}{_HEAD[(index * 7 + index // 900) % 30]}{kind}"
            figures = None
            for year in range(2015, 2025):
                if number == count:
                    return
                number += 1
                figures = _figures_of_year(self._random, figures)
                text = self.report(province, county, name, year, length, figures)
                yield f"{province}省/{county}/{name}{index}/{year}年.txt", text

    def report(self, province: str, county: str, name: str, year: int, length: int, figures: Mapping[str, str]) -> str:
        """One report of about `length` characters, which states some of these figures."""
        head = f"{province}省{county}{name}{year}年法治政府建设工作情况报告\n\n"
        parts = [head]
        size = len(head)
        sections = iter(("一、主要做法和成效", "二、党政主要负责人履行职责情况", "三、存在的问题", "四、下一步打算"))
        next_heading = 0
        while size < length:
            if size >= next_heading:
                parts.append(next(sections, "五、其他情况") + "\n")
                next_heading += length // 4
            sentences = [self._sentence(year, figures) for _ in range(self._random.randint(2, 6))]
            marked = [f"{_CHINESE[n]}是{s}" if self._random.random() < 0.4 else s for n, s in enumerate(sentences, start=1)]
            paragraph = "。".join(marked) + "。\n"
            parts.append(paragraph)
            size += len(paragraph)
        parts.append(f"\n{name}人民政府\n{year + 1}年1月{self._random.randint(3, 28)}日\n")
        return "".join(parts)

    def _sentence(self, year: int, figures: Mapping[str, str]) -> str:
        draw = self._random
        clauses = []
        for _ in range(draw.randint(1, 3)):
            pool = _FIGURES if draw.random() < self._density else _EMPTY
            clauses.append(draw.choice(pool).format_map(_Blanks(draw, year, figures)))
        return "，".join(clauses)


def _figures_of_year(draw: random.Random, before: Mapping[str, str] | None) -> dict[str, str]:
    """What a township could report of a year: figures that agree with each other and with those of the year before."""
    now: dict[str, str] = {}
    for (low, high), names in _FIRST.items():
        for name in names.split():
            last = int(before[name]) if before else 0
            moved = round(last * draw.uniform(_LEAST, _MOST)) if last > 1 else draw.randint(low, high)
            now[name] = before[name] if before and name == "villages" else str(max(1, moved))
    for part, whole in _PARTS.items():
        now[part] = str(round(int(now[whole]) * draw.uniform(0.85, 1)))
    now["settled_rate"] = f"{int(now['settled']) / int(now['mediated']) * 100:.1f}"
    now["penalties"] = str(int(now["simple"]) + int(now["ordinary"]))
    now["fines"] = f"{int(now['fined']) / 10:.1f}"
    now["petitions_before"] = before["petitions"] if before else str(int(now["petitions"]) + 1)
    rise = int(now["petitions"]) / int(now["petitions_before"]) - 1
    now["petitions_moved"] = f"{'上升' if rise > 0 else '下降'}{abs(rise) * 100:.1f}"
    now.update((rate, f"{draw.randint(850, 999) / 10:g}") for rate in _RATES)
    return now


class _Blanks(dict[str, str]):
    """Fills a template's blanks: words drawn when asked for, and a report's figures as some clerk spells them."""

    def __init__(self, draw: random.Random, year: int, figures: Mapping[str, str]) -> None:
        super().__init__()
        self._draw, self._year, self._figures = draw, year, figures

    def __missing__(self, key: str) -> str:
        draw = self._draw
        words = {"who": _WHO, "when": _WHEN, "how": _HOW, "topic": _TOPICS}
        if key in words:
            return draw.choice(words[key])
        if key == "next":
            return str(self._year + 1)
        figure = self._figures[key]
        return self._spelt(int(figure)) if figure.isdecimal() else figure

    def _spelt(self, number: int) -> str:
        draw = self._draw
        if draw.random() < _SLIPS:
            number *= 10
        way = draw.random()
        if way < 0.08 and number > 20:
            return f"{number // 10 * 10}余" if number % 10 else str(number)
        if way < 0.12 and number >= 10_000:
            return f"约{number / 10_000:.1f}万"
        if way < 0.16 and number <= 10:
            return _CHINESE[number]
        if way < 0.18 and number >= 1_000:
            return f"{number:,}"
        return str(number)


def write_corpus(folder: Path, count: int, seed: int = 1, length: int = 2_500, density: float = DENSITY) -> int:
    """Writes the reports; gives back their bytes."""
    size = 0
    known: set[Path] = set()
    for name, text in Writer(seed, density).reports(count, length):
        path = folder / name
        if path.parent not in known:
            path.parent.mkdir(parents=True, exist_ok=True)
            known.add(path.parent)
        size += path.write_bytes(text.encode())
    return size


def main() -> None:
    """Writes a corpus."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("count", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--length", type=int, default=2_500)
    given = parser.parse_args()
    size = write_corpus(given.folder, given.count, given.seed, given.length)
    print(f"{given.count} reports, {size / 1e6:.1f} MB in {given.folder}")


if __name__ == "__main__":
    main()
