"""Words that the tagger takes for another part of speech: nouns and names for verbs, bare verbs for nouns."""

from __future__ import annotations

from spacy.tokens import Token

from kg.articles_to_docs.reading import Reading
from kg.docs_to_claims.events.syntax import child
from kg.docs_to_claims.events.triggers.senses import Lexicon


def is_noun(token: Token) -> bool:
    """Whether a noun is tagged as a verb although a name is part of it: "Dozens hurt in Alva stampede"."""
    if token.tag_ not in ("VB", "VBZ", "VBP") or child(token, "aux") is not None:
        return False
    return (name := child(token, "compound")) is not None and name.i == token.i - 1


def looks_like_noun(token: Token, lexicon: Lexicon) -> bool:
    """Whether a word taken for a verb is none the lexicon knows, but an event noun of it: "the Faro wildfires"."""
    lemma = token.lemma_.lower()
    if (
        ("noun", lemma) not in lexicon.senses
        or ("verb", lemma) in lexicon.senses
        or token.lower_ not in (lemma, f"{lemma}s")
    ):
        return False
    return child(token, "aux", "auxpass", "dobj", "neg", "prt", "xcomp", "ccomp") is None


def is_name(reading: Reading, token: Token, named: frozenset[str]) -> bool:
    """Whether a word that the tagger takes for a verb is somebody's name: "according to Marsh"."""
    if not token.is_title or token.is_sent_start:
        return False
    mention = reading.mentions.get(token.i)
    return token.text in named or (mention is not None and mention[1].kind == "name")


def last_names(reading: Reading) -> frozenset[str]:
    """The last words of the names of persons with more than one word."""
    names = (m.text.split() for e in reading.entities if e.type == "person" for m in e.mentions if m.kind == "name")
    return frozenset(words[-1] for words in names if len(words) > 1)


def is_bare_verb(token: Token, pos: str, lexicon: Lexicon) -> bool:
    """A bare verb taken for a noun: it has a subject and fills a clause ("demanded that she resign")."""
    clausal = pos == "NOUN" and token.dep_ in ("ccomp", "ROOT", "conj", "advcl")
    return clausal and child(token, "nsubj") is not None and ("verb", token.lower_) in lexicon.senses
