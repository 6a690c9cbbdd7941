"""A drawing on paper: upright letters, patient's left on the left, readable in grey."""

from decimal import Decimal
from io import BytesIO

import pypdfium2
import pytest
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import SimpleDocTemplate

from mbb_desktop.clinical.anatomy import JointSide, Region, Side, targets_of
from mbb_desktop.documents.drawing import PAPER, DrawingFlowable, draw_on_canvas
from mbb_desktop.drawing.relief_chart import Curve, Relief, relief_chart
from mbb_desktop.drawing.shapes import Box, Drawing, Ink, Label, Polygon
from mbb_desktop.drawing.spine import paper_spine
from mbb_desktop.drawing.spine_marks import Marks

JOINTS = tuple(JointSide("L4-5", side) for side in Side)
SPINE = paper_spine(
    Region.LUMBAR,
    Marks(
        joints=JOINTS, targets=targets_of(JOINTS), volumes=dict.fromkeys(targets_of(JOINTS), "0.5\u00a0mL")
    ),
)


def _page(drawing: Drawing) -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(_pdf(drawing))


def _pdf(drawing: Drawing) -> bytes:
    """A page of exactly the drawing's size."""
    file = BytesIO()
    canvas = Canvas(file, pagesize=(drawing.width * mm, drawing.height * mm), invariant=1)
    draw_on_canvas(canvas, drawing, (0, 0))
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def _rgb(color: str) -> tuple[int, int, int]:
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)


def _seen(drawing: Drawing, x: float, y: float) -> tuple[int, int, int]:
    """The colour printed at a place in millimetres."""
    picture = _page(drawing)[0].render(scale=4).to_pil().convert("RGB")
    red, green, blue = picture.getpixel((round(x * mm * 4), round(y * mm * 4)))
    return red, green, blue


def test_the_words_can_be_read_from_the_page() -> None:
    text = _page(SPINE)[0].get_textpage().get_text_range()
    for word in ("LEFT", "RIGHT", "seen from behind", "L4-5", "L3 MB", "0.5 mL"):
        assert word in text


@pytest.mark.parametrize("side", Side)
def test_each_side_is_printed_on_its_side_in_its_colour(side: Side) -> None:
    room = SPINE.targets()[f"joint:L4-5:{side.value}"]
    y = room.top + 0.2 * (room.bottom - room.top)
    assert _seen(SPINE, room.centre[0], y) == pytest.approx(_rgb(PAPER[side.value]), abs=3)


def test_letters_stand_upright_where_they_belong() -> None:
    drawing = Drawing(40, 40, (Label(20, 10, "T", 10, "text"),))
    box = _page(drawing)[0].get_textpage().get_charbox(0)
    assert (box[1] + box[3]) / 2 == pytest.approx((40 - 10) * mm, abs=1)
    assert _seen(drawing, 20, 12.5) == pytest.approx(_rgb(PAPER["text"]), abs=3)  # the stem is below the bar


def test_a_shaded_bone_prints_in_one_flat_tone() -> None:
    drawing = Drawing(20, 20, (Box(0, 0, 20, 20, Ink(fill="boneHi", shade="boneLo")),))
    assert _seen(drawing, 10, 2) == _seen(drawing, 10, 18)


def test_left_and_right_differ_in_grey_by_letter_and_shape() -> None:
    letters = [shape.text for shape in SPINE.shapes if isinstance(shape, Label) and shape.token == "onSide"]
    assert sorted(letters) == ["L", "L", "R", "R"]
    chips = [shape for shape in SPINE.shapes if shape.bounds().top < 1 and not isinstance(shape, Label)]
    assert sorted(type(chip).__name__ for chip in chips) == ["Box", "Dot"]


def test_a_chart_prints_its_curve_in_its_colour() -> None:
    points = tuple((minutes, Decimal(5)) for minutes in (None, 60, 480, 1440))
    chart = relief_chart(Relief((Curve("Block 1", points, "series1", "diamond"),)))
    (line,) = (each for each in chart.shapes if isinstance(each, Polygon) and not each.closed)
    x, y = (line.points[1][0] + line.points[2][0]) / 2, line.points[1][1]
    assert _seen(chart, x, y) == pytest.approx(_rgb(PAPER["series1"]), abs=3)


def test_bold_words_use_another_font() -> None:
    names = {font.get_base_name() for font in _fonts_of(SPINE)}
    assert any("SemiBold" in name for name in names)
    assert any("Regular" in name for name in names)


def _fonts_of(drawing: Drawing) -> list[pypdfium2.PdfFont]:
    objects = _page(drawing)[0].get_objects(max_depth=3)
    return [each.get_font() for each in objects if isinstance(each, pypdfium2.PdfTextObj)]


def test_the_same_drawing_gives_the_same_bytes() -> None:
    assert _pdf(SPINE) == _pdf(SPINE)


def test_a_flowable_takes_the_width_it_is_given() -> None:
    flowable = DrawingFlowable(SPINE, 200, "spine")
    width, height = flowable.wrap(500, 700)
    assert width / height == pytest.approx(SPINE.width / SPINE.height)
    assert width == 200
    file = BytesIO()
    SimpleDocTemplate(file, invariant=1).build([flowable])
    assert len(pypdfium2.PdfDocument(file.getvalue())) == 1


def test_paper_has_every_colour_that_a_spine_needs() -> None:
    assert SPINE.tokens() <= PAPER.keys()
