"""What the papers for patients say, in the words of a language file: no layout."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from mbb_desktop.clinical.anatomy import JOINTS, SIX_LUMBAR_JOINTS, JointSide, Region, Side
from mbb_desktop.clinical.block import Block, DrugUse, Purpose, SedationLevel
from mbb_desktop.clinical.handout import DiaryTime, HandoutKind, clock_changes, joints_told
from mbb_desktop.clinical.handout_book import Calendar
from mbb_desktop.clinical.people import AnticoagulantPlan, Clinic
from mbb_desktop.clinical.template import pieces
from mbb_desktop.documents.amounts import NB, age, formal_name, joined, tied
from mbb_desktop.documents.handout_facts import HandoutFacts
from mbb_desktop.documents.wording import (
    Mark,
    Run,
    Words,
    bold,
    capitalized,
    listed,
    plain_text,
    side_run,
    words,
)

BY_HAND = "_" * 20
"""A line on the paper for what is not recorded."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its points; `large` are to be found at a glance."""

    title: Words
    points: tuple[Words, ...]
    large: tuple[Words, ...] = ()


def say(facts: HandoutFacts, key: str) -> Words:
    """A text of the language file with its fields filled in and its stars made bold."""
    parts: list[Run] = []
    for place, stretch in enumerate(facts.book[key].split("*")):
        for text, name in pieces(stretch):
            filled = (VALUES[name](facts) or BY_HAND) if name else ""
            runs = words(tied(text).replace(" °", f"{NB}°"), filled)
            parts += [bold(run.text) if place % 2 and run.mark is Mark.PLAIN else run for run in runs]
    return words(tuple(parts))


def _phone(number: str) -> str:
    return number.replace(" ", NB) or BY_HAND


def _limb(facts: HandoutFacts) -> str:
    """What may be weak: after a block of the neck the arms as well."""
    there = regions(facts)
    region = Region.CERVICAL if Region.CERVICAL in there else next(iter(there), None)
    return facts.book[f"limb.{region.value}"] if region else ""


def _return_address(clinic: Clinic) -> str:
    return joined((clinic.name, clinic.address, _phone(clinic.phone)))


# Who, where and when


def whose(facts: HandoutFacts) -> tuple[Words, ...]:
    """Name, birth date with age, and what else tells the person from others."""
    patient, book = facts.patient, facts.book
    born = day(facts.book.calendar, patient.born)
    number = next(iter(patient.identifiers), None)
    shown = patient.mrn or (number.value if number else "")
    return (
        words(bold(formal_name(patient))),
        words(_label(book["page.born"]), bold(f"{born} ({age(patient.born, facts.on)})")),
        *((words(_label(book["page.record"]), bold(shown)),) if shown else ()),
    )


def _label(text: str) -> Run:
    return Run(f"{text}{NB}", Mark.QUIET)


def regions(facts: HandoutFacts) -> tuple[Region, ...]:
    """The regions of the joints, else that of the block or the complaint."""
    tables = {**JOINTS, **SIX_LUMBAR_JOINTS}
    found = {tables[place.joint].region for place in joints_told(facts.block)}
    spoken = facts.block.region or (facts.course.region if facts.course else None)
    return tuple(region for region in Region if region in found) or ((spoken,) if spoken else ())


def place_words(facts: HandoutFacts) -> Words:
    """`lower back`, `neck and mid back`."""
    return listed([facts.book[f"place.{region.value}"] for region in regions(facts)], _and(facts)) or words(
        BY_HAND
    )


def sides(facts: HandoutFacts) -> tuple[Side, ...]:
    """The sides of the joints, left first."""
    found = {place.side for place in joints_told(facts.block)}
    return tuple(side for side in Side if side in found)


def side_words(facts: HandoutFacts) -> Words:
    """`left side and right side`, each in its colour; a line to fill in while no side is known."""
    known = [side_run(side, facts.book[f"words.{side.value}_side"]) for side in sides(facts)]
    return listed(known, _and(facts)) or words(BY_HAND)


def where_words(facts: HandoutFacts) -> Words:
    """`Lower back, left side`."""
    return capitalized(say(facts, "diary.where"))


def joint_words(facts: HandoutFacts) -> Words:
    """`Joints L4-5 and L5-S1`; where the sides differ each joint has its own. Empty without joints."""
    told = joints_told(facts.block)
    by_name: dict[str, list[Side]] = {}
    for place in told:
        by_name.setdefault(place.joint, []).append(place.side)
    if not by_name:
        return ()
    alike = len({tuple(found) for found in by_name.values()}) == 1
    each = [words(name) if alike else _with_side(facts, name, told) for name in by_name]
    noun = facts.book["words.joint" if len(by_name) == 1 else "words.joints"]
    return capitalized(words(noun, " ", listed(each, _and(facts))))


def _with_side(facts: HandoutFacts, name: str, told: Iterable[JointSide]) -> Words:
    known = [
        side_run(place.side, facts.book[f"words.{place.side.value}"]) for place in told if place.joint == name
    ]
    return words(f"{name} (", listed(known, _and(facts)), ")")


def _and(facts: HandoutFacts) -> str:
    return facts.book["words.last"]


def day(calendar: Calendar, on: date) -> str:
    """`24-Nov-2026` in the language's months."""
    return f"{on.day:02}-{calendar.months[on.month - 1]}-{on.year}"


def weekday(calendar: Calendar, on: date) -> str:
    """`Tuesday 24-Nov-2026`."""
    return f"{calendar.days[on.weekday()]} {day(calendar, on)}"


def clock(calendar: Calendar, at: datetime) -> str:
    """`10:31 am`; twelve o'clock says which it is."""
    shown = f"{at.hour % 12 or 12}:{at.minute:02}"
    twelve = {0: calendar.midnight, 12: calendar.noon}
    half = calendar.morning if at.hour < 12 else calendar.afternoon
    word = twelve.get(at.hour, half) if at.minute == 0 else half
    return f"{shown} {word}".replace(" ", NB)


def _at(facts: HandoutFacts) -> datetime | None:
    """When the needles were out; before the block when it is to be."""
    before = facts.kind is HandoutKind.INFORMATION
    return facts.block.scheduled_at if before else facts.block.needle_out


def _day(facts: HandoutFacts) -> str:
    at = _at(facts)
    return weekday(facts.book.calendar, at.date()) if at else BY_HAND


def _time(facts: HandoutFacts) -> str:
    at = _at(facts)
    return clock(facts.book.calendar, at) if at else BY_HAND[:10]


# The handout


def purpose_words(facts: HandoutFacts) -> Words:
    """That this is a test; nothing of a block that was not meant as one."""
    if facts.block.purpose is Purpose.THERAPEUTIC:
        return ()
    return words(bold(plain_text(say(facts, "test.title"))), " ", say(facts, "test.text"))


def handout_sections(facts: HandoutFacts) -> tuple[Section, ...]:
    """What to do, and what is normal."""
    return (
        Section(say(facts, "handout.today_title"), tuple(_today(facts))),
        Section(say(facts, "handout.normal_title"), tuple(_normal(facts))),
    )


def done_words(facts: HandoutFacts) -> Words:
    """What was done, and whether it was stopped early."""
    done = say(facts, "handout.done")
    early = facts.block.stopped_because or any(target.not_injected for target in facts.block.targets)
    return words(done, " ", say(facts, "handout.stopped")) if early else done


def _today(facts: HandoutFacts) -> Iterator[Words]:
    yield say(facts, "handout.diary")
    yield say(facts, "handout.medicine")
    thinner = facts.patient.anticoagulant
    if thinner.plan is not AnticoagulantPlan.NOT_TAKEN:
        yield say(facts, "handout.thinner_named" if thinner.drug else "handout.thinner")
    yield say(facts, "handout.driving")
    if _sedated(facts.block):
        yield say(facts, "handout.sedated")


def _sedated(block: Block) -> bool:
    return bool(block.drugs_for(DrugUse.SEDATION)) or block.sedation not in {None, SedationLevel.NONE}


def _normal(facts: HandoutFacts) -> Iterator[Words]:
    yield say(facts, "handout.numb")
    if any(target.nerve == "TON" and not target.not_injected for target in facts.block.targets):
        yield say(facts, "handout.dizzy")
    for key in ("sore", "back", "care"):
        yield say(facts, f"handout.{key}")


def call_box(facts: HandoutFacts) -> Section:
    """When to call the clinic, with its numbers by day and after hours."""
    points, numbers = ((say(facts, f"call.{key}") for key in keys) for keys in _CALL)
    return Section(say(facts, "call.title"), tuple(points), tuple(numbers))


_CALL = (("fever", "skin"), ("day", "after"))


def emergency_box(facts: HandoutFacts) -> Section:
    """When to call for an ambulance, with what belongs to the region."""
    keys = ("fever", "nerves", "head", "breath", *(region.value for region in regions(facts)))
    points = tuple(said for key in keys if (said := say(facts, f"emergency.{key}")))
    return Section(say(facts, "emergency.title"), points)


# The diary


def diary_steps(facts: HandoutFacts) -> tuple[Words, ...]:
    """How to fill in the diary. It says nothing of what would count as enough: scorers are blind."""
    keys = ["rate", *(["sides"] if len(sides(facts)) > 1 else []), "only", "tick", "write"]
    if facts.block.needle_out and clock_changes(facts.block.needle_out, facts.times):
        keys.append("clock")
    return tuple(say(facts, f"diary.{key}") for key in keys)


def score_heads(facts: HandoutFacts) -> tuple[tuple[Side | None, Words], ...]:
    """The columns for numbers: each side, and overall when there are two; None is overall."""
    found: list[tuple[Side | None, Words]] = [
        (side, words(side_run(side, facts.book[f"diary.score_{side.value}"]))) for side in sides(facts)
    ]
    if len(found) > 1:
        found.append((None, say(facts, "diary.score_overall")))
    return tuple(found)


def after_words(facts: HandoutFacts, each: DiaryTime) -> str:
    """`15 min, in the clinic`, `1 hour`, `12 hours, if awake`, `24 hours, next day`."""
    book, hours = facts.book, each.slot // 60
    if not hours:
        return f"{_number(book['diary.minutes'], each.slot)}, {book['diary.clinic']}"
    said = book["diary.hour"] if hours == 1 else _number(book["diary.hours"], hours)
    needle_out = facts.block.needle_out
    later = needle_out is not None and each.at.date() > needle_out.date()
    asleep = each.at.hour < 6 or each.at.hour >= 22
    return joined((said, book["diary.next_day"] if later else "", book["diary.asleep"] if asleep else ""))


def _number(text: str, number: int) -> str:
    return text.format(number=number).replace(" ", NB)


# The sheet before the block


def information_sections(facts: HandoutFacts) -> tuple[Section, ...]:
    """What the test is, what to do before it, when to call, and what comes after."""
    tell = ("pregnant", "ill", "allergy", "gone", *(region.value for region in regions(facts)))
    groups = {
        "what_title": ("what", "short", "wrong"),
        "before_title": ("thinner", "medicine", "eat", "driver", "clothes"),
        "tell_title": tell,
        "after_title": ("after",),
    }
    return tuple(
        Section(
            say(facts, f"information.{title}"),
            tuple(say(facts, f"information.{key}") for key in keys),
        )
        for title, keys in groups.items()
    )


def title_of(facts: HandoutFacts) -> str:
    """What the first page is called."""
    key = {
        HandoutKind.HANDOUT: "handout.title",
        HandoutKind.DIARY: "diary.title",
        HandoutKind.INFORMATION: "information.title",
    }[facts.kind]
    return plain_text(say(facts, key))


VALUES: Mapping[str, Callable[[HandoutFacts], str | Words]] = {
    "block.place": place_words,
    "block.side": side_words,
    "block.joints": joint_words,
    "block.limb": _limb,
    "pain.area": lambda facts: facts.area,
    "pain.movement": lambda facts: facts.movement,
    "when.day": _day,
    "when.time": _time,
    "patient.blood_thinner": lambda facts: facts.patient.anticoagulant.drug,
    "clinic.phone": lambda facts: _phone(facts.clinic.phone),
    "clinic.after_hours_phone": lambda facts: _phone(facts.clinic.after_hours_phone),
    "clinic.emergency_number": lambda facts: facts.book["emergency.number"],
    "clinic.return_address": lambda facts: _return_address(facts.clinic),
}
"""How the fields are filled in; what is not recorded is a line to fill in by hand."""
