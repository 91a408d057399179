"""Identity across articles: which article entities are one person, organisation, place.

Careful on purpose: what shares an identifier or a full name is one unless something speaks against it; a family name
alone joins only the single person it can mean; what is merely described ("nine soldiers") stays with its article.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from urllib.parse import urlsplit

from kg.claims_to_entities.countries import Country, by_code, by_iri, by_name, is_national_class
from kg.claims_to_entities.grouping import Groups
from kg.claims_to_entities.names import family, fold, is_acronym_of, name_key, slug, spelled_alike, words
from kg.claims_to_entities.world import Cluster
from kg.records import ENTITY_TYPES, Entity

Entities = Mapping[str, Entity]


@dataclass(frozen=True, slots=True)
class _Draft:
    """A cluster that has everything but its id."""

    cluster: Cluster
    country: str | None
    stands_for: str | None
    bare: bool
    weight: tuple[int, int]
    key: str


def is_named(entity: Entity) -> bool:
    """Whether an article ever calls the entity by a name; what it only describes has no identity elsewhere."""
    if not entity.mentions:
        return entity.name[:1].isupper()
    return any(m.kind == "name" or (m.kind == "metonym" and not m.text.islower()) for m in entity.mentions)


def clusters(entities: Iterable[Entity]) -> tuple[tuple[Cluster, ...], dict[str, str]]:
    """The clusters of all articles' entities in the order of their ids, and the cluster id of every entity id."""
    known = {e.id: e for e in sorted(set(entities), key=repr, reverse=True)}
    known = dict(sorted(known.items()))
    groups: Groups[str] = Groups(known)
    for step in (_by_identifier, _by_full_name, _by_spelling, _by_acronym, _by_family_name, _by_class):
        for a, b, reason in list(step(known, groups)):
            groups.merge(a, b, f"{b} is {a}: {reason}")
    drafts = [_draft([known[i] for i in members], reasons) for members, reasons in groups.groups()]
    drafts += _missing_countries(drafts)
    built = _with_ids(drafts)
    return built, {member: c.id for c in built for member in c.members}


Merges = Iterator[tuple[str, str, str]]


def _country(entity: Entity) -> Country | None:
    if entity.type != "country" or not is_named(entity):
        return None
    return by_iri(entity.same_as) or by_name(entity.name)


def _identifiers(entity: Entity) -> frozenset[str]:
    country = _country(entity)
    return frozenset(entity.same_as) | ({country.iri} if country else set())


def _chain(ids: Iterable[str], reason: str) -> Merges:
    first, *rest = sorted(ids)
    return ((first, other, reason) for other in rest)


def _by_identifier(known: Entities, groups: Groups[str]) -> Merges:  # noqa: ARG001 - every step has this shape
    owners: dict[str, list[str]] = defaultdict(list)
    for entity in known.values():
        for iri in _identifiers(entity):
            owners[iri].append(entity.id)
    for iri, ids in sorted(owners.items()):
        yield from _chain(ids, f"same identifier {iri}")


@dataclass(frozen=True, slots=True)
class _Marks:
    """What is known of a group that could contradict another: identifiers by authority, and name variants."""

    ids: frozenset[tuple[str, str]]
    variants: frozenset[str]

    def against(self, other: _Marks) -> bool:
        authorities = {a for a, _ in self.ids} & {a for a, _ in other.ids}
        mine = {(a, i) for a, i in self.ids if a in authorities}
        theirs = {(a, i) for a, i in other.ids if a in authorities}
        variants = self.variants and other.variants and not self.variants & other.variants
        return bool(authorities and not mine & theirs) or bool(variants)


def _marks(known: Entities, members: Iterable[str]) -> _Marks:
    entities = [known[m] for m in members]
    ids = frozenset((urlsplit(iri).netloc or iri.split(":")[0], iri) for e in entities for iri in _identifiers(e))
    variants = frozenset(v for e in entities if (v := name_key(e.name, e.type).variant))
    return _Marks(ids, variants)


def _full_names(known: Entities) -> dict[tuple[str, str], list[str]]:
    """Named entities by type family and core name; persons only if more than one word names them."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for e in known.values():
        core = name_key(e.name, e.type).core
        if is_named(e) and (family(e.type) != "person" or " " in core):
            found[family(e.type), core].append(e.id)
    return dict(sorted(found.items()))


def _by_full_name(known: Entities, groups: Groups[str]) -> Merges:
    for (kind, core), ids in _full_names(known).items():
        if kind == "organization" and set(core.split()) <= words("bodies", "generic"):
            continue  # every country has an interior ministry
        homes = sorted({groups.home(i) for i in ids})
        marks = {h: _marks(known, groups.members(h)) for h in homes}
        if any(marks[a].against(marks[b]) for a, b in combinations(homes, 2)):
            yield from _same_variant(homes, marks)
        else:
            yield from _chain(homes, f'same full name "{core}"')


def _same_variant(homes: list[str], marks: Mapping[str, _Marks]) -> Merges:
    """Of one name with several owners, only those that agree in what tells them apart."""
    for variant in sorted({v for m in marks.values() for v in m.variants}):
        alike = [h for h in homes if marks[h].variants == {variant}]
        if alike and not any(marks[a].against(marks[b]) for a, b in combinations(alike, 2)):
            yield from _chain(alike, f'same name, same form "{variant}"')


def _by_spelling(known: Entities, groups: Groups[str]) -> Merges:
    blocks: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for (kind, core), ids in _full_names(known).items():
        if kind == "person":
            blocks["".join(word[0] for word in core.split())].append((core, ids[0]))
    for _, names in sorted(blocks.items()):
        for (left, a), (right, b) in combinations(names, 2):
            marks = [_marks(known, groups.members(i)) for i in (a, b)]
            if spelled_alike(left, right) and not marks[0].against(marks[1]):
                yield a, b, f'"{left}" and "{right}" are spellings of one name'


def _by_acronym(known: Entities, groups: Groups[str]) -> Merges:
    owners: dict[tuple[str, str], set[str]] = defaultdict(set)
    for e in known.values():
        for alias in e.aliases:
            if is_named(e) and is_acronym_of(alias, e.name):
                owners[family(e.type), fold(alias)].add(groups.home(e.id))
    for e in known.values():
        found = owners.get((family(e.type), fold(e.name)), set()) if is_named(e) else set()
        if e.name.isupper() and len(found) == 1:
            (owner,) = found
            if not _marks(known, groups.members(owner)).against(_marks(known, groups.members(e.id))):
                yield owner, e.id, f'"{e.name}" is the acronym of "{known[owner].name}"'


def _by_family_name(known: Entities, groups: Groups[str]) -> Merges:
    people: dict[str, set[str]] = defaultdict(set)
    for (kind, core), ids in _full_names(known).items():
        if kind == "person":
            people[core.split()[-1]] |= {groups.home(i) for i in ids}
    for e in known.values():
        name = name_key(e.name, e.type).core
        found = people.get(name, set()) if e.type == "person" and is_named(e) and " " not in name else set()
        if len(found) != 1:
            continue
        (owner,) = found
        members = groups.members(owner)
        same_article = any(known[m].article == e.article for m in members)
        if not same_article and not _marks(known, members).against(_marks(known, [e.id])):
            yield owner, e.id, f'only "{known[owner].name}" has the family name "{e.name}" here'


def _by_class(known: Entities, groups: Groups[str]) -> Merges:  # noqa: ARG001 - every step has this shape
    found: dict[str, list[str]] = defaultdict(list)
    for e in known.values():
        if not is_named(e) and is_national_class(e.name):
            found[fold(e.name)].append(e.id)
    for name, ids in sorted(found.items()):
        yield from _chain(ids, f'same national group "{name}"')


def _draft(members: list[Entity], reasons: tuple[str, ...]) -> _Draft:
    named = [e for e in members if is_named(e)]
    country = next((c for e in members if (c := _country(e))), None)
    name = country.name if country else _best_name(named or members)
    spellings = {n for e in named for n in (e.name, *e.aliases)} - {name}
    counts = Counter(e.type for e in members)
    kind = "country" if country else min(counts, key=lambda t: (-counts[t], _rank(t)))
    same_as = tuple(sorted({i for e in members for i in _identifiers(e)}))
    ids = tuple(e.id for e in members)
    cluster = Cluster("", name, kind, tuple(sorted(spellings)), same_as, ids, reasons)
    stands = Counter(e.stands_for.lower() for e in members if e.stands_for)
    code = min(stands, key=lambda c: (-stands[c], c), default=None)
    weight = (-len({e.article for e in members}), -sum(len(e.mentions) for e in members))
    bare = bool(named) or is_national_class(name)
    return _Draft(cluster, country.code if country else None, code, bare, weight, (same_as or ids)[0])


def _rank(entity_type: str) -> int:
    return ENTITY_TYPES.index(entity_type) if entity_type in ENTITY_TYPES else len(ENTITY_TYPES)


def _best_name(members: list[Entity]) -> str:
    """The name most articles use; of equals the longest. A family name never beats a full one."""
    counts = Counter(e.name.removeprefix("the ") for e in members)
    return min(counts, key=lambda n: (" " not in n, -counts[n], -len(n), n))


def _missing_countries(drafts: list[_Draft]) -> list[_Draft]:
    """A cluster without members for every country that only a metonym speaks for."""
    there = {d.country for d in drafts}
    codes = sorted({d.stands_for for d in drafts if d.stands_for} - there)
    found = [c for code in codes if (c := by_code(code))]
    return [_Draft(Cluster("", c.name, "country", (), (c.iri,)), c.code, None, True, (0, 0), c.iri) for c in found]


def _with_ids(drafts: list[_Draft]) -> tuple[Cluster, ...]:
    """Ids over the sorted set: of several bearers of a name the most told keeps the bare slug, others get a hash."""
    taken: set[str] = set()
    ids: list[str] = []
    ordered = sorted(drafts, key=lambda d: (slug(d.cluster.name), d.weight, d.cluster.type, d.key))
    for draft in ordered:
        name = slug(draft.cluster.name)
        if name in taken or not draft.bare:
            name += "-" + hashlib.sha256(f"{draft.cluster.type}|{draft.key}".encode()).hexdigest()[:8]
        taken.add(name)
        ids.append(name)
    of_country = {d.country: i for d, i in zip(ordered, ids, strict=True) if d.country}
    built = []
    for draft, name in zip(ordered, ids, strict=True):
        c = draft.cluster
        stands = of_country.get(draft.stands_for) if draft.stands_for else None
        stands = stands if stands != name else None
        built.append(Cluster(name, c.name, c.type, c.aliases, c.same_as, c.members, c.reasons, stands))
    return tuple(sorted(built, key=lambda c: c.id))
