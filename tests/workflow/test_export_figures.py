"""Every figure from the exported CSV alone; no person in it unless asked for; each export is audited."""

import csv
import io
import json
import shutil
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from random import Random
from statistics import median
from typing import Any

import pytest

from mbb_desktop.clinical.access import Permission, Role, User
from mbb_desktop.clinical.anatomy import Region
from mbb_desktop.clinical.block import Block
from mbb_desktop.clinical.counted import Dose, Result, Stage
from mbb_desktop.clinical.counting import year_to
from mbb_desktop.clinical.doses_given import sum_bands
from mbb_desktop.clinical.figures import Figures, figures
from mbb_desktop.clinical.identity import new_id
from mbb_desktop.clinical.rates import By, Rate
from mbb_desktop.clinical.response import BEFORE
from mbb_desktop.clinical.shown import show_minutes
from mbb_desktop.clinical.time_to_sign import TimeBand, middle_band
from mbb_desktop.storage import accounts, audit
from mbb_desktop.storage.vault import open_vault
from mbb_desktop.workflow.desk import NotAllowed
from mbb_desktop.workflow.export_figures import (
    Form,
    NoReason,
    export_counts,
    export_counts_with_names,
)
from mbb_desktop.workflow.figures import Counts, count_records
from tests.workflow.conftest import CHEAP, NOW, PASSPHRASE, PEOPLE, Desks
from tests.workflow.invented_year import InventedYear

YEAR = year_to(NOW.date())
LINDGREN = User(new_id(NOW), "K. Lindgren", "MD", (Role.PHYSICIAN,))
Lines = list[dict[str, str]]


@pytest.fixture(scope="module")
def desks(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desks]:
    """One clinic for all: its year takes long to invent."""
    folder = tmp_path_factory.mktemp("year") / "vault"
    shutil.copytree(template, folder)
    vault = open_vault(folder, PEOPLE["physician"].id, PASSPHRASE, at=NOW)
    yield Desks(vault)
    vault.close()


@pytest.fixture(scope="module")
def year(desks: Desks) -> Counts:
    vault = desks.vault
    accounts.add_person(vault.store, LINDGREN, PASSPHRASE, by=vault.user, at=NOW, cost=CHEAP)
    InventedYear(vault.store, (PEOPLE["physician"], LINDGREN), vault.signing_key, NOW).save(160)
    return count_records(desks.of("manager"), YEAR)


def lines(files: Mapping[str, bytes], name: str) -> Lines:
    return list(csv.DictReader(io.StringIO(files[f"{name}.csv"].decode("utf-8-sig"), newline="")))


def exported(desks: Desks, counts: Counts, region: Region | None = None) -> dict[str, bytes]:
    made = export_counts(desks.of("manager"), counts, Form.CSV, region, Random(1))
    return dict(made.files)


@pytest.fixture(scope="module", params=[None, Region.LUMBAR], ids=["all regions", "lumbar"])
def both(request: pytest.FixtureRequest, desks: Desks, year: Counts) -> tuple[Figures, dict[str, bytes]]:
    """The figures as they are shown, and the files."""
    shown = figures(year.counted, year.physicians, request.param)
    return shown, exported(desks, year, request.param)


DECIDED = ("positive", "negative")
NO_TEST = (Result.NOT_A_TEST.value, Result.ELSEWHERE.value)


def rate(of: Lines) -> tuple[int, int]:
    results = Counter(line["result"] for line in of)
    return results["positive"], sum(results[each] for each in DECIDED)


def shown_rate(found: Rate) -> tuple[int, int]:
    return found.positive.count, found.positive.of


def own_tests(files: Mapping[str, bytes]) -> Lines:
    return [line for line in lines(files, "blocks") if line["result"] not in NO_TEST]


def grouped(of: Lines, key: Callable[[dict[str, str]], str]) -> dict[str, tuple[int, int]]:
    return {name: rate([line for line in of if key(line) == name]) for name in map(key, of)}


def number_words(line: dict[str, str]) -> str:
    return {"1": "1st block", "2": "2nd block"}.get(line["block number"], "3rd or later")


def test_the_counts_and_rates(both: tuple[Figures, dict[str, bytes]]) -> None:
    found, files = both
    blocks = lines(files, "blocks")
    assert found.everything.all_blocks == len(blocks) > 100
    results = Counter(line["result"] for line in blocks)
    assert {each.value: count for each, count in found.everything.left_out.items()} == {
        name: count for name, count in results.items() if name not in DECIDED
    }
    ways: dict[By, Callable[[dict[str, str]], str]] = {
        By.NUMBER: number_words,
        By.REGION: lambda line: line["region"].capitalize(),
        By.AGENT: lambda line: line["anesthetic"],
    }
    for by, key in ways.items():
        shown = {group.label: shown_rate(group) for group in found.rates[by]}
        assert shown == grouped(own_tests(files), key)


def test_the_rate_of_each_physician_without_a_name(both: tuple[Figures, dict[str, bytes]]) -> None:
    found, files = both
    coded = grouped(own_tests(files), lambda line: line["physician"])
    assert sorted(coded.values()) == sorted(map(shown_rate, found.rates[By.PHYSICIAN]))
    assert set(coded) == {"Physician 1", "Physician 2"}


def test_the_months(both: tuple[Figures, dict[str, bytes]]) -> None:
    found, files = both
    of = own_tests(files)
    for place, month in enumerate(found.months, start=1):
        here = [line for line in of if line["month of the period"] == str(place)]
        assert (month.tests.all_blocks, shown_rate(month.tests)) == (len(here), rate(here))


def test_the_funnel(both: tuple[Figures, dict[str, bytes]]) -> None:
    found, files = both
    of = lines(files, "complaints")
    stages = [stage.value for stage in Stage]
    for place, step in enumerate(found.funnel):
        assert step.reached.count == sum(stages.index(line["reached"]) >= place for line in of)
        left = Counter(line["left because"] for line in of if line["reached"] == step.stage.value)
        assert {why.value: count for why, count in step.left.items()} == {
            why: count for why, count in left.items() if why
        }


COLUMN = {
    Dose.SECONDS: "fluoroscopy s",
    Dose.KERMA: "air kerma mGy",
    Dose.DAP: "dose area product mGy·cm²",
}


def dose(line: dict[str, str], which: Dose) -> Decimal | None:
    if line["no fluoroscopy"] == "yes":
        return Decimal(0)
    return Decimal(line[COLUMN[which]]) if line[COLUMN[which]] else None


@pytest.mark.parametrize("which", Dose, ids=lambda which: which.name)
def test_the_doses_of_each_month(both: tuple[Figures, dict[str, bytes]], which: Dose) -> None:
    found, files = both
    here = [line for line in lines(files, "blocks") if line["result"] != Result.ELSEWHERE.value]
    for place, month in enumerate(found.doses[which], start=1):
        doses = [dose(line, which) for line in here if line["month of the period"] == str(place)]
        known = sorted(each for each in doses if each is not None)
        assert (list(month.values), month.recorded.of) == (known, len(doses))
        assert month.middle == (median(known) if len(known) >= 10 else None)


@pytest.mark.parametrize("which", Dose, ids=lambda which: which.name)
def test_the_doses_of_twelve_months(both: tuple[Figures, dict[str, bytes]], which: Dose) -> None:
    found, files = both
    of = lines(files, "twelve months")
    head = COLUMN[which]
    sums = [Decimal(line[f"{head} sum"]) for line in of if line[f"{head} recorded"] == line[f"{head} blocks"]]
    year = found.year[which]
    assert (year.whole.count, year.whole.of) == (len(sums), len(of))
    assert year.middle == median(sums)
    for band in sum_bands(year):
        assert band.whole == sum(band.low <= each < band.high for each in sums)
    known = [Decimal(line[f"{head} sum"]) for line in of if line[f"{head} recorded"] != "0"]
    assert year.highest == max(known)


def test_the_scores_and_calls(both: tuple[Figures, dict[str, bytes]]) -> None:
    found, files = both
    due = [line for line in own_tests(files) if line["24 h score due"] == "yes"]
    for slot in found.slots:
        words = "before" if slot.slot == BEFORE else show_minutes(slot.slot)
        said = Counter(line[f"score {words}"] for line in due)
        assert (slot.known.count, slot.asked, slot.not_asked, slot.known.of) == (
            said["known"],
            said["asked, not known"],
            said["not asked"],
            len(due),
        )
    after = [line["24 h score entered after days"] for line in due]
    assert (found.in_time.count, found.in_time.of) == (
        sum(each in {"0", "1", "2"} for each in after),
        len(due),
    )


def test_what_is_missing(both: tuple[Figures, dict[str, bytes]]) -> None:
    found, files = both
    here = [line for line in lines(files, "blocks") if line["result"] != Result.ELSEWHERE.value]
    due = [line for line in own_tests(files) if line["24 h score due"] == "yes"]
    of_tests = {"pain score before the block", "8 h pain score", "24 h pain score", "signed response"}
    of_fluoroscopy = {"air kerma", "dose area product"}
    for each in found.missing:
        name = each.gap.value
        of = due if name in of_tests else here
        if name in of_fluoroscopy:
            of = [line for line in of if line["no fluoroscopy"] == "no"]
        lacking = sum(line[f"lacks {name}"] == "yes" for line in of)
        assert (each.lacking.count, each.lacking.of) == (lacking, len(of)), name


def test_the_times_to_sign_and_the_rest(both: tuple[Figures, dict[str, bytes]]) -> None:
    found, files = both
    bands = [
        TimeBand(line["from opening to signature"], int(line["notes"]))
        for line in lines(files, "time to sign")
    ]
    assert tuple(bands) == found.times.bands
    assert sum(band.count for band in bands) == found.times.notes
    assert middle_band(bands) == found.times.middle
    concluded = [line for line in own_tests(files) if line["result"] != Result.OPEN.value]
    differing = sum(line["concluded otherwise"] == "yes" for line in concluded)
    assert (found.differing.count, found.differing.of) == (differing, len(concluded))
    drafts = [line["number"] for line in lines(files, "about") if line["number"]]
    assert drafts == [str(found.unsigned)]


def test_no_time_stands_beside_a_record(desks: Desks, year: Counts) -> None:
    heads = exported(desks, year)["blocks.csv"].decode("utf-8-sig").splitlines()[0]
    assert "sign" not in heads.replace("signed response", "")


def test_nobody_can_be_found_in_lists_without_names(desks: Desks, year: Counts) -> None:
    text = b"".join(exported(desks, year).values()).decode("utf-8-sig")
    for word in ("Marsh", "Invented", "0000001", "1960", "2026", "2025", "Okafor", "Lindgren", "Riverside"):
        assert word not in text


def test_codes_are_drawn_anew(desks: Desks, year: Counts) -> None:
    first = export_counts(desks.of("manager"), year, Form.CSV).files
    second = export_counts(desks.of("manager"), year, Form.CSV).files
    assert first != second


def told(desks: Desks) -> tuple[str, str, dict[str, Any]]:
    """The newest event: what, who, and its facts."""
    with desks.vault.store.look() as look:
        event = audit.recent(look.connection)[0]
    return event.event, event.user, json.loads(event.detail)


def test_an_export_is_in_the_audit_trail(desks: Desks, year: Counts) -> None:
    files = exported(desks, year, Region.LUMBAR)
    event, user, facts = told(desks)
    assert (event, user) == ("figures exported", "S. Lund")
    assert (facts["names"], facts["region"]) == (False, "lumbar")
    assert [each["name"] for each in facts["files"]] == list(files)


@pytest.mark.usefixtures("year")
def test_names_need_a_reason_and_every_patient_is_told(desks: Desks) -> None:
    own = count_records(desks.of("physician"), YEAR)
    with pytest.raises(NoReason):
        export_counts_with_names(desks.of("physician"), own, Form.CSV, "  ")
    made = export_counts_with_names(desks.of("physician"), own, Form.CSV, "recall of lot A17")
    rows = lines(dict(made.files), "blocks")
    assert rows[0]["MRN"].isdecimal()
    assert not [row for row in rows if row["family"].startswith("=")]
    _event, _user, facts = told(desks)
    assert facts["reason"] == "recall of lot A17"
    assert len(facts["patients"]) == len({row["MRN"] for row in rows})


def test_a_manager_gets_no_names(desks: Desks, year: Counts) -> None:
    with pytest.raises(NotAllowed) as refused:
        export_counts_with_names(desks.of("manager"), year, Form.CSV, "curious")
    assert refused.value.permission is Permission.EXPORT_NAMED


def test_a_physician_counts_the_own_blocks_and_sees_no_colleague(desks: Desks, year: Counts) -> None:
    own = count_records(desks.of("physician"), YEAR)
    assert {block.physician_id for block in own.counted.blocks} == {PEOPLE["physician"].id}
    assert set(own.physicians.values()) == {"A. Okafor"}
    groups = figures(own.counted, own.physicians).rates[By.PHYSICIAN]
    assert [group.label for group in groups] == ["A. Okafor"]
    assert 0 < len(own.counted.blocks) < len(year.counted.blocks)


@pytest.mark.parametrize("role", ["nurse", "front desk", "administrator"])
def test_others_see_no_figures(desks: Desks, role: str) -> None:
    with pytest.raises(NotAllowed):
        count_records(desks.of(role), YEAR)


def test_a_draft_counts_nowhere_but_among_the_drafts(desks: Desks, year: Counts) -> None:
    with desks.vault.store.look() as look:
        known = look.get(Block, year.counted.blocks[0].id)
    draft = Block(new_id(NOW), known.patient_id, known.course_id, date(2026, 11, 1), joints=known.joints)
    with desks.vault.store.draft(desks.vault.user, at=NOW) as change:
        change.save(draft)
    again = count_records(desks.of("manager"), YEAR)
    assert (again.counted.blocks, again.counted.unsigned) == (year.counted.blocks, 1)


def test_the_progress_is_told(desks: Desks) -> None:
    heard: list[tuple[int, int]] = []
    count_records(desks.of("manager"), YEAR, lambda done, of: heard.append((done, of)))
    assert heard == [(done, 6) for done in range(6)]


def test_a_workbook_has_every_list_and_no_formula(desks: Desks, year: Counts) -> None:
    pytest.importorskip("xlsxwriter")
    ((name, data),) = export_counts(desks.of("manager"), year, Form.XLSX).files
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        pages = [entry for entry in book.namelist() if entry.startswith("xl/worksheets/sheet")]
        text = "".join(book.read(entry).decode() for entry in pages)
        made = book.read("docProps/core.xml").decode()
    assert (name, len(pages)) == ("analytics.xlsx", 5)
    assert "<f>" not in text
    assert str(NOW.year) not in made, "the day of the export would name the months"
