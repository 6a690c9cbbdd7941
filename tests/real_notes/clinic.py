"""An invented clinic: its people, their complaints, and the physician in front of the window."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from mbb_desktop.clinical.anatomy import Region
from mbb_desktop.clinical.block import Block
from mbb_desktop.clinical.course import Course
from mbb_desktop.clinical.identity import new_id
from mbb_desktop.clinical.levels import Levels, read_levels
from mbb_desktop.clinical.people import Identifier, IdentifierKind, Patient
from mbb_desktop.settings import Settings
from mbb_desktop.storage.vault import Vault
from mbb_desktop.workflow.desk import Desk
from mbb_desktop.workflow.keep_courses import save_course
from mbb_desktop.workflow.keep_patients import save_patient
from mbb_desktop.workflow.record_block import begin, plan_block
from tests.real_notes.physician import Physician, physician_at_work
from tests.ui.rooms import PHYSICIAN, Clock

_BORN = date(1957, 2, 3)


@dataclass(frozen=True)
class Clinic:
    """A vault, the clock on the wall, and this computer's settings."""

    vault: Vault
    clock: Clock
    settings: Settings

    def desk(self) -> Desk:
        return Desk(self.vault.store, PHYSICIAN, self.clock())

    def patient(self, family: str, given: str) -> Patient:
        """A person with nothing else in the chart."""
        number = Identifier(IdentifierKind.MRN, f"{family[:2].upper()} 4471")
        return save_patient(self.desk(), Patient(new_id(self.clock()), family, given, _BORN, (number,)))

    def planned_block(self, patient: Patient, region: Region, levels: str) -> Block:
        """A block of today that has been begun."""
        desk = self.desk()
        course = save_course(desk, Course(new_id(desk.now), patient.id, region, opened_on=desk.now.date()))
        reading = read_levels(levels, region=region)
        assert isinstance(reading, Levels)
        return begin(desk, plan_block(desk, course, reading.joints, desk.now))

    @contextmanager
    def physician(self) -> Iterator[Physician]:
        """In front of the first page."""
        with physician_at_work(self.vault, self.clock, self.settings) as physician:
            yield physician

    @contextmanager
    def physician_at_chart(self, patient: Patient, region: Region) -> Iterator[Physician]:
        """In front of the chart of a person with a complaint in one region, and nothing known about it."""
        now = self.clock()
        save_course(self.desk(), Course(new_id(now), patient.id, region, opened_on=now.date()))
        with self.physician() as physician:
            physician.workplace.open_chart(patient.id)
            yield physician
