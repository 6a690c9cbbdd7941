"""Enter what a payer answered, as it stands in the letter; nothing is filled in but today's payer."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from mbb_desktop.clinical.anatomy import Side, in_order, targets_of
from mbb_desktop.clinical.authorization import (
    AskedFor,
    Authorization,
    AuthorizationState,
    Unnamed,
    problems,
)
from mbb_desktop.clinical.identity import new_id
from mbb_desktop.clinical.levels import Levels, read_levels
from mbb_desktop.ui.ablation_fields import JointNamesEditor
from mbb_desktop.ui.choices import ChoiceEditor, MultiChoice
from mbb_desktop.ui.day_card import ListEditor
from mbb_desktop.ui.dialog_card import CardPlace
from mbb_desktop.ui.directory_editor import DirectoryEditor
from mbb_desktop.ui.editor import LineEditor
from mbb_desktop.ui.editors import DateEditor, IntegerEditor, TextEditor
from mbb_desktop.ui.not_understood import NotUnderstood
from mbb_desktop.ui.payer_record_card import PayerRecordCard
from mbb_desktop.ui.person_words import capital
from mbb_desktop.ui.record_form import RecordForm
from mbb_desktop.ui.session import Pending, Session
from mbb_desktop.workflow.authorizations import PatientFile, save_authorization

translate = QCoreApplication.translate

_COLUMNS = 4
_MOST_SESSIONS = 99


class CodesEditor(ListEditor):
    """Procedure codes with commas between them."""

    def read(self, text: str) -> tuple[str, ...]:
        return super().read(text.upper())


class PairsEditor(LineEditor[tuple[str, ...]]):
    """Joints, each with the side that the letter gives it: `C4-5 r, C5-6 l`."""

    def __init__(self) -> None:
        super().__init__((), placeholder="C4-5 r, C5-6 l")

    def read(self, text: str) -> tuple[str, ...]:
        if not text.strip():
            return ()
        read = read_levels(text, region=None)
        if not isinstance(read, Levels) or targets_of(read.joints) != read.targets:  # a nerve is no joint
            raise NotUnderstood(self.tr("Write each joint with its side: C4-5 r, C5-6 l."))
        return tuple(f"{place.joint} {place.side.value}" for place in in_order(read.joints))

    def written(self, value: tuple[str, ...]) -> str:
        return ", ".join(value)


class AuthorizationCard(PayerRecordCard[Authorization]):
    """A new entry, or a change of one."""

    def __init__(
        self, session: Session, window: QWidget, of: PatientFile, known: Authorization | None = None
    ) -> None:
        self._known, today = known, session.now().date()
        blank = Authorization(new_id(session.now()), of.patient.id, payer_id=of.patient.payer_id)
        form = RecordForm(known or blank, lambda said: problems(said, today), _COLUMNS)
        super().__init__(session, window, window.tr("Authorization"), of, form, wide=820)
        _add_answer(form, self.payer)
        _add_what(form)
        _add_when(form, today)
        self._complete()

    def _place(self) -> CardPlace:
        typed = self.form.record()
        return CardPlace("authorization", typed.patient_id, typed.id, typed, self._known)

    def _saving(self) -> Pending[Authorization]:
        said = replace(self.form.record(), payer="")
        saving = self._session.do(save_authorization, said)
        return saving.changes("authorization", patient_id=said.patient_id)


def _add_answer(form: RecordForm[Authorization], payer: DirectoryEditor) -> None:
    kinds = [(kind, capital(kind.value)) for kind in AskedFor]
    states = [(state, capital(state.value)) for state in AuthorizationState]
    choose = translate("authorization", "Choose the answer")
    form.add_field("procedure", translate("authorization", "For"), ChoiceEditor(kinds), span=2)
    form.add_field(
        "state",
        translate("authorization", "The payer's answer"),
        ChoiceEditor(states, segmented=False, empty=choose),
        span=2,
    )
    form.add_field("payer_id", translate("authorization", "Payer"), payer, span=2)
    form.add_field("number", translate("authorization", "Number"), TextEditor(max_length=60), span=2)


def _add_what(form: RecordForm[Authorization]) -> None:
    sides = [(side, capital(side.value)) for side in Side]
    left_open = [
        (Unnamed.SIDE, translate("authorization", "Says nothing about the side")),
        (Unnamed.CODES, translate("authorization", "Says nothing about codes")),
        (Unnamed.SESSIONS, translate("authorization", "Says nothing about the number of sessions")),
        (Unnamed.PAIRS, translate("authorization", "Approves both sides of each joint")),
    ]
    form.add_section(translate("authorization", "What was approved, or asked for"))
    form.add_field("joints", translate("authorization", "Joints"), JointNamesEditor(), span=2)
    form.add_field("sides", translate("authorization", "Sides"), MultiChoice(sides, columns=2), span=2)
    words = translate("authorization", "Or each joint with its own side, as the letter names them")
    form.add_field("pairs", words, PairsEditor(), span=_COLUMNS)
    form.add_field("codes", translate("authorization", "Codes"), CodesEditor("64493, 64494"), span=2)
    most = IntegerEditor("", 1, 20)
    form.add_field("joints_at_most", translate("authorization", "Joints in a session, at most"), most)
    count = IntegerEditor("", 0, _MOST_SESSIONS)
    form.add_field("sessions", translate("authorization", "Sessions"), count)
    letter = translate("authorization", "The letter")
    form.add_field("unnamed", letter, MultiChoice(left_open, columns=2), span=_COLUMNS)


def _add_when(form: RecordForm[Authorization], today: date) -> None:
    form.add_section(translate("authorization", "Dates"))
    form.add_field("requested_on", translate("authorization", "Requested on"), DateEditor(latest=today))
    form.add_field("decided_on", translate("authorization", "Answered on"), DateEditor(latest=today))
    form.add_field("valid_from", translate("authorization", "Valid from"), DateEditor())
    form.add_field("valid_to", translate("authorization", "Valid to"), DateEditor())
    words = translate("authorization", "Words, who said so, or what is wrong with the entry")
    form.add_field("note", words, TextEditor(max_length=1_000), span=_COLUMNS)
