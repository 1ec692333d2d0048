"""A small library without a mistake, which the tests damage in one place each."""

SMALL = """\
version: 1
categories:
  disputes: {zh: 矛盾纠纷, en: Disputes}
  oversight: {zh: 监督, en: Oversight}
words:
  objects:
    纠纷: [矛盾纠纷, 民间纠纷, 纠纷]
    复议: [行政复议]
  actions:
    化解: [化解, 调解成功]
    受理: [受理, 摸排]
metrics:
  disputes_resolved:
    zh: 化解纠纷
    en: Disputes resolved
    definition: disputes that were settled
    category: disputes
    unit: 件
    units: [起, 宗]
    apart: [人次]
    better: more
    combine: sum
    stock: false
    range: [0, 5000]
    not: [未化解, 尚未]
    patterns:
      - <化解> (<纠纷>) N
      - N <纠纷> … <化解>
    examples:
      - text: 全年摸排纠纷一百二十余起，化解96起
        reads: {disputes_resolved: 96}
      - text: 村里化解债务96万元
        reads: {}
  reconsiderations:
    zh: 行政复议案件
    en: Reconsiderations
    category: oversight
    unit: 件
    parts: [disputes_resolved]
    zero: [<复议>, 民告官]
    patterns:
      - <受理> <复议> N
      - <复议> N
"""
