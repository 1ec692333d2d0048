"""The sections `categories`, `words` and `bounds` of a library file."""

import re

from extract.library.fields import ID, Fields, mapping, plain, text_list
from extract.library.model import WordSet
from extract.library.nodes import Node, Text
from extract.library.problems import Problems, quoted
from extract.said import Said

NAME = re.compile(r"[^<>()（）\s…|]{1,40}")
INNER_SPACE = re.compile(r"\s")


def read_categories(node: Node, problems: Problems) -> tuple[dict[str, tuple[str, str]], bool]:
    """Category id → its Chinese and English label, also those with a mistake; and whether that is all of them."""
    pairs = mapping(node, "categories", problems, "category ids, each with zh and en")
    found: dict[str, tuple[str, str]] = {}
    complete = pairs is not None and not pairs.damaged
    for key, value in pairs.pairs if pairs else ():
        where = f"categories.{key.value}"
        if not ID.fullmatch(key.value):
            problems.error(
                key, where, Said("category id {0}", quoted(key.value)), allowed="a-z, 0-9 and _, starting with a letter"
            )
            complete = False
        labels = mapping(value, where, problems, "zh, en")
        if labels is None:
            found[key.value] = ("", "")
            continue
        fields = Fields(labels, where, problems, ("zh", "en"), ("zh", "en"))
        found[key.value] = (fields.text("zh"), fields.text("en"))
    if pairs is not None and not pairs.pairs:
        problems.error(pairs, "categories", "there is no category")
        complete = False
    return found, complete


def read_words(section: str, node: Node, found: dict[str, WordSet], problems: Problems) -> bool:
    """Puts each vocabulary of `words` or `bounds` into `found`, by its name, and says whether that is all of the section.

    Those with a mistake count too, so that patterns may name them. A group or a name that could not be read may be any, so
    nobody can say then that a name is unknown.
    """
    groups = mapping(node, section, problems, "groups, each with vocabularies")
    complete = groups is not None and not groups.damaged
    for group, value in groups.pairs if groups else ():
        where = f"{section}.{group.value}"
        sets = mapping(value, where, problems, "vocabularies, each with a list of words")
        complete = complete and sets is not None and all(NAME.fullmatch(name.value) for name, _ in sets.pairs)
        for name, words in sets.pairs if sets else ():
            _read_set(section, group.value, name, words, found, problems)
    return complete


def _read_set(section: str, group: str, name: Text, node: Node, found: dict[str, WordSet], problems: Problems) -> None:
    """Reads one vocabulary of a section."""
    where = f"{section}.{group}.{name.value}"
    if not NAME.fullmatch(name.value):
        what = Said("vocabulary name {0}", quoted(name.value))
        problems.error(name, where, what, allowed="up to 40 characters, none of them a space or one of < > ( ) … |")
    if name.value in found:
        earlier = found[name.value]
        what = Said("vocabulary {0} stands in group {1!r} too, on line {2}", quoted(name.value), earlier.group, earlier.line)
        problems.error(name, where, what, fix="rename one of the two")
        return
    entries = text_list(node, where, quoted(name.value), problems, repeats_warn=True)
    for item, word in entries:
        if INNER_SPACE.search(word):
            problems.error(
                item, where, Said("word {0} holds a space, which a report's text does not", quoted(word)), fix="delete the space"
            )
    words = tuple(word for _, word in entries)
    found[name.value] = WordSet(name.value, group, words, name.line, name.column, section == "bounds")


def read_version(node: Node, problems: Problems) -> None:
    """The file's version, of which there is only one so far."""
    value = plain(node, "version", quoted("version"), problems)
    if value is not None and value != "1":
        problems.error(node, "version", Said("version {0} is not known", quoted(value)), allowed="1")
