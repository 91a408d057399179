"""What an event noun that brings in something new, or an occasion to go to, takes from the clause it stands in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from spacy.tokens import Token

from kg.articles_to_docs.reading import Reading
from kg.articles_to_docs.tree import children
from kg.docs_to_claims.events.status.axes import UNREAL, Effect, words
from kg.docs_to_claims.events.status.clause_cues import CONTENT_PREPOSITIONS, about, governing, local
from kg.docs_to_claims.events.status.noun_phrases import NEW
from kg.docs_to_claims.events.status.noun_scope import carrier
from kg.docs_to_claims.events.status.tense import is_headline, present, told_in_present
from kg.docs_to_claims.events.syntax import SUBJECTS, ancestors, is_infinitive
from kg.docs_to_claims.events.triggers import happens
from kg.docs_to_claims.events.triggers.senses import load

_BEFALLING = frozenset({"assault", "disaster", "life", "coerce", "justice", "contest", "accuse", "agree", "personnel"})
"""What is announced after it came about, not as a thing to come."""


def indefinite(reading: Reading, noun: Token) -> bool:
    """Whether a noun brings in something new: "a strike", "any strike", and as an object also "strikes"."""
    first = noun
    while first.dep_ == "conj" and not any(c.dep_ in ("det", "poss") for c in children(first)):
        first = first.head
    if reading.entity(first) is not None and first.pos_ == "PROPN":
        return False
    above = carrier(noun)
    if above is not None and above.lemma_.lower() in words()["words"]["bringing"] and noun.dep_ not in SUBJECTS:
        return True
    determiners = [c.lower_ for c in children(first) if c.dep_ == "det"]
    if determiners:
        return determiners[0] in NEW
    told = any(c.dep_ in ("poss", "nummod") or c.text[:1].isupper() for c in children(first))
    return not told and first.dep_ not in SUBJECTS and not is_headline(reading, noun)


def warned_of(noun: Token) -> Iterator[Effect]:
    """What a verb makes of a new thing: "warned of an attack", "announced a boycott"."""
    prep = noun.head
    if noun.dep_ == "dobj" and prep.lemma_.lower() in words()["words"]["announcing"]:
        types = {s.type for s in load().senses.get(("noun", noun.lemma_.lower()), ())}
        if types and not types & _BEFALLING:
            yield "future", prep.lower_
    addressed = prep.lower_ in ("to", "with") and prep.head.lemma_ in ("speak", "talk", "argue")
    if addressed:
        return  # "spoke to protesters"
    if noun.dep_ == "pobj" and prep.head.pos_ in ("VERB", "AUX") and prep.lower_ in CONTENT_PREPOSITIONS:
        effect = (
            about(prep.head, prep.lower_)
            if prep.lower_ in ("of", "for") or prep.head.lemma_.lower() in words()["about"]
            else None
        )
        if effect is not None:
            yield effect, prep.head.lower_


def taken(reading: Reading, noun: Token, above: Callable[[Token], Iterable[Effect]]) -> Iterator[Effect]:
    """What a noun that brings in something new takes from its clause: "could trigger a strike". ``above``: what governs
    the clause of a verb.

    A definite noun is presupposed, whatever its clause says ("may condemn the strike"). A clause that is denied
    leaves what its noun tells open.
    """
    headed = is_headline(reading, noun) and noun.dep_ == "dobj"  # headlines drop the article: "Mill announces cuts"
    if headed:
        yield from warned_of(noun)
    if not indefinite(reading, noun):
        yield from _awaited_occasion(noun, above)
        return
    if not headed:
        yield from warned_of(noun)
    over = noun.head.head
    if (
        noun.dep_ == "pobj"
        and noun.head.lower_ in ("of", "for")
        and over.pos_ == "NOUN"
        and over.lemma_.lower() in words()["noun"]
    ):
        effect = words()["noun"][over.lemma_.lower()]
        if effect not in ("negative", "denied") and over.lemma_ != "target":  # which noun_climb has told
            yield effect, over.lower_  # "a reward for information leading to …"
    closely = carrier(noun)
    verb = closely or carrier(noun, loosely=True)
    if verb is None or (
        governing(verb) == "stopped" and not any(c.lower_ in ("a", "an", "any") for c in children(noun))
    ):
        return  # what is ended was there, though the end be open: "could end decades of conflict"
    # "failed to prevent a strike", "a strike never took place": what the denial makes of these is told by their verb.
    decided = governing(verb) in ("negative", "denied") or (noun.dep_ in SUBJECTS and happens(verb, load()))
    for effect, cue in (*local(verb, noun), *above(verb)):
        if effect in UNREAL:
            yield ("possible" if effect == "would" else effect), cue
        elif effect in ("negative", "denied") and closely is not None and not decided:
            yield "possible", cue


def wished(reading: Reading, verb: Token, noun: Token) -> Iterator[Effect]:
    """What a clause in the present says of a new thing that is only wished for: "seeks papers allowing it to stay"."""
    above = noun.head
    if noun.dep_ != "dobj" or above.lemma_.lower() not in words()["words"]["wished"]:
        return
    effect = governing(above)
    if effect is not None and (verb.tag_ == "VBG" or present(verb)) and indefinite(reading, noun):
        yield effect, above.lower_


def of_a_kind(reading: Reading, verb: Token, noun: Token) -> Iterator[Effect]:
    """What a participle says of any of a kind, where nothing is told of one occasion: "lets states trace ships bearing
    their flag".
    """
    if verb.tag_ != "VBG" or verb.dep_ != "acl" or noun.tag_ != "NNS" or noun.dep_ != "pobj":
        return
    above = next((t for t in ancestors(noun) if t.pos_ in ("VERB", "AUX")), None)
    picked = any(c.dep_ in ("det", "poss", "nummod", "predet", "amod") for c in children(noun))
    if above is None or picked or told_in_present(reading):
        return
    if is_infinitive(above) or present(above):
        yield "generic", noun.lower_


def _awaited_occasion(noun: Token, above: Callable[[Token], Iterable[Effect]]) -> Iterator[Effect]:
    """What a known occasion takes from going there: "will boycott the election", "plans to attend the summit"."""
    verb = carrier(noun, loosely=True)
    types = {s.type for s in load().senses.get(("noun", noun.lemma_.lower()), ())}
    if verb is None or verb.lemma_.lower() not in words()["words"]["attends"] or not types & {"contest", "consult"}:
        return
    for effect, cue in (*local(verb, noun), *above(verb)):
        if effect in ("future", "would"):
            yield "future", cue
