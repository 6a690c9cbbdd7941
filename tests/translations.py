"""`make translations`: gathers the words of the windows into the .ts file, and lists what has no Spanish yet.

Qt's own lupdate sees no words behind an alias, in a table or in the layers without Qt, so the words are read
from Python's syntax tree here. The file is a plain Qt Linguist file and Linguist can edit it.
"""

import ast
import json
import sys
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

ROOT = Path(__file__).resolve().parent.parent
FILE = ROOT / "resources" / "translations" / "mbb_es.ts"
OPEN = ROOT / "out" / "untranslated.json"

Forms = tuple[str, ...]
"""One form, or for a count one and many; empty when it is not translated."""

LAYERS = ("clinical", "interop", "storage", "workflow")
"""Where sentences for a person are made without Qt. What is said of a rule file is for the command line."""
NOT_SHOWN = frozenset({"check_rules", "data_file", "codec", "rules", "rule_table", "tables", "note_criteria"})
IN_PIECES = ("performed_words", "read_back", "room_words", "read_back")
"""Modules of ui that build words of the record from pieces; their pieces are templates too."""


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
    """One file's syntax tree with what its names stand for."""

    path: Path
    tree: ast.Module
    constants: dict[str, ast.expr] = field(default_factory=dict)
    wrappers: frozenset[str] = frozenset()
    aliases: frozenset[str] = frozenset()


def words_of_windows() -> dict[str, Found]:
    """Everything that ui/ and app.py hand to Qt to be translated."""
    found: dict[str, Found] = {}
    for path in (*sorted((ROOT / "mbb_desktop" / "ui").glob("*.py")), ROOT / "mbb_desktop" / "app.py"):
        for one in _of_module(_module(path)):
            former = found.get(one.source, one)
            found[one.source] = replace(
                former,
                contexts=former.contexts | one.contexts,
                counted=former.counted or one.counted,
            )
    return found


def _module(path: Path) -> Module:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    module = Module(path, tree)
    wrappers, aliases = set(), {"translate", "tr"}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            module.constants[node.targets[0].id] = node.value
            if isinstance(node.value, ast.Attribute) and node.value.attr in ("translate", "tr"):
                aliases.add(node.targets[0].id)
        elif isinstance(node, ast.FunctionDef) and _only_translates(node):
            wrappers.add(node.name)
    module.wrappers, module.aliases = frozenset(wrappers), frozenset(aliases)
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
    for context, node in _calls(module.tree, ""):
        yield from _of_call(module, context, node)


def _calls(tree: ast.AST, context: str) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Call):
            yield context, node
        yield from _calls(node, node.name if isinstance(node, ast.ClassDef) else context)


def _of_call(module: Module, context: str, node: ast.Call) -> Iterator[Found]:
    name, given = _called(node), node.args
    as_alias = module.constants.get(name) if name in module.aliases else None
    kind = as_alias.attr if isinstance(as_alias, ast.Attribute) else name
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
    for module in iter_modules(clinical.__path__):
        for kind in vars(import_module(f"{clinical.__name__}.{module.name}")).values():
            if isinstance(kind, type) and issubclass(kind, Enum):
                yield from (Found(str(each.value), kind.__name__, kind=PHRASES) for each in kind)
    for layer in LAYERS:
        for path in sorted((ROOT / "mbb_desktop" / layer).glob("*.py")):
            if path.stem not in NOT_SHOWN:
                yield from (
                    Found(said, path.stem, kind=PHRASES) for said in _sentences(path) if _is_sentence(said)
                )
    for stem in IN_PIECES:
        path = ROOT / "mbb_desktop" / "ui" / f"{stem}.py"
        yield from (
            Found(said, stem, kind=PHRASES) for said in _sentences(path) if any(map(str.isalpha, said))
        )


def _sentences(path: Path) -> Iterator[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    inside: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):
            inside.add(id(node.value))
        elif isinstance(node, ast.JoinedStr):
            inside.update(id(part) for part in ast.walk(node) if part is not node)
    for node in ast.walk(tree):
        if id(node) in inside:
            continue
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value.strip()
        elif isinstance(node, ast.JoinedStr):
            yield _numbered(node).strip()


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
        if any(map(str.isalpha, one.source)):
            found.setdefault(one.source, one)
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


def main(arguments: list[str]) -> int:
    """Fill in the files that are named, write the .ts file, and say what is missing."""
    known = known_forms()
    for name in arguments:
        known |= filled(Path(name))
    found = everything()
    write(found, known)
    missing = {s: ["", ""] if one.counted else "" for s, one in found.items() if (one.kind, s) not in known}
    OPEN.parent.mkdir(exist_ok=True)
    OPEN.write_text(json.dumps(missing, ensure_ascii=False, indent=1), encoding="utf-8")
    for source in missing:
        print(f"{found[source].place}: {source}")
    print(f"{len(found) - len(missing)} of {len(found)} translated; the rest is in {OPEN.relative_to(ROOT)}.")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
