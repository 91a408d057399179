"""Claims wherever a command is pointed to: a file of them, standard input, or a folder made by ``kg build``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import ClaimError, KgError

if TYPE_CHECKING:
    from kg.records import Record


def claims(target: str) -> list[Record]:
    """All records of a target; the store of a folder knows them where its claims file was left out.

    Raises KgError, naming the place, if it is none or holds something else.
    """
    from kg.claims_jsonl import loads

    folder = Path(target)
    if folder.is_dir() and not (folder / "claims.jsonl").is_file() and (stored := _stored(folder)) is not None:
        return stored
    path = folder / "claims.jsonl" if folder.is_dir() else folder
    try:
        text = sys.stdin.read() if target == "-" else path.read_text(encoding="utf-8")
        return list(loads(text.split("\n")))
    except (OSError, UnicodeDecodeError, ClaimError) as error:
        raise KgError(f"{path}: {error.strerror if isinstance(error, OSError) else error}") from error


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
