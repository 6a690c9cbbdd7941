"""An RFA referral letter in words: measured results, every criterion, and what is not in the record."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mbb_desktop.clinical.asked_words import say_formula
from mbb_desktop.clinical.block_criteria import DaysBetweenBlocks, ReliefEachTime
from mbb_desktop.clinical.compared_words import block_facts
from mbb_desktop.clinical.course import Diagnosis, Vertebrae
from mbb_desktop.clinical.criteria import Verdict
from mbb_desktop.clinical.explain import say_finding
from mbb_desktop.clinical.hardware import levels_known
from mbb_desktop.clinical.people import AllergyState, CorrespondentKind, Sex
from mbb_desktop.clinical.performed import joints_blocked
from mbb_desktop.clinical.phrases import of, phrase
from mbb_desktop.clinical.quantities import plain
from mbb_desktop.clinical.rules import Finding
from mbb_desktop.clinical.session_caps import SessionsInAYear
from mbb_desktop.clinical.template_fields import TemplateKind
from mbb_desktop.documents.ablation_words import earlier_ablations, earlier_therapy, planned_ablation
from mbb_desktop.documents.amounts import (
    NB,
    amount,
    counted,
    day,
    full_name,
    joined,
    months_between,
    tied,
    whole,
)
from mbb_desktop.documents.letter_facts import LetterBlock, LetterFacts, block_named
from mbb_desktop.documents.note_head import care_words, disability, fusion, imaging_words, neurology
from mbb_desktop.documents.note_room import allergy_words, anticoagulant_words, device, last_level_imaged
from mbb_desktop.documents.places import colored_sides, joint_words, nerves_by_side
from mbb_desktop.documents.sentences import Section, Sentence, section, stated, told
from mbb_desktop.documents.template_words import letter_text
from mbb_desktop.documents.wording import Mark, Run, Words, bold, listed, sentence, side_run, words

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_COMPUTED = (DaysBetweenBlocks, ReliefEachTime, SessionsInAYear)
_DOCTORS = {"MD", "DO", "MBBS", "PhD", "DPM", "DDS"}


@dataclass(frozen=True, slots=True)
class CriterionRow:
    """One rule: id, what it asks, its state, and the evidence or what is missing."""

    rule: str
    asks: str
    verdict: Verdict
    said: str


@dataclass(frozen=True, slots=True)
class Letter:
    """The whole letter in the order in which it is read."""

    to: tuple[str, ...]
    particulars: tuple[tuple[str, Words], ...]
    subject: Words
    nerves: Words
    greeting: str
    opening: tuple[Sentence, ...]
    paragraph: str
    block_titles: tuple[Words, ...]
    block_rows: tuple[tuple[str, ...], ...]
    conclusion: Words
    findings: tuple[Section, ...]
    criteria_title: str
    criteria_source: str
    criteria_count: Words
    criteria: tuple[CriterionRow, ...]
    also_met: Words
    last: tuple[Section, ...]
    not_in_record: tuple[str, ...]
    not_in_record_title: str
    closing: Words
    farewell: Words
    copies: tuple[str, ...]


def letter(facts: LetterFacts, kind: TemplateKind = TemplateKind.RFA_LETTER) -> Letter:
    """The letter as the record now is, with the end of its kind. The same facts give the same words."""
    return Letter(
        to=_to(facts),
        particulars=_particulars(facts),
        subject=_subject(facts),
        nerves=_nerves(facts),
        greeting=_greeting(facts),
        opening=tuple(_opening(facts)),
        paragraph=facts.paragraph,
        block_titles=tuple(_block_title(block, place) for place, block in enumerate(facts.blocks)),
        block_rows=_block_rows(facts),
        conclusion=_conclusion(facts),
        findings=stated(_findings(facts)),
        criteria_title=_criteria_title(facts),
        criteria_source=tied(f"Source: {facts.rule_set.source.words}."),
        criteria_count=_count(facts),
        criteria=tuple(_criterion(each, facts) for each in facts.judgement.findings if not _in_short(each)),
        also_met=_also_met(facts),
        last=stated([section("Safety", _safety(facts)), section("Request", _request(facts))]),
        not_in_record=tuple(not_in_record(facts)),
        not_in_record_title=f"Not in our record on {day(facts.on)}:",
        closing=letter_text(facts, kind, "letter.closing"),
        farewell=letter_text(facts, kind, "letter.farewell"),
        copies=_copies(facts),
    )


# Who, and about what


def _to(facts: LetterFacts) -> tuple[str, ...]:
    to = facts.recipient
    if to is None:
        return ()
    numbers = (to.phone and f"Tel {to.phone}", to.fax and f"Fax {to.fax}")
    name = joined((whole(to.name), to.credentials))
    return tuple(part for part in (name, to.organization, to.address, *numbers) if part)


def _particulars(facts: LetterFacts) -> tuple[tuple[str, Words], ...]:
    patient, payer = facts.patient, facts.payer
    where = joined((patient.address, patient.phone and f"Tel {patient.phone}"), "\n")
    insured = joined(
        (
            joined((payer.name, payer.organization)) if payer else "",
            patient.member_id and f"Member id {patient.member_id}",
            *facts.authorized,
        ),
        "\n",
    )
    rows = [("Date", words(day(facts.on)))]
    rows.append(("Patient", words(bold(full_name(patient)), f"\n{where}" if where else "")))
    return (*rows, *([("Payer", words(insured))] if insured else []))


def _subject(facts: LetterFacts) -> Words:
    where = words(", ", joint_words(facts.requested)) if facts.requested else words(", joints to be agreed")
    return words(f"Re: {full_name(facts.patient)}. Radiofrequency ablation", where)


def _nerves(facts: LetterFacts) -> Words:
    """The nerves with their sides, the diagnosis codes and the number of levels."""
    parts: list[str | Words] = []
    if facts.requested:
        parts.extend(["Nerves: ", nerves_by_side(facts.requested, facts.course), ". "])
    codes = [diagnosis.code for diagnosis in diagnoses_of(facts) if diagnosis.code]
    if codes:
        parts.append(f"ICD-10-CM: {', '.join(codes)}. ")
    levels = len({place.joint for place in facts.requested})
    return words(*parts, f"Levels: {levels}." if levels else "")


def diagnoses_of(facts: LetterFacts) -> tuple[Diagnosis, ...]:
    own = facts.course.diagnoses
    return own or tuple(dict.fromkeys(d for block in facts.blocks for d in block.assessed.block.diagnoses))


def _greeting(facts: LetterFacts) -> str:
    to = facts.recipient
    if to is None or to.kind is CorrespondentKind.PAYER:
        return "To whom it may concern,"
    doctor = bool(_DOCTORS & {part.strip() for part in to.credentials.split(",")})
    return f"Dear Dr. {to.name.split()[-1]}," if doctor and to.name else f"Dear {to.name},"


# The opening paragraph


def _opening(facts: LetterFacts) -> Iterator[Sentence]:
    yield told("course", letter_text(facts, TemplateKind.RFA_LETTER, "letter.opening"))
    yield from _pain(facts)
    yield from neurology(facts.course)
    yield from _blocks_done(facts)


def _pain(facts: LetterFacts) -> Iterator[Sentence]:
    course = facts.course
    if course.pain_area:
        sides = listed([side_run(side) for side in course.pain_sides])
        axial = {True: "mainly axial", False: "not mainly axial", None: ""}[course.axial]
        pain = words("The index pain is ", f"{axial}, " if axial else "", course.pain_area)
        pain = words(pain, ", " if course.pain_sides else "", sides)
        yield told("course.pain_area", pain)
    happened: list[str] = []
    if course.began_on is not None:
        began = day(course.began_on)[3:] if course.began_month_only else day(course.began_on)
        months = counted(months_between(course.began_on, facts.on), "month")
        happened.append(f"began {'in' if course.began_month_only else 'on'} {began} ({months})")
    happened.extend([f"is provoked by {course.provoked_by}"] if course.provoked_by else [])
    if course.usual_score is not None:
        happened.append(f"is usually rated {plain(course.usual_score)} of 10")
    if happened:
        yield told("course.began_on", "It ", listed(happened))
    if course.limits:
        yield told("course.limits", f"Limits: {course.limits}")
    yield from disability(course)


def _blocks_done(facts: LetterFacts) -> Iterator[Sentence]:
    number = len(facts.blocks)
    many = _NUMBERS[number] if number < len(_NUMBERS) else str(number)
    if number == 1:
        on = day(facts.blocks[0].assessed.block.performed_on)
        yield told(
            "blocks", f"One diagnostic medial branch block was done on {on}; the measured result follows"
        )
    elif number:
        two = facts.compared if number == 2 else None
        apart = f" {counted(two.days_apart, 'day')} apart" if two else ""
        where = " at the same joints and sides" if _same_places(facts) else ""
        said = f"{many} diagnostic medial branch blocks were done{apart}{where}; the measured results follow"
        yield told("blocks", said)


def _same_places(facts: LetterFacts) -> bool:
    return len({frozenset(joints_blocked(block.assessed.block)) for block in facts.blocks}) == 1


# The blocks


def _block_title(block: LetterBlock, place: int) -> Words:
    name = f"Block{NB}{block.number}" if block.number else "Block"
    mark = Mark.FIRST if place == 0 else Mark.SECOND
    return words(Run(f"{name}, {day(block.assessed.block.performed_on)}", mark))


def _block_rows(facts: LetterFacts) -> tuple[tuple[str, ...], ...]:
    """Label and one text per block; the date is in the title."""
    columns = [block_facts(block.assessed) for block in facts.blocks]
    rows = [(cells[0][0], *(text for _, text in cells)) for cells in zip(*columns, strict=True)]
    date_label = phrase("table.date")
    return tuple(row for row in rows if row[0] != date_label) + _unmasked(facts) + _papers(facts)


def _unmasked(facts: LetterFacts) -> tuple[tuple[str, ...], ...]:
    """Pain elsewhere after a block, when any was told."""
    found = [block.assessed.response for block in facts.blocks]
    cells = [response.unmasked if response else "" for response in found]
    return (("Pain elsewhere after it", *(cell or "not recorded" for cell in cells)),) if any(cells) else ()


def _papers(facts: LetterFacts) -> tuple[tuple[str, ...], ...]:
    cells = [joined((block.note_number, block.response_number)) or "not signed" for block in facts.blocks]
    return (("Signed papers", *cells),) if cells else ()


def result_words(label: str, text: str) -> Words:
    """A cell of the table of blocks; the row of joints shows sides in their colours."""
    return colored_sides(text) if label == phrase("table.joints") else words(tied(text))


def _conclusion(facts: LetterFacts) -> Words:
    """Each block's conclusion, the physician's own, apart from what was computed."""
    said: dict[str, list[str]] = {}
    for place, block in enumerate(facts.blocks, start=1):
        response = block.assessed.response
        concluded = of(response.conclusion) if response and response.conclusion else "not recorded"
        said.setdefault(concluded.lower(), []).append(block_named(facts.blocks, block, place))
    texts = [f"{' and '.join(blocks)} {conclusion}" for conclusion, blocks in said.items()]
    head = bold(f"Physician’s conclusion: {'; '.join(texts)}.") if texts else bold("No block is reported.")
    threshold = facts.rule_set.threshold
    asked = (
        f" The criterion selected: {threshold.words} of the index pain on the same scale."
        if threshold
        else ""
    )
    cut = " Percentages are cut toward the failing side."
    return words(head, Run(f"{asked}{cut} {_sentence(phrase('false_positive.single'))}", Mark.QUIET))


def _sentence(text: str) -> str:
    return "".join(run.text for run in sentence(text))


# Findings and criteria


def _findings(facts: LetterFacts) -> list[Section]:
    course = facts.course
    care = [told("course.conservative_care", care_words(each)) for each in course.conservative_care]
    exam = []
    if course.exam:
        when = f"{day(course.exam_on)}: " if course.exam_on else ""
        exam = [told("course.exam", f"{when}{course.exam}")]
    imaging = [told("course.imaging", imaging_words(study)) for study in course.imaging]
    if course.other_cause is not None:
        no = "No other cause of the pain found"
        imaging.append(
            told("course.other_cause", "Another cause of the pain was found" if course.other_cause else no)
        )
    if course.vertebrae is not None:
        odd = course.vertebrae is not Vertebrae.FIVE
        said = course.vertebrae.value.capitalize() if not odd else course.vertebrae.value
        imaging.append(told("course.vertebrae", bold(said) if odd else said))
    imaging += last_level_imaged(course)
    counted_by = dict.fromkeys(block.assessed.block.level_count for block in facts.blocks)
    imaging += [told("blocks", f"Levels: {text}") for text in counted_by if text]
    return [
        section("Conservative care", care),
        section("Exam", exam),
        section("Imaging", imaging),
    ]


def _criteria_title(facts: LetterFacts) -> str:
    on = facts.judgement.on
    return f"All criteria, {facts.rule_set.named_on(on)}, computed {day(on)}"


def _count(facts: LetterFacts) -> Words:
    counts = facts.judgement.counts()
    said = [
        f"{counts.get(Verdict.MET, 0)} met",
        f"{counts.get(Verdict.NOT_MET, 0)} not met",
        f"{counts.get(Verdict.UNKNOWN, 0)} not in our record on {day(facts.on)}",
    ]
    later = counts.get(Verdict.NOT_YET, 0)
    said += [f"{later} not yet"] if later else []
    idle = counts.get(Verdict.DOES_NOT_APPLY, 0)
    said += [f"{idle} {'does' if idle == 1 else 'do'} not apply"] if idle else []
    return words(bold(f"{', '.join(said)}."))


def _in_short(finding: Finding) -> bool:
    usual = finding.verdict is Verdict.MET and finding.brief and not finding.caution
    return usual or finding.verdict is Verdict.DOES_NOT_APPLY


def _also_met(facts: LetterFacts) -> Words:
    """What every usual block meets, and what does not apply, is named: the letter keeps to two pages."""
    short = [each for each in facts.judgement.findings if _in_short(each)]
    met = [f"{each.rule_id} {each.title}" for each in short if each.verdict is Verdict.MET]
    idle = [f"{each.rule_id} {each.title}" for each in short if each.verdict is not Verdict.MET]
    return (*_named("Also met", met), *_named("Does not apply" if len(idle) == 1 else "Do not apply", idle))


def _named(title: str, named: Sequence[str]) -> Words:
    return words(bold(f"{title}: "), tied(f"{'; '.join(named)}. ")) if named else ()


def _criterion(finding: Finding, facts: LetterFacts) -> CriterionRow:
    """The same words as on screen; a rule that computes says how."""
    said = [*say_finding(finding, facts.on)]
    rule = facts.rule_set.rule(finding.rule_id)
    if isinstance(rule.criterion, _COMPUTED) and finding.verdict in (Verdict.MET, Verdict.NOT_MET):
        said.append(f"{phrase('why.formula')}: {say_formula(rule, finding)}")
    return CriterionRow(finding.rule_id, tied(finding.title), finding.verdict, tied(". ".join(said)))


# Safety, request, gaps


def _safety(facts: LetterFacts) -> Iterator[Sentence]:
    patient = facts.patient
    if patient.allergy_state is AllergyState.NONE_KNOWN:
        yield told("patient.allergy_state", "Allergies: none known")
    elif patient.allergies:
        yield told("patient.allergies", f"Allergy: {'; '.join(map(allergy_words, patient.allergies))}")
    if taken := anticoagulant_words(patient.anticoagulant):
        yield told("patient.anticoagulant", "Anticoagulant: ", taken)
    yield from device(patient)
    if patient.pregnancy:
        yield told("patient.pregnancy", f"Pregnancy: {patient.pregnancy}")
    yield from fusion(facts.course)
    if patient.weight is not None:
        when = f" ({day(patient.weighed_on)})" if patient.weighed_on else ""
        yield told("patient.weight", f"Weight {amount(patient.weight, 'kg')}{when}")


def _request(facts: LetterFacts) -> Iterator[Sentence]:
    if facts.requested:
        yield told("course.blocks", letter_text(facts, TemplateKind.RFA_LETTER, "letter.request"))
    if facts.codes:
        yield told("letter.codes", facts.codes)
    if facts.ablation_plan:
        yield told("letter.ablation_plan", facts.ablation_plan)
    yield from planned_ablation(facts.course)
    if facts.earlier_ablation:
        yield told("letter.earlier_ablation", f"Earlier ablation: {facts.earlier_ablation}")
    yield from earlier_ablations(facts.course, facts.ablated_beside)
    yield from earlier_therapy(facts.course)
    if facts.place_of_service:
        yield told("letter.place_of_service", f"Place of service: {facts.place_of_service}")


_USUAL = (None, Vertebrae.FIVE)


def not_in_record(facts: LetterFacts) -> Iterator[str]:
    """What a referral should say and our record does not, apart from the criteria."""
    patient, course, told = facts.patient, facts.course, facts.earlier_ablation or facts.ablated_beside
    asked: tuple[tuple[object, str], ...] = (
        (facts.author.npi, "NPI of the sender"),
        (facts.clinic.place_of_service, "place of service of the blocks"),
        (facts.recipient, "receiver"),
        (patient.phone, "patient’s telephone"),
        (patient.address, "patient’s address"),
        (facts.payer, "payer"),
        (patient.member_id, "member id"),
        (facts.requested, "joints and sides requested"),
        (diagnoses_of(facts), "diagnosis"),
        (facts.codes, "procedure codes of the request"),
        (course.pain_area, "index pain"),
        (course.axial is not None, "whether the pain is axial"),
        (course.began_on, "when the pain began"),
        (course.limits, "functional limits"),
        (course.disability_score is not None, "disability score"),
        (course.exam, "exam"),
        (course.radiculopathy is not None, "radiculopathy"),
        (course.claudication is not None, "neurogenic claudication"),
        (course.imaging, "imaging"),
        (course.vertebrae in _USUAL or course.last_level_imaged, "last mobile level in the imaging report"),
        (course.other_cause is not None, "whether another cause was ruled out"),
        (course.conservative_care, "conservative care"),
        (course.fusion is not None or course.fused, "fusion or hardware"),
        (not course.fusion or levels_known(course), "levels of the fusion or hardware"),
        (patient.allergy_state is not None, "allergies"),
        (patient.anticoagulant.plan is not None, "anticoagulant"),
        (patient.implanted_device is not None, "implanted electrical device"),
        (patient.pregnancy or patient.sex is Sex.MALE, "pregnancy"),
        (facts.ablation_plan or course.rfa_temperature is not None, "temperature of the ablation"),
        (facts.ablation_plan, "guidance and sedation of the ablation"),
        (facts.place_of_service, "place of service of the ablation"),
        (told or course.ablated_before is not None, "earlier ablation"),
        (facts.enclosed, "enclosures"),
    )
    yield from (label for fact, label in asked if not fact)


def _copies(facts: LetterFacts) -> tuple[str, ...]:
    copies = f"Cc: {'; '.join(facts.cc)}." if facts.cc else ""
    enclosed = f"Enclosed: {', '.join(facts.enclosed)}." if facts.enclosed else ""
    return tuple(each for each in (copies, enclosed) if each)
