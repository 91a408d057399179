"""When two names are one name: folding of case, accents and articles, and what may never be folded away."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import Any

from kg.ontology import lexicon

# Words shorter than this are too short for two spellings of them to be taken for one name.
LONG_TOKEN = 5


@dataclass(frozen=True, slots=True)
class NameKey:
    """What is compared of a name: ``core`` must be equal, ``variant`` must not differ where both names have one."""

    core: str
    variant: str = ""


@cache
def words(section: str, key: str) -> frozenset[str]:
    """One word list of the identity lexicon, as a set."""
    return frozenset(lexicon("identity")[section][key])


@cache
def family(entity_type: str) -> str:
    """The family of types within which equal names may be one thing; a type unknown to the lexicon stands alone.

    >>> family("facility"), family("person")
    ('place', 'person')
    """
    families: dict[str, Any] = lexicon("identity")["families"]
    return next((name for name, types in families.items() if entity_type in types), entity_type)


@cache
def fold(name: str) -> str:
    """A name without case, accents, punctuation and leading article, in plain words.

    >>> fold("The Łódź Evening-Post"), fold("O’Brien & Søn")
    ('lodz evening post', 'obrien son')
    """
    from rigour.text import ascii_text  # noqa: PLC0415 - a compiled library, not needed to import kg

    plain = ascii_text(unicodedata.normalize("NFKC", name)).casefold()
    plain = re.sub(r"['’`.\"]", "", plain)
    plain = " ".join(re.findall(r"\w+", plain))
    return re.sub(r"^the (?=.)", "", plain) or unicodedata.normalize("NFKC", name).casefold().strip()


def name_key(name: str, entity_type: str) -> NameKey:
    """The part of a name that says who it is, and the part that may be left out but not contradicted.

    >>> name_key("Vela Shipping Ltd.", "organization")
    NameKey(core='vela shipping', variant='ltd')
    >>> name_key("Ana B. Ruiz Jr.", "person")
    NameKey(core='ana ruiz', variant='b jr')
    """
    tokens = fold(name).split()
    if family(entity_type) == "person":
        kept, dropped = _person_parts(tokens)
    elif family(entity_type) == "organization":
        kept, dropped = _company_parts(tokens)
    else:
        kept, dropped = tokens, []
    return NameKey(" ".join(kept or tokens), " ".join(dropped))


def _person_parts(tokens: list[str]) -> tuple[list[str], list[str]]:
    """Middle initials and generational marks apart from the name itself."""
    marks = words("generations", "marks")
    last = len(tokens) - 1
    while last > 0 and tokens[last] in marks:
        last -= 1
    dropped = [t for i, t in enumerate(tokens) if i > last or (0 < i < last and len(t) == 1)]
    kept = [t for i, t in enumerate(tokens) if i <= last and not (0 < i < last and len(t) == 1)]
    return kept, dropped


def _company_parts(tokens: list[str]) -> tuple[list[str], list[str]]:
    """Corporate forms at the end apart from the name itself."""
    end = len(tokens)
    while end > 1 and tokens[end - 1] in words("corporate", "forms"):
        end -= 1
    same: dict[str, str] = lexicon("identity")["corporate"]["same"]
    return tokens[:end], [same.get(t, t) for t in tokens[end:]]


@cache
def skeleton(core: str) -> str:
    """A folded name of a person with the differences between transliterations taken out; equal means one name.

    Short words and first letters stay as they are, and a final "a" always counts: Petrov and Petrova are two people.

    >>> skeleton("serhiy kovalskyy") == skeleton("serhij kovalsky"), skeleton("jon smith") == skeleton("john smith")
    (True, False)
    >>> skeleton("maria petrova") == skeleton("maria petrov"), skeleton("sergei orlov") == skeleton("sergey orlov")
    (False, True)
    >>> skeleton("bill hartmann") == skeleton("william hartmann"), skeleton("ana bill") == skeleton("ana william")
    (True, False)
    """
    first, *rest = core.split() or [""]
    nicknames: dict[str, str] = lexicon("identity")["nicknames"] if rest else {}
    return " ".join(_latinised(word) for word in (nicknames.get(first, first), *rest))


@cache
def _latinised(word: str) -> str:
    known: dict[str, str] = {v: names[0] for names in lexicon("identity")["given"]["names"] for v in names}
    if word in known:
        return known[word]
    if len(word) < LONG_TOKEN:
        return word
    rules: list[list[str]] = lexicon("identity")["transliteration"]["rules"]
    name = word
    for seen, plain in rules:
        name = name.replace(seen, plain)
    for seen, plain in lexicon("identity")["transliteration"]["endings"]:
        name = name.removesuffix(seen) + plain if name.endswith(seen) else name
    return word[0] + re.sub(r"(.)\1", r"\1", name)[1:]


def is_acronym_of(short: str, full: str) -> bool:
    """Whether an all-capitals name is made of the initials of a full one, small words aside.

    >>> is_acronym_of("OPW", "Office of Public Works"), is_acronym_of("Council", "Council of Towns")
    (True, False)
    """
    letters = re.sub(r"[.\s]", "", short)
    if len(letters) < 2 or not letters.isupper():
        return False
    initials = [w[0].upper() for w in re.findall(r"\w+", full)]
    capitals = [w[0] for w in re.findall(r"\w+", full) if w[0].isupper()]
    return len(initials) > 1 and list(letters) in (initials, capitals)


def slug(label: str) -> str:
    """A readable local name for an IRI, at most 80 characters: NFKC, quotes and full stops dropped, other runs to "_".

    >>> slug("St. Mary's – North"), slug("Ærø")
    ('St_Marys_North', 'Ærø')
    """
    text = re.sub(r"[.'’‘\"“”`]", "", unicodedata.normalize("NFKC", label))
    return re.sub(r"[^\w-]+", "_", text).strip("_-")[:80].strip("_-") or "entity"
