"""Page furniture: what a page carries besides its report (counters, index blocks, menus, page numbers, footers)."""

from extract.report.model import Table


def find_furniture(clean: str, tables: list[Table]) -> list[tuple[int, int]]:
    """The stretches of the text that are page furniture, in order."""
    return []
