"""Identifiers for people, organisations and other things from a table that the user gives, and from nowhere else.

A row links what an article calls by its label or alias, to the letter (case, accents and a leading article aside) and
of its type. What two rows could mean stays unlinked and is told as an issue: nothing is guessed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from urllib.parse import urlsplit

from kg.claims_to_entities.countries import by_code
from kg.claims_to_entities.names import family, fold
from kg.claims_to_entities.territories import GEONAMES, territory
from kg.records import Entity, Issue, Link, Mention, Record

BY_LABEL, BY_ALIAS, BY_OTHER_NAME = 0.95, 0.9, 0.8
"""How sure a link is: the article's fullest name is the row's label, its alias, or only another name is either."""
CERTAINTY = {"name": 1.0, "metonym": 0.9, "nominal": 0.85, "pronoun": 0.8}
"""How sure it is that a mention of some kind means its entity, against a mention by name."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table of links. ``type`` is a family of types, ``line`` counted from 1."""

    line: int
    label: str
    aliases: tuple[str, ...]
    iri: str
    type: str


class Table:
    """Rows found by name and type."""

    def __init__(self, rows: Iterable[Row] = (), file: str = "") -> None:
        self.file = file
        self.rows = tuple(rows)
        self._by_name: dict[tuple[str, str], list[Row]] = defaultdict(list)
        for row in self.rows:
            for name in sorted({fold(row.label), *map(fold, row.aliases)}):
                self._by_name[name, row.type].append(row)

    def __bool__(self) -> bool:
        return bool(self.rows)

    def named(self, name: str, entity_type: str) -> tuple[Row, ...]:
        """The rows with that label or alias, of the family of that type."""
        return tuple(self._by_name.get((fold(name), family(entity_type)), ()))


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why an entity that the table knows was not linked."""

    message: str


def find(entity: Entity, table: Table) -> Link | Doubt | None:
    """The link that a table gives an entity, a doubt if it gives several, None if it knows no such name.

    Only entities with a name are linked; a person that is called by one word needs a row with that label.

    >>> table = Table([Row(2, "Vela Shipping", ("Vela",), "http://www.wikidata.org/entity/Q7", "organization")])
    >>> find(Entity("a:e0-4", "a", "Vela", "organization", mentions=(Mention("Vela", 0, 4),)), table).confidence
    0.9
    """
    if not any(m.kind in ("name", "metonym") for m in entity.mentions):
        return None
    for name in (entity.name, *_others(entity)):
        rows = [r for r in table.named(name, entity.type) if _may_mean(r, name)]
        iris = sorted({r.iri for r in rows})
        if len(iris) > 1:
            lines = ", ".join(str(r.line) for r in rows)
            return Doubt(
                f'"{name}" ({entity.type}) may be {" or ".join(iris)}: not linked ({table.file} lines {lines})'
            )
        if iris:
            return _link(name, rows[0], entity, table)
    return None


def _others(entity: Entity) -> tuple[str, ...]:
    """The other names to look for. A person's are short forms, which may be anybody's."""
    return () if entity.type == "person" else tuple(sorted(entity.aliases))


def _may_mean(row: Row, name: str) -> bool:
    return row.type != "person" or " " in fold(name) or fold(row.label) == fold(name)


def _link(name: str, row: Row, entity: Entity, table: Table) -> Link:
    label = fold(row.label) == fold(name)
    sure = BY_OTHER_NAME if name != entity.name else BY_LABEL if label else BY_ALIAS
    kind = "label" if label else f'alias of "{row.label}"'
    return Link(row.iri, sure, f'"{name}" is the {kind} in {table.file} line {row.line}')


def link_entity(entity: Entity, table: Table) -> tuple[Entity, Issue | None]:
    """An entity with the link that a table gives it, and what there is to tell the user.

    A link takes the place of another of the same authority that the entity had: the user's table knows better.
    """
    found = find(entity, table)
    if not isinstance(found, Link):
        return entity, Issue(entity.article, "warning", found.message) if found else None
    mine = urlsplit(found.iri).netloc
    rivals = [i for i in entity.same_as if urlsplit(i).netloc == mine and i != found.iri]
    same_as = tuple(sorted({*entity.same_as, found.iri} - set(rivals)))
    links = tuple(sorted({k for k in entity.links if k.iri in same_as and k.iri != found.iri} | {found}, key=str))
    told = f'"{entity.name}": {found.iri} takes the place of {", ".join(rivals)} ({table.file})'
    return replace(entity, same_as=same_as, links=links), Issue(entity.article, "info", told) if rivals else None


def link_records(records: Iterable[Record], table: Table) -> list[Record]:
    """The records with their entities linked, and after them what there is to tell, once for each name and article."""
    out: list[Record] = []
    issues: dict[Issue, None] = {}
    for record in records:
        if isinstance(record, Entity):
            entity, issue = link_entity(record, table)
            out.append(entity)
            issues |= {issue: None} if issue else {}
        else:
            out.append(record)
    return [*out, *issues]


def links_of(entity: Entity) -> tuple[Link, ...]:
    """Every identifier of an entity, with its reason: the table's, or that of the lists that come with newskg."""
    given = {link.iri: link for link in entity.links}
    return tuple(given.get(iri) or _shipped(iri) for iri in entity.same_as)


@cache
def _shipped(iri: str) -> Link:
    found = territory([iri])
    if found and not found.parent:
        return Link(iri, 0.98, f"the name of a country{f' (ISO 3166-1 {found.iso})' if found.iso else ''}")
    if found:
        return Link(iri, 0.9, f"the name of a part of a country{f' (ISO 3166-2 {found.iso})' if found.iso else ''}")
    if iri.startswith(GEONAMES):
        return Link(iri, 0.85, "the only, or by far the largest, city of this name that can be meant")
    return Link(iri, 0.9, "a name of the list of known organisations")


def mention_confidence(entity: Entity, mention: Mention) -> float | None:
    """How sure it is that a mention means what the entity's identifiers name; None if it has none.

    Of several identifiers the least sure counts, since all of them must be right. A metonym means the state that it
    speaks for.

    >>> link = Link("https://x/1", 0.9, "")
    >>> mayor = Entity("a:e0-3", "a", "Ana Ruiz", "person", same_as=(link.iri,), links=(link,))
    >>> mention_confidence(mayor, Mention("she", 4, 7, "pronoun"))
    0.72
    """
    links = links_of(entity)
    if mention.kind == "metonym" and entity.stands_for:
        state = by_code(entity.stands_for)
        links = (_shipped(state.iri),) if state else ()
    sure = min((link.confidence for link in links), default=None)
    return None if sure is None else round(sure * CERTAINTY.get(mention.kind, 0.8), 4)


def link_reasons(entity: Entity) -> tuple[str, ...]:
    """Why an entity has the identifiers that the user's table gave it."""
    return tuple(f"{link.iri}: {link.reason}" for link in entity.links if link.iri in entity.same_as)
