"""Asking a graph in tests: the built Turtle in Oxigraph, answers as rows of plain strings."""

from __future__ import annotations

import io

import pyoxigraph
from pyoxigraph import Quad, RdfFormat, Store

from kg.claims_to_rdf import write
from kg.ontology import PREFIXES, folder

HEAD = "".join(f"PREFIX {p}: <{iri}> " for p, iri in PREFIXES.items()) + "PREFIX : <https://example.org/news/entity/> "


def turtle(quads: list[Quad]) -> bytes:
    """The flat Turtle of some quads."""
    out = io.BytesIO()
    write(quads, out, "ttl")
    return out.getvalue()


def flat(quads: list[Quad]) -> Store:
    """A store with the flat Turtle of some quads and the vocabulary."""
    store = Store()
    store.load(turtle(quads), format=RdfFormat.TURTLE)
    for name in ("newskg.ttl", "events.ttl"):
        store.load(path=str(folder() / name))
    return store


def rows(store: Store, query: str) -> list[tuple[str, ...]]:
    """The answer to a SELECT query: the local name or value of each cell, the rows sorted."""
    answer = store.query(HEAD + query)
    assert isinstance(answer, pyoxigraph.QuerySolutions)
    names = [v.value for v in answer.variables]
    return sorted(tuple(_plain(row[n]) for n in names) for row in answer)


def _plain(term: object) -> str:
    value = getattr(term, "value", "")
    return value.replace("#", "/").rsplit("/", 1)[-1] if isinstance(term, pyoxigraph.NamedNode) else value
