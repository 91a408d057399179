"""Networks made by hand."""

from __future__ import annotations

from typing import Any

import networkx


def star(names: list[str]) -> networkx.MultiDiGraph:
    """The first name met each of the others; every text in it is made of the names."""
    made = networkx.MultiDiGraph()
    for name in names:
        made.add_node(f"urn:{name}", label=name, kind="Person", aliases=[f"{name}!"], links=[name], alone=[])
    for k, name in enumerate(names[1:]):
        made.add_edge(f"urn:{names[0]}", f"urn:{name}", key=f"urn:s{k}", **edge(f"urn:s{k}", name))
    return made


def edge(iri: str, text: str) -> dict[str, Any]:
    """An edge whose every free text is ``text``."""
    evidence = {
        "sentence": f"He met {text}.", "sentence_iri": iri, "highlight": [3, 6], "mentions": [], "article": text,
        "title": text, "publisher": text, "published": "2025-03-14", "url": text, "chain": [text, text], "depth": 1,
        "polarity": "positive", "modality": "actual", "certainty": "certain", "mode": None, "act": None, "quote": None,
        "confidence": 0.9,
    }  # fmt: skip
    return {
        "label": text, "type": "Meeting", "category": "Consult", "kind": "Event", "status": "reportedFact",
        "date": "2025-03-13", "earliest": None, "latest": None, "attested": None, "place": text, "situation": iri,
        "what": text, "about": [text], "roles": ["participant", "participant"], "mutual": True, "weight": 1,
        "evidence": [evidence],
    }  # fmt: skip
