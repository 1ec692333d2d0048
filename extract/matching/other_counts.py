"""Figures whose words fit a metric and count something else: steps of one case, people whom each case needs, suits of others."""

from re import compile as regex

from extract.figures.quantity import Quantity
from extract.matching.channels import is_way
from extract.matching.match import Match
from extract.matching.scene import Scene, Sentence

_LITIGATIONS, _PLACES = "administrative_litigations", "places_inspected"
#: 2起|劝导|诉讼: a suit that people were told to bring against each other
_TOLD_TO_SUE = regex("劝|引导|告知|建议|指引|导入|分流|支持|协助|帮助|转入?|走")
_OFFICERS, _RECEIVED = "enforcement_officers", "disputes_received"
#: 登记的案子除|2件当事人自己撤回
_EXCEPT = regex("(?:^|[^排清拆消解废免开删扣移铲剔])除(?:去|了|开|掉|却)?$")
#: 执法队伍里懂方言的只有|3人
_OF_SOME_KIND = regex(
    "[里中内](?![队心级层小])(?![^，,。；;]{0,8}(?:执法|在编|在岗|持证))[^，,。；;：:0-9]{1,10}的(?:只有|仅有|仅|才|就|不过|还只|有|共)?$"
)
#: 2件工程欠款纠纷|移送县法院
_PASSED_ON = regex(
    # 移交综治中心调处 stays in the township
    "(?:案件)?(?:已|均|都|依法|按程序|分别|全部)*(?:移[送交]|上报|报[送请]|转[交送办至到入介]|引导(?:至|到|进|走))"
    "(?!给?(?:本?[镇乡]|街道|村|社区|网格|综治|调委|人民调解|矛调|司法所|调解))"
)
_HEADS = frozenset(("人", "名", "位"))
#: 每宗案件必有|2名持证人员到场
_PER_CASE = regex(
    "每(?:一|[宗件起次场]|[0-9一二两])*(?:案件?|纠纷|执法|检查|调查|现场|行动|出动|出警|巡查)?[^，,。；;：:0-9]{0,8}$"
)
#: the label of a row of what was not settled, that no other label and no semicolon stands behind
_NOT_SETTLED, _LONGEST_ROW = regex("[没未不][^，,。；;：:0-9]{0,6}[：:][^：:；;]*$"), 60
_STEPS = frozenset(("回", "趟", "遍"))
#: 半夜到场处置突发纠纷|3次
_ON_THE_SPOT = regex("半夜|深夜|连夜|当晚")
_REACH = 16
#: 物业纠纷反复，涉及小区|14个
_CONCERNED = regex(
    "(?:纠纷|矛盾|投诉|诉求|信访|争议|积案)[^，,。；;0-9]{0,8}[，,](?:涉及|波及|牵涉|事关|影响)(?:到|了)?[^，,。；;：:0-9]{1,8}$"
)


def counts_else(scene: Scene, sentence: Sentence, figure: Quantity, own: Match) -> bool:
    """Whether the figure counts something else than its words name."""
    metric, clean = own.metric, scene.clean
    start = max(sentence.start, figure.reach_start - _REACH)
    if _EXCEPT.search(clean, max(sentence.start, figure.reach_start - 3), figure.reach_start) is not None:
        # 除1名同志休产假; but 除1件败诉外 counts what was lost
        return figure.unit in _HEADS or all(token.end <= figure.reach_start for token in own.words)
    if metric.id == _OFFICERS:
        return _OF_SOME_KIND.search(clean, start, figure.reach_start) is not None
    if metric.id == _RECEIVED and all(token.start >= figure.reach_end for token in own.words) and not own.carried:
        end = max(token.end for token in own.words)
        return _PASSED_ON.match(clean, end, sentence.end) is not None
    if metric.id == _LITIGATIONS:
        behind = [token.start for token in own.words if token.start >= figure.reach_end]
        return bool(behind) and _TOLD_TO_SUE.search(clean, figure.reach_end, min(behind)) is not None
    if metric.stock and figure.unit in _HEADS:
        return "每" in clean[start : figure.reach_start] and _PER_CASE.search(clean, start, figure.reach_start) is not None
    if metric.category == "disputes" and metric.unit == "件":
        if sentence.colon and len(own.words) == 1 and is_way(own.words[0].word.text):
            # 未调成的：人民调解6件
            return _NOT_SETTLED.search(clean, max(sentence.start, own.start - _LONGEST_ROW), own.start) is not None
        if figure.unit in _STEPS:
            # 村上调了3回、镇上调了2回
            return not any("objects" in token.word.groups or is_way(token.word.text) for token in own.words)
        return figure.unit == "次" and _ON_THE_SPOT.search(clean, start, figure.reach_start) is not None
    return (
        metric.id == _PLACES
        and bool(own.carried)
        and _CONCERNED.search(clean, max(sentence.start, start - _REACH), figure.reach_start) is not None
    )
