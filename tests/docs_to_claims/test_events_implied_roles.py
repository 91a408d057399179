"""Who takes part although the clause's own slots do not hold them: reduced relatives, messages, answers, raids."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from claimed import named
from readings import reading

from kg.docs_to_claims.events import find_events

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model


def roles(nlp: Language, marked: str, trigger: str) -> set[tuple[str, str]]:
    """The (role, name) pairs of the first event with this word in its trigger."""
    every = find_events(reading(nlp, marked), ())
    found = [e for e in every if trigger in (*named(e).split(), *e.trigger.text.split())]
    assert found, [e.trigger.text for e in every]
    return {(r.role, r.ref.name) for r in found[0].roles}


RUIZ, BERG = "[Ana Ruiz|person]", "[Tomas Berg|person]"
ORVO, NORLAND = "[Orvo Motors|organization]", "[Norland|country]"
POLICE = "[Police|organization]"


@pytest.mark.parametrize(
    ("marked", "trigger", "expected"),
    [
        # an infinitive behind "the first" says what that one does, a passive one what its noun undergoes
        (
            "[Ana Ruiz|person] was [the first woman=Ana Ruiz] to win [the Alder Cup|other].",
            "win",
            {("agent", "Ana Ruiz"), ("patient", "the Alder Cup")},
        ),
        (
            f"{ORVO} showed [the Vell engine|product], to be released in June.",
            "released",
            {("patient", "the Vell engine")},
        ),
        (
            f"{RUIZ} will give up her seat on Monday, to be replaced by {BERG}.",
            "replaced",
            {("patient", "Ana Ruiz"), ("agent", "Tomas Berg")},
        ),
        # the object of a relative clause without a pronoun; not the day it was done
        (
            f"[The songs|work] {ORVO} sold in May are loud.",
            "sold",
            {("agent", "Orvo Motors"), ("patient", "The songs")},
        ),
        (f"{RUIZ} said [the songs|work] it sells are loud.", "sells", {("patient", "the songs")}),
        (
            f"{RUIZ} wept [the day|other] {BERG} sold [the plant|facility].",
            "sold",
            {("agent", "Tomas Berg"), ("patient", "the plant")},
        ),
        # "which" behind a person's office is the body
        (
            f"{RUIZ}, the head of {ORVO}, which bought [Lindt Works|organization], resigned.",
            "bought",
            {("agent", "Orvo Motors"), ("patient", "Lindt Works")},
        ),
        # whoever writes a message says what it says; whoever receives it does not
        (
            f"{RUIZ} issued a statement condemning {NORLAND}.",
            "condemning",
            {("agent", "Ana Ruiz"), ("patient", "Norland")},
        ),
        (
            f"{RUIZ} posted a message on [Chatter|organization] on Monday blaming {NORLAND}.",
            "blaming",
            {("agent", "Ana Ruiz"), ("patient", "Norland")},
        ),
        (f"{RUIZ} received a letter blaming {NORLAND}.", "blaming", {("patient", "Norland")}),
        # the helper of a clause of saying is not shared by a past tense after it
        (
            f"[The union|organization] said [workers|group] had been kept in the dark and sued {ORVO}.",
            "sued",
            {("agent", "The union"), ("patient", "Orvo Motors")},
        ),
        # who is told to be something is it, and what is used does not act
        (f"[Two papers|group] reported {BERG} to be dead.", "dead", {("patient", "Tomas Berg")}),
        ("[The code|other] can be used to open [the file|other].", "open", {("patient", "the file")}),
        # a calamity told by the relative clause does the harm behind it
        (
            f"{POLICE} arrested the owner of [a mill|facility] that burned down, killing [a guard|person].",
            "killing",
            {("agent", "a mill"), ("patient", "a guard")},
        ),
        # what is seen or had done to somebody, and who is made dead
        (f"{RUIZ} wants {BERG} fired.", "fired", {("patient", "Tomas Berg")}),
        ("The massacres saw [thousands of farmers|group] killed.", "killed", {("patient", "thousands of farmers")}),
        (f"{POLICE} arrived and shot {BERG} dead.", "dead", {("patient", "Tomas Berg")}),
        # a participle of doing behind a comma tells of the act, not of those who died in it
        (
            "[Dozens|group] died in the attack, reportedly conducted by [the rebels|group].",
            "conducted",
            {("agent", "the rebels")},
        ),
        # with whom a meeting was, though an infinitive follows
        (
            f"{RUIZ} said she attended the meeting Thursday with Minister {BERG} in [Turkey|country] to discuss aid.",
            "attended",
            {("patient", "Tomas Berg")},
        ),
        # a verb in the singular has one subject, whatever "and" joins to the end of its relative clause
        (
            "[The warden|person] who stole money to buy horses and [a tub|other] has been jailed.",
            "jailed",
            {("patient", "The warden")},
        ),
        # the callings before a name are no further persons
        (
            f"Radio personality, host, and author {RUIZ} died in [Alder|place].",
            "died",
            {("patient", "Ana Ruiz")},
        ),
        # dashes and quotation marks part a subject from its verb
        (f"Minister {RUIZ} – who once called the lifts safe – quit yesterday.", "quit", {("agent", "Ana Ruiz")}),
    ],
)
def test_understood_subjects_and_objects(
    nlp: Language, marked: str, trigger: str, expected: set[tuple[str, str]]
) -> None:
    assert roles(nlp, marked, trigger) == expected


@pytest.mark.parametrize(
    ("marked", "trigger", "expected"),
    [
        # who accepts or rejects what is offered or asked was offered or asked
        (
            f"{ORVO} rejected a merger offer from [Lindt Works|organization] in January.",
            "offer",
            {("agent", "Lindt Works"), ("patient", "Orvo Motors")},
        ),
        (
            f"{NORLAND} agreed to a ceasefire proposed by [Vesterland|country].",
            "proposed",
            {("agent", "Vesterland"), ("patient", "Norland")},
        ),
        (f"{RUIZ} criticised {NORLAND}'s proposal.", "proposal", {("agent", "Norland")}),
        # whose airstrike it is does the killing; the aid that is paused was its giver's to pause
        (
            f"The [US|country] airstrike that killed {BERG} shocked Alder.",
            "killed",
            {("agent", "US"), ("patient", "Tomas Berg")},
        ),
        (
            f"{NORLAND} aid to [Vesterland|country] was suspended on Monday.",
            "suspended",
            {("agent", "Norland"), ("patient", "Vesterland")},
        ),
        # who fires to disperse a crowd fires at the crowd
        (
            f"{POLICE} opened fire to disperse [the demonstrators|group].",
            "opened",
            {("agent", "Police"), ("patient", "the demonstrators")},
        ),
        # what is aimed at somebody, also with a participle
        (
            f"{NORLAND} fired rockets aimed at [a mast|facility].",
            "fired",
            {("agent", "Norland"), ("patient", "a mast")},
        ),
        # who seizes things in a raid raids, and whose house it is undergoes it
        (
            f"{POLICE} seized two cars in a raid on {BERG}'s home.",
            "raid",
            {("agent", "Police"), ("patient", "Tomas Berg")},
        ),
        (
            f"{POLICE} searched the home of {BERG}.",
            "searched",
            {("agent", "Police"), ("patient", "Tomas Berg")},
        ),
        # what is asked for is wanted from somebody; an order to kill is not given to the victim
        (
            f"[Protesters|group] called for independence from {NORLAND}.",
            "called",
            {("agent", "Protesters"), ("patient", "Norland")},
        ),
        (f"{RUIZ} ordered {BERG}'s killing.", "ordered", {("agent", "Ana Ruiz")}),
        (
            f"{RUIZ} repeated her demand that {NORLAND} open the border.",
            "demand",
            {("agent", "Ana Ruiz"), ("patient", "Norland")},
        ),
        (
            f"{NORLAND} defended the right of [the rebels|group] to fight.",
            "defended",
            {("agent", "Norland"), ("patient", "the rebels")},
        ),
        # a thing sent to a body is received by it; people are only taken there
        (
            f"{RUIZ} sent [the bill|law_or_treaty] back to [parliament|organization].",
            "sent",
            {("agent", "Ana Ruiz"), ("patient", "the bill"), ("recipient", "parliament")},
        ),
        (
            "[Six pupils|group] were transported to [Alder Club|organization].",
            "transported",
            {("patient", "Six pupils")},
        ),
        # whom a protest is against is told by its demand, but not whom that helps; a threat is for its condition
        (
            f"[Students|group] marched in Alder to demand the resignation of {BERG}.",
            "marched",
            {("agent", "Students"), ("patient", "Tomas Berg")},
        ),
        (f"[Students|group] marched to demand the release of {BERG}.", "marched", {("agent", "Students")}),
        (
            f"{NORLAND} threatened to end the talks if [Vesterland|country] deploys missiles.",
            "threatened",
            {("agent", "Norland"), ("patient", "Vesterland")},
        ),
        (
            f"{NORLAND} mobilized [reservists|group] for a war against [Vesterland|country].",
            "mobilized",
            {("agent", "Norland"), ("patient", "reservists"), ("patient", "Vesterland")},
        ),
        (f"{RUIZ} summoned [the envoy|person] to complain of [the raids|other].", "complain", {("agent", "Ana Ruiz")}),
        (
            f"{RUIZ} vetoed a sale of [the unit|organization] to {NORLAND}.",
            "sale",
            {("patient", "the unit"), ("recipient", "Norland")},
        ),
        # "was awarded" tells of who gets it
        (f"{RUIZ} was awarded [a medal|other] on Monday.", "awarded", {("patient", "Ana Ruiz")}),
        # a name with a digit is no amount
        (
            "[LUMA-2|product] will map [the ice|other].",
            "map",
            {("agent", "LUMA-2"), ("patient", "the ice")},
        ),
        # an addition to the subject, and to the one it is done to
        (
            f"{RUIZ} and [Bo Lazar|person] were re-elected on Monday, as well as {BERG} and [Ida Moen|person].",
            "re-elected",
            {("patient", name) for name in ("Ana Ruiz", "Bo Lazar", "Tomas Berg", "Ida Moen")},
        ),
        (
            f"{POLICE} arrested {RUIZ} on Monday along with {BERG}.",
            "arrested",
            {("agent", "Police"), ("patient", "Ana Ruiz"), ("patient", "Tomas Berg")},
        ),
        # the candidates are the ones they are told to be; two deaths are told apart
        (
            f"[The candidates|group] elected here were {RUIZ} and {BERG}.",
            "elected",
            {("patient", "Ana Ruiz"), ("patient", "Tomas Berg")},
        ),
        # parties of talks they are in, and what one is involved in
        (
            f"{ORVO} is in discussions with [Lindt Works|organization].",
            "discussions",
            {("agent", "Orvo Motors"), ("patient", "Lindt Works")},
        ),
        (
            f"A meeting between {RUIZ} and Norland Prime Minister {BERG} began.",
            "meeting",
            {("agent", "Ana Ruiz"), ("agent", "Tomas Berg")},
        ),
        (f"{BERG} was involved in a crash near Alder.", "crash", {("participant", "Tomas Berg")}),
        # small clauses, sides of a verb, places of a passive
        (
            f"{ORVO} made [five nurses|group] redundant.",
            "made",
            {("agent", "Orvo Motors"), ("patient", "five nurses")},
        ),
        (
            f"{RUIZ} broke a deal reached between {ORVO} and [Lindt Works|organization].",
            "reached",
            {("agent", "Orvo Motors"), ("agent", "Lindt Works")},
        ),
        ("[The ferry|product] docked to [the station|facility].", "docked", {("agent", "The ferry")}),
        ("[Six soldiers|group] were ambushed at [Okuma Hill|place].", "ambushed", {("patient", "Six soldiers")}),
        # who announces an arrest does not make it
        (f"{RUIZ} announced the arrest of {BERG}.", "arrest", {("patient", "Tomas Berg")}),
        # whose promise it is makes it, not who repeats it
        (f"{RUIZ} repeated {BERG}'s commitment.", "commitment", {("agent", "Tomas Berg")}),
    ],
)
def test_parties_outside_the_slots(nlp: Language, marked: str, trigger: str, expected: set[tuple[str, str]]) -> None:
    assert roles(nlp, marked, trigger) == expected


@pytest.mark.parametrize(
    ("marked", "topic"),
    [
        (f"{BERG} was arrested after attempting to join the militia.", None),
        (f"{BERG} won, with [Ana Ruiz|person] coming second.", None),
        (f"{BERG} was accused of hiding the money.", "hiding the money"),
    ],
)
def test_what_goes_on_around_an_act_is_not_what_it_is_about(nlp: Language, marked: str, topic: str | None) -> None:
    first = find_events(reading(nlp, marked), ())[0]
    assert (first.topic.text if first.topic else None) == topic
