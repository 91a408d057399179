"""What governs an event, however far above it: one construction a row, with or without a sense in the lexicon."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from readings import reading

from kg.docs_to_claims.events.status import reality
from kg.docs_to_claims.events.status.axes import Reality
from kg.docs_to_claims.events.triggers import Trigger, find_triggers
from kg.docs_to_claims.events.triggers.senses import unknown_verb

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model


def told(nlp: Language, marked: str, word: str, role: str = "body") -> Reality:
    """How ``marked`` presents what ``word`` names, which need not be an event of the lexicon."""
    read = reading(nlp, marked, [role])
    token = next(t for t in read.doc if t.text == word)
    trigger = next((t for t in find_triggers(read) if t.token.i == token.i), None)
    return reality(read, trigger or Trigger(token, unknown_verb(token.lemma_.lower())))


GOVERNED = [
    ("[Ana Ruiz|person] was said by [Norpress|organization] to have visited [Lisbon|place].", "visited", "occurred"),
    ("A scale was built to measure to what degree [Norland|country] has adopted the rules.", "adopted", "possible"),
    ("Not one minister resigned in [Port Alder|place].", "resigned", "negated"),
    ("Not a single house was burned in [Port Alder|place].", "burned", "negated"),
    ("Not a few of [the guards|group] fled.", "fled", "occurred"),
    ("No more than three [guards|group] were killed.", "killed", "occurred"),
    ("[Ana Ruiz|person] said that [Norland|country] had accepted the inspections.", "inspections", "planned"),
    ("[Norland|country] approved the evacuation of [Port Alder|place].", "evacuation", "planned"),
    ("[Norland|country] did not accept the evacuation of [Port Alder|place].", "evacuation", "possible"),
    ("[The party|organization] accepted the apology of [Ana Ruiz|person].", "apology", "occurred"),
    (
        "[Liga|organization] met [Union Sul|organization] with a view to electing [Ana Ruiz|person].",
        "electing",
        "planned",
    ),
    ("[Tomas Berg|person] was held with a view to the extradition of [Ana Ruiz|person].", "extradition", "planned"),
    ("If the tax passes, [Ana Ruiz|person] will cancel the May visit.", "visit", "conditional"),
    ("[Ana Ruiz|person] demanded from [Norpress|organization] to withdraw the article.", "withdraw", "demanded"),
    ("To what extent [Norland|country] armed [the rebels|group] is not known.", "armed", "possible"),
    (
        "[The inquiry|organization] asked to what degree [Norland|country] armed [the rebels|group].",
        "armed",
        "possible",
    ),
    (
        "[Norland|country] attacked under the pretext that [Vesterland|country] had bombed a bridge.",
        "bombed",
        "possible",
    ),
    ("[Norland|country] has offered tents to [Vesterland|country].", "offered", "possible"),
    ("[Norland|country] opened the door to talks with [Vesterland|country].", "talks", "possible"),
    ("A second round of talks with [Norland|country] is planned.", "talks", "planned"),
    ("[Ana Ruiz|person] stressed the importance of defending [Norland|country].", "defending", "possible"),
    ("[Ana Ruiz|person] placed emphasis on defending [Norland|country].", "defending", "possible"),
    (
        "[The court|organization] will weigh other steps, including a search of [the mill|facility].",
        "search",
        "planned",
    ),
    ("[Ana Ruiz|person] advocated for the arrest of [Tomas Berg|person].", "arrest", "demanded"),
    ("The key to peace is the release of [Tomas Berg|person].", "release", "possible"),
    ("The troops of [Norland|country] will be moved, not withdrawn.", "withdrawn", "negated"),
    ("[Ana Ruiz|person] will resign before the strike by [the nurses|group].", "strike", "planned"),
    ("[Norland|country] announced a boycott of [Vesterland|country].", "boycott", "planned"),
    ("[Norland|country] announced the arrest of [Tomas Berg|person].", "arrest", "occurred"),
    ("[Norland|country] announced an attack on [Port Alder|place].", "attack", "occurred"),
    ("A law permitting [Ana Ruiz|person] to arrest [Tomas Berg|person] was struck down.", "arrest", "possible"),
    (
        "The phone will be sold on [June 17|time:2025-06-17], two days before [Ana Ruiz|person] launches the bill.",
        "launches",
        "planned",
    ),
    ("[The party|organization] advocates [Norland|country] leaving the union.", "leaving", "demanded"),
    ("[Ana Ruiz|person] supports banning [the group|group].", "banning", "possible"),
    ("[Ana Ruiz|person] ordered that [the army|organization] protect [Port Alder|place].", "protect", "demanded"),
    (
        "[Ana Ruiz|person] ordered an alert, and that [the army|organization] protect [Port Alder|place].",
        "protect",
        "demanded",
    ),
    (
        "[Ana Ruiz|person] urged [residents|group] to assist the army and attack [the rebels|group].",
        "attack",
        "demanded",
    ),
    ("[The army|organization] stopped shelling [Port Alder|place] on Monday.", "shelling", "occurred"),
    ("[Police|organization] sent troops to prevent an attack by [the rebels|group].", "attack", "possible"),
    ("[Police|organization] prevented an attack by [the rebels|group].", "attack", "negated"),
    ("[Norland|country] agreed to stop shelling [Port Alder|place].", "shelling", "negated"),
    ("[Norland|country] was urged to stop shelling [Port Alder|place].", "shelling", "demanded"),
    ("The deal could trigger a strike by [the nurses|group].", "strike", "possible"),
    ("The deal will lead to a strike by [the nurses|group].", "strike", "planned"),
    ("An attack by [Norland|country] would be met with force.", "attack", "possible"),
    ("The attack by [Norland|country] could delay the vote.", "attack", "occurred"),
    ("Any attack by [Norland|country] will be punished.", "attack", "planned"),
    ("Anyone who attacks [Port Alder|place] will be punished.", "attacks", "possible"),
    ("Those who attack [Port Alder|place] face prison.", "attack", "possible"),
    ("Attacking [Port Alder|place] would be a crime.", "Attacking", "possible"),
    ("To attack [Port Alder|place] is a crime.", "attack", "possible"),
    ("[Ana Ruiz|person] introduced a bill that would ban [the group|group].", "ban", "planned"),
    ("[Ana Ruiz|person] introduced a bill to ban [the group|group].", "ban", "possible"),
    ("[Norland|country] used to trade with [Vesterland|country].", "trade", "occurred"),
    ("[Norland|country] is capable of attacking [Vesterland|country].", "attacking", "possible"),
    ("[Norland|country] is able to attack [Vesterland|country].", "attack", "possible"),
    ("[Tomas Berg|person] was able to leave [Lisbon|place].", "leave", "occurred"),
    ("[Ana Ruiz|person] came close to resigning.", "resigning", "possible"),
    ("[Ana Ruiz|person] stopped short of accusing [Tomas Berg|person].", "accusing", "negated"),
    ("[Ana Ruiz|person] was barred from visiting [Norland|country].", "visiting", "negated"),
    ("[Ana Ruiz|person] missed the chance to meet [Tomas Berg|person].", "meet", "possible"),
    ("[Rebels|group] are feared to have attacked [Port Alder|place].", "attacked", "possible"),
    ("There are fears of an attack by [Norland|country].", "attack", "possible"),
    ("[Ana Ruiz|person] warned of an attack by [Norland|country].", "attack", "possible"),
    ("[Ana Ruiz|person] warned that [Norland|country] would attack [Port Alder|place].", "attack", "planned"),
    ("In case of an attack by [Norland|country], [Port Alder|place] will be evacuated.", "attack", "conditional"),
    ("In the event of an attack by [Norland|country], [Port Alder|place] will be evacuated.", "attack", "conditional"),
    ("[Ana Ruiz|person] will resign when [Tomas Berg|person] leaves [Lisbon|place].", "leaves", "planned"),
    ("[Ana Ruiz|person] will resign once [Tomas Berg|person] is elected.", "elected", "planned"),
    ("[Ana Ruiz|person] will stay until [Tomas Berg|person] leaves [Lisbon|place].", "leaves", "planned"),
    ("[Ana Ruiz|person] resigned before [Tomas Berg|person] arrived in [Lisbon|place].", "arrived", "occurred"),
    ("[The bomb|product] was meant to kill [Ana Ruiz|person].", "kill", "planned"),
    ("[The law|law_or_treaty] is aimed at stopping [the rebels|group].", "stopping", "planned"),
    ("[Tomas Berg|person] was charged with attacking [Ana Ruiz|person].", "attacking", "occurred"),
    ("[Tomas Berg|person] was arrested on suspicion of attacking [Ana Ruiz|person].", "attacking", "occurred"),
    ("[Tomas Berg|person] allegedly attacked [Ana Ruiz|person].", "attacked", "occurred"),
    ("It is alleged that [Tomas Berg|person] attacked [Ana Ruiz|person].", "attacked", "occurred"),
    ("[Tomas Berg|person] claims to have met [Ana Ruiz|person].", "met", "occurred"),
    ("[Tomas Berg|person] pretended to leave [Lisbon|place].", "leave", "negated"),
    ("[Ana Ruiz|person] forgot to invite [Tomas Berg|person].", "invite", "negated"),
    ("[Ana Ruiz|person] had planned to visit [Norland|country].", "visit", "planned"),
    ("[Ana Ruiz|person] could have attacked [Port Alder|place].", "attacked", "possible"),
    ("[Ana Ruiz|person] should have resigned.", "resigned", "conditional"),
    ("[Ana Ruiz|person] wishes [Tomas Berg|person] had resigned.", "resigned", "possible"),
    ("It was as if [Norland|country] had attacked [Port Alder|place].", "attacked", "possible"),
    ("[Ana Ruiz|person] had to leave [Lisbon|place].", "leave", "occurred"),
    ("[Tomas Berg|person] said [Ana Ruiz|person] had to leave [Lisbon|place].", "leave", "demanded"),
    ("[Ana Ruiz|person] came from behind to beat [Tomas Berg|person].", "beat", "occurred"),
    ("[Ana Ruiz|person] returned home only to find [Tomas Berg|person] there.", "find", "occurred"),
    ("[Norland|country] is selected to host the games.", "host", "planned"),
    ("[Ana Ruiz|person] was appointed to lead [the party|organization].", "lead", "planned"),
    ("[Ana Ruiz|person] would be the first woman to lead [the party|organization].", "lead", "planned"),
    ("[Ana Ruiz|person] was the first woman to lead [the party|organization].", "lead", "occurred"),
    ("[Ana Ruiz|person] was the first minister to resign.", "resign", "occurred"),
    ("No minister has ever visited [Norland|country].", "visited", "negated"),
    ("[Norland|country] has never attacked [Vesterland|country].", "attacked", "negated"),
    ("Few ministers supported [Ana Ruiz|person].", "supported", "occurred"),
    ("[Norland|country] is not expected to attack [Vesterland|country].", "attack", "negated"),
    ("Stations will be shut and lines closed by [Norland Rail|organization].", "shut", "planned"),
    ("Stations will be shut and lines closed by [Norland Rail|organization].", "closed", "planned"),
    ("[Ana Ruiz|person] refused to say whether [she=Ana Ruiz] met [Tomas Berg|person].", "met", "possible"),
    ("[Ana Ruiz|person] neither confirmed nor denied that [she=Ana Ruiz] met [Tomas Berg|person].", "met", "occurred"),
    ("[Ana Ruiz|person] ruled out meeting [Tomas Berg|person].", "meeting", "negated"),
    ("[Ana Ruiz|person] called off a meeting with [Tomas Berg|person].", "meeting", "negated"),
    ("Talks between [Norland|country] and [Vesterland|country] broke down.", "Talks", "occurred"),
    ("[Norland|country] backed out of talks with [Vesterland|country].", "talks", "occurred"),
    ("[Ana Ruiz|person] demanded an end to attacks by [Norland|country].", "attacks", "occurred"),
    ("The killing of [Tomas Berg|person] must be investigated.", "killing", "occurred"),
    ("[Ana Ruiz|person] is said to be planning to visit [Norland|country].", "visit", "planned"),
    ("[Ana Ruiz|person] is thinking about leaving [the party|organization].", "leaving", "possible"),
    ("[Ana Ruiz|person] is thinking of leaving [the party|organization].", "leaving", "possible"),
    ("[Ana Ruiz|person] voted to expel [Tomas Berg|person].", "expel", "possible"),
    ("[Parliament|organization] voted for expelling [Tomas Berg|person].", "expelling", "possible"),
    ("[Ana Ruiz|person] argued against expelling [Tomas Berg|person].", "expelling", "possible"),
    ("[Ana Ruiz|person] warned against visiting [Norland|country].", "visiting", "possible"),
    ("[Ana Ruiz|person] warned [Tomas Berg|person] not to visit [Norland|country].", "visit", "possible"),
    ("[Norland|country] is prepared to attack.", "attack", "conditional"),
    ("[Ana Ruiz|person] stands ready to meet [Tomas Berg|person].", "meet", "conditional"),
    ("[Ana Ruiz|person] is on her way to meet [Tomas Berg|person].", "meet", "planned"),
    ("[Ana Ruiz|person] accused [Tomas Berg|person], who attacked [Port Alder|place].", "attacked", "occurred"),
    ("Were [Norland|country] to attack, [Vesterland|country] would respond.", "attack", "possible"),
    ("Whether [Norland|country] attacked [Port Alder|place] is unclear.", "attacked", "possible"),
    ("How [Norland|country] attacked [Port Alder|place] is unclear.", "attacked", "possible"),
    ("[Ana Ruiz|person] would rather resign than meet [Tomas Berg|person].", "resign", "planned"),
    ("[Ana Ruiz|person] would rather resign than meet [Tomas Berg|person].", "meet", "negated"),
    ("[Tomas Berg|person] narrowly avoided being arrested.", "arrested", "negated"),
    ("[Ana Ruiz|person] escaped being arrested.", "arrested", "negated"),
    ("[Ana Ruiz|person] survived an attack by [rebels|group].", "attack", "occurred"),
    ("[Ana Ruiz|person] made plans for a visit to [Norland|country].", "visit", "planned"),
    ("[Ana Ruiz|person] postponed a visit to [Norland|country].", "visit", "planned"),
    ("[Ana Ruiz|person] scrapped a visit to [Norland|country].", "visit", "negated"),
    ("The proposal calls for [Norland|country] to withdraw.", "withdraw", "demanded"),
    ("The treaty requires [Norland|country] to withdraw.", "withdraw", "demanded"),
    ("[Members|group] are required to attack [the rebels|group].", "attack", "possible"),
    ("The plan provides for the release of [Tomas Berg|person].", "release", "planned"),
    ("The plan provides for patrols and for the release of [Tomas Berg|person].", "release", "planned"),
    (
        "They spoke. [Protesters|group] have claimed [Norland|country] is influencing [the government|organization].",
        "influencing",
        "ongoing",
    ),
    (
        "It rose. Demands have included dissolving [the assembly|organization] and appointing [Ana Ruiz|person].",
        "dissolving",
        "demanded",
    ),
    (
        "It rose. Demands have included dissolving [the assembly|organization] and appointing [Ana Ruiz|person].",
        "appointing",
        "demanded",
    ),
    ("[Ana Ruiz|person]'s plan includes a ban on [the group|group].", "ban", "planned"),
    ("[Norland|country] ruled out troops being sent to [Vesterland|country].", "sent", "negated"),
    (
        "[Norland|country] offered a reward for information leading to the arrest of [Tomas Berg|person].",
        "arrest",
        "possible",
    ),
    ("At least 40 people are killed when a quake strikes [Port Alder|place].", "strikes", "occurred"),
    ("At least 40 people are killed when a quake strikes [Port Alder|place].", "killed", "occurred"),
    ("The council was told. [Farms|group] are flooded when the river rises.", "rises", "possible"),
    ("[Ana Ruiz|person] held planned talks with [Tomas Berg|person].", "talks", "occurred"),
    ("[The league|organization] suspended [Tomas Berg|person] for violations of its rules.", "violations", "occurred"),
    ("The deal would mean the release of [Tomas Berg|person].", "release", "possible"),
    ("[Norland|country] fears the deal will lead to the arrest of [Tomas Berg|person].", "arrest", "possible"),
    ("[Police|organization] warned that [anyone|person] found looting would be shot.", "shot", "planned"),
    (
        "[Ana Ruiz|person] said [Norland|country] was on the point of attacking [Vesterland|country].",
        "attacking",
        "planned",
    ),
    ("[Ana Ruiz|person] was in no position to attack [Tomas Berg|person].", "attack", "possible"),
    ("[Ana Ruiz|person] would have to resign.", "resign", "demanded"),
    ("[Norland|country] has the power to arrest [Tomas Berg|person].", "arrest", "possible"),
    ("[Norland|country] bought rockets that can reach [Vesterland|country].", "reach", "possible"),
    ("[Norland|country] acquired missiles designed to hit [Vesterland|country].", "hit", "possible"),
    ("[Ana Ruiz|person] wants [Tomas Berg|person] arrested.", "arrested", "demanded"),
    ("[Ana Ruiz|person] asked that [Tomas Berg|person] be arrested.", "arrested", "demanded"),
    ("[Ana Ruiz|person] called for the arrest of [Tomas Berg|person].", "arrest", "demanded"),
    ("[Ana Ruiz|person] called for [Tomas Berg|person] to be arrested.", "arrested", "demanded"),
    ("The arrest of [Tomas Berg|person] has been demanded.", "arrest", "demanded"),
    ("[Ana Ruiz|person] denied reports that [Tomas Berg|person] had been arrested.", "arrested", "negated"),
    ("[Ana Ruiz|person] dismissed claims that [Tomas Berg|person] had been arrested.", "arrested", "negated"),
    ("[Ana Ruiz|person] denied claims [Tomas Berg|person] had been arrested.", "arrested", "negated"),
    ("[Tomas Berg|person] faces allegations he attacked [Ana Ruiz|person].", "attacked", "occurred"),
    ("[Tomas Berg|person] was cleared of attacking [Ana Ruiz|person].", "attacking", "negated"),
    ("[Tomas Berg|person] was acquitted of attacking [Ana Ruiz|person].", "attacking", "negated"),
    ("[Tomas Berg|person] was found guilty of attacking [Ana Ruiz|person].", "attacking", "occurred"),
    ("[Tomas Berg|person] was jailed for attacking [Ana Ruiz|person].", "attacking", "occurred"),
    ("[Tomas Berg|person] apologised for attacking [Ana Ruiz|person].", "attacking", "occurred"),
    ("[Ana Ruiz|person] won a prize for defending [Tomas Berg|person].", "defending", "occurred"),
    ("There was no sign of [rebels|group] attacking [Port Alder|place].", "attacking", "possible"),
    ("[Ana Ruiz|person] is not believed to have met [Tomas Berg|person].", "met", "negated"),
    ("Had [Ana Ruiz|person] resigned, [Tomas Berg|person] would have won.", "resigned", "conditional"),
    ("Had [Ana Ruiz|person] resigned, [Tomas Berg|person] would have won.", "won", "conditional"),
    ("Should [Ana Ruiz|person] resign, [Tomas Berg|person] will take over.", "resign", "conditional"),
    ("[Ana Ruiz|person] might as well resign.", "resign", "possible"),
    ("[Ana Ruiz|person] never ceased attacking [Tomas Berg|person].", "attacking", "occurred"),
    ("[Norland|country] has ceased attacking [Port Alder|place].", "attacking", "occurred"),
    ("[The strike|other], called off on Monday, was to start in May.", "start", "planned"),
    ("[Norland|country] delayed sending troops to [Vesterland|country].", "sending", "planned"),
    ("[Ana Ruiz|person] faces being arrested.", "arrested", "possible"),
    ("[Ana Ruiz|person] left the door open to meeting [Tomas Berg|person].", "meeting", "possible"),
    ("[Ana Ruiz|person] has no plans to meet [Tomas Berg|person].", "meet", "negated"),
    ("[Ana Ruiz|person] said she has no intention of meeting [Tomas Berg|person].", "meeting", "negated"),
    ("[Ana Ruiz|person] abandoned plans to meet [Tomas Berg|person].", "meet", "negated"),
    ("[Ana Ruiz|person] rejected a plan to expel [Tomas Berg|person].", "expel", "possible"),
    ("[Ana Ruiz|person] failed in her bid to oust [Tomas Berg|person].", "oust", "possible"),
    ("[Ana Ruiz|person] lost her bid to oust [Tomas Berg|person].", "oust", "possible"),
    ("[Ana Ruiz|person] urged the world not to recognise [Norland|country].", "recognise", "demanded"),
    ("[Ana Ruiz|person] only yesterday ruled out using the army.", "using", "negated"),
    ("[Ana Ruiz|person], who only yesterday ruled out attacking [Port Alder|place], spoke.", "attacking", "negated"),
    (
        "[Ana Ruiz|person] denied reports that [Norland Motors|organization] was being sold to [Vester|organization].",
        "sold",
        "negated",
    ),
    ("A warrant was issued for the arrest of [Tomas Berg|person].", "arrest", "demanded"),
    ("A warrant has been issued for the arrest of [Tomas Berg|person].", "arrest", "demanded"),
    (
        "[Norland|country] said the sale depends on approval by [the commission|organization].",
        "approval",
        "conditional",
    ),
    (
        "[Norland|country] said the sale is conditional on approval by [the commission|organization].",
        "approval",
        "conditional",
    ),
    ("The court spoke. [Ana Ruiz|person] has until May to release [Tomas Berg|person].", "release", "planned"),
    (
        "The court spoke. Under state law, [Ana Ruiz|person], the governor, has until May to release plans for a vote.",
        "release",
        "demanded",
    ),
]
HEADLINES = [
    ("[Orvo Mills|organization] announces deep job cuts", "cuts", "planned"),
    ("[Ana Ruiz|person] to meet [Tomas Berg|person]", "meet", "planned"),
    ("[Norland Motors|organization] to sell [Vester Cars|organization] for $4 billion", "sell", "planned"),
    ("[Norland Motors|organization] picked to buy [Vester Cars|organization]", "buy", "planned"),
    ("[Ana Ruiz|person] refuses to meet [Tomas Berg|person]", "meet", "negated"),
    ("[Norland Motors|organization] files for bankruptcy, [Vester|organization] to run company", "run", "planned"),
    ("[Ana Ruiz|person] urges [Norland|country] to withdraw", "withdraw", "demanded"),
    ("[Norland|country] wins right to appeal", "appeal", "possible"),
    ("No talks between [Norland|country] and [Vesterland|country]", "talks", "negated"),
    ("[Norland|country] on brink of attacking [Vesterland|country]", "attacking", "planned"),
    ("[Ana Ruiz|person] ‘will resign’", "resign", "planned"),
    ("Fears grow of attack by [Norland|country]", "attack", "possible"),
    ("[Norland|country] agrees to free [Tomas Berg|person]", "free", "planned"),
    ("[Norland Motors|organization] cutting 3,000 jobs by 2030", "cutting", "ongoing"),
    ("Could [Ana Ruiz|person] meet [Tomas Berg|person]?", "meet", "possible"),
]


@pytest.mark.parametrize(("marked", "word", "status"), GOVERNED)
def test_what_governs_an_event(nlp: Language, marked: str, word: str, status: str) -> None:
    assert told(nlp, marked, word).status == status


@pytest.mark.parametrize(("marked", "word", "status"), HEADLINES)
def test_what_governs_an_event_in_a_headline(nlp: Language, marked: str, word: str, status: str) -> None:
    assert told(nlp, marked, word, "headline").status == status


def test_a_rule_is_generic(nlp: Language) -> None:
    rule = "[Members|group] are required to sign [the oath|other]."
    assert told(nlp, rule, "sign").modality == told(nlp, rule, "required").modality == "generic"


@pytest.mark.parametrize(
    ("marked", "word", "source"),
    [
        ("[Norland|country] attacked [Port Alder|place] at dawn, as [Ana Ruiz|person] reported.", "attacked", True),
        ("According to [Ana Ruiz|person], [Norland|country] attacked and fled.", "attacked", True),
        ("[Norland|country] attacked [Port Alder|place] as [Ana Ruiz|person] slept.", "attacked", False),
    ],
)
def test_words_that_name_a_source_make_hearsay(nlp: Language, marked: str, word: str, source: bool) -> None:
    assert told(nlp, marked, word).hearsay is source


def test_a_chronicle_in_the_present_tells_events(nlp: Language) -> None:
    chronicle = (
        "[Rebels|group] attack [Port Alder|place]. At least 40 people are killed when a quake strikes [Lisbon|place]."
    )
    assert told(nlp, chronicle, "strikes").status == "occurred"
    assert told(nlp, chronicle, "killed").status == "occurred"


def test_a_time_clause_in_the_present_is_a_rule_where_the_article_tells_in_the_past(nlp: Language) -> None:
    text = "The council was told. [Farms|group] are flooded when [the river|place] rises."
    assert told(nlp, text, "rises").modality == "generic"
