"""The strength of a drug, typed as `0.5 %` or `5 mg/mL`, and never taken for the other one."""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal

from mbb_desktop.clinical.block import Drug
from mbb_desktop.clinical.drug_concerns import is_local_anesthetic, percent_meant, shifted_typed
from mbb_desktop.clinical.drugs import Agent
from mbb_desktop.ui import typed
from mbb_desktop.ui.editors import DecimalEditor

_WITH_UNIT = re.compile(r"(?P<number>.*?)\s*(?P<unit>%|mgi?\s*/\s*ml)?", re.IGNORECASE)


class StrengthEditor(DecimalEditor):
    """mg per mL, written out with its unit; a bare number that looks like a percentage is asked about."""

    def __init__(self, agents: Mapping[str, Agent]) -> None:
        super().__init__(Decimal("0.001"), lowest=Decimal("0.001"))
        self._agents = agents
        self._drug: Callable[[], object] = lambda: None
        self.line.setPlaceholderText(self.tr("5 mg/mL or 0.5 %"))

    def about(self, record: Callable[[], object]) -> None:
        self._drug = record

    def read(self, text: str) -> Decimal | None:
        found = _WITH_UNIT.fullmatch(text.strip())
        number = typed.read_number(found["number"] if found else text)
        if number is None or found is None:
            return super().read(text)
        drug = self._drug()
        if found["unit"] == "%":
            self._check_percent(drug)
            number *= 10
        elif not found["unit"]:
            self._check_bare(number, drug)
        return super().read(f"{number:f}")

    def written(self, value: Decimal | None) -> str:
        return "" if value is None else f"{typed.show_number(value)} mg/mL"

    def _check_percent(self, drug: object) -> None:
        if isinstance(drug, Drug) and not is_local_anesthetic(drug):
            raise typed.NotUnderstood(self.tr("Only anesthetics are given in percent. Write mg per mL."))

    def _check_bare(self, number: Decimal, drug: object) -> None:
        known = drug if isinstance(drug, Drug) else None
        if percent_meant(number, known, self._agents):
            told = self.tr("Is this {0} % ({1} mg/mL) or {0} mg/mL? Type it with its unit.")
            raise typed.NotUnderstood(told.format(typed.show_number(number), typed.show_number(number * 10)))
        meant = shifted_typed(number, known, self._agents)
        if meant is not None:
            asked = self.tr("Did you mean {0} mg/mL? Else type {1} with its unit.")
            raise typed.NotUnderstood(asked.format(typed.show_number(meant), typed.show_number(number)))
