"""Quads to bytes: N-Quads, TriG, or one flat Turtle file; the same quads give the same bytes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import IO

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Triple, parse, serialize

from kg.claims_to_rdf.iris import BASE, Iris
from kg.errors import KgError
from kg.ontology import PREFIXES

FORMATS = {"nq": RdfFormat.N_QUADS, "trig": RdfFormat.TRIG, "ttl": RdfFormat.TURTLE}
_LINKS = {"wd": "http://www.wikidata.org/entity/"}


def sort_key(quad: Quad) -> tuple[str, str, str, str]:
    """The place of a quad in every file: by graph, the default graph first, then subject, predicate and object."""
    graph = "" if isinstance(quad.graph_name, DefaultGraph) else str(quad.graph_name)
    return graph, str(quad.subject), str(quad.predicate), str(quad.object)


def prefixes(quads: Sequence[Quad]) -> dict[str, str]:
    """One prefix a kind of thing, for the base that the quads were made with, and those of the vocabularies."""
    graphs = {q.graph_name.value for q in quads if isinstance(q.graph_name, NamedNode)}
    meta = min((g.removesuffix("graph/meta") for g in graphs if g.endswith("graph/meta")), default=BASE)
    return Iris(meta).prefixes() | PREFIXES | _LINKS


def write(quads: Sequence[Quad], target: Path | str | IO[bytes], form: str = "nq") -> None:
    """Write quads to a path or a binary stream as ``nq``, ``trig`` or ``ttl`` (the flat union of all graphs).

    Raises KgError for another format.
    """
    if form not in FORMATS:
        raise KgError(f"no format {form!r}: expected one of {', '.join(FORMATS)}")
    ordered = sorted(set(quads), key=sort_key)
    rows: list[Quad] | list[Triple] = ordered
    if form == "ttl":
        rows = sorted({q.triple for q in ordered}, key=lambda t: (str(t.subject), str(t.predicate), str(t.object)))
    data = serialize(rows, format=FORMATS[form], prefixes=None if form == "nq" else prefixes(ordered)) or b""
    if form != "nq":
        data = _header_sorted(data)
    if isinstance(target, str | Path):
        Path(target).write_bytes(data)
    else:
        target.write(data)


def lines_of(quads: Iterable[Quad]) -> list[str]:
    """Quads as lines of N-Quads, none twice, in the order of their text."""
    return sorted({line for line in (serialize(quads, format=RdfFormat.N_QUADS) or b"").decode().split("\n") if line})


def quads_of(lines: Iterable[str]) -> list[Quad]:
    """The quads of lines of N-Quads."""
    return list(parse("\n".join(lines).encode(), format=RdfFormat.N_QUADS))


def _header_sorted(data: bytes) -> bytes:
    """The same file with its prefixes in order: the serializer writes them in an order of chance."""
    header, body = [], data
    while body.startswith(b"@prefix "):
        line, _, body = body.partition(b"\n")
        header.append(line)
    return b"\n".join([*sorted(header), b"", body])
