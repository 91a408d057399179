"""What speakers bind themselves to: "said it would release him" promises, "said it would boycott the vote" threatens.

Commissive speech acts after Searle 1976, "A Classification of Illocutionary Acts": the verb only says, but what is said
is the speaker's own act to come.
"""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from kg.articles_to_docs.reading import Reading
from kg.articles_to_docs.tree import children
from kg.ontology import lexicon
from kg.records import Ref


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(lexicon("commissives")[key])


def commitment(reading: Reading, clause: Token, who: tuple[Ref, ...]) -> str | None:
    """The stance of saying this clause, if it tells what one of these speakers will or will not do: "promised",
    "threatened" or "refused"; None if it tells anything else.
    """
    from kg.docs_to_claims.events.triggers import act_type  # noqa: PLC0415 - events know what a statement is

    act = _own_act(reading, clause, who)
    found = None if act is None else act_type(reading, act)
    if act is None or found not in _words("hostile") | _words("kind"):
        return None
    if _is_denied(act) or _is_denied(clause):
        return "promised" if found in _words("hostile") else "refused"
    return "threatened" if found in _words("hostile") or _unless(act) else "promised"


def _own_act(reading: Reading, clause: Token, who: tuple[Ref, ...]) -> Token | None:
    doer = next((c for c in children(clause) if c.dep_ == "nsubj"), None)
    if doer is None or any(c.dep_ == "auxpass" for c in children(clause)) or not _is_speaker(reading, doer, who):
        return None
    if clause.lemma_ in _words("bound") or clause.lower_ in _words("bound"):
        bound: Token | None = clause  # "is going to leave", "intends to leave"
    elif clause.lemma_ == "be":
        bound = next((c for c in children(clause) if c.dep_ == "acomp" and c.lower_ in _words("bound")), None)
    else:
        return clause if any(c.dep_ == "aux" and c.lower_ in _words("will") for c in children(clause)) else None
    return None if bound is None else next((c for c in children(bound) if c.dep_ == "xcomp"), None)


def _is_speaker(reading: Reading, doer: Token, who: tuple[Ref, ...]) -> bool:
    """Whether the subject is one of the speakers: by its entity, as "we", or as a pronoun that nobody else is."""
    entity = reading.entity(doer)
    if entity is None:
        return doer.lower_ in _words("ours") | _words("theirs")
    return any(entity.id == ref.entity for ref in who)


def _is_denied(verb: Token) -> bool:
    return any(c.dep_ == "neg" or (c.dep_ == "advmod" and c.lower_ in _words("never")) for c in children(verb))


def _unless(act: Token) -> bool:
    clauses = (c for c in children(act) if c.dep_ == "advcl")
    return any(c.dep_ == "mark" and c.lower_ == "unless" for clause in clauses for c in children(clause))
