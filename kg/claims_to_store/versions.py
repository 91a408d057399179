"""The articles of a project as they were read: one version a source, and for each text the one that is known best."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator, Sequence

from kg.articles_to_support import unite
from kg.claims_jsonl import dumps, loads
from kg.claims_to_entities.links import Table, link_records
from kg.errors import KgError
from kg.records import Article, Record

_TABLE = """
CREATE TABLE IF NOT EXISTS version (source TEXT PRIMARY KEY, article TEXT, records BLOB);
CREATE INDEX IF NOT EXISTS version_article ON version (article);
"""


class Versions:
    """Records by source. Two sources with one text are one article with two locations.

    They are kept as they were read; ``links`` is the user's table of identifiers, which is heeded whenever they are.
    """

    def __init__(self, connection: sqlite3.Connection, links: Table | None = None) -> None:
        self._db = connection
        self._links = links
        self._db.executescript(_TABLE)
        self._read: dict[str, list[Record]] = {}

    def put(self, article: Article, records: Sequence[Record]) -> set[str]:
        """Let a source have this version, whatever it had before; the ids of the articles this concerns."""
        before = self._db.execute("SELECT article FROM version WHERE source = ?", (article.source,)).fetchone()
        data = zlib.compress("\n".join(dumps(r) for r in records).encode(), 1)
        self._db.execute("INSERT OR REPLACE INTO version VALUES (?, ?, ?)", (article.source, article.id, data))
        return self._touched({article.id, *(before or ())})

    def drop(self, source: str) -> set[str]:
        """Forget a source; the ids of the articles this concerns."""
        before = self._db.execute("SELECT article FROM version WHERE source = ?", (source,)).fetchone()
        self._db.execute("DELETE FROM version WHERE source = ?", (source,))
        return self._touched(set(before or ()))

    def _touched(self, articles: set[str]) -> set[str]:
        for article in articles:
            self._read.pop(article, None)
        return articles

    def load(self, article: str) -> list[Record]:
        """The records of an article, [] if it is gone: the best known version, with all other locations named."""
        if article not in self._read:
            rows = self._db.execute(
                "SELECT records FROM version WHERE article = ? ORDER BY source", (article,)
            ).fetchall()
            found = _best([list(loads(zlib.decompress(r).decode().split("\n"))) for (r,) in rows])
            self._read[article] = link_records(found, self._links) if self._links else found
        return self._read[article]

    def forget(self) -> None:
        """Free the memory of what was read."""
        self._read.clear()

    def ids(self) -> list[str]:
        """The ids of all articles, in the order of their sources."""
        rows = self._db.execute("SELECT article FROM version GROUP BY article ORDER BY MIN(source)")
        return [a for (a,) in rows]

    def all(self) -> Iterator[Record]:
        """The records of all articles, in the order of their sources."""
        for article in self.ids():
            yield from self.load(article)
            self.forget()

    def named(self, name: str) -> list[str]:
        """The sources that a user means: by path or URL, by file name, or by article id.

        Raises KgError if there is none, or a file name stands for several.
        """
        rows = self._db.execute("SELECT source, article FROM version ORDER BY source").fetchall()
        exact = [s for s, a in rows if name in (s, a)]
        found = exact or [s for s, _ in rows if s.replace("\\", "/").rsplit("/", 1)[-1] == name]
        if not found:
            raise KgError(f"{name}: no such article in this store; `kg query OUTPUT articles` lists them")
        if len(found) > 1 and not exact:
            raise KgError(f"{name}: {len(found)} articles have this file name; give the path: {', '.join(found)}")
        return found


def _best(versions: list[list[Record]]) -> list[Record]:
    articles = [r for records in versions for r in records if isinstance(r, Article)]
    if not articles:
        return []
    (best,) = unite(articles)
    chosen = next(v for v in versions if any(isinstance(r, Article) and r.source == best.source for r in v))
    return [best if isinstance(r, Article) else r for r in chosen]
