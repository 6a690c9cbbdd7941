"""A learner and two attendings at one vault."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from mbb_desktop.clinical.access import Role, User
from mbb_desktop.clinical.block import Block
from mbb_desktop.clinical.cosignature import Supervised
from mbb_desktop.clinical.course import Course
from mbb_desktop.clinical.paper import SignedDocument
from mbb_desktop.storage import accounts
from mbb_desktop.storage.accounts import record_key
from mbb_desktop.storage.keys import SigningKey
from mbb_desktop.workflow.desk import Desk
from mbb_desktop.workflow.issue_paper import sign_note
from mbb_desktop.workflow.keep_courses import save_course
from mbb_desktop.workflow.keep_patients import save_patient
from tests.workflow.conftest import CHEAP, NOW, PEOPLE, PIN, Desks, lumbar_course, person, somebody
from tests.workflow.test_signing import performed

ATTENDING = Supervised(PEOPLE["physician"].id)


@dataclass(frozen=True)
class Learning(Desks):
    """Where tests ask for the physician, the learner sits; `attending` is the vault's own physician."""

    learner: User = field(default_factory=lambda: PEOPLE["physician"])
    other: User = field(default_factory=lambda: PEOPLE["physician"])
    keys: dict[str, SigningKey] = field(default_factory=dict)

    def of(self, role: str, at: datetime = NOW) -> Desk:
        if role != "physician":
            return super().of(role, at)
        return Desk(self.vault.store, self.learner, at, "test", self.keys["learner"])

    def attending(self, at: datetime = NOW) -> Desk:
        return super().of("physician", at)

    def second(self, at: datetime = NOW) -> Desk:
        """Another attending, whom nobody asked."""
        return Desk(self.vault.store, self.other, at, "test", self.keys["other"])

    def joined(self, name: str) -> Desk:
        """One more learner, with key and PIN."""
        store, key = self.vault.store, SigningKey.new()
        with store.change(self.vault.user, "person added", at=NOW) as change:
            user = change.save(replace(person(name, Role.PHYSICIAN, credentials="MD"), learner=True))
            record_key(change, user.id, key.public_bytes)
        accounts.set_pin(store, user, PIN, at=NOW, cost=CHEAP)
        return Desk(store, user, NOW, "test", key)

    def course(self) -> Course:
        """A complaint of a new patient, kept by the attending."""
        desk = self.attending()
        return save_course(desk, lumbar_course(save_patient(desk, somebody())))

    def awaiting(self, course: Course, at: datetime = NOW) -> tuple[Block, SignedDocument]:
        """A block that the learner did and signed under the attending's supervision."""
        block = performed(self, course, at)
        return block, sign_note(self.of("physician", at), block, PIN, supervised=ATTENDING)


def learning(desks: Desks) -> Learning:
    """Add a learner and a second attending, each with key and PIN."""
    people = {
        "learner": replace(person("J. Lee", Role.PHYSICIAN, credentials="MD"), learner=True),
        "other": person("B. Novak", Role.PHYSICIAN, credentials="DO"),
    }
    keys = {name: SigningKey.new() for name in people}
    store, by, kept = desks.vault.store, desks.vault.user, dict[str, User]()
    for name, user in people.items():
        with store.change(by, "person added", at=NOW) as change:
            kept[name] = change.save(user)
            record_key(change, user.id, keys[name].public_bytes)
        accounts.set_pin(store, user, PIN, at=NOW, cost=CHEAP)
    return Learning(desks.vault, kept["learner"], kept["other"], keys)
