"""Who may do what: the roles of a clinic and the permissions each carries."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from uuid import UUID


class Role(Enum):
    PHYSICIAN = "physician"
    NURSE = "nurse"
    FRONT_DESK = "front desk"
    MANAGER = "manager"
    ADMINISTRATOR = "administrator"


class Permission(Enum):
    FIND_PEOPLE = "see the day's list and find a patient"
    EDIT_PEOPLE = "add, edit and import people"
    MERGE_PATIENTS = "make two records of one person one"
    OPEN_CHART = "open a chart"
    OPEN_PAPERS = "see a patient's papers"
    PLAN_BLOCK = "plan a block"
    RECORD_BLOCK = "start a draft, keep the room record and its sections"
    RECORD_SCORES = "enter pain scores and calls"
    DECIDE_BLOCK = "enter levels, targets, injectate and conclusion"
    SIGN = "sign, add an addendum, mark an own document as entered in error"
    ISSUE_PAPERS = "print and send signed papers"
    SEND_PAPERS = "keep what was sent and what waits to be printed"
    KEEP_ENCLOSURES = "add scans and papers from outside"
    KEEP_AUTHORIZATIONS = "enter authorizations, denials and appeals"
    SEE_RULES = "see rule sets and clinic details"
    KEEP_CLINIC = "change clinic details, rule sets, backup"
    KEEP_TEMPLATES = "change templates"
    KEEP_PRESETS = "change presets"
    KEEP_USERS = "add and change users"
    BACK_UP = "back up and restore"
    CHECK_RECORD = "verify the record's chain and signatures"
    SEE_FIGURES = "see figures without patients' names and export them"
    SEE_ALL_FIGURES = "see the figures of every physician"
    EXPORT_NAMED = "export lists with patients' names"
    EMERGENCY_ACCESS = "open a chart in an emergency, with a reason"
    OWN_ACCOUNT = "change the own passphrase and PIN"


_EVERYONE = frozenset({Permission.OWN_ACCOUNT, Permission.SEE_RULES})

RIGHTS: dict[Role, frozenset[Permission]] = {
    Role.PHYSICIAN: _EVERYONE
    | {
        Permission.FIND_PEOPLE,
        Permission.EDIT_PEOPLE,
        Permission.MERGE_PATIENTS,
        Permission.OPEN_CHART,
        Permission.OPEN_PAPERS,
        Permission.PLAN_BLOCK,
        Permission.RECORD_BLOCK,
        Permission.RECORD_SCORES,
        Permission.DECIDE_BLOCK,
        Permission.SIGN,
        Permission.ISSUE_PAPERS,
        Permission.SEND_PAPERS,
        Permission.KEEP_ENCLOSURES,
        Permission.KEEP_AUTHORIZATIONS,
        Permission.KEEP_TEMPLATES,
        Permission.SEE_FIGURES,
        Permission.EXPORT_NAMED,
        Permission.KEEP_PRESETS,
        Permission.EMERGENCY_ACCESS,
        Permission.CHECK_RECORD,
    },
    Role.NURSE: _EVERYONE
    | {
        Permission.FIND_PEOPLE,
        Permission.EDIT_PEOPLE,
        Permission.OPEN_CHART,
        Permission.OPEN_PAPERS,
        Permission.PLAN_BLOCK,
        Permission.RECORD_BLOCK,
        Permission.RECORD_SCORES,
        Permission.ISSUE_PAPERS,
        Permission.SEND_PAPERS,
        Permission.KEEP_ENCLOSURES,
        Permission.KEEP_AUTHORIZATIONS,
        Permission.EMERGENCY_ACCESS,
    },
    Role.FRONT_DESK: _EVERYONE
    | {
        Permission.FIND_PEOPLE,
        Permission.EDIT_PEOPLE,
        Permission.OPEN_PAPERS,
        Permission.PLAN_BLOCK,
        Permission.ISSUE_PAPERS,
        Permission.SEND_PAPERS,
        Permission.KEEP_ENCLOSURES,
        Permission.KEEP_AUTHORIZATIONS,
    },
    Role.MANAGER: _EVERYONE | {Permission.KEEP_TEMPLATES, Permission.SEE_FIGURES, Permission.SEE_ALL_FIGURES},
    Role.ADMINISTRATOR: _EVERYONE
    | {
        Permission.MERGE_PATIENTS,
        Permission.KEEP_CLINIC,
        Permission.KEEP_TEMPLATES,
        Permission.KEEP_PRESETS,
        Permission.KEEP_USERS,
        Permission.BACK_UP,
        Permission.CHECK_RECORD,
        Permission.EMERGENCY_ACCESS,
    },
}


IN_EMERGENCY = frozenset(
    {Permission.FIND_PEOPLE, Permission.OPEN_CHART, Permission.OPEN_PAPERS, Permission.ISSUE_PAPERS}
)
"""What emergency access adds to a role: reading and printing, never changing."""


@dataclass(frozen=True, slots=True)
class Emergency:
    """A person reads charts that the role does not open: until when, and why."""

    until: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class User:
    """A person with an account. `name` is as printed (`A. Okafor`), `credentials` follow it (`MD`)."""

    id: UUID
    name: str
    credentials: str
    roles: tuple[Role, ...]
    specialty: str = ""
    npi: str = ""
    learner: bool = False
    active: bool = True
    version: int = 0

    @property
    def signs_as(self) -> str:
        """Name with credentials, as on paper: `A. Okafor, MD`."""
        return f"{self.name}, {self.credentials}" if self.credentials else self.name

    @property
    def called(self) -> str:
        """Short form for screens: `Dr Okafor` for a physician, `RN Diaz` for a nurse, else the name."""
        family = self.name.split()[-1] if self.name else self.name
        if Role.PHYSICIAN in self.roles:
            return f"Dr {family}"
        return f"RN {family}" if self.credentials == "RN" else self.name


def may_attend(user: User, learner_id: UUID) -> bool:
    """Whether a person can be the attending of a learner: a physician at work who is none, and another."""
    physician = user.active and Role.PHYSICIAN in user.roles
    return physician and not user.learner and user.id != learner_id


def may(user: User, permission: Permission) -> bool:
    """Whether one of the person's roles carries the permission; nobody inactive may do anything."""
    return user.active and any(permission in RIGHTS[role] for role in user.roles)


def may_now(user: User, emergency: Emergency | None, now: datetime, permission: Permission) -> bool:
    """As `may`, or by an emergency access that still lasts, of a person whose role has that."""
    lasts = emergency is not None and now < emergency.until and may(user, Permission.EMERGENCY_ACCESS)
    return may(user, permission) or (lasts and permission in IN_EMERGENCY)
