"""Phrases are kept per person and for the clinic, audited, and passed on as a file."""

import pytest

from mbb_desktop.clinical.phrase_book import Phrase
from mbb_desktop.interop.budget import Unreadable
from mbb_desktop.storage.audit import recent
from mbb_desktop.workflow.desk import NotAllowed
from mbb_desktop.workflow.keep_phrases import (
    RefusedPhrases,
    phrase_shelf,
    phrases_file,
    phrases_of,
    save_phrases,
)
from tests.workflow.conftest import Desks

PAIN, SLEEP = Phrase(".lbp", "low back pain"), Phrase(".slp", "sleeps well,\nwakes once")


def test_everybody_has_own_phrases_and_the_clinics(desks: Desks) -> None:
    save_phrases(desks.of("nurse"), [PAIN], own=True)
    save_phrases(desks.of("manager"), [SLEEP], own=False)
    nurse, physician = phrase_shelf(desks.of("nurse")), phrase_shelf(desks.of("physician"))
    assert (nurse.own, nurse.clinic, nurse.may_change_clinic) == ((PAIN,), (SLEEP,), False)
    assert (physician.own, physician.clinic, physician.may_change_clinic) == ((), (SLEEP,), True)
    with desks.vault.store.look() as look:
        newest = recent(look.connection)[0]
    assert newest.event == "phrases changed"
    assert "wakes once" in newest.detail.decode()
    with pytest.raises(NotAllowed):
        save_phrases(desks.of("nurse"), [PAIN], own=False)
    with pytest.raises(RefusedPhrases, match="a side"):
        save_phrases(desks.of("nurse"), [Phrase(".abc", "left")], own=True)


def test_a_file_brings_the_same_phrases_back() -> None:
    told = (PAIN, SLEEP, Phrase(".eq", "=call"))
    assert phrases_of(phrases_file(told)) == told
    with pytest.raises(Unreadable):
        phrases_of(b"name,age\n1,2\n")
