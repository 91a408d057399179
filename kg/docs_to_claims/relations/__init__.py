"""Relations: who holds which office, who belongs to what, what lies where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from kg.articles_to_docs.reading import Reading
from kg.docs_to_claims.relations.positions import positions
from kg.docs_to_claims.relations.ties import ties
from kg.docs_to_claims.relations.validity import Validity
from kg.docs_to_claims.voices import Voices, voices
from kg.records import Ref, Relation, Span, Statement

EXTRACTOR = "relations"
CONFIDENCE = {"holds_position": 0.85, "family_of": 0.85, "member_of": 0.75, "located_in": 0.75}
"""By predicate, from how often each pattern is right on hand-annotated articles; others 0.7."""


def find_relations(reading: Reading, statements: Sequence[Statement]) -> tuple[Relation, ...]:
    """The relations of an article in text order, each told once a sentence."""
    out: dict[tuple[str, str, str, int], Relation] = {}
    told = voices(reading, statements)
    for held in positions(reading):
        telling = _Telling(held.holder, "holds_position", held.title, held.token, held.validity)
        _add(out, _relation(reading, told, telling))
    for tie in ties(reading):
        one, other = reading.ref(tie.subject), reading.ref(tie.object)
        if one is not None and other is not None:
            telling = _Telling(one, tie.predicate, other, tie.subject, tie.validity)
            _add(out, _relation(reading, told, telling))
    return tuple(sorted(out.values(), key=lambda r: (r.subject.start, r.predicate, r.object.start)))


def _add(out: dict[tuple[str, str, str, int], Relation], relation: Relation) -> None:
    target = relation.object.entity if isinstance(relation.object, Ref) else relation.object.text.lower()
    out.setdefault((relation.subject.entity, relation.predicate, target, relation.sentence.start), relation)


@dataclass(frozen=True, slots=True)
class _Telling:
    """One relation as it was found, before it is written down."""

    who: Ref
    predicate: str
    what: Ref | Span
    token: Token
    validity: Validity


def _relation(reading: Reading, told: Voices, telling: _Telling) -> Relation:
    article, who, what, predicate = reading.article.id, telling.who, telling.what, telling.predicate
    validity = telling.validity
    start, end = min(who.start, what.start), max(who.end, what.end)
    words = Span(reading.article.text[start:end], start, end)
    sources = told.sources(words)
    nobodys = not sources and told.is_unnamed(words)
    return Relation(
        id=f"{article}:r{who.start}-{who.end}-{predicate}-{what.start}",
        article=article,
        sentence=reading.sentence_span(telling.token),
        subject=who,
        predicate=predicate,
        object=what,
        status=validity.status,
        polarity="positive",
        modality=validity.modality,
        certainty="probable" if nobodys and validity.certainty == "certain" else validity.certainty,
        time=validity.time,
        attributed_to=sources,
        confidence=CONFIDENCE.get(predicate, 0.7),
        extractor=EXTRACTOR,
    )
