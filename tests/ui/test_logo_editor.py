"""Settings take a picture for the letterhead, show it, refuse what is none, and say so in the audit trail."""

from pathlib import Path

import pytest
from PySide6.QtGui import QPixmap

from mbb_desktop.documents.logo import NotALogo, prepared
from mbb_desktop.ui.logo_editor import LogoEditor, fitting
from mbb_desktop.ui.settings_clinic import ClinicForm
from mbb_desktop.ui.settings_page import SettingsPage
from mbb_desktop.ui.svg_picture import svg_as_png
from mbb_desktop.workflow.desk import NotAllowed
from mbb_desktop.workflow.issue_paper import draft_note
from mbb_desktop.workflow.keep_clinic import clinic_logo, save_logo
from tests.documents.pictures import RED, picture
from tests.documents.structure import elements
from tests.ui.sample import SampleClinic, press

_SPACES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
HEAD = f'<svg {_SPACES} viewBox="0 0 200 100">'
GOOD = f'{HEAD}<rect width="1in" height="50" fill="red"/></svg>'
BAD = {
    "picture": f'{HEAD}<image xlink:href="/etc/hostname" width="9" height="9"/></svg>',
    "elsewhere": f'{HEAD}<use xlink:href="file:///etc/passwd#x"/></svg>',
    "script": f"{HEAD}<script>alert(1)</script></svg>",
    "style": f'{HEAD}<rect width="9" height="9" style="fill:url(http://127.0.0.1/x#y)"/></svg>',
    "import": f"{HEAD}<style>@import 'http://127.0.0.1/x.css';</style></svg>",
    "entity": f'<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>{HEAD}<text>&x;</text></svg>',
    "laughs": f'{HEAD}<g id="a"><rect width="1" height="1"/></g><g id="b"><use xlink:href="#a"/></g>'
    '<use xlink:href="#b"/></svg>',
    "deep": HEAD + "<g>" * 99 + "</g>" * 99 + "</svg>",
    "cut": GOOD[:-9],
    "empty": "<svg/>",
}


@pytest.mark.parametrize(
    ("size", "ratio", "dots", "shown"),
    [
        ((100, 50), 2, (100, 50), (100, 50)),
        ((480, 96), 1, (240, 48), (240, 48)),
        ((960, 192), 2, (480, 96), (240, 48)),
        ((300, 60), 2, (300, 60), (240, 48)),
    ],
    ids=["small", "plain screen", "sharp screen", "too few dots"],
)
@pytest.mark.usefixtures("qapp")
def test_a_picture_is_shown_with_the_dots_that_the_screen_has(
    size: tuple[int, int], ratio: float, dots: tuple[int, int], shown: tuple[int, int]
) -> None:
    made = fitting(QPixmap(*size), 240, 72, ratio)
    assert made.size().toTuple() == dots
    assert made.deviceIndependentSize().toSize().toTuple() == shown


@pytest.fixture
def editor(clinic: SampleClinic) -> LogoEditor:
    page = clinic.page(lambda: SettingsPage(clinic.session, clinic.window, clinic.settings))
    return page.show_section("clinic").findChildren(ClinicForm)[0].logo


def file(folder: Path, data: bytes) -> Path:
    path = folder / "Marsh, Eleanor.png"
    path.write_bytes(data)
    return path


def test_a_chosen_picture_heads_the_papers_from_then_on(
    clinic: SampleClinic, editor: LogoEditor, tmp_path: Path
) -> None:
    assert not editor.has_picture()
    editor.read_file(file(tmp_path, picture((3000, 1500))))
    assert (editor.said(), editor.has_picture()) == ("", True)
    assert clinic.events()[0] == "letterhead picture changed"
    assert clinic.do(clinic_logo) == prepared(picture((3000, 1500))).picture
    made = clinic.do(draft_note, clinic.block("torres").id)
    assert ("Figure", "Riverside Pain Clinic") in elements(made.pdf)


def test_it_can_be_removed(clinic: SampleClinic, editor: LogoEditor, tmp_path: Path) -> None:
    editor.read_file(file(tmp_path, RED))
    press(editor, "Remove the picture")
    assert not editor.has_picture()
    assert clinic.do(clinic_logo) == b""
    assert clinic.events()[0] == "letterhead picture removed"


def test_a_refused_file_is_explained_and_the_former_picture_stays(
    clinic: SampleClinic, editor: LogoEditor, tmp_path: Path
) -> None:
    editor.read_file(file(tmp_path, RED))
    kept = clinic.do(clinic_logo)
    editor.read_file(file(tmp_path, RED[: len(RED) // 2]))
    assert editor.said().startswith("The picture is damaged")
    assert clinic.do(clinic_logo) == kept
    assert editor.has_picture()
    editor.read_file(tmp_path / "nowhere.png")
    assert "could not be used" in editor.said()


def test_nothing_of_the_files_name_is_kept(clinic: SampleClinic, editor: LogoEditor, tmp_path: Path) -> None:
    editor.read_file(file(tmp_path, RED))
    with clinic.vault.store.look() as look:
        rows = look.connection.exec_driver_sql(
            "SELECT detail FROM audit_event ORDER BY seq DESC LIMIT 1"
        ).all()
    assert b"Marsh" not in rows[0][0]
    assert b"logo" in rows[0][0]


def test_a_drawing_becomes_a_picture_with_its_units(editor: LogoEditor, tmp_path: Path) -> None:
    editor.read_file(file(tmp_path, GOOD.encode()))
    assert editor.has_picture()
    logo = prepared(svg_as_png(GOOD.encode()))
    assert logo.width == 2 * logo.height


@pytest.mark.parametrize("name", BAD)
def test_a_drawing_that_reaches_out_or_is_damaged_is_refused(name: str) -> None:
    with pytest.raises(NotALogo, match="SVG"):
        svg_as_png(BAD[name].encode())


def test_only_who_keeps_the_clinic_changes_it(clinic: SampleClinic) -> None:
    clinic.sign_in("nurse")
    with pytest.raises(NotAllowed):
        clinic.do(save_logo, RED)
