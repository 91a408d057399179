"""What a cluster is called and has as its id: by its own counts, and among those of one slug by who is told of most."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from kg.claims_to_entities.countries import by_code
from kg.claims_to_entities.ledger import Ledger, entry
from kg.claims_to_entities.names import family, slug
from kg.claims_to_entities.world import Cluster
from kg.records import ENTITY_TYPES

# Families of types in the order in which they take the plain id, if equally often told.
_RANKS = ("country", "person", "organization", "place", "group", "thing")


def rename(ledger: Ledger, dirty: Iterable[str]) -> set[str]:
    """Decide anew what the changed clusters are called; the keys ``cluster:…`` whose id or name changed.

    A result is (id, name, family of types, whether it has a name).
    """
    drafts = {key: _draft(key.removeprefix("cluster:"), ledger.all(key)) for key in sorted(set(dirty))}
    slugs: set[str] = set()
    for key, draft in drafts.items():
        local = key.startswith("cluster:local|")
        known = key.startswith("cluster:country|=")  # a state that the tables know always has the plain id
        taken = {}
        if draft and not local:
            rival = [not known, -draft.weight, _RANKS.index(draft.family), key, draft.name, draft.named]
            taken = {entry(f"slug:{slug(draft.name)}", "cluster", rival): 1}
        slugs |= ledger.give(f"slug of {key}", taken)
    changed = {k for k, d in drafts.items() if d is None and ledger.keep(k, None)}
    for key, draft in drafts.items():
        if draft and key.startswith("cluster:local|") and _keep(ledger, key, draft.name, draft, hashed=True):
            changed.add(key)
    for where in sorted(slugs):
        rivals = sorted(v for v in ledger.all(where).get("cluster", {}))
        for place, (_, _, rank, key, name, named) in enumerate(rivals):
            draft = _Draft(name, _RANKS[rank], 0, named)
            if _keep(ledger, key, name, draft, hashed=place > 0 or not named):
                changed.add(key)
    return changed


@dataclass(frozen=True, slots=True)
class _Draft:
    """What a cluster is called before anybody else is asked."""

    name: str
    family: str
    weight: int
    named: bool


def _draft(key: str, told: Mapping[str, Mapping[Any, int]]) -> _Draft | None:
    if not told:
        return None
    kind = key.partition("|")[0]
    names = told.get("name") or told.get("alias") or {}
    name = min(names, key=lambda n: _name_rank(n, names[n]), default="")
    if kind == "country" and key.startswith("country|=") and (country := by_code(key.partition("=")[2])):
        name = country.name
    if kind == "local":
        kind = family_of(key.split("|")[1])
    kind = "group" if kind == "class" else family_of(kind) if kind not in _RANKS else kind
    weight = sum(told.get("type", {}).values()).bit_length()
    return _Draft(name, kind, weight, bool(told.get("named")) or not key.startswith("local|"))


def _name_rank(name: str, told: int) -> tuple[bool, bool, int, int, str]:
    """A full name before a family name, one in mixed case before capitals; the commoner, the longer first."""
    several = " " in name
    return not several, several and name.isupper(), -told.bit_length(), -len(name), name


def family_of(entity_type: str) -> str:
    """The family of a type among those that ids are ranked by; a type that no lexicon lists is a thing."""
    found = family(entity_type)
    return found if found in _RANKS else "thing"


def _keep(ledger: Ledger, key: str, name: str, draft: _Draft, *, hashed: bool) -> bool:
    local = slug(name)
    if hashed:
        local += "-" + hashlib.sha256(key.removeprefix("cluster:").encode()).hexdigest()[:8]
    return ledger.keep(key, [local, name, draft.family, draft.named])


def cluster_of_votes(ledger: Ledger, key: str, result: tuple[str, str, str, bool]) -> Cluster:
    """A cluster as all articles together tell it, without its members."""
    told = ledger.all(key)
    name, label, kind, _ = result
    types = told.get("type", {})
    common = min(types, key=lambda t: (-types[t].bit_length(), _type_rank(t), t), default="country")
    stands = told.get("stands", {})
    code = min(stands, key=lambda c: (-stands[c].bit_length(), c), default=None)
    country = ledger.result(f"cluster:{code}") if code else None
    iri = found.iri if kind == "country" and (found := by_code(key.partition("|=")[2])) else None
    aliases = {*told.get("alias", ()), *(told.get("name", ()) if told.get("named") else ())}
    return Cluster(
        name,
        label,
        "country" if kind == "country" else common,
        tuple(sorted(aliases - {label})),
        tuple(sorted({*told.get("same", ()), *([iri] if iri else [])})),
        (),
        tuple(sorted(told.get("reason", ()))) if sum(types.values()) > 1 else (),
        country[0] if country and country[0] != name else None,
    )


def _type_rank(entity_type: str) -> int:
    return ENTITY_TYPES.index(entity_type) if entity_type in ENTITY_TYPES else len(ENTITY_TYPES)
