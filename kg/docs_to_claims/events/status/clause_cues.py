"""Cues in a clause of its own: modals, negation, adverbs and aspect on one verb."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from spacy.tokens import Doc, Token

from kg.articles_to_docs.tree import children
from kg.docs_to_claims.events.status.axes import Effect, words
from kg.docs_to_claims.events.status.tense import present
from kg.docs_to_claims.events.syntax import child
from kg.docs_to_claims.events.triggers.senses import load

CONTENT_PREPOSITIONS = frozenset(
    {"of", "for", "to", "on", "about", "against", "from", "over", "into", "at", "towards", "with"}
)
"""Prepositions whose object is what a plan, hope or threat is about; after others ("during") an event is a fact."""


def local(verb: Token, carried: Token | None = None) -> Iterator[Effect]:
    """Negation, hedging adverbs and modals of one verb. ``carried``: the event noun it carries, which tells its own
    "no" ("held no talks").
    """
    for c in children(verb):
        dep, word = c.dep_, c.lower_
        if _only(c):
            continue
        if _negates(c) or (c != carried and _negated_phrase(c)):
            yield "negative", word
        elif dep == "advmod" and word in words()["modifier"]:
            yield words()["modifier"][word], word
        elif dep == "advmod" and word == "reportedly":
            yield "probable", word
        elif dep == "advmod" and word == "longer" and any(g.lower_ == "no" for g in children(c)):
            yield "negative", "no longer"
        elif dep == "mark" and word == "whether":
            yield "possible", word
        elif dep in ("mark", "advmod") and word in words()["words"]["if"]:
            asked = verb.dep_ == "ccomp" or (c.i and c.nbor(-1).lemma_.lower() in words()["words"]["asking"])
            yield ("possible" if asked or _likened(verb, c) else "conditional"), word
        elif word == "whoever" and dep in ("nsubj", "nsubjpass"):
            yield "generic", word
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
    degree = next((t for t in _degrees(verb.doc) if t.i < verb.i and verb.is_ancestor(t)), None)
    if degree is None or any(t.pos_ in ("VERB", "AUX") and t.head != verb for t in verb.doc[degree.i : verb.i]):
        return False
    return degree.nbor(-1).lower_ in ("what", "which") and degree.nbor(-2).lower_ == "to"


@lru_cache(maxsize=4)
def _degrees(doc: Doc) -> tuple[Token, ...]:
    """The words that may ask for a degree, wherever they stand in a doc."""
    return tuple(t for t in doc if t.i > 1 and t.lower_ in ("extent", "degree"))


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
        c.dep_ == "prep"
        and c.lower_ == "under"
        and c.i < first.i
        and any(g.lemma_.lower() in laws for g in children(c))
        for c in children(first)
    )
    return under and present(verb)


def _bare(verb: Token) -> bool:
    """A base form without auxiliary, which asks and never tells: "ordered that she leave", "Join us"."""
    if verb.tag_ != "VB" or any(
        c.dep_ in ("aux", "auxpass") or c.lower_ in ("do", "did", "does") for c in children(verb)
    ):
        return False
    if verb.dep_ == "ccomp":
        return governing(verb.head) != "keep" and verb.head.lemma_.lower() not in words()["words"]["causing"]
    if verb.lower_ in words()["words"]["unchanged"] and verb.left_edge.i < verb.i - 1:
        return False  # a past tense: "Minister Tarn – who had boasted – quit on Monday"
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
        c.lower_ == "as" and c.i < mark.i for c in (*children(verb), *children(mark))
    )


def _inverted(verb: Token) -> bool:
    """Whether an auxiliary stands before the subject: "Had they attacked, …"."""
    doer = next((c for c in children(verb) if c.dep_ in ("nsubj", "nsubjpass")), None)
    early = ("had", "should", "were")
    return doer is not None and any(c.dep_ == "aux" and c.lower_ in early and c.i < doer.i for c in children(verb))


_ABILITY = frozenset({"could", "can", "ca"})


def modals(verb: Token) -> Iterator[Effect]:
    """The modal auxiliaries of one verb."""
    unable = child(verb, "neg") is not None and not if_clause(verb)  # "could not agree": they did not
    perfect = verb.tag_ == "VBN" and any(c.dep_ == "aux" and c.lower_ == "have" for c in children(verb))
    for c in children(verb):
        if c.dep_ == "aux" and c.lower_ in words()["modal"]:
            if unable and words()["modal"][c.lower_] == "possible" and c.lower_ in _ABILITY:
                continue
            unreal = perfect and c.lower_ in ("would", "should", "ought", "'d", "’d")  # "would have attacked"
            unreal = unreal or (
                c.lower_ == "should" and c.i < verb.i and _stands_before(c, verb)
            )  # "Should she leave, …"
            effect = "possible" if words()["modal"][c.lower_] == "would" and _is_own_wish(verb) else None
            yield ("conditional" if unreal else effect or words()["modal"][c.lower_]), c.lower_


def _stands_before(helper: Token, verb: Token) -> bool:
    """Whether an auxiliary stands before the subject."""
    return any(c.dep_ in ("nsubj", "nsubjpass") and helper.i < c.i < verb.i for c in children(verb))


def _is_own_wish(verb: Token) -> bool:
    """Whether somebody tells what he or she would do, which is no plan: "I'd ban lorries"; not "I said I would"."""
    doer = child(verb, "nsubj")
    reported = verb.dep_ == "ccomp" and verb.i > verb.head.i
    return doer is not None and doer.lower_ in ("i", "we") and not reported


def _only(token: Token) -> bool:
    """Whether a "not" only opens "not only … but"."""
    return token.lower_ == "not" and token.i + 1 < len(token.doc) and token.nbor().lower_ in ("only", "just", "merely")


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
    return any(c.dep_ in ("det", "neg", "preconj", "cc") and c.lower_ in ("no", "neither") for c in children(token))


def _not_one(noun: Token) -> bool:
    """Whether a phrase counts nothing: "not one ship", "not a single house", "not one of them"; not "not a few"."""
    first = noun.left_edge
    if first.lower_ != "not" or first.i >= noun.i:
        return False
    following = [t.lower_ for t in noun.doc[first.i + 1 : noun.i + 1]]
    return following[0] in ("one", "a", "an") and "few" not in following


def if_clause(verb: Token) -> bool:
    """Whether a condition hangs on the verb."""
    conditions = words()["words"]["if"]
    return any(
        c.dep_ == "advcl"
        and any(m.dep_ in ("mark", "prep") and m.lower_ in conditions and not _likened(c, m) for m in children(c))
        for c in children(verb)
    )


def _is_subjunctive(verb: Token) -> bool:
    """Whether a base form stands by a singular subject, as in what is asked for: "insisted that the union agree"."""
    doer = child(verb, "nsubj")
    bare = verb.tag_ == "VBP" and not any(c.dep_ in ("aux", "auxpass") for c in children(verb))
    alone = doer is not None and doer.tag_ in ("NN", "NNP") and child(doer, "conj") is None
    return bare and alone and doer is not None and doer.ent_type_ == ""


def reports(verb: Token, head: Token) -> bool:
    """A that-clause under a verb that also governs commands: "insisted that he paid", "suggested that it fell"."""
    finite = (verb.tag_ in ("VBD", "VBZ", "VBP") and not _is_subjunctive(verb)) or any(
        c.tag_ in ("VBD", "VBZ", "VBP", "MD") for c in children(verb) if c.dep_ in ("aux", "auxpass")
    )
    return finite and head.lemma_.lower() in words()["words"]["also_report"]


def is_content(verb: Token) -> bool:
    """Whether a clause that the parser hangs otherwise stands right behind a verb of saying, whose content it is:
    "cited the agency as stating the firm owned the mill".
    """
    first = verb.left_edge
    if not first.i or (child(verb, "nsubj", "nsubjpass") is None and first != verb):
        return False
    before = first.nbor(-1)
    return before.pos_ == "VERB" and before.lemma_.lower() in load().saying
