"""The main job without a window: the sample clinic, its papers, and pictures of the main screens."""

import shutil
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from itertools import product
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QEvent, QEventLoop, QMessageLogContext, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QWidget

from mbb_desktop.app import App, qt_application
from mbb_desktop.clinical.block import Block, BlockState
from mbb_desktop.clinical.handout import HandoutKind
from mbb_desktop.clinical.paper import PaperKind
from mbb_desktop.clinical.people import Correspondent, CorrespondentKind
from mbb_desktop.settings import APPEARANCE, LANGUAGE, TEXT_PERCENT, TOUR_TOLD, Settings
from mbb_desktop.storage.errors import StoreUnavailable
from mbb_desktop.storage.keys import STANDARD, Cost, people
from mbb_desktop.storage.signed import verify
from mbb_desktop.storage.vault import open_vault
from mbb_desktop.ui.dialog_card import DialogCard
from mbb_desktop.ui.tasks import InlineTasks
from mbb_desktop.ui.workplace import Workplace
from mbb_desktop.workflow.desk import Desk
from mbb_desktop.workflow.issue_letter import LetterOrder, sign_letter
from mbb_desktop.workflow.keep_clinic import directory
from mbb_desktop.workflow.keep_patients import Chart, find_patients, refresh_chart
from mbb_desktop.workflow.knowledge import handout_books
from mbb_desktop.workflow.make_packet import make_packet
from mbb_desktop.workflow.print_handout import HandoutOrder, make_handout
from mbb_desktop.workflow.review_course import review_course
from mbb_desktop.workflow.sample_clinic import make_sample_clinic
from mbb_desktop.workflow.sample_people import PASSPHRASE, PIN
from mbb_desktop.workflow.today import board
from mbb_desktop.workflow.unlock import local_time

_PAGES = {"calls": "follow-up-calls"}
_TURNS, _SOON_MS, _SETTLED_S = 4, 250, 3.0


def show_main_job(
    out: Path,
    *,
    clock: Callable[[], datetime] = local_time,
    cost: Cost = STANDARD,
    everybody: bool = True,
    percents: Sequence[int] = (100,),
) -> int:
    """Make the sample clinic in `out`, record, sign and judge its blocks, and write what they show and print.

    Prints the path of each file. `everybody`: all sixty people, or only the told stories.
    Returns 0, or 2 when something could not be done.
    """
    vault = out / "sample-clinic"
    qInstallMessageHandler(_without_offscreen_noise)
    try:
        shutil.rmtree(vault, ignore_errors=True)
        out.mkdir(parents=True, exist_ok=True)
        make_sample_clinic(vault, clock(), cost=cost, everybody=everybody, told=_tell)
        print(f"Sample clinic: {vault}  (passphrase: {PASSPHRASE}, PIN: {PIN})")
        for path in (*screens(vault, out, clock, percents), *_papers(vault, out, clock)):
            print(path)
    except StoreUnavailable as error:
        print(error.sentence)
        return 2
    except OSError as error:
        print(f"{out} cannot be written: {error.strerror}. Choose another folder with --out.")
        return 2
    return 0


def _tell(done: int, of: int) -> None:
    """A few lines while the clinic is made, which takes some seconds."""
    if done % max(of // 4, 1) == 0:
        print(f"Making the sample clinic: {100 * done // of} %", flush=True)


def _without_offscreen_noise(_kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    """The offscreen screen says at each window what it cannot do; everything else is passed on."""
    if "This plugin does not support" not in text:
        print(text, file=sys.stderr)


def _papers(folder: Path, out: Path, clock: Callable[[], datetime]) -> Iterator[Path]:
    """Sign the letters of the patient with two positive blocks; write every paper and the packet."""
    vault = open_vault(folder, _physician(folder), PASSPHRASE, at=clock())
    try:
        desk = Desk(vault.store, vault.user, clock(), "sample", vault.signing_key)
        chart = _chart(desk)
        review = review_course(desk, chart.courses[0].id)
        for finding in review.judgement.findings:
            print(f"  {finding.rule_id:6} {finding.verdict.value:8} {finding.said}")
        order = LetterOrder(chart.courses[0].id, _provider(desk), cc=("K. Sato, MD",))
        sign_letter(desk, order, PIN)
        to_payer = LetterOrder(chart.courses[0].id, _payer(desk), kind=PaperKind.AUTHORIZATION)
        packet = make_packet(desk, sign_letter(desk, to_payer, PIN).id, fax_cover=True)
        yield _written(out / f"{packet.name}.pdf", packet.pdf)
        for paper in refresh_chart(desk, chart.patient.id).papers:
            yield _written(out / f"{paper.number}.pdf", paper.pdf)
        yield from _handouts(desk, chart, out)
        report = verify(vault.store)
        state = "intact" if report.intact else "NOT intact"
        print(f"Record {state}: {report.events} events, {report.documents} signed papers.")
    finally:
        vault.close()


def _handouts(desk: Desk, chart: Chart, out: Path) -> Iterator[Path]:
    """What the patient of the newest block takes home, in every language."""
    block = next(block for block in chart.blocks if block.state is BlockState.SIGNED)
    for language in handout_books():
        for kind in (HandoutKind.HANDOUT, HandoutKind.INFORMATION):
            made = make_handout(desk, HandoutOrder(block.id, kind, language))
            yield _written(out / f"{kind.value.replace(' ', '-')}-{language}.pdf", made.pdf)


def _written(path: Path, pdf: bytes) -> Path:
    path.write_bytes(pdf)
    return path


def _physician(folder: Path) -> UUID:
    return next(person.user_id for person in people(folder) if person.name == "A. Okafor")


def _provider(desk: Desk) -> Correspondent:
    return next(entry for entry in directory(desk) if entry.kind is CorrespondentKind.RFA_PROVIDER)


def _payer(desk: Desk) -> Correspondent:
    return next(entry for entry in directory(desk) if entry.kind is CorrespondentKind.PAYER)


def _chart(desk: Desk) -> Chart:
    found = find_patients(desk, "marsh eleanor").patients
    return refresh_chart(desk, found[0].id)


def screens(
    folder: Path, out: Path, clock: Callable[[], datetime], percents: Sequence[int] = (100,)
) -> Iterator[Path]:
    """Pictures of the main screens of a sample clinic in a folder, light and dark, at sizes of the text."""
    for percent, look in product(percents, ("light", "dark")):
        chosen = {
            APPEARANCE.name: look,
            LANGUAGE.name: "en",
            TEXT_PERCENT.name: percent,
            TOUR_TOLD.name: True,
        }
        settings = Settings(out / "settings-of-the-pictures.toml", chosen)
        application = qt_application(settings)
        app = App(folder, clock=clock, tasks=InlineTasks(), settings=settings, sample=True)
        app.window.resize(1440, 900)
        app.window.show()
        size = "" if percent == 100 else f"-{percent}"
        for name in walk(app):
            path = out / f"screen-{name}-{look}{size}.png"
            _settled(application, app.window).grab().save(str(path))
            yield path
        app.window.close()
        app.window.deleteLater()  # the next look would be put on it as well
        application.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _settled(application: QApplication, window: QWidget) -> QWidget:
    """The window once all that a page shows a moment later is there."""
    end, calm = time.monotonic() + _SETTLED_S, 0
    while calm < _TURNS and time.monotonic() < end:
        application.sendPostedEvents()
        application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 10)
        waiting = any(each.isActive() and _is_soon(each) for each in window.findChildren(QTimer))
        calm = 0 if waiting else calm + 1
    return window


def _is_soon(timer: QTimer) -> bool:
    return timer.interval() == 0 or (timer.isSingleShot() and timer.interval() <= _SOON_MS)


def walk(app: App) -> Iterator[str]:
    """Unlock, and show one screen after the other; yields the name of what is shown."""
    yield "unlock"
    app.unlock_as("A. Okafor", PASSPHRASE)
    assert app.session is not None
    assert app.workplace is not None
    for told in app.window.findChildren(DialogCard):
        told.dismiss()  # what has to be read before the work begins would dim every screen
    yield "today"
    app.window.show_page("patients")
    yield "patients"
    desk = Desk(app.session.store, app.session.user, app.clock(), "sample")
    yield from _walk_chart(app.workplace, _chart(desk))
    blocks = {row.patient.family: row.block for row in board(desk).blocks}
    yield from _walk_blocks(app.workplace, blocks)
    for page in ("calls", "letters", "analytics", "settings"):
        app.window.show_page(page)
        yield _PAGES.get(page, page)


def _walk_chart(workplace: Workplace, chart: Chart) -> Iterator[str]:
    opened = workplace.open_chart(chart.patient.id)
    yield "chart"
    for tab in ("readiness", "papers"):
        opened.show_tab(tab)
        yield tab
    signed = next(block for block in chart.blocks if block.state is BlockState.SIGNED)
    workplace.open_block(signed)
    yield "signed-block"


def _walk_blocks(workplace: Workplace, blocks: dict[str, Block]) -> Iterator[str]:
    workplace.open_block(blocks["Torres"])
    yield "block-editor"
    workplace.open_room(blocks["Haddad"])
    yield "room"
