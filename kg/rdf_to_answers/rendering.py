"""Answers as text: a plain table, CSV, SPARQL results JSON, or Turtle. Whoever calls prints them."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, serialize

from kg.errors import QueryError
from kg.rdf_to_answers.answers import Answer, Term

# A cell of the plain table is cut at this many characters; the other formats keep every word.
WIDTH = 60
_STRING = "http://www.w3.org/2001/XMLSchema#string"


def render(answer: Answer, form: str = "table") -> str:
    """An answer as text in one of ``FORMATS``, ending in a line end.

    Raises QueryError for another format, or one that cannot hold the answer: rows are no Turtle, triples no CSV.
    """
    if form not in FORMATS:
        raise QueryError(f"no format {form!r}: expected one of {', '.join(FORMATS)}")
    return FORMATS[form](answer)


def short(term: Term | None, prefixes: Mapping[str, str]) -> str:
    """A term for the eye: the words of a literal, an IRI by its prefix if it has one."""
    if not isinstance(term, NamedNode):
        return "" if term is None else term.value
    fits = [(len(iri), p, iri) for p, iri in prefixes.items() if term.value.startswith(iri)]
    if not fits:
        return term.value
    _, prefix, iri = max(fits)
    return f"{prefix}:{term.value.removeprefix(iri)}"


def _table(answer: Answer) -> str:
    if answer.yes is not None:
        return "yes\n" if answer.yes else "no\n"
    if answer.triples is not None:
        return _turtle(answer)
    if not answer.rows:
        return "(nothing found)\n"
    cells = [[_cell(short(term, answer.prefixes)) for term in row] for row in answer.rows]
    return aligned([*map(_cell, answer.columns)], cells)


def aligned(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Columns padded to the same width, a line of dashes under the head.

    >>> print(aligned(["who", "n"], [["Ana", "2"]]), end="")
    who  n
    ---  -
    Ana  2
    """
    widths = [max(map(len, column)) for column in zip(head, *rows, strict=True)]
    lines = [head, ["-" * w for w in widths], *rows]
    return "".join("  ".join(c.ljust(w) for c, w in zip(line, widths, strict=True)).rstrip() + "\n" for line in lines)


def _cell(text: str) -> str:
    """One line without control characters (a terminal would obey them), cut to the width."""
    plain = re.sub(r"\s+", " ", text)
    plain = "".join(c for c in plain if c.isprintable())
    return plain if len(plain) <= WIDTH else plain[: WIDTH - 1] + "…"


def _csv(answer: Answer) -> str:
    """Rows by the SPARQL 1.1 results format for CSV: plain values, lines ended by a line feed."""
    if answer.triples is not None:
        raise QueryError("triples cannot be written as csv: use ttl")
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    if answer.yes is not None:
        writer.writerows([["answer"], [str(answer.yes).lower()]])
    else:
        writer.writerow(answer.columns)
        writer.writerows([["" if v is None else v for v in row] for row in answer.values()])
    return out.getvalue()


def _json(answer: Answer) -> str:
    """SPARQL 1.1 query results JSON (W3C 2013)."""
    if answer.triples is not None:
        raise QueryError("triples cannot be written as json: use ttl")
    if answer.yes is not None:
        found: dict[str, Any] = {"head": {}, "boolean": answer.yes}
    else:
        bound = [{c: _binding(t) for c, t in zip(answer.columns, row, strict=True) if t} for row in answer.rows]
        found = {"head": {"vars": list(answer.columns)}, "results": {"bindings": bound}}
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def _binding(term: Term) -> dict[str, str]:
    if isinstance(term, Literal):
        more = {"xml:lang": term.language} if term.language else {}
        if not term.language and term.datatype.value != _STRING:
            more = {"datatype": term.datatype.value}
        return {"type": "literal", "value": term.value, **more}
    return {"type": "bnode" if isinstance(term, BlankNode) else "uri", "value": term.value}


def _turtle(answer: Answer) -> str:
    if answer.triples is None:
        raise QueryError("only CONSTRUCT and DESCRIBE give triples; write rows as table, csv or json")
    data = serialize(answer.triples, format=RdfFormat.TURTLE, prefixes=dict(answer.prefixes)) or b""
    text = data.decode()
    head = [line for line in text.splitlines() if line.startswith("@prefix ")]
    body = [line for line in text.splitlines() if not line.startswith("@prefix ")]
    return "\n".join([*sorted(head), "", *body]) + "\n"


FORMATS: dict[str, Callable[[Answer], str]] = {"table": _table, "csv": _csv, "json": _json, "ttl": _turtle}
