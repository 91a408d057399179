"""Definite descriptions: which earlier mention "the envoy", "the company" or "the nine soldiers" points back to.

One function a sieve, most certain first (Lee et al. 2013, "Deterministic coreference resolution based on
entity-centric, precision-ranked rules"). A description that fits several equally well stays an entity of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from kg.articles_to_docs.coreference.nominals import Nominal
from kg.articles_to_docs.names.chains import Chain, RoleWords, Spot
from kg.articles_to_docs.names.gazetteer import cities
from kg.articles_to_docs.names.vocabulary import bare_nouns, vocabulary
from kg.articles_to_docs.names.words import Words
from kg.ontology import lexicon

LINKS = frozenset({"of", "the", "for", "and", "a"})
OWNERS = frozenset({"my", "your", "his", "her", "its", "our", "their"})
NEAR = 3
"""Sentences that a description by kind alone looks back."""
FAR = 100
"""Words over which "the two leaders" remain the same two."""
Recent = Sequence[tuple[Spot, Chain]]
"""Mentions before a nominal in the last NEAR sentences, latest first."""


@cache
def _nouns(name: str) -> frozenset[str]:
    return frozenset(lexicon("actors")["pointing"][name])


def same_head(
    nominal: Nominal, earlier: Mapping[str, list[tuple[Nominal, Chain]]], possessor: Chain | None
) -> Chain | None:
    """The latest chain described by the same noun, if number and modifiers agree: "a witness … the witness".

    ``earlier`` are the nominals before this one by their noun.
    """
    bare = nominal.plural and nominal.determiner == "" and nominal.possessor is None
    if not nominal.definite and (not bare or nominal.number) and nominal.noun not in ("police", "parliament"):
        return None
    told = earlier.get(nominal.noun)
    if not told:
        return None
    only = len({id(chain) for _, chain in told}) == 1  # "his wife … the wife", if no other wife was told of
    for before, chain in reversed(told):
        if chain.members and nominal.head - before.head > FAR:
            return None
        if _same_description(nominal, before, bare=bare) and _same_owner(nominal, before, chain, possessor, only=only):
            return chain
    return None


def _same_description(nominal: Nominal, before: Nominal, *, bare: bool) -> bool:
    if before.plural != nominal.plural or (nominal.number and before.number != nominal.number):
        return False
    if not nominal.modifiers - {nominal.number} <= before.modifiers:
        return False
    if (nominal.complement or bare) and nominal.complement != before.complement:
        return False  # "the president … the president of Norland"
    return not bare or before.modifiers == nominal.modifiers


def _same_owner(nominal: Nominal, before: Nominal, chain: Chain, possessor: Chain | None, *, only: bool) -> bool:
    if nominal.possessor is None:
        return only or not (nominal.kind.relational and chain.possessor is not None)
    if chain.possessor is None and before.owner != nominal.owner and {before.owner, nominal.owner} <= OWNERS:
        return False  # "your family … his family"
    return before.possessor is not None and (chain.possessor is None or chain.possessor is possessor)


def by_role(words: Words, nominal: Nominal, holders: Iterable[Chain], recent: Recent) -> Chain | None:
    """The person or body the article gave this role to: "envoy Dan Holt … the envoy"; of several, the one near by.

    ``holders`` are the chains with a role of this noun.
    """
    if nominal.plural or not nominal.definite or nominal.possessor is not None:
        return None
    if words.dep[nominal.head] == "pobj" and words.lower[words.head[nominal.head]] == "as":
        return None  # "Lund served as the mayor"
    at = words.start[nominal.first]
    fits = []
    for chain in holders:
        if chain.plural or chain.first >= at or (chain.type == "person") != (nominal.kind.type == "person"):
            continue
        if any(_is_told(nominal, role) for role in chain.roles):
            fits.append(chain)
    if len(fits) > 1:
        near = {id(chain) for _, chain in _within(words, nominal, recent, 1)}
        fits = [c for c in fits if id(c) in near]
    return fits[0] if len(fits) == 1 else None


def _is_told(nominal: Nominal, role: RoleWords) -> bool:
    """Whether a description says no more than a role that the article gave: "the Secretary of State"."""
    said = nominal.modifiers - {nominal.number} | {w for w in nominal.complement.split() if w not in LINKS}
    return role.noun == nominal.noun and said <= role.words


def by_headline(words: Words, nominal: Nominal, holders: Iterable[Chain]) -> Chain | None:
    """The person whom the bare "envoy" of a headline means, if the article gives that office to one person only."""
    if nominal.plural or nominal.determiner or nominal.possessor is not None:
        return None
    if not nominal.kind.office or not _is_headline(words, nominal.head):
        return None
    fits = [c for c in holders if c.person and any(_is_told(nominal, role) for role in c.roles)]
    return fits[0] if len(fits) == 1 else None


def _is_headline(words: Words, i: int) -> bool:
    """Whether a sentence ends without a mark, as headlines do."""
    after = words.sentence[i] + 1
    last = (words.sentence_starts[after] if after < len(words.sentence_starts) else len(words.text)) - 1
    while last > i and words.pos[last] == "SPACE":
        last -= 1
    return words.text[last] not in (".", "!", "?", ":", "”", '"')


def by_kind(words: Words, nominal: Nominal, states: Sequence[Chain], recent: Recent) -> Chain | None:
    """The named organisation or place that a bare "the company", "the town", "the country" points back to."""
    if nominal.plural or nominal.complement:
        return None
    if nominal.modifiers:
        recent = [(s, c) for s, c in recent if _is_such_a_company(words, nominal, c)]
        states = ()
    if nominal.determiner not in ("the", "this", "that") and (nominal.determiner or nominal.noun not in bare_nouns()):
        return None
    if nominal.determiner == "this" and nominal.noun in _nouns("own"):
        return None
    if nominal.noun == "paper" and _nouns("press").isdisjoint(words.lemma):
        return None
    if nominal.noun in _nouns("country"):
        return _country(words, nominal, states, recent)
    if nominal.noun in _nouns("company") | _nouns("body"):
        kinds = [
            (s, c)
            for s, c in recent
            if c.type == "organization"
            and c.names
            and not c.stands_for
            and _may_be(nominal.noun, c)
            and not (nominal.noun in _nouns("company") and _is_only_told(words, s, c))
        ]
    elif nominal.noun in _nouns("city"):
        kinds = [(s, c) for s, c in recent if _is_place(c) and _may_lie(nominal, c) and not _is_prefixed(words, s)]
    else:
        return None
    worded = [(s, c) for s, c in kinds if any(nominal.noun in n.text.lower().split() for n in c.names)]
    return _only(words, nominal, worded or kinds)


def _is_such_a_company(words: Words, nominal: Nominal, chain: Chain) -> bool:
    """Whether "the car maker", "the Norland firm" can mean a body: one told to be some company, of that country."""
    if nominal.noun not in _nouns("company"):
        return False
    trade = {
        words.lower[c] for c in words.children[nominal.head] if words.dep[c] == "compound" and words.pos[c] == "NOUN"
    }
    told = {word for role in chain.roles if role.noun in _nouns("company") for word in (role.noun, *role.words)}
    return bool(told) and nominal.modifiers <= trade | told


def by_person(words: Words, nominal: Nominal, recent: Recent) -> Chain | None:
    """The one person near by that "the man", "the 54-year-old", "the striker" can mean."""
    if nominal.plural or nominal.kind.type != "person" or nominal.determiner != "the":
        return None
    if nominal.complement or nominal.kind.relational or words.dep[nominal.head] in ("attr", "oprd"):
        return None  # "she was the girl next door"
    plain = nominal.noun in ("man", "woman", "year-old", "boy", "girl")
    if not plain and not nominal.kind.office:
        return None
    fits = [(s, c) for s, c in _within(words, nominal, recent, 2) if c.person and c.names and _agree(nominal, c)]
    if plain:
        return _only(words, nominal, fits)
    fits = [(s, c) for s, c in fits if not c.roles]
    subjects = {id(c) for s, c in _within(words, nominal, fits, 1) if words.is_subject(s.head)}
    alone = len({id(c) for _, c in fits}) == 1 and len(subjects) == 1 and not nominal.modifiers
    return fits[0][1] if alone else None


def _agree(nominal: Nominal, chain: Chain) -> bool:
    if nominal.noun in ("boy", "girl") and nominal.kind.gender != chain.gender:
        return False
    return not nominal.kind.gender or not chain.gender or nominal.kind.gender == chain.gender


def _is_place(chain: Chain) -> bool:
    """Whether a chain is a named place, or a state that is one city ("Singapore")."""
    one_city = (
        chain.type == "country" and chain.known is not None and chain.known.code in lexicon("names")["city_states"]
    )
    return bool(chain.names) and (chain.type == "place" or one_city)


def _is_prefixed(words: Words, spot: Spot) -> bool:
    """Whether a place only tells whom somebody is for or against: "the pro-Alder camp"."""
    first = spot.head
    while first and words.start[first] > spot.start:
        first -= 1
    return first > 1 and words.text[first - 1] in ("-", "–") and words.lower[first - 2] in ("pro", "anti")


def _may_lie(nominal: Nominal, chain: Chain) -> bool:
    """Whether a place may be of a kind: no known city is "the district", no known region "the city";
    "this district" is only one called so.
    """
    noun, texts = nominal.noun, [name.text for name in chain.names]
    called = any(noun in text.lower().split() for text in texts) or any(role.noun == noun for role in chain.roles)
    if called:
        return True
    if noun in _nouns("area"):
        return nominal.determiner == "the" and not any(cities(text) for text in texts)
    return noun not in _nouns("settlement") or chain.known is None or any(cities(text) for text in texts)


def _may_be(noun: str, chain: Chain) -> bool:
    text = {word for name in chain.names for word in name.text.lower().split()}
    if noun in _nouns("sport"):
        played = any(not vocabulary().clubs.isdisjoint(name.text.split()) for name in chain.names)
        return played or noun in text or any(role.noun in _nouns("sport") for role in chain.roles)
    if noun in _nouns("worded"):
        return noun in text
    return noun in text or text.isdisjoint(_nouns("worded") | _nouns("public"))


def _country(words: Words, nominal: Nominal, states: Sequence[Chain], recent: Recent) -> Chain | None:
    """The only country near by, else the one that has more than half of all mentions of countries so far."""
    at = words.start[nominal.first]
    near = {
        id(c): c for s, c in _within(words, nominal, recent, 2) if c.type == "country" and not _in_address(words, s)
    }
    if len(near) == 1:
        return next(iter(near.values()))
    choice = list(near.values()) or [c for c in states if c.first < at]
    counts = [sum(s.start < at for s in c.spots) for c in choice]
    best = max(counts, default=0)
    return choice[counts.index(best)] if best * 2 > sum(counts) else None


def _is_only_told(words: Words, spot: Spot, chain: Chain) -> bool:
    """Whether a body is only an outlet that somebody told something: "Lund told Radio Alder. The company …"."""
    told = words.dep[spot.head] in ("dobj", "dative") and words.lemma[words.head[spot.head]] in ("tell", "inform")
    media = any(not vocabulary().media.isdisjoint(name.text.split()) for name in chain.names)
    return told or media


def _in_address(words: Words, spot: Spot) -> bool:
    """Whether a country only says where a city lies: "flew from Alder, Norland"."""
    first = spot.head
    while first and words.start[first] > spot.start:
        first -= 1
    return (
        first > 1
        and words.text[first - 1] == ","
        and words.pos[first - 2] == "PROPN"
        and words.dep[spot.head] != "conj"
    )


def _within(words: Words, nominal: Nominal, recent: Recent, sentences: int) -> list[tuple[Spot, Chain]]:
    here = words.sentence[nominal.head]
    return [(s, c) for s, c in recent if here - words.sentence[s.head] <= sentences]


def _only(words: Words, nominal: Nominal, fits: Recent) -> Chain | None:
    """The single candidate; of several, the only subject or only one of the nearest sentence that has any."""
    if len({id(c) for _, c in fits}) <= 1:
        return fits[0][1] if fits else None
    here = words.sentence[nominal.head]
    nearest = min(here - words.sentence[s.head] for s, _ in fits)
    some = [(s, c) for s, c in fits if here - words.sentence[s.head] == nearest]
    subjects = [(s, c) for s, c in some if words.is_subject(s.head)]
    choice = subjects or some
    return choice[0][1] if len({id(c) for _, c in choice}) == 1 and nearest <= 2 else None


def nominal_spot(words: Words, nominal: Nominal) -> Spot:
    """The mention a nominal makes."""
    return Spot(words.start[nominal.first], words.end[nominal.last], nominal.head, "nominal")
