"""What must be settled before a planned block: each check with its fact, what to do, and who does it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum

from mbb_desktop.clinical.anatomy import JointSide
from mbb_desktop.clinical.asked_before import Arranged, AskedBefore
from mbb_desktop.clinical.authorized import Cover, Covered
from mbb_desktop.clinical.block import Block, BlockState
from mbb_desktop.clinical.block_criteria import DaysBetweenBlocks, early_reason
from mbb_desktop.clinical.criteria import Case
from mbb_desktop.clinical.people import PREGNANT, AllergyKind, AllergyState, AnticoagulantPlan, Patient, Sex
from mbb_desktop.clinical.performed import may_have_begun
from mbb_desktop.clinical.phrases import phrase
from mbb_desktop.clinical.quantities import plain
from mbb_desktop.clinical.readiness import limit_of
from mbb_desktop.clinical.rules import RuleSet
from mbb_desktop.clinical.session_caps import Counted
from mbb_desktop.clinical.sessions import Session, SessionKind, all_blocks, joints_of, regions_of, sessions
from mbb_desktop.clinical.shown import listed, show_date
from mbb_desktop.clinical.standings import is_test

LEAST_PAIN = 3
"""Of 10, on the day of the block: with less, relief says little; payers ask it too (UHC 2026T0004WW)."""


class Ready(Enum):
    """The worst first. NOT_KNOWN is never as good as ready."""

    STOPS = "stops"
    NOT_KNOWN = "not known"
    OPEN = "open"
    READY = "ready"


class Checked(Enum):
    """What is looked at, in the order of the list."""

    INTERVAL = "interval"
    CAP = "sessions in 12 months"
    PAIN_BACK = "pain back"
    PAIN = "pain now"
    ANTICOAGULANT = "blood thinner"
    ALLERGY = "allergy"
    PREGNANCY = "pregnancy"
    CONSENT = "consent"
    DRIVER = "way home"
    INTERPRETER = "interpreter"
    AUTHORIZATION = "authorization"


OF_THE_DESK = (
    Checked.INTERVAL,
    Checked.DRIVER,
    Checked.INTERPRETER,
    Checked.AUTHORIZATION,
)
"""What people see who do not read charts."""


@dataclass(frozen=True, slots=True)
class Check:
    """One thing with its fact in words; `todo` and `who` are empty when nothing is left to do."""

    what: Checked
    ready: Ready
    said: str
    todo: str = ""
    who: str = ""


@dataclass(frozen=True, slots=True)
class Ahead:
    """A planned block with all that the checks look at. `case` is of its course, as of today.

    Without `rule_set` the rules of the payer cannot be read. `languages` are those the clinic speaks.
    """

    block: Block
    case: Case
    covered: Covered
    rule_set: RuleSet | None
    asked: AskedBefore | None = None
    scores: tuple[Decimal, ...] = ()
    languages: tuple[str, ...] = ("en",)

    @property
    def patient(self) -> Patient:
        return self.case.patient

    @property
    def joints(self) -> tuple[JointSide, ...]:
        return self.block.planned_joints or joints_of(self.block)


def checks(ahead: Ahead) -> tuple[Check, ...]:
    """Every check that applies to the block, in the order of the list."""
    return tuple(_checks(ahead))


def worst_of(found: Sequence[Check]) -> Ready:
    """How a block stands as a whole."""
    order = list(Ready)
    return min((check.ready for check in found), key=order.index, default=Ready.NOT_KNOWN)


def pain_too_low(scores: Sequence[Decimal]) -> bool:
    """Whether the pain is too low to test anything; of both sides the higher one counts."""
    return bool(scores) and max(scores) < LEAST_PAIN


def _checks(ahead: Ahead) -> Iterator[Check]:
    earlier, drafts = tests_before(ahead), perhaps_before(ahead)
    yield _interval(ahead, earlier, drafts)
    yield _cap(ahead)
    if drafts or any(each.state is not BlockState.PLANNED for each in earlier):
        yield _pain_back(ahead)
    yield _pain(ahead)
    yield _anticoagulant(ahead)
    yield _allergy(ahead.patient)
    if ahead.patient.sex is not Sex.MALE:
        yield _pregnancy(ahead)
    yield _consent(ahead.block)
    yield _arranged(Checked.DRIVER, ahead.asked.driver if ahead.asked else None)
    if (check := _interpreter(ahead)) is not None:
        yield check
    yield _authorization(ahead.covered)


def _said(what: Checked, ready: Ready, key: str, who: str = "", /, **fields: object) -> Check:
    """The words of a check by its key; what to do stands under the same key."""
    todo = phrase(f"ahead.do_{key}", **fields) if who else ""
    by = phrase(f"ahead.who_{who}") if who else ""
    return Check(what, ready, phrase(f"ahead.{key}", **fields), todo, by)


def tests_before(ahead: Ahead) -> tuple[Block, ...]:
    """The earlier diagnostic blocks of one of the joints and sides, done or planned, the first first."""
    own, joints = ahead.block, set(ahead.joints)
    known = (each for each in all_blocks(ahead.case) if each.id != own.id and _may_test(each))
    before = (each for each in known if each.performed_on <= own.performed_on)
    return tuple(each for each in before if joints & set(joints_of(each)))


def _may_test(block: Block) -> bool:
    return block.state is BlockState.PLANNED or is_test(block)


def perhaps_before(ahead: Ahead) -> tuple[Block, ...]:
    """The earlier drafts without a target that may be of such a block; joints not known may be the same."""
    own, joints = ahead.block, set(ahead.joints)
    found = [
        each
        for each in _drafts(ahead)
        if each.performed_on <= own.performed_on and (not joints_of(each) or joints & set(joints_of(each)))
    ]
    return tuple(sorted(found, key=lambda each: (each.performed_on, each.id)))


def _drafts(ahead: Ahead) -> tuple[Block, ...]:
    case = ahead.case
    every = (*(block for block, _ in case.blocks), *case.others)
    begun = (b for b in every if b.id != ahead.block.id and may_have_begun(b))
    return tuple(each for each in begun if is_test(each))


def _interval(ahead: Ahead, earlier: Sequence[Block], drafts: Sequence[Block]) -> Check:
    what = Checked.INTERVAL
    if not ahead.joints:
        return _said(what, Ready.NOT_KNOWN, "no_joints", "nurse")
    sure = _since_last(ahead, earlier)
    if not drafts or sure.ready is Ready.STOPS:
        return sure
    perhaps = drafts[-1].performed_on
    days, least = (ahead.block.performed_on - perhaps).days, days_asked(ahead.rule_set)
    if ahead.rule_set is not None and (least is None or days >= least) and earlier:
        return sure
    return _said(what, Ready.NOT_KNOWN, "draft", "physician", days=days, last=show_date(perhaps))


def _since_last(ahead: Ahead, earlier: Sequence[Block]) -> Check:
    what = Checked.INTERVAL
    if not earlier:
        return _said(what, Ready.READY, "first_block")
    last = earlier[-1].performed_on
    days, least = (ahead.block.performed_on - last).days, days_asked(ahead.rule_set)
    if ahead.rule_set is None:
        return _said(what, Ready.NOT_KNOWN, "no_rules", "physician", days=days, last=show_date(last))
    if least is None:
        return _said(what, Ready.READY, "no_interval", days=days, last=show_date(last))
    return _apart(ahead.block, last, days, least)


def _apart(own: Block, last: date, days: int, least: int) -> Check:
    fields: dict[str, object] = {"days": days, "last": show_date(last), "least": least}
    if days >= least:
        return _said(Checked.INTERVAL, Ready.READY, "apart", **fields)
    if reason := early_reason(own):
        return _said(Checked.INTERVAL, Ready.OPEN, "explained", "physician", reason=reason, **fields)
    first = show_date(last + timedelta(days=least))
    return _said(Checked.INTERVAL, Ready.STOPS, "too_soon", "desk", first=first, **fields)


def days_asked(rule_set: RuleSet | None) -> int | None:
    """The least days between two diagnostic blocks that a rule set asks for; None when it asks none."""
    rules = rule_set.rules if rule_set else ()
    found = [r.criterion.at_least for r in rules if isinstance(r.criterion, DaysBetweenBlocks)]
    return max(found, default=None)


def _cap(ahead: Ahead) -> Check:
    what, own = Checked.CAP, ahead.block
    if not ahead.joints or ahead.rule_set is None:
        key = "no_joints" if ahead.rule_set else "no_rules_cap"
        return _said(what, Ready.NOT_KNOWN, key, "physician" if ahead.rule_set is None else "nurse")
    limit = limit_of(ahead.rule_set, SessionKind.DIAGNOSTIC)
    counted = [_year(ahead, on=own.performed_on, at=at) for at in range(len(regions_of(ahead.joints)))]
    most = max(len(each.inside) for each in counted)
    sure = max(sum(s.sure or own in s.blocks for s in each.inside) for each in counted)
    also = max(len(each.with_first_day) for each in counted)
    if limit is None:
        return _said(what, Ready.READY, "no_cap", count=most)
    if sure > limit:
        return _said(what, Ready.STOPS, "cap_passed", "physician", count=sure, limit=limit)
    if most > limit:
        return _said(what, Ready.NOT_KNOWN, "cap_unsure", "physician", count=most, limit=limit)
    if also > limit:
        return _said(what, Ready.OPEN, "cap_day", "desk", count=also, limit=limit)
    return _said(what, Ready.READY, "cap_kept", count=most, limit=limit)


def _year(ahead: Ahead, on: date, at: int) -> Counted:
    """The diagnostic sessions of one region in the 12 months that end with the block, itself included."""
    region = sorted(regions_of(ahead.joints), key=lambda each: each.value)[at]
    every = sessions(ahead.case, SessionKind.DIAGNOSTIC, region)
    days = {each.on for each in every}
    perhaps = tuple(
        Session(each.performed_on, region, joints_of(each), (each,), sure=False)
        for each in _drafts(ahead)
        if each.performed_on not in days and (not joints_of(each) or region in regions_of(joints_of(each)))
    )
    return Counted(tuple(each for each in (*every, *perhaps) if each.on <= on), on)


def _pain_back(ahead: Ahead) -> Check:
    back = ahead.asked.pain_back if ahead.asked else None
    if back is None:
        return _said(Checked.PAIN_BACK, Ready.NOT_KNOWN, "back_not_asked", "nurse")
    if back:
        return _said(Checked.PAIN_BACK, Ready.READY, "back")
    return _said(Checked.PAIN_BACK, Ready.STOPS, "not_back", "physician")


def _pain(ahead: Ahead) -> Check:
    asked = ahead.asked.pain_now if ahead.asked else None
    scores = ahead.scores or ((asked,) if asked is not None else ())
    if not scores:
        return _said(Checked.PAIN, Ready.NOT_KNOWN, "pain_not_asked", "nurse", least=LEAST_PAIN)
    score = plain(max(scores))
    if pain_too_low(scores):
        return _said(Checked.PAIN, Ready.STOPS, "pain_low", "physician", score=score, least=LEAST_PAIN)
    return _said(Checked.PAIN, Ready.READY, "pain", score=score)


def _anticoagulant(ahead: Ahead) -> Check:
    what, taken = Checked.ANTICOAGULANT, ahead.patient.anticoagulant
    if taken.plan is None:
        return _said(what, Ready.NOT_KNOWN, "thinner_not_asked", "nurse")
    if taken.plan is AnticoagulantPlan.NOT_TAKEN:
        return _said(what, Ready.READY, "no_thinner")
    stopped = taken.plan is AnticoagulantPlan.STOPPED
    drug = taken.drug or phrase("ahead.thinner")
    on = f" {show_date(taken.stopped_on)}" if stopped and taken.stopped_on else ""
    gaps = [
        phrase(f"ahead.gap_{key}")
        for key, there in (
            ("drug", taken.drug),
            ("who", taken.decided_by),
            ("when", taken.decided_on),
            ("stopped", taken.stopped_on or not stopped),
            ("restart", taken.restart_due or not stopped),
        )
        if not there
    ]
    fields: dict[str, object] = {"drug": f"{drug[:1].upper()}{drug[1:]}", "plan": f"{taken.plan.value}{on}"}
    if gaps:
        return _said(what, Ready.OPEN, "thinner_gaps", "physician", gaps=listed(gaps), **fields)
    if stopped and taken.restart_due and taken.restart_due < ahead.block.performed_on:
        return _said(what, Ready.OPEN, "thinner_over", "nurse", due=show_date(taken.restart_due), **fields)
    decided = show_date(taken.decided_on) if taken.decided_on else ""
    return _said(what, Ready.READY, "thinner_decided", by=taken.decided_by, on=decided, **fields)


def _allergy(patient: Patient) -> Check:
    if patient.allergy_state is None:
        return _said(Checked.ALLERGY, Ready.NOT_KNOWN, "allergy_not_asked", "nurse")
    if patient.allergy_state is AllergyState.NONE_KNOWN:
        return _said(Checked.ALLERGY, Ready.READY, "no_allergy")
    names = listed([each.substance or each.kind.value for each in patient.allergies])
    keys = dict.fromkeys(_ALLERGIC_TO.get(each.kind, "other") for each in patient.allergies) or ("other",)
    todo = "; ".join(phrase(f"ahead.do_allergy_{key}") for key in keys)
    who = "nurse" if _FOR_THE_NURSE.issuperset(keys) else "physician"
    said = phrase("ahead.allergy", names=names) if names else phrase("ahead.allergy_not_named")
    return Check(Checked.ALLERGY, Ready.OPEN, said, todo, phrase(f"ahead.who_{who}"))


_ALLERGIC_TO = {
    AllergyKind.AMIDE: "anesthetic",
    AllergyKind.ESTER: "anesthetic",
    AllergyKind.CONTRAST: "contrast",
    AllergyKind.CHLORHEXIDINE: "prep",
    AllergyKind.IODINE: "prep",
    AllergyKind.LATEX: "latex",
    AllergyKind.ADHESIVE: "adhesive",
}
_FOR_THE_NURSE = frozenset({"prep", "latex", "adhesive"})
"""What is laid out in the room; what is injected is the physician's."""


def _pregnancy(ahead: Ahead) -> Check:
    told = ahead.patient.pregnancy
    if not told:
        return _said(Checked.PREGNANCY, Ready.NOT_KNOWN, "pregnancy_not_asked", "nurse")
    if told != PREGNANT:
        return _said(Checked.PREGNANCY, Ready.READY, "pregnancy", told=told)
    if reason := ahead.block.pregnancy_reason:
        return _said(Checked.PREGNANCY, Ready.OPEN, "pregnant_reason", "physician", reason=reason)
    return _said(Checked.PREGNANCY, Ready.STOPS, "pregnant", "physician")


def _consent(block: Block) -> Check:
    if block.consent.kind is None:
        return _said(Checked.CONSENT, Ready.OPEN, "no_consent", "physician")
    return _said(Checked.CONSENT, Ready.READY, "consent", kind=block.consent.kind.value)


def _arranged(what: Checked, told: Arranged | None) -> Check:
    name = what.name.lower()
    if told is None:
        return _said(what, Ready.NOT_KNOWN, f"{name}_not_asked", "desk")
    if told is Arranged.NOT_YET:
        return _said(what, Ready.OPEN, f"{name}_not_yet", "desk")
    return _said(what, Ready.READY, f"{name}_{told.name.lower()}")


def _interpreter(ahead: Ahead) -> Check | None:
    """Nothing for a patient who speaks a language of the clinic and of whom nobody said otherwise."""
    told = ahead.asked.interpreter if ahead.asked else None
    speaks_ours = ahead.patient.language in ahead.languages
    return None if told is None and speaks_ours else _arranged(Checked.INTERPRETER, told)


_COVER = {
    Cover.COVERS: Ready.READY,
    Cover.NOT_NEEDED: Ready.READY,
    Cover.WAITING: Ready.OPEN,
    Cover.NOT_KNOWN: Ready.NOT_KNOWN,
    Cover.DIFFERS: Ready.STOPS,
}


def _authorization(found: Covered) -> Check:
    ready = _COVER[found.cover]
    if ready is Ready.READY:
        return Check(Checked.AUTHORIZATION, ready, found.sentence)
    key = "none" if found.by is None else found.cover.name.lower()
    todo, who = phrase(f"ahead.do_authorization_{key}"), phrase("ahead.who_desk")
    return Check(Checked.AUTHORIZATION, ready, found.sentence, todo, who)
