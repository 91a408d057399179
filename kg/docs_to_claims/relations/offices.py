"""The words of an office before and behind its noun: which belong to it, which to something else."""

from __future__ import annotations

from spacy.tokens import Token

from kg.articles_to_docs.reading import Reading
from kg.articles_to_docs.tree import children
from kg.docs_to_claims.relations.lexicon import office_nouns, words
from kg.records import Mention, Span


def first_of(reading: Reading, last: int) -> int:
    """Where the modifiers of an office begin; "and" joins two offices of one person, not two persons or bodies."""
    first, timed, named, cut = last, reading.timed, False, None
    while first - 1 >= 0 and reading.sentence_index[first - 1] == reading.sentence_index[last]:
        before = reading.doc[first - 1]
        if before.i in timed or not _is_modifier(before) or _is_apart(before, named=named):
            break
        named = named or before.i in reading.mentions
        if (
            before.pos_ == "CCONJ"
            and before.lower_ in ("and", "&")
            and (named or not is_office(reading.doc[first - 2]))
        ):
            if not _is_field(reading, first - 2):
                break
            first -= 2  # "oil and gas minister"
            continue
        cut = first if before.pos_ == "CCONJ" else cut
        first -= 1
    first = _whole_name(reading, first)
    led = first > 0 and reading.doc[first - 1].pos_ == "ADP"  # "NAME for president and professor NAME"
    return cut if cut is not None and led else first


def _is_field(reading: Reading, at: int) -> bool:
    """Whether a bare noun before "and" is one more field of an office, and nobody beside who holds it."""
    if at < 0 or reading.sentence_index[at] != reading.sentence_index[at + 1]:
        return False
    token, found = reading.doc[at], reading.mentions.get(at)
    joined = at and token.nbor(-1).text in "-–‑"  # "her son-in-law and adviser NAME"
    if joined or at in reading.timed or token.dep_ in ("dobj", "npadvmod") or is_office(token):
        return False
    known = found is not None and (found[0].type != "other" or _is_name(found[1]))
    if known or token.tag_ not in ("NN", "JJ", "NNP"):
        return False
    before = reading.doc[at - 1] if at else None
    if before is None or token.is_sent_start:
        return True
    led = before.pos_ in ("DET", "PUNCT", "CCONJ", "ADP", "NOUN", "PROPN", "ADJ", "PART")
    return led and before.lower_ not in ("for", "of") and not (before.pos_ == "PROPN" and token.tag_ == "NNP")


def _is_name(mention: Mention) -> bool:
    return mention.kind == "name" and " " in mention.text


def _is_apart(before: Token, *, named: bool) -> bool:
    """Whether a word before an office belongs to something else: a verb taken for a name in a headline ("Marsh ousts
    adviser NAME"), a small noun before a country's name ("an emergency, United States President NAME").
    """
    if before.pos_ == "PROPN" and before.text.islower():
        return True
    if before.pos_ == "NOUN" and before.lower_ in words("beside"):
        return True  # "early opponent MP NAME"
    if before.tag_ == "NNS" and before.lemma_.lower() in words("headline") and not before.is_sent_start:
        return True
    plain = before.pos_ == "NOUN" and before.text.islower() and not before.is_sent_start
    return named and plain and not is_office(before) and before.lower_ not in words("rank")


def _whole_name(reading: Reading, first: int) -> int:
    """The first token of the name that holds a token: "Institute" of "the Mira Institute of Technology"."""
    at = reading.doc[first].idx
    for i in range(first, max(-1, first - _LONGEST), -1):
        found = reading.mentions.get(i)
        if found is not None and found[1].kind == "name" and found[1].start < at < found[1].end:
            return next((k for k in range(i, -1, -1) if reading.doc[k].idx <= found[1].start), first)
    return first


_LONGEST = 8


def _is_modifier(token: Token) -> bool:
    if token.is_punct and token.text not in ("-", "–", "'", "’", "&", "."):
        return False
    return token.pos_ in ("NOUN", "PROPN", "ADJ", "PART", "PUNCT") or (
        token.lower_ in ("and", "of", "&") and token.pos_ == "CCONJ"
    )


def is_office(token: Token) -> bool:
    """Whether a noun names an office or a calling."""
    lemma = token.lemma_.lower()
    if token.i >= 2 and token.nbor(-1).text == "-":  # "centre-back"
        joined_word = f"{token.nbor(-2).lower_}-{lemma}"
        if joined_word in office_nouns():
            return True
    tail = lemma.rsplit("-", 1)[-1]
    known = lemma in office_nouns() or token.lower_ in office_nouns() or tail in office_nouns()
    return token.pos_ in ("NOUN", "PROPN", "ADJ") and known and lemma not in words("no_office")


def is_figure(head: Token) -> bool:
    """Whether a calling is only a figure of speech: "a major driver of the study"."""
    return head.lemma_.lower() in words("figurative") and any(c.lower_ in words("weighty") for c in children(head))


def up_to_clause(reading: Reading, tokens: list[Token]) -> list[Token]:
    """The words of a prepositional phrase before a clause, an apposition, punctuation, or a time."""
    out: list[Token] = []
    for token in tokens:
        found = reading.mentions.get(token.i)
        person = found is not None and found[0].type == "person" and found[1].kind == "name"
        if person and token.dep_ == "conj":  # "governor of Norvia and NAME was sworn in"
            begins = found[1].start if found is not None else token.idx
            out = [t for t in out if t.idx < begins]
            while out and out[-1].pos_ in ("CCONJ", "PUNCT"):
                out.pop()
            break
        if token.i in reading.timed or (
            token.dep_ in ("relcl", "acl", "appos", "punct")
            and (token.dep_ != "punct" or token.text in (",", ";", ":", "(", "—", "–"))
        ):
            break
        out.append(token)
    while out and out[-1].pos_ in ("ADP", "SCONJ"):
        out.pop()
    return out


def clean(reading: Reading, first: Token, last: Token) -> Span | None:
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
    for i, token in enumerate(tokens[:6]):
        if i and token.lower_ in _ORIGIN and tokens[i - 1].text in "-–‑":
            tokens = tokens[i + 1 :]
            break
    while tokens and (
        tokens[0].lower_ in loose or tokens[0].is_punct or tokens[0].dep_ == "case" or tokens[0].like_num
    ):
        tokens = tokens[1:]
    while tokens and (tokens[-1].is_punct or tokens[-1].dep_ in ("case", "cc")):
        tokens = tokens[:-1]
    return reading.span(tokens[0], tokens[-1]) if tokens else None


_ORIGIN = frozenset({"born", "based", "raised", "trained", "educated"})
"""Participles behind a place and a hyphen, which are no part of an office: "the Lisbon-born singer"."""
