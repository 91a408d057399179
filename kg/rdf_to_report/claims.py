"""The claims of a graph with their sentences, by the situation they tell of."""

from __future__ import annotations

from collections.abc import Mapping

from kg.rdf_to_report.columns import Queryable, column, rows, single
from kg.rdf_to_report.graph import Article, Claim

# Offsets of sentence and trigger count from the article's first character.
_SENTENCES = "?c nkg:inSentence ?s . ?s nif:beginIndex ?b ; nif:endIndex ?e ."
# What most claims are: only the others are read.
USUAL = {"polarity": "positive", "modality": "actual", "certainty": "certain"}
_TRIGGERS = "?c nkg:trigger ?t . ?t nif:beginIndex ?b ; nif:endIndex ?e ."


def read_claims(store: Queryable, articles: Mapping[str, Article]) -> dict[str, list[Claim]]:
    """Situation -> its claims: own voice before hearsay, then by day of publication and place in the text."""
    situation = single(column(store, "nkg:describes"))
    article, sentence = single(column(store, "nkg:inArticle")), single(column(store, "nkg:inSentence"))
    depth = single(column(store, "nkg:depth", "FILTER(?o != 0)"))
    confidence = single(column(store, "nkg:confidence"))
    polarity, modality, certainty = (_axis(store, name, usual) for name, usual in USUAL.items())
    time_words, parent = single(column(store, "nkg:statedTime")), single(column(store, "nkg:embeddedIn"))
    text = single(column(store, "nif:anchorOf", "?c nkg:inSentence ?s . "))
    source = single(column(store, "nkg:source/rdfs:label"))
    unnamed = column(store, "nkg:source", "?c nkg:inArticle/schema:publisher ?o . ?o a nkg:UnnamedSource . ")
    spans = {s: (int(b), int(e)) for s, b, e in sorted(rows(store, _SENTENCES, "s", "b", "e"), reverse=True)}
    marks = {c: (int(b), int(e)) for c, b, e in sorted(rows(store, _TRIGGERS, "c", "b", "e"), reverse=True)}
    voices = {c: None if c in unnamed else source.get(c) for c in situation}
    found: dict[str, list[Claim]] = {}
    for iri in sorted(c for c in situation if c in article and c in sentence):
        begin, end = spans.get(sentence[iri], (0, 0))
        words = text.get(sentence[iri], "")
        one = Claim(
            iri,
            situation[iri],
            article[iri],
            text=words,
            begin=begin,
            end=end,
            marked=_within(marks.get(iri), begin, len(words)),
            chain=_chain(iri, voices, parent),
            depth=int(depth.get(iri, 0)),
            polarity=polarity.get(iri, USUAL["polarity"]),
            modality=modality.get(iri, USUAL["modality"]),
            certainty=certainty.get(iri, USUAL["certainty"]),
            confidence=float(confidence[iri]) if iri in confidence else None,
            time_words=time_words.get(iri),
        )
        found.setdefault(one.situation, []).append(one)
    for own in found.values():
        own.sort(key=lambda c: (c.depth, _published(articles, c), c.article, c.begin, c.iri))
    return found


def _axis(store: Queryable, name: str, usual: str) -> dict[str, str]:
    """The local name of a claim's value where it is not what most have."""
    found = single(column(store, f"nkg:{name}", f"FILTER(?o != nkg:{usual})"))
    return {claim: value.rpartition("#")[2] for claim, value in found.items()}


def _published(articles: Mapping[str, Article], claim: Claim) -> str:
    article = articles.get(claim.article)
    return (article.published if article else None) or ""


def _within(span: tuple[int, int] | None, begin: int, length: int) -> tuple[int, int] | None:
    """A stretch of the article as one of the sentence, if it lies in it."""
    if span is None:
        return None
    start, end = span[0] - begin, span[1] - begin
    return (start, end) if 0 <= start < end <= length else None


def _chain(claim: str, voices: Mapping[str, str | None], parent: Mapping[str, str]) -> tuple[str | None, ...]:
    """Sources from the nearest out, along nkg:embeddedIn; a loop in broken data ends the walk."""
    found: dict[str, str | None] = {}
    here: str | None = claim
    while here is not None and here in voices and here not in found:
        found[here] = voices[here]
        here = parent.get(here)
    return tuple(found.values())
