"""What the network knows of disputes: contradictions, sentences in context, how many independent sources there are."""

from __future__ import annotations

from pathlib import Path

import networkx
import pyoxigraph
import pytest

from kg.rdf_to_network import actor_network

PORT_ALDER = Path(__file__).parent / "data" / "port_alder.trig"
E = "https://example.org/news/entity/"
S = "https://example.org/news/situation/"
SECOND = """
@prefix : <https://example.org/news/entity/> . @prefix ev: <https://example.org/news/situation/> .
@prefix cl: <https://example.org/news/claim/> . @prefix art: <https://example.org/news/article/> .
@prefix txt: <https://example.org/news/text/> . @prefix nkg: <https://w3id.org/newskg/ontology#> .
@prefix nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#> .
@prefix schema: <https://schema.org/> . @prefix fact: <https://example.org/news/fact/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .

:unknown a nkg:UnnamedSource ; rdfs:label "unknown publisher (article b)"@en .
art:b a schema:NewsArticle ; schema:headline "No meeting"@en ; schema:publisher :unknown .
txt:b_s0 a nif:Sentence ; nif:referenceContext art:b ; nif:beginIndex 0 ; nif:endIndex 21 ;
    nif:anchorOf "There was no meeting."@en .
txt:b_s23 a nif:Sentence ; nif:referenceContext art:b ; nif:beginIndex 23 ; nif:endIndex 37 ;
    nif:anchorOf "So it is said."@en .
txt:b_s90 a nif:Sentence ; nif:referenceContext art:b ; nif:beginIndex 90 ; nif:endIndex 99 ;
    nif:anchorOf "Far away."@en .
cl:none a nkg:Claim ; nkg:describes ev:meeting ; nkg:source :unknown ; nkg:depth 0 ; nkg:polarity nkg:negative ;
    nkg:modality nkg:actual ; nkg:inArticle art:b ; nkg:inSentence txt:b_s0 ; nkg:confidence 0.7 .
<https://example.org/news/contradiction/x> a nkg:Contradiction ; nkg:contradictionType nkg:polarityConflict ;
    nkg:reason "told as done and as not done" ; nkg:involves cl:meeting, cl:none .
ev:meeting nkg:articles 2 ; nkg:independentSources 1 .
fact:met nkg:articles 1 ; nkg:independentSources 1 .
txt:b_m0 a nkg:Mention ; nkg:refersTo :the_truce ; nkg:mentionType nkg:nominal .
txt:b_m1 a nkg:Mention ; nkg:refersTo :Sandby ; nkg:mentionType nkg:nominal .
txt:b_m2 a nkg:Mention ; nkg:refersTo :Sandby ; nkg:mentionType nkg:name .
"""


@pytest.fixture(scope="module")
def disputed() -> networkx.MultiDiGraph:
    """The network of the graph with a second article that denies the meeting."""
    made = pyoxigraph.Store()
    made.load(path=str(PORT_ALDER), format=pyoxigraph.RdfFormat.TRIG)
    made.load(SECOND.encode(), format=pyoxigraph.RdfFormat.TURTLE)
    return actor_network(made, include="claims")


def test_claims_that_contradict_each_other_are_paired(disputed: networkx.MultiDiGraph) -> None:
    claim = "https://example.org/news/claim/"
    assert disputed.graph["contradictions"] == [
        {"a": claim + "meeting", "b": claim + "none", "type": "polarity", "reason": "told as done and as not done"}
    ]


def test_a_sentence_has_those_beside_it_and_no_others(disputed: networkx.MultiDiGraph) -> None:
    denied, met = disputed.edges[E + "Ana_Ruiz", E + "Olaf_Brenn", S + "meeting"]["evidence"]
    assert (denied["before"], denied["sentence"], denied["after"]) == ("", "There was no meeting.", "So it is said.")
    assert (met["before"], met["after"]) == ("", "")


def test_a_publisher_that_nobody_named_has_no_name(disputed: networkx.MultiDiGraph) -> None:
    denied, _ = disputed.edges[E + "Ana_Ruiz", E + "Olaf_Brenn", S + "meeting"]["evidence"]
    assert (denied["publisher"], denied["chain"]) == (None, ["No meeting"])


def test_an_event_of_no_type_goes_by_its_words() -> None:
    made = pyoxigraph.Store()
    text = PORT_ALDER.read_text(encoding="utf-8").replace("nkg:eventType et:Meeting", "nkg:eventType et:Other")
    made.load(text.encode(), format=pyoxigraph.RdfFormat.TRIG)
    made.update("DELETE WHERE { GRAPH ?g { ?fact <https://w3id.org/newskg/ontology#fromSituation> ?s } }")
    met = actor_network(made).edges[E + "Ana_Ruiz", E + "Olaf_Brenn", S + "meeting"]
    assert (met["type"], met["label"]) == ("Other", "met")


@pytest.mark.parametrize(
    ("role", "label"), [("actor", "meeting, together"), ("recipient", "meeting, both"), ("participant", "meeting")]
)
def test_who_does_or_suffers_the_same_does_it_not_to_each_other(role: str, label: str) -> None:
    made = pyoxigraph.Store()
    text = PORT_ALDER.read_text(encoding="utf-8").replace(
        "nkg:participant :Ana_Ruiz, :Olaf_Brenn", f"nkg:{role} :Ana_Ruiz, :Olaf_Brenn"
    )
    made.load(text.encode(), format=pyoxigraph.RdfFormat.TRIG)
    made.update("DELETE WHERE { GRAPH ?g { ?fact <https://w3id.org/newskg/ontology#fromSituation> ?s } }")
    assert actor_network(made).edges[E + "Ana_Ruiz", E + "Olaf_Brenn", S + "meeting"]["label"] == label


def test_only_what_no_text_calls_by_a_name_is_unnamed(disputed: networkx.MultiDiGraph) -> None:
    assert [n.removeprefix(E) for n, data in disputed.nodes(data=True) if not data["named"]] == ["the_truce"]


def test_an_edge_has_the_numbers_of_the_graph(disputed: networkx.MultiDiGraph) -> None:
    met = disputed.edges[E + "Ana_Ruiz", E + "Olaf_Brenn", S + "meeting"]
    assert (met["articles"], met["sources"]) == (2, 1)
    assert met["facts"][0] == {"label": "met", "back": False, "articles": 1, "sources": 1}


def test_where_the_graph_has_no_numbers_articles_are_counted_and_sources_are_not(
    disputed: networkx.MultiDiGraph,
) -> None:
    call = disputed.edges[E + "Ana_Ruiz", E + "Zoe_Lindqvist", S + "call"]
    assert (call["articles"], call["sources"]) == (1, None)
