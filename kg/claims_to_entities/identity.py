"""Who is meant by a name, decided block by block: a block of one name looks at its own counts and at no other article.

Careful on purpose: what shares an identifier or a full name is one unless something speaks against it; a family name
or an acronym joins the only full name it can mean, or one told far more often; what is merely described ("nine
soldiers") stays with its article. Where a choice depends on how often something is told, only the order of magnitude
counts (the bit length of the count), so that a store of any size changes its mind seldom.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass

from kg.claims_to_entities.containing import containing_state
from kg.claims_to_entities.ledger import Entry, Gift, Ledger, entry, gift_of
from kg.claims_to_entities.naming import FIXED, FORM, GENERATION, ID, Naming, country_key, is_named

# A short name goes to the bearer told this many powers of two more often than any other: families share a name by
# nature, companies by chance.
LEADS, LEADS_OF_BODY = 2, 1
_OWNED = re.compile(r"^(?:my|our|your|his|her|its|their)\s+(?=\w)", re.IGNORECASE)


def named_gift(article: str, namings: Iterable[Naming]) -> Gift:
    """What an article tells about names, by block, bearer and identifier."""
    entries: list[Entry] = []
    for naming in namings:
        if not naming.block or naming.block.startswith(FIXED):
            continue
        block, mark = naming.block, naming.mark
        entries += [entry(f"name:{block}", "mark", mark), entry(f"@home:{block}\t{mark}", "@", article)]
        if mark.startswith(ID):
            entries.append(entry(_id_key(block, mark), "block", block))
        for bare in naming.bare:
            entries += [entry(f"bearer:{bare}", "block", block), entry(f"name:{block}", "bare", bare)]
    return gift_of(entries)


def rehome(ledger: Ledger, dirty: Iterable[str]) -> set[str]:
    r"""Decide anew whom the names of the changed blocks mean; the keys of the results that changed.

    ``dirty`` are keys of the ledger. A result ``home:<block>\t<mark>`` is the key of a cluster, "" for one of the
    article's own.
    """
    work = {key.partition(":")[2] for key in dirty if key.startswith(("name:", "bearer:"))}
    work |= {b for key in dirty if key.startswith("id:") for b in _values(ledger, key, "block")}
    changed: set[str] = set()
    done: set[str] = set()
    while work:
        block = min(work)
        work.discard(block)
        moved = _rehome(ledger, block)
        changed |= moved
        if moved or block not in done:
            done.add(block)
            marks = _values(ledger, f"name:{block}", "mark")
            sharing = {b for m in marks if m.startswith(ID) for b in _values(ledger, _id_key(block, m), "block")}
            work |= (sharing | set(_values(ledger, f"name:{block}", "bare"))) - done
    return changed


def _rehome(ledger: Ledger, block: str) -> set[str]:
    marks = set(_values(ledger, f"name:{block}", "mark"))
    known = {key.rpartition("\t")[2] for key, _ in ledger.results(f"home:{block}\t")}
    homes = {mark: _home(ledger, block, mark) for mark in marks}
    keys = {mark: f"home:{block}\t{mark}" for mark in marks | known}
    return {keys[mark] for mark in sorted(marks | known) if ledger.keep(keys[mark], homes.get(mark))}


def _values(ledger: Ledger, key: str, aspect: str) -> dict[str, int]:
    return {json.loads(v): n for v, n in ledger.counts(key, aspect).items()}


def _id_key(block: str, mark: str) -> str:
    """Where the names of an identifier are counted: for each family of types, but the user may join any two things."""
    return f"id:{mark}" if mark.startswith(f"{ID}user:") else f"id:{block.partition('|')[0]}|{mark}"


def _split(ledger: Ledger, block: str) -> tuple[bool, list[str]]:
    """Whether a name has several bearers, and the identifiers it is told with."""
    marks = _values(ledger, f"name:{block}", "mark")
    ids, forms = ([m for m in marks if m.startswith(sign)] for sign in (ID, FORM))
    return len(ids) > 1 or len(forms) > 1, ids


def _home(ledger: Ledger, block: str, mark: str) -> str:
    split, ids = _split(ledger, block)
    if mark.startswith(ID):
        return _of_id(ledger, block, mark)
    if mark.startswith(GENERATION) or (split and mark):
        return f"{block}#{mark}"
    if split:
        return block
    if ids:
        return _of_id(ledger, block, ids[0])
    owner = _owner(ledger, block)
    if owner:
        apart, linked = _split(ledger, owner)
        return owner if apart or not linked else _of_id(ledger, owner, linked[0])
    return "" if block.startswith("person|") and " " not in block else block


def _of_id(ledger: Ledger, block: str, mark: str) -> str:
    """The cluster of an identifier: the name it is told by most, with the identifier if that name has several."""
    names = _values(ledger, _id_key(block, mark), "block")
    first = min(names, key=lambda b: (-names[b].bit_length(), -len(b), b))
    return f"{first}#{mark}" if _split(ledger, first)[0] else first


def _owner(ledger: Ledger, block: str) -> str | None:
    """The full name that a short one stands for: the only one, or one told far more often than all others.

    A family name that no person bears in full may be a body, taken for a person.
    """
    known = _values(ledger, f"bearer:{block}", "block")
    alike = {b for b in known if b.partition("|")[0] == block.partition("|")[0]}
    bearers = {b: n for b, n in known.items() if b != block and (b in alike or not alike)}
    ranked = sorted(((n.bit_length(), b) for b, n in bearers.items()), key=lambda x: (-x[0], x[1]))
    leads = LEADS if block.startswith("person|") else LEADS_OF_BODY
    if not ranked or (len(ranked) > 1 and ranked[0][0] < ranked[1][0] + leads):
        return None
    return ranked[0][1]


@dataclass(frozen=True, slots=True)
class Home:
    """Where an entity of an article belongs: the key of its cluster, and whether a shorter name brought it there."""

    naming: Naming
    key: str
    short: bool


def homes(ledger: Ledger, namings: Iterable[Naming]) -> tuple[Home, ...]:
    """The cluster key of every entity of one article. What the article keeps apart from its full name stays apart."""
    given = list(namings)
    firm = {_looked_up(ledger, n) for n in given if n.bare or " " in n.block}
    found = []
    for n in given:
        key = _looked_up(ledger, n)
        own = bool(key) and (key == n.block or key.startswith(f"{n.block}#") or bool(n.mark))
        short = bool(key) and not own
        if short and n.block.startswith("person|") and key in firm:
            key, short = "", False
        found.append(Home(n, key or n.local, short))
    return tuple(found)


def _looked_up(ledger: Ledger, naming: Naming) -> str:
    if not naming.block or naming.block.startswith(FIXED):
        return naming.block
    return ledger.result(f"home:{naming.block}\t{naming.mark}") or ""


def cluster_gift(article: str, found: Iterable[Home]) -> Gift:
    """What an article tells about each cluster: names, types, links, what it speaks for, and that it is told of."""
    entries: list[Entry] = []
    for home in found:
        entity, key = home.naming.entity, f"cluster:{home.key}"
        named = is_named(entity)
        plain = entity.name.removeprefix("the ")
        if not named:
            plain = _OWNED.sub("", plain)  # "its source" says nothing outside its sentence
        entries += [entry(key, "type", entity.type), entry(f"@{key}", "@", article)]
        entries.append(entry(key, "alias" if home.short else "name", plain))
        if named:
            entries += [entry(key, "named", True)]
            entries += [entry(key, "alias", n) for n in {entity.name, *entity.aliases}]
        entries += [entry(key, "same", iri) for iri in entity.same_as]
        entries += [entry(key, "reason", r) for r in home.naming.why or (_reason(home),)]
        if entity.stands_for and (country := country_key(entity.stands_for)):
            entries += [entry(key, "stands", country)]
            entries += [entry(f"cluster:{country}", "spoken", True), entry(f"@cluster:{country}", "@", article)]
        if state := containing_state(entity.type, entity.same_as):
            entries.append(entry(f"cluster:{country_key(state.code)}", "contains", True))
    return gift_of(entries)


def _reason(home: Home) -> str:
    """Why an entity belongs to its cluster, the same words for all that belong for one reason."""
    name, mark = home.naming.entity.name, home.naming.mark
    if home.key.startswith("local|"):
        return f'"{name}" stays with its article'
    if home.short:
        return f'"{name}" can mean no other bearer of a full name here'
    if home.key.startswith("country|="):
        return f'"{name}" is a name of this country'
    if mark.startswith(ID):
        return f'"{name}" has the identifier {mark[1:]}'
    return f'"{name}" is this full name'
