"""Typed markup, formulas, paths and orders are letters like any other: printed, never obeyed."""

import json
import logging
import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

import mbb_desktop
from mbb_desktop.documents.text import uncovered
from mbb_desktop.paths import data_dir
from tests.documents.reading import information_of
from tests.documents.test_typed_text import silent_differences
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
    *("/OpenAction", "/AA", "/SubmitForm", "/ImportData", "/RichMedia", "/AcroForm", "/Annots"),
}


_LONG = {"text", "paragraph", "response.note", "block.plan", "block.findings", "block.additions.0.text"}
"""Fields of several lines; a field of one line takes 200 characters."""


def with_payloads(name: str, start: int) -> dict[str, str]:
    typed = {path: PAYLOADS[(start + at) % len(PAYLOADS)] for at, path in enumerate(FIELDS[name])}
    return {path: text if path in _LONG else text[:180] for path, text in typed.items()}


@pytest.mark.parametrize("field", sorted(_LONG))
@pytest.mark.parametrize("name", FIELDS)
def test_a_word_without_end_is_printed_whole(name: str, field: str) -> None:
    if field in FIELDS[name]:
        assert list(silent_differences(name, [(field, "W" * 9_000)])) == []


@pytest.mark.parametrize("start", range(0, len(PAYLOADS), 7))
@pytest.mark.parametrize("name", FIELDS)
def test_payloads_are_printed_literally_or_told_of(name: str, start: int) -> None:
    assert list(silent_differences(name, list(with_payloads(name, start).items()))) == []


@pytest.mark.parametrize("name", FIELDS)
def test_no_payload_makes_an_action_a_link_a_picture_or_an_attachment(name: str) -> None:
    with pikepdf.open(BytesIO(paper(name, with_payloads(name, 0)).pdf)) as file:
        found = {key for each in file.objects for key in _names(each)}
    assert found & _FORBIDDEN == set()
    assert "/Image" not in found


def _names(value: object) -> set[str]:
    """Keys and names inside an object, without what it points to."""
    if isinstance(value, pikepdf.Dictionary | pikepdf.Stream):
        items = dict(value.items())
        return {str(key) for key in items} | {
            str(one) for one in items.values() if isinstance(one, pikepdf.Name)
        }
    return set()


@pytest.mark.parametrize("name", FIELDS)
def test_what_a_file_says_of_itself_and_the_log_hold_nothing_typed(
    name: str, caplog: pytest.LogCaptureFixture
) -> None:
    typed = {path: f"Canary {path} <x>" for path in FIELDS[name]}
    typed |= {f"{of}clinic.language": "en</dc:language>Canary" for of in ("", "letter.", "error.")}
    with caplog.at_level(logging.DEBUG):
        pdf = paper(name, typed).pdf
    with pikepdf.open(BytesIO(pdf)) as file:
        said = information_of(pdf) + file.Root.Metadata.read_bytes().decode() + str(file.Root.Lang)
    assert "Canary" not in said
    assert "MARSH" not in said.upper()
    assert "Canary" not in caplog.text


_WATCHED = r"""
import json, os, sys
from tests.documents.test_markup import with_payloads
from tests.documents.typed import FIELDS, paper

LETTERS = "\u0141 \u05e9 \u0634 \u092a \u0e01 \u738b \u2610"
for name in FIELDS:  # what only loads libraries and fonts
    paper(name, {f"{of}clinic.name": LETTERS for of in ("", "letter.", "error.")})
seen = []
WATCHED = ("open", "socket", "subprocess", "os.", "shutil", "urllib", "http", "ftplib", "ctypes", "compile")

def watch(event, args):
    if event.startswith(WATCHED):
        seen.append([event, str(args[0]) if args else ""])

sys.addaudithook(watch)
for name in FIELDS:
    for start in (0, 11, 23):
        paper(name, with_payloads(name, start))
print(json.dumps(seen))
"""


def test_no_payload_opens_a_file_or_a_socket_or_runs_anything() -> None:
    root = Path(mbb_desktop.__file__).parent.parent
    environment = {**os.environ, "PYTHONPATH": str(root), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [sys.executable, "-c", _WATCHED],
        capture_output=True,
        text=True,
        env=environment,
        cwd=root,
        check=True,
    )
    seen = json.loads(done.stdout)
    own = str(data_dir("resources"))
    assert [each for each in seen if each[0] != "open"] == []
    assert {path for _, path in seen if not path.startswith(own)} == set()


def test_the_payloads_that_no_font_prints_are_the_ones_meant_so() -> None:
    assert [at for at, text in enumerate(PAYLOADS) if uncovered(text)] == [35, 37, 38]
