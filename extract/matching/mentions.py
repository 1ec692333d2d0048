"""Figures × Library → mentions and stated changes of one report."""

from collections.abc import Sequence
from itertools import chain
from re import compile as regex

from extract.figures.quantity import Quantity
from extract.matching import comparisons, other_places, roles
from extract.matching.before_own import label_before_own, written
from extract.matching.cell_changes import ChangeCell, read_changes
from extract.matching.cell_mentions import CellReader
from extract.matching.cells import Cell
from extract.matching.changes import ChangeReader, continued_change
from extract.matching.channels import without_one_venue
from extract.matching.civil import is_civil
from extract.matching.compiled import CompiledLibrary
from extract.matching.counted_beside import counted_beside
from extract.matching.deferred import read_deferred
from extract.matching.denied import read_denials
from extract.matching.labelled import (
    is_for_certificate,
    labelled_matches,
    matches_of_label,
    matches_of_topic,
)
from extract.matching.last_years import in_order_of_this_year
from extract.matching.left_out import item_of_row, total_of_a_rule
from extract.matching.legend import IN_BRACKETS, bracketed_year, of_year, told_in_brackets
from extract.matching.listed import listed_on, noun_end, only_before, with_verb_of_list, without_noun_before
from extract.matching.match import Match, is_of_both, winners
from extract.matching.matcher import Matcher
from extract.matching.named_only import ORDERS, is_named_only, is_newly_certified, without_orders
from extract.matching.named_years import is_named_start, starts_a_rise
from extract.matching.own_checks import is_check_within
from extract.matching.paired import Ways, paired_walks
from extract.matching.partners import partner_of
from extract.matching.parts_of_wholes import parts_in, repeats_whole
from extract.matching.plans import in_plan
from extract.matching.rates_of_others import is_rate_of_others
from extract.matching.readings import Mention, Reading, Told
from extract.matching.rises import places_that_changed
from extract.matching.running_totals import running_on
from extract.matching.scene import Scene, Sentence
from extract.matching.shared_verbs import sums_of_their_noun
from extract.matching.shares_of_wholes import part_by_share
from extract.matching.shortcomings import is_shortcoming
from extract.matching.some_places import given_to_places
from extract.matching.stated import mention_by, state
from extract.matching.studies import came_to_study, is_broader, is_of_other_topic
from extract.matching.sums import kinds_by_noun
from extract.matching.territory import is_alone, territory
from extract.matching.verbs_after import matches_with_verb_after
from extract.matching.wholes import told_last_year
from extract.matching.years_summed import sum_over_years
from extract.matching.zeros import is_nought_of_faults
from extract.report.model import FURNITURE
from extract.tables import TOWNSHIP

#: the group of words that name people
_PEOPLE = frozenset(("who",))
#: who advises the government; a village has its own: 为16个村选聘法律顾问16名
_ADVISORS = "legal_advisors"
_HOLDERS = "enforcement_certificate_holders"
#: 163件（全县同期3120件）
_OF_ALL = regex("全[县市区州旗省国盟]")
_EXAM = "law_exam_participants"


class ReportReader:
    """Reads the sentences of one report after another with one library."""

    def __init__(self, library: CompiledLibrary) -> None:
        self.library = library
        self.matcher = Matcher(library)
        self.changes = ChangeReader(self.matcher)
        self.cells = CellReader(self.matcher)

    def read(
        self, scene: Scene, year: int | None, cells: Sequence[Cell] = (), change_cells: Sequence[ChangeCell] = ()
    ) -> Reading:
        """Every mention and stated change of the scene and of its table cells, in the order of the text."""
        reading = Reading(bracketed=bracketed_year(scene.clean, year))
        read: dict[tuple[int, int, int], list[Mention]] = {}
        for cell in cells:
            found = self.cells.read(cell, read, year)
            read[cell.place] = found
            reading.mentions.extend(found)
        for change_cell in change_cells:
            reading.changes.extend(read_changes(scene.clean, change_cell, read, year))
        for sentence in scene.sentences:
            if sentence.role == FURNITURE:
                reading.reasons.update((id(figure), "page furniture") for figure in sentence.figures)
                continue
            self._figures(scene, sentence, year, reading)
            if sentence.denials:
                read_denials(scene, sentence, year, reading, self.library)
        reading.mentions.sort(key=lambda mention: (mention.quantity.start, mention.quantity.end, mention.metric.id))
        return reading

    def _figures(self, scene: Scene, sentence: Sentence, year: int | None, reading: Reading) -> None:
        pairs = paired_walks(scene, sentence)
        so_far = Told(scene, sentence, year, reading, self.library, parts_in(scene, sentence, year, reading))
        #: whether a word of the library stands in the sentence at all: without one no pattern holds, and no list shares out
        named = sentence.first_token < sentence.last_token
        #: where the words end that the figure before has behind it
        spoken_for = 0
        for index, figure in enumerate(sentence.figures):
            if figure.value is None:
                continue
            items = pairs.get(index, ())
            if not items and (earlier := _told_in_order(so_far, index)) is not None:
                so_far.stated.append(earlier)
                continue
            if self._is_set_aside(so_far, index, figure, items):
                continue
            matches, chosen = self._patterns(so_far, index, figure, items) if named else ([], [])
            if spoken_for and listed_on(scene, sentence, index, spoken_for):
                chosen = winners([match for match in matches if not only_before(match, spoken_for)])
            if chosen and index and not items:
                alone = without_noun_before(scene, sentence, index, chosen)
                if len(alone) < len(chosen):
                    matches = without_noun_before(scene, sentence, index, matches)
                    chosen = winners(matches)
            if _is_rest(so_far, index, figure, items):
                reading.reasons[id(figure)] = "remainder"
                continue
            if chosen:
                told = _partner_before_own(so_far, index, figure, chosen[0])
                if told is None:
                    chosen = with_verb_of_list(scene, sentence, index, chosen, so_far.stated)
                    told = label_before_own(so_far, index, figure, chosen[0], self.matcher)
            else:
                told = self._without_pattern(so_far, index)
            if told is not None:
                so_far.stated.append(told)
                continue
            if not chosen:
                so_far.deferred.append((index, "no pattern" if matches or figure.unit else "no unit"))
                continue
            if _is_no_count(so_far, index, figure, chosen[0]):
                continue
            spoken_for = noun_end(scene, sentence, figure, chosen[0])
            state(so_far, index, chosen, len(items) < 2 and _is_tie(matches))
        if sentence.sums_up and so_far.stated:
            _share_verbs(so_far, self.matcher)
        if len(so_far.stated) > 1:
            kinds_by_noun(scene, so_far.stated, reading)
        if so_far.deferred:
            read_deferred(so_far, self.matcher)
        reading.mentions.extend(
            mention
            for mention in so_far.stated
            if not (is_broader(scene, mention, so_far.stated) or is_of_other_topic(scene, mention) or is_civil(scene, mention))
            and not is_check_within(scene, mention)
        )

    def _is_set_aside(self, so_far: Told, index: int, figure: Quantity, items: Sequence[Ways]) -> bool:
        """Whether the figure states nothing of the township's own year, whatever words stand beside it."""
        scene, sentence, year, reading = so_far.scene, so_far.sentence, so_far.year, so_far.reading
        if reading.bracketed is not None and sentence.brackets:
            told = told_in_brackets(scene.clean, sentence, index)
            if told >= 0:
                # 8次（6次）, where the report says what it has put in brackets
                now = [mention for mention in so_far.stated if mention.quantity is sentence.figures[told]]
                so_far.stated += [of_year(mention, figure, reading.bracketed, IN_BRACKETS) for mention in now]
                if not now:
                    reading.reasons[id(figure)] = "in brackets"
                return True
        ours = so_far.parts and so_far.parts.get(index, -1) >= 0 and _is_part_of_ours(so_far, index)
        if not ours and other_places.is_of_other_place(scene, sentence, figure):
            reading.reasons[id(figure)] = "other place"
            self._note_aside(so_far, index, figure)
            return True
        change = comparisons.change_of(scene, sentence, figure) or continued_change(scene, sentence, index, reading)
        if change is not None:
            reading.reasons[id(figure)] = "change"
            last = reading.changes[-1] if reading.changes else None
            found = self.changes.read(scene, sentence, index, change.direction, so_far.stated, year, items, last, reading)
            if found is not None:
                reading.changes.append(found)
            return True
        if comparisons.is_gap_to_other_place(scene, sentence, figure):
            reading.reasons[id(figure)] = "other place"
            return True
        if in_plan(sentence, year) and starts_a_rise(scene, sentence, figure, year) and not is_named_start(scene, figure):
            # A plan states nothing as done, not even what it starts from, unless it calls that this year's.
            reading.reasons[id(figure)] = "where a plan starts"
            self._note_aside(so_far, index, figure)
            return True
        if sentence.denials and roles.is_denied(scene, sentence, figure):
            reading.reasons[id(figure)] = "denied"
            return True
        if roles.is_rule(scene, sentence, figure):
            reading.reasons[id(figure)] = "rule"
            self._note_aside(so_far, index, figure)
            return True
        return False

    def _note_aside(self, so_far: Told, index: int, figure: Quantity) -> None:
        """Keeps what a figure that is not the township's own would have been read as."""
        scene, sentence = so_far.scene, so_far.sentence
        if index + 1 == len(sentence.figures):
            # no other one could be its partner
            return
        matches = self.matcher.matches(scene, sentence, figure, territory(scene, sentence, index), figure.unit)
        if matches:
            so_far.aside.append(mention_by(so_far, index, matches[0], False, False))

    def _patterns(self, so_far: Told, index: int, figure: Quantity, items: Sequence[Ways]) -> tuple[list[Match], list[Match]]:
        """The matches of the patterns that hold, and of those the ones that say what the figure counts."""
        scene, sentence = so_far.scene, so_far.sentence
        matches: list[Match] = []
        chosen: list[Match] = []
        where = territory(scene, sentence, index)
        for ways in items:
            for way in ways:
                matches = self.matcher.matches(scene, sentence, figure, way(where), figure.unit)
                if matches:
                    break
            known = {match.metric.id for match in chosen}
            chosen += [match for match in winners(matches) if match.metric.id not in known]
        if not chosen and len(items) != 1:
            matches = self.matcher.matches(scene, sentence, figure, where, figure.unit)
            if not matches and not items and is_alone(scene, sentence, index):
                # 法治讲座，6场；行政复议，1件
                matches = self.matcher.matches(scene, sentence, figure, where.behind_comma(), figure.unit)
            if matches and ORDERS.search(scene.clean, figure.reach_end, where.end):
                matches = without_orders(scene, figure, matches)
            chosen = winners(without_one_venue(scene.clean, matches))
        return matches, chosen

    def _without_pattern(self, so_far: Told, index: int) -> Mention | None:
        """What a figure counts for which no pattern holds: by its partner, its label, or a sentence that needs no more words."""
        scene, sentence, year, stated = so_far.scene, so_far.sentence, so_far.year, so_far.stated
        found = sum_over_years(so_far, index) or part_by_share(so_far, index, None)
        if found is not None:
            return found
        found = partner_of(so_far, index, so_far.parts.get(index))
        if found is None:
            found = self._labelled(so_far, index)
        if found is None:
            found = item_of_row(scene, sentence, index, stated, year)
        if found is None and not index:
            found = told_last_year(scene, sentence, year, so_far.reading)
        if found is None and sentence.rising:
            found = places_that_changed(so_far, index, self.matcher)
        if found is None and sentence.per_each:
            found = total_of_a_rule(scene, sentence, index, self.matcher, year)
        if found is None:
            figure = sentence.figures[index]
            found = written(so_far, figure, matches_with_verb_after(scene, sentence, index, self.matcher))
        return found if found is not None else counted_beside(so_far, index, self.matcher)

    def _labelled(self, so_far: Told, index: int) -> Mention | None:
        """What a figure measures that stands in a row behind a label: 学法：党委10次、机关24次."""
        scene, sentence = so_far.scene, so_far.sentence
        if index and not (so_far.stated or sentence.colon or sentence.heading or sentence.sums_up):
            return None
        alone = matches_of_label(scene, sentence, index, self.matcher, so_far.stated)
        rows = labelled_matches(scene, sentence, index, self.matcher) if sentence.colon else iter(())
        # 调解41件，涉及邻里20件: what the sentence itself has counted comes before what its heading speaks of
        unit = sentence.figures[index].unit
        own = any(mention.quantity.unit == unit and "label" not in mention.trace for mention in so_far.stated)
        topics = iter(()) if own else matches_of_topic(scene, sentence, index, self.matcher)
        return written(so_far, sentence.figures[index], chain(alone, rows, topics))


def _is_part_of_ours(so_far: Told, index: int) -> bool:
    """Whether the figure is a part of what the township has counted, whoever did it: 培训9期，其中县司法局统一组织3期."""
    figures = so_far.sentence.figures
    whole = figures[so_far.parts[index]]
    if _OF_ALL.search(so_far.scene.clean, figures[index - 1].reach_end, figures[index].reach_start):
        return False
    return any(mention.quantity is whole and mention.scope == TOWNSHIP for mention in so_far.stated)


def _told_in_order(so_far: Told, index: int) -> Mention | None:
    """Last year's value, in a row that tells them in the order of this year's: 调解97起，化解91起；上年是118起和107起."""
    if so_far.sentence.timeless or len(so_far.stated) < 2 or index in so_far.parts:
        return None
    key = id(so_far.sentence.figures[index])
    if key not in so_far.earlier:
        row = in_order_of_this_year(so_far.scene, so_far.sentence, index, so_far.stated, so_far.year)
        so_far.earlier.update((id(so_far.sentence.figures[at]), told) for at, told in row)
    return so_far.earlier.get(key)


def _share_verbs(so_far: Told, matcher: Matcher) -> None:
    """Reads the items of a sum that has the verb for all of them: 合同46份，协议31份，共计审查77份."""
    summed = sums_of_their_noun(so_far.scene, so_far.sentence, so_far.stated, matcher)
    if summed:
        so_far.stated += summed
        read = {id(item.quantity) for item in summed}
        so_far.deferred = [told for told in so_far.deferred if id(so_far.sentence.figures[told[0]]) not in read]


def _partner_before_own(so_far: Told, index: int, figure: Quantity, own: Match) -> Mention | None:
    """The partner of a figure whose own words say no more than what is told before it."""
    scene, sentence, parts = so_far.scene, so_far.sentence, so_far.parts
    whole = parts.get(index)
    if whole is None and index and scene.clean.startswith("占", figure.reach_start - 1):
        # 131起纠纷中，邻里纠纷占52起
        whole = index - 1
    if whole is not None:
        if repeats_whole(scene, sentence, whole, figure, own, so_far.stated, so_far.reading):
            partner = partner_of(so_far, index, parts.get(index))
            if partner is not None:
                return partner
        if _is_carried_past(sentence, own) or (own.metric.id == _HOLDERS and is_newly_certified(scene, sentence, figure)):
            partner = partner_of(so_far, index, whole)
            if partner is not None:
                return partner
    if sentence.shares and (part := part_by_share(so_far, index, own)) is not None:
        return part
    if so_far.stated and len(own.words) == 1 and not own.carried and (total := running_on(so_far, index, own)) is not None:
        return total
    if so_far.stated and len(own.words) < 2 and comparisons.is_prior_aside(scene, sentence, figure):
        return partner_of(so_far, index, None)
    return None


def _is_rest(so_far: Told, index: int, figure: Quantity, items: Sequence[Ways]) -> bool:
    """Whether the figure counts what is left over of others: 其他3件."""
    if items and index not in so_far.sentence.paired:
        # 新考取证件、正在备考者各2名: what is shared with the rest is no remainder.
        return False
    # 其中惠农类212条、财政类97条、其他375条 names the last kind.
    listed = index in so_far.parts and index - 1 in so_far.parts
    return roles.is_remainder(so_far.scene, so_far.sentence, figure, listed)


def _is_no_count(so_far: Told, index: int, figure: Quantity, own: Match) -> bool:
    """Whether the figure is none of what its own words name, but of what was done with it or of what it changed by."""
    scene, sentence, reading = so_far.scene, so_far.sentence, so_far.reading
    if figure.value == 0 and is_nought_of_faults(scene, sentence, figure, own):
        reading.reasons[id(figure)] = "denied"
        return True
    if own.carried and came_to_study(scene, sentence, index, own, so_far.stated):
        reading.reasons[id(figure)] = "audience of study"
        return True
    if figure.unit == "%" and is_rate_of_others(scene, sentence, own, so_far.stated):
        reading.reasons[id(figure)] = "rate of others"
        return True
    if own.metric.id == _EXAM and is_for_certificate(scene, sentence, figure, own):
        reading.reasons[id(figure)] = "named only"
        return True
    if comparisons.is_taken_away(scene, own):
        reading.reasons[id(figure)] = "change"
        return True
    if is_shortcoming(scene, sentence, figure, own.metric.stock):
        reading.reasons[id(figure)] = "shortcoming"
        return True
    if is_named_only(scene, sentence, index, own, so_far.year):
        reading.reasons[id(figure)] = "named only"
        return True
    if not own.metric.stock:
        return False
    if own.metric.id == _ADVISORS and given_to_places(scene, sentence, index):
        reading.reasons[id(figure)] = "of the villages"
        return True
    if comparisons.is_increase(scene, sentence, figure) or roles.is_newly_added(scene, sentence, index, own):
        # 人民调解员增加12名，达到96名: only the level is a stock.
        reading.reasons[id(figure)] = "change"
        so_far.aside.append(mention_by(so_far, index, own, False, False))
        return True
    if roles.is_sent_out(scene, sentence, figure):
        reading.reasons[id(figure)] = "sent out"
        return True
    return False


def _is_carried_past(sentence: Sentence, match: Match) -> bool:
    """Whether a part would be read by words of a sentence before its whole's: 咨询150人次。明白人58人，其中妇女23人."""
    carried = bool(match.carried) and all(token.end <= sentence.start for token in match.carried)
    return carried and all(token.word.groups <= _PEOPLE for token in match.words)


def _is_tie(matches: list[Match]) -> bool:
    return (
        len(matches) > 1
        and matches[0].score == matches[1].score
        and matches[0].metric.id != matches[1].metric.id
        and not matches[1].shared
        and not is_of_both(matches[0], matches[1])
    )
