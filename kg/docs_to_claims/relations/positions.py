"""Offices and callings: titles before a name, appositions after and before it, copulas, "Name (role):" lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from spacy.tokens import Token

from kg.articles_to_docs.reading import Reading
from kg.docs_to_claims.events.syntax import child, conjuncts
from kg.ontology import lexicon
from kg.records import Mention, Ref, Span

Found = tuple[Ref, Span, Token]
"""Who, the words of the office, and the token it hangs on."""

_ROLE_LINE = re.compile(r"\s*\(([^()]{3,80})\)\s*:")


@cache
def office_nouns() -> frozenset[str]:
    """Nouns that can head the name of an office or a calling."""
    offices, persons = lexicon("titles")["offices"], lexicon("actors")["person"]
    words = {w.lower() for key in ("neutral", "male", "female") for w in offices.get(key, ())}
    words |= {w.lower() for key in ("neutral", "male", "female") for w in persons.get(key, ())}
    relations = lexicon("relations")
    return frozenset(words - set(relations["no_office"]) - set(relations["kin"]))


@cache
def honorifics() -> frozenset[str]:
    """Words of courtesy or rank before a name that name no office ("Mr", "Sir", "Dr")."""
    titles = lexicon("titles")["honorifics"]
    courtesy = {"dr", "dr.", "prof", "prof.", "rev", "rev.", "hon", "hon.", "saint"}
    return frozenset({w.lower() for key in ("male", "female") for w in titles[key]} | courtesy)


def positions(reading: Reading) -> Iterator[Found]:
    """Every office told of a named person, in text order of the person's mention."""
    for index in sorted(reading.mentions):
        entity, mention = reading.mentions[index]
        if entity.type != "person" or mention.kind != "name":
            continue
        token = reading.doc[index]
        for first, last in _phrases(reading, token, mention):
            ref = reading.ref(token)
            span = _clean(reading, first, last)
            if ref is not None and span is not None:
                yield ref, span, token
        line = _ROLE_LINE.match(reading.article.text, mention.end)
        if line and any(w.lower() in office_nouns() for w in re.findall(r"\w+", line[1])):
            ref = reading.ref(token)
            if ref is not None:
                yield ref, Span(line[1], line.start(1), line.end(1)), token


Phrase = tuple[Token, Token]


def _phrases(reading: Reading, name: Token, mention: Mention) -> Iterator[Phrase]:
    yield from _before(reading, name, mention)
    for c in name.children:
        if c.dep_ == "appos" and c.i > name.i:
            for part in conjuncts(c):
                yield from _nominal(part)
        if c.dep_ == "relcl":
            yield from _copula(c, name)
    if name.dep_ == "appos" and name.i > name.head.i:
        yield from _nominal(name.head, until=name)
    if name.dep_ in ("nsubj", "nsubjpass"):
        yield from _copula(name.head, name)
    if name.dep_ in ("attr",) and _is_be(name.head):
        told = child(name.head, "nsubj")
        if told is not None:
            yield from _nominal(told)


def _before(reading: Reading, name: Token, mention: Mention) -> Iterator[Phrase]:
    """The modifiers that run up to the name and end in an office noun: "National Security Advisor NAME"."""
    start = next((t for t in name.subtree if t.idx >= mention.start), name)
    members = {t.i for t in name.subtree}
    last = start.i - 1
    while last >= 0 and reading.doc[last].lower_ in honorifics():
        last -= 1
    if last < 0 or (last not in members and reading.doc[last].dep_ not in ("compound", "nmod", "amod", "appos")):
        return
    if not _is_office(reading.doc[last]):
        return
    first = last
    while (
        first - 1 >= 0
        and _is_modifier(reading.doc[first - 1])
        and reading.sentence_index[first - 1] == reading.sentence_index[last]
    ):
        first -= 1
    yield reading.doc[first], reading.doc[last]


def _is_modifier(token: Token) -> bool:
    if token.is_punct and token.text not in ("-", "–", "'", "’", "&", "."):
        return False
    return token.pos_ in ("NOUN", "PROPN", "ADJ", "PART", "PUNCT") or (
        token.lower_ in ("and", "of", "&") and token.pos_ == "CCONJ"
    )


def _is_office(token: Token) -> bool:
    lemma = token.lemma_.lower()
    tail = lemma.rsplit("-", 1)[-1]
    return token.pos_ in ("NOUN", "PROPN", "ADJ") and (
        lemma in office_nouns() or token.lower_ in office_nouns() or tail in office_nouns()
    )


def _nominal(head: Token, until: Token | None = None) -> Iterator[Phrase]:
    """A noun phrase headed by an office noun, with what narrows it ("adviser to the president")."""
    if not _is_office(head):
        return
    last = head
    for c in head.children:
        if (
            c.i > head.i
            and c.dep_ == "prep"
            and c.lower_ in ("of", "to", "for", "at", "on", "in")
            and c.i == last.i + 1
        ):
            tokens = [t for t in c.subtree if until is None or t.i < until.i]
            tokens = _up_to_clause(tokens)
            if tokens:
                last = tokens[-1]
    yield head.left_edge if head.left_edge.i <= head.i else head, last


def _up_to_clause(tokens: list[Token]) -> list[Token]:
    out: list[Token] = []
    for token in tokens:
        if token.dep_ in ("relcl", "acl", "appos", "punct") and (
            token.dep_ != "punct" or token.text in (",", ";", ":", "(", "—", "–")
        ):
            break
        out.append(token)
    return out


def _copula(verb: Token, name: Token) -> Iterator[Phrase]:
    if not _is_be(verb) or any(c.dep_ == "neg" for c in verb.children):
        return
    subject = child(verb, "nsubj")
    told = child(verb, "attr")
    if told is None or subject is None or (subject != name and verb.dep_ != "relcl"):
        return
    for part in conjuncts(told):
        yield from _nominal(part)


def _is_be(verb: Token) -> bool:
    return verb.lemma_ in ("be", "become") and not any(c.dep_ == "aux" and c.tag_ == "MD" for c in verb.children)


def _clean(reading: Reading, first: Token, last: Token) -> Span | None:
    loose = lexicon("relations")["loose"]
    tokens = [t for t in reading.doc[first.i : last.i + 1] if not t.is_space]
    while tokens and (tokens[0].lower_ in loose or tokens[0].is_punct or tokens[0].dep_ == "case"):
        tokens = tokens[1:]
    while tokens and (tokens[-1].is_punct or tokens[-1].dep_ in ("case", "cc")):
        tokens = tokens[:-1]
    return reading.span(tokens[0], tokens[-1]) if tokens else None
