"""Two people, one record: nobody's change is lost, and nobody's is silently overwritten."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from functools import reduce
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from mbb_desktop.clinical.anatomy import Region
from mbb_desktop.clinical.block import (
    Block,
    BlockState,
    Consent,
    ConsentKind,
    Entry,
    HowEntered,
    Item,
    Vitals,
    VitalsWhen,
)
from mbb_desktop.clinical.charting import accept, entered, recorded, with_levels
from mbb_desktop.clinical.levels import Levels, read_levels
from mbb_desktop.clinical.merge import Collision, merged, with_mine
from mbb_desktop.clinical.response import Reading, Response, Series
from tests.every_row import every_row

from .test_charting import AUTHOR, LISTED, LUMBAR, NOW, PRESETS, charted

BASE = charted()
FIELDS = ("room", "nurse", "findings", "plan", "tolerated", "blood_loss")
changes = st.dictionaries(st.sampled_from(FIELDS), st.text("abc", max_size=3))


def entry(item: Item, minutes: int = 0, by: str = "RN Diaz") -> Entry:
    return Entry(item, AUTHOR.id, by, NOW + timedelta(minutes=minutes), HowEntered.TYPED)


def reading(slot: int, score: int, series: Series = Series.OVERALL) -> Reading:
    return Reading(series, slot, NOW + timedelta(minutes=slot), Decimal(score))


@given(changes, changes)
def test_a_field_is_mine_theirs_or_a_reported_collision(mine: dict[str, Any], theirs: dict[str, Any]) -> None:
    joined, collisions = merged(BASE, replace(BASE, **mine), replace(BASE, **theirs))
    clashing = {c.field for c in collisions}
    for name in FIELDS:
        was, my, their = getattr(BASE, name), mine.get(name, ""), theirs.get(name, "")
        kept = getattr(joined, name)
        assert kept == (their if name in clashing or my == was else my)
        assert (name in clashing) == (my != was and their not in (was, my))


def test_a_collision_holds_both_values() -> None:
    _, collisions = merged(BASE, replace(BASE, room="1"), replace(BASE, room="2"))
    assert [(c.field, c.mine, c.theirs) for c in collisions] == [("room", "1", "2")]


def test_levels_are_never_joined_from_two_changes() -> None:
    base = charted("45 l")
    mine = charted("45 r")
    mine = replace(base, joints=mine.joints, targets=mine.targets, levels_text=mine.levels_text)
    theirs = replace(base, targets=tuple(replace(t, contrast=Decimal("0.2")) for t in base.targets))
    joined, collisions = merged(base, mine, theirs)
    assert (joined.joints, joined.targets, joined.levels_text) == (base.joints, theirs.targets, "45 l")
    assert [c.field for c in collisions] == ["levels_text", "joints", "targets"]
    assert with_mine(joined, collisions) == mine


def test_levels_that_only_one_changed_join_with_the_rest() -> None:
    base, mine = charted("45 l"), charted("45 r")
    mine = replace(base, joints=mine.joints, targets=mine.targets, levels_text=mine.levels_text)
    joined, collisions = merged(base, mine, replace(base, room="2"))
    assert (joined.joints, joined.targets, joined.room, collisions) == (mine.joints, mine.targets, "2", ())
    assert merged(base, mine, mine) == (mine, ())


@every_row(
    "typed, region, again",
    [
        ("45 r", Region.LUMBAR, {Item.CONSENT}),
        ("45 51 l", Region.LUMBAR, {Item.IMAGES}),
        ("c34 l", Region.CERVICAL, {Item.NEEDLE, Item.POSITION, Item.IMAGES, Item.CONSENT}),
    ],
)
def test_what_one_accepted_for_levels_that_the_other_changed_is_proposed_again(
    typed: str, region: Region, again: set[Item]
) -> None:
    base = replace(charted("45 l"), levels_reason="agreed", levels_reason_for="L4-5 left")
    levels = read_levels(typed, region=region)
    assert isinstance(levels, Levels)
    physician = with_levels(base, levels, typed, PRESETS[region], AUTHOR)
    accepted = (Item.PREP, Item.NEEDLE, Item.POSITION, Item.IMAGES, Item.CONSENT)
    nurse = reduce(lambda block, item: accept(block, item, LISTED), accepted, base)
    for joined, collisions in (merged(base, nurse, physician), merged(base, physician, nurse)):
        assert (joined.targets, collisions) == (physician.targets, ())
        assert {item for item in accepted if not recorded(joined, item)} == again
        assert not again & {each.item for each in joined.entries}
        assert joined.levels_reason_for == "L4-5 left"  # so that it is asked again


def test_what_one_accepted_for_a_day_or_a_target_that_the_other_changed_is_proposed_again() -> None:
    base = charted("45 l")
    nurse = accept(accept(base, Item.CONSENT, LISTED), Item.IMAGES, LISTED)
    other_day = replace(base, performed_on=base.performed_on + timedelta(days=1))
    first, *others = base.targets
    stopped = replace(base, targets=(replace(first, not_injected=True), *others))
    for changed, again in ((other_day, Item.CONSENT), (stopped, Item.IMAGES)):
        joined, _ = merged(base, changed, nurse)
        assert [item for item in (Item.CONSENT, Item.IMAGES) if not recorded(joined, item)] == [again]


def test_what_was_typed_or_accepted_for_the_levels_that_stay_is_kept_and_so_is_a_signed_record() -> None:
    base, right = charted("45 l"), read_levels("45 r", region=Region.LUMBAR)
    assert isinstance(right, Levels)
    mine = accept(with_levels(base, right, "45 r", LUMBAR, AUTHOR), Item.CONSENT, LISTED)
    assert recorded(merged(base, mine, replace(base, room="2"))[0], Item.CONSENT)
    silent = replace(base, region=None)  # opened while its levels could not be read
    assert recorded(merged(silent, accept(silent, Item.CONSENT, LISTED), silent)[0], Item.CONSENT)
    typed = entered(replace(base, consent=Consent(ConsentKind.VERBAL)), Item.CONSENT, AUTHOR)
    joined, _ = merged(base, with_levels(base, right, "45 r", LUMBAR, AUTHOR), typed)
    assert recorded(joined, Item.CONSENT)
    signed = replace(accept(base, Item.CONSENT, LISTED), state=BlockState.SIGNED)
    assert merged(base, replace(base, performed_on=NOW.date() + timedelta(days=1)), signed)[0].consent.kind


def test_my_levels_over_theirs_leave_nothing_that_they_accepted_for_theirs() -> None:
    base = charted("45 l")
    right, both = (read_levels(typed, region=Region.LUMBAR) for typed in ("45 r", "45 b"))
    assert isinstance(right, Levels)
    assert isinstance(both, Levels)
    mine = with_levels(base, right, "45 r", LUMBAR, AUTHOR)
    theirs = accept(with_levels(base, both, "45 b", LUMBAR, AUTHOR), Item.IMAGES, LISTED)
    joined, collisions = merged(base, mine, theirs)
    assert recorded(joined, Item.IMAGES)
    chosen = with_mine(joined, collisions)
    assert (chosen.targets, recorded(chosen, Item.IMAGES)) == (mine.targets, False)


def test_parts_of_a_nested_record_join() -> None:
    mine = replace(BASE, fluoroscopy=replace(BASE.fluoroscopy, seconds=42))
    theirs = replace(BASE, fluoroscopy=replace(BASE.fluoroscopy, images_saved=6))
    joined, collisions = merged(BASE, mine, theirs)
    assert (joined.fluoroscopy.seconds, joined.fluoroscopy.images_saved) == (42, 6)
    assert collisions == ()


def test_a_clash_within_a_nested_record_is_named_with_its_place() -> None:
    mine = replace(BASE, fluoroscopy=replace(BASE.fluoroscopy, seconds=42))
    theirs = replace(BASE, fluoroscopy=replace(BASE.fluoroscopy, seconds=24))
    joined, collisions = merged(BASE, mine, theirs)
    assert joined.fluoroscopy.seconds == 24
    assert [c.field for c in collisions] == ["fluoroscopy.seconds"]


def test_entries_of_both_stay_and_of_one_item_the_later_one() -> None:
    base = replace(BASE, entries=(entry(Item.LEVELS),))
    mine = replace(base, entries=(*base.entries, entry(Item.PREP, 2, "Dr Okafor"), entry(Item.TIMES, 1)))
    theirs = replace(base, entries=(*base.entries, entry(Item.PREP, 1), entry(Item.VITALS)))
    joined, collisions = merged(base, mine, theirs)
    assert {e.item: e.by for e in joined.entries}[Item.PREP] == "Dr Okafor"
    assert {e.item for e in joined.entries} == {Item.LEVELS, Item.PREP, Item.TIMES, Item.VITALS}
    assert collisions == ()


def test_an_entry_that_they_made_later_than_mine_stays() -> None:
    theirs = replace(BASE, entries=(entry(Item.PLAN, 5, "theirs"),))
    mine = replace(BASE, entries=(entry(Item.PLAN, 2, "mine"),))
    joined, collisions = merged(BASE, mine, theirs)
    assert [each.by for each in joined.entries] == ["theirs"]
    assert collisions == ()
    (same,) = merged(BASE, mine, replace(theirs, entries=(entry(Item.PLAN, 2, "theirs"),)))[0].entries
    assert same.by == "mine"


def test_a_score_that_i_took_away_is_gone_unless_they_changed_it() -> None:
    base = Response(AUTHOR.id, AUTHOR.id, AUTHOR.id, readings=(reading(30, 4), reading(60, 5)))
    mine = replace(base, readings=base.readings[1:])
    added = replace(base, readings=(*base.readings, reading(120, 6)))
    joined, collisions = merged(base, mine, added)
    assert (joined.readings, collisions) == (added.readings[1:], ())
    theirs = replace(base, readings=(reading(30, 2), reading(60, 5)))
    joined, collisions = merged(base, mine, theirs)
    assert (joined.readings, [each.mine for each in collisions]) == (theirs.readings, [None])
    assert with_mine(joined, collisions).readings == mine.readings


def test_an_entry_that_i_took_back_stays_away() -> None:
    base = replace(BASE, entries=(entry(Item.PREP), entry(Item.LEVELS)))
    joined, _ = merged(base, replace(base, entries=(entry(Item.LEVELS),)), replace(base, room="2"))
    assert [e.item for e in joined.entries] == [Item.LEVELS]


def test_scores_for_different_minutes_join() -> None:
    base = _response(reading(15, 2))
    joined, collisions = merged(base, _response(reading(15, 2), reading(30, 1)), _response(reading(60, 3)))
    assert [r.slot for r in joined.readings] == [30, 60]
    assert collisions == ()


def test_different_scores_for_one_minute_are_a_question_and_theirs_stays() -> None:
    joined, collisions = merged(_response(), _response(reading(30, 1)), _response(reading(30, 5)))
    assert [r.score for r in joined.readings] == [5]
    assert [c.field for c in collisions] == ["readings"]


def _response(*readings: Reading) -> Response:
    return Response(AUTHOR.id, AUTHOR.id, AUTHOR.id, readings=readings)


def test_the_stored_version_wins() -> None:
    joined, _ = merged(BASE, replace(BASE, room="1"), replace(BASE, version=7))
    assert (joined.version, joined.room) == (7, "1")
    assert isinstance(joined, Block)


def test_turned_round_it_keeps_mine_even_within_a_nested_record() -> None:
    mine = replace(BASE, fluoroscopy=replace(BASE.fluoroscopy, seconds=42), room="1")
    theirs = replace(BASE, fluoroscopy=replace(BASE.fluoroscopy, seconds=24, images_saved=6), version=3)
    joined, _ = merged(BASE, theirs, mine)
    assert (joined.fluoroscopy.seconds, joined.fluoroscopy.images_saved, joined.room) == (42, 6, "1")


def vitals(when: VitalsWhen, pulse: int, minutes: int = 0) -> Vitals:
    return Vitals(NOW + timedelta(minutes=minutes), when, pulse=pulse)


def test_vital_signs_of_different_moments_join_in_any_order() -> None:
    was = (vitals(VitalsWhen.RECOVERY, 80), vitals(VitalsWhen.BEFORE, 70))
    base = replace(BASE, vitals=was)
    mine = replace(base, vitals=(vitals(VitalsWhen.RECOVERY, 88), was[1]))
    theirs = replace(base, vitals=(was[1], was[0], vitals(VitalsWhen.BEFORE, 72, 5)))
    joined, collisions = merged(base, mine, theirs)
    assert [taken.pulse for taken in joined.vitals] == [70, 88, 72]
    assert collisions == ()


def test_vital_signs_of_one_moment_that_both_changed_are_a_question() -> None:
    base = replace(BASE, vitals=(vitals(VitalsWhen.RECOVERY, 80), vitals(VitalsWhen.BEFORE, 70)))
    mine = replace(base, vitals=(vitals(VitalsWhen.RECOVERY, 88), vitals(VitalsWhen.BEFORE, 77)))
    theirs = replace(base, vitals=(vitals(VitalsWhen.RECOVERY, 66), vitals(VitalsWhen.BEFORE, 70)))
    joined, collisions = merged(base, mine, theirs)
    assert [taken.pulse for taken in joined.vitals] == [66, 77]
    assert [taken.pulse for taken in with_mine(joined, collisions).vitals] == [88, 77]


def test_two_sets_of_one_minute_are_never_joined_into_one() -> None:
    twice = (vitals(VitalsWhen.BEFORE, 70), vitals(VitalsWhen.BEFORE, 71))
    base = replace(BASE, vitals=twice)
    theirs = replace(base, vitals=(*twice, vitals(VitalsWhen.BEFORE, 72)))
    mine = replace(base, vitals=(*twice, vitals(VitalsWhen.BEFORE, 73)))
    joined, collisions = merged(base, mine, theirs)
    assert (joined.vitals, [c.mine for c in collisions]) == (theirs.vitals, [mine.vitals])


def test_mine_is_put_over_theirs_in_each_kind_of_field() -> None:
    base = Response(BASE.id, BASE.patient_id, BASE.id, readings=(reading(15, 1),))
    for mine in ((reading(15, 2),), ()):
        joined, collisions = merged(
            base, replace(base, readings=mine), replace(base, readings=(reading(15, 3),))
        )
        assert with_mine(joined, collisions).readings == mine
    seen = replace(BASE, fluoroscopy=replace(BASE.fluoroscopy, seconds=42))
    joined_block, clashes = merged(
        BASE, seen, replace(BASE, fluoroscopy=replace(BASE.fluoroscopy, seconds=24))
    )
    assert with_mine(joined_block, clashes) == seen


def test_levels_that_only_they_changed_are_no_question() -> None:
    base, moved = charted("45 l"), charted("45 r")
    theirs = replace(base, joints=moved.joints, targets=moved.targets, levels_text=moved.levels_text)
    assert merged(base, replace(base, room="2"), theirs) == (replace(theirs, room="2"), ())


def test_levels_in_question_hold_both_values() -> None:
    base, right, left = charted("45 l"), charted("45 r"), charted("51 l")
    mine, theirs = (replace(base, joints=each.joints, levels_text=each.levels_text) for each in (right, left))
    joined, collisions = merged(base, mine, theirs)
    assert joined == theirs
    assert {(c.field, c.mine, c.theirs) for c in collisions} == {
        ("joints", mine.joints, theirs.joints),
        ("levels_text", "45 r", "51 l"),
    }


def test_two_versions_are_no_question() -> None:
    assert merged(BASE, replace(BASE, version=5), replace(BASE, version=7)) == (replace(BASE, version=7), ())


def test_the_same_score_from_both_is_no_question() -> None:
    base = _response(reading(15, 2))
    mine = _response(reading(15, 2), reading(30, 1), reading(60, 3))
    joined, collisions = merged(base, mine, _response(reading(15, 2), reading(30, 1)))
    assert ([r.slot for r in joined.readings], collisions) == ([15, 30, 60], ())


def test_a_score_that_both_took_away_is_gone() -> None:
    base = _response(reading(15, 2), reading(30, 1))
    joined, collisions = merged(base, _response(reading(30, 1)), _response(reading(30, 1), reading(60, 3)))
    assert ([r.slot for r in joined.readings], collisions) == ([30, 60], ())


def test_vital_signs_in_question_hold_all_rows_of_both() -> None:
    kept, mine, theirs = (vitals(VitalsWhen.BEFORE, pulse) for pulse in (70, 80, 90))
    later = vitals(VitalsWhen.RECOVERY, 60, 30)
    _, (clash,) = merged(
        replace(BASE, vitals=(kept,)), replace(BASE, vitals=(mine,)), replace(BASE, vitals=(theirs, later))
    )
    assert clash == Collision("vitals", (mine, later), (theirs, later))


def test_two_rows_of_one_minute_are_in_question_as_a_whole() -> None:
    first, second, third = (vitals(VitalsWhen.BEFORE, pulse) for pulse in (70, 80, 90))
    joined, collisions = merged(BASE, replace(BASE, vitals=(first, second)), replace(BASE, vitals=(third,)))
    assert joined.vitals == (third,)
    assert collisions == (Collision("vitals", (first, second), (third,)),)
