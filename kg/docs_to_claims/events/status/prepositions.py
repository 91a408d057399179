"""What acts on a gerund from over the preposition before it: "denied any part in leaving", "fell without leaving"."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from spacy.tokens import Token

from kg.articles_to_docs.tree import children
from kg.docs_to_claims.events.status.axes import UNREAL, Effect, words
from kg.docs_to_claims.events.status.clause_cues import governing, local
from kg.docs_to_claims.events.status.complements import left_open
from kg.docs_to_claims.events.syntax import child


def above_preposition(prep: Token, above: Callable[[Token], Iterable[Effect]]) -> Iterator[Effect]:
    """What acts on the verb over "from leaving", "without saying": only what leaves the whole open."""
    governor = prep.head
    if governor.lemma_.lower() in words()["words"]["blamed"] and governor.head.pos_ in ("VERB", "AUX"):
        yield from (*local(governor.head), *above(governor.head))  # "was not responsible for it"
        return
    if governor.lemma_.lower() in words()["words"]["part"] and governor.dep_ in ("dobj", "nsubjpass"):
        yield from _of_part(governor, above)
        return
    if governor.pos_ not in ("VERB", "AUX"):
        return
    taken = child(governor, "dobj")
    if taken is not None and taken.lemma_.lower() in words()["words"]["part"] and prep.lower_ == "in":
        yield from _of_part(taken, above)
        return
    if governor.lemma_.lower() in words()["words"]["taking_part"] and prep.lower_ == "in":
        yield from (*local(governor), *above(governor))  # "denied being involved in it"
        return
    makes = governing(governor) or ""
    for effect, cue in (*local(governor), *above(governor)):
        if effect in UNREAL:
            yield left_open("negative" if makes == "stopped" else makes, effect), cue


def _of_part(part: Token, above: Callable[[Token], Iterable[Effect]]) -> Iterator[Effect]:
    """What a part in something makes of it: "denied any role in it", "played no part in it"."""
    verb = part.head
    if any(c.lower_ == "no" for c in children(part) if c.dep_ == "det"):
        yield "negative", "no"
    effect = governing(verb)
    if effect is not None:
        yield effect, verb.lower_
    if effect == "denied":
        yield "hearsay", verb.lower_
    yield from (*local(verb, part), *above(verb))
