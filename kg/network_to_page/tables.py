"""What stands behind the drawing, each thing written once and pointed to by its number: the page's small database."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from itertools import takewhile
from typing import Any

OF_SITUATION = (
    "what", "about", "type", "category", "kind", "status", "date", "earliest", "latest", "attested", "place",
    "articles", "sources",
)  # fmt: skip
OF_EVIDENCE = ("highlight", "chain", "depth", "mode", "act", "quote", "confidence")
OF_ARTICLE = ("title", "publisher", "published", "url")
# What nearly every claim is; only what differs is written.
USUAL = {"polarity": "positive", "modality": "actual", "certainty": "certain"}
TABLES = ("situations", "evidence", "sentences", "articles", "texts")


class Tables:
    """Rows in the order they were first met. IRIs are written without the beginning that all of their kind share."""

    def __init__(self, prefixes: Mapping[str, str], actors: Iterable[str]) -> None:
        self.rows: dict[str, list[Any]] = {name: [] for name in TABLES}
        self.claims: dict[str, int] = {}
        self.situation_of: dict[int, int] = {}
        self._prefixes = prefixes
        self._actors = frozenset(actors)
        self._number: dict[tuple[str, str], int] = {}

    def situation(self, data: Mapping[str, Any]) -> int:
        """The number of the situation of an edge, or of what is told of an actor alone."""
        iri = data["situation"]
        known = self._number.get(("situations", iri))
        if known is not None:
            return known
        told = [self._evidence(one) for one in data["evidence"]]
        row = {"situation": self.short("situation", iri), **_full(data, OF_SITUATION), "evidence": told}
        number = self._add("situations", iri, row)
        for one in told:
            self.situation_of.setdefault(one, number)
        return number

    def short(self, table: str, iri: str) -> str:
        """An IRI without the prefix of its table, which it must have."""
        return iri[len(self._prefixes[table]) :]

    def reported(self, first: int) -> list[str]:
        """The days on which the ``first`` situations were first reported, as far as their articles are dated."""
        days = []
        for situation in self.rows["situations"][:first]:
            sentences = (
                self.rows["sentences"][self.rows["evidence"][k]["sentence"]] for k in situation.get("evidence", ())
            )
            told = [day for s in sentences if (day := self.rows["articles"][s["article"]].get("published"))]
            days += [min(told)[:10]] if told else []
        return days

    def _evidence(self, one: Mapping[str, Any]) -> int:
        row = {
            "claim": self.short("claim", one["claim"]),
            "sentence": self._sentence(one),
            **_full(one, OF_EVIDENCE),
            **{name: one[name] for name, usual in USUAL.items() if one[name] != usual},
        }
        if not row.get("depth"):
            row.pop("chain", None)
        number = self._add("evidence", json.dumps(row, sort_keys=True), row)
        self.claims.setdefault(one["claim"], number)
        return number

    def _sentence(self, one: Mapping[str, Any]) -> int:
        mentions = [[a, b, self.short("actor", e)] for a, b, e in one["mentions"] if e in self._actors]
        row = {
            "iri": self.short("sentence", one["sentence_iri"]),
            "article": self._article(one),
            **{name: self._text(one[key]) for name, key in TEXTS.items() if one.get(key)},
            **({"mentions": mentions} if mentions else {}),
        }
        return self._add("sentences", one["sentence_iri"], row)

    def _article(self, one: Mapping[str, Any]) -> int:
        row = {"iri": self.short("article", one["article"]), **_full(one, OF_ARTICLE)}
        return self._add("articles", one["article"], row)

    def _text(self, text: str) -> int:
        return self._add("texts", text, text)

    def _add(self, table: str, key: str, row: object) -> int:
        """The number of a row; one that is known by its key already stands as it is."""
        number = self._number.setdefault((table, key), len(self.rows[table]))
        if number == len(self.rows[table]):
            self.rows[table].append(row)
        return number


TEXTS = {"text": "sentence", "before": "before", "after": "after"}


def _full(data: Mapping[str, Any], names: Iterable[str]) -> dict[str, Any]:
    """Those of the values that say something: no None, nothing empty, no zero."""
    return {name: value for name in names if (value := data.get(name))}


def prefixes(iris: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """The longest beginning that all IRIs of a table share, cut behind a ``/``, ``#`` or ``:``.

    >>> prefixes({"actor": ["https://e.org/x/Ana", "https://e.org/x/Anton"], "claim": []})
    {'actor': 'https://e.org/x/', 'claim': ''}
    """
    found = {}
    for table, given in iris.items():
        starts = sorted({re.sub(r"[^/#:]*$", "", iri) for iri in given}) or [""]
        # What the first and the last of them share, all share.
        same = takewhile(lambda pair: pair[0] == pair[1], zip(starts[0], starts[-1], strict=False))
        found[table] = re.sub(r"[^/#:]*$", "", "".join(letter for letter, _ in same))
    return found
