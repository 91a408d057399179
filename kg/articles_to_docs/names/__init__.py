"""Names: the proper names of an article, what they name, and which of them name the same thing."""

from __future__ import annotations

from kg.articles_to_docs.names.freezing import freeze
from kg.articles_to_docs.names.grouping import group_names

__all__ = ["freeze", "group_names"]
