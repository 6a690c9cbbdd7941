"""Real notes of medial branch blocks: their facts are entered in the window and looked up in the PDF.

What a note leaves blank is invented here. A core fact that has no input of its own is added as a sentence;
other facts without an input are listed at the end of their test.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from mbb_desktop.clinical.anatomy import Region
from mbb_desktop.clinical.block import Block, Item
from mbb_desktop.clinical.people import AllergyState, Anticoagulant, AnticoagulantPlan
from mbb_desktop.settings import Settings
from mbb_desktop.storage.vault import Vault
from mbb_desktop.ui import theme
from mbb_desktop.workflow.keep_patients import open_chart, save_patient
from tests.real_notes.clinic import Clinic
from tests.real_notes.corpus_note import RealNote, Search, real_note
from tests.real_notes.physician import Physician
from tests.ui.rooms import NURSE, PHYSICIAN, Clock, make_vault, opened

pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support (propagateSizeHints\(\)|grabbing)")

# Invented, for what the notes leave blank
TIME_OUT, NEEDLE_OUT, SECONDS = "1040", "1052", "31"
TODAY = "24-Nov-2026"
PREP = "Chlorhexidine in alcohol"


@pytest.fixture(scope="module")
def vault(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Vault]:
    made = make_vault(tmp_path_factory.mktemp("real") / "clinic")
    yield made
    made.close()


@pytest.fixture
def clinic(vault: Vault, tmp_path: Path, qapp: QApplication) -> Clinic:
    """It is 11:16."""
    theme.load_fonts()
    theme.apply(qapp)
    clock = Clock()
    clock.forward(60)
    return Clinic(vault, clock, Settings(tmp_path / "settings.toml"))


def landmarks(text: str, between: str) -> list[list[str]]:
    """The parts of a landmark, each as the words that the note has to have, abbreviated as it does."""
    short = text.replace("superior articular process", "SAP").replace("transverse process", "TP")
    parts = (re.sub(r"\(.*?\)|\b(?:of|for)\b", "", part) for part in short.split(between))
    return [re.findall(r"\w+", part) for part in parts]


def agent_and_brand(words: str) -> tuple[str, str]:
    """Read `somecaine (Brand)`."""
    agent, _, brand = words.partition(" (")
    return agent, brand.rstrip(")")


# N01: a mixture with a steroid, and a C8 medial branch


def mixture(real: RealNote) -> tuple[str, ...]:
    """mL, agent, percent, brand, steroid and mg of `8 mL solution: somecaine 0.2% (Brand) with it 30 mg`."""
    words = real["injectate.mixture"]
    found = re.fullmatch(r"([\d.]+) mL \w+: (\w+) ([\d.]+)% \((\w+)\) with (.+) ([\d.]+) mg", words)
    assert found is not None, words
    return found.groups()


def enter_n01(physician: Physician, real: RealNote) -> None:
    volume, agent, percent, brand, steroid, milligrams = mixture(real)
    physician.starts_block()
    physician.types_levels("c34 c45 c56 c67 c7t1 l")
    physician.enters_syringe((agent, percent))
    physician.types_volume(real["injectate.volume_per_site"])
    physician.enters_steroid(steroid, milligrams, volume)
    physician.enters_brand(agent, brand)
    physician.enters_sedation("Minimal")
    physician.adds_text(f"Given: {real['sedation']}.")
    physician.enters_needle(real["needle.gauge"], real.amount("needle.length"))
    physician.enters_no_contrast("not needed")
    physician.enters_prep(PREP, real["prep_drape"])
    physician.enters_position(real["position"])
    monitoring = f"{real['monitoring']}; oxygen by {real['oxygen']}"
    physician.enters_technique(views=real["imaging.views"], approach=real["approach"], monitoring=monitoring)
    physician.enters_diagnoses(real["dx.pre"], after=real["dx.post"])
    physician.enters_tolerance(real["tolerance"])
    physician.enters_time_out(NURSE.signs_as, TIME_OUT)
    physician.enters_times(NEEDLE_OUT, SECONDS)
    physician.accepts_the_rest()


def test_n01_a_mixture_with_a_steroid_and_a_c8_medial_branch(clinic: Clinic, corpus: Path) -> None:
    real, patient = real_note(corpus, "N01"), clinic.patient("Abara", "Ngozi")
    with clinic.physician_at_chart(patient, Region.CERVICAL) as physician:
        enter_n01(physician, real)
        search = Search(real, physician.signs(patient))
    volume, agent, percent, brand, steroid, milligrams = mixture(real)
    search.said("procedure.name", "Cervical medial branch block", "left C3-4, C4-5, C5-6, C6-7 and C7-T1")
    search.said("dx.pre", "Diagnosis before", real["dx.pre"])
    search.said("dx.post", "Diagnosis after", real["dx.post"])
    search.said("consent", "Consent Written consent")
    search.said("procedure.name imaging.modality imaging.views", f"Fluoroscopy: {real['imaging.views']}")
    search.said("position", "Technique", real["position"])
    search.said("approach", f"Approach: {real['approach']}")
    search.said("monitoring oxygen", "Monitoring:", real["monitoring"], real["oxygen"])
    search.said("prep_drape", "Skin:", real["prep_drape"])
    search.said("sedation anesthesia.type", "Sedation: minimal")
    search.said("sedation anesthesia.type", "Added by", real["sedation"])
    search.drug("anesthesia.type", "lidocaine 1 % skin anesthetic")
    needle = f"{real.amount('needle.gauge')} {real.amount('needle.length')}"
    search.at_each("needle.gauge needle.length", needle)
    assert (agent, percent) == (real["injectate.agent"].split()[0], real["injectate.concentration"])
    search.drug("injectate.agent injectate.concentration", f"{agent} {percent} %, {brand}, no epinephrine")
    search.drug("injectate.mixture injectate.steroid", f"{steroid} {milligrams} mg in {volume} mL steroid")
    each = f"{agent} {percent} % + {steroid} {real.amount('injectate.volume_per_site')}"
    search.at_each("injectate.mixture injectate.concentration injectate.volume_per_site", each)
    search.said("injectate.steroid", f"{steroid}: {real['injectate.steroid'].partition('= ')[2]}")
    waist, process, first_thoracic = landmarks(real["target.landmark"], ";")
    for level, words in enumerate([*[waist] * 4, process, first_thoracic], 3):
        search.at("target.landmark", f"C{level} medial branch", "left", *words)
    search.said("complications", f"Complications {real['complications']}")
    search.said("tolerance", f"Tolerated: {real['tolerance']}")
    search.ends({"skin_la": "how deep the skin was infiltrated (which drug is invented here)"})


# N11: three joints are four nerves, with the time-out on the room screen


def with_time_out(clinic: Clinic, block: Block, levels: str, side: str) -> Block:
    """The nurse enters side and levels again without seeing the plan, and stamps the times of the block.

    What a note does not say of allergies and anticoagulants was asked before, with nothing found.
    """
    known = open_chart(clinic.desk(), block.patient_id).patient
    nothing = Anticoagulant(AnticoagulantPlan.NOT_TAKEN)
    save_patient(clinic.desk(), replace(known, allergy_state=AllergyState.NONE_KNOWN, anticoagulant=nothing))
    with opened(clinic.vault, block, clock=clinic.clock) as room:
        room.answer(levels=levels, side=side[0], own=side[0])
        for key in ("f6", "f7", "f8", "f9"):
            room.keys(key)
            clinic.clock.forward(4)
        return room.stored()


def enter_n11(physician: Physician, block: Block, real: RealNote) -> None:
    physician.workplace.open_block(block)
    physician.types_levels(f"{' '.join(real.each('target.joints'))} {real['side']}")
    physician.presses_anesthetic("1")
    physician.enters_consent("Written", f"{real['consent']} consent; {real['risks_discussed']}")
    physician.enters_diagnoses(real["dx.pre"], code=real["dx.icd"])
    relief, duration = real.amount("response.threshold"), real["response.duration_rule"]
    physician.writes_plan(f"Radiofrequency ablation after relief of at least {relief}, {duration}.")
    physician.window.fill("Fluoroscopy time in seconds", SECONDS)
    physician.accepts_the_rest()


def test_n11_three_joints_are_four_nerves(clinic: Clinic, corpus: Path) -> None:
    real, patient = real_note(corpus, "N11"), clinic.patient("Quist", "Maren")
    *joints, last = real.each("target.joints")
    side, levels = real["side"], " ".join([*joints, last])
    planned = clinic.planned_block(patient, Region.LUMBAR, f"{levels} {side}")
    block = with_time_out(clinic, planned, levels, side)
    with clinic.physician() as physician:
        enter_n11(physician, block, real)
        search = Search(real, physician.signs(patient))
    place = f"{side} {', '.join(joints)} and {last}"
    search.said("procedure.name", "Lumbar medial branch block", "Diagnostic block 1")
    search.said("target.joints side", "Lumbar medial branch block", f"{place} facet joints")
    for nerve in ("L2 medial branch", "L3 medial branch", "L4 medial branch", "L5 dorsal ramus"):
        search.at("target.joints side", nerve, side)
    assert len(search.printed.rows) == 4
    search.said("dx.icd dx.pre", "Diagnosis before", f"{real['dx.icd']} {real['dx.pre']}")
    search.said("dx.post", "Diagnosis after", real["dx.post"])
    search.said("response.threshold", "Plan", f"at least {real.amount('response.threshold')}")
    search.said("response.duration_rule", "Plan", real["response.duration_rule"])
    search.said("consent", "Written consent")
    search.said("consent risks_discussed", "Explained by", real["consent"], real["risks_discussed"])
    search.said("timeout", "Confirmed", "full name, date of birth, procedure")
    search.said("timeout", "Side and levels entered again without seeing the plan", place)
    search.ends(
        {
            "pre_procedure_review": "that history and examination are unchanged since the block was planned",
            "indication": "the indication is put together from the complaint, without a sentence of its own",
        }
    )


# N15: joints and nerves in one note; nothing is accepted together, so that what is unreadable stays empty


def enter_n15(physician: Physician, real: RealNote) -> None:
    sedative, sedative_brand = agent_and_brand(real["sedation.agent"])
    contrast_brand, iodine = real["contrast.agent"].rsplit(" ", 1)
    skin_agent, buffered = real["skin_la.agent"].split(", ")
    physician.starts_block()
    physician.types_levels(f"{' '.join(real.each('target.joints'))} {real['side']}")
    physician.presses_anesthetic("2")
    physician.types_volume(real["injectate.volume_per_site"].replace("less than ", "<"))
    physician.enters_consent(real["consent"].capitalize())
    physician.enters_sedation("Minimal", sedative, real["sedation.dose"])
    physician.enters_skin_anesthetic(skin_agent, real["skin_la.concentration"], buffered.capitalize())
    physician.enters_contrast("iohexol", iodine)
    physician.enters_brand(sedative, sedative_brand)
    physician.enters_brand("iohexol", contrast_brand)
    physician.enters_needle(real["needle.gauge"], real.amount("needle.length"), real["needle.type"])
    physician.enters_prep("Povidone-iodine", real["prep_drape"])
    physician.enters_position(real["position"])
    monitoring = f"{real['monitoring']}; IV access {real['iv_access']}"
    physician.enters_technique(views=real["imaging.views"], monitoring=monitoring)
    physician.enters_time_out(NURSE.signs_as, TIME_OUT)
    physician.enters_times(NEEDLE_OUT, SECONDS)
    physician.accepts(Item.ASPIRATION, Item.COMPLICATIONS)


def test_n15_joints_and_nerves_with_less_than_half_a_milliliter(clinic: Clinic, corpus: Path) -> None:
    real, patient = real_note(corpus, "N15"), clinic.patient("Tamm", "Jaan")
    with clinic.physician_at_chart(patient, Region.LUMBAR) as physician:
        enter_n15(physician, real)
        search = Search(real, physician.signs(patient))
    side, nerves = real["side"], real.each("target.nerves")
    place = f"{side} {' and '.join(real.each('target.joints'))} facet joints"
    search.said("procedure.name target.joints side", "Lumbar medial branch block", place)
    assert real.facts["target.nerves"].side == side
    for nerve, words in zip(nerves, landmarks(real["target.landmark"], ","), strict=True):
        search.at("target.nerves side target.landmark", nerve, side, *words)
    assert len(search.printed.rows) == len(nerves)
    search.said("consent", f"Consent {real['consent']} consent")
    search.said("procedure.name imaging.modality imaging.views", f"Fluoroscopy: {real['imaging.views']}")
    search.said("position", f"Technique {real['position']}")
    search.said("monitoring iv_access", "Monitoring:", real["monitoring"], real["iv_access"])
    search.said("prep_drape", "Skin: povidone-iodine", real["prep_drape"])
    sedative, sedative_brand = agent_and_brand(real["sedation.agent"])
    given = f"{sedative} {real.amount('sedation.dose')}"
    search.said("sedation.agent sedation.dose", "Sedation: minimal", given)
    search.drug("sedation.agent", f"{sedative}, {sedative_brand} sedation")
    skin_agent, buffered = real["skin_la.agent"].split(", ")
    skin = f"{skin_agent} {real.amount('skin_la.concentration')}, {buffered} skin anesthetic"
    search.drug("skin_la.agent skin_la.concentration", skin)
    needle = f"{real.amount('needle.gauge')} {real.amount('needle.length')}"
    search.at_each("needle.gauge needle.length", needle)
    search.said("needle.type", f"Needle: {needle} {real['needle.type']}")
    search.at_each("aspiration", real["aspiration"].split()[0])
    contrast_brand, iodine = real["contrast.agent"].rsplit(" ", 1)
    search.drug("contrast.agent", f"iohexol {iodine} mgI/mL, {contrast_brand} contrast")
    volume = real.amount("injectate.volume_per_site")
    search.at_each("injectate.volume_per_site", f"bupivacaine 0.5 % {volume}")
    assert search.printed.says("Not recorded:", "contrast", "epinephrine in bupivacaine")
    assert "unreadable" in real["contrast.volume_per_site"]
    search.ends({"skin_la.needle": "the needle for the skin"}, unreadable=["contrast.volume_per_site"])


# N23: nerves by name, with a landmark of the clinic's own


def enter_complaint(physician: Physician, real: RealNote) -> None:
    assert real["indication.conservative_failed"] == "yes"
    with physician.complaint() as form:
        form.fill("Area", real["indication"])
        form.press("Add what was tried")
        form.choose("Kind", "Physical therapy")
        form.choose("Outcome", "No lasting relief")
        form.press("RFA planned if the blocks are positive: Yes")


def diagnoses(real: RealNote) -> list[str]:
    """Read `1 something 2 something else`."""
    return [each.strip() for each in re.split(r"\d+ ", real["dx.pre"]) if each]


def enter_n23(physician: Physician, real: RealNote) -> None:
    physician.starts_block()
    physician.types_levels(" ".join(f"{nerve}mb" for nerve in real.each("target.nerves")) + " r")
    physician.enters_syringe((real["injectate.agent"], real["injectate.concentration"]))
    physician.types_volume(real["injectate.volume_per_site"])
    physician.enters_needle(real["needle.gauge"], kind=real["needle.type"])
    physician.enters_landmark(real["target.landmark"])
    physician.enters_position(real["position"])
    physician.enters_prep(PREP, real["prep_drape"])
    physician.enters_technique(
        views=real["imaging.views"], approach=real["approach"], monitoring=real["monitoring"]
    )
    physician.enters_diagnoses(*diagnoses(real))
    physician.enters_tolerance(real["tolerance"])
    physician.writes_plan(f"Follow-up in {real['followup']}.")
    physician.enters_time_out(NURSE.signs_as, TIME_OUT)
    physician.enters_times(NEEDLE_OUT, SECONDS)
    physician.accepts_the_rest()


def test_n23_nerves_by_name_and_a_landmark_of_the_clinics_own(clinic: Clinic, corpus: Path) -> None:
    real, patient = real_note(corpus, "N23"), clinic.patient("Okpara", "Ifeoma")
    with clinic.physician_at_chart(patient, Region.CERVICAL) as physician:
        enter_complaint(physician, real)
        enter_n23(physician, real)
        search = Search(real, physician.signs(patient))
    search.said("patient.name", "OKPARA, Ifeoma", "03-Feb-1957")
    search.said("provider.performing", "Performed by", PHYSICIAN.signs_as)
    search.said("procedure.name procedure.date", "Cervical medial branch block", TODAY)
    search.said("procedure.intent", "Cervical medial branch block", "Diagnostic block 1")
    search.said("procedure.intent", "radiofrequency ablation is the planned next step")
    search.said("dx.pre", "Diagnosis before", *diagnoses(real))
    search.said("dx.post", "Diagnosis after", real["dx.post"])
    for nerve in real.each("target.nerves"):
        search.at("procedure.name target.nerves side", f"{nerve} medial branch", "right")
    assert len(search.printed.rows) == len(real.each("target.nerves"))
    search.said("anesthesia.type", "Sedation: none")
    search.said("indication", "Index pain", real["indication"])
    search.said("indication.conservative_failed", "Physical therapy: no lasting relief")
    search.said("consent", f"Written consent, {real['consent']} {TODAY}")
    search.said("position", "Technique", real["position"])
    search.said("approach", f"Approach: {real['approach']}")
    search.said("monitoring", f"Monitoring: {real['monitoring']}")
    search.said("prep_drape", "Skin:", real["prep_drape"])
    search.said("procedure.name imaging.modality imaging.views", f"Fluoroscopy: {real['imaging.views']}")
    search.at_each("needle.gauge", real.amount("needle.gauge"))
    search.said("needle.type", f"Needle: {real.amount('needle.gauge')} {real['needle.type']}")
    search.at_each("target.landmark", real["target.landmark"])
    search.at_each("aspiration", real["aspiration"])
    agent = f"{real['injectate.agent']} {real.amount('injectate.concentration')}"
    volume = real.amount("injectate.volume_per_site")
    search.at_each("injectate.agent injectate.concentration injectate.volume_per_site", f"{agent} {volume}")
    search.said("complications", f"Complications {real['complications']}")
    search.said("tolerance", f"Tolerated: {real['tolerance']}")
    search.said("followup", "Plan", real["followup"])
    search.ends({})


# N26: the least that one vendor considers enough, so that nearly everything is invented


def enter_recovery(physician: Physician) -> None:
    with physician.more("Recovery and discharge") as group:
        group.fill("Discharged", "1112")
        group.fill("Escort", "husband")
        group.fill("Walking", "stable")
        group.fill("Strength and feeling", "as before, monitored")
        group.press("Instructions given: Yes")
        group.press("Diary given: Yes")
        group.press("I attest recovery and discharge")


def enter_n26(physician: Physician, real: RealNote) -> None:
    with physician.complaint() as form:
        form.fill("Area", "low back, belt line")
    physician.starts_block()
    physician.types_levels("45 51 b")
    physician.enters_syringe(("bupivacaine", "0.25"), ("lidocaine", "1"))
    physician.enters_consent("Written", f"risks, benefits and alternatives, {real['consent']}")
    physician.enters_skin_anesthetic(real["skin_la.agent"], real["skin_la.concentration"])
    physician.enters_position(real["position"])
    physician.enters_prep(PREP, real["prep_drape"])
    physician.enters_technique()
    physician.enters_diagnoses("lumbar spondylosis", code="M47.816")
    physician.enters_tolerance(real["tolerance"])
    enter_recovery(physician)
    physician.writes_plan("Follow-up by telephone tomorrow.")
    physician.enters_time_out(NURSE.signs_as, TIME_OUT)
    physician.enters_times(NEEDLE_OUT, SECONDS)
    physician.accepts_the_rest()


def test_n26_the_least_that_a_vendor_considers_enough(clinic: Clinic, corpus: Path) -> None:
    real, patient = real_note(corpus, "N26"), clinic.patient("Vidal", "Nuria")
    with clinic.physician_at_chart(patient, Region.LUMBAR) as physician:
        enter_n26(physician, real)
        search = Search(real, physician.signs(patient))
    search.said("patient.name", "VIDAL, Nuria", "03-Feb-1957")
    search.said("procedure.name procedure.date", "Lumbar medial branch block", TODAY)
    search.said("target.levels_and_side", "bilateral L4-5 and L5-S1 facet joints")
    search.said("dx.pre", "Diagnosis before", "M47.816 lumbar spondylosis")
    search.said("dx.post", "Diagnosis after", real["dx.post"])
    junction, ala = landmarks(real["target.landmark"], ";")
    for side in ("left", "right"):
        for nerve in ("L3 medial branch", "L4 medial branch"):
            search.at("target.levels_and_side target.landmark", nerve, side, *junction)
        search.at("target.levels_and_side target.landmark procedure.name", "L5 dorsal ramus", side, *ala)
    search.said("indication", "Index pain", "low back, belt line")
    search.said("consent", "Written consent")
    search.said("consent risks_discussed", "Explained by", "risks", real["consent"])
    skin = f"{real['skin_la.agent']} {real.amount('skin_la.concentration')} skin anesthetic"
    search.drug("skin_la.agent skin_la.concentration anesthesia.type", skin)
    search.said("anesthesia.type", "Sedation: none")
    search.said("position", "Technique", real["position"])
    search.said("prep_drape", "Skin:", real["prep_drape"])
    search.said("imaging.modality procedure.name", real["imaging.modality"])
    search.at_each("needle.gauge", "25 G 3.5 in")
    search.at_each("aspiration", real["aspiration"])
    search.at_each("injectate.mixture", "bupivacaine 0.25 % + lidocaine 1 % 0.5 mL")
    search.said("complications", f"Complications {real['complications']}")
    search.said("tolerance", f"Tolerated: {real['tolerance']}")
    search.said("disposition", "Discharged 11:12", "husband")
    search.said("disposition", "Walking: stable")
    search.said("disposition", "as before, monitored")
    search.said("disposition", "Given: instructions and pain diary")
    search.said("followup", "Plan", "Follow-up by telephone tomorrow")
    search.ends({})
