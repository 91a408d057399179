"""Claims that cannot both be right are recorded side by side."""

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
