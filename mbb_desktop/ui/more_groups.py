"""Which facts stand in which group of More, and how each is entered."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from mbb_desktop.clinical.block import (
    Aspiration,
    ContrastPattern,
    Guidance,
    Item,
    Purpose,
    Target,
    Vitals,
    VitalsWhen,
)
from mbb_desktop.clinical.course import Diagnosis, Vertebrae
from mbb_desktop.ui import fact_editors as make
from mbb_desktop.ui.attest_field import AttestField
from mbb_desktop.ui.block_draft import BlockDraft
from mbb_desktop.ui.drug_facts import all_drugs
from mbb_desktop.ui.editors import ChoiceEditor, DateEditor, Editor, LongTextEditor, YesNoEditor
from mbb_desktop.ui.fact_field import Fact, FactField, PastMomentEditor, TickEditor
from mbb_desktop.ui.fact_rows import Column, FactRows, Rows
from mbb_desktop.ui.performed_words import place
from mbb_desktop.ui.visit import Visit

Parts = list[FactField | FactRows]


def _(words: str) -> str:
    return QCoreApplication.translate("more", words)


@dataclass(frozen=True, slots=True)
class Group:
    """A titled set of inputs; `paths` are its facts, `counted` those whose number stands in its head."""

    title: str
    items: tuple[Item, ...]
    paths: tuple[str, ...]
    make: Callable[[BlockDraft, Visit], Parts]
    wide: tuple[str, ...] = ()
    uncounted: tuple[str, ...] = ()

    @property
    def counted(self) -> tuple[str, ...]:
        return tuple(path for path in self.paths if path not in self.uncounted)


def groups() -> tuple[Group, ...]:
    """All groups, in the order of a note."""
    return (
        Group(_("Team, room and purpose"), (Item.TEAM,), _TEAM, _team),
        Group(_("Diagnosis"), (Item.DIAGNOSIS,), _DIAGNOSES, _diagnoses),
        Group(_("Times"), (Item.TIMES,), _TIMES, _times, uncounted=("performed_on",)),
        Group(_("Vital signs and last pain medicine"), (Item.VITALS,), _VITALS, _vitals),
        Group(_("Level count and anatomy"), (Item.LEVEL_COUNT,), _COUNT, _count, wide=("level_count",)),
        Group(_("Technique and fluoroscopy details"), (), _TECHNIQUE, _technique),
        Group(_("Each target"), (), ("targets",), _targets, uncounted=("targets",)),
        Group(_("Drugs: lot, expiry, vial, discarded"), (Item.DRUG_LABEL,), ("drugs",), _drugs),
        Group(_("Findings and course"), (Item.FINDINGS,), _FINDINGS, _findings, wide=_FINDINGS),
        Group(_("What else may explain relief"), (Item.FINDINGS,), _CAUSES, _causes),
        Group(_("Recovery and discharge"), (Item.RECOVERY,), _DISCHARGE, _discharge),
        Group(_("Plan"), (Item.PLAN,), _PLAN, _plan, wide=_PLAN),
    )


def _field(draft: BlockDraft, item: Item, path: str, label: str, maker: make.Maker) -> FactField:
    return FactField(draft, Fact(path, item, label), maker())


_TEAM = (
    "physician_id",
    "assistant",
    "supervision",
    "nurse",
    "radiographer",
    "room",
    "purpose",
    "reported_by",
)


def _team(draft: BlockDraft, visit: Visit) -> Parts:
    item = Item.TEAM
    physicians: list[tuple[UUID, str]] = [(user.id, user.signs_as) for user in visit.physicians()]

    def physician() -> Editor[Any]:
        return ChoiceEditor(physicians, segmented=False)

    return [
        _field(draft, item, "physician_id", _("Physician who performed the block"), physician),
        _field(draft, item, "assistant", _("Assistant or trainee"), make.text()),
        _field(draft, item, "supervision", _("Supervision"), make.text()),
        _field(draft, item, "nurse", _("Nurse"), make.text()),
        _field(draft, item, "radiographer", _("Radiographer"), make.text()),
        _field(draft, item, "room", _("Room"), make.text(longest=60)),
        _field(draft, item, "purpose", _("Purpose"), make.segment_choice(Purpose)),
        _field(draft, item, "reported_by", _("Done elsewhere, reported by"), make.text()),
    ]


_DIAGNOSES = ("diagnoses", "same_diagnosis_after", "diagnoses_after")


def _diagnoses(draft: BlockDraft, _visit: Visit) -> Parts:
    def rows(path: str, add: str) -> FactRows:
        columns = [
            Column("text", _("Diagnosis"), make.text(), span=3),
            Column("code", _("ICD-10-CM"), make.text(longest=12)),
        ]
        return FactRows(draft, Rows(path, Item.DIAGNOSIS, columns, new=lambda: Diagnosis(""), add=add))

    same = _("After the block the same diagnosis")
    return [
        rows("diagnoses", _("Add a diagnosis before the block")),
        _field(draft, Item.DIAGNOSIS, "same_diagnosis_after", same, YesNoEditor),
        rows("diagnoses_after", _("Add a diagnosis after the block")),
    ]


_TIMES = ("performed_on", "in_room", "needle_in", "left_room")


def _times(draft: BlockDraft, _visit: Visit) -> Parts:
    def past() -> Editor[Any]:
        return PastMomentEditor(draft)

    def day() -> Editor[Any]:
        return DateEditor(latest=draft.now().date())

    return [
        _field(draft, Item.TIMES, "performed_on", _("Day of the block"), day),
        _field(draft, Item.TIMES, "in_room", _("In room"), past),
        _field(draft, Item.TIMES, "needle_in", _("Needle in"), past),
        _field(draft, Item.TIMES, "left_room", _("Left room"), past),
    ]


_VITALS = ("last_analgesic", "vitals")


def _vitals(draft: BlockDraft, _visit: Visit) -> Parts:
    columns = [
        Column("when", _("When"), make.segment_choice(VitalsWhen), span=2),
        Column("at", _("Time"), lambda: PastMomentEditor(draft)),
        Column("spo2", _("SpO2"), make.whole("%", 1, 100)),
        Column("systolic", _("Systolic"), make.whole("mmHg", 1, 350)),
        Column("diastolic", _("Diastolic"), make.whole("mmHg", 1, 250)),
        Column("pulse", _("Pulse"), make.whole("/min", 1, 350)),
        Column("temperature", _("Temperature"), make.amount("°C", make.TENTH)),
    ]
    rows = Rows(
        "vitals",
        Item.VITALS,
        columns,
        new=lambda: Vitals(_minute(draft.now()), VitalsWhen.BEFORE),
        add=_("Add vital signs"),
    )
    last = _("Last pain medicine before the block")
    return [_field(draft, Item.VITALS, "last_analgesic", last, make.text()), FactRows(draft, rows)]


def _minute(at: datetime) -> datetime:
    return at.replace(second=0, microsecond=0)


_COUNT = ("vertebrae", "level_count")


def _count(draft: BlockDraft, _visit: Visit) -> Parts:
    item = Item.LEVEL_COUNT
    return [
        _field(draft, item, "vertebrae", _("Lumbar vertebrae"), make.listed_choice(Vertebrae)),
        _field(draft, item, "level_count", _("How levels were counted"), make.text()),
    ]


_TECHNIQUE = (
    "fluoroscopy.guidance",
    "fluoroscopy.views",
    "fluoroscopy.pulse_mode",
    "fluoroscopy.image_reference",
    "approach",
    "monitoring",
)


def _technique(draft: BlockDraft, _visit: Visit) -> Parts:
    seen = Item.FLUOROSCOPY
    where = _("Where images are kept")
    return [
        _field(draft, seen, "fluoroscopy.guidance", _("Guidance"), make.listed_choice(Guidance)),
        _field(draft, seen, "fluoroscopy.views", _("Views"), make.text(_("AP, oblique, lateral"))),
        _field(draft, seen, "fluoroscopy.pulse_mode", _("C-arm pulse mode"), make.text()),
        _field(draft, Item.IMAGES, "fluoroscopy.image_reference", where, make.text()),
        _field(draft, Item.POSITION, "approach", _("Approach"), make.text()),
        _field(draft, Item.POSITION, "monitoring", _("Monitoring"), make.text(_("NIBP, SpO2, ECG"))),
    ]


def _targets(draft: BlockDraft, _visit: Visit) -> Parts:
    def title(target: Target) -> str:
        return place(target)

    columns = [
        Column("aspiration", _("Aspiration"), make.listed_choice(Aspiration)),
        Column("contrast", _("Contrast"), make.amount("mL")),
        Column("contrast_pattern", _("Spread"), make.listed_choice(ContrastPattern), span=2),
        Column("bone_contact", _("Bone contact"), YesNoEditor),
        Column("pain_reproduced", _("Pain reproduced"), YesNoEditor),
        Column("repositioned", _("Repositioned"), make.whole(_("times"), highest=50)),
        Column("syringe", _("Syringe"), make.whole(lowest=1, highest=9)),
        Column("landmark", _("Landmark, if another"), make.text(), span=2),
        Column("not_injected", "", lambda: TickEditor(_("Not injected")), span=2),
    ]
    return [FactRows(draft, Rows("targets", Item.FINDINGS, columns, title=title))]


def _drugs(draft: BlockDraft, visit: Visit) -> Parts:
    return [all_drugs(draft, visit)]


_FINDINGS = (
    *("findings", "tolerated", "blood_loss", "specimens", "stopped_because"),
    "counts_as_session",
    *("other_injection", "early_because"),
)


def _findings(draft: BlockDraft, _visit: Visit) -> Parts:
    item = Item.FINDINGS
    return [
        _field(draft, item, "findings", _("Findings"), make.text()),
        _field(draft, item, "tolerated", _("Tolerated"), make.text()),
        _field(draft, item, "blood_loss", _("Blood loss"), make.text()),
        _field(draft, item, "specimens", _("Specimens"), make.text()),
        _field(draft, item, "stopped_because", _("Stopped, or a target left out, because"), make.text()),
        _field(draft, item, "counts_as_session", _("If stopped: it counts as a session"), YesNoEditor),
        _field(draft, item, "other_injection", _("Anything else injected that day"), YesNoEditor),
        _field(draft, item, "early_because", _("Soon after the last block, because"), make.text()),
    ]


_CAUSES = (
    "other_causes.steroid_since",
    "other_causes.epidural_since",
    "other_causes.trauma_since",
    "other_causes.surgery_since",
    "other_causes.device_on",
)


def _causes(draft: BlockDraft, _visit: Visit) -> Parts:
    item = Item.FINDINGS
    labels = (
        _("Steroid since the block before"),
        _("Epidural injection since the block before"),
        _("Injury since the block before"),
        _("Operation since the block before"),
        _("Implanted stimulator or pump was on"),
    )
    found = zip(_CAUSES, labels, strict=True)
    return [_field(draft, item, path, label, YesNoEditor) for path, label in found]


_DISCHARGE = (
    "discharge.at",
    "discharge.escort",
    "discharge.walking",
    "discharge.neurology",
    "discharge.instructions_given",
    "discharge.diary_given",
    "discharge.attested_by",
    "discharge.attested_at",
)


def _discharge(draft: BlockDraft, _visit: Visit) -> Parts:
    item = Item.RECOVERY
    return [
        _field(draft, item, "discharge.at", _("Discharged"), lambda: PastMomentEditor(draft)),
        _field(draft, item, "discharge.escort", _("Escort"), make.text()),
        _field(draft, item, "discharge.walking", _("Walking"), make.text()),
        _field(draft, item, "discharge.neurology", _("Strength and feeling"), make.text()),
        _field(draft, item, "discharge.instructions_given", _("Instructions given"), YesNoEditor),
        _field(draft, item, "discharge.diary_given", _("Diary given"), YesNoEditor),
        AttestField(draft),
    ]


_PLAN = ("plan", "pregnancy_reason")


def _plan(draft: BlockDraft, _visit: Visit) -> Parts:
    why = _("Pregnant: why it was done nevertheless")
    return [
        _field(draft, Item.PLAN, "plan", _("Plan"), lambda: LongTextEditor(lines=3)),
        _field(draft, Item.PLAN, "pregnancy_reason", why, make.text()),
    ]
