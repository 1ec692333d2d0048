"""The text as a person reads it: layout noise left out, every character with its way back to the raw text."""

from bisect import bisect_right


class Flow:
    """A text without the noise of its layout.

    `clean` is what figures and words are looked for in. `raw_span` leads a stretch of it back to the raw text, so that
    spans come from the match itself and never from searching again.
    """

    __slots__ = ("_clean_marks", "_raw_marks", "clean", "raw")

    def __init__(self, raw: str, clean: str, clean_marks: list[int], raw_marks: list[int]) -> None:
        # clean[m : next mark] == raw-with-folded-characters from the raw mark of the same index on
        self.raw = raw
        self.clean = clean
        self._clean_marks = clean_marks
        self._raw_marks = raw_marks

    def raw_offset(self, offset: int) -> int:
        """The raw place of the clean character at `offset`."""
        index = bisect_right(self._clean_marks, offset) - 1
        return self._raw_marks[index] + offset - self._clean_marks[index]

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """The raw stretch that `clean[start:end]` was read from."""
        return self.raw_offset(start), self.raw_offset(end - 1) + 1
