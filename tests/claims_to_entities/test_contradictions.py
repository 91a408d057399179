"""Claims that cannot both be right are recorded side by side."""

import pytest

from claims_to_entities.told import Story, told
from kg.claims_to_entities import resolve


def kinds(*stories: Story) -> list[tuple[str, str, str]]:
    return [(c.type, c.a, c.b) for c in resolve(told(*stories)).contradictions]


def payment(article: str, status: str, **more: str) -> tuple[Story, str]:
    story = (
        Story(article)
        .entity("Vela", "organization")
        .entity("Monte", "organization")
        .entity("Porto", "place")
        .entity("Faro", "place")
    )
    where = f" in {more['place']}" if "place" in more else ""
    claim = story.event(
        f"Vela paid Monte{where}.",
        "paid",
        "transaction",
        agent="Vela",
        patient="Monte",
        status=status,
        lemma="pay",
        date="2031-05-02",
        **more,
    )  # type: ignore[arg-type]
    return story, claim


def test_told_and_denied() -> None:
    (a, one), (b, two) = payment("a", "occurred"), payment("b", "negated")
    assert kinds(a, b) == [("polarity", one, two)]


def test_planned_and_denied_is_no_contradiction() -> None:
    (a, _), (b, _) = payment("a", "planned"), payment("b", "negated")
    assert kinds(a, b) == []


def test_two_places() -> None:
    (a, one), (b, two) = payment("a", "occurred", place="Porto"), payment("b", "occurred", place="Faro")
    assert kinds(a, b) == [("place", one, two)]


def test_one_person_dies_once() -> None:
    claims = []
    stories = []
    for article, date in (("a", "2031-05-01"), ("b", "2031-05-03")):
        story = Story(article)
        claims.append(
            story.event("Ana Ruiz died.", "died", "life", patient="Ana Ruiz", lemma="die", subtype="Death", date=date)
        )
        stories.append(story)
    assert kinds(*stories) == [("date", *claims)]


def count(article: str, number: str) -> tuple[Story, str]:
    story = (
        Story(article)
        .entity("Norland", "country")
        .entity(f"{number} sailors", "group", said="nominal")
        .entity("Ana Ruiz")
    )
    text = f"Norland arrested Ana Ruiz and {number} sailors."
    claim = story.event(
        text,
        "arrested",
        "coerce",
        agent="Norland",
        patient=("Ana Ruiz", f"{number} sailors"),
        lemma="arrest",
        date="2031-05-02",
    )
    return story, claim


def test_two_numbers() -> None:
    (a, one), (b, two) = count("a", "nine"), count("b", "11")
    assert kinds(a, b) == [("value", one, two)]


def test_an_inexact_number_contradicts_nothing() -> None:
    (a, _), (b, _) = count("a", "nine"), count("b", "at least 7")
    assert kinds(a, b) == []


def stance(article: str, verb: str, kind: str, agent: str, date: str | None = None) -> tuple[Story, str]:
    story = Story(article).entity("Sudmark", "country")
    topic = "the 45-day harbour truce"
    claim = story.event(f"{agent} {verb} {topic}.", verb, kind, agent=agent, topic=topic, date=date)
    return story, claim


def test_for_and_against_one_thing() -> None:
    (a, one), (b, two) = stance("a", "accepted", "agree", "Sudmark"), stance("b", "rejected", "reject", "Sudmark")
    assert kinds(a, b) == [("stance", one, two)]


def test_two_sides_may_differ() -> None:
    (a, _), (b, _) = stance("a", "accepted", "agree", "Norland"), stance("b", "rejected", "reject", "Sudmark")
    assert kinds(a, b) == []


def test_a_change_of_mind_is_no_contradiction() -> None:
    (a, _), (b, _) = (
        stance("a", "accepted", "agree", "Sudmark", "2031-05-01"),
        stance("b", "rejected", "reject", "Sudmark", "2031-05-09"),
    )
    assert kinds(a, b) == []


def test_a_president_speaks_for_the_country() -> None:
    (a, one), (b, two) = stance("a", "accepted", "agree", "Sudmark"), stance("b", "rejected", "reject", "Ana Ruiz")
    b.relation("Ana Ruiz is president of Sudmark.", "Ana Ruiz", "holds_position", "president of Sudmark", title=True)
    b.mention("Sudmark", "Ana Ruiz is president of Sudmark.", "Sudmark")
    assert kinds(a, b) == [("stance", one, two)]


def shelled(story: Story, status: str, by: str | None, words: str = "") -> str:
    """Norland shells Sudmark, or not, as somebody tells."""
    if not story.entities:
        story.entity("Norland", "country").entity("Sudmark", "country")
    return story.event(
        f"{by or 'Article'}: Norland shelled Sudmark{words}.", "shelled", "assault",
        agent="Norland", patient="Sudmark", lemma="shell", status=status, by=by,
    )  # fmt: skip


def test_one_article_lets_two_speak() -> None:
    story = Story("a")
    told_by, denied = shelled(story, "occurred", "Ana Ruiz"), shelled(story, "negated", "Tomas Berg")
    assert kinds(story) == [("polarity", *sorted((told_by, denied)))]


def test_nobody_contradicts_himself_in_one_article() -> None:
    story = Story("a")
    shelled(story, "occurred", None)
    shelled(story, "negated", None, " again")
    assert kinds(story) == []
    assert len(resolve(told(story)).situations) == 2


def test_a_later_article_may_take_back_what_an_earlier_one_said() -> None:
    a, b = Story("a"), Story("b")
    one, two = shelled(a, "occurred", "Ana Ruiz"), shelled(b, "negated", "Ana Ruiz")
    assert kinds(a, b) == [("polarity", one, two)]


def test_a_place_within_the_other_is_no_other_place() -> None:
    (a, _), (b, _) = payment("a", "occurred", place="Porto"), payment("b", "occurred", place="Faro")
    b.relation("Faro lies in Porto.", "Faro", "located_in", "Porto")
    assert kinds(a, b) == []


def test_where_it_was_planned_is_not_where_it_was() -> None:
    (a, _), (b, _) = payment("a", "planned", place="Porto"), payment("b", "occurred", place="Faro")
    assert len(resolve(told(a, b)).situations) == 1
    assert kinds(a, b) == []


def test_two_plans_for_one_day_in_two_places() -> None:
    (a, one), (b, two) = payment("a", "planned", place="Porto"), payment("b", "planned", place="Faro")
    assert kinds(a, b) == [("place", one, two)]


@pytest.mark.parametrize("other", ["another 11", "11 more", "36-year-old", "the first 11"])
def test_part_of_a_number_or_an_age_contradicts_nothing(other: str) -> None:
    (a, _), (b, _) = count("a", "nine"), count("b", other)
    assert kinds(a, b) == []


def award(article: str, amount: str) -> tuple[Story, str]:
    story = Story(article).entity("Vela", "organization").entity("Monte", "organization")
    claim = story.event(
        f"Vela paid Monte {amount}.", "paid", "transaction",
        agent="Vela", patient="Monte", topic=amount, lemma="pay", date="2031-05-02",
    )  # fmt: skip
    return story, claim


def test_two_amounts() -> None:
    (a, one), (b, two) = award("a", "$2 million"), award("b", "$3 million")
    assert kinds(a, b) == [("value", one, two)]
    (a, _), (b, _) = award("a", "$2 million"), award("b", "about $3 million")
    assert kinds(a, b) == []


def test_for_one_thing_in_spring_and_against_it_in_autumn() -> None:
    (a, _), (b, _) = stance("a", "accepted", "agree", "Sudmark"), stance("b", "rejected", "reject", "Sudmark")
    a.published, b.published = "2031-04-10", "2031-10-10"
    assert kinds(a, b) == []


def test_who_promises_to_cancel_is_not_at_odds_with_himself() -> None:
    story = Story("a")
    span = story.sentence("Ana Ruiz promised to cancel the harbour toll.")
    topic = "to cancel the harbour toll"
    story.event(span, "promised", "agree", agent="Ana Ruiz", topic=topic)
    story.event(span, "cancel", "reject", agent="Ana Ruiz", topic="the harbour toll", status="planned", by="Ana Ruiz")
    assert kinds(story) == []
