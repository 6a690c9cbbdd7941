"""Where files are looked for."""

import subprocess
import sys
from pathlib import Path

import pytest

from mbb_desktop import paths


def test_a_checkout_uses_the_folders_beside_the_package() -> None:
    assert paths.data_dir("resources") == Path(paths.__file__).parent.parent / "resources"
    assert paths.data_dir("alembic").is_dir()


def test_an_installed_package_uses_the_folders_inside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "_alembic").mkdir()
    monkeypatch.setattr(paths, "_PACKAGE", tmp_path)
    assert paths.data_dir("alembic") == tmp_path / "_alembic"


def test_the_sample_clinic_lies_beside_the_real_one() -> None:
    assert paths.sample_vault().name == "sample"
    assert paths.sample_vault().parent == paths.default_vault().parent


def test_asking_where_files_go_creates_nothing(tmp_path: Path) -> None:
    ask = (
        "from mbb_desktop import paths as p; p.default_vault(); p.sample_vault(); p.state_dir(); p.log_dir()"
    )
    subprocess.run(
        [sys.executable, "-c", ask],
        env={"HOME": str(tmp_path)},
        cwd=paths.data_dir("alembic").parent,
        check=True,
    )
    assert list(tmp_path.iterdir()) == []
