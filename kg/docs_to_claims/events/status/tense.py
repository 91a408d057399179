"""Tense and aspect of one verb: under way, in the present amid the past, told as a chronicle, as a headline has it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

from spacy.tokens import Doc, Token

from kg.articles_to_docs.reading import Reading
from kg.articles_to_docs.tree import children
from kg.docs_to_claims.events.status.axes import Effect, words
from kg.docs_to_claims.events.syntax import child
from kg.docs_to_claims.events.triggers.senses import load


def aspect(reading: Reading, verb: Token) -> Iterator[Effect]:
    """Progressives, present passives and stances (under way), and the infinitive of headlines ("Berg to resign")."""
    auxiliaries = [c for c in children(verb) if c.dep_ in ("aux", "auxpass")]
    forms = {c.lower_ for c in auxiliaries}
    over = "had" in forms or "having" in forms  # "had been waiting" when something else came
    reported = verb.dep_ == "ccomp" and verb.head.lemma_.lower() in load().saying  # "said it was helping the police"
    going_on = {*_PRESENT, "been", "was", "were"} if reported else {*_PRESENT, "been"}
    if verb.tag_ == "VBG" and not over and (_verbless(verb) or forms & going_on):
        yield "ongoing", "progressive"
    lemma = verb.lemma_.lower()
    if lemma == "be" and verb.tag_ == "VBN" and forms & {"have", "has"}:
        yield "ongoing", "perfect"  # "have been on strike since Sunday"
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
    if present(verb) and verb.tag_ != "VBN" and not told_in_present(reading) and not is_headline(reading, verb):
        yield from _nowadays(verb)
    if headline_future(reading, verb):
        yield "future", "headline infinitive"
    elif verb.dep_ == "ROOT" and "to" in forms:
        yield "possible", "to"  # whatever the parser lost over it, an infinitive tells nothing as done


def _nowadays(verb: Token) -> Iterator[Effect]:
    """What a simple present tells amid the past tense: what lasts or recurs ("the law forbids …"), and of a whole kind
    what is so of anybody ("players wear helmets"); a stance is taken by those there are ("residents oppose the plan").
    """
    doer = next((c for c in children(verb) if c.dep_ == "nsubj"), None)
    if doer is not None and doer.lower_ in ("i", "we"):
        return  # "we urge both sides": said and done at once
    kind = doer is not None and doer.tag_ == "NNS" and doer.pos_ == "NOUN" and not _is_singled_out(doer)
    if kind and verb.dep_ == "ROOT" and verb.lemma_.lower() not in words()["words"]["stances"]:
        yield "generic", "kind"
    else:
        yield "ongoing", "simple present"


def _is_singled_out(noun: Token) -> bool:
    """Whether anything says which ones a plural means: an article, number, owner, name, clause or phrase."""
    said = ("det", "poss", "nummod", "relcl", "acl", "prep", "appos", "conj", "predet")
    named = any(c.dep_ in ("compound", "amod", "nmod") and c.text[:1].isupper() and c.i > 0 for c in children(noun))
    return named or any(c.dep_ in said or c.tag_ == "JJS" for c in children(noun))


def _verbless(verb: Token) -> bool:
    """A participle that is all a caption or headline has for a verb: "Police firing tear gas"."""
    if any(c.dep_ in ("aux", "auxpass") for c in children(verb)):
        return False
    noun = verb.head
    return verb.dep_ == "ROOT" or (verb.dep_ == "acl" and noun.dep_ == "ROOT" and noun.pos_ in ("NOUN", "PROPN"))


_PRESENT = frozenset({"is", "are", "'s", "’s", "'re", "’re", "am", "'m", "’m"})


def headline_future(reading: Reading, verb: Token) -> bool:
    """Whether a headline says with a bare infinitive what is to come: "Minister to resign"."""
    if not any(c.dep_ == "aux" and c.lower_ == "to" for c in children(verb)) or not is_headline(reading, verb):
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
    starts = [start for start, _ in body]
    for token in doc:
        if token.dep_ != "ROOT" or token.pos_ not in ("VERB", "AUX"):
            continue
        block = bisect_right(starts, token.idx) - 1
        if block < 0 or token.idx >= body[block][1]:
            continue
        auxiliaries = {c.lower_ for c in children(token) if c.dep_ in ("aux", "auxpass")}
        if token.tag_ == "VBD" or auxiliaries & {"was", "were", "had", "did"}:
            past += 1
        elif present(token) and token.lemma_ != "be":
            now += 1
    return now > past


def present(verb: Token) -> bool:
    """Whether a verb stands in the simple present: "attacks", "is attacked"."""
    auxiliaries = [c.lower_ for c in children(verb) if c.dep_ in ("aux", "auxpass")]
    if verb.tag_ in ("VBZ", "VBP"):
        return (not auxiliaries or auxiliaries == ["do"]) and not _past_in_disguise(verb)
    return auxiliaries in (["is"], ["are"]) and verb.tag_ == "VBN"


def _past_in_disguise(verb: Token) -> bool:
    """Whether a past tense looks like a base form: "it read", "the mayor cut the ribbon"."""
    doer = child(verb, "nsubj")
    alone = doer is not None and (doer.lower_ in ("he", "she", "it") or doer.tag_ in ("NN", "NNP"))
    return verb.tag_ == "VBP" and alone and verb.lower_ in words()["words"]["unchanged"]


def is_headline(reading: Reading, token: Token) -> bool:
    """Whether the token stands in a headline."""
    return bool(reading.article.blocks) and reading.block(token).role == "headline"


def is_finite_past(verb: Token) -> bool:
    """Whether a verb or its auxiliary stands in the past tense."""
    return verb.tag_ == "VBD" or any(c.tag_ == "VBD" for c in children(verb) if c.dep_ in ("aux", "auxpass"))
