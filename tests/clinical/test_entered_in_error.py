"""What a notice of error takes out of a block, and the bytes that are signed for it."""

from datetime import UTC, datetime
from uuid import UUID

from mbb_desktop.clinical.entered_in_error import (
    EnteredInError,
    Wrong,
    as_tested,
    joints_withdrawn,
    read_back,
    written,
)
from mbb_desktop.clinical.paper import PaperKind
from tests.clinical.invented import BOTH, RIGHT, a_block

BLOCK = a_block(BOTH)
AT = datetime(2026, 11, 24, 11, 5, tzinfo=UTC)
NOTE = Wrong(UUID(int=7), PaperKind.PROCEDURE_NOTE, "PN-2026-000007", "level", "The level was another one.")


def notice(wrong: Wrong) -> EnteredInError:
    return EnteredInError(UUID(int=8), "EN-2026-000001", BLOCK.id, wrong, "A. Okafor, MD", AT)


def test_what_was_signed_is_read_back_whole() -> None:
    some = Wrong(NOTE.paper_id, NOTE.kind, NOTE.number, NOTE.code, NOTE.reason, RIGHT, UUID(int=9))
    assert [read_back(written(each)) for each in (NOTE, some)] == [NOTE, some]


def test_a_notice_about_some_joints_leaves_the_others_tested() -> None:
    some = notice(Wrong(NOTE.paper_id, NOTE.kind, NOTE.number, NOTE.code, NOTE.reason, RIGHT))
    assert (notice(NOTE).whole, some.whole) == (True, False)
    gone = joints_withdrawn([notice(NOTE), some], BLOCK)
    left = as_tested(BLOCK, gone)
    assert left is not None
    assert set(left.joints) == set(BOTH) - set(RIGHT)
    assert as_tested(BLOCK, BOTH) is None
    assert as_tested(BLOCK, ()) == BLOCK
