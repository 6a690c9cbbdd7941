"""Lots and recalls: type a lot or a drug, see who received it, open a chart or save the list."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from mbb_desktop.clinical.access import Permission
from mbb_desktop.storage.lots import LotQuery, LotUse
from mbb_desktop.ui.chips import Chip, Piece
from mbb_desktop.ui.editors import DateEditor, TextEditor
from mbb_desktop.ui.export_card import ExportCard, Offer
from mbb_desktop.ui.fact_field import TickEditor
from mbb_desktop.ui.main_window import MainWindow
from mbb_desktop.ui.messages import explain
from mbb_desktop.ui.parts import Button, Notice, appear, card, key_hints, line, muted, stack
from mbb_desktop.ui.person_words import full_name, two_identifiers
from mbb_desktop.ui.record_form import RecordForm
from mbb_desktop.ui.record_table import Column, RecordTable
from mbb_desktop.ui.session import Session
from mbb_desktop.ui.state_chips import state_chip
from mbb_desktop.ui.typed import show_date
from mbb_desktop.workflow.find_lots import LotsFound, export_lots, find_lots


@dataclass(frozen=True, slots=True)
class _Asked:
    lot: str = ""
    agent: str = ""
    first: date | None = None
    last: date | None = None
    whole: bool = False
    expired: bool = False
    unrecorded: bool = False


class LotsPage(QWidget):
    """Enter in a field searches; Enter on a row opens the chart."""

    open_chart = Signal(object)

    def __init__(self, session: Session, window: MainWindow) -> None:
        super().__init__()
        self._session, self._window = session, window
        self._found: LotsFound | None = None
        self.form: RecordForm[_Asked] = RecordForm(_Asked(), columns=4)
        self.notice = Notice("", "danger", "circle-alert")
        self.search = Button(self.tr("Search"), "primary", "search")
        self.export = Button(self.tr("Export"), icon="download")
        self.several, self.without = Notice(), Notice()
        self.show_without = Button(self.tr("Show them"), icon="search")
        self.table: RecordTable[LotUse] = RecordTable(self._columns(), self.tr("Uses of the lot"))
        self._said = muted(self.tr("Nothing searched yet."))
        self._list = card(self.tr("Who received it"), flush=True)
        self._build()
        self._connect()

    def title(self) -> str:
        """The words in the top bar."""
        return self.tr("Lots and recalls")

    def run(self) -> None:
        """Search for what is typed."""
        if self.form.show_problems():  # a day that is not understood would widen the search
            return
        asked = self.form.record()
        query = LotQuery(
            asked.agent.strip(),
            asked.lot.strip(),
            asked.whole,
            asked.first,
            asked.last,
            asked.expired,
            asked.unrecorded,
        )
        self.search.setEnabled(False)
        self._said.setText(self.tr("Searching"))
        self._session.beside(find_lots, query).then(self._show, receiver=self).failed(self._on_failed)

    def said(self) -> str:
        """How many were found, or that nothing was."""
        return self._said.text()

    def _build(self) -> None:
        asked = card(self.tr("What to look for"))
        form = self.form
        form.add_field("lot", self.tr("Lot, or its beginning"), TextEditor("B 123-45", max_length=60))
        form.add_field("agent", self.tr("Drug or brand, or its beginning"), TextEditor(max_length=60))
        today = self._session.now().date()
        form.add_field("first", self.tr("From"), DateEditor(latest=today))
        form.add_field("last", self.tr("To"), DateEditor(latest=today))
        form.add_field("whole", "", TickEditor(self.tr("Exactly this lot")))
        form.add_field("expired", "", TickEditor(self.tr("Had expired when used")))
        form.add_field("unrecorded", "", TickEditor(self.tr("No lot recorded")))
        for part in (form, self.notice):
            asked.body.addWidget(part)
        row = line()
        row.addWidget(self.search)
        row.addStretch()
        asked.body.addLayout(row)
        self._list.head.addWidget(self.export)
        self._said.setContentsMargins(16, 4, 16, 8)
        hints = line(margins=(16, 8, 16, 12))
        hints.addWidget(key_hints([("Enter", self.tr("open the chart")), ("↑ ↓", self.tr("move"))]))
        self._list.body.addWidget(self._said)
        doubts = stack(spacing=8, margins=(16, 0, 16, 8))
        doubts.addWidget(self.several)
        missing = line(spacing=12)
        missing.addWidget(self.without, 1)
        missing.addWidget(self.show_without)
        doubts.addLayout(missing)
        self._list.body.addLayout(doubts)
        self._list.body.addWidget(self.table)
        self._list.body.addLayout(hints)
        column = stack(self, spacing=12, margins=(20, 16, 20, 16))
        column.addWidget(asked)
        column.addWidget(self._list, 1)
        appear(self.export, False)
        appear(self.show_without, False)
        self.setFocusProxy(form.field("lot").editor)

    def _connect(self) -> None:
        acts = (
            (self.search, self.run),
            (self.export, self.ask_for_export),
            (self.show_without, self.run_without),
        )
        for button, act in acts:
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.clicked.connect(act)
        for name in ("lot", "agent"):
            editor = self.form.field(name).editor
            if isinstance(editor, TextEditor):
                editor.line.entered.connect(self.run)
        self.table.opened.connect(lambda use: self.open_chart.emit(use.patient.id))

    def _columns(self) -> list[Column[LotUse]]:
        today = self._session.now().date()
        return [
            Column(self.tr("Date"), lambda use: show_date(use.on), width=110),
            Column(
                self.tr("Patient"),
                lambda use: full_name(use.patient),
                second=lambda use: two_identifiers(use.patient, today),
                least=210,
            ),
            Column(self.tr("Drug"), lambda use: use.agent, second=lambda use: use.use.value, width=150),
            Column(
                self.tr("Lot"),
                lambda use: use.lot,
                second=lambda use: use.brand,
                chips=self._no_lot,
                strong=True,
                width=150,
            ),
            Column(self.tr("Expiry"), lambda use: show_date(use.expires_on), chips=self._expired, width=176),
            Column(self.tr("Physician"), lambda use: use.whose, width=140),
            Column(self.tr("Record"), lambda _use: "", chips=self._state, width=182),
        ]

    def _no_lot(self, use: LotUse) -> list[Piece]:
        return [] if use.lot else [Chip(self.tr("Not recorded"), "warn", "triangle-alert")]

    def _expired(self, use: LotUse) -> list[Piece]:
        return [Chip(self.tr("Expired"), "danger", "triangle-alert")] if use.expired else []

    def _state(self, use: LotUse) -> list[Piece]:
        return [state_chip(use.state)]

    def _show(self, found: LotsFound) -> None:
        self._found = found
        self.search.setEnabled(True)
        self.notice.show_text("")
        self.table.show_records(found.uses)
        self._said.setText(self._counted(found))
        self._show_doubts(found)
        appear(self.export, bool(found.uses) and self._session.may(Permission.EXPORT_NAMED))
        if found.uses:
            self.table.select(0)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def run_without(self) -> None:
        """Show the uses of the same drug and days without a lot: each may be of the lot looked for."""
        if self._found is None:
            return
        asked = self._found.unrecorded
        for name, value in (
            ("lot", ""),
            ("agent", asked.agent),
            ("first", asked.first),
            ("last", asked.last),
        ):
            self.form.field(name).editor.set_value(value)
        for name in ("whole", "expired", "unrecorded"):
            self.form.field(name).editor.set_value(name == "unrecorded")
        self.run()

    def _show_doubts(self, found: LotsFound) -> None:
        """What keeps the list from being whole, or one of its dates from being right."""
        asked = found.query
        about_a_lot = bool(asked.lot or asked.agent) and not asked.unrecorded
        said = self._without(found) if about_a_lot and found.without else ""
        self.without.show_text(said, "warn", "triangle-alert")
        appear(self.show_without, bool(said))
        several = [
            self.tr("Lot {0} is recorded with different expiry dates: {1}. Check which is right.").format(
                lot, ", ".join(map(show_date, days))
            )
            for lot, days in found.several_expiries().items()
        ]
        self.several.show_text("\n".join(several), "warn", "triangle-alert")

    def _without(self, found: LotsFound) -> str:
        agent = found.unrecorded.agent or self.tr("any drug")
        if found.without == 1:
            return self.tr("1 use of {0} has no lot recorded: it may be of any lot.").format(agent)
        said = self.tr("{0} uses of {1} have no lot recorded: each may be of any lot.")
        return said.format(found.without, agent)

    def _counted(self, found: LotsFound) -> str:
        if not found.uses:
            return self.tr("Nobody received what you are looking for.")
        people = self.tr("1 patient") if found.people == 1 else self.tr("{0} patients").format(found.people)
        more = self.tr(" There are more: narrow the search by its days.") if found.more else ""
        uses = len(found.uses)
        used = self.tr("1 use") if uses == 1 else self.tr("{0} uses").format(uses)
        return f"{people}, {used}.{more}"

    def _on_failed(self, error: Exception) -> None:
        self.search.setEnabled(True)
        self._said.setText(self.tr("Nothing searched yet."))
        said = explain(error) or self.tr("It could not be searched. Try again.")
        self.notice.show_text(said, "danger", "circle-alert")

    def ask_for_export(self) -> None:
        """Ask where the list is to be saved, and why."""
        found = self._found
        if found is None:
            return
        offer = Offer(
            self.tr("Export the list of a lot"),
            self.tr("Every use that was found, with patient, drug, lot, expiry and physician."),
            f"lots-{self._session.now().date().isoformat()}",
            named=lambda form, why: self._session.beside(export_lots, found, form, why),
        )
        ExportCard(self._session, self._window, offer).open()
