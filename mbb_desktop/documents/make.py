"""Every kind of paper and who builds it. Importing this loads no ReportLab; making a paper does."""

from dataclasses import dataclass

from mbb_desktop.clinical.paper import PaperKind
from mbb_desktop.documents.addendum_facts import AddendumFacts
from mbb_desktop.documents.authorization_facts import AuthorizationFacts
from mbb_desktop.documents.issue import CoSign, Issue, Signature, Stamp
from mbb_desktop.documents.letter_facts import LetterFacts
from mbb_desktop.documents.lost import Lost, collecting, located
from mbb_desktop.documents.note_facts import NoteFacts
from mbb_desktop.documents.notice_facts import CorrectionFacts, ErrorFacts
from mbb_desktop.documents.response_facts import ResponseFacts

Facts = (
    NoteFacts
    | ResponseFacts
    | LetterFacts
    | AuthorizationFacts
    | AddendumFacts
    | ErrorFacts
    | CorrectionFacts
)

KIND_OF: dict[type[Facts], PaperKind] = {
    NoteFacts: PaperKind.PROCEDURE_NOTE,
    ResponseFacts: PaperKind.RESPONSE,
    LetterFacts: PaperKind.RFA_LETTER,
    AuthorizationFacts: PaperKind.AUTHORIZATION,
    AddendumFacts: PaperKind.ADDENDUM,
    ErrorFacts: PaperKind.ERROR_NOTICE,
    CorrectionFacts: PaperKind.CORRECTION_NOTICE,
}


class WrongFacts(Exception):
    """The facts are of another kind of paper than the one asked for."""


@dataclass(frozen=True, slots=True)
class Made:
    """A paper as PDF, and what of it could not be printed."""

    pdf: bytes
    lost: tuple[Lost, ...] = ()


def make(  # noqa: PLR0913 - each is one fact of the issue, named by the caller
    kind: PaperKind,
    facts: Facts,
    *,
    stamp: Stamp | None = None,
    signature: Signature | None = None,
    number: str = "",
    chain_code: str = "",
    version: int = 1,
    logo: bytes = b"",
    cosign: CoSign | None = None,
) -> Made:
    """The paper; the same arguments give the same bytes. Raises WrongFacts.

    Without a signature it is stamped DRAFT, in a sample clinic SAMPLE, whatever `stamp` is.
    """
    if KIND_OF[type(facts)] is not kind:
        raise WrongFacts(f"{type(facts).__name__} are not the facts of a {kind.value}")
    stamps = () if stamp is None else (stamp,)
    with collecting() as lost:
        pdf = _build(facts, Issue(number, chain_code, version, signature, stamps, logo, cosign))
    return Made(pdf, located(lost, facts, (signature, cosign)))


def _build(facts: Facts, issue: Issue) -> bytes:
    match facts:
        case NoteFacts():
            from mbb_desktop.documents.procedure_note import procedure_note_pdf

            return procedure_note_pdf(facts, issue)
        case ResponseFacts():
            from mbb_desktop.documents.diagnostic_response import diagnostic_response_pdf

            return diagnostic_response_pdf(facts, issue)
        case LetterFacts():
            from mbb_desktop.documents.rfa_letter import rfa_letter_pdf

            return rfa_letter_pdf(facts, issue)
        case AuthorizationFacts():
            from mbb_desktop.documents.authorization_letter import authorization_pdf

            return authorization_pdf(facts, issue)
        case AddendumFacts():
            from mbb_desktop.documents.addendum import addendum_pdf

            return addendum_pdf(facts, issue)
        case ErrorFacts() | CorrectionFacts():
            from mbb_desktop.documents.notices import notice_pdf

            return notice_pdf(facts, issue)
