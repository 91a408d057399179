"""Whom "it" and "they" mean: the most salient mention before, if nothing else that could be meant comes near to it.

Salience after Lappin & Leass (1994, "An algorithm for pronominal anaphora resolution"): subjects before objects before
the rest, halved with every sentence, more for a parallel place in the clause; phrases that name nobody count as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from kg.articles_to_docs.coreference.before import Before
from kg.articles_to_docs.coreference.clauses import (
    acts_itself,
    befalls_things,
    causes,
    dominates,
    governors,
    predicated,
)
from kg.articles_to_docs.coreference.rivals import OBJECT, weight
from kg.articles_to_docs.names.chains import Chain, Spot
from kg.articles_to_docs.names.vocabulary import vocabulary
from kg.articles_to_docs.names.words import SUBJECTS, Words
from kg.ontology import lexicon

MARGIN = 1.0
"""How much more salient the one meant must be than the next."""
MARGIN_QUOTED = 2.0
LEAST = 1.5
"""What is less salient than this is not taken up: an object of the sentence before, a phrase in passing."""
ALONE = 0.4
"""The same where nothing else is there that could be meant."""
ONE_BODY = 1.5
"""What it costs to call one body, or things that have a kind of their own, "they"."""
HOLDER = 3.0
GOVERNING = 2.0
PARALLEL = 1.0
TOPIC = 0.5
"""What the article has spoken of three times or more."""
NOBODY = -(10**9)
"""Below this the keys of scores are lists that are not known in full; the keys from -1 down are head tokens."""
ACTORS = frozenset({"organization", "country"})
TOLD = frozenset({"ccomp", "xcomp", "relcl"})
"""Clauses whose subject is likely the one above: "said it would", "the list that it published"."""
PEOPLE = frozenset({"group", "person", "organization", "country"})

Found = Mapping[int, Sequence[tuple[Spot, Chain]]]
"""Agreeing mentions by how many sentences they stand before the pronoun."""
Scores = dict[int, tuple[float, Chain | None]]


def most_salient(before: Before, i: int, kind: str, found: Found) -> Chain | None:
    """The chain that a pronoun of class "it" or "they" means; None where it is not clear.

    ``found`` are the agreeing mentions; those inside a list are not meant one by one.
    """
    words, acting, above = before.words, acts_itself(before.words, i), governors(before.words, i)
    befalling = befalls_things(words, i)
    beside = _beside(words, i, found, above)
    scores: Scores = {}
    listed = _lists(before, i, kind, above, scores) if kind == "they" else set()
    for back, spot, chain in _candidates(words, i, kind, found):
        if spot.head in listed or id(chain) in beside or dominates(words, spot.head, i):
            continue
        if acting and not _can_act(words, spot, chain):
            continue
        if befalling and chain.type in ACTORS:
            continue
        score = _score(words, spot.head, i, back, above) + TOPIC * (len(chain.spots) > 2)
        if kind == "they" and (not _many(chain) or chain.type not in PEOPLE):
            score -= ONE_BODY / 2**back
        _raise(scores, id(chain), score, chain)
    if not acting:
        doer = above[0] if above and _is_direct(words, i) else None
        for head in before.rivals.before(words, i, plural=kind == "they", reach=1):
            if head != doer and not dominates(words, head, i) and not predicated(words, i, head):
                back = words.sentence[i] - words.sentence[head]
                _raise(scores, -head, _score(words, head, i, back, above), None)
    return _clear(before, i, kind, scores)


def _lists(before: Before, i: int, kind: str, above: Sequence[int], scores: Scores) -> set[int]:
    """Score the coordinations before "they"; gives the heads of their members."""
    words, inside = before.words, set[int]()
    object_ = kind == "they" and words.dep[i] in ("dobj", "dative", "pobj")
    for top, chain, heads in before.joints.near(i, 1):
        inside |= heads
        mute = chain is None and acts_itself(words, i)
        if not mute and not dominates(words, top, i) and not (object_ and top in above[:1]):
            score = _score(words, top, i, words.sentence[i] - words.sentence[top], above)
            _raise(scores, id(chain) if chain is not None else NOBODY - top, score, chain)
    return inside


def _clear(before: Before, i: int, kind: str, scores: Scores) -> Chain | None:
    """The best candidate if it is clear enough; one that names nobody is noted among the rivals."""
    acting, quoted = acts_itself(before.words, i), before.words.quoted[i]
    ranked = sorted(((score, key, chain) for key, (score, chain) in scores.items()), key=lambda item: -item[0])
    if not ranked:
        return None
    best, key, chain = ranked[0]
    if len(ranked) == 1:
        clear = best >= (ALONE if chain is not None and (acting or kind == "they") else LEAST)
    else:
        margin = MARGIN_QUOTED if quoted and not acting and kind == "it" else MARGIN
        clear = best >= LEAST and best - ranked[1][0] >= margin
    if clear and chain is None and not quoted and key > NOBODY:
        second = ranked[1][0] if len(ranked) > 1 else 0.0
        known = any(chain is not None for _, _, chain in ranked)
        need = MARGIN if causes(before.words, i, -key) else MARGIN_QUOTED
        if best - second >= need and not (kind == "they" and known):
            before.rivals.take_up(-key, i)
    return chain if clear else None


def _many(chain: Chain) -> bool:
    return chain.plural is True or chain.type == "group"


def _beside(words: Words, i: int, found: Found, above: Sequence[int]) -> set[int]:
    """Who does to "it" what its clause says, and so is not it."""
    if not above or not _is_direct(words, i):
        return set()
    return {id(chain) for spot, chain in found.get(0, ()) if above[0] in (spot.head, _holder(words, spot.head))}


def _is_direct(words: Words, i: int) -> bool:
    """Whether a pronoun undergoes what its clause says."""
    return words.dep[i] in ("dobj", "dative") or (words.dep[i] == "pobj" and words.lower[words.head[i]] != "among")


def _candidates(words: Words, i: int, kind: str, found: Found) -> Iterator[tuple[int, Spot, Chain]]:
    """The mentions, nearest sentence first; one body is "they" only where no several stand beside it.

    In speech "it" often takes up what was said, and no thing: only what speech has named can be meant.
    """
    several = kind == "they" and any(_many(chain) for _, chain in found.get(0, ()))
    acts = kind == "it" and acts_itself(words, i)
    speech = words.quoted[i] and words.dep[i] != "poss" and not acts
    for back in sorted(found):
        for spot, chain in found[back]:
            if several and not _many(chain):
                continue
            if speech and not words.quoted[spot.head] and not (kind == "they" and _many(chain)):
                continue
            yield back, spot, chain


def _raise(scores: Scores, key: int, score: float, chain: Chain | None) -> None:
    if key not in scores or scores[key][0] < score:
        scores[key] = (score, chain)


def _score(words: Words, head: int, i: int, back: int, above: Sequence[int]) -> float:
    score, holder = weight(words, head), _holder(words, head)
    subject, possessive = words.dep[i] in SUBJECTS, words.dep[i] == "poss"
    told = words.dep[i] != "nsubjpass" and words.dep[words.head[i]] in TOLD
    loose = subject and not told and not acts_itself(words, i) and back == 0
    undergoes = words.dep[i] == "nsubjpass" and words.dep[head] == "nsubj"  # "voted on the bill. It was signed"
    if loose or undergoes:  # "sold the ship before it sank", "before it went bankrupt": the place tells nothing
        score = min(score, OBJECT)
    elif possessive and back and words.dep[words.head[i]] in SUBJECTS and words.dep[head] in SUBJECTS:
        score += PARALLEL  # "The agency agreed. Its director said …"
    elif not possessive and (words.dep[head] in SUBJECTS) == subject:
        score += PARALLEL
    if words.quoted[head] != words.quoted[i]:
        score -= PARALLEL
    if holder in above and not loose and back == 0:
        score = max(score, HOLDER)
        score += GOVERNING * (2 if possessive else 1) if holder == above[0] else PARALLEL
    return float(score / 2**back)


def _holder(words: Words, head: int) -> int:
    """The person who speaks for a body, where it is told by an office: "a ministry spokesman said it …"."""
    noun = head
    for _ in range(3):
        up = words.head[noun]
        if words.dep[noun] in ("compound", "poss", "nmod"):
            noun = up
        elif words.dep[noun] == "pobj" and words.lower[up] in ("of", "for") and words.dep[up] == "prep":
            noun = words.head[up]
        else:
            break
    if noun == head or not (words.lower[noun] in vocabulary().office or words.pos[noun] == "PROPN"):
        return head
    return noun


def _can_act(words: Words, spot: Spot, chain: Chain) -> bool:
    if chain.type == "place" and chain.plural is True:
        return words.lemma[spot.head].lower() in _states()
    if chain.type in ("place", "facility"):  # "Paris denied that it …"
        return bool(chain.names) and words.dep[spot.head] in SUBJECTS
    return chain.type in ACTORS or chain.type in ("group", "person")


@cache
def _states() -> frozenset[str]:
    return frozenset(lexicon("actors")["pointing"]["country"]) | {"state", "neighbour", "neighbor"}
