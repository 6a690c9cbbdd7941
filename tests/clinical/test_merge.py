"""Two people, one record: nobody's change is lost, and nobody's is silently overwritten."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from mbb_desktop.clinical.block import Block, Entry, HowEntered, Item
from mbb_desktop.clinical.merge import merged
from mbb_desktop.clinical.response import Reading, Response, Series

from .test_charting import AUTHOR, NOW, charted

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
