"""Who a source phrase names ("according to X"), who relays it, and where the phrase ends."""

from __future__ import annotations

from spacy.tokens import Token

from kg.articles_to_docs.names.vocabulary import actor_nouns
from kg.articles_to_docs.tree import children
from kg.docs_to_claims.statements.clauses import SUBJECTS
from kg.docs_to_claims.statements.lexicon import reporting
from kg.docs_to_claims.statements.naming import is_office_of, makers
from kg.docs_to_claims.statements.scene import FINITE, Scene
from kg.records import Ref


def source_of(scene: Scene, link: Token) -> Token | None:
    """The head of the source behind the link word: its object, or who made it ("a report by Norpress")."""
    held = next((c for c in children(link) if c.dep_ == "pobj"), None)
    if held is None:
        return next_mention(scene, link)
    owned = _owned_by(scene, held)
    if owned is not None:
        return owned
    named = _named_before_comma(scene, link, held) or _named_behind_comma(scene, held)
    if named is not None:
        return named
    made = [t for t in makers(scene, held) if t.dep_ == "pobj" and t.i > held.i]
    if made or scene.speaker(held) is not None:
        return made[0] if made else held
    # "according to Ambassador to Norland NAME"
    inside = [c for prep in children(held) if prep.dep_ == "prep" for c in children(prep) if c.dep_ == "pobj"]
    return next((c for c in inside if c.i in scene.reading.mentions and is_office_of(scene, held, c)), None)


def _owned_by(scene: Scene, held: Token) -> Token | None:
    """The body of "the University of Norvia's Institute", where the parser takes its owner for the source."""
    mention = scene.reading.ref(held)
    mark = held.doc[scene.first_at(mention.end)] if mention is not None and held.right_edge.i > held.i else None
    if mark is None or mark.tag_ != "POS" or mark.head == held or mention is None or mark.idx != mention.end:
        return None
    owned = mark.head.head
    return owned if owned.pos_ == "PROPN" and owned.i > mark.i and scene.speaker(owned) is not None else None


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
    at_once = held.i + 1 < len(held.doc) and held.doc[held.i + 1].text == ","
    after = held.i + 1 if at_once else held.right_edge.i + 1
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


def next_mention(scene: Scene, link: Token) -> Token | None:
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
    beside = any(c.dep_ == "cc" and c.lower_ == "as" for c in children(source))  # ", as well as …" adds to what is said
    joined = () if beside else source.conjuncts
    heads = [source, *(c for c in joined if c.i > source.i and c.pos_ not in _AMOUNTS)]
    speakers = tuple(r for h in heads if (r := scene.speaker(h)) is not None)
    words = reporting()
    link = next((a for a in source.ancestors if a.pos_ in ("VERB", "AUX") and a.lower_ != "according"), source)
    behind = [c for c in children(link) if c.dep_ == "advcl" and 0 < c.i - source.right_edge.i <= 2]
    for child in [*children(source), *behind]:
        if child.dep_ not in ("acl", "advcl", "relcl", "appos"):
            continue
        cites = child.tag_ == "VBG" or (child.dep_ == "relcl" and child.left_edge.tag_ in ("WDT", "WP"))
        if cites and child.lemma_ in words.sourcing:
            quoted = tuple(r for c in children(child) if c.dep_ == "dobj" and (r := scene.speaker(c)) is not None)
            if quoted:
                return quoted, speakers, max(end, _end_of(child))
        if child.tag_ == "VBN" and child.lemma_ in words.relaying:
            return speakers, agents(scene, child), max(end, _end_of(child))
    return speakers, (), end


_AMOUNTS = frozenset({"NUM", "SYM"})
"""What stands behind a source and a comma and is no more of it: "according to X, 3 million from …"."""


def agents(scene: Scene, verb: Token) -> tuple[Ref, ...]:
    """Who stands behind "by" under a passive."""
    by = [p for c in children(verb) if c.dep_ == "agent" for p in children(c) if p.dep_ == "pobj"]
    return tuple(r for p in by for h in [p, *p.conjuncts] if (r := scene.speaker(h)) is not None)


def _end_of(source: Token) -> int:
    """The last token of the source's phrase: up to the first comma, and over an apposition that a comma closes.

    The parser may hang the clause itself under the source, so its word on where the phrase ends is not enough.
    """
    doc, right = source.doc, source.right_edge.i
    inside = [c for t in source.subtree for c in children(t) if c.dep_ in ("appos", "relcl", "acl")]
    appositions = {c.left_edge.i: c.right_edge.i for c in inside if c.left_edge.pos_ not in _AMOUNTS}
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
    return root.tag_ in FINITE and not any(c.dep_ in SUBJECTS for c in children(root))
