"""Names of files: readable, the same in every report of the same thing, safe on every file system; and addresses."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Mapping

# Characters of the readable part; with digest and ending far below the 255 bytes that file systems take.
LONGEST = 48
DIGITS = 8


def slug(text: str) -> str:
    """Small letters, digits and hyphens of a text; "" for one in another script.

    >>> slug("Zoë Lindqvist: 'no'"), slug("東京")
    ('zoe-lindqvist-no', '')
    """
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST].rstrip("-")


def web_address(text: str | None) -> str | None:
    """What may be linked to outside the report: a page of the web, never a script or a file of the reader's machine.

    >>> web_address("https://example.org/a"), web_address("javascript:alert(1)")
    ('https://example.org/a', None)
    """
    return text if text and re.fullmatch(r"https?://[^\s<>\"\\]+", text) else None


def names(texts: Mapping[str, str]) -> dict[str, str]:
    """IRI -> the name of its file without ending: the slug of its text and digits of the SHA-256 of the IRI.

    The digits tell names apart that differ in case or accents only, and keep clear of the names that Windows reserves.
    Should eight digits not do, those who share a name get all 64.

    >>> names({"https://example.org/e/Con": "CON"})
    {'https://example.org/e/Con': 'con-a9fce4b8'}
    """
    digests = {iri: hashlib.sha256(iri.encode()).hexdigest() for iri in texts}
    short = {iri: f"{slug(text) or 'x'}-{digests[iri][:DIGITS]}" for iri, text in texts.items()}
    times = Counter(short.values())
    return {iri: name if times[name] == 1 else f"x-{digests[iri]}" for iri, name in sorted(short.items())}
