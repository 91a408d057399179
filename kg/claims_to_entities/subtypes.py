"""Which kinds of event are one kind, by the scheme of event types and by how the news uses their names."""

from __future__ import annotations

from functools import cache

from kg.ontology import lexicon, short, term, terms


def apart(a: str | None, b: str | None) -> bool:
    """Whether two subtypes are two kinds of event; no subtype is none.

    >>> apart("Meeting", "Summit"), apart("Meeting", "PhoneCall"), apart("Meeting", None)
    (False, True, False)
    """
    if a is None or b is None or is_kin(a, b):
        return False
    families: list[dict[str, list[str]]] = lexicon("situations")["alike"]
    return not any(a in f["subtypes"] and b in f["subtypes"] for f in families)


def is_kin(a: str, b: str) -> bool:
    """Whether two subtypes are one, or one is a kind of the other."""
    return a == b or a in _broader(b) or b in _broader(a)


@cache
def _broader(subtype: str) -> frozenset[str]:
    """The subtypes that a subtype is a kind of, without the root of its family."""
    above = terms()[term(f"et:{subtype}")].all("skos:broader") if f"et:{subtype}" in _known() else ()
    names = [short(iri).partition(":")[2] for iri in above]
    kinds = [n for n in names if terms()[term(f"et:{n}")].all("skos:broader")]
    return frozenset([*kinds, *(n for k in kinds for n in _broader(k))])


@cache
def _known() -> frozenset[str]:
    return frozenset(short(iri) for iri in terms())
