"""Let a dialog card take the size of what it holds now."""

from PySide6.QtWidgets import QScrollArea, QWidget

from mbb_desktop.ui.dialog_card import DialogCard


def fit_to_content(card: DialogCard) -> None:
    """Measure again from the inside out, at once, and resize a card that is open."""
    for part in reversed(card.findChildren(QWidget)):
        part.updateGeometry()
    for area in card.findChildren(QScrollArea):
        content = area.widget()
        layout = content.layout() if content is not None else None
        if layout is not None:
            layout.activate()
    if card.isVisible():
        card.fit()
