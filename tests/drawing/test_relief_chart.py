"""The relief chart: true times, broken axis, and labels that do not collide."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mbb_desktop.drawing.chart_axes import AxisWords, lay_axes
from mbb_desktop.drawing.relief_chart import (
    Curve,
    Marker,
    Reading,
    Relief,
    Threshold,
    Window,
    relief_chart,
)
from mbb_desktop.drawing.shapes import Box, Dot, Drawing, Label, Line, Polygon, Shape

WINDOW = Window("bupivacaine window 3 to 8 h", 180, 480, "accent")
THRESHOLD = Threshold("NRS 1 or less", Decimal(1), "ok")
SIZE = (180.0, 46.0)


def _readings(*pairs: tuple[int | None, int | None]) -> tuple[Reading, ...]:
    return tuple((minutes, None if score is None else Decimal(score)) for minutes, score in pairs)


def _curve(*pairs: tuple[int | None, int | None], label: str = "Left", token: str = "left") -> Curve:
    return Curve(label, _readings(*pairs), token, "square")


def _chart(*curves: Curve, blind: bool = False) -> Drawing:
    return relief_chart(Relief(curves, (WINDOW,), (THRESHOLD,)), size=SIZE, blind=blind)


def _texts(drawing: Drawing) -> set[str]:
    return {shape.text for shape in drawing.shapes if isinstance(shape, Label)}


def _strokes(drawing: Drawing, token: str) -> list[Shape]:
    lines = [shape for shape in drawing.shapes if isinstance(shape, Line | Polygon)]
    return [line for line in lines if line.ink.stroke == token]


def test_hours_are_evenly_spaced_to_eight() -> None:
    axes = lay_axes(SIZE, bars=0, scale_max=10, words=AxisWords(), text=2.9)
    steps = {round(axes.x(60 * hour + 60) - axes.x(60 * hour), 1) for hour in range(8)}
    assert len(steps) == 1


def test_later_times_keep_their_order() -> None:
    axes = lay_axes(SIZE, bars=0, scale_max=10, words=AxisWords(), text=2.9)
    places = [axes.x(minutes) for minutes in (None, 0, 480, 600, 720, 1000, 1440)]
    assert places == sorted(places)
    assert axes.x(2000) == axes.right


def test_a_missing_reading_breaks_the_line() -> None:
    whole = _chart(_curve((None, 7), (60, 1), (120, 1), (180, 2), (240, 3)))
    broken = _chart(_curve((None, 7), (60, 1), (120, None), (180, 2), (240, 3)))
    assert (len(_strokes(whole, "left")), len(_strokes(broken, "left"))) == (1, 2)


def test_the_stretch_across_a_break_is_dotted() -> None:
    drawing = _chart(_curve((None, 7), (480, 5), (1440, 6)))
    solid, dotted = _strokes(drawing, "left")
    assert isinstance(solid, Polygon)
    assert isinstance(dotted, Line)
    assert (solid.ink.dash, bool(dotted.ink.dash)) == ((), True)


def test_no_line_passes_a_missing_reading_at_twelve_hours() -> None:
    drawing = _chart(_curve((None, 7), (480, 5), (720, None), (1440, 6)))
    assert [type(shape) for shape in _strokes(drawing, "left")] == [Polygon]


def test_the_window_is_its_true_band() -> None:
    axes = lay_axes(SIZE, bars=1, scale_max=10, words=AxisWords(), text=2.9)
    band, bar = (shape for shape in _chart().shapes if isinstance(shape, Box))
    assert (band.x, round(band.x + band.width, 3)) == (axes.x(180), axes.x(480))
    assert (bar.x, bar.width) == (band.x, band.width)


@pytest.mark.parametrize(
    ("window", "anchor"),
    [
        (Window("short", 60, 240, "accent"), "start"),
        (Window("bupivacaine window", 180, 1440, "accent"), "end"),
        (Window("bupivacaine with epinephrine and a very long name", 60, 1440, "accent"), "middle"),
    ],
)
def test_a_windows_name_stands_where_there_is_room(window: Window, anchor: str) -> None:
    drawing = relief_chart(Relief((), (window,)), size=(110.0, 46.0))
    label = next(each for each in drawing.shapes if isinstance(each, Label) and each.text == window.label)
    bar = [shape for shape in drawing.shapes if isinstance(shape, Box)][1]
    assert label.anchor == anchor
    assert not label.bounds().overlaps(bar.bounds())
    assert label.bounds().left >= 0
    assert label.bounds().right <= 110


def test_needle_out_is_the_upright_line_at_zero() -> None:
    axes = lay_axes(SIZE, bars=1, scale_max=10, words=AxisWords(), text=2.9)
    (line,) = _strokes(_chart(), "text")
    assert isinstance(line, Line)
    assert line.start[0] == line.end[0] == axes.x(0)
    assert {"Before", "0", "needle out", "8 h", "12 h", "24 h"} <= _texts(_chart())


def test_the_threshold_is_a_dashed_line_with_its_whole_score() -> None:
    axes = lay_axes(SIZE, bars=1, scale_max=10, words=AxisWords(), text=2.9)
    (line,) = _strokes(_chart(), "ok")
    assert isinstance(line, Line)
    assert line.start[1] == axes.y(Decimal(1))
    assert line.ink.dash
    assert "NRS 1 or less" in _texts(_chart())


def test_who_collects_scores_sees_neither_threshold_nor_window() -> None:
    drawing = _chart(_curve((None, 7), (60, 1)), blind=True)
    assert not {"NRS 1 or less", "bupivacaine window 3 to 8 h"} & _texts(drawing)
    assert not {"ok", "accent"} & drawing.tokens()


def test_blind_and_open_show_the_same_scores() -> None:
    curve = _curve((None, 7), (60, 1))
    assert "Left" in _texts(_chart(curve, blind=True))
    assert len(_strokes(_chart(curve, blind=True), "left")) == 1


def test_a_shared_reading_shows_both_markers() -> None:
    left = _curve((60, 1))
    right = Curve("Right", _readings((60, 1)), "right", "circle")
    drawing = relief_chart(Relief((left, right)), size=SIZE)
    squares = [shape for shape in drawing.shapes if isinstance(shape, Box) and shape.ink.fill == "left"]
    circles = [shape for shape in drawing.shapes if isinstance(shape, Dot) and shape.ink.fill == "right"]
    reading, _in_name = squares
    assert reading.bounds().centre[0] != circles[0].x


def test_three_curves_have_three_markers() -> None:
    markers: tuple[Marker, ...] = ("square", "circle", "diamond")
    curves = tuple(Curve(name, _readings((60, 5)), "text2", name) for name in markers)
    drawing = relief_chart(Relief(curves), size=SIZE)
    kinds = {
        type(shape) for shape in drawing.shapes if not isinstance(shape, Label) and shape.ink.fill == "text2"
    }
    assert kinds == {Box, Dot, Polygon}


@pytest.mark.parametrize(("minutes", "score"), [(15, 0), (30, 1), (480, 5), (1440, 10)])
def test_a_curve_is_named_wherever_it_ends(minutes: int, score: int) -> None:
    assert "Left" in _texts(_chart(_curve((None, 7), (minutes, score))))


def test_a_curve_without_readings_is_not_named() -> None:
    assert "Left" not in _texts(_chart(_curve((60, None))))


_TIMES = (None, 15, 30, 60, 120, 180, 240, 300, 360, 420, 480, 720, 1440)


@st.composite
def _courses(draw: st.DrawFn) -> tuple[Curve, ...]:
    count = draw(st.integers(1, len(_TIMES)))
    names = (("Left", "left"), ("Right", "right"), ("Overall", "text2"))
    scores = st.one_of(st.none(), st.integers(0, 10))
    return tuple(
        _curve(*((minutes, draw(scores)) for minutes in _TIMES[:count]), label=label, token=token)
        for label, token in names
    )


@given(_courses())
@settings(max_examples=60, deadline=None)
def test_names_and_thresholds_never_cover_each_other(curves: tuple[Curve, ...]) -> None:
    drawing = _chart(*curves)
    words = {"Left", "Right", "Overall", "NRS 1 or less"}
    rooms = [shape.bounds() for shape in drawing.shapes if isinstance(shape, Label) and shape.text in words]
    shorter = [(room.left + 0.2, room.top + 0.5, room.right - 0.2, room.bottom - 0.5) for room in rooms]
    for index, (left, top, right, bottom) in enumerate(shorter):
        for other in shorter[index + 1 :]:
            assert right <= other[0] or other[2] <= left or bottom <= other[1] or other[3] <= top


@given(_courses())
@settings(max_examples=30, deadline=None)
def test_everything_stays_on_the_sheet(curves: tuple[Curve, ...]) -> None:
    drawing = _chart(*curves)
    for shape in drawing.shapes:
        room = shape.bounds()
        assert room.left >= -0.5
        assert room.right <= drawing.width + 2
        assert room.top >= -0.5
        assert room.bottom <= drawing.height + 0.5
