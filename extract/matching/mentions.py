"""Figures × Library → mentions and stated changes of one report."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import chain
from re import compile as regex

from extract.figures.quantity import Quantity
from extract.library.model import Metric
from extract.matching import comparisons, other_places, roles
from extract.matching.cell_changes import ChangeCell, read_changes
from extract.matching.cell_mentions import CellReader
from extract.matching.cells import Cell
from extract.matching.changes import ChangeReader, continued_change
from extract.matching.civil import is_civil
from extract.matching.compiled import CompiledLibrary
from extract.matching.cues import SHARE
from extract.matching.labelled import is_headed, labelled_matches, matches_of_label, matches_of_topic, says_in_all
from extract.matching.left_out import item_of_row, total_of_a_rule
from extract.matching.legend import bracketed_year, of_year, told_in_brackets
from extract.matching.listed import listed_on, noun_end, only_before, with_verb_of_list
from extract.matching.match import Match, is_of_both, winners
from extract.matching.matcher import Matcher
from extract.matching.paired import paired_walks
from extract.matching.partners import partner_of
from extract.matching.parts_of_wholes import parts_in, repeats_whole
from extract.matching.periods import in_plan, period_of, starts_a_rise, year_beside
from extract.matching.place_facts import told_alone
from extract.matching.readings import Mention, Reading, mention_of
from extract.matching.scene import Scene, Sentence
from extract.matching.studies import came_to_study, is_broader, is_of_other_topic
from extract.matching.sums import (
    kinds_by_noun,
    kinds_of_whole,
    part_of_a_sum,
    row_with_its_sum,
    sum_of_those_before,
    whole_of_parts,
)
from extract.matching.territory import chain_head, is_alone, territory
from extract.matching.verb_behind import item_before_verb
from extract.matching.wholes import told_last_year
from extract.matching.zeros import asked_metrics, denied_metrics, denies_nothing_behind, is_nought_of_faults
from extract.report.model import FURNITURE
from extract.tables import PART, PLANNED, TOWNSHIP

_BRACKET = regex(r"[（(]")
_NARROW_REACH = 30
#: the group of words that name people
_PEOPLE = frozenset(("who",))


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
            self._denials(scene, sentence, year, reading)
        reading.mentions.sort(key=lambda mention: (mention.quantity.start, mention.quantity.end, mention.metric.id))
        return reading

    def _figures(self, scene: Scene, sentence: Sentence, year: int | None, reading: Reading) -> None:
        pairs = paired_walks(scene, sentence)
        parts = parts_in(scene, sentence, year, reading)
        stated: list[Mention] = []
        #: what other places' figures and rules would measure: their metric may be ours too
        aside: list[Mention] = []
        deferred: list[tuple[int, str]] = []
        #: whether a word of the library stands in the sentence at all: without one no pattern holds, and no list shares out
        named = sentence.first_token < sentence.last_token
        #: where the words end that the figure before has behind it
        spoken_for = 0
        for index, figure in enumerate(sentence.figures):
            if figure.value is None:
                continue
            if reading.bracketed is not None and sentence.brackets:
                told = told_in_brackets(scene.clean, sentence, index)
                if told >= 0:
                    # 8次（6次）, where the report says what it has put in brackets
                    now = [mention for mention in stated if mention.quantity is sentence.figures[told]]
                    stated.extend(of_year(mention, sentence, index, reading.bracketed) for mention in now)
                    if not now:
                        reading.reasons[id(figure)] = "in brackets"
                    continue
            if other_places.is_of_other_place(scene, sentence, figure):
                reading.reasons[id(figure)] = "other place"
                aside.extend(self._aside(scene, sentence, index, year))
                continue
            change = comparisons.change_of(scene, sentence, figure) or continued_change(scene, sentence, index, reading)
            if change is not None:
                reading.reasons[id(figure)] = "change"
                last = reading.changes[-1] if reading.changes else None
                found = self.changes.read(
                    scene, sentence, index, change.direction, stated, year, pairs.get(index, ()), last, reading
                )
                if found is not None:
                    reading.changes.append(found)
                continue
            if comparisons.is_gap_to_other_place(scene, sentence, figure):
                reading.reasons[id(figure)] = "other place"
                continue
            if in_plan(sentence, year) and starts_a_rise(scene, sentence, figure, year):
                # A plan states nothing as done, not even what it starts from.
                reading.reasons[id(figure)] = "where a plan starts"
                aside.extend(self._aside(scene, sentence, index, year))
                continue
            if sentence.denials and roles.is_denied(scene, sentence, figure):
                reading.reasons[id(figure)] = "denied"
                continue
            if roles.is_rule(scene, sentence, figure):
                reading.reasons[id(figure)] = "rule"
                aside.extend(self._aside(scene, sentence, index, year))
                continue
            items = pairs.get(index, ())
            matches: list[Match] = []
            chosen: list[Match] = []
            if named:
                where = territory(scene, sentence, index)
                for ways in items:
                    for way in ways:
                        matches = self.matcher.matches(scene, sentence, figure, way(where), figure.unit)
                        if matches:
                            break
                    known = {match.metric.id for match in chosen}
                    chosen.extend(match for match in winners(matches) if match.metric.id not in known)
                if not chosen and len(items) != 1:
                    matches = self.matcher.matches(scene, sentence, figure, where, figure.unit)
                    if not matches and not items and is_alone(scene, sentence, index):
                        # 法治讲座，6场；行政复议，1件
                        matches = self.matcher.matches(scene, sentence, figure, where.behind_comma(), figure.unit)
                    chosen = winners(matches)
            if spoken_for and listed_on(scene, sentence, index, spoken_for):
                chosen = winners([match for match in matches if not only_before(match, spoken_for)])
            # 新考取证件、正在备考者各2名: what is shared with the rest is no remainder.
            shared = bool(items) and index not in sentence.paired
            # 其中惠农类212条、财政类97条、其他375条 names the last kind.
            listed = index in parts and index - 1 in parts
            if not shared and roles.is_remainder(scene, sentence, figure, listed):
                reading.reasons[id(figure)] = "remainder"
                continue
            whole = parts.get(index)
            if whole is None and index and scene.clean.startswith("占", figure.reach_start - 1):
                # 131起纠纷中，邻里纠纷占52起
                whole = index - 1
            if chosen and whole is not None and repeats_whole(scene, sentence, whole, figure, chosen[0], stated, reading):
                partner = partner_of(
                    scene, sentence, index, parts.get(index), stated, year, aside, reading, self.library.composed
                )
                if partner is not None:
                    stated.append(partner)
                    continue
            if chosen and whole is not None and _is_carried_past(sentence, chosen[0]):
                partner = partner_of(scene, sentence, index, whole, stated, year, aside, reading, self.library.composed)
                if partner is not None:
                    stated.append(partner)
                    continue
            if chosen and stated and len(chosen[0].words) < 2 and comparisons.is_prior_aside(scene, sentence, figure):
                partner = partner_of(scene, sentence, index, None, stated, year, aside, reading, self.library.composed)
                if partner is not None:
                    stated.append(partner)
                    continue
            if chosen:
                chosen = with_verb_of_list(scene, sentence, index, chosen, stated)
            if chosen and not index and is_headed(scene, sentence):
                # 8.重大执法决定法制审核⏎审核6件: what the heading says with the clause, before what that says alone
                by_heading = [
                    found
                    for found in matches_of_label(scene, sentence, index, self.matcher, stated)
                    if _says_more(found[0], chosen[0])
                ]
                labelled = self._written(scene, sentence, figure, year, by_heading)
                if labelled is not None:
                    stated.append(labelled)
                    continue
            if chosen and sentence.colon and _is_of_heading(sentence, chosen[0]):
                # 六、解纷与信访⏎排查受理：176件: what the label says with the heading, before what the heading lends
                by_label = matches_of_label(scene, sentence, index, self.matcher, stated)
                labelled = self._written(scene, sentence, figure, year, by_label)
                if labelled is not None:
                    stated.append(labelled)
                    continue
            if not chosen:
                partner = partner_of(
                    scene, sentence, index, parts.get(index), stated, year, aside, reading, self.library.composed
                )
                if partner is not None:
                    stated.append(partner)
                    continue
                written = self._labelled(scene, sentence, index, year, stated)
                if written is None:
                    written = item_of_row(scene, sentence, index, stated, year)
                if written is None and not index:
                    written = told_last_year(scene, sentence, year, reading)
                if written is None and sentence.per_each:
                    written = total_of_a_rule(scene, sentence, index, self.matcher, year)
                if written is not None:
                    stated.append(written)
                    continue
                deferred.append((index, "no pattern" if matches or figure.unit else "no unit"))
                continue
            if figure.value == 0 and is_nought_of_faults(scene, sentence, figure, chosen[0]):
                reading.reasons[id(figure)] = "denied"
                continue
            if chosen[0].carried and came_to_study(scene, sentence, index, chosen[0], stated):
                reading.reasons[id(figure)] = "audience of study"
                continue
            if comparisons.is_taken_away(scene, chosen[0]):
                reading.reasons[id(figure)] = "change"
                continue
            if chosen[0].metric.stock and (
                comparisons.is_increase(scene, sentence, figure) or roles.is_newly_added(scene, sentence, index, chosen[0])
            ):
                # 人民调解员增加12名，达到96名: only the level is a stock.
                reading.reasons[id(figure)] = "change"
                aside.append(self._mention(scene, sentence, figure, chosen[0], index, year, False, False))
                continue
            if chosen[0].metric.stock and roles.is_sent_out(scene, sentence, figure):
                reading.reasons[id(figure)] = "sent out"
                continue
            spoken_for = noun_end(scene, sentence, figure, chosen[0])
            tie = len(items) < 2 and _is_tie(matches)
            for match in chosen:
                part = index in parts and _breaks_down(scene, sentence, index, parts[index], match.metric, stated)
                mention = self._mention(scene, sentence, figure, match, index, year, tie, part, index in parts)
                if mention.scope != PART and match.metric.narrow and _is_of(match, sentence, index, stated):
                    mention = replace(mention, scope=PART)
                stated.append(mention)
                if sentence.cues & SHARE and (earlier := year_beside(scene, sentence, figure, year)) is not None:
                    stated.append(of_year(stated[-1], sentence, index, earlier))
        if len(stated) > 1:
            kinds_by_noun(scene, stated, reading)
        kinds = kinds_of_whole(scene, sentence, [index for index, _ in deferred], stated, reading) if len(deferred) > 1 else []
        if kinds:
            stated.extend(kinds)
            deferred = [told for told in deferred if all(kind.quantity is not sentence.figures[told[0]] for kind in kinds)]
        if len(deferred) > 1 and stated:
            rows = row_with_its_sum(scene, sentence, [index for index, _ in deferred], stated, reading)
            if rows:
                stated.extend(rows)
                read = {id(mention.quantity) for mention in rows}
                deferred = [told for told in deferred if id(sentence.figures[told[0]]) not in read]
        left: list[tuple[int, str]] = []
        for index, reason in deferred:
            partner = partner_of(scene, sentence, index, parts.get(index), stated, year, aside, reading, self.library.composed)
            if partner is None and parts:
                partner = whole_of_parts(scene, sentence, index, parts, stated)
            if partner is None:
                partner = part_of_a_sum(scene, sentence, index, stated)
            if partner is None and self.library.alone:
                partner = told_alone(scene, sentence, index, stated, self.library, year)
            if partner is None:
                left.append((index, reason))
            else:
                stated.append(partner)
        # from the last one back: the verb behind a list reaches its items one after the other
        for index, reason in reversed(left):
            partner = item_before_verb(scene, sentence, index, stated)
            if partner is None:
                partner = sum_of_those_before(scene, sentence, index, stated, reading)
            if partner is None:
                reading.reasons[id(sentence.figures[index])] = reason
            else:
                stated.append(partner)
        reading.mentions.extend(
            mention
            for mention in stated
            if not (is_broader(scene, mention, stated) or is_of_other_topic(scene, mention) or is_civil(scene, mention))
        )

    def _mention(
        self,
        scene: Scene,
        sentence: Sentence,
        figure: Quantity,
        match: Match,
        index: int,
        year: int | None,
        tie: bool,
        part: bool,
        listed: bool = False,
    ) -> Mention:
        metric = match.metric
        lead = sentence.figures[chain_head(scene.clean, sentence.figures, index)]
        period = period_of(scene, sentence, lead, year, metric.stock)
        total = not part and roles.is_total(scene, sentence, figure, match)
        trace = [match.plan.pattern.source]
        if match.carried:
            trace.append("carried " + "、".join(token.word.text for token in match.carried))
        if match.shared:
            trace.append("shared number")
        if period.rule:
            trace.append(period.rule)
        if listed:
            trace.append("其中")
        return mention_of(
            metric,
            figure,
            sentence,
            period,
            PART if part or not period.whole or (metric.narrow and _is_narrow(scene, sentence, figure, metric)) else TOWNSHIP,
            tuple(trace),
            total,
            ("tie",) if tie else (),
            match,
        )

    def _labelled(self, scene: Scene, sentence: Sentence, index: int, year: int | None, stated: list[Mention]) -> Mention | None:
        """What a figure measures that stands in a row behind a label: 学法：党委10次、机关24次."""
        if index and not (stated or sentence.colon or sentence.heading or sentence.sums_up):
            return None
        alone = matches_of_label(scene, sentence, index, self.matcher, stated)
        rows = labelled_matches(scene, sentence, index, self.matcher) if sentence.colon else iter(())
        topics = matches_of_topic(scene, sentence, index, self.matcher)
        return self._written(scene, sentence, sentence.figures[index], year, chain(alone, rows, topics))

    def _written(
        self, scene: Scene, sentence: Sentence, figure: Quantity, year: int | None, found: Iterable[tuple[Match, str]]
    ) -> Mention | None:
        """The first of these matches as a mention."""
        for match, words in found:
            period = period_of(scene, sentence, figure, year, match.metric.stock)
            scope = TOWNSHIP if period.whole else PART
            # 5.罚款⏎合计3.1万元
            total = scope == TOWNSHIP and says_in_all(scene, sentence, figure)
            return mention_of(match.metric, figure, sentence, period, scope, (match.plan.pattern.source, "label", words), total)
        return None

    def _aside(self, scene: Scene, sentence: Sentence, index: int, year: int | None) -> list[Mention]:
        """What a figure that is not the township's own would have been read as."""
        if index + 1 == len(sentence.figures):
            return []
        figure = sentence.figures[index]
        matches = self.matcher.matches(scene, sentence, figure, territory(scene, sentence, index), figure.unit)
        return [self._mention(scene, sentence, figure, match, index, year, False, False) for match in matches[:1]]

    def _denials(self, scene: Scene, sentence: Sentence, year: int | None, reading: Reading) -> None:
        for denial in sentence.denials:
            if other_places.is_of_other_place(scene, sentence, denial):
                continue
            denied = [(metric, noun.word.text) for metric, noun in denied_metrics(scene, sentence, denial, self.library)]
            if not denied and denies_nothing_behind(scene, denial, sentence.end):
                denied = [(metric, noun.word.text) for metric, noun in asked_metrics(scene, denial, self.library)]
            if not denied and denies_nothing_behind(scene, denial, sentence.end):
                denied = list(_no_more(sentence, denial, reading))
            for metric, told in denied:
                period = period_of(scene, sentence, denial, year, metric.stock)
                if period.basis == PLANNED:
                    continue
                reading.mentions.append(
                    Mention(
                        metric,
                        denial,
                        sentence,
                        Decimal(0),
                        None,
                        "exact",
                        metric.unit,
                        period,
                        TOWNSHIP,
                        ("denial", told),
                    )
                )


def _no_more(sentence: Sentence, denial: Quantity, reading: Reading) -> Iterator[tuple[Metric, str]]:
    """What happened the year before and no more: 去年还有2批，今年没有再发生."""
    for mention in reading.mentions:
        before = mention.sentence is sentence and mention.quantity.end <= denial.start
        if before and mention.metric.zero and mention.period.rule == "year named":
            yield mention.metric, "no more of the year before's"


def _is_of_heading(sentence: Sentence, match: Match) -> bool:
    """Whether a match lives by words that stand before its sentence."""
    return any(token.end <= sentence.start for token in match.carried)


def _says_more(match: Match, own: Match) -> bool:
    """Whether what a heading and the words below it say together is another metric, told by no fewer words than those."""
    return match.metric is not own.metric and len(match.words) >= len(own.words)


def _is_carried_past(sentence: Sentence, match: Match) -> bool:
    """Whether a part would be read by words of a sentence before its whole's: 咨询150人次。明白人58人，其中妇女23人."""
    carried = bool(match.carried) and all(token.end <= sentence.start for token in match.carried)
    return carried and all(token.word.groups <= _PEOPLE for token in match.words)


def _is_narrow(scene: Scene, sentence: Sentence, figure: Quantity, metric: Metric) -> bool:
    """Whether the clause counts only a part of what the metric counts: 书记领办信访积案2件."""
    start = max(sentence.start, figure.reach_start - _NARROW_REACH)
    clause = max(start, *(scene.clean.rfind(mark, start, figure.reach_start) + 1 for mark in "，,；;：:"))
    return any(word in scene.clean[clause : figure.reach_start] for word in metric.narrow)


def _is_of(match: Match, sentence: Sentence, index: int, stated: list[Mention]) -> bool:
    """Whether what is told before makes the figure a part: 隐患85处，整改79处 is not what inspectors found wrong with us."""
    narrow = match.metric.narrow
    if any(word in token.word.text for token in match.carried for word in narrow):
        return True
    return any(m.metric.id in narrow for m in stated if index and m.quantity is sentence.figures[index - 1])


def _breaks_down(scene: Scene, sentence: Sentence, index: int, whole: int, metric: Metric, stated: list[Mention]) -> bool:
    """Whether what 其中 opens is a part of its own metric too; 执法人员10人，其中持证7人 says how many hold one in all."""
    known = next((mention for mention in stated if mention.metric is metric), None)
    if known is not None and "其中" in known.trace and known.sentence is sentence and known.scope != PART:
        # 合法性审查62件，其中镇级合同31份、村级合同17份: both are contracts, neither a part of the other
        return False
    if whole < 0 or known is not None:
        return True
    if _BRACKET.search(scene.clean, sentence.figures[whole].reach_end, sentence.figures[index].start):
        return True
    wholes = [mention.metric for mention in stated if mention.quantity is sentence.figures[whole]]
    return not wholes or any(metric.id in known.parts for known in wholes)


def _is_tie(matches: list[Match]) -> bool:
    return (
        len(matches) > 1
        and matches[0].score == matches[1].score
        and matches[0].metric.id != matches[1].metric.id
        and not matches[1].shared
        and not is_of_both(matches[0], matches[1])
    )
