"""A planned session compared with what the payer approved: covered, what differs, or not known."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from uuid import UUID

from mbb_desktop.clinical.anatomy import CoverageRegion, JointSide, Side, say_joints_in_sentence
from mbb_desktop.clinical.authorization import AskedFor, Authorization, AuthorizationState, Unnamed
from mbb_desktop.clinical.denial import Denial, in_force
from mbb_desktop.clinical.identity import made_at
from mbb_desktop.clinical.phrases import phrase
from mbb_desktop.clinical.sessions import regions_of
from mbb_desktop.clinical.shown import listed, show_date


class Cover(Enum):
    """The best answer first; only the first two let a session go on."""

    COVERS = "covers"
    NOT_NEEDED = "not needed"
    WAITING = "requested"
    NOT_KNOWN = "not known"
    DIFFERS = "does not cover"


@dataclass(frozen=True, slots=True)
class Planned:
    """A session that is to take place. `codes` are those it would be reported with, none when not known."""

    procedure: AskedFor
    joints: tuple[JointSide, ...]
    on: date
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Session:
    """A day on which something of a kind was done, with its joints. `sure`: whether it took place."""

    procedure: AskedFor
    on: date
    joints: tuple[JointSide, ...]
    sure: bool = True


@dataclass(frozen=True, slots=True)
class PayerFile:
    """What is in our record of one person's authorizations and denials; `payer_id` is today's payer."""

    authorizations: tuple[Authorization, ...] = ()
    payer_id: UUID | None = None
    sessions: tuple[Session, ...] = ()
    denials: tuple[Denial, ...] = ()


@dataclass(frozen=True, slots=True)
class Covered:
    """The answer with its reasons in words; `by` is the authorization that gave it."""

    cover: Cover
    reasons: tuple[str, ...] = ()
    by: Authorization | None = None

    @property
    def settled(self) -> bool:
        """Whether nothing is left to do."""
        return self.cover in (Cover.COVERS, Cover.NOT_NEEDED)

    @property
    def sentence(self) -> str:
        """The answer in one sentence, with everything that differs or is missing."""
        number = self.by.number if self.by and self.by.number else phrase("authorization.no_number")
        head = phrase(f"authorization.{self.cover.name.lower()}", number=number)
        return f"{head}: {listed(self.reasons)}." if self.reasons else f"{head}."

    @property
    def short(self) -> str:
        """A few words for a list: `Auth. to 31-Dec-2026`."""
        known = self.by or self.reasons or self.cover is not Cover.NOT_KNOWN
        key = self.cover.name.lower() if known else "none"
        last = show_date(self.by.valid_to) if self.by and self.by.valid_to else ""
        return phrase(f"authorization.short_{key}", to=last).strip()


NONE_KNOWN = Covered(Cover.NOT_KNOWN)
"""Nothing is in our record: never the same as "not needed"."""


def covered(planned: Planned, known: PayerFile) -> Covered:
    """The best answer that the record gives for a session; of several the one entered last.

    A denial names no joints: while one is in force and not surely older, nothing is known to be covered.
    """
    best = next(iter(answers(planned, known)), NONE_KNOWN)
    of_kind = [each for each in known.denials if each.procedure is planned.procedure and in_force(each)]
    if best.cover is Cover.DIFFERS or not (newer := [e for e in of_kind if not _before(e, best.by)]):
        return best
    reasons = best.reasons if best.cover is Cover.NOT_KNOWN else ()
    return Covered(Cover.NOT_KNOWN, (*reasons, *map(_in_force, newer)), best.by)


def _before(denial: Denial, answer: Authorization | None) -> bool:
    said = _said_on(answer) if answer else None
    return said is not None and denial.dated is not None and denial.dated < said


def _in_force(denial: Denial) -> str:
    on = show_date(denial.dated) if denial.dated else phrase("authorization.day_not_known")
    return phrase("authorization.denial_open", on=on)


def answers(planned: Planned, known: PayerFile) -> tuple[Covered, ...]:
    """What each entry says of a session, the best answer first.

    "Not needed" stands only until a request or a denial that may be later, a grant only until a denial.
    """
    mine = [a for a in known.authorizations if a.procedure is planned.procedure and _stands(a)]
    asked = [each for each in mine if each.state in _ASKED]
    denials = [each for each in asked if _denies(planned, each, known)]
    found = [
        _unless_denied(_compared(planned, each, known), each, denials)
        for each in mine
        if each.state is not AuthorizationState.NOT_NEEDED or all(_after(each, other) for other in asked)
    ]
    order = list(Cover)
    found.sort(key=lambda one: _made(one.by) if one.by else 0.0, reverse=True)
    return tuple(sorted(found, key=lambda one: (order.index(one.cover), len(one.reasons))))


_ASKED = (AuthorizationState.REQUESTED, AuthorizationState.DENIED)


def _stands(each: Authorization) -> bool:
    return each.state is not AuthorizationState.IN_ERROR


def _denies(planned: Planned, each: Authorization, known: PayerFile) -> bool:
    """Whether an entry is a denial of anything of the plan by today's payer, as far as is known."""
    if each.state is not AuthorizationState.DENIED or any(_payer(each, known)):
        return False
    return not planned.joints or len(_left_out(planned.joints, each)) < len(planned.joints)


def _unless_denied(found: Covered, each: Authorization, denials: Sequence[Authorization]) -> Covered:
    """A grant or a request is no more than what a later denial left of it."""
    if found.cover not in (Cover.COVERS, Cover.WAITING):
        return found
    if since := next((denial for denial in denials if _after(denial, each)), None):
        return Covered(Cover.DIFFERS, (_denied_on(since),), each)
    if found.cover is Cover.COVERS and not all(_after(each, denial) for denial in denials):
        what = phrase("authorization.the_order")
        return Covered(Cover.NOT_KNOWN, (phrase("authorization.unknown", what=what),), each)
    return found


def _after(later: Authorization, earlier: Authorization) -> bool:
    """Whether the payer surely said one thing after another: by the days, else by who entered it when.

    Saving a change of an old entry makes it no newer: its first entry is compared with the other's last.
    """
    mine, other = _said_on(later), _said_on(earlier)
    if mine is not None and other is not None and mine != other:
        return mine > other
    return _made(later) > (earlier.entered_at.timestamp() if earlier.entered_at else _made(earlier))


def _said_on(each: Authorization) -> date | None:
    return each.requested_on if each.state is AuthorizationState.REQUESTED else each.decided_on


def _made(each: Authorization) -> float:
    made = made_at(each.id) or each.entered_at
    return made.timestamp() if made else 0.0


def _denied_on(each: Authorization) -> str:
    on = show_date(each.decided_on) if each.decided_on else phrase("authorization.day_not_known")
    return phrase("authorization.denied", on=on)


def _compared(planned: Planned, each: Authorization, known: PayerFile) -> Covered:
    if each.state is AuthorizationState.DENIED:
        return Covered(Cover.DIFFERS, (_denied_on(each),), each)
    if differs := tuple(_differences(planned, each, known)):
        return Covered(Cover.DIFFERS, differs, each)
    if each.state is AuthorizationState.REQUESTED:
        on = show_date(each.requested_on) if each.requested_on else phrase("authorization.day_not_known")
        return Covered(Cover.WAITING, (phrase("authorization.asked_on", on=on),), each)
    free = each.state is AuthorizationState.NOT_NEEDED
    missing = _unknown_to_all(planned, each, known) if free else _unknown(planned, each, known)
    if unknown := tuple(phrase("authorization.unknown", what=what) for what in missing):
        return Covered(Cover.NOT_KNOWN, unknown, each)
    return Covered(Cover.NOT_NEEDED, (each.note,), each) if free else Covered(Cover.COVERS, (), each)


def _differences(planned: Planned, each: Authorization, known: PayerFile) -> Iterator[str]:
    """What the plan has and the authorization has not; what is not in our record is no difference."""
    yield from _payer(each, known)
    if left := _left_out(planned.joints, each):
        yield phrase("authorization.left_out", where=say_joints_in_sentence(left))
    count = len({place.joint for place in planned.joints})
    if each.joints_at_most is not None and count > each.joints_at_most:
        yield phrase("authorization.too_many", count=count, limit=each.joints_at_most)
    if each.valid_from is not None and planned.on < each.valid_from:
        yield phrase("authorization.too_early", day1=show_date(planned.on), day2=show_date(each.valid_from))
    if each.valid_to is not None and planned.on > each.valid_to:
        yield phrase("authorization.too_late", day1=show_date(planned.on), day2=show_date(each.valid_to))
    if each.codes and (extra := [code for code in planned.codes if code not in each.codes]):
        yield phrase("authorization.code", codes=listed(extra))
    used = used_on(planned, each, [done for done in known.sessions if done.sure])
    if each.sessions is not None and len(used) >= each.sessions:
        days = listed([show_date(day) for day in used]) or phrase("authorization.no_day")
        yield phrase("authorization.used_up", count=len(used), limit=each.sessions, days=days)


def _payer(each: Authorization, known: PayerFile) -> Iterator[str]:
    if each.payer_id is not None and known.payer_id is not None and each.payer_id != known.payer_id:
        yield phrase("authorization.other_payer", payer=each.payer or phrase("authorization.no_name"))


def _left_out(joints: Sequence[JointSide], each: Authorization) -> list[JointSide]:
    if each.pairs:
        return [place for place in joints if place not in each.places]
    sides = each.sides or tuple(Side)
    named = each.joints or tuple(place.joint for place in joints)
    return [place for place in joints if place.joint not in named or place.side not in sides]


def used_on(planned: Planned, each: Authorization, sessions: Sequence[Session]) -> tuple[date, ...]:
    """The other days, within its validity, on which a session of the kind took place in the region."""
    regions = regions_of(planned.joints) or frozenset(CoverageRegion)
    days = {
        done.on
        for done in sessions
        if done.procedure is planned.procedure
        and done.on < planned.on
        and (each.valid_from is None or done.on >= each.valid_from)
        and (each.valid_to is None or done.on <= each.valid_to)
        and (not done.joints or regions & regions_of(done.joints))
    }
    return tuple(sorted(days))


def _unknown_to_all(planned: Planned, each: Authorization, known: PayerFile) -> Iterator[str]:
    """What must be known of every answer, also of "not needed"."""
    if not planned.joints:
        yield phrase("authorization.the_plan")
    if each.payer_id is None or known.payer_id is None:
        yield phrase("authorization.the_payer" if each.payer_id is None else "authorization.todays_payer")


def _unknown(planned: Planned, each: Authorization, known: PayerFile) -> Iterator[str]:
    """What must be known before it can be said that the plan is covered."""
    yield from _unknown_to_all(planned, each, known)
    if not each.number:
        yield phrase("authorization.the_number")
    if not each.joints and not each.pairs:
        yield phrase("authorization.the_joints")
    if each.valid_from is None or each.valid_to is None:
        yield phrase("authorization.the_days")
    for what, named in (
        (Unnamed.SIDE, each.sides or each.pairs),
        (Unnamed.CODES, each.codes),
        (Unnamed.SESSIONS, each.sessions),
    ):
        if not named and named != 0 and what not in each.unnamed:
            yield phrase(f"authorization.the_{what.name.lower()}")
    if len(each.joints) > 1 and len(each.sides) > 1 and Unnamed.PAIRS not in each.unnamed:
        yield phrase("authorization.the_pairs")
    if each.sessions is not None and len(used_on(planned, each, known.sessions)) >= each.sessions:
        yield phrase("authorization.the_used")
    if each.codes and not planned.codes:
        yield phrase("authorization.planned_codes")
