"""The head of a procedure note: what was done, by whom, why, and for whom it is billed."""

import re
from collections.abc import Iterator
from datetime import date

from mbb_desktop.clinical.anatomy import Region
from mbb_desktop.clinical.block import Block, Item, Purpose, TimeOut
from mbb_desktop.clinical.charting import plan_differs
from mbb_desktop.clinical.course import (
    CareKind,
    ConservativeCare,
    Course,
    Diagnosis,
    Imaging,
    RootsExplained,
)
from mbb_desktop.clinical.hardware import say_hardware
from mbb_desktop.clinical.performed import something_injected
from mbb_desktop.clinical.time_out import corrected_at
from mbb_desktop.documents.ablation_words import earlier_ablations, earlier_therapy
from mbb_desktop.documents.amounts import (
    NB,
    amount,
    clock,
    counted,
    day,
    joined,
    months_between,
    weekday,
    whole,
)
from mbb_desktop.documents.note_facts import NoteFacts, PriorBlock
from mbb_desktop.documents.places import (
    joint_title,
    joint_words,
    joints_done,
    joints_from_words,
    places_called,
)
from mbb_desktop.documents.sentences import Section, Sentence, section, told
from mbb_desktop.documents.wording import Words, bold, listed, side_run, words

_REGION = {Region.CERVICAL: "Cervical", Region.THORACIC: "Thoracic", Region.LUMBAR: "Lumbar"}
_WORD = re.compile(r"[^\W\d_]{2}")


def title(block: Block) -> str:
    """`Lumbar medial branch block`; without a region only what kind of block, and `, stopped` when it was."""
    kind = f"{_REGION[block.region]} medial branch block" if block.region else "Medial branch block"
    return f"{kind}, stopped" if block.stopped_because else kind


def place(block: Block) -> Words:
    """The joints with their sides, or the nerves when only nerves are recorded; never what got no drug."""
    if not something_injected(block):
        return words("Nothing injected")
    if block.joints:
        done = joints_done(block)
        return joint_title(done) if done else words("No joint fully injected")
    if block.targets:
        return places_called(target.place for target in block.targets)
    return words("Levels and side not recorded")


def occasion(facts: NoteFacts) -> str:
    """`Diagnostic block 2, Tuesday 24-Nov-2026`."""
    purpose = {
        Purpose.DIAGNOSTIC: "Diagnostic block",
        Purpose.THERAPEUTIC: "Therapeutic block",
        None: "Block",
    }
    number = f"{NB}{facts.block_number}" if facts.block_number else ""
    return f"{purpose[facts.block.purpose]}{number}, {weekday(facts.block.performed_on)}"


def head(facts: NoteFacts) -> list[Section]:
    """The sections that stand beside the picture of the spine."""
    block = facts.block
    return [
        section("Performed by", _performers(facts)),
        section("Team and room", _team(facts)),
        section("Diagnosis before", _diagnosis(block.diagnoses, "block.diagnoses")),
        section("Diagnosis after", _diagnosis_after(block)),
        section("Payer" if facts.payer is not None else "Criteria", _payer(facts)),
        section("Index pain", _index_pain(facts.course)),
    ]


def _performers(facts: NoteFacts) -> Iterator[Sentence]:
    block, person = facts.block, facts.physician
    if person is not None:
        about = joined((person.specialty, person.npi and f"NPI{NB}{person.npi}"))
        yield told(
            "block.physician_id", bold(whole(person.signs_as)), f", {about}" if about else "", item=Item.TEAM
        )
    if block.assistant:
        yield told("block.assistant", f"Assistant: {whole(block.assistant)}", item=Item.TEAM)
    if facts.attending:
        yield told("attending", "Under the supervision of ", bold(whole(facts.attending.signs_as)))
    if block.supervision:
        yield told("block.supervision", block.supervision, item=Item.TEAM)
    if block.reported_by:
        yield told("block.reported_by", bold("Reported, not observed here"), f": {block.reported_by}")


def _team(facts: NoteFacts) -> Iterator[Sentence]:
    block = facts.block
    team = [
        f"{whole(who)} ({what})"
        for who, what in ((block.nurse, "nurse"), (block.radiographer, "radiographer"))
        if who
    ]
    if team:
        yield told("block.nurse", "; ".join(team), item=Item.TEAM)
    if block.room:
        where = joined((_room(block.room), facts.clinic.place_of_service))
        yield told("block.room", where, item=Item.TEAM)


def _room(known: str) -> str:
    """`Procedure room 2` as it was typed; a number or a letter alone is no word: `Room 1`."""
    return known if _WORD.search(known) else f"Room{NB}{known}"


def _diagnosis(diagnoses: tuple[Diagnosis, ...], source: str) -> Iterator[Sentence]:
    if diagnoses:
        each = [joined((diagnosis.code, diagnosis.text), " ") for diagnosis in diagnoses]
        yield told(source, "; ".join(each), item=Item.DIAGNOSIS)


def _diagnosis_after(block: Block) -> Iterator[Sentence]:
    if block.diagnoses_after:
        yield from _diagnosis(block.diagnoses_after, "block.diagnoses_after")
    elif block.same_diagnosis_after:
        yield told("block.same_diagnosis_after", "Same", item=Item.DIAGNOSIS)


def _payer(facts: NoteFacts) -> Iterator[Sentence]:
    if facts.payer is not None:
        yield told("patient.payer_id", joined((facts.payer.name, facts.payer.organization)))
    if facts.rule_set:
        yield told("course.rule_set", f"Rule set {facts.rule_set.replace(' ', NB)}")


def _index_pain(course: Course | None) -> Iterator[Sentence]:
    if course is None:
        return
    if course.pain_area or course.pain_sides:
        sides = listed([side_run(side) for side in course.pain_sides])
        comma = ", " if course.pain_area and course.pain_sides else ""
        provoked = f"; provoked by {course.provoked_by}" if course.provoked_by else ""
        yield told("course.pain_area", course.pain_area, comma, sides, provoked)
    elif course.provoked_by:
        yield told("course.provoked_by", f"Provoked by {course.provoked_by}")
    if course.axial is not None:
        yield told("course.axial", "Mainly axial" if course.axial else "Not mainly axial")


# Why, and as planned or not


def indication(facts: NoteFacts) -> Section:
    """What is known of the complaint, and the blocks before this one."""
    return section("Indication", [*_complaint(facts), *map(_earlier, facts.prior)])


def _complaint(facts: NoteFacts) -> Iterator[Sentence]:
    course = facts.course
    if course is None:
        return
    if course.began_on is not None:
        months = counted(months_between(course.began_on, facts.block.performed_on), "month")
        since = day(course.began_on)[3:] if course.began_month_only else day(course.began_on)
        yield told("course.began_on", f"Pain for {months} (since {since})")
    if course.usual_score is not None:
        yield told("course.usual_score", f"Usual pain {amount(course.usual_score, 'of 10')}")
    if course.limits:
        yield told("course.limits", f"Limits: {course.limits}")
    yield from disability(course)
    yield from neurology(course)
    for care in course.conservative_care:
        yield told("course.conservative_care", care_words(care))
    for study in course.imaging:
        yield told("course.imaging", imaging_words(study))
    yield from _other_causes(course)


def disability(course: Course) -> Iterator[Sentence]:
    if course.disability_score is not None:
        when = f" on {day(course.disability_on)}" if course.disability_on else ""
        scale = course.disability_scale or "Disability score"
        yield told("course.disability_score", f"{scale}{NB}{amount(course.disability_score, '%')}{when}")


_ROOTS = {RootsExplained.TREATED: "treated", RootsExplained.CYST: "from a facet joint cyst"}


def neurology(course: Course) -> Iterator[Sentence]:
    """Radiculopathy and claudication, each found, ruled out, or not said."""
    asked = ((course.radiculopathy, "radiculopathy"), (course.claudication, "neurogenic claudication"))
    when = f", examined {day(course.neurology_on)}" if course.neurology_on else ""
    if found := [name for state, name in asked if state]:
        why = f", {_ROOTS[course.roots_explained]}" if course.roots_explained else ""
        yield told("course.radiculopathy", bold(" and ".join(found).capitalize()), f" found{when}{why}")
    if absent := [name for state, name in asked if state is False]:
        yield told("course.radiculopathy", f"No {' and no '.join(absent)}{when}")


def care_words(care: ConservativeCare) -> Words:
    """`physical therapy 06-Apr-2026 to 01-Jun-2026 (8 weeks), 14 visits: no lasting relief`."""
    named = (
        care.what if care.kind in {CareKind.OTHER, CareKind.OTHER_MEDICINE} and care.what else care.kind.value
    )
    detail = f" ({care.what})" if care.what and care.what != named else ""
    visits = f", {counted(care.visits, 'visit')}" if care.visits is not None else ""
    outcome = joined((care.outcome.value if care.outcome else "", care.reason))
    end = f": {outcome}" if outcome else ""
    return words(bold(named), f"{detail}{_care_dates(care)}{visits}{end}")


def _care_dates(care: ConservativeCare) -> str:
    if care.started and care.ended:
        weeks = round((care.ended - care.started).days / 7)
        span = f" ({counted(weeks, 'week')})" if weeks else ""
        return f" {day(care.started)} to {day(care.ended)}{span}"
    if care.started:
        return f" since {day(care.started)}"
    return f" until {day(care.ended)}" if care.ended else ""


def imaging_words(study: Imaging) -> str:
    when = f" {day(study.on)}" if study.on else ""
    return f"{study.modality}{when}" + (f": {study.finding}" if study.finding else "")


def _other_causes(course: Course) -> Iterator[Sentence]:
    if course.other_cause is not None:
        no = "No other cause of the pain found"
        yield told("course.other_cause", "Another cause of the pain was found" if course.other_cause else no)
    yield from fusion(course)
    yield from earlier_ablations(course)
    yield from earlier_therapy(course)


def fusion(course: Course) -> Iterator[Sentence]:
    found = [say_hardware(each) for each in course.hardware]
    if course.fusion or course.fused or found:
        words = "; ".join(filter(None, [*found, course.fused]))
        yield told("course.fusion", f"Fusion or hardware: {words or 'levels not recorded'}")
    elif course.fusion is False:
        yield told("course.fusion", "No fusion or hardware in this region")


def _earlier(prior: PriorBlock) -> Sentence:
    name = f"Block{NB}{prior.number}" if prior.number else "Earlier block"
    agents = f" ({prior.agents})" if prior.agents else ""
    more = joined((prior.result, prior.response_number and f"response {prior.response_number}"))
    where = f", reported by {prior.reported_by}, not observed here" if prior.reported_by else ""
    return told(
        "course.blocks", f"{name} on {day(prior.performed_on)}{agents}{where}{f': {more}' if more else ''}"
    )


def _performed(block: Block) -> Words:
    """What was really injected, never what was only meant to be."""
    done = joints_done(block)
    if done:
        return joint_words(done)
    return words("nothing" if not something_injected(block) else "no joint was fully injected")


def planned(block: Block) -> Section:
    """What was planned, when it is not what was done; or that it was done as planned.

    Until the needles are out, or it is recorded why it was stopped, nobody has said that anything was done.
    A plan that was corrected at the time-out stands beside the corrected one.
    """
    corrected = corrected_at(block)
    if not block.planned_joints:
        return Section("Planned", ())
    over = bool(block.joints) and (block.needle_out is not None or bool(block.stopped_because.strip()))
    if over and not corrected and not plan_differs(block):
        said = words("Performed as planned", _planned_when(block.planned_by, block.planned_on))
    else:
        plan = _corrected(block, corrected) if corrected else _plan(block)
        done = words(bold(". Performed: "), _performed(block)) if over else ()
        said = words(bold("Planned: "), plan, done)
    return section("Planned", [told("block.planned_joints", said, item=Item.LEVELS)])


def _plan(block: Block) -> Words:
    return words(joint_words(block.planned_joints), _planned_when(block.planned_by, block.planned_on))


def _corrected(block: Block, stops: tuple[TimeOut, ...]) -> Words:
    """`bilateral L4-5 (A. Okafor, 20-Nov-2026), corrected at the time-out to left L4-5 (A. Okafor)`."""
    first = stops[0]
    when = _planned_when(first.was_planned_by, first.was_planned_on)
    parts: list[str | Words] = [joints_from_words(first.was_planned), when]
    after = [*(joints_from_words(stop.was_planned) for stop in stops[1:]), joint_words(block.planned_joints)]
    for stop, joints in zip(stops, after, strict=True):
        parts += [f", corrected at the time-out at {clock(stop.at)} to ", joints, f" ({stop.settled_by})"]
    return words(*parts)


def _planned_when(by: str, on: date | None) -> str:
    said = joined((by, day(on) if on else ""))
    return f" ({said})" if said else ""
