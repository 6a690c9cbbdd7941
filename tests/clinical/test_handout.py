"""Clock times of the diary over midnight and summer time, its code, and what a paper still needs."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from uuid import UUID
from zoneinfo import ZoneInfo

from mbb_desktop.clinical.anatomy import JointSide, Side, targets_of
from mbb_desktop.clinical.block import Block, BlockState, Purpose, Target
from mbb_desktop.clinical.handout import (
    HandoutKind,
    clock_changes,
    diary_code,
    diary_times,
    is_diary_code,
    joints_told,
    lacking,
)
from mbb_desktop.clinical.identity import new_id
from tests.every_row import every_row

EASTERN = ZoneInfo("America/New_York")
JOINTS = (JointSide("L4-5", Side.LEFT), JointSide("L4-5", Side.RIGHT))


def here(at: datetime) -> datetime:
    return at.astimezone(EASTERN)


def stamped(*when: int) -> datetime:
    """A time as it is stored: with the offset of that moment, not with the zone."""
    local = datetime(*when, tzinfo=EASTERN)  # type: ignore[misc, arg-type] # year to minute
    offset = local.utcoffset()
    assert offset is not None
    return local.replace(tzinfo=timezone(offset))


def shown(needle_out: datetime, to_local: Callable[[datetime], datetime] = here) -> list[str]:
    later = needle_out + timedelta(hours=1)
    return [f"{each.at:%d %H:%M}" for each in diary_times(needle_out, later, to_local)]


def test_the_diary_asks_each_hour_to_eight_then_at_twelve_and_twenty_four() -> None:
    out = stamped(2026, 11, 24, 10, 31)
    assert [each.slot for each in diary_times(out, out, here)] == [
        *(15, 30, 60, 120, 180, 240, 300, 360, 420, 480, 720, 1440)
    ]
    assert shown(out)[:2] == ["24 11:31", "24 12:31"]
    assert shown(out)[-2:] == ["24 22:31", "25 10:31"]


@every_row(("minutes", "first"), [(0, 15), (15, 15), (16, 30), (30, 30), (31, 60), (600, 60)])
def test_readings_in_the_clinic_are_asked_while_they_are_due(minutes: int, first: int) -> None:
    out = stamped(2026, 11, 24, 10, 31)
    assert diary_times(out, out + timedelta(minutes=minutes), here)[0].slot == first


def test_a_time_without_a_zone_goes_on_by_its_own_clock() -> None:
    out = datetime(2026, 10, 31, 20, 0)
    times = diary_times(out, out + timedelta(hours=1), here)
    assert [each.at for each in times[:2]] == [out + timedelta(hours=1), out + timedelta(hours=2)]
    assert times[-1].at == datetime(2026, 11, 1, 20, 0)
    assert not clock_changes(out, times)


def test_times_go_on_over_midnight() -> None:
    assert shown(stamped(2026, 11, 24, 19, 40))[4:8] == ["25 00:40", "25 01:40", "25 02:40", "25 03:40"]


def test_the_night_on_which_clocks_go_back_shows_the_new_clock() -> None:
    out = stamped(2026, 10, 31, 20, 0)
    assert shown(out) == [
        *("31 21:00", "31 22:00", "31 23:00", "01 00:00", "01 01:00", "01 01:00", "01 02:00", "01 03:00"),
        *("01 07:00", "01 19:00"),
    ]
    assert clock_changes(out, diary_times(out, out, here))


def test_the_night_on_which_clocks_go_forward_shows_the_new_clock() -> None:
    out = stamped(2027, 3, 13, 20, 0)
    assert shown(out)[4:7] == ["14 01:00", "14 03:00", "14 04:00"]
    assert shown(out)[-1] == "14 21:00"


def test_without_a_change_of_clocks_none_is_announced() -> None:
    out = stamped(2026, 11, 24, 10, 31)
    assert not clock_changes(out, diary_times(out, out, here))


def test_a_record_of_another_zone_keeps_its_own_offset() -> None:
    out = datetime(2026, 10, 31, 20, 0, tzinfo=UTC)
    assert shown(out)[-1] == "01 20:00"


def test_a_code_is_short_and_its_own_for_each_block() -> None:
    now = datetime(2026, 11, 24, tzinfo=UTC)
    codes = {diary_code(new_id(now)) for _ in range(500)}
    assert len(codes) == 500
    assert {len(code) for code in codes} == {14}
    assert not set("".join(codes)) & set("ILOU")
    assert diary_code(UUID(int=31 << 55)) == "Z000-0000-0000"
    assert diary_code(UUID(int=(1 << 128) - 1)) == "ZZZZ-ZZZZ-ZZZZ"
    assert diary_code(UUID(int=1 << 60)) == diary_code(UUID(int=0)) == "0000-0000-0000"
    assert diary_code(UUID(int=1)) == "0000-0000-0001"


def test_a_code_says_nothing_of_the_time_of_its_block() -> None:
    first, later = (UUID(int=(moment << 80) | 77) for moment in (1, 2))
    assert diary_code(first) == diary_code(later)


def block(**facts: object) -> Block:
    bare = Block(UUID(int=1), UUID(int=2), UUID(int=3), datetime(2026, 11, 24).date())
    return replace(bare, **facts)  # type: ignore[arg-type] # a block's own fields


DONE = block(
    joints=JOINTS,
    targets=tuple(Target(place.nerve, place.side) for place in targets_of(JOINTS)),
    needle_out=stamped(2026, 11, 24, 10, 31),
)


@every_row("state", [BlockState.DRAFT, BlockState.SIGNED], ids=lambda state: state.value)
def test_nothing_lacks_once_joints_and_needle_out_are_recorded(state: BlockState) -> None:
    for kind in HandoutKind:
        assert lacking(kind, replace(DONE, state=state)) == ()


def test_what_lacks_is_named() -> None:
    assert lacking(HandoutKind.HANDOUT, block(planned_joints=JOINTS)) == (
        "joints with their side",
        "the needle-out time",
    )
    assert lacking(HandoutKind.DIARY, replace(DONE, needle_out=None)) == ("the needle-out time",)


@every_row("kind", list(HandoutKind))
def test_there_are_no_papers_for_a_block_that_treats(kind: HandoutKind) -> None:
    (why,) = lacking(kind, replace(DONE, purpose=Purpose.THERAPEUTIC))
    assert why.startswith("a block that tests something")


def test_the_sheet_before_the_block_lacks_nothing_and_tells_of_the_plan() -> None:
    planned = block(planned_joints=JOINTS, state=BlockState.PLANNED)
    assert lacking(HandoutKind.INFORMATION, planned) == ()
    assert joints_told(planned) == JOINTS


def test_a_target_left_out_leaves_its_joint_out() -> None:
    half = replace(DONE, targets=tuple(replace(t, not_injected=t.side is Side.RIGHT) for t in DONE.targets))
    assert joints_told(half) == (JointSide("L4-5", Side.LEFT),)
    none = replace(DONE, targets=tuple(replace(t, not_injected=True) for t in DONE.targets))
    assert lacking(HandoutKind.HANDOUT, none) == ("a joint of which every nerve was injected",)


@every_row("kind", [HandoutKind.HANDOUT, HandoutKind.DIARY], ids=lambda kind: kind.value)
def test_a_side_without_targets_is_never_told(kind: HandoutKind) -> None:
    other = replace(DONE, joints=JOINTS[1:], targets=tuple(t for t in DONE.targets if t.side is Side.LEFT))
    assert joints_told(other) == ()
    assert lacking(kind, other) == ("targets at every nerve of L4-5 right, on that side",)
    half = replace(other, joints=JOINTS)
    assert joints_told(half) == JOINTS[:1]
    assert lacking(kind, half) == lacking(kind, other)


def test_targets_say_which_joint_when_none_is_named() -> None:
    unnamed = replace(DONE, joints=())
    assert joints_told(unnamed) == JOINTS
    assert lacking(HandoutKind.HANDOUT, unnamed) == ()


@every_row("state", [BlockState.DISCARDED, BlockState.ENTERED_IN_ERROR], ids=lambda s: s.value)
def test_a_record_that_does_not_count_prints_nothing(state: BlockState) -> None:
    for kind in HandoutKind:
        (why,) = lacking(kind, replace(DONE, state=state))
        assert state.value in why


def test_a_record_of_another_zone_keeps_its_own_clock() -> None:
    out = datetime(2026, 11, 24, 10, 31, tzinfo=timezone(timedelta(hours=5, minutes=30)))
    assert shown(out)[0] == "24 11:31"


def test_only_three_times_four_letters_may_be_the_code_of_a_diary() -> None:
    assert is_diary_code(diary_code(UUID(int=123_456_789)))
    for other in ("", "7Q2K-D418", "7Q2K-D418-3XW", "7Q2K-D418-3XWI", "https://example.org/7Q2K-D418-3XWF"):
        assert not is_diary_code(other)
