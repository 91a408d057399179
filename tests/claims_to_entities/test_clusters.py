"""Who is one and who is two, across articles."""

from collections.abc import Iterable

import pytest

from claims_to_entities.told import Story, told
from kg.claims_to_entities import resolve
from kg.claims_to_entities.verdicts_file import parse_verdicts
from kg.claims_to_entities.world import Cluster
from kg.records import Entity, Mention


def entity(article: str, name: str, kind: str = "person", said: str = "name", **more: object) -> Entity:
    return Entity(f"{article}:n-{name}", article, name, kind, mentions=(Mention(name, 0, len(name), said),), **more)  # type: ignore[arg-type]


def clusters(entities: Iterable[Entity]) -> tuple[tuple[Cluster, ...], dict[str, str]]:
    world = resolve(entities)
    return world.clusters, dict(world.cluster_of)


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
    ((entity("a", "Sergei Orlov"), entity("b", "Sergey Orlov"), entity("c", "Serguei Orlov")), "one given name"),
    ((entity("a", "Danylo Kravskyy"), entity("b", "Danylo Kravsky"), entity("c", "Danylo Kravskiy")), "one ending"),
    ((entity("a", "Mohammed Darwan"), entity("b", "Muhammad Darwan")), "two spellings of a given name"),
    (
        (
            entity("a", "Vela Shipping Company", "organization", aliases=("Vela Shipping", "Vela")),
            entity("b", "Vela", "organization"),
        ),
        "the beginning of a name",
    ),
    ((entity("a", "Vela"), entity("b", "Vela", "organization")), "a body taken for a person"),
    (
        (entity("a", "Vela Corporation", "organization"), entity("b", "Vela Corp.", "organization")),
        "one form",
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
    (
        (entity("a", "Jon H. W. Varga"), entity("b", "Jon W. Varga"), entity("c", "Jon Varga")),
        "two presidents",
    ),
    ((entity("a", "Bill Torrance"), entity("a", "Hilda Torrance"), entity("b", "Torrance")), "a couple"),
    ((entity("a", "Tom Berg"), entity("b", "Tom Berg Jr.")), "the son is always called so"),
    (
        (
            entity("a", "Washington", "place", same_as=("https://x/city",)),
            entity("b", "Washington", "place", same_as=("https://x/state",)),
            entity("c", "Washington"),
            entity("d", "Washington", "organization", stands_for="us"),
        ),
        "city, state, person and government",
    ),
    (
        (entity("a", "Council", "organization"), entity("b", "Council of Towns", "organization", aliases=("Council",))),
        "bodies",
    ),
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
        assert all(any(f'"{e.name}"' in r for r in cluster.reasons) for e in entities), why


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


def test_a_family_name_goes_to_the_one_who_is_told_of_far_more() -> None:
    told_of = [entity(f"a{n}", "Ana Ruiz") for n in range(4)]
    _, of = clusters([*told_of, entity("b", "Eva Ruiz"), entity("c", "Ruiz")])
    assert of["c:n-Ruiz"] == "Ana_Ruiz"
    _, of = clusters([*told_of, entity("b", "Eva Ruiz"), entity("b2", "Eva Ruiz"), entity("c", "Ruiz")])
    assert of["c:n-Ruiz"].startswith("Ruiz-")


def test_things_without_a_name_never_meet() -> None:
    things = [entity(x, "bill", "law_or_treaty", "nominal") for x in "ab"] + [entity("c", "Bill", "law_or_treaty")]
    assert len(parts(*things)) == 3


VERDICTS = [
    ('[[same]]\nthings = ["Ana Ruiz", "Porto Lis"]', 1),
    ('[[not_same]]\nthings = [{ name = "Ana Ruiz", article = "a" }, "Ana Ruiz"]', 3),
    ("", 2),
]


@pytest.mark.parametrize(("text", "count"), VERDICTS)
def test_the_user_has_the_last_word(text: str, count: int) -> None:
    entities = [entity("a", "Ana Ruiz"), entity("b", "Ana Ruiz"), entity("b", "Porto Lis", "place")]
    world = resolve(entities, parse_verdicts(text))
    assert len({world.cluster_of[e.id] for e in entities}) == count


def test_place_and_actor_differ_for_a_metonym() -> None:
    story = Story("a").entity("Lima", "place", stands_for="pe").entity("Quito", "place", stands_for="ec")
    deal = story.event(
        "Lima agreed to a truce with Quito.", "agreed", "agree", agent="Lima", patient="Quito", metonyms=("Lima",)
    )
    world = resolve(told(story))
    situation = next(s for s in world.situations if deal in s.members)
    assert situation.roles == (("agent", "Peru"), ("patient", "Quito"))


def test_what_has_no_name_is_called_without_its_owner() -> None:
    (found,) = resolve(told(Story("a").entity("their old boats", "product", said="nominal"))).clusters
    assert found.name == "old boats"
