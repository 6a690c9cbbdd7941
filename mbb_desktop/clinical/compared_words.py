"""Two blocks in words: the table of a referral and the rows of a response, on screen and on paper."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from mbb_desktop.clinical.anatomy import Side, say_joints_in_sentence
from mbb_desktop.clinical.block import Block, DrugUse, SedationLevel
from mbb_desktop.clinical.doses import DoseLine, DosePart, dose_lines, say_not_counted
from mbb_desktop.clinical.drugs import show_percent_strength
from mbb_desktop.clinical.measures import Measures
from mbb_desktop.clinical.pairs import Compared, ComparedRow, PairVerdict
from mbb_desktop.clinical.performed import joints_blocked
from mbb_desktop.clinical.phrases import of, phrase
from mbb_desktop.clinical.relief_words import say_best, say_calculated, say_run, say_span, say_stated
from mbb_desktop.clinical.response import SLOTS
from mbb_desktop.clinical.shown import listed, show_amount, show_date, total
from mbb_desktop.clinical.verdict import Assessed, SeriesResult


@dataclass(frozen=True, slots=True)
class ComparisonLine:
    """The joints of one side in two blocks; `both` says what holds in both of them."""

    joints: str
    side: Side
    first: str
    second: str
    both: str
    verdict: PairVerdict
    both_reached: bool


def block_facts(assessed: Assessed) -> tuple[tuple[str, str], ...]:
    """Label and words of one block, in the order of the referral's table."""
    block = assessed.block
    return (
        (phrase("table.date"), show_date(block.performed_on)),
        (phrase("table.joints"), _joints(block)),
        (phrase("table.dose"), _doses(block)),
        (phrase("table.guidance"), _other_drugs(block)),
        (phrase("table.best"), _said(assessed, say_best)),
        (phrase("table.relief"), _said(assessed, _both_percentages)),
        (assessed.threshold.words, _said(assessed, say_run)),
        (phrase("table.readings"), _readings(assessed)),
        (phrase("table.regained"), _regained(assessed)),
        (phrase("table.result"), "; ".join(_each(assessed, [result.title for result in assessed.series]))),
    )


def _said(assessed: Assessed, say: Callable[[Measures], str]) -> str:
    return "; ".join(_each(assessed, [say(result.measures) for result in assessed.series]))


def _each(assessed: Assessed, words: list[str]) -> list[str]:
    """The words of each series, named when there are several; the same words are said once."""
    if not words:
        return [phrase("table.not_recorded")]
    series: dict[str, list[str]] = {}
    for result, said in zip(assessed.series, words, strict=True):
        series.setdefault(said, []).append(result.series.value)
    if len(series) == 1 and len(words) == 1:
        return words
    return [phrase("table.of_series", series=listed(names), words=said) for said, names in series.items()]


def _both_percentages(measures: Measures) -> str:
    key = "table.calculated_only" if measures.stated is None else "table.percentages"
    return phrase(key, calculated=say_calculated(measures), stated=say_stated(measures))


def _joints(block: Block) -> str:
    joints = joints_blocked(block)
    injected = sum(not target.not_injected for target in block.targets)
    if not block.targets:
        return say_joints_in_sentence(joints)
    key = "table.joints_nerve" if injected == 1 else "table.joints_nerves"
    return phrase(key, joints=say_joints_in_sentence(joints), count=injected)


def _doses(block: Block) -> str:
    """What went to the nerves; the skin anesthetic is in the note."""
    at_nerves = {drug.agent for drug in block.drugs_for(DrugUse.TARGET)}
    lines = [line for line in dose_lines(block, None, {}) if line.agent in at_nerves]
    return "; ".join(_dose(block, line) for line in lines) or phrase("table.not_recorded")


def _dose(block: Block, line: DoseLine) -> str:
    """`lidocaine 2 %, 0.5 mL per nerve, 3 mL (60 mg)`, of what was injected at the nerves."""
    drawn = [drug for drug in block.drugs_for(DrugUse.TARGET) if drug.agent == line.agent]
    strengths = {show_percent_strength(drug.strength): None for drug in drawn if drug.strength is not None}
    parts = [part for part in line.parts if part.use is DrugUse.TARGET]
    said = [" ".join([line.agent, *strengths])]
    each = {part.each for part in parts}
    if len(each) == 1 and (volume := each.pop()) is not None:
        said.append(phrase("table.each", mL=show_amount(volume, 3)))
    if parts:
        said.append(_total(parts))
    missing = say_not_counted(gap for gap in line.missing if gap.use is DrugUse.TARGET)
    return ", ".join(filter(None, [*said, missing]))


def _total(parts: list[DosePart]) -> str:
    at_most = any(part.at_most for part in parts)
    volume = show_amount(total(part.volume for part in parts), 3)
    milligrams = show_amount(total(part.milligrams for part in parts), up=at_most)
    return phrase("table.total_at_most" if at_most else "table.total", mL=volume, mg=milligrams)


def _other_drugs(block: Block) -> str:
    guidance = block.fluoroscopy.guidance
    said = [guidance.value if guidance else phrase("table.guidance_missing")]
    return ", ".join([*said, _contrast(block), _sedation(block), _steroid(block)])


def _contrast(block: Block) -> str:
    if block.no_contrast:
        return phrase("table.no_contrast")
    used = any(target.contrast for target in block.targets if not target.not_injected)
    return phrase("table.contrast" if used else "table.contrast_missing")


def _sedation(block: Block) -> str:
    if block.sedation is SedationLevel.NONE:
        return phrase("table.no_sedation")
    if block.sedation is not None:
        return phrase("table.sedation", level=block.sedation.value)
    drugs = listed([drug.agent for drug in block.drugs_for(DrugUse.SEDATION)])
    return phrase("table.sedation", level=drugs) if drugs else phrase("table.sedation_missing")


def _steroid(block: Block) -> str:
    drugs = listed([drug.agent for drug in block.drugs_for(DrugUse.STEROID)])
    if drugs:
        return phrase("table.steroid", drugs=drugs)
    return phrase("table.no_steroid" if block.no_steroid else "table.steroid_missing")


def _readings(assessed: Assessed) -> str:
    """`9 of 12 (in window 4 of 4): in clinic 2, paper diary 7`, of the overall scores or the first side's."""
    result = assessed.overall or next(iter(assessed.series), None)
    if result is None or assessed.response is None:
        return phrase("table.not_recorded")
    measures = result.measures
    given = sum(point.slot in SLOTS for point in measures.given)
    count = phrase("table.count", given=given, due=len(SLOTS))
    if measures.due:
        count = phrase("table.count_window", count=count, filled=measures.filled, due=measures.due)
    modes = Counter(
        reading.mode
        for point in measures.given
        if point.slot in SLOTS and (reading := assessed.response.reading(result.series, point.slot))
    )
    said = [f"{of(mode)} {number}" for mode, number in modes.items()]
    return f"{count}: {', '.join(said)}" if said else count


def _regained(assessed: Assessed) -> str:
    response = assessed.response
    if response is None or not (response.movements_regained or response.movements_tried):
        return phrase("table.not_recorded")
    if response.movements_regained:
        return ", ".join(response.movements_regained)
    return phrase("table.none_regained", tried=", ".join(response.movements_tried))


def comparison_rows(compared: Compared) -> tuple[ComparisonLine, ...]:
    """One line per side: scores are per side, so the joints of a side stand together."""
    sides: dict[Side, list[ComparedRow]] = {}
    for row in compared.rows:
        sides.setdefault(row.place.side, []).append(row)
    return tuple(_line(compared, rows) for rows in sides.values())


def _line(compared: Compared, rows: list[ComparedRow]) -> ComparisonLine:
    row = rows[0]
    key = "table.both" if row.both_reached else "table.not_both"
    both = phrase(key, threshold=compared.first.threshold.words)
    joints = ", ".join(each.place.joint for each in rows)
    first, second = _result(row.first), _result(row.second)
    return ComparisonLine(joints, row.place.side, first, second, both, row.verdict, row.both_reached)


def _result(result: SeriesResult | None) -> str:
    """`8 to 1 (87 %), from 30 min to 2 h`."""
    if result is None:
        return phrase("table.not_recorded")
    run = result.measures.run
    return ", ".join([say_best(result.measures), *([say_span(run)] if run else [])])
