"""Which statement claims tell of one utterance, and which relation claims of one lasting tie."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from kg.claims_to_entities.content import Words, jaccard, listed, measured_apart, share, stem
from kg.claims_to_entities.grouping import Groups
from kg.claims_to_entities.tellings import Telling
from kg.claims_to_entities.windows import overlap

SAME_WORDS, SAME_TIE = "same speaker, same words", "same subject, same object"
SHORTER = "a shorter form of one title"

SAME_CONTENT, SAME_OCCASION = 0.6, 0.3
PARAPHRASE, FEW_WORDS = 0.8, 5
# What two articles report in other words has at least so many content words in common, and so much of the shorter one.
SHARED_WORDS, REWORDED = 4, 0.55
# Years between two tellings of an office that may still be one term.
NEXT = 1
# A content word in more statements of one speaker than this tells nothing apart and proposes no pair.
COMMON = 60


def same_utterances(tellings: Iterable[Telling]) -> Groups[str]:
    """Statement claims grouped into utterances: one speaker, the same words, days that do not exclude each other."""
    known = {t.id: t for t in sorted(tellings, key=lambda t: t.id)}
    groups: Groups[str] = Groups(known, lambda a, b: other_occasion(known[a], known[b]))
    for a, b in sorted(_statement_pairs(known.values())):
        if same_words(known[a], known[b]):
            groups.merge(a, b, f"{SAME_WORDS} (score {round(share(known[a].topic, known[b].topic), 2)})")
    return groups


def linked_words(a: Telling, b: Telling) -> float:
    """How sure it is that two statements are one utterance: the share of their words, 0 if they cannot be one."""
    if other_occasion(a, b) or not same_words(a, b):
        return 0.0
    return max(SAME_CONTENT, jaccard(a.topic, b.topic))


def linked_ties(a: Telling, b: Telling) -> float:
    """How sure it is that two relations are one tie: 1 for the same words, less for a shorter title, 0 if not."""
    if other_tie(a, b) or other_term(a, b):
        return 0.0
    if a.topic == b.topic:
        return 1.0
    return 0.7 if a.kind == "office" and (abbreviates(a.topic, b.topic) or abbreviates(b.topic, a.topic)) else 0.0


def _statement_pairs(tellings: Iterable[Telling]) -> Iterator[tuple[str, str]]:
    """Statements of one speaker that share a content word, and a second one if the first is common."""
    speakers: dict[Words, list[Telling]] = defaultdict(list)
    for t in tellings:
        speakers[t.agents].append(t)
    seen: set[tuple[str, str]] = set()
    for block in speakers.values():
        count = Counter(w for t in block for w in t.topic)
        by_word: dict[str, list[str]] = defaultdict(list)
        for t in block:
            for word in sorted(w for w in t.topic if count[w] <= COMMON):
                by_word[word].append(t.id)
        for ids in by_word.values():
            seen |= set(combinations(ids, 2))
    yield from seen


def other_occasion(a: Telling, b: Telling) -> bool:
    """Whether two statements cannot be one utterance: another speaker, a denial beside none, or other days."""
    if a.ruled & b.ruled or a.ruled & b.apart or b.ruled & a.apart:
        return not a.ruled & b.ruled
    if a.agents != b.agents or (a.lemma == "denied") != (b.lemma == "denied"):
        return True
    return bool(a.window and b.window) and not overlap(a.window or ("", ""), b.window or ("", ""))


def same_words(a: Telling, b: Telling) -> bool:
    """Whether two statements of one speaker say the same, word for word or paraphrased."""
    if a.ruled & b.ruled:
        return True
    alike = jaccard(a.topic, b.topic)
    if alike >= SAME_CONTENT:
        return True
    if min(len(a.topic), len(b.topic)) >= FEW_WORDS and share(a.topic, b.topic) >= PARAPHRASE:
        return True
    if a.article != b.article and len(a.topic & b.topic) >= SHARED_WORDS and share(a.topic, b.topic) >= REWORDED:
        return True
    if a.article == b.article and a.heading != b.heading and len(a.topic & b.topic) > 1:
        return share(a.topic, b.topic) >= REWORDED and not measured_apart(a.figures, b.figures)
    same_day = bool(a.window) and a.window == b.window
    venues = [{c for r, c in t.roles if r in ("medium", "recipient")} for t in (a, b)]
    return same_day and bool(venues[0] & venues[1]) and alike >= SAME_OCCASION


def same_relations(tellings: Iterable[Telling]) -> Groups[str]:
    """Relation claims grouped into ties: same subject, predicate and object; titles compared loosely.

    An office that is told of again after years of silence is another term of it: nobody says it was held in between.
    """
    known = {t.id: t for t in sorted(tellings, key=lambda t: t.id)}
    groups: Groups[str] = Groups(known, lambda a, b: other_tie(known[a], known[b]))
    blocks: dict[tuple[str, Words], list[str]] = defaultdict(list)
    for t in known.values():
        blocks[t.type, frozenset(c for r, c in t.roles if r in ("agent", "holder"))].append(t.id)
    for ids in blocks.values():
        exact = [(a, b) for a, b in combinations(ids, 2) if known[a].topic == known[b].topic]
        for a, b in sorted(exact):
            if bool(known[a].soft) == bool(known[b].soft) and not other_term(known[a], known[b]):
                groups.merge(a, b, SAME_TIE)
        _join(known, groups, [(a, b) for a, b in exact if bool(known[a].soft) != bool(known[b].soft)], SAME_TIE)
        _join(known, groups, _shorter(known, ids), SHORTER)
    return groups


def other_term(a: Telling, b: Telling) -> bool:
    """Whether two tellings of an office are too many years apart to be told of one term."""
    if not (a.soft and b.soft):
        return False
    first, last = max(a.soft[0], b.soft[0]), min(a.soft[1], b.soft[1])
    return int(first[:4]) - int(last[:4]) > NEXT


def years(a: Telling) -> tuple[int, ...]:
    """The years in which an office may be told of in the same term, of a telling that says little more than a year."""
    if a.soft is None or a.kind != "office":
        return ()
    first, last = int(a.soft[0][:4]), int(a.soft[1][:4])
    return tuple(range(first, last + NEXT + 1)) if last - first <= NEXT else ()


def _shorter(known: dict[str, Telling], ids: list[str]) -> Iterator[tuple[str, str]]:
    """Pairs of a shorter title ("envoy") and one that it abbreviates ("special envoy to the Isles")."""
    for a, b in combinations(ids, 2):
        short, long = sorted((a, b), key=lambda i: (len(known[i].topic), i))
        if known[short].kind == "office" and abbreviates(known[short].topic, known[long].topic):
            yield short, long


def _join(known: dict[str, Telling], groups: Groups[str], pairs: Iterable[tuple[str, str]], why: str) -> None:
    """Let what tells less join the only tie it can mean: of two titles the shorter, of two tellings the undated."""
    found: dict[str, set[str]] = defaultdict(set)
    for a, b in pairs:
        less, more = (b, a) if known[a].soft and not known[b].soft else (a, b)
        if not other_term(known[a], known[b]):
            found[groups.home(less)].add(groups.home(more))
    for less, options in sorted(found.items()):
        if len(options) == 1:
            (other,) = options
            groups.merge(less, other, why)


def abbreviates(short: Words, long: Words) -> bool:
    """Whether a title is another with words left out, none of them a word of rank ("deputy")."""
    return bool(short) and short < long and not (long - short) & {stem(w) for w in listed("titles", "apart")}


def other_tie(a: Telling, b: Telling) -> bool:
    """Whether two ties differ: other predicate, other holder or object, other body, or a title that says otherwise."""
    if a.ruled & b.ruled or a.ruled & b.apart or b.ruled & a.apart:
        return not a.ruled & b.ruled
    if a.type != b.type:
        return True
    for role in ("agent", "holder", "patient", "organization"):
        mine, theirs = ({c for r, c in t.roles if r == role} for t in (a, b))
        if mine and theirs and not mine & theirs:
            return True
        if role != "organization" and bool(mine) != bool(theirs):
            return True
    if a.topic != b.topic and not abbreviates(a.topic, b.topic) and not abbreviates(b.topic, a.topic):
        return True
    return bool(a.window and b.window) and not overlap(a.window or ("", ""), b.window or ("", ""))
