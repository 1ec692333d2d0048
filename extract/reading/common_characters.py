"""How much a text looks like Chinese: the share of its characters that every Chinese page uses."""

#: The characters that official Chinese is full of, simplified and traditional, with its punctuation.
COMMON = frozenset(
    "，。、；：“”（）《》的一是不了在有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子"
    "說這為個國時來們於對會發動過產種後經進著等度電裡實現數與關從業點應開還因由其些然前外天政四日那社義事平形相全表間樣"
    "各重新线内正心反明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果"
    "说产种面而方后多定行学法所民得经十三之进着部家力里如水化高自二理起小物实加量都两体制机当使点从业本去把性好应开它合"
    "还间样与关各线镇乡村县市省街道社区政府法治依执调处纠纷化培训普宣传检查行政复议诉件次场份名组织领导责任落实工作报告"
    "鎮鄉縣區務執調處糾紛導責實報傳檢複議訴場組織領"
)


def likeness(text: str) -> float:
    """The share of common Chinese characters among all that are not ASCII; 0 for a text without any."""
    wide = len(text) - len(text.encode("ascii", "ignore"))
    return sum(map(COMMON.__contains__, text)) / wide if wide else 0.0
