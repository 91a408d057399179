"""Groups out of pairs: what is tied to each other, directly or over others."""

from __future__ import annotations

from collections.abc import Iterable


def components(keys: Iterable[str], pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The group of each key, named by its least member, in the order of keys; nearly linear (union-find).

    >>> components("abcd", [("d", "b"), ("b", "c")])
    {'a': 'a', 'b': 'b', 'c': 'b', 'd': 'b'}
    """
    above = {key: key for key in sorted(keys)}

    def top(key: str) -> str:
        while above[key] != key:
            above[key] = above[above[key]]  # halve the way up for the next one
            key = above[key]
        return key

    for a, b in pairs:
        low, high = sorted((top(a), top(b)))
        above[high] = low
    return {key: top(key) for key in above}
