"""A learner who signs, and an attending who co-signs, at one vault."""

from dataclasses import dataclass, replace

from mbb_desktop.clinical.access import Role, User
from mbb_desktop.clinical.block import Block, BlockState
from mbb_desktop.clinical.cosignature import Asked, Attestation, CosignStep
from mbb_desktop.clinical.identity import new_id
from mbb_desktop.clinical.paper import Meaning, PaperKind, SignedDocument
from mbb_desktop.storage import cosignatures, papers
from mbb_desktop.storage.accounts import record_key
from mbb_desktop.storage.keys import SigningKey
from mbb_desktop.storage.vault import Vault
from tests.storage.builders import AT, saved_block

LEARNER = User(new_id(AT), "J. Lee", "MD", (Role.PHYSICIAN,), learner=True)


@dataclass(frozen=True, slots=True)
class Taught:
    """The attending is the vault's own physician."""

    vault: Vault
    learner: User
    key: SigningKey

    def signed(self, *, draft: Block | None = None) -> tuple[Block, SignedDocument]:
        """A block whose note the learner signed and asked the attending to co-sign."""
        vault, of = self.vault, draft or saved_block(self.vault.store, self.learner)
        with vault.store.change(self.learner, "note signed by a learner", at=AT) as change:
            block: Block = change.save(replace(of, state=BlockState.AWAITING))
            signed = papers.sign(
                id=new_id(AT),
                kind=PaperKind.PROCEDURE_NOTE,
                number=papers.next_number(change, PaperKind.PROCEDURE_NOTE, AT.year),
                patient_id=block.patient_id,
                block_id=block.id,
                course_id=block.course_id,
                content=b'{"note":"learner"}',
                meaning=Meaning.UNDER_SUPERVISION,
                signer=self.learner,
                key=self.key,
                at=AT,
                vault_id=vault.store.vault_id,
            )
            paper = papers.freeze(change, signed, b"%PDF-1.7 awaiting", self.key)
            cosignatures.went_on(change, self.step(paper, Asked.ASKED, vault.user, self.learner))
        return block, paper

    def give_back(self, block: Block, paper: SignedDocument, reason: str = "wrong volume") -> Block:
        """What a return does to the record."""
        with self.vault.store.change(self.vault.user, "co-signature refused", at=AT) as change:
            cosignatures.went_on(
                change, self.step(paper, Asked.RETURNED, self.learner, self.vault.user, reason)
            )
            return change.save(replace(block, state=BlockState.RETURNED))

    def ask(self, block: Block, paper: SignedDocument) -> Block:
        """What asking the attending again does to the record."""
        with self.vault.store.change(self.learner, "co-signature asked", at=AT) as change:
            cosignatures.went_on(change, self.step(paper, Asked.ASKED, self.vault.user, self.learner))
            return change.save(replace(block, state=BlockState.AWAITING))

    @staticmethod
    def step(paper: SignedDocument, step: Asked, to: User, by: User, reason: str = "") -> CosignStep:
        return CosignStep(new_id(AT), paper.id, 0, step, to.id, to.signs_as, reason, AT, by.id, by.signs_as)

    def cosign(
        self, block: Block, paper: SignedDocument, by: User | None = None, key: SigningKey | None = None
    ) -> SignedDocument:
        """What the attending's signature does to the record."""
        vault, key = self.vault, key or self.vault.signing_key
        assert key is not None
        at, vault_id = AT, vault.store.vault_id
        said = Attestation.KEY_PORTIONS
        with vault.store.change(by or vault.user, "note co-signed", at=AT) as change:
            given = cosignatures.sign(paper, said, by or vault.user, key, at=at, vault_id=vault_id)
            cosignatures.freeze(change, paper, given, b"%PDF-1.7 both", key)
            change.save(replace(block, state=BlockState.SIGNED))
        with vault.store.look() as look:
            return papers.get(look, paper.id)


def taught(vault: Vault) -> Taught:
    """Let a learner work at the vault."""
    key = SigningKey.new()
    with vault.store.change(vault.user, "person added", at=AT) as change:
        learner = change.save(LEARNER)
        record_key(change, learner.id, key.public_bytes)
    return Taught(vault, learner, key)
