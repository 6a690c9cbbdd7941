"""The end of a procedure note: radiation, images, findings, complications, plan, recovery, and authors."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time

from mbb_desktop.clinical.block import (
    Block,
    DapUnit,
    Discharge,
    Entry,
    HowEntered,
    Item,
    KermaUnit,
    VitalsWhen,
)
from mbb_desktop.clinical.charting import late_entry
from mbb_desktop.clinical.complication import Complication
from mbb_desktop.clinical.performed import something_injected
from mbb_desktop.clinical.radiation import from_mgy, from_mgy_cm2
from mbb_desktop.documents.ablation_words import planned_ablation
from mbb_desktop.documents.amounts import amount, clock_on, counted, fluoroscopy_time, joined, moment, whole
from mbb_desktop.documents.note_facts import NoteFacts
from mbb_desktop.documents.note_room import listed_text, vitals_words
from mbb_desktop.documents.places import ordered_targets, places_called
from mbb_desktop.documents.sentences import Section, Sentence, section, told
from mbb_desktop.documents.wording import Words, bold, words


def end(facts: NoteFacts) -> list[Section]:
    """The sections after the tables."""
    block = facts.block
    return [
        section("Radiation", [*(dose := list(_radiation(block))), *(_dose_by(block) if dose else ())]),
        section("Images", _images(block)),
        section("Findings", _findings(block)),
        section("Complications", _complications(block)),
        section("EBL, tissue", _tissue(block)),
        section("Plan", _plan(facts)),
        section("Added", _added(block)),
        section("Late entry", _late(block)),
    ]


def stopped(block: Block) -> Section:
    """That the block was stopped, why, and where nothing was injected."""
    return section("Stopped", _stopped(block))


def _stopped(block: Block) -> Iterator[Sentence]:
    if block.stopped_because:
        yield told("block.stopped_because", bold("The block was stopped:"), f" {block.stopped_because}")
        if block.counts_as_session is not None and something_injected(block):
            counts = "counts" if block.counts_as_session else "does not count"
            yield told("block.counts_as_session", f"It {counts} as a session")
    left_out = [target for target in ordered_targets(block) if target.not_injected]
    done = [target for target in ordered_targets(block) if not target.not_injected]
    if left_out:
        where = places_called(target.place for target in left_out)
        yield told("block.targets.not_injected", bold("Not injected:"), " ", where, item=Item.LEVELS)
    if left_out and done:
        yield told(
            "block.targets", "Injected: ", places_called(target.place for target in done), item=Item.LEVELS
        )


def _radiation(block: Block) -> Iterator[Sentence]:
    seen = block.fluoroscopy
    item = Item.FLUOROSCOPY
    if seen.none_used:
        yield told("block.fluoroscopy.none_used", "No fluoroscopy used", item=item)
    if seen.seconds is not None and not seen.none_used:
        yield told(
            "block.fluoroscopy.seconds", "Fluoroscopy time ", bold(fluoroscopy_time(seen.seconds)), item=item
        )
    if seen.air_kerma is not None:
        unit = seen.air_kerma_unit or KermaUnit.MGY
        kerma = bold(amount(from_mgy(seen.air_kerma, unit), unit.value))
        yield told("block.fluoroscopy.air_kerma", "Air kerma at the reference point ", kerma, item=item)
    if seen.dap is not None:
        dap_unit = seen.dap_unit or DapUnit.MGY_CM2
        dap = bold(amount(from_mgy_cm2(seen.dap, dap_unit), dap_unit.value))
        yield told("block.fluoroscopy.dap", "DAP ", dap, item=item)
    if seen.pulse_mode:
        yield told("block.fluoroscopy.pulse_mode", f"Pulse mode: {seen.pulse_mode}", item=item)


def _dose_by(block: Block) -> Iterator[Sentence]:
    entry = block.entered(Item.FLUOROSCOPY)
    if entry is not None:
        yield told("block.entries", f"Entered by {whole(entry.by)}", item=Item.FLUOROSCOPY)


def _images(block: Block) -> Iterator[Sentence]:
    seen = block.fluoroscopy
    if seen.images_saved is not None:
        yield told(
            "block.fluoroscopy.images_saved", counted(seen.images_saved, "image"), " stored", item=Item.IMAGES
        )
    if seen.image_reference:
        yield told("block.fluoroscopy.image_reference", seen.image_reference, item=Item.IMAGES)


def _findings(block: Block) -> Iterator[Sentence]:
    if block.findings:
        yield told("block.findings", block.findings, item=Item.FINDINGS)
    if block.tolerated:
        yield told("block.tolerated", f"Tolerated: {block.tolerated}", item=Item.FINDINGS)
    if block.other_injection is not None:
        other = bold("Something else was injected on this day") if block.other_injection else ""
        yield told(
            "block.other_injection", other or "Nothing else was injected on this day", item=Item.FINDINGS
        )
    yield from _other_causes(block)
    if block.early_because:
        early = f"Soon after the block before, because: {block.early_because}"
        yield told("block.early_because", early, item=Item.FINDINGS)


def _other_causes(block: Block) -> Iterator[Sentence]:
    """What was asked about other causes of relief; what nobody asked is not mentioned."""
    found = block.other_causes
    asked = (
        ("steroid", found.steroid_since),
        ("epidural injection", found.epidural_since),
        ("injury", found.trauma_since),
        ("operation", found.surgery_since),
    )
    said = [what if given else f"no {what}" for what, given in asked if given is not None]
    if said:
        yield told("block.other_causes", f"Since the block before: {', '.join(said)}", item=Item.FINDINGS)
    if found.device_on is not None:
        state = "on" if found.device_on else "off"
        device = f"Implanted stimulator or pump: {state}"
        yield told("block.other_causes.device_on", device, item=Item.FINDINGS)


def _complications(block: Block) -> Iterator[Sentence]:
    entry = block.entered(Item.COMPLICATIONS)
    by = f" (entered by {whole(entry.by)}, {clock_on(entry.at, block.performed_on)})" if entry else ""
    if block.no_complication and not block.complications:
        yield told("block.no_complication", bold("None"), by, item=Item.COMPLICATIONS)
    for each in block.complications:
        yield told("block.complications", _complication(each, block), item=Item.COMPLICATIONS)
    if block.complications and entry:
        yield told("block.complications", f"Entered by {whole(entry.by)}", item=Item.COMPLICATIONS)


def _complication(each: Complication, block: Block) -> Words:
    at = f" at {clock_on(each.at, block.performed_on)}" if each.at else ""
    more = (
        each.text,
        each.treatment and f"treatment: {each.treatment}",
        each.outcome and f"outcome: {each.outcome}",
    )
    told_more = joined(more, "; ")
    return words(bold(each.kind.value.capitalize()), f"{at}{f': {told_more}' if told_more else ''}")


def _tissue(block: Block) -> Iterator[Sentence]:
    if block.blood_loss:
        yield told("block.blood_loss", f"Estimated blood loss: {block.blood_loss}")
    if block.specimens:
        yield told("block.specimens", f"Specimens: {block.specimens}")


def _plan(facts: NoteFacts) -> Iterator[Sentence]:
    if facts.block.plan:
        yield told("block.plan", facts.block.plan, item=Item.PLAN)
    course = facts.course
    if course is not None and course.rfa_planned_if_positive is not None:
        no = "" if course.rfa_planned_if_positive else "not "
        said = (
            f"If the blocks meet the selected criterion, radiofrequency ablation is {no}the planned next step"
        )
        yield told("course.rfa_planned_if_positive", said)
    if course is not None:
        yield from planned_ablation(course)


def _added(block: Block) -> Iterator[Sentence]:
    for addition in block.additions:
        by = f"Added by {whole(addition.by)}, {moment(addition.at)}:"
        yield told("block.additions", bold(by), f" {addition.text}")


def _late(block: Block) -> Iterator[Sentence]:
    late = [entry for entry in block.entries if late_entry(_happened(block, entry), entry.at)]
    for by, at in dict.fromkeys((entry.by, entry.at) for entry in late):
        items = [entry.item.value for entry in late if (entry.by, entry.at) == (by, at)]
        yield told(
            "block.entries", bold(f"Entered late by {whole(by)}, {moment(at)}:"), f" {listed_text(items)}"
        )


def _happened(block: Block, entry: Entry) -> datetime:
    """When the block was over: needle-out, or the end of its day while that is not recorded."""
    return block.needle_out or datetime.combine(block.performed_on, time.max, entry.at.tzinfo)


# Recovery


@dataclass(frozen=True, slots=True)
class Recovery:
    """The nurse's section: only when everything of it was there at signing."""

    section: Section
    attested_by: str
    attested_at: datetime


def recovery(facts: NoteFacts) -> Recovery | None:
    """Recovery and discharge as one nurse attested them; None while any part is missing."""
    left = facts.block.discharge
    if not is_complete(left) or left.attested_at is None:
        return None
    return Recovery(section("Recovery and discharge", _recovery(facts)), left.attested_by, left.attested_at)


def is_complete(left: Discharge) -> bool:
    asked = (left.at, left.escort, left.walking, left.neurology, left.attested_by, left.attested_at)
    answered = left.instructions_given is not None and left.diary_given is not None
    return all(asked) and answered


def _recovery(facts: NoteFacts) -> Iterator[Sentence]:
    block, left = facts.block, facts.block.discharge
    for taken in block.vitals:
        if taken.when is VitalsWhen.RECOVERY:
            yield told("block.vitals", vitals_words(taken, facts), item=Item.VITALS)
    item = Item.RECOVERY
    yield told("block.discharge.walking", f"Walking: {left.walking}", item=item)
    yield told("block.discharge.neurology", f"Strength and feeling: {left.neurology}", item=item)
    given = [name for name, done in _given(left) if done]
    not_given = [name for name, done in _given(left) if not done]
    if given:
        yield told("block.discharge.instructions_given", f"Given: {listed_text(given)}", item=item)
    if not_given:
        yield told("block.discharge.instructions_given", f"Not given: {listed_text(not_given)}", item=item)
    if left.at is not None:
        at = clock_on(left.at, block.performed_on)
        yield told("block.discharge.at", bold(f"Discharged {at}"), f"; escort: {left.escort}", item=item)


def _given(left: Discharge) -> tuple[tuple[str, bool | None], ...]:
    return ("instructions", left.instructions_given), ("pain diary", left.diary_given)


# Who entered what


def accepted(block: Block) -> tuple[Sentence, ...]:
    """Which statements were accepted as listed, by whom and when, for the line beside the signature."""
    kinds = (HowEntered.ALL_AS_LISTED, HowEntered.ACCEPTED)
    taken = [entry for entry in block.entries if entry.how in kinds]
    groups = dict.fromkeys((entry.by, moment(entry.at), entry.how) for entry in taken)
    return tuple(
        told(
            "block.entries",
            f"Accepted by {whole(by)}, {at} (“{how.value}”): "
            + listed_text([e.item.value for e in taken if (e.by, moment(e.at), e.how) == (by, at, how)]),
        )
        for by, at, how in groups
    )
