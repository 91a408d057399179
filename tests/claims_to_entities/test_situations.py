"""One happening told many times, and happenings that only look alike."""

import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims_to_entities.told import Story, told
from kg.claims_to_entities import World, resolve
from kg.claims_to_entities.verdicts_file import parse_verdicts
from kg.claims_to_entities.world import Situation
from kg.errors import ClaimError
from kg.records import Article, Entity


def of(world: World, claim: str) -> Situation:
    return next(s for s in world.situations if claim in s.members)


def meeting(
    article: str, date: str | None = None, status: str = "occurred", published: str = "2031-05-10", **more: object
) -> Story:
    story = Story(article, published)
    words = {"agent": "Ana Ruiz", "patient": "Tomas Berg", "lemma": "meet", "subtype": "Meeting", **more}
    story.event("Ana Ruiz met Tomas Berg of the Eva Lind party.", "met", "consult", date=date, status=status, **words)  # type: ignore[arg-type]
    return story


SAME = [
    (meeting("a", "2031-05-08"), meeting("b", "2031-05-08"), "same day"),
    (meeting("a", "2031-05-08"), meeting("b", "2031-05-05/2031-05-11"), "within the week"),
    (meeting("a", "2031-05-08"), meeting("b"), "undated news of those days"),
    (meeting("a", "2031-05-11", "planned"), meeting("b", "2031-05-11", published="2031-05-12"), "planned, then held"),
    (meeting("a", "2031-05-08"), meeting("b", "2031-05-08", "negated"), "told and denied"),
    (meeting("a", "2031-05-08"), meeting("b", "2031-05-08", agent="Tomas Berg", patient="Ana Ruiz"), "who met whom"),
    (
        meeting("a", "2031-05-08"),
        meeting("b", "2031-05-08", subtype="Negotiation", lemma="talk"),
        "talks are a meeting",
    ),
]
OTHER = [
    (meeting("a", "2031-05-08"), meeting("b", "2031-05-09"), "another day"),
    (meeting("a", "2031-05-08"), meeting("b", published="2032-05-10"), "news of another year"),
    (meeting("a", "2031-05-08"), meeting("b", "2031"), "some time in the year"),
    (meeting("a"), meeting("b", published=None), "nobody knows when"),  # type: ignore[arg-type]
    (meeting("a", "2031-05-08"), meeting("b", "2031-05-08", subtype="PhoneCall", lemma="phone"), "met or phoned"),
    (meeting("a", "2031-05-08"), meeting("b", "2031-05-08", patient="Eva Lind"), "another partner"),
]


@pytest.mark.parametrize(("a", "b", "why"), SAME, ids=[s[2] for s in SAME])
def test_told_twice(a: Story, b: Story, why: str) -> None:
    world = resolve(told(a, b))
    assert len(world.situations) == 1, why
    assert len(world.situations[0].reasons) == 1


@pytest.mark.parametrize(("a", "b", "why"), OTHER, ids=[s[2] for s in OTHER])
def test_two_happenings(a: Story, b: Story, why: str) -> None:
    assert len(resolve(told(a, b)).situations) == 2, why


def test_opposite_roles_are_two_attacks() -> None:
    stories = [Story("a"), Story("b")]
    stories[0].event(
        "Norland shelled Sudmark.", "shelled", "assault", agent="Norland", patient="Sudmark", date="2031-05-08"
    )
    stories[1].event(
        "Sudmark shelled Norland.", "shelled", "assault", agent="Sudmark", patient="Norland", date="2031-05-08"
    )
    assert len(resolve(told(*stories)).situations) == 2


def test_described_people_are_never_the_same_elsewhere() -> None:
    stories = []
    for article in "ab":
        story = Story(article).entity("nine sailors", "group", said="nominal")
        story.event("On Monday nine sailors drowned.", "drowned", "life", patient="nine sailors", date="2031-05-05")
        stories.append(story)
    assert len(resolve(told(*stories)).situations) == 2


def wreck(article: str, crew: str, sentence: str, verb: str, *names: str, **more: str) -> Story:
    """An article on a wreck, which names these people and places beside it."""
    story = Story(article)
    story.entity(crew, "group", said="nominal")
    story.event(sentence, verb, "life", patient=crew, lemma="drown", **more)  # type: ignore[arg-type]
    for number, name in enumerate(names):
        story.event(f"{name} spoke.", "spoke", "other", agent=name, lemma=f"speak{number}")
    return story


COAST = ("Ana Ruiz", "Porto Lis", "Harbour Guard", "Cabo Rico")
WRECKS = [
    (COAST, COAST[:3], "nine sailors", "11 sailors", 1),  # one story, and the numbers differ
    (COAST, ("Eva Lind", "Sandby", "Storvik"), "nine sailors", "nine sailors", 2),  # another coast
    (COAST, COAST, "nine sailors", "nine farmers", 2),  # other people
    (COAST, COAST, "nine sailors", "nine people", 1),  # sailors are people
]


@pytest.mark.parametrize(("here", "there", "crew", "others", "count"), WRECKS)
def test_what_has_no_name_is_known_by_the_names_around_it(
    here: tuple[str, ...], there: tuple[str, ...], crew: str, others: str, count: int
) -> None:
    a = wreck("a", crew, f"{crew} drowned.", "drowned", *here)
    b = wreck("b", others, f"{others} drowned.", "drowned", *there)
    world = resolve(told(a, b))
    assert sum(s.type == "life" for s in world.situations) == count
    differ = [c.type for c in world.contradictions]
    assert differ == (["value"] if (crew, others) == ("nine sailors", "11 sailors") else [])


def attack(article: str, place: str) -> Story:
    story = Story(article).entity("Norland", "country").entity("Sudmark", "country").entity(place, "place")
    words = {"agent": "Norland", "patient": "Sudmark", "place": place, "date": "2031-05-08", "lemma": "shell"}
    story.event(f"Norland shelled Sudmark in {place}.", "shelled", "assault", **words)  # type: ignore[arg-type]
    return story


@pytest.mark.parametrize(("there", "count"), [("Porto Lis", 1), ("Cabo Rico", 2)])
def test_shelling_in_two_towns_on_one_day_is_two_attacks(there: str, count: int) -> None:
    assert len(resolve(told(attack("a", "Porto Lis"), attack("b", there))).situations) == count


def test_one_utterance_reported_in_other_words() -> None:
    a, b = Story("a"), Story("b")
    a.statement(
        "“We shall talk about ferry fares and the pension guarantees of crews,” Ana Ruiz said.",
        "Ana Ruiz",
        "We shall talk about ferry fares and the pension guarantees of crews",
    )
    b.statement(
        "Ana Ruiz hinted that fares of the ferry might rise and that pension guarantees were open.",
        "Ana Ruiz",
        "fares of the ferry might rise and that pension guarantees were open",
        mode="indirect",
    )
    assert len(resolve(told(a, b)).situations) == 1


def test_ten_articles_on_one_meeting_are_one_meeting_with_ten_witnesses() -> None:
    (situation,) = resolve(told(*(meeting(f"m{n}", "2031-05-08") for n in range(10)))).situations
    assert len(situation.members) == 10


def test_a_story_told_by_hundreds_is_merged_in_seconds() -> None:
    """Compared are the different ways of telling, not the tellings."""
    stories = [meeting(f"m{n}", (None, "2031-05-08", "2031-05-05/2031-05-11")[n % 3]) for n in range(300)]
    begun = time.process_time()
    assert len(resolve(told(*stories)).situations) == 1
    assert time.process_time() - begun < 10


def test_the_user_joins_and_parts_claims() -> None:
    stories = meeting("a", "2031-05-08"), meeting("b", "2031-05-08"), meeting("c", "2031-05-20")
    ids = [s.claims[0].id for s in stories]  # type: ignore[union-attr]
    text = f'[[not_same]]\nthings = ["{ids[0]}", "{ids[1]}"]\n[[same]]\nthings = ["{ids[1]}", "{ids[2]}"]'
    of_claim = resolve(told(*stories), parse_verdicts(text)).situation_of
    assert of_claim[ids[1]] == of_claim[ids[2]] != of_claim[ids[0]]


def test_headline_and_body_are_one_and_the_body_gives_the_day() -> None:
    story = Story("a")
    first = story.event(
        "Ruiz–Berg call expected",
        "call",
        "consult",
        participant=("Ana Ruiz=Ruiz", "Tomas Berg=Berg"),
        status="planned",
        subtype="PhoneCall",
    )
    second = story.event(
        "Ana Ruiz will call Tomas Berg on Monday.",
        "call",
        "consult",
        agent="Ana Ruiz",
        patient="Tomas Berg",
        status="planned",
        subtype="PhoneCall",
        date="2031-05-12",
    )
    world = resolve(told(story))
    situation = of(world, first)
    assert situation.members == (first, second)
    assert (situation.earliest, situation.latest, situation.edtf) == ("2031-05-12", "2031-05-12", "2031-05-12")
    assert situation.roles == (("participant", "Ana_Ruiz"), ("participant", "Tomas_Berg"))
    assert situation.id.startswith("phone-call-")
    assert situation.label == "Ana Ruiz to call Tomas Berg"


def test_undated_telling_that_fits_two_meetings_joins_neither() -> None:
    story = Story("a")
    for day in ("Monday", "Friday"):
        date = {"Monday": "2031-05-05", "Friday": "2031-05-09"}[day]
        story.event(
            f"Ana Ruiz met Tomas Berg on {day}.",
            "met",
            "consult",
            agent="Ana Ruiz",
            patient="Tomas Berg",
            date=date,
            lemma="meet",
        )
    story.event("Ana Ruiz met Tomas Berg.", "met", "consult", agent="Ana Ruiz", patient="Tomas Berg", lemma="meet")
    assert [len(s.members) for s in resolve(told(story)).situations] == [1, 1, 1]


def test_windows_are_cut_to_the_days_they_share() -> None:
    (situation,) = resolve(
        told(meeting("a", "2031-05-05/2031-05-11"), meeting("b", "2031-05-08/2031-05-14"))
    ).situations
    assert (situation.earliest, situation.latest) == ("2031-05-08", "2031-05-11")


def test_one_utterance_in_two_articles() -> None:
    a, b = Story("a"), Story("b", "2031-05-11")
    a.statement(
        "“I expect the strait to be open to all ships by Friday,” Ana Ruiz said.",
        "Ana Ruiz",
        "I expect the strait to be open to all ships by Friday",
    )
    b.statement(
        "Ana Ruiz expected the strait to be open to ships by Friday.",
        "Ana Ruiz",
        "the strait to be open to ships by Friday",
        mode="indirect",
    )
    c = Story("c")
    c.statement("“The strait is none of my business,” Ana Ruiz said.", "Ana Ruiz", "The strait is none of my business")
    world = resolve(told(a, b, c))
    assert sorted(len(s.members) for s in world.situations) == [1, 2]
    assert {s.kind for s in world.situations} == {"utterance"}


TITLES = [
    ("special envoy to the Isles", "envoy", True),
    ("U.S. special envoy to the Isles", "special envoy to the Isles", True),
    ("deputy minister", "minister", False),
    ("former mayor", "mayor", False),
    ("mayor", "judge", False),
]


@pytest.mark.parametrize(("first", "second", "one"), TITLES)
def test_titles_are_compared_loosely(first: str, second: str, one: bool) -> None:
    a, b = Story("a"), Story("b")
    a.relation(f"Ana Ruiz is {first}.", "Ana Ruiz", "holds_position", first, title=True)
    b.relation(f"Ana Ruiz is {second}.", "Ana Ruiz", "holds_position", second, title=True)
    world = resolve(told(a, b))
    assert len(world.situations) == (1 if one else 2)
    assert {s.kind for s in world.situations} == {"office"}


def test_office_names_the_body_it_is_held_in_not_its_field() -> None:
    story = Story("a").entity("Peru", "country").entity("Chile", "country")
    claim = story.relation(
        "Ana Ruiz is Peruvian envoy to Chile.", "Ana Ruiz", "holds_position", "Peruvian envoy to Chile", title=True
    )
    story.mention("Chile", "Ana Ruiz is Peruvian envoy to Chile.", "Chile")
    story.mention("Peru", "Ana Ruiz is Peruvian envoy to Chile.", "Peruvian")
    situation = of(resolve(told(story)), claim)
    assert situation.roles == (("holder", "Ana_Ruiz"), ("organization", "Peru"))
    assert situation.title == "Peruvian envoy to Chile"
    assert situation.label == "Ana Ruiz, Peruvian envoy to Chile"


def truce(article: str, sentence: str, verb: tuple[str, str], agent: str, words: str) -> tuple[Story, str, str]:
    """An article in which somebody proposes or refuses a truce; its story, that claim and the truce's claim."""
    story = Story(article).entity("Norland", "country").entity("Sudmark", "country")
    span = story.sentence(sentence)
    patient = "Norland" if "Norland" in sentence and agent != "Norland" else None
    host = story.event(span, *verb, agent=agent, patient=patient, topic=words)
    theme = story.event(span, "truce", "retreat", subtype="Ceasefire", status="demanded")
    return story, host, theme


def test_what_is_proposed_here_and_refused_there_is_one_theme() -> None:
    a, proposed, one = truce(
        "a", "Norland proposed a 45-day truce.", ("proposed", "request"), "Norland", "a 45-day truce"
    )
    b, refused, two = truce(
        "b", "Sudmark rejected Norland over the 45-day truce.", ("rejected", "reject"), "Sudmark", "the 45-day truce"
    )
    world = resolve(told(a, b))
    assert of(world, one) == of(world, two)
    assert of(world, proposed).theme == of(world, refused).theme == of(world, one).id
    assert of(world, proposed).topic is None


def test_a_truce_of_another_length_is_another_theme() -> None:
    a, _, one = truce("a", "Norland proposed a 45-day truce.", ("proposed", "request"), "Norland", "a 45-day truce")
    b, _, two = truce(
        "b", "Sudmark rejected Norland over the 90-day truce.", ("rejected", "reject"), "Sudmark", "the 90-day truce"
    )
    world = resolve(told(a, b))
    assert of(world, one) != of(world, two)


def test_a_topic_that_is_no_event_stays_words() -> None:
    story = Story("a")
    claim = story.event(
        "Ana Ruiz rejected the new harbour fee.", "rejected", "reject", agent="Ana Ruiz", topic="the new harbour fee"
    )
    assert of(resolve(told(story)), claim).topic == "the new harbour fee"


def test_place_is_no_part_of_identity() -> None:
    a = meeting("a", "2031-05-08", place="Eva Lind")
    b = meeting("b", "2031-05-08")
    assert len(resolve(told(a, b)).situations) == 1


LABELS = [
    ({"date": "2031-05-08"}, "Ana Ruiz met Tomas Berg"),
    ({"status": "planned"}, "Ana Ruiz to meet Tomas Berg"),
    ({"status": "possible"}, "Ana Ruiz meeting Tomas Berg"),
    ({"status": "negated"}, "Ana Ruiz meeting Tomas Berg"),
]


@pytest.mark.parametrize(("more", "label"), LABELS)
def test_labels_say_no_more_than_the_claim(more: dict[str, str], label: str) -> None:
    (situation,) = resolve(told(meeting("a", **more))).situations  # type: ignore[arg-type]
    assert situation.label == label


def test_a_claim_about_an_entity_nobody_described_is_an_error() -> None:
    records = [r for r in told(meeting("a")) if not isinstance(r, Entity)]
    with pytest.raises(ClaimError, match="which no record describes"):
        resolve(records)


def many() -> list[Story]:
    stories = [s for a, b, _ in SAME + OTHER for s in (a, b)]
    renamed = []
    for number, story in enumerate(stories):
        fresh = meeting(
            f"m{number}",
            ("2031-05-08", None, "2031-05-05/2031-05-11", "2031-05-11")[number % 4],
            published=story.published or "",
        )
        fresh.statement(
            "“The strait will be open to ships,” Berg said.", "Tomas Berg=Berg", "The strait will be open to ships"
        )
        fresh.relation("Ruiz is envoy.", "Ana Ruiz=Ruiz", "holds_position", "envoy", title=True)
        renamed.append(fresh)
    return renamed


@settings(max_examples=25, deadline=None)
@given(st.randoms(use_true_random=False), st.integers(2, 14))
def test_order_of_the_input_does_not_matter(rng: random.Random, size: int) -> None:
    records = told(*many()[:size])
    world = resolve(records)
    shuffled = records + records[:3]
    rng.shuffle(shuffled)
    assert resolve(shuffled) == world


def test_ids_are_unique_and_every_claim_has_its_situation() -> None:
    records = told(*many())
    world = resolve(records)
    claims = {r.id for r in records if not isinstance(r, Article | Entity)}  # type: ignore[union-attr]
    assert set(world.situation_of) == claims
    assert len({s.id for s in world.situations}) == len(world.situations)
    assert all(s.id == world.situation_of[m] for s in world.situations for m in s.members)


def test_an_office_is_called_as_most_call_it() -> None:
    stories = []
    for article, title in (("a", "president"), ("b", "president"), ("c", "emergency president")):
        story = Story(article)
        story.relation(f"Ana Ruiz is {title}.", "Ana Ruiz", "holds_position", title, title=True)
        stories.append(story)
    (office,) = resolve(told(*stories)).situations
    assert office.title == "president"
