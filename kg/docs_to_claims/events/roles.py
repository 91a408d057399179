"""Who takes part in an event: from the grammatical slots of its trigger to the roles of its sense."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.articles_to_docs.reading import Reading
from kg.docs_to_claims.events.reality import words
from kg.docs_to_claims.events.senses import load
from kg.docs_to_claims.events.syntax import (
    child,
    conjuncts,
    coordination,
    is_passive,
    objects,
    preposition_objects,
    subject,
)
from kg.docs_to_claims.events.triggers import THEMED, Trigger
from kg.records import Ref, Role, Span

_ACTORS = frozenset({"person", "organization", "country", "group"})

Slot = tuple[str, Token]
"""A grammatical slot and the head token that fills it."""


def slots(trigger: Trigger) -> list[Slot]:
    """All filled slots of a trigger, in text order of their fillers."""
    found = list(_noun_slots(trigger) if trigger.sense.pos == "noun" else _verb_slots(trigger.token))
    return sorted(dict.fromkeys(found), key=lambda slot: (slot[1].i, slot[0]))


def _verb_slots(verb: Token) -> Iterator[Slot]:
    doer = subject(verb)
    passive = is_passive(verb)
    if doer is not None:
        yield ("object" if passive else "subject"), doer
    if verb.pos_ == "ADJ" and verb.dep_ in ("acomp", "oprd"):
        copula = subject(verb.head)
        if copula is not None:
            yield "subject", copula
    for thing in objects(verb):
        yield ("object" if not passive or doer is None else "second object"), thing
    given = child(verb, "dative")
    if given is not None and given.pos_ != "ADP":
        yield "dative", given
    for name, token in preposition_objects(verb):
        yield ("clause" if token.dep_ == "pcomp" else name), token
    clause = child(verb, "xcomp", "ccomp")
    if clause is not None:
        yield "clause", clause


def _noun_slots(trigger: Trigger) -> Iterator[Slot]:
    noun = trigger.token
    for c in noun.children:
        if c.dep_ == "poss":
            yield "possessor", c
        elif c.dep_ == "amod":
            yield "adjective", c
        elif c.dep_ in ("compound", "nmod"):
            yield "compound", c
            yield from (("compound", d) for d in c.children if d.dep_ in ("compound", "nmod", "punct"))
        elif c.dep_ == "acl" and c.tag_ == "VBN" and c.lemma_.lower() in load().light:
            yield from (("by", t) for name, t in preposition_objects(c) if name == "by")
    for name, token in preposition_objects(noun):
        yield ("by" if name == "from" and trigger.light_patient else name), token
        if name == "by":  # "the attack by A on B": the parser hangs "on B" on A
            yield from ((p, t) for p, t in preposition_objects(token) if p in ("on", "against", "with"))
    if trigger.light is not None:
        for name, token in _verb_slots(trigger.light):
            if token == noun or name == "clause":
                continue
            if name in ("subject", "by"):
                yield ("light patient" if trigger.light_patient else "possessor"), token
            elif name == "object" and not is_passive(trigger.light):
                continue
            else:
                yield name, token


def participants(reading: Reading, trigger: Trigger, found: list[Slot]) -> tuple[Role, ...]:
    """The event's participants: slots whose filler is a known entity, coordination unfolded, each entity once."""
    out: dict[str, Role] = {}
    for slot, token in found:
        role = _role(trigger, slot)
        if role in (None, "topic", "place", "none"):
            continue
        for part in fillers(token, trigger.token):
            for ref in _refs(reading, part, slot):
                key = ref.entity
                if key not in out:
                    out[key] = Role(role or "participant", ref)
    if trigger.sense.type in THEMED and not any(role.role in ("patient", "recipient") for role in out.values()):
        for ref in _counterparts(reading, trigger, found):
            out.setdefault(ref.entity, Role("patient", ref))
    if not out and trigger.sense.pos == "noun":
        out = {ref.entity: Role("participant", ref) for ref in _undertaking(reading, trigger.token)}
    return tuple(sorted(out.values(), key=lambda r: (r.ref.start, r.role)))


def _role(trigger: Trigger, slot: str) -> str | None:
    if slot == "light patient":
        return "patient"
    if slot == "second object":
        return "patient"
    if slot == "dative":
        return trigger.sense.roles.get("dative", "recipient")
    if trigger.sense.pos == "noun" and slot == "object":
        return "patient"
    return trigger.sense.roles.get(slot)


def _refs(reading: Reading, token: Token, slot: str) -> tuple[Ref, ...]:
    ref = reading.ref(token)
    named = next(
        (c for c in token.children if c.dep_ == "appos" and (e := reading.entity(c)) and e.type in _ACTORS), None
    )
    if named is not None and (ref is None or reading.mentions[token.i][1].kind == "nominal"):
        best = reading.ref(named) or ref if ref is None or _same_kind(reading, token, named) else ref
        return () if best is None else (best,)
    if ref is not None:
        return (ref,)
    if (titled := _name_after(reading, token)) is not None:
        return (titled,)
    if slot == "compound":
        return reading.part_refs(token)
    return ()


def _counterparts(reading: Reading, trigger: Trigger, found: list[Slot]) -> Iterator[Ref]:
    """Whose offer, demand or word an act is about ("rejected the union's offer", "an offer from the union"), and who
    is asked to do what a request asks for ("demanded that the mine close").
    """
    for slot, token in found:
        if slot not in ("object", "to", "clause", "of") or token == trigger.token or reading.ref(token) is not None:
            continue
        if slot == "clause":
            asked = child(token, "nsubj") if trigger.sense.type == "request" else None
            owners = [asked] if asked is not None else []
        else:
            owners = [c for c in token.children if c.dep_ == "poss"]
            owners += [t for p, t in preposition_objects(token) if p in ("from", "by")]
        for owner in owners:
            for part in conjuncts(owner):
                yield from (ref for ref in _refs(reading, part, slot) if _is_actor(reading, part))


def _is_actor(reading: Reading, token: Token) -> bool:
    entity = reading.entity(token)
    return entity is not None and entity.type in _ACTORS | {"place"}


def _undertaking(reading: Reading, noun: Token) -> Iterator[Ref]:
    """Who agrees to, proposes, plans or calls off what the noun names, where nobody else is said to take part."""
    governor = noun.head.head if noun.dep_ == "pobj" else noun.head
    verbs = [governor] if noun.dep_ in ("dobj", "pobj", "nsubjpass") else []
    verbs += [c for c in noun.children if c.dep_ == "acl" and c.tag_ == "VBN"]
    for verb in verbs:
        if verb.pos_ != "VERB" or verb.lemma_.lower() not in words()["words"]["undertaken"]:
            continue
        found = [t for p, t in preposition_objects(verb) if p == "by"] if is_passive(verb) else [subject(verb)]
        for token in found:
            for part in conjuncts(token) if token is not None else ():
                yield from _refs(reading, part, "subject")


def fillers(token: Token, verb: Token) -> list[Token]:
    """The filler and its conjuncts; a plural relative clause speaks of the whole coordination before it."""
    if token.dep_ == "conj" and verb.dep_ == "relcl" and verb.head == token and _plural(verb):
        return coordination(token)
    return list(conjuncts(token))


def _plural(verb: Token) -> bool:
    return verb.tag_ == "VBP" or any(
        c.lower_ in ("are", "were", "have") and c.dep_ in ("aux", "auxpass") for c in verb.children
    )


def _name_after(reading: Reading, noun: Token) -> Ref | None:
    """The person whose name follows a noun without a comma ("her counterpart NAME"), however the two are parsed."""
    if noun.pos_ != "NOUN" or noun.i + 1 >= len(reading.doc):
        return None
    start = noun.nbor().idx
    for token in reading.doc[noun.i + 1 : noun.i + 5]:
        entity, ref = reading.entity(token), reading.ref(token)
        if entity is not None and ref is not None and ref.start == start and entity.type == "person":
            return ref
    return None


def _same_kind(reading: Reading, nominal: Token, named: Token) -> bool:
    """Whether "his counterpart" and the name set beside it can be one: both persons, or both not."""
    one, other = reading.entity(nominal), reading.entity(named)
    return one is not None and other is not None and (one.type == "person") == (other.type == "person")


def topic(reading: Reading, trigger: Trigger, found: list[Slot]) -> Span | None:
    """What the event is about: the topic slot, else an object that is no participant, as written."""
    best: Token | None = None
    timed = reading.timed()
    for slot, token in found:
        if _role(trigger, slot) == "topic" and token.i not in timed:
            best = token
            break
    if best is None:
        for slot, token in found:
            if slot in ("object", "clause") and reading.ref(token) is None and token is not trigger.token:
                best = token
                break
    if best is None:
        return None
    tokens = _without_relative(best, [t for t in best.subtree if not t.is_space])
    if trigger.token in tokens:
        return None
    return reading.span(tokens[0], tokens[-1])


def _without_relative(head: Token, tokens: list[Token]) -> list[Token]:
    """A noun phrase without the relative clause and loose apposition that follow it; a clause as it is."""
    if head.pos_ not in ("NOUN", "PROPN"):
        return _trim(tokens)
    cut = [c.left_edge.i for c in head.children if c.dep_ in ("relcl", "appos", "acl") and c.i > head.i]
    kept = [t for t in tokens if not cut or t.i < min(cut)]
    return _trim(kept or tokens)


def _trim(tokens: list[Token]) -> list[Token]:
    while len(tokens) > 1 and (tokens[-1].is_punct or tokens[-1].dep_ == "cc"):
        tokens = tokens[:-1]
    while len(tokens) > 1 and tokens[0].is_punct:
        tokens = tokens[1:]
    return tokens
