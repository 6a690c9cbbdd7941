"""Criteria about one session: its levels, joints, region and purpose, and what else was done that day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mbb_desktop.clinical.anatomy import CoverageRegion, JointSide, Side, in_order, joints_of_spine
from mbb_desktop.clinical.block import Block, BlockState, Purpose
from mbb_desktop.clinical.criteria import Case, Evidence, Found, Verdict, not_yet, together
from mbb_desktop.clinical.performed import kind_of
from mbb_desktop.clinical.phrases import phrase
from mbb_desktop.clinical.sessions import all_blocks, by_region, joints_of, regions_of
from mbb_desktop.clinical.shown import listed, show_date
from mbb_desktop.clinical.standings import diagnostic_blocks


@dataclass(frozen=True, slots=True)
class LevelsPerSession:
    """At most `at_most` joints in a session; both sides of a joint are one level, unless `per_side`.

    All blocks of a day in a coverage region are one session. `contiguous`: they must be neighbours. The
    joints asked for count as a session of their own.
    """

    at_most: int
    per_side: bool = False
    contiguous: bool = False

    def find(self, case: Case) -> Found:
        found = [each for on, blocks in _by_day(case).items() for each in self._of_day(case, on, blocks)]
        asked = by_region(case.requested).values()
        found += [self._judge(case, places, phrase("evidence.request"), None) for places in asked]
        return together(found) if found else not_yet("gap.no_block")

    def _of_day(self, case: Case, on: date, blocks: Sequence[Block]) -> list[Found]:
        when, places = show_date(on), [place for block in blocks for place in joints_of(block)]
        regions = by_region(places).values()
        found = [self._judge(case, own, when, _first_at(blocks, own)) for own in regions]
        if any(not joints_of(block) for block in blocks):
            found.append(Found(Verdict.UNKNOWN, missing=(phrase("missing.joints", on=when),)))
        return found

    def _judge(self, case: Case, places: Sequence[JointSide], when: str, block: Block | None) -> Found:
        groups = [tuple(dict.fromkeys(place.joint for place in in_order(places)))]
        if self.per_side:
            groups = [tuple(p.joint for p in in_order(places) if p.side is side) for side in Side]
        many = max(len(group) for group in groups)
        apart = self.contiguous and not all(_neighbours(case, group) for group in groups)
        key = "evidence.levels_apart" if apart else "evidence.levels"
        names = listed(list(dict.fromkeys(place.joint for place in in_order(places))))
        text = phrase(key, when=when, count=counted_joints(many), joints=names)
        evidence = Evidence(text, block.id if block else None, many, block.performed_on if block else None)
        verdict = Verdict.NOT_MET if many > self.at_most or apart else Verdict.MET
        return Found(verdict, (evidence,), caution=self._split(many))

    def _split(self, many: int) -> str:
        """What it costs in sessions to stay within the limit."""
        days = -(-many // self.at_most)
        return phrase("caution.split", days=days, limit=self.at_most) if many > self.at_most else ""


def _first_at(blocks: Sequence[Block], places: Sequence[JointSide]) -> Block:
    return next(block for block in blocks if set(places) & set(joints_of(block)))


def _neighbours(case: Case, names: Sequence[str]) -> bool:
    spine = list(joints_of_spine(six_lumbar=case.course.six_lumbar))
    at = [spine.index(name) for name in names if name in spine]
    return not at or max(at) - min(at) + 1 == len(at)


def counted_joints(number: int) -> str:
    """`1 joint`, `2 joints`."""
    return phrase("evidence.one_joint") if number == 1 else phrase("evidence.joints", count=number)


def own_blocks(case: Case) -> tuple[Block, ...]:
    """The blocks of this course that injected something, planned ones included."""
    return tuple(block for block in all_blocks(case) if block.course_id == case.course.id)


@dataclass(frozen=True, slots=True)
class JointsNamed:
    """Each block names its joints: payers count joints, not nerves, and both sides as one level."""

    def find(self, case: Case) -> Found:
        found = [self._judge(block) for block in own_blocks(case)]
        return together(found) if found else not_yet("gap.no_block")

    def _judge(self, block: Block) -> Found:
        on = show_date(block.performed_on)
        names = {place.joint for place in block.joints or block.planned_joints}
        if not names:
            return Found(Verdict.UNKNOWN, missing=(phrase("missing.joints", on=on),))
        count, nerves = counted_joints(len(names)), len({target.nerve for target in block.targets})
        key = "evidence.joints_of_nerves" if nerves else "evidence.joints_on"
        text = phrase(key, on=on, count=count, nerves=nerves)
        return Found(Verdict.MET, (Evidence(text, block.id, len(names), block.performed_on),))


@dataclass(frozen=True, slots=True)
class RegionKnown:
    """The coverage region of each block is known; T12-L1 together with L1-2 is lumbar."""

    def find(self, case: Case) -> Found:
        found = [self._judge(block) for block in own_blocks(case)]
        return together(found) if found else not_yet("gap.no_block")

    def _judge(self, block: Block) -> Found:
        on, places = show_date(block.performed_on), joints_of(block)
        if not places:
            return Found(Verdict.UNKNOWN, missing=(phrase("missing.joints", on=on),))
        evidence = region_evidence(block.performed_on, places, block)
        both = {"T12-L1", "L1-2"} <= {place.joint for place in places}
        return Found(Verdict.MET, (evidence,), caution=phrase("caution.junction", on=on) if both else "")


def region_evidence(on: date, places: Sequence[JointSide], block: Block) -> Evidence:
    """`03-Nov-2026: lumbar and sacral`."""
    named = [region.value for region in CoverageRegion if region in regions_of(places)]
    return Evidence(phrase("evidence.regions", on=show_date(on), regions="; ".join(named)), block.id, on=on)


def kind_gap(block: Block) -> str:
    """What is missing to say whether a block counts as diagnostic or therapeutic."""
    key = "gap.purpose" if block.purpose is None else "missing.steroid_on"
    return phrase(key, on=show_date(block.performed_on))


def _by_day(case: Case) -> dict[date, list[Block]]:
    """All blocks of the patient on the days on which this course had one."""
    mine = {block.performed_on for block in own_blocks(case)}
    days: dict[date, list[Block]] = {on: [] for on in sorted(mine)}
    for block in all_blocks(case):
        if block.performed_on in days:
            days[block.performed_on].append(block)
    return days


@dataclass(frozen=True, slots=True)
class OneRegionPerDay:
    """On one day only one coverage region was treated."""

    def find(self, case: Case) -> Found:
        found = [self._judge(on, blocks) for on, blocks in _by_day(case).items()]
        return together(found) if found else not_yet("gap.no_block")

    def _judge(self, on: date, blocks: Sequence[Block]) -> Found:
        places = in_order(place for block in blocks for place in joints_of(block))
        silent = any(not joints_of(block) for block in blocks)
        missing = (phrase("missing.joints", on=show_date(on)),) if silent else ()
        if len(regions_of(places)) > 1:
            return Found(Verdict.NOT_MET, (region_evidence(on, places, blocks[0]),), missing)
        evidence = (region_evidence(on, places, blocks[0]),) if places else ()
        return Found(Verdict.UNKNOWN if missing else Verdict.MET, evidence, missing)


@dataclass(frozen=True, slots=True)
class OneSessionADay:
    """All blocks of a day in a region are one session, and so of one purpose."""

    def find(self, case: Case) -> Found:
        found = [self._judge(on, blocks) for on, blocks in _by_day(case).items()]
        return together(found) if found else not_yet("gap.no_block")

    def _judge(self, on: date, blocks: Sequence[Block]) -> Found:
        regions, found = by_region(place for block in blocks for place in joints_of(block)), []
        for region, places in regions.items():
            when = f"{show_date(on)}, {region.value}" if len(regions) > 1 else show_date(on)
            found.append(_one_purpose(when, [b for b in blocks if set(places) & set(joints_of(b))]))
        if any(not joints_of(block) for block in blocks):
            found.append(_one_purpose(show_date(on), blocks, sure=False))
        return together(found)


def _one_purpose(when: str, blocks: Sequence[Block], *, sure: bool = True) -> Found:
    """`sure` is False when some of them may have been in another region."""
    on, mixed = blocks[0].performed_on, len({kind_of(block) for block in blocks} - {None}) > 1
    key = "evidence.session" if len(blocks) == 1 else "evidence.session_of"
    evidence = (Evidence(phrase(key, on=when, count=len(blocks)), blocks[0].id, len(blocks), on),)
    if mixed and sure:
        return Found(Verdict.NOT_MET, evidence, caution=phrase("caution.mixed", on=show_date(on)))
    if mixed:
        return Found(Verdict.UNKNOWN, missing=(phrase("missing.joints", on=show_date(on)),))
    missing = tuple(kind_gap(block) for block in blocks if kind_of(block) is None)
    return Found(Verdict.UNKNOWN if missing else Verdict.MET, evidence, missing[:1])


@dataclass(frozen=True, slots=True)
class NothingElseThatDay:
    """On the day of a diagnostic block nothing else was injected that could confuse the test."""

    def find(self, case: Case) -> Found:
        done = [block for block, _ in diagnostic_blocks(case)]
        return together([self._judge(case, block) for block in done]) if done else not_yet("gap.no_block")

    def _judge(self, case: Case, block: Block) -> Found:
        on = show_date(block.performed_on)
        that_day = [each for each in all_blocks(case) if _done_with(each, block)]
        beside = [each for each in that_day if _confuses(each, block)]
        if beside or block.other_injection:
            named = beside[0].id if beside else block.id
            return Found(
                Verdict.NOT_MET, (Evidence(phrase("evidence.another", on=on), named, on=block.performed_on),)
            )
        if unclear := [each for each in that_day if _confuses(each, block) is None]:
            return Found(Verdict.UNKNOWN, missing=tuple(dict.fromkeys(map(_unclear, unclear))))
        if block.other_injection is None:
            return Found(Verdict.UNKNOWN, missing=(phrase("missing.another", on=on),))
        return Found(
            Verdict.MET, (Evidence(phrase("evidence.nothing_else", on=on), block.id, on=block.performed_on),)
        )


def _done_with(each: Block, block: Block) -> bool:
    same_day = each.performed_on == block.performed_on and each.state is not BlockState.PLANNED
    return same_day and each.id != block.id


def _confuses(each: Block, block: Block) -> bool | None:
    """Whether another block of the day is no diagnostic block of the same region; None is not known."""
    if kind_of(each) is Purpose.THERAPEUTIC:
        return True
    if not joints_of(each) or not joints_of(block):
        return None
    if regions_of(joints_of(each)) != regions_of(joints_of(block)):
        return True
    return None if kind_of(each) is None else False


def _unclear(each: Block) -> str:
    if kind_of(each) is None:
        return kind_gap(each)
    return phrase("missing.joints", on=show_date(each.performed_on))
