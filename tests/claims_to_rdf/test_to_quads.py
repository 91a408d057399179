"""The graph by its answers: what is a fact, what is only told, and through whom."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Store, parse, serialize

from kg.claims_jsonl import dumps
from kg.claims_to_entities import resolve
from kg.claims_to_entities.world import Situation
from kg.claims_to_rdf import to_quads
from kg.claims_to_rdf.facts import shortcuts
from kg.claims_to_rdf.writing import FORMATS, graph_of, lines_of, parts, sort_key
from kg.errors import ClaimError, KgError, VocabularyError
from kg.records import Article, Event, Link, Record

from .asking import HEAD, flat, rows, turtle
from .cases import CASES, Case, everything
from .writer import Writer, world

SHORTCUTS = "SELECT ?a ?p ?b { ?p rdfs:subPropertyOf nkg:shortcut . ?a ?p ?b }"
STATUSES = "SELECT ?label ?status { ?s nkg:status ?status ; rdfs:label ?label }"


def store(name: str, **settings: str) -> Store:
    case = CASES[name]()
    return flat(to_quads(case.records, case.world, **settings))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "fact",
            [
                ("Ana_Ruiz", "heldOffice", "mayor of Port Alder"),
                ("Ana_Ruiz", "met", "Leo_Brandt"),
                ("Leo_Brandt", "met", "Ana_Ruiz"),
            ],
        ),
        ("planned", []),
        ("relayed", []),
        ("disputed", []),
        ("denied", []),
        (
            "demanded",
            [
                ("Ana_Ruiz", "spokeTo", "Sandby_Herald"),
                ("Norland", "proposed", "truce-1"),
                ("Sudmark", "agreedTo", "truce-1"),
            ],
        ),
        (
            "quoted",
            [
                ("Ana_Ruiz", "spokeTo", "Sandby_Herald"),
                ("Norland_army", "attacked", "Sandby"),
                ("Norland_army", "locatedIn", "Port_Alder"),
            ],
        ),
    ],
)
def test_plain_triples_are_facts_only(name: str, expected: list[tuple[str, str, str]]) -> None:
    assert rows(store(name), SHORTCUTS) == expected


@pytest.mark.parametrize(
    ("name", "label", "status"),
    [
        ("fact", "Ana Ruiz met Leo Brandt", "reportedFact"),
        ("planned", "Ana Ruiz to call Leo Brandt", "planned"),
        ("planned", "Tom Hale said", "reportedFact"),
        ("relayed", "Leo Brandt accepts the offer", "claimed"),
        ("relayed", "Ana Ruiz claimed", "claimed"),
        ("relayed", "Sandby Herald, as reported", "reportedFact"),
        ("disputed", "Norland rejected the plan", "disputed"),
        ("denied", "No meeting", "denied"),
        ("demanded", "Truce of Norland and Sudmark", "wanted"),
        ("demanded", "Norland proposed a truce", "reportedFact"),
        ("demanded", "Sudmark to release prisoners", "uncertain"),
        ("quoted", "Ana Ruiz met Leo Brandt", "claimed"),
    ],
)
def test_status(name: str, label: str, status: str) -> None:
    assert (label, status) in rows(store(name), STATUSES)


def test_a_fact_leads_to_its_place_day_and_sentence() -> None:
    query = """SELECT ?place ?day ?sentence {
      ?f rdf:subject :Ana_Ruiz ; rdf:predicate nkg:met ; rdf:object :Leo_Brandt ; nkg:fromSituation ?e .
      ?e nkg:place ?place ; nkg:date ?day . ?c nkg:describes ?e ; nkg:inSentence/nif:anchorOf ?sentence }"""
    sentence = "Ana Ruiz, the mayor of Port Alder, met Leo Brandt in Sandby on Friday."
    assert rows(store("fact"), query) == [("Sandby", "2025-03-14", sentence)]


def test_one_planned_call_has_the_claims_of_both_articles() -> None:
    query = """SELECT ?e ?source ?depth ?publisher { ?e nkg:status nkg:planned ; nkg:eventType et:PhoneCall .
      ?c nkg:describes ?e ; nkg:source ?source ; nkg:depth ?depth ; nkg:inArticle/schema:publisher ?publisher }"""
    assert rows(store("planned"), query) == [
        ("call-1", "Sandby_Herald", "0", "Sandby_Herald"),
        ("call-1", "Tom_Hale", "1", "Alder_Gazette"),
    ]


def test_a_relayed_claim_has_its_whole_chain() -> None:
    query = (
        """SELECT ?depth ?source { ?c nkg:depth 2 ; nkg:embeddedIn* ?k . ?k nkg:depth ?depth ; nkg:source ?source }"""
    )
    assert rows(store("relayed"), query) == [("0", "Alder_Gazette"), ("1", "Sandby_Herald"), ("2", "Ana_Ruiz")]


def test_what_is_wanted_is_told_through_the_act_of_wanting() -> None:
    query = """SELECT ?source ?act {
      ?c nkg:describes/rdfs:label "Truce of Norland and Sudmark"@en ; nkg:source ?source ; nkg:modality nkg:desired ;
        nkg:depth 1 ; nkg:via ?act }"""
    assert rows(store("demanded"), query) == [("Norland", "propose-1"), ("Sudmark", "agree-1")]


def test_a_quotation_is_kept_with_its_offsets() -> None:
    query = """SELECT ?words ?begin ?mode {
      ?c nkg:speechMode ?mode ; nkg:quoteText ?words ; nkg:quote/nif:beginIndex ?begin }"""
    assert rows(store("quoted"), query) == [("We met Leo Brandt,", "1", "direct")]


def test_an_utterance_is_about_what_was_said() -> None:
    assert rows(store("quoted"), "SELECT ?t { ?u a nkg:Utterance ; nkg:topic ?t }") == [("meeting-1",)]


@pytest.mark.parametrize("name", CASES)
def test_only_shortcuts_join_entities(name: str) -> None:
    """Whatever its graph, a triple between two entities is a shortcut with a fact, or a naming custom."""
    allowed = {s.iri for s in shortcuts()} | {"https://w3id.org/newskg/ontology#standsFor"}
    case = CASES[name]()
    for quad in to_quads(case.records, case.world):
        ends = (quad.subject, quad.object)
        if all(isinstance(t, NamedNode) and "/entity/" in t.value for t in ends):
            assert quad.predicate.value in allowed, quad


def situation(case: Case, label: str, **settings: str) -> dict[str, set[str]]:
    """Property values of the situation with this label."""
    found: dict[str, set[str]] = {}
    query = f'SELECT ?p ?o {{ ?s rdfs:label "{label}"@en ; a ?kind ; ?p ?o }}'
    for p, o in rows(flat(to_quads(case.records, case.world, **settings)), query):  # type: ignore[arg-type]
        found.setdefault(p, set()).add(o)
    return found


def told_twice() -> Case:
    """The paper says who met; only a source adds a third party and the place."""
    one = "Ana Ruiz met Leo Brandt on Friday."
    two = "Ana Ruiz met Leo Brandt and Eva Lund in Sandby, Tom Hale said."
    w = Writer(f"{one}\n{two}", "twice")
    for name in ("Ana Ruiz", "Leo Brandt", "Eva Lund", "Tom Hale"):
        w.entity(name, "person")
    w.entity("Sandby", "place")
    first = w.event(one, "met", "consult/Meeting", "agent:Ana Ruiz, patient:Leo Brandt", time="on Friday=2025-03-14")
    roles = "agent:Ana Ruiz, patient:Leo Brandt, participant:Eva Lund"
    second = w.event(two, "met", "consult/Meeting", roles, by="Tom Hale", place="Sandby")
    parties = tuple(("participant", n) for n in ("Ana Ruiz", "Leo Brandt", "Eva Lund"))
    met = Situation("m", "event", "consult", "Meeting", "They met", parties, "Sandby", members=(first, second))
    return Case(w.all(), world(w.all(), replace(met, earliest="2025-03-14", latest="2025-03-14")))


def test_a_fact_has_only_the_details_that_its_own_voice_gives() -> None:
    found = situation(told_twice(), "They met")
    assert found["status"] == {"reportedFact"}
    assert found["participant"] == {"Ana_Ruiz", "Leo_Brandt"}
    assert "place" not in found
    assert found["date"] == {"2025-03-14"}


def changed(case: Case, **changes: object) -> Case:
    """The case with every event changed."""
    records = [replace(r, **changes) if isinstance(r, Event) else r for r in case.records]  # type: ignore[arg-type]
    return replace(case, records=records)


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({}, "reportedFact"),
        ({"confidence": 0.6}, "reportedFact"),
        ({"confidence": 0.59}, "claimed"),
        ({"certainty": "probable"}, "claimed"),
        ({"modality": "hypothetical"}, "uncertain"),
        ({"modality": "future"}, "planned"),
        ({"polarity": "negative"}, "denied"),
        ({"polarity": "negative", "modality": "desired"}, "unwanted"),
        ({"modality": "desired"}, "wanted"),
        ({"modality": "generic"}, "uncertain"),
    ],
)
def test_every_condition_of_the_strict_policy_counts(changes: dict[str, object], status: str) -> None:
    assert situation(changed(CASES["fact"](), **changes), "Ana Ruiz met Leo Brandt")["status"] == {status}


def test_what_stands_inside_a_statement_is_never_own_voice() -> None:
    """The event names no source, but the statement that lists it has one."""
    case = changed(CASES["quoted"](), attributed_to=())
    assert situation(case, "Ana Ruiz met Leo Brandt")["status"] == {"claimed"}


def two_papers(publishers: tuple[str | None, str | None]) -> Case:
    records: list[Record] = []
    members = []
    for number, (publisher, day) in enumerate(zip(publishers, ("Friday", "March 14"), strict=True)):
        text = f"Ana Ruiz met Leo Brandt on {day}."
        w = Writer(text, f"p{number}", publisher)
        w.entity("Ana Ruiz", "person")
        w.entity("Leo Brandt", "person")
        members.append(w.event(text, "met", "consult/Meeting", "agent:Ana Ruiz, patient:Leo Brandt"))
        records += w.all()
    both = (("participant", "Ana Ruiz"), ("participant", "Leo Brandt"))
    met = Situation("m", "event", "consult", "Meeting", "They met", both, members=tuple(members))
    return Case(records, world(records, met))


@pytest.mark.parametrize(
    ("publishers", "status"),
    [
        (("Alder Gazette", "Sandby Herald"), "reportedFact"),
        (("Alder Gazette", "Alder Gazette"), "claimed"),
        (("Alder Gazette", None), "claimed"),
        ((None, None), "claimed"),
    ],
)
def test_two_publishers_must_be_two_and_known(publishers: tuple[str | None, str | None], status: str) -> None:
    assert situation(two_papers(publishers), "They met", policy="two-publishers")["status"] == {status}


def test_the_open_policy_promotes_claims_under_its_own_name() -> None:
    query = """SELECT ?policy ?status {
      ?f rdf:predicate nkg:met ; nkg:underPolicy ?policy ; nkg:fromSituation/nkg:status ?status }"""
    assert set(rows(store("quoted", policy="open"), query)) == {("Open1", "claimed")}
    assert rows(store("quoted"), query) == []


@pytest.mark.parametrize(("text", "words"), [("full", 14), ("mentions", 10), ("none", 0)])
def test_no_more_of_the_text_is_written_than_asked(text: str, words: int) -> None:
    found = rows(store("quoted", text=text), "SELECT ?s ?t { ?s nif:anchorOf ?t }")
    assert (len(found) >= words) if words else not found
    sentences = rows(store("quoted", text=text), "SELECT ?t { ?s a nif:Sentence ; nif:anchorOf ?t }")
    assert bool(sentences) == (text == "full")


def test_the_base_is_the_users_own() -> None:
    case = CASES["fact"]()
    quads = to_quads(case.records, case.world, base="https://news.example.net/kg/")
    assert not any("example.org" in str(q) for q in quads)
    with pytest.raises(KgError, match="base"):
        to_quads(case.records, case.world, base="not an iri")


def test_bad_settings_and_worlds_are_refused() -> None:
    case = CASES["fact"]()
    with pytest.raises(VocabularyError, match="strict"):
        to_quads(case.records, case.world, policy="stric")
    with pytest.raises(KgError, match="mentions"):
        to_quads(case.records, case.world, text="some")
    with pytest.raises(ClaimError, match="resolve all records"):
        to_quads(case.records, replace(case.world, situation_of={}))
    wrong = tuple(replace(s, subtype="Meetin") if s.subtype else s for s in case.world.situations)
    with pytest.raises(VocabularyError, match="did you mean 'et:Meeting'"):
        to_quads(case.records, replace(case.world, situations=wrong))


def test_nothing_is_blank_and_nothing_twice() -> None:
    records = everything()
    quads = to_quads(records, resolve(records))
    assert len(set(quads)) == len(quads) > 800
    assert all(isinstance(q.subject, NamedNode) and "_:" not in str(q) for q in quads)


@pytest.mark.parametrize(("link", "codes"), [("Q419", [("PE",)]), ("Q1439", [("US-TX",)]), ("Q100", [])])
def test_countries_and_their_parts_have_codes(link: str, codes: list[tuple[str, ...]]) -> None:
    w = Writer("Ana Ruiz met Leo Brandt in Sandby.", "a1")
    w.entity("Sandby", "country", same_as=(f"http://www.wikidata.org/entity/{link}",))
    found = flat(to_quads(w.all(), resolve(w.all())))
    assert rows(found, "SELECT ?code { ?e nkg:isoCode ?code ; rdfs:label|skos:altLabel 'Sandby'@en }") == codes


def test_a_place_lies_in_its_state_and_how_sure_that_is_stands_on_the_mention() -> None:
    w = Writer("Ana Ruiz met Leo Brandt in Lima. There she met Peru's envoy.", "a1")
    w.entity("Lima", "place", "*There", same_as=("https://sws.geonames.org/3936456/",))
    why = Link("http://www.wikidata.org/entity/Q901", 0.9, '"Ana Ruiz" is an alias in who.csv line 2')
    w.entity("Ana Ruiz", "person", same_as=(why.iri,), links=(why,))
    w.entity("Leo Brandt", "person")
    found = flat(to_quads(w.all(), resolve(w.all())))
    lima = "?lima rdfs:label 'Lima'@en ; schema:containedInPlace ?in . ?in rdfs:label ?name ; nkg:isoCode ?iso"
    assert rows(found, f"SELECT ?name ?iso {{ {lima} }}") == [("Peru", "PE")]
    sure = "SELECT ?words ?sure { ?m a nkg:Mention ; nif:anchorOf ?words . OPTIONAL { ?m nkg:linkConfidence ?sure } }"
    assert sorted(rows(found, sure), key=str) == [
        ("Ana Ruiz", "0.9"), ("Leo Brandt", ""), ("Lima", "0.85"), ("There", "0.68"),
    ]  # fmt: skip
    (reason,) = rows(found, "SELECT ?why { ?e rdfs:label 'Ana Ruiz'@en ; nkg:reason ?why }")
    assert reason == (f"{why.iri}: {why.reason}",)


def test_one_text_from_two_places_is_one_article() -> None:
    text = "Ana Ruiz met Leo Brandt."
    records: list[Record] = []
    for name, publisher in (("copy", None), ("original", "Alder Gazette")):
        w = Writer(text, name, publisher)
        w.entity("Ana Ruiz", "person")
        w.entity("Leo Brandt", "person")
        w.event(text, "met", "consult/Meeting", "agent:Ana Ruiz, patient:Leo Brandt")
        records += w.all()
    found = flat(to_quads(records, resolve(records)))
    articles = (
        "SELECT ?source ?publisher { ?a a schema:NewsArticle ; dcterms:source ?source ; schema:publisher ?publisher }"
    )
    assert rows(found, articles) == [("original.txt", "Alder_Gazette")]
    assert len(rows(found, "SELECT ?c { ?c a nkg:Claim }")) == 1


@pytest.mark.parametrize(
    ("source", "written"),
    [("/home/someone/news/one.txt", "one.txt"), ("https://news.example.net/a/1", "https://news.example.net/a/1")],
)
def test_the_graph_does_not_tell_the_folders_of_its_machine(source: str, written: str) -> None:
    case = CASES["fact"]()
    records = [replace(r, source=source) if isinstance(r, Article) else r for r in case.records]
    answer = flat(to_quads(records, case.world)).query(
        HEAD + "SELECT ?s { ?a a schema:NewsArticle ; dcterms:source ?s }"
    )
    assert [row[0].value for row in answer] == [written]  # type: ignore[union-attr]


def test_an_empty_input_gives_a_graph_about_itself_only() -> None:
    quads = to_quads([], resolve([]))
    assert {str(q.graph_name).rsplit("/", 1)[-1] for q in quads} == {"meta>"}


RUN = """
import random, sys
from kg.claims_jsonl import loads
from kg.claims_to_entities import resolve
from kg.claims_to_rdf import to_quads, write
records = list(loads(open(sys.argv[1], encoding="utf-8")))
random.Random(int(sys.argv[2])).shuffle(records)
for form in ("nq", "trig", "ttl"):
    write(to_quads(records, resolve(records)), sys.stdout.buffer, form)
"""


def test_same_bytes_whatever_the_order_and_the_hash_seed(tmp_path: Path) -> None:
    path = tmp_path / "claims.jsonl"
    path.write_text("".join(dumps(r) + "\n" for r in everything()), encoding="utf-8")
    outputs = set()
    for seed in ("1", "2", "3"):
        run = [sys.executable, "-c", RUN, str(path), seed]
        outputs.add(
            subprocess.run(run, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True).stdout
        )
    assert len(outputs) == 1
    assert len(outputs.pop()) > 10_000


def test_rdflib_and_oxigraph_count_the_same() -> None:
    records = everything()
    quads = to_quads(records, resolve(records))
    data = turtle(quads)
    oxigraph = Store()
    oxigraph.load(data, format=RdfFormat.TURTLE)
    graph = rdflib.Graph().parse(data=data, format="turtle")
    assert len(graph) == len(oxigraph) == len({q.triple for q in quads})


def test_the_default_graph_comes_first_and_shuffling_changes_nothing() -> None:
    records = everything()
    first = to_quads(records, resolve(records))
    random.Random(7).shuffle(records)
    assert to_quads(records, resolve(records)) == first
    assert isinstance(first[0].graph_name, DefaultGraph)


def test_files_stand_in_one_order() -> None:
    """By graph, subject, predicate and object, the default graph first; Turtle has no triple twice."""
    case = CASES["quoted"]()
    quads = to_quads(case.records, case.world)
    twice = Quad(quads[0].subject, quads[0].predicate, quads[0].object, NamedNode("https://x.example/g"))
    odd = Quad(
        quads[0].subject, quads[0].predicate, Literal('a "quoted" <b> .\n\\ \u2028', language="en"), twice.graph_name
    )
    mixed = [*quads, twice, odd]
    random.Random(4).shuffle(mixed)
    graph = graph_of(lines_of(mixed))
    assert list(graph.quads) == sorted(mixed, key=sort_key)
    assert [parts(line) for line in graph.lines] == [sort_key(q) for q in graph.quads]
    texts = graph.texts()
    assert texts["nq"] == serialize(graph.quads, format=RdfFormat.N_QUADS)
    read = {form: set(parse(texts[form], format=FORMATS[form])) for form in FORMATS}
    assert read["nq"] == read["trig"] == set(mixed)
    assert {q.triple for q in read["ttl"]} == {q.triple for q in mixed}
