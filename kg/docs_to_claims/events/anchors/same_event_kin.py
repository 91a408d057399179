"""Whether two words can name one occasion: synonyms, verb and noun of one stem, "the attack" for any assault."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from kg.articles_to_docs.tree import children
from kg.docs_to_claims.events.anchors.same_event_telling import Telling
from kg.docs_to_claims.events.triggers.senses import Sense
from kg.ontology import lexicon

_STEM = 4  # letters a verb and its noun have in common: "decide", "decision"


@cache
def _words() -> dict[str, Any]:
    return lexicon("same_event")


@cache
def _family(subtype: str) -> frozenset[str]:
    """The subtypes that name the same events as this one, itself among them; none where its words differ too much."""
    return frozenset(s for f in _words()["family"] if subtype in f["subtypes"] for s in f["subtypes"])


def is_kin(one: Sense, other: Sense) -> bool:
    """Whether two senses can name one event."""
    if one.subtype is not None and other.subtype in _family(one.subtype):
        return True
    if one.type != other.type and "other" not in (one.type, other.type):
        return False
    if one.lemma == other.lemma:
        return True
    same = one.subtype is not None and one.subtype == other.subtype
    return same and one.pos != other.pos and one.lemma[:_STEM] == other.lemma[:_STEM]


def has_synonyms(sense: Sense) -> bool:
    """Whether the sense is of a kind that tells one happening, not a way of going on ("serve", "walk")."""
    return sense.subtype is not None and bool(_family(sense.subtype))


def can_be_one(earlier: Sense, later: Sense) -> bool:
    """Whether the later sense can name the event of the earlier, if need be as "the attack" names any assault."""
    if is_kin(earlier, later):
        return True
    keys = _words()["takes_up"].get(later.lemma.rpartition(" ")[2], ()) if later.pos == "noun" else ()
    return earlier.type in keys or f"{earlier.type}:{earlier.subtype}" in keys


def takes_up(earlier: Telling, later: Telling) -> bool:
    """Whether the later one, a noun with "the", can take up the earlier."""
    one, other = earlier.trigger.sense, later.trigger.sense
    stem = one.lemma[:_STEM] == other.lemma[:_STEM]
    going_on = one.pos == "verb" and stem and later.sentence - earlier.sentence == 1
    if not _is_of_kind(earlier, later) or (_is_several(earlier) != _is_several(later) and not going_on):
        return (
            False  # "they shelled the port. The shellings began …" may take up a verb, "the attacks" no single attack
        )
    return other.lemma not in _words()["unbound"]["nouns"] and can_be_one(one, other)


def _is_several(telling: Telling) -> bool:
    """Whether a plural noun tells several happenings: "the attacks", not "the talks"."""
    noun = telling.trigger.token
    return noun.tag_ == "NNS" and noun.lemma_.lower() not in _words()["several"]["nouns"]


def _is_of_kind(earlier: Telling, later: Telling) -> bool:
    """Whether the later noun adds no kind of its own: "the talks" of "trade talks", not "the peace talks"."""
    if not _topics(later) <= {t.lemma_.lower() for t in earlier.trigger.token.sent}:
        return False
    if earlier.trigger.sense.pos != "noun":
        return True
    kinds = [
        {c.lower_ for c in children(t.trigger.token) if c.dep_ in ("compound", "amod", "nmod")}
        for t in (earlier, later)
    ]
    return kinds[1] <= kinds[0]


def _topics(telling: Telling) -> set[str]:
    """What the noun is about: the trade of "the talks on trade"."""
    about = [
        c for c in children(telling.trigger.token) if c.dep_ == "prep" and c.lower_ in ("on", "about", "over", "for")
    ]
    return {g.lemma_.lower() for c in about for g in children(c) if g.dep_ in ("pobj", "pcomp")}


def is_apart(telling: Telling) -> bool:
    """Whether the words themselves tell the occasion from others: "another attack", "was arrested again"."""
    apart = _words()["apart"]
    noun = telling.trigger.token
    modifiers = [c for c in children(noun) if c.dep_ in ("amod", "det", "nummod")]
    if telling.trigger.sense.pos == "noun" and any(c.lower_ in apart["modifiers"] for c in modifiers):
        return True
    return _has_adverb(telling, apart["adverbs"])


def is_next(telling: Telling) -> bool:
    """Whether a verb tells what came after: "later met"."""
    return _has_adverb(telling, _words()["apart"]["sequence"])


def is_phase(telling: Telling) -> bool:
    """Whether what dates the noun is only when it grew, paused or ended: "the protests escalated in June"."""
    noun = telling.trigger.token
    return noun.dep_ in ("nsubj", "nsubjpass") and noun.head.lemma_.lower() in _words()["phases"]["verbs"]


def is_everywhere(telling: Telling) -> bool:
    """Whether the event has many places, of which a sentence tells one: an epidemic, a war."""
    return telling.trigger.sense.subtype in _words()["everywhere"]["subtypes"]


def is_single(telling: Telling) -> bool:
    """Whether what is told befalls somebody once in an article's story."""
    return telling.trigger.sense.subtype in _words()["once"]["subtypes"]


def _has_adverb(telling: Telling, adverbs: Sequence[str]) -> bool:
    verb = telling.trigger.light or telling.trigger.token
    return verb.pos_ in ("VERB", "AUX") and any(c.lower_ in adverbs for c in children(verb) if c.dep_ == "advmod")
