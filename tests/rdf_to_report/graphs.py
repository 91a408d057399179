"""Invented graphs as records: a strike at a harbour told by three papers, and one whose every word is hostile."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from kg.rdf_to_report.graph import Actor, Article, Claim, Contradiction, Graph, Situation

B = "https://example.org/news/"


def actor(name: str, kind: str = "Person", label: str = "", **more: object) -> Actor:
    return replace(Actor(B + name, label or name.replace("_", " "), kind, named=True), **more)


def article(name: str, published: str | None, publisher: str | None = "The Alder Gazette", **more: object) -> Article:
    return replace(Article(B + name, f"Headline of {name}", publisher, published), **more)


def claim(name: str, of: str, article: str, text: str, marked: str = "", **more: object) -> Claim:
    at = text.find(marked)
    span = (at, at + len(marked)) if marked else None
    made = Claim(
        B + name, B + of, B + article, text, 100 * len(name), 100 * len(name) + len(text), span,
        ("The Alder Gazette",), 0, "positive", "actual", "certain", 0.9,
    )  # fmt: skip
    return replace(made, **more)


def situation(name: str, label: str, status: str = "reportedFact", kind: str = "Event", **more: object) -> Situation:
    return replace(Situation(B + name, kind, "Strike", "strike", status, label), **more)


def graph(
    actors: Iterable[Actor],
    articles: Iterable[Article],
    situations: Iterable[Situation],
    contradictions: Iterable[Contradiction] = (),
) -> Graph:
    return Graph(
        {a.iri: a for a in sorted(actors, key=lambda a: a.iri)},
        {a.iri: a for a in sorted(articles, key=lambda a: a.iri)},
        {s.iri: s for s in sorted(situations, key=lambda s: s.iri)},
        tuple(contradictions),
    )


def roles(*pairs: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple((role, B + name) for role, name in pairs)


def harbour() -> Graph:
    """A strike that begins, is planned to go on, is denied; two people of one name; an office; a quotation."""
    walked = "Dockers led by Mira Tal walked out at Port Alder on Monday."
    denied = "“Nobody has walked out,” Jon Ekdal said."
    planned = "Mira Tal will meet Jon Ekdal next week."
    return graph(
        [
            actor("Mira_Tal", aliases=("Tal",), links=("http://www.wikidata.org/entity/Q0",)),
            actor("Jon_Ekdal"),
            actor("Jon_Ekdal_2", label="Jon Ekdal"),
            actor("Port_Alder", "GeopoliticalEntity", links=("https://sws.geonames.org/2988507/",)),
            actor("Sandby", "Place"),
            actor("Dock_Union", "Organization"),
            actor("dockers", "Group", named=False),
        ],
        [
            article("one", "2025-03-11", url="https://example.org/one"),
            article("two", "2025-03-12", "Sea Post", copies=(B + "three",)),
            article("three", "2025-03-13", None, title="Headline of two", copies=(B + "two",)),
            article("late", "2025-09-01"),
        ],
        [
            situation(
                "walkout", "Dockers walked out at Port Alder", "disputed", first="2025-03-10", last="2025-03-10",
                roles=roles(("actor", "Mira_Tal"), ("actor", "dockers"), ("place", "Port_Alder")),
                articles=2, sources=2,
                claims=(
                    claim("w1", "walkout", "one", walked, "walked out"),
                    claim("w2", "walkout", "two", denied, "walked out", chain=("Jon Ekdal", "Sea Post"), depth=1,
                          polarity="negative"),
                ),
            ),
            situation(
                "saying", "Jon Ekdal said: Nobody has walked out", kind="Utterance", about=(B + "walkout",),
                roles=roles(("actor", "Jon_Ekdal"), ("topic", "Port_Alder")), articles=1,
                claims=(claim("s1", "saying", "two", denied, "said", chain=("Sea Post",)),),
            ),
            situation(
                "meeting", "Mira Tal to meet Jon Ekdal", "planned", first="2025-03-17", last="2025-03-23",
                roles=roles(("participant", "Jon_Ekdal"), ("participant", "Mira_Tal")), articles=1,
                claims=(claim("m1", "meeting", "one", planned, "meet", modality="future"),),
            ),
            situation(
                "namesake", "Jon Ekdal sang in Sandby", roles=roles(("actor", "Jon_Ekdal_2"), ("place", "Sandby")),
                claims=(claim("n1", "namesake", "late", "Jon Ekdal, a tenor, sang in Sandby.", "sang"),), articles=1,
            ),
            situation(
                "encore", "Jon Ekdal sang again", articles=1,
                roles=roles(("actor", "Jon_Ekdal_2"), ("place", "Sandby")),
                claims=(claim("n2", "encore", "late", "He sang again.", "sang"),),
            ),
            situation(
                "office", "Mira Tal, chair", kind="RoleHolding", title="chair", attested=("2025-03-11", "2025-03-11"),
                roles=roles(("holder", "Mira_Tal"), ("organization", "Dock_Union")), articles=1,
                claims=(claim("o1", "office", "one", walked),),
            ),
            situation(
                "unsure", "Union left", "claimed", roles=roles(("actor", "Dock_Union")), articles=1,
                claims=(claim("u1", "unsure", "one", "The union left it open.", "left", confidence=0.2),),
            ),
        ],
        [
            Contradiction(
                B + "w1", B + "w2", "polarity", "told as done and as not done: Dockers walked out at Port Alder"
            ),
        ],
    )  # fmt: skip


HOSTILE = (
    "<script>window.hacked=1</script>",
    "</style><script>window.hacked=2</script>",
    "<img src=x onerror=window.hacked=3>",
    "javascript:window.hacked=4",
    "\"'><svg onload=window.hacked=5>",
    "{{ 7*7 }}{% raw %} href <!--",
)


def hostile() -> Graph:
    """A graph whose names, titles, IRIs, statuses and links try to become markup or script."""
    bad = list(HOSTILE)
    people = [
        Actor(B + text, text, kind, True, (text + " alias",), ("javascript:alert(1)",))
        for text, kind in zip(bad, ["Person", "Organization", "Place", "Facility", "Group", "Person"], strict=True)
    ]
    texts = [Article(B + f"a{text}", text, text, "2025-01-01", text, None, (text,), (text,), ()) for text in bad]
    told = [
        Situation(
            B + f"{kind}{text}", kind, text, text, status, text, "2025-01-01" if kind == "Event" else None, None,
            tuple(("actor", p.iri) for p in people), (), text, text, ("2025-01-01", "2025-01-01"), 1, 1,
            (Claim(B + f"c{kind}{text}", B + f"{kind}{text}", B + f"a{text}", text, 0, 9, (1, 4), (text, None), 1,
                   "positive", text, text, 0.9, text),),
        )
        for text in bad
        for kind, status in (("Event", text), ("Utterance", "reportedFact"), ("RoleHolding", "claimed"))
    ]  # fmt: skip
    pairs = [Contradiction(B + f"cEvent{a}", B + f"cEvent{b}", a, b) for a, b in pairwise(bad)]
    return graph(people, texts, told, pairs)
