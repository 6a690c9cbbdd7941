"""Facts about the project's files that no tool checks."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("mbb_desktop", "tests", "alembic", "resources", "docs", "benchmarks", ".ci")
REGISTRY_HOSTS = re.compile(r"(?:pypi|pythonhosted|npmjs|debian|ubuntu)\.(?:org|com|io|net)")
MODULES = sorted((ROOT / "mbb_desktop").rglob("*.py"))


def _text_files() -> Iterator[Path]:
    inside = [path for folder in FOLDERS for path in (ROOT / folder).rglob("*") if path.is_file()]
    top = [path for path in ROOT.iterdir() if path.is_file() and path.name != "uv.lock"]
    return (
        path for path in inside + top if path.suffix not in {".ttf", ".png", ".pdf", ".pyc", ".db", ".qm"}
    )


def test_the_migrations_folder_does_not_hide_the_alembic_library() -> None:
    assert not (ROOT / "alembic" / "__init__.py").exists()


def test_the_lock_names_no_address() -> None:
    assert "://" not in (ROOT / "requirements.lock").read_text(encoding="utf-8")


def test_every_locked_package_has_hashes() -> None:
    packages = re.split(r"\n(?=\S)", (ROOT / "requirements.lock").read_text(encoding="utf-8").strip())
    assert len(packages) > 20
    assert [text.split()[0] for text in packages if "--hash=sha256:" not in text] == []


def test_no_file_names_a_package_registry() -> None:
    found = [
        path for path in _text_files() if REGISTRY_HOSTS.search(path.read_text("utf-8", errors="ignore"))
    ]
    assert found == []


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_module_says_what_it_is_for(module: Path) -> None:
    assert ast.get_docstring(ast.parse(module.read_text(encoding="utf-8")))
