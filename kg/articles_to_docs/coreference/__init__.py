"""Coreference: which words of an article mean the same person, body, place or thing. See ``resolve``."""

from __future__ import annotations

from kg.articles_to_docs.coreference.resolution import resolve

__all__ = ["resolve"]
