"""The commands about rule files, as a clinic runs them."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from mbb_desktop.__main__ import main
from mbb_desktop.paths import data_dir

RULES = data_dir("resources") / "rules"
UK = RULES / "uk-50x1.toml"
UK_TEXT = UK.read_text(encoding="utf-8")
NO_RELIEF_TEXT = UK_TEXT[: UK_TEXT.index('[[rule]]\nid = "RF-1"')]
COURSE = {
    "today": "2026-11-25",
    "course": {"usual_score": 7, "began": "2026-02-16", "ablated_before": False},
    "block": [
        {
            "on": "2026-11-03",
            "agent": "lidocaine 20",
            "joints": ["L4-5 right"],
            "left": {"baseline": 5, "scores": " ".join(["5"] * 12)},
            "right": {"baseline": 8, "scores": "1 1 1 1 5.5 7 8 8 8 8 8 -", "stated": 90},
        }
    ],
}


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def changed(old: str, new: str) -> str:
    """The delivered file with one thing wrong."""
    assert old in UK_TEXT
    return UK_TEXT.replace(old, new, 1)


@pytest.mark.parametrize("path", sorted(RULES.glob("*.toml")), ids=lambda path: path.stem)
def test_every_delivered_file_is_right(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "check", str(path)]) == 0
    assert "every example gets the verdicts that it expects" in capsys.readouterr().out


def test_a_misspelt_setting_is_refused_with_file_line_and_rule(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (
        UK.read_text(encoding="utf-8")
        .replace("months = 16", "month = 16")
        .replace("at_least = 16", "atleast = 16")
    )
    assert main(["rules", "check", str(written(tmp_path, "ours.toml", text))]) == 1
    line = text.splitlines().index("atleast = 16") + 1
    assert f"ours.toml, line {line}, rule RF-INT: 'atleast' is not known here." in capsys.readouterr().err


def test_examples_that_differ_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = UK.read_text(encoding="utf-8").replace("at_least = 16", "at_least = 15")
    assert main(["rules", "check", str(written(tmp_path, "ours.toml", text))]) == 1
    said = capsys.readouterr()
    line = text.splitlines().index('RF-INT = "not met"') + 1
    assert f"ours.toml, line {line}: Example" in said.err
    assert "RF-INT is 'met', expected 'not met'." in said.err
    assert "; 1 problem." in said.out


def test_rules_without_an_example_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = UK.read_text(encoding="utf-8")
    bare = text[: text.index("# Worked examples")]
    assert main(["rules", "check", str(written(tmp_path, "ours.toml", bare))]) == 0
    assert "No example tries IND-1, IND-2, IND-3, RF-1, DX-AGE, RF-INT." in capsys.readouterr().out


def test_a_file_that_is_not_there_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "check", str(tmp_path / "none.toml")]) == 2
    assert "none.toml could not be read: No such file" in capsys.readouterr().err


WRONG = {
    "nothing": ("", "line 1: the file is empty."),
    "no rule": (UK_TEXT[: UK_TEXT.index("[[rule]]")], "line 1: no [[rule]] stands in the file."),
    "missing": (changed("months = 6\n", ""), "line 34, rule IND-2: 'months' is missing."),
    "missing in the head": (changed('version = "2026-11"', ""), "line 1: 'version' is missing."),
    "misspelt": (changed("at_least = 5", "atleast = 5"), "line 29, rule IND-1: 'atleast' is not known here."),
    "wrong type": (changed("months = 6", "months = '6'"), "line 38, rule IND-2: 'months' must be a whole"),
    "unknown kind": (changed('"pain_lasts"', '"pain_last"'), "line 37, rule IND-2: the kind 'pain_last' is"),
    "twice": (changed('id = "IND-2"', 'id = "IND-1"'), "line 35, rule 2: the rule IND-1 stands there twice."),
    "no day": (changed("= 2026-11-22", "= 2026-02-30"), "line 9: it cannot be read: this is no day"),
    "no TOML": (changed("months = 6", "months 6"), "line 38: it cannot be read: a setting must be"),
    "no relief": (NO_RELIEF_TEXT, "no rule says how much relief a block must give."),
    "old letters": (changed("England", "caf\u00e9"), "line 1: a letter is not written in UTF-8."),
}


@pytest.mark.parametrize(("text", "problem"), WRONG.values(), ids=WRONG.keys())
def test_a_wrong_file_is_refused_with_its_line_and_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, problem: str
) -> None:
    path = tmp_path / "ours.toml"
    path.write_bytes(text.encode("latin-1"))
    assert main(["rules", "check", str(path)]) == 1
    said = capsys.readouterr().err
    assert said.startswith("ours.toml")
    assert problem in said


def explained(
    folder: Path, course: object, capsys: pytest.CaptureFixture[str]
) -> dict[str, dict[str, object]]:
    path = written(folder, "course.json", json.dumps(course))
    assert main(["rules", "explain", str(UK), "--course", str(path)]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert (answer["rule_set"], answer["in_force"]) == ("UK-50X1", True)
    return {each["rule"]: each for each in answer["findings"]}


def test_a_course_is_explained_with_evidence_and_versions(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = explained(tmp_path, COURSE, capsys)
    assert {rule: each["verdict"] for rule, each in found.items()} == {
        "IND-1": "met",
        "IND-2": "met",
        "IND-3": "missing",
        "RF-1": "met",
        "DX-AGE": "met",
        "RF-INT": "does not apply",
    }
    evidence = found["RF-1"]["evidence"]
    assert isinstance(evidence, list)
    assert evidence[0]["block"] == 1
    assert "right: 87 % calculated, 90 % stated" in evidence[0]["text"]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("{", "course.json, line 1: it cannot be read as JSON"),
        ("[]", "course.json: it must be one object"),
        ('{"today": "2026-11-25"}', "course.json: 'course' is missing"),
        ('{"today": "25 Nov", "course": {}}', "'today' must be a date like 2026-11-22"),
        ('{"today": "2026-11-25", "course": {"axail": true}}', "course.json, course: 'axail' is not known"),
        ('{"today": "2026-11-25", "course": {}, "blocks": []}', "'blocks' is not known here"),
    ],
)
def test_a_wrong_course_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, problem: str
) -> None:
    path = written(tmp_path, "course.json", text)
    assert main(["rules", "explain", str(UK), "--course", str(path)]) == 1
    assert problem in capsys.readouterr().err


def test_a_course_that_is_not_there_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "explain", str(UK), "--course", str(tmp_path / "none.json")]) == 2
    assert "none.json could not be read" in capsys.readouterr().err


def test_a_page_gets_its_tables(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = written(tmp_path, "page.md", "# Ours\n")
    assert main(["rules", "table", str(page)]) == 2
    assert "The page has no line" in capsys.readouterr().err
    delivered = (data_dir("resources").parent / "docs" / "rules.md").read_text(encoding="utf-8")
    page.write_text(delivered.split("## Kinds of rules")[0], encoding="utf-8")
    assert main(["rules", "table", str(page), "--tests", str(Path(__file__).parent / "clinical")]) == 0
    assert page.read_text(encoding="utf-8") == delivered
    assert main(["rules", "table", str(tmp_path / "none.md")]) == 2


def test_the_course_of_the_page_is_understood(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = (data_dir("resources").parent / "docs" / "rules.md").read_text(encoding="utf-8")
    start = page.index('    {\n      "today"')
    course = json.loads(page[start : page.index("\n\n", start)])
    assert explained(tmp_path, course, capsys)["RF-1"]["verdict"] == "met"


IMPOSSIBLE: dict[str, tuple[dict[str, object], str]] = {
    "a score of 11": ({"usual_score": 11}, "'usual_score' must be a number from 0 to 10."),
    "a day to come": ({"began": "2027-02-16"}, "'began' lies after 'today', 2026-11-25."),
    "before birth": ({"exam_on": "1926-02-16"}, "'exam_on' lies before the birth of the invented patient"),
    "care to come": (
        {"care": [{"kind": "NSAID", "started": "2027-01-01"}]},
        "care 1: 'started' lies after 'today', 2026-11-25.",
    ),
    "relief of 101": ({"ablations": [{"relief": 101}]}, "'relief' must be a number from 0 to 100."),
}
_SCORES = "1 1 1 1 5 7 8 8 8 8 8 -"
BLOCKS: dict[str, tuple[dict[str, object], str]] = {
    "a block to come": ({"on": "2027-02-16"}, "block 1: 'on' lies after 'today', 2026-11-25."),
    "a block before birth": (
        {"on": "1950-02-16"},
        "block 1: 'on' lies before the birth of the invented patient",
    ),
    "a baseline of 11": (
        {"right": {"baseline": 11, "scores": "1 1 1 1 5 7 8 8 8 8 8 -"}},
        "'baseline' must be",
    ),
    "relief stated of 120": (
        {"right": {"baseline": 8, "scores": _SCORES, "stated": 120}},
        "'stated' must be a number from -100 to 100.",
    ),
}


@pytest.mark.parametrize("name", [*IMPOSSIBLE, *BLOCKS])
def test_a_course_that_cannot_be_is_refused_with_its_field(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    odd, said = {**IMPOSSIBLE, **BLOCKS}[name]
    (block,) = COURSE["block"]
    course = {**COURSE, "course": {**COURSE["course"], **(odd if name in IMPOSSIBLE else {})}}  # type: ignore[dict-item]
    course["block"] = [{**block, **(odd if name in BLOCKS else {})}]  # type: ignore[dict-item]
    path = written(tmp_path, "course.json", json.dumps(course))
    assert main(["rules", "explain", str(UK), "--course", str(path)]) == 1
    told = capsys.readouterr().err
    assert told.startswith("course.json")
    assert said in told


def test_a_reader_that_leaves_early_is_no_error(tmp_path: Path) -> None:
    path = written(tmp_path, "course.json", json.dumps(COURSE))
    command = [sys.executable, "-m", "mbb_desktop", "rules", "explain", str(UK), "--course", str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        assert (running.stderr.read(), running.wait()) == (b"", 0)


def test_a_file_without_examples_is_not_said_to_pass_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = UK_TEXT[: UK_TEXT.index("[[example]]")]
    assert main(["rules", "check", str(written(tmp_path, "ours.toml", text))]) == 0
    told = capsys.readouterr().out
    assert "0 examples; it can be read, and no example tries it." in told
    assert "every example" not in told
