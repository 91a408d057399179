"""Triggers of more than one word, and words that only look like triggers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from claimed import events
from readings import reading

from kg.docs_to_claims.events.triggers import act_type

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model

R, B = "[Ana Ruiz|person]", "[Tomas Berg|person]"
N, V = "[Norland|country]", "[Vesterland|country]"


@pytest.mark.parametrize(
    ("marked", "told"),
    [
        # What only says how far the act has come, or how it is meant, belongs to the act.
        (f"{N} plans to invade {V}.", [("assault", "plans to invade")]),
        (f"{N} has begun to shell {V}.", [("assault", "begun to shell")]),
        (f"{B} tried to bribe {R}.", [("coerce", "tried to bribe")]),
        (f"{B} hopes that {R} will resign.", [("personnel", "resign")]),
        (f"{B} wants {R} to resign.", [("request", "wants"), ("personnel", "resign")]),
        # An event noun that nothing more is told of belongs to the verb it is done to.
        (f"{B} lost the vote.", [("contest", "lost the vote")]),
        (f"{B} welcomed the decision.", [("support", "welcomed")]),
        # A noun with what says that it happens.
        ("Peace talks are set to resume in [Lisbon|place].", [("consult", "Peace talks are set to resume")]),
        (f"{N} and {V} declared a cease-fire.", [("retreat", "declared a cease-fire")]),
        (f"{N} and {V} held joint naval drills.", [("cooperate", "held joint naval drills")]),
        (f"{N} test-fired [a missile|product].", [("mobilize", "test-fired")]),
        ("Raids were carried out by [the police|organization].", [("assault", "Raids were carried out")]),
        # The participle behind a noun that only says whose act it is.
        (f"A raid launched by {N} killed {B}.", [("assault", "raid launched"), ("assault", "killed")]),
        # The type of an act to come, and of whom a number is a number of.
        (f"{B} vowed to punish {R}.", [("threaten", "vowed"), ("justice", "punish")]),
        (f"{B} vowed to help {R}.", [("agree", "vowed"), ("aid", "help")]),
        (f"{B} struck [a group of cyclists|group].", [("disaster", "struck")]),
        # Nouns that the tagger takes for verbs.
        (f"2031 {N} airstrikes on {V}", [("assault", "airstrikes")]),
    ],
)
def test_phrases(nlp: Language, marked: str, told: list[tuple[str, str]]) -> None:
    assert [(e.type, e.trigger.text) for e in events(nlp, marked)] == told


@pytest.mark.parametrize(
    ("marked", "triggers"),
    [
        (f"{B}, armed with a dagger, met {R}.", ["met"]),
        (f"{B} met [Prime Minister Modi|person].", ["met"]),
        (f"{R} gathers that {B} left {N}.", ["left"]),
        (f"{R} took matters into her own hands.", []),
        (f"The law requires 76 seats of {N}.", []),
    ],
)
def test_what_only_looks_like_a_trigger(nlp: Language, marked: str, triggers: list[str]) -> None:
    assert [e.trigger.text for e in events(nlp, marked) if e.type != "other"] == triggers


def test_the_type_of_an_act(nlp: Language) -> None:
    read = reading(nlp, f"{N} attacked {V} and zigged.")
    types = {t.text: act_type(read, t) for t in read.tokens if t.text in ("attacked", "zigged")}
    assert types == {"attacked": "assault", "zigged": None}
