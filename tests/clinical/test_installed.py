"""Which version judges a day, which may come beside which, and what a broken one does."""

from dataclasses import replace
from datetime import date

import pytest

from mbb_desktop.clinical.installed import (
    BrokenFile,
    BrokenRules,
    Installed,
    in_order,
    overlap,
    refusal,
    stand_in,
)
from mbb_desktop.clinical.rules import RuleSet, read_rule_set
from tests.clinical.invented import RESOURCES
from tests.every_row import every_row

UK = read_rule_set(RESOURCES / "rules" / "uk-50x1.toml")
JANUARY, JUNE, DECEMBER = date(2027, 1, 1), date(2027, 6, 1), date(2027, 12, 1)


def version(name: str, begins: date, ends: date | None = None) -> RuleSet:
    return replace(UK, version=name, effective_from=begins, effective_to=ends)


OLD, NEW = version("old", JANUARY), version("new", JUNE)


def test_an_open_end_is_closed_by_the_next_version() -> None:
    other = replace(UK, id="OTHER")
    assert [(each.named, each.effective_to) for each in in_order((NEW, other, OLD))] == [
        ("OTHER 2026-11", None),
        ("UK-50X1 old", date(2027, 5, 31)),
        ("UK-50X1 new", None),
    ]
    early = version("early", JANUARY, date(2027, 2, 1))
    assert in_order((early, NEW))[0] == early


@every_row(
    ("other", "problem"),
    [
        (version("other", JUNE), "UK-50X1 other begins on 01-Jun-2027 too."),
        (version("other", JANUARY, JUNE), "UK-50X1 other is in force until 01-Jun-2027, UK-50X1 new from"),
        (version("other", JANUARY, date(2027, 5, 31)), ""),
        (version("other", JANUARY), ""),
        (version("other", DECEMBER), ""),
        (replace(version("other", JUNE), id="OTHER"), ""),
    ],
    ids=["same day", "one day shared", "ends before", "open", "later", "other id"],
)
def test_one_day_has_one_version(other: RuleSet, problem: str) -> None:
    found = overlap((other,), NEW)
    assert found.startswith(problem) if problem else found == ""


def test_an_end_that_reaches_into_a_later_version_is_refused() -> None:
    assert "UK-50X1 x is in force until 01-Jun-2027" in overlap((NEW,), version("x", JANUARY, JUNE))


def test_a_version_is_installed_once_also_when_withdrawn_or_broken() -> None:
    broken = BrokenFile(NEW.id, NEW.version, "ours.toml: odd.")
    for known in (Installed((NEW,)), Installed((), (NEW,)), Installed((), (), (broken,))):
        assert refusal(known, NEW).startswith("UK-50X1 new is installed already.")
    assert refusal(Installed((), (NEW,)), version("newer", JUNE)) == ""


def test_a_withdrawn_version_judges_its_own_days_and_no_others() -> None:
    known = Installed((NEW,), (OLD,))
    assert known.for_service(UK.id, JANUARY) == OLD
    assert known.for_service(UK.id, DECEMBER) == NEW
    assert known.for_service(UK.id, date(2026, 1, 1)) == NEW
    assert Installed((), (OLD,)).for_service(UK.id, date(2026, 1, 1)) == OLD
    assert known.for_service("NONE", JUNE) is None
    assert known.newest == {UK.id: NEW}


def test_nothing_judges_in_the_place_of_a_broken_version() -> None:
    broken = BrokenFile(UK.id, "broken", "ours.toml, line 3: odd.")
    with pytest.raises(BrokenRules, match="UK-50X1 broken should judge here") as refused:
        Installed((NEW,), (), (broken,)).for_service(UK.id, DECEMBER)
    assert "ours.toml, line 3: odd." in refused.value.sentence
    gone = replace(broken, withdrawn=True)
    assert Installed((NEW,), (), (gone,)).for_service(UK.id, DECEMBER) == NEW
    with pytest.raises(BrokenRules):
        Installed((), (), (gone,)).for_service(UK.id, DECEMBER)


def test_a_rule_set_that_is_not_installed_names_the_one_in_its_place() -> None:
    assert stand_in("", NEW) == stand_in(NEW.id, NEW) == ""
    assert f"{NEW.named} judges in its place" in stand_in("GONE", NEW)
