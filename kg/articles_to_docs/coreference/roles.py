"""Titles, appositions and copulas that give a person a role: "envoy Dan Holt", "Holt is the envoy"."""

from __future__ import annotations

from collections.abc import Mapping

from kg.articles_to_docs.coreference.nominals import Nominal
from kg.articles_to_docs.names.chains import Chain, RoleWords, Spot
from kg.articles_to_docs.names.gazetteer import american_state
from kg.articles_to_docs.names.titles import title_before
from kg.articles_to_docs.names.vocabulary import actor_nouns, vocabulary
from kg.articles_to_docs.names.words import Words


def attach_titles(words: Words, chains: list[Chain]) -> set[int]:
    """Record the titles before names as roles of their chains; gives the tokens of those titles."""
    used: set[int] = set()
    for chain in chains:
        if chain.type != "person":
            continue
        for name in chain.names:
            chain.roles.extend(_age(words, name.last))
            titles = [(name.title or title_before(words, name.first), name.first - 1)]
            if name.title:
                titles.append((title_before(words, name.title[0]), name.title[0] - 1))
            for title, until in titles:
                if title is None:
                    continue
                chain.roles.append(role_of(words, title[0], until, _office_of(words, *title)))
                gender = vocabulary().honorific.get(words.text[title[1]]) or _noun_gender(words, title[1])
                chain.gender = gender or chain.gender
                used.update(range(title[0], title[1] + 1))
    return used


def _office_of(words: Words, first: int, last: int) -> int:
    """The office of a title: its last word, or the one before "of": "Secretary of State"."""
    office = vocabulary().office
    return next(
        (k - 1 for k in range(first + 1, last) if words.lower[k] == "of" and words.lower[k - 1] in office), last
    )


def _age(words: Words, last: int) -> list[RoleWords]:
    """The role of "the 54-year-old" that "Maria Lund, 54," gives."""
    if (
        last + 2 < len(words.text)
        and words.text[last + 1] == ","
        and words.text[last + 2].isdigit()
        and len(words.text[last + 2]) == 2
    ):
        return [RoleWords("year-old", frozenset({words.text[last + 2], "year"}), last + 2)]
    return []


def _noun_gender(words: Words, i: int) -> str:
    noun = actor_nouns().get(words.lower[i])
    return noun.gender if noun else ""


def role_of(words: Words, first: int, last: int, head: int) -> RoleWords:
    """The role that a noun phrase names."""
    around = frozenset(
        words.lower[k] for k in range(first, last + 1) if k != head and words.pos[k] in ("NOUN", "PROPN", "ADJ", "NUM")
    )
    noun = words.lemma[head].lower() if words.pos[head] != "PROPN" else words.lower[head]
    noun = noun[:-1] if noun not in vocabulary().office and noun[:-1] in vocabulary().office else noun
    return RoleWords(noun, around, head)


def named_by(words: Words, nominal: Nominal, at_head: dict[int, Chain]) -> Chain | None:
    """The chain whose name a nominal stands in apposition to, or is said to be; None if there is none.

    "Dan Holt, the envoy", "the envoy, Dan Holt", "her brother Karl", "Dan Holt is the envoy".
    """
    i = nominal.head
    if words.dep[i] in ("appos", "compound", "nmod"):
        chain = at_head.get(words.head[i])
        if chain is not None and _fits(nominal, chain) and not (words.dep[i] != "appos" and chain.type != "person"):
            return chain
    if words.dep[i] == "conj" and words.dep[words.head[i]] == "appos" and words.pos[words.head[i]] == "NOUN":
        chain = at_head.get(words.head[words.head[i]])  # "NAME, his wife and the chairwoman"
        if chain is not None and chain.person and not nominal.plural and _fits(nominal, chain):
            return chain
    if nominal.complement and (nominal.type == "place" or nominal.noun == "state") and not nominal.plural:
        of = next(c for c in words.children[i] if words.dep[c] == "prep" and c == i + 1)
        for child in words.children[of]:
            if child in at_head and at_head[child].type in ("place", "other", "facility") and at_head[child].names:
                return at_head[child]
    set_off = _set_off(words, nominal, at_head)
    if set_off is not None:
        return set_off
    for child in words.children[i]:
        listed = any(words.dep[k] in ("cc", "conj") for k in words.children[child])
        if words.dep[child] == "appos" and not listed:
            for named in (child, *(c for c in words.children[child] if words.dep[c] == "appos" and c > child)):
                if named in at_head and _fits(nominal, at_head[named]):  # "her husband, the conductor Karl Dunn"
                    return at_head[named]
    return (
        said_to_be(words, nominal, at_head)
        or _name_right_after(words, nominal, at_head)
        or _fronted(words, nominal, at_head)
        or _joined_title(words, nominal, at_head)
    )


def said_to_be(words: Words, nominal: Nominal, at_head: Mapping[int, Chain]) -> Chain | None:
    """Who is said to be what a nominal tells: "Holt is the envoy", "who was head of research"."""
    verb = words.head[nominal.head]
    if words.dep[nominal.head] != "attr" or words.lemma[verb] not in ("be", "become"):
        return None
    below = words.children[verb]
    subject = next((c for c in below if words.dep[c] == "nsubj"), None)
    if subject is None and words.dep[verb] == "conj":  # "was a critic and has been mayor"
        subject = next((c for c in words.children[words.head[verb]] if words.dep[c] == "nsubj"), None)
    if subject is None or subject not in at_head or any(words.dep[c] == "neg" for c in below):
        return None
    if words.pos[subject] == "PRON" and (_is_supposed(words, verb) or not at_head[subject].person):
        return None
    fits = _fits(nominal, at_head[subject]) and nominal.determiner not in ("no", "any")
    return at_head[subject] if fits else None


def _is_supposed(words: Words, verb: int) -> bool:
    """Whether what somebody is said to be is only thought of: "she would be", "if he were"."""
    if words.lower[verb] in ("were", "be"):
        return True
    return any(words.tag[c] == "MD" or words.lower[c] in ("if", "unless", "whether") for c in words.children[verb])


def _set_off(words: Words, nominal: Nominal, at_head: dict[int, Chain]) -> Chain | None:
    """Who is named between commas behind an office: "the mayor of Alder, Ana Ruiz, …"."""
    comma = nominal.last + 1
    if nominal.plural or not nominal.definite or not nominal.kind.office or comma + 2 >= len(words.text):
        return None
    for k in range(comma + 1, min(comma + 5, len(words.text) - 1)):
        chain = at_head.get(k)
        if chain is not None and words.text[comma] == ",":
            spot = next((s for s in chain.spots if s.head == k), None)
            starts = spot is not None and spot.kind == "name" and spot.start == words.start[comma + 1]
            twice = words.dep[nominal.head] == words.dep[k] == "nsubj" and words.head[nominal.head] == words.head[k]
            closed = words.text[k + 1] == "." or (words.text[k + 1] == "," and not _lists(words, k))
            return chain if starts and chain.person and (twice or closed) else None
    return None


def _lists(words: Words, i: int) -> bool:
    """Whether a list goes on behind the comma after a name."""
    if i + 3 >= len(words.text):
        return False
    return words.pos[i + 2] == "PROPN" or (words.lower[i + 2] == "and" and words.dep[i + 3] not in ("det", "poss"))


def _joined_title(words: Words, nominal: Nominal, at_head: dict[int, Chain]) -> Chain | None:
    """The bearer of two titles: "party leader and Prime Minister Ana Ruiz"."""
    bare = nominal.determiner in ("", "the") and nominal.possessor is None and not nominal.plural
    link = nominal.last + 1
    if not bare or not nominal.kind.office or link + 2 >= len(words.text) or words.lower[link] != "and":
        return None
    for k in range(link + 2, min(link + 7, len(words.text))):
        chain = at_head.get(k)
        spot = next((s for s in chain.spots if s.head == k), None) if chain is not None else None
        if chain is not None and spot is not None and spot.kind == "name" and chain.person:
            title = next((t for t in range(link + 1, k) if words.start[t] >= spot.start), k) - 1
            return chain if title > link and words.lower[title] in vocabulary().office else None
        if words.pos[k] not in ("PROPN", "NOUN", "ADJ"):
            return None
    return None


def _fronted(words: Words, nominal: Nominal, at_head: dict[int, Chain]) -> Chain | None:
    """Who is named behind a description that opens a sentence: "A native of Lisbon and a veteran, Ana Ruiz gave …"."""
    if nominal.plural or nominal.determiner not in ("a", "an") or nominal.kind.type != "person":
        return None
    first = words.sentence_starts[words.sentence[nominal.head]]
    if any(words.pos[k] in ("VERB", "AUX") or words.text[k] == "," for k in range(first, nominal.last + 1)):
        return None
    if not (nominal.first == first or (words.dep[nominal.head] == "conj" and words.lower[nominal.first - 1] == "and")):
        return None
    comma = next(
        (k for k in range(nominal.last + 1, min(nominal.last + 12, len(words.text))) if words.text[k] == ","), None
    )
    if comma is None or any(words.pos[k] in ("VERB", "AUX") for k in range(nominal.last, comma)):
        return None
    for k in range(comma + 1, min(comma + 5, len(words.text))):
        chain = at_head.get(k)
        if chain is not None:
            named = chain.person and chain.names and words.pos[comma + 1] == "PROPN"
            return chain if named and words.is_subject(k) | (words.dep[k] == "appos") else None
    return None


def _name_right_after(words: Words, nominal: Nominal, at_head: dict[int, Chain]) -> Chain | None:
    """A name right behind its kind, whatever the parse: "the weekly El Eco", "the chief executive of Orvo Ana Ruiz"."""
    end = nominal.last if nominal.kind.office else nominal.head
    for chain_head in (end + 1, end + 2, end + 3):
        chain = at_head.get(chain_head)
        if chain is None:
            continue
        spot = next((s for s in chain.spots if s.head == chain_head), None)
        if spot is None or spot.kind != "name" or not words.full[words.end[end] : spot.start].isspace():
            return None
        if words.sentence[chain_head] != words.sentence[end]:
            return None
        if nominal.plural or chain.type in ("country", "group"):
            return None
        same = nominal.type == chain.type or (
            nominal.type in ("organization", "work") and chain.type in ("organization", "work", "other", "product")
        )
        return chain if same or chain.type == "other" else None
    return None


def _fits(nominal: Nominal, chain: Chain) -> bool:
    if nominal.plural != bool(chain.plural) and chain.type != "organization":
        return False
    if chain.type == "person":
        return (
            nominal.kind.type == "person"
            and not nominal.plural
            and (not nominal.kind.gender or not chain.gender or nominal.kind.gender == chain.gender)
        )
    if chain.type in ("country", "place", "facility"):
        return nominal.type in ("place", "facility", "organization") and not nominal.plural
    if chain.type == "group":
        return nominal.type == "group"
    return nominal.kind.type != "person" and not nominal.plural


def give_role(words: Words, nominal: Nominal, chain: Chain) -> None:
    """Make a nominal a mention and a role of a named chain."""
    chain.add(Spot(words.start[nominal.first], words.end[nominal.last], nominal.head, "nominal"))
    chain.roles.append(role_of(words, nominal.first, nominal.last, nominal.head))
    if nominal.noun == "state" and chain.known is None and chain.names:
        chain.known = american_state(chain.names[0].text)  # "the state of Washington"
    if chain.type == "other" and nominal.type in ("organization", "work", "facility", "place", "product", "person"):
        chain.type = nominal.type
    chain.gender = chain.gender or nominal.kind.gender
