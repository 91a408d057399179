"""Where in its article a claim stands: above the text, where it says what the text says again, or in the lead."""

from __future__ import annotations

from kg.records import Article

_ABOVE = frozenset({"headline", "standfirst"})
# How many characters of the text below the headline are its lead.
LEAD = 700


def is_heading(article: Article | None, offset: int) -> bool:
    """Whether an offset stands above the text."""
    return article is not None and any(b.role in _ABOVE and b.start <= offset < b.end for b in article.blocks)


def is_lead(article: Article | None, offset: int) -> bool:
    """Whether an offset stands where the text begins."""
    begin = next((b.start for b in article.blocks if b.role == "body"), None) if article else None
    return begin is not None and begin <= offset < begin + LEAD
