"""Figures that their sentence sets apart from what the report counts: 电商培训6期另计; 36场，那是另一本账."""

from re import compile as regex

#: without one of these words a sentence sets nothing apart: asked once a sentence, it spares the rule below
SETS_APART = regex(
    # every branch opens with a character of its own, by which plain text is skipped fast
    "另[计算一外是行]|不[在计属算予作相沾列纳归往记是凑统重入]|未[在计属算予作相沾列纳归往记是凑统重入]|除外|归|无关|没关系|供参考|功劳"
    "|的账|入别|在别|别的|单独统计|两码事|两回事"
)
#: what the report counts; 43场，不计入网上活动 tells only what the number leaves out
_OURS = r"(?:普法|法治|法律|学法|执法|依法|培训|宣传|本|此|上述|以上|前面|这|我[镇乡所们]|总|统计|场次|报告|数|在|其)"
_STOP = r"(?:[，,。；;\n]|$)"
#: whose figure it is then: 那是农业站的功劳
_OFFICES = "站|所|院|队|办|科|局|口|线|部门|单位|中心|产业|农业|防汛"
_VERDICTS = (
    "另计|另算|另行统计|单独统计|不在此[数列]|不在统计|不计在内|不算在内|不在其[中内]|不往里凑|不凑数|不重复计|除外|不入[上本此]?表",
    "不予计入|不作统计|不属(?!于?实)|不算数|不作数|(?:仅|只)?供参考|不记(?=[，,。；;]|$)",
    rf"(?:不计|未计|不列|未列|不纳|未纳|不算|未算|不归|不统计)(?:入|进|到|作|为)?(?={_OURS}|{_STOP}|[^，,。；;0-9]{{1,8}}(?:数|总量|之列|名额|台账|队伍|力量){_STOP})",
    "归[一-鿿]{2,8}(?:统计|口径)|(?:归入?|计入|列入|记入|记在|算在|算入|放在)(?:别|其他|其它|另)",
    "(?:是|属于?|算|算是)?另外?(?:是)?一[本笔码回](?:账|事|码事)",
    rf"(?:与|同|跟|和){_OURS}[^，,。；;]{{0,8}}?(?:两码事|两回事|无关|不相干|没关系|不沾边)",
    rf"(?:不属于?|不是)(?:本|这)?(?:法治|普法|法律|执法)[^，,。；;]{{0,6}}?(?:范围|范畴|活动|培训|{_STOP})",
    rf"(?:是|算)[^。；;]{{1,24}}(?:{_OFFICES})的(?:功劳|账)(?={_STOP})",
)
#: what stands between a figure and what is said of it
_LEADS = (
    # 防溺水培训3期、电商培训6期另计; 代办1.1万人次不在此数; 36场，那是另一本账
    "[^，,。；;：:（(]{0,24}[，,]?(?:那|这|此)?",
    # 农技培训16期、电商培训2期，也很热闹，不算普法: the list it ends, and a clause of reasons
    "[^，,。；;：:、]{0,8}(?:、[^，,。；;：:、]{2,16}){0,3}[，,](?:[^，,。；;：:0-9一二三四五六七八九十百两]{1,10}[，,])?"
    "(?![^，,。；;]{1,5}[类电员队车户件][不未])[^，,。；;：:0-9一二三四五六七八九十百两]{0,6}",
    # 科技讲座21场、消防演练9次，参加的有420人次、88人次，均由业务部门统计，不计入普法场次: a whole row, in a clause of its own
    "(?:、[^，,。；;：:、]{1,24})*(?:[，,](?:参加|参训|受训|参与|覆盖|到场|听众|入户|惠及|培训)[^，,。；;]{1,40})?"
    "(?:[，,](?:均|都|也|皆|各|由|是|系|属)[^，,。；;0-9]{1,24}){0,2}[，,]"
    "(?:但|则|且|并|一概|一律|统统|这里|此处|本报告|本账|本表|按规定|按口径|在此)*",
    # 宣讲29场、发放资料1,900份，这些都与普法无关
    "(?:[^，,。；;：:]|(?<=[0-9])[,，](?=[0-9]{3})){0,40}[，,](?:(?:这些|那些|以上|上述|这几项)(?:培训|活动|场次|讲座|会议)?|均|都|皆|全)",
)
_SET_APART = regex(f"(?:{'|'.join(_LEADS)})(?:都|均|全|也|皆|则|又|就)?(?:{'|'.join(_VERDICTS)})")


def is_set_apart(clean: str, position: int, end: int) -> bool:
    """Whether what stands behind the figure that ends at `position` takes it out of the count."""
    return _SET_APART.match(clean, position, end) is not None
