"""Finds the words that name events: verbs, nouns and adjectives of the lexicon, light verbs with an event noun, and
unknown verbs between named participants.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from kg.articles_to_docs.reading import Reading
from kg.articles_to_docs.tree import children
from kg.docs_to_claims.events.slot_words import word_class
from kg.docs_to_claims.events.syntax import child, is_passive, objects, preposition_objects, subject
from kg.docs_to_claims.events.triggers.clause import Clause, particles, things
from kg.docs_to_claims.events.triggers.figures import is_figure, is_half_of_noun
from kg.docs_to_claims.events.triggers.mistaken import is_bare_verb, is_name, is_noun, last_names, looks_like_noun
from kg.docs_to_claims.events.triggers.senses import Lexicon, Sense, load, unknown_verb

VERB_TAGS = frozenset({"VBD", "VBZ", "VBN", "VBG", "VB", "VBP"})
THEMED = frozenset({"agree", "request", "reject", "support", "threaten", "accuse"})
"""Acts about another event, which stays an event of its own: the truce that is proposed. Other verbs swallow the noun
their sense asks for: "paused the aid" is one event."""

_BECOMING = frozenset({"was", "were", "been", "being", "got"})
TIMES = frozenset({"day", "week", "month", "year", "hour"})


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
    used = set(reading.timed)
    for i, (token, pos) in enumerate(zip(reading.tokens, reading.pos, strict=True)):
        if i in used or (pos not in ("NOUN", "PROPN") and not is_noun(token)):
            continue  # "March" is a month before it is a march
        if trigger := _noun(reading, token, pos, lexicon):
            out.append(trigger)
            used |= {i} if trigger.light is None else {i, trigger.light.i}
    named = last_names(reading)
    consumed: set[int] = set()
    for i, (token, pos) in enumerate(zip(reading.tokens, reading.pos, strict=True)):
        trigger = _predicate(reading, token, pos, lexicon) if i not in used else None
        if trigger and trigger.sense.unknown and looks_like_noun(token, lexicon):
            trigger = _noun(reading, token, "NOUN", lexicon)
        if trigger and not is_name(reading, token, named):
            out.append(trigger)
            if trigger.sense.type not in THEMED:
                consumed |= {t.i for t in asked_for(token, trigger.sense)}
    kept = [t for t in _each_once(out) if t.token.i not in consumed]
    told = {t.token.i for t in kept} | consumed
    return sorted((t for t in kept if not _only_carries(t, told, lexicon)), key=lambda t: t.token.i)


def _only_carries(trigger: Trigger, told: set[int], lexicon: Lexicon) -> bool:
    """Whether a verb only says how far or how meant the act is that its complement tells ("plans to open"), or whose
    act it is that stands before it ("the raid carried out by Norland").
    """
    verb = trigger.token
    if trigger.sense.pos != "verb":
        return False
    if verb.head.i in told and not trigger.sense.object and carries_head(verb, lexicon):
        return True
    if trigger.sense.lemma not in lexicon.carrying:
        return False
    act = child(trigger.token, "xcomp")
    return act is not None and act.i in told and child(trigger.token, "dobj") is None


def _each_once(found: list[Trigger]) -> Iterator[Trigger]:
    """The triggers without the second noun of one act ("a memorandum of understanding", "acts of sabotage")."""
    nouns = {t.token.i: t for t in found if t.sense.pos == "noun"}
    for trigger in found:
        noun = trigger.token
        outer = nouns.get(noun.head.head.i) if noun.dep_ == "pobj" and noun.head.lower_ == "of" else None
        narrowed = outer is None or any(c.dep_ in ("det", "poss") for c in children(noun))
        if trigger.sense.pos != "noun" or narrowed or (outer and outer.sense.type != trigger.sense.type):
            yield trigger


def _predicate(reading: Reading, token: Token, pos: str, lexicon: Lexicon) -> Trigger | None:
    if pos == "VERB" or (pos == "AUX" and token.dep_ not in ("aux", "auxpass")) or is_bare_verb(token, pos, lexicon):
        return _verb(reading, token, lexicon)
    return _adjective(token, lexicon) if pos == "ADJ" else None


def carries_head(verb: Token, lexicon: Lexicon) -> bool:
    """Whether a participle is the light verb of the event noun before it: "the raid carried out by Norland"."""
    if verb.dep_ != "acl" or verb.tag_ != "VBN" or child(verb, "nsubj", "aux", "mark") is not None:
        return False
    lemma = verb.lemma_.lower()
    phrases = {lemma, *(f"{lemma} {c.lower_}" for c in children(verb) if c.dep_ == "prt")}
    return not phrases.isdisjoint(lexicon.light | lexicon.held)


def asked_for(token: Token, sense: Sense) -> list[Token]:
    """The words a sense of the verb asks for, which name no event of their own."""
    done_to = things(token) if sense.object else ()
    behind = preposition_objects(token) if sense.pobj else ()
    return [t for t in done_to if t.lemma_.lower() in sense.object] + [
        t for _, t in behind if t.lemma_.lower() in sense.pobj
    ]


def act_type(reading: Reading, verb: Token) -> str | None:
    """The root type of the event that a verb of the lexicon names here, None if the lexicon has no sense that fits."""
    lexicon = load()
    found = None if _tells_nothing(verb, lexicon) else _sensed(reading, verb, lexicon)
    return None if found is None else found.sense.type


def _tells_nothing(verb: Token, lexicon: Lexicon) -> bool:
    """Whether a verb is a figure of speech, half of a noun or a mere description."""
    return is_figure(verb) or is_half_of_noun(verb) or _describes(verb, lexicon)


def _sensed(reading: Reading, token: Token, lexicon: Lexicon) -> Trigger | None:
    """A verb with the first of its senses that fits the clause."""
    lemma = token.lemma_.lower()
    senses = lexicon.senses.get(("verb", lemma), ())
    if token.i > 1 and token.nbor(-1).text == "-":
        senses = lexicon.senses.get(("verb", f"{token.nbor(-2).lower_}-{lemma}"), senses)  # "test-fired a missile"
    clause = Clause(reading, token)
    for sense in senses:
        if not clause.fits(sense) or (lemma in lexicon.naming and clause.names_nothing(sense)):
            continue
        if not sense.then or _goes_on(reading, token, sense, lexicon):
            return Trigger(token, sense, clause.particles.get(sense.particle) if sense.particle else None)
    return None


def _describes(verb: Token, lexicon: Lexicon) -> bool:
    """Whether a participle only describes: "a man armed with a knife"."""
    if verb.tag_ != "VBN" or verb.lemma_.lower() not in lexicon.adjectival:
        return False
    return child(verb, "aux", "agent", "dobj") is None and not any(c.lower_ in _BECOMING for c in children(verb))


def _goes_on(reading: Reading, verb: Token, sense: Sense, lexicon: Lexicon) -> bool:
    """Whether the to-clause of a verb tells an act of the types its sense asks for, and does not deny it."""
    act = child(verb, "xcomp") or next((c for c in children(verb) if c.dep_ == "advcl" and c.i == verb.i + 2), None)
    if act is None or act.tag_ != "VB" or child(act, "neg") is not None:
        return False
    found = _sensed(reading, act, lexicon)
    return found is not None and found.sense.type in sense.then


def _verb(reading: Reading, token: Token, lexicon: Lexicon) -> Trigger | None:
    if _tells_nothing(token, lexicon):
        return None
    if (found := _sensed(reading, token, lexicon)) is not None:
        return found
    lemma = token.lemma_.lower()
    if lemma in lexicon.never or happens(token, lexicon) or not _is_deed(token, lemma, lexicon):
        return None
    return Trigger(token, unknown_verb(lemma))


def happens(verb: Token, lexicon: Lexicon) -> bool:
    """Whether the verb only says that its subject happens: "takes place", "broke out", "followed"."""
    lemma = verb.lemma_.lower()
    phrases = {f"{lemma} {c.lemma_.lower()}" for c in children(verb) if c.dep_ in ("prt", "dobj", "advmod")}
    if not objects(verb):
        phrases.add(lemma)  # with an object it does something: "could shape the future"
    return bool(phrases & lexicon.happen)


def _is_deed(verb: Token, lemma: str, lexicon: Lexicon) -> bool:
    """Whether a verb the lexicon has no sense for tells something done: a finite or non-finite clause of its own.

    Saying is a statement, unless a thing is all that is said ("announced the cuts"); a verb that makes others do
    something is about what they do ("forced them to leave"); an adjective's use tells nothing ("the aged lady").
    """
    if not lemma.isalpha() or verb.tag_ not in VERB_TAGS or verb.dep_ in ("amod", "compound", "prep", "case", "pobj"):
        return False
    if child(verb, "oprd") is not None and lemma in lexicon.naming:
        return False
    if lemma in lexicon.states:
        return bool(things(verb)) and (subject(verb) is not None)
    if lemma in lexicon.expecting and _looks_forward(verb, lexicon):
        return False
    if child(verb, "xcomp", "ccomp") is None:
        return bool(things(verb)) or (lemma not in lexicon.saying and lemma not in lexicon.implicative)
    if lemma in lexicon.expecting and child(verb, "ccomp") is not None:
        return False  # "hopes that talks resume" is about the talks
    return not (lemma in lexicon.saying or lemma in lexicon.implicative or lemma in lexicon.raising)


def _looks_forward(verb: Token, lexicon: Lexicon) -> bool:
    """Whether a verb of expecting only says how real something is: "is expected to open", "talks are planned"."""
    told = things(verb)
    done = subject(verb)
    told += [done] if done is not None else []
    told += [o for t in told if t.lemma_.lower() in word_class("parts") for p, o in preposition_objects(t) if p == "of"]
    if any(("noun", t.lemma_.lower()) in lexicon.senses for t in told):
        return verb.tag_ in ("VBN", "VBD")
    return is_passive(verb) and child(verb, "xcomp", "ccomp") is not None


def _noun(reading: Reading, token: Token, pos: str, lexicon: Lexicon) -> Trigger | None:
    if token.dep_ == "compound" or (pos == "PROPN" and token.i in reading.mentions):
        return None
    lemma = token.lemma_.lower()
    names = list(_names(reading, token, lemma))
    if not lexicon.never_noun.isdisjoint(names):
        return None
    for name in names:
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


def _names(reading: Reading, token: Token, lemma: str) -> Iterator[str]:
    before = reading.tokens[token.i - 1] if token.i else None
    if any(c.lower_ == "joint" and c.dep_ == "amod" for c in children(token)):
        yield f"joint {lemma}"
    if before is not None and before.dep_ in ("compound", "amod") and before.head.i == token.i:
        yield f"{before.lemma_.lower()} {lemma}"
    if token.i > 1 and before is not None and before.text == "-":
        yield f"{token.nbor(-2).lower_}-{lemma}"
    yield lemma


def _light(noun: Token, lexicon: Lexicon) -> Token | None:
    """The verb that only carries the noun: "hold talks", "talks were held", "came under attack"."""
    head = noun.head
    if noun.dep_ == "pobj" and head.lower_ == "of" and head.head.lemma_.lower() in word_class("parts") | TIMES:
        return _light(head.head, lexicon)  # "launched a series of raids", "held two days of talks"
    if head.pos_ == "VERB" and (_names_object(head, noun, lexicon) or child(head, "oprd") is not None):
        return None  # "called the deal a truce" deals with nobody
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
        noun.lemma_.lower() in s.object and (s.particle is None or s.particle in particles(verb))
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
