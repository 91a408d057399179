"""Who does what a reduced relative clause tells: "the first to win", "a system, to be released", "a letter urging"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.articles_to_docs.tree import children
from kg.docs_to_claims.events.slot_words import word_class
from kg.docs_to_claims.events.syntax.trees import child, is_infinitive


def does_it(verb: Token) -> bool:
    """Whether an infinitive says of its noun what that does or undergoes ("the first woman to win", "the last house
    to be built"), and not what it is for ("a plan to win").
    """
    if not is_infinitive(verb):
        return False
    if child(verb, "auxpass") is not None:
        return True
    return any(c.dep_ == "amod" and c.lower_ in word_class("ranks") for c in children(verb.head))


def due(verb: Token) -> Token | None:
    """The noun before a comma of which a passive infinitive tells the rest ("showed the engine, to be sold in May")."""
    if not is_infinitive(verb) or child(verb, "auxpass") is None:
        return None
    first = verb.left_edge.i
    if first < 2 or verb.doc[first - 1].text != "," or first < verb.head.i:
        return None
    noun = verb.doc[first - 2]
    if verb.lemma_.lower() in word_class("succeeding"):
        return None  # "she gives up her seat, to be replaced by Berg"
    return noun if noun.pos_ in ("NOUN", "PROPN") and noun.dep_ in ("dobj", "pobj") else None


def performed(verb: Token) -> Token | None:
    """The act before a comma that a participle tells the doer of ("died in the raid, reportedly staged by rebels")."""
    first = verb.left_edge.i
    if verb.tag_ != "VBN" or child(verb, "agent") is None or verb.lemma_.lower() not in word_class("performing"):
        return None
    if first < 2 or first < verb.head.i or verb.doc[first - 1].text != ",":
        return None
    noun = verb.doc[first - 2]
    return noun if noun.pos_ == "NOUN" and noun.dep_ in ("dobj", "pobj") else None


def author_of(verb: Token) -> Token | None:
    """The verb whose subject says what a message does ("issued a statement condemning the raid", "posted a message on
    the wall blaming them"): whoever writes it condemns and blames.
    """
    if verb.tag_ != "VBG" or verb.dep_ != "acl" or verb.lemma_.lower() not in word_class("voicing"):
        return None
    noun = verb.head
    for _ in range(2):
        if noun.lemma_.lower() in word_class("messages"):
            writing = noun.head
            return writing if noun.dep_ == "dobj" and writing.lemma_.lower() in word_class("writing") else None
        if noun.dep_ != "pobj":
            return None
        noun = noun.head.head
    return None


def happened_in(verb: Token) -> Token | None:
    """The verb of the relative clause right before a participle of harm, where that and not the main clause does harm
    ("arrested the owner of a mill that burned down, killing a guard").
    """
    head, comma = verb.head, verb.left_edge.i - 1
    if verb.tag_ != "VBG" or verb.lemma_.lower() not in word_class("results") or comma <= head.i:
        return None
    if verb.doc[comma].text != "," or head.lemma_.lower() in word_class("calamities"):
        return None
    for token in verb.doc[head.i + 1 : comma]:
        if (
            token.dep_ == "relcl"
            and token.right_edge.i == comma - 1
            and token.lemma_.lower() in word_class("calamities")
        ):
            return token
    return None


def message_of(verb: Token) -> Token | None:
    """The message of which a participle behind a comma tells ("in a letter to the Alder Post, published on Monday")."""
    noun = verb.head
    if verb.tag_ != "VBN" or noun.dep_ != "pobj" or verb.i < 1 or verb.nbor(-1).text != ",":
        return None
    outer = noun.head.head
    return outer if outer.lemma_.lower() in word_class("messages") else None
