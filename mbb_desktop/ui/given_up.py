"""Says that a record was closed elsewhere, and what of the own changes is not in it."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from mbb_desktop.clinical.block import Block
from mbb_desktop.clinical.block_state import CLOSED
from mbb_desktop.clinical.response import BEFORE, Reading, Series
from mbb_desktop.clinical.shown import show_minutes
from mbb_desktop.ui.language import localized
from mbb_desktop.ui.main_window import MainWindow
from mbb_desktop.ui.pain_grid import score_text

translate = QCoreApplication.translate


def tell_given_up(window: MainWindow, block: Block) -> None:
    """Somebody signed or discarded the block meanwhile: what is stored is shown now."""
    if block.state not in CLOSED:
        told = translate("room", "It is {0} now. What you changed after that is not in it.")
        window.messages.tell(
            translate("room", "The record was closed"), told.format(localized(block.state.value))
        )
        return
    window.messages.tell(
        translate("room", "The record was signed"),
        translate(
            "room",
            "The physician signed it meanwhile. What you changed after that is not in it, "
            "except recovery and discharge. Tell the physician, who can add an addendum.",
        ),
    )


def tell_scores_given_up(window: MainWindow, lost: Sequence[Reading]) -> None:
    """The response takes no scores any more: name those that are not in it."""
    told = translate(
        "calls",
        "The response was signed meanwhile, or the block was entered in error. It takes no scores now.",
    )
    if lost:
        named = ", ".join(_named(each) for each in lost)
        told += " " + translate(
            "calls", "Not kept: {0}. Tell the physician, who can add an addendum."
        ).format(named)
    window.messages.tell(translate("calls", "The scores were not kept"), told)


def _named(reading: Reading) -> str:
    """`2 h: 3`, or `left 2 h: 3` where sides are scored apart."""
    at = translate("calls", "before") if reading.slot == BEFORE else show_minutes(reading.slot)
    side = "" if reading.series is Series.OVERALL else f"{reading.series.value} "
    return f"{side}{at}: {score_text(reading.score)}"
