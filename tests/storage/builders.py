"""Invented people and records for the storage tests, and a filler that writes something into every field."""

import random
import string
import types
from dataclasses import fields, is_dataclass
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin, get_type_hints
from uuid import UUID

from mbb_desktop.clinical.access import Role, User
from mbb_desktop.clinical.anatomy import Region, Side
from mbb_desktop.clinical.block import Block, BlockState, Target
from mbb_desktop.clinical.course import Course
from mbb_desktop.clinical.entered_in_error import Wrong, written
from mbb_desktop.clinical.identity import new_id
from mbb_desktop.clinical.paper import Meaning, PaperKind, SignedDocument
from mbb_desktop.clinical.people import Clinic, Identifier, IdentifierKind, Patient
from mbb_desktop.clinical.print_step import PrintOf, PrintStep, Step
from mbb_desktop.clinical.quantities import Scaled
from mbb_desktop.clinical.receipt import HowSent, Receipt
from mbb_desktop.clinical.response import Response
from mbb_desktop.storage import papers, print_steps, receipts
from mbb_desktop.storage.keys import Cost
from mbb_desktop.storage.recovery_code import new_recovery_code
from mbb_desktop.storage.store import Store
from mbb_desktop.storage.vault import Vault

T = TypeVar("T")

PACIFIC = timezone(timedelta(hours=-8))
AT = datetime(2026, 11, 24, 10, 40, tzinfo=PACIFIC)
CHEAP = Cost(64, 1, 1)
PASSPHRASE = "violet otter ladder brine"
CODE = new_recovery_code()
PHYSICIAN = User(new_id(AT), "A. Okafor", "MD", (Role.PHYSICIAN, Role.ADMINISTRATOR))
NURSE = User(new_id(AT), "M. Diaz", "RN", (Role.NURSE,))
CLINIC = Clinic(new_id(AT), "Harbor Spine Clinic")


def patient(
    family: str = "MARSH", given: str = "Eleanor", born: date = date(1961, 3, 14), mrn: str = "004 1187"
) -> Patient:
    return Patient(new_id(AT), family, given, born, (Identifier(IdentifierKind.MRN, mrn),))


def course(of: Patient) -> Course:
    return Course(new_id(AT), of.id, Region.LUMBAR, AT.date())


def block(of: Course, on: date | None = None, state: BlockState = BlockState.DRAFT) -> Block:
    targets = tuple(Target(nerve, Side.LEFT, volume=Decimal("0.5")) for nerve in ("L3 MB", "L4 MB", "L5 DR"))
    return Block(new_id(AT), of.patient_id, of.id, on or AT.date(), state, targets=targets, needle_out=AT)


def response(of: Block) -> Response:
    return Response(new_id(AT), of.patient_id, of.id, scale="NRS")


def saved_block(store: Store, by: User, on: date | None = None) -> Block:
    """A draft of a new patient."""
    person = patient()
    case = course(person)
    with store.change(by, "draft started", at=AT, patient_id=person.id) as change:
        change.save(person)
        change.save(case)
        return change.save(block(case, on))


def sign_note(
    vault: Vault, of: Block, content: bytes = b'{"note":1}', pdf: bytes = b"%PDF-1.7 note"
) -> SignedDocument:
    return _sign(vault, of, PaperKind.PROCEDURE_NOTE, content, pdf)


def sign_response(vault: Vault, of: Block) -> SignedDocument:
    return _sign(vault, of, PaperKind.RESPONSE, b'{"response":1}', b"%PDF-1.7 response")


def sign_error(vault: Vault, of: Block, paper: SignedDocument) -> SignedDocument:
    """A notice that takes the whole paper out."""
    wrong = Wrong(paper.id, paper.kind, paper.number, paper.code, "another patient")
    return _sign(vault, of, PaperKind.ERROR_NOTICE, written(wrong), b"%PDF-1.7 error", paper.id)


def received(vault: Vault, paper: SignedDocument, to: str = "patient") -> Receipt:
    by = vault.user
    receipt = Receipt(
        new_id(AT), paper.id, paper.patient_id, to, None, HowSent.HANDED, AT, AT, by.id, by.signs_as
    )
    with vault.store.change(by, "paper given", at=AT, patient_id=paper.patient_id) as change:
        receipts.keep(change, receipt)
    return receipt


def printed(vault: Vault, paper: SignedDocument) -> PrintStep:
    """A copy of a paper that a printer took."""
    by = vault.user
    step = PrintStep(
        new_id(AT),
        paper.id,
        PrintOf.PAPER,
        "",
        0,
        paper.patient_id,
        paper.id,
        paper.block_id,
        Step.PRINTED,
        "",
        "Front desk",
        1,
        "",
        "here",
        AT,
        by.id,
        by.signs_as,
    )
    with vault.store.change(by, "paper printed", at=AT, patient_id=paper.patient_id) as change:
        print_steps.keep(change, step)
    return step


def _sign(  # noqa: PLR0913, PLR0917 - each is one fact of the paper
    vault: Vault,
    of: Block,
    kind: PaperKind,
    content: bytes,
    pdf: bytes,
    supersedes: UUID | None = None,
) -> SignedDocument:
    with vault.store.change(vault.user, f"{kind.value} signed", at=AT, patient_id=of.patient_id) as change:
        signed = papers.sign(
            id=new_id(AT),
            kind=kind,
            number=papers.next_number(change, kind, AT.year),
            patient_id=of.patient_id,
            block_id=of.id,
            course_id=of.course_id,
            supersedes=supersedes,
            content=content,
            meaning=_MEANING[kind],
            signer=vault.user,
            key=vault.signing_key,
            at=AT,
            vault_id=vault.store.vault_id,
        )
        return papers.freeze(change, signed, pdf, vault.signing_key)


_MEANING = {
    PaperKind.PROCEDURE_NOTE: Meaning.PERFORMED,
    PaperKind.RESPONSE: Meaning.REVIEWED,
    PaperKind.ERROR_NOTICE: Meaning.ERROR,
}
_SIGNS = string.ascii_letters + string.digits + " '\"%_;<>&\\\n\t-" + "åéßŁñ≥µ½’漢字עברית😀"
_ZONES = [timezone(timedelta(minutes=m)) for m in (-480, 0, 60, 345, 840, -210)]


def filled(kind: type[T], seed: int, **fixed: Any) -> T:
    """A record with something in every field, the same for the same seed, but for the `fixed` fields."""
    return _filled(kind, random.Random(seed), fixed)


def _filled(kind: type[T], chance: random.Random, fixed: dict[str, Any]) -> T:
    hints = get_type_hints(kind, include_extras=True)
    values: dict[str, Any] = {}
    for field in fields(kind):  # type: ignore[arg-type]  # every record is a dataclass
        values[field.name] = fixed[field.name] if field.name in fixed else _value(hints[field.name], chance)
    return kind(**values)


def _value(hint: Any, chance: random.Random) -> Any:
    if get_origin(hint) in (types.UnionType, Union):
        (bare,) = [kind for kind in get_args(hint) if kind is not type(None)]
        return None if chance.random() < 0.2 else _value(bare, chance)
    if get_origin(hint) is tuple:
        return tuple(_value(get_args(hint)[0], chance) for _ in range(chance.randint(0, 4)))
    if get_origin(hint) is Annotated:
        _, mark = get_args(hint)
        assert isinstance(mark, Scaled)
        return Decimal(chance.randint(-(10**9), 10**9)) / mark.per_unit
    if is_dataclass(hint) and isinstance(hint, type):
        return _filled(hint, chance, {})
    if isinstance(hint, type) and issubclass(hint, Enum):
        return chance.choice(list(hint))
    return _plain(hint, chance)


def _plain(hint: type, chance: random.Random) -> Any:
    if hint is str:
        return "".join(chance.choice(_SIGNS) for _ in range(chance.randint(0, 40)))
    if hint is bool:
        return chance.random() < 0.5
    if hint is int:
        return chance.randint(-(2**40), 2**40)
    if hint is date:
        return date.fromordinal(chance.randint(1, date.max.toordinal()))
    if hint is datetime:
        moment = datetime(chance.randint(2, 9998), 6, 15, 12, 30, 59, chance.randint(0, 999_999))
        return moment.replace(tzinfo=chance.choice(_ZONES))
    assert hint is UUID, hint
    return UUID(int=chance.getrandbits(128))


def damage(path: Path, page: int) -> None:
    """Change one byte of a page, whatever it was: an encrypted byte may be any."""
    place = (page - 1) * 4096 + 100
    with path.open("rb+") as file:
        file.seek(place)
        (former,) = file.read(1)
        file.seek(place)
        file.write(bytes([former ^ 1]))
