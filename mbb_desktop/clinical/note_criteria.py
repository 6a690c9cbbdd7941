"""Criteria about what each diagnostic block's note says: guidance, images, sedation, drugs, volume."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from mbb_desktop.clinical.anatomy import JOINTS, SIX_LUMBAR_JOINTS, NerveSide, in_order
from mbb_desktop.clinical.block import (
    Block,
    BlockState,
    DrugUse,
    Guidance,
    SedationLevel,
    volume_given,
)
from mbb_desktop.clinical.block_state import unsigned_gap
from mbb_desktop.clinical.criteria import Case, Evidence, Found, Verdict, not_yet, together
from mbb_desktop.clinical.performed import say_places
from mbb_desktop.clinical.phrases import phrase
from mbb_desktop.clinical.quantities import plain
from mbb_desktop.clinical.response import BEFORE, Reading, Response
from mbb_desktop.clinical.sessions import joints_of
from mbb_desktop.clinical.shown import listed, show_date
from mbb_desktop.clinical.standings import diagnostic_blocks, places


def at_each_block(case: Case, look: Callable[[Block, Response | None], Found]) -> Found:
    """What every diagnostic block must meet; not yet while there is none."""
    found = [look(block, response) for block, response in diagnostic_blocks(case)]
    return together(found) if found else not_yet("gap.no_block")


def fact(key: str, block: Block, number: Decimal | int | None = None, **fields: object) -> Evidence:
    """A fact of a block, after its day."""
    text = phrase(key, on=show_date(block.performed_on), **fields)
    return Evidence(text, block.id, number, block.performed_on)


def lacks(key: str, block: Block) -> Found:
    """A fact that nobody recorded for a block."""
    return Found(Verdict.UNKNOWN, missing=(phrase(key, on=show_date(block.performed_on)),))


def known(allowed: Sequence[str], values: Sequence[str], what: str) -> None:
    """Raises ValueError for a word of a rule file that is not among the values."""
    if odd := [word for word in allowed if word not in values]:
        raise ValueError(f"{odd[0]!r} is no {what}. Known are: {', '.join(values)}.")
    if not allowed:
        raise ValueError(f"no {what} is named.")


@dataclass(frozen=True, slots=True)
class GuidanceUsed:
    """Every diagnostic block was guided by one of `allowed`."""

    allowed: tuple[str, ...]

    def __post_init__(self) -> None:
        known(self.allowed, [guidance.value for guidance in Guidance], "guidance")

    def find(self, case: Case) -> Found:
        return at_each_block(case, self._judge)

    def _judge(self, block: Block, _response: Response | None) -> Found:
        guidance = block.fluoroscopy.guidance
        if guidance is None:
            return lacks("missing.guidance", block)
        verdict = Verdict.MET if guidance.value in self.allowed else Verdict.NOT_MET
        key = "evidence.no_guidance" if guidance is Guidance.NONE else "evidence.fact"
        return Found(verdict, (fact(key, block, fact=guidance.value),))


@dataclass(frozen=True, slots=True)
class ImagesKept:
    """Images of the needle position of every diagnostic block are kept: a number, or where they are."""

    def find(self, case: Case) -> Found:
        return at_each_block(case, self._judge)

    def _judge(self, block: Block, _response: Response | None) -> Found:
        seen = block.fluoroscopy
        if seen.images_saved:
            key = "evidence.one_image" if seen.images_saved == 1 else "evidence.images"
            return Found(Verdict.MET, (fact(key, block, seen.images_saved, count=seen.images_saved),))
        if seen.image_reference:
            return Found(Verdict.MET, (fact("evidence.fact", block, fact=seen.image_reference),))
        if seen.images_saved is None:
            return lacks("missing.images", block)
        return Found(Verdict.NOT_MET, (fact("evidence.no_images", block),))


@dataclass(frozen=True, slots=True)
class SedationLight:
    """No diagnostic block had more sedation than `allowed`, unless a reason is recorded."""

    allowed: tuple[str, ...]

    def __post_init__(self) -> None:
        known(self.allowed, [level.value for level in SedationLevel], "sedation")

    def find(self, case: Case) -> Found:
        return at_each_block(case, self._judge)

    def _judge(self, block: Block, _response: Response | None) -> Found:
        if block.sedation is None:
            return lacks("missing.sedation_on", block)
        if block.sedation is SedationLevel.NONE and block.drugs_for(DrugUse.SEDATION):
            return lacks("missing.sedation_on", block)
        evidence = (fact("evidence.sedation", block, level=block.sedation.value),)
        if block.sedation.value in self.allowed:
            return Found(Verdict.MET, evidence)
        if not block.sedation_reason:
            return Found(Verdict.NOT_MET, evidence)
        reason = phrase(
            "caution.reason", on=show_date(block.performed_on), reason=block.sedation_reason.rstrip(".")
        )
        return Found(Verdict.MET, evidence, caution=reason)


@dataclass(frozen=True, slots=True)
class OnlyAnesthetic:
    """Nothing but local anesthetic and saline was injected at the nerves, and no steroid is recorded.

    A block with steroid tests nothing and is judged by the rules about therapeutic blocks.
    """

    def find(self, case: Case) -> Found:
        agents = case.agents
        return at_each_block(case, lambda block, _response: self._judge(block, set(agents)))

    def _judge(self, block: Block, agents: set[str]) -> Found:
        names = [drug.agent for drug in block.drugs_for(DrugUse.TARGET) if drug.agent]
        if not names:
            return lacks("missing.agent_on", block)
        evidence = (fact("evidence.fact", block, fact=listed(names)),)
        if odd := [name for name in names if name not in agents]:
            return Found(Verdict.UNKNOWN, evidence, (phrase("missing.what_is", agent=odd[0]),))
        if not block.no_steroid:
            return Found(
                Verdict.UNKNOWN,
                evidence,
                (phrase("missing.steroid_on", on=show_date(block.performed_on)),),
            )
        return Found(Verdict.MET, evidence)


@dataclass(frozen=True, slots=True)
class VolumePerNerve:
    """No nerve on either side got more than `at_most` mL; one injected again counts with the sum.

    The third occipital nerve counts with the total of its three points, and says so when that is too much.
    """

    at_most: Decimal

    def find(self, case: Case) -> Found:
        return at_each_block(case, self._judge)

    def _judge(self, block: Block, _response: Response | None) -> Found:
        given = [(target.place, volume_given(target)) for target in block.targets if not target.not_injected]
        volumes: dict[NerveSide, Decimal] = {}
        for place, volume in given:
            if volume is not None:
                volumes[place] = volumes.get(place, Decimal()) + volume
        most, on = max(volumes.values(), default=None), show_date(block.performed_on)
        evidence = () if most is None else (fact("evidence.volume", block, most, volume=plain(most)),)
        if most is not None and most > self.at_most:
            too_much = {place.nerve for place, volume in volumes.items() if volume > self.at_most}
            caution = phrase("caution.three_points", on=on) if too_much == {"TON"} else ""
            return Found(Verdict.NOT_MET, evidence, caution=caution)
        if not given or any(volume is None for _place, volume in given):
            return Found(Verdict.UNKNOWN, evidence, (phrase("missing.volume", on=on),))
        return Found(Verdict.MET, evidence)


@dataclass(frozen=True, slots=True)
class NotesSigned:
    """The note of every diagnostic block is signed."""

    def find(self, case: Case) -> Found:
        return at_each_block(case, self._judge)

    def _judge(self, block: Block, _response: Response | None) -> Found:
        on = show_date(block.performed_on)
        if block.state is BlockState.SIGNED:
            return Found(Verdict.MET, (fact("evidence.note_signed", block),))
        return Found(Verdict.NOT_YET, missing=(phrase(unsigned_gap(block.state), on=on),))


@dataclass(frozen=True, slots=True)
class PurposeRecorded:
    """Every diagnostic block is recorded as one; a claim's modifier follows from it."""

    def find(self, case: Case) -> Found:
        return at_each_block(case, self._judge)

    def _judge(self, block: Block, _response: Response | None) -> Found:
        if block.purpose is None:
            return lacks("gap.purpose", block)
        return Found(Verdict.MET, (fact("evidence.fact", block, fact=block.purpose.value),))


@dataclass(frozen=True, slots=True)
class SingleScores:
    """Every score is one number, no range."""

    def find(self, case: Case) -> Found:
        return at_each_block(case, self._judge)

    def _judge(self, block: Block, response: Response | None) -> Found:
        readings: tuple[Reading, ...] = () if response is None else response.readings
        if not readings:
            gap = phrase("gap.no_scores", on=show_date(block.performed_on))
            return Found(Verdict.NOT_YET, missing=(gap,))
        ranges = sum(reading.score_to is not None for reading in readings)
        if ranges:
            key = "evidence.one_range" if ranges == 1 else "evidence.ranges"
            return Found(Verdict.NOT_MET, (fact(key, block, ranges, count=ranges),))
        if all(reading.score is None for reading in readings if reading.slot != BEFORE):
            return lacks("gap.no_scores", block)
        return Found(Verdict.MET, (fact("evidence.single_scores", block),))


@dataclass(frozen=True, slots=True)
class MovementsRegained:
    """During relief the patient could do movements that were painful before."""

    def find(self, case: Case) -> Found:
        return at_each_block(case, self._judge)

    def _judge(self, block: Block, response: Response | None) -> Found:
        if response is None or response.signed_at is None:
            gap = phrase("gap.response_unsigned", on=show_date(block.performed_on))
            return Found(Verdict.NOT_YET, missing=(gap,))
        if response.movements_regained:
            regained = listed(response.movements_regained)
            return Found(Verdict.MET, (fact("evidence.fact", block, fact=regained),))
        if not response.movements_tried:
            return lacks("missing.movements", block)
        tried = listed(response.movements_tried)
        return Found(Verdict.NOT_MET, (fact("evidence.none_regained", block, tried=tried),))


@dataclass(frozen=True, slots=True)
class ScoredByAnother:
    """The scores were collected by somebody else than the physician who did the block."""

    def find(self, case: Case) -> Found:
        return at_each_block(case, self._judge)

    def _judge(self, block: Block, response: Response | None) -> Found:
        scored = [r for r in response.readings if r.score is not None] if response else []
        if not scored:
            gap = phrase("gap.no_scores", on=show_date(block.performed_on))
            return Found(Verdict.NOT_YET, missing=(gap,))
        people = {reading.entered_by_id for reading in scored}
        if block.physician_id is not None and block.physician_id in people:
            return Found(Verdict.NOT_MET, (fact("evidence.scored_by_operator", block),))
        if block.physician_id is None or None in people:
            return lacks("missing.scorer", block)
        return Found(Verdict.MET, (fact("evidence.scored_by_another", block),))


@dataclass(frozen=True, slots=True)
class JointsLeftOut:
    """None of `joints` was blocked or is asked for."""

    joints: tuple[str, ...]

    def __post_init__(self) -> None:
        known(self.joints, [*JOINTS, *SIX_LUMBAR_JOINTS], "joint")

    def find(self, case: Case) -> Found:
        asked = places(case) or in_order(p for block, _ in diagnostic_blocks(case) for p in joints_of(block))
        if not asked:
            return not_yet("gap.no_block")
        out = [place for place in asked if place.joint in self.joints]
        text = say_places(out or asked)
        return Found(Verdict.NOT_MET if out else Verdict.MET, (Evidence(text, case.course.id, len(out)),))
