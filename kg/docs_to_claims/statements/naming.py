"""Whose name a subject gives: the person behind an office, before a verb, or in place of examples.

The parser's subject is a noun; who speaks is often named beside it: "Norland's envoy to Vesterland Ana Ruiz said",
"sites such as El Faro said", "its troops, the minister, Ana Ruiz, insisted, “will stay”".
"""

from __future__ import annotations

from spacy.tokens import Token

from kg.articles_to_docs.names.vocabulary import actor_nouns
from kg.articles_to_docs.tree import children
from kg.docs_to_claims.statements.lexicon import reporting
from kg.docs_to_claims.statements.scene import Scene

_MAKERS = frozenset({"person", "organization", "group", "country"})
_BODIES = frozenset({"group", "organization", "country", "place", "other", "product", "law_or_treaty", "facility"})


def is_denied_subject(head: Token) -> bool:
    """Whether the subject is nobody: "Neither operator admitted …", "No official said …"."""
    no_one = reporting().no_one
    return head.lower_ in no_one or any(
        c.dep_ in ("det", "preconj", "neg") and c.lower_ in no_one for c in children(head)
    )


def named(scene: Scene, head: Token, cue: Token) -> list[Token]:
    """The heads of the mentions that name who a subject is; the subject itself where nothing beside it does."""
    return _examples(scene, head) or makers(scene, head) or _right_before_cue(scene, head, cue) or [head]


def makers(scene: Scene, head: Token) -> list[Token]:
    """Whose words a text holds: X of "a statement from X said", "X's report says"; a text alone speaks for itself."""
    if head.lemma_.lower() not in reporting().venue_nouns | reporting().nouns.keys() or head.pos_ != "NOUN":
        return []
    found = [c for c in children(head) if c.dep_ == "poss"]
    for prep in children(head):
        if prep.dep_ in ("prep", "agent") and prep.lower_ in ("from", "by"):
            found += [c for c in children(prep) if c.dep_ == "pobj"]
        if prep.dep_ == "acl" and prep.tag_ == "VBN" and prep.lemma_.lower() in reporting().issuing:
            found += agents_of(prep)  # "a statement released by X"
    known = [t for t in found if (e := scene.reading.entity(t)) is not None and e.type in _MAKERS]
    return known or ([] if found else _issued_before(scene, head))


def _issued_before(scene: Scene, text: Token) -> list[Token]:
    """Who put out the text told of before: "NAME issued a statement. … the statement said"."""
    if not any(c.lower_ in ("the", "this") for c in children(text)):
        return []
    for token in reversed(text.doc[max(0, text.i - _BACK) : text.i]):
        if token.lemma_ != text.lemma_ or token.pos_ != "NOUN":
            continue
        issued = token.dep_ == "dobj" and token.head.lemma_.lower() in reporting().issuing
        who = [c for c in children(token.head) if c.dep_ == "nsubj"] if issued else makers(scene, token)
        return [t for t in who if (e := scene.reading.entity(t)) is not None and e.type in _MAKERS]
    return []


_BACK = 80
"""Words between a text that is put out and the same text again, at most."""


def agents_of(verb: Token) -> list[Token]:
    """What stands behind "by" under a passive."""
    return [p for c in children(verb) if c.dep_ == "agent" for p in children(c) if p.dep_ == "pobj"]


def _examples(scene: Scene, head: Token) -> list[Token]:
    """X and Y of "sites such as X and Y"."""
    for prep in children(head):
        such = any(c.lower_ == "such" for c in [*children(prep), *children(head)])
        if prep.lower_ == "as" and such and prep.i > head.i:
            first = [c for c in children(prep) if c.dep_ == "pobj"]
            found = [t for c in first for t in (c, *c.conjuncts) if scene.speaker(t) is not None]
            if found:
                return found
    return []


def _right_before_cue(scene: Scene, head: Token, cue: Token) -> list[Token]:
    """The person named last before the verb, inside a subject that names nobody or is no person at all."""
    entity = scene.reading.entity(head)
    mention = scene.reading.mentions.get(head.i)
    if head.i < cue.i and entity is None and head.pos_ in ("NOUN", "PROPN"):
        # "another co-author, professor NAME, said"
        named_last = _last_name(scene, head, cue)
        led = named_last is not None and (named_last.dep_ == "appos" or is_office_of(scene, head, named_last))
        return [named_last] if named_last is not None and led else []
    if head.i > cue.i or entity is None or mention is None:
        return []
    is_person = entity.type == "person"
    if is_person and any(m.kind == "name" for m in entity.mentions):
        return []
    token = _last_name(scene, head, cue)
    if token is None:
        return []
    start = scene.first_at(scene.reading.mentions[token.i][1].start)
    before = token.doc[start - 1]
    if is_person and (token.dep_ == "appos" or (before.pos_ == "PROPN" and token.dep_ == "pobj")):
        return [token]  # "the nominee, NAME"; "envoy to Norland NAME": the country hangs on the name
    apart = before.text == "," and token.dep_ == "appos"
    if head.is_sent_start and head.lower_.endswith("ing") and before.text == ",":
        return [token]  # "Writing in a post, NAME …": the parser takes the writing for who speaks
    return (
        [token] if apart and entity is not None and entity.type in _BODIES and _is_told_of_person(scene, token) else []
    )


def is_office_of(scene: Scene, head: Token, name: Token) -> bool:
    """Whether an office and its body lead to a name the parser took for the body: "President of Norland NAME said"."""
    noun = actor_nouns().get(head.lower_)
    prep = head.doc[head.i + 1]
    start = scene.reading.mentions[name.i][1].start
    between = [t for t in head.doc[prep.i + 1 : name.i] if t.idx < start]
    proper = bool(between) and all(t.pos_ == "PROPN" or t.lower_ == "the" for t in between)
    return noun is not None and prep.lower_ in ("of", "to", "for") and name.dep_ == "pobj" and proper


def _last_name(scene: Scene, head: Token, cue: Token) -> Token | None:
    inside = {t.i for t in head.subtree}
    for token in reversed(cue.doc[head.i + 1 : cue.i]):
        found = scene.reading.mentions.get(token.i)
        if (
            found is not None
            and token.i in inside
            and token.dep_ in ("pobj", "conj")
            and (of := _body_of(token)) is not None
        ):
            named = scene.reading.mentions.get(of.i)
            return of if named is not None and named[0].type == "person" and named[1].kind == "name" else None
        if token.i in inside and found is not None:
            return token if found[0].type == "person" and found[1].kind == "name" else None
        if token.dep_ in ("cc", "det") and token.head.pos_ == "PROPN":
            continue
        if token.i in inside and token.pos_ not in ("PUNCT", "ADV", "AUX", "SPACE", "PROPN"):
            return None
    return None


def _body_of(token: Token) -> Token | None:
    """Who stands before "of" or "from" and a body: NAME of "NAME of the Alder Times"."""
    while token.dep_ == "conj":
        token = token.head
    prep = token.head
    return prep.head if token.dep_ == "pobj" and prep.lower_ in ("of", "from") and prep.head.pos_ == "PROPN" else None


def _is_told_of_person(scene: Scene, token: Token) -> bool:
    """Whether a description of a person ends at the comma before the name ("the minister, NAME"): no name in a list."""
    comma = scene.first_at(scene.reading.mentions[token.i][1].start) - 1
    end = token.doc[comma].idx
    for i in range(comma - 1, max(-1, comma - _REACH), -1):
        found = scene.reading.mentions.get(i)
        if found is not None and found[1].end == end:
            return found[0].type == "person" and found[1].kind == "nominal"
    return False


_REACH = 10
"""Words of a description before a name, at most."""
