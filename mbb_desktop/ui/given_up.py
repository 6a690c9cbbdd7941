"""Says that a record was closed elsewhere, and what of the own changes is not in it."""

from PySide6.QtCore import QCoreApplication

from mbb_desktop.clinical.block import Block, BlockState
from mbb_desktop.ui.main_window import MainWindow

translate = QCoreApplication.translate


def tell_given_up(window: MainWindow, block: Block) -> None:
    """Somebody signed or discarded the block meanwhile: what is stored is shown now."""
    if block.state is not BlockState.SIGNED:
        told = translate("room", "It is {0} now. What you changed after that is not in it.")
        window.messages.tell(translate("room", "The record was closed"), told.format(block.state.value))
        return
    window.messages.tell(
        translate("room", "The record was signed"),
        translate(
            "room",
            "The physician signed it meanwhile. What you changed after that is not in it, "
            "except recovery and discharge. Tell the physician, who can add an addendum.",
        ),
    )
