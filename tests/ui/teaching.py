"""A learner and an attending at the sample clinic's window."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from mbb_desktop.clinical.access import Role, User
from mbb_desktop.clinical.block import Block
from mbb_desktop.clinical.cosignature import Supervised
from mbb_desktop.clinical.identity import new_id
from mbb_desktop.clinical.paper import SignedDocument
from mbb_desktop.storage import accounts
from mbb_desktop.storage.accounts import record_key
from mbb_desktop.storage.keys import Cost, SigningKey
from mbb_desktop.storage.vault import Vault
from mbb_desktop.ui.block_editor import BlockEditor, Practice
from mbb_desktop.workflow.desk import Desk
from mbb_desktop.workflow.follow_up import response_of
from mbb_desktop.workflow.issue_paper import sign_note
from mbb_desktop.workflow.keep_clinic import clinic as clinic_of
from mbb_desktop.workflow.keep_patients import open_chart
from mbb_desktop.workflow.knowledge import formulary, presets
from mbb_desktop.workflow.review_course import rule_set_of_block
from tests.ui.sample import SampleClinic
from tests.workflow.conftest import PIN, Desks
from tests.workflow.test_signing import performed

CHEAP = Cost(1024, 1, 1)


@dataclass(frozen=True)
class Teaching(Desks):
    """Where a helper asks for the physician's desk, it gets the learner's."""

    clinic: SampleClinic
    learner: User
    key: SigningKey
    attending: Vault

    def of(self, role: str, at: datetime | None = None) -> Desk:
        return Desk(self.clinic.vault.store, self.learner, at or self.clinic.now, "test", self.key)

    def sit(self, learner: bool) -> None:
        """Somebody else sits down at the window."""
        store = self.attending.store
        self.clinic.window.lock()
        self.clinic.vault = Vault(store, self.learner, self.key) if learner else self.attending
        self.clinic._begin()

    def draft(self, words: str = "Marsh") -> Block:
        """A block of this person that the learner documented, ready to be signed."""
        course = self.clinic.chart(words).courses[0]
        return performed(self, course, self.clinic.now - timedelta(minutes=1))

    def awaiting(self, words: str = "Marsh") -> SignedDocument:
        """One that the learner signed under the attending's supervision."""
        said = Supervised(self.attending.user.id)
        return sign_note(self.of("physician"), self.draft(words), PIN, supervised=said)

    def editor(self, block: Block) -> BlockEditor:
        """The editor on a block, opened in the window."""
        at, desk = self.clinic, self.of("physician")
        practice = Practice(clinic_of(desk), presets(), formulary(), rule_set_of_block(desk, block))
        chart = open_chart(desk, block.patient_id)
        editor = BlockEditor(at.session, at.window, chart, block, response_of(desk, block), practice)
        at.window.open(editor, editor.title(), banner=editor.banner(), wide=True)
        return editor


def teaching(clinic: SampleClinic) -> Teaching:
    """Let a learner work at the sample clinic; both have the same PIN."""
    vault, key = clinic.vault, SigningKey.new()
    made = User(new_id(clinic.now), "J. Lee", "MD", (Role.PHYSICIAN,), learner=True)
    with vault.store.change(vault.user, "person added", at=clinic.now) as change:
        learner = change.save(made)
        record_key(change, learner.id, key.public_bytes)
    for user in (learner, vault.user):
        accounts.set_pin(vault.store, user, PIN, at=clinic.now, cost=CHEAP)
    return Teaching(vault, clinic, learner, key, vault)
