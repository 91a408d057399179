"""Whom an act concerns although they stand inside its object or clause: "put sanctions on A", "rejected B's plan"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.articles_to_docs.reading import Reading
from kg.articles_to_docs.tree import children
from kg.docs_to_claims.events.roles.fillers import ACTORS, fillers, members, refs
from kg.docs_to_claims.events.roles.verb_slots import Slot
from kg.docs_to_claims.events.slot_words import aimed, answering, foreseen, word_class
from kg.docs_to_claims.events.syntax import child, is_passive, objects, preposition_objects, subject
from kg.docs_to_claims.events.triggers import Trigger
from kg.docs_to_claims.events.triggers.senses import load
from kg.records import Role

_GIVEN_TO = frozenset({"to", "for"})
_AUTHORS = frozenset({"from", "by"})
_THINGS = frozenset({"object", "to", "with", "of", "on", "against", "over", "into", "for", "at"})
_HIT = frozenset({"object", "at", "on", "against", "of"})
_TAKING = frozenset({"coerce", "sanction", "justice"})
_LIMITING = frozenset({"sanction", "coerce"})
_ASKED = frozenset({"from", "by"})
_COMMANDING = frozenset({"order", "command", "instruct", "authorise", "authorize"})
_STARTING = frozenset({"launch", "movement", "retreat"})
"""Acts that start from somewhere: a launch from Port Alder is not the port's."""
_WITH = frozenset({"with"})
_LOOSE = frozenset({"at", "from"})
"""Prepositions that the parser hangs on the verb as often as on its object ("fired shells at Port Alder")."""
_PLACED = frozenset({"on", "against", "at", "to"})
"""Prepositions after which also a place can be what is aimed at ("fired shells at Port Alder")."""


def counterparts(reading: Reading, trigger: Trigger, found: list[Slot]) -> Iterator[Role]:
    """Those the act is aimed at, whose word or conduct it answers to, and whom an intended act is to reach."""
    root = trigger.sense.type
    for slot, token in found:
        if slot == "clause":
            yield from _of_clause(reading, trigger, token)
        elif slot in _THINGS and token != trigger.token:
            for noun in fillers(token, trigger.token):
                if not _is_actor(reading, noun):
                    yield from _behind(reading, trigger, slot, noun)
        if root == "mobilize" and slot in ("object", "for"):
            yield from _called_up_against(reading, slot, token)
        if root == "personnel" and slot in ("object", "as", "from") and token != trigger.token:
            yield from _employer(reading, token)
    if root == "request" and trigger.sense.pos == "noun":  # "its demand that Norland open the border"
        yield from (
            role for c in children(trigger.token) if c.dep_ == "acl" for role in _of_clause(reading, trigger, c)
        )
    if trigger.sense.pos == "verb":
        if root == "personnel" and not any(slot == "object" and token.tag_ == "NNS" for slot, token in found):
            for post in (trigger.token, *(c for c in children(trigger.token) if c.dep_ in ("attr", "oprd"))):
                yield from _employer(reading, post)
        if not is_passive(trigger.token):  # "were ambushed at Port Alder" is where
            yield from _aimed(reading, trigger.token, (aimed(root) & _LOOSE) - trigger.sense.roles.keys())


def _behind(reading: Reading, trigger: Trigger, slot: str, noun: Token) -> Iterator[Role]:
    """Who stands behind a thing in a slot: who made it, whom it is aimed at, whose it is."""
    root, verbal = trigger.sense.type, trigger.sense.pos == "verb"
    answers = root in answering() and slot not in ("for", "into") and (slot != "on" or verbal)
    undergone = root == "request" and noun.lemma_.lower() in word_class("undergone")
    if undergone and (trigger.token.lemma_.lower() in _COMMANDING or not hits(noun)):
        return  # "ordered Ruiz's arrest", "demanded her release": she is not the one who is asked
    if answers or (root == "justice" and slot == "into"):
        yield from _authors(reading, noun)
    between = root == "consult" and noun.lemma_.lower() in word_class("ties")
    stopped = not verbal and slot == "of" and root in _LIMITING  # "a suspension of air links with Norland"
    promised = verbal and slot == "on" and root == "reject"  # "reneged on her commitment to the nurses"
    if (verbal and slot == "object" and not between) or stopped or promised:
        yield from _aimed(reading, _core(reading, noun), aimed(root))
    if slot in _HIT and root == "assault" and noun.lemma_.lower() in word_class("held"):
        yield from _owners(reading, noun)  # "shelled positions of the rebels"
    if slot in _HIT and root in _TAKING and (verbal or slot != "object"):
        yield from _losers(reading, noun)  # "seized her car", "a raid on his house"
    if verbal and slot == "for" and root == "request":
        yield from _aimed(reading, noun, _ASKED)  # "called for independence from Norland"


def _called_up_against(reading: Reading, slot: str, token: Token) -> Iterator[Role]:
    """Whom a war is against for which troops are called up ("mobilized reservists for a war against Norland")."""
    ends = [token] if slot == "for" else [t for name, t in preposition_objects(token) if name == "for"]
    for end in ends:
        if hits(end):
            yield from _aimed(reading, end, aimed("threaten"))


def _owners(reading: Reading, noun: Token) -> Iterator[Role]:
    owners = [c for c in children(noun) if c.dep_ in ("poss", "amod", "compound")]
    for owner in [*owners, *(t for p, t in preposition_objects(noun) if p in ("of", "for"))]:
        if not _in_name(reading, noun, owner):
            yield from _roles(reading, owner, "patient")


def _losers(reading: Reading, noun: Token) -> Iterator[Role]:
    """Whose thing is seized, searched, shut or frozen."""
    for owner in [
        *(c for c in children(noun) if c.dep_ == "poss"),
        *(t for p, t in preposition_objects(noun) if p == "of"),
    ]:
        if not _in_name(reading, noun, owner):
            yield from _roles(reading, owner, "patient")


def _is_actor(reading: Reading, token: Token) -> bool:
    entity = reading.entity(token)
    return entity is not None and entity.type in ACTORS


def _core(reading: Reading, noun: Token) -> Token:
    """The noun that counts: "part of an aid programme" is about the programme."""
    for _ in range(3):
        of = next((t for p, t in preposition_objects(noun) if p == "of"), None)
        if of is None or noun.lemma_.lower() not in word_class("parts") or _is_actor(reading, of):
            break
        noun = of
    return noun


def _authors(reading: Reading, noun: Token) -> Iterator[Role]:
    """Whose offer, demand or deed the object is ("rejected the union's offer", "a plan by the court")."""
    owners = [c for c in children(noun) if c.dep_ == "poss" or (c.dep_ in ("amod", "compound") and c.pos_ != "NOUN")]
    leaving = {sense.type for sense in load().senses.get(("noun", noun.lemma_.lower()), ())} & _STARTING
    owners += [t for p, t in preposition_objects(noun) if p in _AUTHORS and not (p == "from" and leaving)]
    if noun.lemma_.lower() in word_class("intentions"):  # "defended the right of the troops to fire"
        owners += [t for p, t in preposition_objects(noun) if p == "of" and _is_actor(reading, t)]
    for c in children(noun):
        if c.dep_ in ("acl", "amod") and c.lemma_.lower() in word_class("authored"):
            owners += [t for p, t in preposition_objects(c) if p == "by"]
            owners += [d for d in children(c) if d.dep_ in ("npadvmod", "nmod", "compound")]  # "U.S.-proposed"
        elif c.dep_ == "amod" and _is_authored(c):
            yield from (Role("patient", ref) for ref in reading.part_refs(c))
    for owner in owners:
        if not _in_name(reading, noun, owner):
            yield from _roles(reading, owner, "patient", place=True)


def _in_name(reading: Reading, noun: Token, part: Token) -> bool:
    """Whether a token is a part of the noun's own name ("the Norland Charter" is not Norland's word)."""
    found = reading.mentions.get(noun.i)
    return found is not None and found[1].kind == "name" and found[1].start <= part.idx < found[1].end


def _is_authored(modifier: Token) -> bool:
    """Whether a hyphened modifier says whose work a thing is ("the U.S.-proposed truce" as one token)."""
    _, hyphen, last = modifier.lower_.rpartition("-")
    return bool(hyphen) and any(last in (f"{verb}d", f"{verb}ed") for verb in word_class("authored"))


def _employer(reading: Reading, noun: Token) -> Iterator[Role]:
    """The body in which somebody takes or leaves a post ("became chair of the party", "resigned her seat in …")."""
    if noun.tag_ == "NNS":
        return  # whoever cuts 300 jobs at a plant does nothing to the plant
    holders = [c for c in children(noun) if c.dep_ in ("compound", "poss")]
    holders += [t for p, t in preposition_objects(noun) if p in ("of", "at", "in", "from")]
    for holder in holders:
        entity = reading.entity(holder)
        if entity is not None and entity.type == "organization":
            yield from _roles(reading, holder, "patient")


def _aimed(reading: Reading, holder: Token, prepositions: frozenset[str]) -> Iterator[Role]:
    """Who stands behind one of the prepositions of an object or verb, or of "shells aimed at …"."""
    aiming = [c for c in children(holder) if c.dep_ == "acl" and c.lemma_.lower() in word_class("aiming")]
    for participle in aiming:
        if participle.tag_ == "VBG":  # "launched missiles targeting the troops"
            for thing in objects(participle):
                yield from _roles(reading, thing, "patient", place=True)
    for governor in (holder, *aiming):
        for name, token in preposition_objects(governor):
            if name in prepositions and token.dep_ != "pcomp":
                role = "recipient" if name in _GIVEN_TO else "patient"
                told = tuple(_roles(reading, token, role, name in _PLACED, governor != holder))
                yield from told or (_owners(reading, token) if name in _PLACED else ())  # "a ban on Norland's ships"


def _roles(reading: Reading, token: Token, role: str, place: bool = False, anything: bool = False) -> Iterator[Role]:
    """The actors that a token and its conjuncts name, with ``place`` also places, with ``anything`` things, too."""
    kinds = ACTORS | {"place", "facility"} if place else ACTORS
    for part in members(reading, token, token.head):
        entity = reading.entity(part)
        if entity is None or entity.type in kinds or anything:
            yield from (
                Role(role, ref)
                for ref in refs(reading, part, "object")
                if anything or _is_of(reading, ref.entity, kinds)
            )


def _is_of(reading: Reading, identity: str, kinds: frozenset[str]) -> bool:
    entity = reading.by_id.get(identity)
    return entity is not None and entity.type in kinds


def _of_clause(reading: Reading, trigger: Trigger, clause: Token) -> Iterator[Role]:
    """Who is asked to do what a request asks for, and whom a refused or threatened act of one's own is for."""
    root = trigger.sense.type
    if root == "request":
        asked = child(clause, "nsubj")
        if asked is not None:
            yield from _roles(reading, asked, "patient", place=True)
    elif root in ("threaten", "reject", "agree") and trigger.sense.pos == "verb" and _is_own(reading, trigger, clause):
        yield from _reached(reading, clause, root)


def _is_own(reading: Reading, trigger: Trigger, clause: Token) -> bool:
    """Whether the clause tells what the subject itself will do ("to sue them", "that it would sue them")."""
    doer, actor = subject(clause), subject(trigger.token)
    if doer is None or actor is None or is_passive(trigger.token) or is_passive(clause):
        return False
    one, other = reading.entity(doer), reading.entity(actor)
    return doer == actor or (one is not None and one == other)


def _reached(reading: Reading, verb: Token, root: str) -> Iterator[Role]:
    """Whom the intended act reaches: a threat by its hostile object, a refusal or promise by who is met or helped."""
    kinds = {sense.type for sense in load().senses.get(("verb", verb.lemma_.lower()), ())}
    hostile = root == "threaten"
    if kinds & foreseen("hostile" if hostile else "object"):
        for thing in objects(verb):
            yield from _roles(reading, thing, "patient", hostile)
    beside = aimed("threaten" if hostile else "agree") if hostile or kinds & foreseen("beside") else frozenset()
    for thing in objects(verb):
        yield from _aimed(reading, thing, beside)
    if not hostile:
        yield from _aimed(reading, verb, beside or _WITH)
    elif any(hits(thing) for thing in objects(verb)):
        yield from _aimed(reading, verb, beside)
    asked = child(verb, "ccomp", "xcomp", "advcl") if hostile and "request" in kinds else None
    if asked is not None:
        yield from _reached(reading, asked, root)


def hits(noun: Token) -> bool:
    """Whether a noun names what is done against somebody: a raid, an arrest, a dismissal."""
    senses = load().senses.get(("noun", noun.lemma_.lower()), ())
    return noun.lemma_.lower() in word_class("blows") or any(sense.type in foreseen("hostile") for sense in senses)
