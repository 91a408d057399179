"""Titles, appositions and copulas that give a person a role: "envoy Dan Holt", "Holt is the envoy"."""

from __future__ import annotations

from kg.articles_to_docs.coreference.nominals import Nominal
from kg.articles_to_docs.names.chains import Chain, RoleWords, Spot
from kg.articles_to_docs.names.titles import title_before
from kg.articles_to_docs.names.vocabulary import actor_nouns, vocabulary
from kg.articles_to_docs.names.words import Words


def attach_titles(words: Words, chains: list[Chain]) -> set[int]:
    """Record the titles before names as roles of their chains; gives the tokens of those titles."""
    used: set[int] = set()
    for chain in chains:
        if chain.type != "person":
            continue
        for name in chain.names:
            chain.roles.extend(_age(words, name.last))
            titles = [name.title or title_before(words, name.first)]
            if name.title:
                titles.append(title_before(words, name.title[0]))
            for title in titles:
                if title is None:
                    continue
                chain.roles.append(role_of(words, title[0], title[1], title[1]))
                gender = vocabulary().honorific.get(words.text[title[1]]) or _noun_gender(words, title[1])
                chain.gender = gender or chain.gender
                used.update(range(title[0], title[1] + 1))
    return used


def _age(words: Words, last: int) -> list[RoleWords]:
    """The role of "the 54-year-old" that "Maria Lund, 54," gives."""
    if (
        last + 2 < len(words)
        and words.text[last + 1] == ","
        and words.text[last + 2].isdigit()
        and len(words.text[last + 2]) == 2
    ):
        return [RoleWords("year-old", frozenset({words.text[last + 2], "year"}), last + 2)]
    return []


def _noun_gender(words: Words, i: int) -> str:
    noun = actor_nouns().get(words.lower[i])
    return noun.gender if noun else ""


def role_of(words: Words, first: int, last: int, head: int) -> RoleWords:
    """The role that a noun phrase names."""
    around = frozenset(
        words.lower[k] for k in range(first, last + 1) if k != head and words.pos[k] in ("NOUN", "PROPN", "ADJ", "NUM")
    )
    return RoleWords(words.lemma[head].lower() if words.pos[head] != "PROPN" else words.lower[head], around, head)


def named_by(words: Words, nominal: Nominal, at_head: dict[int, Chain]) -> Chain | None:
    """The chain whose name a nominal stands in apposition to, or is said to be; None if there is none.

    "Dan Holt, the envoy", "the envoy, Dan Holt", "her brother Karl", "Dan Holt is the envoy".
    """
    i = nominal.head
    if words.dep[i] in ("appos", "compound", "nmod"):
        chain = at_head.get(words.head[i])
        if chain is not None and _fits(nominal, chain) and not (words.dep[i] != "appos" and chain.type != "person"):
            return chain
    for child in words.children[i]:
        listed = any(words.dep[k] in ("cc", "conj") for k in words.children[child])
        if words.dep[child] == "appos" and not listed and child in at_head and _fits(nominal, at_head[child]):
            return at_head[child]
    if nominal.complement and nominal.type == "place" and not nominal.plural:
        of = next(c for c in words.children[i] if words.dep[c] == "prep" and c == i + 1)
        for child in words.children[of]:
            if child in at_head and at_head[child].type in ("place", "other", "facility") and at_head[child].names:
                return at_head[child]
    verb = words.head[i]
    if (
        words.dep[i] == "attr"
        and words.lemma[verb] in ("be", "become")
        and not any(words.dep[c] == "neg" for c in words.children[verb])
    ):
        subject = next((c for c in words.children[verb] if words.dep[c] == "nsubj"), None)
        if (
            subject is not None
            and subject in at_head
            and _fits(nominal, at_head[subject])
            and nominal.determiner not in ("no", "any")
        ):
            return at_head[subject]
    return _name_right_after(words, nominal, at_head)


def _name_right_after(words: Words, nominal: Nominal, at_head: dict[int, Chain]) -> Chain | None:
    """A name right behind its kind, whatever the parse: "the weekly El Eco", "his wife Rosa"."""
    for chain_head in (nominal.head + 1, nominal.head + 2, nominal.head + 3):
        chain = at_head.get(chain_head)
        if chain is None:
            continue
        spot = next((s for s in chain.spots if s.head == chain_head), None)
        if spot is None or spot.kind != "name" or spot.start - words.end[nominal.head] != 1:
            return None
        if nominal.plural or chain.type in ("country", "group"):
            return None
        same = nominal.type == chain.type or (
            nominal.type in ("organization", "work") and chain.type in ("organization", "work", "other", "product")
        )
        return chain if same or chain.type == "other" else None
    return None


def _fits(nominal: Nominal, chain: Chain) -> bool:
    if nominal.plural != bool(chain.plural) and chain.type != "organization":
        return False
    if chain.type == "person":
        return (
            nominal.kind.type == "person"
            and not nominal.plural
            and (not nominal.kind.gender or not chain.gender or nominal.kind.gender == chain.gender)
        )
    if chain.type in ("country", "place", "facility"):
        return nominal.type in ("place", "facility", "organization") and not nominal.plural
    if chain.type == "group":
        return nominal.type == "group"
    return nominal.kind.type != "person" and not nominal.plural


def give_role(words: Words, nominal: Nominal, chain: Chain) -> None:
    """Make a nominal a mention and a role of a named chain."""
    chain.add(Spot(words.start[nominal.first], words.end[nominal.last], nominal.head, "nominal"))
    chain.roles.append(role_of(words, nominal.first, nominal.last, nominal.head))
    if chain.type == "other" and nominal.type in ("organization", "work", "facility", "place", "product", "person"):
        chain.type = nominal.type
    chain.gender = chain.gender or nominal.kind.gender
