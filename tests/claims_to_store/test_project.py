"""A store that grows is the store that a build of the same articles gives, byte for byte."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from dataclasses import replace
from pathlib import Path

import pytest
from articles_to_support.wire import OTHER_REPORT, REPORT
from claims_to_entities.told import Story
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.claims_jsonl import loads
from kg.claims_to_entities import resolve
from kg.claims_to_rdf import to_quads
from kg.claims_to_rdf.writing import lines_of
from kg.claims_to_store import Project, create, open_project
from kg.errors import KgError
from kg.records import Article, Issue, Record
from kg.settings import Settings

Articles = dict[str, list[Record]]


def memory() -> Project:
    return Project(sqlite3.connect(":memory:", isolation_level=None), Settings())


def graph(project: Project) -> list[str]:
    return sorted(project.lines())


def whole(articles: Articles) -> list[str]:
    """The graph of a build of all articles at once."""
    project = memory()
    project.add(r for found in articles.values() for r in found)
    return graph(project)


def source(records: list[Record]) -> str:
    return next(r.source for r in records if isinstance(r, Article))


def by_article(records: list[Record]) -> Articles:
    found: Articles = defaultdict(list)
    for record in records:
        if not isinstance(record, Issue):
            found[record.id if isinstance(record, Article) else record.article].append(record)
    return dict(found)


def stories() -> Articles:
    """Articles that share what can be shared: names, namesakes, acronyms, meetings, quotations, offices, quarrels."""
    made = []
    for number, (who, met, date, verb) in enumerate(
        [
            ("Ana Ruiz", "Tomas Berg", "2031-05-08", "accepted"),
            ("Ruiz", "Berg", None, "rejected"),
            ("ANA RUIZ", "Tomas Berg", "2031-05-05/2031-05-11", "accepted"),
            ("Eva Ruiz", "Tomas B. Berg", "2031-05-08", "rejected"),
            ("Ana Ruiz", "Tomas C. Berg", None, "rejected"),
        ]
    ):
        story = Story(f"s{number}", "2031-05-10")
        story.entity("Office of Public Works" if number % 2 else "OPW", "organization", aliases=("OPW",))
        story.entity("Georgia", "country" if number % 2 else "place").entity("Lima", "place", stands_for="pe")
        story.entity("Texas", "place", same_as=("http://www.wikidata.org/entity/Q1439",) if number < 2 else ())
        story.entity(f"{number + 3} sailors", "group", said="nominal")
        story.event(f"{who} met {met}.", "met", "consult", agent=who, patient=met, date=date, lemma="meet")
        topic = "the 45-day harbour truce"
        kind = "agree" if verb == "accepted" else "reject"
        story.event(f"{who} {verb} {topic}.", verb, kind, agent=who, topic=topic)
        if number % 2 == 0:
            crew = f"{number + 3} sailors"
            story.event(f"OPW freed {crew} in Georgia.", "freed", "concede", agent="OPW", patient=crew, place="Georgia")
        story.statement(f"“The strait will be open to ships,” {who} said.", who, "The strait will be open to ships")
        story.relation(f"{who} is mayor of Lima.", who, "holds_position", "mayor of Lima", title=True)
        story.mention("Lima", f"{who} is mayor of Lima.", "Lima")
        made.append(story)
    return {s.id: s.records() for s in made} | {name: printed(name) for name in WIRE}


WIRE = {
    "w0": REPORT,
    "w1": (*REPORT[:9], "The crane was bought from a yard that closed soon after."),
    "w2": (*REPORT[:5], *REPORT[8:]),
    "w3": OTHER_REPORT,
    "w4": ("From our own correspondent.", *REPORT),
    "w5": (*REPORT, "“Nothing more will be said today,” the harbour master said."),
    "w6": (*REPORT, "“Come back on Friday,” the harbour master said."),
}


def printed(name: str) -> list[Record]:
    """An article of a wire report or of another one, with one meeting told in each."""
    story = Story(name, "2031-05-10")
    met = {"agent": "Ana Ruiz", "patient": "Tomas Berg", "date": "2031-05-08", "subtype": "Meeting"}
    story.event("Ana Ruiz met Tomas Berg.", "met", "consult", **met)  # type: ignore[arg-type]
    more = "\n".join(WIRE[name])
    paper = "Alder Gazette" if name in ("w0", "w3") else None
    return [
        replace(r, text=f"{r.text}{more}\n", publisher=paper) if isinstance(r, Article) else r for r in story.records()
    ]


STORIES = stories()
STEPS = st.lists(
    st.tuples(st.sampled_from(["add", "remove"]), st.lists(st.sampled_from(sorted(STORIES)), min_size=1, max_size=3)),
    max_size=6,
)


@settings(max_examples=40, deadline=None)
@given(STEPS)
def test_what_is_in_it_is_all_that_counts(steps: list[tuple[str, list[str]]]) -> None:
    project = memory()
    there: set[str] = set()
    for step, names in steps:
        if step == "add":
            project.add(r for n in names for r in STORIES[n])
            there |= set(names)
        elif gone := sorted(there & set(names)):
            project.remove([source(STORIES[n]) for n in gone])
            there -= set(gone)
    assert graph(project) == whole({n: STORIES[n] for n in sorted(there)})


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_the_example_articles_in_any_order(examples: tuple[Articles, list[str]], data: st.DataObject) -> None:
    articles, expected = examples
    order = data.draw(st.permutations(sorted(articles)))
    cut = data.draw(st.integers(1, len(order)))
    again = data.draw(st.sampled_from(order))
    project = memory()
    project.add(r for name in order[:cut] for r in articles[name])
    for name in order[cut:]:
        project.add(articles[name])
    project.remove([source(articles[again])])
    project.add(articles[again])
    assert graph(project) == expected


@pytest.fixture(scope="module")
def examples(built: Path) -> tuple[Articles, list[str]]:
    with (built / "claims.jsonl").open(encoding="utf-8") as lines:
        articles = by_article(list(loads(lines)))
    return articles, whole(articles)


def test_the_graph_of_a_store_is_the_graph_of_its_records() -> None:
    """Two ways to one graph: unit by unit, and all at once."""
    records = [r for name in sorted(STORIES) for r in STORIES[name]]
    assert lines_of(to_quads(records, resolve(records))) == whole(STORIES)


def test_what_only_another_article_names_is_not_stated_by_a_claim() -> None:
    """One article tells of which town she is mayor, another does not: its claim names no town."""
    full, bare = Story("full"), Story("bare")
    full.entity("Lima", "country").relation(
        "Ana Ruiz is mayor of Lima.", "Ana Ruiz", "holds_position", "mayor of Lima", title=True
    )
    full.mention("Lima", "Ana Ruiz is mayor of Lima.", "Lima")
    bare.relation("Ana Ruiz is mayor.", "Ana Ruiz", "holds_position", "mayor", title=True)
    records = [*full.records(), *bare.records()]
    named = [line for line in whole(by_article(records)) if "#statedParticipant>" in line and "/Lima>" in line]
    assert len(named) == 1
    assert lines_of(to_quads(records, resolve(records))) == whole(by_article(records))


def test_a_changed_article_leaves_nothing_of_its_earlier_version() -> None:
    old, new = Story("old"), Story("new")
    old.event("Ana Ruiz met Tomas Berg.", "met", "consult", agent="Ana Ruiz", patient="Tomas Berg", date="2031-05-08")
    new.event("Ana Ruiz met Eva Lind.", "met", "consult", agent="Ana Ruiz", patient="Eva Lind", date="2031-05-08")
    records = [[_from("page.txt", r) for r in s.records()] for s in (old, new)]
    project = memory()
    project.add(records[0])
    project.add(records[1])
    assert graph(project) == whole({"new": records[1]})
    assert not [line for line in graph(project) if "Berg" in line]


def _from(place: str, record: Record) -> Record:
    return replace(record, source=place) if isinstance(record, Article) else record


def test_one_text_from_two_places_is_one_article() -> None:
    records = STORIES["s0"]
    project = memory()
    project.add(records)
    project.add([_from("elsewhere.txt", r) for r in records])
    lines = graph(project)
    assert sum("NewsArticle" in line for line in lines) == 1
    assert {line.split('"')[1] for line in lines if "dc/terms/source" in line} == {"s0.txt", "elsewhere.txt"}
    project.remove(["elsewhere.txt"])
    assert graph(project) == whole({"s0": records})


def numbers(project: Project, kind: str) -> set[tuple[str, str]]:
    """Articles and independent sources of all facts or situations, as they stand in the graph."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for line in graph(project):
        subject, predicate, value, *_ = line.split(" ", 3)
        if f"/{kind}/" in subject and predicate.endswith(("#articles>", "#independentSources>")):
            found[subject][predicate.rpartition("#")[2]] = value.split('"')[1]
    return {(n["articles>"], n["independentSources>"]) for n in found.values()}


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (("w0",), ("1", "1")),
        (("w0", "w1"), ("2", "1")),
        (("w0", "w5", "w6"), ("3", "1")),
        (("w0", "w1", "w2", "w4", "w5", "w6"), ("6", "1")),
        (("w1", "w3"), ("2", "2")),
        (("w0", "w3"), ("2", "1")),
        (("w0", "w1", "w3", "s0"), ("4", "2")),
    ],
    ids="+".join,
)
def test_copies_and_one_papers_articles_are_one_source(names: tuple[str, ...], told: tuple[str, str]) -> None:
    """w0 and w3 are two reports of the Alder Gazette; the others print w0 or cut it, s0 is somebody else's."""
    project = memory()
    for name in names:
        project.add(STORIES[name])
    assert told in numbers(project, "fact")
    assert told in numbers(project, "situation")
    project.remove([f"{names[-1]}.txt"])
    assert graph(project) == whole({n: STORIES[n] for n in names[:-1]})


def test_a_copy_says_of_what_and_how_surely() -> None:
    project = memory()
    project.add(r for n in ("w0", "w1", "w3") for r in STORIES[n])
    ties = [line for line in graph(project) if "#copyOf>" in line]
    reasons = [line for line in graph(project) if "/copy/" in line and "#reason>" in line]
    assert (len(ties), len(reasons)) == (2, 1)
    assert "wording" in reasons[0]


def test_taking_everything_out_leaves_nothing() -> None:
    project = memory()
    project.add(STORIES["s0"])
    project.remove(["s0.txt"])
    assert graph(project) == []
    assert set(project.counts().values()) == {0}


def test_what_names_no_article_or_several_is_an_error() -> None:
    project = memory()
    for place in ("a/news.txt", "b/news.txt"):
        story = Story(place.replace("/", "-"))
        story.event("Ana Ruiz met Tomas Berg.", "met", "consult", agent="Ana Ruiz", patient="Tomas Berg")
        project.add(_from(place, r) for r in story.records())
    before = graph(project)
    with pytest.raises(KgError, match="no such article"):
        project.remove(["c.txt"])
    with pytest.raises(KgError, match="2 articles have this file name"):
        project.remove(["news.txt"])
    assert graph(project) == before
    assert project.remove(["a/news.txt", "b-news.txt"]) == 2


def test_a_run_that_fails_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    project = memory()
    project.add(STORIES["s0"])
    before, journal = graph(project), project.journal()

    def broken(*_: object) -> None:
        raise RuntimeError("power cut")

    with monkeypatch.context() as patch:
        patch.setattr(Project, "_write", broken)
        with pytest.raises(RuntimeError):
            project.add(STORIES["s1"])
    assert (graph(project), project.journal()) == (before, journal)
    project.add(STORIES["s1"])
    assert graph(project) == whole({n: STORIES[n] for n in ("s0", "s1")})


def test_a_project_on_disk_goes_on_where_it_was(tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    for name in STORIES:
        project = open_project(path, Settings()) if path.exists() else create(path, Settings())
        project.add(STORIES[name])
        project.close()
    assert graph(open_project(path, Settings())) == whole(STORIES)


def test_other_settings_are_refused(tmp_path: Path) -> None:
    create(tmp_path / "claims.db", Settings()).close()
    with pytest.raises(KgError, match="made with policy 'strict', not 'open'"):
        open_project(tmp_path / "claims.db", Settings(policy="open"))


def test_what_is_no_database_is_told(tmp_path: Path) -> None:
    (tmp_path / "claims.db").write_text("no database " * 100, encoding="utf-8")
    with pytest.raises(KgError, match="damaged or in use"):
        open_project(tmp_path / "claims.db", Settings())
