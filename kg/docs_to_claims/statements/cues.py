"""Finds reporting verbs that a text asserts: said, not "would say", "declined to say" or "did not say"."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from kg.articles_to_docs.tree import children
from kg.docs_to_claims.statements.lexicon import Verb, reporting
from kg.docs_to_claims.statements.naming import is_denied_subject, named
from kg.docs_to_claims.statements.scene import Scene
from kg.docs_to_claims.statements.subjects import is_passive, speaker_tokens
from kg.records import Ref

CONTINUING = frozenset({"go", "continue", "begin", "start", "keep"})


SAID = frozenset({"said", "says"})
"""Cues whatever the tagger takes them for: "“…,” the 38-year-old said"."""


FIRST_OR_SECOND = frozenset({"i", "we", "you"})


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting verb in the text and its entry in the word list."""

    token: Token
    verb: Verb


def find_cues(scene: Scene) -> dict[int, Cue]:
    """Every asserted reporting verb by the index of its token, in order."""
    verbs = reporting().verbs
    out = {}
    for token, pos, word in zip(scene.reading.tokens, scene.reading.pos, scene.lower, strict=True):
        if pos not in ("VERB", "AUX") and word not in SAID:
            continue
        verb = verbs.get(word) or verbs.get(token.lemma_.lower()) or (verbs["say"] if word in SAID else None)
        if verb is not None and verb.of_text and not _is_of_text(token):
            continue
        if verb is not None and has_particle(token, verb) and is_asserted(token):
            out[token.i] = Cue(token, verb)
    return out


def _is_of_text(token: Token) -> bool:
    """Whether a text does it: "the statement read"."""
    return any(c.dep_ == "nsubj" and c.lemma_.lower() in reporting().venue_nouns for c in children(token))


def has_particle(token: Token, verb: Verb) -> bool:
    """Whether the particle the verb needs ("point out") stands beside it."""
    return verb.particle is None or any(c.lower_ == verb.particle for c in token.doc[token.i + 1 : token.i + 3])


def is_asserted(token: Token) -> bool:
    """Whether the text says that this saying took place."""
    unsaid = reporting()
    if token.dep_ == "amod" and token.tag_ in ("VBN", "VBG", "JJ") and token.i and not token.nbor(-1).is_punct:
        return False  # "agreed facts", not "“…”, added NAME"
    for child in children(token):
        if child.dep_ == "neg" or (child.dep_ == "aux" and child.tag_ == "MD" and child.lower_ != "can"):
            return False
        if child.dep_ == "mark" and child.lower_ in unsaid.conditions and not _parted(child, token):
            return False
    if token.tag_ == "VBG" and token.dep_ == "pcomp" and token.head.lower_ in unsaid.conditions:
        return False
    if token.tag_ != "VB" or any(c.dep_ == "aux" and c.lemma_ in ("do", "can") for c in children(token)):
        return True
    return token.dep_ in ("xcomp", "advcl", "conj") and token.head.lemma_ in CONTINUING


def _parted(mark: Token, verb: Token) -> bool:
    """Whether a comma parts "if" from the verb: "… if it rains, an official said" sets no condition on the saying."""
    return any(t.text == "," for t in verb.doc[mark.i : verb.i])


def relayers(scene: Scene, token: Token) -> tuple[Ref, ...]:
    """Who quotes, in "Norpress quoted Ruiz as saying" and "Ruiz was quoted by Norpress as saying"."""
    if token.dep_ != "pcomp" or token.head.lower_ != "as":
        return ()
    heads = speaker_tokens(token.head.head)
    return tuple(r for h in heads if (r := scene.speaker(h)) is not None)


def cited_sources(scene: Scene, cue: Cue) -> tuple[Ref, ...]:
    """Whose words an outlet passes on: "Norpress, citing officials, reported S", "reported S, citing officials"."""
    verb = cue.token
    if cue.verb.lemma not in reporting().reporting or is_passive(verb):
        return ()
    near = [c for c in children(verb) if c.dep_ in ("nsubj", "ccomp")]
    for citing in (c for above in (verb, *near) for c in children(above)):
        if citing.tag_ != "VBG" or citing.dep_ not in ("advcl", "acl") or citing.lemma_ not in reporting().sourcing:
            continue
        held = [t for c in children(citing) if c.dep_ == "dobj" for t in (c, *c.conjuncts) if t.i > citing.i]
        known = [t for t in held if (e := scene.reading.entity(t)) is not None and e.type in _SOURCES]
        return tuple(r for t in known if (r := scene.speaker(t)) is not None)
    return ()


def _right_before(scene: Scene, token: Token) -> list[Token]:
    """The mention that ends right before a main verb the parser found no subject for: "…, Ana Ruiz, told the court"."""
    if is_passive(token) or token.dep_ not in ("ROOT", "ccomp") or token.tag_ not in ("VBD", "VBZ", "VBP", "VBN"):
        return []
    for before in reversed(token.doc[token.sent.start : token.i]):
        if scene.speaker(before) is not None:
            if before.dep_ == "pobj" and before.head.lower_ in ("on", "in", "with", "against", "over", "for", "to"):
                break  # "Mill condemns raid on depot, confirms cuts"
            holder = (
                before.head.head if before.dep_ == "pobj" and before.head.lower_ in ("of", "from", "at") else before
            )
            return [holder if scene.speaker(holder) is not None else before]
        if before.pos_ not in ("PUNCT", "AUX", "ADV", "SPACE"):
            break
    return []


def inverted(scene: Scene, verb: Token) -> Token | None:
    """The source behind a verb that ends what it says, taken for its object by the parser: "S, reported police"."""
    doc, known = verb.doc, reporting().verbs.get(verb.lemma_.lower())
    if known is None or "that" not in known.takes or verb.tag_ not in ("VBD", "VBZ") or verb.i == 0:
        return None
    if verb.nbor(-1).text not in (",", "”", '"') or any(c.dep_ in ("nsubj", "ccomp") for c in children(verb)):
        return None
    taken = [c for c in children(verb) if c.dep_ == "dobj"] if verb.dep_ != "amod" else [verb.head]
    who = next((t for t in taken if t.i > verb.i), None)
    entity = scene.reading.entity(who) if who is not None else None
    if who is None or entity is None or entity.type not in _SOURCES or len(taken) != 1:
        return None
    end = who.i + 1
    return who if end >= len(doc) or doc[end].text in (",", ".", ";") else None


_SOURCES = frozenset({"person", "organization", "group", "country"})


def speakers(scene: Scene, token: Token) -> tuple[Ref, ...]:
    """The entities that do the saying; () where none is known or the first or second person speaks."""
    found: dict[str, Ref] = {}
    behind = inverted(scene, token)
    heads = speaker_tokens(token) if behind is None else [behind]
    if not any(h.pos_ in ("NOUN", "PROPN", "PRON", "NUM", "ADJ") for h in heads):
        heads = _right_before(scene, token)
    if any(is_denied_subject(h) for h in heads):
        return ()
    for head in (n for h in heads for n in named(scene, h, token)):
        if head.lower_ in FIRST_OR_SECOND:
            return ()
        within = any(r.start < head.idx < r.end for r in found.values())  # "the State of A and the B", one name
        if within or scene.depth[head.i] != scene.depth[token.i]:
            continue
        ref = scene.speaker(head)
        if ref is not None and ref.text.lower() not in reporting().nobody:
            together = [r for r in scene.reading.refs(head) if (r.start, r.end) == (ref.start, ref.end)]
            for one in together or [ref]:  # "they" that means two
                found.setdefault(one.entity, one)
    return tuple(found.values())
