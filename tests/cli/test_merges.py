"""``kg merges``: list, explain, undo."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from claims_to_entities.told import Story, told
from conftest import Ended

from kg.claims_jsonl import dumps

Kg = Callable[..., Ended]


@pytest.fixture
def claims(tmp_path: Path) -> Path:
    """Two articles with one person and one event in common; "claims.jsonl" in a folder, as a build leaves it."""
    stories = Story("a"), Story("b")
    for story in stories:
        story.event(
            "Ana Ruiz met Joel Marn in Halm.",
            "met",
            "consult",
            participant=("Ana Ruiz", "Joel Marn"),
            date="2031-05-08",
        )
    stories[1].event("Eva Lind stayed away.", "stayed", "other", agent="Eva Lind")
    (tmp_path / "claims.jsonl").write_text("".join(dumps(r) + "\n" for r in told(*stories)), encoding="utf-8")
    return tmp_path


def test_merges_are_listed(kg: Kg, claims: Path) -> None:
    ended = kg("merges", "list", claims)
    assert (ended.code, ended.err) == (0, "")
    head, *rows = [line.split() for line in ended.out.splitlines() if line.strip("- ")]
    assert head == ["id", "type", "members", "articles", "names"]
    assert [(r[0], r[2], r[3]) for r in rows] == [("Ana_Ruiz", "2", "2"), ("Joel_Marn", "2", "2")]


def test_merged_events_are_listed(kg: Kg, claims: Path) -> None:
    ended = kg("merges", "list", claims / "claims.jsonl", "--events", "--format", "json")
    (event,) = [json.loads(line) for line in ended.out.splitlines()]
    assert (event["type"], len(event["members"])) == ("consult", 2)
    assert event["reasons"]


def test_a_merge_is_explained(kg: Kg, claims: Path) -> None:
    ended = kg("merges", "explain", claims, "ana ruiz")
    lines = ended.out.splitlines()
    assert lines[0] == "Ana Ruiz (person, Ana_Ruiz)"
    assert [line.split()[0] for line in lines[2:4]] == ["a:n0", "b:n0"]
    assert "[b.txt]" in lines[3]
    assert lines[4] == "  because:"
    assert all(line.strip() for line in lines[5:])
    assert lines[5:]


def test_a_merge_is_undone_in_the_users_file(kg: Kg, claims: Path, tmp_path: Path) -> None:
    file = tmp_path / "merges.toml"
    ended = kg("merges", "undo", claims, "a:n0", "b:n0", "--file", file, "--why", "mother and daughter")
    how = f"`kg build {claims / 'claims.jsonl'} -o {claims} --merges {file}` applies it"
    assert ended == (0, "", f"{file}: a:n0 and b:n0 are not the same; {how}\n")
    assert kg(*how.split("`")[1].split()[1:]).code == 0
    assert "nothing of that name or id is merged" in kg("merges", "explain", claims, "Ana Ruiz", "--file", file).err
    things = [{"name": "Ana Ruiz", "type": "person", "article": key} for key in "ab"]
    assert tomllib.loads(file.read_text(encoding="utf-8")) == {
        "not_same": [{"things": things, "why": "mother and daughter"}]
    }
    assert "stood there already" in kg("merges", "undo", claims, "b:n0", "a:n0", "--file", file).err


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("explain", "Eva Lind"), "kg: 'Eva Lind': nothing of that name or id is merged"),
        (("undo", "Ana Ruiz", "Eva Lind"), "kg: 'Ana Ruiz' and 'Eva Lind' are not merged"),
        (("list", "--format", "csv"), "kg: format 'csv': expected table or json"),
    ],
)
def test_errors_are_one_line(kg: Kg, claims: Path, args: tuple[str, ...], message: str) -> None:
    command, *rest = args
    ended = kg("merges", command, claims, *rest)
    assert (ended.code, ended.out, ended.err.count("\n")) == (2, "", 1)
    assert ended.err.startswith(message)


def test_alone_it_explains_itself(kg: Kg) -> None:
    ended = kg("merges")
    assert (ended.code, ended.err) == (0, "")
    assert all(word in ended.out for word in ("list", "explain", "undo"))


def test_a_store_without_its_claims_file_is_read_too(kg: Kg, claims: Path, tmp_path: Path) -> None:
    assert kg("build", claims / "claims.jsonl", "-o", tmp_path / "out").code == 0
    before = kg("merges", "list", tmp_path / "out")
    (tmp_path / "out" / "claims.jsonl").unlink()
    assert kg("merges", "list", tmp_path / "out") == before == kg("merges", "list", claims)


def test_claims_that_are_not_there_are_one_line(kg: Kg, tmp_path: Path) -> None:
    ended = kg("merges", "list", tmp_path / "nowhere")
    assert (ended.code, ended.err.count("\n")) == (2, 1)
    assert "No such file" in ended.err
