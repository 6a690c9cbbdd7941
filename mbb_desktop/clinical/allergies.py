"""What is drawn up or used, against the allergies: drugs, contrast, skin prep, and what is not recorded.

Amides and esters are two classes: an allergy to one says nothing about the other. Nor does one to iodinated
contrast about povidone-iodine.
"""

from collections.abc import Iterator

from mbb_desktop.clinical.block import Block, Drug, DrugUse, Prep
from mbb_desktop.clinical.concern import Concern, Weight
from mbb_desktop.clinical.drugs import AgentKind, ContrastKind, Formulary
from mbb_desktop.clinical.people import Allergy, AllergyKind, Patient
from mbb_desktop.clinical.phrases import phrase

ALLERGY, ALLERGY_PREP, ALLERGY_CONTRAST = "allergy", "allergy, prep", "allergy, contrast"
ABOUT_ALLERGY = (ALLERGY, ALLERGY_PREP, ALLERGY_CONTRAST)
"""What `Concern.about` may be here: the field to mend; all share one reason."""

_CLASSES = {AgentKind.AMIDE: AllergyKind.AMIDE, AgentKind.ESTER: AllergyKind.ESTER}
_ANESTHETIC = frozenset(_CLASSES.values())
_PREPS = {
    AllergyKind.CHLORHEXIDINE: (Prep.CHLORHEXIDINE, ("chlorhex", "chloraprep", "hibiclens", "hibiscrub")),
    AllergyKind.IODINE: (Prep.POVIDONE_IODINE, ("iodine", "iodophor", "povidone", "betadine", "duraprep")),
}
_NEVER_RECORDED = (AllergyKind.LATEX, AllergyKind.ADHESIVE)
"""Gloves and dressing have no field, so nothing in the record can speak for or against them."""


def allergy_concerns(patient: Patient, block: Block, formulary: Formulary) -> tuple[Concern, ...]:
    """Each allergy against the block; with no answer about allergies, that nothing could be checked.

    NEEDS_REASON: something recorded contradicts the allergy, or its class is not known. CAUTION: nobody
    has recorded the fact that would decide.
    """
    if not patient.allergies and patient.allergy_state is None:
        return (Concern(ALLERGY, phrase("concern.allergy_not_asked")),)
    found = (each for allergy in patient.allergies for each in _against(allergy, block, formulary))
    return tuple(dict.fromkeys(found))


def _against(allergy: Allergy, block: Block, formulary: Formulary) -> Iterator[Concern]:
    kinds = _kinds(allergy, formulary)
    for drug in block.drugs:
        if _is_meant(allergy, drug) or kinds & _kinds_of(drug, formulary):
            yield _stop(_place(drug), "concern.allergy", allergy, drug=drug.agent)
        elif _class_unknown(kinds, drug, formulary):
            yield _stop(_place(drug), "concern.allergy_class", allergy, drug=drug.agent)
    for kind, (prep, names) in _PREPS.items():
        if kind in kinds:
            yield from _against_prep(allergy, block, prep, names)
    if kinds & set(_NEVER_RECORDED):
        yield Concern(ALLERGY, phrase("concern.allergy_not_recorded", **_named(allergy)))


def _against_prep(allergy: Allergy, block: Block, prep: Prep, names: tuple[str, ...]) -> Iterator[Concern]:
    said = block.prep_text.casefold()
    if block.prep is prep or any(name in said for name in names):
        used = prep.value if block.prep is prep else block.prep_text
        yield _stop(ALLERGY_PREP, "concern.allergy_prep", allergy, prep=used)
    elif not said and block.prep in (None, Prep.OTHER):
        yield Concern(ALLERGY_PREP, phrase("concern.allergy_prep_open", **_named(allergy)))


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


def _is_meant(allergy: Allergy, drug: Drug) -> bool:
    """Whether the allergy names the very drug, whatever its kind: a steroid, a sedative."""
    return bool(drug.agent.strip()) and drug.agent.casefold() in allergy.substance.casefold()


def _kinds(allergy: Allergy, formulary: Formulary) -> set[AllergyKind]:
    """Its kind; of an other allergy what its words say (`iodine` may be contrast or prep: both)."""
    if allergy.kind is not AllergyKind.OTHER:
        return {allergy.kind}
    said = allergy.substance.casefold()
    found = {_CLASSES[a.kind] for a in formulary.agents.values() if a.kind in _CLASSES and a.name in said}
    iodinated = [c.name for c in formulary.contrasts.values() if c.kind is ContrastKind.IODINATED]
    if any(name in said for name in (*iodinated, "contrast", "dye", "iodine")) and "povidone" not in said:
        found.add(AllergyKind.CONTRAST)
    found |= {kind for kind, (_prep, names) in _PREPS.items() if any(name in said for name in names)}
    found |= {kind for kind in _NEVER_RECORDED if kind.value in said}
    return found


def _kinds_of(drug: Drug, formulary: Formulary) -> set[AllergyKind]:
    agent, contrast = formulary.agents.get(drug.agent), formulary.contrasts.get(drug.agent)
    if drug.use in {DrugUse.TARGET, DrugUse.SKIN} and agent and agent.kind in _CLASSES:
        return {_CLASSES[agent.kind]}
    iodinated = contrast is not None and contrast.kind is ContrastKind.IODINATED
    return {AllergyKind.CONTRAST} if drug.use is DrugUse.CONTRAST and iodinated else set()


def _class_unknown(kinds: set[AllergyKind], drug: Drug, formulary: Formulary) -> bool:
    """Whether a drug that is not in the list may be of the class of the allergy."""
    if drug.use is DrugUse.CONTRAST:
        return AllergyKind.CONTRAST in kinds and drug.agent not in formulary.contrasts
    anesthetic = drug.use in {DrugUse.TARGET, DrugUse.SKIN}
    return anesthetic and bool(kinds & _ANESTHETIC) and drug.agent not in formulary.agents
