"""Makes a drawn PDF one that archives keep and screen readers read: PDF/A-1b, tagged, with its language.

The metadata name the kind of paper and the program: nothing that somebody typed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from io import BytesIO
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

from mbb_desktop.documents.tags import Node, Tags
from mbb_desktop.paths import data_dir

_PRODUCER = "MBB Desktop"
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


@dataclass(frozen=True, slots=True)
class About:
    """What the file says of itself; `made_at` is None while nobody has signed."""

    title: str
    language: str
    made_at: datetime | None = None


def archived(pdf: bytes, tags: Tags, about: About) -> bytes:
    """The same pages with structure, colour profile and metadata; the same input gives the same bytes."""
    with pikepdf.open(BytesIO(pdf)) as file:
        _structure(file, tags)
        return finished(file, about)


def finished(file: Pdf, about: About) -> bytes:
    """A file that has its structure, with what an archive asks for besides."""
    _metadata(file, about)
    root = file.Root
    root.MarkInfo = Dictionary(Marked=True)
    root.Lang = String(_language(about))
    root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    root.OutputIntents = Array([_colours(file)])
    kept = BytesIO()
    file.save(
        kept,
        force_version="1.4",
        object_stream_mode=pikepdf.ObjectStreamMode.disable,
        deterministic_id=True,
    )
    return kept.getvalue()


def _language(about: About) -> str:
    """The code of the language; `und`, not known, for anything that is no such code."""
    return about.language if _LANGUAGE.fullmatch(about.language) else "und"


# What the parts of the page are


def _structure(file: Pdf, tags: Tags) -> None:
    tree = file.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    made: dict[int, Object] = {}
    tree.K = _element(file, tags.root, tree, made)
    numbers = Array()
    for index, page in enumerate(file.pages):
        page.obj.Tabs = Name.S
        if marks := tags.marks_on.get(index + 1):
            page.obj.StructParents = index
            numbers.append(index)
            numbers.append(file.make_indirect(Array([made[id(node)] for node in marks])))
    tree.ParentTree = file.make_indirect(Dictionary(Nums=numbers))
    tree.ParentTreeNextKey = len(file.pages)
    file.Root.StructTreeRoot = tree


def _element(file: Pdf, node: Node, parent: Object, made: dict[int, Object]) -> Object:
    element = file.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{node.tag}"), P=parent))
    made[id(node)] = element
    kids = [_element(file, kid, element, made) for kid in node.kids]
    element.K = Array([*kids, *_marks(file, node)])
    if node.alt:
        element.Alt = String(node.alt)
    if node.bounds is not None:
        box = Array([round(at, 2) for at in node.bounds])
        element.A = Dictionary(O=Name.Layout, Placement=Name.Block, BBox=box)
    if node.scope:
        element.A = Dictionary(O=Name.Table, Scope=Name(f"/{node.scope}"))
    return element


def _marks(file: Pdf, node: Node) -> Iterator[Object]:
    for page, mark in node.marks:
        yield Dictionary(Type=Name.MCR, Pg=file.pages[page - 1].obj, MCID=mark)


# What the file says of itself


def _metadata(file: Pdf, about: About) -> None:
    info = Dictionary(Title=String(about.title), Producer=String(_PRODUCER))
    info.Creator = String(_PRODUCER)
    if about.made_at is not None:
        info.CreationDate = info.ModDate = String(_pdf_time(about.made_at))
    file.trailer.Info = file.make_indirect(info)
    packet = Stream(file, _packet(about).encode())
    packet.Type, packet.Subtype = Name.Metadata, Name.XML
    file.Root.Metadata = file.make_indirect(packet)


def _pdf_time(at: datetime) -> str:
    zone = at.strftime("%z") or "+0000"
    return f"D:{at:%Y%m%d%H%M%S}{zone[:3]}'{zone[3:5]}'"


def _packet(about: About) -> str:
    """The metadata as XMP, written by hand: PDFBox refuses namespaces that are declared locally."""
    dated = ""
    if about.made_at is not None:
        at = about.made_at.isoformat(timespec="seconds")
        at = at if about.made_at.tzinfo else f"{at}+00:00"
        dated = f"<xmp:CreateDate>{at}</xmp:CreateDate><xmp:ModifyDate>{at}</xmp:ModifyDate>"
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>1</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{escape(about.title)}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{_language(about)}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{_PRODUCER}</pdf:Producer>
<xmp:CreatorTool>{_PRODUCER}</xmp:CreatorTool>{dated}
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""


def _colours(file: Pdf) -> Object:
    """What the red, green and blue of the pages mean: sRGB."""
    profile = Stream(file, _profile())
    profile.N = 3
    return Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=String("sRGB"),
        Info=String("sRGB"),
        DestOutputProfile=file.make_indirect(profile),
    )


@cache
def _profile() -> bytes:
    return (data_dir("resources") / "color" / "srgb.icc").read_bytes()
