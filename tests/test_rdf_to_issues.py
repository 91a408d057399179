"""Every rule by the bug that it is there to catch: one seeded into a sound graph, and found."""

from __future__ import annotations

import io
import re
from collections.abc import Callable

import pytest
import rdflib
from claims_to_rdf.cases import CASES
from pyoxigraph import NamedNode, Quad, RdfFormat, parse
from pyshacl import validate

from kg.claims_to_rdf import to_quads
from kg.ontology import PREFIXES, folder
from kg.rdf_to_issues import check, rules

DATA = "https://example.org/news/"
HEAD = "".join(f"PREFIX {p}: <{iri}> " for p, iri in PREFIXES.items()) + "".join(
    f"PREFIX {p}: <{DATA}{path}/> "
    for p, path in {
        "": "entity",
        "ev": "situation",
        "cl": "claim",
        "art": "article",
        "txt": "text",
        "f": "fact",
    }.items()
)
KEY = "955409ce051084d3"
CLAIM = "cl:c-51f725ed67428274"
MADE_UP = """cl:new a nkg:Claim ; nkg:describes ev:meeting-1 ; nkg:source :Alder_Gazette ; nkg:depth 0 ;
  nkg:polarity nkg:positive ; nkg:modality nkg:actual ; nkg:certainty nkg:certain ; nkg:confidence 0.9 ;
  nkg:inArticle art:955409ce051084d3 ; nkg:inSentence txt:955409ce051084d3_s0-70 . """


def fact() -> list[Quad]:
    case = CASES["fact"]()
    return to_quads(case.records, case.world)


def triples(text: str) -> list[Quad]:
    return list(parse(io.BytesIO((HEAD + text).encode()), format=RdfFormat.TRIG))


def without(pattern: str) -> Callable[[list[Quad]], list[Quad]]:
    return lambda quads: [q for q in quads if not re.search(pattern, str(q))]


def plus(text: str) -> Callable[[list[Quad]], list[Quad]]:
    return lambda quads: [*quads, *triples(text)]


def instead(pattern: str, text: str) -> Callable[[list[Quad]], list[Quad]]:
    return lambda quads: plus(text)(without(pattern)(quads))


def claim(change: str, by: str) -> Callable[[list[Quad]], list[Quad]]:
    """A made-up claim with one thing wrong."""
    assert change in MADE_UP
    return plus(MADE_UP.replace(change, by))


BUGS = [
    ("S01", claim("nkg:describes ev:meeting-1", "nkg:describes ev:meeting-1, ev:office-1")),
    ("S02", claim("nkg:source :Alder_Gazette", "nkg:source :Alder_Gazette, :Ana_Ruiz")),
    ("S02", claim("nkg:source :Alder_Gazette ;", "")),
    ("S03", claim("nkg:inSentence txt:955409ce051084d3_s0-70", "nkg:rule 'x'")),
    ("S03", claim("nkg:inArticle art:955409ce051084d3 ;", "")),
    ("S04", instead(r"_s0-70> .*textRegion", f"txt:{KEY}_s0-70 nkg:textRegion nkg:boilerplate .")),
    ("S05", claim("nkg:confidence 0.9", "nkg:confidence 90.0")),
    ("S05", claim("nkg:polarity nkg:positive ;", "")),
    ("S05", claim("nkg:modality nkg:actual", "nkg:modality nkg:certain")),
    ("S05", claim("nkg:certainty nkg:certain", "nkg:certainty nkg:certain, nkg:possible")),
    ("S06", claim("nkg:depth 0", f"nkg:depth 2 ; nkg:embeddedIn {CLAIM}")),
    ("S07", claim("nkg:depth 0 ;", f"nkg:depth 1 ; nkg:embeddedIn {CLAIM} ;")),
    ("S08", claim("nkg:source :Alder_Gazette", "nkg:source :Leo_Brandt")),
    ("S09", claim("nkg:depth 0", 'nkg:depth 0 ; nkg:statedDate "2025-03-21"^^xsd:date')),
    (
        "S10",
        plus(f"""ev:s a nkg:Utterance ; nkg:eventType et:Statement .
          cl:q nkg:describes ev:s ; nkg:speechMode nkg:direct ; nkg:speechAct "said" ;
          nkg:quoteText "I never said so"@en ;
          nkg:inSentence txt:{KEY}_s0-70 ."""),
    ),
    ("S11", plus("txt:x a nif:Phrase ; nif:beginIndex 9 ; nif:endIndex 3 .")),
    ("S12", instead(r"_m0-8> .*anchorOf", f'txt:{KEY}_m0-8 nif:anchorOf "Ana Ruiz,"@en .')),
    ("S13", plus(f"txt:{KEY}_m0-8 nkg:refersTo :Leo_Brandt .")),
    ("S13", plus(f"txt:{KEY}_m0-8 nkg:linkConfidence 0.9, 0.8 .")),
    ("S13", plus(f"txt:{KEY}_m0-8 nkg:linkConfidence 1.2 .")),
    ("S14", plus(f"txt:{KEY}_m71-74 nif:sentence txt:{KEY}_s0-70 .")),
    ("S15", instead("meeting-1> .*eventType", "ev:meeting-1 nkg:eventType et:Meetin .")),
    ("S15", without("meeting-1> .*eventType")),
    ("S16", plus("ev:meeting-1 nkg:status nkg:planned .")),
    ("S16", without("office-1> .*status")),
    ("S17", without(r"describes> <[^>]*office-1>")),
    ("S18", instead("meeting-1> .*latestDate", 'ev:meeting-1 nkg:latestDate "2025-03-01"^^xsd:date .')),
    ("S18", plus('ev:meeting-1 nkg:date "2025-03-15"^^xsd:date .')),
    ("S19", plus("ev:meeting-1 nkg:place :Leo_Brandt .")),
    ("S20", plus('ev:meeting-1 nkg:participant "Sandby" .')),
    ("S20", plus("ev:meeting-1 nkg:participant :Sandby .")),
    ("S21", plus("ev:meeting-1 nkg:actor :Ana_Ruiz ; nkg:recipient :Ana_Ruiz .")),
    ("S22", without(r"meeting-1> .*participant> .*Leo_Brandt")),
    ("S23", instead(r"entity/Leo_Brandt> .*label", ':Leo_Brandt rdfs:label "He"@en .')),
    ("S23", instead(r"entity/Leo_Brandt> .*label", ':Leo_Brandt rdfs:label "News\\nLeo Brandt"@en .')),
    ("S23", without(r"entity/Leo_Brandt> .*label")),
    ("S24", instead("meeting-1> .*status", "ev:meeting-1 nkg:status nkg:claimed .")),
    ("S24", without("fromSituation> .*office-1")),
    ("S25", plus(":Ana_Ruiz nkg:met :Sandby .")),
    ("S25", without("graph/facts")),
    ("S26", plus(":Port_Alder schema:containedInPlace :Ana_Ruiz .")),
    (
        "S26",
        plus(
            ":Port_Alder schema:containedInPlace :a, :b . :a a nkg:GeopoliticalEntity . :b a nkg:GeopoliticalEntity ."
        ),
    ),
]


@pytest.mark.parametrize("name", CASES)
def test_sound_graphs_have_no_issues(name: str) -> None:
    case = CASES[name]()
    assert check(to_quads(case.records, case.world), case.articles) == []


@pytest.mark.parametrize(("rule", "bug"), BUGS, ids=[f"{n}-{rule}" for n, (rule, _) in enumerate(BUGS)])
def test_each_bug_is_found_by_its_rule(rule: str, bug: Callable[[list[Quad]], list[Quad]]) -> None:
    found = check(bug(fact()))
    assert rule in {issue.message[:3] for issue in found}, found


def test_an_institution_may_be_where_it_happens() -> None:
    placed = plus("ev:meeting-1 nkg:place :Alder_Gazette . :Alder_Gazette a nkg:Organization .")
    assert not [issue for issue in check(placed(fact())) if issue.message.startswith("S19")]


def test_every_rule_of_the_shapes_is_checked_and_tested() -> None:
    shapes = set(re.findall(r"\bS\d\d\b", (folder() / "shapes.ttl").read_text(encoding="utf-8")))
    assert {f"S{n:02}" for n in range(1, 27)} == shapes == {r.id for r in rules()} == {rule for rule, _ in BUGS}


@pytest.mark.parametrize("rule", ["S05", "S06", "S07", "S08", "S24", "S25"])
def test_the_shapes_find_the_same_bugs(rule: str) -> None:
    bug = next(b for r, b in BUGS if r == rule)
    graph = rdflib.Graph()
    for q in bug(fact()):
        if isinstance(q.subject, NamedNode) and "/text/" not in q.subject.value:
            graph.parse(data=f"{q.triple} .", format="nt")
    shortcuts = rdflib.Graph().parse(str(folder() / "newskg.ttl"), format="turtle")
    graph += shortcuts.triples((None, rdflib.RDFS.subPropertyOf, None))
    graph += shortcuts.triples((None, rdflib.URIRef(PREFIXES["nkg"] + "promotes"), None))
    shapes = rdflib.Graph().parse(str(folder() / "shapes.ttl"), format="turtle")
    _, _, report = validate(graph, shacl_graph=shapes)
    assert rule in report


def test_an_issue_leads_to_the_sentence() -> None:
    (issue,) = [
        i for i in check(claim("nkg:source :Alder_Gazette", "nkg:source :Leo_Brandt")(fact())) if "S08" in i.message
    ]
    assert (issue.article, issue.level, issue.start, issue.end) == ("fact1", "error", 0, 70)
    assert "Leo_Brandt" in issue.message


def test_words_are_compared_with_the_text() -> None:
    case = CASES["fact"]()
    quads = to_quads(case.records, case.world)
    bad = instead(r"_m0-8> .*anchorOf", f'txt:{KEY}_m0-8 nif:anchorOf "Ann Ruiz"@en .')(quads)
    (issue,) = check(bad, case.articles)
    assert "'Ana Ruiz'" in issue.message
    assert (issue.article, issue.start, issue.end) == ("fact1", 0, 8)
    assert "no text was given" in check(quads, CASES["planned"]().articles)[0].message
