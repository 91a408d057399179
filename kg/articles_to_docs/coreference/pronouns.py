"""Third-person and relative pronouns: who "he", "their", "it" and "who" are, by agreement, nearness and subjecthood.

Search follows Hobbs (1978) in outline: earlier mentions of the same sentence, subject first and left to right, then the
sentences before, nearest first. Without a candidate that agrees, or where "it" is impersonal, nothing is resolved.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.articles_to_docs.coreference.before import Before
from kg.articles_to_docs.coreference.clauses import governors, governs, predicated
from kg.articles_to_docs.coreference.leads import ahead_of, first_of_list
from kg.articles_to_docs.coreference.rivals import THEY
from kg.articles_to_docs.coreference.salience import most_salient
from kg.articles_to_docs.coreference.speech import SAYING, added, added_by, speakers
from kg.articles_to_docs.names.chains import Chain, Spot
from kg.articles_to_docs.names.words import SUBJECTS, Words
from kg.ontology import lexicon

HE = frozenset({"he", "him", "his", "himself"})
SHE = frozenset({"she", "her", "hers", "herself"})
IT = frozenset({"it", "its", "itself"})
RELATIVE = frozenset({"who", "which", "that", "whose", "whom"})
REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})
FAR = 60
"""Sentences over which the only man or woman of a page stays in mind."""
BACK = {"he": 4, "it": 1, "they": 2}
RAISING = frozenset({"seem", "appear", "happen", "turn", "rain", "snow", "take", "remain", "matter", "imply", "mean"})
COPULAS = frozenset({"be", "feel", "become", "look", "sound", "get"})
DEEMING = frozenset({"make", "find", "consider", "think", "deem", "call", "believe"})
ANSWERS = frozenset({"deny", "plead", "confess", "dispute", "retort"})
"""What the accused does as readily as the one who accuses: "Lund accused Holt of theft. He denied it."."""


def find_pronouns(words: Words) -> Iterator[tuple[int, str]]:
    """Token and class (he, she, it, they, relative) of every pronoun handled here, in text order."""
    for i, word in enumerate(words.lower):
        if word in HE:
            yield i, "he"
        elif word in SHE:
            yield i, "she"
        elif word in THEY:
            yield i, "they"
        elif word in IT:
            if not impersonal(words, i):
                yield i, "it"
        elif word in RELATIVE and words.tag[i] in ("WP", "WDT", "WP$"):
            yield i, "relative"


def impersonal(words: Words, i: int) -> bool:
    """Whether an "it" stands for nobody: "it is clear that", "it seems", "it rained"."""
    if words.lower[i] != "it":
        return False
    verb = words.head[i]
    if words.dep[i] == "dobj" and words.lemma[verb] in ("do", "make", "mean", "say"):
        return True
    if words.dep[i] == "expl" or words.lemma[verb] in RAISING:
        return True
    if words.dep[i] == "nsubj" and words.dep[verb] == "ccomp" and words.lemma[words.head[verb]] in DEEMING:
        return words.pos[verb] in ("ADJ", "NOUN")  # "make it clear", "consider it an insult"
    if words.lemma[verb] in COPULAS or words.dep[i] == "nsubjpass":
        clause = any(
            words.dep[c] in ("ccomp", "xcomp", "advcl", "csubj", "relcl") and c > verb for c in words.children[verb]
        )
        attribute = [c for c in words.children[verb] if words.dep[c] in ("acomp", "attr") and c > verb]
        if words.quoted[i] and attribute:  # "It's not a pleasant sight": what was said before, not a thing
            return True
        if any(words.pos[k] == "PROPN" and words.dep[k] == "attr" for k in attribute):  # "it was Holt who"
            return True
        deeper = any(words.dep[k] in ("ccomp", "xcomp", "relcl", "acl") for c in attribute for k in words.children[c])
        return clause or deeper
    return False


def antecedent(words: Words, i: int, at_head: dict[int, Chain]) -> Chain | None:
    """The chain a relative pronoun takes up: the noun its clause hangs on."""
    verb = words.head[i] if words.dep[i] != "poss" else words.head[words.head[i]]
    for _ in range(4):
        if words.dep[verb] == "relcl":
            noun = words.head[verb]
            if noun < i and noun in at_head:
                return at_head[noun] if _relative_fits(words.lower[i], at_head[noun]) else None
            return None
        if words.head[verb] == verb:
            return None
        verb = words.head[verb]
    return None


def _relative_fits(word: str, chain: Chain) -> bool:
    if word == "which" and chain.type == "person":
        return False
    if word in ("who", "whom"):
        return chain.type in ("person", "group", "organization", "other")
    return True


def resolve_pronoun(before: Before, i: int, kind: str) -> Chain | None:
    """The chain of a personal pronoun, None where it is not clear."""
    words = before.words
    here = words.sentence[i]
    reach = BACK.get("he" if kind == "she" else kind, 2)
    if words.lower[i] in REFLEXIVE:
        return _own_subject(words, i, kind, before.at_head)
    beside = first_of_list(words, i, before.at_head)
    if beside is not None and agrees(kind, beside):
        return beside
    if kind in ("he", "she"):
        speaker = added_by(before, i)
        if speaker is not None and agrees(kind, speaker):
            return speaker
    ahead = ahead_of(words, i, before.at_head)
    if ahead is not None and agrees(kind, ahead):
        return ahead
    found: dict[int, list[tuple[Spot, Chain]]] = {}
    speaking = speakers(before, i) if kind in ("he", "she") else ()
    adds = kind in ("he", "she") and words.dep[i] == "nsubj" and added(words, i)
    for spot, chain in before.within(i, reach):
        if adds and words.sentence[spot.head] == here and words.quoted[spot.head] == words.quoted[i - 2]:
            continue  # "Wor was dead, he added"
        if agrees(kind, chain) and _allowed(words, i, spot) and not any(chain is one for one in speaking):
            found.setdefault(here - words.sentence[spot.head], []).append((spot, chain))
    _leave_out_who_speaks_for_another(before, i, kind, found)
    for pairs in found.values():
        pairs.reverse()
    if kind in ("it", "they"):
        return most_salient(before, i, kind, found)
    # "a leader" in passing is taken only where nobody is named or acts
    main = {
        back: [(s, c) for s, c in pairs if sure_person(c) or words.dep[s.head] in SUBJECTS]
        for back, pairs in found.items()
    }
    if found.get(0) and not main.get(0) and not any(c.names for pairs in main.values() for _, c in pairs):
        main[0] = found[0]  # "an officer was surrounded; he drew …": nobody else is named
    answers = _answers(words, i)
    for back in range(reach + 1):
        choice = _choose(words, i, (main if any(main.values()) else found).get(back, []), back)
        if choice is not None:
            several = len({id(c) for _, c in found.get(back, ())}) > 1
            return None if back and several and answers else choice
    return _only_one(before, i, kind) if not any(found.values()) else None


def _only_one(before: Before, i: int, kind: str) -> Chain | None:
    """The only man or woman that the page names, where nobody stands near."""
    wanted, words = {"he": "m", "she": "f"}[kind], before.words
    if words.quoted[i]:
        return None
    named = {id(c): c for _, c in before.within(i, FAR) if c.person and sure_person(c)}
    fits = [c for c in named.values() if c.gender in ("", wanted)]
    return fits[0] if len(fits) == 1 and fits[0].gender else None


def _leave_out_who_speaks_for_another(
    before: Before, i: int, kind: str, found: dict[int, list[tuple[Spot, Chain]]]
) -> None:
    """Take a prosecutor, lawyer or spokesman out of the candidates in what they say, if somebody of that gender
    was the subject before: "Holt denies it. The prosecutor told the court that he had a key".
    """
    words, wanted = before.words, {"he": "m", "she": "f"}.get(kind)
    above = governors(words, i)
    teller = before.at_head.get(above[0]) if above else None
    if teller is None or words.lemma[words.head[above[0]]] not in SAYING or wanted is None:
        return
    agents = frozenset(lexicon("actors")["pointing"]["agent"])
    if all(role.noun not in agents for role in teller.roles):
        return
    told = [c for s, c in found.get(1, []) if words.is_subject(s.head) and c.gender == wanted and c.names]
    if any(c is not teller for c in told):
        found[0] = [(s, c) for s, c in found.get(0, []) if c is not teller]


def sure_person(chain: Chain) -> bool:
    """Whether a name is surely a human being's: of two words or more, with a gender, or with an office."""
    return any(" " in name.text for name in chain.names) or bool(chain.names and (chain.gender or chain.roles))


def agrees(kind: str, chain: Chain) -> bool:
    """Whether a chain can be meant by a pronoun of this class."""
    if kind == "he":
        return chain.person and chain.gender != "f"
    if kind == "she":
        return chain.person and chain.gender != "m"
    if kind == "it":
        return chain.type not in ("person", "group") and chain.plural is not True
    return chain.type in ("group", "organization") or chain.plural is True


def _allowed(words: Words, i: int, spot: Spot) -> bool:
    """Binding: "him" is not the subject of its own verb, and a quotation's "he" is not its speaker."""
    j = spot.head
    if words.head[i] == words.head[j] and words.dep[i] in ("dobj", "pobj", "dative") and words.dep[j] in SUBJECTS:
        return False
    if words.dep[i] == "pobj" and words.dep[j] in SUBJECTS and words.head[words.head[i]] == words.head[j]:
        return False
    if words.dep[i] == "poss" and words.head[i] == j:  # "his wife" is not him
        return False
    if predicated(words, i, j):
        return False
    if words.head[j] == words.head[i] and words.dep[j] == "conj":
        return False
    if words.quoted[j] and not words.quoted[i] and words.dep[i] in SUBJECTS and words.lemma[words.head[i]] in SAYING:
        return False  # "“Lund lied,” he said"
    if words.quoted[i] and not words.quoted[j] and words.sentence[i] == words.sentence[j]:
        return not (words.dep[j] in SUBJECTS and words.lemma[words.head[j]] in SAYING)
    return True


def _choose(words: Words, i: int, candidates: list[tuple[Spot, Chain]], back: int) -> Chain | None:
    if not candidates:
        return None
    outside = [(s, c) for s, c in candidates if words.quoted[s.head] == words.quoted[i]] or candidates
    gendered = [(s, c) for s, c in outside if c.gender]
    if gendered and len({id(c) for _, c in outside}) > 1:
        outside = gendered
    outside = [(s, c) for s, c in outside if words.dep[s.head] not in ("compound", "amod", "nmod")] or outside
    subjects = [(s, c) for s, c in outside if words.dep[s.head] in SUBJECTS]
    if back == 0:
        same_verb = [c for s, c in subjects if s.head < i and governs(words, s.head, i)]
        if same_verb:
            return same_verb[-1]
    if subjects:
        return subjects[-1][1] if back == 0 and words.dep[i] == "poss" else subjects[0][1]
    if back == 0 and words.dep[i] == "poss":
        return outside[-1][1]
    return outside[0][1]


def _answers(words: Words, i: int) -> bool:
    """Whether the one who undergoes or denies something may be whom the sentence before did it to, or its doer."""
    return words.dep[i] == "nsubjpass" or (words.dep[i] == "nsubj" and words.lemma[words.head[i]] in ANSWERS)


def _own_subject(words: Words, i: int, kind: str, at_head: dict[int, Chain]) -> Chain | None:
    verb = words.head[i]
    for _ in range(3):
        subject = next((c for c in words.children[verb] if words.dep[c] in SUBJECTS), None)
        if subject is not None:
            found = at_head.get(subject)
            return found if found is not None and agrees(kind, found) else None
        verb = words.head[verb]
    return None
