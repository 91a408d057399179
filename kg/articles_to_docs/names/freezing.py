"""Turns finished chains into Entity records: the fullest name, the aliases, the certain links, the metonyms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.articles_to_docs.names.chains import Chain, Spot
from kg.articles_to_docs.names.gazetteer import GEONAMES, Known, capitals, cities, known
from kg.articles_to_docs.names.words import Words
from kg.records import Entity, Mention

if TYPE_CHECKING:
    from kg.records import Article

STATIVE = frozenset({"be", "have", "lie", "sit", "stand", "remain", "host", "become", "see", "witness"})
LARGE = 100  # thousands of inhabitants
APART = 5  # a namesake this many times smaller leaves no doubt which city is meant


def freeze(article: Article, words: Words, chains: list[Chain]) -> tuple[Entity, ...]:
    """Entities of the chains in order of first mention; two chains at one place keep the longer mention first."""
    countries = {c.known.code for c in chains if c.known and c.known.code and c.type == "country"}
    states = sum(bool(c.known and c.known.code.startswith("us-")) for c in chains)
    names = {id(chain): _name(chain) for chain in chains}
    out: list[Entity] = []
    ids: set[str] = set()
    for chain in chains:
        name = names[id(chain)]
        owned = _with_owner(chain, names)
        mentions, stands_for = _mentions(article, words, chain)
        identity = f"{article.id}:e{mentions[0].start}-{mentions[0].end}"
        if identity in ids:
            continue
        ids.add(identity)
        aliases = tuple(
            dict.fromkeys(s.name for s in sorted(chain.spots, key=lambda s: s.start) if s.name and s.name != name)
        )
        aliases += (owned,) if owned else ()
        kind = "place" if chain.known and chain.known.code == "hk" else chain.type
        out.append(
            Entity(
                identity,
                article.id,
                name,
                kind or "other",
                aliases,
                mentions,
                _same_as(chain, countries, states),
                None,
                stands_for or None,
            )
        )
    return tuple(sorted(out, key=lambda e: (e.mentions[0].start, -e.mentions[0].end)))


def _with_owner(chain: Chain, names: dict[int, str]) -> str:
    """The phrase "her brother" with the owner's name put in, "Maria Lund’s brother"; empty where no pronoun owns."""
    owner = names.get(id(chain.possessor), "") if chain.owned else ""
    if not owner or chain.possessor is None or (chain.possessor.owned and not chain.possessor.names):
        return ""
    return f"{owner}’s {chain.owned}"


def _name(chain: Chain) -> str:
    if not chain.names:
        return chain.label
    entry = chain.known
    adjective = entry is not None and entry.form == "adjective" and chain.type == "group"
    nouns = [n.text for n in chain.names if adjective or n.known is None or n.known.form != "adjective"]
    if entry is not None and entry.type == "country" and entry.name in nouns:
        return entry.name  # "Iran" beside "Islamic Republic of Iran"
    if not nouns or (entry is not None and not any(_whole(text, entry) for text in nouns)):
        return entry.name if entry else chain.names[0].text
    order = {text: -k for k, text in enumerate(dict.fromkeys(nouns))}
    best = max(nouns, key=lambda t: (not t.isupper() or len(t) < 6, len(t.split()), len(t), order[t]))
    return (
        best.title()
        if best.isupper() and best.isalpha() and len(best) > 5 and chain.type in ("place", "person")
        else best
    )


def _whole(text: str, entry: Known) -> bool:
    """Whether a text is the known name itself, and not half of it ("North and South Korea")."""
    return not (text in entry.name.split() and len(entry.name.split()) > 1 and text not in known())


def _mentions(article: Article, words: Words, chain: Chain) -> tuple[tuple[Mention, ...], str]:
    capital = (
        next((capitals()[n.text] for n in chain.names if n.text in capitals()), "") if chain.type == "place" else ""
    )
    seat = chain.known.code if chain.known and chain.known.form == "metonym" else ""
    found: dict[tuple[int, int], Mention] = {}
    metonym = ""
    for spot in sorted(chain.spots, key=lambda s: (s.start, s.end)):
        kind = spot.kind
        if kind == "name" and (seat or (capital and acts(words, spot))):
            kind, metonym = "metonym", capital or seat
        text = article.text[spot.start : spot.end]
        found.setdefault((spot.start, spot.end), Mention(text, spot.start, spot.end, kind))
    return tuple(found.values()), metonym or (chain.stands_for if chain.type == "group" else "")


def acts(words: Words, spot: Spot) -> bool:
    """Whether a place stands where only a government can: subject of a deed, partner of talks, agent of a passive."""
    i = spot.head
    verb = words.head[i]
    while words.dep[i] == "conj":
        i = words.head[i]
        verb = words.head[i]
    if words.dep[i] == "nsubj" and words.pos[verb] == "VERB":
        return words.lemma[verb] not in STATIVE
    if words.dep[i] == "pobj" and words.lower[verb] in ("with", "between", "against"):
        return True
    return words.dep[i] == "pobj" and words.dep[verb] == "agent"


def _same_as(chain: Chain, countries: set[str], states: int) -> tuple[str, ...]:
    """The certain links: "New York" may be city or state, and so, beside American states, "Washington", "Georgia"."""
    name = chain.names[0].text if chain.names else ""
    if chain.known is not None and any(role.noun == "state" for role in chain.roles):
        return chain.known.same_as  # "the state of Washington"
    if name == "New York" or (states and name in ("Georgia", "Washington") and not chain.stands_for):
        return ()
    if chain.known is not None:
        return chain.known.same_as if chain.type != "group" and chain.known.form in ("name", "adjective") else ()
    if chain.type != "place" or not chain.names:
        return ()
    text = max((n.text for n in chain.names), key=len)
    fits = cities(text)
    if not fits:
        return ()
    local = [c for c in fits if c.country in countries]
    if len(local) == 1 and (local[0] is fits[0] or fits[0].thousands < LARGE):
        return (f"{GEONAMES}{local[0].geonames}/",)
    if fits[0].thousands >= LARGE and (len(fits) == 1 or fits[1].thousands * APART <= fits[0].thousands):
        return (f"{GEONAMES}{fits[0].geonames}/",)
    return ()
