"""Offices and callings: titles before a name, appositions after and before it, copulas, "Name (role):" lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from kg.articles_to_docs.reading import Reading
from kg.articles_to_docs.tree import children
from kg.docs_to_claims.events.syntax import child, conjuncts, is_passive
from kg.docs_to_claims.relations.descriptions import before_comma, is_pair
from kg.docs_to_claims.relations.found import is_named
from kg.docs_to_claims.relations.lexicon import honorifics, office_nouns, service
from kg.docs_to_claims.relations.offices import clean, first_of, is_figure, is_office, up_to_clause
from kg.docs_to_claims.relations.validity import NOW, Validity, begun, ended, joined, of_clause, of_noun
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
            if _is_anothers(reading, phrase, token):
                continue
            span = clean(reading, phrase.first, phrase.last)
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
    head: Token


def _is_anothers(reading: Reading, phrase: _Phrase, name: Token) -> bool:
    """Whether the words are a name ("Baker and Ana Ruiz"), or the title of who stands next in a list: "attorney NAME,
    artist NAME and NAME".
    """
    found = reading.mentions.get(phrase.head.i)
    if found is not None and found[1].kind == "name":
        return True
    behind = [c for c in children(phrase.head) if c.dep_ == "appos" and c.i > phrase.head.i and c != name]
    names = [reading.mentions[c.i] for c in behind if c.i in reading.mentions]
    return any(
        e.type == "person" and m.kind == "name" and m.start <= phrase.last.idx + len(phrase.last) + 1 for e, m in names
    )


def _phrases(reading: Reading, name: Token, mention: Mention) -> Iterator[_Phrase]:
    if mention.kind == "name":
        yield from _before(reading, name, mention)
        yield from _beside(reading, name)
    if name.dep_ in ("nsubj", "nsubjpass"):
        yield from _clause(reading, name.head, name)
        for c in children(name.head):
            if c.dep_ == "advcl" and c.tag_ in ("VBG", "VBN") and child(c, "nsubj") is None:
                yield from _participle(reading, c)
    if mention.kind == "name" and name.dep_ == "attr" and _is_be(name.head):
        told = child(name.head, "nsubj")
        if told is not None:
            yield from _nominal(reading, told)


def _beside(reading: Reading, name: Token) -> Iterator[_Phrase]:
    """Appositions, on either side, and relative clauses."""
    for c in children(name):
        if c.dep_ == "appos" and c.i > name.i:
            for part in conjuncts(c):
                yield from _nominal(reading, part)
            for inner in children(c):  # "NAME, 54, a lawyer"
                if inner.dep_ == "appos" and (c.pos_ == "NUM" or c.like_num):
                    yield from _nominal(reading, inner)
        if c.dep_ == "relcl":
            yield from _clause(reading, c, name)
        if c.dep_ == "acl":
            yield from _participle(reading, c)
    led = before_comma(reading, name)
    if led is not None and led != name.head:
        yield from _nominal(reading, led, until=name)
    first = name
    while first.dep_ == "conj" and first.head.i < first.i:
        first = first.head
    between = [c for c in children(first.head) if c.dep_ == "appos" and first.head.i < c.i < first.i]
    others = [c for c in between if c.i in reading.mentions]
    taken = any(reading.mentions[c.i][0].type == "person" for c in others)  # "the mayor, NAME, and the judge, NAME"
    several = (first == name and not taken) or first.head.tag_ in ("NNS", "NNPS")  # "two directors, NAME and NAME"
    if first.dep_ == "appos" and first.i > first.head.i and several and not is_pair(reading, first.head):
        yield from _nominal(reading, _nearest(first.head, first), until=first)


def _nearest(described: Token, name: Token) -> Token:
    """The last of joined descriptions before a name, if it has its own determiner: "a judge and the mayor, NAME"."""
    joined = [c for c in conjuncts(described) if described.i < c.i < name.i]
    return next((c for c in reversed(joined) if any(x.dep_ in ("det", "poss") for x in children(c))), described)


def _before(reading: Reading, name: Token, mention: Mention) -> Iterator[_Phrase]:
    """The modifiers that run up to the name and end in an office noun: "National Security Advisor NAME"."""
    start = next((t for t in name.subtree if t.idx >= mention.start), name)
    members = {t.i for t in name.subtree}
    last = start.i - 1
    while last >= 0 and reading.doc[last].lower_ in honorifics():
        last -= 1
    if last > 2 and reading.doc[last].lower_ in ("elect", "designate") and reading.doc[last - 1].text in "-–‑":
        yield from _elected(reading, last)
        return
    whole = name.dep_ not in ("compound", "poss", "nmod") and last >= 0 and reading.doc[last].pos_ == "PROPN"
    if whole and (head := _office_of(reading, last, start.i)) is not None:  # "Secretary of State NAME"
        opening = reading.doc[first_of(reading, head.i)]
        yield _Phrase(opening, reading.doc[last], of_noun(reading, opening, head), head)
        return
    titled = last >= 0 and is_office(reading.doc[last]) and reading.doc[last].tag_ in ("NN", "NNP")
    listed = titled and name.dep_ in ("appos", "conj") and reading.doc[last].dep_ == "conj"  # a list the parser cut
    loose = last not in members and not listed
    if last < 0 or (loose and reading.doc[last].dep_ not in ("compound", "nmod", "amod", "appos")):
        if name.dep_ == "conj" and name.head.i < name.i:
            yield from _shared(reading, name)
        return
    if not is_office(reading.doc[last]) or reading.sentence_index[last] != reading.sentence_index[name.i]:
        return
    first, head = first_of(reading, last), reading.doc[last]
    held = of_noun(reading, reading.doc[first], head)
    yield _Phrase(reading.doc[first], head, joined(held, _of_first(reading, first)), head)


def _elected(reading: Reading, last: int) -> Iterator[_Phrase]:
    """The office to come of "Vice President-elect NAME"."""
    head = reading.doc[last - 2]
    if is_office(head):
        first = reading.doc[first_of(reading, head.i)]
        held = replace(of_noun(reading, first, head), status="planned", modality="future")
        yield _Phrase(first, reading.doc[last], held, head)


def _office_of(reading: Reading, last: int, start: int) -> Token | None:
    """The office of "OFFICE of BODY NAME", where no mark or small noun stands between."""
    if is_office(reading.doc[last]) or reading.sentence_index[last] != reading.sentence_index[start]:
        return None
    for i in range(last, max(0, last - _FAR), -1):
        token = reading.doc[i]
        if token.lower_ in ("of", "for", "to") and i < last:
            head = reading.doc[i - 1]
            found = reading.mentions.get(i - 1)
            named = found is not None and found[1].kind == "name"
            return head if is_office(head) and head.tag_ in ("NN", "NNP") and not named else None
        if not (token.pos_ == "PROPN" or token.lower_ in ("the", "and", "&")):
            return None
    return None


_FAR = 7


def _of_first(reading: Reading, second: int) -> Validity:
    """The validity that the words of the first of two joined offices give: "former mayor and senator NAME"."""
    link = reading.doc[second - 1] if second else None
    head = reading.doc[second - 2] if second > 1 else None
    if link is None or head is None or link.lower_ != "and" or not is_office(head):
        return NOW
    return of_noun(reading, reading.doc[first_of(reading, head.i)], head)


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


def _nominal(reading: Reading, head: Token, until: Token | None = None, clause: Validity = NOW) -> Iterator[_Phrase]:
    """A noun phrase headed by an office noun, with what narrows it ("adviser to the president")."""
    if not is_office(head) or (until is not None and head.i > until.i) or is_figure(head):
        return
    last = head
    shared = children(head.head) if head.dep_ == "conj" and is_office(head.head) else ()  # "founder and head of X"
    for c in (*children(head), *shared):
        if (
            c.i > head.i
            and c.dep_ == "prep"
            and c.lower_ in ("of", "to", "for", "at", "on", "in", "with")
            and c.i == last.i + 1
            and (c.lower_ != "with" or _is_body(reading, c))
        ):
            tokens = [t for t in c.subtree if until is None or t.i < until.i]
            tokens = up_to_clause(reading, tokens)
            held = next((x for x in children(c) if x.dep_ == "pobj"), c)
            if len(tokens) > 1 and held in tokens:  # not "delegate at the Greens(’ 2018 convention)"
                last = tokens[-1]
    first = head.left_edge if head.left_edge.i <= head.i else head
    while first.i >= 2 and first.nbor(-1).text == "-" and not first.nbor(-2).is_space:  # "vice-president"
        first = first.nbor(-2)
    yield _Phrase(first, last, joined(of_noun(reading, first, head), clause), head)


def _is_body(reading: Reading, prep: Token) -> bool:
    """Whether an organisation stands behind "with": "analyst with Nexora", not "player with a record"."""
    held = [e for c in children(prep) if c.dep_ == "pobj" and (e := reading.entity(c)) is not None]
    return any(e.type == "organization" and is_named(e) for e in held)


def _clause(reading: Reading, verb: Token, name: Token) -> Iterator[_Phrase]:
    """A copula, or a verb whose "as" names an office: "NAME is the mayor", "NAME, who served as mayor"."""
    if any(c.dep_ == "neg" for c in children(verb)) or any(c.dep_ == "aux" and c.tag_ == "MD" for c in children(verb)):
        return
    if any(c.dep_ == "mark" and c.lower_ in ("if", "unless", "whether") for c in children(verb)):
        return
    kind = service(verb.lemma_.lower(), [c.lower_ for c in children(verb) if c.dep_ in ("prt", "advmod", "dobj")])
    subject = child(verb, "nsubj") or (child(verb, "nsubjpass") if kind == "named" else None)
    pronoun = subject is not None and verb.dep_ == "relcl" and subject.tag_ in ("WP", "WDT")
    if subject is None or (subject != name and not pronoun):
        return
    held = of_clause(reading, verb)
    if _is_be(verb):
        held = begun(held, held.status) if verb.lemma_ == "become" else held
        for part in (p for c in children(verb) if c.dep_ == "attr" and c != name for p in conjuncts(c)):
            yield from _nominal(reading, part, clause=held)
    asked = any(c.dep_ == "aux" and c.lower_ == "to" for c in children(verb))  # "called for NAME to quit as leader"
    if kind is not None and (kind == "left" if asked else kind != "named" or is_passive(verb)):
        term = NOW if asked else held if kind == "served" else ended(held) if kind == "left" else begun(held)
        for noun in _named_office(verb, named=kind == "named"):
            yield from _nominal(reading, noun, clause=term)


def _participle(reading: Reading, verb: Token) -> Iterator[_Phrase]:
    """The office a participle tells of: "while serving as treasurer", "NAME, newly hired as manager"."""
    kind = service(verb.lemma_.lower(), [c.lower_ for c in children(verb) if c.dep_ in ("prt", "advmod")])
    if kind is None or (kind == "named") != (verb.tag_ == "VBN") or any(c.dep_ == "neg" for c in children(verb)):
        return
    above = of_clause(reading, verb.head) if verb.dep_ == "advcl" else NOW
    held = replace(above, time=of_clause(reading, verb).time)
    term = held if kind == "served" else ended(held) if kind == "left" else begun(held)
    for noun in _named_office(verb, named=kind == "named"):
        yield from _nominal(reading, noun, clause=term)


def _named_office(verb: Token, *, named: bool) -> Iterator[Token]:
    """The offices behind "as", or right behind a verb of appointing: "was named chief executive"."""
    for c in children(verb):
        if c.dep_ == "prep" and c.lower_ == "as":
            yield from (n for x in children(c) if x.dep_ == "pobj" for n in conjuncts(x))
        elif named and c.i > verb.i and c.dep_ in ("oprd", "attr", "dobj"):
            yield from conjuncts(c)


def _is_be(verb: Token) -> bool:
    bare = verb.tag_ == "VB" and not any(c.dep_ == "aux" for c in children(verb))  # "helped her become a champion"
    return (
        verb.lemma_ in ("be", "become", "remain")
        and not bare
        and not any(c.dep_ == "aux" and (c.tag_ == "MD" or c.lower_ == "to") for c in children(verb))
    )
