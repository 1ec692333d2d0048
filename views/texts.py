"""The words of pages in the chosen language; they stand in the catalogue."""

from __future__ import annotations

from extract.analysis.printed import unit_in
from extract.cli_texts import ISSUES_ZH
from views.words import TEXTS

LANGUAGES = ("zh", "en")
NAMES = {"zh": "中文", "en": "English"}


class Texts:
    """The catalogue in one language."""

    def __init__(self, language: str) -> None:
        self.language = language if language in LANGUAGES else LANGUAGES[0]
        self._index = LANGUAGES.index(self.language)

    def __call__(self, key: str, **blanks: object) -> str:
        """The text for a key."""
        text = TEXTS[key][self._index]
        return text.format(**blanks) if blanks else text

    def either(self, key: str, other: str) -> str:
        """The text for a key that comes from the data, or what stands for it where the catalogue does not know it."""
        return TEXTS[key][self._index] if key in TEXTS else other

    def issue(self, code: str, message: str) -> str:
        """Why a file could not be read."""
        return ISSUES_ZH.get(code, code) if self.language == "zh" else message

    def join(self, names: list[str]) -> str:
        """Names in a row."""
        return ("、" if self.language == "zh" else ", ").join(names)

    def unit(self, unit: str) -> str:
        """A unit as readers of the language know it; English simply counts what has none of its own."""
        return "" if unit == "个" and self.language == "en" else unit_in(unit, self.language)
