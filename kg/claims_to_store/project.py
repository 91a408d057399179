"""A project: articles, the world behind them and the graph in units, in one SQLite file beside the Oxigraph store.

The database is the truth; the Oxigraph store can be made from it again. A change is one transaction that also notes
which quads come and go; these are then carried into the store, and if that is interrupted, on the next opening.
"""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from kg.claims_to_entities import Growth, Ledger
from kg.claims_to_entities.links import Table
from kg.claims_to_entities.verdicts import Verdicts
from kg.claims_to_rdf import Rendering
from kg.claims_to_rdf.writing import lines_of
from kg.claims_to_store.versions import Versions
from kg.errors import KgError
from kg.records import Article, Record
from kg.settings import Settings

DATABASE = "claims.db"
# Raised whenever a stored project could no longer be grown by this code as if by the code that made it.
FORMAT = "3"
_TABLES = """
CREATE TABLE IF NOT EXISTS unit (name TEXT PRIMARY KEY, quads BLOB, n INTEGER) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS journal (line TEXT PRIMARY KEY, added INTEGER) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS setting (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS total (name TEXT PRIMARY KEY, n INTEGER) WITHOUT ROWID;
"""
# How many articles are taken in at once: more need more memory, fewer look at shared names more often.
CHUNK = 250


@dataclass(frozen=True, slots=True)
class Delta:
    """Quads that came and went, as lines of N-Quads."""

    added: tuple[str, ...]
    removed: tuple[str, ...]


class Project:
    """The database of a project. Open one with ``open_project``, make one with ``create``.

    What is not ``journaled`` is carried into the store as a whole.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        settings: Settings,
        verdicts: Verdicts | None = None,
        links: Table | None = None,
        *,
        journaled: bool = True,
    ) -> None:
        self._db = connection
        self._journaled = journaled
        connection.executescript(_TABLES)
        self.versions = Versions(connection, links)
        self.growth = Growth(Ledger(connection), self.versions.load, verdicts)
        self._rendering = Rendering(self.growth, self.versions.load, settings.base, settings.policy, settings.text)
        self._agree(settings)
        self._heed(verdicts, links)

    def _agree(self, settings: Settings) -> None:
        """Keep the settings the graph is made with. Raises KgError if they are not those it was begun with."""
        asked = {"format": FORMAT, "base": settings.base, "policy": settings.policy, "text": settings.text}
        known = dict(self._db.execute("SELECT name, value FROM setting").fetchall())
        for name, value in asked.items():
            if known.get(name, value) != value:
                raise KgError(f"this store was made with {name} {known[name]!r}, not {value!r}: build it anew")
        self._db.executemany("INSERT OR REPLACE INTO setting VALUES (?, ?)", sorted(asked.items()))

    def _heed(self, verdicts: Verdicts | None, links: Table | None) -> None:
        """Look at everything again if the user's files say something else than what the graph was made by.

        Raises KgError if one of them said something and is not given now: nothing is taken back by chance.
        """
        known = dict(self._db.execute("SELECT name, value FROM setting").fetchall())
        told = {
            "merges": None if verdicts is None else (verdicts.file, repr(verdicts.verdicts) * bool(verdicts)),
            "links": None if links is None else (links.file, repr((links.file, links.rows)) * bool(links)),
        }
        said: dict[str, str] = {}
        for name, given in told.items():
            if given is None and known.get(f"{name} file"):
                before = f"this store was made with {known[f'{name} file']}"
                raise KgError(f"{before}: give it again with --{name}, or one that says nothing to take it back")
            file, words = given or ("", "")
            said |= {name: hashlib.sha256(words.encode()).hexdigest(), f"{name} file": file if words else ""}
        with self._transaction():
            if any(known.get(name, said[name]) != said[name] for name in told):
                self._change(set(self.versions.ids()))
            self._db.executemany("INSERT OR REPLACE INTO setting VALUES (?, ?)", sorted(said.items()))

    def add(self, records: Iterable[Record]) -> None:
        """Take in articles with all that was read from them; a source that is known already is replaced."""
        batch: dict[str, list[Record]] = {}
        for record in dict.fromkeys(records):
            batch.setdefault(record.id if isinstance(record, Article) else record.article, []).append(record)
        known = [(a, found) for found in batch.values() for a in found if isinstance(a, Article)]
        for start in range(0, len(known), CHUNK):
            with self._transaction():
                touched: set[str] = set()
                for article, found in known[start : start + CHUNK]:
                    rest = [r for r in found if not isinstance(r, Article)]
                    touched |= self.versions.put(article, [article, *rest])
                self._change(touched)

    def remove(self, names: Sequence[str]) -> int:
        """Take out articles by source, file name or id, with all that only they said; how many sources that were.

        Raises KgError for a name that fits none or several, and then removes nothing.
        """
        sources = sorted({s for name in names for s in self.versions.named(name)})
        with self._transaction():
            self._change({a for source in sources for a in self.versions.drop(source)})
        return len(sources)

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")
        self.versions.forget()

    def _change(self, articles: set[str]) -> None:
        units = self._rendering.render(self.growth.change(articles))
        for name, quads in sorted(units.items()):
            self._write(name, lines_of(quads))
        for article in sorted(articles):
            placed = self.growth.placed(article)
            claims = len(placed.claims) if placed else 0
            self._count("claim", claims - (self.growth.ledger.result(f"claims of {article}") or 0))
            self.growth.ledger.keep(f"claims of {article}", claims or None)
        others = self.counts().get("others", 0)
        self._write("dataset", lines_of(self._rendering.dataset(others)) if others else [])

    def _write(self, name: str, lines: list[str]) -> None:
        row = self._db.execute("SELECT quads, n FROM unit WHERE name = ?", (name,)).fetchone()
        old = zlib.decompress(row[0]).decode().split("\n") if row else []
        if old == lines:
            return
        came, went = set(lines) - set(old), set(old) - set(lines)
        if lines:
            data = zlib.compress("\n".join(lines).encode(), 1)
            self._db.execute("INSERT OR REPLACE INTO unit VALUES (?, ?, ?)", (name, data, len(lines)))
        else:
            self._db.execute("DELETE FROM unit WHERE name = ?", (name,))
        for some, added in ((came, 1), (went, 0)) if self._journaled else ():
            self._db.executemany("INSERT OR REPLACE INTO journal VALUES (?, ?)", [(s, added) for s in sorted(some)])
        if name != "dataset":
            self._count("others", sum(not _about(s) for s in came) - sum(not _about(s) for s in went))
            self._count(name.partition(" ")[0], bool(lines) - (row is not None))

    def journal(self) -> Delta:
        """What has not been carried into the store yet."""
        if not self._journaled:
            return Delta(tuple(self.lines()), ())
        rows = self._db.execute("SELECT line, added FROM journal ORDER BY line").fetchall()
        return Delta(tuple(s for s, added in rows if added), tuple(s for s, added in rows if not added))

    def carried(self) -> None:
        """Note that all of the journal is in the store."""
        self._journaled = True
        self._db.execute("DELETE FROM journal")

    def lines(self) -> Iterator[str]:
        """All quads as lines of N-Quads, unit by unit."""
        for (data,) in self._db.execute("SELECT quads FROM unit ORDER BY name"):
            yield from zlib.decompress(data).decode().split("\n")

    def counts(self) -> dict[str, int]:
        """How many there are of ``article``, ``claim``, ``entity``, ``fact``, and ``others``: quads not on graphs."""
        return dict(self._db.execute("SELECT name, n FROM total").fetchall())

    def _count(self, name: str, change: int) -> None:
        if change:
            self._db.execute(
                "INSERT INTO total VALUES (?, ?) ON CONFLICT DO UPDATE SET n = n + excluded.n", (name, change)
            )

    def close(self) -> None:
        """Close the database; the project cannot be used after."""
        self._db.close()


def _about(line: str) -> bool:
    """Whether a quad stands in the graph on graphs, which does not count itself."""
    return line.endswith("graph/meta> .")


def create(path: Path, settings: Settings, verdicts: Verdicts | None = None, links: Table | None = None) -> Project:
    """A new project in a database file that must not exist yet; until it is carried, it keeps no journal beside it."""
    return Project(_connect(path), settings, verdicts, links, journaled=False)


def open_project(
    path: Path, settings: Settings, verdicts: Verdicts | None = None, links: Table | None = None
) -> Project:
    """The project in a database file.

    Raises KgError, naming the path, if it is none, was made with other settings, or is being changed elsewhere.
    """
    try:
        return Project(_connect(path), settings, verdicts, links)
    except sqlite3.DatabaseError as error:
        raise KgError(f"{path}: the database is damaged or in use: {error}; `kg build` makes it anew") from error


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None, timeout=10)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA cache_size = -65536")
    connection.execute("PRAGMA wal_autocheckpoint = 16384")  # 64 MiB: moving pages at every commit grows with the store
    return connection
