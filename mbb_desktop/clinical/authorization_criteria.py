"""A criterion about what the payer answered: whether a recorded authorization covers the ablation."""

from dataclasses import dataclass
from functools import cache

from mbb_desktop.clinical.authorization import AskedFor
from mbb_desktop.clinical.authorized import Cover, Covered, PayerFile, Planned, covered
from mbb_desktop.clinical.code_book import CodeBook, read_code_book
from mbb_desktop.clinical.coding import Procedure, codes_of_plan
from mbb_desktop.clinical.criteria import Case, Evidence, Found, Verdict, not_yet
from mbb_desktop.clinical.data_file import delivered
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

    That somebody entered that none is needed is met with a caution.
    """

    def find(self, case: Case) -> Found:
        joints = places(case)
        if not joints:
            return not_yet("gap.no_block")
        codes = codes_of_plan(Procedure.ABLATION, joints, case.today, _codes())
        answer = covered(
            Planned(AskedFor.ABLATION, joints, case.today, codes), case.payer_file or PayerFile()
        )
        return _found(answer)


def _found(answer: Covered) -> Found:
    verdict = _VERDICTS[answer.cover]
    if verdict in (Verdict.UNKNOWN, Verdict.NOT_YET):
        return Found(verdict, missing=(answer.sentence.rstrip("."),))
    evidence = (Evidence(answer.sentence.rstrip("."), answer.by.id if answer.by else None),)
    return Found(verdict, evidence, caution=answer.sentence if answer.cover is Cover.NOT_NEEDED else "")


@cache
def _codes() -> CodeBook:
    return read_code_book(delivered("clinical", "coding.toml"))
