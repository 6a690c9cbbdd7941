"""Allergies against what a block records: drugs by class, contrast, skin prep, and what nobody recorded."""

from dataclasses import replace
from typing import Any

from mbb_desktop.clinical.allergies import allergy_concerns
from mbb_desktop.clinical.block import Block, Drug, DrugUse, Item, Prep
from mbb_desktop.clinical.checks import blocking, problems, with_reasons_for
from mbb_desktop.clinical.concern import Concern, Weight, needs_reason
from mbb_desktop.clinical.drugs import ContrastKind
from mbb_desktop.clinical.people import Allergy, AllergyKind, AllergyState, Patient
from tests.clinical.invented import FORMULARY, PATIENT, a_block
from tests.clinical.test_charting import NOW
from tests.clinical.test_checks import complete
from tests.every_row import every_row

LIDOCAINE = Drug(DrugUse.TARGET, "lidocaine")
IOHEXOL = Drug(DrugUse.CONTRAST, "iohexol")


def allergic(kind: AllergyKind, substance: str = "") -> Patient:
    return replace(PATIENT, allergy_state=AllergyState.LISTED, allergies=(Allergy(kind, substance),))


def weights(patient: Patient, block: Block) -> list[Weight]:
    return [concern.weight for concern in allergy_concerns(patient, block, FORMULARY)]


def with_drug(drug: Drug) -> Block:
    return replace(a_block(), drugs=(drug,))


@every_row(
    ("kind", "drug", "stops"),
    [
        (AllergyKind.AMIDE, LIDOCAINE, True),
        (AllergyKind.ESTER, LIDOCAINE, False),
        (AllergyKind.AMIDE, Drug(DrugUse.SKIN, "chloroprocaine"), False),
        (AllergyKind.ESTER, Drug(DrugUse.SKIN, "chloroprocaine"), True),
        (AllergyKind.AMIDE, Drug(DrugUse.TARGET, "articaine"), True),
        (AllergyKind.ESTER, Drug(DrugUse.TARGET, "procaine"), True),
        (AllergyKind.CONTRAST, IOHEXOL, True),
        (AllergyKind.CONTRAST, Drug(DrugUse.CONTRAST, "iodixanol"), True),
        (AllergyKind.CONTRAST, Drug(DrugUse.CONTRAST, "gadobutrol"), False),
        (AllergyKind.AMIDE, Drug(DrugUse.TARGET, "saline"), False),
    ],
)
def test_an_allergy_to_what_is_drawn_up_needs_a_reason(kind: AllergyKind, drug: Drug, stops: bool) -> None:
    expected = [Weight.NEEDS_REASON] if stops else []
    assert weights(allergic(kind, "something"), with_drug(drug)) == expected


def test_every_drug_against_an_allergy_is_named() -> None:
    drugs = (LIDOCAINE, Drug(DrugUse.SKIN, "bupivacaine"))
    found = allergy_concerns(allergic(AllergyKind.AMIDE), replace(a_block(), drugs=drugs), FORMULARY)
    assert [each.text.split(". ")[1] for each in found] == [
        "lidocaine is drawn up",
        "bupivacaine is drawn up",
    ]


@every_row(
    ("substance", "drug", "stops"),
    [
        ("triamcinolone acetonide", Drug(DrugUse.STEROID, "triamcinolone acetonide"), True),
        ("Midazolam", Drug(DrugUse.SEDATION, "midazolam"), True),
        ("lidocaine patch", Drug(DrugUse.TARGET, "bupivacaine"), True),
        ("Marcaine", Drug(DrugUse.TARGET, "bupivacaine"), True),
        ("Xylocaine", LIDOCAINE, True),
        ("local anesthetics (caines)", LIDOCAINE, True),
        ("local anesthetics (caines)", Drug(DrugUse.SKIN, "chloroprocaine"), True),
        ("Novocaine", Drug(DrugUse.TARGET, "chloroprocaine"), True),
        ("Novocaine", LIDOCAINE, False),
        ("dibucaine", LIDOCAINE, True),
        ("Omnipaque", IOHEXOL, True),
        ("Omnipaque", Drug(DrugUse.CONTRAST, "gadobutrol"), False),
        ("Kenalog", Drug(DrugUse.STEROID, "triamcinolone acetonide"), True),
        ("triamcinolone", Drug(DrugUse.STEROID, "Kenalog-40"), True),
        ("Depo-Medrol", Drug(DrugUse.STEROID, "methylprednisolone acetate"), True),
        ("Versed", Drug(DrugUse.SEDATION, "midazolam"), True),
        ("x-ray dye", IOHEXOL, True),
        ("iodine", IOHEXOL, True),
        ("povidone-iodine", IOHEXOL, False),
        ("penicillin", LIDOCAINE, False),
    ],
)
def test_an_allergy_that_is_only_written_down_is_read(substance: str, drug: Drug, stops: bool) -> None:
    block = replace(with_drug(drug), prep=Prep.CHLORHEXIDINE)
    assert (
        any(map(needs_reason, allergy_concerns(allergic(AllergyKind.OTHER, substance), block, FORMULARY)))
        is stops
    )


@every_row(
    ("kind", "substance", "prep", "text", "weight"),
    [
        (AllergyKind.CHLORHEXIDINE, "chlorhexidine", Prep.CHLORHEXIDINE, "", Weight.NEEDS_REASON),
        (AllergyKind.CHLORHEXIDINE, "", Prep.OTHER, "ChloraPrep", Weight.NEEDS_REASON),
        (
            AllergyKind.CHLORHEXIDINE,
            "",
            Prep.POVIDONE_IODINE,
            "after chlorhexidine wash",
            Weight.NEEDS_REASON,
        ),
        (AllergyKind.CHLORHEXIDINE, "", Prep.POVIDONE_IODINE, "", None),
        (AllergyKind.CHLORHEXIDINE, "", Prep.OTHER, "70 % alcohol", None),
        (AllergyKind.CHLORHEXIDINE, "", None, "", Weight.CAUTION),
        (AllergyKind.CHLORHEXIDINE, "", Prep.OTHER, "", Weight.CAUTION),
        (AllergyKind.IODINE, "Betadine", Prep.POVIDONE_IODINE, "", Weight.NEEDS_REASON),
        (AllergyKind.IODINE, "Betadine", Prep.CHLORHEXIDINE, "", None),
        (AllergyKind.CONTRAST, "iohexol", Prep.POVIDONE_IODINE, "", None),
        (AllergyKind.OTHER, "Hibiclens", Prep.CHLORHEXIDINE, "", Weight.NEEDS_REASON),
        (AllergyKind.OTHER, "amiodarone", Prep.POVIDONE_IODINE, "", Weight.CAUTION),
        (AllergyKind.OTHER, "CHG wipes", Prep.CHLORHEXIDINE, "", Weight.NEEDS_REASON),
        (AllergyKind.CHLORHEXIDINE, "", Prep.OTHER, "Bactoshield", Weight.NEEDS_REASON),
        (AllergyKind.CHLORHEXIDINE, "", Prep.OTHER, "the pink one", Weight.CAUTION),
        (AllergyKind.CHLORHEXIDINE, "", Prep.OTHER, "Betadine", None),
    ],
)
def test_the_skin_prep_is_held_against_the_allergy(
    kind: AllergyKind, substance: str, prep: Prep | None, text: str, weight: Weight | None
) -> None:
    block = replace(a_block(), prep=prep, prep_text=text)
    assert weights(allergic(kind, substance), block) == ([weight] if weight else [])


@every_row("kind", [AllergyKind.LATEX, AllergyKind.ADHESIVE], ids=lambda kind: kind.value)
def test_what_has_no_field_is_a_caution_and_never_silent(kind: AllergyKind) -> None:
    (found,) = allergy_concerns(allergic(kind), replace(a_block(), prep=Prep.CHLORHEXIDINE), FORMULARY)
    assert (found.weight, kind.value in found.text) == (Weight.CAUTION, True)


GADOBUTROL = Drug(DrugUse.CONTRAST, "gadobutrol")


@every_row(
    ("kind", "substance", "iohexol", "gadobutrol"),
    [
        (AllergyKind.OTHER, "gadolinium contrast", False, True),
        (AllergyKind.OTHER, "MRI contrast", False, True),
        (AllergyKind.OTHER, "Gadavist", False, True),
        (AllergyKind.OTHER, "contrast", True, False),
        (AllergyKind.OTHER, "Omnipaque and gadolinium", True, True),
        (AllergyKind.CONTRAST, "gadolinium contrast", True, True),
        (AllergyKind.CONTRAST, "", True, False),
    ],
)
def test_gadolinium_is_not_iodinated_contrast(
    kind: AllergyKind, substance: str, iohexol: bool, gadobutrol: bool
) -> None:
    patient = allergic(kind, substance)
    for drug, stops in ((IOHEXOL, iohexol), (GADOBUTROL, gadobutrol)):
        block = replace(with_drug(drug), prep=Prep.CHLORHEXIDINE)
        assert weights(patient, block) == ([Weight.NEEDS_REASON] if stops else [])


@every_row("substance", ["penicillin", "the stuff at the dentist", ""])
def test_an_allergy_that_is_not_understood_is_never_silent(substance: str) -> None:
    block = replace(a_block(), prep=Prep.CHLORHEXIDINE)
    (found,) = allergy_concerns(allergic(AllergyKind.OTHER, substance), block, FORMULARY)
    assert (found.weight, "could not be checked" in found.text) == (Weight.CAUTION, True)


def test_an_allergy_to_a_known_drug_that_is_not_drawn_up_is_understood() -> None:
    block = replace(a_block(), prep=Prep.CHLORHEXIDINE)
    assert weights(allergic(AllergyKind.OTHER, "Kenalog"), block) == []


def test_listed_without_any_allergy_is_not_none_known() -> None:
    assert weights(replace(PATIENT, allergy_state=AllergyState.LISTED), a_block()) == [Weight.CAUTION]


def test_every_name_belongs_to_a_drug_or_a_kind() -> None:
    kinds = {
        *(kind.value for kind in (*AllergyKind, *ContrastKind)),
        "contrast",
        "local anesthetic",
        "other prep",
    }
    assert set(FORMULARY.names) <= kinds | FORMULARY.drugs


def test_allergies_that_nobody_asked_about_are_not_no_allergies() -> None:
    assert weights(PATIENT, a_block()) == [Weight.CAUTION]
    assert weights(replace(PATIENT, allergy_state=AllergyState.NONE_KNOWN), a_block()) == []


def at_signing(block: Block, patient: Patient, **changed: Any) -> set[Item]:
    return {each.item for each in blocking(problems(replace(block, **changed), patient, NOW, FORMULARY))}


def test_a_prep_against_the_allergy_cannot_be_signed_without_a_reason() -> None:
    patient = allergic(AllergyKind.CHLORHEXIDINE, "chlorhexidine")
    used = replace(complete(), prep=Prep.CHLORHEXIDINE)
    assert at_signing(used, patient) == {Item.PREP}
    assert at_signing(used, patient, prep=Prep.POVIDONE_IODINE) == set()
    reason = replace(used, allergy_reason="a rash after a bath, tolerated since")
    assert at_signing(with_reasons_for(used, reason, patient, FORMULARY, ()), patient) == set()


def wholly(prep: Prep | None, text: str = "", *drugs: Drug) -> Block:
    return replace(a_block(), prep=prep, prep_text=text, drugs=drugs)


CLEAN = Prep.CHLORHEXIDINE
DRAWN_UP = "is drawn up. Change the drug, or give the reason."
CLASS = "is of that class is not known here. Change the drug, or give the reason."
UNCHECKED = "could not be checked against what is drawn up. Check it yourself."


@every_row(
    ("patient", "block", "concern"),
    [
        (
            PATIENT,
            wholly(CLEAN),
            Concern(
                "allergy",
                "Nobody has asked about allergies: nothing was checked against them. "
                "Ask, and enter the answer.",
            ),
        ),
        (
            replace(PATIENT, allergy_state=AllergyState.LISTED),
            wholly(CLEAN),
            Concern(
                "allergy",
                "Allergies are listed, but none is entered: nothing was checked against them. Enter them.",
            ),
        ),
        (
            allergic(AllergyKind.AMIDE, "Amide local anesthetic"),
            wholly(CLEAN, "", LIDOCAINE),
            Concern("allergy", f"Allergy: amide local anesthetic. lidocaine {DRAWN_UP}", Weight.NEEDS_REASON),
        ),
        (
            allergic(AllergyKind.CONTRAST, "dye"),
            wholly(CLEAN, "", IOHEXOL),
            Concern(
                "allergy, contrast",
                f"Allergy: iodinated contrast (dye). iohexol {DRAWN_UP}",
                Weight.NEEDS_REASON,
            ),
        ),
        (
            allergic(AllergyKind.AMIDE),
            wholly(CLEAN, "", Drug(DrugUse.SKIN, "articaine")),
            Concern(
                "allergy",
                f"Allergy: amide local anesthetic. Whether articaine {CLASS}",
                Weight.NEEDS_REASON,
            ),
        ),
        (
            allergic(AllergyKind.CONTRAST),
            wholly(CLEAN, "", Drug(DrugUse.CONTRAST, "iofendylate")),
            Concern(
                "allergy, contrast",
                f"Allergy: iodinated contrast. Whether iofendylate {CLASS}",
                Weight.NEEDS_REASON,
            ),
        ),
        (
            allergic(AllergyKind.LATEX, "gloves"),
            wholly(CLEAN),
            Concern("allergy", "Allergy: latex (gloves). Mind gloves and dressing (not recorded)."),
        ),
        (
            allergic(AllergyKind.OTHER),
            wholly(CLEAN),
            Concern("allergy", f"Allergy: other. It {UNCHECKED}"),
        ),
        (
            allergic(AllergyKind.IODINE, "Betadine"),
            wholly(Prep.POVIDONE_IODINE, "twice"),
            Concern(
                "allergy, prep",
                "Allergy: povidone-iodine (Betadine). The skin prep is povidone-iodine. "
                "Change the prep, or give the reason.",
                Weight.NEEDS_REASON,
            ),
        ),
        (
            allergic(AllergyKind.IODINE),
            wholly(Prep.OTHER, " Betadine scrub "),
            Concern(
                "allergy, prep",
                "Allergy: povidone-iodine. The skin prep is Betadine scrub. "
                "Change the prep, or give the reason.",
                Weight.NEEDS_REASON,
            ),
        ),
        (
            allergic(AllergyKind.CHLORHEXIDINE),
            wholly(None),
            Concern(
                "allergy, prep",
                "Allergy: chlorhexidine. The skin prep is not recorded: take one without it.",
            ),
        ),
        (
            allergic(AllergyKind.CHLORHEXIDINE),
            wholly(Prep.OTHER, " the pink one "),
            Concern(
                "allergy, prep",
                "Allergy: chlorhexidine. Whether the skin prep (the pink one) is free of it "
                "is not known here. Read its label.",
            ),
        ),
    ],
    ids=lambda value: value.text[:40] if isinstance(value, Concern) else "",
)
def test_an_allergy_is_said_with_its_field_and_weight(
    patient: Patient, block: Block, concern: Concern
) -> None:
    assert allergy_concerns(patient, block, FORMULARY) == (concern,)


@every_row("kind", [AllergyKind.IODINE, AllergyKind.CHLORHEXIDINE], ids=lambda kind: kind.value)
def test_an_unknown_drug_says_nothing_to_an_allergy_of_another_class(kind: AllergyKind) -> None:
    other = Prep.CHLORHEXIDINE if kind is AllergyKind.IODINE else Prep.POVIDONE_IODINE
    strange = (Drug(DrugUse.TARGET, "articaine"), Drug(DrugUse.CONTRAST, "iofendylate"))
    assert allergy_concerns(allergic(kind), wholly(other, "", *strange), FORMULARY) == ()


@every_row("use", list(DrugUse), ids=lambda use: use.value)
def test_a_drug_is_of_its_class_whatever_it_is_used_as(use: DrugUse) -> None:
    block = wholly(CLEAN, "", Drug(use, "Kenalog in lidocaine"))
    assert weights(allergic(AllergyKind.AMIDE), block) == [Weight.NEEDS_REASON]


def test_a_drug_nobody_listed_is_against_the_allergy_that_names_it() -> None:
    block = wholly(CLEAN, "", Drug(DrugUse.SEDATION, "Ketofol"))
    stop, _ = allergy_concerns(allergic(AllergyKind.OTHER, " ketofol "), block, FORMULARY)
    assert stop == Concern("allergy", f"Allergy: ketofol. Ketofol {DRAWN_UP}", Weight.NEEDS_REASON)
