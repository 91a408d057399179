"""Claims wherever a command is pointed to: a file of them, standard input, or a folder made by ``kg build``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import KgError

if TYPE_CHECKING:
    from kg.claims_to_entities.links import Table
    from kg.records import Record


def claims(target: str, links: Table | None = None) -> list[Record]:
    """All records of a target; the store of a folder knows them where its claims file was left out.

    ``links`` is a table of identifiers to heed. Raises KgError, naming the place, if it is none or holds no claims.
    """
    from kg.claims_jsonl.files import parse_claims, read_claims
    from kg.claims_to_entities.links import link_records

    if target == "-":
        found = parse_claims(sys.stdin.read(), "standard input")
    else:
        found = _of_folder(Path(target)) if Path(target).is_dir() else read_claims(Path(target))
    return link_records(found, links) if links else found


def _of_folder(folder: Path) -> list[Record]:
    from kg.claims_jsonl.files import read_claims

    file = folder / "claims.jsonl"
    if file.is_file():
        return read_claims(file) if file.stat().st_size else []  # all articles were removed
    if (stored := _stored(folder)) is None:
        raise KgError(f"{folder}: no claims in this folder; `kg build` makes them")
    return stored


def _stored(folder: Path) -> list[Record] | None:
    """The records in the store of a folder; None if there is no store in it."""
    import sqlite3
    from contextlib import closing

    from kg.claims_to_store import DATABASE
    from kg.claims_to_store.versions import Versions

    path = folder / "store" / DATABASE
    if not path.is_file():
        return None
    try:
        with closing(sqlite3.connect(path)) as connection:
            return list(Versions(connection).all())
    except sqlite3.DatabaseError as error:
        raise KgError(f"{path}: cannot be read: {error}") from error
