"""How far a paper is on its way to the printer and to whom it goes; and who tells recipients apart."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

from mbb_desktop.clinical.anatomy import JointSide, Side
from mbb_desktop.clinical.paper import PaperKind
from mbb_desktop.clinical.print_step import (
    COPY,
    PRINTS_FOR,
    Addressee,
    PrintOf,
    PrintStep,
    Standing,
    Step,
    addressees,
    requested_in,
    standing,
)
from mbb_desktop.clinical.receipt import HowSent, Receipt
from tests.every_row import every_row

AT = datetime(2026, 11, 24, 10, tzinfo=UTC)
NOBODY, OKAFOR = UUID(int=1), UUID(int=2)


def step(what: Step, place: int = 1, minutes: int = 0, workstation: str = "desk") -> PrintStep:
    return PrintStep(
        *(UUID(int=place), NOBODY, PrintOf.PAPER, "", place, NOBODY, NOBODY, None, what),
        *("", "Printer", 1, "", workstation, AT + timedelta(minutes=minutes), NOBODY, "M. Diaz"),
    )


def receipt(how: HowSent, minutes: int = 0, to: str = "Dr Lindgren", number: int = 1) -> Receipt:
    kept = AT + timedelta(minutes=minutes)
    return Receipt(UUID(int=number), NOBODY, NOBODY, to, None, how, kept, kept, NOBODY, "M. Diaz")


def now(*steps: PrintStep, gone: tuple[Receipt, ...] = (), minutes: int = 0, here: str = "desk") -> Standing:
    return standing(steps, gone, here, AT + timedelta(minutes=minutes))


@every_row(
    ("last", "expected"),
    [
        (Step.ORDERED, Standing.READY),
        (Step.PRINTED, Standing.PRINTED),
        (Step.FAILED, Standing.FAILED),
        (Step.NOT_PRINTED, Standing.READY),
        (Step.TAKEN_OFF, Standing.TAKEN_OFF),
        (Step.PUT_BACK, Standing.READY),
        (Step.SENT_TO_PRINTER, Standing.UNKNOWN),
    ],
)
def test_the_last_step_says_how_far_it_is(last: Step, expected: Standing) -> None:
    assert now(step(last, 2), step(Step.ORDERED, 1)) is expected


def test_without_a_step_it_is_ready() -> None:
    assert now() is Standing.READY


def test_another_workstation_is_taken_at_its_word_for_a_quarter_of_an_hour() -> None:
    sent = step(Step.SENT_TO_PRINTER)
    assert now(sent, minutes=14, here="room 2") is Standing.PRINTING
    assert now(sent, minutes=int(PRINTS_FOR.total_seconds()) // 60, here="room 2") is Standing.UNKNOWN
    assert now(sent, minutes=14) is Standing.UNKNOWN


def test_what_was_sent_is_no_longer_waiting() -> None:
    assert now(gone=(receipt(HowSent.FAXED),)) is Standing.FAXED
    assert now(gone=(receipt(HowSent.MAILED),)) is Standing.SENT
    assert now(step(Step.ORDERED), gone=(receipt(HowSent.FAXED),)) is Standing.FAXED
    later = receipt(HowSent.MAILED, 5, number=2)
    assert now(gone=(later, receipt(HowSent.FAXED))) is Standing.SENT, "the receipt kept last counts"


def test_a_print_after_it_was_sent_leaves_it_sent_and_anything_else_does_not() -> None:
    faxed = (receipt(HowSent.FAXED),)
    assert now(step(Step.PRINTED, minutes=5), gone=faxed) is Standing.FAXED
    assert now(step(Step.PUT_BACK, minutes=5), gone=faxed) is Standing.READY


def content(**said: object) -> bytes:
    return json.dumps(said).encode()


LINDGREN = {"name": "Dr Lindgren", "id": str(OKAFOR)}
TO_LINDGREN = Addressee("Dr Lindgren", OKAFOR)


@every_row(
    ("kind", "signed", "expected"),
    [
        (PaperKind.PROCEDURE_NOTE, content(to="Dr Lindgren"), (COPY,)),
        (PaperKind.RFA_LETTER, content(order={"recipient": LINDGREN}), (TO_LINDGREN,)),
        (
            PaperKind.AUTHORIZATION,
            content(order={"recipient": LINDGREN, "cc": ["Dr Roe", "Dr Roe"]}),
            (TO_LINDGREN, Addressee("Dr Roe")),
        ),
        (PaperKind.RFA_LETTER, content(order={"recipient": ""}), (COPY,)),
        (PaperKind.RFA_LETTER, content(order=None), (COPY,)),
        (PaperKind.CORRECTION_NOTICE, content(to="the patient"), (Addressee("the patient"),)),
        (PaperKind.CORRECTION_NOTICE, content(to=LINDGREN), (TO_LINDGREN,)),
        (PaperKind.CORRECTION_NOTICE, b"no JSON", (COPY,)),
        (PaperKind.CORRECTION_NOTICE, b"[]", (COPY,)),
    ],
)
def test_a_paper_goes_to_whom_it_is_addressed(
    kind: PaperKind, signed: bytes, expected: tuple[Addressee, ...]
) -> None:
    assert addressees(kind, signed) == expected


def test_the_joints_that_a_letter_asks_for() -> None:
    asked = [{"joint": "L4-5", "side": "left"}, {"joint": "L5-S1", "side": "right"}]
    expected = (JointSide("L4-5", Side.LEFT), JointSide("L5-S1", Side.RIGHT))
    assert requested_in(content(requested=asked)) == expected
    assert requested_in(content(requested="L4-5")) == requested_in(b"") == ()


def test_a_recipient_is_told_by_the_directory_or_by_the_name_however_written() -> None:
    typed = receipt(HowSent.HANDED, to="DR LINDGREN")
    assert typed.recipient == receipt(HowSent.FAXED).recipient == "dr lindgren"
    assert replace(typed, correspondent_id=OKAFOR).recipient == OKAFOR
