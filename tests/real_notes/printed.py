"""A procedure note as it was printed: its sentences, its drugs, and the rows of its targets."""

import re
from dataclasses import dataclass

from mbb_desktop.clinical.people import Patient
from mbb_desktop.documents.amounts import formal_name
from tests.documents.reading import pages_of

_SENTENCE_ENDS = re.compile(r"(?<=[^A-Z\s])\. (?=[A-Z0-9“])")
_ROW_BEGINS = re.compile(r"\b(Left|Right) ([CTL]\d+ medial branch|L\d dorsal ramus|third occipital nerve)\b")
_DRUGS, _TARGETS = " Drugs Drug Use ", " Targets and injectate Side Nerve "


@dataclass(frozen=True, slots=True)
class PrintedNote:
    """The running head of the first page, then what stands above, in and below the two tables."""

    head: str
    above: str
    drugs: str
    rows: dict[tuple[str, str], str]
    below: str

    def says(self, *words: str) -> bool:
        """Whether one sentence above or below the tables, or the head, has all these words."""
        sentences = [*_SENTENCE_ENDS.split(self.above), *_SENTENCE_ENDS.split(self.below)]
        return any(has(each, *words) for each in (self.head, *sentences))

    def row(self, nerve: str, side: str) -> str:
        """The row of a target such as `L3 medial branch`, `left`; empty when there is none."""
        return self.rows.get((nerve.casefold(), side.casefold()), "")


def has(text: str, *words: str) -> bool:
    """Whether a text has all these words, whatever their case; `1 mL` is not found in `0.1 mL`."""
    return all(
        re.search(rf"(?<![\w.]){re.escape(each.casefold())}(?!\w)", text.casefold()) is not None
        for each in words
    )


def printed_note(pdf: bytes, patient: Patient) -> PrintedNote:
    """Read a note back from its pages."""
    pages = [_without_frame(page, patient) for page in pages_of(pdf)]
    text = " ".join(body for _head, body in pages)
    above, _, rest = text.partition(_DRUGS)
    drugs, _, table = rest.partition(_TARGETS)
    begins = [*_ROW_BEGINS.finditer(table)]
    end = table.find(". ", begins[-1].start()) if begins else 0  # of the first sum, in the last row
    places = [begin.start() for begin in begins] + [end]
    rows = {
        (begin[2].casefold(), begin[1].casefold()): table[start:stop]
        for begin, start, stop in zip(begins, places, places[1:], strict=False)
    }
    return PrintedNote(pages[0][0], above, drugs, rows, table[end:])


def _without_frame(page: str, patient: Patient) -> tuple[str, str]:
    """The running head, and what stands between it and the running foot."""
    head, mark, rest = page.partition(f"MRN {patient.mrn}")
    return head + mark, rest.rpartition(formal_name(patient))[0].strip()
