"""A whole file of drugs, read field by field, and the numbers it may not hold."""

from decimal import Decimal
from pathlib import Path

import pytest

from mbb_desktop.clinical.anatomy import Region
from mbb_desktop.clinical.data_file import DataFileError
from mbb_desktop.clinical.drugs import (
    Agent,
    AgentKind,
    Cited,
    Confidence,
    Contrast,
    ContrastKind,
    Formulary,
    Maximum,
    Steroid,
    Strength,
    VolumeGuard,
    Window,
    read_formulary,
)
from tests.every_row import every_row

EVERYTHING = """
[agent.full]
tall_name = "FULL"
kind = "ester"
strengths = [{ mg_per_ml = 2.5, never_default = true, note = "careful" }, { mg_per_ml = 5 }]
notes = ["one", "two"]
window = { from = 0, to = 60, source = "w", confidence = "high" }
window_with_epinephrine = { from = 30, to = 31, source = "we", confidence = "medium" }
plain = { per_kg = { value = 1.5, source = "k", confidence = "low" } }
per_day = { value = 400, source = "d", confidence = "own" }
[agent.full.with_epinephrine]
absolute = { value = 0.01, source = "a", confidence = "high" }
[agent.bare]
tall_name = "bare"
kind = "none"
strengths = []
[agent.plain_only]
tall_name = "p"
kind = "amide"
strengths = []
plain = { absolute = { value = 9, source = "p", confidence = "high" } }
[volume]
cervical = { preset = 0.1, guard = 0.1, points = 1, source = "c", confidence = "high" }
thoracic = { preset = 0.2, guard = 0.4, points = 2, source = "t", confidence = "low" }
lumbar = { preset = 0.3, guard = 0.5, points = 3, source = "l", confidence = "own" }
TON = { preset = 0.4, guard = 0.9, points = 4, source = "o", confidence = "medium" }
[contrast.strong]
kind = "gadolinium"
strengths = [{ mg_per_ml = 350 }]
intrathecal_limit = { value = 3060, source = "i", confidence = "high" }
note = "never"
[contrast.bare]
kind = "iodinated"
strengths = []
[steroid.one]
particulate = true
note = "no"
[steroid.two]
particulate = false
[sedative.much]
most = { value = 10, source = "m", confidence = "own" }
[sedative.any]
"""

HIGH, MEDIUM, LOW, OWN = Confidence.HIGH, Confidence.MEDIUM, Confidence.LOW, Confidence.OWN
NINE = Maximum(absolute=Cited(Decimal(9), "p", HIGH))
READ = Formulary(
    agents={
        "full": Agent(
            *("full", "FULL", AgentKind.ESTER),
            (Strength(Decimal("2.5"), True, "careful"), Strength(Decimal(5), False, "")),
            Window(0, 60, "w", HIGH),
            Window(30, 31, "we", MEDIUM),
            Maximum(Cited(Decimal("1.5"), "k", LOW)),
            Maximum(absolute=Cited(Decimal("0.01"), "a", HIGH)),
            Cited(Decimal(400), "d", OWN),
            ("one", "two"),
        ),
        "bare": Agent("bare", "bare", AgentKind.NONE, ()),
        "plain_only": Agent("plain_only", "p", AgentKind.AMIDE, (), plain=NINE, with_epinephrine=NINE),
    },
    contrasts={
        "strong": Contrast(
            *("strong", ContrastKind.GADOLINIUM, (Strength(Decimal(350)),)),
            *(Cited(Decimal(3060), "i", HIGH), "never"),
        ),
        "bare": Contrast("bare", ContrastKind.IODINATED),
    },
    steroids={"one": Steroid("one", True, "no"), "two": Steroid("two", False)},
    sedatives={"much": Cited(Decimal(10), "m", OWN), "any": None},
    volumes={
        Region.CERVICAL: VolumeGuard(Decimal("0.1"), Decimal("0.1"), 1, "c", HIGH),
        Region.THORACIC: VolumeGuard(Decimal("0.2"), Decimal("0.4"), 2, "t", LOW),
        Region.LUMBAR: VolumeGuard(Decimal("0.3"), Decimal("0.5"), 3, "l", OWN),
    },
    third_occipital=VolumeGuard(Decimal("0.4"), Decimal("0.9"), 4, "o", MEDIUM),
)


def formulary(folder: Path, text: str) -> Formulary:
    path = folder / "ours.toml"
    path.write_text(text, encoding="utf-8")
    return read_formulary(path)


def test_every_field_of_the_file_arrives_where_it_belongs(tmp_path: Path) -> None:
    assert formulary(tmp_path, EVERYTHING) == READ


def test_the_file_is_read_once(tmp_path: Path) -> None:
    assert formulary(tmp_path, EVERYTHING) is formulary(tmp_path, "")


@every_row(
    ("old", "new", "problem"),
    [
        ("from = 30, to = 31", "from = 31, to = 31", r"'from' must be a number of minutes before 'to'\."),
        ("from = 0, to = 60", "from = -1, to = 60", "agent, full, window: 'from' must be"),
        ("value = 0.01", "value = 0", r"absolute: 'value' must be above zero\."),
        ("value = 10,", "value = -1,", "sedative, much, most: 'value' must be above zero"),
        ("preset = 0.1, guard = 0.1", "preset = 0.2, guard = 0.1", "volume, cervical: 'preset' must be"),
        ("preset = 0.4", "preset = 0", "'preset' must be above zero and no more than 'guard'"),
        ("tall_name", "tall", "agent, full: 'tall' is not known here"),
        ("per_kg = {", "kg = {", "agent, full, plain: 'kg' is not known here"),
        ('value = 1.5, source = "k"', 'value = 1.5, from = "k"', "'from' is not known here"),
        ('to = 60, source = "w"', 'until = 60, source = "w"', "'until' is not known here"),
        ("never_default = true", "default = false", "'default' is not known here"),
        ("points = 2", "needles = 2", "volume, thoracic: 'needles' is not known here"),
        ("intrathecal_limit", "limit", "contrast, strong: 'limit' is not known here"),
        ("particulate = false", "grainy = false", "steroid, two: 'grainy' is not known here"),
        ("most = {", "much = {", "sedative, much: 'much' is not known here"),
        ("[volume]", "[volume]\nsacral = {}", "volume: 'sacral' is not known here"),
        ("[agent.full]", "[agents.full]", "'agents' is not known here"),
        ('kind = "ester"', 'kind = "acid"', "'kind' must be one of amide, ester, none"),
    ],
)
def test_what_a_file_of_drugs_may_not_hold(tmp_path: Path, old: str, new: str, problem: str) -> None:
    assert old in EVERYTHING
    with pytest.raises(DataFileError, match=problem) as refused:
        formulary(tmp_path, EVERYTHING.replace(old, new, 1))
    assert str(refused.value).startswith("ours.toml")
