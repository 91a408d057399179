"""``--links`` and ``--merges``: the user's word on names, heeded by every command that makes or changes a graph."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from claims_to_entities.told import Story, told
from conftest import Ended

from kg.claims_jsonl import dumps
from kg.store_to_files import FILES

Kg = Callable[..., Ended]

TABLE = "label,alias,id,type\nAna Ruiz,,Q901,person\nPort of Halm,Halm Port,Q902,organization\n"
APART = '[[not_same]]\nthings = [{ name = "Ana Ruiz", article = "a" }, "Ana Ruiz"]\n'
LINK = "<http://www.wikidata.org/entity/Q901>"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with the claims of three articles, a table of identifiers and verdicts."""
    for name in "abc":
        story = Story(name).entity("Port of Halm", "organization")
        story.event(
            "Ana Ruiz met Joel Marn.", "met", "consult", agent="Ana Ruiz", patient="Joel Marn", date="2031-05-08"
        )
        story.sentence(f"Report {name}.")
        story.event("Port of Halm paid Ana Ruiz.", "paid", "transaction", agent="Port of Halm", patient="Ana Ruiz")
        (tmp_path / f"{name}.jsonl").write_text("".join(dumps(r) + "\n" for r in told(story)), encoding="utf-8")
    (tmp_path / "who.csv").write_text(TABLE, encoding="utf-8")
    (tmp_path / "no-one.csv").write_text("label,alias,id,type\n", encoding="utf-8")
    (tmp_path / "apart.toml").write_text(APART, encoding="utf-8")
    (tmp_path / "nothing.toml").write_text("", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def files(folder: Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in FILES}


def graph(folder: Path) -> str:
    return (folder / "graph.nq").read_text(encoding="utf-8")


def test_a_table_links_what_is_built_and_says_why(kg: Kg, folder: Path) -> None:
    assert kg("build", "a.jsonl", "-o", "out", "--links", "who.csv").code == 0
    assert LINK in graph(folder / "out")
    why = "SELECT ?why { ?x schema:sameAs wd:Q901 ; nkg:reason ?why FILTER(STRSTARTS(?why, 'http')) }"
    assert 'Q901: ""Ana Ruiz"" is the label in who.csv line 2' in kg("query", "out", why, "--format", "csv").out
    rows = kg("query", "out", "identifiers", "-p", "who=ana ruiz", "--format", "csv").out.splitlines()
    assert rows[1].split(",")[-3:] == ["2", "0.95", "0.95"]


def test_the_table_may_stand_in_the_settings(kg: Kg, folder: Path) -> None:
    (folder / "kg.toml").write_text('links = "who.csv"\nmerges = "apart.toml"\n', encoding="utf-8")
    assert kg("build", "a.jsonl", "b.jsonl", "-o", "out").code == 0
    assert LINK in graph(folder / "out")
    assert kg("merges", "list", "out", "--format", "json").out.count("Ana Ruiz") == 0
    assert (
        kg("merges", "list", "out", "--format", "json", "--file", "nothing.toml").out.count('"label": "Ana Ruiz"') == 1
    )


def test_extract_links_too(kg: Kg, folder: Path) -> None:
    text = "Talks in Larvik\n\nMarch 5, 2024\n\nTransport Minister Ida Moen met union leader Per Aune in Oslo.\n"
    (folder / "a.txt").write_text(text, encoding="utf-8")
    (folder / "who.csv").write_text("label,alias,id,type\nIda Moen,,Q909,person\n", encoding="utf-8")
    assert "Q909" in kg("extract", "a.txt", "--links", "who.csv").out
    assert "Q909" not in kg("extract", "a.txt").out


@pytest.mark.parametrize("user", [("--links", "who.csv"), ("--merges", "apart.toml")])
def test_added_one_by_one_is_built_at_once(kg: Kg, folder: Path, user: tuple[str, str]) -> None:
    """Whether the file was there from the beginning or came when all was in the store already."""
    kg("build", "a.jsonl", "b.jsonl", "c.jsonl", "-o", "once", *user)
    for out, first in (("always", user), ("late", ())):
        kg("add", "b.jsonl", "-o", out, *first, "--no-page")
        kg("add", "a.jsonl", "-o", out, *first)
        assert kg("add", "c.jsonl", "-o", out, *user).code == 0
        assert files(folder / out) == files(folder / "once")
    kg("build", "a.jsonl", "b.jsonl", "-o", "two", *user)
    assert kg("remove", "c.txt", "-o", "late", *user).code == 0
    assert files(folder / "late") == files(folder / "two")


@pytest.mark.parametrize(
    ("flag", "given", "empty"), [("--links", "who.csv", "no-one.csv"), ("--merges", "apart.toml", "nothing.toml")]
)
def test_nothing_is_taken_back_by_chance(kg: Kg, folder: Path, flag: str, given: str, empty: str) -> None:
    kg("build", "a.jsonl", "b.jsonl", "-o", "out", flag, given)
    before = files(folder / "out")
    for command in (("add", "c.jsonl"), ("remove", "a.txt")):
        ended = kg(*command, "-o", "out")
        assert (ended.code, ended.err.count("\n")) == (2, 1)
        assert ended.err.startswith(f"kg: this store was made with {given}: give it again with {flag}, or one")
    assert files(folder / "out") == before
    kg("add", "c.jsonl", "-o", "out", flag, empty)
    kg("build", "a.jsonl", "b.jsonl", "c.jsonl", "-o", "plain")
    assert files(folder / "out") == files(folder / "plain")
    assert kg("remove", "a.txt", "-o", "out").code == 0


def test_a_slip_of_the_pen_is_told(kg: Kg, folder: Path) -> None:
    (folder / "merges.toml").write_text('[[same]]\nthings = ["Joel Marn", "Joel Marm"]\n', encoding="utf-8")
    ended = kg("build", "a.jsonl", "-o", "out")
    assert ended.code == 1
    assert 'warning: merges.toml: same[1].things[2]: "joel marm" is nowhere\n' in ended.err
    assert "joel marm" in (folder / "out" / "issues.jsonl").read_text(encoding="utf-8")


def test_what_two_rows_could_mean_is_told_with_and_without_a_page(kg: Kg, folder: Path) -> None:
    (folder / "who.csv").write_text(f"{TABLE}Ana Ruiz,,Q903,person\n", encoding="utf-8")
    for more in ((), ("--no-page",)):
        ended = kg("add", "a.jsonl", "-o", f"out{len(more)}", "--links", "who.csv", *more)
        assert ended.code == 1
        assert ended.err.count('warning: "Ana Ruiz" (person) may be ') == 1


BAD = [
    (("--links", "nowhere.csv"), "nowhere.csv: cannot be read: No such file"),
    (("--links", "nothing.toml"), "nothing.toml: line 1: no column 'label'"),
    (("--links", "apart.toml"), "apart.toml: line 1: no column 'label'"),
    (("--merges", "nowhere.toml"), "nowhere.toml: no such file"),
    (("--merges", "who.csv"), "who.csv: not valid TOML: "),
]


@pytest.mark.parametrize("command", ["build", "add"])
@pytest.mark.parametrize(("user", "message"), BAD)
def test_a_bad_file_is_one_line_and_nothing_is_made(
    kg: Kg, folder: Path, command: str, user: tuple[str, str], message: str
) -> None:
    ended = kg(command, "a.jsonl", "-o", "out", *user)
    assert (ended.code, ended.out, ended.err.count("\n")) == (2, "", 1)
    assert ended.err.startswith(f"kg: {message}")
    assert not (folder / "out").exists()


def test_one_bad_file_of_claims_costs_only_itself(kg: Kg, folder: Path) -> None:
    (folder / "broken.jsonl").write_text('{"kind": \n', encoding="utf-8")
    (folder / "empty.jsonl").write_text("", encoding="utf-8")
    ended = kg("build", "broken.jsonl", "a.jsonl", "empty.jsonl", "none.jsonl", "-o", "out")
    assert ended.code == 1
    assert ended.err.splitlines()[:4] == [
        "error: broken.jsonl: line 1 is not JSON: Expecting value",
        "error: empty.jsonl: empty",
        "error: none.jsonl: No such file or directory",
        next(line for line in ended.err.splitlines() if line.startswith("1 articles, 2 claims, ")),
    ]


@pytest.mark.usefixtures("folder")
def test_claims_are_no_article(kg: Kg) -> None:
    ended = kg("extract", "a.jsonl")
    assert (ended.code, ended.err) == (1, "error: a.jsonl: claims, no article (`kg build` takes them)\n")


def test_a_store_that_was_emptied_still_answers(kg: Kg, folder: Path) -> None:
    kg("build", "a.jsonl", "-o", "out")
    assert "a.txt" in kg("query", "out", "articles").out
    assert "now 0 articles, 0 claims, 0 entities, 0 facts" in kg("remove", "a.txt", "-o", "out").err
    assert graph(folder / "out") == ""
    for command in (("merges", "list"), ("check",), ("export",)):
        assert kg(*command, "out").code == 0
    assert kg("query", "out", "articles").out == "(nothing found)\n"
    assert "no claims in this folder" in kg("merges", "list", folder).err
