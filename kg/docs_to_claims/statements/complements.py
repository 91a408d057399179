"""What was said when no quotation mark says it: the clause or phrase a reporting verb takes."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span as DocSpan

from kg.docs_to_claims.statements.clauses import Complement, clause_complements, has_that, subtree
from kg.docs_to_claims.statements.cues import Cue
from kg.docs_to_claims.statements.scene import Scene

WHOLE = frozenset({"any", "all", "a", "an"})


def complements(scene: Scene, cue: Cue) -> Iterator[Complement]:
    """What this cue takes, most telling pattern first; the caller uses the first that holds."""
    takes = cue.verb.takes
    if "doing" in takes:
        yield from _gerund(scene, cue)
    if takes & {"that", "quote", "whether"}:
        yield from clause_complements(scene, cue)
    if takes & {"to", "object_to"}:
        yield from _infinitive(cue)
    if "on_to" in takes:
        yield from _call_on(cue)
    if "of" in takes:
        yield from _of(cue)
    if takes & {"label", "as"}:
        yield from _label(scene, cue)
    if "noun" in takes:
        yield from _noun(cue)
    if "figure" in takes:
        yield from _figure(cue)


def _infinitive(cue: Cue) -> Iterator[Complement]:
    for child in cue.token.children:
        if child.dep_ not in ("xcomp", "ccomp") or child.i < cue.token.i or child.tag_ != "VB":
            continue
        to = next((c for c in child.children if c.lower_ == "to" and c.dep_ == "aux"), None)
        if to is None:
            continue
        inner = next((c for c in child.children if c.dep_ == "nsubj" and c.i < to.i), None)
        person = inner or next((c for c in cue.token.children if c.dep_ in ("dobj", "dative") and c.i < to.i), None)
        if ("object_to" if person is not None else "to") not in cue.verb.takes and not (
            person is not None and "to" in cue.verb.takes and cue.verb.addressee == "object"
        ):
            continue
        negation = [c.i for c in child.children if c.dep_ == "neg" and cue.token.i < c.i < to.i]
        first = min([to.i, *negation])
        yield Complement(((first, max(t.i for t in child.subtree)),), "infinitive", person)


def _call_on(cue: Cue) -> Iterator[Complement]:
    """Find the infinitive of "called on the ministry to station police", wherever the parser hung it."""
    for prep in cue.token.children:
        if prep.dep_ not in ("prep", "prt") or prep.lower_ != cue.verb.addressee:
            continue
        person = next(
            (c for c in [*prep.children, *cue.token.children] if c.dep_ in ("pobj", "dobj") and c.i > prep.i), None
        )
        for verb in [*cue.token.children, *prep.children, *(person.children if person is not None else ())]:
            to = next((c for c in verb.children if c.lower_ == "to" and c.dep_ == "aux"), None)
            if person is not None and to is not None and to.i > person.i:
                yield Complement(((to.i, max(t.i for t in verb.subtree)),), "infinitive", person)


def _gerund(scene: Scene, cue: Cue) -> Iterator[Complement]:
    """Find the verb form right behind the cue and what hangs on it: "denied having paid"."""
    first = cue.token.i + 1
    while first < len(cue.token.doc) and cue.token.doc[first].dep_ == "neg":
        first += 1
    start = cue.token.doc[first] if first < len(cue.token.doc) else cue.token
    if start.tag_ != "VBG" or scene.depth[start.i] != scene.depth[cue.token.i]:
        return
    verb = start.head if start.dep_ in ("aux", "auxpass") else start
    yield Complement(((cue.token.i + 1, max(t.i for t in verb.subtree)),), "gerund")


def _of(cue: Cue) -> Iterator[Complement]:
    for prep in cue.token.children:
        if prep.dep_ != "prep" or prep.lower_ != "of":
            continue
        held = next((c for c in prep.children if c.dep_ in ("pcomp", "pobj")), None)
        if held is not None:
            person = next((c for c in cue.token.children if c.dep_ in ("dobj", "dative") and c.i < prep.i), None)
            yield Complement((subtree(held, prep.i),), "gerund" if held.dep_ == "pcomp" else "noun", person)


def _label(scene: Scene, cue: Cue) -> Iterator[Complement]:
    """Words in marks after "called it", "spoke of"; after "described it as" also words without marks."""
    if scene.depth[cue.token.i]:
        return  # a sneer inside somebody's own words
    inside = {t.i for t in cue.token.subtree}
    colon = next((t.i for t in scene.reading.sentence(cue.token) if t.i > cue.token.i and t.text == ":"), None)
    if colon is not None:  # "dubbed the quarrel: “…”"
        inside |= set(range(colon, colon + 3))
    for quotation in scene.quotations:
        first = scene.first_at(quotation.inner_start)
        last = scene.first_at(quotation.inner_end) - 1
        if (
            first > cue.token.i
            and first in inside
            and last >= first
            and not _qualifies(cue.token.doc[first : last + 1])
        ):
            yield Complement(((first, last),), "label")
            return
    if "as" in cue.verb.takes:
        for prep in cue.token.children:
            held = next((c for c in prep.children if c.dep_ in ("pobj", "pcomp", "amod")), None)
            if prep.lower_ == "as" and prep.i > cue.token.i and held is not None:
                yield Complement((subtree(held, prep.i),), "label")


def _qualifies(quoted: DocSpan) -> bool:
    """Whether the words in marks only qualify a noun outside them: "the “so-called” bridge"."""
    root = quoted.root
    return root.dep_ in ("amod", "compound", "nmod", "advmod", "poss") and not quoted.start <= root.head.i < quoted.end


def _noun(cue: Cue) -> Iterator[Complement]:
    """Find what is denied: S of "denied reports that S", the noun phrase of "denied any wrongdoing".

    "denied the charges" is left out: what they are stands elsewhere.
    """
    for child in cue.token.children:
        if child.dep_ != "dobj" or child.pos_ not in ("NOUN", "PROPN"):
            continue
        clause = next((c for c in child.children if c.dep_ in ("acl", "ccomp", "relcl") and has_that(c)), None)
        if clause is not None:
            yield Complement((subtree(clause, cue.token.i),), "clause")
        elif not any(c.dep_ == "poss" or (c.dep_ == "det" and c.lower_ not in WHOLE) for c in child.children):
            yield Complement((subtree(child, cue.token.i),), "noun")


def _figure(cue: Cue) -> Iterator[Complement]:
    for child in cue.token.children:
        if child.dep_ == "dobj" and child.lemma_.lower() in cue.verb.figures:
            at = next(
                (c for c in [*cue.token.children, *child.children] if c.dep_ == "prep" and c.lower_ == "at"), None
            )
            if at is not None and at.i > child.i:
                yield Complement(((child.left_edge.i, at.right_edge.i),), "figure")
