"""Relations: who holds which office, who belongs to what, what lies where."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from kg.articles_to_docs.reading import Reading
from kg.docs_to_claims.attribution import chain, quoted
from kg.docs_to_claims.relations.positions import positions
from kg.docs_to_claims.relations.ties import ties
from kg.records import Ref, Relation, Span, Statement

EXTRACTOR = "relations"
CONFIDENCE = {"holds_position": 0.85, "family_of": 0.85, "member_of": 0.75, "located_in": 0.75}
"""By predicate, from how often each pattern is right on hand-annotated articles; others 0.7."""


def find_relations(reading: Reading, statements: Sequence[Statement]) -> tuple[Relation, ...]:
    """The relations of an article in text order, each told once a sentence."""
    out: dict[tuple[str, str, str, int], Relation] = {}
    for ref, title, token in positions(reading):
        _add(out, _relation(reading, statements, ref, "holds_position", title, token))
    for left, predicate, right in ties(reading):
        one, other = reading.ref(left), reading.ref(right)
        if one is not None and other is not None:
            _add(out, _relation(reading, statements, one, predicate, other, left))
    return tuple(sorted(out.values(), key=lambda r: (r.subject.start, r.predicate, r.object.start)))


def _add(out: dict[tuple[str, str, str, int], Relation], relation: Relation) -> None:
    target = relation.object.entity if isinstance(relation.object, Ref) else relation.object.text.lower()
    out.setdefault((relation.subject.entity, relation.predicate, target, relation.sentence.start), relation)


def _relation(  # noqa: PLR0913, PLR0917 - a relation has that many parts
    reading: Reading, statements: Sequence[Statement], who: Ref, predicate: str, what: Ref | Span, token: Token
) -> Relation:
    article = reading.article.id
    start, end = min(who.start, what.start), max(who.end, what.end)
    sources = chain(statements, start, end)
    nobodys = not sources and quoted(reading.article, start, end)
    return Relation(
        id=f"{article}:r{who.start}-{who.end}-{predicate}-{what.start}",
        article=article,
        sentence=reading.sentence_span(token),
        subject=who,
        predicate=predicate,
        object=what,
        status="ongoing",
        polarity="positive",
        modality="actual",
        certainty="probable" if nobodys else "certain",
        attributed_to=sources,
        confidence=CONFIDENCE.get(predicate, 0.7),
        extractor=EXTRACTOR,
    )
