"""What is kept of a signed paper."""

from datetime import UTC, datetime
from uuid import UUID

from mbb_desktop.clinical.paper import PREFIX, Meaning, PaperKind, Signed, short_code

HASH = bytes.fromhex("7f3a91c2") + bytes(28)


def test_the_short_code_is_the_first_four_bytes_of_the_hash() -> None:
    assert short_code(HASH) == "7F3A-91C2"


def test_a_signed_paper_carries_the_code_of_its_content() -> None:
    nobody = UUID(int=1)
    signed = Signed(
        *(nobody, PaperKind.RESPONSE, "DR-1", nobody, None, None, None, b"text", HASH),
        *(Meaning.REVIEWED, nobody, "A. Okafor, MD", datetime(2026, 11, 3, tzinfo=UTC), b"key", b"signature"),
    )
    assert signed.code == short_code(HASH)


def test_every_kind_of_paper_has_its_own_letters() -> None:
    assert set(PREFIX) == set(PaperKind)
    assert len(set(PREFIX.values())) == len(PaperKind)
