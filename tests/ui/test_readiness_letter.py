"""The letter beside the criteria: when it is drawn, what is said with it, and when it is let go."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mbb_desktop.clinical.paper import PaperKind
from mbb_desktop.ui import theme
from mbb_desktop.ui.chart_page import ChartPage
from mbb_desktop.ui.letter_card import LetterCard
from mbb_desktop.ui.letter_pane import LetterPane
from mbb_desktop.ui.readiness_view import ReadinessView
from mbb_desktop.ui.tasks import Deliver, InlineTasks, Outcome
from mbb_desktop.workflow.issue_letter import LetterOrder
from mbb_desktop.workflow.keep_courses import save_course
from mbb_desktop.workflow.preview_letter import LetterDraft, draft_pages, preview_letter
from mbb_desktop.workflow.review_course import review_course
from tests.documents.reading import text_of
from tests.ui.sample import SampleClinic, press

T = TypeVar("T")


def opened(clinic: SampleClinic, words: str) -> ChartPage:
    chart = clinic.open_chart(words)
    chart.show_tab("readiness")
    QApplication.processEvents()
    return chart


def shown(qtbot: QtBot, view: ReadinessView) -> str:
    """The words of the pages, once nothing is waited for any more."""
    qtbot.waitUntil(lambda: view.draft.holds_pages() and not view.draft._waiting.isActive())
    return text_of(view.draft._pdf)


def test_the_draft_stands_beside_the_criteria_and_says_what_keeps_it(
    clinic: SampleClinic, qtbot: QtBot
) -> None:
    view = opened(clinic, "lindqvist").readiness
    text = shown(qtbot, view)
    assert "DRAFT" in text
    assert "LINDQVIST" in text
    assert view.findings.isVisible()
    assert view.draft.isVisible()
    assert not view.sets.isVisible()
    assert "Before signing: " in view.draft.said()
    assert view.letter.before().splitlines()[0] in view.draft.said()
    assert "gap" in view.draft.said()


def test_the_kind_of_letter_is_remembered_for_its_patient_until_the_program_locks(
    clinic: SampleClinic,
) -> None:
    def kind(words: str) -> PaperKind | None:
        return opened(clinic, words).readiness.draft.kind.value()

    first = opened(clinic, "marsh eleanor").readiness
    first.draft.kind.set_value(PaperKind.AUTHORIZATION)
    first.draft.kind.edited.emit()
    press(first, "Write the letter")
    card = clinic.card(LetterCard)
    assert card.order().kind is PaperKind.AUTHORIZATION
    assert card.form.field("planned_for").isVisible()
    card.reject()
    assert kind("lindqvist") is PaperKind.RFA_LETTER
    assert kind("marsh eleanor") is PaperKind.AUTHORIZATION
    clinic.sign_in("physician")
    assert kind("marsh eleanor") is PaperKind.RFA_LETTER


def test_it_is_drawn_when_it_is_looked_at_and_the_trail_has_one_line_for_a_chart_that_was_opened(
    clinic: SampleClinic, qtbot: QtBot
) -> None:
    chart = clinic.open_chart("marsh eleanor")
    qtbot.wait(100)
    assert not chart.readiness.draft.holds_pages()
    assert "draft shown" not in clinic.events()
    chart.show_tab("readiness")
    shown(qtbot, chart.readiness)
    pdf = chart.readiness.draft._pdf
    for _ in range(3):
        clinic.session.announce("paper")
        shown(qtbot, chart.readiness)
        assert chart.readiness.draft._pdf is pdf
        chart.show_tab("overview")
        chart.show_tab("readiness")
    assert clinic.events().count("draft shown") == 1
    clinic.window.back()
    shown(qtbot, opened(clinic, "marsh eleanor").readiness)
    assert clinic.events().count("draft shown") == 2


def test_a_letter_that_waits_for_nothing_says_so_and_gives_its_place_to_the_rules_and_takes_it_back(
    clinic: SampleClinic, qtbot: QtBot
) -> None:
    view = opened(clinic, "marsh eleanor").readiness
    shown(qtbot, view)
    assert view.draft.said() == "Nothing keeps this letter from being signed.\nIt prints no gap."
    press(view.draft, "Request and other rules")
    assert (view.draft.isVisible(), view.sets.isVisible(), view.findings.isVisible()) == (False, True, True)
    press(view, "Show the draft letter")
    assert (view.draft.isVisible(), view.sets.isVisible(), view.findings.isVisible()) == (True, False, True)
    press(view.draft, "Write the letter")
    assert clinic.card(LetterCard)


def test_a_change_of_the_complaint_or_the_kind_stands_in_the_draft_and_nothing_is_blank_between(
    clinic: SampleClinic, qtbot: QtBot
) -> None:
    view = opened(clinic, "marsh eleanor").readiness
    before = shown(qtbot, view)
    course = clinic.chart("marsh eleanor").courses[0]
    clinic.do(save_course, replace(course, radiculopathy=True))
    clinic.session.announce("course", patient_id=course.patient_id)
    assert view.draft.pages.has_pictures()
    qtbot.waitUntil(lambda: text_of(view.draft._pdf) != before)
    assert view.draft.pages.has_pictures()
    assert "It prints 2 gaps" in view.draft.said()
    assert "Prior authorization" not in before
    view.draft.kind.set_value(PaperKind.AUTHORIZATION)
    view.draft.kind.edited.emit()
    qtbot.waitUntil(lambda: "Prior authorization" in text_of(view.draft._pdf))
    assert "It prints" in view.draft.said()


def test_before_the_first_block_it_says_what_will_stand_there(clinic: SampleClinic, qtbot: QtBot) -> None:
    view = opened(clinic, "haddad").readiness
    qtbot.wait(100)
    assert view.draft.said() == "The draft letter will stand here as soon as the first block is recorded."
    assert (view.draft._area.isVisible(), view.draft.write.isVisible()) == (False, False)
    assert "draft shown" not in clinic.events()


def test_a_nurse_reads_it_after_the_response_is_signed_and_writes_no_letter(
    clinic: SampleClinic, qtbot: QtBot
) -> None:
    clinic.sign_in("nurse")
    unsigned = opened(clinic, "nowak").readiness
    qtbot.wait(100)
    assert not unsigned.draft.isVisible()
    assert not unsigned.draft.holds_pages()
    assert "draft shown" not in clinic.events()
    view = opened(clinic, "marsh eleanor").readiness
    assert "DRAFT" in shown(qtbot, view)
    assert view.draft.write.isHidden()


def test_a_large_window_shows_everything_and_locking_lets_go_of_every_page(
    clinic: SampleClinic, qtbot: QtBot
) -> None:
    clinic.window.resize(1920, 1080)
    view = opened(clinic, "marsh eleanor").readiness
    shown(qtbot, view)
    assert all(part.isVisible() for part in (view.findings, view.draft, view.sets))
    assert not view._whole.turn.isVisible()
    held: list[bool] = []
    clinic.window.about_to_lock.connect(lambda: held.append(view.draft.holds_pages()))
    clinic.window.lock()
    assert held == [False]


def test_large_letters_fold_the_draft_behind_a_button(clinic: SampleClinic, qtbot: QtBot) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, theme.LIGHT, 150)
    view = opened(clinic, "marsh eleanor").readiness
    qtbot.wait(100)
    assert (view.draft.isVisible(), view.findings.isVisible()) == (False, True)
    assert "draft shown" not in clinic.events()
    press(view, "Show the draft letter")
    shown(qtbot, view)
    assert (view.draft.isVisible(), view.findings.isVisible()) == (True, False)
    press(view, "Back to the criteria")
    assert (view.draft.isVisible(), view.findings.isVisible()) == (False, True)


class Late(InlineTasks):
    """What is beside the store waits until it is told."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []

    def pool_work(self, work: Callable[[], T], deliver: Deliver[T]) -> None:
        self.waiting.append(lambda: deliver(Outcome(work)))

    def finish(self) -> None:
        while self.waiting:
            self.waiting.pop(0)()


def test_a_reply_that_comes_too_late_is_dropped(clinic: SampleClinic, qtbot: QtBot) -> None:
    late = clinic.session._tasks = Late()
    courses = (clinic.chart(words).courses[0].id for words in ("marsh eleanor", "lindqvist"))
    first, other = (clinic.do(review_course, course_id) for course_id in courses)
    pane = LetterPane(clinic.session, True)
    qtbot.addWidget(pane)
    pane.resize(520, 700)
    pane.show()
    for after in (pane.forget, lambda: pane.show_course(other)):
        pane.show_course(first)
        qtbot.waitUntil(lambda: bool(late.waiting))
        after()
        late.finish()
        assert not pane.holds_pages()
    qtbot.waitUntil(lambda: bool(late.waiting))
    late.finish()
    assert "LINDQVIST" in text_of(pane._pdf)


def test_the_same_draft_gives_the_same_bytes(clinic: SampleClinic) -> None:
    course = clinic.chart("marsh eleanor").courses[0]
    drafts: list[LetterDraft] = [clinic.do(preview_letter, LetterOrder(course.id)) for _ in range(2)]
    assert draft_pages(drafts[0]).pdf == draft_pages(drafts[1]).pdf
