"""``kg link``: claims in, claims with the identifiers of the user's table out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from claims_to_entities.told import Story, told
from conftest import Ended

from kg.claims_jsonl import dumps, loads
from kg.records import Entity, Issue

Kg = Callable[..., Ended]

TABLE = "label,alias,id,type\nAna Ruiz,,Q901,person\nHalm,,Q904,place\nHalm,,Q905,place\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "who.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def claims(*names: tuple[str, str]) -> str:
    story = Story("a")
    for name, kind in names:
        story.entity(name, kind)
        story.event(f"{name} was there.", "was", "other", agent=name)
    return "".join(dumps(r) + "\n" for r in told(story))


def test_entities_get_the_identifiers_of_the_table(kg: Kg, table: Path, tmp_path: Path) -> None:
    given = claims(("Ana Ruiz", "person"), ("Eva Lind", "person"))
    source = tmp_path / "claims.jsonl"
    source.write_text(given, encoding="utf-8")
    for ended in (kg("link", source, "--table", table), kg("link", tmp_path, "--table", table)):
        assert (ended.code, ended.err) == (0, f"1 of 2 entities linked by {table}\n")
        before, after = (list(loads(text.splitlines())) for text in (given, ended.out))
        assert [r for r in after if not isinstance(r, Entity)] == [r for r in before if not isinstance(r, Entity)]
        links = {r.name: r.same_as for r in after if isinstance(r, Entity)}
        assert links == {"Ana Ruiz": ("http://www.wikidata.org/entity/Q901",), "Eva Lind": ()}


def test_doubts_are_told_and_kept_with_the_claims(kg: Kg, table: Path, tmp_path: Path) -> None:
    linked = tmp_path / "linked.jsonl"
    ended = kg("link", "-", "--table", table, "-o", linked, stdin=claims(("Halm", "place")))
    assert (ended.code, ended.out) == (1, "")
    assert ended.err.startswith('warning: "Halm" (place) may be ')
    *_, issue = loads(linked.read_text(encoding="utf-8").splitlines())
    assert isinstance(issue, Issue)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ("Q901,human", "kg: who.csv: line 2: type 'human': expected one of person, "),
        ("P31,person", "kg: who.csv: line 2: id 'P31': expected a Wikidata id"),
    ],
)
def test_a_bad_table_is_one_line(kg: Kg, table: Path, change: str, message: str) -> None:
    table.write_text(TABLE.replace("Q901,person", change), encoding="utf-8")
    ended = kg("link", "-", "--table", table, stdin=claims(("Ana Ruiz", "person")))
    assert (ended.code, ended.out, ended.err.count("\n")) == (2, "", 1)
    assert ended.err.startswith(message)


def test_claims_that_are_none_are_one_line(kg: Kg, table: Path, tmp_path: Path) -> None:
    for given in ("nowhere.jsonl", table):
        ended = kg("link", tmp_path / given, "--table", table)
        assert (ended.code, ended.err.count("\n")) == (2, 1)
