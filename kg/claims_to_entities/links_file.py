"""A table of links read from CSV: columns label, alias, id, type; an error is one line with the file and its line."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

from kg.claims_to_entities.links import Row, Table
from kg.claims_to_entities.names import family
from kg.errors import KgError
from kg.records import ENTITY_TYPES

COLUMNS = ("label", "alias", "id", "type")
REQUIRED = ("label", "id", "type")
_QID = re.compile(r"(?:https?://(?:www\.)?wikidata\.org/(?:wiki|entity)/)?(Q[1-9]\d*)")
_IRI = re.compile(r"https?://[^\s/<>\"{}|\\^`]+/[^\s<>\"{}|\\^`]*")


def read_links(path: Path) -> Table:
    """The table of a CSV file; a path that is not there, not text, or not as described raises KgError."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise KgError(f"{path}: cannot be read: {error.strerror}") from error
    return parse_links(data, path.name)


def parse_links(data: bytes, file: str = "links.csv") -> Table:
    r"""The table of a CSV text: comma, semicolon or tab; UTF-8, or UTF-16 with its mark, as spreadsheets write it.

    Several aliases of a row are separated by ``|``; several rows may have one id. Columns of other names are left out.

    >>> parse_links(b"label,alias,id,type\nAna Ruiz,A. Ruiz,Q42,person\n").rows[0].iri
    'http://www.wikidata.org/entity/Q42'
    """
    lines = _lines(_decoded(data, file), file)
    head = [cell.strip().casefold() for cell in next(lines, (1, []))[1]]
    missing = [c for c in REQUIRED if c not in head]
    if missing:
        raise KgError(f"{file}: line 1: no column {missing[0]!r}: expected {', '.join(COLUMNS)}")
    doubled = [c for c in COLUMNS if head.count(c) > 1]
    if doubled:
        raise KgError(f"{file}: line 1: two columns {doubled[0]!r}")
    return Table((_row(n, cells, head, file) for n, cells in lines if any(c.strip() for c in cells)), file)


def _lines(text: str, file: str) -> Iterator[tuple[int, list[str]]]:
    """Each row with the number of its first line: a quoted value may go over several."""
    lines, first = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True), 1
    while True:
        try:
            cells = next(lines)
        except StopIteration:
            return
        except csv.Error as error:
            raise KgError(f"{file}: line {first}: {error}") from error
        yield first, cells
        first = lines.line_num + 1


def _row(line: int, cells: list[str], head: list[str], file: str) -> Row:
    where = f"{file}: line {line}"
    if any(cell.strip() for cell in cells[len(head) :]):
        raise KgError(f"{where}: {len(cells)} values for {len(head)} columns; quote a value that holds the separator")
    row = {column: cell.strip() for column, cell in zip(head, cells, strict=False)}
    for column in REQUIRED:
        if not row.get(column):
            raise KgError(f"{where}: no {column}")
    if row["type"] not in ENTITY_TYPES:
        raise KgError(f"{where}: type {row['type']!r}: expected one of {', '.join(ENTITY_TYPES)}")
    aliases = tuple(alias.strip() for alias in row.get("alias", "").split("|") if alias.strip())
    return Row(line, row["label"], aliases, _iri(row["id"], where), family(row["type"]))


def _iri(given: str, where: str) -> str:
    if found := _QID.fullmatch(given):
        return f"http://www.wikidata.org/entity/{found[1]}"
    if "wikidata.org" in given or not _IRI.fullmatch(given):
        raise KgError(f"{where}: id {given!r}: expected a Wikidata id like Q42, or an IRI that begins with https://")
    return given


def _decoded(data: bytes, file: str) -> str:
    encoding = "utf-16" if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise KgError(f"{file}: line {line}: not UTF-8; save it as CSV UTF-8") from error


def _delimiter(text: str) -> str:
    """Whatever parts the head into most columns."""
    head = text.partition("\n")[0]
    return max(",;\t", key=head.count)
