"""A diagnostic response in words: what was computed, what the physician concludes, and on what both rest."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from mbb_desktop.clinical.block import DrugUse, SedationLevel
from mbb_desktop.clinical.compared_words import ComparisonLine, comparison_rows
from mbb_desktop.clinical.explain import explain
from mbb_desktop.clinical.measures import Lasted
from mbb_desktop.clinical.phrases import of, phrase
from mbb_desktop.clinical.relief_words import (
    say_best,
    say_calculated,
    say_lasted,
    say_run,
    say_stated,
)
from mbb_desktop.clinical.response import Conclusion, Medicine, Response, Series
from mbb_desktop.clinical.verdict import Assessed, BlockVerdict, SeriesResult
from mbb_desktop.documents.amounts import NB, clock_on, counted, day, joined, tied, whole
from mbb_desktop.documents.note_drugs import drug_called
from mbb_desktop.documents.places import joint_words, joints_done
from mbb_desktop.documents.response_facts import ResponseFacts
from mbb_desktop.documents.sentences import Section, Sentence, section, told
from mbb_desktop.documents.wording import Mark, Run, Words, bold, capitalized, listed, side_run, spaced, words

NOT_RECORDED = "not recorded"


@dataclass(frozen=True, slots=True)
class Computed:
    """The computed value in words. `met` is True or False only when it holds for every series."""

    headline: tuple[Words, ...]
    details: tuple[Words, ...]
    met: bool | None


@dataclass(frozen=True, slots=True)
class Report:
    """The whole response in the order in which it is read."""

    place: Words
    about: Words
    computed: Computed
    conclusion: tuple[Words, ...]
    circumstances: tuple[Section, ...]
    why: tuple[tuple[str, str], ...]
    comparison: tuple[ComparisonLine, ...]
    compared_title: str
    compared_heads: tuple[Words, Words]
    compared_notes: tuple[str, ...]
    source: str
    limits: str
    last: tuple[Section, ...]


def report(facts: ResponseFacts) -> Report:
    """The response of a block as it is recorded now. The same facts give the same words."""
    compared = facts.compared
    return Report(
        place=_place(facts),
        about=_about(facts),
        computed=computed(facts),
        conclusion=_conclusion(facts),
        circumstances=_circumstances(facts),
        why=_why(facts),
        comparison=comparison_rows(compared) if compared else (),
        compared_title=_compared_title(facts),
        compared_heads=_heads(facts),
        compared_notes=_compared_notes(facts),
        source=tied(f"{_rule_set(facts)}: {facts.rule_set.source.words}") if facts.rule_set else "",
        limits=tied(phrase("false_positive.single")),
        last=tuple(each for each in (section("Plan", _plan(facts)),) if each.sentences),
    )


def _place(facts: ResponseFacts) -> Words:
    block = facts.assessed.block
    number = f" {facts.block_number}" if facts.block_number else ""
    done = joints_done(block)
    joints = capitalized(joint_words(done)) if done else words("Levels not recorded")
    return words(joints, f", diagnostic block{number}")


def _about(facts: ResponseFacts) -> Words:
    """Which pain was scored on which scale, and the note of the block."""
    course = facts.course
    pain: list[str | Words] = []
    if course is not None and course.pain_area:
        sides = listed([side_run(side) for side in course.pain_sides])
        provoked = f", on {course.provoked_by}" if course.provoked_by else ""
        pain = ["Index pain: ", course.pain_area, ", " if course.pain_sides else "", sides, f"{provoked}. "]
    scale = facts.response.scale or NOT_RECORDED
    block = facts.assessed.block
    out = f", needle out {clock_on(block.needle_out, block.performed_on)}" if block.needle_out else ""
    note = f", note {facts.note_number}" if facts.note_number else ""
    first = f"Block of {day(block.performed_on)}{out}{note}. "
    return words(first, *(pain or ["Index pain: not recorded. "]), f"Scale: {scale}.")


# What was computed


def computed(facts: ResponseFacts) -> Computed:
    """Whether each series meets the criterion, how long relief lasted, and what stands beside it."""
    results = facts.assessed.series
    criterion = words(tied(f"Criterion you selected: {_criterion(facts)}."))
    if not results:
        return Computed((words("Not assessable: no score is recorded"),), (criterion,), None)
    states = {result.meets(_lasting(facts)) for result in results}
    met = states.pop() if len(states) == 1 else None
    unnamed = (criterion,) if states <= {None} and met is None else ()
    return Computed(tuple(_headlines(facts)), (*_details(facts.assessed), *unnamed), met)


def _lasting(facts: ResponseFacts) -> bool:
    return facts.rule_set is not None and facts.rule_set.asks_duration


def _headlines(facts: ResponseFacts) -> Iterator[Words]:
    criterion = f" the criterion you selected: {_criterion(facts)}"
    groups = list(grouped(facts.assessed, lambda result: _headline(result, criterion, _lasting(facts))))
    for names, said in groups:
        yield words(capitalized(names), ": ", tied(said)) if len(groups) > 1 else words(tied(said))


def _headline(result: SeriesResult, criterion: str, lasting: bool) -> str:
    met = result.meets(lasting)
    if met is None:
        return joined((result.title, result.reason), ": ")
    plain = result.verdict is BlockVerdict.NEGATIVE or (met and result.measures.lasted is not Lasted.SHORT)
    title = "" if plain else f" ({result.title.lower()})"
    return f"{'Meets' if met else 'Does not meet'}{criterion}{title}"


def _rule_set(facts: ResponseFacts) -> str:
    return facts.rule_set.named_on(facts.assessed.block.performed_on) if facts.rule_set else ""


def _criterion(facts: ResponseFacts) -> str:
    named = joined((_rule_set(facts), facts.rule_id))
    return facts.assessed.threshold.words + (
        f" on the same scale ({named})" if named else " on the same scale"
    )


def _details(assessed: Assessed) -> Iterator[Words]:
    runs = list(grouped(assessed, lambda result: say_run(result.measures)))
    lasting = list(grouped(assessed, lambda result: say_lasted(result.measures)))
    if len(runs) == len(lasting) == 1:
        said = tied(_upper(lasting[0][1]))
        yield words(
            bold(f"{tied(_upper(runs[0][1]))}."), f" {said}", ": " if runs[0][0] else "", runs[0][0], "."
        )
    else:
        yield from (words(bold(tied(_upper(said))), ", ", names, ".") for names, said in runs)
        yield from (words(tied(_upper(said)), ", ", names, ".") for names, said in lasting)
    confounded = dict.fromkeys(c.what for result in assessed.series for c in result.confounders)
    if confounded:
        yield words(Run("Confounded:", Mark.MISSING), f" {_run_on(confounded)}.")
    cautions = dict.fromkeys(
        [*assessed.cautions, *(c for result in assessed.series for c in result.cautions)]
    )
    if cautions:
        yield words(bold("Caution:"), f" {_run_on(cautions)}.")


def grouped(assessed: Assessed, say: Callable[[SeriesResult], str]) -> Iterator[tuple[Words, str]]:
    """What is said of the series: each text once with the series it is true of, or without names for one."""
    said: dict[str, list[Series]] = {}
    for result in assessed.series:
        said.setdefault(say(result), []).append(result.series)
    for text, series in said.items():
        yield (series_names(series) if len(assessed.series) > 1 else ()), text


def series_names(series: list[Series]) -> Words:
    """`left, right and overall`, with the sides in their colours."""
    return listed([series_run(each) for each in series])


def series_run(series: Series) -> Run:
    marks = {Series.LEFT: Mark.LEFT, Series.RIGHT: Mark.RIGHT, Series.OVERALL: Mark.BOLD}
    return Run(series.value, marks[series])


def _run_on(texts: Iterable[str]) -> str:
    """Several remarks, each a sentence, whatever it ends with; without the last full stop."""
    return tied(". ".join(_upper(text.rstrip(". ")) for text in texts))


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


# What the physician concludes


def _conclusion(facts: ResponseFacts) -> tuple[Words, ...]:
    response = facts.response
    if response.conclusion is None:
        return (words(bold("Not concluded yet.")),)
    concluded = _upper(of(response.conclusion))
    sure = response.conclusion is not Conclusion.NOT_ASSESSABLE
    block = words(bold(f"{concluded} block." if sure else f"{concluded}."))
    reason = words(response.conclusion_reason.rstrip("."), ".") if response.conclusion_reason.strip() else ()
    by = joined((whole(facts.physician.signs_as) if facts.physician else "", _concluded_on(facts)))
    return tuple(each for each in (block, reason, words(f"{by}.") if by else ()) if each)


def _concluded_on(facts: ResponseFacts) -> str:
    return day(facts.concluded_on) if facts.concluded_on else ""


# Relief and circumstances


def _circumstances(facts: ResponseFacts) -> tuple[Section, ...]:
    assessed, response = facts.assessed, facts.response
    rows = (
        ("Calculated", words(_by_series(assessed, lambda r: _calculated(r)))),
        ("Stated", words(_by_series(assessed, lambda r: say_stated(r.measures)), _stated_at(response))),
        ("Movements", _movements(response)),
        ("Medicines", _medicines(facts)),
        ("Rest, effects", _rest(response)),
        *([("Another pain", words(_unmasked(response)))] if response.unmasked else []),
    )
    return tuple(Section(title, (Sentence(said, "response"),)) for title, said in rows)


def _calculated(result: SeriesResult) -> str:
    best, percent = say_best(result.measures), say_calculated(result.measures)
    return f"{percent} ({best.split(' (')[0]})" if percent in best else best


def _by_series(assessed: Assessed, say: Callable[[SeriesResult], str]) -> Words:
    parts = [words(bold(tied(said)), " " if names else "", names) for names, said in grouped(assessed, say)]
    return listed(parts, last="; ", between="; ") if parts else words(NOT_RECORDED)


def _stated_at(response: Response) -> str:
    if not response.stated:
        return ""
    last = max(response.stated, key=lambda stated: stated.at)
    return f" ({day(last.at.date())})"


def _movements(response: Response) -> Words:
    regained = response.movements_regained
    not_regained = [each for each in response.movements_tried if each not in regained]
    parts = [
        words(bold("Regained:"), f" {', '.join(regained)}.") if regained else (),
        words(bold("Not regained:"), f" {', '.join(not_regained)}.") if not_regained else (),
    ]
    return spaced(part for part in parts if part) or words(NOT_RECORDED)


def _medicines(facts: ResponseFacts) -> Words:
    response, block = facts.response, facts.assessed.block
    taken = [_medicine(each, facts) for each in response.medicines]
    if response.no_other_medicine and not taken:
        taken.append("No other medicine that day")
    if block.sedation is SedationLevel.NONE:
        taken.append("No sedation")
    elif block.sedation is not None or block.drugs_for(DrugUse.SEDATION):
        taken.append(f"Sedation: {block.sedation.value if block.sedation else 'given'}")
    return words(". ".join(map(_upper, taken)), ".") if taken else words(NOT_RECORDED)


def _medicine(medicine: Medicine, facts: ResponseFacts) -> str:
    at = (
        f" at {clock_on(medicine.at, facts.assessed.block.performed_on)}"
        if medicine.at
        else ", time not recorded"
    )
    return f"{joined((medicine.name, medicine.dose), ' ')}{at}: {of(medicine.kind)}"


def _rest(response: Response) -> Words:
    nap = {True: "Napped.", False: "Did not nap.", None: "Nap not recorded."}[response.napped]
    effects = f"Side effects: {response.side_effects or NOT_RECORDED}."
    return words(f"{nap} {effects}")


def _unmasked(response: Response) -> str:
    return f"Felt elsewhere after the block, not part of the scores: {response.unmasked.rstrip('.')}."


# Why, the comparison, and what follows


def _why(facts: ResponseFacts) -> tuple[tuple[str, str], ...]:
    """The explanation of the overall result, or of each side's when there is no overall one."""
    assessed = facts.assessed
    shown = [assessed.overall] if assessed.overall else list(assessed.series)
    elsewhere = {
        phrase(key) for key in ("why.inputs", "why.stated", "why.beside", "why.source", "why.limits")
    }
    rows: dict[str, list[str]] = {phrase("why.inputs"): [_inputs(facts)]}
    for result in shown:
        said_above = f"; {say_lasted(result.measures)}"
        for label, words_of in explain(result, assessed, facts.rule_set):
            text = words_of.replace(said_above, "")
            named = f"{result.series.value}: {text}" if len(shown) > 1 else text
            if label not in elsewhere:
                rows.setdefault(label, []).append(named)
    return tuple((label, tied("; ".join(texts))) for label, texts in rows.items())


def _inputs(facts: ResponseFacts) -> str:
    """The score before, the scores of the table above, and what was injected."""
    drugs = [drug_called(drug) for drug in facts.assessed.block.drugs_for(DrugUse.TARGET)]
    return joined(("the scores above", " + ".join(drugs) or "anesthetic not recorded"))


def _compared_title(facts: ResponseFacts) -> str:
    number = f" {facts.earlier_number}" if facts.earlier_number else ""
    return f"Comparison with block{number}, per joint and side"


def _heads(facts: ResponseFacts) -> tuple[Words, Words]:
    if facts.compared is None:
        return (), ()
    first, second = facts.compared.first, facts.compared.second
    numbers = (facts.earlier_number, facts.block_number)
    if second.block.id != facts.assessed.block.id:
        numbers = (facts.block_number, facts.earlier_number)
    return block_head(first, numbers[0], Mark.FIRST), block_head(second, numbers[1], Mark.SECOND)


def block_head(assessed: Assessed, number: int | None, mark: Mark) -> Words:
    """`Block 1, 27-Oct-2026, lidocaine`."""
    name = f"Block{NB}{number}" if number else "Block"
    return words(Run(joined((name, day(assessed.block.performed_on), " + ".join(assessed.agents))), mark))


def _compared_notes(facts: ResponseFacts) -> tuple[str, ...]:
    compared = facts.compared
    if compared is None:
        return ()
    found = ["Scores are per side, not per joint", f"{counted(compared.days_apart, 'day')} apart"]
    if not compared.comparable:
        found.append("the two blocks share no joint on the same side")
    found.extend(dict.fromkeys(of(row.verdict) for row in compared.rows))
    found.extend(dict.fromkeys([*compared.cautions, *(c for row in compared.rows for c in row.cautions)]))
    return tuple(tied(text.rstrip(". ")) for text in found)


def _plan(facts: ResponseFacts) -> Iterator[Sentence]:
    if facts.response.note:
        yield told("response.note", facts.response.note)
