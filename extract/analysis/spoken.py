"""What the audit wants to know of a sentence, noted while its report is read: a year's texts need not be read again for it."""

from __future__ import annotations

import re
from zlib import crc32

from extract.analysis.sentences import (
    RATE_SENTENCE,
    SETTLED_SENTENCE,
    STEADY_SENTENCE,
    counts_less_than_settled,
    introduces_sum,
    rate_misstated,
    sentence_key,
    speaks_of_the_year,
    tells_of_a_move,
)

#: of a sentence: a rate that its own counts do not make, more settled than came in, 持平 or 有所下降;
#: of a figure in it: introduced as a sum, and speaking of the whole year
RATE, SETTLED, STEADY, SUMMED, YEARLY = 1, 2, 4, 8, 16
#: the kind of a sentence by the pattern that finds it
SENTENCES = {RATE_SENTENCE: RATE, SETTLED_SENTENCE: SETTLED, STEADY_SENTENCE: STEADY}
_TESTS = (
    (RATE, "率", re.compile(RATE_SENTENCE), rate_misstated),
    (SETTLED, "", re.compile(SETTLED_SENTENCE), counts_less_than_settled),
    (STEADY, "", re.compile(STEADY_SENTENCE), tells_of_a_move),
)
_MAY = re.compile("[排摸受收发接登承交转征查反与和同较比率]")


def of_sentence(sentence: str) -> int:
    """The kinds of the sentence.

    >>> of_sentence("排查隐患40处，整改46处。"), of_sentence("与上年持平。"), of_sentence("排查隐患40处，整改36处。")
    (2, 4, 0)
    """
    if _MAY.search(sentence) is None:
        return 0
    return sum(bit for bit, word, like, test in _TESTS if word in sentence and like.search(sentence) and test(sentence))


def of_figure(before: str) -> int:
    """What a sentence says of a figure, from the part of it before the figure.

    >>> of_figure("17个行政村、2个社区，合计"), of_figure("全年召开会议"), of_figure("召开会议")
    (8, 16, 0)
    """
    return SUMMED * introduces_sum(before) + YEARLY * speaks_of_the_year(before)


def key_of(sentence: str) -> int:
    """A number that is the same for the same sentence in two years."""
    return crc32(sentence_key(sentence).encode("utf-8", "replace"))
