"""Who saw a chart: every event is a look or a change, and no look is left out of the report."""

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

import mbb_desktop
from mbb_desktop.clinical.print_step import PrintOf, Step
from mbb_desktop.workflow import read_audit
from mbb_desktop.workflow.desk import Desk
from mbb_desktop.workflow.export_figures import Form
from mbb_desktop.workflow.export_lists import export_people
from mbb_desktop.workflow.keep_patients import save_patient
from mbb_desktop.workflow.merge_patients import compare_records
from mbb_desktop.workflow.read_audit import LOOKED, access_report, chart_trail
from tests.documents.reading import text_of
from tests.workflow.conftest import Desks, somebody

HOW = ("printed", "saved as a file", "saved as a locked copy")
MADE_OF_PARTS = {
    "paper {}": {f"paper {each}" for each in (*HOW, *(step.value for step in Step))},
    "packet {}": {f"packet {each}" for each in HOW},
    "enclosure {}": {f"enclosure {each}" for each in HOW},
    "handout {}": {f"handout {each}" for each in (*HOW, "shown")},
    "{} ordered": {f"{each.value} ordered" for each in PrintOf},
    "plan {} at the time-out": {"plan confirmed at the time-out", "plan corrected at the time-out"},
}
CHANGES = {
    *(f"paper {step.value}" for step in Step if step not in (Step.SENT_TO_PRINTER, Step.PRINTED)),
    *MADE_OF_PARTS["{} ordered"],
    *MADE_OF_PARTS["plan {} at the time-out"],
    "PIN accepted after wrong ones",
    "PIN allowed again",
    "PIN set",
    "ablation outcome",
    "ablation recorded",
    "addendum signed",
    "asked before a block",
    "authorization changed",
    "authorization entered",
    "block planned",
    "blocks planned from a list",
    "call attempt",
    "call attempt taken back",
    "clinic changed",
    "co-signature asked",
    "co-signature refused",
    "correction notices signed",
    "course changed",
    "course opened",
    "directory changed",
    "denial changed",
    "denial entered",
    "draft discarded",
    "draft restored",
    "draft started",
    "emergency access begun",
    "emergency access ended",
    "emergency access told",
    "enclosure added",
    "enclosure entered in error",
    "entered in error",
    "first person added",
    "follow-up call",
    "judgement kept",
    "letter signed",
    "letterhead picture changed",
    "letterhead picture removed",
    "merged records separated",
    "paper co-signed",
    "new passphrase by recovery code",
    "note signed",
    "paper not printed",
    "passphrase changed",
    "passphrase reset",
    "patient added",
    "patient changed",
    "people imported",
    "person added",
    "person removed",
    "physician of the draft",
    "phrases changed",
    "preset changed",
    "recovery code replaced",
    "recovery recorded after signing",
    "response signed",
    "rule set added",
    "rule set reviewed",
    "rule set taken back into use",
    "rule set withdrawn",
    "template changed",
    "time-out completed",
    "time-out stopped: answers disagree",
    "two records merged",
    "unlocked",
    "user changed",
    "wrong PIN",
    "wrong passphrase at a signature",
}
_TELL = {"note", "change", "_viewed", "_audited", "exported"}


def events_in_the_code() -> Iterator[str]:
    """Every event name that workflow and storage write; those made of parts with all their parts."""
    for layer in ("workflow", "storage"):
        for file in (Path(mbb_desktop.__file__).parent / layer).rglob("*.py"):
            tree = ast.parse(file.read_text(encoding="utf-8"))
            named = dict(_constants(tree))
            for node in ast.walk(tree):
                for name in _told_by(node, named):
                    yield from MADE_OF_PARTS.get(name, {name})


def _constants(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Words that a module gives a name: `A = "a"` and `A, B = "a", "b"`."""
    for node in tree.body:
        if isinstance(node, ast.Assign):
            names, values = (
                e.elts if isinstance(e, ast.Tuple) else [e] for e in (node.targets[0], node.value)
            )
            yield from (
                (_name(name), value.value)
                for name, value in zip(names, values, strict=False)
                if isinstance(value, ast.Constant) and isinstance(value.value, str)
            )


def _told_by(node: ast.AST, named: Mapping[str, str]) -> Iterator[str]:
    if isinstance(node, ast.Call) and _name(node.func) in _TELL:
        for argument in node.args:
            yield from (named[_name(argument)],) if _name(argument) in named else _words(argument)
    elif isinstance(node, ast.Assign) and "event" in map(_name, node.targets):
        yield from _words(node.value)


def _name(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def _words(node: ast.expr) -> Iterator[str]:
    match node:
        case ast.Constant(value=str(said)):
            yield said
        case ast.JoinedStr():
            yield "".join(str(each.value) if isinstance(each, ast.Constant) else "{}" for each in node.values)
        case ast.IfExp():
            yield from (*_words(node.body), *_words(node.orelse))


def test_every_event_is_a_look_or_a_change() -> None:
    known = set(events_in_the_code())
    assert len(known) > 70
    assert known - LOOKED - CHANGES == set()
    assert LOOKED - known == set()
    assert CHANGES - known == set()
    assert set() == CHANGES & LOOKED


def test_a_list_with_names_stands_in_the_report_of_everybody_in_it(desks: Desks) -> None:
    desk = desks.of("physician")
    marin, vane = (
        save_patient(desk, somebody(*name), although_known=True)
        for name in (("MARIN", "Ada", "1"), ("VANE", "Iris", "2"))
    )
    export_people(desk, "marin", Form.CSV, "moving to another clinic")
    (line, _added) = chart_trail(desk, marin.id)
    assert (line.event, line.about, line.looked) == ("patients exported", "moving to another clinic", True)
    assert [each.event for each in chart_trail(desk, vane.id)] == ["patient added"]
    assert "moving to another clinic" in text_of(access_report(desk, marin.id))


def test_a_comparison_is_told_of_both_records(desks: Desks) -> None:
    desk = desks.of("physician")
    marin, vane = (
        save_patient(desk, somebody(*name), although_known=True)
        for name in (("MARIN", "Ada", "1"), ("VANE", "Iris", "2"))
    )
    compare_records(desk, marin.id, vane.id)
    assert [chart_trail(desk, each.id)[0].event for each in (marin, vane)] == ["two records compared"] * 2


def noted(desk: Desk, event: str, about: dict[str, object]) -> str:
    patient = save_patient(desk, somebody("MARIN", "Ada"))
    desk.note(event, patient.id, about)
    return chart_trail(desk, patient.id)[0].about


def test_the_numbers_of_papers_are_said(desks: Desks) -> None:
    papers: dict[str, object] = {"papers": ["PN-2026-000001", {"paper": "BR-2026-000002"}]}
    assert noted(desks.of("physician"), "paper given", papers) == "PN-2026-000001, BR-2026-000002"


def test_what_does_not_fit_into_the_report_is_counted(desks: Desks, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read_audit, "_MOST", 3)
    monkeypatch.setattr(read_audit, "_AT_ONCE", 2)
    desk = desks.of("physician")
    patient = save_patient(desk, somebody("MARIN", "Ada"))
    for _ in range(5):
        desk.note("chart opened", patient.id)
    text = " ".join(text_of(access_report(desk, patient.id)).split())
    assert text.count("Chart opened") == 3
    assert "2 older ones are not printed here" in text
