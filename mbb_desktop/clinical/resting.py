"""What a signed paper rests on: the papers that it reports, and which of them were entered in error since."""

import json
from collections.abc import Iterable, Iterator, Mapping

from mbb_desktop.clinical.anatomy import JointSide, Side
from mbb_desktop.clinical.entered_in_error import EnteredInError
from mbb_desktop.clinical.paper import LETTERS, PaperKind, Signed

RESTING = (*LETTERS, PaperKind.RESPONSE, PaperKind.ADDENDUM)
"""Papers that say what another one said."""


def undermined_by(paper: Signed, errors: Iterable[EnteredInError]) -> tuple[EnteredInError, ...]:
    """The notices of error about what a paper rests on, in their order.

    A notice about some joints counts only while the paper reports one of them: whoever signed a letter after
    that notice reports the joints that are left.
    """
    if paper.kind not in RESTING:
        return ()
    reported = _reported(paper)
    return tuple(each for each in errors if _fell(each, paper, reported))


def _fell(error: EnteredInError, paper: Signed, reported: Mapping[str, frozenset[JointSide]]) -> bool:
    if paper.kind is PaperKind.ADDENDUM:
        return error.whole and error.wrong.paper_id == paper.supersedes
    if error.wrong.number not in reported:
        return False
    joints = reported[error.wrong.number]
    return error.whole or not joints or not joints.isdisjoint(error.wrong.joints)


def _reported(paper: Signed) -> dict[str, frozenset[JointSide]]:
    """Number by number, the joints for which the paper reports another one; none named: all there are."""
    try:
        said = json.loads(paper.content)
        found = _of_letter(said) if paper.kind in LETTERS else _of_response(said)
        return dict(found)
    except (ValueError, KeyError, TypeError):
        return {}  # an addendum; anything else that cannot be read is a fault that checking the record names


def _of_letter(said: Mapping[str, object]) -> Iterator[tuple[str, frozenset[JointSide]]]:
    blocks = said["blocks"]
    assert isinstance(blocks, list)
    for each in blocks:
        for number in (each["note"], each["signed response"]):
            yield str(number), _joints(each["block"])


def _of_response(said: Mapping[str, object]) -> Iterator[tuple[str, frozenset[JointSide]]]:
    block = said["block"]
    assert isinstance(block, dict)
    yield str(said["note"]), _joints(block)


def _joints(block: Mapping[str, object]) -> frozenset[JointSide]:
    named = block["joints"]
    assert isinstance(named, list)
    return frozenset(JointSide(str(each["joint"]), Side(each["side"])) for each in named)
