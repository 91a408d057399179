"""Runs the sieves over an article in reading order: roles, descriptions, pronouns."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.articles_to_docs.coreference import definites
from kg.articles_to_docs.coreference.nominals import Nominal, find_nominals
from kg.articles_to_docs.coreference.pronouns import antecedent, find_pronouns, resolve_pronoun
from kg.articles_to_docs.coreference.roles import attach_titles, give_role, named_by
from kg.articles_to_docs.names.chains import Chain, Spot
from kg.articles_to_docs.names.words import Words


@dataclass(slots=True)
class _State:
    """What has been read so far: mentions in order, nominals by noun, the chain at each head token."""

    chains: list[Chain]
    at_head: dict[int, Chain]
    states: list[Chain]
    holders: dict[str, list[Chain]]
    seen: list[tuple[Spot, Chain]] = field(default_factory=list)
    earlier: dict[str, list[tuple[Nominal, Chain]]] = field(default_factory=dict)


def resolve(words: Words, chains: list[Chain], skip: frozenset[int]) -> list[Chain]:
    """The chains of names with nominals and pronouns added, then chains for described participants.

    ``skip`` are the tokens of time expressions. Ordered by first mention, the longer of two first.
    """
    titles = attach_titles(words, chains)
    taken = frozenset(k for chain in chains for name in chain.names for k in range(name.first, name.last + 1))
    at_head = {spot.head: chain for chain in chains for spot in chain.spots}
    pending = []
    for nominal in find_nominals(words, taken, skip):
        if nominal.head in titles:
            continue
        chain = named_by(words, nominal, at_head)
        if chain is None:
            pending.append(nominal)
        else:
            give_role(words, nominal, chain)
            at_head[nominal.head] = chain
    holders: dict[str, list[Chain]] = {}
    for chain in chains:
        for noun in sorted({role.noun for role in chain.roles}):
            holders.setdefault(noun, []).append(chain)
    state = _State(list(chains), at_head, [c for c in chains if c.type == "country"], holders)
    _read(words, state, pending)
    return sorted((c for c in state.chains if c.spots), key=lambda c: (c.first, -max(s.end for s in c.spots)))


def _read(words: Words, state: _State, nominals: list[Nominal]) -> None:
    """Nominals and pronouns from left to right, each seeing what stands before it."""
    todo: list[tuple[int, str, Nominal | None]] = [(n.head, "nominal", n) for n in nominals]
    todo += [(i, kind, None) for i, kind in find_pronouns(words)]
    waiting = sorted(
        ((spot, chain) for chain in state.chains for spot in chain.spots), key=lambda pair: pair[0].head, reverse=True
    )
    for i, kind, nominal in sorted(todo, key=lambda item: item[0]):
        while waiting and waiting[-1][0].head < i:
            state.seen.append(waiting.pop())
        if nominal is not None:
            chain, spot = _described(words, state, nominal), definites.nominal_spot(words, nominal)
            state.earlier.setdefault(nominal.noun, []).append((nominal, chain))
        else:
            found = _meant(words, state, i, kind)
            if found is None:
                continue
            chain, spot = found, Spot(words.start[i], words.end[i], i, "pronoun")
        chain.add(spot)
        state.seen.append((spot, chain))
        state.at_head[i] = chain


def _meant(words: Words, state: _State, i: int, kind: str) -> Chain | None:
    if kind == "relative":
        return antecedent(words, i, state.at_head)
    chain = resolve_pronoun(words, i, kind, state.seen, state.at_head)
    if chain is not None and kind in ("he", "she"):
        chain.gender = chain.gender or {"he": "m", "she": "f"}[kind]
    return chain


def _described(words: Words, state: _State, nominal: Nominal) -> Chain:
    """The chain a nominal belongs to, a new one if no sieve finds any."""
    possessor = state.at_head.get(nominal.possessor) if nominal.possessor is not None else None
    recent = _recent(words, state, nominal)
    holders = state.holders.get(nominal.noun, ())
    chain = (
        definites.same_head(nominal, state.earlier, possessor)
        or definites.by_role(words, nominal, holders, recent)
        or definites.by_headline(nominal, holders)
        or definites.by_kind(words, nominal, state.states, recent)
        or definites.by_person(words, nominal, recent)
    )
    if chain is None:
        chain = _new_chain(words, nominal, possessor)
        state.chains.append(chain)
    return chain


def _recent(words: Words, state: _State, nominal: Nominal) -> list[tuple[Spot, Chain]]:
    here, found = words.sentence[nominal.head], []
    for pair in reversed(state.seen):
        if here - words.sentence[pair[0].head] > definites.NEAR:
            break
        found.append(pair)
    return found


def _new_chain(words: Words, nominal: Nominal, possessor: Chain | None) -> Chain:
    chain = Chain(f"nominal:{nominal.head}", nominal.type)
    chain.plural = nominal.plural or (nominal.kind.collective and nominal.type == "group") or None
    chain.gender = nominal.kind.gender
    chain.possessor = possessor
    first = nominal.first
    while first < nominal.head and words.lower[first] in ("the", "a", "an"):
        first += 1
    chain.label = words.span(first, nominal.last)
    if nominal.possessor is not None and possessor is not None and words.tag[nominal.possessor] == "PRP$":
        chain.owned = words.span(nominal.possessor + 1, nominal.last)
    return chain
