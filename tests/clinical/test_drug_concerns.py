"""A number without its unit, sedatives, labels: what is odd about the drugs themselves."""

from dataclasses import replace
from decimal import Decimal

from mbb_desktop.clinical.block import Drug, DrugUse
from mbb_desktop.clinical.drug_concerns import (
    is_local_anesthetic,
    label_concerns,
    percent_meant,
    shifted_typed,
)
from tests.clinical.invented import AGENTS, BUPIVACAINE, LIDOCAINE, a_block
from tests.every_row import every_row

STEROID, CONTRAST = Drug(DrugUse.STEROID, "dexamethasone"), Drug(DrugUse.CONTRAST, "iohexol")


@every_row(
    ("number", "drug", "meant"),
    [
        ("0.5", BUPIVACAINE, True),
        ("0.25", BUPIVACAINE, True),
        ("5", BUPIVACAINE, False),
        ("2", BUPIVACAINE, False),
        ("2", LIDOCAINE, True),
        ("20", LIDOCAINE, False),
        ("0.5", LIDOCAINE, False),
        ("0.5", None, True),
        ("20", None, False),
        ("0.5", replace(LIDOCAINE, agent="articaine"), True),
        ("0.5", STEROID, False),
        ("0.5", CONTRAST, False),
        ("0.5", replace(BUPIVACAINE, use=DrugUse.SKIN), True),
    ],
)
def test_a_number_that_is_usual_only_in_percent_was_meant_so(
    number: str, drug: Drug | None, meant: bool
) -> None:
    assert percent_meant(Decimal(number), drug, AGENTS) is meant


@every_row("use", DrugUse)
def test_only_anesthetics_are_said_in_percent(use: DrugUse) -> None:
    assert is_local_anesthetic(Drug(use, "x")) is (use in {DrugUse.TARGET, DrugUse.SKIN})


def test_a_label_without_its_strength_is_named_by_its_drug() -> None:
    read = replace(BUPIVACAINE, label="ropivacaine")
    (found,) = label_concerns(a_block(drugs=(read,)))
    assert found.about == "label"
    assert "reads ropivacaine; bupivacaine 0.5 % is recorded" in found.text


@every_row(
    ("number", "meant"),
    [
        ("50", "5"),
        ("25", "2.5"),
        ("500", "5"),
        ("5000", "5"),
        ("50000", None),
        ("0.05", "5"),
        ("0.005", "5"),
        ("0.0005", None),
        ("0.5", None),
        ("5", None),
        ("30", None),
    ],
)
def test_a_strength_of_10_100_or_1000_times_a_usual_one_is_asked_about(
    number: str, meant: str | None
) -> None:
    assert shifted_typed(Decimal(number), BUPIVACAINE, AGENTS) == (None if meant is None else Decimal(meant))
    assert shifted_typed(Decimal(number), STEROID, AGENTS) is None


@every_row("drug", [None, Drug(DrugUse.TARGET, "novocaine")])
def test_of_a_drug_that_is_not_known_only_ten_times_is_guessed(drug: Drug | None) -> None:
    """0.2 is 0.2 %, that is 2 mg/mL; a hundred times as much would be 20."""
    for number in ("0.1", "0.2", "0.3", "0.4"):
        assert shifted_typed(Decimal(number), drug, AGENTS) is None
    assert percent_meant(Decimal("0.2"), drug, AGENTS)
    assert shifted_typed(Decimal(200), drug, AGENTS) == 20
