"""Quads to bytes: N-Quads, TriG, or one flat Turtle file; the same quads give the same bytes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import IO

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Triple, parse, serialize

from kg.claims_to_rdf.iris import BASE, Iris
from kg.errors import KgError
from kg.ontology import PREFIXES

FORMATS = {"nq": RdfFormat.N_QUADS, "trig": RdfFormat.TRIG, "ttl": RdfFormat.TURTLE}
_LINKS = {"wd": "http://www.wikidata.org/entity/"}


@dataclass(frozen=True, slots=True)
class Graph:
    """Quads in the order of every file, each with its line of N-Quads. Make one with ``graph_of``."""

    lines: tuple[str, ...]
    quads: tuple[Quad, ...]

    def texts(self, forms: Iterable[str] = tuple(FORMATS)) -> Mapping[str, bytes]:
        """The content of a file in each of some formats. Raises KgError for a format that there is not."""
        return {form: self._text(form) for form in forms}

    def _text(self, form: str) -> bytes:
        if form not in FORMATS:
            raise KgError(f"no format {form!r}: expected one of {', '.join(FORMATS)}")
        if form == "nq":
            return "".join(f"{line}\n" for line in self.lines).encode()
        rows: Sequence[Quad] | Sequence[Triple] = self.quads if form == "trig" else list(self._flat())
        data = serialize(rows, format=FORMATS[form], prefixes=prefixes(self.quads)) or b""
        return _header_sorted(data)

    def _flat(self) -> Iterator[Triple]:
        """The triples of all graphs, in order, none twice."""
        rows = sorted((parts(line)[1:], n) for n, line in enumerate(self.lines))
        for _, same in groupby(rows, key=lambda row: row[0]):
            yield self.quads[next(same)[1]].triple


def graph_of(lines: Iterable[str]) -> Graph:
    """The graph that lines of N-Quads are, none of them twice."""
    ordered = sorted(lines, key=parts)
    return Graph(tuple(ordered), tuple(quads_of(ordered)))


def parts(line: str) -> tuple[str, str, str, str]:
    """Graph, subject, predicate and object of a line of N-Quads, the order of every file; the default graph is "".

    >>> parts('<a:s> <a:p> "x y"@en <a:g> .')
    ('<a:g>', '<a:s>', '<a:p>', '"x y"@en')
    """
    subject, predicate, rest = line.split(" ", 2)
    end = rest.index(" ", 0 if rest.startswith("<") else rest.rindex('"'))
    return rest[end + 1 : -2], subject, predicate, rest[:end]


def sort_key(quad: Quad) -> tuple[str, str, str, str]:
    """The place of a quad in every file: by graph, the default graph first, then subject, predicate and object."""
    graph = "" if isinstance(quad.graph_name, DefaultGraph) else str(quad.graph_name)
    return graph, str(quad.subject), str(quad.predicate), str(quad.object)


def prefixes(quads: Sequence[Quad]) -> dict[str, str]:
    """One prefix a kind of thing, for the base that the quads were made with, and those of the vocabularies."""
    graphs = {q.graph_name.value for q in quads if isinstance(q.graph_name, NamedNode)}
    meta = min((g.removesuffix("graph/meta") for g in graphs if g.endswith("graph/meta")), default=BASE)
    return Iris(meta).prefixes() | PREFIXES | _LINKS


def write(quads: Iterable[Quad], target: Path | str | IO[bytes], form: str = "nq") -> None:
    """Write quads to a path or a binary stream as ``nq``, ``trig`` or ``ttl`` (the flat union of all graphs).

    Raises KgError for another format.
    """
    data = graph_of(lines_of(quads)).texts([form])[form]
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
