"""Each named question, asked of a small graph that is made from invented articles."""

from dataclasses import replace
from pathlib import Path

import pytest
from claims_to_entities.told import Story, told

from kg.claims_to_entities import resolve
from kg.claims_to_rdf import to_quads, write
from kg.errors import QueryError
from kg.rdf_store import Store, open_store
from kg.rdf_to_answers import answer, list_questions, questions, render
from kg.records import Article, Event, Ref, Span, Statement


def harbour() -> Story:
    story = (
        Story("a", "2031-05-10")
        .entity("Norland", "country")
        .entity("Porto Lis", "place", same_as=("https://sws.geonames.org/3936456/",))
        .entity("Harbour Post", "organization")
    )
    story.event(
        "Ana Ruiz met Tomas Berg in Porto Lis on Thursday.",
        "met",
        "consult",
        agent="Ana Ruiz",
        patient="Tomas Berg",
        place="Porto Lis",
        date="2031-05-08",
        lemma="meet",
        subtype="Meeting",
    )
    story.event(
        "Ana Ruiz will meet Eva Lind on Monday.",
        "meet",
        "consult",
        agent="Ana Ruiz",
        patient="Eva Lind",
        date="2031-05-12",
        status="planned",
        lemma="meet",
        subtype="Meeting",
    )
    story.relation("Ana Ruiz is envoy of Norland.", "Ana Ruiz", "holds_position", "envoy of Norland", title=True)
    story.mention("Norland", "Ana Ruiz is envoy of Norland.", "Norland")
    story.statement(
        "“The strait is open to ships of Norland,” Ana Ruiz said on Friday.",
        "Ana Ruiz",
        "The strait is open to ships of Norland",
        date="2031-05-09",
    )
    span = story.sentence("Norland accepted the 45-day truce.")
    story.event(span, "accepted", "agree", agent="Norland", topic="the 45-day truce", lemma="accept")
    story.event(span, "truce", "retreat", subtype="Ceasefire", status="demanded")
    return story


def second() -> Story:
    story = Story("b", "2031-05-10").entity("Norland", "country").entity("Harbour Post", "organization")
    span = story.sentence("Eva Lind rejected the 45-day truce with Norland.")
    story.event(span, "rejected", "reject", agent="Eva Lind", topic="the 45-day truce with Norland", lemma="reject")
    story.event(span, "truce", "retreat", subtype="Ceasefire", status="demanded")
    story.mention("Norland", span.text, "Norland")
    story.event(
        "Eva Lind paid Tomas Berg.",
        "paid",
        "transaction",
        agent="Eva Lind",
        patient="Tomas Berg",
        date="2031-05-02",
        lemma="pay",
    )
    return story


def third() -> Story:
    story = Story("c", "2031-05-11")
    story.event(
        "Eva Lind never paid Tomas Berg.",
        "paid",
        "transaction",
        agent="Eva Lind",
        patient="Tomas Berg",
        date="2031-05-02",
        status="negated",
        lemma="pay",
    )
    return story


def records() -> list[object]:
    """The three articles, with what Ruiz said about the strait, and a deal that Berg told of as Ruiz had told him."""
    story = harbour()
    said = story.statement(
        "Berg said that Norland bought the yard, according to Ruiz.",
        "Tomas Berg=Berg",
        "Norland bought the yard",
        mode="indirect",
    )
    text = "Berg said that Norland bought the yard, according to Ruiz."
    start = story.text.index(text)
    event = story.event(Span(text, start, start + len(text)), "bought", "transaction", agent="Norland", lemma="buy")
    out: list[object] = []
    for record in told(story, second(), third()):
        found = record
        if isinstance(found, Article):
            found = replace(found, publisher="Harbour Post", title=f"Harbour news {found.id}")
        if isinstance(found, Event) and found.id == event:
            berg, ruiz = (ref(story, name, start) for name in ("Tomas Berg", "Ana Ruiz"))
            found = replace(found, attributed_to=(ruiz, berg))
        if isinstance(found, Statement) and found.id == said:
            found = replace(found, claims=(event,))
        out.append(found)
    return out


def ref(story: Story, name: str, start: int) -> Ref:
    entity, word = story.entities[name], name.rsplit(maxsplit=1)[-1]
    at = story.text.index(word, start)
    return Ref(entity.id, name, word, at, at + len(word))


@pytest.fixture(scope="module")
def quads() -> list[object]:
    made = records()
    return to_quads(made, resolve(made))  # type: ignore[arg-type, return-value]


@pytest.fixture(scope="module")
def store(quads: list[object]) -> Store:
    opened = open_store()
    opened.load(quads)  # type: ignore[arg-type]
    return opened


EXPECTED = [
    ("who-met-whom", {"who": "ana ruiz"}, {"whom_name": "Tomas Berg", "where": "Porto Lis", "from": "2031-05-08"}),
    (
        "who-met-whom",
        {"since": "2031-05-01", "until": "2031-05-31"},
        {"who_name": "Ana Ruiz", "whom_name": "Tomas Berg"},
    ),
    ("whom-did-x-meet", {"who": "Ana Ruiz"}, {"met": "Tomas Berg"}),
    (
        "what-did-x-say-about-y",
        {"who": "Ana Ruiz"},
        {"said": "The strait is open to ships of Norland", "on": "2031-05-09"},
    ),
    ("who-disagrees", {"who": "Norland"}, {"pro": "Norland", "con": "Eva Lind"}),
    ("planned-and-happened", {"status": "planned"}, {"what": "Ana Ruiz to meet Eva Lind", "to": "2031-05-12"}),
    (
        "timeline",
        {"who": "Tomas Berg", "since": "2031-05-05"},
        {"what": "Ana Ruiz met Tomas Berg in Porto Lis", "status": "reportedFact"},
    ),
    (
        "support-for-a-fact",
        {"who": "Ana Ruiz", "whom": "Tomas Berg"},
        {"sentence": "Ana Ruiz met Tomas Berg in Porto Lis on Thursday.", "publisher": "Harbour Post"},
    ),
    ("contradictions", {}, {"kind": "polarityConflict"}),
    ("cooccurrence", {"who": "Tomas Berg"}, {"a": "Ana Ruiz", "b": "Tomas Berg"}),
    (
        "facts-of-a-sentence",
        {"at": "5", "headline": "harbour news a"},
        {"what": "Ana Ruiz met Tomas Berg in Porto Lis", "depth": "0"},
    ),
    ("source-chain", {}, {"chain": "Ana Ruiz <- Tomas Berg <- Harbour Post"}),
    ("event-data", {"since": "2031-05-08"}, {"type": "Meeting", "place": "Porto Lis", "publishers": "1"}),
    ("unverified", {}, {"status": "disputed"}),
    ("who-held-which-role", {"where": "Norland"}, {"person": "Ana Ruiz", "title": "envoy of Norland", "of": "Norland"}),
    (
        "identifiers",
        {"who": "Porto Lis"},
        {"identifier": "https://sws.geonames.org/3936456/", "state": "Peru", "mentions": "1", "least": "0.85"},
    ),
    (
        "articles",
        {"since": "2031-05-11", "until": "2031-05-11"},
        {"source": "c.txt", "id": "c", "publisher": "Harbour Post", "headline": "Harbour news c", "claims": "1"},
    ),
    ("overdue", {"by": "2031-06-01"}, {"what": "Ana Ruiz to meet Eva Lind", "to": "2031-05-12"}),
    (
        "plans",
        {"who": "Norland"},
        {"plan_is": "wanted", "act": "Norland accepted the 45-day truce", "by": "Norland"},
    ),
]


@pytest.mark.parametrize(("name", "params", "row"), EXPECTED)
def test_question(store: Store, name: str, params: dict[str, str], row: dict[str, str]) -> None:
    found = answer(store, name, params)
    rows = [dict(zip(found.columns, values, strict=True)) for values in found.values()]
    assert any(row.items() <= r.items() for r in rows), rows


def test_a_plan_that_begins_by_itself_is_a_stage_of_its_life() -> None:
    """Nobody does it, and the acceptance is of a proposal of the plan: both belong to the plan's life."""
    story = Story("a").entity("Norland", "country").entity("Sudmark", "country")
    span = story.sentence("Norland proposed a 45-day truce.")
    story.event(span, "proposed", "request", agent="Norland", topic="a 45-day truce", lemma="propose")
    story.event(span, "truce", "retreat", subtype="Ceasefire", status="demanded")
    begun = story.sentence("The 45-day truce took effect on Friday.")
    begins = {"topic": "The 45-day truce", "subtype": "Implementation", "lemma": "take", "date": "2031-05-09"}
    story.event(begun, "took effect", "legislate", **begins)  # type: ignore[arg-type]
    story.event(begun, "truce", "retreat", subtype="Ceasefire")
    opened = open_store()
    opened.load(to_quads(told(story), resolve(told(story))))
    rows = {(v[2], v[3]) for v in answer(opened, "plans", {"who": "Norland"}).values()}
    assert rows == {
        ("Norland proposed a 45-day truce", "Norland"),
        ("45-day truce took effect on Friday", None),
    }


def test_overdue_looks_back_from_the_newest_article(store: Store) -> None:
    """All articles are older than the plan's day, so nothing is overdue yet."""
    assert answer(store, "overdue").rows == ()


def test_every_question_is_tested() -> None:
    assert {q.name for q in questions()} == {name for name, _, _ in EXPECTED}


def test_flat_turtle_gives_the_same_rows(store: Store, quads: list[object], tmp_path: Path) -> None:
    write(quads, tmp_path / "g.ttl", "ttl")  # type: ignore[arg-type]
    flat = open_store(tmp_path / "g.ttl")
    for question in questions():
        assert answer(flat, question.name).values() == answer(store, question.name).values(), question.name


def test_nothing_planned_is_a_meeting(store: Store) -> None:
    assert ("Ana Ruiz", "Eva Lind") not in [row[:2] for row in answer(store, "who-met-whom").values()]


INJECTIONS = [
    ("facts-of-a-sentence", "headline", '" } UNION { ?s ?p ?o'),
    ("facts-of-a-sentence", "headline", 'x\\" . } #'),
    ("facts-of-a-sentence", "headline", "a\nb\t'''"),
]


@pytest.mark.parametrize(("name", "param", "value"), INJECTIONS)
def test_a_value_stays_a_literal(store: Store, name: str, param: str, value: str) -> None:
    assert answer(store, name, {param: value}).rows == ()


ERRORS = [
    ("who-met-wom", {}, "did you mean who-met-whom"),
    ("who-met-whom", {"whoo": "Ana"}, "no parameter 'whoo': expected one of who"),
    ("who-met-whom", {"who": "Anna Ruiz"}, "did you mean 'Ana Ruiz'"),
    ("who-met-whom", {"who": '" } UNION { ?s ?p ?o'}, "nobody and nothing"),
    ("who-met-whom", {"since": "tomorrow"}, "expected a date"),
    ("facts-of-a-sentence", {"at": "1; DROP"}, "expected a whole number"),
    ("planned-and-happened", {"status": "plannedd"}, "did you mean 'nkg:planned'"),
    ("SELECT * WHERE { ?s ?p", {}, "cannot be read"),
    ("no.rq", {}, "cannot be read"),
]


@pytest.mark.parametrize(("question", "params", "said"), ERRORS)
def test_clear_errors(store: Store, question: str, params: dict[str, str], said: str) -> None:
    with pytest.raises(QueryError, match=said) as caught:
        answer(store, question, params)
    assert "\n" not in str(caught.value)


def test_free_sparql_needs_no_prefixes(store: Store) -> None:
    found = answer(store, "SELECT ?n WHERE { :Ana_Ruiz nkg:met/rdfs:label ?n }")
    assert found.values() == [("Tomas Berg",)]


def test_a_query_file_with_a_parameter(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "mine.rq"
    path.write_text("# param who entity: somebody\nSELECT ?n WHERE {\n  # who\n  ?who nkg:met/rdfs:label ?n }\n")
    assert answer(store, str(path), {"who": "tomas BERG"}).values() == [("Ana Ruiz",)]


def test_formats(store: Store) -> None:
    rows = answer(store, "SELECT ?n ?t WHERE { :Ana_Ruiz nkg:met ?x . ?x rdfs:label ?n ; a ?t }")
    assert render(rows) == "n           t\n----------  ----------\nTomas Berg  nkg:Person\n"
    assert render(rows, "csv") == "n,t\nTomas Berg,https://w3id.org/newskg/ontology#Person\n"
    assert '"xml:lang": "en", "value"' in render(rows, "json") or '"xml:lang": "en"' in render(rows, "json")
    assert render(answer(store, "ASK { :Ana_Ruiz a nkg:Person }")) == "yes\n"
    triples = answer(store, "CONSTRUCT { ?x a nkg:Person } WHERE { :Ana_Ruiz nkg:met ?x }")
    assert ":Tomas_Berg a nkg:Person" in render(triples, "ttl")
    assert render(answer(store, "SELECT ?x WHERE { ?x nkg:met nkg:Nobody }")) == "(nothing found)\n"


@pytest.mark.parametrize(
    ("query", "form"),
    [("ASK { ?s ?p ?o }", "ttl"), ("CONSTRUCT WHERE { ?s nkg:met ?o }", "csv"), ("ASK { ?s ?p ?o }", "xml")],
)
def test_formats_that_cannot_hold_an_answer(store: Store, query: str, form: str) -> None:
    with pytest.raises(QueryError):
        render(answer(store, query), form)


def test_a_terminal_is_given_no_control_characters() -> None:
    found = answer(open_store(), 'SELECT ?x WHERE { BIND("a\\u001B[31mb" AS ?x) }')
    assert "\x1b" not in render(found)


def test_list_names_every_question_and_parameter() -> None:
    text = list_questions()
    assert all(q.name in text and q.title in text for q in questions())
    assert "-p who=…" in text
