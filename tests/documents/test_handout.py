"""Papers for patients: what each says at the edges, whose it is on every page, and how it is printed."""

import re
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from mbb_desktop.clinical.anatomy import JointSide, Region, Side
from mbb_desktop.clinical.block import Drug, DrugUse, Purpose, SedationLevel
from mbb_desktop.clinical.handout import HandoutKind, diary_code, diary_times, is_diary_code
from mbb_desktop.clinical.people import Anticoagulant, AnticoagulantPlan, Paper
from mbb_desktop.documents.handout import handout_pdf
from mbb_desktop.documents.handout_facts import HandoutFacts
from mbb_desktop.documents.note_facts import NoteFacts
from mbb_desktop.documents.text import uncovered
from mbb_desktop.workflow.knowledge import handout_books
from tests.documents.examples import (
    DAY,
    FACTS,
    LONG_NAMES,
    STOPPED,
    THORACIC,
    TON,
    TWELVE,
    at,
    one_sided,
    targets,
    with_block,
)
from tests.documents.reading import fonts_of, information_of, pages_of, text_of
from tests.documents.reading_grade import fernandez_huerta, grade, inflesz
from tests.documents.structure import (
    drawn_outside,
    elements,
    order_in_poppler,
    order_of,
    refused_by_preflight,
)

LANGUAGES = ("en", "es")
C7_T1 = (JointSide("C7-T1", Side.LEFT), JointSide("T1-2", Side.LEFT))
SIDES_DIFFER = (JointSide("L4-5", Side.LEFT), JointSide("L5-S1", Side.LEFT), JointSide("L5-S1", Side.RIGHT))
NOTES: dict[str, NoteFacts] = {
    "both sides": FACTS,
    "left": one_sided(Side.LEFT),
    "right": one_sided(Side.RIGHT),
    "third occipital nerve": TON,
    "thoracic": THORACIC,
    "stopped": STOPPED,
    "twelve targets": TWELVE,
    "no weight": replace(FACTS, patient=replace(FACTS.patient, weight=None, weighed_on=None)),
    "two regions": with_block(joints=C7_T1, targets=targets(C7_T1), region=Region.CERVICAL),
    "sides differ": with_block(joints=SIDES_DIFFER, targets=targets(SIDES_DIFFER)),
    "sedated": with_block(sedation=SedationLevel.MODERATE),
}
_SHEETS = ("both sides", "left", "third occipital nerve", "thoracic")
_KINDS = {
    HandoutKind.HANDOUT: tuple(NOTES),
    HandoutKind.DIARY: ("both sides",),
    HandoutKind.INFORMATION: _SHEETS,
}
WAYS = [
    f"{name}, {kind.value}, {language}"
    for kind, names in _KINDS.items()
    for name in names
    for language in LANGUAGES
]
PRINTED = at(10, 40)


def facts(
    note: NoteFacts,
    kind: HandoutKind = HandoutKind.HANDOUT,
    language: str = "en",
    *,
    printed: datetime = PRINTED,
    zone: ZoneInfo | None = None,
) -> HandoutFacts:
    block, course = note.block, note.course
    out = block.needle_out
    here = zone or (out.tzinfo if out else None)
    return HandoutFacts(
        kind,
        note.patient,
        block,
        replace(note.clinic, after_hours_phone="(555) 010-0177"),
        handout_books()[language],
        DAY,
        course,
        diary_times(out, printed, lambda moment: moment.astimezone(here)) if out else (),
        course.pain_area if course else "",
        course.provoked_by if course else "",
    )


@cache
def made(way: str) -> bytes:
    name, kind, language = way.split(", ")
    return handout_pdf(facts(NOTES[name], HandoutKind(kind), language))


def said(note: NoteFacts, kind: HandoutKind = HandoutKind.HANDOUT, language: str = "en") -> str:
    return text_of(printed(note, kind, language))


def printed(note: NoteFacts, kind: HandoutKind = HandoutKind.HANDOUT, language: str = "en") -> bytes:
    """As `made` where the note is one of those by name; they are looked at by many tests."""
    known = next((name for name, one in NOTES.items() if one is note), "")
    return made(f"{known}, {kind.value}, {language}") if known else handout_pdf(facts(note, kind, language))


def sentences(pdf: bytes) -> list[str]:
    """The parts of a paper from its title on, without the table."""
    told = order_of(pdf)
    start = next(place for place, (tag, _) in enumerate(told) if tag == "H1")
    return [words for tag, words in told[start:] if tag in {"P", "LBody"}]


@pytest.mark.parametrize("way", WAYS)
def test_a_paper_can_be_read_in_the_sixth_year_of_school(way: str) -> None:
    parts = sentences(made(way))
    assert len(parts) > 6
    if way.endswith("en"):
        assert grade(parts) <= 6
    else:
        assert fernandez_huerta(parts) >= 70
        assert inflesz(parts) >= 65


@pytest.mark.parametrize("way", WAYS)
def test_every_page_says_whose_it_is_and_which_it_is(way: str) -> None:
    pages = pages_of(made(way))
    assert len(pages) == (2 if "handout" in way else 1)
    for number, page in enumerate(pages, start=1):
        assert page.count("MARSH, Eleanor") == 2
        assert page.count("004 1187") == 2
        assert re.search(f"(Page|Página) {number} (of|de) {len(pages)}", page)
        assert handout_books()[way[-2:]].version in page
        assert "DRAFT" not in page


@pytest.mark.parametrize("way", ["both sides, pain diary, en", "thoracic, information sheet, es"])
def test_another_program_reads_the_same_parts_in_the_same_order(way: str) -> None:
    assert order_in_poppler(made(way)) == order_of(made(way))


@pytest.mark.parametrize("way", WAYS)
def test_no_field_and_no_star_is_left(way: str) -> None:
    text = text_of(made(way))
    assert not re.search(r"[{}*\ufffd]", text)
    assert "None" not in text
    if "information" not in way:
        assert "___" not in text


@pytest.mark.parametrize("way", WAYS)
def test_all_is_a_part_or_furniture_in_embedded_fonts(way: str) -> None:
    assert drawn_outside(made(way)) == []
    parts = elements(made(way))
    assert sum(tag == "H1" for tag, _ in parts) == 1
    assert all(alt for tag, alt in parts if tag == "Figure")
    assert all(fonts_of(made(way)).values())
    assert "arsh" not in information_of(made(way))


def test_every_paper_is_valid_pdf_a_1b(tmp_path: Path) -> None:
    for place, way in enumerate(WAYS):
        (tmp_path / f"{place}.pdf").write_bytes(made(way))
    assert refused_by_preflight(tmp_path) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_letter_of_a_language_can_be_printed(language: str) -> None:
    assert uncovered("".join(handout_books()[language].texts.values())) == set()


def test_the_same_facts_are_the_same_bytes() -> None:
    assert handout_pdf(facts(FACTS)) == printed(FACTS)


@pytest.mark.parametrize("name", ["both sides", "third occipital nerve", "twelve targets", "long names"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a4_holds_as_much_as_letter(name: str, language: str) -> None:
    note = NOTES.get(name, LONG_NAMES)
    on_a4 = replace(note, clinic=replace(note.clinic, paper=Paper.A4))
    for kind in HandoutKind:
        short, long = (len(pages_of(printed(n, kind, language))) for n in (note, on_a4))
        assert long <= short <= (2 if name != "long names" else 3)


# What it says


def test_a_handout_tells_what_where_and_when_in_plain_words_and_exactly() -> None:
    text = said(FACTS)
    for fact in (
        "Lower back, left side and right side. Joints L4-5 and L5-S1.",
        "Needles out: Tuesday 24-Nov-2026, 10:31 am",
        "The pain we test: low back, belt line to upper buttock.",
        "What brings it on: bending backward and turning.",
        "This is a test. Relief is expected to be short.",
        "38.0 °C (100.4 °F) or more, or chills.",
        "Fever or chills with new back or neck pain, weakness, or a bladder change.",
        "After hours: (555) 010-0177",
        "Day: (555) 010-0100",
    ):
        assert fact in text


def test_a_spanish_handout_says_the_same_facts() -> None:
    text = said(FACTS, language="es")
    for fact in (
        "Parte baja de la espalda, lado izquierdo y lado derecho. Articulaciones L4-5 y L5-S1.",
        "martes 24-nov-2026, 10:31 a. m.",
        "Nacimiento 14-mar-1961",
        "38.0 °C (100.4 °F)",
        "Fuera de horas: (555) 010-0177",
    ):
        assert fact in text


def test_sides_that_differ_stand_beside_their_joints() -> None:
    assert "Joints L4-5 (left) and L5-S1 (left and right)." in said(NOTES["sides differ"])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", HandoutKind, ids=lambda kind: kind.name)
def test_a_mirror_differs_in_its_side_alone(kind: HandoutKind, language: str) -> None:
    left, right = (said(NOTES[side.value], kind, language) for side in Side)
    words = {"en": ("left", "right", "Left", "Right"), "es": ("izquierdo", "derecho", "Izq", "Der")}[language]
    swapped = left
    for one, other in zip(words[::2], words[1::2], strict=True):
        swapped = re.sub(rf"\b{one}\b", other, swapped)
    assert swapped == right
    assert left != right


def test_neck_and_mid_back_have_warnings_of_their_own() -> None:
    neck, chest, low = said(TON), said(THORACIC), said(FACTS)
    assert "Trouble when you talk, swallow or see." in neck
    assert "Chest pain, or pain when you breathe in." in chest
    assert "Your neck or arms may feel a little numb" in neck
    for text in (low, chest):
        assert "swallow" not in text
    for text in (low, neck):
        assert "Chest pain" not in text
    both = said(NOTES["two regions"])
    assert "Neck and mid back, left side." in both
    assert "swallow" in both
    assert "Chest pain" in both


def test_after_the_third_occipital_nerve_it_warns_of_dizziness() -> None:
    assert "You may feel dizzy or not steady." in said(TON)
    assert "dizzy" not in said(FACTS)


def test_numbness_is_told_in_the_same_words_for_every_agent() -> None:
    """How long relief may last is not told, and what lasts longer than usual is a reason to call."""
    text = "for 3 to 5 hours. Take care when you walk and on stairs. If it grows or lasts longer, call us."
    for agent in ("bupivacaine", "chloroprocaine"):
        told = said(with_block(drugs=(Drug(DrugUse.TARGET, agent),)))
        assert text in told
        assert agent not in told


def test_a_stopped_block_names_only_what_was_done() -> None:
    text = said(STOPPED)
    assert "Lower back, left side. Joints L4-5 and L5-S1." in text
    assert "We did not do all that was planned. This test is only about what is named above." in text
    assert "right" not in text.lower().replace("right by", "")
    assert "We did not do all that was planned." not in said(FACTS)


def test_a_blood_thinner_is_the_prescribers_and_never_advised() -> None:
    taken = "Blood thinner (apixaban): take it, or start it again, just as the doctor who orders it told you."
    assert taken in said(FACTS)

    def with_plan(plan: AnticoagulantPlan | None) -> str:
        return said(replace(FACTS, patient=replace(FACTS.patient, anticoagulant=Anticoagulant(plan))))

    assert "Blood thinner: take it, or start it again, just as" in with_plan(None)
    assert "Blood thinner" not in with_plan(AnticoagulantPlan.NOT_TAKEN)


def test_sedation_asks_for_more_care() -> None:
    assert "Sign no important papers" in said(NOTES["sedated"])
    assert "Sign no important papers" not in said(FACTS)


def test_a_block_that_treats_is_not_called_a_test() -> None:
    assert "This is a test" not in said(with_block(purpose=Purpose.THERAPEUTIC))


def test_what_is_not_recorded_is_a_line_to_fill_in() -> None:
    bare = replace(facts(FACTS), area="", movement="", clinic=replace(FACTS.clinic, after_hours_phone=""))
    text = text_of(handout_pdf(bare))
    assert "After hours: ____" in text
    assert "The pain we test: ____" in text
    assert "do this: ____" in text


def test_a_sample_clinic_stamps_its_papers() -> None:
    sample = replace(facts(FACTS), clinic=replace(FACTS.clinic, sample=True))
    assert all("SAMPLE" in page for page in pages_of(handout_pdf(sample)))


# The diary


def rows(pdf: bytes) -> list[str]:
    """The first cell of each row below the head."""
    cells = [words for tag, words in order_of(pdf) if tag == "TH"]
    return [cell for cell in cells if cell[:1].isdigit()]


def test_the_diary_has_real_clock_times() -> None:
    assert rows(printed(FACTS, HandoutKind.DIARY)) == [
        "10:46 am 15 min, in the clinic",
        "11:01 am 30 min, in the clinic",
        "11:31 am 1 hour",
        "12:31 pm 2 hours",
        "1:31 pm 3 hours",
        "2:31 pm 4 hours",
        "3:31 pm 5 hours",
        "4:31 pm 6 hours",
        "5:31 pm 7 hours",
        "6:31 pm 8 hours",
        "10:31 pm 12 hours, if awake",
        "10:31 am 24 hours, next day",
    ]


def test_times_after_midnight_are_the_next_day() -> None:
    late = with_block(needle_out=at(18, 0))
    told = rows(handout_pdf(facts(late, HandoutKind.DIARY, printed=at(18, 45))))
    assert told[0] == "7:00 pm 1 hour"
    assert told[5:7] == ["12:00 midnight 6 hours, next day, if awake", "1:00 am 7 hours, next day, if awake"]
    noon = with_block(needle_out=at(11, 0))
    assert "12:00 noon 1 hour" in rows(handout_pdf(facts(noon, HandoutKind.DIARY)))


def test_the_night_of_the_new_clock_is_announced() -> None:
    zone = ZoneInfo("America/Los_Angeles")
    out = datetime(2026, 10, 31, 14, 0, tzinfo=zone)
    told = facts(with_block(needle_out=out), HandoutKind.DIARY, printed=out + timedelta(hours=1), zone=zone)
    pdf = handout_pdf(told)
    assert rows(pdf)[-1] == "1:00 pm 24 hours, next day"
    assert "The clocks change while you fill this in." in text_of(pdf)
    assert "The clocks change" not in said(FACTS, HandoutKind.DIARY)


def test_two_sides_are_rated_apart_and_overall_one_side_alone() -> None:
    def heads(note: NoteFacts) -> list[str]:
        told = order_of(printed(note, HandoutKind.DIARY))
        return [words for tag, words in told if tag == "TH" and not words[:1].isdigit()]

    rest = ["Did the movement", "Pain gone", "Pain medicine and time"]
    assert heads(FACTS) == ["Time", "Left", "Right", "Overall", *rest]
    assert heads(NOTES["right"]) == ["Time", "Right", *rest]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_diary_names_no_threshold_no_agent_and_no_earlier_score(language: str) -> None:
    text = said(FACTS, HandoutKind.DIARY, language)
    assert set(re.findall(r"(\d+) %", text)) == {"0", "100"}
    for word in ("bupivacaine", "NRS", "80", "criterion", "7/10"):
        assert word not in text


def test_the_code_beside_the_diary_is_the_blocks_and_holds_no_person() -> None:
    pdf = printed(FACTS, HandoutKind.DIARY)
    code = diary_code(FACTS.block.id)
    assert ("Figure", f"QR: {code}") in elements(pdf)
    assert code in text_of(pdf)
    assert "Please bring or send this page back: Riverside Pain Clinic, 120 River Street" in text_of(pdf)


def test_a_code_of_wide_letters_is_not_torn() -> None:
    wide = with_block(id=UUID(int=int("11100" * 12, 2)))
    assert diary_code(wide.block.id) == "WWWW-WWWW-WWWW"
    assert "WWWW-WWWW-WWWW" in said(wide, HandoutKind.DIARY)


# The sheet before the block


def test_the_sheet_before_the_block_tells_the_plan_and_what_to_bring() -> None:
    planned = with_block(joints=(), targets=(), needle_out=None, scheduled_at=at(10, 20))
    text = said(planned, HandoutKind.INFORMATION)
    for fact in (
        "Joints L4-5 and L5-S1.",
        "Your visit: Tuesday 24-Nov-2026, 10:20 am",
        "This is a test. Relief is expected to be short.",
        "Blood thinners: do not stop them on your own.",
        "Bring someone who can drive you home.",
        "It does not cure the pain.",
        "Small joints in your lower back may cause your pain.",
    ):
        assert fact in text


def test_a_sheet_without_a_plan_takes_the_region_of_the_complaint() -> None:
    bare = with_block(joints=(), targets=(), planned_joints=(), needle_out=None, region=None)
    text = said(bare, HandoutKind.INFORMATION)
    assert "Lower back, ____" in text
    assert "Joints" not in text.replace("Small joints", "")
    assert "Your visit: ____" in text


def test_a_code_is_told_from_other_texts() -> None:
    assert is_diary_code(diary_code(FACTS.block.id))
    for text in ("", "7Q2K-D418", "7Q2K-D418-3XWU", "7q2k-d418-3xwf", "WIFI:S:clinic;;", "7Q2K-D418-3XWF-1"):
        assert not is_diary_code(text)
