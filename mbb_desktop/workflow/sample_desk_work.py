"""What is done for the further people beside their blocks: payers, calls, letters, co-signatures, errors."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import partial
from hashlib import sha256

from mbb_desktop.clinical.access import User
from mbb_desktop.clinical.anatomy import Side
from mbb_desktop.clinical.authorization import AskedFor, Authorization, AuthorizationState, Unnamed
from mbb_desktop.clinical.calls import CallOutcome
from mbb_desktop.clinical.cosignature import Attestation
from mbb_desktop.clinical.course import AblationMethod, Outcome, Treatment
from mbb_desktop.clinical.denial import (
    Appeal,
    AppealLevel,
    AppealOutcome,
    Closed,
    Deadline,
    Denial,
    DenialReason,
)
from mbb_desktop.clinical.enclosure import Described, EnclosureKind, PageImage
from mbb_desktop.clinical.identity import new_id
from mbb_desktop.clinical.paper import SignedDocument
from mbb_desktop.clinical.people import Correspondent, CorrespondentKind
from mbb_desktop.clinical.receipt import HowSent
from mbb_desktop.interop.scan_file import Scan
from mbb_desktop.paths import data_dir
from mbb_desktop.storage import accounts
from mbb_desktop.workflow import sample_events
from mbb_desktop.workflow.ablations import Asked, record_ablation, record_outcome
from mbb_desktop.workflow.authorizations import save_authorization
from mbb_desktop.workflow.calls import Attempt, Talk, finish_call, note_attempt
from mbb_desktop.workflow.correct import Given, record_receipt
from mbb_desktop.workflow.cosign import cosign, return_paper
from mbb_desktop.workflow.denials import save_denial
from mbb_desktop.workflow.emergency import begin_emergency, end_emergency
from mbb_desktop.workflow.issue_addendum import sign_addendum
from mbb_desktop.workflow.issue_letter import LetterOrder, sign_letter
from mbb_desktop.workflow.keep_enclosures import add_enclosure
from mbb_desktop.workflow.keep_patients import open_chart, refresh_chart
from mbb_desktop.workflow.mark_error import mark_in_error
from mbb_desktop.workflow.merge_patients import merge_patients
from mbb_desktop.workflow.print_list import print_list
from mbb_desktop.workflow.print_papers import begin_print, end_print, take_off
from mbb_desktop.workflow.record_block import discard_draft
from mbb_desktop.workflow.sample_events import Crowd
from mbb_desktop.workflow.sample_facts import Act, Cast
from mbb_desktop.workflow.sample_people import PASSPHRASE, PIN

_Work = Callable[[Crowd, datetime], object]
_LEFT, _RIGHT, _LOW = (Side.LEFT,), (Side.RIGHT,), ("L4-5", "L5-S1")


def acts(cast: Cast, learner: User, keeper: User) -> list[Act]:
    """Everything that happens to the further people, in no order."""
    key = accounts.check_passphrase(cast.store, learner, PASSPHRASE, at=cast.now)
    crowd = Crowd(cast, learner, key, keeper)
    worked = (Act(ago, partial(_work, crowd, ago, work)) for ago, work in _works())
    return [*sample_events.days(crowd), *worked]


def _work(crowd: Crowd, days_ago: int, work: _Work) -> None:
    work(crowd, min(crowd.morning(days_ago) + timedelta(hours=7), crowd.cast.now))


def _works() -> Iterator[tuple[int, _Work]]:
    yield from _ABLATED
    yield from _DESK
    yield from ((1, partial(_authorize, row=row)) for row in _AUTHORIZED)
    yield from ((3, partial(_deny, row=row)) for row in _DENIED)


# Papers


def _addendum(crowd: Crowd, at: datetime) -> None:
    text = "The patient took an extra ibuprofen 400 mg at noon on the day of the block."
    sign_addendum(crowd.physician(at), crowd.notes["Chorus"].id, text, "said in the follow-up call", PIN)


def _mark(crowd: Crowd, at: datetime) -> None:
    """It had been faxed: whoever received it gets a correction notice, which nobody has sent yet."""
    _fax(crowd, at - timedelta(days=2), crowd.notes["Epilogue"], CorrespondentKind.REFERRER)
    mark_in_error(crowd.physician(at), crowd.notes["Epilogue"].id, "Documented for the wrong patient", PIN)


def _fax(crowd: Crowd, at: datetime, paper: SignedDocument, to: CorrespondentKind) -> None:
    whom = crowd.directory[to]
    record_receipt(crowd.nurse(at), paper.id, Given(whom.name, HowSent.FAXED, at, whom.id))


def _give_back(crowd: Crowd, at: datetime) -> None:
    return_paper(crowd.physician(at), crowd.notes["Footnote"].id, "The level count is missing.", PIN)


def _cosign(crowd: Crowd, at: datetime) -> None:
    cosign(crowd.physician(at), crowd.notes["Appendix"].id, Attestation.THROUGHOUT, PIN)


def _ask_for_ablation(crowd: Crowd, at: datetime, family: str) -> SignedDocument:
    to = crowd.directory[CorrespondentKind.RFA_PROVIDER]
    return sign_letter(crowd.physician(at), LetterOrder(crowd.courses[family].id, to), PIN)


def _faxed_letter(crowd: Crowd, at: datetime) -> None:
    letter = _ask_for_ablation(crowd, at, "Tale")
    _fax(crowd, at + timedelta(minutes=20), letter, CorrespondentKind.RFA_PROVIDER)


def _put_away(crowd: Crowd, at: datetime) -> None:
    """What is older than two weeks has been given out; one letter does not come out of the printer."""
    desk = crowd.nurse(at)
    waiting = print_list(desk).waiting
    letter = next(item for item in waiting if item.patient.family == "Myth" and item.addressee.to)
    old = [item.key for item in waiting if item.since < at - timedelta(days=14) and item is not letter]
    take_off(desk, old, "handed to the patient")
    run = begin_print(desk, [letter.key], "Front desk", 1)
    end_print(desk, run, failed="The printer has no paper.")


def _enclose(crowd: Crowd, at: datetime) -> None:
    jpeg = (data_dir("resources") / "sample" / "outside-report.jpg").read_bytes()
    scan = Scan((PageImage(jpeg, 850, 1100, grey=True),), sha256(jpeg).digest())
    dated = at.date() - timedelta(days=60)
    patient = crowd.patients["Colon"]
    said = Described(patient.id, EnclosureKind.MRI_REPORT, dated, "Springfield Imaging")
    add_enclosure(crowd.nurse(at), said, scan, identified=True)


# People


def _merge(crowd: Crowd, at: datetime) -> None:
    desk = crowd.physician(at)
    kept, other = (refresh_chart(desk, crowd.patients[name].id).patient for name in ("Comma", "Komma"))
    merge_patients(desk, kept, other, "Same date of birth and address; the patient spells it Comma")


def _look_in_an_emergency(crowd: Crowd, at: datetime) -> None:
    desk = crowd.cast.desk(crowd.keeper, at)
    emergency = begin_emergency(desk, "The hospital asks for the blood thinner, nobody else is in the house")
    open_chart(replace(desk, emergency=emergency), crowd.patients["Syllable"].id)
    end_emergency(replace(desk, now=at + timedelta(minutes=5)))


def _discard(crowd: Crowd, at: datetime) -> None:
    discard_draft(crowd.physician(at), crowd.blocks["Refrain"])


# Calls


def _call_in_vain(crowd: Crowd, at: datetime, *, outcome: CallOutcome, family: str = "Idyll") -> None:
    later = None if outcome is CallOutcome.WRONG_NUMBER else at + timedelta(hours=20)
    note_attempt(crowd.nurse(at), crowd.blocks[family], Attempt(outcome, later))


def _call_back(crowd: Crowd, at: datetime) -> None:
    tomorrow = crowd.morning(-1) + timedelta(hours=1)
    note_attempt(crowd.nurse(at), crowd.blocks["Canto"], Attempt(CallOutcome.CALL_BACK, tomorrow))


def _reach(crowd: Crowd, at: datetime) -> None:
    finish_call(crowd.nurse(at), crowd.blocks["Chorus"], Talk(identity=True, informant="patient"))


# Ablations


def _ablate(crowd: Crowd, at: datetime, *, family: str, elsewhere: bool = False) -> None:
    course = crowd.courses[family]
    done = Treatment(
        on=at.date(),
        joints=_LOW,
        sides=course.pain_sides,
        elsewhere=elsewhere,
        method=AblationMethod.THERMAL,
        temperature=Decimal(85),
        seconds=90,
        by="P. Inkwell, MD" if elsewhere else crowd.cast.physician.signs_as,
        score_before=Decimal(7),
    )
    crowd.courses[family] = record_ablation(crowd.physician(at), course.id, done)


def _remember(crowd: Crowd, at: datetime) -> None:
    """An ablation that another clinic did before the patient came here."""
    on = at.date() - timedelta(days=380)
    done = Treatment(on=on, joints=_LOW, sides=(*_LEFT, *_RIGHT), relief=Decimal(70), elsewhere=True)
    crowd.courses["Epic"] = record_ablation(crowd.physician(at), crowd.courses["Epic"].id, done)


def _hear(crowd: Crowd, at: datetime, *, row: tuple[str, int, int, int]) -> None:
    """A row is: who says it, after how many months, the score, and how many days ago the pain was back."""
    family, months, score, back = row
    course = crowd.courses[family]
    told = Outcome(at.date(), Decimal(score), Decimal(10 * (8 - score)), Decimal(60), "patient")
    since: date | None = at.date() - timedelta(days=back) if back else None
    asked = Asked(told, since, not_back=not back)
    kept = record_outcome(crowd.nurse(at), course.id, course.ablations[0], months, asked)
    crowd.courses[family] = kept


_ABLATED: tuple[tuple[int, _Work], ...] = (
    (430, partial(_ablate, family="Rhyme")),
    (338, partial(_hear, row=("Rhyme", 3, 1, 0))),
    (246, partial(_hear, row=("Rhyme", 6, 2, 0))),
    (62, partial(_hear, row=("Rhyme", 12, 6, 40))),
    (205, partial(_ablate, family="Tale")),
    (112, partial(_hear, row=("Tale", 3, 1, 0))),
    (20, partial(_hear, row=("Tale", 6, 2, 0))),
    (105, partial(_ablate, family="Myth")),
    (30, partial(_ablate, family="Ballad", elsewhere=True)),
    (14, _remember),
)
_DESK: tuple[tuple[int, _Work], ...] = (
    (232, _faxed_letter),
    (127, partial(_ask_for_ablation, family="Myth")),
    (14, _reach),
    (13, _addendum),
    (10, _mark),
    (7, _cosign),
    (6, _merge),
    (5, _enclose),
    (3, partial(_call_in_vain, outcome=CallOutcome.NO_ANSWER)),
    (2, partial(_call_in_vain, outcome=CallOutcome.NO_ANSWER)),
    (2, _discard),
    (1, partial(_call_in_vain, outcome=CallOutcome.WRONG_NUMBER)),
    (1, _give_back),
    (1, _look_in_an_emergency),
    (0, _call_back),
    (0, _put_away),
)


# Payers


def _payer(crowd: Crowd) -> Correspondent:
    return crowd.directory[CorrespondentKind.PAYER]


def _authorize(crowd: Crowd, at: datetime, *, row: tuple[str, AuthorizationState, Side | None, int]) -> None:
    """A row is: whose, the answer, the side approved (both without one), and the days it is still good."""
    family, state, side, left = row
    said = Authorization(
        new_id(at),
        crowd.patients[family].id,
        AskedFor.BLOCK,
        state,
        _payer(crowd).id,
        number=f"A-{1000 + len(family)}" if state is AuthorizationState.APPROVED else "",
        joints=("L3-4", *_LOW),
        sides=(side,) if side else (*_LEFT, *_RIGHT),
        unnamed=(Unnamed.CODES, Unnamed.SESSIONS, Unnamed.PAIRS),
        requested_on=at.date() - timedelta(days=20),
        decided_on=None if state is AuthorizationState.REQUESTED else at.date() - timedelta(days=12),
        valid_from=at.date() - timedelta(days=12),
        valid_to=at.date() + timedelta(days=left),
    )
    save_authorization(crowd.nurse(at), said)


_APPROVED = AuthorizationState.APPROVED
_AUTHORIZED: tuple[tuple[str, AuthorizationState, Side | None, int], ...] = (
    ("Fable", _APPROVED, None, 60),
    ("Dash", _APPROVED, Side.LEFT, 45),
    ("Saga", _APPROVED, Side.RIGHT, 60),
    ("Legend", _APPROVED, None, 4),
    ("Period", AuthorizationState.REQUESTED, None, 90),
    ("Riddle", _APPROVED, Side.RIGHT, -2),
)


def _deny(crowd: Crowd, at: datetime, *, row: tuple[str, DenialReason, int, tuple[Appeal, ...]]) -> None:
    """A row is: whose, why, the days until the first appeal must be there, and what was appealed."""
    family, reason, left, appeals = row
    today = crowd.cast.now.date()
    won = any(each.outcome is AppealOutcome.OVERTURNED for each in appeals)
    dated = [replace(each, sent_on=today - timedelta(days=20), how=HowSent.FAXED) for each in appeals]
    said = Denial(
        new_id(at),
        crowd.patients[family].id,
        AskedFor.ABLATION,
        payer_id=_payer(crowd).id,
        reference=f"D-{2000 + len(family)}",
        dated=today - timedelta(days=40),
        received_on=today - timedelta(days=36),
        reason=reason,
        deadlines=(Deadline(AppealLevel.FIRST, by=today + timedelta(days=left)),),
        appeals=tuple(replace(e, outcome_on=today - timedelta(days=5) if e.outcome else None) for e in dated),
        closed=Closed.APPROVED if won else None,
        closed_because="approved on appeal" if won else "",
    )
    save_denial(crowd.nurse(at), said)


_APPEALED = Appeal(AppealLevel.FIRST, papers="letter, both procedure notes, diaries")
_DENIED: tuple[tuple[str, DenialReason, int, tuple[Appeal, ...]], ...] = (
    ("Glossary", DenialReason.RELIEF, 12, ()),
    ("Index", DenialReason.CARE, -4, ()),
    ("Chapter", DenialReason.INTERVAL, 20, (_APPEALED,)),
    ("Margin", DenialReason.PAPERS, 20, (replace(_APPEALED, outcome=AppealOutcome.OVERTURNED),)),
)
