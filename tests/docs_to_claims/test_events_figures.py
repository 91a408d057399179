"""Verbs that tell of no event: figures of speech, judgements, halves of nouns, questions about nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from claimed import events, named

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("marked", "word"),
    [
        ("“[Norland|country] has crossed a red line,” [Ana Ruiz|person] said.", "crossed"),
        ("“[Norland|country] is playing with fire,” [Ana Ruiz|person] said.", "playing"),
        ("[Norland|country] opened the door to talks with [Vesterland|country].", "opened"),
        ("“[The union's count|other] is invented,” [Ana Ruiz|person] said.", "invented"),
        ("Who flinched in [Port Alder|place]?", "flinched"),
        ("A runaway is a person sought by [the guild|organization].", "sought"),
        ("[The guild|organization] asks police to seize anyone wanted by [Norland|country].", "wanted"),
        ("Under the charter, [the board|organization] dismisses [the judges|group].", "dismisses"),
        ("All candidates that contest the seat in [Lisbon|place] must form a team.", "contest"),
        ("Pumps that harm [the coast|place] could be sold.", "harm"),
        ("[Ana Ruiz|person] spoke of [Tomas Berg|person] without giving details.", "giving"),
        ("[Ana Ruiz|person] was fed up with [Tomas Berg|person].", "fed"),
        ("A second round of talks between [Norland|country] and [Vesterland|country] is planned.", "planned"),
    ],
)
def test_what_is_no_event(nlp: Language, marked: str, word: str) -> None:
    assert word not in [named(e) for e in events(nlp, marked)]


@pytest.mark.parametrize(
    ("marked", "word"),
    [
        ("[Ana Ruiz|person] opened the cabin door in [Lisbon|place].", "opened"),
        ("[The engine|product] was invented by [Ana Ruiz|person].", "invented"),
        ("Police arrested a man wanted by [Norland|country].", "wanted"),
        ("Under the charter, [the board|organization] dismissed [Ana Ruiz|person].", "dismissed"),
    ],
)
def test_what_is_one(nlp: Language, marked: str, word: str) -> None:
    assert word in [named(e) for e in events(nlp, marked)]


def test_a_noun_cut_in_two_is_one_noun(nlp: Language) -> None:
    found = events(nlp, "[Norland|country] issues arrest warrants for [Ana Ruiz|person]; seeks help", ("headline",))
    assert "arrest" not in [named(e) for e in found]
