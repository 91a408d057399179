"""A proper name at its place in an article, before it is known whom it names."""

from __future__ import annotations

from dataclasses import dataclass

from kg.articles_to_docs.names.gazetteer import Known


@dataclass(frozen=True, slots=True)
class Found:
    """A name found: tokens ``first`` to ``last``, characters ``start`` to ``end`` (perhaps only part of a token).

    ``label`` is the model's entity label, empty if the model saw none; ``known`` what the gazetteer says of it;
    ``title`` the words before it that give a rank or office ("Interior Minister"); ``sure`` is False for a lone
    capitalised word that only counts if the name stands elsewhere too.
    """

    text: str
    first: int
    last: int
    start: int
    end: int
    label: str = ""
    known: Known | None = None
    title: tuple[int, int] | None = None
    sure: bool = True
    nested: bool = False
