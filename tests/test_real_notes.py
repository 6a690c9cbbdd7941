"""Real notes of medial branch blocks: their facts are entered in the window and looked up in the PDF.

What a note leaves blank is invented here. Only core facts have to have an input; where that is free text
the test says so by adding a sentence.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from mbb_desktop.clinical.anatomy import Region
from mbb_desktop.clinical.block import Block, Item
from mbb_desktop.clinical.identity import new_id
from mbb_desktop.clinical.levels import Levels, read_levels
from mbb_desktop.clinical.people import Identifier, IdentifierKind, Patient
from mbb_desktop.settings import Settings
from mbb_desktop.storage.vault import Vault
from mbb_desktop.ui import theme
from mbb_desktop.workflow.desk import Desk
from mbb_desktop.workflow.keep_courses import new_course, save_course
from mbb_desktop.workflow.keep_patients import save_patient
from mbb_desktop.workflow.record_block import begin, plan_block
from tests.real_notes.corpus_note import RealNote, Search, real_note
from tests.real_notes.physician import Physician, physician_at_work
from tests.ui.rooms import NURSE, PHYSICIAN, Clock, make_vault, opened

pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support (propagateSizeHints\(\)|grabbing)")

# Invented, for what the notes leave blank
BORN = date(1957, 2, 3)
NEEDLE_OUT, SECONDS = "1052", "31"
TODAY = "24-Nov-2026"


@dataclass(frozen=True)
class Clinic:
    """A vault, a clock that shows 11:16, and this computer's settings."""

    vault: Vault
    clock: Clock
    settings: Settings

    def desk(self) -> Desk:
        return Desk(self.vault.store, PHYSICIAN, self.clock())

    def patient(self, family: str, given: str) -> Patient:
        number = Identifier(IdentifierKind.MRN, f"{family[:2].upper()} 4471")
        return save_patient(self.desk(), Patient(new_id(self.clock()), family, given, BORN, (number,)))

    @contextmanager
    def physician(self, patient: Patient, region: Region) -> Iterator[Physician]:
        """In front of the chart of a person with a complaint in one region."""
        save_course(self.desk(), new_course(self.desk(), patient.id, region))
        with physician_at_work(self.vault, self.clock, self.settings) as physician:
            physician.workplace.open_chart(patient.id)
            yield physician


@pytest.fixture(scope="module")
def vault(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Vault]:
    made = make_vault(tmp_path_factory.mktemp("real") / "clinic")
    yield made
    made.close()


@pytest.fixture
def clinic(vault: Vault, tmp_path: Path, qapp: QApplication) -> Clinic:
    theme.load_fonts()
    theme.apply(qapp)
    clock = Clock()
    clock.forward(60)
    return Clinic(vault, clock, Settings(tmp_path / "settings.toml"))


def landmarks(text: str, between: str) -> list[list[str]]:
    """The parts of a landmark, each as the words that the note has to have, with its abbreviations."""
    short = re.sub("superior articular process", "SAP", text).replace("transverse process", "TP")
    parts = (re.sub(r"\(.*?\)|\b(?:of|for|level)\b", "", part) for part in short.split(between))
    return [re.findall(r"\w+", part) for part in parts]


# A mixture with a steroid, 1 mL at each of six cervical nerves


@dataclass(frozen=True)
class Mixture:
    """An anesthetic and a steroid in one syringe: mL, percent, mg."""

    volume: str
    agent: str
    percent: str
    brand: str
    steroid: str
    mass: str


def mixture(words: str) -> Mixture:
    """Read `10 mL solution: somecaine 0.5% (Brand) with a steroid 50 mg`."""
    found = re.fullmatch(r"([\d.]+) mL \w+: (\w+) ([\d.]+)% \((\w+)\) with (.+) ([\d.]+) mg", words)
    assert found is not None, words
    return Mixture(*found.groups())


def enter_n01(physician: Physician, real: RealNote) -> None:
    drugs = mixture(real["injectate.mixture"])
    physician.starts_block()
    physician.types_levels("c34 c45 c56 c67 c7t1 l")
    with physician.other_anesthetic() as card:
        card.press("Add a drug to the mixture")
        card.fill("Drug", drugs.agent)
        card.fill("Strength as injected", str(float(drugs.percent) * 10))
    physician.types_volume(real["injectate.volume_per_site"])
    with physician.details(Item.STEROID) as card:
        card.press("Add a drug")
        card.fill("Drug", drugs.steroid)
        card.fill("Amount", drugs.mass)
        card.fill("In a syringe of", drugs.volume)
    with physician.details(Item.SEDATION) as card:
        card.press("Level: Minimal")
    with physician.details(Item.NEEDLE) as card:
        card.fill("Gauge", real["needle.gauge"])
        card.fill("Length", real["needle.length"])
        card.press("Unit of length: cm")
    with physician.details(Item.CONTRAST) as card:
        card.press("No contrast was used")
    with physician.details(Item.PREP) as card:
        card.choose("Skin prep", "Chlorhexidine in alcohol")
        card.fill("Other prep, or a remark", real["prep_drape"])
    with physician.details(Item.POSITION) as card:
        card.fill("Position", real["position"])
    physician.records_brand(drugs.agent, drugs.brand)
    physician.records_diagnoses(real["dx.pre"], after=real["dx.post"])
    physician.records_technique(
        views=real["imaging.views"],
        approach=real["approach"],
        monitoring=f"{real['monitoring']}; oxygen by {real['oxygen']}",
    )
    with physician.more("Findings and course") as group:
        group.fill("Tolerated", real["tolerance"])
    physician.adds_text(f"Given: {real['sedation']}.")
    physician.records_time_out(NURSE.signs_as, "1040")
    physician.records_times(NEEDLE_OUT, SECONDS)
    physician.accepts_the_rest()


def test_a_mixture_with_a_steroid_and_a_c8_medial_branch(clinic: Clinic, corpus: Path) -> None:
    real, patient = real_note(corpus, "N01"), clinic.patient("Abara", "Ngozi")
    with clinic.physician(patient, Region.CERVICAL) as physician:
        enter_n01(physician, real)
        search = Search(real, physician.signs(patient))
    drugs, nerves = mixture(real["injectate.mixture"]), "C3 C4 C5 C6 C7 C8".split()
    search.said("dx.pre", "Diagnosis before", real["dx.pre"])
    search.said("dx.post", "Diagnosis after", real["dx.post"])
    search.said("procedure.name", "Cervical medial branch block")
    search.said("procedure.name", "Fluoroscopy", real["imaging.views"])
    search.said("imaging.modality", real["imaging.modality"])
    search.said("imaging.views", real["imaging.views"])
    search.drug("anesthesia.type", "lidocaine 1 % skin anesthetic")
    search.said("anesthesia.type", "Given", "IV sedation")
    search.said("sedation", "Sedation: minimal")
    search.said("sedation", "Given", real["sedation"])
    search.said("complications", "Complications None")
    search.said("consent", "Consent Written consent")
    for name in ("position", "monitoring", "approach", "prep_drape"):
        search.said(name, real[name])
    search.said("oxygen", "Monitoring", real["oxygen"])
    search.said("tolerance", "Tolerated", real["tolerance"])
    search.at_each("needle.gauge", real.amount("needle.gauge"))
    search.at_each("needle.length", f"{real.amount('needle.gauge')} {real.amount('needle.length')}")
    agent = f"{real['injectate.agent'].split()[0]} {real.amount('injectate.concentration')}"
    in_rows = f"{agent} + {drugs.steroid} {real.amount('injectate.volume_per_site')}"
    for name in ("injectate.volume_per_site", "injectate.concentration", "injectate.mixture"):
        search.at_each(name, in_rows)
    search.drug("injectate.agent", f"{agent}, {drugs.brand}, no epinephrine nerve targets")
    mixed = f"{drugs.steroid} {drugs.mass} mg in {drugs.volume} mL"
    search.drug("injectate.mixture", f"{mixed} steroid, nerve targets")
    search.said("injectate.steroid", f"{drugs.steroid}: {real['injectate.steroid'].partition('= ')[2]}")
    waist, process, first_thoracic = landmarks(real["target.landmark"], ";")
    for nerve, words in zip(nerves, [*[waist] * 4, process, first_thoracic], strict=True):
        search.at("target.landmark", f"{nerve} medial branch", "left", *words)
    search.ends({"skin_la": "how deep the skin was infiltrated; the drug itself is invented here"})


# Three joints are four nerves


def plan_n11(clinic: Clinic, patient: Patient, levels: str) -> Block:
    desk = clinic.desk()
    course = save_course(desk, new_course(desk, patient.id, Region.LUMBAR))
    reading = read_levels(levels, region=Region.LUMBAR)
    assert isinstance(reading, Levels)
    return begin(desk, plan_block(desk, course, reading.joints, desk.now))


def test_three_joints_are_four_nerves(clinic: Clinic, corpus: Path) -> None:
    real, patient = real_note(corpus, "N11"), clinic.patient("Quist", "Maren")
    assert False
