"""Cues in a clause of its own: modals, negation, adverbs and aspect on one verb."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from spacy.tokens import Doc, Token

from kg.articles_to_docs.reading import Reading
from kg.docs_to_claims.events.status.axes import Effect, words
from kg.docs_to_claims.events.syntax import child

CONTENT_PREPOSITIONS = frozenset(
    {"of", "for", "to", "on", "about", "against", "from", "over", "into", "at", "towards", "with"}
)
"""Prepositions whose object is what a plan, hope or threat is about; after others ("during") an event is a fact."""


def local(verb: Token, carried: Token | None = None) -> Iterator[Effect]:
    """Negation, hedging adverbs and modals of one verb. ``carried``: the event noun it carries, which tells its own
    "no" ("held no talks").
    """
    for c in verb.children:
        dep, word = c.dep_, c.lower_
        if _negates(c) or (c != carried and _negated_phrase(c)):
            yield "negative", word
        elif dep == "advmod" and word in words()["modifier"]:
            yield words()["modifier"][word], word
        elif dep == "advmod" and word == "reportedly":
            yield "probable", word
        elif dep == "advmod" and word == "longer" and any(g.lower_ == "no" for g in c.children):
            yield "negative", "no longer"
        elif dep == "mark" and word == "whether":
            yield "possible", word
        elif dep in ("mark", "advmod") and word in words()["words"]["if"]:
            likened = _likened(verb, c)
            yield ("possible" if verb.dep_ == "ccomp" or likened else "conditional"), word
    if asks_degree(verb):
        yield "possible", "to what extent"
    before = verb.doc[verb.i - 1] if verb.i else verb
    if before.lower_ == "not" and before.head != verb:
        yield "negative", "not"  # "moved, not withdrawn"
    if _is_rule(verb) or _by_law(verb):
        yield "generic", verb.lower_
    if _bare(verb):
        yield "desired", "bare form"
    if (verb.dep_ == "advcl" or (verb.dep_ == "ccomp" and verb.i < verb.head.i)) and _inverted(verb):
        yield "conditional", "inversion"
    yield from modals(verb)


def asks_degree(verb: Token) -> bool:
    """Whether a clause asks how far something is so, and thereby whether: "to what extent it armed the rebels"."""
    degree = next((c for c in verb.subtree if c.lower_ in ("extent", "degree") and 1 < c.i < verb.i), None)
    if degree is None or any(t.pos_ in ("VERB", "AUX") and t.head != verb for t in verb.doc[degree.i : verb.i]):
        return False
    return degree.nbor(-1).lower_ in ("what", "which") and degree.nbor(-2).lower_ == "to"


def _is_rule(verb: Token) -> bool:
    """Whether a verb lays down a rule, and nobody does: "players are required to …"."""
    anonymous = verb.tag_ == "VBN" and child(verb, "agent") is None and child(verb, "auxpass") is not None
    return anonymous and words()["passive"].get(verb.lemma_.lower()) == "generic" and child(verb, "xcomp") is not None


def _by_law(verb: Token) -> bool:
    """Whether a verb in the present tells what a law says of any case: "Under the charter, the board elects …"."""
    first = verb
    while first.dep_ == "conj" and first.head.pos_ in ("VERB", "AUX"):
        first = first.head
    laws = words()["words"]["laws"]
    under = any(
        c.dep_ == "prep" and c.lower_ == "under" and c.i < first.i and any(g.lemma_.lower() in laws for g in c.children)
        for c in first.children
    )
    return under and present(verb)


def _bare(verb: Token) -> bool:
    """A base form without auxiliary, which asks and never tells: "ordered that she leave", "Join us"."""
    if verb.tag_ != "VB" or any(
        c.dep_ in ("aux", "auxpass") or c.lower_ in ("do", "did", "does") for c in verb.children
    ):
        return False
    if verb.dep_ == "ccomp":
        return governing(verb.head) != "keep" and verb.head.lemma_.lower() not in words()["words"]["causing"]
    return verb.dep_ in ("compound", "nmod", "amod") or (
        verb.dep_ == "ROOT" and child(verb, "nsubj", "nsubjpass") is None
    )


def governing(verb: Token) -> str | None:
    """What a verb makes of what it governs, by its class; with a particle it is another verb ("called off")."""
    lemma, table = verb.lemma_.lower(), words()["verb"]
    particle = child(verb, "prt")
    following = verb.doc[verb.i + 1].lower_ if verb.i + 1 < len(verb.doc) else ""
    if f"{lemma} {following}" in table:
        return str(table[f"{lemma} {following}"])
    found = table.get(lemma if particle is None else f"{lemma} {particle.lower_}")
    return None if found is None else str(found)


def about(verb: Token, prep: str) -> str | None:
    """What a verb makes of a gerund or a new thing behind a preposition: "warned of", "argued against"."""
    lemma = verb.lemma_.lower()
    if lemma in words()["about"]:
        return str(words()["about"][lemma])
    if prep in ("against", "about", "toward", "towards") and lemma not in words()["words"]["owning_up"]:
        return "possible"
    return None


def _likened(verb: Token, mark: Token) -> bool:
    """Whether the mark says what something is like, and sets no condition: "as if they had won"."""
    return mark.lower_ in ("if", "though") and any(
        c.lower_ == "as" and c.i < mark.i for c in (*verb.children, *mark.children)
    )


def _inverted(verb: Token) -> bool:
    """Whether an auxiliary stands before the subject: "Had they attacked, …"."""
    doer = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    early = ("had", "should", "were")
    return doer is not None and any(c.dep_ == "aux" and c.lower_ in early and c.i < doer.i for c in verb.children)


def modals(verb: Token) -> Iterator[Effect]:
    """The modal auxiliaries of one verb."""
    perfect = verb.tag_ == "VBN" and any(c.dep_ == "aux" and c.lower_ == "have" for c in verb.children)
    for c in verb.children:
        if c.dep_ == "aux" and c.lower_ in words()["modal"]:
            unreal = perfect and c.lower_ in ("would", "should", "ought", "'d", "’d")  # "would have attacked"
            yield ("conditional" if unreal else words()["modal"][c.lower_]), c.lower_


def _negates(token: Token) -> bool:
    never = token.dep_ in ("advmod", "preconj") and token.lower_ in ("never", "neither", "nor", "hardly", "barely")
    return token.dep_ == "neg" or never


def _negated_phrase(token: Token) -> bool:
    if token.dep_ not in ("nsubj", "nsubjpass", "dobj", "attr"):
        return False
    if token.lower_ in ("none", "nobody", "nothing", "neither", "no-one"):
        return True
    if token.i and token.nbor(-1).lower_ == "nor":
        return True
    if _not_one(token):
        return True
    first = token.left_edge
    if first.lower_ == "no" and first.nbor(1).lower_ in ("more", "fewer", "less"):
        return False  # "no more than three": some
    if first.lower_ == "neither" or (first.lower_ in ("no", "none") and first.dep_ in ("det", "neg", "nsubj")):
        return True
    return any(c.dep_ in ("det", "neg", "preconj", "cc") and c.lower_ in ("no", "neither") for c in token.children)


def _not_one(noun: Token) -> bool:
    """Whether a phrase counts nothing: "not one ship", "not a single house", "not one of them"; not "not a few"."""
    first = noun.left_edge
    if first.lower_ != "not" or first.i >= noun.i:
        return False
    following = [t.lower_ for t in noun.doc[first.i + 1 : noun.i + 1]]
    return following[0] in ("one", "a", "an") and "few" not in following


def aspect(reading: Reading, verb: Token) -> Iterator[Effect]:
    """Progressives, present passives and stances (under way), and the infinitive of headlines ("Berg to resign")."""
    auxiliaries = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    forms = {c.lower_ for c in auxiliaries}
    over = "had" in forms or "having" in forms  # "had been waiting" when something else came
    if verb.tag_ == "VBG" and not over and (_verbless(verb) or forms & {*_PRESENT, "been"}):
        yield "ongoing", "progressive"
    lemma = verb.lemma_.lower()
    passive = any(c.dep_ == "auxpass" and c.lower_ in ("is", "are") for c in auxiliaries)
    if (
        passive
        and verb.tag_ == "VBN"
        and len(auxiliaries) == 1
        and lemma not in words()["words"]["resultative"]
        and not told_in_present(reading)
    ):
        yield "ongoing", "present passive"
    if forms & _PRESENT and "being" in forms:
        yield "ongoing", "being"
    if (
        verb.tag_ in ("VBZ", "VBP")
        and lemma in words()["words"]["stances"]
        and not told_in_present(reading)
        and not is_headline(reading, verb)
    ):
        yield "ongoing", "stance"
    if headline_future(reading, verb):
        yield "future", "headline infinitive"
    elif verb.dep_ == "ROOT" and "to" in forms:
        yield "possible", "to"  # whatever the parser lost over it, an infinitive tells nothing as done


def _verbless(verb: Token) -> bool:
    """A participle that is all a caption or headline has for a verb: "Police firing tear gas"."""
    if any(c.dep_ in ("aux", "auxpass") for c in verb.children):
        return False
    noun = verb.head
    return verb.dep_ == "ROOT" or (verb.dep_ == "acl" and noun.dep_ == "ROOT" and noun.pos_ in ("NOUN", "PROPN"))


_PRESENT = frozenset({"is", "are", "'s", "’s", "'re", "’re", "am", "'m", "’m"})


def headline_future(reading: Reading, verb: Token) -> bool:
    """Whether a headline says with a bare infinitive what is to come: "Minister to resign"."""
    if not any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children) or not is_headline(reading, verb):
        return False
    if verb.dep_ in ("xcomp", "advcl", "ccomp", "conj") and verb.head.pos_ in ("VERB", "AUX", "ADJ"):
        return False  # the verb above tells: "Minister refuses to resign"
    return verb.dep_ in ("ROOT", "conj", "xcomp", "acl", "relcl", "dep", "advcl", "ccomp")


def told_in_present(reading: Reading) -> bool:
    """Whether an article tells what happened in the present tense, as chronicles and summaries do."""
    return _mostly_present(reading.doc, tuple((b.start, b.end) for b in reading.article.blocks if b.role == "body"))


@lru_cache(maxsize=4)
def _mostly_present(doc: Doc, body: tuple[tuple[int, int], ...]) -> bool:
    past = now = 0
    for token in doc:
        if token.dep_ != "ROOT" or token.pos_ not in ("VERB", "AUX") or not any(a <= token.idx < b for a, b in body):
            continue
        auxiliaries = {c.lower_ for c in token.children if c.dep_ in ("aux", "auxpass")}
        if token.tag_ == "VBD" or auxiliaries & {"was", "were", "had", "did"}:
            past += 1
        elif present(token) and token.lemma_ != "be":
            now += 1
    return now > past


def present(verb: Token) -> bool:
    """Whether a verb stands in the simple present: "attacks", "is attacked"."""
    auxiliaries = [c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")]
    if verb.tag_ in ("VBZ", "VBP"):
        return not auxiliaries or auxiliaries == ["do"]
    return auxiliaries in (["is"], ["are"]) and verb.tag_ == "VBN"


def is_headline(reading: Reading, token: Token) -> bool:
    """Whether the token stands in a headline."""
    return bool(reading.article.blocks) and reading.block(token).role == "headline"


def if_clause(verb: Token) -> bool:
    """Whether a condition hangs on the verb."""
    conditions = words()["words"]["if"]
    return any(
        c.dep_ == "advcl"
        and any(m.dep_ in ("mark", "prep") and m.lower_ in conditions and not _likened(c, m) for m in c.children)
        for c in verb.children
    )


def reports(verb: Token, head: Token) -> bool:
    """A that-clause under a verb that also governs commands: "insisted that he paid", "suggested that it fell"."""
    finite = verb.tag_ in ("VBD", "VBZ", "VBP") or any(
        c.tag_ in ("VBD", "VBZ", "VBP", "MD") for c in verb.children if c.dep_ in ("aux", "auxpass")
    )
    return finite and head.lemma_.lower() in words()["words"]["also_report"]
