"""What the built wheel carries."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Names of the files in a wheel built from this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as wheel:
        return set(wheel.namelist())


def _files(folder: str, inside: str) -> set[str]:
    """The files of a folder as the wheel should name them, without compiled ones."""
    paths = (path for path in (ROOT / folder).rglob("*") if path.is_file() and path.suffix != ".pyc")
    return {f"mbb_desktop/{inside}/{path.relative_to(ROOT / folder).as_posix()}" for path in paths}


@pytest.mark.parametrize(("folder", "inside"), [("alembic", "_alembic"), ("resources", "_resources")])
def test_the_wheel_carries_the_folder_inside_the_package(shipped: set[str], folder: str, inside: str) -> None:
    carried = {name for name in shipped if name.startswith(f"mbb_desktop/{inside}/")}
    assert carried == _files(folder, inside)


def test_the_wheel_carries_every_module(shipped: set[str]) -> None:
    modules = {path.relative_to(ROOT).as_posix() for path in (ROOT / "mbb_desktop").rglob("*.py")}
    assert modules <= shipped


def test_the_wheel_carries_nothing_compiled_and_no_tests(shipped: set[str]) -> None:
    assert [name for name in shipped if "__pycache__" in name or name.startswith("tests/")] == []
