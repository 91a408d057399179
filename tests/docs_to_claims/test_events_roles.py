"""Who takes part: subjects and objects, also where the tree leaves them implicit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from claimed import event, events, filled, named

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model

RUIZ, BERG, NORLAND, VESTERLAND = "Ana Ruiz", "Tomas Berg", "Norland", "Vesterland"
R, B, N, V = "[Ana Ruiz|person]", "[Tomas Berg|person]", "[Norland|country]", "[Vesterland|country]"
POLICE, ARMY, UNION = "[Police|organization]", "[the army|organization]", "[the union|organization]"

PLAIN = [
    (f"{POLICE} arrested {B}.", "arrested", {"agent": ["Police"], "patient": [BERG]}),
    (f"{B} was arrested.", "arrested", {"patient": [BERG]}),
    (f"{B} was arrested by {ARMY}.", "arrested", {"agent": ["the army"], "patient": [BERG]}),
    (f"{R} met with {B}.", "met", {"agent": [RUIZ], "patient": [BERG]}),
    (f"{R} and {B} met in [Lisbon|place].", "met", {"agent": [RUIZ, BERG]}),
    (f"{R} met {B} and [Hana Kovac|person].", "met", {"agent": [RUIZ], "patient": [BERG, "Hana Kovac"]}),
    (f"{R} met {B}, [Hana Kovac|person] and [Ivo Petrov|person].", "met",
     {"agent": [RUIZ], "patient": [BERG, "Hana Kovac", "Ivo Petrov"]}),
    (f"{N} sent {V} food.", "sent", {"agent": [NORLAND], "recipient": [VESTERLAND]}),
    (f"{N} sold tanks to {V}.", "sold", {"agent": [NORLAND], "recipient": [VESTERLAND]}),
    (f"{R} accused {B} of fraud.", "accused", {"agent": [RUIZ], "patient": [BERG]}),
    (f"{B}, who met {R}, resigned.", "met", {"agent": [BERG], "patient": [RUIZ]}),
    (f"{B}, who met {R}, resigned.", "resigned", {"agent": [BERG]}),
    (f"{B}, whom {ARMY} arrested, resigned.", "arrested", {"agent": ["the army"], "patient": [BERG]}),
]  # fmt: skip
REDUCED = [
    (f"{B}, arrested by {ARMY} in May, resigned.", "arrested", {"agent": ["the army"], "patient": [BERG]}),
    (f"{B}, accused of fraud, resigned.", "accused", {"patient": [BERG]}),
    (f"{R} praised [the medics|group] killed in [Port Alder|place].", "killed", {"patient": ["the medics"]}),
    (f"[Rebels|group] attacking [Port Alder|place] killed {B}.", "attacking",
     {"agent": ["Rebels"], "patient": ["Port Alder"]}),
]  # fmt: skip
CONTROL = [
    (f"{R} urged {B} to resign.", "urged", {"agent": [RUIZ], "patient": [BERG]}),
    (f"{R} urged {B} to resign.", "resign", {"agent": [BERG]}),
    (f"{R} ordered {ARMY} to attack [Port Alder|place].", "attack", {"agent": ["the army"], "patient": ["Port Alder"]}),
    (f"{R} called on {B} to resign.", "resign", {"agent": [BERG]}),
    (f"{B} was ordered to resign.", "resign", {"agent": [BERG]}),
    (f"{R} promised {B} to resign.", "resign", {"agent": [RUIZ]}),
    (f"{R} refused to meet {B}.", "meet", {"agent": [RUIZ], "patient": [BERG]}),
    (f"{N} agreed to attack {V}.", "attack", {"agent": [NORLAND], "patient": [VESTERLAND]}),
    (f"{R} is expected to meet {B}.", "meet", {"agent": [RUIZ], "patient": [BERG]}),
    (f"{R} is ready to meet {B}.", "meet", {"agent": [RUIZ], "patient": [BERG]}),
    (f"{R} flew to {N} to meet {B}.", "meet", {"agent": [RUIZ], "patient": [BERG]}),
    (f"{R} accused {B} of attacking {ARMY}.", "attacking", {"agent": [BERG], "patient": ["the army"]}),
    (f"{POLICE} prevented {B} from leaving {N}.", "leaving", {"agent": [BERG]}),
]  # fmt: skip
PARTICIPLES = [
    (f"{R} resigned after meeting {B}.", "meeting", {"agent": [RUIZ], "patient": [BERG]}),
    (f"{R} told {UNION} about it after meeting {B}.", "meeting", {"agent": [RUIZ], "patient": [BERG]}),
    (f"After meeting {B}, {R} resigned.", "meeting", {"agent": [RUIZ], "patient": [BERG]}),
    (f"{R} left {N} without meeting {B}.", "meeting", {"agent": [RUIZ], "patient": [BERG]}),
    (f"{ARMY} attacked [Port Alder|place], killing {B}.", "killing", {"agent": ["the army"], "patient": [BERG]}),
    (f"Arrested in May, {B} resigned.", "Arrested", {"patient": [BERG]}),
]
COORDINATION = [
    (f"{R} met {B} and praised {N}.", "praised", {"agent": [RUIZ], "patient": [NORLAND]}),
    (f"{R} will meet {B} and praise {N}.", "praise", {"agent": [RUIZ], "patient": [NORLAND]}),
    (f"{B} was arrested and charged.", "charged", {"patient": [BERG]}),
    (f"{R} resigned and {B} praised {N}.", "praised", {"agent": [BERG], "patient": [NORLAND]}),
    (f"{N} and {V} attacked [Port Alder|place].", "attacked",
     {"agent": [NORLAND, VESTERLAND], "patient": ["Port Alder"]}),
    (f"Neither {R} nor {B} resigned.", "resigned", {"agent": [RUIZ, BERG]}),
]  # fmt: skip
K = "[Hana Kovac|person]"
LISTS = [
    (
        f"{B} of the [Reform Party|organization], {K} of the [Green Club|organization] and [Ivo Petrov|person] of "
        f"the [Farm League|organization] were elected.",
        "elected",
        {"patient": [BERG, "Hana Kovac", "Ivo Petrov"]},
    ),
    (
        f"{ARMY} attacked [rebels|group] including {B} and {K}.",
        "attacked",
        {"agent": ["the army"], "patient": ["rebels", BERG, "Hana Kovac"]},
    ),
    (f"The court banned [two directors|group], {B} and {K}, for life.", "banned", {"patient": [BERG, "Hana Kovac"]}),
    (f"{R}, [Lady Alder|person], met {B}.", "met", {"agent": [RUIZ], "patient": [BERG]}),
    (f"{R}, a self-described [Norlander|person], met {B}.", "met", {"agent": [RUIZ], "patient": [BERG]}),
    (f"{ARMY} tortured scores of [refugees|group].", "tortured", {"agent": ["the army"], "patient": ["refugees"]}),
]
SHARED = [
    (f"{POLICE} arrested and charged {B}.", "arrested", {"agent": ["Police"], "patient": [BERG]}),
    (f"{R} fell and praised {B}.", "fell", {"patient": [RUIZ]}),
    (f"{B} was arrested in May and transferred to [Lisbon|place].", "transferred", {"patient": [BERG]}),
    (f"{B} was kept at the base until [he={BERG}] was eighteen and then transferred.", "transferred",
     {"patient": [BERG]}),
    (f"[Troops|group] were deployed on the orders of {R}.", "deployed", {"agent": [RUIZ], "patient": ["Troops"]}),
    (f"{R} allowed {B} to leave.", "allowed", {"agent": [RUIZ], "patient": [BERG]}),
    (f"{R} met and defeated {B}.", "met", {"agent": [RUIZ], "patient": [BERG]}),
    (f"{R} wants {B} to leave.", "leave", {"agent": [BERG]}),
    (f"[The camp|facility] was attacked by {ARMY}, killing {B}.", "killing",
     {"agent": ["the army"], "patient": [BERG]}),
    ("[Rebels|group] exploded [a bomb|product].", "exploded", {"agent": ["Rebels"], "patient": ["a bomb"]}),
    (f"[A helicopter|product] airlifted {B}.", "airlifted", {"agent": ["A helicopter"], "patient": [BERG]}),
]  # fmt: skip
INTENDED = [
    (f"{N} has a plan to attack {V}.", "attack", {"agent": [NORLAND], "patient": [VESTERLAND]}),
    (f"{R} rejected a plan to attack {V}.", "attack", {"patient": [VESTERLAND]}),
    (f"{R} defended the right of {N} to attack {V}.", "attack", {"agent": [NORLAND], "patient": [VESTERLAND]}),
    (f"{R}'s attempt to attack {V} failed.", "attack", {"agent": [RUIZ], "patient": [VESTERLAND]}),
    (f"{R} fined {B} for attacking {ARMY}.", "attacking", {"agent": [BERG], "patient": ["the army"]}),
    (f"{N} has a policy of arresting {B}.", "arresting", {"agent": [NORLAND], "patient": [BERG]}),
]
AIMED = [
    (f"{N} imposed sanctions on {V}.", "imposed", {"agent": [NORLAND], "patient": [VESTERLAND]}),
    (f"{N} lifted its ban on {B}.", "lifted", {"agent": [NORLAND], "patient": [BERG]}),
    (f"{N} suspended part of its aid programme for {V}.", "suspended",
     {"agent": [NORLAND], "recipient": [VESTERLAND]}),
    (f"{ARMY} fired shells at {V}.", "fired", {"agent": ["the army"], "patient": [VESTERLAND]}),
    (f"{N} refused talks with {V}.", "refused", {"agent": [NORLAND], "patient": [VESTERLAND]}),
    (f"{N} refused talks with {V}.", "talks", {"participant": [NORLAND], "patient": [VESTERLAND]}),
    (f"{N} signed a treaty with {V}.", "signed", {"agent": [NORLAND], "patient": [VESTERLAND]}),
    (f"{N} signed a memorandum of understanding with {V}.", "signed", {"agent": [NORLAND], "patient": [VESTERLAND]}),
    (f"{R} discussed the crisis with {B}.", "discussed", {"agent": [RUIZ], "patient": [BERG]}),
    (f"{R} discussed relations with {V}.", "discussed", {"agent": [RUIZ]}),
    (f"{R} condemned the attack on {V}.", "condemned", {"agent": [RUIZ]}),
    (f"{R} backed sanctions against {V}.", "backed", {"agent": [RUIZ]}),
    (f"{N} rejected a plan proposed by {V}.", "rejected", {"agent": [NORLAND], "patient": [VESTERLAND]}),
    (f"{R} founded {UNION} with {B}.", "founded", {"agent": [RUIZ, BERG], "patient": ["the union"]}),
    (f"{R} resigned her seat in {UNION}.", "resigned", {"agent": [RUIZ], "patient": ["the union"]}),
    (f"{R} became chairman of {UNION}.", "became", {"agent": [RUIZ], "patient": ["the union"]}),
]  # fmt: skip
FORESEEN = [
    (f"{R} threatened to sue {B}.", "threatened", {"agent": [RUIZ], "patient": [BERG]}),
    (f"{N} threatened to break relations with {V}.", "threatened", {"agent": [NORLAND], "patient": [VESTERLAND]}),
    (f"{R} threatened to go to {UNION}.", "threatened", {"agent": [RUIZ]}),
    (f"{R} threatened to ask {UNION} to sue {B}.", "threatened", {"agent": [RUIZ], "patient": [BERG]}),
    (f"{R} refused to meet {B}.", "refused", {"agent": [RUIZ], "patient": [BERG]}),
    (f"{R} refused to condemn {V}.", "refused", {"agent": [RUIZ]}),
    (f"{N} agreed to attack {V}.", "agreed", {"agent": [NORLAND]}),
]
MODIFIERS = [
    (f"{N} signed a [trade|other] pact with {V}.", "pact", {"participant": [NORLAND], "patient": [VESTERLAND]}),
    (f"In a phone call with {B}, {R} praised {N}.", "phone call", {"agent": [RUIZ], "patient": [BERG]}),
    (f"{R} raised its price to [€2 billion|other].", "raised", {"agent": [RUIZ]}),
]
NOUNS = [
    (f"{N} held talks with {V}.", "talks", {"agent": [NORLAND], "patient": [VESTERLAND]}),
    (f"Talks between {N} and {V} collapsed.", "Talks", {"agent": [NORLAND, VESTERLAND]}),
    (f"{N}'s attack on {V} drew criticism.", "attack", {"agent": [NORLAND], "patient": [VESTERLAND]}),
    (f"The arrest of {B} by {ARMY} drew criticism.", "arrest", {"agent": ["the army"], "patient": [BERG]}),
    (f"The resignation of {B} drew criticism.", "resignation", {"agent": [BERG]}),
    (f"{B}'s resignation drew criticism.", "resignation", {"agent": [BERG]}),
    (f"{N} launched an attack on {V}.", "attack", {"agent": [NORLAND], "patient": [VESTERLAND]}),
    (f"{R} paid a visit to {N}.", "visit", {"agent": [RUIZ], "patient": [NORLAND]}),
]
APPOSITION = [
    (f"{R} met [her counterpart|person], {B}.", "met", {"agent": [RUIZ], "patient": [BERG]}),
    (f"{B} spoke. {R} met [the envoy={BERG}].", "met", {"agent": [RUIZ], "patient": [BERG]}),
    (f"{B}, a lawyer, met {R}.", "met", {"agent": [BERG], "patient": [RUIZ]}),
    (f"{R} resigned. [She={RUIZ}] met {B}.", "met", {"agent": [RUIZ], "patient": [BERG]}),
]


@pytest.mark.parametrize(
    ("marked", "trigger", "expected"),
    [
        *PLAIN,
        *REDUCED,
        *CONTROL,
        *PARTICIPLES,
        *COORDINATION,
        *NOUNS,
        *APPOSITION,
        *LISTS,
        *SHARED,
        *INTENDED,
        *AIMED,
        *FORESEEN,
        *MODIFIERS,
    ],
)
def test_participants(nlp: Language, marked: str, trigger: str, expected: dict[str, list[str]]) -> None:
    assert filled(event(nlp, marked, trigger)) == expected


@pytest.mark.parametrize(
    ("marked", "trigger", "topic"),
    [
        (f"{R} and {B} discussed the price of wheat.", "discussed", "the price of wheat"),
        (f"{R} promised to build a bridge.", "promised", "to build a bridge"),
        (f"{R} rejected the plan, which {B} wrote.", "rejected", "the plan"),
        (f"{R} met {B}.", "met", None),
    ],
)
def test_topic(nlp: Language, marked: str, trigger: str, topic: str | None) -> None:
    found = event(nlp, marked, trigger).topic
    assert (found.text if found else None) == topic


@pytest.mark.parametrize(
    ("marked", "trigger"),
    [("Talks collapsed.", "talks"), ("It was attacked again.", "attacked"), ("They met again.", "met")],
)
def test_an_event_without_known_participants_is_left_out(nlp: Language, marked: str, trigger: str) -> None:
    assert [named(e).lower() for e in events(nlp, marked)].count(trigger) == 0
