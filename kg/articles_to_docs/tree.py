"""The syntax tree of a doc with every token's children at hand."""

from __future__ import annotations

from functools import lru_cache

from spacy.tokens import Doc, Token

_Children = tuple[tuple[Token, ...], ...]


def children(token: Token) -> tuple[Token, ...]:
    """The token's immediate syntactic children in the order of the text: what ``token.children`` yields.

    spaCy finds them anew each time, by going through all that the token governs; here they are looked up once a doc.
    """
    found: tuple[Token, ...] = _all(token.doc)[token.i]
    return found


@lru_cache(maxsize=2)  # readings are made and read one after the other
def _all(doc: Doc) -> _Children:
    tokens = list(doc)
    found: list[list[Token]] = [[] for _ in tokens]
    for token in tokens:
        if (head := token.head.i) != token.i:
            found[head].append(token)
    return tuple(map(tuple, found))
