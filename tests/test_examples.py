"""The example articles, asked what a reader would ask: what is asserted, what is only said, what is no news at all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import EXAMPLES

from kg.claims_jsonl import loads
from kg.pipeline import Summary, build
from kg.rdf_store import Store, open_store
from kg.rdf_to_answers import answer
from kg.records import Article, Claim, Event, Record, Relation, Statement
from kg.settings import Settings

NAMES = sorted(p.name for p in EXAMPLES.iterdir())
# Words of each page that are not news: menus, bylines, credits, teasers, notes about authors and readers.
FURNITURE = {
    "copper-strike-company.txt": ("ANDES BUSINESS DAILY", "Markets › Mining", "2-minute read",
                                  "He lives in Antofagasta", "Copper hits six-month high"),
    "copper-strike-union.txt": ("2 min read", "Lithium prices fall", "Stay with us", "Tell us below",
                                "has broken her silence", "has divided"),
    "court-archive-fire.txt": ("WHAT'S ON", "Ruth Calloway", "leaves court with", "© Fenland Courier",
                               "Pensioner wins", "Share or comment"),
    "mayor-resigns-interview.txt": ("THE MARKET SQUARE", "Interview by", "at home in Bergen", "edited for length",
                                    "is the political editor"),
    "orbit-launch.txt": ("By Inès Delcourt", "has covered launches", "Follow her newsletter", "The telescope that saw"),
    "river-truce.txt": ("Home / Sudan", "Map: Desert Post", "How the bridge", "Subscribe to"),
    "straits-talks-agency.txt": ("World | Mediterranean", "Copy link", "By Nadia Ferrante", "tied up in Sfax",
                                 "Editing by", "Our Standards", "Greek ferry strike", "Sign up here"),
    "straits-talks-explainer.html": ("By Livia Conti", "Photo: M12/Archive", "Norway bans cod", "resigns over yacht",
                                     "Contact us"),
}  # fmt: skip
# An article, the words of an event, some words of its sentence, and the status the article gives it.
STATUS = (
    ("copper-strike-company.txt", "bought", "bought the mine in 2016", "occurred"),
    ("copper-strike-company.txt", "meet", "is to meet Labour Minister", "planned"),
    ("copper-strike-company.txt", "dismissed", "has not dismissed any striker", "negated"),
    ("copper-strike-union.txt", "return to the table", "urged both sides to return", "demanded"),
    ("copper-strike-union.txt", "send", "will not send police", "negated"),
    ("court-archive-fire.txt", "arrested", "was arrested in January 2024", "occurred"),
    ("court-archive-fire.txt", "reopen", "will reopen in May", "planned"),
    ("court-archive-fire.txt", "convicted", "if convicted", "conditional"),
    ("mayor-resigns-interview.txt", "resigned", "resigned as mayor", "occurred"),
    ("mayor-resigns-interview.txt", "charged", "have not charged her", "negated"),
    ("mayor-resigns-interview.txt", "elect", "will elect a new mayor", "planned"),
    ("mayor-resigns-interview.txt", "questioned", "could be questioned", "possible"),
    ("orbit-launch.txt", "lifted off", "lifted off from", "occurred"),
    ("orbit-launch.txt", "buy two launches", "might buy two launches", "possible"),
    ("orbit-launch.txt", "signed", "not yet signed anything", "negated"),
    ("orbit-launch.txt", "plans to launch", "plans to launch a weather satellite", "planned"),
    ("river-truce.txt", "free", "demanded that both sides free", "demanded"),
    ("river-truce.txt", "reached", "reached Kosti on Tuesday", "occurred"),
    ("straits-talks-agency.txt", "met", "met her Tunisian counterpart", "occurred"),
    ("straits-talks-agency.txt", "accept", "did not accept the proposal", "negated"),
    ("straits-talks-agency.txt", "fired", "denied that Tunisian coastguards had fired", "negated"),
    ("straits-talks-agency.txt", "expected to attend", "is expected to attend", "planned"),
    ("straits-talks-agency.txt", "lift", "could lift its ban", "possible"),
    ("straits-talks-agency.txt", "compensation", "demanded compensation", "demanded"),
    ("straits-talks-explainer.html", "cancel", "will cancel the June meeting", "conditional"),
)
# An article, the words of an event, some words of its sentence, and who says so, the nearest first.
SOURCES = (
    ("copper-strike-company.txt", "stopped work", "only 900 workers", ("Helen Markham",)),
    ("river-truce.txt", "agreed", "claimed that the army had agreed", ("Idris Abdelkarim", "Radio Nil")),
    ("river-truce.txt", "killed", "a drone killed three traders", ("witnesses",)),
    ("straits-talks-agency.txt", "lift", "could lift its ban", ("EU diplomat",)),
)


@pytest.fixture(scope="module")
def records(built: Path) -> tuple[Record, ...]:
    with (built / "claims.jsonl").open(encoding="utf-8") as lines:
        return tuple(loads(lines))


@pytest.fixture(scope="module")
def articles(records: tuple[Record, ...]) -> dict[str, Article]:
    return {Path(r.source).name: r for r in records if isinstance(r, Article)}


@pytest.fixture(scope="module")
def store(built: Path) -> Store:
    return open_store(built)


def claims_of(records: tuple[Record, ...], article: Article) -> Iterator[Claim]:
    return (r for r in records if isinstance(r, Event | Statement | Relation) and r.article == article.id)


def event(records: tuple[Record, ...], article: Article, trigger: str, sentence: str) -> Event:
    (found,) = (
        c
        for c in claims_of(records, article)
        if isinstance(c, Event) and c.trigger.text == trigger and sentence in c.sentence.text
    )
    return found


def asked(store: Store, sparql: str) -> list[tuple[str | None, ...]]:
    return answer(store, sparql).values()


def test_all_are_read_without_complaint(summary: Summary, articles: dict[str, Article]) -> None:
    assert sorted(articles) == NAMES
    assert [i for i in summary.issues if i.level != "info"] == []


@pytest.mark.parametrize("name", NAMES)
def test_each_has_a_date_a_title_and_claims(
    records: tuple[Record, ...], articles: dict[str, Article], name: str
) -> None:
    article = articles[name]
    assert article.published is not None
    assert article.title is not None
    assert article.title in article.text
    assert len(list(claims_of(records, article))) >= 5


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("copper-strike-company.txt", "2024-10-09"),
        ("copper-strike-union.txt", "2024-10-07"),
        ("court-archive-fire.txt", "2025-02-14"),
        ("mayor-resigns-interview.txt", "2025-04-12"),
        ("orbit-launch.txt", "2025-06-21"),
        ("river-truce.txt", "2025-03-04"),
        ("straits-talks-agency.txt", "2025-05-14"),
        ("straits-talks-explainer.html", "2025-05-15"),
        ("wikinews-arrest-warrants.txt", "2020-07-02"),
        ("wikinews-resignation-offer.txt", "2020-01-18"),
    ],
)
def test_the_day_of_publication_is_read(articles: dict[str, Article], name: str, day: str) -> None:
    assert (articles[name].published or "")[:10] == day


@pytest.mark.parametrize(("name", "words"), [(n, w) for n, all_words in FURNITURE.items() for w in all_words])
def test_furniture_gives_no_claim(
    records: tuple[Record, ...], articles: dict[str, Article], name: str, words: str
) -> None:
    article = articles[name]
    start = article.text.find(words)
    if start < 0:  # a reader of HTML leaves it out of the text already
        assert name.endswith(".html")
        return
    end = start + len(words)
    touching = [c for c in claims_of(records, article) if c.sentence.start < end and c.sentence.end > start]
    assert [c.sentence.text for c in touching] == []


@pytest.mark.parametrize(("name", "trigger", "sentence", "status"), STATUS)
def test_status(
    records: tuple[Record, ...], articles: dict[str, Article], name: str, trigger: str, sentence: str, status: str
) -> None:
    assert event(records, articles[name], trigger, sentence).status == status


@pytest.mark.parametrize(("name", "trigger", "sentence", "sources"), SOURCES)
def test_sources(
    records: tuple[Record, ...],
    articles: dict[str, Article],
    name: str,
    trigger: str,
    sentence: str,
    sources: tuple[str, ...],
) -> None:
    found = event(records, articles[name], trigger, sentence)
    assert tuple(r.name for r in found.attributed_to) == sources


def test_only_what_articles_assert_becomes_a_fact(store: Store) -> None:
    """Behind every fact stands a claim in an article's own voice: positive, actual and certain."""
    unsupported = asked(
        store,
        """SELECT ?fact WHERE { ?fact a nkg:Fact ; nkg:fromSituation ?what .
           FILTER NOT EXISTS { ?claim nkg:describes ?what ; nkg:depth 0 ; nkg:polarity nkg:positive ;
                               nkg:modality nkg:actual ; nkg:certainty nkg:certain } }""",
    )
    assert unsupported == []


@pytest.mark.parametrize("status", ["planned", "predicted", "claimed", "denied", "wanted", "uncertain"])
def test_there_are_situations_of_each_status_and_none_is_a_fact(store: Store, status: str) -> None:
    ((count,),) = asked(store, f"SELECT (COUNT(*) AS ?n) WHERE {{ ?what nkg:status nkg:{status} }}")
    assert int(count or 0) > 0
    assert answer(store, f"ASK {{ ?f nkg:fromSituation ?what . ?what nkg:status nkg:{status} }}").yes is False


@pytest.mark.parametrize(("name", "trigger", "sentence", "status"), [row for row in STATUS if row[3] != "occurred"])
def test_what_is_not_asserted_is_no_fact_in_the_graph(
    records: tuple[Record, ...],
    articles: dict[str, Article],
    store: Store,
    name: str,
    trigger: str,
    sentence: str,
    status: str,
) -> None:
    found = event(records, articles[name], trigger, sentence)
    assert found.status == status
    about = f"""?claim nkg:describes ?what ; nkg:inArticle art:{found.article} ;
        nkg:inSentence/nif:anchorOf ?sentence ; nkg:trigger/nif:anchorOf ?trigger .
        FILTER(CONTAINS(STR(?sentence), "{sentence}") && STR(?trigger) = "{trigger}")"""
    assert answer(store, f"ASK {{ {about} }}").yes is True
    assert answer(store, f"ASK {{ {about} ?fact nkg:fromSituation ?what }}").yes is False


def test_the_meeting_both_articles_tell_of_is_one_situation(store: Store, articles: dict[str, Article]) -> None:
    both = " ; ".join(
        f"^nkg:describes/nkg:inArticle art:{articles[name].id}"
        for name in ("straits-talks-agency.txt", "straits-talks-explainer.html")
    )
    found = asked(
        store,
        f"""SELECT DISTINCT ?what WHERE {{ ?what {both} ; nkg:status nkg:reportedFact ;
            nkg:participant :Carla_Benedetti , :Hichem_Trabelsi ; nkg:place/rdfs:label "Valletta"@en }}""",
    )
    assert len(found) == 1


def test_the_strike_both_articles_tell_of_is_known_by_its_numbers(store: Store) -> None:
    """One says 4,000 walked out, the other 900: neither is the graph's own word."""
    assert (
        answer(store, "ASK { ?fact a nkg:Fact ; rdf:subject/rdfs:label ?n FILTER(CONTAINS(?n, '900')) }").yes is False
    )


@pytest.mark.parametrize("name", ["Carla Benedetti", "Hichem Trabelsi", "Andina Cobre", "Tomás Arriagada"])
def test_who_is_named_in_both_articles_is_one_node(store: Store, name: str) -> None:
    found = asked(
        store,
        f"""SELECT DISTINCT ?who ?article WHERE {{ ?mention nkg:refersTo ?who ; nif:referenceContext ?article .
            ?who rdfs:label ?label FILTER(STR(?label) = "{name}") }}""",
    )
    assert (len({who for who, _ in found}), len({article for _, article in found})) == (1, 2)


def test_what_is_proposed_and_what_is_agreed_to_are_one_situation(tmp_path: Path) -> None:
    """The proposal and the agreement are facts; the truce they are about is one situation, and no fact itself."""
    page = tmp_path / "truce.txt"
    page.write_text(
        "Tunisia agrees to truce\n\nMay 20, 2025\n\nTunisia agreed to a 30-day truce proposed by Italy during talks in "
        "Valletta on May 14, after which Malta reopened its port to trawlers of both countries.\n",
        encoding="utf-8",
    )
    build([str(page)], tmp_path / "out", Settings())
    found = open_store(tmp_path / "out").query(
        """SELECT ?what WHERE { :Italy nkg:proposed ?what . :Tunisia nkg:agreedTo ?what .
           ?what nkg:status ?status FILTER(?status != nkg:reportedFact) }"""
    )
    assert len(list(found)) == 1
