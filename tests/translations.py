"""`make translations`: gathers the words of the windows into the .ts file, and lists what has no Spanish yet.

Qt's own lupdate sees no words behind an alias, in a table or in the layers without Qt, so the words are read
from Python's syntax tree here. The file is a plain Qt Linguist file and Linguist can edit it.
"""

import ast
import json
import re
import sys
import tomllib
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from mbb_desktop import clinical
from mbb_desktop.clinical.phrases import read_phrases
from mbb_desktop.ui.language import EVERYWHERE, PHRASES, read_forms
from mbb_desktop.workflow.read_audit import LOOKED
from tests.translated_words import ALSO, IN_PIECES, LAYERS, NOT_SHOWN, TABLES, TONES
from tests.workflow.test_read_audit import CHANGES

ROOT = Path(__file__).resolve().parent.parent
FILE = ROOT / "resources" / "translations" / "mbb_es.ts"
OPEN = ROOT / "out" / "untranslated.json"

Forms = tuple[str, ...]
"""One form, or for a count one and many; empty when it is not translated."""


@dataclass(frozen=True, slots=True)
class Found:
    """Words in the source: where first, in which contexts, and whether they have a plural."""

    source: str
    place: str
    contexts: frozenset[str] = frozenset()
    counted: bool = False
    kind: str = EVERYWHERE


@dataclass(slots=True)
class Module:
    """What one file calls, what its names stand for, and its functions that only translate."""

    path: Path
    calls: list[tuple[str, ast.Call]] = field(default_factory=list)
    constants: dict[str, ast.expr] = field(default_factory=dict)
    wrappers: set[str] = field(default_factory=set)


def words_of_windows() -> dict[str, Found]:
    """Everything that ui/ and app.py hand to Qt to be translated."""
    found: dict[str, Found] = {}
    for path in (*sorted((ROOT / "mbb_desktop" / "ui").glob("*.py")), ROOT / "mbb_desktop" / "app.py"):
        module = _module(path)
        for one in (*_of_module(module), *_tables(module)):
            former = found.get(one.source, one)
            found[one.source] = replace(
                former,
                contexts=former.contexts | one.contexts,
                counted=former.counted or one.counted,
            )
    return found


def _tables(module: Module) -> Iterator[Found]:
    for name in TABLES.get(module.path.stem, ()):
        for source in _leaves(module.constants[name]):
            yield Found(source, module.path.stem)


def _leaves(node: ast.expr) -> Iterator[str]:
    match node:
        case ast.Constant(value=str() as text):
            yield text
        case ast.Dict(values=values):
            for each in values:
                yield from _leaves(each.elts[0] if isinstance(each, ast.Tuple) else each)
        case ast.Tuple(elts=parts):
            for each in parts:
                yield from _leaves(each)


def _module(path: Path) -> Module:
    module = Module(path)
    waiting: list[tuple[str, ast.AST]] = [("", ast.parse(path.read_text(encoding="utf-8")))]
    while waiting:
        context, node = waiting.pop()
        if isinstance(node, ast.Call):
            module.calls.append((context, node))
        elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            module.constants[node.targets[0].id] = node.value
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value:
            module.constants[node.target.id] = node.value
        elif isinstance(node, ast.FunctionDef) and _only_translates(node):
            module.wrappers.add(node.name)
        inside = node.name if isinstance(node, ast.ClassDef) else context
        waiting.extend((inside, child) for child in reversed(_children(node)))
    return module


def _only_translates(node: ast.FunctionDef) -> bool:
    last = node.body[-1]
    if not (isinstance(last, ast.Return) and isinstance(last.value, ast.Call) and node.args.args):
        return False
    given = last.value.args
    return _called(last.value) == "translate" and len(given) == 2 and ast.unparse(given[1]) == _first(node)


def _first(node: ast.FunctionDef) -> str:
    return node.args.args[0].arg


def _called(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def _of_module(module: Module) -> Iterator[Found]:
    for context, node in module.calls:
        yield from _of_call(module, context, node)


def _children(node: ast.AST) -> list[ast.AST]:
    found: list[ast.AST] = []
    for value in vars(node).values():
        if isinstance(value, ast.AST):
            found.append(value)
        elif isinstance(value, list):
            found.extend(each for each in value if isinstance(each, ast.AST))
    return found


def _of_call(module: Module, context: str, node: ast.Call) -> Iterator[Found]:
    name, given = _called(node), node.args
    stands_for = module.constants.get(name)
    kind = stands_for.attr if isinstance(stands_for, ast.Attribute) else name
    if kind == "translate" and len(given) >= 2 and isinstance(given[0], ast.Constant):
        context, given = str(given[0].value), given[1:]
    elif kind != "tr" and name not in module.wrappers:
        return
    for source in _texts(module, given[0]) if given else ():
        yield Found(source, module.path.stem, frozenset({context}), len(given) > 2)


def _texts(module: Module, node: ast.expr, deep: int = 0) -> Iterator[str]:
    match node:
        case ast.Constant(value=str() as text):
            yield text
        case ast.IfExp(body=yes, orelse=no):
            yield from _texts(module, yes, deep)
            yield from _texts(module, no, deep)
        case ast.Dict(values=values):
            for each in values:
                yield from _texts(module, each, deep)
        case ast.Tuple(elts=parts) | ast.List(elts=parts):
            for each in parts:
                yield from _texts(module, each, deep)
        case ast.Subscript(value=ast.Name(id=name)) | ast.Name(id=name) if (
            name in module.constants and not deep
        ):
            yield from _texts(module, module.constants[name], 1)


def words_of_record() -> Iterator[Found]:
    """Clinical phrases, the values of enumerations, and the sentences of the layers without Qt."""
    for words in read_phrases(ROOT / "resources" / "phrases" / "en.toml").values():
        yield Found(words, "phrases", kind=PHRASES)
    yield from _enumerated()
    yield from _sentences_below()
    for path in sorted((ROOT / "resources" / "rules").glob("*.toml")):
        for rule in tomllib.loads(path.read_text(encoding="utf-8"))["rule"]:
            yield Found(rule["title"], "rules", kind=PHRASES)
    yield from (Found(event, "audit", kind=PHRASES) for event in sorted(LOOKED | CHANGES))
    yield from (Found(said, "levels", kind=PHRASES) for said in ALSO)
    for stem in IN_PIECES:
        path = ROOT / "mbb_desktop" / "ui" / f"{stem}.py"
        yield from (Found(said, stem, kind=PHRASES) for said in _sentences(path) if said not in TONES)


def _enumerated() -> Iterator[Found]:
    for module in iter_modules(clinical.__path__):
        for kind in vars(import_module(f"{clinical.__name__}.{module.name}")).values():
            if isinstance(kind, type) and issubclass(kind, Enum):
                yield from (Found(str(each.value), kind.__name__, kind=PHRASES) for each in kind)


def _sentences_below() -> Iterator[Found]:
    for layer in LAYERS:
        for path in sorted((ROOT / "mbb_desktop" / layer).glob("*.py")):
            if path.stem not in NOT_SHOWN:
                said = filter(_is_sentence, _sentences(path))
                yield from (Found(each, path.stem, kind=PHRASES) for each in said)


def _sentences(path: Path) -> Iterator[str]:
    waiting: list[ast.AST] = [ast.parse(path.read_text(encoding="utf-8"))]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value.strip()
        elif isinstance(node, ast.JoinedStr):
            yield _numbered(node).strip()
        elif not (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)):  # no docstrings
            waiting.extend(reversed(_children(node)))


def _numbered(node: ast.JoinedStr) -> str:
    said, count = "", 0
    for part in node.values:
        if isinstance(part, ast.Constant):
            said += str(part.value)
        else:
            said, count = f"{said}{{{count}}}", count + 1
    return said


def _is_sentence(said: str) -> bool:
    begins = said[:1].isupper() or said.startswith(("{", "“"))
    return begins and len(said.split()) >= 3 and said[-1] in ".?" and "\n" not in said


def everything() -> dict[str, Found]:
    """All words by source, the windows' first."""
    found = words_of_windows()
    for one in words_of_record():
        if any(map(str.isalpha, re.sub(r"\{\w*\}", "", one.source))):
            former = found.get(one.source, one)
            found[one.source] = replace(former, kind=PHRASES)
    return found


def write(found: Mapping[str, Found], known: Mapping[tuple[str, str], Forms]) -> None:
    """The .ts file anew: what is gone from the source leaves it, exceptions of one context stay."""
    root = ET.Element("TS", version="2.1", language="es", sourcelanguage="en")
    for kind in (EVERYWHERE, PHRASES):
        _add_context(root, kind, (one for one in found.values() if one.kind == kind), known, kind)
    exceptions = sorted({context for context, _ in known} - {EVERYWHERE, PHRASES})
    for context in exceptions:
        kept = [one for one in found.values() if context in one.contexts and (context, one.source) in known]
        _add_context(root, context, kept, known, context)
    ET.indent(root, "  ")
    text = ET.tostring(root, encoding="unicode")
    FILE.parent.mkdir(parents=True, exist_ok=True)
    FILE.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{text}\n', encoding="utf-8")


def _add_context(
    root: ET.Element, name: str, found: Iterable[Found], known: Mapping[tuple[str, str], Forms], kind: str
) -> None:
    context = ET.SubElement(root, "context")
    ET.SubElement(context, "name").text = name
    for one in found:
        message = ET.SubElement(context, "message", {"numerus": "yes"} if one.counted else {})
        ET.SubElement(message, "location", filename=one.place)
        ET.SubElement(message, "source").text = one.source
        _add_forms(message, one, known.get((kind, one.source), ()))


def _add_forms(message: ET.Element, one: Found, forms: Forms) -> None:
    done = len(forms) == (2 if one.counted else 1) and all(forms)
    translation = ET.SubElement(message, "translation", {} if done else {"type": "unfinished"})
    if not one.counted:
        translation.text = "".join(forms[:1])
        return
    for form in (*forms, "", "")[:2]:
        ET.SubElement(translation, "numerusform").text = form


def known_forms() -> dict[tuple[str, str], Forms]:
    """What is translated so far, by context and source; words that moved keep their translation."""
    forms = read_forms(FILE) if FILE.exists() else {}
    moved = {
        (kind, source): said for (context, source), said in forms.items() for kind in (EVERYWHERE, PHRASES)
    }
    return {**{key: said for key, said in moved.items() if key[0] != key[1]}, **forms}


def filled(path: Path) -> dict[tuple[str, str], Forms]:
    """Translations from a JSON file: `{"Save": "Guardar", "%n waiting": ["%n en espera", "%n en espera"]}`.

    `"SomeContext::Open"` is for one context alone.
    """
    said: dict[tuple[str, str], Forms] = {}
    for key, value in json.loads(path.read_text(encoding="utf-8")).items():
        context, _, source = key.rpartition("::")
        forms = (value,) if isinstance(value, str) else tuple(value)
        for kind in (context,) if context else (EVERYWHERE, PHRASES):
            if any(forms):
                said[kind, source] = forms
    return said


def missing(found: Mapping[str, Found], known: Mapping[tuple[str, str], Forms]) -> list[str]:
    """The words that have no Spanish yet."""
    return [source for source, one in found.items() if (one.kind, source) not in known]


def main(arguments: list[str]) -> int:
    """Fill in the files that are named, write the .ts file, and say what is missing."""
    known = known_forms()
    for name in arguments:
        known |= filled(Path(name))
    found = everything()
    write(found, known)
    left = missing(found, known)
    to_fill = {source: ["", ""] if found[source].counted else "" for source in left}
    OPEN.parent.mkdir(exist_ok=True)
    OPEN.write_text(json.dumps(to_fill, ensure_ascii=False, indent=1), encoding="utf-8")
    for source in left:
        print(f"{found[source].place}: {source}")
    print(f"{len(found) - len(left)} of {len(found)} translated; the rest is in {OPEN.relative_to(ROOT)}.")
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
