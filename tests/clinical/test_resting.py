"""What a signed paper rests on: a notice of error about that reaches it, one about anything else does not."""

import json
from datetime import UTC, datetime
from uuid import UUID

from mbb_desktop.clinical.anatomy import JointSide, Side
from mbb_desktop.clinical.entered_in_error import EnteredInError, Wrong
from mbb_desktop.clinical.paper import Meaning, PaperKind, Signed
from mbb_desktop.clinical.resting import undermined_by
from tests.every_row import every_row

NOBODY, NOTE = UUID(int=1), UUID(int=2)
AT = datetime(2026, 11, 24, tzinfo=UTC)
LEFT, RIGHT = (JointSide("L4-5", side) for side in Side)


def block(*joints: JointSide) -> dict[str, object]:
    return {"joints": [{"joint": each.joint, "side": each.side.value} for each in joints]}


def paper(kind: PaperKind, said: object, supersedes: UUID | None = None) -> Signed:
    content = said if isinstance(said, bytes) else json.dumps(said).encode()
    return Signed(
        *(NOBODY, kind, "X-1", NOBODY, None, None, supersedes, content, b""),
        *(Meaning.AUTHOR, NOBODY, "A. Okafor, MD", AT, b"", b""),
    )


def error(number: str, *joints: JointSide, paper_id: UUID = NOTE) -> EnteredInError:
    wrong = Wrong(paper_id, PaperKind.PROCEDURE_NOTE, number, "7F3A-91C2", "wrong side", joints)
    return EnteredInError(NOBODY, "EN-1", None, wrong, "A. Okafor, MD", AT)


LETTER = paper(
    PaperKind.RFA_LETTER,
    {"blocks": [{"note": "PN-1", "signed response": "DR-1", "block": block(LEFT)}]},
)
RESPONSE = paper(PaperKind.RESPONSE, {"note": "PN-1", "block": block(LEFT, RIGHT)})


@every_row(
    ("rests", "found", "falls"),
    [
        (LETTER, error("PN-1"), True),
        (LETTER, error("DR-1"), True),
        (LETTER, error("PN-2"), False),
        (LETTER, error("PN-1", LEFT), True),
        (LETTER, error("PN-1", RIGHT), False),
        (RESPONSE, error("PN-1"), True),
        (RESPONSE, error("PN-1", RIGHT), True),
        (RESPONSE, error("DR-9"), False),
        (paper(PaperKind.RESPONSE, {"note": "PN-1", "block": block()}), error("PN-1", RIGHT), True),
        (paper(PaperKind.ADDENDUM, {}, NOTE), error("PN-1"), True),
        (paper(PaperKind.ADDENDUM, {}, NOTE), error("PN-1", LEFT), False),
        (paper(PaperKind.ADDENDUM, {}, NOBODY), error("PN-1"), False),
        (paper(PaperKind.PROCEDURE_NOTE, {"note": "PN-1", "block": block()}), error("PN-1"), False),
        (paper(PaperKind.RFA_LETTER, b"no JSON"), error("PN-1"), False),
        (paper(PaperKind.RESPONSE, []), error("PN-1"), False),
        (paper(PaperKind.RESPONSE, {"note": "PN-1"}), error("PN-1"), False),
    ],
)
def test_a_notice_reaches_what_rests_on_its_paper(rests: Signed, found: EnteredInError, falls: bool) -> None:
    assert undermined_by(rests, [found]) == ((found,) if falls else ())


def test_several_notices_stay_in_their_order() -> None:
    both = [error("DR-1"), error("PN-2"), error("PN-1")]
    assert undermined_by(LETTER, both) == (both[0], both[2])
