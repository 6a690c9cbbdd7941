"""Who gives answers about the pain: what is stored, whatever the language of the window, and its words."""

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate

INFORMANTS = ("patient", "partner or family", "patient, through an interpreter")


def informants() -> list[tuple[str, str]]:
    """Each as it is stored, with what the window calls it."""
    patient, family = translate("Informants", "Patient"), translate("Informants", "Partner or family")
    shown = (patient, family, translate("Informants", "Interpreter"))
    return [*zip(INFORMANTS, shown, strict=True)]
