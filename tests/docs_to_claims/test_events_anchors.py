"""When and where: only what the parse ties to the event's own clause."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from claimed import event, named
from readings import reading

from kg.docs_to_claims.events import find_events
from kg.docs_to_claims.occasions import name_moments
from kg.docs_to_claims.statements import find_statements
from kg.records import Time

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model

R, B = "[Ana Ruiz|person]", "[Tomas Berg|person]"
LISBON, PORTO = "[Lisbon|place]", "[Porto|place]"
MAY_2, MAY_5 = "[May 2|time:2024-05-02]", "[May 5|time:2024-05-05]"


@pytest.mark.parametrize(
    ("marked", "trigger", "date"),
    [
        (f"{R} met {B} on {MAY_2}.", "met", "2024-05-02"),
        (f"On {MAY_2}, {R} met {B}.", "met", "2024-05-02"),
        (f"{R} met {B} [yesterday|time:2025-03-16].", "met", "2025-03-16"),
        (f"{R} met {B} in {LISBON} on {MAY_2}.", "met", "2024-05-02"),
        (f"{B} was arrested on {MAY_2} and charged on {MAY_5}.", "arrested", "2024-05-02"),
        (f"{B} was arrested on {MAY_2} and charged on {MAY_5}.", "charged", "2024-05-05"),
        (f"{R} held talks with {B} on {MAY_2}.", "talks", "2024-05-02"),
        (f"[Rebels|group] planned the attack of {MAY_2} on {LISBON}.", "attack", "2024-05-02"),
        (f"{R} is expected to meet {B} on [Friday|time:2025-03-21].", "meet", "2025-03-21"),
        (f"Talks between {R} and {B} took place on {MAY_2}.", "Talks", "2024-05-02"),
        (f"{R} met {B} during talks in {LISBON} on {MAY_2}.", "met", "2024-05-02"),
        (f"{R} said on {MAY_5} that {B} had resigned.", "resigned", None),
        (f"{R} said that {B} resigned on {MAY_2}.", "resigned", "2024-05-02"),
        (f"{R}, who resigned on {MAY_2}, met {B}.", "met", None),
        (f"{R}, who resigned on {MAY_2}, met {B}.", "resigned", "2024-05-02"),
        (f"{R} will stay in {LISBON} until {MAY_2}.", "stay", None),
        (f"{R} has visited {B} since {MAY_2}.", "visited", "2024-05-02/2025-03-17"),
        (f"{R} met {B} after {MAY_2}.", "met", None),
        (f"{R} will meet {B} before {MAY_2}.", "meet", None),
        (f"{R} met {B}. It rained on {MAY_2}.", "met", None),
        (f"{R} met {B}, who won the race on {MAY_2}.", "met", None),
        (f"{R} resigned after [police|organization] arrested {B} on {MAY_2}.", "resigned", None),
        (f"{R} resigned after [police|organization] arrested {B} on {MAY_2}.", "arrested", "2024-05-02"),
        ("[Arvo|organization] on [Sunday|time:2025-03-16] renamed [the ship|product].", "renamed", "2025-03-16"),
        (f"[The man|person] on [Monday|time:2025-03-10]'s flight sued {B}.", "sued", None),
        (f"{R} published the [first quarter|time:2025-01/2025-03] figures on {MAY_2}.", "published", "2024-05-02"),
        (f"{R} met {B} in support of friends and [winter|time:2024-24] sport.", "met", None),
        # one adjunct over several clauses
        (f"On {MAY_2}, {R} met {B}, and [the army|organization] freed two men.", "freed", "2024-05-02"),
        (f"{R} attacked {B} [yesterday|time:2025-03-16] and burned [the farm|facility].", "burned", "2025-03-16"),
        (f"{R} attacked {B} [yesterday|time:2025-03-16] and later burned [the farm|facility].", "burned", None),
        (f"{R} joined [Arvo|organization] in [2010|time:2010] and sued {B}.", "sued", None),
        (f"After the vote {R} joined [Arvo|organization] in [2010|time:2010] and sued {B}.", "sued", None),
        (f"{B} was arrested and charged on {MAY_2}.", "arrested", "2024-05-02"),
        (f"{B} was arrested at home and released on bail, [yesterday|time:2025-03-16].", "arrested", "2025-03-16"),
        (f"{B} resigned on {MAY_2} without thanking {R}.", "thanking", "2024-05-02"),
        # one moment
        (f"{B} was killed when [the mine|facility] collapsed on {MAY_2}.", "killed", "2024-05-02"),
        (f"Last week {B} was killed when [the mine|facility] collapsed.", "collapsed", None),
        (f"On {MAY_2}, {B} was killed when [the mine|facility] collapsed.", "collapsed", "2024-05-02"),
        (f"{R} taught physics until [2009|time:2009], when she joined [Arvo|organization].", "joined", "2009"),
        (
            f"An attack on {MAY_2} on [a depot|facility], in which {B} was injured, shocked {R}.",
            "injured",
            "2024-05-02",
        ),
        (f"The attack on [Porto|place] killed {B} on {MAY_2}.", "attack", "2024-05-02"),
        # what is scheduled, not the scheduling; what is compared with, counted up to or only described
        (f"{R} cancelled a visit to {PORTO} scheduled for {MAY_2}.", "visit", "2024-05-02"),
        (f"A visit to {PORTO}, planned for {MAY_2}, was postponed to {MAY_5}.", "visit", "2024-05-05"),
        (f"{R} is expected to ask [the court|organization] to free {B} on {MAY_2}.", "ask", "2024-05-02"),
        (f"{R} visited {B} in [1997|time:1997] and [1998|time:1998].", "visited", "1997/1998"),
        (f"{R} visited {B} in [1997|time:1997] and [2003|time:2003].", "visited", "1997"),
        (f"{R} posted a loss for [2023|time:2023].", "posted", None),
        (f"As of {MAY_2}, [the virus|other] had killed {B}.", "killed", None),
        (f"{R} read [Monday|time:2025-03-10]'s paper and sued {B}.", "sued", None),
        (f"In [July|time:2024-07] [Brussels|organization] sanctioned {B}.", "sanctioned", "2024-07"),
        (f"{R} beat {B} in [Saturday|time:2025-03-15]'s final.", "beat", "2025-03-15"),
    ],
)
def test_date(nlp: Language, marked: str, trigger: str, date: str | None) -> None:
    found = event(nlp, marked, trigger).time
    assert (found.value if found else None) == date


@pytest.mark.parametrize(
    ("marked", "trigger", "place"),
    [
        (f"{R} met {B} in {LISBON}.", "met", "Lisbon"),
        (f"In {LISBON}, {R} met {B}.", "met", "Lisbon"),
        (f"{R} met {B} near {LISBON} on {MAY_2}.", "met", "Lisbon"),
        (f"{B} was arrested in {LISBON} and charged in {PORTO}.", "arrested", "Lisbon"),
        (f"{B} was arrested in {LISBON} and charged in {PORTO}.", "charged", "Porto"),
        (f"{R} held talks with {B} in {LISBON}.", "talks", "Lisbon"),
        (f"Talks between {R} and {B} will take place in {LISBON}.", "Talks", "Lisbon"),
        (f"{R} is expected to meet {B} in {LISBON}.", "meet", "Lisbon"),
        (f"{R} met {B} during talks in {LISBON} on {MAY_2}.", "met", "Lisbon"),
        (f"{R} said in {PORTO} that {B} had resigned.", "resigned", None),
        (f"{R}, who was arrested in {LISBON}, met {B}.", "met", None),
        (f"{R}, who was arrested in {LISBON}, met {B}.", "arrested", "Lisbon"),
        (f"{R} met {B}. He had lived in {LISBON}.", "met", None),
        # what is done to a place is done there
        (f"[Rebels|group] attacked {LISBON}.", "attacked", "Lisbon"),
        (f"[Norland|country] fired on {LISBON}.", "fired", "Lisbon"),
        ("[Two guards|group] will patrol [the strip|place].", "patrol", "the strip"),
        (f"[Norland|country] fired rockets aimed at [a mast|product] in {PORTO}.", "fired rockets", "Porto"),
        (f"{R} praised {LISBON}.", "praised", None),
        ("[Norland|country]'s parliament passed the law.", "passed the law", "Norland"),
        (f"The [Arvo Hotel|facility] fire shocked {R}.", "fire", "Arvo Hotel"),
        (f"{R} sang in front of 4,000 [fans|group] at {PORTO}.", "sang", "Porto"),
        (f"[Rebels|group] attacked [a depot|facility] in {LISBON}.", "attacked", "Lisbon"),
        (f"{R} resigned after [police|organization] arrested {B} in {LISBON}.", "resigned", None),
        # where it happens before where it leads, where it leads before where it starts
        (f"In {LISBON}, {R} marched on [the palace|facility].", "marched", "Lisbon"),
        (f"{R} travelled from {LISBON} to {PORTO}.", "travelled", "Porto"),
        (f"{R} travelled from {LISBON} on {MAY_2}.", "travelled", "Lisbon"),
        (f"{B} was taken to [the clinic|facility].", "taken", "the clinic"),
        (f"{B} was deported back to [Angola|country].", "deported", "Angola"),
        (f"{R} flew to {PORTO} to meet {B}.", "meet", "Porto"),
        (f"{B} was evacuated and bussed to {PORTO}.", "evacuated", None),
        (f"[A storm|other] hit {PORTO}.", "hit", "Porto"),
        (f"{R} entered [the hall|facility].", "entered", "the hall"),
        # the named place of a place that is only described; the finer place of a place that is itself placed
        (f"{R} met {B} at [a hotel|facility] in {PORTO}.", "met", "Porto"),
        (f"{R} met {B} in a {PORTO} garage.", "met", "Porto"),
        ("[Rebels|group] shelled [Alva|place], a village in [the Serra district|place].", "shelled", "Alva"),
        (f"{R} was arrested during a raid on [the farm|facility] in {PORTO}.", "arrested", "Porto"),
        # clauses about a place
        (f"{R} lives in {PORTO}, where she met {B}.", "met", "Porto"),
        (f"The attack on [a depot|facility] in {PORTO}, in which {B} was injured, shocked {R}.", "injured", "Porto"),
        (f"In {PORTO}, {R} met {B}, and [the army|organization] freed two men.", "freed", "Porto"),
        (f"On {MAY_2} {R} met {B} in {PORTO}, and [the army|organization] freed two men.", "freed", None),
        # institutions, vessels and works used as places; the place they are in comes first
        (f"{B} was sentenced at [the Porto District Court|organization].", "sentenced", "the Porto District Court"),
        (f"{B} was sentenced at [the District Court|organization] in {PORTO}.", "sentenced", "Porto"),
        (f"{B} was taken to [Arvo College|organization].", "taken", "Arvo College"),
        (f"{B} returned to [the team|organization].", "returned", None),
        (f"{R} was born aboard [the Aurora|product].", "born", "the Aurora"),
        (f"{R} was arrested in [a car|product].", "arrested", "a car"),
        (f"{R} appeared on [the show|work].", "appeared", "the show"),
        (f"{R} posted a picture on [Chatter|organization].", "posted", "Chatter"),
        (f"{R} joined [Arvo|organization] on [the show|work].", "joined", None),
        (f"{R} entered [the magazine's office|organization].", "entered", "the magazine's office"),
        (f"{R} left [the party|organization].", "left", None),
        # where an act leads, what it takes from where, what is kept out of where
        (f"The storm sent [Norland|country]'s [fleet|product] to {PORTO}.", "sent", "Porto"),
        (f"{R} stole [cables|product] from [a depot|facility].", "stole", "a depot"),
        (f"{R} banned [lorries|product] from {PORTO}.", "banned", "Porto"),
        # what falls, falls where it stands
        ("[A dam|facility] above [Alva|place] collapsed.", "collapsed", "Alva"),
        ("[The Arvo Hotel|facility] near [the mosque|facility] collapsed.", "collapsed", "The Arvo Hotel"),
        (f"{B} was killed when [a mine|facility] in {PORTO} collapsed.", "killed", "Porto"),
        # one scene
        (f"{R} entered [the hall|facility] and shot {B}.", "shot", "the hall"),
        (f"{R} flew to {PORTO} and met {B}.", "met", "Porto"),
        (f"{R} flew to {PORTO} and later met {B}.", "met", None),
        (f"{R} left {PORTO} and met {B}.", "met", None),
        (f"{R} was stabbed while visiting {PORTO}.", "stabbed", "Porto"),
        (f"[Two men|group] were killed and {B} was injured in {PORTO}.", "killed", "Porto"),
        (f"[Two men|group] were killed in {LISBON} and {B} was injured in {PORTO}.", "killed", "Lisbon"),
        (f"[The army|organization] withdrew [the troops|group] stationed in {PORTO}.", "withdrew", "Porto"),
        (f"[Arvo|organization] was defeated in {PORTO}, with {R} beating {B}.", "beating", "Porto"),
        ("[Norland|country] election was held in May.", "election", "Norland"),
        # no place of the event: who somebody is, what is decided of, around a country
        (f"{R} sued {B}, a politician in [Angola|country].", "sued", None),
        (f"{R} approved [a dam|facility] in [Angola|country].", "approved", None),
        (f"{R} sued {B} over food for the crews of ships in {PORTO}.", "sued", None),
        (f"{R} met {B} at a post outside [Angola|country].", "met", None),
    ],
)
def test_place(nlp: Language, marked: str, trigger: str, place: str | None) -> None:
    found = event(nlp, marked, trigger).place
    assert (found.name if found else None) == place


FRAME = f"In {PORTO}, {R} was elected."


@pytest.mark.parametrize(
    ("marked", "trigger", "place"),
    [
        (f"{FRAME} {B} was defeated.", "defeated", "Porto"),
        (f"{FRAME} It rained. {B} was defeated.", "defeated", "Porto"),
        (f"{FRAME} {B} was arrested.", "arrested", None),  # another kind of event
        (f"{FRAME} {B} is defeated.", "defeated", None),  # another tense
        (f"{FRAME} [A friend|person] sat in {LISBON}. {B} was defeated.", "defeated", None),  # another place
        (f"{FRAME} {B} was later defeated.", "defeated", None),  # another time
        (f"{FRAME}\n{B} was defeated.", "defeated", None),  # another paragraph
        (f"{R} was elected in {PORTO}. {B} was defeated.", "defeated", None),  # no frame: not in front
        (
            f"[Ines Lund|person] sued. In {PORTO}, {R} was elected. {B} was defeated.",
            "defeated",
            None,
        ),  # not the opening
    ],
)
def test_a_place_that_opens_a_paragraph_frames_what_goes_on(
    nlp: Language, marked: str, trigger: str, place: str | None
) -> None:
    found = event(nlp, marked, trigger).place
    assert (found.name if found else None) == place


def times_of_statements(nlp: Language, marked: str) -> list[str | None]:
    read = reading(nlp, marked)
    return [s.time and s.time.text for s in name_moments(read, find_statements(read))]


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        (f"“We won,” {R} said after the vote.", "after the vote"),
        (f'During the ceremony {R} remarked: "We left the ship in good shape."', "During the ceremony"),
        (f"{R} said [the firm|organization] left after the vote.", None),  # when it left
        (f"“We won,” {R} said after the vote on {MAY_2}.", "May 2"),
        (f"“We won,” {R} said.", None),
    ],
)
def test_words_without_a_date_say_when_something_was_said(nlp: Language, marked: str, words: str | None) -> None:
    assert times_of_statements(nlp, marked) == [words]


def test_a_weekday_outranks_now(nlp: Language) -> None:
    read = reading(nlp, f"{R} will now meet {B} on Friday.", published=None)
    text = read.article.text
    times = tuple(
        Time(word, text.index(word), text.index(word) + len(word), timex=timex)
        for word, timex in (("now", "PRESENT_REF"), ("Friday", "XXXX-WXX-5"))
    )
    (found,) = find_events(replace(read, times=times), ())
    assert found.time is not None
    assert found.time.text == "Friday"


def test_a_duration_is_no_date(nlp: Language) -> None:
    read = reading(nlp, f"{R} met {B} for [two hours|time].")
    read = replace(read, times=tuple(replace(t, type="DURATION", timex="PT2H") for t in read.times))
    assert [e.time for e in find_events(read, ())] == [None]


def days(nlp: Language, marked: str, trigger: str, timex: str) -> str | None:
    """The date of an event in a sentence whose marks without a value are durations."""
    read = reading(nlp, marked)
    times = tuple(t if t.value else replace(t, type="DURATION", timex=timex) for t in read.times)
    found = next(e for e in find_events(replace(read, times=times), ()) if named(e) == trigger).time
    return found.value if found else None


@pytest.mark.parametrize(
    ("marked", "trigger", "timex", "date"),
    [
        (f"{B} was arrested on {MAY_5}, [two days|time] after {R} sued him.", "sued", "P2D", "2024-05-03"),
        (f"{B} was arrested [two weeks|time] after {R} sued him on {MAY_5}.", "arrested", "P2W", "2024-05-19"),
        (f"{B} was arrested on {MAY_5}, [two years|time] after {R} sued him.", "sued", "P2Y", None),
        (f"{B} will be freed within [ten days|time].", "freed", "P10D", "2025-03-17/2025-03-27"),
        (f"{B} was freed within [ten days|time].", "freed", "P10D", None),
        (f"{R} has sued {B} twice in [the past three days|time].", "sued", "P3D", "2025-03-14/2025-03-17"),
    ],
)
def test_counted_days(nlp: Language, marked: str, trigger: str, timex: str, date: str | None) -> None:
    assert days(nlp, marked, trigger, timex) == date


def test_by_a_day_ahead_is_from_publication_to_that_day(nlp: Language) -> None:
    found = event(nlp, f"{R} will sue {B} by [the end of March|time:2025-03].", "sue").time
    assert found is not None
    assert (found.value, found.resolved_from) == ("2025-03-17/2025-03-31", "publication date")
