"""The sample clinic with all its people: every state of the product is really there, by public queries."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import chain
from pathlib import Path

import pytest

from mbb_desktop.clinical.ahead import Ready
from mbb_desktop.clinical.anatomy import Region
from mbb_desktop.clinical.authorized import Cover
from mbb_desktop.clinical.block import Block, BlockState, DrugUse
from mbb_desktop.clinical.calls import CallOutcome
from mbb_desktop.clinical.cosignature import CosignStanding
from mbb_desktop.clinical.counted import Left, Period
from mbb_desktop.clinical.course import Vertebrae
from mbb_desktop.clinical.denial import AppealOutcome, Due
from mbb_desktop.clinical.figures import figures
from mbb_desktop.clinical.paper import PaperKind
from mbb_desktop.clinical.people import AllergyKind
from mbb_desktop.clinical.print_step import Standing
from mbb_desktop.clinical.rates import By
from mbb_desktop.clinical.receipt import HowSent
from mbb_desktop.clinical.response import Series
from mbb_desktop.storage.accounts import check_passphrase
from mbb_desktop.storage.errors import AlreadyThere
from mbb_desktop.storage.keys import Cost, people
from mbb_desktop.storage.lots import LotQuery
from mbb_desktop.storage.signed import verify
from mbb_desktop.storage.vault import open_vault
from mbb_desktop.workflow import sample_people
from mbb_desktop.workflow.ablations import outcomes_due
from mbb_desktop.workflow.ahead import ahead_list
from mbb_desktop.workflow.authorizations import payer_file
from mbb_desktop.workflow.calls import call_list
from mbb_desktop.workflow.correct import dispatch_of, open_notices
from mbb_desktop.workflow.cosign import to_cosign
from mbb_desktop.workflow.day_list import day_list
from mbb_desktop.workflow.denials import payer_list
from mbb_desktop.workflow.desk import Desk
from mbb_desktop.workflow.emergency import emergencies_to_tell
from mbb_desktop.workflow.figures import count_records
from mbb_desktop.workflow.find_lots import find_lots
from mbb_desktop.workflow.keep_enclosures import enclosures_of
from mbb_desktop.workflow.keep_patients import Chart, find_patients, refresh_chart
from mbb_desktop.workflow.merge_patients import same_person
from mbb_desktop.workflow.print_list import print_list
from mbb_desktop.workflow.review_course import review_course
from mbb_desktop.workflow.sample_clinic import make_sample_clinic
from mbb_desktop.workflow.sample_crowd import PEOPLE
from mbb_desktop.workflow.sample_people import PASSPHRASE
from mbb_desktop.workflow.unlock import make_sample

NOW = datetime(2026, 11, 24, 0, 40, tzinfo=UTC)
"""Soon after midnight: the clinic has to be there at any hour."""
QUICK = Cost(1024, 1, 1)


@contextmanager
def _clinic(folder: Path) -> Iterator[Desk]:
    """The physician in the sample clinic with its further people: the told stories are everywhere else."""
    told: list[tuple[int, int]] = []
    make_sample_clinic(
        folder, NOW, cost=QUICK, stories=(), everybody=True, told=lambda done, of: told.append((done, of))
    )
    assert told == [(done, len(told)) for done in range(len(told))]
    physician = next(each for each in people(folder) if each.name == "A. Okafor")
    vault = open_vault(folder, physician.user_id, PASSPHRASE, at=NOW)
    yield Desk(vault.store, vault.user, NOW, "test", vault.signing_key)
    vault.close()


def _charts(desk: Desk) -> dict[str, Chart]:
    """The chart of everybody by family name."""
    found = find_patients(desk, "", limit=200).patients
    return {each.family: refresh_chart(desk, each.id) for each in found}


def _sixty_people_and_the_record_is_intact(desk: Desk, charts: dict[str, Chart]) -> None:
    report = verify(desk.store)
    assert len(charts) + len(sample_people.PEOPLE) == 60
    assert report.intact
    assert report.documents > 40


def test_nobody_of_the_crowd_has_a_name_that_could_be_somebodys() -> None:
    assert len({person.mrn for person in PEOPLE}) == len(PEOPLE)
    assert all(person.mrn.startswith("009 ") for person in PEOPLE)


def _all(charts: dict[str, Chart]) -> list[Block]:
    return [*chain.from_iterable(chart.blocks for chart in charts.values())]


BLOCK_STATES: dict[str, Callable[[Block], bool]] = {
    "planned": lambda b: b.state is BlockState.PLANNED,
    "draft": lambda b: b.state is BlockState.DRAFT,
    "discarded": lambda b: b.state is BlockState.DISCARDED,
    "to be co-signed": lambda b: b.state is BlockState.AWAITING,
    "signed": lambda b: b.state is BlockState.SIGNED,
    "entered in error": lambda b: b.state is BlockState.ENTERED_IN_ERROR,
    "stopped": lambda b: bool(b.stopped_because and b.complications),
    "cervical": lambda b: b.region is Region.CERVICAL and b.state is BlockState.SIGNED,
    "thoracic": lambda b: b.region is Region.THORACIC and b.state is BlockState.SIGNED,
    "third occipital nerve": lambda b: any(target.nerve == "TON" for target in b.targets),
    "no contrast for an allergy": lambda b: b.no_contrast and bool(b.no_contrast_reason),
    "other joints left than right": lambda b: (
        b.state is BlockState.SIGNED
        and len({j.side for j in b.joints}) == 2
        and {j.joint for j in b.joints if j.side.value == "left"}
        != {j.joint for j in b.joints if j.side.value == "right"}
    ),
    "sacralised L5": lambda b: b.vertebrae is Vertebrae.SACRALISED_L5,
    "expired vial": lambda b: any(d.expires_on and d.expires_on < b.performed_on for d in b.drugs),
}


def _blocks_in_every_state(_desk: Desk, charts: dict[str, Chart]) -> None:
    known = _all(charts)
    assert [state for state, is_so in BLOCK_STATES.items() if not any(map(is_so, known))] == []


def _learners_notes_are_awaited_returned_and_cosigned(desk: Desk, charts: dict[str, Chart]) -> None:
    papers = [p for name in ("Preface", "Footnote", "Appendix") for p in charts[name].papers]
    known = {p.cosigning.standing for p in papers if p.cosigning}
    assert known == set(CosignStanding)
    assert [waiting.patient.family for waiting in to_cosign(desk)] == ["Preface"]
    learner = next(each for each in people(desk.store.door.folder) if each.name == "N. Novice")
    with desk.store.look() as look:
        user = look.get(type(desk.user), learner.user_id)
    key = check_passphrase(desk.store, user, PASSPHRASE, at=NOW)
    own = to_cosign(replace(desk, user=user, signing_key=key))
    assert [(waiting.patient.family, waiting.returned) for waiting in own] == [("Footnote", True)]


def _kinds(chart: Chart) -> list[PaperKind]:
    return [paper.kind for paper in chart.papers]


def _an_addendum_an_error_and_its_unsent_correction_are_there(desk: Desk, charts: dict[str, Chart]) -> None:
    assert PaperKind.ADDENDUM in _kinds(charts["Chorus"])
    assert PaperKind.ERROR_NOTICE in _kinds(charts["Epilogue"])
    assert [notice.patient.family for notice in open_notices(desk)] == ["Epilogue"]


def _next_days_have_ready_blocks_and_every_other_standing(desk: Desk, _charts: dict[str, Chart]) -> None:
    found = ahead_list(desk, 14)
    assert {row.ready for row in found.rows} == set(Ready)
    assert {row.patient.family for row in found.rows if row.ready is Ready.READY} == {"Fable", "Dash"}
    assert len({row.block.performed_on for row in found.rows}) >= 8


def _calls_are_overdue_due_and_later_with_their_tries(desk: Desk, _charts: dict[str, Chart]) -> None:
    found = call_list(desk)
    overdue = {row.patient.family for row in found.due if row.due and row.due < NOW - timedelta(days=2)}
    assert "Parable" in overdue
    assert [row.patient.family for row in found.due if row.number_is_wrong] == ["Idyll"]
    assert [row.tries[-1].outcome for row in found.later if row.patient.family == "Canto"] == [
        CallOutcome.CALL_BACK
    ]


def _a_diary_is_censored(desk: Desk, charts: dict[str, Chart]) -> None:
    review = review_course(desk, charts["Stanza"].courses[0].id)
    series = next(each for each in review.assessed[0].series if each.series is Series.OVERALL)
    assert series.measures is not None
    assert series.measures.run is not None
    assert series.measures.run.at_least


def _ablations_here_and_elsewhere_with_their_outcomes(desk: Desk, charts: dict[str, Chart]) -> None:
    rhyme = charts["Rhyme"].courses[0].ablations[0]
    assert None not in (rhyme.at_3_months.on, rhyme.at_6_months.on, rhyme.at_12_months.on)
    assert rhyme.pain_back_on is not None
    assert charts["Tale"].courses[0].ablations[0].at_6_months.on is not None
    assert [charts[name].courses[0].ablations[0].elsewhere for name in ("Ballad", "Epic")] == [True, True]
    assert {("Myth", 3), ("Epic", 12)} <= {(row.patient.family, row.months) for row in outcomes_due(desk)}


def _a_repeat_is_judged(desk: Desk, charts: dict[str, Chart]) -> None:
    findings = review_course(desk, charts["Rhyme"].courses[0].id).judgement.findings
    assert any("repeat" in f"{found.title} {found.said}".lower() for found in findings)


def _authorizations_cover_expire_wait_and_name_the_wrong_side(desk: Desk, charts: dict[str, Chart]) -> None:
    plans = {
        name: payer_file(desk, charts[name].patient.id).plans[0][1] for name in ("Fable", "Saga", "Period")
    }
    assert {name: plan.cover for name, plan in plans.items()} == {
        "Fable": Cover.COVERS,
        "Saga": Cover.DIFFERS,
        "Period": Cover.WAITING,
    }
    (legend,) = payer_file(desk, charts["Legend"].patient.id).known.authorizations
    assert legend.valid_to is not None
    assert timedelta(0) <= legend.valid_to - NOW.date() <= timedelta(days=7)


def _denials_are_open_overdue_appealed_and_won(desk: Desk, _charts: dict[str, Chart]) -> None:
    rows = [row for row in payer_list(desk, everything=True).rows if row.denial]
    assert {row.step.due for row in rows} == {Due.OVERDUE, Due.OPEN, Due.WAITING, Due.SETTLED}
    outcomes = {appeal.outcome for row in rows if row.denial for appeal in row.denial.appeals}
    assert outcomes == {None, AppealOutcome.OVERTURNED}


def _two_records_are_one_person(desk: Desk, charts: dict[str, Chart]) -> None:
    assert "Komma" not in charts
    assert [other.family for _, other in same_person(desk, charts["Comma"].patient.id).merged] == ["Komma"]


def _an_emergency_access_is_told(desk: Desk, _charts: dict[str, Chart]) -> None:
    (told,) = emergencies_to_tell(desk)
    assert told.startswith("K. Keys used emergency access")
    assert "SYLLABLE" in told


def _a_scan_a_faxed_letter_and_a_failed_print_are_there(desk: Desk, charts: dict[str, Chart]) -> None:
    assert len(enclosures_of(desk, charts["Colon"].patient.id).standing) == 1
    (faxed,) = dispatch_of(desk, charts["Tale"].patient.id).receipts
    assert faxed.how is HowSent.FAXED
    waiting = print_list(desk).waiting
    assert [item.patient.family for item in waiting if item.standing is Standing.FAILED] == ["Myth"]


def _a_lot_leads_to_several_people_and_a_contrast_allergy_is_listed(
    desk: Desk, charts: dict[str, Chart]
) -> None:
    assert find_lots(desk, LotQuery(lot="LF-2207")).people >= 10
    assert find_lots(desk, LotQuery(expired=True)).people == 1
    assert [a.kind for a in charts["Motif"].patient.allergies] == [AllergyKind.CONTRAST]
    assert all(d.use is not DrugUse.CONTRAST for d in charts["Motif"].blocks[0].drugs)


def _figures_have_groups_of_ten_and_smaller_ones_and_people_who_were_lost(
    desk: Desk, _charts: dict[str, Chart]
) -> None:
    counts = count_records(desk, Period(NOW.date() - timedelta(days=365), NOW.date()))
    shown = figures(counts.counted, counts.physicians)
    for by in (By.NUMBER, By.REGION, By.AGENT):
        sizes = [rate.positive.of for rate in shown.rates[by]]
        assert max(sizes) >= 10, by
        assert min(sizes) < 10, by
    assert Left.LOST in {each.left for each in counts.counted.complaints}


def _today_has_drafts_old_drafts_and_discarded_ones(desk: Desk, _charts: dict[str, Chart]) -> None:
    found = day_list(desk)
    assert "Quip" in {row.patient.family for row in found.board.blocks}
    assert "Bracket" in {row.patient.family for row in found.board.older_drafts}
    assert [row.patient.family for row in found.discarded] == ["Refrain"]


STATES = (
    _sixty_people_and_the_record_is_intact,
    _blocks_in_every_state,
    _learners_notes_are_awaited_returned_and_cosigned,
    _an_addendum_an_error_and_its_unsent_correction_are_there,
    _next_days_have_ready_blocks_and_every_other_standing,
    _calls_are_overdue_due_and_later_with_their_tries,
    _a_diary_is_censored,
    _ablations_here_and_elsewhere_with_their_outcomes,
    _a_repeat_is_judged,
    _authorizations_cover_expire_wait_and_name_the_wrong_side,
    _denials_are_open_overdue_appealed_and_won,
    _two_records_are_one_person,
    _an_emergency_access_is_told,
    _a_scan_a_faxed_letter_and_a_failed_print_are_there,
    _a_lot_leads_to_several_people_and_a_contrast_allergy_is_listed,
    _figures_have_groups_of_ten_and_smaller_ones_and_people_who_were_lost,
    _today_has_drafts_old_drafts_and_discarded_ones,
)


def test_every_state_of_the_product_is_in_the_sample_clinic(tmp_path: Path) -> None:
    """One test, so that the clinic is made once, whoever runs which part of the tests."""
    with _clinic(tmp_path / "vault") as desk:
        charts = _charts(desk)
        for holds in STATES:
            holds(desk, charts)


class Ended(Exception):
    """Somebody closes the window meanwhile."""


def test_a_sample_clinic_that_was_not_finished_is_not_there(tmp_path: Path) -> None:
    def told(_done: int, _of: int) -> None:
        raise Ended

    with pytest.raises(Ended):
        make_sample(tmp_path / "sample", NOW, told, cost=QUICK)
    assert not list(tmp_path.iterdir())


def test_no_sample_clinic_takes_the_place_of_other_files(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(AlreadyThere):
        make_sample(tmp_path, NOW, lambda _done, _all: pytest.fail("it was begun"), cost=QUICK)
