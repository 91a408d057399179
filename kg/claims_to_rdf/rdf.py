"""RDF terms from plain values: prefixed names to IRIs, and literals in the one form every store keeps as it is."""

from __future__ import annotations

import re
from functools import cache

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from kg.errors import VocabularyError
from kg.ontology import PREFIXES, term

Graph = NamedNode | DefaultGraph
Object = NamedNode | Literal

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?=$|T)")
_EDTF = re.compile(r"[0-9~?%/.T:Z+-]+")


@cache
def node(name: str) -> NamedNode:
    """The IRI of a prefixed name, ``nkg:met`` or ``rdf:type``.

    Raises VocabularyError for a prefix that is not known, and for a name of our own that the ontology lacks.
    """
    prefix, _, local = name.partition(":")
    if prefix not in PREFIXES:
        raise VocabularyError(f"no prefix {prefix!r}: expected one of {', '.join(PREFIXES)}")
    return NamedNode(term(name) if prefix in ("nkg", "et") else PREFIXES[prefix] + local)


def triple(graph: Graph, subject: NamedNode, predicate: str, value: Object) -> Quad:
    """One quad with a prefixed name as its predicate."""
    return Quad(subject, node(predicate), value, graph)


def words(text: str, language: str = "en") -> Literal:
    """Words of a language; the tag in lower case, as every store returns it."""
    return Literal(text, language=language.lower()) if language else Literal(text)


def plain(text: str) -> Literal:
    """A plain string."""
    return Literal(text)


def integer(number: int) -> Literal:
    """An ``xsd:integer``."""
    return Literal(str(number), datatype=node("xsd:integer"))


def decimal(number: float) -> Literal:
    """An ``xsd:decimal`` of at most four places, without trailing zeros: stores rewrite ``0.70`` to ``0.7``.

    >>> decimal(0.70).value, decimal(1).value
    ('0.7', '1.0')
    """
    text = f"{number:.4f}".rstrip("0")
    return Literal(text + "0" if text.endswith(".") else text, datatype=node("xsd:decimal"))


def day(value: str | None) -> Literal | None:
    """An ``xsd:date`` of an ISO date or datetime that names a day, else None.

    >>> day("2025-03-13T21:00").value, day("2025-03")
    ('2025-03-13', None)
    """
    found = _DAY.match(value or "")
    return Literal(found.group(), datatype=node("xsd:date")) if found else None


def edtf(value: str | None) -> Literal | None:
    """An EDTF literal; None without a value."""
    return Literal(value, datatype=node("edtf:EDTF")) if value and _EDTF.fullmatch(value) else None
