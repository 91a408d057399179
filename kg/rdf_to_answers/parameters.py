"""Values for a question's parameters, put into the query as RDF terms and never as text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from difflib import get_close_matches
from typing import cast

from pyoxigraph import Literal, NamedNode, QuerySolutions

from kg.errors import QueryError, VocabularyError
from kg.ontology import PREFIXES, term
from kg.rdf_store import Store
from kg.rdf_to_answers.questions import Parameter, Question, is_place

_XSD = PREFIXES["xsd"]
_NAMES = """SELECT DISTINCT ?it ?name WHERE {
  ?it a ?class ; rdfs:label|skos:altLabel ?name .
  FILTER NOT EXISTS { ?it nkg:status ?status } FILTER NOT EXISTS { ?it a skos:Concept }
  FILTER(?class IN (nkg:Person, nkg:Organization, nkg:Group, nkg:GeopoliticalEntity, nkg:Place, nkg:UnnamedSource,
    nkg:Entity, nkg:Document, nkg:Facility, nkg:Product, nkg:LawOrTreaty, nkg:Work, nkg:Agent)) }"""


def fill(store: Store, question: Question, given: Mapping[str, str]) -> str:
    """The query with its parameters filled in. Raises QueryError for one it does not have, or a value that is none."""
    known = {p.name: p for p in question.parameters}
    for name in given:
        if name not in known:
            expected = f"expected one of {', '.join(known)}" if known else "it has none"
            raise QueryError(f"{question.name} has no parameter {name!r}: {expected}")
    values = {name: _values(store, known[name], text) for name, text in given.items()}
    lines = question.sparql.splitlines()
    for name, terms in values.items():
        block = f"VALUES ?{name} {{ {' '.join(terms)} }}"
        lines = [block if is_place(line, name) else line for line in lines]
    return "\n".join(lines) + "\n"


def _values(store: Store, parameter: Parameter, text: str) -> list[str]:
    """One value as SPARQL terms, escaped by the library that writes them."""
    if parameter.kind == "entity":
        return [str(node) for node in entities(store, text)]
    if parameter.kind == "term":
        return [str(_term(text))]
    if parameter.kind == "date":
        return [str(Literal(_date(parameter.name, text), datatype=NamedNode(_XSD + "date")))]
    if parameter.kind == "integer":
        if not re.fullmatch(r"[+-]?\d{1,18}", text.strip()):
            raise QueryError(f"parameter {parameter.name}={text!r}: expected a whole number")
        return [str(Literal(str(int(text)), datatype=NamedNode(_XSD + "integer")))]
    return [str(Literal(text))]


def _date(name: str, text: str) -> str:
    try:
        return date.fromisoformat(text.strip()).isoformat()
    except ValueError as error:
        raise QueryError(f"parameter {name}={text!r}: expected a date like 2025-03-01") from error


def _term(text: str) -> NamedNode:
    try:
        return NamedNode(term(text.strip()))
    except VocabularyError as error:
        raise QueryError(str(error)) from error


def entities(store: Store, name: str) -> list[NamedNode]:
    """The entities of a name, case aside: those with the label, else those also called so; an entity's IRI also does.

    Raises QueryError with the nearest names when there is none.
    """
    solutions = cast("QuerySolutions", store.query(_NAMES))
    rows = [(cast("NamedNode", row["it"]), cast("Literal", row["name"]).value) for row in solutions]
    wanted = " ".join(name.split()).casefold()
    found = {node.value: node for node, called in rows if called.casefold() == wanted or node.value == name.strip()}
    if not found:
        names = sorted({called for _, called in rows})
        folded = {n.casefold(): n for n in reversed(names)}
        near = [folded[n] for n in get_close_matches(wanted, list(folded), n=3, cutoff=0.5)]
        hint = f": did you mean {', '.join(map(repr, near))}?" if near else ""
        raise QueryError(f"nobody and nothing in this graph is called {name!r}{hint}")
    return [found[iri] for iri in sorted(found)]
