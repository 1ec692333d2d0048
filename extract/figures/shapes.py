"""The one regular expression that finds every number with what belongs to it."""

import re

from extract.figures import units

CHINESE = "一二三四五六七八九十百千万亿两廿卅壹贰叁肆伍陆柒捌玖拾佰仟"
ENCLOSED = "①-⒛㈠-㈩"
UNIT = units.pattern()
#: 伍 陆 肆 拾 are parts of words too (队伍, 大陆, 放肆, 收拾): they open a number only before a scale or a count
_OPENING = "一二三四五六七八九十百千万亿两廿卅壹贰叁柒捌玖"
_FINANCIAL = (
    "(?<=[伍陆肆])[拾佰仟万]|(?<=拾)(?:[壹贰叁肆伍陆柒捌玖万]|(?=[余多人户件场次份名个起元]))|"
    "(?<![队退入行落]伍)(?<![大登着内水海]陆)(?<!放肆)(?<=[伍陆肆])(?=[户件场次份名起元人个批条套]|家(?![岗嘴镇村桥台湾庄沟坪河店]))"
)

_DAY = r"(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})"
#: what names a time, or makes the number a name: dates, clock times, ranks
_DATE = (
    rf"年(?!轻|龄|糕|画)(?:{_DAY}月(?:份|{_DAY}[日号])?|度)?|月(?!球|亮|光|饼|嫂)(?:份|{_DAY}[日号])?|日(?!常|益|本|渐|照|报)|"
    r"号(?!召|称|令|角)|时(?!代|期|间|候|效|刻|常|而|段|节|有|不|任|政)(?:[0-9]{1,2}分)?|点(?=[0-9半整前后到至钟])(?:[0-9]{1,2}分)?|"
    r"届(?:[一二三四五六七八]中(?:[、和][一二三四五六七八]中)*)?|世纪(?:[0-9一二三四五六七八九]0?十?年代)?|季度|级|星级|大(?!队|厅|幅|力|家|约|概|批|量)|层"
)
_GROUPS = r"[0-9]{0,2}(?:[,，][0-9]{3}){1,4}(?![0-9])|[0-9]{0,2}(?: [0-9]{3}){1,4}(?![0-9])|[0-9]*+"
_POINT = r"(?:[.·](?!(?:19|20)[0-9]{2}年|123[0-9]{2}(?![0-9%]))[0-9]++){0,3}+"
_SCALE = r"(?:百(?![姓年日企花分])|千(?![米克瓦伏])|[万亿](?!众))"
_ARABIC = rf"(?:{_GROUPS}){_POINT}(?:{_SCALE}{{1,2}}(?:[0-9]{{1,4}}[十百千万]{{1,2}})*+)?+"
_HAN = rf"[{CHINESE}零〇]*+(?:点[一二三四五六七八九零〇][一二三四五六七八九零〇万亿]*+)?+"
_FORMULA = r"\+(?![0-9A-Za-z一二三四五六七八九])"
_APPROXIMATE = (
    rf"(?:(余|多(?!元[化调矛纠主共治解参]|样|渠|方|层|部门|维|级|功|措|点|头|重)|几|来(?=[万年]|{UNIT})|"
    rf"{_FORMULA})({_SCALE}{{1,2}})?)?"
)
_AFTER = rf"((?:及|（含）|含)?以上|以下|以内|之内|左右|上下(?![联级游贯同一功])|有余|不到|{_FORMULA})?"
#: the characters that anything behind a number begins with: most numbers are a bare 一, and done where none of these follows
_FOLLOWS = rf"{units.FIRST}余多几来+（(年月日号时点届世季级星大层及含以之左上有不\-—~至到"
_TAIL = rf"{_APPROXIMATE}(?:({UNIT})|({_DATE}))?{_AFTER}"
_PLAIN_NUMBER = rf"[0-9{CHINESE}](?:(?<=[0-9]){_ARABIC}|(?<![0-9]){_HAN})"

#: 唯一一起, 统一一次: the first 一 is part of a word
_ONLY_ONE = "(?<=[唯统同单专]一)[一二两三四五六七八九十]"
#: groups, twice (for both ends of a range): 1 number, 2 余/多, 3 scale, 4 unit, 5 date or rank, 6 以上/左右;
#: then 7 what joins, and 8 to 13 again. It starts with one class of characters, so that the search skips plain text fast,
#: and everything behind the first character may be missing, so that it never goes back far.
SHAPE = re.compile(
    rf"([0-9{CHINESE}双{ENCLOSED}](?:(?<=[{_OPENING}])(?!{_ONLY_ONE}){_HAN}|(?<=[0-9]){_ARABIC}|(?:{_FINANCIAL}){_HAN}|(?<=双)百(?!姓)|"
    rf"(?<=[{ENCLOSED}])))"
    rf"(?:(?=[{_FOLLOWS}]){_TAIL}(?:(--|——|[-—~至到])({_PLAIN_NUMBER}){_TAIL})?)?"
)
#: 百分之九十八, 四分之三, 百分之三十至四十
FRACTION = re.compile(
    rf"分之((?:零点)?{_PLAIN_NUMBER}){_AFTER}(?:[-—~至到](?:百分之)?({_PLAIN_NUMBER})(?![{''.join('件起宗次场人名份个')}年月日]))?"
)
