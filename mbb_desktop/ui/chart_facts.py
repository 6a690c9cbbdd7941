"""What a chart shows of one course: its blocks in a row each, and what the person may see of the scores."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from mbb_desktop.clinical.anatomy import in_order, say_joints_in_sentence
from mbb_desktop.clinical.block import Block, BlockState, Purpose
from mbb_desktop.clinical.block_state import DONE
from mbb_desktop.clinical.charting import plan_differs
from mbb_desktop.clinical.course import Course
from mbb_desktop.clinical.criteria import Verdict
from mbb_desktop.clinical.entered_in_error import EnteredInError
from mbb_desktop.clinical.explain import say_criterion
from mbb_desktop.clinical.pairs import ComparedRow, PairVerdict
from mbb_desktop.clinical.paper import PaperKind
from mbb_desktop.clinical.performed import say_places
from mbb_desktop.clinical.phrases import of, phrase
from mbb_desktop.clinical.relief_words import say_best, say_run
from mbb_desktop.clinical.response import Response
from mbb_desktop.clinical.rules import RuleSet
from mbb_desktop.clinical.shown import listed
from mbb_desktop.clinical.verdict import Assessed, BlockVerdict, SeriesResult
from mbb_desktop.ui.chips import Chip, Mark, Piece
from mbb_desktop.ui.language import localized
from mbb_desktop.ui.parts import Tone
from mbb_desktop.ui.person_words import capital
from mbb_desktop.ui.today_rows import number_words
from mbb_desktop.workflow.issue_paper import say_agents
from mbb_desktop.workflow.keep_patients import Chart
from mbb_desktop.workflow.review_course import CourseReview, number_in

translate = QCoreApplication.translate

_SHOWN = (BlockState.PLANNED, *DONE, BlockState.ENTERED_IN_ERROR)


@dataclass(frozen=True, slots=True)
class BlockLine:
    """One block of a course. `assessed` is None while there is nothing to judge, or nothing to be seen.

    `unjudged`: the rule set that should judge it cannot be read.
    """

    block: Block
    number: int
    response: Response | None
    assessed: Assessed | None
    waits: bool
    rule_set: RuleSet | None = None
    unjudged: bool = False
    errors: tuple[EnteredInError, ...] = ()

    @property
    def result(self) -> SeriesResult | None:
        """The overall result, else that of the side rated first."""
        if self.assessed is None:
            return None
        return self.assessed.overall or next(iter(self.assessed.series), None)


@dataclass(frozen=True, slots=True)
class CourseFacts:
    """A chart with the review of one of its courses. `blind`: no unsigned scores, threshold or verdict.

    Without a review, because its rule set cannot be read, `tests` only count the blocks.
    """

    chart: Chart
    course: Course | None
    review: CourseReview | None
    blind: bool
    tests: tuple[Assessed, ...] | None = None

    def lines(self) -> tuple[BlockLine, ...]:
        """The blocks of the course, oldest first."""
        tests = self.review.assessed if self.review else self.tests
        if self.course is None or tests is None:
            return ()
        blocks = [b for b in self.chart.blocks_of(self.course.id) if b.state in _SHOWN]
        if self.review is None:
            return tuple(
                BlockLine(b, number_in(tests, b), self.chart.responses.get(b.id), None, False, unjudged=True)
                for b in blocks
            )
        return tuple(self._line(self.review, block) for block in blocks)

    def _line(self, review: CourseReview, block: Block) -> BlockLine:
        response = self.chart.responses.get(block.id)
        assessed = next((a for a in review.assessed if a.block.id == block.id and a.series), None)
        waits = self.blind and assessed is not None and (response is None or response.signed_at is None)
        rules = review.rule_set_of_block(block.id) if assessed else None
        number = number_in(review.assessed, block)
        errors = tuple(each for each in self.chart.errors if each.block_id == block.id)
        return BlockLine(block, number, response, None if waits else assessed, waits, rules, errors=errors)

    def curves(self) -> list[tuple[Assessed, int | None]]:
        """The two latest blocks with scores, oldest first."""
        known = [line for line in self.lines() if line.assessed is not None]
        return [(line.assessed, line.number) for line in known[-2:] if line.assessed is not None]


def is_struck(line: BlockLine) -> bool:
    """Whether the block was entered in error as a whole."""
    return line.block.state is BlockState.ENTERED_IN_ERROR


def error_words(line: BlockLine) -> str:
    """Why a block was entered in error, or which joints it does not test; empty when all of it stands."""
    of_note = [each for each in line.errors if each.wrong.kind is PaperKind.PROCEDURE_NOTE]
    whole = next((each for each in of_note if each.whole), None)
    if whole is not None:
        return whole.wrong.reason
    joints = in_order({place for each in of_note for place in each.wrong.joints})
    return translate("chart", "not diagnostic for {0}").format(say_places(joints)) if joints else ""


def plan_words(line: BlockLine) -> str:
    """`Planned: left L4-5`, with the reason, when something else was performed; empty otherwise."""
    block = line.block
    if not plan_differs(block):
        return ""
    said = translate("chart", "Planned: {0}").format(localized(say_joints_in_sentence(block.planned_joints)))
    why = translate("chart", "Reason: {0}").format(block.levels_reason) if block.levels_reason else ""
    return ". ".join(filter(None, [said, why]))


def agents_words(block: Block) -> str:
    """`Lidocaine 2 %`."""
    return capital(say_agents(block))


def block_title(line: BlockLine) -> str:
    """`2nd diagnostic block`, `3rd block, planned`."""
    number = number_words(line.number)
    if line.block.state is BlockState.PLANNED:
        return translate("chart", "{0} block, planned").format(number)
    if is_struck(line):  # it counts as no block, so it has no number either
        return translate("chart", "Block entered in error")
    kind = localized(line.block.purpose.value) if line.block.purpose else translate("chart", "recorded")
    return translate("chart", "{0} {1} block").format(number, kind)


_LOOKS: dict[BlockVerdict, tuple[Tone, str]] = {
    BlockVerdict.POSITIVE: ("ok", "check"),
    BlockVerdict.PARTIAL: ("neutral", "circle-half"),
    BlockVerdict.NEGATIVE: ("neutral", "x"),
    BlockVerdict.CONFLICT: ("warn", "triangle-alert"),
}


def verdict_chips(line: BlockLine) -> list[Piece]:
    """The computed verdict of a block, with a mark beside it when something may have changed the scores."""
    if is_struck(line):
        return [Chip(translate("chart", "Entered in error"), "neutral", "ban")]
    if line.waits:
        return [Chip(translate("chart", "After signing"), "neutral", "eye-off")]
    if line.unjudged:
        return [Chip(translate("chart", "Not judged"), "warn", "triangle-alert")]
    result = line.result
    if result is None and line.block.state is BlockState.PLANNED:
        return [Chip(translate("chart", "Not done yet"), "neutral", "calendar")]
    if result is None:
        return [Chip(translate("chart", "No scores"), "neutral", "clock")]
    tone, icon = _LOOKS.get(result.verdict, ("info", "circle-half"))
    chips: list[Piece] = [Chip(of(result.verdict), tone, icon)]
    if result.lasted_open:
        chips.append(Mark("circle-half", "warn", result.title))
    if result.confounded:
        chips.append(Chip(translate("chart", "Confounded"), "warn", "triangle-alert"))
    return chips


@dataclass(frozen=True, slots=True)
class Headline:
    """What the blocks of a course amount to, in the words that are printed too."""

    title: str
    detail: str
    tone: Tone
    icon: str


def headline(facts: CourseFacts) -> Headline | None:
    """The two blocks compared, else the one that there is; None without any score."""
    if facts.tests is not None:
        why = translate("chart", "The rule set that should judge the blocks cannot be read.")
        return Headline(translate("chart", "Not judged"), why, "warn", "triangle-alert")
    lines = [line for line in facts.lines() if line.assessed is not None]
    if facts.blind and any(line.waits for line in facts.lines()):
        said = translate("chart", "Scores are being collected")
        why = translate("chart", "Verdict and threshold show once the response is signed.")
        return Headline(said, why, "neutral", "eye-off")
    review = facts.review
    if review is not None and review.compared is not None and review.compared.comparable:
        return _pair(review.compared.rows, lines[-2:])
    return _single(lines[-1]) if lines else None


_PAIR_LOOKS: dict[PairVerdict, tuple[Tone, str]] = {
    PairVerdict.CONCORDANT: ("ok", "circle-check"),
    PairVerdict.CONCORDANT_PROLONGED: ("ok", "circle-check"),
    PairVerdict.CONFIRMED: ("ok", "circle-check"),
    PairVerdict.SAME_AGENT: ("info", "info"),
    PairVerdict.DISCORDANT: ("warn", "triangle-alert"),
    PairVerdict.DISCORDANT_PROLONGED: ("warn", "triangle-alert"),
    PairVerdict.NOT_CONFIRMED: ("neutral", "circle-x"),
    PairVerdict.NEGATIVE: ("neutral", "circle-x"),
    PairVerdict.UNDECIDED: ("info", "circle-half"),
}
_WORST_LAST = tuple(_PAIR_LOOKS)


def _pair(rows: Sequence[ComparedRow], lines: Sequence[BlockLine]) -> Headline:
    groups: dict[PairVerdict, list[ComparedRow]] = {}
    for row in rows:
        groups.setdefault(row.verdict, []).append(row)
    said = [f"{of(v)}, {say_joints_in_sentence(r.place for r in found)}" for v, found in groups.items()]
    worst = max(groups, key=_WORST_LAST.index)
    tone, icon = _PAIR_LOOKS[worst]
    return Headline(". ".join(said), " ".join(_sentence(line) for line in lines), tone, icon)


def _single(line: BlockLine) -> Headline:
    result = line.result
    assert result is not None
    tone, icon = _LOOKS.get(result.verdict, ("info", "circle-half"))
    place = say_joints_in_sentence(line.block.joints)
    test = translate("chart", "{0} block").format(number_words(line.number))
    if line.block.purpose is Purpose.THERAPEUTIC:
        test = block_title(line)
    title = f"{test}, {place}: {result.title[:1].lower()}{result.title[1:]}"
    icon = "circle-check" if icon == "check" else icon
    return Headline(title, _sentence(line), tone, "circle-x" if icon == "x" else icon)


def _sentence(line: BlockLine) -> str:
    """`1st with lidocaine: 8 to 1 (87 %), 80 % or more from 30 min to 2 h ...: meets the criterion ...`"""
    result = line.result
    if result is None:
        return ""
    agents = listed(line.assessed.agents) if line.assessed and line.assessed.agents else ""
    head = translate("chart", "{0} with {1}").format(
        number_words(line.number), agents or phrase("table.not_recorded")
    )
    criterion = say_criterion(result, line.rule_set)
    return f"{head}: {say_best(result.measures)}, {say_run(result.measures)}; {criterion}."


def counts_words(counts: dict[Verdict, int]) -> str:
    """`the record meets 7 of the 9 criteria you selected, 1 not met, 1 missing`."""
    total = sum(counts.values()) - counts[Verdict.DOES_NOT_APPLY]
    met = translate("chart", "The record meets {0} of the {1} criteria you selected").format(
        counts[Verdict.MET], total
    )
    others = [f"{counts[v]} {_word(v, counts[v])}" for v in Verdict if v is not Verdict.MET and counts[v]]
    return ", ".join([met, *others]) + "."


def _word(verdict: Verdict, count: int) -> str:
    many = verdict is Verdict.DOES_NOT_APPLY and count != 1
    return phrase("verdict.do_not_apply") if many else of(verdict).lower()
