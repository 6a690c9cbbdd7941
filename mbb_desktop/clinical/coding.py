"""Which codes a block or an ablation would be reported with, and why: a preview, never a claim.

A level is a joint of which every nerve was treated; nerves are never counted. Both sides of a joint are one
level. What is not known gives no code but a sentence.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from mbb_desktop.clinical.anatomy import (
    CoverageRegion,
    JointSide,
    NerveSide,
    Side,
    coverage_region,
    in_order,
    joints_covered_by_targets,
    joints_partly_covered,
    listed,
    nerves_of_spine,
)
from mbb_desktop.clinical.block import Guidance
from mbb_desktop.clinical.code_book import CodeBook, Ladder, PayerStyle
from mbb_desktop.clinical.people import BothSides
from mbb_desktop.clinical.phrases import of, phrase
from mbb_desktop.clinical.shown import show_date

_CT, _LS = CoverageRegion.CERVICAL_THORACIC, CoverageRegion.LUMBAR_SACRAL
_LADDER_OF = {_CT: "CT", _LS: "LS"}
_JUNCTION = ("T12-L1", "L1-2")
_SHORT = {Side.LEFT: "LT", Side.RIGHT: "RT"}


class Procedure(Enum):
    INJECTION = "injection"
    ABLATION = "ablation"


@dataclass(frozen=True, slots=True)
class Work:
    """What was done in one session: `joints` treated as such, `nerves` with a needle each; None is unknown.

    `diagnostic` is false for therapeutic work and with steroid; `thermal` only matters for an ablation.
    """

    procedure: Procedure
    on: date
    joints: tuple[JointSide, ...] = ()
    nerves: tuple[NerveSide, ...] = ()
    diagnostic: bool | None = None
    guidance: Guidance | None = None
    thermal: bool | None = None
    six_lumbar: bool = False


@dataclass(frozen=True, slots=True)
class CodeLine:
    """One line: `covered` false says that the payer does not cover it; None that nobody knows."""

    code: str
    units: int
    modifiers: tuple[str, ...]
    joints: tuple[JointSide, ...]
    reasons: tuple[str, ...]
    covered: bool | None = None

    @property
    def words(self) -> str:
        """`64493-50-KX`."""
        return "-".join([self.code, *self.modifiers])


@dataclass(frozen=True, slots=True)
class Preview:
    """The lines, the levels counted, and what a coder must know or nobody has recorded."""

    lines: tuple[CodeLine, ...]
    levels: tuple[JointSide, ...]
    sentences: tuple[str, ...]

    @property
    def level_count(self) -> int:
        return len({level.joint for level in self.levels})


@dataclass(frozen=True, slots=True)
class _Level:
    """One joint with the sides on which it was treated."""

    joint: str
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class _Rung:
    """A code with the levels it stands for; `place` counts from 0."""

    code: str
    place: int
    levels: tuple[_Level, ...]
    ladder: Ladder
    region: CoverageRegion

    @property
    def together(self) -> bool:
        """Whether one unit stands for all levels."""
        return self.ladder.last_once or self.place == 0


def preview(work: Work, book: CodeBook, style: PayerStyle) -> Preview:
    """The lines of one session for one payer, in the order in which they are written."""
    treated = levels_of(work)
    counted = tuple(_not_counted(work, treated))
    if why := _no_code(work, treated, book):
        return Preview((), treated, (*counted, why))
    rungs = [rung for rung in _rungs(work, treated, book) if not _sides_unequal(rung)]
    lines = _joined(line for rung in rungs for line in _lines(rung, work, style))
    lines[0] = replace(lines[0], reasons=(*_how_counted(work, treated), *lines[0].reasons))
    open_ones = [_open_question(rung, style) for rung in _rungs(work, treated, book)]
    sentences = [*counted, *filter(None, open_ones), *_remarks(work, treated, book, style)]
    sentences += _notices(work, lines, book, style)
    return Preview(tuple(lines), treated, tuple(dict.fromkeys(sentences)))


def levels_of(work: Work) -> tuple[JointSide, ...]:
    """The joints that count: those treated as such and those of which every nerve was treated."""
    covered = joints_covered_by_targets(work.nerves, six_lumbar=work.six_lumbar)
    return in_order({*work.joints, *covered})


def codes_of_plan(
    procedure: Procedure, joints: Iterable[JointSide], on: date, book: CodeBook
) -> tuple[str, ...]:
    """The codes of a session that is planned under fluoroscopy, without sides, units and modifiers.

    None when the numbers cannot be told from the joints.
    """
    work = Work(procedure, on, tuple(joints), diagnostic=True, guidance=Guidance.FLUOROSCOPY, thermal=True)
    treated = levels_of(work)
    if _no_code(work, treated, book):
        return ()
    return tuple(dict.fromkeys(rung.code for rung in _rungs(work, treated, book)))


def say_levels(count: int) -> str:
    """`1 level`, `2 levels`."""
    return phrase("coding.one_level") if count == 1 else phrase("coding.levels", count=count)


def _not_counted(work: Work, treated: tuple[JointSide, ...]) -> Iterator[str]:
    known = nerves_of_spine(six_lumbar=work.six_lumbar)
    for nerve in dict.fromkeys(each.nerve for each in work.nerves):
        if nerve not in known:
            yield phrase("coding.not_a_target", nerve=nerve)
    for side in Side:
        own = {each.nerve for each in work.nerves if each.side is side}
        done = {level.joint for level in treated if level.side is side}
        for joint, missing in joints_partly_covered(own, six_lumbar=work.six_lumbar):
            if joint not in done:
                yield phrase("coding.joint_not_complete", joint=f"{joint} {side.value}", missing=missing)


def _no_code(work: Work, treated: tuple[JointSide, ...], book: CodeBook) -> str:
    """Why there is no line at all; empty when there may be some."""
    if not treated:
        return phrase("coding.nothing_treated")
    if why := _guidance_problem(work):
        return why
    if work.procedure is Procedure.ABLATION and not work.thermal:
        return phrase("coding.heat_not_recorded" if work.thermal is None else "coding.not_thermal")
    return _junction_problem(work, treated) or _too_early(work, treated, book)


def _guidance_problem(work: Work) -> str:
    if work.guidance is None:
        return phrase("coding.no_guidance_recorded")
    if work.guidance is Guidance.NONE:
        return phrase("coding.no_guidance")
    ablation = work.procedure is Procedure.ABLATION
    return phrase("coding.guidance_ablation") if ablation and work.guidance is Guidance.ULTRASOUND else ""


def _junction_problem(work: Work, treated: tuple[JointSide, ...]) -> str:
    names = [level.joint for level in _by_joint(treated)]
    if not set(_JUNCTION) <= set(names):
        return ""
    if work.procedure is Procedure.ABLATION:
        return phrase("coding.ablation_junction")
    others = [name for name in names if coverage_region(name, names) is _CT]
    return phrase("coding.three_junctions", other=listed(others)) if others else ""


def _too_early(work: Work, treated: tuple[JointSide, ...], book: CodeBook) -> str:
    for rung in _rungs(work, treated, book):
        since = rung.ladder.in_force_since
        if work.on < since:
            codes = listed(rung.ladder.codes)
            return phrase(
                "coding.before_code_set", codes=codes, since=show_date(since), on=show_date(work.on)
            )
    return ""


def _by_joint(treated: Iterable[JointSide]) -> list[_Level]:
    """The levels, cranial first."""
    sides: dict[str, list[Side]] = {}
    for each in in_order(treated):
        sides.setdefault(each.joint, []).append(each.side)
    return [_Level(joint, tuple(found)) for joint, found in sides.items()]


def _rungs(work: Work, treated: tuple[JointSide, ...], book: CodeBook) -> list[_Rung]:
    levels = _by_joint(treated)
    names = [level.joint for level in levels]
    rungs: list[_Rung] = []
    for region in CoverageRegion:
        own = [level for level in levels if coverage_region(level.joint, names) is region]
        rungs += _climb(own, region, _ladders(work, book), junction=set(_JUNCTION) <= set(names))
    return rungs


def _ladders(work: Work, book: CodeBook) -> Mapping[CoverageRegion, Ladder]:
    kind = "ultrasound" if work.guidance is Guidance.ULTRASOUND else work.procedure.value
    return {region: book.ladders[f"{kind}_{short}"] for region, short in _LADDER_OF.items()}


def _climb(
    levels: list[_Level], region: CoverageRegion, ladders: Mapping[CoverageRegion, Ladder], *, junction: bool
) -> list[_Rung]:
    """The levels of one region on its ladder: both-sided ones first, then cranial to caudal.

    T12-L1 with L1-2 begins with the thoracic first code and goes on with the lumbar add-ons.
    """
    ladder = ladders[region]
    first = _JUNCTION[0] if region is _LS else ""  # lumbar only together with L1-2
    ordered = sorted(levels, key=lambda level: (level.joint != first, -len(level.sides)))
    last = len(ladder.codes) - 1
    groups: dict[int, list[_Level]] = {}
    for place, level in enumerate(ordered):
        groups.setdefault(min(place, last), []).append(level)
    rungs = [_Rung(ladder.codes[p], p, tuple(found), ladder, region) for p, found in groups.items()]
    if junction and region is _LS:
        rungs[0] = replace(rungs[0], code=ladders[_CT].codes[0])
    return rungs


def _sides_unequal(rung: _Rung) -> bool:
    """One unit for several levels has one set of sides."""
    return rung.together and len({level.sides for level in rung.levels}) > 1


def _open_question(rung: _Rung, style: PayerStyle) -> str:
    both = [level.joint for level in rung.levels if len(level.sides) > 1]
    if _sides_unequal(rung):
        joints = listed([level.joint for level in rung.levels])
        return phrase("coding.unequal_further", code=rung.code, joints=joints)
    if rung.place and both and style.add_on is None:
        return phrase("coding.add_on_style", code=rung.code, joints=listed(both))
    return ""


def _lines(rung: _Rung, work: Work, style: PayerStyle) -> Iterator[CodeLine]:
    by_sides: dict[tuple[Side, ...], list[_Level]] = {}
    for level in rung.levels:
        by_sides.setdefault(level.sides, []).append(level)
    for sides, levels in by_sides.items():
        units = 1 if rung.together else len(levels)
        joints = in_order(JointSide(level.joint, side) for level in levels for side in sides)
        covered, why = _covered(rung, work, style)
        both = phrase("coding.both_sides") if len(sides) > 1 else ""
        reasons = tuple(filter(None, [_place_words(rung, levels), both, why]))
        line = CodeLine(rung.code, units, (), joints, reasons, covered)
        for each in _sided(line, sides, rung, style):
            written = _with_kx(each, work, style)
            yield replace(written, reasons=(*written.reasons, _source(rung.ladder)))


def _joined(lines: Iterable[CodeLine]) -> list[CodeLine]:
    """One line with the units of all that would read the same: a payer takes the second for a duplicate."""
    found: dict[str, CodeLine] = {}
    for line in lines:
        same = found.get(line.words)
        found[line.words] = line if same is None else _both(same, line)
    return list(found.values())


def _both(one: CodeLine, other: CodeLine) -> CodeLine:
    reasons = tuple(dict.fromkeys((*one.reasons[:-1], *other.reasons)))  # the source stands last in both
    joints = in_order({*one.joints, *other.joints})
    return replace(one, units=one.units + other.units, joints=joints, reasons=reasons)


def _sided(line: CodeLine, sides: tuple[Side, ...], rung: _Rung, style: PayerStyle) -> Iterator[CodeLine]:
    if len(sides) == 1:
        modifiers = (_SHORT[sides[0]],) if style.side_on_one_side else ()
        yield replace(line, modifiers=modifiers)
        return
    match style.add_on if rung.place else style.first:
        case BothSides.ONE_LINE:
            yield replace(line, modifiers=("50",))
        case BothSides.TWO_LINES:
            for side in Side:
                joints = tuple(joint for joint in line.joints if joint.side is side)
                yield replace(line, modifiers=(_SHORT[side],), joints=joints)
        case BothSides.TWO_UNITS:
            yield replace(line, units=2 * line.units)


def _with_kx(line: CodeLine, work: Work, style: PayerStyle) -> CodeLine:
    wanted = style.kx_when_diagnostic and work.diagnostic and work.procedure is Procedure.INJECTION
    if not wanted:
        return line
    reason = phrase("coding.kx", payer=style.name)
    return replace(line, modifiers=(*line.modifiers, "KX"), reasons=(*line.reasons, reason))


def _covered(rung: _Rung, work: Work, style: PayerStyle) -> tuple[bool | None, str]:
    if work.guidance is Guidance.ULTRASOUND and style.ultrasound_covered is False:
        return False, phrase("coding.not_covered_ultrasound", payer=style.name)
    if work.procedure is Procedure.ABLATION or style.levels_covered is None:
        return None, ""
    if rung.place >= style.levels_covered:
        return False, phrase("coding.not_covered_level", payer=style.name, count=style.levels_covered)
    return None, ""


def _place_words(rung: _Rung, levels: list[_Level]) -> str:
    joints = listed([level.joint for level in levels])
    if rung.place == 0:
        return phrase("coding.first", joint=joints, region=rung.region.value)
    if not rung.ladder.last_once:
        return phrase("coding.each_further", joints=joints)
    return (
        phrase("coding.second", joint=joints) if rung.place == 1 else phrase("coding.further", joints=joints)
    )


def _source(ladder: Ladder) -> str:
    return phrase("coding.source", source=ladder.source, confidence=of(ladder.confidence))


def _how_counted(work: Work, treated: tuple[JointSide, ...]) -> Iterator[str]:
    levels = _by_joint(treated)
    needles = {each.nerve for each in work.nerves}
    if needles and len(needles) != len(levels):
        yield phrase("coding.nerves", count=len(needles), levels=say_levels(len(levels)))
    if set(_JUNCTION) <= {level.joint for level in levels}:
        yield phrase("coding.junction")
    if len({level.sides for level in levels}) > 1 and all(len(level.sides) == 1 for level in levels):
        yield phrase("coding.other_side")


def _notices(work: Work, lines: list[CodeLine], book: CodeBook, style: PayerStyle) -> Iterator[str]:
    """What the payer wants asked before, for the codes that are there."""
    for notice in book.notices:
        codes = sorted({line.code for line in lines} & notice.codes)
        if codes and notice.rule_set == style.rule_set and work.on >= notice.since:
            fields = {"codes": listed(codes), "words": notice.words, "since": show_date(notice.since)}
            said = {"source": notice.source, "confidence": of(notice.confidence)}
            yield phrase("coding.notice", read=show_date(book.read_on), **fields, **said)


def _remarks(work: Work, treated: tuple[JointSide, ...], book: CodeBook, style: PayerStyle) -> Iterator[str]:
    levels = _by_joint(treated)
    yield phrase("coding.included")
    if not style.side_on_one_side and any(len(level.sides) == 1 for level in levels):
        yield phrase("coding.side_by_contractor")
    if style.kx_when_diagnostic is None:
        yield phrase("coding.payer_not_known")
    if style.levels_covered is not None and len(levels) > style.levels_covered:
        fields = {"payer": style.name, "count": style.levels_covered}
        yield phrase("coding.too_many_levels", levels=say_levels(len(levels)), **fields)
    if style.kx_when_diagnostic and work.diagnostic is None and work.procedure is Procedure.INJECTION:
        yield phrase("coding.purpose_not_recorded", payer=style.name)
    names = [level.joint for level in levels]
    if len({coverage_region(name, names) for name in names}) > 1:
        yield phrase("coding.two_regions")
    if work.on.year > book.read_on.year:
        yield phrase("coding.new_year", read=show_date(book.read_on), on=show_date(work.on))
