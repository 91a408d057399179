"""Articles to what they are worth as sources: copies of one text, texts of one agency, reports of one outlet."""

from kg.articles_to_support.copies import Copies, Copy, alike, bands, compare, sketch
from kg.articles_to_support.fingerprints import Fingerprint, fingerprint
from kg.articles_to_support.independence import Source, Support, source, sources, support
from kg.articles_to_support.locations import unite
from kg.articles_to_support.origins import origin

__all__ = [
    "Copies",
    "Copy",
    "Fingerprint",
    "Source",
    "Support",
    "alike",
    "bands",
    "compare",
    "fingerprint",
    "origin",
    "sketch",
    "source",
    "sources",
    "support",
    "unite",
]
