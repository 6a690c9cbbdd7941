"""Enclosures: scans and papers from outside, kept with a patient's own papers and never changed."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import Enum
from uuid import UUID

from mbb_desktop.clinical.shown import show_date


class EnclosureKind(Enum):
    PAIN_DIARY = "pain diary"
    MRI_REPORT = "MRI report"
    IMAGING_REPORT = "imaging report"
    FLUOROSCOPY_IMAGE = "fluoroscopy image"
    CONSENT = "consent"
    OUTSIDE_NOTE = "outside note"
    AUTHORIZATION = "authorization letter"
    DENIAL = "denial letter"
    OTHER = "other paper"


_LONGEST_NOTE = 1_000
IMAGING = (EnclosureKind.MRI_REPORT, EnclosureKind.IMAGING_REPORT)
"""Reports that a payer asks for as papers."""


class View(Enum):
    """From where a fluoroscopy image was taken."""

    AP = "AP"
    LATERAL = "lateral"
    OBLIQUE = "oblique"
    CONTRALATERAL_OBLIQUE = "contralateral oblique"
    DECLINED = "declined"
    OTHER = "other view"


class SideMarker(Enum):
    """What an image says of its sides: it may be shown opposite to how the patient is seen from behind."""

    LEFT = "L marker"
    RIGHT = "R marker"
    BOTH = "L and R markers"
    NONE = "no side marker"


@dataclass(frozen=True, slots=True)
class PageImage:
    """A page as a picture: JPEG bytes in grey or sRGB, and its size in pixels."""

    jpeg: bytes
    width: int
    height: int
    grey: bool


@dataclass(frozen=True, slots=True)
class Described:
    """What a person says of a paper. `dated` is the day on it; None when there is none to be read."""

    patient_id: UUID
    kind: EnclosureKind | None = None
    dated: date | None = None
    sender: str = ""
    course_id: UUID | None = None
    block_id: UUID | None = None
    view: View | None = None
    marker: SideMarker | None = None
    note: str = ""

    def tidied(self) -> "Described":
        """Without what only an image has, when it is none."""
        if self.kind is EnclosureKind.FLUOROSCOPY_IMAGE:
            return self
        return replace(self, view=None, marker=None)


@dataclass(frozen=True, slots=True)
class Struck:
    """That an enclosure was entered in error: why, who said so and when."""

    reason: str
    at: datetime
    by_id: UUID
    by: str


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A paper as it is kept, without its pages.

    `sha256` is that of the pages that are kept, `source_sha256` that of the file they were made from.
    """

    id: UUID
    patient_id: UUID
    course_id: UUID | None
    block_id: UUID | None
    kind: EnclosureKind
    dated: date | None
    sender: str
    view: View | None
    marker: SideMarker | None
    note: str
    pages: int
    sha256: bytes
    source_sha256: bytes
    added_at: datetime
    added_by_id: UUID
    added_by: str
    struck: Struck | None = None

    @property
    def named(self) -> str:
        """`MRI report of 12-Mar-2026`; a fluoroscopy image with its view and its marker."""
        seen = [part.value for part in (self.view, self.marker) if part is not None]
        kind = ", ".join([self.kind.value, *seen])
        return f"{kind}, undated" if self.dated is None else f"{kind} of {show_date(self.dated)}"

    def page_named(self, page: int) -> str:
        """What stands for a page, counted from 1, where it cannot be seen."""
        return f"Scan: {self.named}, page {page} of {self.pages}"


def problems(said: Described, today: date) -> dict[str, str]:
    """Why a paper cannot be kept yet: by field, a sentence that says what to do."""
    return dict(_problems(said, today))


def _problems(said: Described, today: date) -> Iterator[tuple[str, str]]:
    if said.kind is None:
        yield "kind", "Choose what kind of paper this is."
    if said.dated is not None and said.dated > today:
        yield "dated", "This day lies in the future. Enter the date that stands on the paper."
    if said.kind is EnclosureKind.FLUOROSCOPY_IMAGE:
        if said.view is None:
            yield "view", "Choose from where the image was taken."
        if said.marker is None:
            yield "marker", "Say which side marker the image shows, or that it shows none."
    if said.kind is EnclosureKind.OTHER and not said.note:
        yield "note", "Say what paper this is."
    if len(said.note) > _LONGEST_NOTE:
        yield "note", f"Shorten the note to {_LONGEST_NOTE} characters: the paper itself says the rest."
