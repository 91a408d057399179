"""What an adjunct hangs on: from a time or place up the tree to the event it belongs to, never past a clause's verb."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from spacy.tokens import Token

from kg.articles_to_docs.tree import children
from kg.docs_to_claims.events.syntax import child
from kg.docs_to_claims.events.triggers import Trigger
from kg.ontology import lexicon

_HEIGHT = 8  # heads between an adjunct and its verb


@cache
def words(key: str) -> frozenset[str]:
    """A list of ``[words]`` in ``places.toml`` or ``status.toml``."""
    found = lexicon("places")["words"].get(key)
    return frozenset(lexicon("status")["words"][key] if found is None else found)


@cache
def scheduling() -> frozenset[str]:
    """Verbs whose "for" or "to" leads to the day of what they schedule: "set for Friday", "postponed to July"."""
    return frozenset(lexicon("times")["tense"]["dated_ahead"])


def words_of(triggers: Sequence[Trigger]) -> dict[int, int]:
    """Every word an adjunct of an event may hang on — trigger, light verb, particle — to the event's trigger."""
    out = {t.particle.i: t.token.i for t in triggers if t.particle is not None}
    out |= {t.light.i: t.token.i for t in triggers if t.light is not None}
    return out | {t.token.i: t.token.i for t in triggers}


def climb(token: Token, by_token: Mapping[int, int]) -> int | None:
    """The event an adjunct belongs to: up through prepositions and noun phrases to the next event or verb."""
    for _ in range(_HEIGHT):
        if token.i in by_token and token.dep_ != "compound":
            return _scheduled(token, by_token)
        if token.pos_ in ("VERB", "AUX"):
            return _raised(token, by_token)
        if token.head == token or token.dep_ == "nsubj":
            return None  # what stands beside the subject places the subject, not what it does
        token = token.head
    return None


def _scheduled(token: Token, by_token: Mapping[int, int]) -> int:
    """The event itself; of "the visit was postponed to July" the visit."""
    if token.lemma_.lower() in scheduling() and token.pos_ == "VERB":
        for c in children(token):
            if c.dep_ in ("nsubjpass", "dobj") and c.i in by_token:
                return by_token[c.i]
        described = _described(token, by_token) if token.dep_ == "acl" else None
        return by_token[token.i] if described is None else described
    return by_token[token.i]


def _raised(verb: Token, by_token: Mapping[int, int]) -> int | None:
    """For an adjunct on a verb that is no event: the event it raises or carries ("is expected to meet on Friday")."""
    if (gathering := _held_during(verb, by_token)) is not None:
        return gathering
    if verb.lemma_.lower() in lexicon("none").get("saying", ()):
        return None
    for c in children(verb):
        if c.dep_ in ("xcomp", "acomp", "attr", "oprd") and c.i in by_token:
            return by_token[c.i]
        if c.dep_ in ("nsubj", "nsubjpass", "attr", "dobj") and c.i in by_token:
            denied = c.dep_ != "dobj" and child(verb, "neg") is not None  # "protests are not reported in Alva"
            return None if denied else by_token[c.i]
        if c.dep_ == "attr" and (staged := staged_at(c, by_token)) is not None:
            return staged
    if verb.dep_ == "xcomp" and verb.head.i in by_token:
        return by_token[verb.head.i]
    if verb.tag_ == "VBD":  # "panic broke out on Friday as the roof fell"
        found = next((c for c in children(verb) if c.i in by_token and c.dep_ == "advcl" and is_simultaneous(c)), None)
        if found is not None and found.tag_ == "VBD":
            return by_token[found.i]
    if verb.dep_ == "acl" and verb.lemma_.lower() in words("aims") and verb.head.dep_ == "dobj":
        return by_token.get(verb.head.head.i)  # "fired rockets aimed at a mast in Alva"
    if verb.dep_ == "acl" and verb.tag_ == "VBN" and verb.lemma_.lower() in scheduling():
        return _described(verb, by_token)
    if verb.dep_ == "acl" and verb.tag_ == "VBN" and verb.lemma_.lower() in words("convened"):
        return _frames(verb.head, by_token)
    if verb.lemma_ == "be" and verb.dep_ in ("ROOT", "conj"):
        return _done_there(verb, by_token)
    return None


def _done_there(be: Token, by_token: Mapping[int, int]) -> int | None:
    """What somebody is somewhere for: "she was in Alva, studying bones", "he is in Alva to sign a deal"."""
    for c in children(be):
        if c.dep_ != "advcl" or c.i < be.i or c.i not in by_token or child(c, "mark", "nsubj") is not None:
            continue
        helper = child(c, "aux")
        if (c.tag_ == "VBG" and helper is None) or (helper is not None and helper.lower_ == "to"):
            return by_token[c.i]
    return None


def _held_during(verb: Token, by_token: Mapping[int, int]) -> int | None:
    """The event somebody speaks or appears at: "speaking at a rally in Alva on Friday"."""
    for prep in children(verb):
        if prep.dep_ == "prep" and prep.lower_ in ("at", "during"):
            noun = child(prep, "pobj")
            held = noun is not None and noun.pos_ == "NOUN" and noun.lemma_.lower() not in words("bidden")
            if noun is not None and noun.i in by_token and held:
                return by_token[noun.i]
    return None


def staged_at(noun: Token, by_token: Mapping[int, int]) -> int | None:
    """The event of "X was the scene of an attack", "X was the target of a bomb attack"."""
    of = child(noun, "prep") if noun.lemma_.lower() in words("scenes") else None
    event = child(of, "pobj") if of is not None and of.lower_ in ("of", "for") else None
    return by_token.get(event.i) if event is not None else None


def _frames(noun: Token, by_token: Mapping[int, int]) -> int | None:
    """The event of a clause that is set in another thing: "at the congress held in Alva, they elected her"."""
    prep = noun.head
    inside = noun.dep_ == "pobj" and prep.dep_ == "prep" and prep.lower_ in words("containing")
    return by_token.get(prep.head.i) if inside and prep.head.pos_ in ("VERB", "AUX") else None


def _described(verb: Token, by_token: Mapping[int, int]) -> int | None:
    """The event noun a participle describes: "talks scheduled for Friday", "a visit to X planned for Friday"."""
    noun = verb.head
    for _ in range(3):
        if noun.i in by_token or noun.pos_ not in ("NOUN", "PROPN", "ADP"):
            break
        noun = noun.head
    return by_token.get(noun.i) if noun.pos_ == "NOUN" else None


def is_simultaneous(clause: Token) -> bool:
    """Whether a clause opens with a word for "at the same moment": "when the roof fell"."""
    links = [c for c in children(clause) if c.dep_ in ("mark", "advmod") and c.i < clause.i]
    return bool(links) and links[0].lower_ in words("simultaneous")


def is_told(verb: Token) -> bool:
    """Whether a verb stands in the simple or progressive past, active or passive; not "had left"."""
    finite = child(verb, "aux", "auxpass") or verb
    return finite.tag_ == "VBD" and finite.lemma_ != "have"


def opens_with_adjunct(verb: Token) -> bool:
    """Whether an adjunct stands before the subject, and so over all that is coordinated after it."""
    doer = child(verb, "nsubj", "nsubjpass")
    if doer is None:
        return False
    first = doer.left_edge.i
    return any(c.dep_ in ("prep", "npadvmod", "advmod") and c.i < first for c in children(verb))


def moves_on(verb: Token) -> bool:
    """Whether the clause says that it happened at another time: "and later died"."""
    return any(c.dep_ == "advmod" and c.lower_ in words("moves_on") for c in children(verb))


def finite_tag(verb: Token) -> str:
    """The tag of the finite word: of an auxiliary, or of the verb; a conjunct without its own shares the auxiliary."""
    finite = child(verb, "aux", "auxpass")
    if finite is None and verb.dep_ == "conj" and verb.tag_ == verb.head.tag_:
        return finite_tag(verb.head)
    return (finite or verb).tag_
