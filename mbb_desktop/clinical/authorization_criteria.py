"""A criterion about what the payer answered: whether a recorded authorization covers the ablation."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from mbb_desktop.clinical.anatomy import JointSide
from mbb_desktop.clinical.authorization import AskedFor
from mbb_desktop.clinical.authorized import Cover, Covered, PayerFile, Planned, covered
from mbb_desktop.clinical.code_book import CodeBook, read_code_book
from mbb_desktop.clinical.coding import Procedure, codes_of_plan
from mbb_desktop.clinical.criteria import Case, Evidence, Found, Verdict, not_yet
from mbb_desktop.clinical.data_file import delivered
from mbb_desktop.clinical.phrases import phrase
from mbb_desktop.clinical.shown import show_date
from mbb_desktop.clinical.standings import places

_VERDICTS = {
    Cover.COVERS: Verdict.MET,
    Cover.NOT_NEEDED: Verdict.MET,
    Cover.WAITING: Verdict.NOT_YET,
    Cover.NOT_KNOWN: Verdict.UNKNOWN,
    Cover.DIFFERS: Verdict.NOT_MET,
}


@dataclass(frozen=True, slots=True)
class AblationAuthorized:
    """A recorded authorization of today's payer covers an ablation of the joints in question, if done today.

    That somebody entered that none is needed is met with a caution. Where one covers it only from a later
    day, that day is awaited.
    """

    def find(self, case: Case) -> Found:
        joints = places(case)
        if not joints:
            return not_yet("gap.no_block")
        known = case.payer_file or PayerFile()
        answer = _covered_on(case.today, joints, known)
        later = "" if answer.settled else _awaited_day(case.today, joints, known)
        return Found(Verdict.NOT_YET, missing=(later,)) if later else _found(answer)


def _covered_on(day: date, joints: tuple[JointSide, ...], known: PayerFile) -> Covered:
    codes = codes_of_plan(Procedure.ABLATION, joints, day, _codes())
    return covered(Planned(AskedFor.ABLATION, joints, day, codes), known)


def _awaited_day(today: date, joints: tuple[JointSide, ...], known: PayerFile) -> str:
    """The first day after today on which an authorization begins that covers it; empty for none."""
    begins = {each.valid_from for each in known.authorizations if each.valid_from is not None}
    for day in sorted(day for day in begins if day > today):
        answer = _covered_on(day, joints, known)
        if answer.cover is Cover.COVERS and answer.by is not None:
            return phrase("authorization.begins", on=show_date(day), number=answer.by.number)
    return ""


def _found(answer: Covered) -> Found:
    verdict = _VERDICTS[answer.cover]
    if verdict in (Verdict.UNKNOWN, Verdict.NOT_YET):
        return Found(verdict, missing=(answer.sentence.rstrip("."),))
    evidence = (Evidence(answer.sentence.rstrip("."), answer.by.id if answer.by else None),)
    return Found(verdict, evidence, caution=answer.sentence if answer.cover is Cover.NOT_NEEDED else "")


@cache
def _codes() -> CodeBook:
    return read_code_book(delivered("clinical", "coding.toml"))
