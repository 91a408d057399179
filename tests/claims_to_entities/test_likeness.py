"""What makes two tellings one happening, in one article and in two, and what does not."""

import pytest

from claims_to_entities.told import Story, told
from kg.claims_to_entities import resolve
from kg.claims_to_entities.content import measured_apart, measures

RUIZ, BERG = "Ana Ruiz", "Tomas Berg"
Telling = tuple[str, str, str, dict[str, object]]

AGAIN: list[tuple[str, Telling, Telling]] = [
    (
        "both parties",
        ("Ana Ruiz praised Tomas Berg.", "praised", "support", {"agent": RUIZ, "patient": BERG}),
        ("Ana Ruiz praised Tomas Berg.", "praised", "support", {"agent": RUIZ, "patient": BERG}),
    ),
    (
        "a noun takes it up",
        ("Norland withdrew.", "withdrew", "retreat",
         {"agent": "Norland", "lemma": "withdraw", "subtype": "Withdrawal"}),
        ("Norland's withdrawal was slow.", "withdrawal", "retreat", {"agent": "Norland", "subtype": "Withdrawal"}),
    ),
    (
        "nobody dies twice",
        ("Ana Ruiz died.", "died", "life", {"patient": RUIZ, "lemma": "die", "subtype": "Death"}),
        ("Ana Ruiz's death shook Norland.", "death", "life", {"agent": RUIZ, "subtype": "Death"}),
    ),
    (
        "one topic",
        ("Ana Ruiz hailed the harbour toll.", "hailed", "support", {"agent": RUIZ, "topic": "the harbour toll"}),
        ("Ana Ruiz hailed the new harbour toll.", "hailed", "support",
         {"agent": RUIZ, "topic": "the new harbour toll"}),
    ),
    (
        "a kind of the same",
        ("Norland proposed the canal truce.", "proposed", "request",
         {"agent": "Norland", "topic": "the canal truce", "subtype": "ProposeCeasefire"}),
        ("Norland's canal truce proposal failed.", "proposal", "request",
         {"agent": "Norland", "topic": "canal truce", "subtype": "Proposal"}),
    ),
]  # fmt: skip
TWICE: list[tuple[str, Telling, Telling]] = [
    (
        "she goes to many places",
        ("Ana Ruiz went to the market.", "went", "movement", {"agent": RUIZ, "lemma": "go"}),
        ("Ana Ruiz went to the theatre.", "went", "movement", {"agent": RUIZ, "lemma": "go"}),
    ),
    (
        "having is no occasion",
        ("Ana Ruiz had a boat.", "had", "other", {"agent": RUIZ, "topic": "a boat", "lemma": "have"}),
        ("Ana Ruiz had a house boat.", "had", "other", {"agent": RUIZ, "topic": "a house boat", "lemma": "have"}),
    ),
    (
        "done then, not now, says one voice",
        ("Norland once joined Sudmark.", "joined", "personnel", {"agent": "Norland", "patient": "Sudmark"}),
        ("Norland never joined Sudmark again.", "joined", "personnel",
         {"agent": "Norland", "patient": "Sudmark", "status": "negated"}),
    ),
    (
        "the first and the second",
        ("The first debate of Ana Ruiz and Tomas Berg drew crowds.", "debate", "consult",
         {"participant": (RUIZ, BERG)}),
        ("The second debate of Ana Ruiz and Tomas Berg drew none.", "debate", "consult", {"participant": (RUIZ, BERG)}),
    ),
    (
        "two verbs of one kind",
        ("Ana Ruiz built a boat.", "built", "other", {"agent": RUIZ, "subtype": "Construction"}),
        ("Ana Ruiz raised a barn.", "raised", "other", {"agent": RUIZ, "subtype": "Construction"}),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("why", "first", "second"), AGAIN, ids=[c[0] for c in AGAIN])
def test_one_article_tells_it_again(why: str, first: Telling, second: Telling) -> None:
    assert _count(first, second) == 1, why


@pytest.mark.parametrize(("why", "first", "second"), TWICE, ids=[c[0] for c in TWICE])
def test_one_article_tells_of_two(why: str, first: Telling, second: Telling) -> None:
    assert _count(first, second) == 2, why


def _count(*tellings: Telling) -> int:
    story = Story("a").entity("Norland", "country").entity("Sudmark", "country")
    for sentence, trigger, kind, more in tellings:
        story.event(sentence, trigger, kind, **more)  # type: ignore[arg-type]
    return len(resolve(told(story)).situations)


def test_a_headline_is_told_again_below_in_other_words() -> None:
    story = Story("a").entity("Vela", "organization")
    for thing in ("app", "program", "game"):
        story.entity(thing, "product", said="nominal")
    story.event(story.headline("Vela unveils app"), "unveils", "launch", agent="Vela", patient="app", lemma="unveil")
    story.event("Vela unveiled a program.", "unveiled", "launch", agent="Vela", patient="program", lemma="unveil")
    story.event("Vela unveiled a game in 2029.", "unveiled", "launch", agent="Vela", patient="game", lemma="unveil")
    assert sorted(len(s.members) for s in resolve(told(story)).situations) == [1, 2]


def one_each(*, first: str = "2031-05-10", second: str = "2031-05-11", **more: object) -> int:
    """How many happenings two articles tell of that tell the same."""
    stories = [Story("a", first).entity("Norland", "country"), Story("b", second).entity("Norland", "country")]
    for story in stories:
        story.event(f"{RUIZ} acted on Norland.", "acted", agent=RUIZ, **more)  # type: ignore[arg-type]
    return len(resolve(told(*stories)).situations)


def test_what_happens_to_somebody_seldom_needs_no_day() -> None:
    assert one_each(type="personnel", subtype="Resignation") == 1
    assert one_each(type="movement", subtype="Travel") == 2
    assert one_each(type="movement", subtype="Travel", date="2031-05-09") == 1


def test_a_denial_stands_for_weeks() -> None:
    topic: dict[str, object] = {"type": "reject", "topic": "Norland", "patient": None}
    assert one_each(subtype="Denial", second="2031-06-01", **topic) == 1
    assert one_each(subtype="Refusal", second="2031-06-01", **topic) == 2


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("a 45-day truce", "a truce of 30 days", True),
        ("a 45-day truce", "the truce of forty five days", True),
        ("a six-page text", "a 12-km strip", False),
        ("$2 million in aid", "aid of $3 million", True),
        ("4 percent more pay", "4% more pay", False),
        ("one of the two bridges", "two bridges", False),
    ],
)
def test_numbers_differ_where_they_count_the_same(one: str, other: str, apart: bool) -> None:
    assert measured_apart(measures(one), measures(other)) == apart


def test_what_a_states_gunners_do_the_state_does() -> None:
    story = Story("a").entity("Norland", "country").entity("Port Alder", "place")
    story.entity("Norlandic gunners", "group", said="nominal").entity(BERG)
    told_by = story.event(
        f"{RUIZ} said Norland shelled Port Alder.", "shelled", "assault",
        agent="Norland", patient="Port Alder", lemma="shell", subtype="Shelling", by=RUIZ,
    )  # fmt: skip
    denied = story.event(
        f"{BERG} denied that Norlandic gunners fired on Port Alder.", "fired", "assault", agent="Norlandic gunners",
        patient="Port Alder", lemma="fire", subtype="Gunfire", status="negated", by=BERG,
    )  # fmt: skip
    story.mention("Norland", f"{BERG} denied that Norlandic gunners fired on Port Alder.", "Norlandic")
    world = resolve(told(story))
    assert [(c.type, c.a, c.b) for c in world.contradictions] == [("polarity", *sorted((told_by, denied)))]
