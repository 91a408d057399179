"""Pronouns whose meaning the clause gives without a search: beside their owner, or before the subject."""

from __future__ import annotations

from kg.articles_to_docs.names.chains import Chain
from kg.articles_to_docs.names.words import SUBJECTS, Words

NO_LEAD = frozenset({"ccomp", "parataxis", "conj", "relcl", "acl", "dep", "ROOT"})
"""Clauses that lead up to no subject behind them."""


def first_of_list(words: Words, i: int, at_head: dict[int, Chain]) -> Chain | None:
    """Who stands first in "the crew and their families", "Lund and his wife": the owner of what is joined to it."""
    owned = words.head[i]
    first = words.head[owned]
    if words.dep[i] != "poss" or words.dep[owned] != "conj" or first >= i or first not in at_head:
        return None
    return at_head[first]


def ahead_of(words: Words, i: int, at_head: dict[int, Chain]) -> Chain | None:
    """The named subject that a pronoun in what leads up to it points forward to: "Early in her career, Ruiz sang"."""
    node = i
    for _ in range(8):
        above = words.head[node]
        if above == node or words.dep[node] in NO_LEAD or words.quoted[i]:
            return None
        subjects = [c for c in words.children[above] if words.dep[c] in SUBJECTS and c not in (i, node)]
        if words.pos[above] in ("VERB", "AUX") and subjects:
            subject = subjects[-1]
            leads = subject > i and any(words.text[k] == "," for k in range(i, subject))
            chain = at_head.get(subject)
            return chain if leads and chain is not None and chain.names else None
        node = above
    return None
