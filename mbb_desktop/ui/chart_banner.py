"""The banner of a chart: shown anew when the patient's details change, with the way back in its place."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from mbb_desktop.clinical.people import Patient
from mbb_desktop.ui.patient_banner import BannerFacts, PatientBanner
from mbb_desktop.ui.person_words import banner_facts, similar_chip


def identity_banner(patient: Patient, today: date, similar: Sequence[Patient] = ()) -> PatientBanner:
    """Who it is and nothing else, above a paper."""
    facts = banner_facts(patient, today)
    return PatientBanner(BannerFacts(facts.name, facts.facts[:3], (similar_chip(),) if similar else ()))


class ChartBanner(PatientBanner):
    """Keeps what was put before the name."""

    def __init__(self) -> None:
        self._before: list[QWidget] = []
        super().__init__(BannerFacts("", ()))

    def insert_before(self, widget: QWidget) -> None:
        self._before.append(widget)
        super().insert_before(widget)

    def show_facts(self, facts: BannerFacts) -> None:
        for widget in self._before:
            self.take_out(widget)
        super().show_facts(facts)
        for widget in self._before:
            super().insert_before(widget)
