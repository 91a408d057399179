"""Who may import what: extractors never touch RDF, RDF code never touches spaCy, and modules stay small."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import ROOT

MODULES = sorted((ROOT / "kg").rglob("*.py"))
# A library, and the modules (files, or folders ending in a slash) that alone may import it.
WALLS = {
    "spacy": ("articles_to_docs/", "docs_to_claims/"),
    "rdflib": ("claims_to_rdf/", "rdf_", "ontology.py"),
    "pyoxigraph": ("claims_to_rdf/", "rdf_", "ontology.py"),
    "oxrdflib": ("claims_to_rdf/", "rdf_"),
    "networkx": ("rdf_to_network", "network_to_page"),
    "pyvis": ("network_to_page/",),
    "typer": ("cli/",),
    "rich": ("cli/",),
    "trafilatura": ("sources_to_articles/",),
    "datasketch": ("articles_to_support/",),
}
# A stage, and those it may know: data moves one way, and what passes from claims to RDF is the record alone.
EARLIER = {
    "sources_to_articles": (),
    "articles_to_docs": (),
    "docs_to_claims": ("articles_to_docs",),
    "articles_to_support": (),
    "claims_to_entities": ("articles_to_support",),
    "claims_to_rdf": ("articles_to_support", "claims_to_entities"),
    "claims_to_store": ("articles_to_support", "claims_to_entities", "claims_to_rdf"),
    "rdf_store": (),
    "rdf_to_answers": ("rdf_store",),
    "rdf_to_issues": ("rdf_store", "claims_to_rdf"),
    "rdf_to_network": ("rdf_store",),
    "rdf_to_report": (),
    "network_to_page": ("rdf_to_network",),
}
HEAVY = ("spacy", "rdflib", "pyoxigraph", "networkx", "pyvis", "typer", "rich", "trafilatura", "pydantic", "datasketch")


def name(path: Path) -> str:
    return path.relative_to(ROOT / "kg").as_posix()


def imported(path: Path) -> Iterator[str]:
    """The full names of the modules a file imports, anywhere in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield node.module or ""


@pytest.mark.parametrize("library", WALLS)
def test_a_library_stays_behind_its_wall(library: str) -> None:
    users = [name(p) for p in MODULES if any(m.split(".")[0] == library for m in imported(p))]
    assert users
    assert [u for u in users if not u.startswith(WALLS[library])] == []


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_data_moves_one_way(path: Path) -> None:
    stage = name(path).split("/")[0].removesuffix(".py")
    if stage in EARLIER:
        known = {m.split(".")[1] for m in imported(path) if m.startswith("kg.")} & EARLIER.keys()
        assert known <= {stage, *EARLIER[stage]}


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_modules_stay_small(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_nothing_is_hidden_in_docs_or_named_after_nothing(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert not {"utils", "helpers", "common", "manager", "misc"} & {*path.parts, path.stem}
    assert not [n for n in ast.walk(tree) if isinstance(n, ast.Attribute) and n.attr in ("set_extension", "_")]


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_no_clock_and_no_chance(path: Path) -> None:
    """Same input, same bytes: no module asks what time it is, or draws a number."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    asked = {ast.unparse(n.func) for n in ast.walk(tree) if isinstance(n, ast.Call)}
    assert not {a for a in asked if a.endswith(("date.today", "datetime.now", "datetime.today", "datetime.utcnow"))}
    assert not {m.split(".")[0] for m in imported(path)} & {"random", "time", "uuid", "secrets"}


@pytest.mark.parametrize("module", ["kg", "kg.records", "kg.errors", "kg.claims_jsonl"])
def test_importing_the_front_is_cheap(module: str) -> None:
    code = f"import sys, {module}; print(*sorted(m for m in {HEAVY!r} if m in sys.modules))"
    found = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True, cwd=ROOT)
    assert found.stdout.strip() == ""


def test_resolving_claims_needs_neither_parser_nor_graph_library() -> None:
    heavy = ("spacy", "rdflib", "networkx")
    code = f"import sys, kg.claims_to_entities; print(*sorted(m for m in {heavy!r} if m in sys.modules))"
    found = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True, cwd=ROOT)
    assert found.stdout.strip() == ""


def test_the_public_names_are_there() -> None:
    import kg
    from kg.pipeline import build, extract
    from kg.settings import Settings

    assert (kg.build, kg.extract, kg.Settings) == (build, extract, Settings)
    assert set(kg.__all__) <= {*dir(kg), "build", "extract", "Settings"}
    with pytest.raises(AttributeError, match="no attribute 'buidl'"):
        _ = kg.buidl
