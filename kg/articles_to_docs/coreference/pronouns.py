"""Third-person and relative pronouns: who "he", "their", "it" and "who" are, by agreement, nearness and subjecthood.

Search follows Hobbs (1978) in outline: earlier mentions of the same sentence, subject first and left to right, then the
sentences before, nearest first. Without a candidate that agrees, or where "it" is impersonal, nothing is resolved.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.articles_to_docs.names.chains import Chain, Spot
from kg.articles_to_docs.names.words import SUBJECTS, Words

HE = frozenset({"he", "him", "his", "himself"})
SHE = frozenset({"she", "her", "hers", "herself"})
IT = frozenset({"it", "its", "itself"})
THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
RELATIVE = frozenset({"who", "which", "that", "whose", "whom"})
REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})
BACK = {"he": 4, "it": 1, "they": 2}
RAISING = frozenset({"seem", "appear", "happen", "turn", "rain", "snow", "take", "remain", "matter", "imply", "mean"})
SAYING = frozenset(
    {
        "say",
        "add",
        "tell",
        "claim",
        "warn",
        "write",
        "ask",
        "note",
        "argue",
        "insist",
        "deny",
        "explain",
        "announce",
        "state",
        "declare",
        "admit",
        "confirm",
        "report",
    }
)


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
    if words.lemma[verb] == "be" or words.dep[i] == "nsubjpass":
        clause = any(
            words.dep[c] in ("ccomp", "xcomp", "advcl", "csubj", "relcl") and c > verb for c in words.children[verb]
        )
        attribute = [c for c in words.children[verb] if words.dep[c] in ("acomp", "attr") and c > verb]
        if words.quoted[i] and attribute:  # "It's not a pleasant sight": what was said before, not a thing
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


def resolve_pronoun(
    words: Words, i: int, kind: str, mentions: list[tuple[Spot, Chain]], at_head: dict[int, Chain]
) -> Chain | None:
    """The chain of a personal pronoun. ``mentions`` are those before it in the text, in order."""
    here = words.sentence[i]
    reach = BACK.get("he" if kind == "she" else kind, 2)
    if words.lower[i] in REFLEXIVE:
        return _own_subject(words, i, kind, at_head)
    sentences: dict[int, list[tuple[Spot, Chain]]] = {}
    for spot, chain in reversed(mentions):
        number = words.sentence[spot.head]
        if here - number > reach:
            break
        sentences.setdefault(here - number, []).append((spot, chain))
    found = {
        back: [(s, c) for s, c in reversed(pairs) if agrees(kind, c) and _allowed(words, i, s)]
        for back, pairs in sentences.items()
    }
    if kind in ("he", "she"):  # "a leader" in passing is taken only where nobody is named or acts
        main = {
            back: [(s, c) for s, c in pairs if sure_person(c) or words.dep[s.head] in SUBJECTS]
            for back, pairs in found.items()
        }
        found = main if any(main.values()) else found
    for back in range(reach + 1):
        candidates = found.get(back, [])
        choice = _choose(words, i, kind, candidates, back)
        if choice is not None:
            return choice
        if kind == "it" and back == 0 and candidates:
            return None
    return None


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
    if words.head[j] == words.head[i] and words.dep[j] == "conj":
        return False
    if words.quoted[i] and not words.quoted[j] and words.sentence[i] == words.sentence[j]:
        return not (words.dep[j] in SUBJECTS and words.lemma[words.head[j]] in SAYING)
    return True


def _choose(words: Words, i: int, kind: str, candidates: list[tuple[Spot, Chain]], back: int) -> Chain | None:
    if not candidates:
        return None
    outside = [(s, c) for s, c in candidates if words.quoted[s.head] == words.quoted[i]] or candidates
    if kind == "they":
        plural = [(s, c) for s, c in outside if c.plural is True or c.type == "group"]
        outside = plural or (outside if back <= 1 else [])
    gendered = [(s, c) for s, c in outside if kind in ("he", "she") and c.gender]
    if gendered and len({id(c) for _, c in outside}) > 1:
        outside = gendered
    outside = [(s, c) for s, c in outside if words.dep[s.head] not in ("compound", "amod", "nmod")] or outside
    if not outside:
        return None
    subjects = [(s, c) for s, c in outside if words.dep[s.head] in SUBJECTS]
    if back == 0:
        same_verb = [c for s, c in subjects if s.head < i and _governs(words, s.head, i)]
        if same_verb:
            return same_verb[-1]
    if subjects:
        return subjects[-1][1] if back == 0 and words.dep[i] == "poss" else subjects[0][1]
    if kind == "it" and len({id(c) for _, c in outside}) > 1 and words.lower[i] == "it":
        return None
    if back == 0 and words.dep[i] == "poss":
        return outside[-1][1]
    return outside[0][1]


def _governs(words: Words, subject: int, i: int) -> bool:
    """Whether a subject's verb dominates the pronoun."""
    verb = words.head[subject]
    node = i
    for _ in range(12):
        node = words.head[node]
        if node == verb:
            return True
        if words.head[node] == node:
            return False
    return False


def _own_subject(words: Words, i: int, kind: str, at_head: dict[int, Chain]) -> Chain | None:
    verb = words.head[i]
    for _ in range(3):
        subject = next((c for c in words.children[verb] if words.dep[c] in SUBJECTS), None)
        if subject is not None:
            found = at_head.get(subject)
            return found if found is not None and agrees(kind, found) else None
        verb = words.head[verb]
    return None
