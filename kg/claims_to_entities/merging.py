"""Nodes of many articles merged into situations, each connected group of candidates by itself.

Two nodes are compared when they share a block that is not too full. Those that may be one are linked; linked nodes
form a component, and inside it pairs merge while nothing speaks against it. A component that grows too large is cut
to its stronger links, and at last to single nodes: so the cost of one node more has a bound, and what comes out
depends on the set of nodes alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import combinations

from kg.claims_to_entities.accounts import Node, blocks, node_of
from kg.claims_to_entities.grouping import Groups
from kg.claims_to_entities.ledger import Ledger, entry, gift_of, plain
from kg.claims_to_entities.likeness import alike, conflict, score
from kg.claims_to_entities.same_events import grouped
from kg.claims_to_entities.same_words import linked_ties, linked_words, same_relations, same_utterances
from kg.claims_to_entities.situations import type_slug
from kg.claims_to_entities.themes import ONE_THEME, one_theme

# A block with more nodes proposes no pairs; a component with more nodes is cut to links of the next score.
FULL, LARGE = 40, 60
# Things without a name are the easier confused the more often they are told of: blocks of them are full sooner.
FULL_OF_NAMELESS = 8
SCORES = (0.0, 0.8)
# How many of the articles that tell a node are asked what else they tell.
TELLERS = 200

Link = tuple[str, str]


@lru_cache(maxsize=20_000)
def _node(signature: str) -> Node:
    return node_of(signature)


@lru_cache(maxsize=200_000)
def _link(a: str, b: str) -> float:
    """How sure it is that two nodes (signatures) tell of one situation, 0 to 1; 0 if they cannot."""
    left, right = _node(a), _node(b)
    if left.telling.kind != right.telling.kind:
        return 0.0
    if left.telling.ruled & right.telling.ruled:
        return 1.0
    if left.telling.type != right.telling.type:
        return 0.0
    match left.telling.kind:
        case "event":
            if conflict(left.telling, right.telling):
                return 0.0
            themes = left.theme and right.theme and one_theme(left.theme, right.theme, left.telling, right.telling)
            return score(left.telling, right.telling) if alike(left.telling, right.telling) else 0.7 if themes else 0.0
        case "utterance":
            return linked_words(left.telling, right.telling)
        case _:
            return linked_ties(left.telling, right.telling)


class Merging:
    """Finds the components of nodes around those that changed. A node is known by its key, its signature is kept."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._signatures: dict[str, str] = {}
        self._near: dict[str, dict[str, float]] = {}
        self._inside: dict[str, list[str]] = {}

    def signature(self, key: str) -> str | None:
        """The signature of a node that some article tells; None if none does."""
        if key not in self._signatures:
            found = self._ledger.some(f"node:{key}", "signature", 1)
            self._signatures[key] = plain(found[0]) if found else ""
        return self._signatures[key] or None

    def place(self, key: str) -> set[str]:
        """Put a node into its blocks, or take it out if no article tells it any more; the nodes this may touch.

        Those are the nodes linked to it, and all of a block that it makes too full to be looked into, or no longer so.
        """
        told, before = self.signature(key), self._ledger.result(f"placed {key}")
        signature = told or before or ""
        if told == before:
            return {key} if told else set()
        inside = blocks(_node(signature))
        members = {b: self._members(b) for b in inside}
        gift = gift_of(entry(f"block:{b}", "node", key) for b in inside) if told else {}
        self._ledger.give(f"blocks of {key}", gift)
        self._ledger.keep(f"placed {key}", told)
        touched: set[str] = {key} if told else set()
        for block, old in members.items():
            new = sorted({*old, key})[: _full(block) + 1] if told else self._members(block)
            if min(len(old), len(new)) <= _full(block):
                flips = max(len(old), len(new)) > _full(block)
                touched |= {k for k in {*old, *new} if flips or (k != key and self._linked(signature, k))}
        return touched

    def _linked(self, signature: str, other: str) -> float:
        """The score of the link to another node; 0 if there is none, or the other is gone by now."""
        told = self.signature(other)
        return _link(min(signature, told), max(signature, told)) if told else 0.0

    def _members(self, block: str) -> list[str]:
        """The nodes in a block, one more than may be looked at if there are more."""
        return [plain(v) for v in self._ledger.some(f"block:{block}", "node", _full(block) + 1)]

    def near(self, key: str) -> dict[str, float]:
        """The nodes linked to a node, with the score of each link."""
        if key not in self._near:
            told = self.signature(key) or ""
            found = {}
            for block in blocks(_node(told)):
                if block not in self._inside:
                    self._inside[block] = self._members(block)
                members = self._inside[block]
                if len(members) > _full(block):
                    continue
                for other in members:
                    if other not in found and other != key:
                        found[other] = self._linked(told, other)
            self._near[key] = {k: s for k, s in sorted(found.items()) if s > 0}
        return self._near[key]

    def component(self, key: str) -> tuple[float, tuple[str, ...]]:
        """The component of a node at the least score at which it is not too large, and that score."""
        for least in SCORES:
            found = self._reach(key, least)
            if len(found) <= LARGE:
                return least, tuple(sorted(found))
        return 1.0, (key,)

    def _reach(self, key: str, least: float) -> set[str]:
        found, edge = {key}, [key]
        while edge and len(found) <= LARGE:
            here = edge.pop()
            more = [k for k, s in self.near(here).items() if s >= least and k not in found]
            found.update(more)
            edge += more
        return found

    def regroup(self, changed: Iterable[str]) -> set[str]:
        """Merge anew whatever the changed nodes touch; the keys of the nodes whose situation is another now.

        A result ``situation of <node>`` is (situation id, reasons); ``component of <node>`` lists its component.
        """
        changed = sorted(changed)
        work: set[str] = set()
        self._near.clear()
        for key in changed:
            self._signatures.pop(key, None)
        for key in changed:
            work |= self.place(key)
        self._inside.clear()
        moved = {k for k in changed if self.signature(k) is None and self._forget(k, work)}
        done: set[str] = set()
        while work:
            key = min(work)
            work.discard(key)
            if key in done or self.signature(key) is None:
                continue
            work |= set(self._ledger.result(f"component of {key}") or ()) - done
            least, members = self.component(key)
            for member in members:
                before = self._ledger.result(f"component of {member}") or ()
                work |= set(before) - done
                self._ledger.keep(f"component of {member}", list(members) if len(members) > 1 else None)
            done |= set(members)
            moved |= set(self._settle(least, members))
        return moved

    def _together(self, members: Sequence[str]) -> frozenset[Link]:
        """The pairs of nodes that one article tells: what it keeps apart is two happenings."""
        if len(members) == 1:
            return frozenset()
        tellers: dict[str, list[str]] = defaultdict(list)
        for key in members:
            for article in self._ledger.some(f"@node:{key}", "@", TELLERS):
                tellers[article].append(key)
        return frozenset(pair for keys in tellers.values() for pair in combinations(sorted(keys), 2))

    def _forget(self, key: str, work: set[str]) -> bool:
        work |= set(self._ledger.result(f"component of {key}") or ()) - {key}
        self._ledger.keep(f"component of {key}", None)
        return self._ledger.keep(f"situation of {key}", None)

    def _settle(self, least: float, members: Sequence[str]) -> Iterator[str]:
        nodes = {k: _node(self.signature(k) or "") for k in members}
        for keys, reasons in _groups(nodes, least, self.near, self._together(members)):
            name = f"{slug_of(nodes[keys[0]])}-{keys[0]}"
            for key in keys:
                if self._ledger.keep(f"situation of {key}", [name, list(dict.fromkeys(reasons))]):
                    yield key


def _full(block: str) -> int:
    return FULL_OF_NAMELESS if block.startswith("scene|") and block.count("|") < 4 else FULL


def slug_of(node: Node) -> str:
    """The readable beginning of a situation's id: its type in lower case with hyphens."""
    return type_slug(node.telling.kind, node.telling.type, node.telling.subtype)


Near = Callable[[str], dict[str, float]]


def _groups(
    nodes: dict[str, Node], least: float, near: Near, apart: frozenset[Link]
) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """The situations inside a component: its nodes, sorted, with the reasons of their merges."""
    if len(nodes) == 1:
        return [(tuple(nodes), ())]
    tellings = {k: n.telling for k, n in nodes.items()}
    match next(iter(tellings.values())).kind:
        case "event":
            return _happenings(nodes, least, near, apart).groups()
        case "utterance":
            return same_utterances(tellings.values()).groups()
        case _:
            return same_relations(tellings.values()).groups()


def _happenings(nodes: dict[str, Node], least: float, near: Near, apart: frozenset[Link]) -> Groups[str]:
    tellings = {k: n.telling for k, n in nodes.items()}
    links = {(a, b): s for a in nodes for b, s in near(a).items() if a < b and b in nodes and s >= least}
    groups = grouped(tellings, [(a, b) for a, b in links if alike(tellings[a], tellings[b])], apart)
    for a, b in combinations(nodes, 2):
        left, right = nodes[a].theme, nodes[b].theme
        if (a, b) in links and left and right and one_theme(left, right, tellings[a], tellings[b]):
            groups.merge(a, b, ONE_THEME)
    return groups
