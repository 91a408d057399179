"""Runs the sieves over an article in reading order: roles, descriptions, pronouns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from kg.articles_to_docs.coreference import definites
from kg.articles_to_docs.coreference.before import Before
from kg.articles_to_docs.coreference.joint import (
    Joints,
    find_alone,
    joint_alone,
    joint_nominal,
    share_out,
    subject_joint,
)
from kg.articles_to_docs.coreference.nominals import Nominal, find_nominals
from kg.articles_to_docs.coreference.phrases import LONGEST_OF
from kg.articles_to_docs.coreference.pronouns import antecedent, find_pronouns, resolve_pronoun
from kg.articles_to_docs.coreference.rivals import find_rivals
from kg.articles_to_docs.coreference.roles import attach_titles, give_role, named_by, role_of, said_to_be
from kg.articles_to_docs.names.chains import Chain, Spot
from kg.articles_to_docs.names.words import Words
from kg.ontology import lexicon

WHERE = frozenset({"in", "across", "from", "to", "into", "throughout", "through", "around", "of", "at", "within"})


@dataclass(slots=True)
class _State:
    """What has been read so far: everything before, nominals by noun, who holds which role."""

    chains: list[Chain]
    before: Before
    states: list[Chain]
    holders: dict[str, list[Chain]]
    earlier: dict[str, list[tuple[Nominal, Chain]]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Resolved:
    """The chains, ordered by first mention, the longer of two first; the tokens of titles before names; and the
    pronouns that clearly mean a phrase that is nobody's mention ("the bill … it"), by its head token.
    """

    chains: list[Chain]
    titles: frozenset[int]
    meant: Mapping[int, Sequence[int]]


def resolve(words: Words, chains: list[Chain], skip: frozenset[int]) -> Resolved:
    """The chains of names with nominals and pronouns added, then chains for described participants.

    ``skip`` are the tokens of time expressions.
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
    closed = skip | taken | at_head.keys() | {n.head for n in pending} | titles
    before = Before(words, at_head, find_rivals(words, frozenset(closed)), Joints(words, at_head))
    state = _State(list(chains), before, [c for c in chains if c.type == "country"], holders)
    _read(words, state, pending)
    share_out(state.before.joints)
    found = sorted((c for c in state.chains if c.spots), key=lambda c: (c.first, -max(s.end for s in c.spots)))
    return Resolved(found, frozenset(titles), before.rivals.meant)


def _read(words: Words, state: _State, nominals: list[Nominal]) -> None:
    """Nominals and pronouns from left to right, each seeing what stands before it."""
    todo: list[tuple[int, str, Nominal | None]] = [(n.head, "nominal", n) for n in nominals]
    todo += [(i, kind, None) for i, kind in find_pronouns(words)]
    together = {last: first for first, last in find_alone(words)}
    todo += [(i, "together", None) for i in together]
    waiting = sorted(
        ((spot, chain) for chain in state.chains for spot in chain.spots), key=lambda pair: pair[0].head, reverse=True
    )
    for i, kind, nominal in sorted(todo, key=lambda item: item[0]):
        while waiting and waiting[-1][0].head < i:
            state.before.mentions.append(waiting.pop())
        if nominal is not None:
            described = _described(words, state, nominal)
            if described is None:
                continue
            chain, spot = described, definites.nominal_spot(words, nominal)
            state.earlier.setdefault(nominal.noun, []).append((nominal, chain))
        else:
            found = _meant(words, state, i, kind)
            if found is None:
                continue
            chain, spot = found, Spot(words.start[together.get(i, i)], words.end[i], i, "pronoun")
        chain.add(spot)
        state.before.mentions.append((spot, chain))
        state.before.at_head[i] = chain


def _meant(words: Words, state: _State, i: int, kind: str) -> Chain | None:
    if kind == "relative":
        return antecedent(words, i, state.before.at_head)
    if kind == "together":
        if words.lower[i] == "other":
            return subject_joint(i, state.before.joints)
        return joint_alone(i, state.before.joints, list(state.before.within(i, definites.NEAR)))
    chain = resolve_pronoun(state.before, i, kind)
    if chain is None and kind in ("it", "they"):
        state.before.rivals.add(words, i)
    if chain is not None and kind in ("he", "she"):
        chain.gender = chain.gender or {"he": "m", "she": "f"}[kind]
    return chain


def _described(words: Words, state: _State, nominal: Nominal) -> Chain | None:
    """The chain a nominal belongs to, a new one if no sieve finds any; None for "neither side" of sides not known."""
    possessor = state.before.at_head.get(nominal.possessor) if nominal.possessor is not None else None
    recent = list(state.before.within(nominal.head, definites.NEAR))
    holders = state.holders.get(nominal.noun, ())
    chain = (
        _told_of_pronoun(words, state, nominal)
        or joint_nominal(nominal, state.before.joints, recent)
        or definites.same_head(nominal, state.earlier, possessor)
        or definites.by_role(words, nominal, holders, recent)
        or definites.by_headline(words, nominal, holders)
        or definites.by_kind(words, nominal, state.states, recent)
        or definites.by_person(words, nominal, recent)
    )
    if chain is None and nominal.determiner != "neither":
        chain = _new_chain(words, nominal, possessor)
        state.chains.append(chain)
    return chain


def _told_of_pronoun(words: Words, state: _State, nominal: Nominal) -> Chain | None:
    """Whom a pronoun before an office stands for: "she is now the head of research"."""
    if words.dep[nominal.head] != "attr" or not nominal.kind.office:
        return None
    chain = said_to_be(words, nominal, state.before.at_head)
    if chain is not None and chain.names:
        chain.roles.append(role_of(words, nominal.first, nominal.last, nominal.head))
        holders = state.holders.setdefault(nominal.noun, [])
        if not any(chain is holder for holder in holders):
            holders.append(chain)
        return chain
    return None


def _new_chain(words: Words, nominal: Nominal, possessor: Chain | None) -> Chain:
    many = nominal.plural and nominal.noun in _countries() and not _is_where(words, nominal)
    chain = Chain(f"nominal:{nominal.head}", "group" if many else nominal.type)
    chain.plural = nominal.plural or (nominal.kind.collective and nominal.type == "group") or None
    chain.gender = nominal.kind.gender
    chain.possessor = possessor
    first = nominal.first
    while first < nominal.head and words.lower[first] in ("the", "a", "an", "whose"):
        first += 1
    chain.label = words.span(first, _narrowed(words, nominal))
    if nominal.possessor is not None and possessor is not None and words.tag[nominal.possessor] in ("PRP$", "WP$"):
        chain.owned = words.span(nominal.possessor + 1, nominal.last)
    return chain


@cache
def _countries() -> frozenset[str]:
    return frozenset(lexicon("actors")["pointing"]["country"])


def _is_where(words: Words, nominal: Nominal) -> bool:
    """Whether a phrase tells a place: "sold in 30 countries" — but "the two countries agreed" tells of states."""
    i = nominal.head
    while words.dep[i] == "conj" and words.head[i] != i:
        i = words.head[i]
    return words.dep[i] == "pobj" and words.lower[words.head[i]] in WHERE


def _narrowed(words: Words, nominal: Nominal) -> int:
    """The end of a description that a plain noun needs: "person familiar with the matter"."""
    if nominal.complement or nominal.first < nominal.head - 1 or nominal.noun not in ("person", "people", "source"):
        return nominal.last
    for c in words.children[nominal.head]:
        if c == nominal.head + 1 and words.dep[c] in ("amod", "acl") and words.pos[c] in ("ADJ", "VERB"):
            last = max((k for k in _below(words, c)), default=c)
            return last if last - c <= LONGEST_OF and "," not in words.text[c : last + 1] else nominal.last
    return nominal.last


def _below(words: Words, i: int) -> Iterator[int]:
    yield i
    for c in words.children[i]:
        yield from _below(words, c)
