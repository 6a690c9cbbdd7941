"""How a learner's paper stands with its attending, and when it is final."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

from mbb_desktop.clinical.cosignature import Asked, Cosigning, CosignStanding, CosignStep, standing_by
from mbb_desktop.clinical.paper import Meaning, PaperKind, SignedDocument

AT = datetime(2026, 11, 24, 10, tzinfo=UTC)
PAPER, LEARNER, OKAFOR, LINDGREN = (UUID(int=number) for number in range(1, 5))


def asked(place: int, to: UUID, name: str) -> CosignStep:
    at = AT + timedelta(hours=place)
    return CosignStep(UUID(int=place), PAPER, place, Asked.ASKED, to, name, "", at, LEARNER, "N. Park")


FIRST = asked(1, OKAFOR, "A. Okafor")
BACK = replace(
    asked(2, LEARNER, "N. Park"),
    step=Asked.RETURNED,
    reason="the side differs",
    by_id=OKAFOR,
    by="A. Okafor",
)


def test_the_last_step_says_who_is_awaited() -> None:
    assert standing_by(()) is None
    assert standing_by((FIRST,)) == Cosigning(CosignStanding.AWAITED, OKAFOR, "A. Okafor", FIRST.at)
    taken_over = asked(3, LINDGREN, "I. Lindgren")
    expected = Cosigning(CosignStanding.AWAITED, LINDGREN, "I. Lindgren", taken_over.at)
    assert standing_by((taken_over, FIRST, BACK)) == expected


def test_a_returned_paper_says_by_whom_and_why() -> None:
    found = standing_by((BACK, FIRST))
    assert found == Cosigning(
        CosignStanding.RETURNED, OKAFOR, "A. Okafor", BACK.at, reason="the side differs"
    )


def test_a_learners_paper_is_final_with_the_co_signature_alone() -> None:
    own = SignedDocument(
        *(PAPER, PaperKind.PROCEDURE_NOTE, "PN-1", PAPER, None, None, None, b"", b"", Meaning.PERFORMED),
        *(OKAFOR, "A. Okafor, MD", AT, b"", b"", b"", b""),
    )
    assert (own.final, own.version) == (True, 1)
    learners = replace(own, meaning=Meaning.UNDER_SUPERVISION)
    assert (learners.final, learners.version) == (False, 1)
    awaited = Cosigning(CosignStanding.AWAITED, OKAFOR, "A. Okafor", AT)
    assert not replace(learners, cosigning=awaited).final
    done = replace(learners, cosigning=replace(awaited, standing=CosignStanding.COSIGNED))
    assert (done.final, done.version) == (True, 2)
