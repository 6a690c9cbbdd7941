"""What the words of an allergy, a drug or a prep mean: the names in the formulary's own list."""

import re
from collections.abc import Iterable

from mbb_desktop.clinical.block import Prep
from mbb_desktop.clinical.drugs import AgentKind, ContrastKind, Formulary, Spellings
from mbb_desktop.clinical.people import Allergy, AllergyKind
from mbb_desktop.clinical.remembered import remembered

ANESTHETIC = {AgentKind.AMIDE: AllergyKind.AMIDE, AgentKind.ESTER: AllergyKind.ESTER}
PREPS = {AllergyKind.CHLORHEXIDINE: Prep.CHLORHEXIDINE, AllergyKind.IODINE: Prep.POVIDONE_IODINE}
NEVER_RECORDED = frozenset({AllergyKind.LATEX, AllergyKind.ADHESIVE})
"""Gloves and dressing have no field, so nothing in the record can speak for or against them."""

Kind = AllergyKind | ContrastKind
_ANY_ANESTHETIC, _ANY_CONTRAST = "local anesthetic", "contrast"


def kinds_of_allergy(allergy: Allergy, formulary: Formulary) -> set[Kind]:
    """Its kind; of an other allergy what its words say (`iodine` may be contrast or prep: both).

    `Contrast` alone is iodinated, beside a gadolinium agent it says nothing more.
    """
    said = meant(allergy.substance, formulary)
    gadolinium = _contrasts(said, formulary) & {ContrastKind.GADOLINIUM}
    if allergy.kind is AllergyKind.CONTRAST:
        return {allergy.kind, *gadolinium}
    if allergy.kind is not AllergyKind.OTHER:
        return {allergy.kind}
    found: set[Kind] = {kind for kind in AllergyKind if kind.value in said}
    found |= kinds_named(said, formulary)
    if _ANY_CONTRAST in said and not gadolinium:
        found.add(AllergyKind.CONTRAST)
    unknown = "caine" in allergy.substance.casefold() and not found & set(ANESTHETIC.values())
    return found | set(ANESTHETIC.values()) if unknown or _ANY_ANESTHETIC in said else found


def kinds_named(said: Iterable[str], formulary: Formulary) -> set[Kind]:
    """The classes of the drugs that are meant."""
    agents = [formulary.agents[name] for name in said if name in formulary.agents]
    found: set[Kind] = {ANESTHETIC[agent.kind] for agent in agents if agent.kind in ANESTHETIC}
    contrasts = _contrasts(said, formulary)
    if ContrastKind.IODINATED in contrasts:
        found.add(AllergyKind.CONTRAST)
    return found | (contrasts & {ContrastKind.GADOLINIUM})


def _contrasts(said: Iterable[str], formulary: Formulary) -> set[ContrastKind]:
    listed = {formulary.contrasts[name].kind for name in said if name in formulary.contrasts}
    return listed | {kind for kind in ContrastKind if kind.value in said}


def meant(text: str, formulary: Formulary) -> frozenset[str]:
    """The keys of the formulary's names that a text holds, and the drugs whose own name it holds."""
    return _meant(text, formulary.spellings)


@remembered(1_000)
def _meant(text: str, spellings: Spellings) -> frozenset[str]:
    """Worked out once for each text: the same few words are looked at after every keystroke."""
    said = re.sub(r"povidone.?iodine", "povidone", text.casefold())
    return frozenset(key for name, key in spellings.rows if name in said and _begins_a_word(name, said))


def _begins_a_word(name: str, said: str) -> bool:
    return re.search(rf"(?<![a-z0-9]){re.escape(name)}", said) is not None
