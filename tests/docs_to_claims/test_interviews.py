"""Whose words the paragraphs of interviews and transcripts are. All pages are invented."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.articles_to_docs import read
from kg.articles_to_docs.layout import layout
from kg.docs_to_claims import claims
from kg.docs_to_claims.statements.turns import turns
from kg.records import Article, Entity, Event, Statement

if TYPE_CHECKING:
    from spacy.language import Language

    from kg.articles_to_docs.reading import Reading
    from kg.records import Record

pytestmark = pytest.mark.model


def page(nlp: Language, paragraphs: str) -> Reading:
    """The Reading of a page whose paragraphs stand a blank line apart."""
    text = paragraphs.replace("\n", "\n\n")
    (found,) = read([Article("a", "a.txt", text, published="2025-03-17", blocks=layout(text))], nlp)
    return found


def said(records: list[Record]) -> list[tuple[str, str, list[str]]]:
    """Speaker, stance and the paragraphs of every statement."""
    found = [r for r in records if isinstance(r, Statement)]
    return [(s.speaker.name, s.stance, [p.text for p in s.parts or (s.content,)]) for s in found]


def own_facts(records: list[Record]) -> list[str]:
    """The triggers of what the article tells as certain on its own word."""
    events = [r for r in records if isinstance(r, Event)]
    return [e.trigger.text for e in events if not e.attributed_to and e.certainty == "certain"]


ROUND = """Northern Post talks to mayor Ana Ruiz about the flood
The river Brae flooded Port Alder in May. Ana Ruiz, the mayor, spoke to the Northern Post.
((NP))  When did you learn of the flood?
((Ana Ruiz))  I got a call at night. The dam had burst.
The army evacuated four hundred people. Two bridges collapsed.
((NP))  Who opened the gates?
((Ana Ruiz))  The water board opened them on Sunday.
Ruiz resigned in June. The council elected Tomas Berg."""

NAMES = """Ana Ruiz on the flood
Ana Ruiz was mayor of Port Alder for nine years.
Kari Moe: Why did you leave the town?
Ana Ruiz: I was tired. The council dismissed my deputy.
The army arrested two men.
Kari Moe: Do you miss it?
AR: No. I bought a boat."""

CAPITALS = """The harbour debate
Ana Ruiz and Tomas Berg debated the harbour on Monday.
RUIZ: I closed the harbour because the pier collapsed.
The navy seized two boats there.
BERG: You sold the pier to a bank.
RUIZ: That is a lie."""

LETTERS = """An interview with Ana Ruiz
Ana Ruiz led Port Alder through the flood.
Q: What happened in May?
A: I was asleep when the dam burst.
The army evacuated four hundred people.
Q: And then?
A: The water board closed the gates."""

SQUARE = """Ana Ruiz and Tomas Berg on the harbour
Ana Ruiz and Tomas Berg debated the harbour on Monday.
[Ana Ruiz] I closed the harbour. [The] pier had collapsed.
The navy seized two boats.
[Tomas Berg] You sold the pier to a bank."""

BARE = """Northern Post asks Ana Ruiz about the flood
The engineer Ana Ruiz answered questions of the Northern Post in Lisbon.
((Northern Post))  What do you do?
Ana Ruiz I build dams for the water board.
((NP))  What happened in May?
AR The dam burst at night. The army evacuated four hundred people.
((NP))  And then?
AR The council dismissed the board."""

UNLABELLED = """Ana Ruiz on the flood, the army and the sea
The mayor of Port Alder resigned on Monday. She met a reporter at the harbour.
Why did you leave your office?
I was tired. I had no sleep for weeks.
The army evacuated four hundred people. Two bridges collapsed.
What do you do now?
I fish. My brother gave me a boat.
The bank denies that.
Do you miss your office?
No. I never do.
Ruiz left the harbour at noon."""

QUESTIONS_LABELLED = """Northern Post talks to mayor Ana Ruiz about the flood
The mayor of Port Alder, Ana Ruiz, resigned on Monday. She spoke to the Northern Post.
((NP)) Why did you leave your office?
I was tired. The council dismissed my deputy.
The army arrested two men.
((NP)) Do you miss it?
No, I bought a boat."""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (ROUND,
         [("Northern Post", "asked", ["When did you learn of the flood?"]),
          ("Ana Ruiz", "said", ["I got a call at night. The dam had burst.",
                                "The army evacuated four hundred people. Two bridges collapsed."]),
          ("Northern Post", "asked", ["Who opened the gates?"]),
          ("Ana Ruiz", "said", ["The water board opened them on Sunday."])]),
        (NAMES,
         [("Kari Moe", "asked", ["Why did you leave the town?"]),
          ("Ana Ruiz", "said", ["I was tired. The council dismissed my deputy.", "The army arrested two men."]),
          ("Kari Moe", "asked", ["Do you miss it?"]),
          ("Ana Ruiz", "said", ["No. I bought a boat."])]),
        (CAPITALS,
         [("Ana Ruiz", "said", ["I closed the harbour because the pier collapsed.",
                                "The navy seized two boats there."]),
          ("Tomas Berg", "said", ["You sold the pier to a bank."]),
          ("Ana Ruiz", "said", ["That is a lie."])]),
        (LETTERS,
         [("Ana Ruiz", "said", ["I was asleep when the dam burst.", "The army evacuated four hundred people."]),
          ("Ana Ruiz", "said", ["The water board closed the gates."])]),
        (SQUARE,
         [("Ana Ruiz", "said", ["I closed the harbour. [The] pier had collapsed.", "The navy seized two boats."]),
          ("Tomas Berg", "said", ["You sold the pier to a bank."])]),
        (BARE,
         [("Northern Post", "asked", ["What do you do?"]),
          ("Ana Ruiz", "said", ["I build dams for the water board."]),
          ("Northern Post", "asked", ["What happened in May?"]),
          ("Ana Ruiz", "said", ["The dam burst at night. The army evacuated four hundred people."]),
          ("Northern Post", "asked", ["And then?"]),
          ("Ana Ruiz", "said", ["The council dismissed the board."])]),
        (UNLABELLED,
         [("Ana Ruiz", "said", ["I was tired. I had no sleep for weeks."]),
          ("Ana Ruiz", "said", ["The army evacuated four hundred people. Two bridges collapsed."]),
          ("Ana Ruiz", "said", ["I fish. My brother gave me a boat."]),
          ("Ana Ruiz", "said", ["No. I never do."])]),
        (QUESTIONS_LABELLED,
         [("Northern Post", "asked", ["Why did you leave your office?"]),
          ("Ana Ruiz", "said", ["I was tired. The council dismissed my deputy.", "The army arrested two men."]),
          ("Northern Post", "asked", ["Do you miss it?"]),
          ("Ana Ruiz", "said", ["No, I bought a boat."])]),
    ],
    ids=["round brackets", "names", "capitals", "letters", "square brackets", "initials", "no labels", "asked only"],
)  # fmt: skip
def test_a_turn_lasts_until_the_next_label(
    nlp: Language, text: str, expected: list[tuple[str, str, list[str]]]
) -> None:
    assert said(list(claims(page(nlp, text)))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (ROUND, {"talks", "flooded", "spoke", "resigned", "elected"}),  # narration above, and below the last answer
        (NAMES, set()),
        (CAPITALS, {"debate", "debated"}),  # the headline names the debate
        (UNLABELLED, {"resigned", "met", "denies", "left"}),
        (QUESTIONS_LABELLED, {"talks", "resigned", "spoke"}),
    ],
    ids=["round brackets", "names", "capitals", "no labels", "asked only"],
)
def test_what_is_answered_is_no_fact_of_the_outlet(nlp: Language, text: str, expected: set[str]) -> None:
    assert set(own_facts(list(claims(page(nlp, text))))) <= expected


def test_an_answer_whose_speaker_nobody_knows_is_nobodys(nlp: Language) -> None:
    text = (
        "Talk about the harbour\nThe town debated the harbour on Monday.\n((XQ))  The navy seized two boats in May.\n"
        "The council sold the pier to a bank.\n((ZD))  The bank dismissed the crew."
    )
    records = list(claims(page(nlp, text)))
    told = {r.trigger.text: r.certainty for r in records if isinstance(r, Event)}
    assert said(records) == []
    assert {told[word] for word in ("seized", "sold", "dismissed")} == {"probable"}
    assert told["debated"] == "certain"


def test_initials_of_who_asks_are_not_a_person_spoken_of(nlp: Language) -> None:
    text = (
        "The dam of Port Alder\nThe engineer Tomas Berg built the dam. Ana Ruiz runs it today.\n"
        "((TB))  How old is it?\n((Ana Ruiz))  I think it is forty.\n((TB))  Who pays?\n((Ana Ruiz))  The town does."
    )
    assert {speaker for speaker, _, _ in said(list(claims(page(nlp, text))))} == {"Ana Ruiz"}


def test_a_label_is_neither_content_nor_somebody_else(nlp: Language) -> None:
    found = list(claims(page(nlp, BARE)))
    assert not {"AR", "NP"} & {r.name for r in found if isinstance(r, Entity)}
    assert all("((" not in r.content.text for r in found if isinstance(r, Statement))


def test_i_is_who_speaks_in_every_paragraph_of_a_turn(nlp: Language) -> None:
    text = ROUND.replace("Two bridges collapsed.", "I lost the old library.")
    lost = next(r for r in claims(page(nlp, text)) if isinstance(r, Event) and r.trigger.text == "lost")
    assert [role.ref.name for role in lost.roles if role.role != "topic"][:1] == ["Ana Ruiz"]


@pytest.mark.parametrize(
    "text",
    [
        # labels of a notice, of pictures and of a list are nobody's voice
        "A storm hit Port Alder on Monday.\nWeather: The wind reached 120 km/h on Monday.\n"
        "Police: Two men were killed in Port Alder.\nPhoto: Ana Ruiz.\nAna Ruiz: The mayor closed the schools.",
        # advice to the reader is no talk
        "The ferry is closed until May.\nTickets: You can return your ticket at the office.\n"
        "Buses: You can take the bus to Port Alder.",
        # a live page
        "Ana Ruiz spoke in Port Alder on Monday.\n14:32: The mayor left the hall.\n14:40: The crowd went home.",
        # a question in the story
        "The dam burst in May. Who opened the gates?\nThe army evacuated the town. Two bridges collapsed.",
        # a claim and its check
        "Ana Ruiz: “We built the dam.” Ruiz said so in May.\nThe town paid for the dam in 1990.\n"
        "Tomas Berg: “I never saw it.” Berg said so in June.\nBerg opened the dam in 1991.",
    ],
    ids=["notice", "advice", "live", "question", "check"],
)
def test_other_pages_have_no_turns(nlp: Language, text: str) -> None:
    assert turns(page(nlp, text)) == ()
