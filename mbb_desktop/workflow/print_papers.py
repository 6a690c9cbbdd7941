"""Printing what waits: orders, one job for each patient, how it ended, and who received it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from mbb_desktop.clinical.access import Permission
from mbb_desktop.clinical.canonical import canonical
from mbb_desktop.clinical.handout import HandoutKind, diary_code
from mbb_desktop.clinical.identity import new_id
from mbb_desktop.clinical.paper import Signed, SignedDocument
from mbb_desktop.clinical.print_step import PrintOf, PrintStep, Standing, Step, addressees
from mbb_desktop.clinical.receipt import Receipt
from mbb_desktop.storage import entered_in_error, papers, print_steps
from mbb_desktop.storage.store import Change, Look
from mbb_desktop.workflow.correct import Given, NotReceived, check_given, keep_receipt
from mbb_desktop.workflow.desk import Desk, NotAllowed, needs
from mbb_desktop.workflow.make_packet import Packet, make_packet, papers_of_packet
from mbb_desktop.workflow.print_handout import HandoutOrder, PatientPaper, make_handout
from mbb_desktop.workflow.print_list import Key, PrintItem, items_of

_IN_ERROR = "This paper was entered in error, so it is not printed from here any more."
_NOT_FINAL = "{0} is not final: it can be printed here when the attending has co-signed it."

_RESTS_ON_ERROR = (
    "{0} rests on {1}, which was entered in error. Sign a new one, or write why this one is needed."
)


class CannotPrint(Exception):
    """It may not be printed now; the message says why."""


@dataclass(frozen=True, slots=True)
class PrintRun:
    """One job: papers of one patient, each as it is printed, with what its end is told of.

    `title` holds numbers only. `pdfs` stand in the order of the items; a notice of error stands before the
    paper it is about. `emergency` is the reason of the access that it was begun with.
    """

    title: str
    patient_id: UUID
    items: tuple[PrintStep, ...]
    pdfs: tuple[bytes, ...]
    emergency: str = ""


@needs(Permission.ISSUE_PAPERS)
def begin_print(desk: Desk, keys: Sequence[Key], printer: str, copies: int, *, despite: str = "") -> PrintRun:
    """Note that these papers of one patient go to a printer now, and give what is printed.

    Signed papers are read and noted in one change; what has to be put together first is made before, and
    nothing may have happened to it meanwhile. `despite` is why one that rests on something entered in error
    is printed nevertheless. Raises CannotPrint.
    """
    try:
        return _begun(desk, keys, (printer, copies, despite.strip()), {})
    except _ToBeMade as needed:
        made = {item.key: (item, _made(desk, item)) for item in needed.items}
    return _begun(desk, keys, (printer, copies, despite.strip()), made)


class _ToBeMade(Exception):
    """Items that are no frozen papers: each is put together outside of the change."""

    def __init__(self, items: list[PrintItem]) -> None:
        super().__init__()
        self.items = items


def _begun(
    desk: Desk,
    keys: Sequence[Key],
    how: tuple[str, int, str],
    made: Mapping[Key, tuple[PrintItem, bytes]],
) -> PrintRun:
    printer, copies, despite = how
    with desk.change("paper sent to the printer") as change:
        found = items_of(desk, change, keys)
        items = [_printable(found.get(key), despite) for key in keys]
        if len({item.patient.id for item in items}) != 1:
            raise CannotPrint("One job holds the papers of one patient. Choose again.")
        if missing := [e for e in items if e.of is not PrintOf.PAPER and e.key not in made]:
            raise _ToBeMade(missing)
        if any(made[each.key][0] != each for each in items if each.key in made):
            raise CannotPrint("Somebody else has just dealt with one of these papers. Look again.")
        signed = _signed(change, items)
        pdfs = [pdf for item in items for pdf in signed.get(item.key) or (made[item.key][1],)]
        change.patient_id = items[0].patient.id
        steps = [_to_printer(desk, item, printer, copies, despite) for item in items]
        if why := next((step.reason for step in steps if step.reason), ""):
            change.tell(despite_an_error=why)
        _keep(change, steps, [item.number for item in items])
        emergency = str(change.detail.get("emergency", ""))
    return PrintRun(_title(items), items[0].patient.id, tuple(steps), tuple(pdfs), emergency)


def _to_printer(desk: Desk, item: PrintItem, printer: str, copies: int, despite: str) -> PrintStep:
    """The step behind those that were just read."""
    step = _step(desk, item, Step.SENT_TO_PRINTER, printer, copies, despite if item.undermined else "")
    return replace(step, place=len(item.steps) + 1)


def _printable(item: PrintItem | None, despite: str) -> PrintItem:
    if item is None:
        raise CannotPrint(_IN_ERROR)
    if item.standing in (Standing.PRINTING, Standing.UNKNOWN):
        raise CannotPrint("It may have come out already. Say first on the page Letters whether it did.")
    _check_stands(item, despite)
    return item


def _check_stands(item: PrintItem, despite: str = "") -> None:
    if item.awaited:
        raise CannotPrint(_NOT_FINAL.format(item.number))
    if item.undermined and not despite.strip():
        fallen = item.undermined[0].wrong.number
        raise CannotPrint(_RESTS_ON_ERROR.format(item.number, fallen))


def _title(items: Sequence[PrintItem]) -> str:
    more = len(items) - 1
    return f"MBB {items[0].number}" + (f" and {more} more" if more else "")


def _signed(look: Look, items: Collection[PrintItem]) -> Mapping[Key, tuple[bytes, ...]]:
    """The frozen papers among the items, each after the notices of error about its joints."""
    frozen = [item for item in items if item.of is PrintOf.PAPER]
    notices = [each.notice_id for item in frozen for each in item.partly]
    pdf = papers.pdfs(look, [*notices, *(item.item_id for item in frozen)]) if frozen else {}
    return {item.key: (*(pdf[each.notice_id] for each in item.partly), pdf[item.item_id]) for item in frozen}


def _pdfs(desk: Desk, item: PrintItem, signed: Mapping[Key, tuple[bytes, ...]]) -> tuple[bytes, ...]:
    return signed.get(item.key) or (_made(desk, item),)


def _made(desk: Desk, item: PrintItem) -> bytes:
    if item.of is PrintOf.PACKET:
        return _packet(desk, item).pdf
    return make_handout(desk, _handout_order(item.order)).pdf


def _packet(desk: Desk, item: PrintItem) -> Packet:
    """Raises NotEnclosed when a scan of the order was struck meanwhile."""
    assert item.paper is not None
    scans = item.order.get("scans", [])
    assert isinstance(scans, list)
    chosen = tuple(UUID(each) for each in scans)
    return make_packet(desk, item.paper.id, fax_cover=bool(item.order["fax cover"]), scans=chosen)


@needs(Permission.ISSUE_PAPERS)
def look_at(desk: Desk, key: Key) -> bytes:
    """All that would be printed, notices of error first; audited as opening the paper is."""
    from mbb_desktop.documents.print_sheets import sheets

    with desk.store.look() as look:
        item = items_of(desk, look, (key,)).get(key)
        if item is None:
            raise CannotPrint(_IN_ERROR)
        signed = _signed(look, (item,))
    if item.of is PrintOf.PAPER:
        desk.note("paper opened", item.patient.id, {"paper": item.number})
    return sheets(_pdfs(desk, item, signed), both_sides=False)


@needs(Permission.ISSUE_PAPERS)
def open_item(desk: Desk, key: Key) -> SignedDocument | Packet | PatientPaper:
    """What an item is, to be shown as a whole. Raises CannotPrint."""
    with desk.store.look() as look:
        item = items_of(desk, look, (key,)).get(key)
        if item is None:
            raise CannotPrint(_IN_ERROR)
        if item.of is PrintOf.PAPER:
            return papers.get(look, item.item_id)
    if item.of is PrintOf.PACKET:
        return _packet(desk, item)
    return make_handout(desk, _handout_order(item.order))


@needs(Permission.ISSUE_PAPERS)
def papers_to_save(desk: Desk, keys: Sequence[Key]) -> tuple[tuple[str, bytes], ...]:
    """File names without identity and the papers as they are; audited as saving each one is.

    Raises CannotPrint for a paper that rests on something entered in error, or awaits a co-signature.
    """
    with desk.store.look() as look:
        found = items_of(desk, look, keys)
        signed = _signed(look, found.values())
    files: list[tuple[str, bytes]] = []
    for item in found.values():
        _check_stands(item)
    for item in found.values():
        pdfs = _pdfs(desk, item, signed)
        names = [f"{item.number}-notice-{at + 1}" for at in range(len(pdfs) - 1)]
        files += [(f"{name}.pdf", pdf) for name, pdf in zip((*names, item.number), pdfs, strict=True)]
        desk.note("paper saved as a file", item.patient.id, {"paper": item.number})
    return tuple(dict(files).items())


@needs(Permission.ISSUE_PAPERS)
def check_leaves(desk: Desk, number: str, despite: str = "") -> None:
    """Asked before a signed paper, or a packet with its letter, is printed or saved from its own page.

    Raises CannotPrint for one that rests on something entered in error, unless `despite` says why it leaves.
    """
    with desk.store.look() as look:
        paper = papers.by_number(look, number)
        undermined = entered_in_error.undermined(look, (paper,)).get(paper.id) if paper else None
    if undermined and not despite.strip():
        raise CannotPrint(_RESTS_ON_ERROR.format(number, undermined[0].wrong.number))


@needs(Permission.OWN_ACCOUNT)
def end_print(desk: Desk, run: PrintRun, failed: str = "") -> None:
    """Note how a job ended: `failed` says why it did, and is empty when it was printed.

    Whoever began it may, also when an emergency access is over meanwhile. Raises NotAllowed.
    """
    if any(each.by_id != desk.user.id for each in run.items) and not desk.may(Permission.ISSUE_PAPERS):
        raise NotAllowed(Permission.ISSUE_PAPERS)
    step = Step.FAILED if failed else Step.PRINTED
    after = [_after(desk, each, step, failed) for each in run.items]
    with desk.change("paper not printed" if failed else "paper printed", run.patient_id) as change:
        _keep(change, after, [run.title.removeprefix("MBB ")])
        if run.emergency:
            change.tell(emergency=run.emergency)


@needs(Permission.SEND_PAPERS)
def say_outcome(desk: Desk, keys: Sequence[Key], *, came_out: bool) -> None:
    """Somebody looked at the printer: the papers came out, or they did not."""
    _tell(desk, keys, Step.PRINTED if came_out else Step.NOT_PRINTED, "seen at the printer")


@needs(Permission.SEND_PAPERS)
def take_off(desk: Desk, keys: Sequence[Key], reason: str) -> None:
    """Nobody needs them on paper. Raises NotReceived without a reason."""
    if not reason.strip():
        raise NotReceived("Say why it is not needed.")
    _tell(desk, keys, Step.TAKEN_OFF, reason.strip())


@needs(Permission.SEND_PAPERS)
def put_back(desk: Desk, keys: Sequence[Key]) -> None:
    """It is to be printed after all, or again."""
    _tell(desk, keys, Step.PUT_BACK, "")


def _tell(desk: Desk, keys: Sequence[Key], step: Step, reason: str) -> None:
    with desk.store.look() as look:
        found = tuple(items_of(desk, look, keys).values())
    for patient_id in dict.fromkeys(item.patient.id for item in found):
        own = [item for item in found if item.patient.id == patient_id]
        with desk.change(f"paper {step.value}", patient_id) as change:
            _keep(change, [_step(desk, item, step, reason=reason) for item in own], [e.number for e in own])


@needs(Permission.SEND_PAPERS)
def record_sent(desk: Desk, key: Key, given: Given) -> tuple[Receipt, ...]:
    """Keep who received an item: for a packet also every signed paper in it. Raises NotReceived."""
    with desk.store.look() as look:
        item = items_of(desk, look, (key,)).get(key)
        if item is None or item.paper is None:
            raise NotReceived("Only signed papers are recorded as sent. Look at the list again.")
        every = _inside(desk, look, item) if item.of is PrintOf.PACKET else (item.paper,)
    return _received(desk, every, given)


def _inside(desk: Desk, look: Look, item: PrintItem) -> tuple[Signed, ...]:
    """What the packet held when it went to the printer; without a print, what it holds now."""
    assert item.paper is not None
    begun = [step.at for step in item.steps if step.step is Step.SENT_TO_PRINTER]
    at = begun[-1] if begun else desk.now
    return tuple(paper for paper in papers_of_packet(look, item.paper.id) if paper.signed_at <= at)


@needs(Permission.ISSUE_PAPERS)
def record_packet(desk: Desk, packet: Packet, given: Given) -> tuple[Receipt, ...]:
    """Keep who received a packet that was put together and never listed: every signed paper in it.

    Raises NotReceived.
    """
    with desk.store.look() as look:
        held = [papers.by_pdf(look, bytes.fromhex(digest)) for _named, digest in packet.papers]
    every = tuple(paper for paper in held if paper is not None)  # a scan is no signed paper
    if not every:
        raise NotReceived("Only signed papers are recorded as sent. Record the letter that goes along.")
    return _received(desk, every, given)


def _received(desk: Desk, every: Sequence[Signed], given: Given) -> tuple[Receipt, ...]:
    check_given(given, desk.now)
    with desk.change("paper given", every[0].patient_id) as change:
        change.tell(papers=[paper.number for paper in every], how=given.how.value)
        return tuple(keep_receipt(desk, change, paper, given) for paper in every)


@needs(Permission.SEND_PAPERS)
def order_packet(desk: Desk, letter_id: UUID, *, fax_cover: bool = False, scans: Sequence[UUID] = ()) -> None:
    """Put the packet of a signed letter on the list, with its scans, for whom the letter is addressed to.

    Raises CannotPrint for a letter that rests on something entered in error.
    """
    with desk.store.look() as look:
        letter = papers.get(look, letter_id)
        undermined = entered_in_error.undermined(look, (letter,)).get(letter.id)
    if undermined:
        raise CannotPrint(_RESTS_ON_ERROR.format(letter.number, undermined[0].wrong.number))
    to = addressees(letter.kind, letter.content)[0].to
    order = canonical({"fax cover": fax_cover, "scans": list(scans)}).decode()
    _order(desk, PrintOf.PACKET, order, letter.patient_id, to, letter.id, None)


@needs(Permission.SEND_PAPERS)
def order_handout(desk: Desk, order: HandoutOrder) -> None:
    """Put a paper for the patient on the list. Raises NotRecorded while facts are missing."""
    paper = make_handout(desk, order)
    said = canonical(
        {
            "kind": order.kind,
            "language": order.language,
            "area": order.area,
            "movement": order.movement,
            "block": order.block_id,
            "diary": diary_code(order.block_id),
        }
    )
    _order(desk, PrintOf.HANDOUT, said.decode(), paper.patient_id, "", None, order.block_id)


def _order(  # noqa: PLR0913, PLR0917 - what an order is
    desk: Desk, of: PrintOf, order: str, patient_id: UUID, to: str, paper_id: UUID | None, block: UUID | None
) -> None:
    with desk.change(f"{of.value} ordered", patient_id) as change:
        own, item, by = new_id(desk.now), new_id(desk.now), desk.user
        print_steps.keep(
            change,
            PrintStep(
                own,
                item,
                of,
                to,
                0,
                patient_id,
                paper_id,
                block,
                Step.ORDERED,
                order,
                "",
                1,
                "",
                desk.workstation,
                desk.now,
                by.id,
                by.signs_as,
            ),
        )


def _handout_order(order: Mapping[str, object]) -> HandoutOrder:
    area, movement = order["area"], order["movement"]
    return HandoutOrder(
        UUID(str(order["block"])),
        HandoutKind(order["kind"]),
        str(order["language"]),
        None if area is None else str(area),
        None if movement is None else str(movement),
    )


def _step(  # noqa: PLR0913, PLR0917 - what a step is
    desk: Desk, item: PrintItem, step: Step, printer: str = "", copies: int = 1, reason: str = ""
) -> PrintStep:
    first = item.steps[0] if item.steps else None
    return PrintStep(
        new_id(desk.now),
        item.item_id,
        item.of,
        item.addressee.to,
        0,
        item.patient.id,
        item.paper.id if item.paper else None,
        first.block_id if first else item.paper.block_id if item.paper else None,
        step,
        "",
        printer,
        copies,
        reason,
        desk.workstation,
        desk.now,
        desk.user.id,
        desk.user.signs_as,
    )


def _after(desk: Desk, begun: PrintStep, step: Step, reason: str) -> PrintStep:
    by = desk.user
    return replace(
        begun,
        id=new_id(desk.now),
        place=0,
        step=step,
        reason=reason,
        at=desk.now,
        by_id=by.id,
        by=by.signs_as,
    )


def _keep(change: Change, steps: Iterable[PrintStep], numbers: Sequence[str]) -> None:
    change.tell(papers=list(numbers))
    for step in steps:
        print_steps.keep(change, step)
