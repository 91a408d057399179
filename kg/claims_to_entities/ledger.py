"""Counts of what units (articles, clusters, situations) say about keys, kept so that one unit more costs one unit.

A unit gives a set of counted values under keys; giving again replaces what it gave before, giving nothing takes it
back. What is kept for a key is the sum over all units, whatever order they came in, so everything derived from it is a
function of the set of units. Results derived from keys are kept beside, to tell what a change really changed.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

Entry = tuple[str, str, str]  # key, aspect, value
Gift = Counter[Entry]

_TABLES = """
CREATE TABLE IF NOT EXISTS tally (key TEXT, aspect TEXT, value TEXT, n INTEGER,
                                  PRIMARY KEY (key, aspect, value)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS gift (unit TEXT PRIMARY KEY, entries BLOB) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS result (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
"""


def entry(key: str, aspect: str, value: object) -> Entry:
    """An entry with its value as JSON, so that equal values are equal text.

    >>> entry("name:ruiz", "label", ["Ana Ruiz", 2])
    ('name:ruiz', 'label', '["Ana Ruiz",2]')
    """
    return key, aspect, json.dumps(value, ensure_ascii=False, separators=(",", ":"))


class Ledger:
    """The counts of all units, in an SQLite database: in memory, or a file that the caller opened and commits."""

    def __init__(self, connection: sqlite3.Connection | None = None) -> None:
        self._db = connection or sqlite3.connect(":memory:", isolation_level=None)
        self._db.executescript(_TABLES)

    def give(self, unit: str, gift: Mapping[Entry, int]) -> set[str]:
        """Let a unit give these entries and no others; the keys under which a count changed."""
        row = self._db.execute("SELECT entries FROM gift WHERE unit = ?", (unit,)).fetchone()
        old = _unpacked(row[0]) if row else Counter()
        if old == gift:
            return set()
        changes = [(*e, d) for e in old.keys() | gift.keys() if (d := gift.get(e, 0) - old.get(e, 0))]
        self._db.executemany(
            "INSERT INTO tally VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET n = n + excluded.n", changes
        )
        gone = [c[:3] for c in changes if c[3] < 0]
        self._db.executemany("DELETE FROM tally WHERE key = ? AND aspect = ? AND value = ? AND n = 0", gone)
        if gift:
            self._db.execute("INSERT OR REPLACE INTO gift VALUES (?, ?)", (unit, _packed(gift)))
        else:
            self._db.execute("DELETE FROM gift WHERE unit = ?", (unit,))
        return {c[0] for c in changes}

    def counts(self, key: str, aspect: str) -> dict[str, int]:
        """The values (JSON) that units gave under a key and aspect, in order, with their counts."""
        query = "SELECT value, n FROM tally WHERE key = ? AND aspect = ? ORDER BY value"
        found = self._db.execute(query, (key, aspect))
        return dict(found.fetchall())

    def some(self, key: str, aspect: str, most: int) -> list[str]:
        """The first ``most`` values under a key and aspect, so that what is too much to read need not be read."""
        found = self._db.execute(
            "SELECT value FROM tally WHERE key = ? AND aspect = ? ORDER BY value LIMIT ?", (key, aspect, most)
        )
        return [v for (v,) in found]

    def all(self, key: str) -> dict[str, dict[Any, int]]:
        """Everything under a key: by aspect, the values out of their JSON (lists as tuples) with their counts."""
        out: dict[str, dict[Any, int]] = {}
        for aspect, value, n in self._db.execute(
            "SELECT aspect, value, n FROM tally WHERE key = ? ORDER BY aspect, value", (key,)
        ):
            out.setdefault(aspect, {})[plain(value)] = n
        return out

    def result(self, key: str) -> Any:  # noqa: ANN401 - whatever was kept
        """The result kept under a key; None if there is none."""
        row = self._db.execute("SELECT value FROM result WHERE key = ?", (key,)).fetchone()
        return None if row is None else plain(row[0])

    def keep(self, key: str, value: object) -> bool:
        """Keep a result, None to forget it; whether that is another one than before."""
        row = self._db.execute("SELECT value FROM result WHERE key = ?", (key,)).fetchone()
        new = None if value is None else json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        if (row[0] if row else None) == new:
            return False
        if new is None:
            self._db.execute("DELETE FROM result WHERE key = ?", (key,))
        else:
            self._db.execute("INSERT OR REPLACE INTO result VALUES (?, ?)", (key, new))
        return True

    def results(self, prefix: str) -> list[tuple[str, Any]]:
        """All results whose key begins with a prefix, in the order of their keys."""
        rows = self._db.execute(
            "SELECT key, value FROM result WHERE key >= ? AND key < ? ORDER BY key", (prefix, prefix + "\U0010ffff")
        )
        return [(k, plain(v)) for k, v in rows]


def plain(value: str) -> Any:  # noqa: ANN401 - any JSON
    """A value out of its JSON, lists as tuples, so that it can be a key.

    >>> plain('["a",[1,null]]')
    ('a', (1, None))
    """
    if value.startswith('"') and "\\" not in value:
        return value[1:-1]
    return _tuples(json.loads(value))


def _tuples(value: object) -> object:
    return tuple(_tuples(v) for v in value) if isinstance(value, list) else value


def _packed(gift: Mapping[Entry, int]) -> bytes:
    return zlib.compress(json.dumps([[*e, n] for e, n in sorted(gift.items())], ensure_ascii=False).encode(), 1)


def _unpacked(data: bytes) -> Gift:
    return Counter({(k, a, v): n for k, a, v, n in json.loads(zlib.decompress(data))})


def gift_of(entries: Iterable[Entry]) -> Gift:
    """Entries counted."""
    return Counter(entries)
