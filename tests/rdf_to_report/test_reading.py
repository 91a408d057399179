"""A store read into records: situations with roles, times and claims; what the graph leaves out stays out."""

from __future__ import annotations

import pyoxigraph
import pytest

from kg.rdf_to_report.graph import Graph
from kg.rdf_to_report.reading import read

E = "https://example.org/news/entity/"
S = "https://example.org/news/situation/"
PREFIXES = """@prefix : <https://example.org/news/entity/> . @prefix s: <https://example.org/news/situation/> .
@prefix c: <https://example.org/news/claim/> . @prefix a: <https://example.org/news/article/> .
@prefix t: <https://example.org/news/text/> . @prefix nkg: <https://w3id.org/newskg/ontology#> .
@prefix et: <https://w3id.org/newskg/event-types#> . @prefix schema: <https://schema.org/> .
@prefix nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
"""


def graph(turtle: str) -> Graph:
    store = pyoxigraph.Store()
    store.load((PREFIXES + turtle).encode(), format=pyoxigraph.RdfFormat.TURTLE)
    return read(store)


@pytest.fixture(scope="module")
def alder(port_alder: pyoxigraph.Store) -> Graph:
    return read(port_alder)


def test_a_situation_has_its_roles_by_the_narrower_name(alder: Graph) -> None:
    saying = alder.situations[S + "saying"]
    assert (saying.kind, saying.type_label, saying.status) == ("Utterance", "statement", "reportedFact")
    assert saying.roles == (("actor", E + "Olaf_Brenn"), ("recipient", E + "Alder_Gazette"))
    assert saying.about == (S + "call",)


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("meeting", "2025-03-13", "2025-03-13"),
        ("call", "2025-03-17", "2025-03-22"),
        ("saying", "2025-03-14", "2025-03-14"),  # nkg:date alone
        ("vote", None, "2025-03-14"),
        ("refusal", None, None),
    ],
)
def test_days(alder: Graph, name: str, first: str | None, last: str | None) -> None:
    found = alder.situations[S + name]
    assert (found.first, found.last) == (first, last)


def test_a_claim_has_its_words_and_those_that_tell_of_the_situation(alder: Graph) -> None:
    (claim,) = alder.situations[S + "meeting"].claims
    assert claim.marked is not None
    assert claim.text[slice(*claim.marked)] == "met"
    assert (claim.chain, claim.depth, claim.confidence) == (("The Alder Gazette",), 0, 0.93)


def test_a_chain_runs_from_the_nearest_voice_outwards(alder: Graph) -> None:
    (claim,) = alder.situations[S + "call"].claims
    assert claim.chain == ("Olaf Brenn", "The Alder Gazette")
    assert claim.modality == "future"


def test_an_office_is_attested_not_dated(alder: Graph) -> None:
    office = alder.situations[S + "office"]
    assert (office.title, office.attested, office.first) == ("mayor", ("2025-03-14", "2025-03-14"), None)


def test_an_article_with_its_publisher(alder: Graph) -> None:
    (article,) = alder.articles.values()
    assert (article.title, article.publisher, article.published) == (
        "Mayor meets envoy",
        "The Alder Gazette",
        "2025-03-14",
    )


def test_without_mentions_everything_counts_as_named(alder: Graph) -> None:
    assert alder.actors[E + "Olaf_Brenn"].named
    assert alder.actors[E + "Norland"].named


ARTICLE = """a:1 a schema:NewsArticle ; schema:publisher :paper ; schema:datePublished "2025-03-14"^^xsd:date .
:paper a nkg:UnnamedSource ; rdfs:label "unknown publisher" .
s:1 a nkg:Event ; rdfs:label "A vote" ; nkg:status nkg:planned ; nkg:actor :crew ; nkg:participant :crew .
:crew a nkg:Group, nkg:Agent ; rdfs:label "the crew" .
t:1 a nif:Sentence ; nif:beginIndex 10 ; nif:endIndex 30 .
c:1 a nkg:Claim ; nkg:describes s:1 ; nkg:inArticle a:1 ; nkg:inSentence t:1 ; nkg:source :paper ; nkg:depth 0 .
"""


def test_a_publisher_nobody_named_is_no_name() -> None:
    found = graph(ARTICLE)
    assert [a.publisher for a in found.articles.values()] == [None]
    assert found.situations[S + "1"].claims[0].chain == (None,)


def test_what_is_only_described_has_no_name() -> None:
    found = graph(ARTICLE + "t:m nkg:refersTo :crew ; nkg:mentionType nkg:nominal .")
    assert not found.actors[E + "crew"].named
    called = graph(ARTICLE + "t:m nkg:refersTo :crew ; nkg:mentionType nkg:name .")
    assert called.actors[E + "crew"].named


def test_words_that_the_graph_leaves_out_stay_out() -> None:
    (claim,) = graph(ARTICLE).situations[S + "1"].claims
    assert (claim.text, claim.begin, claim.end, claim.marked) == ("", 10, 30, None)


def test_the_graph_counts_articles_and_sources() -> None:
    found = graph(ARTICLE + "s:1 nkg:articles 3 ; nkg:independentSources 2 .").situations[S + "1"]
    assert (found.articles, found.sources) == (3, 2)
    uncounted = graph(ARTICLE).situations[S + "1"]
    assert (uncounted.articles, uncounted.sources) == (1, None)


def test_a_loop_of_claims_ends() -> None:
    loop = (
        "c:1 nkg:embeddedIn c:2 . c:2 nkg:embeddedIn c:1 ; nkg:describes s:1 ; nkg:inArticle a:1 ; nkg:inSentence t:1 ."
    )
    assert len(graph(ARTICLE + loop).situations[S + "1"].claims) == 2


def test_a_day_that_no_calendar_has_is_no_day() -> None:
    found = graph(ARTICLE + 's:1 nkg:earliestDate "soon" ; nkg:latestDate "2025-13-40"^^xsd:date .').situations[S + "1"]
    assert (found.first, found.last) == (None, None)


def test_a_contradiction_names_two_claims() -> None:
    two = """c:2 nkg:describes s:1 ; nkg:inArticle a:1 ; nkg:inSentence t:1 ; nkg:polarity nkg:negative .
    <https://example.org/x> a nkg:Contradiction ; nkg:involves c:1, c:2 ; nkg:contradictionType nkg:polarityConflict ;
      nkg:reason "told as done and as not done" ."""
    (found,) = graph(ARTICLE + two).contradictions
    assert (found.type, found.reason) == ("polarity", "told as done and as not done")
    assert (found.a[-1], found.b[-1]) == ("1", "2")
