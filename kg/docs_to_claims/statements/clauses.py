"""Clauses that hold what was said: "X said that S", "S, X said", "S, X said, S"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from kg.articles_to_docs.tree import children
from kg.docs_to_claims.statements.cues import Cue
from kg.docs_to_claims.statements.lexicon import reporting
from kg.docs_to_claims.statements.scene import FINITE, Scene
from kg.docs_to_claims.statements.subjects import outer

NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
AUXILIARIES = frozenset({"aux", "auxpass"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})


@dataclass(frozen=True, slots=True)
class Complement:
    """Indices of the content's tokens, first and last of every piece, and the pattern that found it."""

    pieces: tuple[tuple[int, int], ...]
    pattern: str
    addressee: Token | None = None


def subtree(token: Token, after: int = -1) -> tuple[int, int]:
    """Give the first and last index of what hangs on a word, as far as it stands behind ``after``."""
    inside = [t.i for t in token.subtree if t.i > after]
    return min(inside), max(inside)


def has_that(clause: Token) -> bool:
    """Whether the clause opens with "that"."""
    return any(c.dep_ == "mark" and c.lower_ == "that" for c in children(clause))


def clause_complements(scene: Scene, cue: Cue) -> Iterator[Complement]:
    """The clauses that hold what was said: behind the cue, before it, or around it."""
    verb = cue.token
    for child in children(verb):
        if child.dep_ != "ccomp" or child.i < verb.i or _is_told_on(verb, child):
            continue
        heard = _heard(scene, cue, child)
        if not _fits(cue, child, heard=heard is not None):
            continue
        if _is_bare(child):  # "S, Norpress reported the governor said"
            continue
        first, last = subtree(child, verb.i)
        first = first if heard is None else heard
        # "said that A, and that B": the parser hangs the second clause on the verb as if it were another verb
        last = max([last, *(subtree(c, verb.i)[1] for c in children(verb) if _told_too(verb, c))])
        last = _with_predicate(
            verb, _whole(verb, min([last, *(c.left_edge.i - 1 for c in children(child) if _goes_on(verb, c))]))
        )
        to = _object(cue)
        if to is not None and first <= to.i:
            first = to.right_edge.i + 1
        first = _behind_time(scene, child, first, cue.verb.addressee)
        yield Complement(((first, last),), "clause", to)
    yield from _behind_occasion(scene, cue)


def _heard(scene: Scene, cue: Cue, clause: Token) -> int | None:
    """Where the clause begins behind who was told, taken into its subject: "told Norpress fires burned"."""
    after = cue.token.i + 1
    if cue.verb.lemma != "tell" or clause.left_edge.i != after:
        return None
    subject = next((c for c in children(clause) if c.dep_ in SUBJECTS and c.i > after), None)
    for told in subject.subtree if subject is not None else ():
        found = scene.reading.mentions.get(told.i)
        if found is not None and subject is not None and found[0].type in ("organization", "person"):
            begins = found[1].start == clause.doc[after].idx and found[1].end <= subject.idx
            return scene.first_at(found[1].end) if begins and found[1].kind == "name" else None
    return None


def _told_too(verb: Token, joined: Token) -> bool:
    """Whether a clause the parser joins to the cue is one more thing said: "said that A, and that B"; "claimed a robber
    escaped and remains wanted", whose tense is not the cue's.
    """
    if joined.dep_ != "conj" or joined.i < verb.i:
        return False
    if has_that(joined):
        return True
    helper = _helper(joined)
    tense = joined.tag_ if helper is None else helper.tag_
    if verb.tag_ in ("VBZ", "VBP") and tense == "VBD" and _is_theirs(joined):
        return True  # "claims that A and she was forced to"
    bare = not any(c.dep_ in SUBJECTS for c in children(joined)) and joined.lemma_.lower() not in reporting().verbs
    return bare and verb.tag_ in ("VBD", "VBN") and tense in ("VBZ", "VBP", "MD")


def _is_theirs(joined: Token) -> bool:
    """Whether a clause joined without a comma has a pronoun for its subject."""
    who = next((c for c in children(joined) if c.dep_ in SUBJECTS), None)
    return who is not None and who.pos_ == "PRON" and who.i == joined.left_edge.i and who.nbor(-1).pos_ == "CCONJ"


def _helper(verb: Token) -> Token | None:
    """The finite auxiliary of a verb."""
    return next((c for c in children(verb) if c.dep_ in AUXILIARIES and c.tag_ in FINITE), None)


def _goes_on(verb: Token, joined: Token) -> bool:
    """Whether a verb of saying joined to what was said is the speaker's next saying (see ``cues.outer``), or another's
    beside it ("…, while the union denied it").
    """
    says = joined.lemma_.lower() in reporting().verbs
    if joined.i > verb.i and joined.dep_ in ("advcl", "conj") and says and _is_another(verb, joined):
        return True
    adding = joined.dep_ == "advcl" and says
    return (joined.dep_ == "conj" or adding) and joined.i > verb.i and outer(joined).i == verb.i


def _is_another(verb: Token, joined: Token) -> bool:
    """Whether a clause behind a comma tells what somebody else said, named anew: ", while the union denied it"."""
    links = (*children(joined), *(c for c in children(joined.head) if c.dep_ == "cc" and c.i < joined.i))
    mark = next((c for c in links if c.lower_ in _BESIDE and verb.i < c.i < joined.i), None)
    who = next((c for c in children(joined) if c.dep_ == "nsubj"), None)
    apart = mark is not None and mark.i > verb.i + 1 and mark.nbor(-1).text in (",", "”", '"')
    return apart and who is not None and who.pos_ != "PRON" and joined.tag_ == verb.tag_ and not has_that(joined)


def _is_bare(clause: Token) -> bool:
    """Whether a clause of saying says nothing: what is said stands before the cue above."""
    told = any(c.dep_ == "ccomp" for c in children(clause))
    return clause.right_edge == clause and clause.lemma_.lower() in _BARE and not told


_BARE = frozenset({"say", "add", "tell", "report", "announce"})
"""Verbs that tell nothing without what is said."""

_BESIDE = frozenset({"while", "whereas", "and", "but"})


def _whole(verb: Token, last: int) -> int:
    """Where a clause ends that the parser cut in two: "saying the reason given" and "was “contrived”" hang side by
    side on the verb.
    """
    following = last + 1
    while following < verb.sent.end and verb.doc[following].text in ("”", '"', "’"):
        following += 1
    return next(
        (c.right_edge.i for c in children(verb) if c.dep_ == "ccomp" and last < c.left_edge.i <= following), last
    )


def _with_predicate(cue: Token, last: int) -> int:
    """Where a clause ends whose verb the parser gave to the one above: "When X wrote that plans would fail,"."""
    verb = cue.doc[last + 1] if last + 1 < cue.sent.end else cue
    main = verb.head if verb.dep_ in AUXILIARIES else verb
    if verb.tag_ != "MD" or main not in cue.ancestors or any(c.dep_ in SUBJECTS and c.i < last for c in children(main)):
        return last
    return next((t.i - 1 for t in cue.doc[verb.i : cue.sent.end] if t.text in ",;."), last)


def _is_told_on(verb: Token, clause: Token) -> bool:
    """Whether a colon leads to somebody's own telling: "The team noted a gap: Ana Ruiz remarked …"."""
    between = clause.doc[verb.i + 1 : clause.left_edge.i + 1]
    return any(t.text.endswith(":") for t in between) and clause.lemma_.lower() in reporting().verbs


def _behind_occasion(scene: Scene, cue: Cue) -> Iterator[Complement]:
    """Find S of "told Norpress in a statement that S", which the parser hangs on the statement."""
    verb, nouns = cue.token, reporting().venue_nouns
    if "that" not in cue.verb.takes:
        return
    for prep in children(verb):
        for noun in children(prep) if prep.dep_ == "prep" and prep.i > verb.i else ():
            timed = any(t.start <= noun.idx < t.end for t in scene.reading.times) or noun.lemma_ == "time"
            if noun.lemma_.lower() not in nouns and scene.reading.entity(noun) is None and not timed:
                continue
            for clause in children(noun):
                if clause.dep_ in ("acl", "relcl", "ccomp") and (
                    has_that(clause) or (timed and clause.left_edge.lower_ == "that")
                ):
                    yield Complement((subtree(clause, noun.i),), "clause", _object(cue))


def _behind_time(scene: Scene, clause: Token, first: int, addressee: str | None) -> int:
    """Where the clause of "said on Monday it had paid" begins: a time between the cue and a clause without "that" is
    the cue's, whatever the parser hangs it on.
    """
    subject = next((c for c in children(clause) if c.dep_ in SUBJECTS), None)
    if subject is None:  # "reported bird flight evolved": the parser gave the clause's subject to the cue as its object
        taken = next((c for c in children(clause.head) if c.dep_ == "dobj" and clause.head.i < c.i < first), None)
        told = addressee == "object" and clause.tag_ not in FINITE and _helper(clause) is None
        return first if taken is None or told or clause.doc[first].lower_ == "that" else taken.left_edge.i
    if clause.doc[first].lower_ == "that":
        return first
    lead = [t for t in clause.doc[first : subject.left_edge.i] if not t.is_space]
    timed = [t for t in lead if any(time.start <= t.idx < time.end for time in scene.reading.times)]
    rest = [t for t in lead if t not in timed]
    return subject.left_edge.i if timed and all(t.pos_ in ("ADP", "DET", "PUNCT") for t in rest) else first


def _fits(cue: Cue, clause: Token, *, heard: bool) -> bool:
    marks = {c.lower_ for c in children(clause) if c.dep_ == "mark"}
    asks = bool(marks & {"whether", "if"}) or any(
        c.tag_ in ("WRB", "WP", "WDT") and c.i < clause.i and (c.dep_ != "mark" or c.lower_ != "that")
        for c in children(clause)
    )
    if asks and _is_gap(cue, clause):
        return "that" in cue.verb.takes
    asks = asks or (clause.left_edge.lower_ == "to" and clause.left_edge.nbor(1).lower_ in ("what", "which"))
    if asks:
        return "whether" in cue.verb.takes
    opening = clause.left_edge
    if not is_finite(clause) or marks - {"that"} or (opening.dep_ == "mark" and opening.lower_ != "that"):
        return False  # "…, she said, as the port stays shut" says why, not what
    if (
        cue.verb.lemma in reporting().front
        and clause.tag_ == "VBN"
        and not any(c.dep_ in AUXILIARIES for c in children(clause))
    ):
        return False  # "found the strike justified"
    short = clause.right_edge.i - clause.left_edge.i < 2
    if short and any(c.dep_ == "mark" and c.lower_ in ("as", "than") for c in children(cue.token)):
        return False  # "as safe as they think they are"
    if (
        cue.verb.lemma == "tell"
        and not heard
        and not marks
        and clause.left_edge.i == cue.token.i + 1
        and _object(cue) is None
    ):
        return False
    return bool(cue.verb.takes & {"that"}) or "that" in marks or cue.verb.stance == "said"


def _is_gap(cue: Cue, clause: Token) -> bool:
    """Whether a relative pronoun before the cue is part of what is said: "a bridge which she said was unsafe"."""
    opening = clause.left_edge
    marked = any(c.dep_ == "mark" for c in children(clause))
    return opening.tag_ in ("WDT", "WP") and opening.i < cue.token.i and not marked and is_finite(clause)


def is_finite(token: Token) -> bool:
    """A clause with a subject and a finite verb, its own or an auxiliary's; "that the tax be cut" counts."""
    verbal = token.tag_ in FINITE or any(
        c.tag_ in FINITE for c in children(token) if c.dep_ in ("aux", "auxpass", "cop")
    )
    if token.tag_ == "VBN" and not any(c.dep_ in ("aux", "auxpass") for c in children(token)):
        return any(c.dep_ == "nsubj" for c in children(token))  # "the film opened": a past tense taken for a participle
    subjunctive = any(c.dep_ == "mark" and c.lower_ == "that" for c in children(token))
    return verbal or subjunctive


def _object(cue: Cue) -> Token | None:
    """The person spoken to, behind the verb."""
    if cue.verb.addressee != "object":
        return None
    for child in children(cue.token):
        if child.dep_ in ("dobj", "dative", "iobj") and cue.token.i < child.i and child.pos_ in NOUNS:
            return child
    return None
