"""Sources named without a reporting verb: "according to X", "per X", "as reported by X", "X's claim that S"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Token

from kg.articles_to_docs.tree import children
from kg.docs_to_claims.statements.clauses import SUBJECTS
from kg.docs_to_claims.statements.indirect import content, mode
from kg.docs_to_claims.statements.lexicon import Phrase, reporting
from kg.docs_to_claims.statements.sayings import Saying
from kg.docs_to_claims.statements.scene import FINITE, Scene
from kg.docs_to_claims.statements.sources import agents, next_mention, source_chain, source_of
from kg.records import Span


def phrase_sayings(scene: Scene) -> Iterator[Saying]:
    """A saying for every source phrase and every statement noun with a clause."""
    phrases, nouns = _phrases(), reporting().nouns
    tokens, pos = scene.reading.tokens, scene.reading.pos
    for i, word in enumerate(scene.lower):
        for phrase in phrases.get(word, ()):
            if _matches(scene, i, phrase):
                yield from _by_phrase(scene, tokens[i], phrase)
        if word == "as" and (relay := _relay(tokens[i])) is not None:
            yield from _by_relay(scene, tokens[i], relay)
        if pos[i] == "NOUN" and (stance := nouns.get(tokens[i].lemma_.lower())) is not None:
            yield from _by_noun(scene, tokens[i], stance)


@cache
def _phrases() -> dict[str, tuple[Phrase, ...]]:
    """The source phrases by their first word."""
    out: dict[str, tuple[Phrase, ...]] = {}
    for phrase in reporting().phrases:
        out[phrase.words[0]] = (*out.get(phrase.words[0], ()), phrase)
    return out


def _matches(scene: Scene, at: int, phrase: Phrase) -> bool:
    if tuple(scene.lower[at : at + len(phrase.words)]) != phrase.words:
        return False
    return not phrase.after_comma or (at > 0 and scene.lower[at - 1] == ",")


def _by_phrase(scene: Scene, first: Token, phrase: Phrase) -> Iterator[Saying]:
    doc = first.doc
    link = doc[first.i + len(phrase.words) - 1]
    source = source_of(scene, link)
    if source is None:
        return
    speakers, reporters, after = source_chain(scene, source)
    parts = _scope(scene, first, after) if speakers else ()
    if parts:
        yield Saying(
            first, scene.reading.span(first, link), speakers, phrase.stance, parts, mode(scene, first, parts), "phrase",
            reported_by=reporters,
        )  # fmt: skip


def _scope(scene: Scene, first: Token, after: int) -> tuple[Span, ...]:
    """The clause a source phrase stands for: behind it where it opens the sentence, else before or around it."""
    doc, sentence = first.doc, scene.reading.sentence(first)
    depth = scene.depth[first.i]
    start, end = sentence.start, sentence.end - 1
    while start < first.i and (doc[start].is_space or scene.depth[start] < depth):
        start += 1
    start = _behind_colon(first, start)
    head = [t for t in doc[start : first.i] if not t.is_space]
    tail = [t for t in doc[after + 1 : end + 1] if not t.is_space and not t.is_punct]
    if any(t.text == ";" for t in doc[after + 1 : tail[0].i if tail else after + 1]):
        tail = []
    said = [t for t in head if not t.is_punct]
    opens = len(said) <= 1 or said[-1].tag_ in ("WDT", "WP", "IN", "CC") or said[-1].lower_ == "including"
    if opens:  # "a policy which, according to X, …"
        return _one(content(scene, first, _behind_source(first, after, end), end))
    if any(t.tag_ in FINITE for t in head):
        if tail and scene.depth[tail[0].i] > depth and tail[0].lower_ == "that":  # "ruled, according to X, “that …”"
            return _pieces(scene, first, (start, head[-1].i), (after + 1, end))
        if tail and (_is_torn(tail, first) or _is_unparted(scene, first, tail[0])):
            return _pieces(scene, first, (_clause_start(first, start), head[-1].i), (after + 1, end))
        # a second main clause behind the phrase ("…, according to X, and Y …") is not the source's
        return _one(content(scene, first, _clause_start(first, start), head[-1].i))
    if tail:
        return _pieces(scene, first, (start, head[-1].i), (after + 1, end))
    return ()


def _behind_source(first: Token, after: int, end: int) -> int:
    """Where the clause begins behind a source at the head of its sentence: past dates and more sources."""
    doc = first.doc
    comma = next((i for i in range(after + 1, end) if doc[i].text == ","), None)
    if comma is None or doc[after + 1].pos_ != "ADP" or any(t.tag_ in FINITE for t in doc[after + 1 : comma]):
        return after + 1
    if doc[comma + 1].lower_ != "and":
        return comma + 1
    subjects = [c for c in children(first.head) if c.dep_ in SUBJECTS and c.i > comma]
    return subjects[-1].left_edge.i if subjects else comma + 1


def _clause_start(first: Token, start: int) -> int:
    """Where the clause begins that the phrase hangs on: behind a semicolon, or at the sentence's start."""
    for i in range(first.i - 1, start, -1):
        if first.doc[i].text == ";":
            return i + 1
    return start


def _pieces(scene: Scene, first: Token, *ranges: tuple[int, int]) -> tuple[Span, ...]:
    return tuple(p for start, end in ranges if (p := content(scene, first, start, end)) is not None)


def _behind_colon(first: Token, start: int) -> int:
    """Where the words begin that a source behind a colon vouches for: ": possibly, according to X, 3 million"."""
    for i in range(first.i - 1, max(start, first.i - 5), -1):
        if first.doc[i].tag_ in FINITE:
            break
        if first.doc[i].text == ":":
            return i + 1
    return start


def _is_unparted(scene: Scene, first: Token, behind: Token) -> bool:
    """Whether no comma stands on either side of a source phrase, and its clause goes on with a place or number; a time
    may be that of the saying ("according to X on Thursday").
    """
    if not scene.reading.timed.isdisjoint(range(behind.i, behind.i + 2)):
        return False
    apart = any(t.text == "," for t in first.doc[first.i - 1 : behind.i] if not first.i <= t.i < behind.i - 1)
    return not apart and (behind.pos_ in ("ADP", "NUM") or behind.lower_ in ("about", "around", "some", "nearly"))


def _is_torn(tail: list[Token], first: Token) -> bool:
    """Whether the clause before a source phrase lacks what stands behind it: "She led, according to X, the rally", "he
    ran, then, according to X, fell".
    """
    if tail[0].pos_ == "CCONJ":
        return False
    before = first.nbor(-2) if first.i > 1 and first.nbor(-1).text == "," else first
    if before.tag_ in FINITE and before.lemma_ == "be":
        return True  # "One child was, according to X, among the dead"
    if tail[0].tag_ in FINITE and tail[0].dep_ == "conj":
        return tail[0].head.i < first.i
    top = next((t for t in tail if t.head.i < first.i), None)
    needed = top is not None and top.dep_ in ("dobj", "attr", "acomp", "oprd", "xcomp")
    return needed and top is not None and top.left_edge.i <= tail[0].i and top.head == first.head


def _one(span: Span | None) -> tuple[Span, ...]:
    return (span,) if span is not None else ()


def _relay(token: Token) -> Token | None:
    """The participle of "as cited by X"."""
    for following in token.doc[token.i + 1 : token.i + 3]:
        participle = following.lemma_.lower() in reporting().relaying and following.tag_ in ("VBN", "VBD")
        if participle and following.i + 1 < len(token.doc) and following.nbor(1).lower_ == "by":
            return following
    return None


def _by_relay(scene: Scene, first: Token, relay: Token) -> Iterator[Saying]:
    speakers = agents(scene, relay)
    if not speakers:
        named = next_mention(scene, relay.nbor(1))
        speakers = (ref,) if named is not None and (ref := scene.speaker(named)) is not None else ()
    parts = _scope(scene, first, relay.right_edge.i) if speakers else ()
    if parts:
        cue = scene.reading.span(first, relay.nbor(1))
        yield Saying(first, cue, speakers, "said", parts, mode(scene, first, parts), "relay")


def _by_noun(scene: Scene, noun: Token, stance: str) -> Iterator[Saying]:
    owner = next((c for c in children(noun) if c.dep_ == "poss"), None)
    ref = scene.speaker(owner) if owner is not None else None
    for clause in children(noun):
        that = any(c.lower_ == "that" and c.tag_ == "IN" for c in children(clause))
        if ref is None or not that or clause.dep_ not in ("acl", "ccomp", "relcl") or clause.i < noun.i:
            continue
        span = content(scene, noun, clause.left_edge.i, clause.right_edge.i)
        if span is not None:
            cue = scene.reading.span(noun, noun)
            yield Saying(noun, cue, (ref,), stance, (span,), mode(scene, noun, (span,)), "noun_clause")
