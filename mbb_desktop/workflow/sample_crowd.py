"""The further people of the sample clinic, each with a state that the thirteen stories do not have.

Their names are words about writing, so that nobody takes one of them for a person.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from types import MappingProxyType
from uuid import UUID

from mbb_desktop.clinical.access import Role, User
from mbb_desktop.clinical.anatomy import Region, Side
from mbb_desktop.clinical.course import AblationMethod, Course, Imaging, Vertebrae
from mbb_desktop.clinical.identity import new_id
from mbb_desktop.clinical.people import (
    PREGNANT,
    Allergy,
    AllergyKind,
    AllergyState,
    Anticoagulant,
    AnticoagulantPlan,
    Correspondent,
    CorrespondentKind,
    Patient,
    Sex,
)
from mbb_desktop.clinical.preset import AgentOffered
from mbb_desktop.clinical.response import BEFORE, Conclusion
from mbb_desktop.workflow import sample_people
from mbb_desktop.workflow.sample_facts import (
    BUPIVACAINE,
    LIDOCAINE,
    MISSING,
    NEGATIVE,
    ONE_SIDE,
    Scores,
)
from mbb_desktop.workflow.sample_people import Person

OPEN_FOR = 560
"""Days since which the clinic has been open, so that an ablation can be more than a year ago."""

_ADMITTED = 7
_BOTH, _LEFT, _RIGHT = (Side.LEFT, Side.RIGHT), (Side.LEFT,), (Side.RIGHT,)
_PLACES = MappingProxyType({"l": Region.LUMBAR, "c": Region.CERVICAL, "t": Region.THORACIC})
_SIDES = MappingProxyType({"l": _LEFT, "r": _RIGHT, "b": _BOTH})


def staff(now: datetime) -> tuple[User, User]:
    """A learner whose notes are co-signed, and an administrator who reads no charts."""
    return (
        User(new_id(now), "N. Novice", "MD", (Role.PHYSICIAN,), specialty="pain medicine", learner=True),
        User(new_id(now), "K. Keys", "", (Role.ADMINISTRATOR,)),
    )


def directory(now: datetime) -> tuple[Correspondent, Correspondent, Correspondent]:
    """Another payer, who does the ablations, and who refers."""
    return (
        Correspondent(
            new_id(now),
            CorrespondentKind.PAYER,
            "Storybook Mutual",
            organization="Commercial",
            address="1 Fable Street, Springfield",
            fax="(555) 010-0155",
            rule_set="US-MEDICARE-FACET",
        ),
        Correspondent(
            new_id(now),
            CorrespondentKind.RFA_PROVIDER,
            "P. Inkwell",
            credentials="MD",
            organization="Springfield Ablation Clinic",
            address="3 Quill Road, Springfield",
            fax="(555) 010-0166",
        ),
        Correspondent(
            new_id(now),
            CorrespondentKind.REFERRER,
            "G. Quill",
            credentials="DO",
            organization="Family practice",
            address="5 Mill Lane, Springfield",
            phone="(555) 010-0188",
        ),
    )


def _person(row: str) -> Person:
    """`Fable|Astrid|f|lb|1958-02-11|en`: family, given, sex, region with sides, born, language."""
    family, given, sex, place, born, language = row.split("|")
    at = _ROWS.index(row)
    return Person(
        family,
        given,
        date.fromisoformat(born),
        f"009 {1000 + 7 * at}",
        Sex.FEMALE if sex == "f" else Sex.MALE,
        _PLACES[place[0]],
        _SIDES[place[1]],
        language,
    )


_ROWS = (
    "Fable|Astrid|f|lb|1958-02-11|en",
    "Saga|Bertil|m|ll|1963-06-24|en",
    "Legend|Clara|f|lr|1970-09-03|en",
    "Yarn|Dorian|m|lb|1955-12-19|en",
    "Riddle|Edda|f|lr|1967-01-30|en",
    "Ballad|Fritz|m|ll|1951-04-08|en",
    "Rhyme|Greta|f|lr|1960-10-27|en",
    "Tale|Hugo|m|ll|1948-07-15|en",
    "Myth|Iris|f|lr|1972-03-22|en",
    "Epic|Jonas|m|lb|1959-11-05|en",
    "Parable|Kira|f|cr|1974-08-14|en",
    "Proverb|Lars|m|cl|1965-05-02|en",
    "Quip|Mona|f|cb|1981-02-28|en",
    "Limerick|Nils|m|tr|1976-06-09|en",
    "Sonnet|Olga|f|tb|1969-12-01|en",
    "Canto|Paul|m|lb|1957-03-17|en",
    "Verse|Quirin|m|lb|1973-10-20|en",
    "Stanza|Rosa|f|ll|1962-01-12|en",
    "Elegy|Sven|m|lr|1950-09-26|en",
    "Idyll|Tora|f|ll|1966-04-04|en",
    "Prologue|Ulf|m|lr|1979-07-31|en",
    "Epilogue|Vera|f|ll|1953-11-11|en",
    "Chorus|Willa|f|lr|1968-02-05|en",
    "Motif|Xaver|m|ll|1961-08-29|en",
    "Refrain|Yngve|m|lr|1984-05-18|en",
    "Preface|Zora|f|ll|1977-09-09|en",
    "Footnote|Alma|f|lr|1956-06-30|en",
    "Appendix|Bruno|m|ll|1964-12-24|en",
    "Glossary|Cleo|f|lr|1971-03-08|en",
    "Index|Dario|m|ll|1952-10-13|en",
    "Chapter|Elsa|f|lr|1975-01-21|en",
    "Margin|Felix|m|ll|1958-07-07|en",
    "Comma|Gerda|f|lb|1963-04-16|en",
    "Komma|Gerda|f|lb|1963-04-16|en",
    "Colon|Henrik|m|lr|1947-02-14|en",
    "Bracket|Ida|f|ll|1980-11-23|en",
    "Hyphen|Jens|m|lr|1969-05-27|en",
    "Dash|Karin|f|ll|1959-09-18|en",
    "Period|Leif|m|lb|1954-03-03|en",
    "Vowel|Marisol|f|lr|1978-12-08|es",
    "Consonant|Noor|f|ll|1986-06-16|en",
    "Syllable|Otto|m|lr|1945-10-10|en",
    "Rune|Petra|f|cl|1973-01-05|en",
    "Glyph|Rasmus|m|lb|1966-08-21|en",
    "Scribe|Sofia|f|tl|1982-04-12|en",
    "Folio|Tomas|m|ll|1949-12-31|en",
    "Vellum|Ulla|f|lr|1961-07-19|en",
    "Papyrus|Viggo|m|lb|1970-02-02|en",
    "Quarto|Wanda|f|ll|1955-05-25|en",
)
PEOPLE: tuple[Person, ...] = tuple(map(_person, _ROWS))


@dataclass(frozen=True, slots=True)
class Past:
    """One block that one of these people had; its note is signed on the day, unless somebody else signs."""

    family: str
    days_ago: int
    levels: str
    agent: AgentOffered = LIDOCAINE
    scores: Scores | None = None
    conclusion: Conclusion | None = None
    signed: bool = True
    learner: bool = False
    lot: str = "LF-2207"


LOTS: Mapping[str, int] = {"LF-2207": 200, "LF-2107": -20, "BP-0815": -190, "BP-0901": 150}
"""In how many days the vials of a lot expire."""

_STEADY: Scores = {BEFORE: (7,), 15: (2,), 30: (1,), 60: (1,), 120: (1,), 180: (1,), 240: (1,), 300: (1,)}
"""Still without pain at the last answer: how long it held is not known."""

_LONG: Scores = {
    BEFORE: (8,),
    15: (2,),
    30: (1,),
    **dict.fromkeys((60, 120, 180, 240, 300, 360), (1,)),
    420: (5,),
    480: (7,),
    720: (8,),
    1440: (8,),
}
_UNEVEN: Scores = {
    BEFORE: (8, 7, 8),
    15: (1, 6, 4),
    30: (1, 6, 4),
    60: (1, 6, 4),
    120: (1, 7, 4),
    180: (4, 7, 6),
    240: (7, 7, 7),
}
_YES, _NO = Conclusion.POSITIVE, Conclusion.NEGATIVE

PASTS: tuple[Past, ...] = (
    Past("Fable", 42, "45 51 b", scores=ONE_SIDE, conclusion=_YES),
    Past("Saga", 35, "45 51 l", scores=ONE_SIDE, conclusion=_YES),
    Past("Legend", 33, "34 45 r", scores=ONE_SIDE, conclusion=_YES),
    Past("Yarn", 50, "45 51 b", scores=NEGATIVE, conclusion=_NO),
    Past("Riddle", 61, "51 r", scores=NEGATIVE, conclusion=_NO),
    Past("Ballad", 77, "45 51 l", scores=ONE_SIDE, conclusion=_YES),
    Past("Rhyme", 490, "45 51 r", scores=ONE_SIDE, conclusion=_YES),
    Past("Rhyme", 470, "45 51 r", BUPIVACAINE, _LONG, _YES, lot="BP-0815"),
    Past("Tale", 262, "45 51 l", scores=ONE_SIDE, conclusion=_YES),
    Past("Tale", 241, "45 51 l", BUPIVACAINE, _LONG, _YES, lot="BP-0815"),
    Past("Myth", 160, "45 51 r", scores=ONE_SIDE, conclusion=_YES),
    Past("Myth", 139, "45 51 r", BUPIVACAINE, _LONG, _YES, lot="BP-0901"),
    Past("Parable", 5, "c23 r", scores=MISSING),
    Past("Proverb", 58, "c45 c56 l", scores=ONE_SIDE, conclusion=_YES),
    Past("Limerick", 48, "t78 t89 r", BUPIVACAINE, NEGATIVE, _NO, lot="BP-0901"),
    Past("Canto", 6, "45 b, 51 r", scores=_UNEVEN),
    Past("Stanza", 2, "45 51 l", BUPIVACAINE, _STEADY, lot="BP-0901"),
    Past("Elegy", 125, "45 51 r", scores=ONE_SIDE, conclusion=_YES),
    Past("Idyll", 4, "45 l", scores=MISSING),
    Past("Prologue", 12, "45 51 r"),
    Past("Epilogue", 20, "51 l"),
    Past("Chorus", 15, "45 r", scores=MISSING),
    Past("Motif", 18, "51 l", scores=MISSING),
    Past("Refrain", 3, "45 r", signed=False),
    Past("Preface", 1, "45 l", learner=True),
    Past("Footnote", 2, "51 r", learner=True),
    Past("Appendix", 8, "45 l", learner=True),
    Past("Bracket", 1, "45 51 l", signed=False),
    Past("Hyphen", 11, "45 r", signed=False, lot="LF-2107"),
)
"""The oldest are more than a year ago; the last ones wait for something."""


@dataclass(frozen=True, slots=True)
class Planned:
    """A block on one of the next days; `ready`: whether everybody was asked everything before it."""

    family: str
    in_days: int
    levels: str
    ready: bool = False


PLANS: tuple[Planned, ...] = (
    Planned("Quip", 0, "c56 c67 b"),
    Planned("Fable", 1, "45 51 b", ready=True),
    Planned("Verse", 1, "45 b"),
    Planned("Saga", 2, "45 51 l"),
    Planned("Sonnet", 2, "t78 b"),
    Planned("Legend", 3, "34 45 r"),
    Planned("Dash", 3, "45 51 l", ready=True),
    Planned("Period", 4, "45 b", ready=True),
    Planned("Vowel", 5, "51 r"),
    Planned("Consonant", 6, "45 l"),
    Planned("Syllable", 7, "45 51 r"),
    Planned("Rune", 8, "c34 c45 l"),
    Planned("Glyph", 9, "45 51 b"),
    Planned("Scribe", 10, "t67 l"),
    Planned("Papyrus", 13, "34 45 b"),
)


def admitted(family: str) -> int:
    """How many days ago a person came to the clinic first."""
    return max((past.days_ago for past in PASTS if past.family == family), default=21) + _ADMITTED


def patient(person: Person, payer_id: UUID, referrer_id: UUID, at: datetime) -> Patient:
    """The record of one of these people when they first came."""
    plain = replace(
        sample_people.patient(person, payer_id, referrer_id, at),
        weight=Decimal(64 + len(person.family + person.given) * 2),
        weighed_on=at.date(),
        allergy_state=AllergyState.NONE_KNOWN,
        anticoagulant=Anticoagulant(AnticoagulantPlan.NOT_TAKEN),
        pregnancy="not applicable",
    )
    return replace(plain, **_DIFFERENT.get(person.family, {}))  # type: ignore[arg-type]  # each by its name


_DIFFERENT: Mapping[str, Mapping[str, object]] = MappingProxyType(
    {
        "Motif": {
            "allergy_state": AllergyState.LISTED,
            "allergies": (Allergy(AllergyKind.CONTRAST, "iohexol", "hives"),),
        },
        "Consonant": {"pregnancy": PREGNANT},
        "Vowel": {"pregnancy": ""},
        "Glyph": {"allergy_state": None, "anticoagulant": Anticoagulant()},
        "Syllable": {"anticoagulant": Anticoagulant(AnticoagulantPlan.STOPPED, "warfarin")},
        "Folio": {"phone": ""},
        "Vellum": {"language": ""},
    }
)


def course(person: Person, patient_id: UUID, at: datetime) -> Course:
    """The complaint with which one of these people came."""
    plain = replace(sample_people.course(person, patient_id, at), opened_on=at.date())
    if person.family == "Verse":
        return replace(plain, vertebrae=Vertebrae.SACRALISED_L5, last_level_imaged="L4-5")
    if person.family in _CANDIDATES:
        return _candidate(plain, at.date())
    return plain


_CANDIDATES = ("Fable", "Rhyme", "Tale", "Myth", "Dash")


def _candidate(plain: Course, day: date) -> Course:
    """Everything that was asked before the first block."""
    return replace(
        plain,
        limits="standing to 15 minutes",
        disability_scale="ODI",
        disability_score=Decimal(38),
        disability_on=day,
        radiculopathy=False,
        claudication=False,
        neurology_on=day,
        other_cause=False,
        exam="Pain on extension and rotation; strength, reflexes and feeling normal.",
        exam_on=day,
        imaging=(
            Imaging(
                "MRI lumbar spine", day - timedelta(days=30), "facet arthropathy L4-5 and L5-S1; no fracture"
            ),
        ),
        fusion=False,
        vertebrae=Vertebrae.FIVE,
        rfa_planned_if_positive=True,
        ablated_before=False,
        rfa_method=AblationMethod.THERMAL,
        rfa_temperature=Decimal(85),
    )
