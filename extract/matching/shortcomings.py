"""Figures of a report's part on shortcomings that count what went wrong and nothing that was done: 有5份签完才补送."""

from re import compile as regex

from extract.figures.quantity import Quantity
from extract.matching.endings import last_characters
from extract.matching.scene import Scene, Sentence
from extract.report.model import PROBLEMS

#: what the clause goes on to say behind such a number: 3个小区的纠纷反复出现, 4份存在缺页, 3100名群众没覆盖到, 9件难办，还在调处
_LACKS = regex(
    r"[^，,。；;0-9\n]{0,40}?(?:未(?!成年|来|婚)|没|(?<=[见找请办做查顾管看听等叫])不到|不(?!到|动产|予|服|足[0-9一二三四五六七八九十])"
    r"|缺|存在|反复|滞后|拖延|(?<!人)才|偏(?!远)|弱(?!势)|(?<!出)差|漏|逾期|超期|(?:有|存在)瑕疵|退回|难以|困难(?!群众|家庭|职工|人员))"
    r"|[^，,。；;0-9\n]{0,24}[，,](?:还|仍|尚)在(?:调解|调处|处理|办理|协调|审理)(?![^，,。；;]{0,6}[0-9])"
)
#: some of those that are there: 有4人同时包村 says what they lack and not how many there are
_SOME = regex(r"(?<![现共具拥设配仅只已])(?<!目前)有$")
_ALSO_DO = regex(r"[^，,。；;0-9\n]{0,8}(?:同时|兼[着任管做顾]|身兼|借调|抽调)")
#: what did not take place: 聚集性普法取消了5场
_CALLED_OFF = regex(r"(?:取消|停办|停开|停了|推迟|延期|暂停|少办|少开|缺席|落下|欠)(?:了|举办|开展)?$")
_CALLED_OFF_ENDS = last_characters(_CALLED_OFF)


def is_shortcoming(scene: Scene, sentence: Sentence, figure: Quantity, stock: bool) -> bool:
    """Whether the figure counts what was called off, or stands among the shortcomings and its clause says what is lacking.

    How many there are of a stock is told there too: 执法人员8名缺乏经验. So of that only some that lack something are left out.
    """
    clean, start = scene.clean, figure.reach_start
    if clean[start - 1 : start] in _CALLED_OFF_ENDS and _CALLED_OFF.search(clean, max(sentence.start, start - 6), start):
        return True
    if sentence.role != PROBLEMS:
        return False
    some = _SOME.search(clean, max(sentence.start, start - 3), start) is not None
    if some and _ALSO_DO.match(clean, figure.reach_end, sentence.end) is not None:
        return True
    return (some or not stock) and _LACKS.match(clean, figure.reach_end, sentence.end) is not None
