"""Labels of happenings: verbs as verbs, nouns as nouns, no more than the claim has, never a bare verb."""

from __future__ import annotations

from typing import Any

import pytest

from kg.claims_to_entities import resolve
from kg.claims_to_entities.event_words import is_verb, naming, rest
from kg.records import Event
from tests.claims_to_entities.told import Story, told


def event(sentence: str, trigger: str, kind: str, things: tuple[str, ...] = (), **more: Any) -> Story:
    story = Story("a").entity("Sella", "place").entity("Norland", "country")
    for thing in things:
        story.entity(thing, "other", said="nominal")
    story.event(sentence, trigger, kind, **more)
    return story


def claim(story: Story) -> Event:
    (found,) = (r for r in told(story) if isinstance(r, Event))
    return found


# sentence, trigger, type, lemma, whether a verb
VERBS = [
    ("The envoy asked that both sides free the pilots.", "free", "concede", "free", True),
    ("A gate that was shut for weeks opened.", "shut", "coerce", "shut", True),
    ("The union blames the mill for breaking its word.", "breaking", "reject", "break", True),
    ("The paper seeks the help of the council.", "seeks", "request", "seek", True),
    ("A fund has been set up for the divers.", "set up", "launch", "set", True),
    ("The divers went on trial in May.", "went on trial", "justice", "go", True),
    ("Geese are known to almost always return to the lake.", "return", "movement", "return", True),
    ("Ships broadcast their position.", "broadcast", "launch", "broadcast", True),
    ("The attack began at noon.", "attack", "assault", "attack", False),
    ("Her return to the lake was filmed.", "return", "movement", "return", False),
    ("Rebels will attack the port.", "attack", "assault", "attack", True),
    ("The council held talks with the mill.", "held talks", "consult", "talk", False),
    ("The shelling of the port went on.", "shelling", "assault", "shelling", False),
    ("The use of nets is banned.", "use", "other", "use", False),
    ("Divers used nets.", "used", "other", "use", True),
    ("Divers plan rallies and company events.", "events", "other", "event", False),
]


@pytest.mark.parametrize(("sentence", "trigger", "kind", "lemma", "verb"), VERBS)
def test_a_trigger_is_told_as_verb_or_noun(sentence: str, trigger: str, kind: str, lemma: str, verb: bool) -> None:
    agents = {"Ships", "Rebels", "Divers"} & {*sentence.split()}
    agent = next(iter(agents), None)
    made = claim(event(sentence, trigger, kind, things=tuple(agents), agent=agent, lemma=lemma))
    assert is_verb(made) is verb


NAMED = [
    ("The divers went on trial in May.", "went on trial", "go", "went", " on trial"),
    ("The rocket lifted off at dawn.", "lifted off", "lift", "lifted", " off"),
    ("The council held secret talks with the mill.", "held secret talks", "talk", "talks", ""),
    ("Nexora plans to launch a probe.", "plans to launch", "launch", "launch", ""),
]


@pytest.mark.parametrize(("sentence", "trigger", "lemma", "named", "after"), NAMED)
def test_which_words_of_a_trigger_name_it(sentence: str, trigger: str, lemma: str, named: str, after: str) -> None:
    made = claim(event(sentence, trigger, "other", lemma=lemma))
    assert (naming(made).text, rest(made)) == (named, after)


LABELS = [
    # a verb is told with who does it, whom and where, in the order of the text
    ("Ana Ruiz went on trial in Sella.", "went on trial", "justice",
     {"patient": "Ana Ruiz", "place": "Sella", "lemma": "go"}, "Ana Ruiz went on trial in Sella"),
    ("The gate was shut.", "shut", "coerce", {"patient": "gate", "lemma": "shut"}, "Gate was shut"),
    ("Two trucks reached Sella.", "reached", "movement", {"agent": "trucks", "place": "Sella", "lemma": "reach"},
     "Trucks reached Sella"),
    ("If convicted, Ana Ruiz would go.", "convicted", "justice",
     {"patient": "Ana Ruiz", "lemma": "convict", "status": "conditional"}, "Ana Ruiz being convicted"),
    ("Medics abducted in May are free.", "abducted", "coerce", {"patient": "Medics", "lemma": "abduct"},
     "Medics were abducted in May"),
    ("The colony has declined by half.", "declined", "reject", {"patient": "colony", "lemma": "decline"},
     "Colony declined by half"),
    # the object the claim has no word for stands in the sentence
    ("Ana Ruiz rejected the offer.", "rejected", "reject", {"agent": "Ana Ruiz", "lemma": "reject"},
     "Ana Ruiz rejected the offer"),
    ("Ana Ruiz rejected, then left.", "rejected", "reject", {"agent": "Ana Ruiz", "lemma": "reject"},
     "Ana Ruiz rejected"),
    # what it is about, before a passive and behind its verb; a clause before it is no part of it
    ("Not one boat was sunk.", "sunk", "assault", {"topic": "Not one boat", "lemma": "sink"}, "Not one boat was sunk"),
    ("If the tax stays we leave, Ana Ruiz warned.", "warned", "threaten",
     {"agent": "Ana Ruiz", "topic": "If the tax stays we leave", "lemma": "warn"}, "Ana Ruiz warned"),
    ("Ana Ruiz set the current record for a mile.", "set the current record", "contest",
     {"agent": "Ana Ruiz", "topic": "the current record for a mile", "lemma": "set"},
     "Ana Ruiz set the current record for a mile"),
    ("Ana Ruiz granted Tomas Berg a full pardon.", "granted", "concede",
     {"agent": "Ana Ruiz", "participant": "Tomas Berg", "topic": "a full pardon", "lemma": "grant"},
     "Ana Ruiz granted Tomas Berg a full pardon"),
    ("A truce proposed by Norland in Sella holds.", "proposed", "request",
     {"agent": "Norland", "topic": "A truce", "place": "Sella", "lemma": "propose"},
     "Norland proposed a truce in Sella"),
    ("In Sella a fire killed four divers.", "killed", "life",
     {"agent": "fire", "patient": "divers", "place": "Sella", "lemma": "kill"}, "Fire killed divers in Sella"),
    # who does it is not told
    ("The warning applied to Sella.", "applied", "request", {"patient": "Sella", "lemma": "apply"},
     "Applying to Sella"),
    ("Imagine you have a boat.", "have", "other", {"patient": "boat", "lemma": "have"}, "Having boat"),
    # nothing but the verb is known
    ("More aid is due to arrive by May.", "arrive", "movement", {"lemma": "arrive", "status": "planned"},
     "Arriving: “More aid is due to arrive by May”"),
    # nouns
    ("Talks with Norland failed.", "Talks", "consult", {"participant": "Norland", "lemma": "talk"},
     "Talks with Norland"),
    ("All that we had hoped to see was lost as war broke out over the old ferry.", "war", "assault",
     {"lemma": "war"}, "War: “… hoped to see was lost as war broke out over the old ferry”"),
    ("Help from Norland came.", "Help", "aid", {"agent": "Norland", "lemma": "help"}, "Help from Norland"),
    ("The fishing zone talks failed.", "talks", "consult", {"topic": "The fishing zone", "lemma": "talk"},
     "Fishing zone talks"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "trigger", "kind", "more", "label"), LABELS)
def test_labels(sentence: str, trigger: str, kind: str, more: dict[str, Any], label: str) -> None:
    story = event(sentence, trigger, kind, ("gate", "trucks", "Medics", "colony", "boat", "fire", "divers"), **more)
    (situation,) = resolve(told(story)).situations
    assert situation.label == label


def test_an_office_is_labelled_with_its_commonest_title_the_shortest_of_equals() -> None:
    stories = [Story(n) for n in "abcd"]
    for story, title in zip(stories, ("president", "emergency president", "President", "president"), strict=True):
        story.relation(f"Ana Ruiz is {title}.", "Ana Ruiz", "holds_position", title, title=True)
    (situation,) = resolve(told(*stories)).situations
    assert (situation.title, situation.label) == ("president", "Ana Ruiz, president")
    (situation,) = resolve(told(*stories[:2])).situations
    assert situation.title == "president"
