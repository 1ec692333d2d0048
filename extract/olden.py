"""Half-classical and homely words of time, written as the ordinary ones of the same length.

Some clerks write 是岁 for 今年, 去岁 and 头年 for 去年, 来岁 for 明年, 二〇二〇年 for 2020年 and 二十有四 for 二十四. The
rules that tell years apart know the ordinary word only. As with rare characters no offset moves: what is shown comes from
the raw text.
"""

import re

_NUMERAL = "0-9一二两三四五六七八九十百千廿卅"
_SUI = {
    **dict.fromkeys(("是岁", "今岁", "兹岁"), "今年"),
    "本岁": "本年",
    **dict.fromkeys(("去岁", "昨岁", "客岁"), "去年"),
    "上岁": "上年",
    "前岁": "前年",
    "往岁": "往年",
    **dict.fromkeys(("来岁", "明岁", "翌岁"), "明年"),
    **dict.fromkeys(("终岁", "通岁", "竟岁"), "全年"),
}
#: 去岁, 终岁; not 上岁数的老人, 不是岁月, 三十来岁
_OF_SUI = re.compile(
    r"[是今兹本去昨客上前往来明翌终通竟]岁(?<![0-9一二三四五六七八九十几两多]来岁)(?<![又正都全不就也还]是岁)(?![数月末首初尾暮寒修])"
)
#: 头年 is last year where something is compared with it or a clause opens with it; 普法头年 is a first year
_LAST = re.compile(r"头年(?<=[比较与跟同和于视起之，,。；;（(、\n而从由]头年)(?![头尾轻长纪打大起开])|昨年")
_BEFORE = re.compile(
    r"[前头]一年(?<=[比较与跟同起之，,；;（(][前头]一年)(?=[的多少增减高低上下同度，,0-9一二两三四五六七八九十])"
)
_NEXT = re.compile(r"翌年(?<![^，,。；;：:\n（(]翌年)|转年(?<=[，,。；;\n]转年)(?![限度期轮级份轻龄化])")
#: 通年 but not 普通年轻人, 沟通年龄
_WHOLE = re.compile(r"通年(?<![普交沟流畅打精连互融串灵贯直变卡联海财]通年)(?![轻龄级代长老幼前味货画费会])")
#: 二〇二〇年以来; 二〇二一至二〇二四年; the day of a date keeps its numerals
_HAN_YEAR = re.compile(
    r"二[〇零](?<![一二三四五六七八九十百千万〇零]..)[〇零一二三四][〇零一二三四五六七八九](?=年(?!度?[一二三四五六七八九十]{1,2}月)|[至到—~-]二[〇零])"
)
_DIGITS = str.maketrans("〇零一二三四五六七八九", "00123456789")
#: 上年之四十六件
_ITS = re.compile(rf"[去上前今本同0-9]年(?:度|同期)?之(?=[{_NUMERAL}])")
#: 视上年减22起, 校去年增3件
_AGAINST = re.compile(
    r"[视校](?<=[，,；;（(].)(?=(?:去年|上年|前年|往年|20[0-9]{2}年)[^，,。；;]{0,8}[增减升降多少0-9一二三四五六七八九十])"
)
#: 二十有四件: a nought says the same
_AND = re.compile(
    r"[十百]有(?<=[一二三四五六七八九十百][十百]有)(?=[一二三四五六七八九]十?[一二三四五六七八九]?[件起宗例人名户场次份处村个家条卷])"
)
#: what one look at each 年 tells of all of them: nearly no text has any
_MAY_BE_OLDEN = re.compile(
    "年(?:(?<=[头昨翌转通]年)|(?<=[前头]一年)|(?<=[〇零][〇零一二三四][〇零一二三四五六七八九]年)"
    "|(?<=[视校][去上前往]年)|(?<=[视校]20[0-9][0-9]年)|(?=(?:度|同期)?之))"
)
_MAY_BE_AND = re.compile("有(?<=[十百]有)")


def modern(text: str) -> str:
    """`text` with such words replaced; the same object when it has none.

    >>> modern("是岁结讼二十有四件，较去岁之三十件减六件；自二〇二〇年以来"), modern("上岁数的普通年轻人")
    ('今年结讼二十〇四件，较去年的三十件减六件；自2020年以来', '上岁数的普通年轻人')
    """
    if "岁" in text:
        text = _OF_SUI.sub(lambda found: _SUI[found.group()], text)
    if _MAY_BE_OLDEN.search(text):
        text = _LAST.sub("去年", text)
        text = _BEFORE.sub("上一年", text)
        text = _NEXT.sub("明年", text)
        text = _WHOLE.sub("全年", text)
        text = _HAN_YEAR.sub(lambda found: found.group().translate(_DIGITS), text)
        text = _ITS.sub(lambda found: found.group()[:-1] + "的", text)
        text = _AGAINST.sub("较", text)
    if _MAY_BE_AND.search(text):
        text = _AND.sub(lambda found: found.group()[0] + "〇", text)
    return text
