"""Framing adverbials: a place or day that opens a paragraph holds over its next sentences as well.

After Charolles 1997, "L'encadrement du discours", and Charolles et al. 2005, "Temporal and spatial dimensions of
discourse organisation" (Journal of French Language Studies 15): a detached adverbial before the subject opens a frame
that later sentences are indexed to, until another frame opens, the paragraph ends, or the tense shifts. Kept narrow
here: only what goes on with the same kind of event, in a main clause, in a sentence that sets no place of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from kg.articles_to_docs.reading import Reading
from kg.articles_to_docs.tree import children
from kg.docs_to_claims.events.anchors.adjuncts import finite_tag, moves_on, words
from kg.docs_to_claims.events.anchors.premises import PLACE_TYPES
from kg.docs_to_claims.events.syntax import child
from kg.docs_to_claims.events.triggers import Trigger
from kg.records import Ref

_KINDS = (frozenset({"contest", "personnel"}), frozenset({"assault", "life", "coerce", "disaster", "aid"}))
"""Event types that one scene is told by: who wins an election and who is elected."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What an opening adverbial sets: ``place`` for the types of events told under it, in this tense.

    ``whole``: no event of its own sentence has taken the place yet.
    """

    place: Ref
    types: frozenset[str]
    tense: str
    whole: bool


def frame(reading: Reading, triggers: Sequence[Trigger], places: Mapping[int, Ref]) -> dict[int, Ref]:
    """Event → the place of the frame it stands in, for events that have none."""
    told: dict[int, list[Trigger]] = {}
    for t in triggers:
        told.setdefault(reading.sentence_index[t.token.i], []).append(t)
    out: dict[int, Ref] = {}
    for paragraph in _paragraphs(reading):
        opened = _opened(reading, paragraph[0], told.get(paragraph[0], []), places)
        for number in paragraph if opened is not None and opened.whole else paragraph[1:]:
            sentence = reading.sentences[number]
            if (
                opened is None
                or finite_tag(sentence.root) != opened.tense
                or (number != paragraph[0] and is_elsewhere(reading, sentence, opened.place))
            ):
                break
            for t in told.get(number, []):
                free = t.token.i not in places or _is_this(places[t.token.i])
                if t.sense.type in opened.types and free and _is_main(t, sentence):
                    out[t.token.i] = opened.place
    return out


def _is_this(place: Ref) -> bool:
    """Whether the words only point back to the place of the frame: "in this district"."""
    return place.text.lower().startswith(("this ", "the same ")) and place.name.lower() == place.text.lower()


def _paragraphs(reading: Reading) -> Iterator[list[int]]:
    """The sentences of each block of running text, by number."""
    blocks: dict[int, list[int]] = {}
    for number, sentence in enumerate(reading.sentences):
        words_in = [t for t in sentence if not t.is_space]
        if words_in and reading.block(words_in[0]).role == "body":
            blocks.setdefault(reading.block_index[words_in[0].i], []).append(number)
    yield from blocks.values()


def _opened(reading: Reading, number: int, told: Sequence[Trigger], places: Mapping[int, Ref]) -> Frame | None:
    """The frame a paragraph's first sentence opens: it begins with a preposition, and a comma closes the phrase."""
    sentence = reading.sentences[number]
    first = next(t for t in sentence if not t.is_space)
    doer = child(sentence.root, "nsubj", "nsubjpass")
    inside = child(first, "pobj")
    if first.dep_ != "prep" or inside is None or doer is None or inside.right_edge.i >= doer.i:
        return None
    if "," not in (first.right_edge.text, inside.right_edge.nbor().text) or first.lower_ not in words("locative"):
        return None
    under = [t for t in told if t.token.i in places and first.idx < places[t.token.i].start < doer.idx]
    place = places[under[0].token.i] if under else _place(reading, inside)
    whole = not under
    under = under or [t for t in told if _is_main(t, sentence) and any(t.sense.type in kinds for kinds in _KINDS)]
    if place is None or not under or place.name.islower():
        return None  # "In the city" sets no frame of its own
    types = {t.sense.type for t in under}
    types |= {kind for kinds in _KINDS if kinds & types for kind in kinds}
    return Frame(place, frozenset(types), finite_tag(sentence.root), whole)


def _place(reading: Reading, token: Token) -> Ref | None:
    """The place a token names, whatever verb the parser hangs its preposition on."""
    entity = reading.entity(token)
    return reading.ref(token) if entity is not None and entity.type in PLACE_TYPES else None


def is_elsewhere(reading: Reading, words_in: Iterable[Token], place: Ref) -> bool:
    """Whether these words name another place by a phrase that says where."""
    for token in words_in:
        entity = reading.entity(token)
        placed = token.dep_ == "pobj" and token.head.lower_ in words("locative") | words("directional")
        if placed and entity is not None and entity.type in PLACE_TYPES and entity.id != place.entity:
            mention = reading.ref(token)
            if mention is None or not _is_this(mention):
                return True
    return False


def leads_elsewhere(t: Trigger) -> bool:
    """Whether a movement's own words say where from or to, if nowhere known: "jumped out of the car"."""
    verb = t.light or t.token
    away = words("directional") | {"from", "out", "off"}
    return t.sense.type in ("movement", "retreat") and any(
        c.dep_ == "prep" and c.lower_ in away for c in children(verb)
    )


def _is_main(t: Trigger, sentence: DocSpan) -> bool:
    """Whether the event is told by the sentence's main clause, as the next thing of the scene."""
    verb = t.light or t.token
    while verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX"):
        verb = verb.head
    if verb.dep_ == "acomp":
        verb = verb.head  # "were re-elected", taken for an adjective
    if verb.dep_ == "acl" and verb.head.dep_ == "nsubj" and verb.head.head.lemma_ == "be":
        verb = verb.head.head  # "other candidates elected were Ruiz and Berg"
    return verb == sentence.root and not moves_on(t.token)
