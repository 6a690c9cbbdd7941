"""One number with its denominator, and how far a long count has come."""

from dataclasses import dataclass

from mbb_desktop.clinical.share import Share
from mbb_desktop.ui.parts import Card, words


@dataclass(slots=True)
class Steps:
    """How far a count has come: written on the thread that counts, read in the window."""

    done: int = 0
    of: int = 0

    def tell(self, done: int, of: int) -> None:
        """One step is done."""
        self.done, self.of = done, of


class Tile(Card):
    """One number with its name above and its denominator below."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title
        self._value, self._below = words("", "figure"), words("", "small")
        self.body.setSpacing(0)
        for part in (words(title, "strong"), self._value, self._below):
            self.body.addWidget(part)

    def show_value(self, value: str, below: str) -> None:
        """Show it; a screen reader hears all of it."""
        self._value.setText(value)
        self._below.setText(below)
        self.setAccessibleName(f"{self._title}: {value}, {below}")

    def show_share(self, share: Share, of: str) -> None:
        """A percentage with its denominator, or the two numbers alone."""
        if share.percent:
            self.show_value(share.percent, f"{share.words} {of}")
        else:
            self.show_value(share.words, of)

    def texts(self) -> tuple[str, str]:
        """Value and what stands below."""
        return self._value.text(), self._below.text()
