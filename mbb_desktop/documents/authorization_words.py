"""A prior-authorization letter in words: what is asked for, what was measured, and the rules it bears on."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from mbb_desktop.clinical.block import Block
from mbb_desktop.clinical.coding import CodeLine, say_levels
from mbb_desktop.clinical.course import ConservativeCare, Course
from mbb_desktop.clinical.phrases import phrase
from mbb_desktop.clinical.quantities import plain
from mbb_desktop.clinical.relief_held import may_be_at
from mbb_desktop.clinical.shown import show_minutes
from mbb_desktop.clinical.template_fields import TemplateKind
from mbb_desktop.clinical.verdict import Assessed
from mbb_desktop.documents.ablation_words import earlier_ablations, earlier_therapy, planned_ablation
from mbb_desktop.documents.amounts import (
    NB,
    counted,
    day,
    joined,
    months_between,
    tied,
    whole,
)
from mbb_desktop.documents.authorization_facts import AuthorizationFacts
from mbb_desktop.documents.authorization_gaps import ablated, not_in_record
from mbb_desktop.documents.letter_facts import LetterBlock, LetterFacts
from mbb_desktop.documents.letter_words import Letter, diagnoses_of, letter
from mbb_desktop.documents.note_head import disability, fusion, imaging_words, neurology
from mbb_desktop.documents.note_room import anticoagulant_words, device
from mbb_desktop.documents.places import joint_words, nerves_by_side, ordered_targets
from mbb_desktop.documents.rule_topics import Topic, rules_on
from mbb_desktop.documents.sentences import Section, Sentence, section, stated, told
from mbb_desktop.documents.template_words import letter_text
from mbb_desktop.documents.wording import Mark, Run, Words, bold, listed, side_run, words

_TWO = 2


@dataclass(frozen=True, slots=True)
class CareRow:
    """One treatment that was tried."""

    what: str
    dates: str
    weeks: str
    visits: str
    outcome: str


@dataclass(frozen=True, slots=True)
class Authorization:
    """The whole letter in the order in which it is read; `letter` is what it shares with a referral."""

    letter: Letter
    subject: Words
    opening: tuple[Sentence, ...]
    request: tuple[Section, ...]
    codes_title: str
    codes: tuple[tuple[CodeLine, Words], ...]
    codes_notes: tuple[str, ...]
    complaint: tuple[Section, ...]
    care_title: Words
    care: tuple[CareRow, ...]
    blocks_title: Words
    results: tuple[Section, ...]
    last: tuple[Section, ...]
    not_in_record: tuple[str, ...]


def authorization(facts: AuthorizationFacts) -> Authorization:
    """The letter as the record now is. The same facts give the same words."""
    own = facts.letter
    without = replace(own, enclosed=())  # they stand among the attachments
    shared = letter(without, TemplateKind.AUTHORIZATION)
    return Authorization(
        letter=replace(shared, block_rows=tuple(_block_rows(shared, facts))),
        subject=_subject(own),
        opening=tuple(_opening(own)),
        request=stated(_request(facts)),
        codes_title=f"{phrase('coding.title')}: what the ablation would be reported with",
        codes=tuple((line, joint_words(line.joints)) for line in facts.codes.lines),
        codes_notes=_codes_notes(facts),
        complaint=stated(_complaint(own)),
        care_title=_titled("Conservative care", own, Topic.CARE),
        care=tuple(_care(each) for each in own.course.conservative_care),
        blocks_title=_titled("Diagnostic blocks", own, Topic.BLOCKS),
        results=stated(_results(own)),
        last=stated(_last(facts)),
        not_in_record=tuple(not_in_record(facts)),
    )


def _rules(facts: LetterFacts, topic: Topic) -> str:
    ids = rules_on(facts.rule_set, topic)
    return f"{'Rules' if len(ids) > 1 else 'Rule'}{NB}{', '.join(ids)}" if ids else ""


def _titled(title: str, facts: LetterFacts, topic: Topic) -> Words:
    rules = _rules(facts, topic)
    return words(title, Run(f"{NB} {rules}", Mark.QUIET) if rules else "")


def _about(title: str, facts: LetterFacts, topic: Topic, sentences: Iterable[Sentence]) -> Section:
    """A section that ends with the rules it bears on; without a fact it is not there."""
    said = tuple(sentences)
    rules = _rules(facts, topic)
    if said and rules:
        said = (*said, Sentence(words(Run(f"{rules}.", Mark.QUIET)), "course.rule_set"))
    return section(title, said)


# What is asked for


def _subject(facts: LetterFacts) -> Words:
    where = words(", ", joint_words(facts.requested)) if facts.requested else words(", joints to be agreed")
    return words("Request for prior authorization: radiofrequency ablation", where)


def _opening(facts: LetterFacts) -> Iterator[Sentence]:
    yield told("course", letter_text(facts, TemplateKind.AUTHORIZATION, "letter.opening"))
    yield told("course.rule_set", letter_text(facts, TemplateKind.AUTHORIZATION, "letter.request"))


def _request(facts: AuthorizationFacts) -> list[Section]:
    own = facts.letter
    return [
        section("From", _sender(own)),
        section("Procedure", _procedure(own)),
        _about("Joints, nerves", own, Topic.LEVELS, _places(own)),
        _about("Diagnosis", own, Topic.DIAGNOSIS, _diagnosis(own)),
        section("Where, when", _where(facts)),
    ]


def _sender(facts: LetterFacts) -> Iterator[Sentence]:
    author, clinic = facts.author, facts.clinic
    about = joined((author.specialty, author.npi and f"NPI{NB}{author.npi}"))
    yield told("author", bold(whole(author.signs_as)), f", {about}" if about else "")
    numbers = (clinic.npi and f"NPI{NB}{clinic.npi}", clinic.tin and f"TIN{NB}{clinic.tin}")
    yield told("clinic", joined((clinic.name, *numbers)))


def _procedure(facts: LetterFacts) -> Iterator[Sentence]:
    named = facts.course.rfa_method.value if facts.course.rfa_method else "radiofrequency"
    more = "" if "ablation" in named else " ablation"
    yield told("course.rfa_method", f"{named}{more} of the nerves")
    if ablated(facts):
        yield told("course.ablated_before", bold("Repeat ablation"))
    elif facts.course.ablated_before is False:
        yield told("course.ablated_before", "First ablation at these joints")
    elif facts.course.ablations:
        yield told("course.ablations", "No earlier ablation of these joints is in our record")


def _places(facts: LetterFacts) -> Iterator[Sentence]:
    if facts.requested:
        levels = len({place.joint for place in facts.requested})
        more = "more than two" if levels > _TWO else "not more than two"
        yield told("course.blocks", joint_words(facts.requested), f" ({tied(say_levels(levels))}, {more})")
        yield told("course.blocks", "Nerves: ", nerves_by_side(facts.requested, facts.course))


def _diagnosis(facts: LetterFacts) -> Iterator[Sentence]:
    said = [joined((each.code, each.text), " ") for each in diagnoses_of(facts)]
    if said:
        yield told("course.diagnoses", f"ICD-10-CM: {'; '.join(said)}")


def _where(facts: AuthorizationFacts) -> Iterator[Sentence]:
    if facts.letter.place_of_service:
        yield told("letter.place_of_service", f"Place of service: {facts.letter.place_of_service}")
    if facts.planned_for:
        yield told("letter.planned_for", f"Planned for {facts.planned_for}")


def _codes_notes(facts: AuthorizationFacts) -> tuple[str, ...]:
    """On what condition the lines stand. What a coder has to settle stays in the clinic."""
    if not facts.codes.lines:
        return ("No code is given here.",)
    return tuple(phrase(f"coding.{key}") for key in ("if_ablated", "included", "trademark"))


# The complaint


def _complaint(facts: LetterFacts) -> list[Section]:
    course = facts.course
    return [
        _about("History", facts, Topic.HISTORY, _history(facts)),
        _about("Exam", facts, Topic.EXAM, _exam(course)),
        _about("Imaging", facts, Topic.IMAGING, _imaging(course)),
    ]


def _history(facts: LetterFacts) -> Iterator[Sentence]:
    course = facts.course
    if course.pain_area:
        sides = listed([side_run(side) for side in course.pain_sides])
        axial = {True: ", mainly axial", False: ", not mainly axial", None: ""}[course.axial]
        yield told("course.pain_area", course.pain_area, ", " if course.pain_sides else "", sides, axial)
    if course.began_on is not None:
        began = day(course.began_on)[3:] if course.began_month_only else day(course.began_on)
        months = counted(months_between(course.began_on, facts.on), "month")
        yield told("course.began_on", f"Began {'in' if course.began_month_only else 'on'} {began} ({months})")
    if course.provoked_by:
        yield told("course.provoked_by", f"Provoked by {course.provoked_by}")
    if course.usual_score is not None:
        yield told("course.usual_score", f"Usually rated {plain(course.usual_score)}{NB}of 10")
    if course.limits:
        yield told("course.limits", f"Limits: {course.limits}")


def _exam(course: Course) -> Iterator[Sentence]:
    if course.exam:
        when = f"{day(course.exam_on)}: " if course.exam_on else ""
        yield told("course.exam", f"{when}{course.exam}")
    yield from neurology(course)


def _imaging(course: Course) -> Iterator[Sentence]:
    for study in course.imaging:
        yield told("course.imaging", imaging_words(study))
    if course.other_cause is not None:
        no = "No other cause of the pain found"
        yield told("course.other_cause", "Another cause of the pain was found" if course.other_cause else no)
    if course.vertebrae is not None:
        yield told("course.vertebrae", course.vertebrae.value)


def _care(care: ConservativeCare) -> CareRow:
    what = care.kind.value.capitalize() if care.kind.value.islower() else care.kind.value
    dates = joined((day(care.started) if care.started else "", day(care.ended) if care.ended else ""), " to ")
    weeks = round((care.ended - care.started).days / 7) if care.started and care.ended else None
    if care.started and care.ended is None:
        dates = f"since {dates}"
    elif care.ended and care.started is None:
        dates = f"until {dates}"
    return CareRow(
        joined((what, care.what)),
        dates or "not recorded",
        "–" if weeks is None else str(weeks),
        "–" if care.visits is None else str(care.visits),
        joined((care.outcome.value if care.outcome else "", care.reason)) or "not recorded",
    )


# The blocks


def _block_rows(shared: Letter, facts: AuthorizationFacts) -> Iterator[tuple[str, ...]]:
    """What a referral says of each block, with nerves, scale, onset and the rule set that judged it."""
    more = {
        phrase("table.joints"): ("Nerves", [_nerves(block.assessed.block) for block in facts.letter.blocks]),
        phrase("table.guidance"): ("Pain scale", [_scale(block) for block in facts.letter.blocks]),
        phrase("table.relief"): ("Onset", [_onset(block.assessed) for block in facts.letter.blocks]),
        phrase("table.result"): ("Rule set", [rules.named for rules in facts.judged_by]),
    }
    for row in shared.block_rows:
        yield row
        if row[0] in more:
            label, cells = more[row[0]]
            yield label, *cells


def _nerves(block: Block) -> str:
    """`L3 MB, L4 MB, L5 DR left and right`: where something was injected."""
    sides: dict[str, list[str]] = {}
    for target in ordered_targets(block):
        if not target.not_injected:
            sides.setdefault(target.nerve, []).append(target.side.value)
    groups: dict[str, list[str]] = {}
    for nerve, found in sides.items():
        groups.setdefault(" and ".join(found), []).append(nerve.replace(" ", NB))
    return "; ".join(f"{', '.join(nerves)} {said}" for said, nerves in groups.items()) or "not recorded"


def _scale(block: LetterBlock) -> str:
    response = block.assessed.response
    return response.scale if response and response.scale else "not recorded"


def _onset(assessed: Assessed) -> str:
    """When a score first reached the threshold: `30 min`, `left 15 min; right and overall 30 min`."""
    found: dict[str, list[str]] = {}
    for result in assessed.series:
        onset = result.measures.onset
        found.setdefault(show_minutes(onset.minutes) if onset else "never", []).append(result.series.value)
    if len(found) == 1:
        return next(iter(found))
    return "; ".join(f"{' and '.join(series)} {at}" for at, series in found.items()) or "not recorded"


def _results(facts: LetterFacts) -> list[Section]:
    return [
        _about("Interval", facts, Topic.INTERVAL, _interval(facts)),
        _about("Scales", facts, Topic.SCALES, _scales(facts)),
        _about("Function", facts, Topic.FUNCTION, _function(facts)),
    ]


def _interval(facts: LetterFacts) -> Iterator[Sentence]:
    days = [block.assessed.block.performed_on for block in facts.blocks]
    for first, second in pairwise(days):
        apart = counted((second - first).days, "day")
        yield told("course.blocks", f"{day(first)} to {day(second)}: {apart}")
    for block in facts.blocks:
        if block.assessed.block.early_because:
            yield told("block.early_because", f"Why so soon: {block.assessed.block.early_because}")


def _scales(facts: LetterFacts) -> Iterator[Sentence]:
    named = dict.fromkeys(_scale(block) for block in facts.blocks)
    if named:
        yield told("response.scale", f"Pain: {'; '.join(named)}, before and after each block as tabled")
    yield from disability(facts.course)


def _function(facts: LetterFacts) -> Iterator[Sentence]:
    for place, block in enumerate(facts.blocks, start=1):
        response = block.assessed.response
        if response and response.movements_regained:
            regained = ", ".join(response.movements_regained)
            during = f"During the relief of block{NB}{block.number or place}"
            yield told("response.movements_regained", f"{during} the patient regained: {regained}")


# Exclusions, plan, repeat, attachments


def _last(facts: AuthorizationFacts) -> list[Section]:
    own = facts.letter
    return [
        _about("Exclusions", own, Topic.EXCLUSIONS, _exclusions(own)),
        _about("Ablation plan", own, Topic.PLAN, _plan(own)),
        *([_about("Repeat", own, Topic.REPEAT, _repeat(own))] if ablated(own) else []),
        _about("Attachments", own, Topic.PAPERS, _attachments(own)),
    ]


def _exclusions(facts: LetterFacts) -> Iterator[Sentence]:
    patient = facts.patient
    yield from fusion(facts.course)
    if taken := anticoagulant_words(patient.anticoagulant):
        yield told("patient.anticoagulant", "Anticoagulant: ", taken)
    if patient.pregnancy:
        yield told("patient.pregnancy", f"Pregnancy: {patient.pregnancy}")
    yield from device(patient)
    for block in facts.blocks:
        other = block.assessed.block.other_injection
        if other is not None:
            on = day(block.assessed.block.performed_on)
            said = "Something else was injected" if other else "Nothing else was injected"
            yield told("block.other_injection", f"{said} on {on}")


def _plan(facts: LetterFacts) -> Iterator[Sentence]:
    if facts.ablation_plan:
        yield told("letter.ablation_plan", facts.ablation_plan)
    yield from planned_ablation(facts.course)
    yield from earlier_therapy(facts.course)
    if facts.course.rfa_planned_if_positive is not None:
        no = "" if facts.course.rfa_planned_if_positive else "not "
        said = f"If the blocks meet the criterion selected, ablation is {no}the planned next step"
        yield told("course.rfa_planned_if_positive", said)


def _repeat(facts: LetterFacts) -> Iterator[Sentence]:
    yield from earlier_ablations(facts.course, facts.ablated_beside)
    here = [each for each in facts.course.ablations if may_be_at(each, facts.requested)]
    for each in (*here, *facts.ablated_beside):
        if each.on and each.pain_back_on:
            months = counted(months_between(each.on, each.pain_back_on), "month")
            yield told(
                "course.ablations", f"The pain came back {months} after the ablation of {day(each.on)}"
            )
    if facts.earlier_ablation:
        yield told("letter.earlier_ablation", facts.earlier_ablation)


def _attachments(facts: LetterFacts) -> Iterator[Sentence]:
    if facts.enclosed:
        yield told("letter.enclosed", "; ".join(facts.enclosed))
    stored = dict.fromkeys(block.assessed.block.fluoroscopy.image_reference for block in facts.blocks)
    if seen := joined(stored, "; "):
        yield told("block.fluoroscopy.image_reference", f"Stored images: {seen}")
