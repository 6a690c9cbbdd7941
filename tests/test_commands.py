"""The command line: what it prints and with which code it ends."""

import getpass
import io
import json
import shutil
import sys
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest

from mbb_desktop.__main__ import main
from mbb_desktop.clinical.access import Role, User
from mbb_desktop.commands import _CODES, _named, _which_account, verify_vault
from mbb_desktop.storage import papers
from mbb_desktop.storage.keys import Person
from mbb_desktop.storage.place import FolderLock
from mbb_desktop.storage.vault import open_vault
from mbb_desktop.workflow.desk import Desk
from mbb_desktop.workflow.issue_paper import sign_note
from mbb_desktop.workflow.keep_courses import save_course
from mbb_desktop.workflow.keep_patients import find_patients, save_patient
from mbb_desktop.workflow.mark_error import mark_in_error
from tests.workflow.conftest import (
    NOW,
    PASSPHRASE,
    PEOPLE,
    PIN,
    Desks,
    lumbar_course,
    somebody,
    template,  # noqa: F401  the vault to copy
)
from tests.workflow.teaching import learning
from tests.workflow.test_signing import performed


@pytest.fixture
def folder(template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:  # noqa: F811
    copy = tmp_path / "vault"
    shutil.copytree(template, copy)
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{PASSPHRASE}\n"))
    return copy


def _patient(family: str, mrn: str | None) -> dict[str, object]:
    record_number = {"coding": [{"system": "http://terminology.hl7.org/CodeSystem/v2-0203", "code": "MR"}]}
    identifiers = [{"type": record_number, "value": mrn}] if mrn else []
    return {
        "resourceType": "Patient",
        "name": [{"family": family, "given": ["Ida"]}],
        "birthDate": "1961-03-14",
        "gender": "female",
        "identifier": identifiers,
    }


def test_version_and_help_end_well(capsys: pytest.CaptureFixture[str]) -> None:
    for option in ("--version", "--help"):
        with pytest.raises(SystemExit) as ended:
            main([option])
        assert ended.value.code == 0
    assert "mbb-desktop" in capsys.readouterr().out


def test_verify_says_that_an_untouched_record_is_intact(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["verify", "--vault", str(folder), "--user", "A. Okafor", "--passphrase-stdin"]) == 0
    assert "Record intact" in capsys.readouterr().out


def test_nobody_types_a_passphrase_for_a_store_that_is_open_elsewhere(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def asked() -> str:
        raise AssertionError("asked for the passphrase")

    with FolderLock(folder):
        assert verify_vault(folder, ("A. Okafor", asked)) == 2
    assert "open" in capsys.readouterr().err


def test_several_accounts_and_no_name_is_explained(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", "--vault", str(folder), "--passphrase-stdin"]) == 2
    assert '--user "A. Okafor"' in capsys.readouterr().err
    assert main(["verify", "--vault", str(folder), "--user", "okafor", "--passphrase-stdin"]) == 2
    assert "No account is called okafor." in capsys.readouterr().err


def test_names_that_differ_in_capitals_are_told_apart() -> None:
    ann, small, ben = (Person(uuid4(), name) for name in ("Ann", "ann", "Ben"))
    everybody = (ann, small, ben)
    assert [*_named("Ann", everybody), *_named("ann", everybody), *_named("BEN", everybody)] == [*everybody]
    assert _named("ANN", everybody) == [ann, small]
    assert _named(None, everybody) == [*everybody]
    assert not _named("An", everybody)
    told = "More than one account is called ANN. Say whose account it is"
    assert _which_account("ANN", ["Ann", "ann"], several=True).startswith(told)


def test_verify_names_every_exit_code_and_asks_for_the_right(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main(["verify", "--help"])
    said = " ".join(capsys.readouterr().out.split())
    for code in sorted({*_CODES.values()}):
        assert f"{code} " in said.partition("Exit code:")[2]
    vault = open_vault(folder, PEOPLE["physician"].id, PASSPHRASE, at=NOW)
    with vault.store.change(vault.user, "person changed", at=NOW) as change:
        change.save(replace(change.get(User, vault.user.id), roles=(Role.NURSE,)))
    vault.close()
    assert main(["verify", "--vault", str(folder), "--user", "a. okafor", "--passphrase-stdin"]) == 2
    assert "Your role may not verify the record" in capsys.readouterr().err


def test_the_vault_may_be_named_before_the_command(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--vault", str(folder), "verify", "--user", "A. Okafor", "--passphrase-stdin"]) == 0
    assert "Record intact" in capsys.readouterr().out
    assert main(["--vault", str(folder / "none"), "verify", "--passphrase-stdin"]) == 2
    assert str(folder / "none") in capsys.readouterr().err


def test_who_stops_at_the_passphrase_reads_a_sentence(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    ended_by: list[BaseException] = [EOFError(), KeyboardInterrupt()]

    def asked(_words: str) -> str:
        raise ended_by.pop()

    monkeypatch.setattr(getpass, "getpass", asked)
    for code, said in ((130, "Stopped."), (2, "No passphrase was typed.")):
        assert main(["verify", "--vault", str(folder), "--user", PEOPLE["nurse"].name]) == code
        assert said in capsys.readouterr().err


def test_a_folder_without_a_vault_is_explained(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", "--vault", str(tmp_path / "none"), "--passphrase-stdin"]) == 2
    assert capsys.readouterr().err.strip()


def test_import_adds_the_sure_ones_and_names_the_others_by_their_place(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "people.ndjson"
    lines = [json.dumps(_patient("Sureson", "77 1")), json.dumps(_patient("Numberless", None)), "{"]
    file.write_text("\n".join(lines), encoding="utf-8")
    arguments = ["import", str(file), "--vault", str(folder), "--user", "A. Okafor", "--passphrase-stdin"]
    assert main([*arguments, "--yes"]) == 0
    printed = capsys.readouterr().out
    assert "Imported 1 patient" in printed
    assert "Numberless" not in printed
    vault = open_vault(folder, PEOPLE["physician"].id, PASSPHRASE, at=NOW)
    desk = Desk(vault.store, vault.user, NOW)
    assert [p.family for p in find_patients(desk, "").patients] == ["Sureson"]
    vault.close()


@pytest.fixture
def issued(folder: Path) -> Path:
    """A note that was signed and saved as a file."""
    vault = open_vault(folder, PEOPLE["physician"].id, PASSPHRASE, at=NOW)
    desks = Desks(vault)
    own = desks.of("physician")
    course = save_course(own, lumbar_course(save_patient(own, somebody())))
    note = sign_note(own, performed(desks, course), PIN)
    vault.close()
    (folder.parent / "note.pdf").write_bytes(note.pdf)
    return folder.parent / "note.pdf"


def _verify(folder: Path, file: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{PASSPHRASE}\n"))
    chosen = ["--vault", str(folder), "--user", "A. Okafor", "--passphrase-stdin"]
    return main(["verify", str(file), *chosen])


def test_verify_tells_of_a_file_with_the_vault(
    folder: Path, issued: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _verify(folder, issued, monkeypatch) == 0
    assert "Exactly as issued, every byte: procedure note PN-2026-000001" in capsys.readouterr().out
    issued.write_bytes(issued.read_bytes().replace(b"MBB Desktop", b"MBB Desktap", 1))
    assert _verify(folder, issued, monkeypatch) == 1
    assert "not the file that was issued" in capsys.readouterr().out
    assert _verify(folder, issued.with_name("none.pdf"), monkeypatch) == 2


def test_verify_has_a_code_of_its_own_for_what_was_entered_in_error(
    folder: Path, issued: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault = open_vault(folder, PEOPLE["physician"].id, PASSPHRASE, at=NOW)
    with vault.store.look() as look:
        note = papers.by_number(look, "PN-2026-000001")
    assert note is not None
    mark_in_error(Desks(vault).of("physician"), note.id, "Wrong visit.", PIN)
    vault.close()
    assert _verify(folder, issued, monkeypatch) == 3


def test_verify_has_a_code_of_its_own_for_a_learners_paper_that_is_not_final(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    vault = open_vault(folder, PEOPLE["physician"].id, PASSPHRASE, at=NOW)
    teaching = learning(Desks(vault))
    _, paper = teaching.awaiting(teaching.course())
    vault.close()
    file = folder.parent / "note.pdf"
    file.write_bytes(paper.pdf)
    assert _verify(folder, file, monkeypatch) == 4
    assert "the attending's co-signature is missing" in capsys.readouterr().out


def test_verify_tells_of_a_file_without_the_vault(issued: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", str(issued), "--without-vault"]) == 0
    assert "Every byte is as it was when the file was sealed." in capsys.readouterr().out
    issued.write_bytes(issued.read_bytes()[:-1] + b" ")
    assert main(["verify", str(issued), "--without-vault"]) == 1
    assert main(["verify", "--without-vault"]) == 2


def test_self_check_tries_the_whole_installation(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["self-check"]) == 0
    printed = capsys.readouterr().out
    assert "0001_first_schema" in printed
    assert "made, opened and verified" in printed
