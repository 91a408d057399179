"""Names: what they are cut to, what they name, and which of them name the same thing. All sentences are invented."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.articles_to_docs.entities import find_entities
from kg.articles_to_docs.language import parse
from kg.articles_to_docs.names.gazetteer import capitals, cities, countries, known, nation_name
from kg.articles_to_docs.names.kinds import by_words
from kg.articles_to_docs.names.vocabulary import actor_nouns, bare_nouns, vocabulary
from kg.ontology import lexicon
from kg.records import ENTITY_TYPES, Article, Block, Entity, Time

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model


def entities(nlp: Language, text: str, times: tuple[Time, ...] = ()) -> tuple[Entity, ...]:
    blocks, at = [], 0
    for line in text.split("\n"):
        if line:
            blocks.append(Block("body", at, at + len(line)))
        at += len(line) + 1
    ((article, doc),) = parse([Article("a", "a.txt", text, blocks=tuple(blocks))], nlp)
    return find_entities(article, doc, times)


def named(found: tuple[Entity, ...], name: str) -> Entity:
    (entity,) = [e for e in found if e.name == name]
    return entity


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Maria Lund visited Oslo.", "Maria Lund", "person"),
        ("On Monday Sir Alan Pryce left Bern.", "Alan Pryce", "person"),
        ("Interior Minister Anna Dahl resigned on Friday.", "Anna Dahl", "person"),
        ("Chief Financial Officer Peter Velkov told reporters that sales fell.", "Peter Velkov", "person"),
        ("The Kemsley Holdings Plc board met in Leeds.", "Kemsley Holdings Plc", "organization"),
        ("Workers of the Harbour Workers' Union went on strike.", "Harbour Workers' Union", "organization"),
        ("Russian strikes hit the town.", "Russia", "country"),
        ("The U.S. said it would help.", "U.S.", "country"),
        ("Talks were held in Jakarta on Friday.", "Jakarta", "place"),
        ("A storm hit California and Nevada.", "California", "place"),
        ("The Sand River rose by two metres.", "Sand River", "place"),
        ("Parliament passed the Coastal Safety Act.", "Coastal Safety Act", "law_or_treaty"),
        ("Two Danes and five Ukrainians were rescued.", "Ukrainians", "group"),
        ("The EU and NATO agreed on a plan.", "EU", "organization"),
        ("The company Vantoria sold its ships.", "Vantoria", "organization"),
        ("The village of Brankovo was flooded.", "Brankovo", "place"),
    ],
)
def test_a_name_is_cut_and_typed(nlp: Language, text: str, name: str, kind: str) -> None:
    assert named(entities(nlp, text), name).type == kind


@pytest.mark.parametrize(
    ("text", "name", "mentions"),
    [
        # possessives and quotation marks are no part of a name
        ("Lund’s plan failed. Maria Lund left.", "Maria Lund", ["Lund", "Maria Lund"]),
        # one country under all its names, adjectives included
        ("Britain left. The UK agreed; British troops stayed.", "Britain", ["Britain", "UK", "British"]),
        # a hyphen joins two names …
        ("The Lund-Holt talks failed, Lund said. Holt agreed.", "Lund", ["Lund", "Lund"]),
        ("The Russia-Ukraine war goes on.", "Ukraine", ["Ukraine"]),
        # … or the halves of one
        ("Ana Castro-Bell won. Castro-Bell was happy.", "Ana Castro-Bell", ["Ana Castro-Bell", "Castro-Bell"]),
        # part of a token
        ("The U.S.-backed plan failed.", "U.S.", ["U.S."]),
        # acronyms by brackets and by initials
        (
            "The Northern Ferry Agency (NFA) closed. The NFA had 40 staff.",
            "Northern Ferry Agency",
            ["Northern Ferry Agency", "NFA", "NFA"],
        ),
        # organisations without their last words
        ("Vantor Group Plc grew. Vantor sold two ships.", "Vantor Group Plc", ["Vantor Group Plc", "Vantor"]),
        # the club, and the town that it is named after
        ("Kelmo Rovers won. Kelmo beat Arvo. Kelmo will parade through Kelmo.", "Kelmo Rovers",
         ["Kelmo Rovers", "Kelmo", "Kelmo"]),
        ("Kelmo Rovers won. Kelmo beat Arvo. Kelmo grew. They sold tickets through Kelmo.", "Kelmo Rovers",
         ["Kelmo Rovers", "Kelmo", "Kelmo", "Kelmo"]),
        # the small half of a given name
        ("Lin Mei-ling spoke first.", "Lin Mei-ling", ["Lin Mei-ling"]),
    ],
)  # fmt: skip
def test_mentions_of_one_name(nlp: Language, text: str, name: str, mentions: list[str]) -> None:
    found = named(entities(nlp, text), name)
    assert [m.text for m in found.mentions if m.kind == "name"] == mentions


def test_spans_are_exact_and_entities_stand_in_order_of_first_mention(nlp: Language) -> None:
    text = "The U.S.-backed Lund-Holt talks\nin Oslo ended. Lund said “Norway’s plan” pleased Holt and the EU."
    found = entities(nlp, text)
    assert all(text[m.start : m.end] == m.text for e in found for m in e.mentions)
    assert [e.mentions[0].start for e in found] == sorted(e.mentions[0].start for e in found)
    assert [e.id for e in found] == [f"a:e{e.mentions[0].start}-{e.mentions[0].end}" for e in found]
    assert {"U.S.", "Lund", "Holt", "Oslo", "Norway", "EU"} <= {e.name for e in found}


def test_people_of_one_surname_are_kept_apart(nlp: Language) -> None:
    text = "Karl Dunn beat his brother Paul Dunn. Paul was second. Dunn said he was happy. Mrs Dunn was not there."
    found = entities(nlp, text)
    assert [m.text for m in named(found, "Paul Dunn").mentions if m.kind == "name"] == ["Paul Dunn", "Paul"]
    assert "Dunn" in named(found, "Karl Dunn").aliases


def test_a_known_person_outweighs_the_model(nlp: Language) -> None:
    found = entities(nlp, "Maria Lund spoke to Holt. Lund’s philosophy is simple. Lund nets two.")
    assert all(e.name == "Maria Lund" for e in found for m in e.mentions if m.text == "Lund")


def test_title_case_headlines_give_only_names(nlp: Language) -> None:
    text = "Lund Warns Ministers Over Harbour Budget Cuts\nMaria Lund warned ministers on Friday over cuts."
    found = entities(nlp, text)
    assert [m.start for m in named(found, "Maria Lund").mentions] == [0, 46]
    assert not [e for e in found if "Warns" in e.name]


@pytest.mark.parametrize(
    ("text", "name", "stands_for", "kind"),
    [
        ("Kyiv agreed to a ceasefire.", "Kyiv", "ua", "metonym"),
        ("Washington resumed aid on Friday.", "Washington", "us", "metonym"),
        ("The Kremlin denied the report.", "Kremlin", "ru", "metonym"),
        ("They met in Moscow on Friday.", "Moscow", None, "name"),
        ("Ukrainians protested against the law.", "Ukrainians", "ua", "name"),
    ],
)
def test_metonyms(nlp: Language, text: str, name: str, stands_for: str | None, kind: str) -> None:
    entity = named(entities(nlp, text), name)
    assert (entity.stands_for, entity.mentions[0].kind) == (stands_for, kind)


def test_links_only_where_certain(nlp: Language) -> None:
    found = entities(nlp, "Norway met in Jakarta. A fire broke out in New York. Springfield and Brankovo were spared.")
    assert named(found, "Norway").same_as == ("http://www.wikidata.org/entity/Q20", "https://sws.geonames.org/3144096/")
    assert named(found, "Jakarta").same_as == ("https://sws.geonames.org/1642911/",)
    assert named(found, "New York").same_as == ()
    assert all(not e.same_as for e in found if e.name in ("Springfield", "Brankovo"))


def test_time_expressions_name_nobody(nlp: Language) -> None:
    text = "Harvest Moon began on Sunday."
    assert not entities(nlp, text, (Time("Harvest Moon", 0, 12), Time("Sunday", 22, 28)))


def test_an_empty_article_has_no_entities(nlp: Language) -> None:
    assert entities(nlp, "") == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ministry of Coastal Affairs", ""),
        ("Coastal Police", "organization"),
        ("Treaty of Oslo", "law_or_treaty"),
        ("Delby Gazette", "organization"),
        ("Port Ellery", "place"),
        ("Ellery Airport", "facility"),
        ("Winter Games", "other"),
        ("Maria Lund", "person"),
        ("Lund", ""),
    ],
)
def test_words_of_a_name_show_its_type(text: str, kind: str) -> None:
    assert by_words(text) in (kind, "organization" if text.startswith("Ministry") else kind)


def test_the_gazetteer() -> None:
    assert known()["Danes"].code == "dk"
    assert known()["Dutch"].form == "adjective"
    assert nation_name("tr") == "Turkey"
    assert capitals()["Kiev"] == capitals()["Kyiv"] == "ua"
    assert cities("Bogota")[0].country == "co"
    assert cities("Seville")[0].country == "es"
    assert cities("Nowhere at all") == ()
    assert set(lexicon("nations")["nations"]) <= set(countries())
    assert countries()["dk"].wikidata == "Q35"


def test_the_word_lists_are_sound() -> None:
    assert {noun.type for noun in actor_nouns().values()} <= set(ENTITY_TYPES)
    assert bare_nouns() <= set(actor_nouns()) | {"media"}
    assert vocabulary().given["Maria"] == "f"
    assert vocabulary().given["Peter"] == "m"
    for row in lexicon("metonyms")["metonym"]:
        assert row["type"] in ENTITY_TYPES
        assert not row["stands_for"] or row["stands_for"] in countries()


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("nations", {"Denmark"}),
        ("titles", {"Alan Pryce", "Olsen", "Duarte"}),
        ("metonyms", {"Kremlin", "Downing Street", "Pentagon"}),
        ("actors", {"Nine soldiers", "witness", "ministry", "villagers", "boat"}),
        ("names", {"Maria Lund", "Harbour Workers' Union", "Sand River", "Port Ellery"}),
    ],
)
def test_the_example_of_each_word_list(nlp: Language, words: str, names: set[str]) -> None:
    assert names <= {e.name for e in entities(nlp, lexicon(words)["example"])}


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Possible Norway talks worried Sweden.", "Norway"),
        ("New Zealand sent a ship.", "New Zealand"),
    ],
)
def test_a_word_that_opens_the_sentence_is_no_part_of_the_name(nlp: Language, text: str, name: str) -> None:
    article = Article("a", "a.txt", text, blocks=(Block("body", 0, len(text)),))
    ((_, doc),) = parse([article], nlp)
    assert name in {e.name for e in find_entities(article, doc, ())}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        # two names that share a word
        ("Envoys of North and South Korea met in Oslo.", "North Korea", "country"),
        ("Envoys of North and South Korea met in Oslo.", "South Korea", "country"),
        ("Don Blake and Somsak Chan-o-lai came.", "Don Blake", "person"),
        ("Don Blake and Somsak Chan-o-lai came.", "Somsak Chan-o-lai", "person"),
        ("Astronomers use the Helen Webb Space Telescope.", "Helen Webb Space Telescope", "product"),
        ("He was taken to Norvel National Hospital.", "Norvel National Hospital", "facility"),
        # written as devices are, counted as things are
        ("Orion Foods Plc sold the iTray on Friday.", "iTray", "product"),
        # a product named after its maker is not the maker
        ("Velden sold boats. Velden grew. Velden built the Velden Swift in Oslo.", "Velden", "organization"),
        # letters behind a person are a body
        ("Karl Holt of HWP and Maria Lund of DFB lost.", "HWP", "organization"),
        ("Karl Holt of HWP and Maria Lund of DFB lost.", "DFB", "organization"),
        # what narrows a plain noun belongs to its name
        ("A person familiar with the matter spoke.", "person familiar with the matter", "person"),
    ],
)
def test_names_and_their_types(nlp: Language, text: str, name: str, kind: str) -> None:
    assert (name, kind) in [(e.name, e.type) for e in entities(nlp, text)]
