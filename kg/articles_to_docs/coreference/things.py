"""Everyday things: the noun phrases of a clause that name neither somebody nor an event, as entities of their own.

"The senate rejected a bill on pensions", "robots were sent to the park": what is done to the bill, and where the
robots went, is news although neither has a name. A thing lives in its article only: "a bill" of another article is
another bill. Inside the article "the bill" is the bill told of before, by the head-match sieve of Lee et al. 2013
(strict: same noun, same number, no new modifier).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from kg.articles_to_docs.coreference.definites import nominal_spot, same_head
from kg.articles_to_docs.coreference.nominals import Nominal, describe
from kg.articles_to_docs.names.chains import Chain, Spot
from kg.articles_to_docs.names.vocabulary import Noun, actor_nouns
from kg.articles_to_docs.names.words import Words
from kg.ontology import folder, lexicon

ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "dative", "poss", "attr"})
NOT_ANY = frozenset({"no", "any", "such", "what", "which", "whatever", "neither"})
INTO = frozenset(
    {"to", "in", "at", "from", "on", "into", "near", "inside", "outside", "off", "aboard", "through", "across"}
)
CURRENCIES = ("$", "€", "£", "¥")
SOLID = frozenset({"facility", "place", "product", "law_or_treaty", "work"})
PLACES = frozenset({"place", "facility"})


def add_things(
    words: Words, chains: list[Chain], skip: frozenset[int], meant: Mapping[int, Sequence[int]]
) -> list[Chain]:
    """The chains, with those of the things added; ``skip`` are the tokens of time expressions.

    ``meant`` are the pronouns that stand for a thing, by the head token of the thing's phrase.
    """
    taken = _taken(chains)
    earlier: dict[str, list[tuple[Nominal, Chain]]] = {}
    found: list[Chain] = []
    for nominal in _phrases(words, taken | skip, frozenset(taken)):
        chain = same_head(nominal, earlier, None)
        if chain is None:
            chain = Chain(f"thing:{nominal.head}", nominal.type, plural=nominal.plural or None)
            chain.label = _label(words, nominal)
            found.append(chain)
        earlier.setdefault(nominal.noun, []).append((nominal, chain))
        chain.add(nominal_spot(words, nominal))
        for i in (*_relatives(words, nominal.head, taken), *meant.get(nominal.head, ())):
            chain.add(Spot(words.start[i], words.end[i], i, "pronoun"))
    return sorted([*chains, *found], key=lambda c: (c.first, -max(s.end for s in c.spots)))


def _taken(chains: list[Chain]) -> frozenset[int]:
    """The tokens of all mentions of names, and the head tokens of all other mentions."""
    out: set[int] = set()
    for chain in chains:
        out.update(k for name in chain.names for k in range(name.first, name.last + 1))
        out.update(spot.head for spot in chain.spots)
    return frozenset(out)


def _phrases(words: Words, closed: frozenset[int], taken: frozenset[int]) -> Iterator[Nominal]:
    kinds, events, never, actors = _kinds(), _event_nouns(), _never(), actor_nouns()
    for i, pos in enumerate(words.pos):
        if pos == "NUM" and i not in closed and _is_money(words, i) and _is_argument(words, i):
            yield describe(words, i, words.span(i, i), Noun("other"), taken)
        if pos != "NOUN" or i in closed or not words.text[i][:1].isalpha() or words.tag[i] not in ("NN", "NNS"):
            continue
        if i + 1 < len(words.text) and words.text[i + 1] == "-" and words.start[i + 1] == words.end[i]:
            continue  # the "co" of a "co-author"
        lemma = words.lemma[i].lower()
        if lemma in never or not _is_argument(words, i):
            continue
        if lemma in events and lemma not in kinds and not (_is_counted(words, i, lemma) or _is_cause(words, i, lemma)):
            continue
        noun = kinds.get(lemma) or (actors.get(lemma) if words.dep[i] == "compound" else None) or Noun("other")
        nominal = describe(words, i, lemma, noun, taken)
        if nominal.determiner in NOT_ANY or _is_bare(words, nominal):
            continue
        yield nominal


def _is_argument(words: Words, i: int) -> bool:
    """Whether a noun fills a slot of a clause, or of a noun that names an event ("plant closures")."""
    while words.dep[i] == "conj" and words.head[i] != i:
        i = words.head[i]
    if words.dep[i] == "compound":
        event = words.lemma[i + 1].lower() if words.head[i] == i + 1 else ""
        return event in _event_nouns() and f"{words.lemma[i].lower()} {event}" not in _event_nouns()
    return words.dep[i] in ARGUMENTS


def _is_counted(words: Words, i: int, lemma: str) -> bool:
    """Whether what elsewhere happens is here a quantity that rises and falls: "sales fell", "cut output"."""
    counted = lexicon("things")["counted"]
    return lemma in counted["nouns"] and words.lemma[words.head[i]].lower() in counted["verbs"]


def _is_cause(words: Words, i: int, lemma: str) -> bool:
    """Whether what elsewhere happens does something here: "a fire destroyed 200 homes"."""
    causes = lexicon("things")["causes"]
    if words.dep[i] != "nsubj" or lemma not in causes["nouns"]:
        return False
    return words.lemma[words.head[i]].lower() in causes["verbs"]


def _is_money(words: Words, i: int) -> bool:
    """Whether a number is the head of a sum of money: "$6", "US$6 million"."""
    return any(words.text[c].endswith(CURRENCIES) for c in words.children[i])


def _is_bare(words: Words, nominal: Nominal) -> bool:
    """Whether a bare singular names nothing in particular: "in person", "by car", "took office", "gave way"."""
    if nominal.plural or nominal.determiner or nominal.possessor is not None or nominal.first < nominal.head:
        return False
    if words.dep[nominal.head] == "dobj" and words.lemma[words.head[nominal.head]].lower() in _carriers():
        return True
    return words.dep[nominal.head] == "pobj" and not (
        nominal.kind.type in PLACES and words.lower[words.head[nominal.head]] in INTO
    )


def _label(words: Words, nominal: Nominal) -> str:
    first = nominal.first
    while first < nominal.head and words.tag[first] in ("DT", "PRP$", "PDT"):
        first += 1
    return words.span(first, nominal.last)


def _relatives(words: Words, head: int, taken: frozenset[int]) -> Iterator[int]:
    """The relative pronouns that stand for the noun in the relative clause right behind it."""
    for verb in words.children[head]:
        if words.dep[verb] != "relcl":
            continue
        for c in words.children[verb]:
            if words.tag[c] in ("WDT", "WP") and c < verb and c not in taken and words.dep[c] in ARGUMENTS:
                yield c


@cache
def _kinds() -> dict[str, Noun]:
    """Singular noun → what it describes, for the nouns that name more than a thing."""
    kinds = {word: Noun(noun.type) for word, noun in actor_nouns().items() if noun.type in SOLID}
    return kinds | {word: Noun(kind) for kind, table in lexicon("things")["kinds"].items() for word in table}


@cache
def _carriers() -> frozenset[str]:
    """The verbs that make a phrase with a bare noun: "take office"."""
    return frozenset(word for word in lexicon("light")["light"] if " " not in word)


@cache
def _never() -> frozenset[str]:
    things = lexicon("things")["never"]
    return frozenset(word for table in things.values() for word in table)


@cache
def _event_nouns() -> frozenset[str]:
    """The nouns that name events by themselves: "attack", "vote"; they are claims, no participants."""
    out: set[str] = set()
    for path in sorted((folder() / "lexicon" / "events").glob("*.toml")):
        for sense in lexicon(f"events/{path.stem}").get("sense", ()):
            if "noun" in sense and not ({"pobj", "prep"} & sense.keys()):
                out.add(sense["noun"].lower())
    return frozenset(out)
