"""What is refused before or while a file is read, with line and column."""

import json

import pytest

from mbb_desktop.interop import budget
from tests.interop.fhir_people import patient, read, refused


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "The file is empty."),
        (b"\xef\xbb\xbf \n", "The file is empty."),
        (b'{\n "a" 1}', "Line 2, column 6: this is not valid JSON."),
        (b'{"a":\n"\xff"}', "Line 2 is not UTF-8 text."),
        ("{}".encode("utf-16"), "Line 1 is not UTF-8 text; it looks like UTF-16."),
        (b'{"a": "\xed\xa0\x80"}', "Line 1 is not UTF-8 text."),
        (b'{"a": "\x00"}', "Line 1, column 8: this is not valid JSON."),
        (b'{"a": [NaN]}', "Line 1, column 8: this is not a number that JSON allows."),
        (b'{"a": -Infinity}', "Line 1, column 7: this is not a number that JSON allows."),
        (b'{"a": ' + b"9" * 5000 + b"}", "Line 1, column 7: this is not a number that JSON allows."),
        (b'{"a": 1,\n "\\u0061": 2}', "Line 2, column 2: a field is given twice"),
        (b'{"/": 1, "\\/": 2}', "Line 1, column 1: the file is not plain JSON."),
        (b"[" * 100_000, "Line 1, column 201: the values are nested too deeply."),
        (b'{"a":' * 5000 + b"1" + b"}" * 5000, "Line 1, column 1001: the values are nested too deeply."),
        (b"<Patient/>", "Line 1, column 1: this is XML and not JSON."),
        (b"MSH|^~\\&|", "Line 1, column 1: this is an HL7 v2 message and not JSON."),
        (b"[1]", "This is not a FHIR resource"),
        (b'"text"', "This is not a FHIR resource"),
        (b'{"resourceType": "Bundle", "entry": {}}', "The entries of this Bundle cannot be read."),
        (b'{"resourceType": "Bundle", "entry": [1]}', "This entry is not a FHIR resource."),
        (b'{"resourceType": "Bundle"}', "There is no patient in this file"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_its_place(data: bytes, sentence: str) -> None:
    assert refused(data).sentence.startswith(sentence)


def test_a_byte_order_mark_is_no_obstacle() -> None:
    assert read(json.dumps(patient()).encode("utf-8-sig")).people[0].family == "Marsh"


def test_size_is_checked_before_anything_is_read() -> None:
    assert "larger than 50 MB" in refused(bytes(budget.LARGEST_FILE + 1)).sentence


def test_too_many_values_records_or_people_are_refused() -> None:
    assert "too many values" in refused(b"[" * (budget.MOST_VALUES + 1)).sentence
    assert "100,000 records" in refused(b'{"resourceType":"Slot"}\n' * 100_001).sentence
    assert "20,000 people" in refused(b'{"resourceType":"Patient"}\n' * 20_001).sentence
    assert "far too large" in refused(patient(extension=[{}] * 5_000)).sentence
