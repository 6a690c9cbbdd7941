"""A template on paper before anybody saves it: pages for invented people."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache
from uuid import UUID

from mbb_desktop.clinical.access import Permission, User
from mbb_desktop.clinical.code_book import CodeBook
from mbb_desktop.clinical.coded_block import preview_of_request
from mbb_desktop.clinical.example_people import ExamplePerson, read_example_people
from mbb_desktop.clinical.handout import HandoutKind, diary_times
from mbb_desktop.clinical.paper import PaperKind
from mbb_desktop.clinical.people import Clinic, Correspondent, CorrespondentKind
from mbb_desktop.clinical.rules import RuleSet, judge
from mbb_desktop.clinical.template import Template, Wording
from mbb_desktop.clinical.template_fields import TemplateKind
from mbb_desktop.clinical.verdict import assess
from mbb_desktop.documents.authorization_facts import AuthorizationFacts
from mbb_desktop.documents.handout_facts import HandoutFacts
from mbb_desktop.documents.letter_facts import LetterBlock, LetterFacts
from mbb_desktop.documents.packet_facts import Fax
from mbb_desktop.paths import data_dir
from mbb_desktop.storage import clinic_settings
from mbb_desktop.workflow.desk import Desk, needs
from mbb_desktop.workflow.knowledge import code_book, formulary, handout_books, rule_set_versions

_NOT_SAVED = 999
_RULES = "US-MEDICARE-FACET"
_PAYER = Correspondent(UUID(int=6), CorrespondentKind.PAYER, "Medicare Part B", rule_set=_RULES)
_RECEIVER = Correspondent(
    UUID(int=7),
    CorrespondentKind.RFA_PROVIDER,
    "R. Vance",
    credentials="MD",
    organization="Spine Intervention Center",
    address="9 Mill Road, Springfield",
    fax="(555) 010-0188",
)


@dataclass(frozen=True, slots=True)
class Head:
    """Whose letterhead the pages carry, and who would sign."""

    clinic: Clinic
    author: User
    logo: bytes = b""


@cache
def example_people() -> tuple[ExamplePerson, ...]:
    """The invented people that came with the program."""
    return read_example_people(data_dir("resources") / "examples" / "people.toml")


@needs(Permission.KEEP_TEMPLATES)
def letterhead(desk: Desk) -> Head:
    """What is the clinic's own on the pages."""
    with desk.store.look() as look:
        return Head(look.all(Clinic)[0], desk.user, clinic_settings.logo(look))


def pages_of(template: Template, title: str, head: Head, paper: HandoutKind = HandoutKind.HANDOUT) -> bytes:
    """The paper as PDF for the invented person of that title; `paper` is which of a handout's is meant."""
    person = next(each for each in example_people() if each.title == title)
    return _PAGES[template.kind](Wording(template, _NOT_SAVED), person, head, paper)


def _letter_facts(wording: Wording, person: ExamplePerson, head: Head) -> LetterFacts:
    written, rules = person.written, _rules(person.written.today)
    agents = rules.agents(formulary().agents)
    case = written.case(agents)
    assert rules.threshold is not None
    blocks = tuple(
        LetterBlock(assess(block, response, rules.threshold, agents), at, f"PN-{at:06}", f"DR-{at:06}")
        for at, (block, response) in enumerate(written.blocks, start=1)
    )
    return LetterFacts(
        patient=written.patient,
        clinic=head.clinic,
        course=written.course,
        author=head.author,
        on=written.today,
        blocks=blocks,
        requested=written.requested,
        judgement=judge(rules, case),
        rule_set=rules,
        recipient=_RECEIVER,
        payer=_PAYER,
        wording=wording,
    )


def _rules(on: date) -> RuleSet:
    return next(each for each in rule_set_versions() if each.id == _RULES and each.in_force_on(on))


def _referral(wording: Wording, person: ExamplePerson, head: Head, _paper: HandoutKind) -> bytes:
    from mbb_desktop.documents.make import make

    return make(PaperKind.RFA_LETTER, _letter_facts(wording, person, head), logo=head.logo).pdf


def _authorization(wording: Wording, person: ExamplePerson, head: Head, _paper: HandoutKind) -> bytes:
    from mbb_desktop.documents.make import make

    own = replace(_letter_facts(wording, person, head), recipient=_PAYER)
    book: CodeBook = code_book()
    codes = preview_of_request(own.requested, own.on, book, book.style_of(_PAYER), own.course)
    facts = AuthorizationFacts(own, codes, tuple(own.rule_set for _ in own.blocks))
    return make(PaperKind.AUTHORIZATION, facts, logo=head.logo).pdf


def _fax(wording: Wording, person: ExamplePerson, head: Head, _paper: HandoutKind) -> bytes:
    from mbb_desktop.documents.fax_cover import fax_cover_pdf

    sender, on = head.author.signs_as, person.written.today
    receiver = replace(_RECEIVER, name=f"{person.written.patient.given} {person.written.patient.family}")
    return fax_cover_pdf(Fax(head.clinic, receiver, sender, on, 4, "RL-000001", head.logo, wording))


def _handout(wording: Wording, person: ExamplePerson, head: Head, paper: HandoutKind) -> bytes:
    from mbb_desktop.documents.handout import handout_pdf

    written = person.written
    block, course = written.blocks[-1][0], written.course
    assert block.needle_out is not None
    book = handout_books()[wording.template.language].with_wording(wording)
    facts = HandoutFacts(
        paper,
        written.patient,
        block,
        head.clinic,
        book,
        written.today,
        course,
        diary_times(block.needle_out, block.needle_out, _same_zone),
        course.pain_area,
        course.provoked_by,
        head.logo,
    )
    return handout_pdf(facts)


def _same_zone(at: datetime) -> datetime:
    return at


_PAGES: Mapping[TemplateKind, Callable[[Wording, ExamplePerson, Head, HandoutKind], bytes]] = {
    TemplateKind.RFA_LETTER: _referral,
    TemplateKind.AUTHORIZATION: _authorization,
    TemplateKind.FAX_COVER: _fax,
    TemplateKind.HANDOUT: _handout,
}
