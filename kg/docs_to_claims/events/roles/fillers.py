"""Who fills a slot: the filler with its conjuncts, examples and members, each as a mention of an entity."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.articles_to_docs.reading import Reading, ref_to
from kg.articles_to_docs.tree import children
from kg.docs_to_claims.events.slot_words import word_class
from kg.docs_to_claims.events.syntax import child, conjuncts, coordination, preposition_objects
from kg.records import Entity, Ref

ACTORS = frozenset({"person", "organization", "country", "group"})
"""The types of entities that act of their own will."""


def fillers(token: Token, verb: Token) -> list[Token]:
    """The filler and its conjuncts; a plural relative clause speaks of the whole coordination before it."""
    if verb.dep_ != "relcl" or verb.head != token:
        alone = token.head == verb and child(token, "relcl") is not None and _singular(verb)
        return [token] if alone else _named_last(list(conjuncts(token)))  # "the man who robbed A and B has been jailed"
    if token.dep_ == "conj" and _plural(verb):
        return coordination(token)
    return [t for t in conjuncts(token) if t.i < verb.i]  # "A, who died in May, and B, who died in June"


def _named_last(listed: list[Token]) -> list[Token]:
    """A list without the callings before a person's name ("radio personality, host and author Ana Ruiz")."""
    if len(listed) < 2 or listed[0].tag_ != "NN" or listed[-1].ent_type_ != "PERSON":
        return listed
    bare = all(t.tag_ == "NN" and child(t, "det", "poss", "prep", "nummod") is None for t in listed[:-1])
    called = listed[-1].left_edge.pos_ == "NOUN"  # "… and author Ana Ruiz"
    return listed[-1:] if bare and called else listed


def _singular(verb: Token) -> bool:
    return any(c.lower_ in ("has", "is", "was", "does") and c.dep_ in ("aux", "auxpass") for c in children(verb))


def _plural(verb: Token) -> bool:
    return verb.tag_ == "VBP" or any(
        c.lower_ in ("are", "were", "have") and c.dep_ in ("aux", "auxpass") for c in children(verb)
    )


def members(reading: Reading, token: Token, verb: Token) -> list[Token]:
    """All who fill a slot with its filler: conjuncts wherever the parser hangs them, and who is named as an example."""
    out: list[Token] = []
    for part in _told_to_be(reading, token, verb) or fillers(token, verb):
        for one in (part, *_displaced(reading, part)):
            out += [one, *_examples(reading, one)]
    return list(dict.fromkeys(out))


def _told_to_be(reading: Reading, token: Token, verb: Token) -> list[Token]:
    """Who the people are of whom a clause inside their phrase tells ("the candidates elected were A and B")."""
    copula = token.head
    if verb.dep_ not in ("acl", "relcl") or verb.head != token or copula.lemma_ != "be" or token.i > copula.i:
        return []
    named = [t for c in children(copula) if c.dep_ == "attr" for t in conjuncts(c)]
    known = [(t, reading.entity(t)) for t in named]
    return [t for t, entity in known if entity is not None and entity.type == "person"]


def _displaced(reading: Reading, token: Token) -> Iterator[Token]:
    """The members of a list that the parser hangs on one another or on what stands between them.

    "A of Norland and B of Vesterland": B is nobody's part of Norland. "A, B and C": B is no apposition of A, since
    two names of one person do not stand side by side. "two aides, A and B": A is no modifier of B.
    """
    name = _listable(reading, token)
    if name is None:
        return
    hung = [
        c
        for c in children(token)
        if (c.dep_ == "appos" and _enumerated(c, name)) or (c.dep_ in ("nmod", "amod", "compound") and _paired(c))
    ]
    for c in children(token):  # "between Ruiz and Norland Prime Minister Tomas Berg"
        if c.dep_ == "compound":
            hung += [d for d in children(c) if d.dep_ in ("nmod", "amod") and any(k.dep_ == "cc" for k in children(d))]
    if name.type == "person":
        between = [t for _, t in preposition_objects(token) if _listable(reading, t, "person") is None]
        hung += [c for t in between for c in children(t) if c.dep_ in ("conj", "appos")]
    for c in hung:
        other = _listable(reading, c, name.type)
        if other is None or other == name:
            continue
        for part in conjuncts(c):
            if part == c or c.dep_ not in ("nmod", "amod") or _listable(reading, part, name.type) is not None:
                yield part
                yield from _displaced(reading, part)


def _enumerated(token: Token, first: Entity) -> bool:
    """Whether a name set beside another goes on a list; it may also say who that is ("Berg, Lord Alder")."""
    if any(c.dep_ in ("det", "poss") for c in children(token)):
        return False
    return first.type == "country" or any(c.dep_ in ("cc", "conj") for c in children(token))


def _paired(token: Token) -> bool:
    """Whether a modifier is followed by "and", as only a conjunct is."""
    return any(c.dep_ == "cc" and c.i > token.i for t in token.subtree for c in children(t))


def _listable(reading: Reading, token: Token, kind: str | None = None) -> Entity | None:
    """The person or country that a token names."""
    entity = reading.entity(token)
    if entity is None or entity.type not in ("person", "country") or (kind is not None and entity.type != kind):
        return None
    return entity if reading.mentions[token.i][1].kind == "name" else None


def _examples(reading: Reading, token: Token) -> Iterator[Token]:
    """Who is named as one of those meant ("defectors including A and B", "states such as Norland")."""
    if token.tag_ not in ("NNS", "NNPS"):
        return
    for holder in (token, *(t for p, t in preposition_objects(token) if p in ("of", "from", "in", "at"))):
        for prep in children(holder):
            such = prep.lower_ == "as" and any(c.lower_ == "such" for c in [*children(prep), *children(holder)])
            if prep.dep_ == "prep" and (prep.lower_ in word_class("examples") or such):
                for name in children(prep):
                    if name.dep_ == "pobj":
                        yield from (c for c in conjuncts(name) if reading.entity(c) is not None)


def refs(reading: Reading, token: Token, slot: str) -> tuple[Ref, ...]:
    """The entities a filler mentions: its own, the ones set beside it, named after it, counted by it or part of it."""
    ref = reading.ref(token)
    if ref is None or reading.mentions[token.i][1].kind == "nominal":
        listed = _named_beside(reading, token) or _apposed(reading, token)
        if len(listed) > 1:
            return tuple(listed)
        if listed and (ref is None or _same_kind(reading, token, listed[0])):
            return (listed[0],)
        if listed and ref is not None:
            return reading.refs(token)
    if ref is not None:
        return reading.refs(token)
    if (titled := _name_after(reading, token)) is not None:
        return (titled,)
    if (counted := _counted(reading, token)) is not None:
        return (counted,)
    return reading.part_refs(token) if slot == "compound" else ()


def is_kind(reading: Reading, token: Token) -> bool:
    """Whether a modifier is a thing without a name, which may only tell events of one sort apart ("a trade pact")."""
    found = reading.mentions.get(token.i)
    return found is not None and found[1].kind == "nominal" and found[0].type not in ACTORS


def is_amount(token: Token) -> bool:
    """Whether a token is money or a bare number: it can be paid or lost, but does and gets nothing. A "$2 million
    package" is none.
    """
    if token.pos_ == "NUM" or token.tag_ == "$":
        return True
    if any(c.isdigit() for c in token.text) and not token.text[0].isupper():  # "LUMA-2" is a name
        return True
    priced = any(c.tag_ == "$" or c.text[:1] in "$€£¥" for c in children(token))
    return priced and (token.ent_type_ in ("MONEY", "PERCENT", "CARDINAL") or token.pos_ not in ("NOUN", "PROPN"))


def _named_beside(reading: Reading, noun: Token) -> list[Ref]:
    """The names listed right behind a plural and its comma ("two aides, A and B"), however the parser hangs them."""
    doc, position = reading.doc, noun.i + 2
    if noun.tag_ not in ("NNS", "NNPS") or position >= len(doc) or doc[noun.i + 1].text != ",":
        return []
    names = {
        reading.mentions[i][1].start: reading.mentions[i]
        for i in range(position, min(position + 40, len(doc)))
        if i in reading.mentions and reading.mentions[i][1].kind == "name" and reading.mentions[i][0].type in ACTORS
    }
    found: list[Ref] = []
    last = False
    while position < len(doc) and doc[position].idx in names:
        entity, mention = names[doc[position].idx]
        found.append(ref_to(entity, mention))
        if last:
            return found
        while position < len(doc) and (doc[position].idx < mention.end or doc[position].lower_ in (",", "and")):
            last = last or doc[position].lower_ == "and"
            position += 1
    return []


def _apposed(reading: Reading, token: Token) -> list[Ref]:
    """The actors named beside a noun: one ("her counterpart, A"), or the members of a plural ("two aides, A and B")."""
    for c in children(token):
        entity = reading.entity(c)
        if c.dep_ != "appos" or entity is None or entity.type not in ACTORS:
            continue
        if reading.ref(token) is not None and reading.mentions[c.i][1].kind != "name":
            continue
        if token.tag_ not in ("NNS", "NNPS"):
            return [ref for ref in (reading.ref(c),) if ref is not None]
        named = [p for part in conjuncts(c) for p in (part, *_displaced(reading, part))]
        found = [ref for part in dict.fromkeys(named) if (ref := reading.ref(part)) is not None]
        return list({ref.entity: ref for ref in found}.values())
    return []


def _counted(reading: Reading, token: Token) -> Ref | None:
    """The people a count is of, where the noun itself is nobody ("scores of refugees"); not a part of known ones."""
    if token.lemma_.lower() not in word_class("shares"):
        return None
    of = next((t for p, t in preposition_objects(token) if p == "of"), None)
    if of is None or any(c.dep_ in ("det", "poss") for c in children(of)):
        return None
    return reading.ref(of)


def _name_after(reading: Reading, noun: Token) -> Ref | None:
    """The person whose name follows a noun without a comma ("her counterpart NAME"), however the two are parsed."""
    if noun.pos_ != "NOUN" or noun.i + 1 >= len(reading.doc):
        return None
    start = noun.nbor().idx
    for token in reading.doc[noun.i + 1 : noun.i + 5]:
        entity, ref = reading.entity(token), reading.ref(token)
        if entity is not None and ref is not None and ref.start == start and entity.type == "person":
            return ref
    return None


def _same_kind(reading: Reading, nominal: Token, named: Ref) -> bool:
    """Whether "his counterpart" and the name set beside it can be one: both persons, or both not."""
    one = reading.entity(nominal)
    other = reading.by_id.get(named.entity)
    return one is not None and other is not None and (one.type == "person") == (other.type == "person")
