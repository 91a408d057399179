"""Sources named without a reporting verb: "according to X", "per X", "as reported by X", "X's claim that S"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Token

from kg.articles_to_docs.names.vocabulary import actor_nouns
from kg.docs_to_claims.statements.clauses import SUBJECTS
from kg.docs_to_claims.statements.indirect import content, mode
from kg.docs_to_claims.statements.lexicon import Phrase, reporting
from kg.docs_to_claims.statements.naming import makers
from kg.docs_to_claims.statements.sayings import Saying
from kg.docs_to_claims.statements.scene import FINITE, Scene
from kg.records import Ref, Span


def phrase_sayings(scene: Scene) -> Iterator[Saying]:
    """A saying for every source phrase and every statement noun with a clause."""
    phrases, nouns = _phrases(), reporting().nouns
    for token, pos in zip(scene.reading.tokens, scene.reading.pos, strict=True):
        word = token.lower_
        for phrase in phrases.get(word, ()):
            if _matches(token, phrase):
                yield from _by_phrase(scene, token, phrase)
        if word == "as" and (relay := _relay(token)) is not None:
            yield from _by_relay(scene, token, relay)
        stance = nouns.get(token.lemma_.lower()) if pos == "NOUN" else None
        if stance is not None:
            yield from _by_noun(scene, token, stance)


@cache
def _phrases() -> dict[str, tuple[Phrase, ...]]:
    """The source phrases by their first word."""
    out: dict[str, tuple[Phrase, ...]] = {}
    for phrase in reporting().phrases:
        out[phrase.words[0]] = (*out.get(phrase.words[0], ()), phrase)
    return out


def _matches(token: Token, phrase: Phrase) -> bool:
    words = tuple(t.lower_ for t in token.doc[token.i : token.i + len(phrase.words)])
    if words != phrase.words:
        return False
    return not phrase.after_comma or (token.i > 0 and token.nbor(-1).text == ",")


def _by_phrase(scene: Scene, first: Token, phrase: Phrase) -> Iterator[Saying]:
    doc = first.doc
    link = doc[first.i + len(phrase.words) - 1]
    source = _source(scene, link)
    if source is None:
        return
    speakers, reporters, after = source_chain(scene, source)
    parts = _scope(scene, first, after) if speakers else ()
    if parts:
        yield Saying(
            first, scene.reading.span(first, link), speakers, phrase.stance, parts, mode(scene, first, parts), "phrase",
            reported_by=reporters,
        )  # fmt: skip


def _source(scene: Scene, link: Token) -> Token | None:
    """The head of the source behind the link word: its object, or who made it ("a report by Norpress")."""
    held = next((c for c in link.children if c.dep_ == "pobj"), None)
    if held is None:
        return _next_mention(scene, link)
    named = _named_before_comma(scene, link, held) or _named_behind_comma(scene, held)
    if named is not None:
        return named
    made = [t for t in makers(scene, held) if t.dep_ == "pobj"]
    return next(iter([*made, held]), None) if made or scene.speaker(held) is not None else None


def _named_before_comma(scene: Scene, link: Token, held: Token) -> Token | None:
    """Whom a title leads to, where the parser takes the state for the source: "Norland Senator Ana Ruiz"."""
    entity = scene.reading.entity(held)
    comma = next((t for t in link.doc[held.i : held.i + 8] if t.text == ","), None)
    if comma is None or (entity is not None and entity.type == "person") or held.pos_ != "PROPN":
        return None
    between = link.doc[held.i + 1 : comma.i]
    if not len(between) or any(t.pos_ not in ("PROPN", "NOUN", "ADJ") for t in between):
        return None
    return next((t for t in between if _is_named(scene, t, comma.idx)), None)


def _named_behind_comma(scene: Scene, held: Token) -> Token | None:
    """Who is named between commas behind an office: "According to the town's first selectman, Ana Ruiz, …"."""
    noun = actor_nouns().get(held.lemma_.lower())
    office = held.lemma_.lower().endswith(("man", "woman", "person")) or (noun is not None and noun.office)
    after = held.right_edge.i + 1
    if held.tag_ != "NN" or not office or after >= len(held.doc) or held.doc[after].text != ",":
        return None
    for token in held.doc[after + 1 : after + 5]:
        comma = token.i + 1 < len(held.doc) and held.doc[token.i + 1].text == ","
        if comma and _is_named(scene, token, held.doc[token.i + 1].idx):
            starts = scene.first_at(scene.reading.mentions[token.i][1].start) == after + 1
            return token if starts else None
    return None


def _is_named(scene: Scene, token: Token, end: int) -> bool:
    found = scene.reading.mentions.get(token.i)
    return found is not None and found[0].type == "person" and found[1].kind == "name" and found[1].end == end


def _next_mention(scene: Scene, link: Token) -> Token | None:
    """The first mention behind the link word, before a comma or a verb."""
    for token in link.doc[link.i + 1 : link.i + 12]:
        if token.text in (",", ";", ":", ".") or token.tag_ in FINITE:
            return None
        if scene.speaker(token) is not None and not scene.modifies(token):
            return token
    return None


def source_chain(scene: Scene, source: Token) -> tuple[tuple[Ref, ...], tuple[Ref, ...], int]:
    """The speakers of a source phrase, who relays them ("papers cited by X", "X, quoting Y"), and its last token."""
    end = _end_of(source)
    heads = [source, *(c for c in source.conjuncts if c.i > source.i)]
    speakers = tuple(r for h in heads if (r := scene.speaker(h)) is not None)
    words = reporting()
    link = next((a for a in source.ancestors if a.pos_ in ("VERB", "AUX") and a.lower_ != "according"), source)
    behind = [c for c in link.children if c.dep_ == "advcl" and 0 < c.i - source.right_edge.i <= 2]
    for child in [*source.children, *behind]:
        if child.dep_ not in ("acl", "advcl", "relcl", "appos"):
            continue
        if child.tag_ == "VBG" and child.lemma_ in words.sourcing:
            quoted = tuple(r for c in child.children if c.dep_ == "dobj" and (r := scene.speaker(c)) is not None)
            if quoted:
                return quoted, speakers, max(end, _end_of(child))
        if child.tag_ == "VBN" and child.lemma_ in words.relaying:
            return speakers, _agents(scene, child), max(end, _end_of(child))
    return speakers, (), end


def _agents(scene: Scene, verb: Token) -> tuple[Ref, ...]:
    by = [p for c in verb.children if c.dep_ == "agent" for p in c.children if p.dep_ == "pobj"]
    return tuple(r for p in by for h in [p, *p.conjuncts] if (r := scene.speaker(h)) is not None)


def _end_of(source: Token) -> int:
    """The last token of the source's phrase: up to the first comma, and over an apposition that a comma closes.

    The parser may hang the clause itself under the source, so its word on where the phrase ends is not enough.
    """
    doc, right = source.doc, source.right_edge.i
    inside = [c for t in source.subtree for c in t.children if c.dep_ in ("appos", "relcl", "acl")]
    appositions = {c.left_edge.i: c.right_edge.i for c in inside}
    end = i = source.i
    while i < right:
        i += 1
        if doc[i].text == ",":
            last = None if i == source.right_edge.i or _lacks_subject(source) else appositions.get(i + 1)
            if last is None or last + 1 >= len(doc) or doc[last + 1].text != ",":
                return end
            i = end = last
        elif doc[i].tag_ in FINITE and i not in appositions and doc[i].dep_ != "relcl":
            return source.i
        else:
            end = i
    return end


def _lacks_subject(source: Token) -> bool:
    """Whether the sentence's verb has no subject: then what looks like an apposition is it."""
    root = source.sent.root
    return root.tag_ in FINITE and not any(c.dep_ in SUBJECTS for c in root.children)


def _scope(scene: Scene, first: Token, after: int) -> tuple[Span, ...]:
    """The clause a source phrase stands for: behind it where it opens the sentence, else before or around it."""
    doc, sentence = first.doc, scene.reading.sentence(first)
    depth = scene.depth[first.i]
    start, end = sentence.start, sentence.end - 1
    while start < first.i and (doc[start].is_space or scene.depth[start] < depth):
        start += 1
    head = [t for t in doc[start : first.i] if not t.is_space]
    tail = [t for t in doc[after + 1 : end + 1] if not t.is_space and not t.is_punct]
    said = [t for t in head if not t.is_punct]
    if len(said) <= 1 or said[-1].tag_ in ("WDT", "WP", "IN", "CC"):  # "a policy which, according to X, …"
        return _one(content(scene, first, _behind_source(first, after, end), end))
    if any(t.tag_ in FINITE for t in head):
        if tail and scene.depth[tail[0].i] > depth and tail[0].lower_ == "that":  # "ruled, according to X, “that …”"
            pieces = [content(scene, first, start, head[-1].i), content(scene, first, after + 1, end)]
            return tuple(p for p in pieces if p is not None)
        # a second main clause behind the phrase ("…, according to X, and Y …") is not the source's
        return _one(content(scene, first, _clause_start(first, start), head[-1].i))
    if tail:
        pieces = [content(scene, first, start, head[-1].i), content(scene, first, after + 1, end)]
        return tuple(p for p in pieces if p is not None)
    return ()


def _behind_source(first: Token, after: int, end: int) -> int:
    """Where the clause begins behind a source at the head of its sentence: past dates and more sources."""
    doc = first.doc
    comma = next((i for i in range(after + 1, end) if doc[i].text == ","), None)
    if comma is None or doc[after + 1].pos_ != "ADP" or any(t.tag_ in FINITE for t in doc[after + 1 : comma]):
        return after + 1
    if doc[comma + 1].lower_ != "and":
        return comma + 1
    subjects = [c for c in first.head.children if c.dep_ in SUBJECTS and c.i > comma]
    return subjects[-1].left_edge.i if subjects else comma + 1


def _clause_start(first: Token, start: int) -> int:
    """Where the clause begins that the phrase hangs on: behind a semicolon, or at the sentence's start."""
    for i in range(first.i - 1, start, -1):
        if first.doc[i].text == ";":
            return i + 1
    return start


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
    speakers = _agents(scene, relay)
    if not speakers:
        named = _next_mention(scene, relay.nbor(1))
        speakers = (ref,) if named is not None and (ref := scene.speaker(named)) is not None else ()
    parts = _scope(scene, first, relay.right_edge.i) if speakers else ()
    if parts:
        cue = scene.reading.span(first, relay.nbor(1))
        yield Saying(first, cue, speakers, "said", parts, mode(scene, first, parts), "relay")


def _by_noun(scene: Scene, noun: Token, stance: str) -> Iterator[Saying]:
    owner = next((c for c in noun.children if c.dep_ == "poss"), None)
    ref = scene.speaker(owner) if owner is not None else None
    for clause in noun.children:
        that = any(c.lower_ == "that" and c.tag_ == "IN" for c in clause.children)
        if ref is None or not that or clause.dep_ not in ("acl", "ccomp", "relcl") or clause.i < noun.i:
            continue
        span = content(scene, noun, clause.left_edge.i, clause.right_edge.i)
        if span is not None:
            cue = scene.reading.span(noun, noun)
            yield Saying(noun, cue, (ref,), stance, (span,), mode(scene, noun, (span,)), "noun_clause")
