"""Cues in a clause of its own: modals, negation, adverbs and aspect on one verb."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.articles_to_docs.reading import Reading
from kg.docs_to_claims.events.reality import Effect, words

CONTENT_PREPOSITIONS = frozenset(
    {"of", "for", "to", "on", "about", "against", "from", "over", "into", "at", "towards", "with"}
)
"""Prepositions whose object is what a plan, hope or threat is about; after others ("during") an event is a fact."""


def local(verb: Token, carried: Token | None = None) -> Iterator[Effect]:
    """Negation, hedging adverbs and modals of one verb. ``carried``: the event noun it carries, which tells its own
    "no" ("held no talks").
    """
    for c in verb.children:
        if _negates(c) or (c != carried and _negated_phrase(c)):
            yield "negative", c.lower_
        elif c.dep_ == "advmod" and c.lower_ in words()["modifier"]:
            yield words()["modifier"][c.lower_], c.lower_
        elif c.dep_ == "advmod" and c.lower_ == "reportedly":
            yield "probable", c.lower_
        elif c.dep_ == "advmod" and c.lower_ == "longer" and any(g.lower_ == "no" for g in c.children):
            yield "negative", "no longer"
        elif c.dep_ == "mark" and c.lower_ == "whether":
            yield "possible", c.lower_
        elif c.dep_ == "mark" and c.lower_ in words()["words"]["if"]:
            yield ("possible" if verb.dep_ == "ccomp" else "conditional"), c.lower_
    if verb.dep_ == "advcl" and _inverted(verb):
        yield "conditional", "inversion"
    yield from modals(verb)


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
    first = token.left_edge
    if first.lower_ == "neither" or (first.lower_ in ("no", "none") and first.dep_ in ("det", "neg", "nsubj")):
        return True
    return any(c.dep_ in ("det", "neg", "preconj", "cc") and c.lower_ in ("no", "neither") for c in token.children)


def aspect(reading: Reading, verb: Token) -> Iterator[Effect]:
    """Progressives and present passives (under way), and the infinitive of headlines ("Minister to resign")."""
    auxiliaries = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    if verb.tag_ == "VBG" and any(
        c.lower_ in ("is", "are", "'s", "’s", "'re", "’re", "am", "'m", "been") for c in auxiliaries
    ):
        yield "ongoing", "progressive"
    if (
        verb.tag_ == "VBN"
        and any(c.dep_ == "auxpass" and c.lower_ in ("is", "are") for c in auxiliaries)
        and len(auxiliaries) == 1
    ):
        yield "ongoing", "present passive"
    if {c.lower_ for c in auxiliaries} & {"is", "are", "'s", "’s"} and any(c.lower_ == "being" for c in auxiliaries):
        yield "ongoing", "being"
    if (
        any(c.lower_ == "to" for c in auxiliaries)
        and is_headline(reading, verb)
        and verb.dep_ in ("ROOT", "conj", "xcomp", "acl", "relcl", "dep", "advcl")
    ):
        yield "future", "headline infinitive"


def is_headline(reading: Reading, token: Token) -> bool:
    """Whether the token stands in a headline."""
    return bool(reading.article.blocks) and reading.block(token).role == "headline"


def if_clause(verb: Token) -> bool:
    """Whether a condition hangs on the verb."""
    conditions = words()["words"]["if"]
    return any(
        c.dep_ == "advcl" and any(m.dep_ in ("mark", "prep") and m.lower_ in conditions for m in c.children)
        for c in verb.children
    )


def reports(verb: Token, head: Token) -> bool:
    """A that-clause under a verb that also governs commands: "insisted that he paid", "suggested that it fell"."""
    finite = verb.tag_ in ("VBD", "VBZ", "VBP") or any(
        c.tag_ in ("VBD", "VBZ", "VBP", "MD") for c in verb.children if c.dep_ in ("aux", "auxpass")
    )
    return finite and head.lemma_.lower() in (
        "insist",
        "suggest",
        "tell",
        "announce",
        "advise",
        "promise",
        "agree",
        "call",
        "mean",
        "decide",
        "propose",
        "ask",
        "forecast",
        "predict",
        "like",
        "stop",
    )
