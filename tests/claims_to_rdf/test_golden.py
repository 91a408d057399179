"""Golden cases: claims in JSON lines and the graph that is expected of them, compared as sets of quads."""

from __future__ import annotations

import io

import pytest
from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, parse

from kg.claims_jsonl import loads
from kg.claims_to_rdf import to_quads, write
from kg.claims_to_rdf.rdf import node

from .cases import CASES, GOLDEN, Case

CLAIM = (
    "rdf:type", "nkg:describes", "nkg:source", "nkg:depth", "nkg:embeddedIn", "nkg:via", "nkg:polarity", "nkg:modality",
    "nkg:certainty", "nkg:confidence", "nkg:speechMode", "nkg:quoteText", "nkg:contentText", "nkg:statedDate",
    "nkg:statedPlace", "nkg:statedParticipant", "nkg:statedValue", "nkg:inSentence",
)  # fmt: skip


def essence(case: Case) -> list[Quad]:
    """All of the map, facts and analysis, and the claims; of the evidence the sentences only."""
    quads = to_quads(case.records, case.world)
    claims = {q.subject for q in quads if q.object == node("nkg:Claim")}
    kept = {node(name) for name in CLAIM}
    return [
        q
        for q in quads
        if isinstance(q.graph_name, DefaultGraph)
        or q.graph_name.value.endswith(("/facts", "/analysis"))
        or (q.subject in claims and q.predicate in kept)
        or (isinstance(q.subject, NamedNode) and "_s" in q.subject.value and "anchorOf" in q.predicate.value)
    ]


def written(quads: list[Quad]) -> bytes:
    out = io.BytesIO()
    write(quads, out, "trig")
    return out.getvalue()


@pytest.mark.parametrize("name", CASES)
def test_graph_is_the_expected_one(name: str) -> None:
    expected = {str(q) for q in parse(path=str(GOLDEN / name / "expected.trig"), format=RdfFormat.TRIG)}
    found = {str(q) for q in essence(CASES[name]())}
    assert found == expected


@pytest.mark.parametrize("name", CASES)
def test_claims_file_is_what_the_case_says(name: str) -> None:
    lines = (GOLDEN / name / "claims.jsonl").read_text(encoding="utf-8").splitlines()
    assert list(loads(lines)) == CASES[name]().records
