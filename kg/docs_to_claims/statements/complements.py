"""What was said when no quotation mark says it: the clause or phrase a reporting verb takes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from kg.docs_to_claims.statements.cues import Cue
from kg.docs_to_claims.statements.lexicon import reporting
from kg.docs_to_claims.statements.scene import FINITE, Scene

SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
WHOLE = frozenset({"any", "all", "a", "an"})
NOUNS = frozenset({"NOUN", "PROPN", "PRON"})


@dataclass(frozen=True, slots=True)
class Complement:
    """Indices of the content's tokens, first and last of every piece, and the pattern that found it."""

    pieces: tuple[tuple[int, int], ...]
    pattern: str
    addressee: Token | None = None


def complements(scene: Scene, cue: Cue) -> Iterator[Complement]:
    """What this cue takes, most telling pattern first; the caller uses the first that holds."""
    takes = cue.verb.takes
    if "doing" in takes:
        yield from _gerund(scene, cue)
    if takes & {"that", "quote", "whether"}:
        yield from _clause(scene, cue)
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


def _subtree(token: Token, after: int = -1) -> tuple[int, int]:
    inside = [t.i for t in token.subtree if t.i > after]
    return min(inside), max(inside)


def _clause(scene: Scene, cue: Cue) -> Iterator[Complement]:
    verb = cue.token
    for child in verb.children:
        if child.dep_ != "ccomp" or child.i < verb.i or not _fits(cue, child):
            continue
        first, last = _subtree(child, verb.i)
        to = _object(cue)
        if to is not None and first <= to.i:
            first = to.right_edge.i + 1
        first = _behind_time(scene, child, first, cue.verb.addressee)
        yield Complement(((first, last),), "clause", to)
    yield from _behind_occasion(scene, cue)
    if "that" not in cue.verb.takes or verb.dep_ == "relcl":
        return
    edge = _left_edge_of_cue(verb)
    for child in verb.children:
        if child.dep_ == "ccomp" and child.i < edge and _is_finite(child) and _is_unbroken(scene, child, edge):
            yield Complement(((_opening(child), edge - 1),), "before")
    if verb.dep_ == "parataxis" and verb.head.i != verb.i:
        yield from _around(verb, edge)
    yield from _by_order(scene, verb, edge)


def _behind_occasion(scene: Scene, cue: Cue) -> Iterator[Complement]:
    """Find S of "told Norpress in a statement that S", which the parser hangs on the statement."""
    verb, nouns = cue.token, reporting().venue_nouns
    if "that" not in cue.verb.takes:
        return
    for prep in verb.children:
        for noun in prep.children if prep.dep_ == "prep" and prep.i > verb.i else ():
            timed = any(t.start <= noun.idx < t.end for t in scene.reading.times) or noun.lemma_ == "time"
            if noun.lemma_.lower() not in nouns and scene.reading.entity(noun) is None and not timed:
                continue
            for clause in noun.children:
                if clause.dep_ in ("acl", "relcl", "ccomp") and (
                    _has_that(clause) or (timed and clause.left_edge.lower_ == "that")
                ):
                    yield Complement((_subtree(clause, noun.i),), "clause", _object(cue))


def _behind_time(scene: Scene, clause: Token, first: int, addressee: str | None) -> int:
    """Where the clause of "said on Monday it had paid" begins: a time between the cue and a clause without "that" is
    the cue's, whatever the parser hangs it on.
    """
    subject = next((c for c in clause.children if c.dep_ in SUBJECTS), None)
    if subject is None:  # "reported bird flight evolved": the parser gave the clause's subject to the cue as its object
        taken = next((c for c in clause.head.children if c.dep_ == "dobj" and clause.head.i < c.i < first), None)
        return first if taken is None or addressee == "object" else taken.left_edge.i
    if clause.doc[first].lower_ == "that":
        return first
    lead = [t for t in clause.doc[first : subject.left_edge.i] if not t.is_space]
    timed = [t for t in lead if any(time.start <= t.idx < time.end for time in scene.reading.times)]
    rest = [t for t in lead if t not in timed]
    return subject.left_edge.i if timed and all(t.pos_ in ("ADP", "DET", "PUNCT") for t in rest) else first


def _fits(cue: Cue, clause: Token) -> bool:
    marks = {c.lower_ for c in clause.children if c.dep_ == "mark"}
    asks = bool(marks & {"whether", "if"}) or any(
        c.tag_ in ("WRB", "WP", "WDT") and c.i < clause.i for c in clause.children
    )
    if asks:
        return "whether" in cue.verb.takes
    if not _is_finite(clause):
        return False
    if cue.verb.lemma == "tell" and not marks and clause.left_edge.i == cue.token.i + 1 and _object(cue) is None:
        return False
    return bool(cue.verb.takes & {"that"}) or "that" in marks or cue.verb.stance == "said"


def _is_unbroken(scene: Scene, clause: Token, edge: int) -> bool:
    """Whether a clause before its cue runs up to it without a semicolon, and is not simply a quotation."""
    doc, first = clause.doc, clause.left_edge.i
    depth = scene.depth[doc[edge].i]
    return scene.depth[first] <= depth and not any(t.text == ";" and scene.depth[t.i] == depth for t in doc[first:edge])


def _opening(clause: Token) -> int:
    """Where a clause at the start of a sentence begins: with what leads up to it, wherever the parser hangs that."""
    start, first = clause.sent.start, clause.left_edge.i
    lead = clause.doc[start:first]
    return first if any(t.tag_ in FINITE or t.text in ";:" for t in lead) else start


def _is_finite(token: Token) -> bool:
    """A clause with a subject and a finite verb, its own or an auxiliary's; "that the tax be cut" counts."""
    verbal = token.tag_ in FINITE or any(
        c.tag_ in FINITE for c in token.children if c.dep_ in ("aux", "auxpass", "cop")
    )
    if token.tag_ == "VBN" and not any(c.dep_ in ("aux", "auxpass") for c in token.children):
        return any(c.dep_ == "nsubj" for c in token.children)  # "the film opened": a past tense taken for a participle
    subjunctive = any(c.dep_ == "mark" and c.lower_ == "that" for c in token.children)
    return verbal or subjunctive


def _object(cue: Cue) -> Token | None:
    """The person spoken to, behind the verb."""
    if cue.verb.addressee != "object":
        return None
    for child in cue.token.children:
        if child.dep_ in ("dobj", "dative", "iobj") and cue.token.i < child.i and child.pos_ in NOUNS:
            return child
    return None


def _left_edge_of_cue(verb: Token) -> int:
    """Where "…, X said" begins: the comma before the subject, or the subject or verb where there is none."""
    own = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass", "agent", "aux", "auxpass")]
    edge = min([verb.i, *(c.left_edge.i for c in own)])
    while edge > verb.sent.start and (verb.doc[edge - 1].is_space or verb.doc[edge - 1].text in ",\"”’'"):
        edge -= 1
    return edge


def _around(verb: Token, edge: int) -> Iterator[Complement]:
    """Find both sides of the cue: "The union, she announced, would sue"."""
    last = max(t.i for t in verb.subtree)
    outer = [t.i for t in verb.head.subtree]
    before, after = [i for i in outer if i < edge], [i for i in outer if i > last]
    if before and after and verb.head.i > last:
        yield Complement(((before[0], before[-1]), (after[0], after[-1])), "around")
    elif before:
        yield Complement(((before[0], edge - 1),), "before")


def _by_order(scene: Scene, verb: Token, edge: int) -> Iterator[Complement]:
    """Find S of "S, X said." where the parser hung no clause on the verb: a sentence, a comma, a short last clause."""
    doc, sentence = verb.doc, scene.reading.sentence(verb)
    after = [t for t in doc[verb.i + 1 : sentence.end] if not t.is_space]
    closing = not any(t.tag_ in FINITE for t in after) and len(after) <= 12
    if (
        not closing
        or edge <= sentence.start
        or doc[edge].text != ","
        or verb.dep_ not in ("ROOT", "ccomp", "conj", "dep", "advcl")
    ):
        return
    head = doc[sentence.start : edge]
    if any(t.tag_ in FINITE and t.dep_ in ("ROOT", "ccomp", "conj", "advcl", "dep") for t in head):
        yield Complement(((sentence.start, edge - 1),), "order")


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
            yield Complement((_subtree(held, prep.i),), "gerund" if held.dep_ == "pcomp" else "noun", person)


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
                yield Complement((_subtree(held, prep.i),), "label")


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
        clause = next((c for c in child.children if c.dep_ in ("acl", "ccomp", "relcl") and _has_that(c)), None)
        if clause is not None:
            yield Complement((_subtree(clause, cue.token.i),), "clause")
        elif not any(c.dep_ == "poss" or (c.dep_ == "det" and c.lower_ not in WHOLE) for c in child.children):
            yield Complement((_subtree(child, cue.token.i),), "noun")


def _has_that(clause: Token) -> bool:
    return any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children)


def _figure(cue: Cue) -> Iterator[Complement]:
    for child in cue.token.children:
        if child.dep_ == "dobj" and child.lemma_.lower() in cue.verb.figures:
            at = next(
                (c for c in [*cue.token.children, *child.children] if c.dep_ == "prep" and c.lower_ == "at"), None
            )
            if at is not None and at.i > child.i:
                yield Complement(((child.left_edge.i, at.right_edge.i),), "figure")
