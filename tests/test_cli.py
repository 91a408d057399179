"""Every command by what it writes and how it ends: 0 fine, 1 issues found, 2 error in one line."""

from __future__ import annotations

import csv
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import EXAMPLES, Ended

from kg.claims_jsonl import loads
from kg.records import Article, Entity, Issue

Kg = Callable[..., Ended]

GOOD = (
    "Ferry crews walk out in Larvik\n\nMarch 5, 2024\n\n"
    "Ferry crews walked out in Larvik on Monday, the union said. "
    "Transport Minister Ida Moen met union leader Per Aune in Oslo on Tuesday. “We will talk again,” Moen said.\n"
)
BAD = {
    "missing": (None, "no such file"),
    "empty.txt": (b"", "empty"),
    "blank.txt": (b" \n\t\n", "empty"),
    "binary.txt": (b"%PDF-1.7\x00\x01\x02\xff", "binary"),
    "latin1.txt": ("Der Präsident traf die Königin.".encode("latin-1"), "not UTF-8"),
    "german.txt": (("Der Minister sprach gestern mit der Gewerkschaft in Köln. " * 8).encode(), "not English"),
    "digits.txt": (b"12 34 56\n", "no words"),
    "menu.html": (b"<html><body><nav><a href='/a'>Home</a> <a href='/b'>Sport</a></nav></body></html>", "no article"),
    "huge.txt": (b"The ship sailed on. " * 524_288, "10,485,760 characters"),
    "huge.html": (b"<html><body>" + b"<p>The ship sailed on.</p>\n" * 420_000 + b"</body></html>", "characters"),
}


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.txt"
    path.write_text(GOOD, encoding="utf-8")
    return path


def lines(text: str) -> list[str]:
    return text.splitlines()


# build


def test_build_makes_everything(kg: Kg, good: Path, tmp_path: Path) -> None:
    ended = kg("build", good, "-o", tmp_path / "out")
    assert (ended.code, ended.out) == (0, "")
    assert re.search(r"^1 articles, \d+ claims, \d+ entities, \d+ facts, \d+ issues$", lines(ended.err)[0])
    assert {p.name for p in (tmp_path / "out").iterdir()} == {
        "claims.jsonl", "issues.jsonl", "graph.ttl", "graph.trig", "graph.nq", "store", "page.html",
    }  # fmt: skip
    assert str(tmp_path / "out" / "page.html") in ended.err


def test_build_from_claims_is_the_build_from_sources(kg: Kg, tmp_path: Path) -> None:
    article = str(EXAMPLES / "river-truce.txt")
    claims = tmp_path / "river.jsonl"
    assert kg("extract", article, "-o", str(claims))[0] == 0
    assert kg("build", article, "-o", str(tmp_path / "a"))[0] == 0
    assert kg("build", str(claims), "-o", str(tmp_path / "b"))[0] == 0
    assert (tmp_path / "a" / "graph.nq").read_bytes() == (tmp_path / "b" / "graph.nq").read_bytes()


def test_a_broken_claims_file_is_one_line(kg: Kg, tmp_path: Path) -> None:
    broken = tmp_path / "broken.jsonl"
    broken.write_text('{"kind": "event"}\n', encoding="utf-8")
    code, _, err = kg("build", str(broken), "-o", str(tmp_path / "out"))
    assert code == 2
    assert str(broken) in err
    assert err.count("\n") == 1


def test_build_from_standard_input(kg: Kg, tmp_path: Path) -> None:
    assert kg("build", "-", "-o", tmp_path / "out", stdin=GOOD).code == 0
    article = next(iter(loads((tmp_path / "out" / "claims.jsonl").read_text(encoding="utf-8").splitlines())))
    assert isinstance(article, Article)
    assert (article.source, article.text) == ("-", GOOD)


@pytest.mark.parametrize("name", BAD)
def test_one_bad_source_costs_only_itself(kg: Kg, good: Path, tmp_path: Path, name: str) -> None:
    content, message = BAD[name]
    bad = tmp_path / name
    if content is not None:
        bad.write_bytes(content)
    ended = kg("build", bad, good, "-o", tmp_path / "out")
    assert ended.code == 1
    assert lines(ended.err)[0].startswith(f"error: {bad}: ")
    assert message in lines(ended.err)[0]
    assert "Traceback" not in ended.err
    assert lines(ended.err)[1].startswith("1 articles, ")
    records = list(loads((tmp_path / "out" / "claims.jsonl").read_text(encoding="utf-8").splitlines()))
    assert [r.text for r in records if isinstance(r, Article)] == [GOOD]
    assert [r.level for r in records if isinstance(r, Issue)] == ["error"]


@pytest.mark.parametrize("name", ["missing", "empty.txt", "german.txt", "menu.html"])
def test_nothing_stored_is_lost_when_all_sources_are_bad(kg: Kg, good: Path, tmp_path: Path, name: str) -> None:
    content, message = BAD[name]
    out = tmp_path / "out"
    assert kg("build", good, "-o", out).code == 0
    before = {p: p.read_bytes() for p in out.rglob("*") if p.is_file()}
    if content is not None:
        (tmp_path / name).write_bytes(content)
    ended = kg("build", tmp_path / name, "-o", out)
    assert (ended.code, len(lines(ended.err))) == (2, 1)
    assert message in ended.err
    assert {p: p.read_bytes() for p in out.rglob("*") if p.is_file()} == before


def test_a_second_build_takes_the_place_of_the_first(kg: Kg, good: Path, tmp_path: Path) -> None:
    out, other = tmp_path / "out", tmp_path / "other.txt"
    other.write_text(GOOD.replace("Larvik", "Horten"), encoding="utf-8")
    (out / "notes").mkdir(parents=True)
    (out / "notes" / "mine.txt").write_text("kept", encoding="utf-8")
    for source in (good, other):
        assert kg("build", source, "-o", out).code == 0
    graph = (out / "graph.ttl").read_text(encoding="utf-8")
    assert "Horten" in graph
    assert "Larvik" not in graph
    assert "Larvik" not in kg("export", out).out
    assert (out / "notes" / "mine.txt").read_text(encoding="utf-8") == "kept"
    assert not [p for p in out.iterdir() if p.name.startswith(".")]


def test_published_dates_what_the_article_does_not_date(kg: Kg, tmp_path: Path) -> None:
    undated = tmp_path / "undated.txt"
    undated.write_text("Ida Moen met Per Aune in Oslo on Tuesday.\n", encoding="utf-8")

    def met_on(*options: str) -> list[str | None]:
        ended = kg("extract", undated, *options)
        assert ended.code == 0
        return [(e["time"] or {}).get("value") for e in map(json.loads, lines(ended.out)) if e["kind"] == "event"]

    assert met_on() == [None]
    assert met_on("--published", "2024-03-07") == ["2024-03-05"]


def test_base_and_text_options_reach_the_graph(kg: Kg, good: Path, tmp_path: Path) -> None:
    base = "https://data.example.net/mine/"
    assert kg("build", good, "-o", tmp_path / "out", "--base", base, "--text", "none").code == 0
    graph = (tmp_path / "out" / "graph.nq").read_text(encoding="utf-8")
    assert base in graph
    assert "https://example.org/" not in graph
    assert "anchorOf" not in graph


# extract


def test_extract_prints_the_claims(kg: Kg, good: Path, tmp_path: Path) -> None:
    ended = kg("extract", good)
    assert (ended.code, ended.err) == (0, "")
    records = list(loads(lines(ended.out)))
    assert isinstance(records[0], Article)
    assert records[0].text == GOOD
    assert kg("extract", good, "-o", tmp_path / "claims.jsonl", "--format", "jsonl") == Ended(0, "", "")
    assert (tmp_path / "claims.jsonl").read_text(encoding="utf-8") == ended.out
    assert kg("extract", "-", stdin=GOOD).out == ended.out.replace(str(good), "-")


def test_extract_can_say_who_is_who_across_articles(kg: Kg, good: Path, tmp_path: Path) -> None:
    second = tmp_path / "second.txt"
    second.write_text("Oslo, March 6, 2024\n\nTransport Minister Ida Moen met Per Aune again.\n", encoding="utf-8")
    ended = kg("extract", good, second, "--resolve")
    clusters = {(r.article, r.cluster) for r in loads(lines(ended.out)) if isinstance(r, Entity) and "Moen" in r.name}
    assert len(clusters) == 2
    assert len({cluster for _, cluster in clusters}) == 1


def test_extract_ends_with_1_on_a_bad_source(kg: Kg, good: Path, tmp_path: Path) -> None:
    ended = kg("extract", tmp_path / "none.txt", good)
    assert ended.code == 1
    assert lines(ended.err) == [f"error: {tmp_path / 'none.txt'}: no such file"]
    assert [r.level for r in loads(lines(ended.out)) if isinstance(r, Issue)] == ["error"]


# query


@pytest.mark.parametrize("target", [".", "store", "graph.ttl", "graph.trig", "graph.nq"])
def test_query_asks_folder_store_and_file(kg: Kg, built: Path, target: str) -> None:
    ended = kg("query", built / target, "SELECT ?name WHERE { ?who a nkg:Person ; rdfs:label ?name } ORDER BY ?name")
    assert (ended.code, ended.err) == (0, "")
    assert "Lena Brandvold" in ended.out


def test_query_by_name_with_a_parameter(kg: Kg, built: Path) -> None:
    ended = kg("query", built, "who-held-which-role", "-p", "who='grace mutiso'", "--format", "csv")
    rows = list(csv.DictReader(lines(ended.out)))
    assert ended.code == 0
    assert {row["person"] for row in rows} == {"Grace Mutiso"}


def test_query_from_a_file_and_from_standard_input(kg: Kg, built: Path, tmp_path: Path) -> None:
    asked = "ASK { ?fact a nkg:Fact }"
    (tmp_path / "any.rq").write_text(asked, encoding="utf-8")
    assert kg("query", built, tmp_path / "any.rq").out == "yes\n"
    assert kg("query", built, "-", stdin=asked).out == "yes\n"


def test_query_writes_json_and_turtle(kg: Kg, built: Path, tmp_path: Path) -> None:
    found = json.loads(kg("query", built, "timeline", "--format", "json").out)
    assert found["head"]["vars"][:2] == ["from", "to"]
    made = "CONSTRUCT { ?a nkg:met ?b } WHERE { ?a nkg:met ?b }"
    assert kg("query", built, made, "--format", "ttl", "-o", tmp_path / "met.ttl") == Ended(0, "", "")
    assert kg("query", tmp_path / "met.ttl", "ASK { ?a nkg:met ?b }").out == "yes\n"


# export


@pytest.mark.parametrize("form", ["ttl", "trig", "nq"])
def test_export_gives_the_files_of_the_build(kg: Kg, built: Path, tmp_path: Path, form: str) -> None:
    written = (built / f"graph.{form}").read_text(encoding="utf-8")
    assert kg("export", built, "--format", form) == Ended(0, written, "")
    assert kg("export", built / "graph.nq", "--format", form, "-o", tmp_path / "graph").code == 0
    assert (tmp_path / "graph").read_text(encoding="utf-8") == written


# page (network has a file of its own)


def test_page_is_one_file(kg: Kg, built: Path, tmp_path: Path) -> None:
    assert kg("page", built, "-o", tmp_path / "p" / "page.html", "--title", "Boats & bans").code == 0
    page = (tmp_path / "p" / "page.html").read_text(encoding="utf-8")
    assert "Boats &amp; bans" in page
    assert "Grace Mutiso" in page
    assert [p.name for p in (tmp_path / "p").iterdir()] == ["page.html"]
    assert kg("page", built, "-o", "-", "--title", "Boats & bans").out == page
    assert len(kg("page", built, "-o", "-", "--include", "facts").out) < len(page)


# check and terms


def test_check_passes_a_built_graph(kg: Kg, built: Path) -> None:
    ended = kg("check", built)
    assert (ended.code, ended.out) == (0, "")
    assert ended.err.endswith("issues\n")


def test_check_finds_a_bare_assertion(kg: Kg, built: Path, tmp_path: Path) -> None:
    """A plain triple without a fact and evidence behind it is what the graph must never hold."""
    prefix = "<https://example.org/news/entity/"
    graph = (built / "graph.nq").read_text(encoding="utf-8")
    bare = f"{prefix}Grace_Mutiso> <https://w3id.org/newskg/ontology#met> {prefix}Lena_Brandvold> .\n"
    (tmp_path / "graph.nq").write_text(graph + bare, encoding="utf-8")
    ended = kg("check", tmp_path / "graph.nq")
    assert ended.code == 1
    assert any(line.startswith("error: ") for line in lines(ended.err))


@pytest.mark.parametrize("kind", ["classes", "properties", "events", "statuses", "questions"])
def test_terms_lists_a_kind(kg: Kg, kind: str) -> None:
    ended = kg("terms", kind)
    assert ended.code == 0
    assert len(lines(ended.out)) >= 9


@pytest.mark.parametrize(("name", "part"), [("met", "nkg:met"), ("PhoneCall", "et:PhoneCall"), ("consult", "et:")])
def test_terms_explains_one(kg: Kg, name: str, part: str) -> None:
    ended = kg("terms", name)
    assert ended.code == 0
    assert lines(ended.out)[0].startswith(part)


# the command as a whole


def test_without_arguments_and_with_help_it_explains_itself(kg: Kg) -> None:
    ended = kg()
    assert ended.code == 0
    assert kg("--help").out == ended.out
    for name in ("build", "extract", "query", "export", "network", "page", "check", "terms"):
        assert name in ended.out
        assert kg(name, "--help").code == 0


def test_version(kg: Kg) -> None:
    from kg import __version__

    assert kg("--version") == Ended(0, f"newskg {__version__}\n", "")


@pytest.mark.parametrize(
    ("args", "message"),
    [
        ("frobnicate", "No such command"),
        ("build", "Missing argument"),
        ("build {good} --colour red", "No such option"),
        ("build {good} -o {good}", "is a file; give a folder"),
        ("build {good} -o {out} --published yesterday", "expected a date like 2025-03-17"),
        ("build {good} -o {out} --policy lax", "'strict', 'two-publishers' or 'open'"),
        ("build {good} -o {out} --base news", "absolute IRI"),
        ("build {good} -o {out} --model xx_no_such", "'xx_no_such' is not installed"),
        ("extract {good} --format xml", "expected jsonl"),
        ("extract {good} -o {folder}", "is a folder; give a file"),
        ("query {out} timeline", "no such file or folder"),
        ("query {built} timelines", "did you mean timeline"),
        ("query {built} timeline -p who", "expected NAME=VALUE"),
        ("query {built} timeline -p when=2024", "has no parameter 'when'"),
        ("query {built} timeline --format xml", "no format 'xml'"),
        ("query {built} nothing.rq", "cannot be read"),
        ("query {good} timeline", "not an RDF file"),
        ("export {built} --format rdf", "no format 'rdf'"),
        ("network {built} -o {folder}/n.png", "expected a name ending in"),
        ("network {built} --include all", "expected facts or claims"),
        ("page {folder} -o {out}", "no store in this folder"),
        ("check {good}", "not an RDF file"),
        ("terms metting", "did you mean"),
    ],
)
def test_errors_are_one_line(kg: Kg, good: Path, built: Path, tmp_path: Path, args: str, message: str) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    places = {"good": good, "built": built, "out": tmp_path / "out", "folder": folder}
    ended = kg(*(part.format(**places) for part in args.split()))
    assert (ended.code, ended.out, len(lines(ended.err))) == (2, "", 1)
    assert ended.err.startswith("kg: ")
    assert message in ended.err
    assert not (tmp_path / "out").exists() or not any((tmp_path / "out").iterdir())


def test_a_bad_settings_file_is_an_error(kg: Kg, good: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "kg.toml").write_text("polcy = 'open'\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    ended = kg("extract", good)
    assert (ended.code, len(lines(ended.err))) == (2, 1)
    assert "polcy" in ended.err


def started(*args: object, **environment: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "kg", *map(str, args)]
    env = {**os.environ, **environment}
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env)


def test_a_reader_that_has_read_enough_is_no_error(built: Path) -> None:
    run = started("export", built, "--format", "nq")
    assert run.stdout is not None
    assert run.stderr is not None
    run.stdout.read(10)
    run.stdout.close()
    assert (run.wait(60), run.stderr.read()) == (0, b"")
    run.stderr.close()


def test_output_is_utf8_whatever_the_machine_speaks(built: Path) -> None:
    asked = "SELECT ?n WHERE { ?who rdfs:label ?n FILTER(STRSTARTS(?n, 'Teresa')) }"
    run = started("query", built, asked, PYTHONIOENCODING="ascii", PYTHONUTF8="0", LC_ALL="C")
    out, err = run.communicate(timeout=60)
    assert (run.returncode, err) == (0, b"")
    assert "Lourenço" in out.decode()


def test_a_folder_is_searched_for_articles(kg: Kg, tmp_path: Path) -> None:
    for name in ("b/two.txt", "one.html", "notes.csv"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / "b" / "two.txt").write_text(GOOD, encoding="utf-8")
    (tmp_path / "one.html").write_bytes((EXAMPLES / "straits-talks-explainer.html").read_bytes())
    (tmp_path / "notes.csv").write_text("a,b\n", encoding="utf-8")
    sources = [r.source for r in loads(lines(kg("extract", tmp_path).out)) if isinstance(r, Article)]
    assert sources == [f"{tmp_path.as_posix()}/b/two.txt", f"{tmp_path.as_posix()}/one.html"]
