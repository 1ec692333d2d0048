"""Figures of a report's part on shortcomings that count what went wrong and nothing that was done: 有5份签完才补送."""

from re import compile as regex

from extract.figures.quantity import Quantity
from extract.matching.scene import Scene, Sentence
from extract.report.model import PROBLEMS

#: what the clause goes on to say behind such a number: 3个小区的纠纷反复出现, 4份存在缺页, 3100名群众没覆盖到
_LACKS = regex(
    r"[^，,。；;0-9\n]{0,40}?(?:未(?!成年|来|婚)|没|不(?!到|动产|予|服|足[0-9一二三四五六七八九十])|缺|存在|反复|滞后|拖延|(?<!人)才|偏(?!远)|弱(?!势)"
    r"|(?<!出)差|漏|逾期|超期|(?:有|存在)瑕疵|退回|难以|困难(?!群众|家庭|职工|人员))"
)


def is_shortcoming(scene: Scene, sentence: Sentence, figure: Quantity) -> bool:
    """Whether the figure stands among the shortcomings and its clause says what is lacking in what it counts."""
    return sentence.role == PROBLEMS and _LACKS.match(scene.clean, figure.reach_end, sentence.end) is not None
