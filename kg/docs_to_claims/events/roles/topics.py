"""What an event is about, as the text words it."""

from __future__ import annotations

from spacy.tokens import Token

from kg.articles_to_docs.reading import Reading
from kg.articles_to_docs.tree import children
from kg.docs_to_claims.events.roles.fitting import role_of
from kg.docs_to_claims.events.roles.verb_slots import Slot
from kg.docs_to_claims.events.triggers import THEMED, Trigger
from kg.ontology import lexicon
from kg.records import Span

_MODIFYING = frozenset({"compound", "nmod", "nummod"})
_PARTIES = frozenset({"person", "organization", "country"})


def topic(reading: Reading, trigger: Trigger, found: list[Slot]) -> Span | None:
    """What the event is about: the topic slot, else an object that is no participant, as written."""
    begins = trigger.sense.subtype == "Implementation" and role_of(trigger, "subject") == "patient"
    best = _in_force(reading, found) if begins else _stated(reading, trigger, found)
    if best is None and not begins:
        free = (t for s, t in found if s in ("object", "clause") and reading.ref(t) is None)
        best = next((t for t in free if t is not trigger.token), None)
    if best is None and trigger.sense.pos == "noun":
        return _named_before(reading, trigger)
    if best is None:
        return None
    tokens = _without_relative(reading, best, [t for t in best.subtree if not t.is_space])
    if trigger.token in tokens:
        return None
    return reading.span(tokens[0], tokens[-1])


def _in_force(reading: Reading, found: list[Slot]) -> Token | None:
    """What takes effect is what that is about: no act of the truce, and no act on "effect"."""
    things = (t for slot, t in found if slot == "subject" and t.pos_ in ("NOUN", "PROPN"))
    return next((t for t in things if not _is_party(reading, t)), None)


def _named_before(reading: Reading, trigger: Trigger) -> Span | None:
    """What the nouns right before an offer, a demand or a deal say it is about: "its 45-day truce proposal"."""
    if trigger.sense.type not in THEMED:
        return None
    noun = trigger.token
    name = len(trigger.sense.lemma.split())
    modifiers = {t.i for c in children(noun) if c.i < noun.i and c.dep_ in _MODIFYING for t in c.subtree}
    found: list[Token] = []
    for token in reversed(list(noun.doc[noun.left_edge.i : noun.i + 1 - name])):
        if token.i not in modifiers or _is_party(reading, token):
            break
        found.insert(0, token)
    while found and (found[0].is_punct or found[0].tag_ == "DT"):
        found = found[1:]
    says = [t for t in found if t.pos_ in ("NOUN", "PROPN", "VERB") and t.i not in reading.timed]
    return reading.span(found[0], found[-1]) if any(_says_what(t) for t in says) else None


def _is_party(reading: Reading, token: Token) -> bool:
    """Whether a word names somebody, who makes or is made the offer."""
    entity = reading.entity(token)
    return entity is not None and entity.type in _PARTIES


def _says_what(token: Token) -> bool:
    return token.lemma_.lower() not in lexicon("situations")["words"]["measuring"]


def _stated(reading: Reading, trigger: Trigger, found: list[Slot]) -> Token | None:
    return next((t for slot, t in found if role_of(trigger, slot) == "topic" and t.i not in reading.timed), None)


def _without_relative(reading: Reading, head: Token, tokens: list[Token]) -> list[Token]:
    """A noun phrase without the relative clause and loose apposition that follow it; a clause as it is."""
    if head.pos_ not in ("NOUN", "PROPN"):
        return _trim(tokens)
    cut = [c.left_edge.i for c in children(head) if c.dep_ in ("relcl", "appos", "acl") and c.i > head.i]
    kept = [t for t in tokens if not cut or t.i < min(cut)]
    return _untimed(reading, head, _trim(kept or tokens))


def _untimed(reading: Reading, head: Token, tokens: list[Token]) -> list[Token]:
    """A noun phrase without the day at its end, which the parser hangs on the noun and not on the act."""
    kept = tokens
    while len(kept) > 1 and kept[-1].i in reading.timed and kept[-1].i > head.i:
        kept = kept[:-1]
    if len(kept) < len(tokens) and len(kept) > 1 and kept[-1].pos_ == "ADP":
        kept = kept[:-1]
    return kept if head in kept and kept[-1].pos_ != "ADP" else tokens


def _trim(tokens: list[Token]) -> list[Token]:
    while len(tokens) > 1 and (tokens[-1].is_punct or tokens[-1].dep_ == "cc"):
        tokens = tokens[:-1]
    while len(tokens) > 1 and tokens[0].is_punct:
        tokens = tokens[1:]
    return tokens
