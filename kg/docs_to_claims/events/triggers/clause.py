"""What stands around a verb, and whether a sense of the lexicon fits it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Token

from kg.articles_to_docs.reading import Reading
from kg.articles_to_docs.tree import children
from kg.docs_to_claims.events.slot_words import word_class
from kg.docs_to_claims.events.syntax import child, is_passive, objects, preposition_objects, subject
from kg.docs_to_claims.events.triggers.senses import Sense

_NAMED_AS = ("oprd", "attr", "dobj", "xcomp", "acomp", "ccomp", "npadvmod")


@dataclass(frozen=True)
class Clause:
    """What stands around a verb, each part read when a sense first asks for it."""

    reading: Reading
    verb: Token

    @cached_property
    def particles(self) -> dict[str, Token]:
        """What completes the verb, by its word."""
        return particles(self.verb)

    @cached_property
    def pairs(self) -> list[tuple[str, Token]]:
        """The preposition phrases that are no times ("called her on Monday")."""
        return [(p, t) for p, t in preposition_objects(self.verb) if t.i not in self.reading.timed]

    @cached_property
    def preps(self) -> set[str]:
        """The prepositions and particles around the verb."""
        return {p for p, _ in self.pairs} | set(self.particles)

    @cached_property
    def things(self) -> set[str]:
        """The heads of what it is done to, and a gerund that tells what ends or begins ("stopped firing")."""
        gerunds = (c.lower_ for c in children(self.verb) if c.dep_ == "xcomp" and c.tag_ == "VBG")
        return {t.lemma_.lower() for t in _told(things(self.verb))} | set(gerunds)

    @cached_property
    def passive(self) -> bool:
        """Whether the verb is passive."""
        return is_passive(self.verb)

    @cached_property
    def doer(self) -> str | None:
        """The base form of the head of the active subject."""
        found = None if self.passive else subject(self.verb)
        return None if found is None else found.lemma_.lower()

    @cached_property
    def asks(self) -> bool:
        """Whether the clause it governs has a doer of its own, whom it is about: "wants Norland to leave"."""
        told = child(self.verb, "ccomp", "xcomp", "advcl")
        if told is None or told.tag_ != "VB" or child(told, "mark") is not None:
            return False
        done = child(told, "nsubj") if told.dep_ == "ccomp" else child(self.verb, "dobj")
        return done is not None and done.i > self.verb.i

    def fits(self, sense: Sense) -> bool:
        """Whether everything is there that a sense asks for."""
        return (
            (not sense.particle or sense.particle in self.particles)
            and (not sense.object or not sense.object.isdisjoint(self.things))
            and (not sense.prep or not sense.prep.isdisjoint(self.preps))
            and (not sense.pobj or any(o.lemma_.lower() in sense.pobj for _, o in self.pairs))
            and (not sense.subject or self.doer in sense.subject)
            and (not sense.passive or self.passive)
            and (not sense.intransitive or not (self.passive or things(self.verb) or child(self.verb, "ccomp")))
            and (not sense.asks or self.asks)
            and (not sense.object_type or _is_of(self.reading, self.verb, sense.object_type))
        )

    def names_nothing(self, sense: Sense) -> bool:
        """Whether a passive of naming says no name or post: "the victim has not been named"."""
        return self.passive and not sense.prep and child(self.verb, *_NAMED_AS) is None


def _told(found: list[Token]) -> list[Token]:
    """The nouns, with what one is a part or a number of: "a group of motorcycles", "nine tons of flour", and what is
    told beside one: "photographs and intelligence".
    """
    parts = word_class("parts") | word_class("shares")
    counts = [t for t in found if t.lemma_.lower() in parts or child(t, "nummod") is not None]
    inner = [o for t in counts for p, o in preposition_objects(t) if p == "of"]
    return [*found, *inner, *(c for t in found for c in children(t) if c.dep_ == "conj")]


def _is_of(reading: Reading, verb: Token, types: frozenset[str]) -> bool:
    """Whether the verb is done to an entity of one of these types, not to say what it is ("called her a liar")."""
    if child(verb, "oprd", "ccomp", "xcomp") is not None:
        return False
    return any((entity := reading.entity(t)) is not None and entity.type in types for t in things(verb))


def particles(verb: Token) -> dict[str, Token]:
    """What completes the verb: particles, adverbs, adjectives ("go missing"), prepositions without an object."""
    return {
        c.lower_: c
        for c in children(verb)
        if c.dep_ in ("prt", "advmod", "npadvmod", "acomp", "oprd")
        or (c.dep_ == "prep" and child(c, "pobj", "pcomp") is None)
        or (c.dep_ in ("ccomp", "advcl") and (c.pos_ == "ADJ" or c.lower_ == "missing"))
    }


def things(verb: Token) -> list[Token]:
    """What the verb is done to: its objects, or its passive subject."""
    found = child(verb, "nsubjpass")
    if found is None and verb.dep_ in ("acl", "relcl") and is_passive(verb):
        found = verb.head
    return [*objects(verb), *(c for c in children(verb) if c.dep_ == "attr"), *([found] if found is not None else [])]
