"""Networks made by hand."""

from __future__ import annotations

from typing import Any

import networkx


def star(names: list[str]) -> networkx.MultiDiGraph:
    """The first name met each of the others; every text in it is made of the names."""
    made = networkx.MultiDiGraph()
    for name in names:
        own = {"label": name, "aliases": [f"{name}!"], "links": [name]}
        made.add_node(f"urn:{name}", kind="Person", named=True, alone=[], **own)
    for k, name in enumerate(names[1:]):
        made.add_edge(f"urn:{names[0]}", f"urn:{name}", key=f"urn:s{k}", **edge(f"urn:s{k}", name))
    return made


def edge(iri: str, text: str, **other: object) -> dict[str, Any]:
    """An edge whose every free text is ``text``; ``other`` values take the place of the usual ones."""
    usual = {
        "label": text, "type": "Meeting", "category": "Consult", "kind": "Event", "status": "reportedFact",
        "date": "2025-03-13", "earliest": None, "latest": None, "attested": None, "place": text, "situation": iri,
        "what": text, "about": [text], "articles": 1, "sources": 1, "roles": ["participant", "participant"],
        "mutual": True, "facts": [], "quad": None, "weight": 1, "evidence": [evidence(iri, text)],
    }  # fmt: skip
    return usual | other


def evidence(iri: str, text: str, **other: object) -> dict[str, Any]:
    """One claim on a situation, every free text of it made of ``text``."""
    usual = {
        "claim": f"{iri}-claim", "before": f"Before {text}.", "after": text, "sentence": f"He met {text}.",
        "sentence_iri": f"{iri}-sentence", "highlight": [3, 6], "mentions": [], "article": f"urn:{text}", "title": text,
        "publisher": text, "published": "2025-03-14", "url": text, "chain": [text, text], "depth": 1,
        "polarity": "positive", "modality": "actual", "certainty": "certain", "mode": None, "act": None, "quote": None,
        "confidence": 0.9,
    }  # fmt: skip
    return usual | other


B = "https://example.org/news/"
HARBOUR = ("Mira Tal", "Jon Ekdal", "Harbour Board", "Sea Post", "Vik")


def harbour() -> networkx.MultiDiGraph:
    """An invented quarrel over a harbour: five actors, four statuses, two sources, a contradiction, and two things.

    "a crane" ties two actors, "a fence" only one.
    """
    made = networkx.MultiDiGraph()
    things = ("a crane", "a fence")
    for name in (*HARBOUR, *things):
        kind = "Facility" if name in things else "Organization" if " Board" in name or "Post" in name else "Person"
        made.add_node(B + name, label=name, kind=kind, named=name not in things, aliases=[], links=[], alone=[])

    def tie(number: int, a: str, b: str, source: str, **other: object) -> None:
        iri = f"{B}s{number}"
        told = evidence(
            iri, f"sentence {number}", article=f"{B}{source}", title=f"The {source}", publisher=source, url=None,
            chain=[source], depth=0,
        )  # fmt: skip
        values = edge(iri, f"event {number}", about=[], place=None, evidence=[told]) | other
        made.add_edge(B + a, B + b, key=iri, **values)

    met = {"label": "met", "articles": 3, "sources": 2}
    tie(
        0, "Mira Tal", "Jon Ekdal", "Morning Star", date="2025-03-01",
        facts=[met | {"back": False}, met | {"back": True}],
    )  # fmt: skip
    tie(1, "Mira Tal", "Harbour Board", "Morning Star", date="2025-03-04", category="Accuse", mutual=False)
    tie(2, "Jon Ekdal", "Harbour Board", "Evening Sun", date="2025-03-09", status="disputed")
    tie(3, "Harbour Board", "Jon Ekdal", "Evening Sun", date="2025-03-09", status="disputed", mutual=False)
    tie(4, "Jon Ekdal", "Vik", "Evening Sun", date=None, earliest="2025-03-10", latest="2025-03-12", status="planned")
    tie(5, "Vik", "Sea Post", "Morning Star", date=None, category="Other")
    tie(6, "Mira Tal", "a crane", "Morning Star", date="2025-03-02", category="Other")
    tie(7, "Harbour Board", "a crane", "Evening Sun", date="2025-03-03", category="Other")
    tie(8, "Mira Tal", "a fence", "Morning Star", date="2025-03-05", category="Other")
    made.graph["contradictions"] = [
        {"a": f"{B}s2-claim", "b": f"{B}s3-claim", "type": "polarity", "reason": "told as done and as not done"}
    ]
    return made


def crowd(groups: int, size: int) -> networkx.MultiDiGraph:
    """``groups`` rings of ``size`` people, each tied to its two neighbours and to the first of the ring."""
    made = networkx.MultiDiGraph()
    names = [[f"Person {chr(65 + group)}{k}" for k in range(size)] for group in range(groups)]
    for name in (one for ring in names for one in ring):
        made.add_node(B + name, label=name, kind="Person", named=True, aliases=[], links=[], alone=[])
    pairs = [
        (ring[k], other) for ring in names for k in range(size) for other in {ring[(k + 1) % size], ring[0]} - {ring[k]}
    ]
    for number, (a, b) in enumerate(sorted(pairs)):
        made.add_edge(B + a, B + b, key=f"{B}s{number}", **edge(f"{B}s{number}", f"event {number}"))
    return made
