"""IRIs as words, where the vocabulary gives no label."""

from __future__ import annotations

import re


def local_name(iri: str) -> str:
    """The last part of an IRI.

    >>> local_name("https://w3id.org/newskg/ontology#spokeTo")
    'spokeTo'
    """
    return re.split(r"[#/]", iri)[-1]


def words(iri: str) -> str:
    """The local name of a term as lower-case words.

    >>> words("https://w3id.org/newskg/event-types#PhoneCall")
    'phone call'
    """
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])|_", " ", local_name(iri)).lower()
