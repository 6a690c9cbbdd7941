"""Real notes of medial branch blocks: their facts are entered in the window and looked up in the PDF.

What a note leaves blank is invented here. Only core facts have to have an input; where that is free text
the test says so by adding a sentence.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from mbb_desktop.clinical.anatomy import Region
from mbb_desktop.clinical.block import Block, Item
from mbb_desktop.settings import Settings
from mbb_desktop.storage.vault import Vault
from mbb_desktop.ui import theme
from tests.real_notes.clinic import Clinic
from tests.real_notes.corpus_note import RealNote, Search, real_note
from tests.real_notes.physician import Physician
from tests.ui.rooms import NURSE, PHYSICIAN, Clock, make_vault, opened

pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support (propagateSizeHints\(\)|grabbing)")

# Invented, for what the notes leave blank
NEEDLE_OUT, SECONDS = "1052", "31"
TODAY = "24-Nov-2026"


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
    with clinic.physician_at_chart(patient, Region.CERVICAL) as physician:
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


# Three joints are four nerves, with the time-out on the room screen


def lead_time_out(clinic: Clinic, block: Block, levels: str, side: str) -> None:
    """The nurse enters side and levels again without seeing the plan, and stamps the times of the block."""
    with opened(clinic.vault, block, clock=clinic.clock) as room:
        room.answer(levels=levels, side=side[0], own=side[0])
        room.keys("f6", "f7", "f8", "f9")
        assert room.stored().time_out is not None


def enter_n11(physician: Physician, block: Block, real: RealNote) -> None:
    physician.workplace.open_block(block)
    physician.types_levels(f"{', '.join(real.each('target.joints'))} {real['side']}")
    physician.presses_anesthetic("1")
    with physician.details(Item.CONSENT) as card:
        card.press("Consent: Written")
        card.fill("Explained by", PHYSICIAN.signs_as)
        card.fill("About", f"{real['consent']} consent; {real['risks_discussed']}")
    physician.records_diagnoses(real["dx.pre"], code=real["dx.icd"])
    relief, duration = real.amount("response.threshold"), real["response.duration_rule"]
    physician.writes_plan(f"Radiofrequency ablation after relief of at least {relief}, {duration}.")
    physician.adds_text("The time-out also named the procedure.")
    physician.window.fill("Fluoroscopy time in seconds", SECONDS)
    physician.accepts_the_rest()


def test_three_joints_are_four_nerves(clinic: Clinic, corpus: Path) -> None:
    real, patient = real_note(corpus, "N11"), clinic.patient("Quist", "Maren")
    joints, side = real.each("target.joints"), real["side"]
    block = clinic.planned_block(patient, Region.LUMBAR, f"{' '.join(joints)} {side}")
    lead_time_out(clinic, block, " ".join(joints), side)
    with clinic.physician() as physician:
        enter_n11(physician, block, real)
        search = Search(real, physician.signs(patient))
    search.said("procedure.name", "Lumbar medial branch block", "Diagnostic block 1")
    all_joints = f"{', '.join(joints[:-1])} and {joints[-1]}"
    for name in ("target.joints", "side"):
        search.said(name, f"{side} {all_joints} facet joints")
    for nerve in ("L2 medial branch", "L3 medial branch", "L4 medial branch", "L5 dorsal ramus"):
        search.at("target.joints", nerve, side)
    assert len(search.printed.rows) == 4
    search.said("dx.icd", "Diagnosis before", f"{real['dx.icd']} {real['dx.pre']}")
    search.said("dx.pre", "Diagnosis before", real["dx.pre"])
    search.said("dx.post", "Diagnosis after", real["dx.post"])
    search.said("response.threshold", "Plan", f"at least {real.amount('response.threshold')}")
    search.said("response.duration_rule", "Plan", real["response.duration_rule"])
    search.said("consent", "Written consent")
    search.said("consent", "Explained by", f"{real['consent']} consent")
    search.said("risks_discussed", "Explained by", real["risks_discussed"])
    search.said("timeout", "Confirmed", "full name, date of birth")
    search.said("timeout", "Side and levels entered again without seeing the plan", f"{side} {all_joints}")
    search.said("timeout", "Added by", "the time-out also named the procedure")
    search.ends(
        {
            "pre_procedure_review": "an interval history and examination since scheduling",
            "indication": "the indication is put together from the complaint, without a sentence of its own",
        }
    )


# Joints and nerves in one note; nothing is accepted together, so that the unreadable stays empty


def enter_n15(physician: Physician, real: RealNote) -> None:
    sedative, sedative_brand = agent_and_brand(real["sedation.agent"])
    contrast_brand, iodine = real["contrast.agent"].rsplit(" ", 1)
    skin_agent, buffered = real["skin_la.agent"].split(", ")
    physician.starts_block()
    physician.types_levels(f"{', '.join(real.each('target.joints'))} {real['side']}")
    physician.presses_anesthetic("2")
    physician.types_volume(real["injectate.volume_per_site"].replace("less than ", "<"))
    with physician.details(Item.CONSENT) as card:
        card.press(f"Consent: {real['consent'].capitalize()}")
    with physician.details(Item.SEDATION) as card:
        card.press("Level: Minimal")
        card.press("Add a drug")
        card.fill("Drug", sedative)
        card.fill("Dose", real["sedation.dose"])
    with physician.details(Item.SKIN) as card:
        card.press("Add a drug")
        card.fill("Drug", skin_agent)
        card.fill("Strength", str(float(real["skin_la.concentration"]) * 10))
        card.press(buffered.capitalize())
    with physician.details(Item.CONTRAST) as card:
        card.press("Add a drug")
        card.fill("Drug", "iohexol")
        card.fill("Iodine", iodine)
    with physician.details(Item.NEEDLE) as card:
        card.fill("Gauge", real["needle.gauge"])
        card.fill("Length", real["needle.length"])
        card.press(f"Unit of length: {real.facts['needle.length'].unit}")
        card.fill("Type", real["needle.type"])
    with physician.details(Item.PREP) as card:
        card.choose("Skin prep", "Povidone-iodine")
        card.fill("Other prep, or a remark", real["prep_drape"])
    physician.records_brand(sedative, sedative_brand)
    physician.records_brand("iohexol", contrast_brand)
    access = f"IV access {real['iv_access']}"
    physician.records_technique(views=real["imaging.views"], monitoring=f"{real['monitoring']}; {access}")
    physician.records_time_out(NURSE.signs_as, "1040")
    physician.records_times(NEEDLE_OUT, SECONDS)
    physician.accepts(Item.ASPIRATION, Item.POSITION, Item.COMPLICATIONS)


def test_joints_and_nerves_in_one_note_with_less_than_half_a_milliliter(clinic: Clinic, corpus: Path) -> None:
    real, patient = real_note(corpus, "N15"), clinic.patient("Tamm", "Jaan")
    with clinic.physician_at_chart(patient, Region.LUMBAR) as physician:
        enter_n15(physician, real)
        search = Search(real, physician.signs(patient))
    side, nerves = real["side"], real.each("target.nerves")
    both = f"{side} {' and '.join(real.each('target.joints'))} facet joints"
    for name in ("procedure.name", "target.joints", "side"):
        search.said(name, "Lumbar medial branch block", both)
    for name in ("procedure.name", "imaging.modality", "imaging.views"):
        search.said(name, f"{real['imaging.modality']}: {real['imaging.views']}")
    assert real.facts["target.nerves"].side == side
    for nerve, words in zip(nerves, landmarks(real["target.landmark"], ","), strict=True):
        search.at("target.nerves", nerve, side)
        search.at("target.landmark", nerve, side, *words)
    assert len(search.printed.rows) == len(nerves)
    search.said("consent", f"{real['consent']} consent")
    sedative, sedative_brand = agent_and_brand(real["sedation.agent"])
    for name in ("sedation.agent", "sedation.dose"):
        search.said(name, "Sedation: minimal", f"{sedative} {real.amount('sedation.dose')}")
    search.drug("sedation.agent", f"{sedative}, {sedative_brand} sedation")
    for name in ("monitoring", "iv_access"):
        search.said(name, "Monitoring", real[name])
    search.said("position", "Technique", real["position"])
    search.said("prep_drape", "Skin: povidone-iodine", real["prep_drape"])
    skin = f"lidocaine {real.amount('skin_la.concentration')}, buffered skin anesthetic"
    for name in ("skin_la.agent", "skin_la.concentration"):
        search.drug(name, skin)
    needle = f"{real.amount('needle.gauge')} {real.amount('needle.length')}"
    for name in ("needle.gauge", "needle.length"):
        search.at_each(name, needle)
    search.said("needle.type", f"Needle: {needle} {real['needle.type']}")
    search.at_each("aspiration", real["aspiration"].split()[0])
    contrast_brand, iodine = real["contrast.agent"].rsplit(" ", 1)
    search.drug("contrast.agent", f"iohexol {iodine} mgI/mL, {contrast_brand} contrast")
    search.at_each("injectate.volume_per_site", real.amount("injectate.volume_per_site"))
    assert search.printed.says("Not recorded", "epinephrine in bupivacaine", "contrast")
    assert "unreadable" in real["contrast.volume_per_site"]
    search.ends(
        {"skin_la.needle": "the needle of the skin anesthetic"}, unreadable=["contrast.volume_per_site"]
    )


def agent_and_brand(words: str) -> tuple[str, str]:
    """Read `somecaine (Brand)`."""
    agent, _, brand = words.partition(" (")
    return agent, brand.rstrip(")")


# Nerves by name, with a landmark of the clinic's own


def enter_n23(physician: Physician, real: RealNote) -> None:
    pain, failed = real["indication"], real["indication.conservative_failed"]
    assert failed == "yes"
    with physician.complaint() as form:
        form.fill("Area", pain)
        form.press("Add what was tried")
        form.choose("Kind", "Physical therapy")
        form.choose("Outcome", "No lasting relief")
        form.press("RFA planned if the blocks are positive: Yes")
    physician.starts_block()
    physician.types_levels(" ".join(f"{nerve}mb" for nerve in real.each("target.nerves")) + " r")
    with physician.other_anesthetic() as card:
        card.press("Add a drug to the mixture")
        card.fill("Drug", real["injectate.agent"])
        card.fill("Strength as injected", str(float(real["injectate.concentration"]) * 10))
    physician.types_volume(real["injectate.volume_per_site"])
    with physician.details(Item.NEEDLE) as card:
        card.fill("Gauge", real["needle.gauge"])
        card.fill("Type", real["needle.type"])
    with physician.details(Item.POSITION) as card:
        card.fill("Position", real["position"])
    with physician.details(Item.PREP) as card:
        card.choose("Skin prep", "Chlorhexidine in alcohol")
        card.fill("Other prep, or a remark", real["prep_drape"])
    physician.records_diagnoses(*diagnoses(real["dx.pre"]))
    physician.records_technique(
        views=real["imaging.views"], approach=real["approach"], monitoring=real["monitoring"]
    )
    with physician.more("Each target") as group:
        for row in range(len(real.each("target.nerves"))):
            group.fill("Landmark, if another", real["target.landmark"], row=row)
    with physician.more("Findings and course") as group:
        group.fill("Tolerated", real["tolerance"])
    physician.writes_plan(f"Follow-up in {real['followup']}.")
    physician.records_time_out(NURSE.signs_as, "1040")
    physician.records_times(NEEDLE_OUT, SECONDS)
    physician.accepts_the_rest()


def diagnoses(words: str) -> list[str]:
    """Read `1 something 2 something else`."""
    return [each.strip() for each in re.split(r"\d+ ", words) if each]


def test_nerves_by_name_and_a_landmark_of_the_clinics_own(clinic: Clinic, corpus: Path) -> None:
    real, patient = real_note(corpus, "N23"), clinic.patient("Okpara", "Ifeoma")
    with clinic.physician_at_chart(patient, Region.CERVICAL) as physician:
        enter_n23(physician, real)
        search = Search(real, physician.signs(patient))
    search.said("patient.name", "OKPARA, Ifeoma", "03-Feb-1957")
    search.said("provider.performing", "Performed by", PHYSICIAN.signs_as)
    search.said("procedure.date", "Cervical medial branch block", TODAY)
    search.said("dx.pre", "Diagnosis before", *diagnoses(real["dx.pre"]))
    search.said("dx.post", "Diagnosis after", real["dx.post"])
    search.said("procedure.name", "Cervical medial branch block", "right C4-5, C5-6 and C6-7 facet joints")
    search.said("procedure.intent", "Diagnostic block 1")
    search.said("procedure.intent", "radiofrequency ablation is the planned next step")
    for nerve in real.each("target.nerves"):
        for name in ("procedure.name", "target.nerves", "side"):
            search.at(name, f"{nerve} medial branch", "right")
    assert len(search.printed.rows) == len(real.each("target.nerves"))
    search.said("anesthesia.type", "Sedation: none")
    search.said("indication", "Index pain", real["indication"])
    search.said("indication.conservative_failed", "Physical therapy: no lasting relief")
    search.said("consent", f"Written consent, {real['consent']} {TODAY}")
    for name in ("position", "prep_drape", "approach", "monitoring"):
        search.said(name, real[name])
    for name in ("procedure.name", "imaging.modality", "imaging.views"):
        search.said(name, f"{real['imaging.modality']}: {real['imaging.views']}")
    search.at_each("needle.gauge", real.amount("needle.gauge"))
    search.said("needle.type", f"Needle: {real.amount('needle.gauge')} {real['needle.type']}")
    search.at_each("target.landmark", real["target.landmark"])
    search.at_each("aspiration", real["aspiration"])
    agent = f"{real['injectate.agent']} {real.amount('injectate.concentration')}"
    for name in ("injectate.agent", "injectate.concentration", "injectate.volume_per_site"):
        search.at_each(name, f"{agent} {real.amount('injectate.volume_per_site')}")
    search.said("complications", f"Complications {real['complications']}")
    search.said("tolerance", f"Tolerated: {real['tolerance']}")
    search.said("followup", "Plan", real["followup"])
    search.ends({})


# The least that one vendor considers enough: nearly all of it is invented


def enter_n26(physician: Physician, real: RealNote) -> None:
    with physician.complaint() as form:
        form.fill("Area", "low back, belt line")
    physician.starts_block()
    physician.types_levels("45 51 b")
    with physician.other_anesthetic() as card:
        for agent, strength in (("bupivacaine", "2.5"), ("lidocaine", "10")):
            card.press("Add a drug to the mixture")
            card.fill("Drug", agent)
            card.fill("Strength as injected", strength)
    with physician.details(Item.CONSENT) as card:
        card.press("Consent: Written")
        card.fill("Explained by", PHYSICIAN.signs_as)
        card.fill("About", f"risks, benefits and alternatives, {real['consent']}")
    with physician.details(Item.SKIN) as card:
        card.press("Add a drug")
        card.fill("Drug", real["skin_la.agent"])
        card.fill("Strength", str(float(real["skin_la.concentration"]) * 10))
    with physician.details(Item.PREP) as card:
        card.choose("Skin prep", "Chlorhexidine in alcohol")
        card.fill("Other prep, or a remark", real["prep_drape"])
    physician.records_diagnoses("lumbar spondylosis", code="M47.816")
    physician.records_technique()
    with physician.more("Findings and course") as group:
        group.fill("Tolerated", real["tolerance"])
    with physician.more("Recovery and discharge") as group:
        group.fill("Discharged", "1112")
        group.fill("Escort", "husband")
        group.fill("Walking", "stable")
        group.fill("Strength and feeling", "as before, monitored")
        group.press("Instructions given: Yes")
        group.press("Diary given: Yes")
        group.fill("Attested by", NURSE.signs_as)
        group.fill("Attested at", "1114")
    physician.writes_plan("Follow-up by telephone tomorrow.")
    physician.records_time_out(NURSE.signs_as, "1040")
    physician.records_times(NEEDLE_OUT, SECONDS)
    physician.accepts_the_rest()


def test_the_least_that_a_vendor_considers_enough(clinic: Clinic, corpus: Path) -> None:
    real, patient = real_note(corpus, "N26"), clinic.patient("Vidal", "Nuria")
    with clinic.physician_at_chart(patient, Region.LUMBAR) as physician:
        enter_n26(physician, real)
        search = Search(real, physician.signs(patient))
    search.said("patient.name", "VIDAL, Nuria", "03-Feb-1957")
    search.said("procedure.date", "Lumbar medial branch block", TODAY)
    search.said("dx.pre", "Diagnosis before", "M47.816 lumbar spondylosis")
    search.said("dx.post", "Diagnosis after", real["dx.post"])
    search.said("procedure.name", "Lumbar medial branch block")
    search.said("procedure.name", "Technique", "prone")
    search.said("target.levels_and_side", "bilateral L4-5 and L5-S1 facet joints")
    junction, ramus = landmarks(real["target.landmark"], ";")
    for side in ("left", "right"):
        for nerve, words in (("L3", junction), ("L4", junction)):
            search.at("target.levels_and_side", f"{nerve} medial branch", side)
            search.at("target.landmark", f"{nerve} medial branch", side, *words)
        search.at("procedure.name", "L5 dorsal ramus", side)
        search.at("target.landmark", "L5 dorsal ramus", side, *ramus)
    search.said("indication", "Index pain", "low back, belt line")
    search.said("consent", "Written consent")
    search.said("consent", "Explained by", real["consent"])
    search.said("risks_discussed", "Explained by", "risks")
    skin = f"{real['skin_la.agent']} {real.amount('skin_la.concentration')} skin anesthetic"
    for name in ("skin_la.agent", "skin_la.concentration", "anesthesia.type"):
        search.drug(name, skin)
    search.said("anesthesia.type", "Sedation: none")
    search.said("position", "Technique", real["position"])
    search.said("prep_drape", "Skin:", real["prep_drape"])
    for name in ("imaging.modality", "procedure.name"):
        search.said(name, "Fluoroscopy")
    search.at_each("needle.gauge", "25 G 3.5 in")
    search.at_each("aspiration", real["aspiration"])
    search.at_each("injectate.mixture", "bupivacaine 0.25 % + lidocaine 1 % 0.5 mL")
    search.said("complications", f"Complications {real['complications']}")
    search.said("tolerance", f"Tolerated: {real['tolerance']}")
    search.said("disposition", "Discharged 11:12")
    for words in ("Walking: stable", "as before, monitored", "Given: instructions and pain diary"):
        search.said("disposition", words)
    search.said("followup", "Plan", "Follow-up by telephone tomorrow")
    search.ends({})
