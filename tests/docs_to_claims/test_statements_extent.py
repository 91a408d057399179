"""Whose words they are and how far they reach, in plain text read the whole way. All sentences are invented."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from plain import plain

from kg.docs_to_claims.statements import find_statements

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model


def said(nlp: Language, text: str) -> list[tuple[str, str, str]]:
    """Speaker, cue and pieces of every statement, white space folded."""
    found = find_statements(plain(nlp, text))
    return [
        (s.speaker.name, s.cue.text, " … ".join(" ".join(p.text.split()) for p in s.parts or (s.content,)))
        for s in found
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a relative pronoun is part of what was said
        ("The bridge, which engineers said was unsafe, fell on Monday.", [("engineers", "said", "was unsafe")]),
        ("Ana Ruiz signed an order which she said would allow her to act without parliament.",
         [("Ana Ruiz", "said", "would allow her to act without parliament")]),
        # a second clause of the speaker's, and one that is another saying
        ("Ana Ruiz claims that her passport was taken away from her and she was forced to work.",
         [("Ana Ruiz", "claims", "her passport was taken away from her and she was forced to work")]),
        ("The paper spoke to the Navy, who told it this was unconfirmed and noted no ransom has been sought.",
         [("Navy", "told", "this was unconfirmed"), ("Navy", "noted", "no ransom has been sought")]),
        ("The union said workers had been kept in the dark and vowed to take Nexora Group to court.",
         [("union", "said", "workers had been kept in the dark"),
          ("union", "vowed", "to take Nexora Group to court")]),
        ("In a statement, Mayor Ana Ruiz said the guards had not fired a shot and accused Tomas Berg of lying.",
         [("Ana Ruiz", "said", "the guards had not fired a shot"), ("Ana Ruiz", "accused", "lying")]),
        # what the article adds, behind and before
        ('"We will not exclude anyone from the market," Ana Ruiz said, repeating her remarks of January 2.',
         [("Ana Ruiz", "said", "We will not exclude anyone from the market")]),
        ('Ana Ruiz said, "They need to stand by us", while addressing the press yesterday.',
         [("Ana Ruiz", "said", "They need to stand by us")]),
        ("Ana Ruiz announced she would drop her bid to add the question, before reversing course the next day.",
         [("Ana Ruiz", "announced", "she would drop her bid to add the question")]),
        ("Lisbon, Portugal – Denmark and Norway have agreed to exchange prisoners, the two sides said on Tuesday.",
         [("two sides", "said", "Denmark and Norway have agreed to exchange prisoners")]),
        ("The advisory also noted dangerous surf, with waves over 30 feet, warning of a possibility of flooding.",
         [("advisory", "warning", "a possibility of flooding")]),
        ("Tomas Berg predicted a storm surge of three to six feet (one to two meters).",
         [("Tomas Berg", "predicted", "a storm surge of three to six feet (one to two meters)")]),
        ("The order pulls funding from other places: potentially, according to Al Jazeera, $3.6 billion from a budget, "
         "$2.5 billion from programs, and $601 million from a fund.",
         [("Al Jazeera", "according to",
           "$3.6 billion from a budget, $2.5 billion from programs, and $601 million from a fund")]),
        # both sides of a source without commas
        ("The map contained an error, placing the wreck according to the Alder Times about 100 miles from Port Alder.",
         [("Alder Times", "according to", "The map contained an error, placing the wreck … about 100 miles from Port "
           "Alder")]),
        ('"We stand ready" tweeted Tomas Berg "to provide whatever help we can."',
         [("Tomas Berg", "tweeted", "We stand ready … to provide whatever help we can.")]),
        ("Police on Sunday told Agence France-Presse fires had been set.", [("Police", "told", "fires had been set")]),
        ("Ana Ruiz denied the charge, telling broadcaster Alder News that she knew nothing.",
         [("Ana Ruiz", "telling", "she knew nothing")]),
        ("One child was, according to the fire service, among the dead.",
         [("fire service", "according to", "One child was … among the dead")]),
        ("She has been ordered to return by Friday, TV station Argo reported.",
         [("Argo", "reported", "She has been ordered to return by Friday")]),
        # a quotation of several paragraphs, of which only the last is closed and has a cue
        ("“We went home.\n“Those who went back were moved two weeks ago.\n“Nobody goes back now,” Tomas Berg added.",
         [("Tomas Berg", "added",
           "We went home. … Those who went back were moved two weeks ago. … Nobody goes back now")]),
        # judgements and expectations
        ("The United Nations called the resulting crisis the worst in the world.",
         [("United Nations", "called", "the resulting crisis the worst in the world")]),
        ("He called the town Alder.", []),
        ("Nexora Group expects sales to shrink by 4% this year, having guided for growth in April.",
         [("Nexora Group", "expects", "sales to shrink by 4% this year")]),
        ("Ana Ruiz has called for Tomas Berg to quit, claiming that he was “out of touch” with voters.",
         [("Ana Ruiz", "claiming", "he was “out of touch” with voters")]),
    ],
)  # fmt: skip
def test_content_is_what_was_said(nlp: Language, text: str, expected: list[tuple[str, str, str]]) -> None:
    assert said(nlp, text) == expected


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        # descriptions lead to a name, and are no second speaker
        ('Study co-author and geochemist Seth Brown remarked, "There was no reason to expect this."', ["Seth Brown"]),
        ("Valerie Stone, a Danish woman and former Buddhist, has claimed that the church held her.", ["Valerie Stone"]),
        ('President of Denmark Tomas Berg said, "We expect help."', ["Tomas Berg"]),
        ("According to Danish Ambassador to the United States Ana Ruiz, the team won.", ["Ana Ruiz"]),
        ("According to the director of a local hospital, Ana Ruiz, nine people died.", ["Ana Ruiz"]),
        ("A woman, a niece of Berg's opponent Carla Stone, who claimed Berg insulted her, left the town.", ["woman"]),
        # who passes words on, and whose they are
        ("Reuters, citing anonymous sources, reported both production and export had been disrupted.",
         ["anonymous sources"]),
        ("Alder News reported the mine was shut, citing two officials.", ["two officials"]),
        ("According to Alder News, which cited sources close to the inquiry, the man had converted a year ago.",
         ["sources close to the inquiry"]),
        ("According to the University of Denmark's Institute for Health, the virus may cause more deaths.",
         ["Institute for Health"]),
        ("Nexora Group released a statement saying the mine was shut.", ["Nexora Group"]),
        ("Nexora Group issued a statement on Monday. The statement said the mine was shut.", ["Nexora Group"]),
        ("The judge died, according to a statement released by the Supreme Court of Denmark.",
         ["Supreme Court of Denmark"]),
        ("The hospital treated 25 people, Radio Alder reported the governor said.", ["Radio Alder"]),
        # “I” speaks, whoever stands nearest to the verb
        ("\"I looked at Tomas and said, 'This is it, isn't it?'\" Ana Ruiz recalled.", ["Ana Ruiz"]),
        # a participle before a noun is no saying
        ("Six of the thefts were, according to agreed facts heard in court, \"small in scale\".", []),
    ],
)  # fmt: skip
def test_speaker_is_who_says_it(nlp: Language, text: str, speakers: list[str]) -> None:
    assert [speaker for speaker, _, _ in said(nlp, text)] == speakers


def test_a_place_that_is_called_on_is_spoken_to(nlp: Language) -> None:
    (found,) = find_statements(plain(nlp, "Ana Ruiz called on Lisbon to remain neutral."))
    assert found.addressee is not None
    assert found.addressee.name == "Lisbon"
