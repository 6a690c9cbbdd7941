"""A payer's denial: why, until when each appeal must be there, what was sent, and what came of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from uuid import UUID

from mbb_desktop.clinical.authorization import AskedFor
from mbb_desktop.clinical.receipt import HowSent
from mbb_desktop.clinical.shown import show_date


class DenialReason(Enum):
    """Why requests fail most often; the payer's own words stand beside it."""

    RELIEF = "relief not shown as asked"
    DURATION = "duration of relief"
    INTERVAL = "interval or number of blocks"
    CARE = "conservative care"
    RADICULAR = "radicular pain or diagnosis"
    LEVELS = "levels or sides do not match"
    CAP = "too many levels or sessions"
    GUIDANCE = "guidance or images"
    NO_AUTHORIZATION = "no authorization"
    PAPERS = "papers missing or not signed"
    NECESSITY = "not medically necessary"
    METHOD = "method not covered"
    OTHER = "other reason"


class AppealLevel(Enum):
    """From the first to the last; an appeal of a level ends the deadlines of those before it."""

    PEER = "peer-to-peer"
    FIRST = "first level"
    SECOND = "second level"
    EXTERNAL = "external review"


class AppealOutcome(Enum):
    UPHELD = "denial stands"
    PARTLY = "partly approved"
    OVERTURNED = "approved"


class Closed(Enum):
    APPROVED = "approved"
    ACCEPTED = "not pursued further"
    IN_ERROR = "entered in error"


@dataclass(frozen=True, slots=True)
class Deadline:
    """Until when a level of appeal is open: a day, or days from a date, only as somebody entered it.

    `given_up` is why this level is not used.
    """

    level: AppealLevel | None = None
    by: date | None = None
    days: int | None = None
    counted_from: date | None = None
    given_up: str = ""

    @property
    def due(self) -> date | None:
        """The last day; None while it cannot be told from what was entered."""
        if self.by is not None or self.days is None or self.counted_from is None:
            return self.by
        return self.counted_from + timedelta(days=self.days)


@dataclass(frozen=True, slots=True)
class Appeal:
    """What was sent or said to the payer, and its answer; `papers` names what went with it."""

    level: AppealLevel | None = None
    sent_on: date | None = None
    how: HowSent | None = None
    papers: str = ""
    outcome: AppealOutcome | None = None
    outcome_on: date | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Denial:
    """`dated` is the date on the payer's letter, `received_on` when it came; `words` are the payer's own."""

    id: UUID
    patient_id: UUID
    procedure: AskedFor | None = None
    authorization_id: UUID | None = None
    payer_id: UUID | None = None
    payer: str = ""
    reference: str = ""
    dated: date | None = None
    received_on: date | None = None
    reason: DenialReason | None = None
    words: str = ""
    deadlines: tuple[Deadline, ...] = ()
    appeals: tuple[Appeal, ...] = ()
    closed: Closed | None = None
    closed_on: date | None = None
    closed_because: str = ""
    entered_at: datetime | None = None
    entered_by_id: UUID | None = None
    entered_by: str = ""
    version: int = 0


class Due(Enum):
    """How urgent it is, the most urgent first; UNDATED: something is open and its deadline is not entered."""

    OVERDUE = "overdue"
    OPEN = "open"
    UNDATED = "deadline not known"
    WAITING = "waiting for the payer"
    IN_FORCE = "in force"
    SETTLED = "settled"


@dataclass(frozen=True, slots=True)
class NextStep:
    """What is to be done about a denial: until when, and at which level."""

    due: Due
    on: date | None = None
    level: AppealLevel | None = None


def in_force(denial: Denial) -> bool:
    """Whether it is neither closed nor overturned."""
    return denial.closed is None and all(a.outcome is not AppealOutcome.OVERTURNED for a in denial.appeals)


def next_step(denial: Denial, today: date) -> NextStep:
    """The first open deadline; without one, whether the payer has to answer or nobody has entered any."""
    if not in_force(denial):
        return NextStep(Due.SETTLED)
    dated = [(on, each.level) for each in _open(denial) if (on := each.due) is not None]
    if dated:
        on, level = min(dated, key=lambda each: each[0])
        return NextStep(Due.OVERDUE if on < today else Due.OPEN, on, level)
    waiting = [a for a in denial.appeals if a.sent_on is not None and a.outcome is None]
    if waiting:
        return NextStep(Due.WAITING, waiting[-1].sent_on, waiting[-1].level)
    return NextStep(Due.UNDATED)


def _open(denial: Denial) -> Iterator[Deadline]:
    """Deadlines that nobody gave up, of levels above the last appeal that was sent."""
    order = list(AppealLevel)
    reached = max((order.index(a.level) for a in denial.appeals if a.level and a.sent_on), default=-1)
    for each in denial.deadlines:
        if not each.given_up and each.level is not None and order.index(each.level) > reached:
            yield each


def problems(said: Denial, today: date) -> dict[str, str]:
    """Why a denial cannot be kept yet: by field, a sentence that says what to do."""
    return dict(_problems(said, today))


def _problems(said: Denial, today: date) -> Iterator[tuple[str, str]]:
    if said.procedure is None:
        yield "procedure", "Say what was denied."
    if said.dated is None:
        yield "dated", "Enter the date on the payer's letter."
    if said.reason is None:
        yield "reason", "Choose the reason, or other reason with the payer's words."
    if said.reason is DenialReason.OTHER and not said.words:
        yield "words", "Write the payer's reason."
    yield from _wrong_days(said, today)
    if wrong := next(filter(None, (deadline_problem(said, each) for each in said.deadlines)), ""):
        yield "deadlines", wrong
    if wrong := next(filter(None, (appeal_problem(each, today) for each in said.appeals)), ""):
        yield "appeals", wrong
    if said.closed is not None and not said.closed_because:
        yield "closed_because", "Say why nothing more is to be done."


def _wrong_days(said: Denial, today: date) -> Iterator[tuple[str, str]]:
    dated, received = said.dated, said.received_on
    for field, day in (("dated", dated), ("received_on", received)):
        if day is not None and day > today:
            yield field, "This day lies in the future. Check the date."
    if dated and received and received < dated <= today:
        yield "received_on", f"It came before its own date, {show_date(dated)}. Check both dates."


def deadline_problem(said: Denial, each: Deadline) -> str:
    """What a deadline lacks; empty for nothing."""
    if each.level is None:
        return "Say which level of appeal the deadline is of."
    if each.due is None and not each.given_up:
        return "Enter the last day, or the days and the date from which they count."
    counted = Deadline(days=each.days, counted_from=each.counted_from).due
    if each.by and counted and each.by != counted:
        return f"The days lead to {show_date(counted)}, not to {show_date(each.by)}. Keep one of the two."
    if each.due and said.dated and each.due < said.dated:
        return f"The deadline lies before the letter, {show_date(said.dated)}. Check the dates."
    return ""


def appeal_problem(each: Appeal, today: date) -> str:
    """What an appeal lacks; empty for nothing."""
    if each.level is None:
        return "Say which level of appeal it was."
    if each.sent_on is None:
        return "Enter when the appeal was sent, or when the call took place."
    if each.sent_on > today or (each.outcome_on is not None and each.outcome_on > today):
        return "An appeal or its answer cannot lie in the future. Check the date."
    if each.outcome_on is not None and each.outcome_on < each.sent_on:
        return "The answer lies before the appeal. Check the dates."
    if each.outcome is not None and each.outcome_on is None:
        return "Enter when the payer answered the appeal."
    return ""
