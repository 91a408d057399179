"""Described participants: noun phrases whose head noun names people, bodies, places or things of the news."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from kg.articles_to_docs.coreference.phrases import ARTICLES, complement_of, left_edge, right_edge
from kg.articles_to_docs.names.vocabulary import Noun, actor_nouns, bare_nouns, befalling
from kg.articles_to_docs.names.words import Words
from kg.ontology import lexicon

DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})
COLLECTED = frozenset(
    {"dead", "injured", "wounded", "missing", "homeless", "elderly", "poor", "rich", "sick", "disabled", "unemployed"}
)
QUANTITIES = frozenset(
    {"thousands", "hundreds", "dozens", "millions", "scores", "tens", "couple", "pair", "majority", "side", "part"}
)
COUNTS = frozenset({"thousands", "hundreds", "dozens", "millions", "scores", "tens"})


@dataclass(frozen=True, slots=True)
class Nominal:
    """A described participant. ``modifiers``: small content words before the head; ``possessor``: a token;
    ``complement``: the words behind its "of"; ``owner``: the word of the possessor ("your").
    """

    first: int
    last: int
    head: int
    noun: str
    kind: Noun
    plural: bool
    definite: bool
    determiner: str
    modifiers: frozenset[str]
    possessor: int | None
    number: str
    complement: str
    owner: str

    @property
    def type(self) -> str:
        """The entity type: many persons, many organisations are a group."""
        return (
            "group"
            if self.plural
            and (self.kind.type == "person" or (self.kind.type == "organization" and not self.kind.collective))
            else self.kind.type
        )


HEADS = frozenset({"NOUN", "PROPN", "NUM"})
SPECIAL = COLLECTED | {"others", "more", "one", "old"}


def find_nominals(words: Words, taken: frozenset[int], skip: frozenset[int]) -> Iterator[Nominal]:
    """The described participants in text order; ``taken`` are tokens of names, ``skip`` of time expressions."""
    nouns = actor_nouns()
    counted: set[int] = set()
    sky = len(frozenset(lexicon("actors")["pointing"]["sky"]).intersection(words.lemma)) > 1
    for i, pos in enumerate(words.pos):
        if (pos not in HEADS and words.lower[i] not in SPECIAL) or i in taken or i in skip:
            continue
        if not (words.text[i][:1].isalpha() or pos == "NUM"):
            continue
        if pos in ("NOUN", "PROPN"):
            noun = _lookup(words, i, nouns)
            if words.dep[i] in ("nummod", "quantmod") or (noun is not None and _is_else(words, i, sky=sky)):
                continue
            if i + 1 < len(words.text) and words.text[i + 1] == "-" and words.start[i + 1] == words.end[i]:
                continue  # "rebel-held"
            if _is_part(words, i) and words.head[i] not in taken:
                continue
            if noun is not None:
                nominal = _counted(words, describe(words, i, noun[0], noun[1], taken), nouns)
                if (
                    nominal is not None
                    and nominal.determiner not in ("no", "any")
                    and not _generic(words, nominal)
                    and i not in counted
                ):
                    yield nominal
                    if nominal.noun != noun[0]:
                        counted.add(
                            next(k for k in range(i, nominal.last + 1) if words.lemma[k].lower() == nominal.noun)
                        )
        elif (
            words.lower[i] in COLLECTED
            and words.dep[i] in ("nsubj", "nsubjpass", "dobj", "pobj", "conj")
            and _determiner(words, i) == "the"
        ):
            yield describe(words, i, words.lower[i], Noun("group", collective=True), taken)
        if (pos == "NUM" or words.lower[i] in ("others", "more")) and _counts_people(words, i):
            more = int(i + 1 < len(words.text) and words.lower[i + 1] == "more" and words.head[i + 1] == i)
            nominal = describe(words, i, words.lower[i], Noun("person"), taken)
            yield replace(nominal, last=max(nominal.last, i + more), plural=True)
        if words.lower[i] == "one" and (noun := _one_of(words, i, nouns)) is not None:
            yield replace(describe(words, i, noun[0], noun[1], taken), definite=False, plural=False)
        if words.lower[i] == "old" and _aged(words, i):
            nominal = describe(words, i, "year-old", Noun("person"), taken)
            led = nominal.first and words.lower[nominal.first - 1] == "the"  # the parser hangs "the" on what follows
            yield replace(nominal, first=nominal.first - 1, determiner="the", definite=True) if led else nominal


def _is_part(words: Words, i: int) -> bool:
    """Whether a noun only qualifies the one behind it: "Chief Operating Officer", but not "police and state aid"."""
    if words.head[i] <= i or words.dep[i] not in ("compound", "nmod"):
        return False
    return words.dep[i] == "compound" or all(words.dep[c] != "cc" for c in words.children[i])


def _is_else(words: Words, i: int, *, sky: bool) -> bool:
    """Whether a noun for people or countries means something else: a star of the sky, "a state of emergency"."""
    noun = words.lemma[i].lower()
    if noun == "star":
        return sky
    if noun == "company" and i and words.lower[i - 1] in ("parted", "parting", "kept", "keeping"):  # "parted company"
        return True
    of = noun == "state" and i + 1 < len(words.text) and words.lower[i + 1] == "of"
    return of and any(words.dep[c] == "pobj" and words.pos[c] == "NOUN" for c in words.children[i + 1])


def _one_of(words: Words, i: int, nouns: dict[str, Noun]) -> tuple[str, Noun] | None:
    """The noun of "one of the soldiers", who is a person told of for the first time."""
    if (
        words.dep[i] not in ("nsubj", "nsubjpass", "dobj", "pobj")
        or i + 1 == len(words.text)
        or words.lower[i + 1] != "of"
    ):
        return None
    if words.lower[words.head[i]] == "as":  # "known as one of the best": nobody new
        return None
    target = next((c for c in words.children[i + 1] if words.dep[c] == "pobj"), None)
    noun = _lookup(words, target, nouns) if target is not None and words.tag[target] == "NNS" else None
    return noun if noun is not None and noun[1].type == "person" else None


def _counts_people(words: Words, i: int) -> bool:
    """Whether a number or "others" stands for people, by what is done to them: "killed 12", "200 more were rescued"."""
    more = words.lower[i] == "more" and any(words.dep[c] == "nummod" for c in words.children[i])
    others = words.lower[i] == "others"
    if not (words.tag[i] == "CD" or others or more) or words.lower[i] in ("one", "zero"):
        return False
    if words.dep[i] not in (("dobj", "nsubjpass", "conj") if others else ("dobj", "nsubjpass")):
        return False
    if any(words.tag[c] == "$" or words.text[c][:1] in "$€£¥" for c in words.children[i]):
        return False
    after = words.lower[i + 1] if i + 1 < len(words.text) else ""
    verb = words.head[words.head[i]] if words.dep[i] == "conj" else words.head[i]
    return words.lemma[verb].lower() in befalling() and after not in ("%", "percent", "per", "-", "of")


def _counted(words: Words, nominal: Nominal, nouns: dict[str, Noun]) -> Nominal | None:
    """Read "hundreds of pilgrims" as pilgrims; "a couple of attacks" is no participant (None)."""
    if not nominal.complement or nominal.noun not in QUANTITIES:
        return nominal
    of = nominal.head + 1
    target = next((c for c in words.children[of] if words.dep[c] == "pobj"), None)
    noun = _lookup(words, target, nouns) if target is not None else None
    if target is None or noun is None or words.tag[target] not in ("NNS", "NNPS"):
        return None
    return replace(nominal, noun=words.lemma[target].lower(), kind=noun[1], plural=True)


def _generic(words: Words, nominal: Nominal) -> bool:
    """Whether a bare singular noun means none in particular: "took office", "by car", "runs for president"."""
    if nominal.plural or nominal.determiner or nominal.possessor is not None:
        return False
    if nominal.kind.type == "person":
        head, dep = words.head[nominal.head], words.dep[nominal.head]
        bare = ("for", "as", "in", "per", "by")
        return dep == "oprd" or (dep == "pobj" and words.lower[head] in bare and not nominal.number)
    if nominal.first < nominal.head or nominal.complement:
        return False
    return nominal.noun not in bare_nouns() and words.lower[nominal.head] not in bare_nouns()


def _lookup(words: Words, i: int, nouns: dict[str, Noun]) -> tuple[str, Noun] | None:
    lower, lemma = words.lower[i], words.lemma[i].lower()
    if words.text[i] in nouns:  # CEO, MP
        return words.text[i], nouns[words.text[i]]
    if words.text[i] in _chambers() and words.tag[i] == "NNP" and not words.opens_sentence(i):
        return lower, Noun("organization")
    if lower in nouns:
        return lower, nouns[lower]
    if lower in COUNTS:
        return lower, Noun("group", collective=True)
    if lemma in nouns and (words.tag[i] in ("NNS", "NNPS") or lower == lemma):
        return lemma, nouns[lemma]
    opening = i == words.sentence_starts[words.sentence[i]]
    if opening and words.tag[i] == "NNPS" and lower[:-1] in nouns:  # "Rescuers pulled …", taken for a name
        return lower[:-1], nouns[lower[:-1]]
    if words.text[i] in ("MPs", "MEPs", "CEOs"):
        return words.text[i][:-1], Noun("person")
    return None


@cache
def _chambers() -> frozenset[str]:
    return frozenset(lexicon("actors")["pointing"]["chamber"])


def _aged(words: Words, i: int) -> bool:
    """Whether "old" ends a "54-year-old" that stands for a person."""
    if i < 4 or words.lower[i - 2] != "year" or words.text[i - 3] != "-":
        return False
    told = i + 1 < len(words.text) and words.lower[i + 1] in ("said", "says")
    return told or words.dep[i] in ("nsubj", "nsubjpass", "dobj", "pobj", "conj", "poss", "ROOT", "appos")


def _determiner(words: Words, i: int) -> str:
    found = [words.lower[c] for c in words.children[i] if c < i and words.dep[c] in ("det", "predet")]
    return found[0] if found else ""


def describe(words: Words, i: int, noun: str, kind: Noun, taken: frozenset[int]) -> Nominal:
    """The noun phrase around a head token, as far as it says who or what is meant."""
    first = left_edge(words, i)
    possessor = next((c for c in words.children[i] if words.dep[c] == "poss"), None)
    determiner = _determiner(words, i)
    number = next((words.lower[c] for c in words.children[i] if words.dep[c] == "nummod"), "")
    last = right_edge(words, i, taken)
    plural = (
        words.tag[i] in ("NNS", "NNPS")
        or noun in COLLECTED
        or noun in COUNTS
        or words.text[i] in ("MPs", "MEPs")
        or (noun == "people" and kind.type == "group")
    )
    inside = frozenset(
        words.lower[k]
        for k in range(first, i)
        if words.pos[k] in ("ADJ", "NOUN", "PROPN", "NUM") and words.lower[k] not in ARTICLES
    )
    definite = determiner in DEFINITE or (determiner == "" and possessor is not None)
    return Nominal(
        first,
        last,
        i,
        noun,
        kind,
        plural,
        definite,
        determiner,
        inside,
        possessor,
        number,
        complement_of(words, i, last),
        words.lower[possessor] if possessor is not None else "",
    )
