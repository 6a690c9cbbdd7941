"""What is said of a scan: its kind, its date, from whom, to what it belongs; of an image also its view."""

from datetime import date
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from mbb_desktop.clinical.enclosure import Described, EnclosureKind, SideMarker, View, problems
from mbb_desktop.clinical.shown import show_date
from mbb_desktop.ui.editors import ChoiceEditor, DateEditor, LongTextEditor, TextEditor
from mbb_desktop.ui.language import localized
from mbb_desktop.ui.person_words import capital
from mbb_desktop.ui.record_form import RecordForm
from mbb_desktop.workflow.keep_enclosures import BlockChoice, CourseChoice, EnclosureChoices

translate = QCoreApplication.translate

_MARKERS = {SideMarker.LEFT: "L", SideMarker.RIGHT: "R", SideMarker.BOTH: "L, R"}


def enclosure_form(choices: EnclosureChoices, today: date) -> RecordForm[Described]:
    """Nothing is chosen at the start."""
    form = RecordForm(Described(choices.patient.id), lambda said: problems(said.tidied(), today), columns=2)
    kinds = [(kind, capital(kind.value)) for kind in EnclosureKind]
    form.add_field(
        "kind",
        translate("enclosure", "Kind"),
        ChoiceEditor[EnclosureKind](kinds, segmented=False, empty=translate("enclosure", "Choose the kind")),
    )
    hint = translate("enclosure", "As it stands on the paper.")
    form.add_field("dated", translate("enclosure", "Date of the paper"), DateEditor(latest=today), hint)
    _add_image(form)
    form.add_field("sender", translate("enclosure", "From"), TextEditor(max_length=120), span=2)
    _add_owners(form, choices)
    form.add_field("note", translate("enclosure", "Note"), LongTextEditor(lines=2), span=2)
    return form


def _add_image(form: RecordForm[Described]) -> None:
    views = [(view, capital(view.value)) for view in View]
    empty = translate("enclosure", "Choose the view")
    form.add_field(
        "view",
        translate("enclosure", "View"),
        ChoiceEditor[View](views, segmented=False, empty=empty),
        span=2,
    )
    none = translate("enclosure", "None")
    markers = [(marker, _MARKERS.get(marker, none)) for marker in SideMarker]
    asked = translate("enclosure", "Side marker in the image")
    form.add_field("marker", asked, ChoiceEditor[SideMarker](markers), span=2)


def _add_owners(form: RecordForm[Described], choices: EnclosureChoices) -> None:
    blocks = [(each.id, block_words(each)) for each in choices.blocks]
    form.add_field(
        "block_id",
        translate("enclosure", "Block"),
        ChoiceEditor[UUID](blocks, segmented=False, empty=translate("enclosure", "Of no single block")),
        span=2,
    )
    courses = [(each.id, course_words(each)) for each in choices.courses]
    form.add_field(
        "course_id",
        translate("enclosure", "Complaint"),
        ChoiceEditor[UUID](courses, segmented=False, empty=translate("enclosure", "Of no single complaint")),
        span=2,
    )


def show_fitting(form: RecordForm[Described]) -> None:
    """A view for an image only; a block says already which complaint it is."""
    said = form.record()
    for name in ("view", "marker"):
        form.field(name).setVisible(said.kind is EnclosureKind.FLUOROSCOPY_IMAGE)
    form.field("course_id").setVisible(said.block_id is None)


def block_words(block: BlockChoice) -> str:
    """`24-Nov-2026, bilateral L4-5`."""
    return ", ".join(part for part in (show_date(block.performed_on), block.joints) if part)


def course_words(course: CourseChoice) -> str:
    """`Lumbar, opened 01-Oct-2026`."""
    said = translate("enclosure", "{0}, opened {1}")
    return said.format(localized(course.region.value.capitalize()), show_date(course.opened_on))
