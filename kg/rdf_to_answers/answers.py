"""Asking a store: a named question, a query file or free SPARQL, answered as rows, triples or yes and no."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from pyoxigraph import BlankNode, Literal, NamedNode, QueryBoolean, QuerySolutions, Triple

from kg.errors import QueryError
from kg.rdf_store import Store
from kg.rdf_to_answers.parameters import fill
from kg.rdf_to_answers.questions import find_question

Term = NamedNode | BlankNode | Literal
Row = tuple[Term | None, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query gave: ``columns`` and ``rows`` (SELECT), ``triples`` (CONSTRUCT, DESCRIBE) or ``yes`` (ASK)."""

    columns: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    triples: tuple[Triple, ...] | None = None
    yes: bool | None = None
    prefixes: Mapping[str, str] = field(default_factory=dict)

    def values(self) -> list[tuple[str | None, ...]]:
        """The rows as plain strings, IRIs and literals alike; None where nothing is bound."""
        return [tuple(None if term is None else term.value for term in row) for row in self.rows]


def answer(store: Store, question: str, params: Mapping[str, str] | None = None) -> Answer:
    """Ask a store. ``question`` is the name of a question, the path of a .rq file, or SPARQL 1.1.

    ``params`` narrow a question down: ``{"who": "Ana Ruiz"}``; names are looked up in the graph, whatever their case.
    Rows come in the order the query asks for, triples sorted. The query sees the union of all graphs.

    Raises QueryError for an unknown question, parameter or name, and for SPARQL that cannot be read or answered.
    """
    asked = find_question(question)
    found = store.query(fill(store, asked, params or {}))
    prefixes = store.prefixes()
    try:
        if isinstance(found, QuerySolutions):
            columns = tuple(v.value for v in found.variables)
            rows = tuple(tuple(_plain(row[c]) for c in columns) for row in found)
            return Answer(columns, rows, prefixes=prefixes)
        if isinstance(found, QueryBoolean):
            return Answer(yes=bool(found), prefixes=prefixes)
        return Answer(triples=tuple(sorted(set(found), key=str)), prefixes=prefixes)
    except (OSError, ValueError) as error:
        raise QueryError(f"the query cannot be answered: {error}") from error


def _plain(term: Term | Triple | None) -> Term | None:
    if isinstance(term, Triple):
        raise QueryError("the query gives triples as values, which rows cannot hold: ask for their parts")
    return term
