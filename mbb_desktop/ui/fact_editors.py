"""How the inputs for facts are made: choices from the record's own words, drugs, units."""

from collections.abc import Callable
from decimal import Decimal
from enum import Enum
from typing import Any

from mbb_desktop.clinical.block import DrugUse
from mbb_desktop.ui.completion import offer
from mbb_desktop.ui.editors import ChoiceEditor, DecimalEditor, Editor, IntegerEditor, TextEditor
from mbb_desktop.ui.strength_editor import StrengthEditor
from mbb_desktop.ui.visit import Visit

Maker = Callable[[], Editor[Any]]
_MICRO = Decimal("0.001")
TENTH = Decimal("0.1")


def listed_choice(kind: type[Enum]) -> Maker:
    """A list of every member of an enumeration, in the record's own words."""
    return lambda: ChoiceEditor([(member, _capital(member)) for member in kind], segmented=False)


def segment_choice(kind: type[Enum]) -> Maker:
    """Every member of a short enumeration beside each other."""
    return lambda: ChoiceEditor([(member, _capital(member)) for member in kind])


def _capital(member: Enum) -> str:
    words = str(member.value)
    return words[:1].upper() + words[1:]


def amount(unit: str, step: Decimal = _MICRO) -> Maker:
    """An exact amount, no finer than it is stored."""
    return lambda: DecimalEditor(step, unit)


def strength(visit: Visit) -> Maker:
    """A concentration, in percent or mg/mL."""
    return lambda: StrengthEditor(visit.formulary.agents)


def whole(unit: str = "", lowest: int = 0, highest: int | None = None) -> Maker:
    """A whole number."""
    return lambda: IntegerEditor(unit, lowest, highest)


def text(placeholder: str = "", longest: int = 200) -> Maker:
    """A line of text."""
    return lambda: TextEditor(placeholder, longest)


def agent(visit: Visit, use: DrugUse | None = None) -> Maker:
    """A drug by name; the practice's own are offered while typing."""
    names = _agents(visit, use)
    return lambda: _AgentEditor(names)


def _agents(visit: Visit, use: DrugUse | None) -> tuple[str, ...]:
    known = visit.formulary
    by_use: dict[DrugUse, tuple[str, ...]] = {
        DrugUse.CONTRAST: tuple(known.contrasts),
        DrugUse.STEROID: tuple(known.steroids),
        DrugUse.SEDATION: tuple(known.sedatives),
    }
    if use is None:
        return tuple(dict.fromkeys([*known.agents, *(name for names in by_use.values() for name in names)]))
    return by_use.get(use, tuple(known.agents))


class _AgentEditor(TextEditor):
    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__(max_length=60)
        offer(self.line, names).activated.connect(lambda _text: self.edited.emit())


def unit_choice(kind: type[Enum]) -> Maker:
    """Units beside each other, written as they are."""
    return lambda: ChoiceEditor([(unit, str(unit.value)) for unit in kind])
