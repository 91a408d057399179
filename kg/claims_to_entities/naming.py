"""How one article names its entities: what of a name decides who is meant elsewhere, read from the article alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from kg.claims_to_entities.countries import Country, by_code, by_iri, by_name, is_national_class
from kg.claims_to_entities.names import family, fold, is_acronym_of, name_key, skeleton, words
from kg.claims_to_entities.namesakes import city, settled
from kg.claims_to_entities.territories import territory
from kg.claims_to_entities.verdicts import UNDECIDED, Verdicts
from kg.records import Article, Entity

# What begins a mark: an identifier, a form of the name that may be left out, one that may not (father and son).
ID, FORM, GENERATION = "=", "~", "^"
# Blocks whose home needs no look at others: countries of the tables, and national classes.
FIXED = ("country|=", "class|")


@dataclass(frozen=True, slots=True)
class Naming:
    """An entity as its article names it.

    ``block`` holds all that could be the same by name ("person|ana ruiz"), "" for what has no identity elsewhere;
    ``mark`` tells bearers of one name apart, ``bare`` lists blocks of shorter names that this one may be called by,
    and ``why`` is the user's word, if there is any.
    """

    entity: Entity
    block: str
    mark: str = ""
    bare: tuple[str, ...] = ()
    why: tuple[str, ...] = ()

    @property
    def local(self) -> str:
        """The key of the entity if it stays with its article."""
        return f"local|{self.entity.type}|{self.entity.id}"


def is_named(entity: Entity) -> bool:
    """Whether an article ever calls the entity by a name; what it only describes has no identity elsewhere."""
    if not entity.mentions:
        return entity.name[:1].isupper()
    return any(m.kind == "name" or (m.kind == "metonym" and not m.text.islower()) for m in entity.mentions)


def country_of(entity: Entity) -> Country | None:
    """The state that an entity is, if it is one that the tables know."""
    if entity.type != "country" or not is_named(entity):
        return None
    return by_iri(entity.same_as) or by_name(entity.name)


def country_key(code: str) -> str:
    """The key of a state's cluster, by its ISO 3166 code; "" for a code that is no state's.

    >>> country_key("PE"), country_key("qq")
    ('country|=pe', '')
    """
    return f"country|={code.lower()}" if by_code(code) else ""


def namings(
    entities: Iterable[Entity], verdicts: Verdicts | None = None, article: Article | None = None
) -> tuple[Naming, ...]:
    """The entities of one article with what identifies them, in the order of their ids; the user's word comes first."""
    found = []
    for entity in settled(sorted(entities, key=lambda e: e.id)):
        ruling = verdicts.of(entity, article) if verdicts else UNDECIDED
        made = _naming(entity)
        if ruling.identity:
            block = made.block if made.block and not made.block.startswith(FIXED) else f"user|{fold(entity.name)}"
            made = replace(made, block=block, mark=f"{ID}{ruling.identity}", why=ruling.why)
        found.append(made)
    return tuple(found)


def _naming(entity: Entity) -> Naming:
    if country := country_of(entity):
        return Naming(entity, country_key(country.code))
    if entity.type == "place" and (name := city(entity.name)):
        return Naming(entity, f"place|{fold(name)}")
    if not is_named(entity) and not territory(entity.same_as):
        return Naming(entity, f"class|{fold(entity.name)}" if is_national_class(entity.name) else "")
    kind, key = family(entity.type), name_key(entity.name, entity.type)
    linked = min(entity.same_as, key=lambda iri: ("wikidata" not in iri, iri), default=None)
    if kind == "organization" and linked is None and set(key.core.split()) <= words("bodies", "generic"):
        return Naming(entity, "")  # every country has an interior ministry
    core = skeleton(key.core) if kind == "person" else key.core
    born = set(key.variant.split()) & words("generations", "marks")
    form = f"{GENERATION}{' '.join(sorted(born))}" if born else f"{FORM}{key.variant}" if key.variant else ""
    return Naming(entity, f"{kind}|{core}", f"{ID}{linked}" if linked else form, tuple(_bare(entity, kind, core)))


def _bare(entity: Entity, kind: str, core: str) -> list[str]:
    """What else an article may call this entity: the family name, the acronym, the beginning of a body's name.

    A body of one word may be taken for a person.
    """
    if kind == "person":
        return [f"person|{core.rsplit(maxsplit=1)[-1]}"] if " " in core else []
    if kind != "organization":
        return []
    taken = {f"person|{skeleton(core)}"} if " " not in core and not entity.stands_for else set()
    return sorted(
        taken | {f"{kind}|{fold(a)}" for a in entity.aliases if is_acronym_of(a, entity.name) or _begins(a, core)}
    )


def _begins(alias: str, core: str) -> bool:
    """Whether an alias is the beginning of a full name, and says more than that it is some body ("Council")."""
    short = fold(alias).split()
    full = core.split()
    return 0 < len(short) < len(full) and full[: len(short)] == short and not set(short) <= words("bodies", "generic")
