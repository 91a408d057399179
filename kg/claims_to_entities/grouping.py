"""Grouping of things that are pairwise the same, kept honest: a group grows only while no two members conflict."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)


class Groups(Generic[Key]):
    """Disjoint groups with a reason for each merge; complete linkage when a ``conflict`` is given.

    The outcome depends on the order of ``merge`` calls, so callers merge in an order made of content.
    """

    def __init__(self, keys: Iterable[Key], conflict: Callable[[Key, Key], bool] | None = None) -> None:
        self._members: dict[Key, list[Key]] = {key: [key] for key in keys}
        self._home: dict[Key, Key] = {key: key for key in self._members}
        self._reasons: dict[Key, list[str]] = {key: [] for key in self._members}
        self._conflict = conflict

    def home(self, key: Key) -> Key:
        """The key that names the group of ``key``."""
        return self._home[key]

    def members(self, key: Key) -> tuple[Key, ...]:
        """All members of the group of ``key``, in the order they came in."""
        return tuple(self._members[self._home[key]])

    def fits(self, a: Key, b: Key) -> bool:
        """Whether no member of one group conflicts with a member of the other."""
        conflict = self._conflict
        return conflict is None or not any(conflict(x, y) for x in self.members(a) for y in self.members(b))

    def merge(self, a: Key, b: Key, reason: str) -> bool:
        """Make one group of two; False if they are one already or conflict."""
        left, right = self._home[a], self._home[b]
        if left == right or not self.fits(left, right):
            return False
        self._members[left] += self._members.pop(right)
        self._reasons[left] += [*self._reasons.pop(right), reason]
        for key in self._members[left]:
            self._home[key] = left
        return True

    def groups(self) -> list[tuple[tuple[Key, ...], tuple[str, ...]]]:
        """Every group as its members and the reasons that made it, both sorted."""
        pairs = ((self._members[k], self._reasons[k]) for k in self._members)
        return sorted((tuple(sorted(m)), tuple(sorted(r))) for m, r in pairs)  # type: ignore[type-var]
