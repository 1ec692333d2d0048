"""Words that deny that there were any: each is a quantity of value 0."""

import re
from decimal import Decimal

from extract.figures.asking import HAS_ANY, TO_TICK, WHETHER, asks_anything
from extract.figures.quantity import EXACT, FIGURE, Quantity

_HAPPEN = "发生|出现|收到|接到|产生|引发|受理|接收|形成|接|现"
#: how a phrase for what there was none of begins, as alternatives of a regular expression
_THINGS = """
[一1]?[例起件宗次案桩] [一1][批拨人个名] 任何 新增? 因 行政 被 败诉 复议 诉讼 应诉 信访
越级 上访 进京 赴 到[省市县区京] 集体 群体 重大 重复
依申请 申请 规范性 制定 纠错 撤销 违法 违规 违纪 不当 相关 此类 该类 涉 投诉 举报 刑事 命案 安全 事故 案件 积案 公开
政府信息 信息 报备 非访 非正常 极端 个人 暴力 民转刑 恶性 过错 错案 执法 确认 判决 被诉 负面 舆情 矛盾 纠纷 治安 电信
网络 生产 食品 责任 较大 一般 严重 人民 法院 检察 司法 超期 逾期 以政府 针对 对我 本[镇乡街] 我[镇乡街] 不服 民告官
再(?:发生|出现|有) 一(?:引发|提起|被)
应当 需要 此项 上述 以上 制发 登记 再 发布 一败 北京 县城 变更 强制 听证 赔偿 国家赔偿 重大行政 出庭 办理 印发 出台 调整
下发 官司 输(?:掉|过|了|一|官) 人(?:申请|提出申请|起诉|提起) [当上做打]过?(?:行政|被告|官司|复议|诉讼)
哪[个位户] 谁 (?:[一任何]?人|[一哪]个)(?:去|跑|往|上[省市京]) 打输 吃[过了]?败仗 落败 失利 判输
[发出印定]过?(?:一[件份个])?(?:行政)?规范 以[^，,。；;0-9]{1,14}?名义
(?:成为|作为|列为|被列为)(?:行政|诉讼)?[^，,。；;]{0,4}被告
废止 修订 实施 开展 作出 做出 存在 有(?![效力序机偿关]) 发生 出现 收到 受理 接到
"""
#: 没有一名群众越级上访, 未有公民、法人就公开的信息提起复议: who did nothing of the kind
_WHO = (
    "(?:一[名位个人])?(?:群众|村民|居民|市民|牧民|农户|商户|经营户|企业|单位|组织|公民|法人|百姓|老百姓|社会公众|人员|行政相对人"
    "|当事人|相对人|申请人|信访人|上访人|(?:信访|上访|重点)(?:群众|人员|对象)|[一任何]?人)"
    "(?:越级|上访|信访|进京|赴|去|跑|到[省市县区京北州]|[到上向]法院|不服|告|[^，,。；;0-9]{0,16}?(?:申请|提[起出]|起诉|状告|上访|越级))"
)
_NAMES_A_THING = f'[“"]?(?:{"|".join(_THINGS.split())}|{_WHO})'
_A_THING = f"(?={_NAMES_A_THING})"
#: what 零 denies: 零败诉, but not 零距离
_NOUGHTS = """
登记 记录 发生 败诉 上访 进京 越级 依申请 复议 诉讼 事故 投诉 信访 纠错 申请 案件 非访 发案 舆情 差错率 命案 撤销 被诉 违法 违规
制发 制定 出台 印发 受理 应诉 官司 集访 集体访 集体上访 个访 越访 赴省 赴京 到省 到京 群访 提起
"""
_A_NOUGHT = f"(?=”?(?:{'|'.join(_NOUGHTS.split())}))"
#: names of places or titles made with 无 or 零: 无访村, 零上访户
_NO_TITLE = r"(?![^，,。；;]{0,4}(?:村|社区|单位|乡镇|街道|户|创建|示范|网格|区域|镇(?!未|共|没)|企业|工程|行动|校园))"
_STOPS = r"[，,。；;、\n|）)]"
_STOP = f"(?={_STOPS})"
#: 保持零的纪录
_GOAL = "(?:的?(?:纪录|记录|状态|态势|成绩))?"
#: 赴省访零批次、零人次: a count of nought, whose unit says which of them
_NOUGHTS_COUNTED = re.compile(f"零(?P<unit>批次?|人次?)(?={_STOPS}|[和及]?零(?:批次?|人次?)|$)")
#: after the first character, so that the search skips plain text fast
_DENIAL = re.compile(
    "[未无没零从不暂谈](?:"
    + "|".join(
        [
            rf"(?<=未)(?:曾?(?:{_HAPPEN})|曾?{_A_THING})",
            rf"(?<=无)(?:{_A_THING}{_NO_TITLE}|{_STOP}|[之有]{_STOP})",
            # 行政复议未见一件; 规范性文件一份未发
            rf"(?<=未)(?:见|闻|遇|逢|之?有)(?:过)?(?=(?:[一1][起件宗例桩批次个])?{_STOP})",
            rf"(?<=一[起件宗例桩份个批][未没])有?(?=(?:制?发|出|印|制?定|出台|接|收|见|闻|碰|遇|摊|打)[上到着]?过?{_STOP})",
            rf"(?<=不)曾(?:有|发生|出现|收到|接到|受理|制定|制发|出台)(?:过)?(?=一?[起件宗例桩批次个]?{_STOP}|{_NAMES_A_THING})",
            # 全年未见越级上访; 没打输一件
            rf"(?<=未)见(?:到|有)?{_A_THING}",
            r"(?<=没)(?=打输|输掉|败诉|判输|吃过?败仗)",
            # 今年没出台规范性文件
            r"(?<=没)(?=(?:制定|制发|出台|印发|发布|下发|出|发)过?(?:一[件份个])?(?:行政)?规范性?文件)",
            rf"(?<=没)(?:有?(?:{_HAPPEN}){_A_THING}|有(?:{_HAPPEN})|有{_A_THING})",
            rf"(?<=没)有(?<=一[件起例次宗桩个]没有){_STOP}",
            rf"(?<=没)有(?<=[年也均都则却倒，,件讼议的]没有){_STOP}",
            rf"(?<=没)(?:发生|出现)过?{_STOP}",
            # 一件都没得, 没得败诉
            rf"(?<=没)得(?:(?<=[年也均都，,件讼议的]没得){_STOP}|{_A_THING})",
            rf"(?<=零){_A_NOUGHT}{_NO_TITLE}",
            # 复议零、败诉零
            rf"(?<=[为是持现至到挂：:，,议讼诉访件]零)(?={_GOAL}{_STOP})",
            # 双零, 三个“零”, 零起
            rf"(?<=[双个]零)(?=[”\"]?{_STOP})",
            # 保持“零”纪录
            rf"(?<=[“\"]零)(?=[”\"]{_GOAL}{_STOP})",
            # 没打过一场行政官司, 没接过一份复议通知
            r"(?<=没)(?:[打吃接碰遇摊收][上到]?过?|有[打吃接碰遇摊收][上到]?过)(?=一?[场起件次份宗桩张个]?(?:行政|官司|复议|诉讼|民告官|“民告官))",
            rf"(?<=零)(?=[起件宗例份条次]{_STOP})",
            # 规范性文件，今年没有出过
            rf"(?<=没)有?(?=(?:(?:出|发|印|定|制定|制发|印发|出台)过|出|制定|制发|印发|出台)(?:一[件份个])?{_STOP})",
            r"(?<=没)(?=人来?(?:到[省市县区京北州]|去[省市县区京北州]|赴|进京|越级|上访|申请|起诉|告状))",
            rf"(?<=从)未曾?(?:{_HAPPEN})?(?!有?来)",
            rf"(?<=不)(?:存在|涉及){_A_THING}",
            rf"(?<=谈)不上{_A_THING}",
            # 行政复议没碰上过
            rf"(?<=没)(?=(?:碰|遇|摊|沾|打)[上到着]?过?{_STOP})",
            rf"(?<=暂)(?:无|未(?:{_HAPPEN})|没有)(?=[^法])",
        ]
    )
    + ")"
)
#: 无 alone answers only a row, a heading or what was named right before: 行政复议，无
_ALONE = re.compile(f"无{_STOP}")
_ALONE_AFTER = frozenset("全|：:为均暂都皆\n议讼诉访开件案请，,则也亦俱却仍者从事年")
#: 行政复议、行政诉讼全无
_WHOLLY = re.compile(f"(?<=[讼议访诉案件])全无{_STOP}")
#: 毫无, 虚无 … are words of their own
_PART_OF_WORD = frozenset("毫全虚绝")
#: 有无行政诉讼, 有没有败诉: a question denies nothing
_ASKING = frozenset("无没")
_IS_ASKED = re.compile("有(?:无|没有)(?![，,。；;、])")
#: what answers a question that stands right before it: 3.有无行政复议。无。 是否发生越级上访：否
_ANSWER = re.compile(
    rf"[无没否不未暂](?<=[。？?：:，,].)(?:(?<=无)|(?<=没)(?:有发生|有|发生)?|(?<=否)|(?<=不)存在"
    rf"|(?<=未)(?:有|发生)?|(?<=暂)无){_STOP}"
)
_QUESTION = re.compile(
    rf"(?:(?:{HAS_ANY}|{TO_TICK})[^。？?\n]*[。？?：:，,]"
    rf"|{WHETHER}(?:存在|发生|出现|引发|收到|有)[^。？?\n]*[。？?：:])\s?$"
)
_QUESTION_REACH = 48
_ZERO = Decimal(0)


def find_denials(clean: str) -> list[Quantity]:
    """Every denying word of `clean`, in order.

    >>> [clean[d.start : d.end] for clean in ["全年未发生行政诉讼，无败诉案件，无人机巡查"] for d in find_denials(clean)]
    ['未发生', '无']
    """
    answers = _answers(clean)
    answered = frozenset(place for answer in answers for place in range(answer.start, answer.end))
    found = []
    for match in _DENIAL.finditer(clean):
        start, end = match.span()
        prior = clean[start - 1] if start else ""
        if prior == "有" and clean[start] in _ASKING and _IS_ASKED.match(clean, start - 1):
            continue
        if not answered.isdisjoint(range(start, end)):
            continue
        of_word = prior in _PART_OF_WORD and not _WHOLLY.match(clean, start - 1)
        if of_word or (_ALONE.match(clean, start) and prior not in _ALONE_AFTER):
            continue
        found.append(_denial(start, end))
    return sorted(found + answers, key=lambda denial: denial.start) if answers else found


def find_noughts(clean: str) -> list[Quantity]:
    """Every count of no visits or visitors that is written with 零, in order.

    >>> [clean[q.start : q.end] for clean in ["赴省访零批次、零人次，零人员伤亡"] for q in find_noughts(clean)]
    ['零批次', '零人次']
    """
    if "零批" not in clean and "零人" not in clean:
        return []
    return [
        Quantity(found.start(), found.end(), FIGURE, _ZERO, None, found["unit"], EXACT, found.start() + 1, *found.span())
        for found in _NOUGHTS_COUNTED.finditer(clean)
    ]


def _answers(clean: str) -> list[Quantity]:
    """The words that answer a question in the negative, each right behind it."""
    if not asks_anything(clean):
        return []
    return [
        _denial(match.start(), match.end())
        for match in _ANSWER.finditer(clean)
        if _QUESTION.search(clean, max(0, match.start() - _QUESTION_REACH), match.start())
    ]


def _denial(start: int, end: int) -> Quantity:
    return Quantity(start, end, FIGURE, _ZERO, None, "", EXACT, end, start, end)
