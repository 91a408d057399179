"""A store of quads with the vocabulary beside them, so that queries can go up the hierarchy of event types.

The vocabulary stands in a graph of its own. Queries see it, as they see the union of all graphs; ``quads()``, which
exports and checks read, leaves it out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

import pyoxigraph
from pyoxigraph import NamedNode, Quad

from kg.errors import QueryError
from kg.ontology import PREFIXES, folder

if TYPE_CHECKING:
    import rdflib

VOCABULARY = NamedNode("https://w3id.org/newskg/ontology")
Answer = pyoxigraph.QuerySolutions | pyoxigraph.QueryBoolean | pyoxigraph.QueryTriples


@cache
def _vocabulary() -> tuple[Quad, ...]:
    """The triples of the ontology and the scheme of event types, as quads of one graph."""
    read = pyoxigraph.Store()
    for name in ("newskg.ttl", "events.ttl"):
        read.load(path=str(folder() / name), to_graph=VOCABULARY)
    return tuple(read)


class Store:
    """Quads that can be loaded, read and asked. Make one with ``open_store``."""

    def __init__(self, inner: pyoxigraph.Store, *, read_only: bool = False) -> None:
        self._inner = inner
        if not read_only:
            inner.bulk_extend(_vocabulary())

    @property
    def inner(self) -> pyoxigraph.Store:
        """The Oxigraph store itself, for what this class does not offer."""
        return self._inner

    def load(self, quads: Iterable[Quad]) -> None:
        """Add quads, and have them on disk if the store is; loading the same twice changes nothing."""
        self._inner.bulk_extend(quads)
        self._inner.flush()

    def quads(self) -> Iterator[Quad]:
        """All quads but the vocabulary's, in no order."""
        return (q for q in self._inner if q.graph_name != VOCABULARY)

    def __iter__(self) -> Iterator[Quad]:
        return self.quads()

    def __len__(self) -> int:
        return sum(1 for _ in self.quads())

    def query(self, sparql: str, *, use_default_graph_as_union: bool = True) -> Answer:
        """Ask a SPARQL 1.1 query; the prefixes of the ontology and of this graph need not be declared.

        Raises QueryError, in one line, for a query that cannot be parsed or evaluated.
        """
        try:
            return self._inner.query(
                sparql, prefixes=self.prefixes(), use_default_graph_as_union=use_default_graph_as_union
            )
        except SyntaxError as error:
            raise QueryError(f"the query cannot be read: {_one_line(str(error))}") from error
        except (OSError, ValueError) as error:
            raise QueryError(f"the query cannot be answered: {_one_line(str(error))}") from error

    def prefixes(self) -> dict[str, str]:
        """Prefix to namespace: the vocabularies, Wikidata, and one prefix a kind of thing under the data's base."""
        return {**PREFIXES, "wd": "http://www.wikidata.org/entity/", **_data_prefixes(self.base())}

    def base(self) -> str:
        """The IRI under which the data is named, seen from any article in it; the default if there is none."""
        article = NamedNode("https://schema.org/NewsArticle")
        rdf_type = NamedNode(PREFIXES["rdf"] + "type")
        for quad in self._inner.quads_for_pattern(None, rdf_type, article, None):
            if isinstance(quad.subject, NamedNode) and "/article/" in quad.subject.value:
                return quad.subject.value.rpartition("article/")[0]
        return "https://example.org/news/"

    def as_rdflib(self) -> rdflib.Dataset:
        """The same quads as an rdflib dataset over the union of its graphs; a view, not a copy."""
        import rdflib  # noqa: PLC0415 - heavy, and most commands do without
        from oxrdflib import OxigraphStore  # noqa: PLC0415

        dataset = rdflib.Dataset(store=OxigraphStore(store=self._inner), default_union=True)
        for prefix, iri in self.prefixes().items():
            dataset.bind(prefix, iri, replace=True)
        return dataset


def _data_prefixes(base: str) -> dict[str, str]:
    """The prefixes of a graph's own data, as its files declare them."""
    kinds = {
        "": "entity",
        "ev": "situation",
        "cl": "claim",
        "art": "article",
        "txt": "text",
        "g": "graph",
        "fact": "fact",
    }
    return {prefix: f"{base}{kind}/" for prefix, kind in kinds.items()}


def _one_line(message: str) -> str:
    """What a parser says, in one line: where, and a few of the things that might stand there."""
    text = " ".join(message.split())
    where, expected, rest = text.partition(": expected one of ")
    if not expected:
        return text if len(text) <= 200 else text[:199] + "…"
    wanted = [w for w in rest.split(", ") if w[:1].isalpha() or w[:1] == '"'][:6]
    return f"{where}: expected {', '.join(wanted) or 'something else'} or the like"
