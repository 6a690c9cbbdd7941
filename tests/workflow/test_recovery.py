"""Recovery and discharge after the signature: they are kept, and nothing else of the record moves."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from mbb_desktop.clinical.block import (
    Block,
    BlockState,
    Discharge,
    Item,
    Vitals,
    VitalsWhen,
)
from mbb_desktop.clinical.charting import Author, entered
from mbb_desktop.clinical.paper import SignedDocument
from mbb_desktop.storage.audit import recent
from mbb_desktop.storage.signed import verify
from mbb_desktop.storage.vault import Vault
from mbb_desktop.workflow.desk import NotAllowed
from mbb_desktop.workflow.issue_paper import reprint, sign_note
from mbb_desktop.workflow.keep_courses import save_course
from mbb_desktop.workflow.keep_patients import save_patient
from mbb_desktop.workflow.record_block import (
    AlreadySigned,
    SomebodyElseChanged,
    discard_draft,
    read_block,
    save_draft,
)
from mbb_desktop.workflow.recovery import RecoveryClosed, record_recovery
from tests.workflow.conftest import NOW, PIN, Desks, Prepared, lumbar_course, opened_copy, prepare, somebody
from tests.workflow.test_signing import performed

LEAVES = NOW + timedelta(minutes=35)
NURSE = Author(lumbar_course(somebody()).id, "RN Diaz", LEAVES)


@dataclass(frozen=True)
class Stages:
    """A complete record, and then its signed note."""

    draft: Prepared[Block]
    signed: Prepared[SignedDocument]


def begun(desks: Desks) -> Block:
    """Recovery was begun, and other things were entered after it."""
    physician = desks.of("physician")
    course = save_course(physician, lumbar_course(save_patient(physician, somebody())))
    block = performed(desks, course)
    measured = replace(
        block, vitals=(Vitals(NOW, VitalsWhen.RECOVERY, pulse=80), Vitals(NOW, VitalsWhen.BEFORE))
    )
    by = replace(NURSE, at=NOW)
    return save_draft(physician, block, entered(entered(measured, Item.RECOVERY, by), Item.VITALS, by))


@pytest.fixture(scope="module")
def stages(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Stages:
    draft = prepare(template, tmp_path_factory, begun)
    block = draft.made
    return Stages(
        draft,
        prepare(draft.folder, tmp_path_factory, lambda desks: sign_note(desks.of("physician"), block, PIN)),
    )


@pytest.fixture
def vault(stages: Stages, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Vault]:
    """With the signed note where a test asks for the paper."""
    begun = stages.signed if "paper" in request.fixturenames else stages.draft
    opened = opened_copy(begun.folder, tmp_path / "vault")
    yield opened
    opened.close()


@pytest.fixture
def draft(stages: Stages) -> Block:
    return stages.draft.made


@pytest.fixture
def paper(stages: Stages) -> SignedDocument:
    return stages.signed.made


def home(block: Block) -> Block:
    """With vital signs of recovery and a discharge."""
    left = Discharge(LEAVES, "husband", "as before", attested_by="M. Diaz, RN", attested_at=LEAVES)
    vitals = Vitals(LEAVES, VitalsWhen.RECOVERY, 128, 76)
    kept = tuple(v for v in block.vitals if v.when is VitalsWhen.BEFORE)
    return entered(replace(block, discharge=left, vitals=(*kept, vitals)), Item.RECOVERY, NURSE)


def test_a_nurse_records_recovery_and_discharge_after_the_signature(
    desks: Desks, draft: Block, paper: SignedDocument
) -> None:
    nurse = desks.of("nurse", LEAVES)
    signed = read_block(nurse, draft.id)
    saved = record_recovery(nurse, signed, home(signed))
    assert read_block(nurse, draft.id) == saved
    assert (saved.state, saved.discharge.escort) == (BlockState.SIGNED, "husband")
    assert [v.pulse for v in saved.vitals if v.when is VitalsWhen.RECOVERY] == [None]
    with nurse.store.look() as look:
        told = recent(look.connection)[0]
    assert told.event == "recovery recorded after signing"
    assert reprint(desks.of("physician"), paper.id) == paper.pdf
    assert verify(desks.vault.store).intact


def test_recovery_may_be_corrected_and_taken_back(desks: Desks, draft: Block, paper: SignedDocument) -> None:
    nurse = desks.of("nurse", LEAVES)
    first = record_recovery(nurse, read_block(nurse, draft.id), home(read_block(nurse, draft.id)))
    nothing = replace(first, discharge=Discharge(), vitals=first.vitals[:1])
    gone = record_recovery(nurse, first, replace(nothing, entries=first.entries[:-1]))
    assert (gone.discharge, gone.entered(Item.RECOVERY)) == (Discharge(), None)
    assert verify(desks.vault.store).intact


def test_what_was_typed_before_the_signature_is_joined(
    desks: Desks, draft: Block, paper: SignedDocument
) -> None:
    nurse = desks.of("nurse", LEAVES)
    saved = record_recovery(nurse, draft, replace(draft, discharge=Discharge(LEAVES, "husband")))
    assert (saved.state, saved.discharge.escort) == (BlockState.SIGNED, "husband")
    with pytest.raises(SomebodyElseChanged):
        record_recovery(nurse, draft, replace(draft, discharge=Discharge(LEAVES, "daughter")))


def test_nothing_else_of_a_signed_block_changes(desks: Desks, draft: Block, paper: SignedDocument) -> None:
    signed = read_block(desks.of("nurse"), draft.id)
    before = desks.vault.store.head
    for edited in (
        replace(home(signed), plan="changed"),
        replace(signed, vitals=()),
        replace(signed, needle_out=LEAVES),
        replace(signed, state=BlockState.DRAFT),
        entered(signed, Item.PLAN, NURSE),
    ):
        with pytest.raises(AlreadySigned):
            record_recovery(desks.of("physician", LEAVES), signed, edited)
    assert desks.vault.store.head == before
    assert read_block(desks.of("nurse"), draft.id) == signed


def test_only_a_signed_block_takes_it(desks: Desks, draft: Block) -> None:
    nurse = desks.of("nurse")
    with pytest.raises(RecoveryClosed, match="This record is draft"):
        record_recovery(nurse, draft, home(draft))
    discarded = discard_draft(desks.of("physician"), draft)
    with pytest.raises(RecoveryClosed, match="discarded"):
        record_recovery(nurse, discarded, home(discarded))


def test_a_block_entered_in_error_stays_closed(desks: Desks, draft: Block, paper: SignedDocument) -> None:
    physician = desks.of("physician")
    signed = read_block(physician, draft.id)
    with physician.store.change(physician.user, "entered in error", at=NOW) as change:
        wrong = change.save(replace(signed, state=BlockState.ENTERED_IN_ERROR))
    with pytest.raises(RecoveryClosed, match="entered in error"):
        record_recovery(desks.of("nurse"), wrong, home(wrong))


def test_the_front_desk_records_no_recovery(desks: Desks, draft: Block, paper: SignedDocument) -> None:
    signed = read_block(desks.of("nurse"), draft.id)
    with pytest.raises(NotAllowed):
        record_recovery(desks.of("front desk"), signed, home(signed))


def attested(block: Block) -> tuple[str, datetime | None]:
    return block.discharge.attested_by, block.discharge.attested_at


NOBODY = ("", None)


@pytest.mark.parametrize("after_signature", [False, True], ids=["draft", "signed"])
@pytest.mark.parametrize("what", ["discharge", "vital signs"])
def test_an_attestation_does_not_survive_a_change_of_what_was_attested(
    desks: Desks, draft: Block, after_signature: bool, what: str
) -> None:
    nurse, later = desks.of("nurse", LEAVES), desks.of("physician", LEAVES + timedelta(minutes=1))
    known = save_draft(nurse, draft, home(draft))
    assert attested(known) == ("M. Diaz, RN", LEAVES)
    if after_signature:
        sign_note(later, known, PIN)
        known = read_block(nurse, known.id)
    vitals = tuple(replace(v, pulse=99) if v.when is VitalsWhen.RECOVERY else v for v in known.vitals)
    changed = (
        replace(known, discharge=replace(known.discharge, escort="nobody"))
        if what == "discharge"
        else replace(known, vitals=vitals)
    )
    save = record_recovery if after_signature else save_draft
    assert attested(save(later, known, changed)) == NOBODY
    assert attested(read_block(nurse, known.id)) == NOBODY


def test_an_attestation_stays_while_something_else_is_changed(desks: Desks, draft: Block) -> None:
    known = save_draft(desks.of("nurse", LEAVES), draft, home(draft))
    planned = save_draft(desks.of("physician", LEAVES), known, replace(known, plan="second block"))
    assert attested(planned) == ("M. Diaz, RN", LEAVES)


@pytest.mark.parametrize(
    ("who", "minutes"), [("physician", 0), ("nurse", 30)], ids=["for somebody else", "for another time"]
)
def test_nobody_attests_for_somebody_else_or_for_another_time(
    desks: Desks, draft: Block, who: str, minutes: int
) -> None:
    desk = desks.of(who, LEAVES + timedelta(minutes=minutes))
    saved = save_draft(desk, draft, home(draft))
    assert (saved.discharge.escort, attested(saved)) == ("husband", NOBODY)


def test_nobody_attests_what_somebody_else_changed_unseen(desks: Desks, draft: Block) -> None:
    there = replace(draft, discharge=Discharge(neurology="weak left leg"))
    save_draft(desks.of("physician", LEAVES), draft, there)
    saved = save_draft(desks.of("nurse", LEAVES), draft, home(draft))
    assert (saved.discharge.neurology, saved.discharge.escort, attested(saved)) == (
        "weak left leg",
        "husband",
        NOBODY,
    )
