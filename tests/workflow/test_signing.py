"""Signing: what must be there, who signs, and that nothing changes afterwards."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from mbb_desktop.clinical.anatomy import Region
from mbb_desktop.clinical.block import Block, Consent, Item
from mbb_desktop.clinical.charting import (
    AsListed,
    Author,
    accept_all,
    with_agent,
    with_fluoroscopy,
    with_levels,
    with_needle_out,
    with_time_out_afterwards,
)
from mbb_desktop.clinical.course import Course, Treatment
from mbb_desktop.clinical.identity import new_id
from mbb_desktop.clinical.levels import Levels, read_levels
from mbb_desktop.clinical.paper import SignedDocument
from mbb_desktop.clinical.people import Correspondent, CorrespondentKind
from mbb_desktop.clinical.preset import AgentOffered
from mbb_desktop.clinical.response import BEFORE, Conclusion, Response, Series
from mbb_desktop.clinical.scoring import Scored, with_score
from mbb_desktop.storage import papers
from mbb_desktop.storage.audit import recent
from mbb_desktop.storage.errors import WrongPassphrase
from mbb_desktop.storage.signed import verify
from mbb_desktop.workflow.follow_up import response_of, save_scores
from mbb_desktop.workflow.issue_addendum import NothingToAdd, sign_addendum
from mbb_desktop.workflow.issue_letter import LetterOrder, NotReady, letter_ready, sign_letter
from mbb_desktop.workflow.issue_paper import Incomplete, NotYours, reprint, sign_note
from mbb_desktop.workflow.issue_response import CannotConclude, sign_response
from mbb_desktop.workflow.keep_clinic import clinic, save_clinic
from mbb_desktop.workflow.keep_courses import save_course
from mbb_desktop.workflow.keep_patients import open_chart, save_patient
from mbb_desktop.workflow.knowledge import presets
from mbb_desktop.workflow.record_block import AlreadySigned, read_block, save_draft, start_block
from mbb_desktop.workflow.review_course import review_course
from mbb_desktop.workflow.signing import WrongPin, forget_wrong_pins, lacks_pin, pin_problem
from tests.workflow.conftest import (
    NOW,
    PASSPHRASE,
    PEOPLE,
    PIN,
    Desks,
    Prepared,
    lumbar_course,
    prepare,
    somebody,
)

LIDOCAINE = AgentOffered("lidocaine", Decimal(20))
POSITIVE = {BEFORE: 8, 15: 2, 30: 1, 60: 1, 120: 1, 180: 4, 240: 7}


def performed(desks: Desks, course: Course, at: datetime = NOW, levels: str = "45 51 b") -> Block:
    """A complete record of a block, stored as a draft."""
    desk = desks.of("physician", at)
    author = Author(desk.user.id, desk.user.called, at)
    read = read_levels(levels, region=Region.LUMBAR)
    assert isinstance(read, Levels)
    preset = presets()[Region.LUMBAR]
    draft = start_block(desk, course)
    block = with_agent(with_levels(draft, read, levels, preset, author), LIDOCAINE, author)
    block = accept_all(block, AsListed(preset, author))
    block = with_fluoroscopy(block, replace(block.fluoroscopy, seconds=42), author)
    block = with_time_out_afterwards(block, "M. Diaz, RN", at - timedelta(minutes=10), author)
    return save_draft(desk, draft, with_needle_out(block, at - timedelta(minutes=5), author))


def scored(desks: Desks, block: Block, scores: Mapping[int, int], days: int = 40) -> Response:
    desk = desks.of("nurse", NOW + timedelta(days=days))
    author = Author(desk.user.id, desk.user.called, desk.now)
    empty = response = response_of(desk, block)
    for slot, score in scores.items():
        response = with_score(response, block, Scored(Series.OVERALL, slot, Decimal(score)), author)
    return save_scores(desk, empty, response)


@dataclass(frozen=True)
class Stages:
    """A complaint with a block that is documented, and then with its note signed."""

    documented: Prepared[tuple[Course, Block]]
    noted: Prepared[SignedDocument]


def documented(desks: Desks) -> tuple[Course, Block]:
    physician = desks.of("physician")
    course = save_course(physician, lumbar_course(save_patient(physician, somebody())))
    return course, performed(desks, course)


@pytest.fixture(scope="module")
def stages(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Stages:
    first = prepare(template, tmp_path_factory, documented)
    block = first.made[1]
    return Stages(
        first,
        prepare(first.folder, tmp_path_factory, lambda desks: sign_note(desks.of("physician"), block, PIN)),
    )


@pytest.fixture(scope="module")
def prepared(stages: Stages) -> Prepared[tuple[Course, Block]]:
    return stages.documented


@pytest.fixture(scope="module")
def prepared_note(stages: Stages) -> Prepared[SignedDocument]:
    return stages.noted


@pytest.fixture
def block(prepared: Prepared[tuple[Course, Block]]) -> Block:
    """Documented, not signed."""
    return prepared.made[1]


@pytest.fixture
def signed(stages: Stages, prepared_note: Prepared[SignedDocument]) -> Block:
    """The same block with its note signed."""
    assert prepared_note.made.final
    return stages.documented.made[1]


@pytest.fixture
def note(prepared_note: Prepared[SignedDocument]) -> SignedDocument:
    return prepared_note.made


@pytest.fixture
def course(desks: Desks) -> Course:
    physician = desks.of("physician")
    return save_course(physician, lumbar_course(save_patient(physician, somebody())))


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    text = "\n".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return text


def test_a_signed_note_is_frozen_and_reprints_are_the_same_bytes(desks: Desks, block: Block) -> None:
    paper = sign_note(desks.of("physician"), block, PIN)
    assert paper.number == "PN-2026-000001"
    later = desks.of("front desk", NOW + timedelta(days=400))
    assert reprint(later, paper.id) == paper.pdf == reprint(later, paper.id)
    assert verify(desks.vault.store).intact


def test_a_signed_block_cannot_be_saved_again(desks: Desks, signed: Block) -> None:
    with pytest.raises(AlreadySigned):
        save_draft(desks.of("physician"), signed, replace(signed, findings="changed"))


@pytest.mark.parametrize(
    ("change", "item"),
    [
        ({"targets": ()}, Item.LEVELS),
        ({"drugs": ()}, Item.ANESTHETIC),
        ({"needle_out": None}, Item.NEEDLE_OUT),
        ({"consent": Consent()}, Item.CONSENT),
        ({"time_outs": ()}, Item.TIMES),
        ({"no_complication": False}, Item.COMPLICATIONS),
        ({"physician_id": None}, Item.TEAM),
    ],
)
def test_a_note_with_a_required_fact_missing_is_not_signed(
    desks: Desks, block: Block, change: dict[str, Any], item: Item
) -> None:
    physician = desks.of("physician")
    emptied = save_draft(physician, block, replace(block, **change))
    with pytest.raises(Incomplete) as incomplete:
        sign_note(physician, emptied, PIN)
    assert item in {problem.item for problem in incomplete.value.missing}
    assert desks.vault.store.head.seq > 0


def test_fluoroscopy_needs_a_time_or_that_none_was_used(desks: Desks, block: Block) -> None:
    physician = desks.of("physician")
    without = save_draft(
        physician, block, replace(block, fluoroscopy=replace(block.fluoroscopy, seconds=None))
    )
    with pytest.raises(Incomplete):
        sign_note(physician, without, PIN)
    none_used = replace(without, fluoroscopy=replace(without.fluoroscopy, none_used=True))
    assert sign_note(physician, save_draft(physician, without, none_used), PIN).number


def test_five_wrong_pins_and_the_right_one_no_longer_helps(desks: Desks, block: Block) -> None:
    physician = desks.of("physician")
    for left in (4, 3, 2, 1, 0):
        with pytest.raises(WrongPin) as wrong:
            sign_note(physician, block, "1593")
        assert wrong.value.left == left
    with pytest.raises(WrongPin):
        sign_note(physician, block, PIN)


def test_a_clinic_may_ask_for_the_passphrase_at_each_signature(desks: Desks, block: Block) -> None:
    physician = desks.of("physician")
    save_clinic(physician, replace(clinic(physician), sign_by_passphrase=True))
    with pytest.raises(WrongPassphrase):
        sign_note(physician, block, PIN)
    with physician.store.look() as look:
        assert recent(look.connection, limit=1)[0].event == "wrong passphrase at a signature"
    assert sign_note(physician, block, PASSPHRASE).number == "PN-2026-000001"


@pytest.mark.parametrize(("pin", "good"), [("4711", True), ("12", False), ("1111", False), ("1234", False)])
def test_a_pin_has_four_to_eight_digits_and_is_no_row(pin: str, good: bool) -> None:
    assert (pin_problem(pin) is None) is good


def test_the_response_needs_the_signed_note_first(desks: Desks, block: Block) -> None:
    response = replace(scored(desks, block, POSITIVE), conclusion=Conclusion.POSITIVE)
    with pytest.raises(CannotConclude, match="procedure note first"):
        sign_response(desks.of("physician"), response, PIN)


def test_a_signed_response_keeps_what_was_computed(desks: Desks, signed: Block) -> None:
    response = replace(scored(desks, signed, POSITIVE), conclusion=Conclusion.POSITIVE)
    sign_response(desks.of("physician", NOW + timedelta(days=2)), response, PIN)
    with desks.vault.store.look() as look:
        assert look.get(Response, response.id).computed == ("overall: positive",)


def test_a_conclusion_against_the_computed_value_needs_a_reason(desks: Desks, signed: Block) -> None:
    response = replace(scored(desks, signed, POSITIVE), conclusion=Conclusion.NEGATIVE)
    with pytest.raises(CannotConclude, match="Write why"):
        sign_response(desks.of("physician", NOW + timedelta(days=2)), response, PIN)
    reasoned = replace(response, conclusion_reason="Pain moved to the hip.")
    paper = sign_response(desks.of("physician", NOW + timedelta(days=2)), reasoned, PIN)
    assert "Pain moved to the hip" in text_of(paper.pdf)


def test_the_letter_comes_after_both_responses_and_asks_for_the_confirmed_joints(
    desks: Desks, course: Course
) -> None:
    second_day = NOW + timedelta(days=21)
    provider = Correspondent(new_id(NOW), CorrespondentKind.RFA_PROVIDER, "R. Vance", credentials="MD")
    order = LetterOrder(course.id, provider)
    for at in (NOW, second_day):
        physician = desks.of("physician", at)
        block = performed(desks, course, at)
        sign_note(physician, block, PIN)
        with pytest.raises(NotReady):
            sign_letter(physician, order, PIN)
        response = replace(scored(desks, block, POSITIVE), conclusion=Conclusion.POSITIVE)
        sign_response(desks.of("physician", at + timedelta(days=1)), response, PIN)
    desk = desks.of("physician", second_day + timedelta(days=2))
    assert letter_ready(desk, course.id).before_signing == ()
    ablation = Treatment(NOW.date() - timedelta(days=400), ("L4-5",), relief=Decimal(70))
    save_course(desk, replace(course, id=new_id(NOW), ablations=(ablation,), version=0))
    with desks.vault.store.look() as look:
        note = papers.of_block(look, block.id)[-1]
    added = sign_addendum(desk, note.id, "Lot 4K1183.", "misread", PIN)
    text = text_of(sign_letter(desk, order, PIN).pdf)
    assert f"addendum {added.number}" in " ".join(text.split())
    assert "bilateral L4-5 and L5-S1" in text
    assert "R. Vance" in text
    assert "Earlier ablation: 20-Oct-2025, L4-5, 70 % relief" in " ".join(text.split())
    assert verify(desks.vault.store).intact


def test_the_letter_tells_of_a_block_concluded_negative_on_too_few_scores(
    desks: Desks, course: Course
) -> None:
    provider = Correspondent(new_id(NOW), CorrespondentKind.RFA_PROVIDER, "R. Vance", credentials="MD")
    days = [NOW + timedelta(days=19 * number) for number in range(3)]
    told = [
        ({BEFORE: 8}, Conclusion.NEGATIVE),
        (POSITIVE, Conclusion.POSITIVE),
        (POSITIVE, Conclusion.POSITIVE),
    ]
    for at, (scores, conclusion) in zip(days, told, strict=True):
        block = performed(desks, course, at)
        sign_note(desks.of("physician", at), block, PIN)
        reason = "The diary was lost; no relief by telephone." if conclusion is Conclusion.NEGATIVE else ""
        response = replace(scored(desks, block, scores), conclusion=conclusion, conclusion_reason=reason)
        sign_response(desks.of("physician", at + timedelta(days=1)), response, PIN)
    desk = desks.of("physician", days[-1] + timedelta(days=2))
    text = " ".join(text_of(sign_letter(desk, LetterOrder(course.id, provider), PIN).pdf).split())
    assert "Three diagnostic medial branch blocks" in text
    assert "block 1 negative; block 2 and block 3 positive" in text


def test_an_addendum_stands_beside_the_paper_which_stays_as_it_is(desks: Desks, note: SignedDocument) -> None:
    physician = desks.of("physician")
    with pytest.raises(NothingToAdd, match="why"):
        sign_addendum(physician, note.id, "The left side was treated too.", " ", PIN)
    added = sign_addendum(physician, note.id, "The left side was treated too.", "Omitted by mistake.", PIN)
    assert (added.number, added.supersedes) == ("AD-2026-000001", note.id)
    assert note.number in text_of(added.pdf)
    assert "left side was treated too" in text_of(added.pdf)
    assert reprint(physician, note.id) == note.pdf
    assert verify(desks.vault.store).intact


def test_the_passphrase_lets_the_pin_be_tried_again(desks: Desks, block: Block) -> None:
    physician = desks.of("physician")
    for _ in range(5):
        with pytest.raises(WrongPin):
            sign_note(physician, block, "1593")
    forget_wrong_pins(physician)
    assert sign_note(physician, block, PIN).number == "PN-2026-000001"


def test_scores_that_came_in_while_the_card_was_open_are_never_signed_unseen(
    desks: Desks, signed: Block
) -> None:
    shown = replace(scored(desks, signed, POSITIVE), conclusion=Conclusion.POSITIVE)
    scored(desks, signed, {BEFORE: 8, 300: 5})
    with pytest.raises(CannotConclude, match="meanwhile"):
        sign_response(desks.of("physician", NOW + timedelta(days=41)), shown, PIN)


def test_nobody_signs_for_another_physician_and_a_learner_signs_nothing_alone(
    desks: Desks, block: Block
) -> None:
    physician = desks.of("physician")
    somebody_elses = save_draft(physician, block, replace(block, physician_id=PEOPLE["administrator"].id))
    with pytest.raises(NotYours, match="Another physician"):
        sign_note(physician, somebody_elses, PIN)
    learner = replace(physician, user=replace(physician.user, learner=True))
    own = save_draft(physician, somebody_elses, replace(somebody_elses, physician_id=learner.user.id))
    with pytest.raises(NotYours, match="attending"):
        sign_note(learner, own, PIN)


def test_a_conclusion_that_one_side_contradicts_needs_a_reason(desks: Desks, signed: Block) -> None:
    desk = desks.of("nurse", NOW + timedelta(days=2))
    author = Author(desk.user.id, desk.user.called, desk.now)
    empty = response = response_of(desk, signed)
    for series, after in ((Series.LEFT, 1), (Series.RIGHT, 7)):
        for slot in (BEFORE, 15, 30, 60, 120, 180):
            score = Decimal(8 if slot == BEFORE else after)
            response = with_score(response, signed, Scored(series, slot, score), author)
    saved = replace(save_scores(desk, empty, response), conclusion=Conclusion.POSITIVE)
    with pytest.raises(CannotConclude, match="Write why"):
        sign_response(desks.of("physician", NOW + timedelta(days=2)), saved, PIN)


def with_payer(desks: Desks, course: Course, name: str, rule_set: str) -> None:
    """From now on this payer covers the patient."""
    payer = Correspondent(new_id(NOW), CorrespondentKind.PAYER, name, rule_set=rule_set)
    with desks.of("physician").change("payer added") as change:
        payer = change.save(payer)
    patient = open_chart(desks.of("physician"), course.patient_id).patient
    save_patient(desks.of("physician"), replace(patient, payer_id=payer.id))


def test_each_block_keeps_the_rule_set_of_its_payer_when_the_payer_changes(
    desks: Desks, course: Course
) -> None:
    with_payer(desks, course, "Invented North", "US-BCBS-ND")
    first = performed(desks, course)
    sign_note(desks.of("physician"), first, PIN)
    with_payer(desks, course, "Invented West", "US-AETNA-CPB-0016")
    second = performed(desks, course, NOW + timedelta(days=21))
    review = review_course(desks.of("physician", NOW + timedelta(days=30)), course.id)
    assert review.rule_set_of_block(first.id).id == "US-BCBS-ND"
    assert review.assessed_of(first.id).threshold.percent == 50
    assert review.rule_set_of_block(second.id).id == "US-AETNA-CPB-0016"
    assert review.assessed_of(second.id).threshold.percent == 80
    assert review.rule_set.id == review.judgement.rule_set_id == "US-AETNA-CPB-0016"


def test_an_unsigned_block_follows_the_payer_of_today(desks: Desks, course: Course) -> None:
    with_payer(desks, course, "Invented North", "US-BCBS-ND")
    block = performed(desks, course)
    assert read_block(desks.of("physician"), block.id).rule_set == ""
    with_payer(desks, course, "Invented West", "US-AETNA-CPB-0016")
    sign_note(desks.of("physician"), block, PIN)
    assert read_block(desks.of("physician"), block.id).rule_set == "US-AETNA-CPB-0016"


def test_what_another_record_of_the_day_gave_counts_toward_the_limit(desks: Desks, course: Course) -> None:
    desk = desks.of("physician")
    records = [performed(desks, course), performed(desks, course)]
    much = [
        save_draft(
            desk, each, replace(each, targets=tuple(replace(t, volume=Decimal("1.5")) for t in each.targets))
        )
        for each in records
    ]
    with pytest.raises(Incomplete) as refused:
        sign_note(desk, much[0], PIN)
    (problem,) = refused.value.missing
    assert problem.sentence.startswith(
        "360 mg of lidocaine in all records of this day is above the limit 300"
    )


def test_who_signs_by_a_pin_and_has_none_lacks_it(desks: Desks) -> None:
    desk = desks.of("physician")
    newcomer = replace(desk, user=replace(desk.user, id=new_id(NOW)))
    assert not lacks_pin(desk)
    assert lacks_pin(newcomer)
    save_clinic(desk, replace(clinic(desk), sign_by_passphrase=True))
    assert not lacks_pin(newcomer)
