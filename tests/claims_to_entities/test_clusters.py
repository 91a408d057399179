"""Who is one and who is two, across articles."""

import pytest

from claims_to_entities.told import Story, told
from kg.claims_to_entities import resolve
from kg.claims_to_entities.clusters import clusters
from kg.records import Entity, Mention


def entity(article: str, name: str, kind: str = "person", said: str = "name", **more: object) -> Entity:
    return Entity(f"{article}:n-{name}", article, name, kind, mentions=(Mention(name, 0, len(name), said),), **more)  # type: ignore[arg-type]


def parts(*entities: Entity) -> set[frozenset[str]]:
    """The clusters as sets of "article:name"."""
    built, _ = clusters(entities)
    return {frozenset(m.replace(":n-", ":") for m in c.members) for c in built if c.members}


ONE = [
    ((entity("a", "Ana Ruiz"), entity("b", "ANA RUÍZ")), "case and accents"),
    ((entity("a", "The Harbour Post", "organization"), entity("b", "Harbour Post", "organization")), "article"),
    ((entity("a", "Vela Shipping Ltd.", "organization"), entity("b", "Vela Shipping", "organization")), "one form"),
    ((entity("a", "Serhiy Kovalskyy"), entity("b", "Serhij Kovalsky")), "transliteration"),
    ((entity("a", "Ana B. Ruiz"), entity("b", "Ana Ruiz")), "middle initial"),
    (
        (entity("a", "US", "country"), entity("b", "U.S.", "country"), entity("c", "United States", "country")),
        "country",
    ),
    ((entity("a", "Ruiz"), entity("b", "Ana Ruiz")), "the only Ruiz"),
    ((entity("a", "Russian troops", "group", "nominal"), entity("b", "Russian troops", "group", "nominal")), "class"),
    (
        (
            entity("a", "Office of Public Works", "organization", aliases=("OPW",)),
            entity("b", "OPW", "organization"),
        ),
        "acronym",
    ),
    (
        (
            entity("a", "Porto Novo", "place", same_as=("https://x/1",)),
            entity("b", "P. Novo", "place", same_as=("https://x/1",)),
        ),
        "identifier",
    ),
]

TWO = [
    ((entity("a", "Ana Ruiz"), entity("b", "Eva Ruiz")), "two of one family"),
    ((entity("a", "Ruiz"), entity("b", "Ana Ruiz"), entity("c", "Eva Ruiz")), "which Ruiz?"),
    ((entity("a", "Ruiz"), entity("b", "Ruiz")), "a family name is no full name"),
    ((entity("a", "Ana B. Ruiz"), entity("b", "Ana C. Ruiz"), entity("c", "Ana Ruiz")), "initials differ"),
    ((entity("a", "Tom Berg Sr."), entity("b", "Tom Berg Jr.")), "father and son"),
    ((entity("a", "Petar Petrov"), entity("b", "Petra Petrova")), "not spellings of one name"),
    ((entity("a", "Georgia", "country"), entity("b", "Georgia", "place")), "country and state"),
    (
        (
            entity("a", "Novo", "place", same_as=("https://x/1",)),
            entity("b", "Novo", "place", same_as=("https://x/2",)),
            entity("c", "Novo", "place"),
        ),
        "two towns, and one that may be either",
    ),
    ((entity("a", "Vela Ltd", "organization"), entity("b", "Vela Inc", "organization")), "two forms"),
    ((entity("a", "Washington"), entity("b", "Washington", "place")), "person and place"),
    ((entity("a", "nine soldiers", "group", "nominal"), entity("b", "nine soldiers", "group", "nominal")), "described"),
    (
        (entity("a", "Interior Ministry", "organization"), entity("b", "Interior Ministry", "organization")),
        "which state?",
    ),
    ((entity("a", "Ruiz"), entity("a", "Ana Ruiz")), "one article kept them apart"),
]


@pytest.mark.parametrize(("entities", "why"), ONE, ids=lambda x: x if isinstance(x, str) else "")
def test_one(entities: tuple[Entity, ...], why: str) -> None:
    assert len(parts(*entities)) == 1, why


@pytest.mark.parametrize(("entities", "why"), TWO, ids=lambda x: x if isinstance(x, str) else "")
def test_kept_apart(entities: tuple[Entity, ...], why: str) -> None:
    assert len(parts(*entities)) == len(entities), why


def test_every_merge_has_a_reason() -> None:
    for entities, why in ONE:
        (cluster,) = [c for c in clusters(entities)[0] if c.members]
        assert len(cluster.reasons) == len(cluster.members) - 1, why


def test_country_is_shown_by_its_standard_name() -> None:
    (cluster,), of = clusters([entity("a", "U.S.", "country"), entity("b", "America", "country")])
    assert (cluster.id, cluster.name, cluster.aliases) == ("United_States", "United States", ("America", "U.S."))
    assert set(of.values()) == {"United_States"}


def test_metonym_makes_the_country_it_speaks_for() -> None:
    built, _ = clusters([entity("a", "Lima", "place", "metonym", stands_for="pe")])
    assert [(c.id, c.stands_for, c.members) for c in built] == [("Lima", "Peru", ("a:n-Lima",)), ("Peru", None, ())]


def test_the_more_told_of_two_namesakes_keeps_the_plain_id() -> None:
    built, of = clusters(
        [entity("a", "Georgia", "country"), entity("b", "Georgia", "country"), entity("c", "Georgia", "place")]
    )
    assert of["a:n-Georgia"] == of["b:n-Georgia"] == "Georgia"
    assert of["c:n-Georgia"].startswith("Georgia-")
    assert len(of["c:n-Georgia"]) == len("Georgia-") + 8
    assert len({c.id for c in built}) == 2


def test_described_entities_carry_their_article_in_the_id() -> None:
    _, of = clusters([entity(x, "nine soldiers", "group", "nominal") for x in "ab"])
    assert {i.rpartition("-")[0] for i in of.values()} == {"nine_soldiers"}
    assert len(set(of.values())) == 2


def test_place_and_actor_differ_for_a_metonym() -> None:
    story = Story("a").entity("Lima", "place", stands_for="pe").entity("Quito", "place", stands_for="ec")
    deal = story.event(
        "Lima agreed to a truce with Quito.", "agreed", "agree", agent="Lima", patient="Quito", metonyms=("Lima",)
    )
    world = resolve(told(story))
    situation = next(s for s in world.situations if deal in s.members)
    assert situation.roles == (("agent", "Peru"), ("patient", "Quito"))
