"""What a scan says of itself, and why one cannot be kept yet."""

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

from mbb_desktop.clinical.enclosure import Described, Enclosure, EnclosureKind, SideMarker, View, problems
from tests.every_row import every_row

TODAY = date(2026, 11, 24)
NOBODY = UUID(int=1)
REPORT = Described(NOBODY, EnclosureKind.MRI_REPORT, date(2026, 3, 12))
IMAGE = replace(REPORT, kind=EnclosureKind.FLUOROSCOPY_IMAGE, view=View.AP, marker=SideMarker.LEFT)


@every_row(
    ("said", "found"),
    [
        (REPORT, {}),
        (IMAGE, {}),
        (replace(REPORT, dated=TODAY), {}),
        (replace(REPORT, dated=None), {}),
        (Described(NOBODY), {"kind": "Choose what kind of paper this is."}),
        (
            replace(REPORT, dated=date(2026, 11, 25)),
            {"dated": "This day lies in the future. Enter the date that stands on the paper."},
        ),
        (
            replace(IMAGE, view=None, marker=None),
            {
                "view": "Choose from where the image was taken.",
                "marker": "Say which side marker the image shows, or that it shows none.",
            },
        ),
        (replace(REPORT, kind=EnclosureKind.OTHER), {"note": "Say what paper this is."}),
        (replace(REPORT, kind=EnclosureKind.OTHER, note="invoice"), {}),
        (replace(REPORT, note="n" * 1_000), {}),
        (
            replace(REPORT, note="n" * 1_001),
            {"note": "Shorten the note to 1000 characters: the paper itself says the rest."},
        ),
    ],
)
def test_why_a_paper_cannot_be_kept_yet_is_said(said: Described, found: dict[str, str]) -> None:
    assert problems(said, TODAY) == found


def test_only_a_fluoroscopy_image_has_a_view_and_a_side_marker() -> None:
    assert IMAGE.tidied() == IMAGE
    assert replace(IMAGE, kind=EnclosureKind.CONSENT).tidied() == replace(REPORT, kind=EnclosureKind.CONSENT)


def test_an_enclosure_is_named_by_kind_day_view_and_marker() -> None:
    kept = Enclosure(
        *(NOBODY, NOBODY, None, None, EnclosureKind.MRI_REPORT, date(2026, 3, 12), "", None, None, ""),
        *(3, b"", b"", datetime(2026, 11, 24, tzinfo=UTC), NOBODY, "M. Diaz"),
    )
    assert kept.named == "MRI report of 12-Mar-2026"
    assert replace(kept, dated=None).named == "MRI report, undated"
    seen = replace(kept, kind=EnclosureKind.FLUOROSCOPY_IMAGE, view=View.LATERAL, marker=SideMarker.NONE)
    assert seen.page_named(2) == (
        "Scan: fluoroscopy image, lateral, no side marker of 12-Mar-2026, page 2 of 3"
    )
