"""Which sentence of which article, in whose voice, stands behind a situation."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from itertools import pairwise

from kg.rdf_to_network.terms import local_name

# Sentences are told apart by the white space between them: a blank line at most.
GAP = 3
Row = Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class Evidence:
    """One claim on a situation. Offsets are code points of ``sentence`` ("" if the graph leaves it out), end exclusive.

    ``chain``: who says so, nearest first; the last is the article's own voice. ``mentions`` are
    (start, end, entity IRI). ``confidence`` (0-1): how sure the extractor is that the text says so. ``before`` and
    ``after``: the sentences beside it, "" where the graph has none. ``publisher`` is None if nobody named it.
    """

    claim: str
    sentence: str
    before: str
    after: str
    sentence_iri: str
    highlight: tuple[int, int] | None
    mentions: tuple[tuple[int, int, str], ...]
    article: str
    title: str | None
    publisher: str | None
    published: str | None
    url: str | None
    chain: tuple[str, ...]
    depth: int
    polarity: str | None
    modality: str | None
    certainty: str | None
    mode: str | None
    act: str | None
    quote: str | None
    confidence: float | None

    def plain(self) -> dict[str, object]:
        """The same as JSON values: lists for tuples."""
        values: dict[str, object] = {field.name: getattr(self, field.name) for field in fields(self)}
        values["highlight"] = list(self.highlight) if self.highlight else None
        values["mentions"] = [list(m) for m in self.mentions]
        values["chain"] = list(self.chain)
        return values


def evidence(
    claims: Sequence[Row], articles: Iterable[Row], mentions: Iterable[Row], sentences: Iterable[Row] = ()
) -> dict[str, tuple[Evidence, ...]]:
    """Situation IRI -> its evidence: own voice before hearsay, then by date of publication and place in the text."""
    beside = neighbours(sentences)
    by_article: dict[str, Row] = {}
    for row in articles:
        by_article.setdefault(str(row["article"]), row)
    by_sentence: dict[str, list[Row]] = {}
    for row in mentions:
        by_sentence.setdefault(str(row["sentence"]), []).append(row)
    by_claim: dict[str, Row] = {}
    for row in claims:
        by_claim.setdefault(str(row["claim"]), row)
    found: dict[str, list[tuple[tuple[int, str, int, str], Evidence]]] = {}
    for iri, row in by_claim.items():
        article = by_article.get(str(row["article"]), {})
        spans = by_sentence.get(str(row["sentence"]), [])
        one = _one(row, article, spans, _chain(iri, by_claim), beside.get(str(row["sentence"]), ("", "")))
        order = (one.depth, one.published or "", int(row["begin"] or 0), iri)
        found.setdefault(str(row["situation"]), []).append((order, one))
    return {s: tuple(one for _, one in sorted(rows, key=lambda pair: pair[0])) for s, rows in found.items()}


def neighbours(sentences: Iterable[Row]) -> dict[str, tuple[str, str]]:
    """Sentence IRI -> the texts of the sentences right before and after it, "" where the graph knows none.

    The graph has only the sentences that it read something in, so what comes next in it may not be what comes next.
    """
    found: dict[str, tuple[str, str]] = {}
    placed = {(str(s["article"]), int(s["begin"] or 0), int(s["end"] or 0), str(s["sentence"])): s for s in sentences}
    for here, there in pairwise(sorted(placed)):
        if here[0] == there[0] and 0 <= there[1] - here[2] <= GAP:
            found[here[3]] = (found.get(here[3], ("", ""))[0], placed[there]["text"] or "")
            found[there[3]] = (placed[here]["text"] or "", "")
    return found


def _chain(claim: str, claims: Mapping[str, Row]) -> tuple[str, ...]:
    """Sources from the nearest out, along nkg:embeddedIn; a loop in broken data ends the walk."""
    names: list[str] = []
    seen: list[str] = []
    here: str | None = claim
    while here and here in claims and here not in seen:
        seen.append(here)
        names += [source] if (source := claims[here]["source"]) else []
        here = claims[here]["parent"]
    return tuple(names)


def _one(row: Row, article: Row, mentions: Sequence[Row], chain: tuple[str, ...], beside: tuple[str, str]) -> Evidence:
    begin, text = int(row["begin"] or 0), row["text"] or ""

    def inside(start: str | None, end: str | None) -> tuple[int, int] | None:
        if start is None or end is None:
            return None
        span = int(start) - begin, int(end) - begin
        return span if 0 <= span[0] < span[1] <= len(text) else None

    publisher, title = article.get("publisher"), article.get("title")
    if article.get("unnamed"):
        chain = tuple((title or "the article") if name == publisher else name for name in chain)
        publisher = None
    spans = [(inside(m["begin"], m["end"]), str(m["entity"])) for m in mentions]
    return Evidence(
        claim=str(row["claim"]),
        sentence=text,
        before=beside[0],
        after=beside[1],
        sentence_iri=str(row["sentence"]),
        highlight=inside(row["from"], row["to"]),
        mentions=tuple(sorted((*span, entity) for span, entity in spans if span)),
        article=str(row["article"]),
        title=title,
        publisher=publisher,
        published=article.get("published"),
        url=article.get("url") or article.get("path"),
        chain=chain,
        depth=int(row["depth"] or 0),
        polarity=_name(row["polarity"]),
        modality=_name(row["modality"]),
        certainty=_name(row["certainty"]),
        mode=_name(row["mode"]),
        act=row["act"],
        quote=row["quote"],
        confidence=None if row["confidence"] is None else float(row["confidence"]),
    )


def _name(iri: str | None) -> str | None:
    return None if iri is None else local_name(iri)
