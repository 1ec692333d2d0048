"""The library's words at their places in a text, looked for only where a figure can reach them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from re import compile as regex

from extract.matching.compiled import CompiledLibrary, Word

#: titles long enough to speak of other things than the sentence does; 《广东省人民政府行政执法证》 names what is counted
_TITLE = regex(r"《[^》]{8,79}[^》证]》")
_NUMERALS = frozenset("0123456789一二两三四五六七八九十百千")
_SURROGATE = regex(r"[\ud800-\udfff]")


@dataclass(slots=True)
class Token:
    """A vocabulary word at its place in the clean text."""

    start: int
    end: int
    word: Word


def find_words(
    clean: str, ends: Sequence[int], reaches: Iterable[tuple[int, int]], library: CompiledLibrary
) -> list[tuple[int, int, list[Token]]]:
    """The words in the stretches `reaches`, in order, and in the rest of the clauses and sentences that these begin or end in.

    They come stretch by stretch, as these were widened. `ends` are the sentence ends. Of overlapping words the first counts,
    of those that begin together the longest.
    """
    titles = [match.span() for match in _TITLE.finditer(clean)] if "《" in clean else []
    words = library.words
    stretches: list[tuple[int, int, list[Token]]] = []
    for start, end in _apart(clean, ends, reaches, library.breaks):
        found = [Token(start + begin, start + stop, words[word]) for word, begin, stop in _found(clean[start:end], library)]
        stretches.append((start, end, list(_outside(titles, clean, found)) if titles else found))
    return stretches


def _apart(clean: str, ends: Sequence[int], reaches: Iterable[tuple[int, int]], breaks: frozenset[str]) -> list[tuple[int, int]]:
    """The stretches widened to marks that no word runs across, those that touch made one."""
    apart: list[tuple[int, int]] = []
    done = 0
    for start, end in reaches:
        if end <= done:
            continue
        while start > done and clean[start - 1] not in breaks:
            start -= 1
        last = bisect_left(ends, end)
        while last < len(ends) and clean[ends[last] - 1] not in breaks:
            last += 1
        end = ends[last] if last < len(ends) else len(clean)
        if apart and start <= done:
            apart[-1] = (apart[-1][0], end)
        else:
            apart.append((start, end))
        done = end
    return apart


#: how far words are looked for anew behind a cut, and where they must begin so that the longest word still fits
_ANEW, _BEGIN_ANEW = 40, 12


#: words that begin within another one, by how much of them that one takes: 土地承包法|律知识, 进村讲法|治党课, 防诈宣传|卡
_BEGIN_WITHIN = regex("法(?:律(?!师)|(?<!依法)(?<!执法)治(?![理超乱污安]))")
_BEGIN_WITHIN_TWO = regex("宣传(?:[卡册]|单(?![项元位个])|页(?!面)|品(?!牌)|折(?!子))|调解[员室]")


def _found(text: str, library: CompiledLibrary) -> list[tuple[int, int, int]]:
    """The words of a stretch; one that only runs into 法律, 法治, 宣传册 or 调解员 is none.

    土地承包法律知识 names no 土地承包法, but 普法律师 is a lawyer and 依法治县 no 法治.
    """
    found = _matched(text, library)
    # where such a word would be cut, and where the other one begins
    cuts = {one.start() + 1: one.start() for one in _BEGIN_WITHIN.finditer(text)}
    cuts.update({one.start() + 2: one.start() for one in _BEGIN_WITHIN_TWO.finditer(text)})
    if not cuts or not any(end in cuts for _, _, end in found):
        return found
    done: list[tuple[int, int, int]] = []
    since = 0
    for word, begin, end in found:
        if begin < since:
            continue
        cut = cuts.get(end, begin)
        if cut > begin:
            # some words on, the two ways to read are one again
            done += _matched(text[begin:cut], library, begin)
            anew = [one for one in _matched(text[cut : end + _ANEW], library, cut) if one[1] < end + _BEGIN_ANEW]
            done += anew
            since = anew[-1][2] if anew else end
        else:
            done.append((word, begin, end))
    return done


def _matched(text: str, library: CompiledLibrary, offset: int = 0) -> list[tuple[int, int, int]]:
    try:
        found = library.automaton.find_matches_as_indexes(text)
    except UnicodeEncodeError:
        # Half a surrogate pair is no character; the automaton, which reads UTF-8, would stop at it.
        found = library.automaton.find_matches_as_indexes(_SURROGATE.sub("\ufffd", text))
    return [(word, begin + offset, end + offset) for word, begin, end in found] if offset else found


def _outside(titles: list[tuple[int, int]], clean: str, found: list[Token]) -> Iterator[Token]:
    """The words that do not stand in a long title: 对《旧宅腾退协议》等进行审查 is no review of contracts.

    A title right before a number is what is counted (《法律意见书》27份), and a short one is a name like any other. A word that
    begins with the closing mark stands behind the title: 《保障农民工工资支付条例|》单行本300本.
    """
    starts = [start for start, _ in titles]
    for token in found:
        index = bisect_right(starts, token.start) - 1
        if index < 0 or token.start >= titles[index][1] or clean[titles[index][1] : titles[index][1] + 1] in _NUMERALS:
            yield token
        elif token.start == titles[index][1] - 1 and token.end > titles[index][1]:
            yield Token(titles[index][1], token.end, token.word)
