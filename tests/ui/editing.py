"""The block editor opened on an invented patient's block, with a person at the keyboard."""

import atexit
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from uuid import UUID

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from mbb_desktop.clinical.access import User
from mbb_desktop.clinical.anatomy import Region
from mbb_desktop.clinical.block import Block, Item, Moment, PatientAnswer, Target, TimeOut, WhereTimeOut
from mbb_desktop.clinical.charting import (
    AsListed,
    Author,
    accept_all,
    with_agent,
    with_fluoroscopy,
    with_levels,
    with_time_out_afterwards,
)
from mbb_desktop.clinical.course import Course, Hardware, HardwareKind
from mbb_desktop.clinical.identity import new_id
from mbb_desktop.clinical.levels import Levels, read_levels
from mbb_desktop.clinical.people import (
    Allergy,
    AllergyKind,
    AllergyState,
    Anticoagulant,
    AnticoagulantPlan,
    Identifier,
    IdentifierKind,
    Patient,
    Sex,
)
from mbb_desktop.clinical.preset import AgentOffered
from mbb_desktop.clinical.response import Response
from mbb_desktop.clinical.time_out import said
from mbb_desktop.storage.vault import Vault, open_vault
from mbb_desktop.ui.block_editor import BlockEditor, Practice
from mbb_desktop.ui.main_window import MainWindow
from mbb_desktop.ui.session import Session
from mbb_desktop.ui.tasks import InlineTasks, Worker
from mbb_desktop.workflow.desk import Desk
from mbb_desktop.workflow.follow_up import response_of
from mbb_desktop.workflow.issue_paper import sign_note
from mbb_desktop.workflow.keep_clinic import clinic
from mbb_desktop.workflow.keep_courses import save_course
from mbb_desktop.workflow.keep_patients import open_chart, save_patient
from mbb_desktop.workflow.knowledge import formulary, presets
from mbb_desktop.workflow.record_block import begin, plan_block, read_block, save_draft
from mbb_desktop.workflow.review_course import rule_set_of_block
from mbb_desktop.workflow.room import complete_time_out, stamp
from tests.ui.driver import Driver, to_front
from tests.ui.rooms import NURSE, PHYSICIAN, PIN, START, Clock, make_vault

LIDOCAINE = AgentOffered("lidocaine", Decimal(20))


def marsh(at: datetime) -> Patient:
    """An invented person with everything that the read-back names."""
    return Patient(
        new_id(at),
        "Marsh",
        "Eleanor",
        date(1961, 3, 14),
        (Identifier(IdentifierKind.MRN, "004 1187"),),
        sex=Sex.FEMALE,
        weight=Decimal(72),
        weighed_on=date(2026, 11, 24),
        allergy_state=AllergyState.LISTED,
        allergies=(Allergy(AllergyKind.LATEX, "latex"),),
        anticoagulant=Anticoagulant(AnticoagulantPlan.CONTINUED, "apixaban"),
    )


def elena(at: datetime) -> Patient:
    """Nearly the same name, born on another day."""
    mrn = (Identifier(IdentifierKind.MRN, "004 0655"),)
    return Patient(new_id(at), "Marsh", "Elena", date(1961, 5, 14), mrn)


@dataclass(frozen=True)
class Scene:
    """What was there before the editor opened."""

    region: Region = Region.LUMBAR
    planned: str = "45 51 b"
    pain: str = "low back"
    fused: tuple[str, ...] = ()
    room_used: bool = True
    needle_out: bool = True
    earlier: str = ""
    twin: bool = False
    user: User = PHYSICIAN
    size: tuple[int, int] = (1440, 900)
    targets: tuple[Target, ...] = ()
    half_points: bool = False
    charted: bool = False
    worker: Worker | None = field(default=None, compare=False)


@dataclass
class Editing:
    """The editor, with hands at it."""

    vault: Vault
    clock: Clock
    session: Session
    window: MainWindow
    editor: BlockEditor
    hands: Driver
    begun: Block | None = None

    def desk(self, user: User = PHYSICIAN) -> Desk:
        key = self.vault.signing_key if user is PHYSICIAN else None
        return Desk(self.vault.store, user, self.clock(), "Room 2", key)

    def stored(self) -> Block:
        """The block as it is in the vault, after everything was saved."""
        self.editor.draft.save_at_once()
        return read_block(self.desk(), self.editor.draft.block.id)

    def scores(self) -> Response:
        """The scores as they are in the vault."""
        self.editor.draft.save_at_once()
        return response_of(self.desk(), self.editor.draft.block)

    def keys(self, *keys: str) -> None:
        """Press named keys; anything else is typed."""
        for key in keys:
            if key in _NAMED or "+" in key or (key[0] == "f" and key[1:].isdigit()):
                self.hands.key(key)
            else:
                self.hands.type(key)

    def charted(self) -> None:
        """Levels, drug, everything as listed, and fluoroscopy: ready to be signed."""
        self.keys("45 51 b", "enter", "2", "f9", "42")

    def place(self) -> str:
        return self.editor.focused_place()

    def focused(self) -> QWidget | None:
        return QApplication.focusWidget()

    def go(self, item: Item) -> None:
        self.editor.work.go_to_item(item)

    def begin(self, *keys: str) -> None:
        """Every test of the file begins when these keys were pressed."""
        self.keys(*keys)
        self.editor.draft.save_at_once()
        self.editor.draft.restore_steps((), ())
        self.begun = self.editor.draft.block
        self.window.hide()

    @contextmanager
    def again(self) -> Iterator["Editing"]:
        """The editor as at the beginning of the file: in front of a person, what was done is undone."""
        draft, self.clock.at = self.editor.draft, NOW
        to_front(self.window)
        self.editor.levels.entry.setFocus()
        assert self.editor.draft.block == self.begun
        yield self
        while draft.can_undo():
            draft.undo()
        draft.save_at_once()
        draft.restore_steps((), ())
        self.begun = replace(self.begun, version=draft.block.version) if self.begun else None
        self.window.messages.clear()
        self.window.hide()


_NAMED = (
    "enter",
    "keypad enter",
    "tab",
    "space",
    "esc",
    "left",
    "right",
    "up",
    "down",
    "delete",
    "backspace",
)


NOW = START + timedelta(minutes=49)
_KEY = "four quiet herons wade"


def _new_folder() -> Path:
    folder = Path(mkdtemp(prefix="clinic-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


@cache
def _staff() -> Path:
    """A clinic with a physician and a nurse."""
    folder = _new_folder() / "clinic"
    make_vault(folder).close()
    return folder


@cache
def _prepared(scene: Scene) -> tuple[Path, UUID]:
    """That clinic with the scene's block; made once and copied for each test."""
    folder = shutil.copytree(_staff(), _new_folder() / "clinic")
    vault = open_vault(folder, PHYSICIAN.id, _KEY, at=NOW)
    block = _block(vault, scene, NOW)
    vault.close()
    return folder, block.id


@contextmanager
def editing(folder: Path, scene: Scene = Scene()) -> Iterator[Editing]:
    """Open the editor as the program does, on a new block in a new clinic; it is 11:05."""
    clinic_folder, block_id = _prepared(scene)
    shutil.copytree(clinic_folder, folder / "clinic")
    clock = Clock()
    clock.at = NOW
    vault = open_vault(folder / "clinic", PHYSICIAN.id, _KEY, at=NOW)
    key = vault.signing_key if scene.user is PHYSICIAN else None
    worker = scene.worker or InlineTasks()
    session = Session(vault.store, scene.user, clock, worker, workstation="Room 2", signing_key=key)
    window = MainWindow(clock)
    window.resize(*scene.size)
    window.begin(scene.user.called, "", session.wait_until_idle)
    editor = _editor(session, window, read_block(_desk(vault, PHYSICIAN, NOW), block_id), scene)
    window.open(editor, editor.title(), banner=editor.banner(), wide=True)
    window.show()
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    try:
        yield Editing(vault, clock, session, window, editor, Driver(window))
    finally:
        session.wait_until_idle()
        window.close()
        window.deleteLater()
        QApplication.processEvents()
        vault.close()


def _editor(session: Session, window: MainWindow, block: Block, scene: Scene) -> BlockEditor:
    desk = Desk(session.store, PHYSICIAN, session.now(), "Room 2")
    chart = open_chart(desk, block.patient_id)
    here = replace(clinic(desk), half_points=scene.half_points)
    practice = Practice(here, presets(), formulary(), rule_set_of_block(desk, block))
    return BlockEditor(session, window, chart, block, response_of(desk, block), practice)


def _block(vault: Vault, scene: Scene, now: datetime) -> Block:
    """A planned block that has begun; with a room screen its time-out and needle-out are stamped."""
    patient = save_patient(_desk(vault, PHYSICIAN, now), marsh(now), although_known=True)
    if scene.twin:
        save_patient(_desk(vault, PHYSICIAN, now), elena(now), although_known=True)
    made = Course(new_id(now), patient.id, scene.region, opened_on=now.date())
    about = replace(made, pain_area=scene.pain, provoked_by="extension")
    if scene.fused:
        cage = Hardware(scene.fused, HardwareKind.CAGE)
        about = replace(about, fusion=True, hardware=(cage,))
    course = save_course(_desk(vault, PHYSICIAN, now), about)
    if scene.earlier:
        _earlier_block(vault, course.id, patient, scene, now - timedelta(days=28))
    levels = read_levels(scene.planned, region=scene.region)
    joints = levels.joints if isinstance(levels, Levels) else ()
    planner = _desk(vault, NURSE, now - timedelta(days=3))
    block = plan_block(planner, course, joints, now - timedelta(minutes=40), room="Room 2")
    block = begin(_desk(vault, PHYSICIAN, now - timedelta(minutes=55)), block)
    if scene.room_used:
        block = _in_the_room(vault, block, scene, now)
    if scene.targets:
        block = save_draft(_desk(vault, PHYSICIAN, now), block, replace(block, targets=scene.targets))
    return _charted(vault, block, now) if scene.charted else block


def _charted(vault: Vault, block: Block, now: datetime) -> Block:
    """As after `Editing.charted`, for tests that begin there."""
    levels = read_levels("45 51 b", region=Region.LUMBAR)
    assert isinstance(levels, Levels)
    preset = presets()[Region.LUMBAR]
    author = Author(PHYSICIAN.id, PHYSICIAN.called, now)
    done = with_agent(with_levels(block, levels, "45 51 b", preset, author), preset.agents[1], author)
    done = accept_all(done, AsListed(preset, author))
    done = with_fluoroscopy(done, replace(done.fluoroscopy, seconds=42), author)
    return save_draft(_desk(vault, PHYSICIAN, now), block, done)


def _in_the_room(vault: Vault, block: Block, scene: Scene, now: datetime) -> Block:
    """In room 10:16, time-out 10:24, needle in 10:27, needle out 10:31."""

    def nurse(minutes: int) -> Desk:
        return _desk(vault, NURSE, now - timedelta(minutes=minutes))

    levels = read_levels(scene.planned or "45 51 b", region=scene.region)
    assert isinstance(levels, Levels)
    named = said(levels.joints)
    sides = {words.rsplit(" ", 1)[1] for words in named}
    answer = PatientAnswer.BOTH if len(sides) == 2 else PatientAnswer(sides.pop())
    answers = TimeOut(
        now,
        "",
        WhereTimeOut.ROOM_SCREEN,
        levels_text=scene.planned,
        joints=named,
        patient_answer=answer,
        name_said=True,
        born_said=True,
        procedure_said=True,
        consent=True,
        site_mark=True,
        allergy=True,
        anticoagulant=True,
        images_up=True,
        drug_labelled=True,
        present=("Dr Okafor", "RN Diaz"),
    )
    block = stamp(nurse(49), block, Moment.IN_ROOM)
    block = complete_time_out(nurse(41), block, answers)
    block = stamp(nurse(38), block, Moment.NEEDLE_IN)
    return stamp(nurse(34), block, Moment.NEEDLE_OUT) if scene.needle_out else block


def _earlier_block(vault: Vault, course_id: object, patient: Patient, scene: Scene, at: datetime) -> None:
    """A signed first block with lidocaine at these levels."""
    desk = _desk(vault, PHYSICIAN, at)
    course = next(c for c in open_chart(desk, patient.id).courses if c.id == course_id)
    levels = read_levels(scene.earlier, region=scene.region)
    assert isinstance(levels, Levels)
    block = begin(desk, plan_block(desk, course, levels.joints, at))
    author = Author(PHYSICIAN.id, PHYSICIAN.called, at)
    preset = presets()[scene.region]
    done = with_agent(with_levels(block, levels, scene.earlier, preset, author), LIDOCAINE, author)
    done = accept_all(done, AsListed(preset, author))
    done = with_fluoroscopy(done, replace(done.fluoroscopy, seconds=30), author)
    done = with_time_out_afterwards(done, "M. Diaz, RN", at - timedelta(minutes=20), author)
    done = replace(done, needle_out=at - timedelta(minutes=10))
    sign_note(desk, save_draft(desk, block, done), PIN)


def _desk(vault: Vault, user: User, at: datetime) -> Desk:
    key = vault.signing_key if user is PHYSICIAN else None
    return Desk(vault.store, user, at, "Room 2", key)
