"""Whether an event is told as real: one cue, one construction a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from claimed import event, events, named

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model

PLAIN = [
    ("[Ana Ruiz|person] met [Tomas Berg|person] in [Lisbon|place].", "met", "occurred"),
    ("[Ana Ruiz|person] has met [Tomas Berg|person].", "met", "occurred"),
    ("[Ana Ruiz|person] had met [Tomas Berg|person] twice.", "met", "occurred"),
    ("[Ana Ruiz|person] did meet [Tomas Berg|person].", "meet", "occurred"),
    ("[Tomas Berg|person] was arrested in [Lisbon|place].", "arrested", "occurred"),
    ("[Ana Ruiz|person] is meeting [Tomas Berg|person] in [Lisbon|place].", "meeting", "ongoing"),
    ("[Rebels|group] are shelling [Port Alder|place].", "shelling", "ongoing"),
    ("[Police|organization] have been searching [the depot|facility].", "searching", "ongoing"),
    ("[Tomas Berg|person] is being questioned by [police|organization].", "questioned", "ongoing"),
    ("[Rebels|group] continued to shell [Port Alder|place].", "shell", "ongoing"),
    ("[Rebels|group] began shelling [Port Alder|place].", "shelling", "occurred"),
    ("[Ana Ruiz|person] managed to meet [Tomas Berg|person].", "meet", "occurred"),
]
MODALS = [
    ("[Ana Ruiz|person] will meet [Tomas Berg|person].", "meet", "planned"),
    ("[Ana Ruiz|person] shall meet [Tomas Berg|person].", "meet", "planned"),
    ("[Ana Ruiz|person] would meet [Tomas Berg|person] in May, her office said.", "meet", "planned"),
    ("[Ana Ruiz|person] may meet [Tomas Berg|person].", "meet", "possible"),
    ("[Ana Ruiz|person] might not meet [Tomas Berg|person].", "meet", "possible"),
    ("[Ana Ruiz|person] could meet [Tomas Berg|person].", "meet", "possible"),
    ("[Ana Ruiz|person] must resign.", "resign", "demanded"),
    ("[Ana Ruiz|person] should resign.", "resign", "demanded"),
    ("[Ana Ruiz|person] can appeal.", "appeal", "possible"),
    ("[Tomas Berg|person] will be arrested.", "arrested", "planned"),
    ("[Tomas Berg|person] could be arrested.", "arrested", "possible"),
    ("[Ana Ruiz|person] is going to resign.", "resign", "planned"),
    ("[Ana Ruiz|person] is to resign.", "resign", "planned"),
    ("[Ana Ruiz|person] has to resign.", "resign", "demanded"),
    ("[Ana Ruiz|person] is due to meet [Tomas Berg|person].", "meet", "planned"),
    ("[Ana Ruiz|person] is set to meet [Tomas Berg|person].", "meet", "planned"),
    ("[Ana Ruiz|person] is ready to meet [Tomas Berg|person].", "meet", "conditional"),
    ("[Ana Ruiz|person] is unlikely to resign.", "resign", "possible"),
    ("[Ana Ruiz|person] has yet to resign.", "resign", "negated"),
]
NEGATION = [
    ("[Ana Ruiz|person] did not meet [Tomas Berg|person].", "meet", "negated"),
    ("[Ana Ruiz|person] didn't meet [Tomas Berg|person].", "meet", "negated"),
    ("[Ana Ruiz|person] didn’t meet [Tomas Berg|person].", "meet", "negated"),
    ("[Ana Ruiz|person] never met [Tomas Berg|person].", "met", "negated"),
    ("[Ana Ruiz|person] has not resigned.", "resigned", "negated"),
    ("[Ana Ruiz|person] will not resign.", "resign", "negated"),
    ("No one attacked [Port Alder|place].", "attacked", "negated"),
    ("Nobody attacked [Port Alder|place].", "attacked", "negated"),
    ("No court convicted [Tomas Berg|person].", "convicted", "negated"),
    ("None of [the judges|group] convicted [Tomas Berg|person].", "convicted", "negated"),
    ("Neither [Ana Ruiz|person] nor [Tomas Berg|person] resigned.", "resigned", "negated"),
    ("[Ana Ruiz|person] left [Lisbon|place] without meeting [Tomas Berg|person].", "meeting", "negated"),
    ("[Ana Ruiz|person] failed to meet [Tomas Berg|person].", "meet", "negated"),
    ("[Ana Ruiz|person] refused to meet [Tomas Berg|person].", "meet", "negated"),
    ("[Ana Ruiz|person] declined to meet [Tomas Berg|person].", "meet", "negated"),
    ("[Ana Ruiz|person] did not refuse to meet [Tomas Berg|person].", "meet", "occurred"),
    ("[Ana Ruiz|person] denied meeting [Tomas Berg|person].", "meeting", "negated"),
    ("[Ana Ruiz|person] denied having met [Tomas Berg|person].", "met", "negated"),
    ("[Ana Ruiz|person] denied that [Norland|country] had attacked [Port Alder|place].", "attacked", "negated"),
    ("[Police|organization] prevented [Tomas Berg|person] from leaving [Lisbon|place].", "leaving", "negated"),
    ("[Ana Ruiz|person] no longer supports [Tomas Berg|person].", "supports", "negated"),
    ("[Ana Ruiz|person] did not deny meeting [Tomas Berg|person].", "meeting", "possible"),
    ("[Norland|country] did not agree to withdraw.", "agree", "negated"),
    ("[Ana Ruiz|person] almost resigned.", "resigned", "negated"),
]
GOVERNORS = [
    ("[Ana Ruiz|person] is expected to hold talks with [Tomas Berg|person].", "talks", "planned"),
    ("[Ana Ruiz|person] is expected to resign.", "resign", "planned"),
    ("[The army|organization] is believed to have attacked [Port Alder|place].", "attacked", "occurred"),
    ("[Ana Ruiz|person] plans to visit [Norland|country].", "visit", "planned"),
    ("[Ana Ruiz|person] does not plan to visit [Norland|country].", "visit", "negated"),
    ("[Ana Ruiz|person] promised to resign.", "resign", "planned"),
    ("[Norland|country] agreed to send troops to [Vesterland|country].", "send", "planned"),
    ("[Norland|country] threatened to attack [Vesterland|country].", "attack", "possible"),
    ("[Norland|country] offered to free [Tomas Berg|person].", "free", "possible"),
    ("[Ana Ruiz|person] hopes to meet [Tomas Berg|person].", "meet", "possible"),
    ("[Ana Ruiz|person] wants to meet [Tomas Berg|person].", "meet", "demanded"),
    ("[Ana Ruiz|person] tried to meet [Tomas Berg|person].", "meet", "possible"),
    ("[Ana Ruiz|person] considered resigning.", "resigning", "possible"),
    ("[Norland|country] is considering withdrawing from [Vesterland|country].", "withdrawing", "possible"),
    ("[Ana Ruiz|person] urged [Tomas Berg|person] to resign.", "resign", "demanded"),
    ("[Ana Ruiz|person] called on [Tomas Berg|person] to resign.", "resign", "demanded"),
    ("[Ana Ruiz|person] asked [Tomas Berg|person] to resign.", "resign", "demanded"),
    ("[Ana Ruiz|person] ordered [the army|organization] to withdraw.", "withdraw", "demanded"),
    ("[Ana Ruiz|person] demanded the withdrawal of [the army|organization].", "withdrawal", "demanded"),
    ("[Ana Ruiz|person] insisted that [Tomas Berg|person] had resigned.", "resigned", "occurred"),
    ("[Ana Ruiz|person] suggested that [Norland|country] had attacked [Port Alder|place].", "attacked", "occurred"),
    ("[Police|organization] accused [Tomas Berg|person] of attacking [Ana Ruiz|person].", "attacking", "occurred"),
    ("[Ana Ruiz|person] announced that [she=Ana Ruiz] would resign.", "resign", "planned"),
    ("[Ana Ruiz|person] decided to resign.", "resign", "planned"),
    ("[Norland|country] is preparing to attack [Vesterland|country].", "attack", "planned"),
    ("[Norland|country] cancelled talks with [Vesterland|country].", "talks", "negated"),
    ("[Norland|country] postponed talks with [Vesterland|country].", "talks", "planned"),
    ("[Norland|country] was forced to withdraw from [Vesterland|country].", "withdraw", "occurred"),
]
RULED_OUT = [
    ("[Norland|country] ruled out talks with [Vesterland|country].", "talks", "negated"),
    ("[Norland|country] refused talks with [Vesterland|country].", "talks", "negated"),
    ("[Norland|country] called for talks with [Vesterland|country].", "talks", "demanded"),
    ("[Norland|country] proposed talks with [Vesterland|country].", "talks", "possible"),
    ("[Norland|country] feared an attack by [Vesterland|country].", "attack", "possible"),
    ("[Norland|country] welcomed talks with [Vesterland|country].", "talks", "occurred"),
    ("[Norland|country] wants [Vesterland|country] to withdraw.", "withdraw", "demanded"),
    ("[Norland|country] expects [Vesterland|country] to withdraw.", "withdraw", "planned"),
    ("[Norland|country] let [Tomas Berg|person] leave [Lisbon|place].", "leave", "possible"),
    ("[Ana Ruiz|person] was to meet [Tomas Berg|person].", "meet", "planned"),
    ("[Ana Ruiz|person] is unable to meet [Tomas Berg|person].", "meet", "negated"),
    ("[Ana Ruiz|person] cannot resign.", "resign", "negated"),
    ("It is not true that [Norland|country] attacked [Port Alder|place].", "attacked", "negated"),
    ("[Ana Ruiz|person] doubts that [Norland|country] attacked [Port Alder|place].", "attacked", "possible"),
    ("[Ana Ruiz|person] fears that [Norland|country] attacked [Port Alder|place].", "attacked", "possible"),
    ("[Ana Ruiz|person] does not believe that [Norland|country] attacked [Port Alder|place].", "attacked", "negated"),
    ("[Ana Ruiz|person] has not met and will not meet [Tomas Berg|person].", "met", "negated"),
    ("[Ana Ruiz|person] has not met and will not meet [Tomas Berg|person].", "meet", "negated"),
    ("[Ana Ruiz|person] will not meet [Tomas Berg|person] unless he apologises.", "meet", "conditional"),
]
CONDITIONS = [
    ("If [Norland|country] attacks it, [Vesterland|country] will withdraw.", "withdraw", "conditional"),
    ("If [Norland|country] attacks [Port Alder|place], [Vesterland|country] will withdraw.", "attacks", "conditional"),
    ("[Ana Ruiz|person] will resign unless [Tomas Berg|person] apologises.", "resign", "conditional"),
    ("[Ana Ruiz|person] would resign if [Tomas Berg|person] were arrested.", "arrested", "conditional"),
    ("[Ana Ruiz|person] flew to [Lisbon|place] to meet [Tomas Berg|person].", "meet", "planned"),
    ("Has [the army|organization] attacked [Port Alder|place]?", "attacked", "possible"),
    ("Will [the minister|person] resign?", "resign", "possible"),
    ("[Ana Ruiz|person] resigned because [Tomas Berg|person] was arrested.", "arrested", "occurred"),
    ("[Ana Ruiz|person] resigned after [police|organization] arrested [Tomas Berg|person].", "arrested", "occurred"),
    ("[Ana Ruiz|person] will resign after [police|organization] arrested [Tomas Berg|person].", "arrested", "occurred"),
]  # fmt: skip
NOUNS = [
    ("[Ana Ruiz|person]'s planned visit to [Norland|country] drew criticism.", "visit", "planned"),
    ("[Ana Ruiz|person]'s upcoming visit to [Norland|country] drew criticism.", "visit", "planned"),
    ("The possible attack by [Norland|country] worries [Ana Ruiz|person].", "attack", "possible"),
    ("The alleged attack by [Norland|country] drew criticism.", "attack", "occurred"),
    ("The failed attack by [Norland|country] drew criticism.", "attack", "negated"),
    ("The attack by [Norland|country] on [Port Alder|place] drew criticism.", "attack", "occurred"),
    ("[Ana Ruiz|person] made a visit to [Norland|country].", "visit", "occurred"),
    ("[Ana Ruiz|person] will pay a visit to [Norland|country].", "visit", "planned"),
    ("[Ana Ruiz|person] could hold talks with [Tomas Berg|person].", "talks", "possible"),
    ("Talks between [Ana Ruiz|person] and [Tomas Berg|person] took place in [Lisbon|place].", "Talks", "occurred"),
    ("Talks between [Ana Ruiz|person] and [Tomas Berg|person] will take place in [Lisbon|place].", "Talks", "planned"),
    ("Talks between [Ana Ruiz|person] and [Tomas Berg|person] are planned for May.", "Talks", "planned"),
    ("Talks between [Ana Ruiz|person] and [Tomas Berg|person] were cancelled.", "Talks", "negated"),
    ("Talks between [Ana Ruiz|person] and [Tomas Berg|person] are expected to resume.", "Talks", "planned"),
    ("The threat of an attack by [Norland|country] worries [Ana Ruiz|person].", "attack", "possible"),
    ("[Norland|country] made a plan to attack [Vesterland|country].", "attack", "planned"),
    ("Hopes for a truce between [Norland|country] and [Vesterland|country] faded.", "truce", "possible"),
]
OPEN_OR_NOT = [
    ("[Ana Ruiz|person] is about to resign.", "resign", "planned"),
    ("[Ana Ruiz|person] neither resigned nor apologised.", "resigned", "negated"),
    ("[Ana Ruiz|person] held no talks with [Tomas Berg|person].", "talks", "negated"),
    ("There was no attack on [Port Alder|place].", "attack", "negated"),
    ("[Ana Ruiz|person] demanded that [Tomas Berg|person] resign.", "resign", "demanded"),
    ("[Norland|country] sent troops in order to attack [Port Alder|place].", "attack", "planned"),
    ("It is unclear whether [Ana Ruiz|person] met [Tomas Berg|person].", "met", "possible"),
    (
        "[Police|organization] are investigating whether [Tomas Berg|person] attacked [Ana Ruiz|person].",
        "attacked",
        "possible",
    ),
    ("There is a risk that [Norland|country] attacked [Port Alder|place].", "attacked", "possible"),
    ("[Ana Ruiz|person] was about to meet [Tomas Berg|person].", "meet", "planned"),
    ("There will be no talks between [Norland|country] and [Vesterland|country].", "talks", "negated"),
    ("[Ana Ruiz|person] asked whether [Norland|country] attacked [Port Alder|place].", "attacked", "possible"),
    ("[Ana Ruiz|person] asked if [Norland|country] had attacked [Port Alder|place].", "attacked", "possible"),
    ("[Ana Ruiz|person] will decide whether to meet [Tomas Berg|person].", "meet", "possible"),
    ("[Norland|country] and [Vesterland|country] reached no agreement.", "reached", "negated"),
]
COORDINATION = [
    ("[Ana Ruiz|person] will meet [Tomas Berg|person] and visit [Port Alder|place].", "visit", "planned"),
    ("[Ana Ruiz|person] did not meet or praise [Tomas Berg|person].", "praise", "negated"),
    ("[Ana Ruiz|person] did not resign but criticised [Tomas Berg|person].", "criticised", "occurred"),
    ("[Ana Ruiz|person] plans to meet [Tomas Berg|person] and visit [Port Alder|place].", "visit", "planned"),
    ("[Ana Ruiz|person] met [Tomas Berg|person] and will visit [Port Alder|place].", "met", "occurred"),
    ("[Ana Ruiz|person] met [Tomas Berg|person] and will visit [Port Alder|place].", "visit", "planned"),
    ("[Tomas Berg|person] was arrested and charged.", "charged", "occurred"),
]
TIMES = [
    (
        "[The court|organization] will sentence [Tomas Berg|person] on [Friday|time:2025-03-21].",
        "sentence",
        "planned",
    ),
    ("[Ana Ruiz|person] meets [Tomas Berg|person] on [Friday|time:2025-03-21].", "meets", "planned"),
    ("[Ana Ruiz|person] met [Tomas Berg|person] on [Friday|time:2025-03-14].", "met", "occurred"),
    ("[Ana Ruiz|person] resigned on [March 17|time:2025-03-17].", "resigned", "occurred"),
]


UNREAL = [
    (
        "[Ana Ruiz|person] praised efforts to broker a truce between [Norland|country] and [Vesterland|country].",
        "truce",
        "possible",
    ),
    ("[Ana Ruiz|person] discussed a call for [Tomas Berg|person] to resign.", "resign", "demanded"),
    ("[Norland|country] is on the verge of attacking [Port Alder|place].", "attacking", "planned"),
    ("[Norland|country] would have attacked [Port Alder|place].", "attacked", "conditional"),
    ("Had [Norland|country] attacked, [Vesterland|country] would have withdrawn.", "attacked", "conditional"),
    ("It is possible that [Norland|country] attacked [Port Alder|place].", "attacked", "possible"),
    ("There is no evidence that [Norland|country] attacked [Port Alder|place].", "attacked", "possible"),
    ("Reports that [Norland|country] attacked [Port Alder|place] were false.", "attacked", "negated"),
    ("Instead of meeting [Tomas Berg|person], [Ana Ruiz|person] flew to [Lisbon|place].", "meeting", "negated"),
    ("[Ana Ruiz|person] flew to [Lisbon|place] rather than meet [Tomas Berg|person].", "meet", "negated"),
    ("[Ana Ruiz|person] said it was too early to meet [Tomas Berg|person].", "meet", "negated"),
    ("[Ana Ruiz|person] was too ill to meet [Tomas Berg|person].", "meet", "negated"),
    ("[Ana Ruiz|person] called for [Tomas Berg|person] to resign.", "resign", "demanded"),
    ("[Tomas Berg|person], accused of attacking [Ana Ruiz|person], fled.", "attacking", "possible"),
]


@pytest.mark.parametrize(
    ("marked", "trigger", "status"),
    [
        *PLAIN,
        *MODALS,
        *NEGATION,
        *GOVERNORS,
        *RULED_OUT,
        *CONDITIONS,
        *NOUNS,
        *OPEN_OR_NOT,
        *COORDINATION,
        *TIMES,
        *UNREAL,
    ],
)
def test_status(nlp: Language, marked: str, trigger: str, status: str) -> None:
    assert event(nlp, marked, trigger).status == status


@pytest.mark.parametrize(
    ("headline", "trigger", "status"),
    [
        ("[Ana Ruiz|person] to resign", "resign", "planned"),
        ("[Ana Ruiz|person] meets [Tomas Berg|person]", "meets", "occurred"),
        ("[Norland|country] attacks [Port Alder|place]", "attacks", "occurred"),
        ("[Norland|country] may attack [Port Alder|place]", "attack", "possible"),
    ],
)
def test_status_in_a_headline(nlp: Language, headline: str, trigger: str, status: str) -> None:
    assert event(nlp, headline, trigger, roles=["headline"]).status == status


@pytest.mark.parametrize(
    ("marked", "trigger", "certainty"),
    [
        ("[Norland|country] attacked [Port Alder|place].", "attacked", "certain"),
        ("The alleged attack by [Norland|country] drew criticism.", "attack", "probable"),
        ("[Norland|country] allegedly attacked [Port Alder|place].", "attacked", "probable"),
        ("[Norland|country] reportedly attacked [Port Alder|place].", "attacked", "probable"),
        ("[The army|organization] is believed to have attacked [Port Alder|place].", "attacked", "probable"),
        ("[Norland|country] may attack [Port Alder|place].", "attack", "possible"),
    ],
)
def test_certainty(nlp: Language, marked: str, trigger: str, certainty: str) -> None:
    assert event(nlp, marked, trigger).certainty == certainty


@pytest.mark.parametrize(
    ("marked", "trigger", "axes"),
    [
        ("[Ana Ruiz|person] met [Tomas Berg|person].", "met", ("positive", "actual")),
        ("[Ana Ruiz|person] did not meet [Tomas Berg|person].", "meet", ("negative", "actual")),
        ("[Ana Ruiz|person] will not meet [Tomas Berg|person].", "meet", ("negative", "future")),
        ("[Ana Ruiz|person] urged [Tomas Berg|person] not to resign.", "resign", ("negative", "desired")),
        ("[Ana Ruiz|person] will resign if [Tomas Berg|person] wins.", "resign", ("positive", "conditional")),
    ],
)
def test_axes(nlp: Language, marked: str, trigger: str, axes: tuple[str, str]) -> None:
    found = event(nlp, marked, trigger)
    assert (found.polarity, found.modality) == axes


def test_a_refusal_is_an_event_of_its_own(nlp: Language) -> None:
    found = {named(e): e.status for e in events(nlp, "[Ana Ruiz|person] refused to meet [Tomas Berg|person].")}
    assert found == {"refused": "occurred", "meet": "negated"}
