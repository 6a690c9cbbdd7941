"""What a page's marks mean to whoever reads it without seeing it: headings, tables, lists, figures.

Every leaf of the structure is drawn between marks on one or more pages; whatever is drawn without a node is
furniture (rules, grounds, what repeats on each page).
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from reportlab.pdfgen.canvas import Canvas

Bounds = tuple[float, float, float, float]


@dataclass(eq=False, slots=True)
class Node:
    """A part of a document, named as PDF names it: `H1`, `P`, `Table`, `TH`, `L`, `LI`, `Figure` and so on.

    A leaf has `marks`: the page (from 1) and the number of the mark on it. `alt` and `bounds` (points from
    the lower left corner of the page) are a figure's, `scope` a heading cell's.
    """

    tag: str
    kids: "list[Node]" = field(default_factory=list)
    parent: "Node | None" = None
    alt: str = ""
    scope: str = ""
    bounds: Bounds | None = None
    marks: list[tuple[int, int]] = field(default_factory=list)

    def add(self, tag: str) -> "Node":
        """A new last part of this one."""
        return self.adopt(Node(tag))

    def adopt(self, kid: "Node") -> "Node":
        """Make a part that was made on its own the last one of this."""
        kid.parent = self
        self.kids.append(kid)
        return kid

    @property
    def top(self) -> "Node":
        return self if self.parent is None else self.parent.top


class Tags:
    """The structure of one document, in the order in which its parts are first drawn."""

    def __init__(self) -> None:
        self.root = Node("Document")
        self.marks_on: dict[int, list[Node]] = {}
        self._inside = False

    @contextmanager
    def marking(self, canvas: Canvas, node: Node | None) -> Iterator[None]:
        """What is drawn inside is `node`, furniture without one; inside another mark it belongs to that."""
        if self._inside:
            yield
            return
        self._inside = True
        canvas.addLiteral("/Artifact BMC" if node is None else self._begin(canvas, node))
        yield
        canvas.addLiteral("EMC")
        self._inside = False

    def _begin(self, canvas: Canvas, node: Node) -> str:
        if node.top is not self.root:
            self.root.adopt(node.top)
        page = canvas.getPageNumber()
        marks = self.marks_on.setdefault(page, [])
        node.marks.append((page, len(marks)))
        marks.append(node)
        return f"/{node.tag} <</MCID {len(marks) - 1}>> BDC"


@contextmanager
def marked(canvas: Canvas, node: Node | None) -> Iterator[None]:
    """What is drawn inside means `node`; None is furniture. A canvas without tags is left as it is."""
    tags = getattr(canvas, "tags", None)
    if not isinstance(tags, Tags):
        yield
        return
    with tags.marking(canvas, node):
        yield


def rows_of(table: Node, rows: int, columns: Sequence[str], heads: int) -> list[list[Node]]:
    """The cells of a table, the first `heads` rows as column headings; `columns` are the body's tags."""
    cells: list[list[Node]] = []
    for row in range(rows):
        line = table.add("TR")
        cells.append([line.add("TH" if row < heads else tag) for tag in columns])
        for cell in cells[-1]:
            if cell.tag == "TH":
                cell.scope = "Column" if row < heads else "Row"
    return cells
