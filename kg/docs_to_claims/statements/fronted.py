"""What stands before its cue, or on both sides of it: "S, X said", "S, X said, S"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.articles_to_docs.tree import children
from kg.docs_to_claims.statements.clauses import Complement, is_finite
from kg.docs_to_claims.statements.cues import Cue, inverted
from kg.docs_to_claims.statements.lexicon import reporting
from kg.docs_to_claims.statements.scene import FINITE, Scene


def fronted_complements(scene: Scene, cue: Cue) -> Iterator[Complement]:
    """The clauses before a cue or around it."""
    verb = cue.token
    if "that" not in cue.verb.takes or verb.dep_ == "relcl" or cue.verb.lemma in reporting().front:
        return
    if _tells_a_thing(scene, cue) or _is_aside(verb):
        return
    edge = _left_edge_of_cue(verb)
    for child in children(verb) if _is_parted(verb, edge) else ():
        if child.dep_ == "ccomp" and child.i < edge and is_finite(child) and _is_unbroken(scene, child, edge):
            yield Complement(((_opening(child), edge - 1),), "before")
    if verb.dep_ == "parataxis" and verb.head.i != verb.i:
        yield from _around(verb, edge)
    yield from _by_order(scene, verb, edge)


def _is_parted(verb: Token, edge: int) -> bool:
    """Whether a mark stands before a cue behind what it says; a dash only before a cue that tells no more."""
    mark = verb.doc[edge].text
    if mark in "-–—" or (edge and verb.nbor(edge - 1 - verb.i).text in "-–—"):
        return not any(c.i > verb.i and not c.is_punct for c in children(verb))
    return mark in _MARKS or (edge > 0 and verb.doc[edge - 1].text in "?!…")


def _is_aside(verb: Token) -> bool:
    """Whether a participle only says more of the clause before it: "…, she said, repeating her words of May"."""
    own = any(c.dep_ in ("nsubj", "aux") for c in children(verb))
    return verb.tag_ == "VBG" and verb.dep_ in ("advcl", "acl", "pcomp", "xcomp") and not own


_MARKS = frozenset({",", '"', "”", "’", "'", "''"})


def _tells_a_thing(scene: Scene, cue: Cue) -> bool:
    """Whether a cue has an object of its own, so that what stands before is not said: "Mill shuts, confirms cuts"."""
    if cue.verb.addressee == "object" or "object" not in cue.verb.takes:
        return False
    told = [c for c in children(cue.token) if c.dep_ == "dobj" and c.i > cue.token.i]
    return bool(told) and inverted(scene, cue.token) is None


def _is_unbroken(scene: Scene, clause: Token, edge: int) -> bool:
    """Whether a clause before its cue runs up to it without a semicolon, and is not simply a quotation."""
    doc, first, depth = clause.doc, clause.left_edge.i, scene.depth[clause.head.i]
    return scene.depth[first] == depth and not any(t.text == ";" and scene.depth[t.i] == depth for t in doc[first:edge])


def _opening(clause: Token) -> int:
    """Where a clause at the start of a sentence begins: with what leads up to it, wherever the parser hangs that."""
    start, first = clause.sent.start, clause.left_edge.i
    lead = clause.doc[start:first]
    return first if any(t.tag_ in FINITE or t.text in ";:" for t in lead) else start


def _left_edge_of_cue(verb: Token) -> int:
    """Where "…, X said" begins: the comma before the subject, or the subject or verb where there is none."""
    own = [c for c in children(verb) if c.dep_ in ("nsubj", "nsubjpass", "agent", "aux", "auxpass")]
    edge = min([verb.i, *(c.left_edge.i for c in own)])
    led = next((c for c in children(verb) if c.dep_ == "npadvmod" and c.right_edge.i == edge - 1), None)
    edge = led.left_edge.i if led is not None and led.pos_ == "NOUN" else edge  # "TV station NAME reported"
    while edge > verb.sent.start and (verb.doc[edge - 1].is_space or verb.doc[edge - 1].text in ",\"”’'"):
        edge -= 1
    return edge


def _around(verb: Token, edge: int) -> Iterator[Complement]:
    """Find both sides of the cue: "The union, she announced, would sue"."""
    last = max(t.i for t in verb.subtree)
    opening = verb.head.left_edge
    if verb.head.dep_ == "relcl" and opening.tag_ in ("WDT", "WP") and edge == opening.i + 1:
        rest = [t.i for t in verb.head.subtree if t.i > last]  # "the bridge, which, she said, had cracked"
        if rest:
            yield Complement(((rest[0], rest[-1]),), "around")
        return
    outer = [t.i for t in verb.head.subtree]
    before, after = [i for i in outer if i < edge], [i for i in outer if i > last]
    if before and after and verb.head.i > last:
        yield Complement(((before[0], before[-1]), (after[0], after[-1])), "around")
    elif before:
        yield Complement(((before[0], edge - 1),), "before")


_SUBORDINATE = frozenset({"while", "whereas", "when", "although", "though", "as", "after", "because", "since", "if"})


def _by_order(scene: Scene, verb: Token, edge: int) -> Iterator[Complement]:
    """Find S of "S, X said." where the parser hung no clause on the verb: a sentence, a comma, a short last clause."""
    doc, sentence = verb.doc, scene.reading.sentence(verb)
    after = [t for t in doc[verb.i + 1 : sentence.end] if not t.is_space]
    closing = not any(t.tag_ in FINITE for t in after) and len(after) <= 12
    if (
        not closing
        or edge <= sentence.start
        or doc[edge].text != ","
        or verb.dep_ not in ("ROOT", "ccomp", "conj", "dep", "advcl", "amod")
    ):
        return
    head = doc[sentence.start : edge]
    if doc[sentence.start].lower_ in _SUBORDINATE and all(t.dep_ == "advcl" for t in head if t.tag_ in FINITE):
        return  # "While few own one, organisers said …": what the clause is subordinate to is the saying itself
    if any(t.tag_ in FINITE and t.dep_ in ("ROOT", "ccomp", "conj", "advcl", "dep") for t in head):
        source = inverted(scene, verb)
        if verb.dep_ == "amod" and source is None:
            return
        rest = [t for t in after if source is not None and t.i > source.i and not t.is_punct]
        tail = ((rest[0].i, rest[-1].i),) if rest and rest[0].lower_ == "with" else ()
        yield Complement(((sentence.start, edge - 1), *tail), "order")
