"""Whether the article tells an event as its own word and as done: one cause of a wrong reading a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from readings import reading

from kg.docs_to_claims.events import find_events
from kg.docs_to_claims.events.status import reality
from kg.docs_to_claims.events.status.axes import Reality
from kg.docs_to_claims.events.triggers import Trigger, find_triggers
from kg.docs_to_claims.events.triggers.senses import unknown_verb

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model

PAST = " The court met. She left. He stayed. They voted."


def told(nlp: Language, marked: str, word: str) -> Reality:
    """How ``marked`` presents what ``word`` names, which need not be an event of the lexicon."""
    read = reading(nlp, marked)
    token = next(t for t in read.doc if t.text == word)
    trigger = next((t for t in find_triggers(read) if t.token.i == token.i), None)
    return reality(read, trigger or Trigger(token, unknown_verb(token.lemma_.lower())))


@pytest.mark.parametrize(
    ("marked", "word", "status"),
    [
        # what is told as false
        ("The gaffes included the misstatement that [Orvo|organization] had closed the mine.", "closed", "negated"),
        ("[Ana Ruiz|person] spread the lie that [Tomas Berg|person] had stolen money.", "stolen", "negated"),
        # what has stopped had been going on; what is to stop will not go on
        ("[The rebels|group] stopped shelling [Alder|place].", "shelling", "occurred"),
        ("[The rebels|group] have not stopped shelling [Alder|place].", "shelling", "occurred"),
        ("[The rebels|group] agreed to stop shelling [Alder|place].", "shelling", "negated"),
        # who wants something does not yet do it
        ("[Orvo|organization] wants to sell three ships.", "sell", "demanded"),
        # a promise not to do something
        ("[Norland|country] gave assurances that it would not allow raids.", "allow", "negated"),
        # infinitives that the parser takes for a circumstance, or hangs on whom they are asked of
        ("[Ana Ruiz|person] advised residents of her city to shelter.", "shelter", "demanded"),
        ("[The quake|other] also caused [a wave|other] to flood [Alder|place].", "flood", "occurred"),
        ("[The board|organization] expected a vote to leave.", "leave", "planned"),
        # a base form beside one who would say it otherwise
        ("[The senators|group] insisted that the union agree to cut wages.", "agree", "demanded"),
        ("[The senators|group] insisted that the union agrees.", "agrees", "ongoing"),
        # what comes of it; what is done with it
        ("[The band|group] eventually rose to become a legend.", "become", "occurred"),
        ("[The club|organization] uses lots to choose its players." + PAST, "choose", "ongoing"),
        ("[The gas|other] can rise, and be detected with lamps.", "detected", "possible"),
        ("[Ruiz|person] developed a notation for expressing sets.", "expressing", "possible"),
        ("[Ruiz|person] was uninterested in taking the office.", "taking", "possible"),
        ("The decree did not mandate filing a report.", "filing", "demanded"),
        # suspicion
        ("A man suspected to have supplied the gun was arrested.", "supplied", "occurred"),
        # worry about something known, and what is said to end
        ("Critics voiced concern over [the antenna|product]'s placement.", "placement", "occurred"),
        ("[Norland|country] could end decades of conflict.", "conflict", "occurred"),
        ("The planned outages in [Alder|place] began.", "outages", "occurred"),
        ("The ship was short on shells from its attack on [Alder|place].", "attack", "occurred"),
        # occasions of what is only meant
        ("Experts should look at protection of [the reef|place].", "protection", "demanded"),
        ("[Ruiz|person] may speak at a rally in [Alder|place].", "rally", "possible"),
        ("[Ruiz|person] was not hurt in an attack in [Alder|place].", "attack", "occurred"),
        ("[The party|organization] will boycott the election.", "election", "planned"),
        ("[The party|organization] boycotted the election.", "election", "occurred"),
        ("[Ruiz|person] is projected to win.", "win", "planned"),
        # what nobody could do was not done; what nobody denies may still not be so
        ("[Ruiz|person] and [Berg|person] could not agree on a budget.", "agree", "negated"),
        ("[The army|organization] could not stop [the rebels|group] from attacking Alder.", "attacking", "occurred"),
        ("Police cannot rule out that [rebels|group] attacked Alder.", "attacked", "possible"),
        ("[Norland|country] did not deny that it attacked Alder.", "attacked", "possible"),
        # the reasons of what happened, and its names
        ("[Ruiz|person] discussed why [Berg|person] joined the party.", "joined", "occurred"),
        ("[Ruiz|person] discussed joining the party.", "joining", "possible"),
        ("[Ruiz|person] called the inquiry a farce.", "inquiry", "occurred"),
        ("The court's decision cannot be appealed.", "decision", "occurred"),
        # "not" that denies something else; what is forbidden is not denied
        ("The ban on [Orvo|organization] is not part of a plan.", "ban", "occurred"),
        ("[Ruiz|person]'s death is not only a loss to Alder.", "death", "occurred"),
        ("[Orvo|organization] was banned from flying to Alder.", "flying", "demanded"),
        ("[Orvo|organization] was banned for flying to Alder.", "flying", "occurred"),
        # what is told in the past is told, whatever is asked for around it
        ("[Ruiz|person] asked it to halt a case in which a subpoena had been issued.", "issued", "occurred"),
        ("[Ruiz|person] was sentenced to life without parole for driving a car into a crowd.", "driving", "occurred"),
        ("[Cooks|group] used ribs for making spoons.", "making", "occurred"),
        ("[Norland|country] would be the only country to have these measures put in place.", "put", "planned"),
        # what would make somebody the first to do a thing is no more done than said of it
        ("The law would make [Norland|country] the first country to ban [Orvo|organization].", "ban", "planned"),
        ("The vote would make [Ruiz|person] the first to lead [Norland|country].", "lead", "planned"),
        ("[Ruiz|person] was the first woman to lead [Norland|country].", "lead", "occurred"),
        # the denial of a plan, a need, a part in it; and what is not the whole of it
        ("[Norland|country] has no plans to attack [Alder|place].", "attack", "negated"),
        ("[Norland|country] had no intention of attacking [Alder|place].", "attacking", "negated"),
        ("[Norland|country] sees no need to invade [Alder|place].", "invade", "possible"),
        ("It was not [Ruiz|person] who attacked [Berg|person].", "attacked", "negated"),
        ("It may have been [Norland|country] that attacked [Alder|place].", "attacked", "possible"),
        ("It was [Ruiz|person] who attacked [Berg|person].", "attacked", "occurred"),
        ("[Ruiz|person] was not responsible for sinking [the ferry|product].", "sinking", "negated"),
        ("[Athletes|group] have avoided playing against [Norland|country].", "playing", "negated"),
        ("After a plan to bail out [Orvo|organization] failed to pass, it closed.", "bail", "negated"),
        # what is sought is not had; what is made for it, planned with it or set as a condition
        ("[Ruiz|person] was killed while seeking the resignation of [Berg|person].", "resignation", "possible"),
        ("[Ruiz|person] rejected the party's nomination.", "nomination", "occurred"),
        ("A system, to be released in May, was shown.", "released", "planned"),
        ("[Norland|country] has a plan that includes closures of mills.", "closures", "planned"),
        ("If passed without rules limiting [Norland|country], it would bind [Ruiz|person].", "limiting", "conditional"),
        ("[Norland|country] lists men for the draft, were a draft to be imposed.", "imposed", "conditional"),
        ("Once elected, [Ruiz|person] would ban lorries.", "elected", "planned"),
        ("Once elected, [Ruiz|person] banned lorries.", "elected", "occurred"),
        ("I'd ban lorries from [Alder|place].", "ban", "possible"),
        ("[Ruiz|person] said she would ban lorries.", "ban", "planned"),
        # a doubt over two verbs, and one that stands over the first only
        ("The bomb may have killed [Ada Quill|person] and injured [Jo Tarn|person].", "injured", "possible"),
        ("It agreed the book may have held secrets but ruled that [Berg|person] was hurt.", "ruled", "occurred"),
        ("That's how [Ruiz|person] won the cup." + PAST, "won", "occurred"),
        # what nobody did but in a dream
        ("[Ruiz|person] dreamed that [Berg|person] robbed her.", "robbed", "possible"),
    ],
)
def test_status(nlp: Language, marked: str, word: str, status: str) -> None:
    assert told(nlp, marked, word).status == status


@pytest.mark.parametrize(
    ("marked", "word", "ongoing"),
    [
        ("The law forbids insults." + PAST, "forbids", True),
        ("We urge [Norland|country] to wait." + PAST, "urge", False),
        ("It read a letter." + PAST, "read", False),
        ("[Rebels|group] attack [Alder|place].", "attack", False),  # a chronicle in the present
    ],
)
def test_the_simple_present_amid_the_past_is_no_single_deed(
    nlp: Language, marked: str, word: str, ongoing: bool
) -> None:
    assert told(nlp, marked, word).ongoing is ongoing


@pytest.mark.parametrize(
    ("marked", "word", "modality"),
    [
        ("Students receive a grant after an exam." + PAST, "receive", "generic"),
        ("Escape rooms see players locked into a vault." + PAST, "locked", "generic"),
        ("When threatened, [the slug|group] makes itself a hard target." + PAST, "threatened", "generic"),
        ("It would allow [Norland|country] to expel people who had been charged with theft.", "charged", "generic"),
        ("It would allow [Norland|country] to expel the people who had been charged.", "charged", "actual"),
        ("The two students receive a grant." + PAST, "receive", "actual"),
        ("Residents oppose the plan." + PAST, "oppose", "actual"),
    ],
)
def test_what_a_whole_kind_does_is_a_rule(nlp: Language, marked: str, word: str, modality: str) -> None:
    assert told(nlp, marked, word).modality == modality


@pytest.mark.parametrize(
    ("marked", "word", "hearsay"),
    [
        ("I led [the team|group] in [Alder|place].", "led", True),
        ("“I led [the team|group],” she said. [Ruiz|person] founded another.", "founded", False),
        ("[Groups|group] claiming the vote was stolen from [Ruiz|person] met on Monday.", "stolen", True),
        ("[Ruiz|person] stated she was ill, but would fill the post.", "fill", True),
        ("By all accounts, [Ruiz|person] won.", "won", True),
        ("It cited [the agency|organization] as stating [Orvo|organization] owned the plane.", "owned", True),
        ("[Ruiz|person] told [the Post|organization] that [Berg|person] had left.", "left", True),
        ("[Ruiz|person] said as a child she was forced to work.", "forced", True),
        ("[Ruiz|person] said there was a lack of care and urged [the crowd|group] to vote.", "urged", False),
    ],
)
def test_whose_word_it_is(nlp: Language, marked: str, word: str, hearsay: bool) -> None:
    assert told(nlp, marked, word).hearsay is hearsay


@pytest.mark.parametrize(
    ("marked", "word"),
    [
        ("A man suspected to have supplied the gun was arrested.", "supplied"),
        ("A man suspected of supplying the gun was arrested.", "supplying"),
        ("Police looked into alleged crimes committed by [the guards|group].", "committed"),
    ],
)
def test_what_somebody_is_suspected_of_is_alleged(nlp: Language, marked: str, word: str) -> None:
    state = told(nlp, marked, word)
    assert state.alleged
    assert state.certainty == "probable"


@pytest.mark.parametrize(
    "marked",
    [
        "[Ruiz|person] faces charges of robbing [the bank|organization].",
        "[Ruiz|person] went on trial for robbing [the bank|organization].",
        "[Ruiz|person] is wanted for robbing [the bank|organization].",
        "[Ruiz|person] is to be charged with robbing [the bank|organization].",
        "[Ruiz|person] was robbing [the bank|organization], prosecutors allege.",
    ],
)
def test_what_is_not_yet_proved_is_open(nlp: Language, marked: str) -> None:
    robbing = next(e for e in find_events(reading(nlp, marked), ()) if e.trigger.text.endswith("robbing"))
    assert robbing.status == "possible"


@pytest.mark.parametrize(
    ("marked", "word"),
    [
        ("The virus had reportedly killed 813 in [Norland|country] and infected many in [Alder|place].", "infected"),
        ("[Ruiz|person] was reputedly responsible for creating [the base|facility].", "creating"),
        ("[Ruiz|person] supposedly sold [the mill|facility].", "sold"),
    ],
)
def test_a_hedge_leaves_it_probable(nlp: Language, marked: str, word: str) -> None:
    assert told(nlp, marked, word).certainty == "probable"


def test_the_day_of_the_stop_is_not_that_of_what_stopped(nlp: Language) -> None:
    marked = "[The rebels|group] stopped shelling [Alder|place] on [March 3|time:2025-03-03]."
    shelling = next(e for e in find_events(reading(nlp, marked), ()) if e.trigger.text.endswith("shelling"))
    assert (shelling.status, shelling.time) == ("occurred", None)
