"""A year of an invented clinic's blocks: saved as they lie in the store, the same for the same seed."""

import random
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from uuid import UUID

from mbb_desktop.clinical.access import User
from mbb_desktop.clinical.anatomy import JointSide, Region, Side
from mbb_desktop.clinical.block import Block, BlockState, Drug, DrugUse, Fluoroscopy, Purpose, Target
from mbb_desktop.clinical.course import Course, Treatment
from mbb_desktop.clinical.identity import new_id
from mbb_desktop.clinical.paper import Meaning, PaperKind
from mbb_desktop.clinical.people import Identifier, IdentifierKind, Patient
from mbb_desktop.clinical.response import BEFORE, SLOTS, Conclusion, Reading, Response, Series
from mbb_desktop.storage import papers
from mbb_desktop.storage.keys import SigningKey
from mbb_desktop.storage.store import Change, Store

_PLACES = {
    Region.LUMBAR: ("L4-5", ("L3 MB", "L4 MB")),
    Region.CERVICAL: ("C5-6", ("C5 MB", "C6 MB")),
    Region.THORACIC: ("T6-7", ("T5 MB", "T6 MB")),
}
_FAMILIES = ("Marsh", "Brandt", "Oyelaran", "Lindqvist", "Nakagawa", "=HYPERLINK", "Torres")


@dataclass
class InventedYear:
    """`physicians` share the blocks; the key signs the papers."""

    store: Store
    physicians: tuple[User, ...]
    key: SigningKey
    now: datetime
    seed: int = 20261122

    def save(self, patients: int) -> None:
        """Every patient has one complaint with one to three blocks."""
        chance = random.Random(self.seed)
        with self.store.change(self.physicians[0], "invented year", at=self.now) as change:
            for number in range(patients):
                self._patient(change, chance, number)

    def _patient(self, change: Change, chance: random.Random, number: int) -> None:
        mrn = Identifier(IdentifierKind.MRN, f"{number:07}")
        weight = Decimal(72) if chance.random() < 0.9 else None
        person = Patient(
            new_id(self.now), chance.choice(_FAMILIES), "Invented", date(1960, 1, 1), (mrn,), weight=weight
        )
        change.save(person)
        region = chance.choices(list(_PLACES), (70, 25, 5))[0]
        first = self.now - timedelta(days=chance.randint(1, 400))
        ends = chance.random()
        told = (Treatment(first.date() + timedelta(days=40), relief=Decimal(70) if ends < 0.2 else None),)
        ablated = told if ends < 0.4 and first + timedelta(days=40) < self.now else ()
        course = Course(
            new_id(self.now),
            person.id,
            region,
            first.date(),
            ablations=ablated,
            no_rfa_because="declined" if ends > 0.95 else "",
        )
        change.save(course)
        at = first
        for _ in range(chance.choices((1, 2, 3), (45, 45, 10))[0]):
            if at < self.now:
                concluded = self._block(change, chance, course, at)
                if concluded is not Conclusion.POSITIVE:
                    break
            at += timedelta(days=chance.randint(15, 35))
        if at - timedelta(days=10) < self.now and ends < 0.6:
            self._paper(change, course, None, PaperKind.RFA_LETTER, min(at, self.now))

    def _block(
        self, change: Change, chance: random.Random, course: Course, at: datetime
    ) -> Conclusion | None:
        joint, nerves = _PLACES[course.region]
        physician = chance.choice(self.physicians)
        treats = chance.random() < 0.05
        block = Block(
            new_id(self.now),
            course.patient_id,
            course.id,
            at.date(),
            BlockState.SIGNED,
            Purpose.THERAPEUTIC if treats else Purpose.DIAGNOSTIC,
            course.region,
            physician.id,
            started_at=at,
            joints=(JointSide(joint, Side.LEFT),),
            targets=tuple(Target(nerve, Side.LEFT, volume=Decimal("0.5")) for nerve in nerves),
            drugs=(_drug(chance),),
            no_steroid=True,
            needle_out=at,
            fluoroscopy=_fluoroscopy(chance),
            reported_by="Harbor Spine Clinic" if chance.random() < 0.03 else "",
        )
        change.save(block)
        signed_at = at + timedelta(seconds=chance.choice((25, 35, 38, 44, 61, 90, 200, 1500, 7000)))
        self._paper(change, course, block.id, PaperKind.PROCEDURE_NOTE, signed_at)
        return self._response(change, chance, block, at) if chance.random() < 0.96 else None

    def _response(
        self, change: Change, chance: random.Random, block: Block, at: datetime
    ) -> Conclusion | None:
        concluded = chance.choices(
            (Conclusion.POSITIVE, Conclusion.NEGATIVE, Conclusion.NOT_ASSESSABLE, None), (62, 30, 4, 4)
        )[0]
        computed = {"positive": "positive", "negative": "partial"}.get(
            concluded.value if concluded else "", "insufficient data"
        )
        if chance.random() < 0.05:
            computed = "conflict"
        entered = at + timedelta(days=chance.choice((1, 1, 1, 2, 4)))
        readings = [
            Reading(
                Series.OVERALL,
                slot,
                at + timedelta(minutes=max(slot, 0)),
                None if chance.random() < 0.04 else Decimal(3),
                entered_at=entered,
            )
            for slot in (BEFORE, *SLOTS)
            if chance.random() < 0.93
        ]
        response = Response(
            new_id(self.now),
            block.patient_id,
            block.id,
            readings=tuple(readings),
            conclusion=concluded,
            computed=(f"overall: {computed}",) if concluded else (),
            signed_at=entered if concluded else None,
        )
        change.save(response)
        return concluded

    def _paper(
        self, change: Change, course: Course, block_id: UUID | None, kind: PaperKind, at: datetime
    ) -> None:
        signed = papers.sign(
            id=new_id(at),
            kind=kind,
            number=papers.next_number(change, kind, at.year),
            patient_id=course.patient_id,
            block_id=block_id,
            course_id=course.id,
            content=b"{}",
            meaning=Meaning.PERFORMED,
            signer=self.physicians[0],
            key=self.key,
            at=at,
            vault_id=self.store.vault_id,
        )
        papers.freeze(change, signed, b"%PDF-1.7 invented", self.key)


def _drug(chance: random.Random) -> Drug:
    agent = chance.choices(("lidocaine", "bupivacaine", "ropivacaine"), (60, 36, 4))[0]
    return Drug(DrugUse.TARGET, agent, lot="A17" if chance.random() < 0.85 else "")


def _fluoroscopy(chance: random.Random) -> Fluoroscopy:
    if chance.random() < 0.03:
        return Fluoroscopy(none_used=True)
    seconds = round(chance.lognormvariate(3.7, 0.4))
    kerma = Decimal(round(seconds * chance.uniform(1.5, 3), 1)).quantize(Decimal("0.1"))
    return Fluoroscopy(
        seconds=seconds if chance.random() < 0.95 else None,
        air_kerma=kerma if chance.random() < 0.8 else None,
        dap=100 * kerma if chance.random() < 0.5 else None,
    )
