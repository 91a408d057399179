"""What the wheel carries: the vocabulary, the word lists, the questions and the page's parts travel with the code."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
from conftest import ROOT

from kg import __version__


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's wheel, built from the checkout in an environment of its own."""
    folder = tmp_path_factory.mktemp("wheel")
    options = ["--no-deps", "--quiet", "--disable-pip-version-check", "--no-cache-dir"]
    subprocess.run([sys.executable, "-m", "pip", "wheel", *options, "-w", str(folder), str(ROOT)], check=True)
    (path,) = folder.glob("newskg-*.whl")
    return path


@pytest.fixture(scope="module")
def unpacked(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("unpacked")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def files(folder: Path) -> set[str]:
    found = (p for p in folder.rglob("*") if p.is_file() and "__pycache__" not in p.parts)
    return {p.relative_to(folder).as_posix() for p in found}


def test_the_code_is_in_the_wheel_whole(unpacked: Path) -> None:
    assert files(unpacked / "kg") - {f"ontology/{name}" for name in files(ROOT / "ontology")} == files(ROOT / "kg")


def test_the_vocabulary_is_in_the_wheel_whole(unpacked: Path) -> None:
    packed = files(unpacked / "kg" / "ontology")
    assert packed == files(ROOT / "ontology")
    assert {"newskg.ttl", "events.ttl", "shapes.ttl", "places.tsv", "context.jsonld", "display.toml"} <= packed
    assert {"lexicon/status.toml", "lexicon/events/consult.toml", "queries/01-who-met-whom.rq"} <= packed


def test_nothing_else_is_in_the_wheel(unpacked: Path) -> None:
    assert {p.name for p in unpacked.iterdir()} == {"kg", f"newskg-{__version__}.dist-info"}


def test_the_wheel_names_its_command_licence_and_version(unpacked: Path) -> None:
    told = unpacked / f"newskg-{__version__}.dist-info"
    assert "kg = kg.cli:main" in (told / "entry_points.txt").read_text(encoding="utf-8")
    assert "License-Expression: Apache-2.0" in (told / "METADATA").read_text(encoding="utf-8")
    assert [p.name for p in told.rglob("LICENSE")] == ["LICENSE"]


def test_the_unpacked_wheel_finds_its_own_vocabulary(unpacked: Path, tmp_path: Path) -> None:
    code = "import kg, kg.ontology as o; print(kg.__file__); print(o.folder()); print(o.term('met'))"
    env = {**os.environ, "PYTHONPATH": str(unpacked)}
    run = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True, cwd=tmp_path, env=env
    )
    assert run.stdout.splitlines() == [
        str(unpacked / "kg" / "__init__.py"),
        str(unpacked / "kg" / "ontology"),
        "https://w3id.org/newskg/ontology#met",
    ]


def test_one_version_everywhere() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == __version__
    assert f"## {__version__} " in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
