"""Typed markup, formulas, paths and orders are letters like any other: printed, never obeyed."""

import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from mbb_desktop.documents.text import uncovered
from mbb_desktop.paths import data_dir
from tests.documents.reading import information_of
from tests.documents.test_typed_text import differences, printed, silent_differences
from tests.documents.typed import FIELDS, paper

PAYLOADS = (
    "<b>bold</b> <i>x</i> <u>y</u> <br/> <para>p</para>",
    "<img src='/etc/hostname' width=90 height=90/>",
    "<img src='file:///etc/passwd'/>",
    "<img src='http://127.0.0.1:9/x.png'/>",
    "<img src='data:image/png;base64,iVBORw0KGgo='/>",
    "<font color='red' size=40>large</font>",
    "<font size=nan>nan</font><font face='Courier'>f</font>",
    "<font color=\"[[[getattr(pow,Word('__globals__'))['os'].system('touch /tmp/owned')]]]\">e</font>",
    "<font color=\"[[[[ftype(ctype(0, 0, 0)) for ftype in [type(lambda: None)]]]]]\">e</font>",
    "<font color=\"toColor('__import__(\\'os\\').system(\\'id\\')')\">e</font>",
    "__import__('os').system('touch /tmp/owned')",
    "<a href='javascript:alert(1)'>go</a>",
    "<link href='file:///etc/passwd'>go</link>",
    "<a href=\"http://127.0.0.1:9/\" color=blue>go</a><a name='x'/>",
    "<script>alert(1)</script><style>*{}</style>",
    "<svg onload=alert(1)><image href='/etc/hostname'/></svg>",
    "<!ENTITY x SYSTEM 'file:///etc/passwd'> &x;",
    "<?xml version='1.0'?><?xpacket end='w'?>",
    "&lt;b&gt; &amp; &#60; &#x3c; &nbsp; &unknown;",
    "<![CDATA[ x ]]> ]]> --> <!-- y",
    "</dc:title></rdf:li><rdf:li>INJECTED",
    "</para></seq><seq id='n'/><seqreset id='n'/><index item='x'/><onDraw name='x' label='y'/>",
    "<greek>abc</greek><super>2</super><sub>3</sub><strike>s</strike>",
    "a<b BP <120 x<y>z 5 > 3 & 4 < 6",
    "%s %d %(name)s %% %n 100%",
    "{} {0} {facts.patient.family} {0.__class__.__mro__} {{x}} ${7*7} #{7*7}",
    "$HOME `id` $(id) | ; && || > /tmp/owned",
    "../../../../etc/passwd C:\\Windows\\System32 \\\\server\\share",
    "/tmp/x.pdf -o raw --help -- -d printer",
    "con.pdf nul aux.txt name\u2044with\u2215slashes",
    ") Tj ET Q q 0 0 m (x) Tj BT /F1 99 Tf (",
    "<< /S /JavaScript /JS (app.alert(1)) >> endobj stream endstream %%EOF",
    "/Artifact BMC EMC /Span <</ActualText <FEFF0041>>> BDC",
    "=HYPERLINK(\"http://127.0.0.1\",\"x\") +1+1 @SUM(A1) -2+3",
    "'; DROP TABLE patient; -- \" OR 1=1",
    "\u202egnp.exe\u202c and \u2066isolated\u2069",
    "\u200b\u200e\u200f\ufeff\u2060 nothing \u00ad to see",
    "bell\x07 null\x00 escape\x1b[31m delete\x7f feed\x0c",
    "half \ud800 of a pair \udfff",
    "W" * 4000,
    "<b>" * 300 + "deep" + "</b>" * 300,
    "&" * 500 + "<" * 500,
)  # fmt: skip
_FORBIDDEN = {
    *("/JavaScript", "/JS", "/URI", "/Launch", "/GoToR", "/EmbeddedFile", "/Filespec", "/Annot", "/XFA"),
    *("/Image", "/OpenAction", "/AA", "/SubmitForm", "/ImportData", "/RichMedia", "/AcroForm", "/Annots"),
}


_LONG = {"text", "paragraph", "response.note", "block.plan", "block.findings", "block.additions.0.text"}
"""Fields of several lines; a field of one line takes 200 characters."""


_OF = ("", "letter.", "error.")
_LETTERS = "\u0141 \u05e9 \u0634 \u092a \u0e01 \u738b \u2610"


def with_payloads(name: str, start: int) -> dict[str, str]:
    typed = {path: PAYLOADS[(start + at) % len(PAYLOADS)] for at, path in enumerate(FIELDS[name])}
    return {path: text if path in _LONG else text[:180] for path, text in typed.items()}


@pytest.mark.parametrize(
    ("name", "field"), [(name, field) for name in FIELDS for field in sorted(_LONG & {*FIELDS[name]})]
)
def test_a_word_without_end_is_printed_whole(name: str, field: str) -> None:
    assert silent_differences(name, [(field, "W" * 9_000)]) == []


@pytest.mark.parametrize("name", FIELDS)
def test_payloads_are_printed_literally_or_told_of_and_never_obeyed(
    name: str, caplog: pytest.LogCaptureFixture
) -> None:
    """Each at least once on each paper; nothing typed gets into the log, or what a file says of itself."""
    paper(name, {f"{of}clinic.name": _LETTERS for of in _OF})  # what only loads libraries and fonts
    languages = {f"{of}clinic.language": "en</dc:language>Qz" for of in _OF}
    for start in range(0, len(PAYLOADS), min(len(FIELDS[name]), 21)):
        texts = list(with_payloads(name, start).items())
        with caplog.at_level(logging.DEBUG), watching() as seen:
            made = printed(name, texts, languages)
        assert [(event, what) for event, what in seen if not is_our_own(event, what)] == []
        assert list(differences(name, made, texts)) == []
        assert names_in(made.pdf) & _FORBIDDEN == set()
        assert "qz" not in said_of_itself(made.pdf).lower()
    assert "qz" not in caplog.text.lower()


@pytest.mark.parametrize("name", FIELDS)
def test_what_a_file_says_of_itself_names_no_person(name: str) -> None:
    said = said_of_itself(paper(name, {}).pdf)
    assert "MARSH" not in said.upper()


def said_of_itself(pdf: bytes) -> str:
    with pikepdf.open(BytesIO(pdf)) as file:
        return information_of(pdf) + file.Root.Metadata.read_bytes().decode() + str(file.Root.Lang)


def names_in(pdf: bytes) -> set[str]:
    with pikepdf.open(BytesIO(pdf)) as file:
        return {key for each in file.objects for key in _names(each)}


def _names(value: object) -> set[str]:
    """Keys and names inside an object, without what it points to."""
    if isinstance(value, pikepdf.Dictionary | pikepdf.Stream):
        items = dict(value.items())
        return {str(key) for key in items} | {
            str(one) for one in items.values() if isinstance(one, pikepdf.Name)
        }
    return set()


_WATCHED = ("open", "socket", "subprocess", "os.", "shutil", "urllib", "http", "ftplib", "ctypes", "compile")
_seen: list[tuple[str, str]] = []
_is_watching = False


def _watch(event: str, args: tuple[object, ...]) -> None:
    if _is_watching and event.startswith(_WATCHED):
        _seen.append((event, str(args[0]) if args else ""))


sys.addaudithook(_watch)


@contextmanager
def watching() -> Iterator[list[tuple[str, str]]]:
    """What is opened, sent or run inside."""
    global _is_watching
    _seen.clear()
    _is_watching = True
    try:
        yield _seen
    finally:
        _is_watching = False


def is_our_own(event: str, what: str) -> bool:
    return event == "open" and what.startswith(str(data_dir("resources")))


def test_the_watch_sees_what_a_paper_must_not_do() -> None:
    with watching() as seen:
        Path(__file__).read_bytes()
    assert seen == [("open", __file__)]


def test_the_payloads_that_no_font_prints_are_the_ones_meant_so() -> None:
    assert [at for at, text in enumerate(PAYLOADS) if uncovered(text)] == [35, 37, 38]
