"""What the room screen says about the patient, the people present, and a time-out that was stopped."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from mbb_desktop.clinical.access import Role, User
from mbb_desktop.clinical.anatomy import Side
from mbb_desktop.clinical.block import Block, PatientAnswer, TimeOut
from mbb_desktop.clinical.people import AllergyState, Anticoagulant, AnticoagulantPlan, Patient
from mbb_desktop.clinical.shown import listed, show_date
from mbb_desktop.clinical.time_out import Mismatch, mismatch
from mbb_desktop.ui.language import localized
from mbb_desktop.ui.room_head import Stop
from mbb_desktop.ui.room_time_out import Person, named

translate = QCoreApplication.translate


def check_details(patient: Patient, block: Block) -> Mapping[str, str]:
    """The line below each check: what has to be seen or said. It names no level and no side."""
    return {
        "procedure_said": _procedure(block),
        "consent": _consent(block),
        "site_mark": translate("room", "visible after draping"),
        "allergy": _allergies(patient),
        "anticoagulant": _anticoagulant(patient.anticoagulant),
        "images_up": translate("room", "right patient, L/R marker"),
        "drug_labelled": translate("room", "syringes on the table"),
    }


def unasked(patient: Patient) -> frozenset[str]:
    """The checks about which nobody has asked the patient."""
    nobody = {"allergy": patient.allergy_state is None, "anticoagulant": patient.anticoagulant.plan is None}
    return frozenset(check for check, unknown in nobody.items() if unknown)


def _procedure(block: Block) -> str:
    name = translate("room", "medial branch block")
    return localized(f"{block.purpose.value} medial branch block") if block.purpose else name


def _consent(block: Block) -> str:
    consent = block.consent
    if consent.kind is None:
        return translate("room", "signed, for this site")
    signed = show_date(consent.signed_on) if consent.signed_on else ""
    return ", ".join(filter(None, [localized(consent.kind.value), signed]))


def _allergies(patient: Patient) -> str:
    if patient.allergy_state is AllergyState.LISTED:
        return ", ".join(each.substance or localized(each.kind.value) for each in patient.allergies)
    if patient.allergy_state is AllergyState.NONE_KNOWN:
        return translate("room", "none known")
    return translate("room", "not asked yet: ask now")


def _anticoagulant(taken: Anticoagulant) -> str:
    if taken.plan is None:
        return translate("room", "not asked yet: ask now")
    if taken.plan is AnticoagulantPlan.NOT_TAKEN:
        return translate("room", "none taken")
    day = f" {show_date(taken.stopped_on)}" if taken.stopped_on else ""
    return f"{taken.drug or translate('room', 'drug not named')} {localized(taken.plan.value)}{day}"


def physicians_of(block: Block, users: Mapping[UUID, User]) -> tuple[User, ...]:
    """The physician of the block; while nobody is named, everybody who may be."""
    active = [user for user in users.values() if Role.PHYSICIAN in user.roles and user.active]
    own = [user for user in active if user.id == block.physician_id]
    return tuple(own or sorted(active, key=lambda user: user.name))


def people_of(block: Block, physicians: Iterable[User], me: User) -> tuple[Person, ...]:
    """Who may be present: physicians, the circulator, the radiographer."""
    found = [Person(user.signs_as, user.called) for user in physicians]
    found.append(Person(me.signs_as, me.called))
    found += [named(name) for name in (block.nurse, block.radiographer) if name]
    return tuple({person.name: person for person in reversed(found)}.values())[::-1]


def stop_of(block: Block, physicians: Sequence[User]) -> Stop:
    """What the red strip says about the last time-out of a block."""
    stopped = block.time_outs[-1]
    wrong = mismatch(stopped, block)
    who = physicians[0].called if len(physicians) == 1 else translate("room", "the physician")
    settle = translate("room", "{0} settles it   PIN").format(who[:1].upper() + who[1:])
    planned = bool(block.planned_joints)
    if wrong is None:
        changed = translate("room", "The plan was changed since. {0} settles it before the next time-out.")
        headline = translate("room", "STOP. The time-out was stopped.")
        return Stop(headline, escape(changed.format(who[:1].upper() + who[1:])), settle, planned)
    return Stop(wrong.headline, told(wrong, stopped, block, who), settle, planned)


def told(wrong: Mismatch, stopped: TimeOut, block: Block, who: str) -> str:
    """Entered, planned and answered, with bold sides."""
    sentences = [translate("room", "Entered {0}.").format(_joints(wrong.entered))]
    if wrong.planned:
        day = show_date(block.planned_on) if block.planned_on else translate("room", "unknown date")
        by = escape(block.planned_by) or translate("room", "nobody named")
        plan = translate("room", "Plan of {0} ({1}): {2}.")
        sentences.append(plan.format(day, by, _joints(wrong.planned)))
    sentences.append(_answered(stopped.patient_answer))
    last = translate("room", "No needle: settle it with {0} and the patient first.")
    sentences.append(last.format(escape(who)))
    return " ".join(filter(None, sentences))


def _answered(answer: PatientAnswer | None) -> str:
    words = {
        PatientAnswer.LEFT: translate("room", "left"),
        PatientAnswer.RIGHT: translate("room", "right"),
        PatientAnswer.BOTH: translate("room", "both"),
    }
    if answer in words:
        return translate("room", "Patient answered {0}.").format(f"<b>{words[answer]}</b>")
    return translate("room", "The patient was not able to answer.")


def _joints(words: Iterable[str]) -> str:
    """`left and right L4-5, L5-S1`, or each side with its own joints."""
    by_side: dict[str, list[str]] = {side.value: [] for side in Side}
    for word in words:
        joint, side = word.rsplit(" ", 1)
        by_side[side].append(joint)
    by_joints: dict[tuple[str, ...], list[str]] = {}
    for side, joints in by_side.items():
        if joints:
            by_joints.setdefault(tuple(joints), []).append(side)
    return "; ".join(f"<b>{listed(sides)}</b> {', '.join(joints)}" for joints, sides in by_joints.items())
