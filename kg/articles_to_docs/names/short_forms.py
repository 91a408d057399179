"""Short forms of names: surnames, given names, initials of people; organisations without their last or first words."""

from __future__ import annotations

import re

from kg.articles_to_docs.names.chains import Chain
from kg.articles_to_docs.names.found import Found
from kg.articles_to_docs.names.gazetteer import cities, fold
from kg.articles_to_docs.names.kinds import by_words
from kg.articles_to_docs.names.vocabulary import vocabulary
from kg.articles_to_docs.names.words import Words
from kg.ontology import lexicon


def short_people(words: Words, chains: list[Chain]) -> None:
    """Give "Lund" and "Maria" to "Maria Lund"; of several Lunds to the one first named who is not brought in as kin."""
    full: dict[str, list[Chain]] = {}
    for chain in chains:
        parts = _without_rank(chain.names[0].text) if chain.names else []
        if chain.type == "person" and len(parts) > 1:
            for part in sorted(
                {parts[0], parts[-1], " ".join(parts[-2:]), *_inner(parts), *_hyphenated(chain.names[0].text)}
                | ({f"{parts[0]} {parts[-1]}"} if len(parts) > 2 else set())
                | {re.sub(r"^(al|el|ar|as|ash)-", "", parts[-1])}
            ):
                if part != chain.names[0].text:
                    full.setdefault(fold(part), []).append(chain)
    for chain in chains:
        text = chain.names[0].text if chain.names else ""
        owners = [c for c in full.get(fold(text), []) if c is not chain and not c.merged]
        if not owners or (chain.known and chain.type in ("country", "group")):
            continue
        if chain.type in ("place", "organization", "facility") and _other_strong(words, chain):
            continue
        if chain.type == "organization" and _told_before(chain, owners):
            continue
        for name, spot in zip(list(chain.names), list(chain.spots), strict=True):
            owner = _nearest(words, owners, name, text)
            owner.names.append(name)
            owner.add(spot)
        chain.spots, chain.names, chain.merged = [], [], True
    _initialled(chains)


def _without_rank(name: str) -> list[str]:
    """The words of a person's name without dashes and "Jr."."""
    return [p for p in name.split() if p not in ("-", "–", "Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV")]


def _inner(parts: list[str]) -> list[str]:
    """The first of two surnames ("Elena Ruiz Ortega": "Ruiz"), which alone may stand for the person."""
    if len(parts) != 3 or parts[1] in vocabulary().given or len(parts[1]) < 4 or not parts[1][0].isupper():
        return []
    return [parts[1], " ".join(parts[:2])]


def _hyphenated(text: str) -> list[str]:
    return [text.split(" ", 1)[1]] if " " in text and "-" in text else []


def _other_strong(words: Words, chain: Chain) -> bool:
    """A place or organisation of the same word that the article shows by a preposition and the gazetteer confirms."""
    size = cities(chain.names[0].text)
    placed = [
        n for n in chain.names if n.first and words.lower[n.first - 1] in ("in", "to", "from", "near", "at", "outside")
    ]
    return (
        bool(size)
        and bool(placed)
        and len(placed) * 2 >= len(chain.names)
        and all(n.label != "PERSON" for n in chain.names)
    )


def _told_before(chain: Chain, owners: list[Chain]) -> bool:
    """Whether a body of that name was told of twice before anybody of it: "Lund … Lund … chief executive Eva Lund"."""
    first = min(owner.first for owner in owners)
    return sum(name.label == "ORG" and name.start < first for name in chain.names) > 1


def _nearest(words: Words, owners: list[Chain], name: Found, text: str) -> Chain:
    surname = [c for c in owners if _surname(c.names[0].text) == _surname(text)] or owners
    if len(surname) == 1:
        return surname[0]
    if len(surname) > 1:
        surname = [c for c in surname if _gender_agrees(words, c, name)] or surname
        surname = [c for c in surname if not _relative_of_another(words, c)] or surname
    before = [c for c in surname if c.first < name.start]
    return min(before or surname, key=lambda c: c.first)


def _surname(text: str) -> str:
    return fold(text.rsplit(maxsplit=1)[-1])


def _gender_agrees(words: Words, chain: Chain, name: Found) -> bool:
    """Whether "Mrs" or "Mr" before a surname suits the given name of a person."""
    if name.title is None and not (name.first and words.text[name.first - 1] in vocabulary().honorific):
        return True
    word = words.text[name.title[1] if name.title else name.first - 1]
    wanted, gender = vocabulary().honorific.get(word, ""), gender_of(chain)
    return not wanted or not gender or wanted == gender


def _relative_of_another(words: Words, chain: Chain) -> bool:
    """Whether a person comes in as somebody's kin ("his brother Karl Dunn"), and so seldom owns the bare surname."""
    first = min(chain.names, key=lambda n: n.start).first
    return any(words.lower[k] in vocabulary().kin for k in range(max(first - 3, 0), first))


def _initialled(chains: list[Chain]) -> None:
    """Give "L Dunn" to "Luke Dunn", if he is the only one."""
    people = [c for c in chains if not c.merged and c.names and len(c.names[0].text.split()) > 1]
    for chain in people:
        parts = chain.names[0].text.split()
        if len(parts) != 2 or len(parts[0].strip(".")) != 1:
            continue
        fits = [
            c
            for c in people
            if c is not chain and c.type == "person" and _matches_initial(c.names[0].text.split(), parts)
        ]
        if len(fits) == 1:
            fits[0].take(chain)


def _matches_initial(full: list[str], short: list[str]) -> bool:
    return full[-1] == short[-1] and full[0][0] == short[0][0] and len(full[0]) > 2


def short_organizations(words: Words, chains: list[Chain]) -> None:
    """Give "Kemsley" to "Kemsley Holdings Plc", "Foreign Office" to "British Foreign Office"."""
    full: dict[str, list[Chain]] = {}
    towns: list[Chain] = []
    for chain in chains:
        parts = chain.names[0].text.removeprefix("The ").split() if chain.names else []
        if len(parts) > 1 and chain.type in ("organization", "product", "work", "facility", "other", "law_or_treaty"):
            full.setdefault(parts[0], []).append(chain)
            full.setdefault(parts[-1], []).append(chain)
    for chain in chains:
        if chain.merged or not chain.names or (chain.known and not chain.key.startswith("seat:")):
            continue
        text = chain.names[0].text
        parts = text.removeprefix("The ").split()
        near = [*full.get(parts[0], ()), *full.get(parts[-1], ())]
        fits = [c for c in near if c is not chain and not c.merged and _short_form(text, c.names[0].text, c.type)]
        fits = [c for c in fits if c.names[0].text.split()[-1] in vocabulary().suffixes] or fits
        if len({c.key for c in fits}) != 1:
            continue
        if _made_by(chain, fits[0]) or (chain.type == "organization" and fits[0].type == "product"):
            continue  # "Red Hill Server" is what Red Hill makes
        if chain.type in ("place", "person") and not _looks_like_the_organization(words, chain):
            continue
        if fits[0].type == "organization" and (town := _passed_through(words, chain)) is not None:
            towns.append(town)
        fits[0].take(chain)
    chains.extend(towns)


def _passed_through(words: Words, chain: Chain) -> Chain | None:
    """The town of a club's name where somebody moves through it, taken out of the chain: "paraded through Kemsley"."""
    passed = [k for k, name in enumerate(chain.names) if _is_passed(words, name)]
    if not passed or len(passed) == len(chain.names) or len(chain.names) != len(chain.spots):
        return None
    town = Chain(f"town:{chain.key}", "place")
    for k in reversed(passed):
        town.names.insert(0, chain.names.pop(k))
        town.add(chain.spots.pop(k))
    town.spots.reverse()
    chain.first = min(spot.start for spot in chain.spots)
    return town


def _is_passed(words: Words, name: Found) -> bool:
    if not name.first or words.lower[name.first - 1] not in ("through", "across", "around"):
        return False
    return words.lemma[words.head[name.first - 1]] in lexicon("places")["words"]["passes"]


SELDOM = 3
"""So many times oftener than the longer name, a name that stood first is no short form of it."""


def _made_by(short: Chain, full: Chain) -> bool:
    """Whether the longer name is more likely a thing of the maker known before: "Orion" thrice, then "Orion Swift".

    News gives the full name of a body first, its short form later; only a headline goes before it.
    """
    last = full.names[0].text.split()[-1]
    told = sum(name.start < full.first for name in short.names)
    if told >= SELDOM and len(short.names) >= 5 * len(full.names) and last not in vocabulary().suffixes:
        return True
    known_body = last in vocabulary().suffixes or last in vocabulary().org_last or last in vocabulary().media
    often = told > 0 and len(short.names) >= SELDOM * len(full.names)
    return (told > 1 or often) and not known_body and full.names[0].text.split()[0] == short.names[0].text


def _short_form(short: str, full: str, kind: str) -> bool:
    v = vocabulary()
    a, b = short.removeprefix("The ").split(), full.removeprefix("The ").split()
    if len(a) >= len(b):
        return False
    if b[len(a) : len(a) + 1] and b[len(a)][0].isdigit():
        return False  # "Orion 5" is what Orion makes
    if b[: len(a)] == a and a[-1] not in ("of", "the", "and", "&"):
        rest = b[len(a) :]
        if len(a) == 1 and (
            a[0] in v.org_first or a[0] in v.honorific or a[0] in v.org_last or by_words(short) == "place"
        ):
            return False
        return (kind == "organization" and rest[0] not in ("of", "for", "in") and not cities_of(a)) or rest[
            0
        ] in v.suffixes
    if b[-len(a) :] == a and b[0] in v.other_first:
        return True  # "Lorenzo" of "Hurricane Lorenzo"
    if b[-len(a) :] == a and kind == "organization":
        return len(a) > 1 or a[0] in v.clubs or a[0] in v.media or (b[0].isupper() and b[0] in v.org_first)
    return False


def cities_of(parts: list[str]) -> bool:
    """Whether these words are the name of a large city, which an organisation of that name is not."""
    found = cities(" ".join(parts))
    return bool(found) and found[0].thousands >= 100


def _looks_like_the_organization(words: Words, chain: Chain) -> bool:
    placed = sum(
        n.first > 0 and words.lower[n.first - 1] in ("in", "at", "through", "near", "from", "to") for n in chain.names
    )
    return placed * 2 < len(chain.names)


def gender_of(chain: Chain) -> str:
    """The gender of a person by the given name; empty where it tells none."""
    v = vocabulary()
    for name in chain.names:
        first = re.split(r"[\s\-]", name.text)[0]
        if " " in name.text and v.given.get(first):
            return v.given[first]
    lone = {n.text for n in chain.names if " " not in n.text}
    found = {v.given[t] for t in lone if v.given.get(t)}
    return found.pop() if len(found) == 1 else ""
