"""The sections `categories`, `words` and `bounds` of a library file."""

import re
from collections.abc import Iterator

from extract.library.alternatives import LONGEST_ENTRY, LONGEST_WORD, has_alternatives, written_out
from extract.library.fields import ID, Fields, mapping, plain, text_list
from extract.library.model import WordSet
from extract.library.nodes import Node, Text
from extract.library.problems import Problems, quoted
from extract.said import Said

NAME = re.compile(r"[^<>()（）\s…|]{1,40}")
INNER_SPACE = re.compile(r"\s")
#: alternatives as a report might print them, which is how they come out of a Chinese keyboard
FULL_WIDTH = re.compile(r"（[^（）/／]*[/／][^（）]*）")
#: what all lists of a file may come to, so that a few lines with many alternatives fill no memory
MOST_WORDS_IN_ALL = 500_000


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
    room = MOST_WORDS_IN_ALL - sum(len(words.words) for words in found.values())
    for group, value in groups.pairs if groups else ():
        where = f"{section}.{group.value}"
        sets = mapping(value, where, problems, "vocabularies, each with a list of words")
        complete = complete and sets is not None and all(NAME.fullmatch(name.value) for name, _ in sets.pairs)
        for name, words in sets.pairs if sets else ():
            room -= _read_set(section, group.value, name, words, found, room, problems)
    return complete


def _read_set(section: str, group: str, name: Text, node: Node, found: dict[str, WordSet], room: int, problems: Problems) -> int:
    """Reads one vocabulary and says how many words its entries make; `room` is how many they may make with alternatives."""
    where = f"{section}.{group}.{name.value}"
    if not NAME.fullmatch(name.value):
        what = Said("vocabulary name {0}", quoted(name.value))
        problems.error(name, where, what, allowed="up to 40 characters, none of them a space or one of < > ( ) … |")
    if name.value in found:
        earlier = found[name.value]
        what = Said("vocabulary {0} stands in group {1!r} too, on line {2}", quoted(name.value), earlier.group, earlier.line)
        problems.error(name, where, what, fix="rename one of the two")
        return 0
    words: list[str] = []
    for item, entry in text_list(node, where, quoted(name.value), problems, LONGEST_ENTRY, repeats_warn=True):
        words.extend(_words(item, entry, where, Said("an entry of {0}", quoted(name.value)), problems))
        if len(words) > room and has_alternatives(entry):
            what = Said("with {0} the file has more than {1} words", quoted(entry), MOST_WORDS_IN_ALL)
            problems.error(item, where, what, fix="write fewer alternatives")
            break
    # a word that alternatives make once more is no slip: they are the shorter to read for it
    known = tuple(dict.fromkeys(words))
    found[name.value] = WordSet(name.value, group, known, name.line, name.column, section == "bounds")
    return len(words)


def _words(item: Text, entry: str, where: str, called: Said, problems: Problems) -> Iterator[str]:
    """The words that an entry of a list stands for, with a problem for each mistake; `called` is how messages call it."""
    if INNER_SPACE.search(entry):
        what = Said("word {0} holds a space, which a report's text does not", quoted(entry))
        problems.error(item, where, what, fix="delete the space")
    if FULL_WIDTH.search(entry):
        what = Said("the brackets of {0} are full-width, so that they stand for themselves", quoted(entry))
        problems.warn(item, where, what, fix="write half-width ( / ) if they are to hold alternatives")
    if has_alternatives(entry):
        words, faults = written_out(entry)
        for fault in faults:
            problems.error(item, where, fault.what, fault.allowed, fault.fix, item.shift(item.value.index(entry) + fault.offset))
        yield from words
    elif len(entry) > LONGEST_WORD:
        problems.error(item, where, Said("{0} has {1} characters, the most is {2}", called, len(entry), LONGEST_WORD))
    else:
        yield entry


def read_version(node: Node, problems: Problems) -> None:
    """The file's version, of which there is only one so far."""
    value = plain(node, "version", quoted("version"), problems)
    if value is not None and value != "1":
        problems.error(node, "version", Said("version {0} is not known", quoted(value)), allowed="1")
