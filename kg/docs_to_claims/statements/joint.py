"""Who a joint subject names: each of several, the one that titles lead to, or one who is described beside the name."""

from __future__ import annotations

from spacy.tokens import Token

from kg.articles_to_docs.names.vocabulary import vocabulary
from kg.articles_to_docs.tree import children


def joint(subject: Token) -> list[Token]:
    """A subject and what is joined to it by "and", also where the parser joins that to an apposition."""
    subject = _behind_source(subject)
    if _is_title(subject):  # "party leader and Prime Minister NAME said"
        return [next(c for c in reversed(subject.conjuncts) if c.pos_ == "PROPN")]
    if (shared := _shared_noun(subject)) is not None:
        return [shared]
    listed = [c for c in children(subject) if c.dep_ == "conj"]
    if listed and not any(c.dep_ == "cc" for t in (subject, *listed) for c in children(t)):
        owned = [c for c in listed if any(x.dep_ == "poss" for x in children(c))]
        return owned[-1:] or [subject]  # "said Alder College, Holt's chancellor, NAME": no list, one description
    named = [subject, *(c for c in children(subject) if c.dep_ == "appos")]
    joined = [c for n in named for c in n.conjuncts if c.i > n.i and not (n != subject and _tell_one(n, c))]
    return [subject, *(c for c in joined if not _is_same_person(subject, c))]


def _behind_source(subject: Token) -> Token:
    """The subject of "According to the agency, the judge, NAME, said …", where the parser takes the agency for it and
    the judge for its apposition.
    """
    verb, first = subject.head, subject.left_edge.i
    if first < 2 or [t.lower_ for t in subject.doc[first - 2 : first]] != ["according", "to"] or verb.i < subject.i:
        return subject
    beside = [c for c in children(subject) if c.dep_ == "appos" and c.left_edge.i > subject.i + 1]
    last = verb.nbor(-2) if verb.nbor(-1).text == "," else verb.nbor(-1)
    named = last.i > subject.i and last.pos_ == "PROPN" and last.dep_ == "appos"
    return last if beside and named else next(iter(beside), subject)


def _tell_one(described: Token, joined: Token) -> bool:
    """Whether two nouns of an apposition tell of one person: "NAME, his wife and the chairwoman, said"."""
    kind = {c.dep_ for c in children(joined)}
    faith = joined.tag_ == "NNP" and "amod" in kind and "compound" not in kind  # "a pilot and former Baptist"
    return described.pos_ == "NOUN" and (joined.tag_ == "NN" or faith)


def _is_title(subject: Token) -> bool:
    """Whether a bare noun for one person is joined to a title and a name: both are one."""
    bare = subject.tag_ == "NN" and not any(c.dep_ in ("det", "poss", "nummod") for c in children(subject))
    joined = [c for c in subject.conjuncts if c.i > subject.i]
    if not bare or not joined or [c for c in joined if c.pos_ == "PROPN"] != joined[-1:]:
        return False
    if any(c.tag_ != "NN" or any(x.dep_ in ("det", "poss", "nummod") for x in children(c)) for c in joined[:-1]):
        return False
    titles = [c for c in children(joined[-1]) if c.dep_ == "compound"]
    return any(c.text in vocabulary().honorific or c.tag_ == "NN" for c in titles)


def _shared_noun(subject: Token) -> Token | None:
    """The noun that two names of places share: "New Alder and Holt County officials said"."""
    joined = [c for c in children(subject) if c.dep_ == "conj"]
    if subject.pos_ != "PROPN" or len(joined) != 1 or joined[0].tag_ != "NNS":
        return None
    apart = any(c.dep_ in ("det", "poss", "amod", "nummod") for c in children(joined[0]))
    names = [c for c in children(joined[0]) if c.dep_ in ("compound", "nmod") and c.pos_ == "PROPN"]
    return joined[0] if names and not apart and joined[0].text.islower() else None


def _is_same_person(subject: Token, joined: Token) -> bool:
    """Whether a bare singular noun joined to a name only says more of it: "NAME of X and contributor to Y"."""
    bare = joined.tag_ == "NN" and not any(c.dep_ in ("det", "poss", "nummod") for c in children(joined))
    return bare and subject.pos_ == "PROPN"
