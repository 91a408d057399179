"""Noun phrases that tell what was announced, reported or revealed: "announced layoffs of 5,000"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.articles_to_docs.tree import children
from kg.docs_to_claims.statements.clauses import SUBJECTS, Complement, subtree
from kg.docs_to_claims.statements.cues import Cue
from kg.docs_to_claims.statements.lexicon import reporting
from kg.docs_to_claims.statements.scene import FINITE, Scene
from kg.docs_to_claims.statements.subjects import is_passive


def object_complements(scene: Scene, cue: Cue) -> Iterator[Complement]:
    """The noun phrase that tells what was announced, reported, revealed: "announced layoffs of 5,000".

    Of a passive ("the deal was announced by X") it is the grammatical subject. A pronoun or a noun that stands for
    words said elsewhere tells nothing; what "revealed" has for object may be a product, which is shown and not told.
    """
    verb, passive = cue.token, is_passive(cue.token)
    words = reporting()
    if passive and cue.verb.stance == "claimed":
        return  # "the attack was claimed by X": who did it
    for child in children(verb):
        right = child.dep_ == "nsubjpass" and child.i < verb.i if passive else child.dep_ == "dobj" and child.i > verb.i
        if not right or child.pos_ not in ("NOUN", "PROPN") or child.lemma_.lower() in words.empty_objects:
            continue
        entity = scene.reading.entity(child)
        if entity is not None and entity.type in _SHOWN and (child.pos_ == "PROPN" or cue.verb.lemma in words.shown):
            continue
        first, last = subtree(child) if passive else subtree(child, verb.i)
        done = next((c for c in children(verb) if c.dep_ in ("xcomp", "advcl") and c.i > verb.i), None)
        if (
            passive and done is not None and done.left_edge.lower_ == "to"
        ):  # "the bishop was reported by X to have left"
            yield Complement(((first, last), (done.left_edge.i, done.right_edge.i)), "object")
            return
        if not passive:
            end = _clause_end(verb, child, last)
            last = end if end != last else _clause_of_people(scene, verb, child, last)
            last = _with_aim(scene, verb, last)
        yield Complement(((first, last),), "object")
        return


def _with_aim(scene: Scene, cue: Token, last: int) -> int:
    """The end of what is announced with what it is for or about, hung on the cue: "disclosed steps toward using it"."""
    doc, at = cue.doc, last + 1
    at += at < cue.sent.end and doc[at].lower_ in ("yet", "so")
    prep = doc[at] if at < cue.sent.end else cue
    aim = prep.head == cue and prep.dep_ == "prep" and prep.lower_ in _AIMS
    held = range(prep.i, prep.right_edge.i + 1) if aim else range(0)
    return last if not aim or not scene.reading.timed.isdisjoint(held) else prep.right_edge.i


_AIMS = frozenset({"toward", "towards", "against", "between", "about", "regarding", "concerning", "for", "over"})


def _clause_of_people(scene: Scene, cue: Token, noun: Token, last: int) -> int:
    """Where a clause ends whose subject are people: "reported experts in Lisbon and elsewhere found a star". The parser
    joins its verb to the cue.
    """
    entity = scene.reading.entity(noun)
    joined = next((c for c in children(cue) if c.dep_ == "conj" and c.i > last and c.tag_ in FINITE), None)
    if joined is None or entity is None or entity.type not in ("group", "person"):
        return last
    link = next((c for c in children(cue) if c.dep_ == "cc" and last < c.i < joined.i), None)
    apart = link is None or (joined.left_edge.i == link.i + 1 and joined.left_edge == joined)
    return last if apart or any(c.dep_ in SUBJECTS for c in children(joined)) else joined.right_edge.i


def _clause_end(cue: Token, noun: Token, last: int) -> int:
    """Where a clause ends whose subject the parser took for an object: "announced classes would be cancelled", also
    with a place between; a subject joined to the object opens another clause: "confirmed a case and Norland had two".
    """
    behind, end = last, noun.sent.end
    while behind + 1 < end and (prep := noun.doc[behind + 1]).dep_ == "prep" and prep.head == cue:
        behind = prep.right_edge.i
    words = [t for t in noun.doc[behind + 1 : end] if not t.is_space and t.text != ","]
    verb = words[0] if words and words[0].tag_ in FINITE else None
    if verb is None:
        return last
    main = verb.head if verb.dep_ in ("aux", "auxpass") else verb
    if any(c.dep_ in SUBJECTS for c in children(main)) or main == cue:
        return last
    joined = noun.doc[behind]
    link = next((c for c in children(joined.head) if c.dep_ == "cc" and c.i < joined.i), None)
    if joined.dep_ == "conj" and joined.head == noun and link is not None and behind == last:
        return link.i - 1
    return main.right_edge.i if main.i > behind else last


_SHOWN = frozenset({"product", "work", "person", "place", "country", "organization"})
