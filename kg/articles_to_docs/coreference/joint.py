"""Several known ones meant at once: "both presidents", "the two companies", "they" after "Lund and Holt".

A joint chain holds no entity of its own: its mentions are those of each member. It is made only where every member is
known; one conjunct that no mention covers, or a third candidate near by, and nothing is resolved.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from kg.articles_to_docs.coreference.clauses import governors
from kg.articles_to_docs.coreference.nominals import Nominal
from kg.articles_to_docs.names.chains import Chain, Spot
from kg.articles_to_docs.names.words import SUBJECTS, Words
from kg.ontology import lexicon

COUNTS = {"both": 2, "neither": 2, "two": 2, "three": 3, "pair": 2, "duo": 2, "trio": 3}
ACTORS = frozenset({"person", "organization", "country", "group"})
BACK = 2
"""Sentences that "the two companies" looks back for a list; without one, nobody else may stand near at all."""
BETWEEN = frozenset(
    {"neighbour", "neighbor", "country", "nation", "state", "side", "party", "ally", "rival", "company", "firm", "club"}
)
TOGETHER = frozenset({"both", "two", "three", "other"})
ALONE = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "dative"})
MUTUAL = frozenset({"meet", "marry", "wed", "speak", "talk", "negotiate", "confer", "clash", "debate", "divorce"})
"""Verbs whose subject and object do the same together: "Lund met Holt. They agreed …"."""
SHARED = frozenset({"sign", "reach", "strike", "hold", "form"})
"""Verbs whose object the subject has with somebody: "Orvo signed a pact with Lindt. The two companies …"."""


@dataclass(slots=True)
class Joints:
    """The joint chains made so far, one for each set of members; ``at_head`` is the chain at each head token."""

    words: Words
    at_head: Mapping[int, Chain]
    made: dict[tuple[int, ...], Chain] = field(default_factory=dict)

    def of(self, members: Sequence[Chain]) -> Chain | None:
        """The joint chain of these members, None if they are not several different ones that can act."""
        flat = list({id(m): m for c in members for m in (c.members or (c,))}.values())
        if len(flat) < 2 or any(m.type not in ACTORS for m in flat):
            return None
        key = tuple(sorted(id(m) for m in flat))
        if key not in self.made:
            chain = Chain(f"joint:{'+'.join(m.key for m in flat)}", "group", plural=True)
            chain.members = tuple(flat)
            self.made[key] = chain
        return self.made[key]

    def near(self, i: int, reach: int) -> Iterator[tuple[int, Chain | None, frozenset[int]]]:
        """Coordinations before a token: the first head, the joint chain (None if not all are known), all heads."""
        words = self.words
        first = words.sentence_starts[max(0, words.sentence[i] - reach)]
        for top in range(first, i):
            if words.dep[top] == "conj" or words.pos[top] not in ("PROPN", "NOUN", "PRON"):
                continue
            heads = _conjuncts(words, top) or _parties(words, top)
            if len(heads) < 2 or heads[-1] >= i:
                continue
            known = [self.at_head[k] for k in heads if k in self.at_head]
            yield top, self.of(known) if len(known) == len(heads) else None, frozenset(heads)


def _conjuncts(words: Words, top: int) -> list[int]:
    """The heads of a list joined by "and"."""
    heads, node = [top], top
    joined = False
    while True:
        children = words.children[node]
        joined = joined or any(words.dep[c] == "cc" and words.lower[c] in ("and", "&") for c in children)
        if any(words.dep[c] == "cc" and words.lower[c] in ("or", "nor", "but") for c in children):
            return []
        after = [c for c in children if words.dep[c] == "conj" and words.pos[c] in ("PROPN", "NOUN", "PRON")]
        if not after:
            return heads if joined and len(heads) > 1 else []
        heads += after
        node = after[-1]


def _parties(words: Words, top: int) -> list[int]:
    """The two that meet, where one is the subject and the other the object of a mutual verb."""
    verb = words.head[top]
    if words.dep[top] != "nsubj" or words.lemma[verb].lower() not in MUTUAL | SHARED or words.pos[verb] != "VERB":
        return []
    found = [c for c in words.children[verb] if words.dep[c] == "dobj"]
    beside = words.children[verb]
    if words.lemma[verb].lower() in SHARED:  # "signed a pact with Holt": the parser hangs "with Holt" on the pact
        found, beside = [], [verb, *_below(words, found)]
        beside = [c for k in beside for c in words.children[k]]
    for prep in beside:
        if words.dep[prep] == "prep" and words.lower[prep] in ("with", "to"):
            found += [c for c in words.children[prep] if words.dep[c] == "pobj"]
    return [top, found[0]] if len(found) == 1 and words.pos[found[0]] in ("PROPN", "NOUN", "PRON") else []


def _below(words: Words, heads: Sequence[int]) -> list[int]:
    """These nouns and what their "of" leads to."""
    inner = [c for k in heads for p in words.children[k] if words.lower[p] == "of" for c in words.children[p]]
    return [*heads, *inner]


def joint_nominal(nominal: Nominal, joints: Joints, recent: Sequence[tuple[Spot, Chain]]) -> Chain | None:
    """The joint chain that "both presidents", "the two leaders" or "the pair" means."""
    words = joints.words
    alone = nominal.determiner in ("both", "neither")
    count = COUNTS.get(nominal.determiner if alone else nominal.number or nominal.noun, 0)
    up = words.head[nominal.head]
    if not count and words.lower[up] == "between" and nominal.plural and nominal.noun in BETWEEN:
        count = 2  # "a truce between the neighbours"
    if not count or nominal.determiner not in ("the", "both", "neither", "these", "those") or nominal.complement:
        return None
    if nominal.possessor is not None or nominal.modifiers - {nominal.number, "both", "neither"}:
        return None
    after = [words.dep[c] for c in words.children[nominal.head] if c > nominal.head]
    if not {"relcl", "acl", "prep", "appos"}.isdisjoint(after):
        return None
    return _joined(nominal.head, count, joints, recent, nominal)


def joint_alone(i: int, joints: Joints, recent: Sequence[tuple[Spot, Chain]]) -> Chain | None:
    """The joint chain that "both" or "the two" means without a noun."""
    return _joined(i, COUNTS[joints.words.lower[i]], joints, recent, None)


def find_alone(words: Words) -> Iterator[tuple[int, int]]:
    """First and last token of "both", "the two" and "each other" where they stand for somebody."""
    last = len(words.text) - 1
    for i, word in enumerate(words.lower):
        if word not in TOGETHER or i == last:
            continue
        if word == "both" and words.dep[i] in ALONE and words.pos[i + 1] in ("VERB", "AUX", "PUNCT", "ADV", "PART"):
            yield i, i  # not "both at sea and on land"
        elif (word in ("two", "three") and words.dep[i] in ALONE and i and words.lower[i - 1] == "the") or (
            word == "other" and i and words.lower[i - 1] == "each"
        ):
            yield i - 1, i


def _joined(
    i: int,
    count: int,
    joints: Joints,
    recent: Sequence[tuple[Spot, Chain]],
    nominal: Nominal | None,
) -> Chain | None:
    """The last coordination near by of so many fitting members, else the only so many that fit."""
    words = joints.words
    listed = [joint for _, joint, _ in joints.near(i, BACK) if joint is not None]
    fitting = [j for j in listed if len(j.members) == count and all(_fits(nominal, m) for m in j.members)]
    if fitting:
        return fitting[-1]
    if nominal is None:
        return None  # "both" of nobody named side by side: who they are is not said
    beside = set(governors(words, i)) if words.dep[i] in ("dobj", "pobj", "dative") else set()
    known: dict[int, Chain] = {}
    for spot, chain in recent:
        if chain.members or not chain.names or spot.head in beside:
            continue
        if words.dep[spot.head] not in ("amod", "compound", "nmod") and _fits(nominal, chain):
            known[id(chain)] = chain
    pair = list(known.values())
    return joints.of(pair) if len(pair) == count and _are_the_main(joints, i, pair) else None


def _are_the_main(joints: Joints, i: int, pair: Sequence[Chain]) -> bool:
    """Whether of states no other was spoken of more so far than each of these."""
    if any(chain.type != "country" for chain in pair):
        return True
    at = joints.words.start[i]

    def told(chain: Chain) -> int:
        return sum(spot.start < at for spot in chain.spots)

    others = {id(c): c for c in joints.at_head.values() if c.type == "country"}
    least = min(told(chain) for chain in pair)
    return all(told(c) <= least for c in others.values() if not any(c is chain for chain in pair))


def _fits(nominal: Nominal | None, chain: Chain) -> bool:
    """Whether a chain can be one of "the presidents", "the companies", "the sides", or without a noun anybody."""
    if nominal is None:
        return chain.type in ACTORS
    if nominal.noun in COUNTS:
        return chain.person
    if nominal.noun in ("army", "military", "navy", "delegation"):
        return chain.type == "country"
    if nominal.noun in ("side", "party", "government", "camp"):
        return chain.type in ("country", "organization", "group") or (nominal.noun == "side" and chain.person)
    if nominal.noun in _nouns("country") | {"state", "neighbour", "neighbor", "ally", "rival"}:
        return chain.type == "country"
    if nominal.kind.type == "organization":
        return chain.type == "organization" and not chain.stands_for and bool(chain.names)
    if nominal.kind.type != "person" or not chain.person:
        return False
    if nominal.noun in ("man", "woman"):
        return chain.gender != ("f" if nominal.noun == "man" else "m")
    if not nominal.kind.office:
        return False
    nouns = {role.noun for role in chain.roles}
    return nominal.noun in nouns or (nominal.noun == "leader" and bool(nouns & _leaders()))


@cache
def _nouns(name: str) -> frozenset[str]:
    return frozenset(lexicon("actors")["pointing"][name])


@cache
def _leaders() -> frozenset[str]:
    return frozenset(lexicon("actors")["pointing"]["leader"])


def subject_joint(i: int, joints: Joints) -> Chain | None:
    """The joint chain of the subject that "each other" takes up."""
    words = joints.words
    verb = words.head[i]
    for _ in range(6):
        for subject in words.children[verb]:
            if words.dep[subject] not in SUBJECTS or subject > i:
                continue
            heads = _conjuncts(words, subject)
            known = [joints.at_head[k] for k in heads if k in joints.at_head]
            if heads and len(known) == len(heads):
                return joints.of(known)
            found = joints.at_head.get(subject)
            return found if found is not None and found.members else None
        if words.head[verb] == verb:
            break
        verb = words.head[verb]
    return None


def share_out(joints: Joints) -> None:
    """Give every mention of a joint chain to each member."""
    for joint in joints.made.values():
        for member in joint.members:
            for spot in joint.spots:
                member.add(spot)
