"""A state is told by icon and word, a side by letter and shape; colour only helps."""

from itertools import pairwise

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from mbb_desktop.ui import theme
from mbb_desktop.ui.chips import (
    Chip,
    ChipLabel,
    Mark,
    Piece,
    SideChip,
    laid_out,
    paint_chip,
    paint_chips,
    spoken,
    width_of,
)

SIMILAR = Chip("Similar name", "warn", "triangle-alert")


def painted(piece: Piece, side: int = 40) -> QImage:
    image = QImage(side, side, QImage.Format.Format_ARGB32)
    image.fill(theme.color("surface"))
    with QPainter(image) as painter:
        paint_chip(painter, QRectF(0, 0, side, side), piece)
    return image


def grey(image: QImage) -> QImage:
    return image.convertToFormat(QImage.Format.Format_Grayscale8)


def test_sides_can_be_told_apart_without_colour() -> None:
    left, right = grey(painted(SideChip("L", True))), grey(painted(SideChip("R", True)))
    assert left.pixelColor(4, 4).lightness() < 128  # the corner of a square is filled
    assert right.pixelColor(4, 4).lightness() > 200  # that of a circle is not


def test_a_planned_side_is_hollow() -> None:
    place = (20, 6)
    assert painted(SideChip("L", False)).pixelColor(*place) == theme.color("surface")
    assert painted(SideChip("L", True)).pixelColor(*place) == theme.color("left")


def test_a_side_is_spoken() -> None:
    assert spoken(SideChip("R", False)) == "right, planned"
    assert spoken(SideChip("L", True)) == "left, recorded"


def test_a_chip_without_room_keeps_its_icon_and_says_its_words() -> None:
    [(place, shown, whole)] = laid_out([SIMILAR], 40, shorten=True)
    assert place.width() < 40
    assert shown == Chip("", "warn", "triangle-alert")
    assert spoken(whole) == "Similar name"


def test_a_status_never_loses_its_word() -> None:
    [(_place, shown, _whole)] = laid_out([Chip("Scheduled", "neutral", "clock")], 40)
    assert shown == Chip("Scheduled", "neutral", "clock")


def test_chips_stand_beside_each_other() -> None:
    places = [
        place for place, _shown, _whole in laid_out([SideChip("L", True), SideChip("R", True), SIMILAR], 999)
    ]
    assert all(first.right() < second.left() for first, second in pairwise(places))


def test_what_was_not_asked_yet_has_a_dashed_frame() -> None:
    asked = painted(Mark("file-text", "neutral", "Consent signed"))
    unasked = painted(Mark("file-text", "neutral", "Consent not asked yet", asked=False))
    assert asked.pixelColor(20, 1) == theme.color("surface")
    frame = {unasked.pixelColor(x, 1).name() for x in range(8, 32)}
    assert len(frame) > 1


def test_a_chip_says_its_words_to_a_screen_reader(qtbot: QtBot) -> None:
    label = ChipLabel(SIMILAR)
    qtbot.addWidget(label)
    label.show_chip(Chip("Allergy: latex", "danger", "triangle-alert"))
    assert label.accessibleName() == "Allergy: latex"
    assert label.width() >= width_of(label.chip())


def test_every_tone_is_painted_in_every_look() -> None:
    image = QImage(400, 40, QImage.Format.Format_ARGB32)
    image.fill(theme.color("surface"))
    chips = [Chip("x", tone) for tone in ("ok", "warn", "danger", "info", "neutral")]
    with QPainter(image) as painter:
        paint_chips(painter, QRectF(0, 0, 400, 40), chips)
    grounds = {image.pixelColor(round(place.left()) + 6, 20).name() for place, _s, _w in laid_out(chips, 400)}
    assert len(grounds) == 5
