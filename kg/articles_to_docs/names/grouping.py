"""Groups the names of an article: one chain for each thing named, by exact name, acronym and short form.

The order follows the multi-sieve idea (Lee et al. 2013): the most certain evidence first, each step seeing the
groups of the one before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from kg.articles_to_docs.names.chains import Chain, Spot
from kg.articles_to_docs.names.found import Found
from kg.articles_to_docs.names.gazetteer import american_state, cities, fold
from kg.articles_to_docs.names.kinds import by_words, kind_of
from kg.articles_to_docs.names.short_forms import gender_of, short_organizations, short_people
from kg.articles_to_docs.names.vocabulary import vocabulary
from kg.articles_to_docs.names.words import Words
from kg.ontology import lexicon

ADJECTIVAL = frozenset(
    {"amod", "compound", "nmod", "npadvmod", "poss", "attr", "acomp", "nummod", "advmod", "quantmod"}
)


def group_names(words: Words, names: Iterable[Found]) -> list[Chain]:
    """Chains of the names, in order of first mention, with their types."""
    kept = _without_prefixes(words, _supported(list(names)))
    chains = _exact(words, kept)
    _acronyms(words, chains)
    chains = [c for c in chains if not c.merged]
    short_people(words, chains)
    chains = [c for c in chains if not c.merged]
    short_organizations(words, chains)
    chains = [c for c in chains if not c.merged and c.spots]
    _american(chains)
    for chain in chains:
        _settle(chain)
    return sorted(chains, key=lambda c: c.first)


def _supported(names: list[Found]) -> list[Found]:
    """Drop lone capitalised words nothing else speaks for."""
    sure = {n.text for n in names if n.sure}
    parts = {p for n in names if n.sure for p in n.text.split()}
    return [n for n in names if n.sure or n.known or n.text in sure or n.text in parts or _supported_run(n)]


def _without_prefixes(words: Words, names: list[Found]) -> list[Found]:
    """The names, of which "Norland Ana Ruiz" or "Physicist Ana Ruiz" keeps only who is named so elsewhere."""
    people = {n.text for n in names if n.label == "PERSON" and n.text.count(" ") > 0}
    return [_without_prefix(words, n, people) for n in names]


def _without_prefix(words: Words, name: Found, people: set[str]) -> Found:
    parts = name.text.split()
    for k in range(1, len(parts) - 1):
        rest = " ".join(parts[k:])
        if rest in people and not any(p in vocabulary().given for p in parts[:k]):
            first = next((i for i in range(name.first, name.last) if words.span(i, name.last) == rest), None)
            if first is not None:
                return replace(name, text=rest, first=first, start=words.start[first], label="PERSON", known=None)
    return name


def _supported_run(name: Found) -> bool:
    if name.label or name.last > name.first:
        return True
    found = cities(name.text)
    return bool(found) and found[0].thousands > 300


def _key(text: str) -> str:
    text = lexicon("names")["exonyms"].get(text, text) if text != "New York" else text
    return fold(re.sub(r"^the ", "", text, flags=re.IGNORECASE)).replace("'", "’")


def _exact(words: Words, names: list[Found]) -> list[Chain]:
    table: dict[str, Chain] = {}
    for name in names:
        if name.known is not None:
            chain = _known_chain(words, table, name)
        else:
            chain = table.setdefault(_key(name.text), Chain(_key(name.text), ""))
        if chain is not None:
            chain.names.append(name)
            chain.add(_spot(words, name))
    for chain in table.values():
        if not chain.type:
            chain.type = kind_of(words, chain.names)
    _level_lists(words, list(table.values()))
    return list(table.values())


def _level_lists(words: Words, chains: list[Chain]) -> None:
    """A lone word the model was unsure of is what the sure members of its list are ("in Arden, Belm and Cork")."""
    at_head = {spot.head: chain for chain in chains for spot in chain.spots}
    for chain in chains:
        if (
            chain.known
            or " " in chain.names[0].text
            or len(chain.names) > 2
            or chain.names[0].text in vocabulary().given
        ):
            continue
        others = {
            at_head[k].type
            for spot in chain.spots
            for k in _listed(words, spot.head)
            if k in at_head and at_head[k] is not chain
        }
        others = {"place" if kind == "country" else kind for kind in others}
        if others == {"place"} and chain.type in ("person", "organization", "other", "group"):
            chain.type = "place"


def _listed(words: Words, i: int) -> list[int]:
    """The other members of the list that a token stands in."""
    top = i
    while words.dep[top] == "conj":
        top = words.head[top]
    found, stack = [], [top]
    while stack:
        node = stack.pop()
        found.append(node)
        stack.extend(c for c in words.children[node] if words.dep[c] == "conj")
    return [k for k in found if k != i] if len(found) > 1 else []


def _known_chain(words: Words, table: dict[str, Chain], name: Found) -> Chain | None:
    entry = name.known
    assert entry is not None
    key, kind = entry.key, entry.type
    if entry.form == "citizen":
        return None
    if entry.form == "adjective":
        if _is_people(words, name):
            key, kind = f"{entry.key}:people", "group"
        elif not entry.code or words.dep[name.last] not in ADJECTIVAL | {"conj"}:
            return None
    chain = table.setdefault(key, Chain(key, kind, entry))
    if kind == "group":
        chain.plural, chain.stands_for = True, entry.code
    return chain


def _is_people(words: Words, name: Found) -> bool:
    """Whether an adjective is a noun phrase by itself: "the French", "two Swiss"."""
    i = name.last
    if words.dep[i] not in ("nsubj", "nsubjpass", "dobj", "pobj", "conj", "appos"):
        return False
    return words.tag[i] in ("NNPS", "NNS") or any(
        words.lower[c] == "the" or words.dep[c] == "nummod" for c in words.children[i]
    )


def _spot(words: Words, name: Found) -> Spot:
    head = name.last
    for i in range(name.first, name.last + 1):
        if not name.first <= words.head[i] <= name.last:
            head = i
    return Spot(name.start, name.end, head, "name", name.text)


def _acronyms(words: Words, chains: list[Chain]) -> None:
    """Join "Harbour Workers' Union (HWU)" by its brackets, then by its initials."""
    by_last = {name.last: chain for chain in chains for name in chain.names if not name.nested}
    for chain in chains:
        for name in list(chain.names):
            if name.first < 2 or words.text[name.first - 1] != "(" or chain.merged:
                continue
            if name.last + 1 < len(words.text) and words.text[name.last + 1] == ")" and name.first == name.last:
                full = by_last.get(name.first - 2)
                if full is not None and full is not chain and _short_for(chain.names[0].text, full):
                    full.take(chain)
    longer = [
        c
        for c in chains
        if not c.merged
        and c.type in ("organization", "law_or_treaty", "other", "facility")
        and len(c.names[0].text.split()) > 1
    ]
    for chain in chains:
        text = chain.names[0].text if chain.names else ""
        if chain.merged or chain.known or not (text.isupper() and 1 < len(text) < 8):
            continue
        if len(text) == 2 and chain.type != "organization":
            continue
        fits = [c for c in longer if c is not chain and text in _initials(c.names[0].text)]
        if len(fits) == 1:
            fits[0].take(chain)


def _short_for(short: str, full: Chain) -> bool:
    letters = {w[0] for w in full.names[-1].text.split() if w[0].isupper()}
    return short.replace(".", "").isupper() and len(short) <= 8 and (short[0] in letters or full.type == "organization")


def _initials(text: str) -> set[str]:
    parts = [p for p in re.split(r"[\s\-]+", text) if p]
    capital = "".join(p[0] for p in parts if p[0].isupper())
    every = "".join(p[0].upper() for p in parts)
    return {capital, every}


def _american(chains: list[Chain]) -> None:
    """Make "Georgia" the state where the article names other states and none of the country's neighbours."""
    codes = {chain.known.code for chain in chains if chain.known is not None}
    if sum(code.startswith("us-") for code in codes) < 2 or not codes.isdisjoint(("ru", "am", "az", "ge-ab", "x-so")):
        return
    for chain in chains:
        if chain.key == "iso:ge" and all(name.text == "Georgia" for name in chain.names):
            chain.known, chain.type = american_state("Georgia"), "place"


def _settle(chain: Chain) -> None:
    """Type and gender once all forms of a name are together; the fullest form decides."""
    if chain.known is None and chain.names:
        longest = max(chain.names, key=lambda n: (len(n.text.split()), len(n.text)))
        chain.type = by_words(longest.text) or chain.type
    if chain.type == "person":
        chain.plural = False
        chain.gender = gender_of(chain)
