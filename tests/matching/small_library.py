"""A small library of our own for the tests of the reading rules: the project's vocabulary may change without breaking them."""

from extract.library.load import load_library_text
from extract.matching.result import Extractor, ReportResult
from extract.reading.document import Document

LIBRARY = """\
version: 1
categories:
  all: {zh: 全部, en: All}
words:
  who:
    中心组: [党委理论学习中心组, 理论学习中心组, 中心组]
    班子: [党委班子, 班子]
    职工: [干部职工, 职工]
    执法人员: [行政执法人员, 执法人员]
  topics:
    法律: [宪法, 民法典, 法律]
  objects:
    纠纷: [矛盾纠纷, 民间纠纷, 纠纷]
    资料: [宣传资料, 手册, 海报, 折页]
    合同: [合同]
    债务: [债务]
    讲座: [法治讲座, 讲座]
    法律意见: [法律意见书, 法律意见]
    处罚: [行政处罚案件, 行政处罚]
    简易: [简易程序]
    普通: [普通程序, 一般程序]
    罚款: [罚款]
    复议: [行政复议]
    诉讼: [行政诉讼]
    越级访: [越级上访, 进京访]
    违建: [违法建设]
    村: [行政村, 社区]
    咨询: [法律咨询]
    推文: [普法推文]
  actions:
    学习: [集中学习, 学习]
    受理: [排查, 受理]
    化解: [调解成功, 化解]
    调解: [调解]
    发放: [发放]
    审查: [合法性审查, 审查]
    举办: [举办]
    培训: [培训]
    拆除: [拆除]
  rates:
    化解率: [化解率]
    参考率: [参考率]
    合格率: [合格率]
metrics:
  received:
    {zh: 受理, en: Received, category: all, unit: 件, units: [起, 宗, 例], patterns: [<受理> (<纠纷>) N]}
  mediated:
    {zh: 调解, en: Mediated, category: all, unit: 件, units: [起, 宗, 例], patterns: [<调解> (<纠纷>) N]}
  resolved:
    zh: 化解
    en: Resolved
    category: all
    unit: 件
    units: [起, 宗, 例]
    apart: [人次]
    not: [未化解, 尚未]
    range: [0, 5000]
    patterns:
      - <化解> (<纠纷>) N
      - <纠纷> <化解> N
      - N <纠纷> <化解>
  resolution_rate:
    {zh: 化解率, en: Rate, category: all, unit: "%", patterns: [<化解率> N]}
  materials:
    {zh: 资料, en: Materials, category: all, unit: 份, units: [册, 本, 张], combine: sum,
     patterns: [(<发放>) <资料> N, <发放> N <资料>]}
  study:
    zh: 学法
    en: Study
    category: all
    unit: 次
    units: [场, 场次, 期]
    patterns:
      - <中心组> … <学习> N
      - <班子> <法律> <学习> N
      - <学习> <法律> N
  staff_study:
    {zh: 职工学法, en: Staff study, category: all, unit: 次, units: [场, 期], patterns: [<职工> <学习> N]}
  lectures:
    {zh: 讲座, en: Lectures, category: all, unit: 场, units: [次, 期], patterns: [<讲座> N, N <讲座>, <讲座> <举办> N]}
  participation_rate:
    {zh: 参考率, en: Participation, category: all, unit: "%", patterns: [<参考率> N]}
  pass_rate:
    {zh: 合格率, en: Pass rate, category: all, unit: "%", patterns: [<合格率> N]}
  holders:
    {zh: 持证, en: Holders, category: all, unit: 人, units: [名], stock: true,
     patterns: [持证 <执法人员> N, <执法人员> N 持证, N 持证 <执法人员>]}
  trained:
    {zh: 培训人次, en: Trained, category: all, unit: 人次, units: [人, 名], patterns: [<培训> N]}
  trainings:
    {zh: 培训, en: Trainings, category: all, unit: 场, units: [场次, 期, 次], patterns: [<培训> N]}
  penalties:
    {zh: 处罚, en: Penalties, category: all, unit: 件, units: [起, 宗], combine: sum, parts: [simple, ordinary],
     patterns: [<处罚> N]}
  simple:
    {zh: 简易, en: Simple, category: all, unit: 件, units: [起, 宗], patterns: [<简易> N]}
  ordinary:
    {zh: 普通, en: Ordinary, category: all, unit: 件, units: [起, 宗], patterns: [<普通> N]}
  fines:
    {zh: 罚款, en: Fines, category: all, unit: 元, combine: sum, patterns: [<罚款> N]}
  reviews:
    {zh: 审查, en: Reviews, category: all, unit: 件, units: [份, 次], combine: sum, patterns: [<审查> (<合同>) N]}
  opinions:
    {zh: 法律意见, en: Opinions, category: all, unit: 份, units: [条, 件], patterns: [<法律意见> N, N <法律意见>]}
  reconsiderations:
    {zh: 复议, en: Reconsiderations, category: all, unit: 件, units: [起, 宗], zero: [<复议>], patterns: [<复议> N]}
  lawsuits:
    {zh: 诉讼, en: Lawsuits, category: all, unit: 件, units: [起, 宗], zero: [<诉讼>], patterns: [<诉讼> N]}
  lost:
    {zh: 败诉, en: Lost, category: all, unit: 件, zero: [败诉], patterns: [败诉 N]}
  batches:
    {zh: 批次, en: Batches, category: all, unit: 批次, units: [批], zero: [<越级访>], patterns: [<越级访> N]}
  persons:
    {zh: 人次, en: Persons, category: all, unit: 人次, units: [人], patterns: [<越级访> N]}
  removed:
    {zh: 拆违, en: Removed, category: all, unit: 处, units: [宗], patterns: [<拆除> <违建> N, <拆除> N <违建>]}
  villages:
    {zh: 村, en: Villages, category: all, unit: 个, combine: sum, stock: true, patterns: [<村> N, N <村>]}
  consultations:
    {zh: 咨询, en: Consultations, category: all, unit: 人次, units: [人, 次], apart: [件], combine: sum,
     patterns: [<咨询> N, N <咨询>]}
  posts:
    {zh: 推文, en: Posts, category: all, unit: 条, units: [篇], patterns: [<推文> N]}
  posts_again:
    {zh: 推文乙, en: Posts again, category: all, unit: 条, units: [篇], patterns: [<推文> N]}
"""

YEAR = 2024
SMALL = Extractor(load_library_text(LIBRARY, "small.yaml"))


def read(text: str, year: int | None = YEAR, extractor: Extractor = SMALL) -> ReportResult:
    """A passage read in a report of `year`."""
    return extractor.read_text(text, year)


def whole_report(text: str, extractor: Extractor = SMALL) -> ReportResult:
    """A whole report read with its own sections and year."""
    return extractor.read(Document(text, name="report.txt"))


def plain(value: object) -> str:
    """A decimal without trailing zeros."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def told(result: ReportResult, year: int | None = YEAR) -> list[str]:
    """Every mention in the order of the text: metric, value, high end, qualifier, other year, basis, part."""
    lines = []
    for m in result.reading.mentions:
        words = [m.metric.id, plain(m.value)]
        words += [f"-{plain(m.high)}"] if m.high is not None else []
        words += [m.qualifier] if m.qualifier != "exact" else []
        words += [str(m.period.year)] if m.period.year != year else []
        words += [m.period.basis] if m.period.basis != "actual" else []
        words += ["part"] if m.scope == "part" else []
        lines.append(" ".join([*words, *m.flags]))
    return lines


def mentions(text: str, year: int | None = YEAR) -> list[str]:
    """Every mention of a passage in a report of `year`."""
    return told(read(text, year), year)


def changes(text: str, year: int | None = YEAR) -> list[str]:
    """Every stated change of a passage: metric, direction, amount, unit, years."""
    return [
        f"{c.metric.id} {c.direction} {plain(c.amount)} {c.unit} {c.from_year}>{c.to_year}"
        for c in read(text, year).reading.changes
    ]


def reasons(text: str) -> list[str]:
    """Why figures of a passage were left, in the order of the text."""
    result = read(text)
    found = [(q.start, result.reading.reasons[id(q)]) for q in result.quantities_found if id(q) in result.reading.reasons]
    return [reason for _, reason in sorted(found)]


def observations(text: str, year: int | None = YEAR) -> list[str]:
    """Every observation of a passage: metric, value, high end, qualifier, other year, unit apart, resolution."""
    lines = []
    for o in read(text, year).observations_found:
        words = [o.metric.id, plain(o.value)]
        words += [f"-{plain(o.high)}"] if o.high is not None else []
        words += [o.qualifier] if o.qualifier != "exact" else []
        words += [str(o.year)] if o.year != year else []
        words += [o.unit] if o.unit != o.metric.unit else []
        lines.append(" ".join([*words, o.resolution]))
    return lines
