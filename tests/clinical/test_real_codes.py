"""Published answers of coders about levels and codes; skipped where the collection is not there."""

import json
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest

from mbb_desktop.clinical.anatomy import JointSide, NerveSide, Side
from mbb_desktop.clinical.block import Guidance
from mbb_desktop.clinical.code_book import PayerStyle
from mbb_desktop.clinical.coding import CodeLine, Preview, Procedure, Work, preview
from mbb_desktop.clinical.people import BothSides
from tests.clinical.test_coding import BOOK
from tests.every_row import every_row

NOT_FOLLOWED = {
    "K17": "old code set; nerves of the sacroiliac joint are no facet nerves, so there is no line, only why",
    "K29": "old code set that counted nerves; joints C2-3 and C3-4 are two levels, the C2 nerve is none",
}
FOLLOWED = ("K01", "K02", "K06", "K09", "K11", "K12", "K19", "K23", "K27", "K34")
_SIDES = {"bilateral": tuple(Side), "left": (Side.LEFT,), "right": (Side.RIGHT,), "one": (Side.LEFT,)}
_NERVES = {"L5": "L5 DR", "L5 dorsal ramus": "L5 DR", "third occipital nerve": "TON"}


@dataclass(frozen=True, slots=True)
class Published:
    """One case as collected: the facts, and what its source says."""

    id: str
    facts: dict[str, str | list[str]]
    expected: dict[str, str | int | bool | list[str]]

    def texts(self, key: str) -> list[str]:
        found = self.facts.get(key, [])
        return found if isinstance(found, list) else [found]

    def wanted(self, key: str) -> list[str]:
        found = self.expected.get(key, [])
        return [str(each) for each in found] if isinstance(found, list) else []

    @property
    def work(self) -> Work:
        """Fluoroscopy where nothing is said; the joints that the source itself reads out of loose words."""
        what = " ".join(self.texts("procedure"))
        sides = _SIDES["".join(self.texts("side")) or "one"]
        written = [name.strip() for words in self.texts("written_as") for name in words.split(",")]
        named = [*self.texts("joints"), *self.texts("ia"), *(n for n in written if "-" in n)]
        named = named or (self.wanted("joints") if written else [])
        nerves = [_NERVES.get(n, f"{n} MB") for n in (*self.texts("nerves"), *self.texts("mbb"))]
        return Work(
            Procedure.ABLATION if what == "RFA" else Procedure.INJECTION,
            date(2026, 11, 3),
            joints=tuple(JointSide(name, side) for name in named for side in sides),
            nerves=tuple(NerveSide(name, side) for name in nerves for side in sides),
            diagnostic=True if "diagnostic" in what else None,
            guidance=Guidance.CT if "CT" in self.texts("guidance") else Guidance.FLUOROSCOPY,
            thermal=True,
        )

    @property
    def styles(self) -> list[PayerStyle]:
        """The payer's own way; without a payer every way a practice may choose for add-on codes."""
        if any("Medicare" in payer for payer in self.texts("payer")):
            return [BOOK.style_for("US-MEDICARE-FACET")]
        return [replace(BOOK.style_for(""), add_on=way) for way in BothSides]


def read(corpus: Path, case_id: str) -> Published:
    path = corpus / "coding" / "cases.json"
    if not path.is_file():
        pytest.skip(f"{path} is not there")
    cases = json.loads(path.read_text(encoding="utf-8"))["cases"]
    (found,) = (case for case in cases if case["id"] == case_id)
    return Published(found["id"], found["facts"], found["expected"])


def said(line: CodeLine) -> str:
    return line.words if line.units == 1 else f"{line.words} x{line.units}"


def as_written(found: Preview, expected: list[str]) -> list[str]:
    """Our lines, without LT or RT where the source leaves the side out."""
    with_side = any(line.endswith(("-LT", "-RT")) for line in expected)
    bare = [said(line) for line in found.lines]
    return bare if with_side else [line.replace("-LT", "").replace("-RT", "") for line in bare]


@every_row("case_id", FOLLOWED)
def test_a_published_answer_is_reached(corpus: Path, case_id: str) -> None:
    case = read(corpus, case_id)
    expected = [line.removesuffix(" x1") for line in case.wanted("lines") or case.wanted("lines_now")]
    found = [preview(case.work, BOOK, style) for style in case.styles]
    assert expected in [as_written(each, expected) for each in found]
    codes = {line.code for each in found for line in each.lines}
    assert not codes & set(case.wanted("not_"))
    assert {each.level_count for each in found} == {int(str(case.expected.get("levels", len(expected))))}
    if case.wanted("joints"):
        assert list(dict.fromkeys(level.joint for level in found[0].levels)) == case.wanted("joints")


def test_a_third_level_is_not_covered(corpus: Path) -> None:
    case = read(corpus, "K40")
    for joints in (("C3-4", "C4-5", "C5-6"), ("L3-4", "L4-5", "L5-S1")):
        levels = tuple(JointSide(joint, Side.LEFT) for joint in joints)
        work = Work(Procedure.INJECTION, date(2026, 11, 3), levels, guidance=Guidance.FLUOROSCOPY)
        last = preview(work, BOOK, BOOK.style_for("US-MEDICARE-FACET")).lines[-1]
        assert last.code in case.texts("codes")
        assert last.covered is case.expected["covered"]


@every_row("case_id", sorted(NOT_FOLLOWED))
def test_a_case_that_is_not_followed_still_gives_none_of_the_wrong_codes(corpus: Path, case_id: str) -> None:
    case = read(corpus, case_id)
    found = preview(case.work, BOOK, case.styles[0])
    codes = [line.code for line in found.lines]
    assert not set(codes) & {*case.wanted("not_"), "64640"}
    assert codes == {"K17": [], "K29": ["64633", "64634"]}[case_id]
    assert found.sentences


def test_no_case_is_left_out(corpus: Path) -> None:
    path = corpus / "coding" / "cases.json"
    if not path.is_file():
        pytest.skip(f"{path} is not there")
    ids = {case["id"] for case in json.loads(path.read_text(encoding="utf-8"))["cases"]}
    assert ids == {*FOLLOWED, "K40", *NOT_FOLLOWED}
