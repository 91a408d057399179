"""Who says what, from where to where, in plain text read the whole way. All sentences are invented."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from plain import plain

from kg.docs_to_claims.statements import find_statements

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model


def said(nlp: Language, text: str) -> list[tuple[str, str, str]]:
    """Speaker, cue and content of every statement, white space folded."""
    found = find_statements(plain(nlp, text))
    return [(s.speaker.name, s.cue.text, " ".join(s.content.text.split())) for s in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a clause whose subject the parser takes for an object of the cue
        ("A study published last month reported astronomers from the Mira Observatory (MO) and elsewhere discovered a "
         "black hole.",
         [("study", "reported",
           "astronomers from the Mira Observatory (MO) and elsewhere discovered a black hole")]),
        ("Denmark's governor has promised each victim will be subject to a payout of one million crowns.",
         [("Denmark's governor", "promised", "each victim will be subject to a payout of one million crowns")]),
        ("The National Storm Center (NSC) reported Hurricane Mira in the Caribbean had strengthened into a big storm.",
         [("National Storm Center", "reported",
           "Hurricane Mira in the Caribbean had strengthened into a big storm")]),
        ("Scientists have disclosed new steps toward using natural glue in medicine.",
         [("Scientists", "disclosed", "new steps toward using natural glue in medicine")]),
        # … and one joined to an object, which opens a clause of its own
        ("It came the same day Malawi confirmed its first infections and Zambia had its first death.",
         [("Malawi", "confirmed", "its first infections")]),
        # two verbs of what is said, the second hung on the cue
        ("The website reported its source claimed a fourth robber escaped and remains wanted.",
         [("website", "reported", "its source claimed a fourth robber escaped and remains wanted"),
          ("its source", "claimed", "a fourth robber escaped and remains wanted")]),
        ("Senator Karl Lund, a critic, said the vote is what separates Norway from nations like Denmark, and described "
         "Berg's plan as \"unthinkable and unacceptable.\"",
         [("Karl Lund", "said", "the vote is what separates Norway from nations like Denmark"),
          ("Karl Lund", "described", "unthinkable and unacceptable.")]),
        # what somebody else adds ends the content
        ("The Harbour Board says it has found no trace of oil despite Norpress claiming a source described a leak.",
         [("Harbour Board", "says", "it has found no trace of oil"),
          ("Norpress", "claiming", "a source described a leak")]),
        ("Doctors in Lisbon reported that the new virus may spread in a manner similar to flu — suggesting, experts "
         "noted, that this outbreak may call for new rules.",
         [("Doctors", "reported", "the new virus may spread in a manner similar to flu"),
          ("experts", "noted", "this outbreak may call for new rules")]),
        ("Health Minister Lukas Holm said \"We couldn't win,\" and the city flag is at half-mast.",
         [("Lukas Holm", "said", "We couldn't win")]),
        # labels: the caller calls, and what is joined belongs to it
        ("Ana Ruiz, the acting mayor, spoke out against the strike, calling it \"an insult to the city\" as well as a "
         "breach of the rules.",
         [("Ana Ruiz", "calling", "an insult to the city")]),
        ("On Tuesday, mayor Tomas Berg called the deal \"null and void\" and \"plainly ridiculous\".",
         [("Tomas Berg", "called", "null and void\" and \"plainly ridiculous")]),
        ("The Green campaign criticized Berg's refusal to debate, accusing the mayor of \"not wanting to face "
         "voters.\"",
         [("Green campaign", "accusing", "not wanting to face voters.")]),
        # sources without a verb
        ("Ana Ruiz, the head of the court decided, according to the summary, \"that although the law was old, it would "
         "be wrong to end it\".",
         [("summary", "according to", "Ana Ruiz, the head of the court decided, according to the summary, "
          "\"that although "
           "the law was old, it would be wrong to end it")]),
        ("According to reports from the ministry of trade of Norland on Friday, and Vyasna, an independent centre, on "
         "Thursday, around 18,250 visitors attended the rally.",
         [("ministry of trade", "According to", "around 18,250 visitors attended the rally")]),
        ("According to Alder's first selectman, Chris Kerr, there were ten passengers aboard the aircraft.",
         [("Chris Kerr", "According to", "there were ten passengers aboard the aircraft")]),
        ("According to Connecticut Senator Richard Holm, the airplane is one of eighteen.",
         [("Richard Holm", "According to", "the airplane is one of eighteen")]),
        ("Governor Ana Ruiz had previously stated she was uninterested in the office, but would fill the position.",
         [("Ana Ruiz", "stated", "she was uninterested in the office, but would fill the position")]),
        # who speaks
        ("Another co-author, engineering professor Julian Marsh, said it was late.",
         [("Julian Marsh", "said", "it was late")]),
        ("In a statement, Maya Holm, his wife and the current chairwoman of the Green Party, said Berg worked late.",
         [("Maya Holm", "said", "Berg worked late")]),
        ("Norway had the highest number of deaths, with the next country, Denmark, reporting 542 deaths as of "
         "Wednesday.",
         [("Denmark", "reporting", "542 deaths")]),
        ("His daughter, and member of the board, Sara Lund wrote, \"It was one of the happiest days for me.\"",
         [("Sara Lund", "wrote", "It was one of the happiest days for me.")]),
        ("Liberal Party leader and Prime Minister Boris Lund said he was \"humbled\" by the results.",
         [("Boris Lund", "said", "he was \"humbled\" by the results")]),
        ("Writing in a blog post, Matthew Lund of The Alder Times dubbed the quarrel \"a war of words\".",
         [("Matthew Lund", "dubbed", "a war of words")]),
        ("Ana Ruiz fled. Her husband, the conductor Tomas Berg, who died of cancer in May, had urged her not to run.",
         [("Tomas Berg", "urged", "not to run")]),
        ("The board and the Harbour Office said they believe gas was the cause.",
         [("board", "said", "they believe gas was the cause"), ("Harbour Office", "said", "they believe gas "
          "was the cause"),
          ("board", "believe", "gas was the cause"), ("Harbour Office", "believe", "gas was the cause")]),
    ],
)  # fmt: skip
def test_who_says_what_from_where_to_where(nlp: Language, text: str, expected: list[tuple[str, str, str]]) -> None:
    assert said(nlp, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        # a name is no saying, nor is what a thing is asked for
        'The University of Lisbon had been hosting a program about trade at Mira Hall called "Learning Together".',
        "Before the deadline, over a million people requested absentee ballots to vote by mail.",
        "On Thursday, President Erik Lund called for joint action to stop the fires in Brazil.",
        # whose words they are stands elsewhere
        "The excerpts, which are only the dispatcher's words were reported by Norpress as such: "
        '"And there are 33 people on board? Can they get off?"',
        # a name and a colon before what is told of its bearer
        "Tomas Berg: I think he was the one who wrote it. So Berg is our expert.",
    ],
)
def test_no_saying(nlp: Language, text: str) -> None:
    assert said(nlp, text) == []


def test_a_label_in_a_transcript_before_ones_own_words(nlp: Language) -> None:
    assert said(nlp, "Tomas Berg: I think we wrote it too late.") == [
        ("Tomas Berg", ":", "I think we wrote it too late.")
    ]


@pytest.mark.parametrize(
    ("text", "speaker", "relays"),
    [
        # who shares the words relays nobody
        ("The board and the Harbour Office said they believe gas was the cause.", "board", ()),
        # words joined to a label are no part of another's saying
        ('Ana Ruiz told Norpress, "I had a lot of backlash — some celebrities complained about it."', "Ana Ruiz", ()),
        # a story told inside a quotation ends with it
        (
            "\"One of the musicians turned round and said, 'We have got a drummer'\", Karl Lund recalled.",
            "One of the musicians",
            ("Karl Lund",),
        ),
    ],
)
def test_reported_by(nlp: Language, text: str, speaker: str, relays: tuple[str, ...]) -> None:
    found = [s for s in find_statements(plain(nlp, text)) if s.speaker.name == speaker]
    assert found
    assert all(tuple(r.name for r in s.reported_by) == relays for s in found)


def test_an_addressee_is_who_is_named_not_what_describes_them(nlp: Language) -> None:
    (statement,) = find_statements(plain(nlp, "Ana Ruiz told the radio host Karl Tonne that the vote was near."))
    assert statement.addressee is not None
    assert statement.addressee.name == "Karl Tonne"
