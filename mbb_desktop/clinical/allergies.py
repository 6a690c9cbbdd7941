"""What is drawn up or used, against the allergies: drugs, contrast, skin prep, and what is not recorded.

Amides and esters are two classes: an allergy to one says nothing about the other. Nor does one to iodinated
contrast about povidone-iodine.
"""

from collections.abc import Iterator

from mbb_desktop.clinical.allergy_words import (
    ANESTHETIC,
    NEVER_RECORDED,
    PREPS,
    Kind,
    kinds_named,
    kinds_of_allergy,
    meant,
)
from mbb_desktop.clinical.block import Block, Drug, DrugUse, Prep
from mbb_desktop.clinical.concern import Concern, Weight
from mbb_desktop.clinical.drugs import ContrastKind, Formulary
from mbb_desktop.clinical.people import Allergy, AllergyKind, AllergyState, Patient
from mbb_desktop.clinical.phrases import phrase

ALLERGY, ALLERGY_PREP, ALLERGY_CONTRAST = "allergy", "allergy, prep", "allergy, contrast"
ABOUT_ALLERGY = (ALLERGY, ALLERGY_PREP, ALLERGY_CONTRAST)
"""What `Concern.about` may be here: the field to mend; all share one reason."""

_ANESTHETIC: frozenset[Kind] = frozenset(ANESTHETIC.values())
_CONTRAST: frozenset[Kind] = frozenset({AllergyKind.CONTRAST, ContrastKind.GADOLINIUM})
_KNOWN_PREPS = frozenset({*(kind.value for kind in PREPS), "other prep"})


def allergy_concerns(patient: Patient, block: Block, formulary: Formulary) -> tuple[Concern, ...]:
    """Each allergy against the block; with no answer about allergies, that nothing could be checked.

    NEEDS_REASON: something recorded contradicts the allergy, or its class is not known. CAUTION: nobody
    has recorded the fact that would decide.
    """
    if not patient.allergies and patient.allergy_state is not AllergyState.NONE_KNOWN:
        key = "not_asked" if patient.allergy_state is None else "none_entered"
        return (Concern(ALLERGY, phrase(f"concern.allergy_{key}")),)
    found = (each for allergy in patient.allergies for each in _against(allergy, block, formulary))
    return tuple(dict.fromkeys(found))


def _against(allergy: Allergy, block: Block, formulary: Formulary) -> Iterator[Concern]:
    kinds = kinds_of_allergy(allergy, formulary)
    for drug in block.drugs:
        if _is_meant(allergy, drug, formulary) or kinds & _kinds_of(drug, formulary):
            yield _stop(_place(drug), "concern.allergy", allergy, drug=drug.agent)
        elif _class_unknown(kinds, drug, formulary):
            yield _stop(_place(drug), "concern.allergy_class", allergy, drug=drug.agent)
    for kind in PREPS:
        if kind in kinds:
            yield from _against_prep(allergy, block, kind, formulary)
    if kinds & NEVER_RECORDED:
        yield Concern(ALLERGY, phrase("concern.allergy_not_recorded", **_named(allergy)))
    if not kinds and not meant(allergy.substance, formulary):
        yield Concern(ALLERGY, phrase("concern.allergy_not_understood", **_named(allergy)))


def _against_prep(
    allergy: Allergy, block: Block, kind: AllergyKind, formulary: Formulary
) -> Iterator[Concern]:
    said, written = meant(block.prep_text, formulary), block.prep_text.strip()
    if block.prep is PREPS[kind] or kind.value in said:
        used = block.prep.value if block.prep is PREPS[kind] else written
        yield _stop(ALLERGY_PREP, "concern.allergy_prep", allergy, prep=used)
    elif block.prep not in (None, Prep.OTHER):
        return
    elif not written:
        yield Concern(ALLERGY_PREP, phrase("concern.allergy_prep_open", **_named(allergy)))
    elif not said & _KNOWN_PREPS:
        fields = {**_named(allergy), "prep": written}
        yield Concern(ALLERGY_PREP, phrase("concern.allergy_prep_unknown", **fields))


def _stop(about: str, key: str, allergy: Allergy, **fields: str) -> Concern:
    return Concern(about, phrase(key, **_named(allergy), **fields), Weight.NEEDS_REASON)


def _named(allergy: Allergy) -> dict[str, str]:
    """`latex`; with what was written when it says more: `povidone-iodine (Betadine)`."""
    kind, said = allergy.kind.value, allergy.substance.strip()
    if allergy.kind is AllergyKind.OTHER and said:
        return {"allergy": said}
    return {"allergy": f"{kind} ({said})" if said and said.casefold() != kind.casefold() else kind}


def _place(drug: Drug) -> str:
    return ALLERGY_CONTRAST if drug.use is DrugUse.CONTRAST else ALLERGY


def _is_meant(allergy: Allergy, drug: Drug, formulary: Formulary) -> bool:
    """Whether the allergy names the very drug, whatever its kind: a steroid, a sedative."""
    agent = drug.agent.strip().casefold()
    same = meant(allergy.substance, formulary) & meant(agent, formulary) & formulary.drugs
    return bool(same) or (bool(agent) and agent in allergy.substance.casefold())


def _kinds_of(drug: Drug, formulary: Formulary) -> set[Kind]:
    """Whatever it is used as: lidocaine with a steroid is lidocaine."""
    return kinds_named(meant(drug.agent, formulary), formulary)


def _class_unknown(kinds: set[Kind], drug: Drug, formulary: Formulary) -> bool:
    """Whether a drug that is not in the list may be of the class of the allergy."""
    known = meant(drug.agent, formulary) & formulary.drugs
    if drug.use is DrugUse.CONTRAST:
        return bool(kinds & _CONTRAST) and not known
    anesthetic = drug.use in {DrugUse.TARGET, DrugUse.SKIN}
    return anesthetic and bool(kinds & _ANESTHETIC) and not known
