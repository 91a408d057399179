"""The word classes that decide who fills a slot where the tree alone does not say (``ontology/lexicon/roles.toml``)."""

from __future__ import annotations

from functools import cache

from kg.ontology import lexicon


@cache
def word_class(name: str) -> frozenset[str]:
    """The lemmas of one class. Raises KeyError for a class that the file does not have."""
    return frozenset(lexicon("roles")["words"][name])


@cache
def aimed(root: str) -> frozenset[str]:
    """The prepositions behind an object that say whom acts of this root type are aimed at."""
    return frozenset(lexicon("roles")["aimed"].get(root, ()))


@cache
def answering() -> frozenset[str]:
    """The root types of acts that answer to somebody's word or conduct."""
    return frozenset(lexicon("roles")["answered"]["acts"])


@cache
def foreseen(slot: str) -> frozenset[str]:
    """The root types of intended acts whose object, or whose counterpart ``beside`` it, the intention concerns."""
    return frozenset(lexicon("roles")["foreseen"][slot])


@cache
def handling() -> frozenset[str]:
    """The root types whose event nouns are modified by what they are done to ("grain exports", "troop pullout")."""
    return frozenset(lexicon("roles")["handling"]["acts"])


@cache
def company_acts() -> frozenset[str]:
    """The root types whose event nouns are modified by the company that does it ("Orvo sales", "an Orvo filing")."""
    return frozenset(lexicon("roles")["company"]["acts"])
