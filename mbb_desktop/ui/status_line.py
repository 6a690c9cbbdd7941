"""The line at the bottom: is everything saved, is it backed up, and whose data is this."""

from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtWidgets import QFrame, QLabel

from mbb_desktop.ui.parts import IconLabel, Tone, line, put, words
from mbb_desktop.ui.typed import show_date


@dataclass(frozen=True, slots=True)
class BackupFacts:
    """The last backup as it is recorded: when it was made, and whether it was reopened and checked."""

    made_at: datetime
    verified: bool


class StatusLine(QFrame):
    """Says only what it was told."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("statusLine")
        row = line(self, spacing=8, margins=(20, 5, 16, 5))
        self._saved, self._saved_icon = words("", "status"), IconLabel("check", "ok", 14)
        self._backup, self._backup_icon = words("", "status"), IconLabel("shield-check", "text2", 14)
        self._source = words("", "status")
        for icon, text in ((self._saved_icon, self._saved), (self._backup_icon, self._backup)):
            row.addWidget(icon)
            row.addWidget(text)
            row.addSpacing(16)
        row.addStretch()
        row.addWidget(self._source)
        self.clear()

    def clear(self) -> None:
        """Say nothing."""
        for icon, text in ((self._saved_icon, self._saved), (self._backup_icon, self._backup)):
            icon.hide()
            text.clear()
        self._source.clear()

    def show_saved(self, at: datetime) -> None:
        """Everything that was entered is on the disk since then."""
        self._show(
            self._saved,
            self._saved_icon,
            self.tr("All changes saved {0}").format(f"{at:%H:%M}"),
            "ok",
            "check",
        )

    def show_saving(self) -> None:
        """Something is being written."""
        self._show(self._saved, self._saved_icon, self.tr("Saving"), "neutral", "clock")

    def show_not_saved(self, since: datetime) -> None:
        """A save failed."""
        text = self.tr("Not saved since {0}").format(f"{since:%H:%M}")
        self._show(self._saved, self._saved_icon, text, "danger", "triangle-alert")

    def show_backup(self, backup: BackupFacts | None, today: date) -> None:
        """The last backup; amber when there is none, when it is old, or when it was not verified."""
        if backup is None:
            self._show_backup(self.tr("Encrypted. No backup yet"), "warn")
            return
        day = backup.made_at.date()
        when = self.tr("today") if day == today else show_date(day)
        verified = self.tr("verified") if backup.verified else self.tr("not verified")
        text = self.tr("Encrypted. Last backup {0} {1}, {2}").format(
            when, f"{backup.made_at:%H:%M}", verified
        )
        self._show_backup(text, "neutral" if backup.verified and (today - day).days <= 1 else "warn")

    def show_source(self, text: str) -> None:
        """Whose data this is: the clinic, or the sample patients."""
        self._source.setText(text)

    def texts(self) -> tuple[str, str, str]:
        """Saved, backup and source, as they are shown."""
        return self._saved.text(), self._backup.text(), self._source.text()

    def _show_backup(self, text: str, tone: Tone) -> None:
        self._show(
            self._backup,
            self._backup_icon,
            text,
            tone,
            "shield-check" if tone == "neutral" else "triangle-alert",
        )

    def _show(self, label: QLabel, icon: IconLabel, text: str, tone: Tone, picture: str) -> None:
        label.setText(text)
        put(label, "tone", "" if tone in ("ok", "neutral") else tone)
        icon.show_icon(picture, {"neutral": "text2"}.get(tone, tone))
        icon.show()
