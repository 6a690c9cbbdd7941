"""What happened in a course, newest first: blocks, responses, papers, and what came before them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication, QPointF, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from mbb_desktop.clinical.ablation_outcome import outcomes, say_outcomes
from mbb_desktop.clinical.block import BlockState
from mbb_desktop.clinical.block_state import DONE
from mbb_desktop.clinical.course import ConservativeCare, Course
from mbb_desktop.clinical.paper import PaperKind
from mbb_desktop.clinical.phrases import of
from mbb_desktop.clinical.quantities import plain
from mbb_desktop.clinical.relief_words import say_calculated
from mbb_desktop.clinical.shown import listed, show_date, show_time
from mbb_desktop.ui import icons, theme
from mbb_desktop.ui.chart_facts import (
    BlockLine,
    CourseFacts,
    agents_words,
    block_title,
    error_words,
    is_struck,
)
from mbb_desktop.ui.language import localized
from mbb_desktop.ui.parts import clear, help_text, line, stack, words
from mbb_desktop.ui.person_words import capital

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Event:
    """One thing on its day; `day` None for what has no date and stands at the end."""

    day: date | None
    shown: str
    title: str
    detail: str = ""
    icon: str = "file-text"
    filled: bool = False


def events_of(facts: CourseFacts) -> tuple[Event, ...]:
    """Everything of the course that has happened or is planned, newest first."""
    found = [
        *(block_event(line) for line in facts.lines()),
        *_responses(facts),
        *_papers(facts),
        *(_course(facts.course) if facts.course else ()),
    ]
    return tuple(sorted(found, key=lambda event: event.day or date.min, reverse=True))


def block_event(line: BlockLine) -> Event:
    """A block as it stands on the time line."""
    block, result = line.block, line.result
    if is_struck(line):
        title = translate("chart", "Block, entered in error later")
        return Event(block.performed_on, show_date(block.performed_on), title, _error(line), "ban")
    said = [capital(partly)] if (partly := error_words(line)) else []
    said += [agents_words(block)] if block.drugs else []
    if result is not None:
        relief = translate("chart", "{0} relief, {1}")
        said.append(relief.format(say_calculated(result.measures), localized(result.title.lower())))
    if block.discharge.at is not None and block.discharge.attested_by:
        left = translate("chart", "Discharged {0}, attested by {1}")
        said.append(left.format(show_time(block.discharge.at), block.discharge.attested_by))
    shown, said_of_it = show_date(block.performed_on), ". ".join(said)
    if block.state is BlockState.DRAFT:
        title = translate("chart", "{0}, not signed").format(block_title(line))
        return Event(block.performed_on, shown, title, said_of_it, "pencil")
    filled = block.state in DONE
    return Event(block.performed_on, shown, block_title(line), said_of_it, "syringe", filled)


def _error(line: BlockLine) -> str:
    """`14-Nov-2026: documented for the wrong patient`: when it was found, and why."""
    found = [each.at for each in line.errors if each.whole and each.wrong.kind is PaperKind.PROCEDURE_NOTE]
    why = capital(error_words(line))
    return f"{show_date(found[0].date())}: {why}" if found else why


def _responses(facts: CourseFacts) -> Iterator[Event]:
    for row in facts.lines():
        response = row.response
        if response is None or not response.readings:
            continue
        last = max(reading.at for reading in response.readings)
        by = next((r.entered_by for r in reversed(response.readings) if r.entered_by), "")
        times = len({reading.slot for reading in response.readings})
        count = translate("chart", "scores at {0} times").format(times)
        said = ", ".join(part for part in (by, count) if part)
        yield Event(last.date(), show_date(last.date()), translate("chart", "Pain scores"), said, "phone")


def _papers(facts: CourseFacts) -> Iterator[Event]:
    blocks = {line.block.id for line in facts.lines()}
    course_id = facts.course.id if facts.course else None
    gone = {each.wrong.paper_id for each in facts.chart.errors if each.whole}
    for paper in facts.chart.papers:
        if paper.kind is PaperKind.PROCEDURE_NOTE:
            continue
        if paper.block_id in blocks or (course_id is not None and paper.course_id == course_id):
            day = paper.signed_at.date()
            kind = capital(localized(paper.kind.value))
            title = translate("chart", "{0} signed").format(kind)
            if paper.id in gone:
                title = translate("chart", "{0}, entered in error").format(kind)
            icon = "ban" if paper.id in gone else "file-text"
            yield Event(day, show_date(day), title, f"{paper.number}. {paper.signer}", icon)


def _ablations(course: Course) -> Iterator[Event]:
    for done in course.ablations:
        here = translate("chart", "Ablation")
        title = translate("chart", "Ablation elsewhere") if done.elsewhere else here
        where = " ".join(
            filter(None, (listed(done.joints), listed([localized(s.value) for s in done.sides])))
        )
        heat = f"{plain(done.temperature)} °C" if done.temperature is not None else ""
        how = ", ".join(
            filter(None, (localized(done.method.value) if done.method else "", heat, done.by, done.facility))
        )
        detail = ". ".join(filter(None, (where, capital(how))))
        yield Event(done.on, _day(done.on), title, detail, "zap", True)
        for (months, outcome), said in zip(outcomes(done), say_outcomes(done), strict=True):
            after = translate("chart", "{0} months after the ablation").format(months)
            yield Event(outcome.on, _day(outcome.on), after, capital(said.partition(", ")[2]), "phone")
        if done.pain_back_on is not None:
            yield Event(done.pain_back_on, _day(done.pain_back_on), translate("chart", "Pain back"), where)


def _course(course: Course) -> Iterator[Event]:
    yield from _ablations(course)
    for care in course.conservative_care:
        yield _care(care)
    for study in course.imaging:
        yield Event(study.on, _day(study.on), study.modality, capital(study.finding))
    if course.exam:
        title = translate("chart", "Examination")
        yield Event(course.exam_on, _day(course.exam_on), title, course.exam)
    if course.began_on is not None:
        shown = show_date(course.began_on)
        if course.began_month_only:
            shown = shown.split("-", 1)[1].replace("-", " ")
        yield Event(course.began_on, shown, translate("chart", "Pain began"), _pain(course))


def _pain(course: Course) -> str:
    usual = (
        translate("chart", "usual score {0}").format(plain(course.usual_score))
        if course.usual_score is not None
        else ""
    )
    return capital(", ".join(part for part in (course.pain_area, usual) if part))


def _care(care: ConservativeCare) -> Event:
    day = care.ended or care.started
    name = capital(localized(care.kind.value))
    title = translate("chart", "{0} ended").format(name) if care.ended else name
    visits = translate("chart", "{0} visits").format(care.visits) if care.visits is not None else ""
    outcome = of(care.outcome) if care.outcome else translate("chart", "outcome not recorded")
    said = [part for part in (care.what, visits, outcome) if part]
    return Event(day, _day(day), title, ". ".join(capital(part) for part in said))


def _day(day: date | None) -> str:
    return show_date(day) if day else translate("chart", "No date")


class _Dot(QWidget):
    """The mark of one event on the line that joins them."""

    def __init__(self, icon: str, filled: bool, last: bool) -> None:
        super().__init__()
        self._icon, self._filled, self._last = icon, filled, last
        self.setFixedWidth(theme.px(26))

    def paintEvent(self, _event: QPaintEvent) -> None:
        side = theme.px(20)
        box = QRectF(theme.px(1), theme.px(4), side, side)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if not self._last:
                painter.setPen(QPen(theme.color("border"), theme.px(2)))
                foot = QPointF(box.center().x(), self.height() + 4)
                painter.drawLine(QPointF(box.center().x(), box.bottom() + 3), foot)
            painter.setPen(QPen(theme.color("accent" if self._filled else "text2"), 1.6))
            painter.setBrush(theme.color("accent" if self._filled else "surface"))
            painter.drawEllipse(box)
            inset = side * 0.24
            color = "onAccent" if self._filled else "text2"
            icons.paint(painter, self._icon, box.adjusted(inset, inset, -inset, -inset), color)


class TimelineView(QWidget):
    """The events under each other."""

    def __init__(self) -> None:
        super().__init__()
        self._column = stack(self, spacing=0)

    def show_events(self, events: Sequence[Event]) -> None:
        """Replace what is shown."""
        clear(self._column)
        for at, event in enumerate(events):
            self._column.addWidget(_row(event, last=at == len(events) - 1))
        self._column.addStretch()


def _row(event: Event, last: bool) -> QWidget:
    row = QWidget()
    layout = line(row, spacing=8)
    layout.addWidget(_Dot(event.icon, event.filled, last))
    column = stack(spacing=1, margins=(0, 2, 0, 14))
    column.addWidget(words(event.shown, "help"))
    title = words(event.title, "strong")
    title.setWordWrap(True)
    column.addWidget(title)
    if event.detail:
        column.addWidget(help_text(event.detail))
    layout.addLayout(column, 1)
    return row
