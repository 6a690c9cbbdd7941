"""Which rules of a set bear on a part of a letter: by what they ask, because ids differ between payers."""

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType

from mbb_desktop.clinical.course_criteria import RuledOut
from mbb_desktop.clinical.enclosure import EnclosureKind
from mbb_desktop.clinical.rules import Rule, RuleSet


class Topic(Enum):
    """A part of a letter to a payer."""

    LEVELS = "levels"
    DIAGNOSIS = "diagnosis"
    HISTORY = "history"
    EXAM = "exam"
    IMAGING = "imaging"
    CARE = "conservative care"
    BLOCKS = "blocks"
    INTERVAL = "interval"
    SCALES = "scales"
    FUNCTION = "function"
    EXCLUSIONS = "exclusions"
    PLAN = "plan"
    REPEAT = "repeat ablation"
    PAPERS = "papers"
    SCORES = "scores"
    IMAGES = "images"


_ROOTS = ("radiculopathy", "claudication")
_KINDS: Mapping[Topic, tuple[str, ...]] = MappingProxyType(
    {
        Topic.LEVELS: ("levels_per_session", "joints_named", "joints_left_out", "one_region_per_day"),
        Topic.DIAGNOSIS: ("diagnosis_listed",),
        Topic.HISTORY: ("axial_pain_with_deficit", "pain_lasts", "pain_scored"),
        Topic.EXAM: ("exam_recorded", *_ROOTS),
        Topic.IMAGING: ("imaging_recorded", "other_cause"),
        Topic.CARE: ("care_failed",),
        Topic.BLOCKS: (
            *("earlier_block_relieved", "relief_each_time", "different_agents", "only_anesthetic"),
            *("volume_per_nerve", "guidance_used", "scored_by_another"),
        ),
        Topic.INTERVAL: ("days_between_blocks", "early_block_explained", "block_recent"),
        Topic.SCALES: ("same_scale", "single_scores", "disability_scored"),
        Topic.FUNCTION: ("movements_regained",),
        Topic.EXCLUSIONS: ("not_fused", "nothing_else_that_day", *_ROOTS),
        Topic.PLAN: ("ablation_planned", "ablation_method", "ablation_authorized", "sedation_light"),
        Topic.REPEAT: (
            *("earlier_ablation_helped", "earlier_ablation_recent", "months_since_ablation"),
            "no_block_after_ablation",
        ),
        Topic.PAPERS: ("notes_signed", "images_kept"),
        Topic.SCORES: (
            *("earlier_block_relieved", "relief_each_time", "same_scale", "single_scores"),
            "scored_by_another",
        ),
        Topic.IMAGES: ("guidance_used", "images_kept"),
    }
)


_SHOWN_BY: Mapping[EnclosureKind, Topic] = MappingProxyType(
    {
        EnclosureKind.MRI_REPORT: Topic.IMAGING,
        EnclosureKind.IMAGING_REPORT: Topic.IMAGING,
        EnclosureKind.PAIN_DIARY: Topic.SCORES,
        EnclosureKind.FLUOROSCOPY_IMAGE: Topic.IMAGES,
    }
)


def rules_shown_by(rule_set: RuleSet, kind: EnclosureKind) -> tuple[str, ...]:
    """The ids of the rules whose evidence a paper from outside may be."""
    topic = _SHOWN_BY.get(kind)
    return rules_on(rule_set, topic) if topic else ()


def rules_on(rule_set: RuleSet, topic: Topic) -> tuple[str, ...]:
    """The ids of the set's rules that bear on a topic, in the order of the set."""
    return tuple(rule.id for rule in rule_set.rules if set(_asks(rule)) & set(_KINDS[topic]))


def _asks(rule: Rule) -> tuple[str, ...]:
    """A rule that findings were ruled out asks by its findings, any other by its kind."""
    criterion = rule.criterion
    return criterion.findings if isinstance(criterion, RuledOut) else (rule.kind,)
