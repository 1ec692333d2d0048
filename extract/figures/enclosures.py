"""Where quoted names and titles stand, inside which a number is part of a name."""

import re

#: it starts with one class of characters, so that the search skips plain text fast
_ENCLOSURE = re.compile(
    r"[《“‘\"〔\[【（(](?:(?<=《)[^《》\n]{1,90}》|(?<=“)[^“”\n]{1,40}”|(?<=‘)[^‘’\n]{1,30}’|(?<=\")[^\"\n]{1,90}\"|"
    r"(?<=〔)[0-9]{4}〕第?[0-9]{1,5}号|(?<=[\[【（(])20[0-9]{2}[)）\]】]第?[0-9]{1,5}号)"
)
#: a quoted stretch with these in it is speech, not a name
_SPEECH = re.compile(r"[，。；：,;]")

TITLE, QUOTED, REFERENCE = "title", "quoted", "reference"


def find_enclosures(clean: str) -> list[tuple[int, int, str]]:
    """Titles, quoted names and document numbers, in order; quoted speech is left out.

    >>> find_enclosures("落实“三重一大”和《2024年计划》")
    [(2, 8, 'quoted'), (9, 18, 'title')]
    """
    found = []
    for match in _ENCLOSURE.finditer(clean):
        start, end = match.span()
        if clean[start] == "《":
            found.append((start, end, TITLE))
        elif clean[start] in "〔[【（(":
            found.append((start, end, REFERENCE))
        elif not _SPEECH.search(clean, start, end):
            found.append((start, end, QUOTED))
    return found
