"""Offices and callings: titles before a name, appositions after and before it, copulas, "Name (role):" lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from kg.articles_to_docs.reading import Reading
from kg.docs_to_claims.events.syntax import child, conjuncts
from kg.docs_to_claims.relations.descriptions import before_comma
from kg.docs_to_claims.relations.found import is_named
from kg.docs_to_claims.relations.lexicon import honorifics, office_nouns, serving, words
from kg.docs_to_claims.relations.validity import NOW, Validity, joined, of_clause, of_noun
from kg.records import Mention, Ref, Span


@dataclass(frozen=True, slots=True)
class Position:
    """Who holds it, the words of the office, the token it hangs on, and how long it holds."""

    holder: Ref
    title: Span
    token: Token
    validity: Validity


_ROLE_LINE = re.compile(r"\s*\(([^()]{3,80})\)\s*:")


def positions(reading: Reading) -> Iterator[Position]:
    """Every office told of a person the article names, in text order of the person's mention."""
    for index in sorted(reading.mentions):
        entity, mention = reading.mentions[index]
        token = reading.doc[index]
        ref = reading.ref(token)
        if entity.type != "person" or ref is None or not is_named(entity):
            continue
        for phrase in _phrases(reading, token, mention):
            span = _clean(reading, phrase.first, phrase.last)
            if span is not None:
                yield Position(ref, span, token, phrase.validity)
        line = _ROLE_LINE.match(reading.article.text, mention.end)
        if line and any(w.lower() in office_nouns() for w in re.findall(r"\w+", line[1])):
            yield Position(ref, Span(line[1], line.start(1), line.end(1)), token, NOW)


@dataclass(frozen=True, slots=True)
class _Phrase:
    """The words of an office from first to last."""

    first: Token
    last: Token
    validity: Validity


def _phrases(reading: Reading, name: Token, mention: Mention) -> Iterator[_Phrase]:
    if mention.kind == "name":
        yield from _before(reading, name, mention)
        yield from _beside(reading, name)
    if name.dep_ in ("nsubj", "nsubjpass"):
        yield from _clause(reading, name.head, name)
    if mention.kind == "name" and name.dep_ == "attr" and _is_be(name.head):
        told = child(name.head, "nsubj")
        if told is not None:
            yield from _nominal(reading, told)


def _beside(reading: Reading, name: Token) -> Iterator[_Phrase]:
    """Appositions, on either side, and relative clauses."""
    for c in name.children:
        if c.dep_ == "appos" and c.i > name.i:
            for part in conjuncts(c):
                yield from _nominal(reading, part)
            for inner in c.children:  # "NAME, 54, a lawyer"
                if inner.dep_ == "appos" and (c.pos_ == "NUM" or c.like_num):
                    yield from _nominal(reading, inner)
        if c.dep_ == "relcl":
            yield from _clause(reading, c, name)
    led = before_comma(reading, name)
    if led is not None and led != name.head:
        yield from _nominal(reading, led, until=name)
    if name.dep_ == "appos" and name.i > name.head.i:
        yield from _nominal(reading, name.head, until=name)


def _before(reading: Reading, name: Token, mention: Mention) -> Iterator[_Phrase]:
    """The modifiers that run up to the name and end in an office noun: "National Security Advisor NAME"."""
    start = next((t for t in name.subtree if t.idx >= mention.start), name)
    members = {t.i for t in name.subtree}
    last = start.i - 1
    while last >= 0 and reading.doc[last].lower_ in honorifics():
        last -= 1
    if last < 0 or (last not in members and reading.doc[last].dep_ not in ("compound", "nmod", "amod", "appos")):
        if name.dep_ == "conj" and name.head.i < name.i:
            yield from _shared(reading, name)
        return
    if not _is_office(reading.doc[last]) or reading.sentence_index[last] != reading.sentence_index[name.i]:
        return
    first, head = _first(reading, last), reading.doc[last]
    yield _Phrase(reading.doc[first], head, of_noun(reading, reading.doc[first], head))


def _first(reading: Reading, last: int) -> int:
    """Where the modifiers of an office begin; "and" joins two offices of one person, not two persons or bodies."""
    first, timed, named, cut = last, reading.timed, False, None
    while first - 1 >= 0 and reading.sentence_index[first - 1] == reading.sentence_index[last]:
        before = reading.doc[first - 1]
        if before.i in timed or not _is_modifier(before):
            break
        named = named or before.i in reading.mentions
        if (
            before.pos_ == "CCONJ"
            and before.lower_ in ("and", "&")
            and (named or not _is_office(reading.doc[first - 2]))
        ):
            break
        cut = first if before.pos_ == "CCONJ" else cut
        first -= 1
    led = first > 0 and reading.doc[first - 1].pos_ == "ADP"  # "NAME for president and professor NAME"
    return cut if cut is not None and led else first


def _shared(reading: Reading, name: Token) -> Iterator[_Phrase]:
    """The plural office before the first of joined names: "foreign ministers NAME of X and NAME of Y"."""
    while name.dep_ == "conj" and name.head.i < name.i:
        name = name.head
        if name.dep_ == "pobj" and name.head.lower_ in ("of", "from"):  # hung on "X" of "NAME of X and NAME of Y"
            name = name.head.head
    mention = reading.mentions.get(name.i)
    if mention is None or mention[1].kind != "name" or name.dep_ == "conj":
        return
    for phrase in _before(reading, name, mention[1]):
        if phrase.last.tag_ in ("NNS", "NNPS"):
            yield phrase


def _is_modifier(token: Token) -> bool:
    if token.is_punct and token.text not in ("-", "–", "'", "’", "&", "."):
        return False
    return token.pos_ in ("NOUN", "PROPN", "ADJ", "PART", "PUNCT") or (
        token.lower_ in ("and", "of", "&") and token.pos_ == "CCONJ"
    )


def _is_office(token: Token) -> bool:
    lemma = token.lemma_.lower()
    if token.i >= 2 and token.nbor(-1).text == "-":  # "centre-back"
        joined_word = f"{token.nbor(-2).lower_}-{lemma}"
        if joined_word in office_nouns():
            return True
    tail = lemma.rsplit("-", 1)[-1]
    known = lemma in office_nouns() or token.lower_ in office_nouns() or tail in office_nouns()
    return token.pos_ in ("NOUN", "PROPN", "ADJ") and known and lemma not in words("no_office")


def _nominal(reading: Reading, head: Token, until: Token | None = None, clause: Validity = NOW) -> Iterator[_Phrase]:
    """A noun phrase headed by an office noun, with what narrows it ("adviser to the president")."""
    if not _is_office(head) or (until is not None and head.i > until.i):
        return
    last = head
    for c in head.children:
        if (
            c.i > head.i
            and c.dep_ == "prep"
            and c.lower_ in ("of", "to", "for", "at", "on", "in", "with")
            and c.i == last.i + 1
        ):
            tokens = [t for t in c.subtree if until is None or t.i < until.i]
            tokens = _up_to_clause(reading, tokens)
            if len(tokens) > 1:
                last = tokens[-1]
    first = head.left_edge if head.left_edge.i <= head.i else head
    while first.i >= 2 and first.nbor(-1).text == "-" and not first.nbor(-2).is_space:  # "vice-president"
        first = first.nbor(-2)
    yield _Phrase(first, last, joined(of_noun(reading, first, head), clause))


def _up_to_clause(reading: Reading, tokens: list[Token]) -> list[Token]:
    """The words of a prepositional phrase before a clause, an apposition, punctuation, or a time."""
    out: list[Token] = []
    for token in tokens:
        if token.i in reading.timed or (
            token.dep_ in ("relcl", "acl", "appos", "punct")
            and (token.dep_ != "punct" or token.text in (",", ";", ":", "(", "—", "–"))
        ):
            break
        out.append(token)
    while out and out[-1].pos_ in ("ADP", "SCONJ"):
        out.pop()
    return out


def _clause(reading: Reading, verb: Token, name: Token) -> Iterator[_Phrase]:
    """A copula, or a verb whose "as" names an office: "NAME is the mayor", "NAME, who served as mayor"."""
    if any(c.dep_ == "neg" for c in verb.children) or any(c.dep_ == "aux" and c.tag_ == "MD" for c in verb.children):
        return
    if any(c.dep_ == "mark" and c.lower_ in ("if", "unless", "whether") for c in verb.children):
        return
    subject = child(verb, "nsubj")
    pronoun = subject is not None and verb.dep_ == "relcl" and subject.tag_ in ("WP", "WDT")
    if subject is None or (subject != name and not pronoun):
        return
    held = of_clause(reading, verb)
    if _is_be(verb):
        for part in (p for c in verb.children if c.dep_ == "attr" and c != name for p in conjuncts(c)):
            yield from _nominal(reading, part, clause=held)
    if verb.lemma_.lower() in serving():
        for prep in verb.children:
            if prep.dep_ == "prep" and prep.lower_ == "as":
                for noun in (n for c in prep.children if c.dep_ == "pobj" for n in conjuncts(c)):
                    yield from _nominal(reading, noun, clause=held)


def _is_be(verb: Token) -> bool:
    return verb.lemma_ in ("be", "become", "remain") and not any(
        c.dep_ == "aux" and (c.tag_ == "MD" or c.lower_ == "to") for c in verb.children
    )


def _clean(reading: Reading, first: Token, last: Token) -> Span | None:
    """The words of a title without articles, owners, numbers and ages before it ("the 74-year-old chairman")."""
    loose = words("loose")
    tokens = [t for t in reading.doc[first.i : last.i + 1] if not t.is_space]
    for i, token in enumerate(tokens):
        if (
            token.lower_ in ("old", "year-old", "years-old")
            and i <= 5
            and any(t.like_num or t.lower_ == "year" for t in tokens[: i + 1])
        ):
            tokens = tokens[i + 1 :]
            break
    while tokens and (
        tokens[0].lower_ in loose or tokens[0].is_punct or tokens[0].dep_ == "case" or tokens[0].like_num
    ):
        tokens = tokens[1:]
    while tokens and (tokens[-1].is_punct or tokens[-1].dep_ in ("case", "cc")):
        tokens = tokens[:-1]
    return reading.span(tokens[0], tokens[-1]) if tokens else None
