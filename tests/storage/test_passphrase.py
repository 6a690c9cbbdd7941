"""Which passphrases are good enough, and what is said about the others."""

import pytest

from mbb_desktop.storage.passphrase import passphrase_problem


@pytest.mark.parametrize(
    "good",
    [
        "violet otter ladder brine",
        "tractor-umbrella-eleven",
        "Ein Pferd frisst keinen Gurkensalat",
        "漢字変換器入力装置機械学習問題",
        "x9#Lq2!vR7@pZ4m",
    ],
)
def test_good_ones(good: str) -> None:
    assert passphrase_problem(good, ("A. Okafor", "Harbor Spine Clinic")) is None


@pytest.mark.parametrize(
    ("weak", "why"),
    [
        ("", "at least 15"),
        ("short but true", "at least 15"),
        ("aaaaaaaaaaaaaaaaaaaa", "repeats"),
        ("abcabcabcabcabcabc", "repeats"),
        ("otter7otter7otter7", "repeats"),
        ("passwordpassword1", "first things"),
        ("Password123456789", "first things"),
        ("qwertyuiopasdfghjkl", "first things"),
        ("correcthorsebatterystaple", "first things"),
        ("mbbdesktop clinic 2026", "first things"),
        ("okafor harbor spine", "first things"),
        ("x" * 257, "at most"),
    ],
)
def test_weak_ones_and_why(weak: str, why: str) -> None:
    problem = passphrase_problem(weak, ("A. Okafor", "Harbor Spine Clinic"))
    assert problem is not None
    assert why in problem
