"""The coding preview of a recorded block, with diagnosis codes from the covered list, and as text to copy."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from mbb_desktop.clinical.anatomy import JointSide, in_order, joints_of_spine
from mbb_desktop.clinical.block import Block, DrugUse, Guidance, Purpose
from mbb_desktop.clinical.block_state import DONE
from mbb_desktop.clinical.code_book import CodeBook, PayerStyle
from mbb_desktop.clinical.coding import CodeLine, Preview, Procedure, Work, levels_of, preview
from mbb_desktop.clinical.course import AblationMethod, Course, Diagnosis, Vertebrae
from mbb_desktop.clinical.performed import joints_blocked, say_places
from mbb_desktop.clinical.phrases import phrase
from mbb_desktop.clinical.shown import show_date


@dataclass(frozen=True, slots=True)
class SuggestedDiagnosis:
    """A code of the covered list for some joints, in our own short words."""

    code: str
    words: str
    joints: tuple[str, ...]


def work_of(block: Block) -> Work:
    """What a block record says was done. Fluoroscopy counts as used when its time or dose is recorded."""
    injected = tuple(t.place for t in block.targets if not t.not_injected)
    named = joints_blocked(block)
    return Work(
        Procedure.INJECTION,
        block.performed_on,
        joints=named,
        nerves=injected if not block.joints else (),
        diagnostic=_diagnostic(block),
        guidance=_guidance(block),
        six_lumbar=block.vertebrae is Vertebrae.SIX,
    )


def _diagnostic(block: Block) -> bool | None:
    if block.drugs_for(DrugUse.STEROID):
        return False
    return None if block.purpose is None else block.purpose is Purpose.DIAGNOSTIC


def _guidance(block: Block) -> Guidance | None:
    seen = block.fluoroscopy
    used = bool(seen.seconds) or bool(seen.air_kerma) or bool(seen.dap)
    return seen.guidance or (Guidance.FLUOROSCOPY if used and not seen.none_used else None)


def preview_of(block: Block, book: CodeBook, style: PayerStyle, others: Iterable[Block] = ()) -> Preview:
    """The preview of a block that was done here; without lines for a plan or a block done elsewhere.

    All records of one patient and day are one session: the first of them carries its lines. `others` are
    the patient's other records, of any day, also those of a merged record, and nobody else's.
    """
    if block.state not in DONE:
        return Preview((), (), (phrase("coding.not_open"),))
    if block.reported_by:
        return Preview((), joints_blocked(block), (phrase("coding.elsewhere"),))
    day = _records_of_day(block, others)
    if why := _not_coded_here(block, day):
        return Preview((), levels_of(work_of(block)), (*_of_block(block), why))
    found = preview(_together(day), book, style)
    said = [sentence for each in day for sentence in _of_block(each)]
    said += [phrase("coding.together", count=len(day))] if len(day) > 1 else []
    return replace(found, sentences=tuple(dict.fromkeys([*said, *found.sentences])))


def _records_of_day(block: Block, others: Iterable[Block]) -> tuple[Block, ...]:
    """The block and the others of its day that were done here; records with nothing in them do not count."""
    if not (block.targets or block.joints):
        return (block,)
    same = {
        each.id: each
        for each in others
        if each.performed_on == block.performed_on
        and each.state in DONE
        and not each.reported_by
        and (each.targets or each.joints)
    }
    return tuple(sorted({**same, block.id: block}.values(), key=lambda each: each.id))


def _not_coded_here(block: Block, day: tuple[Block, ...]) -> str:
    """Why a record of a day with several has no lines of its own; empty when it carries those of the day."""
    works = [work_of(each) for each in day]
    if len({each.state for each in day}) > 1:
        return phrase("coding.day_not_signed")
    if len({(work.diagnostic, work.guidance, work.six_lumbar) for work in works}) > 1:
        return phrase("coding.day_differs")
    return "" if block.id == day[0].id else phrase("coding.day_coded")


def _together(day: tuple[Block, ...]) -> Work:
    works = [work_of(each) for each in day]
    joints = in_order({joint for work in works for joint in work.joints})
    nerves = tuple(dict.fromkeys(nerve for work in works for nerve in work.nerves))
    return replace(works[0], joints=joints, nerves=nerves)


def _of_block(block: Block) -> Iterator[str]:
    blocked = joints_blocked(block)
    if left_out := [place for place in in_order(block.joints) if place not in blocked]:
        yield phrase("coding.not_fully_blocked", joints=say_places(left_out))
    if block.drugs_for(DrugUse.STEROID):
        yield phrase("coding.steroid")
    if block.stopped_because:
        yield phrase("coding.stopped")


def suggested_diagnoses(
    levels: Iterable[JointSide], book: CodeBook, *, six_lumbar: bool = False, ablation: bool = False
) -> tuple[SuggestedDiagnosis, ...]:
    """The codes of the covered list by the region of each joint, the most usual family first."""
    table = joints_of_spine(six_lumbar=six_lumbar)
    by_digit: dict[str, list[str]] = {}
    for level in in_order(levels):
        joints = by_digit.setdefault(table[level.joint].icd_digit, [])
        joints += [level.joint] if level.joint not in joints else []
    return tuple(
        SuggestedDiagnosis(
            family.stem + digit,
            "; ".join(
                filter(
                    None,
                    [
                        phrase(
                            "coding.diagnosis", words=family.words, region=book.covered.regions[digit].title
                        ),
                        family.note,
                    ],
                )
            ),
            tuple(joints),
        )
        for family in book.covered.families
        for digit, joints in by_digit.items()
        if family.for_ablation or not ablation
    )


def diagnosis_remarks(
    diagnoses: Iterable[Diagnosis], book: CodeBook, *, radiculopathy: bool | None = None
) -> tuple[str, ...]:
    """Which recorded codes are not on the covered list, and a recorded finding that contradicts the list."""
    read = show_date(book.covered.read_on)
    found = [
        phrase("coding.diagnosis_not_listed", code=each.code.strip(), read=read)
        for each in diagnoses
        if each.code.strip() and not book.lists(each.code)
    ]
    return (*found, phrase("coding.radicular")) if radiculopathy else tuple(found)


_THERMAL = {None: True, AblationMethod.THERMAL: True, AblationMethod.COOLED: None}


def preview_of_request(
    joints: tuple[JointSide, ...], on: date, book: CodeBook, style: PayerStyle, course: Course
) -> Preview:
    """The codes of an ablation that is asked for: on condition that it is done under fluoroscopy.

    Without a method it is conditional on heat too; of a cooled one no source says how it is reported.
    """
    work = Work(
        Procedure.ABLATION,
        on,
        joints,
        guidance=Guidance.FLUOROSCOPY,
        thermal=_THERMAL.get(course.rfa_method, False),
        six_lumbar=course.six_lumbar,
    )
    found = preview(work, book, style)
    if found.lines:
        return replace(found, sentences=(phrase("coding.if_ablated"), *found.sentences))
    cooled = course.rfa_method is AblationMethod.COOLED
    not_told = found.sentences == (phrase("coding.heat_not_recorded"),)
    return replace(found, sentences=(phrase("coding.cooled"),)) if cooled and not_told else found


def copy_text(found: Preview, about: str, changed: str = "") -> str:
    """The preview as plain text without anything that tells who the patient is.

    `changed` are its lines as a person wrote them anew; the head always says that it is a preview.
    """
    head = phrase("coding.copy", title=phrase("coding.title"), about=about)
    return f"{head}\n{changed.strip() or lines_text(found)}"


def lines_text(found: Preview) -> str:
    """What is copied below the head, and what a person may change before it is."""
    return "\n".join([*(_line_text(line) for line in found.lines), *found.sentences])


def _line_text(line: CodeLine) -> str:
    return f"{line.words} x{line.units}\t{say_places(line.joints)}"
