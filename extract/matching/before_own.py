"""What a heading, a label or the verb behind a figure says, where that is more than the figure's own words do."""

from collections.abc import Iterable

from extract.figures.quantity import Quantity
from extract.matching.headings_before import is_headed
from extract.matching.labelled import matches_of_certificate, matches_of_label, matches_of_outcome, says_in_all
from extract.matching.match import Match
from extract.matching.matcher import Matcher
from extract.matching.periods import period_of
from extract.matching.readings import Mention, Told, mention_of
from extract.matching.scene import Sentence
from extract.matching.verbs_after import matches_with_verb_after, settled_after
from extract.tables import PART, TOWNSHIP

_MEDIATED, _EXAM = "disputes_mediated", "law_exam_participants"


def label_before_own(so_far: Told, index: int, figure: Quantity, own: Match, matcher: Matcher) -> Mention | None:
    """What a heading or label says together with the figure's words, where that is more than `own` says."""
    scene, sentence = so_far.scene, so_far.sentence
    if not index and is_headed(scene, sentence):
        # 8.重大执法决定法制审核⏎审核6件: what the heading says with the clause, before what that says alone
        by_heading = [
            found for found in matches_of_label(scene, sentence, index, matcher, so_far.stated) if _says_more(found[0], own)
        ]
        labelled = written(so_far, figure, by_heading)
        if labelled is not None:
            return labelled
    if sentence.colon and _is_of_heading(sentence, own):
        # 六、解纷与信访⏎排查受理：176件: what the label says with the heading, before what the heading lends
        return written(so_far, figure, matches_of_label(scene, sentence, index, matcher, so_far.stated))
    if sentence.colon and own.metric.category == "disputes":
        told = written(so_far, figure, matches_of_outcome(scene, sentence, index, matcher, own))
        if told is not None:
            return told
    if index and own.words[0].start == sentence.figures[index - 1].reach_end:
        # 11人持证上岗，本年3人执法资格考试|予以通过: the words before are those of the figure before
        return written(so_far, figure, matches_with_verb_after(scene, sentence, index, matcher))
    if own.metric.id == _EXAM and figure.unit != "%":
        return written(so_far, figure, matches_of_certificate(scene, sentence, figure, own, matcher))
    if own.metric.id == _MEDIATED:
        return written(so_far, figure, settled_after(scene, sentence, figure, own, matcher))
    return None


def written(so_far: Told, figure: Quantity, found: Iterable[tuple[Match, str]]) -> Mention | None:
    """The first of these matches as a mention."""
    scene, sentence = so_far.scene, so_far.sentence
    for match, words in found:
        period = period_of(scene, sentence, figure, so_far.year, match.metric.stock)
        scope = TOWNSHIP if period.whole else PART
        # 5.罚款⏎合计3.1万元
        total = scope == TOWNSHIP and says_in_all(scene, sentence, figure)
        return mention_of(match.metric, figure, sentence, period, scope, (match.plan.pattern.source, "label", words), total)
    return None


def _is_of_heading(sentence: Sentence, match: Match) -> bool:
    """Whether a match lives by words that stand before its sentence."""
    return any(token.end <= sentence.start for token in match.carried)


def _says_more(match: Match, own: Match) -> bool:
    """Whether what a heading and the words below it say together is another metric, told by no fewer words than those."""
    return match.metric is not own.metric and len(match.words) >= len(own.words)
