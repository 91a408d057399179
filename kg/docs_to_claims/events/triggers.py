"""Finds the words that name events: verbs, nouns and adjectives of the lexicon, light verbs with an event noun, and
unknown verbs between named participants.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from kg.articles_to_docs.reading import Reading
from kg.docs_to_claims.events.senses import Lexicon, Sense, load, unknown_verb
from kg.docs_to_claims.events.syntax import child, is_passive, objects, preposition_objects, subject

THEMED = frozenset({"agree", "request", "reject", "support", "threaten", "accuse"})
"""Acts about another event, which stays an event of its own: the truce that is proposed. Other verbs swallow the noun
their sense asks for: "paused the aid" is one event."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that names an event. ``light``: the verb that carries it ("held" of "held talks"), if any."""

    token: Token
    sense: Sense
    particle: Token | None = None
    light: Token | None = None
    light_patient: bool = False


def find_triggers(reading: Reading) -> list[Trigger]:
    """Every trigger of the article's doc, in text order; a light verb is part of its noun's trigger."""
    lexicon = load()
    out: list[Trigger] = []
    timed = reading.timed()
    used = set(timed)
    for token in reading.doc:
        if token.i in used:
            continue  # "March" is a month before it is a march
        if token.pos_ in ("NOUN", "PROPN") and (trigger := _noun(reading, token, lexicon)):
            out.append(trigger)
            if trigger.light is not None:
                used.add(trigger.light.i)
    consumed: set[int] = set()
    for token in reading.doc:
        if token.i in used or token.is_space:
            continue
        if (
            token.pos_ == "VERB"
            or _mistagged(token, lexicon)
            or (token.pos_ == "AUX" and token.dep_ not in ("aux", "auxpass"))
        ):
            trigger = _verb(reading, token, lexicon, timed)
        elif token.pos_ == "ADJ":
            trigger = _adjective(token, lexicon)
        else:
            trigger = None
        if trigger:
            out.append(trigger)
            if trigger.sense.type not in THEMED:
                consumed |= {t.i for t in _things(token) if t.lemma_.lower() in trigger.sense.object}
                consumed |= {t.i for _, t in preposition_objects(token) if t.lemma_.lower() in trigger.sense.pobj}
    return sorted((t for t in out if t.token.i not in consumed), key=lambda t: t.token.i)


def _verb(reading: Reading, token: Token, lexicon: Lexicon, timed: set[int]) -> Trigger | None:
    lemma = token.lemma_.lower()
    particles = _particles(token)
    pairs = [(p, t) for p, t in preposition_objects(token) if t.i not in timed]  # "called her on Monday"
    preps = {p for p, _ in pairs}
    things = {t.lemma_.lower() for t in _things(token)}
    passive = is_passive(token)
    doer = None if passive else subject(token)
    for sense in lexicon.senses.get(("verb", lemma), ()):
        if sense.particle and sense.particle not in particles:
            continue
        if sense.object and not sense.object & things:
            continue
        if sense.prep and not sense.prep & (preps | set(particles)):
            continue
        if sense.pobj and not any(o.lemma_.lower() in sense.pobj for _, o in pairs):
            continue
        if sense.subject and (doer is None or doer.lemma_.lower() not in sense.subject):
            continue
        if sense.passive and not passive:
            continue
        if sense.object_type and not _is_of(reading, token, sense.object_type):
            continue
        return Trigger(token, sense, particles.get(sense.particle) if sense.particle else None)
    if lemma in lexicon.never or lemma in lexicon.light or happens(token, lexicon):
        return None
    return _unknown(reading, token, lemma)


def _is_of(reading: Reading, verb: Token, types: frozenset[str]) -> bool:
    """Whether the verb is done to an entity of one of these types, not to say what it is ("called her a liar")."""
    if child(verb, "oprd", "ccomp", "xcomp") is not None:
        return False
    return any((entity := reading.entity(t)) is not None and entity.type in types for t in _things(verb))


def _particles(verb: Token) -> dict[str, Token]:
    """What completes the verb: particles, adverbs, adjectives ("go missing"), prepositions without an object."""
    return {
        c.lower_: c
        for c in verb.children
        if c.dep_ in ("prt", "advmod", "npadvmod", "acomp", "oprd")
        or (c.dep_ == "prep" and child(c, "pobj", "pcomp") is None)
        or (c.dep_ in ("ccomp", "advcl") and (c.pos_ == "ADJ" or c.lower_ == "missing"))
    }


def _things(verb: Token) -> list[Token]:
    """What the verb is done to: its objects, or its passive subject."""
    found = child(verb, "nsubjpass")
    if found is None and verb.dep_ in ("acl", "relcl") and is_passive(verb):
        found = verb.head
    return [*objects(verb), *(c for c in verb.children if c.dep_ == "attr"), *([found] if found is not None else [])]


def happens(verb: Token, lexicon: Lexicon) -> bool:
    """Whether the verb only says that its subject happens: "takes place", "broke out", "followed"."""
    lemma = verb.lemma_.lower()
    phrases = {f"{lemma} {c.lemma_.lower()}" for c in verb.children if c.dep_ in ("prt", "dobj", "advmod")}
    if not objects(verb):
        phrases.add(lemma)  # with an object it does something: "could shape the future"
    return bool(phrases & lexicon.happen)


def _unknown(reading: Reading, token: Token, lemma: str) -> Trigger | None:
    """A verb the lexicon does not know: an event only if a named participant does it to something or somewhere."""
    if token.tag_ not in ("VBD", "VBZ", "VBN", "VBG", "VB", "VBP") or not lemma.isalpha():
        return None
    doer = child(token, "nsubj", "nsubjpass")
    if doer is None or not reading.entity(doer):
        return None
    if not any(c.dep_ in ("dobj", "prep", "agent", "nsubjpass") for c in token.children):
        return None
    return Trigger(token, unknown_verb(lemma))


def _noun(reading: Reading, token: Token, lexicon: Lexicon) -> Trigger | None:
    if token.dep_ == "compound" or (reading.mentions.get(token.i) is not None and token.pos_ == "PROPN"):
        return None
    lemma = token.lemma_.lower()
    if lemma in lexicon.never_noun:
        return None
    for name in _names(token, lemma):
        for sense in lexicon.senses.get(("noun", name), ()):
            pairs = list(preposition_objects(token))
            if sense.prep and not sense.prep & {p for p, _ in pairs}:
                continue
            if sense.pobj and not any(o.lemma_.lower() in sense.pobj for _, o in pairs):
                continue
            light = _light(token, lexicon)
            patient = light is not None and light.lemma_.lower() in lexicon.light_patient
            return Trigger(token, sense, light=light, light_patient=patient)
    return None


def _names(token: Token, lemma: str) -> Iterator[str]:
    before = [c for c in token.children if c.dep_ in ("compound", "amod") and c.i == token.i - 1]
    for c in before:
        yield f"{c.lemma_.lower()} {lemma}"
    if token.i > 1 and token.nbor(-1).text == "-":
        yield f"{token.nbor(-2).lower_}-{lemma}"
    yield lemma


def _light(noun: Token, lexicon: Lexicon) -> Token | None:
    """The verb that only carries the noun: "hold talks", "talks were held", "came under attack"."""
    head = noun.head
    if head.pos_ == "VERB" and _names_object(head, noun, lexicon):
        return None
    if head.pos_ == "VERB" and (prt := child(head, "prt")) is not None:
        phrase = f"{head.lemma_.lower()} {prt.lower_}"
        return head if phrase in lexicon.light and noun.dep_ in ("dobj", "nsubjpass") else None
    if head.pos_ != "VERB" or head.lemma_.lower() not in lexicon.light:
        if noun.dep_ == "pobj" and head.head.pos_ == "VERB":
            phrase = f"{head.head.lemma_.lower()} {head.lower_}"
            return head.head if phrase in lexicon.light else None
        if noun.dep_ == "conj" and noun.head.pos_ in ("NOUN", "PROPN"):
            return _light(noun.head, lexicon)
        return None
    return head if noun.dep_ in ("dobj", "nsubjpass") else None


def _names_object(verb: Token, noun: Token, lexicon: Lexicon) -> bool:
    """Whether a sense of the verb asks for just this object ("open fire"): then the verb names the event."""
    return any(
        noun.lemma_.lower() in s.object and (s.particle is None or s.particle in _particles(verb))
        for s in lexicon.senses.get(("verb", verb.lemma_.lower()), ())
    )


def _adjective(token: Token, lexicon: Lexicon) -> Trigger | None:
    if child(token, "xcomp") is not None:
        return None  # "ready to sign" is about the signing
    for sense in lexicon.senses.get(("adjective", token.lemma_.lower()), ()):
        if sense.prep and not sense.prep & {p for p, _ in preposition_objects(token)}:
            continue
        if token.dep_ in ("acomp", "oprd", "ROOT", "conj", "ccomp"):
            return Trigger(token, sense)
    return None


def _mistagged(token: Token, lexicon: Lexicon) -> bool:
    """A bare verb taken for a noun: it has a subject and fills a clause ("demanded that she resign")."""
    clausal = token.pos_ == "NOUN" and token.dep_ in ("ccomp", "ROOT", "conj", "advcl")
    return clausal and child(token, "nsubj") is not None and ("verb", token.lower_) in lexicon.senses
