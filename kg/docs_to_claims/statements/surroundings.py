"""What stands around a cue, in its own clause: to whom, where and when it was said."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.articles_to_docs.tree import children
from kg.docs_to_claims.statements.lexicon import reporting
from kg.docs_to_claims.statements.sayings import Saying
from kg.docs_to_claims.statements.scene import Scene
from kg.records import Ref, Span, Time

AUDIENCE = frozenset({"person", "organization", "group", "country", "work"})
OUTLETS = frozenset({"organization", "work", "product"})


def addressee(scene: Scene, saying: Saying) -> Ref | None:
    """The entity spoken to: "told X", "said to X", "urged X to"."""
    verb = saying.anchor
    if not _is_verb(saying):
        return None
    wanted = saying.verb.addressee if saying.verb is not None else None
    asked = frozenset({"place"} if saying.pattern == "infinitive" else ())  # "called on Lisbon to stay out"
    for token in _objects(verb, wanted):
        entity = scene.reading.entity(token)
        if not _inside(token, saying) and entity is not None and entity.type in AUDIENCE | asked:
            return scene.reading.ref(token)
    if wanted == "object":
        return _next_word(scene, saying)
    return None


def _objects(verb: Token, wanted: str | None) -> Iterator[Token]:
    for child in children(verb):
        if child.i < verb.i:
            continue
        if wanted == "object" and child.dep_ in ("dobj", "dative", "iobj"):
            yield child
        elif wanted == "object" and child.dep_ in ("ccomp", "xcomp"):
            yield from (c for c in children(child) if c.dep_ == "nsubj" and _before_to(c, child))
        elif child.dep_ in ("prep", "dative") and child.lower_ == (wanted if wanted in ("on", "to") else "to"):
            yield from (c for c in children(child) if c.dep_ == "pobj")


def _before_to(subject: Token, verb: Token) -> bool:
    return any(c.lower_ == "to" and c.dep_ == "aux" and c.i > subject.i for c in children(verb))


def _next_word(scene: Scene, saying: Saying) -> Ref | None:
    """Find the mention right behind the verb where the parser saw no object: "told Ruiz …"."""
    verb = saying.anchor
    for token in verb.doc[verb.i + 1 : verb.i + 8]:
        ref = scene.reading.ref(token)
        if ref is not None and scene.modifies(token):
            continue
        if ref is not None and not _inside(token, saying):
            entity = scene.reading.entity(token)
            return ref if entity is not None and entity.type in AUDIENCE else None
        if token.is_punct or token.pos_ in ("VERB", "AUX", "SCONJ"):
            return None
    return None


def venue(scene: Scene, saying: Saying, to: Ref | None) -> Ref | Span | None:
    """Medium or occasion: "on Channel Nine", "in a statement", "at a rally in Lisbon", "told Reuters"."""
    verb, words = saying.anchor, reporting()
    if _is_verb(saying):
        for prep in _prepositions(verb, saying):
            for noun in (c for c in children(prep) if c.dep_ == "pobj" and not _inside(c, saying)):
                entity = scene.reading.entity(noun)
                if noun.lemma_.lower() in words.venue_nouns:
                    return scene.reading.ref(noun) or _phrase(scene, noun)
                own = entity is not None and any(entity.id == s.entity for s in saying.speakers)
                if entity is not None and entity.type in OUTLETS and prep.lower_ in ("on", "in") and not own:
                    return scene.reading.ref(noun)
        for noun in children(verb):  # "told a rally in Lisbon"
            if noun.dep_ == "dobj" and noun.lemma_.lower() in words.venue_nouns and not _inside(noun, saying):
                return scene.reading.ref(noun) or _phrase(scene, noun)
    if to is not None and verb.lemma_ in ("tell", "inform") and _is_outlet(scene, to):
        return to
    return None


def _prepositions(verb: Token, saying: Saying) -> Iterator[Token]:
    heads = [verb, *(c for c in children(verb) if c.dep_ in ("dobj", "dative", "nsubj") and not _inside(c, saying))]
    for head in heads:
        for child in children(head):
            placed = child.dep_ == "prep" and child.lower_ in reporting().venue_prepositions
            if placed and not _inside(child, saying) and (head == verb or child.i > verb.i):
                yield child


def _phrase(scene: Scene, noun: Token) -> Span:
    words = [t for t in noun.doc[noun.left_edge.i : noun.right_edge.i + 1] if not t.is_space]
    if words and words[0].pos_ == "DET":
        words.pop(0)
    for i, token in enumerate(words):
        timed = any(t.start <= token.idx < t.end for t in scene.reading.times)
        clausal = token.pos_ in ("VERB", "AUX", "SCONJ") or token.tag_ in ("WDT", "WP")
        if token.i > noun.i and (timed or clausal or token.is_punct):
            words = words[:i]
            break
    while len(words) > 1 and words[-1].pos_ == "ADP":
        words.pop()
    return scene.reading.span(words[0], words[-1])


def _is_outlet(scene: Scene, to: Ref) -> bool:
    entity = scene.reading.by_id.get(to.entity)
    if entity is None or entity.type not in ("organization", "work"):
        return False
    return not {word.strip(".,'’").lower() for word in entity.name.split()} & reporting().not_outlets


def time(scene: Scene, saying: Saying) -> Time | None:
    """The time expression of the cue's own clause, never one of the content."""
    verb, doc = saying.anchor, scene.reading.doc
    if not _is_verb(saying):
        return None
    sentence = scene.reading.sentence(verb)
    for when in scene.reading.times:
        vague = when.value is None and when.timex in ("FUTURE_REF", "PRESENT_REF")  # "commented on the future"
        if vague or when.type in ("DURATION", "SET") or not sentence.start_char <= when.start < sentence.end_char:
            continue
        span = doc.char_span(when.start, when.end, alignment_mode="expand")
        if (
            span is None
            or span.root.is_space
            or _inside(span.root, saying)
            or scene.depth[span.root.i] > scene.depth[verb.i]
        ):
            continue
        if _clause_of(span.root) == verb or 0 < span.start - verb.i <= 2:
            return when
    return None


def _clause_of(token: Token) -> Token | None:
    """The verb a time expression hangs on, by way of prepositions only."""
    while token.head.i != token.i:
        token = token.head
        if token.pos_ in ("VERB", "AUX"):
            return token
        if token.pos_ not in ("ADP", "ADV", "NOUN", "PROPN", "NUM") or token.dep_ in ("nsubj", "dobj", "nsubjpass"):
            return None
    return None


def _is_verb(saying: Saying) -> bool:
    """Whether the cue is a verb, which alone has an addressee, a place and a time; "According" is tagged as one."""
    return saying.anchor.pos_ in ("VERB", "AUX") and saying.pattern not in ("phrase", "relay", "noun_clause")


def _inside(token: Token, saying: Saying) -> bool:
    return any(part.start <= token.idx < part.end for part in saying.parts)
