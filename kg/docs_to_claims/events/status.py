"""Whether an event is told as real: scope of modals, negation, governors and modifiers over its trigger.

The climb goes from the trigger up the tree, one governor at a time; each governor's class in
``ontology/lexicon/status.toml`` acts on what it governs. The three axes follow Saurí & Pustejovsky 2009 (FactBank)
and the status follows from them by the table of the claims contract.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from spacy.tokens import Token

from kg.articles_to_docs.reading import Reading
from kg.docs_to_claims.events.senses import load
from kg.docs_to_claims.events.syntax import child
from kg.docs_to_claims.events.triggers import Trigger
from kg.ontology import lexicon

_CONTENT_PREPS = frozenset({"of", "for", "to", "on", "about", "against", "from", "over", "into", "at", "towards", "with"})
_INDEPENDENT_MARKS = frozenset({"after", "as", "because", "since", "while", "although", "though", "when", "once"})


@dataclass(frozen=True, slots=True)
class Reality:
    """The three axes behind a status, whether the event is under way, and the cue words that decided."""

    polarity: str = "positive"
    modality: str = "actual"
    certainty: str = "certain"
    ongoing: bool = False
    cues: tuple[str, ...] = ()

    @property
    def status(self) -> str:
        """The status of the claims contract for these axes."""
        if self.modality == "desired":
            return "demanded"
        if self.modality == "conditional":
            return "conditional"
        if self.modality in ("hypothetical", "generic") or self.certainty == "possible":
            return "possible"
        if self.polarity == "negative":
            return "negated"
        if self.modality == "future":
            return "planned"
        return "ongoing" if self.ongoing else "occurred"


_RANK = {"actual": 0, "future": 1, "conditional": 2, "hypothetical": 3, "desired": 4}


@cache
def words() -> dict[str, Any]:
    """The cue words, by the class of thing they act on."""
    return lexicon("status")


def reality(reading: Reading, trigger: Trigger, *, denied: bool = False) -> Reality:
    """How the text presents the event. ``denied``: it stands in what a speaker denies."""
    out = Reality()
    for effect, cue in _effects(reading, trigger):
        out = _apply(out, effect, cue)
    if denied:
        out = _apply(out, "negative", "denied")
    if out.polarity == "negative" and out.modality in ("hypothetical", "conditional"):
        out = _replace(out, polarity="positive")  # "may not sign": open either way
    return out


def _replace(state: Reality, **changes: Any) -> Reality:
    fields = {"polarity": state.polarity, "modality": state.modality, "certainty": state.certainty}
    return Reality(**{**fields, "ongoing": state.ongoing, "cues": state.cues, **changes})


def _apply(state: Reality, effect: str, cue: str) -> Reality:
    cues = (*state.cues, cue)
    if effect in ("negative", "denied"):
        flipped = "positive" if state.polarity == "negative" else "negative"
        return _replace(state, polarity=flipped, cues=cues)
    if effect in ("future", "would"):
        return _raise(state, "future", cues)
    if effect == "possible":
        return _replace(_raise(state, "hypothetical", cues), certainty="possible")
    if effect in ("conditional", "desired"):
        return _raise(state, effect, cues)
    if effect == "probable":
        return _replace(state, certainty="probable" if state.certainty == "certain" else state.certainty, cues=cues)
    if effect == "ongoing":
        return _replace(state, ongoing=True, cues=cues)
    return state


def _raise(state: Reality, modality: str, cues: tuple[str, ...]) -> Reality:
    stronger = modality if _RANK[modality] > _RANK[state.modality] else state.modality
    return _replace(state, modality=stronger, cues=cues)


Effect = tuple[str, str]


def _effects(reading: Reading, trigger: Trigger) -> Iterator[Effect]:
    if reading.sentence(trigger.token).text.rstrip("”\"’' ").endswith("?"):
        yield "possible", "?"
    if trigger.sense.pos == "noun":
        yield from _modifiers(trigger.token)
        if trigger.light is None:
            yield from _noun_climb(trigger.token)
            return
        yield from _clause(reading, trigger.light)
        return
    node = trigger.token
    if trigger.sense.pos == "adjective" and node.head.pos_ in ("VERB", "AUX") and node.dep_ in ("acomp", "oprd", "attr"):
        yield from _modifiers(node)
        node = node.head
    yield from _clause(reading, node)


def _clause(reading: Reading, verb: Token) -> Iterator[Effect]:
    """What acts on a verb in its own clause, then what governs that clause."""
    yield from _local(verb)
    yield from _aspect(reading, verb)
    if any(e in ("future", "would", "possible") for e, _ in _modals(verb)) and _if_clause(verb):
        yield "conditional", "if"
    yield from _climb(reading, verb, 0)


def _local(verb: Token) -> Iterator[Effect]:
    negation = words()["words"]["negation"]
    for c in verb.children:
        if c.dep_ == "neg" or (c.dep_ in ("advmod", "preconj", "cc") and c.lower_ in ("never", "neither", "nor", "hardly", "barely")):
            yield "negative", c.lower_
        elif c.dep_ in ("nsubj", "nsubjpass", "dobj", "attr") and _negated_phrase(c, negation):
            yield "negative", c.lower_
        elif c.dep_ == "advmod" and c.lower_ in words()["modifier"]:
            yield words()["modifier"][c.lower_], c.lower_
        elif c.dep_ == "advmod" and c.lower_ == "reportedly":
            yield "probable", c.lower_
        elif c.dep_ == "advmod" and c.lower_ == "longer" and any(g.lower_ == "no" for g in c.children):
            yield "negative", "no longer"
    yield from _modals(verb)
    if verb.lemma_ == "be" and child(verb, "expl") is None:
        return


def _modals(verb: Token) -> Iterator[Effect]:
    for c in verb.children:
        if c.dep_ == "aux" and c.lower_ in words()["modal"]:
            yield words()["modal"][c.lower_], c.lower_


def _negated_phrase(token: Token, negation: list[str]) -> bool:
    if token.lower_ in ("none", "nobody", "nothing", "neither", "no-one"):
        return True
    return any(c.dep_ in ("det", "neg") and c.lower_ in ("no", "neither") and c.lower_ in negation for c in token.children)


def _aspect(reading: Reading, verb: Token) -> Iterator[Effect]:
    auxiliaries = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    if verb.tag_ == "VBG" and any(c.lower_ in ("is", "are", "'s", "’s", "'re", "’re", "am", "'m", "been") for c in auxiliaries):
        yield "ongoing", "progressive"
    if any(c.lower_ == "being" for c in auxiliaries):
        yield "ongoing", "being"
    if any(c.lower_ == "to" for c in auxiliaries) and _is_headline(reading, verb) and verb.dep_ in ("ROOT", "conj", "xcomp", "acl", "relcl", "dep", "advcl"):
        yield "future", "headline infinitive"


def _is_headline(reading: Reading, token: Token) -> bool:
    return bool(reading.article.blocks) and reading.block(token).role == "headline"


def _if_clause(verb: Token) -> bool:
    conditions = words()["words"]["if"]
    return any(
        c.dep_ == "advcl" and any(m.dep_ in ("mark", "prep") and m.lower_ in conditions[:4] for m in c.children)
        for c in verb.children
    )


def _climb(reading: Reading, verb: Token, depth: int) -> Iterator[Effect]:
    head = verb.head
    if head is verb or depth > 8:
        return
    infinitive = any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)
    if verb.dep_ == "conj" and head.pos_ in ("VERB", "AUX"):
        bare = verb.tag_ in ("VB", "VBN", "VBG") and not any(c.dep_ in ("aux", "auxpass", "nsubj") for c in verb.children)
        if bare:
            yield from _local(head)
            yield from _aspect(reading, head)
        if child(verb, "nsubj", "nsubjpass") is None:
            yield from _climb(reading, head, depth + 1)
    elif verb.dep_ in ("xcomp", "ccomp", "oprd", "acomp"):
        yield from _complement(reading, verb, head, depth)
    elif verb.dep_ in ("acl", "relcl") and infinitive:
        yield _noun_effect(head), head.lower_
        yield from _noun_climb(head, depth + 1)
    elif verb.dep_ == "advcl":
        yield from _adverbial(verb, head, infinitive=infinitive)
    elif verb.dep_ == "pcomp":
        yield from _gerund(head)
    elif verb.dep_ in ("csubj", "csubjpass") and head.lemma_.lower() in words()["adjective"]:
        yield words()["adjective"][head.lemma_.lower()], head.lower_


def _complement(reading: Reading, verb: Token, head: Token, depth: int) -> Iterator[Effect]:
    lemma = head.lemma_.lower()
    saying = lemma in load().never and lemma not in words()["verb"] and lemma not in ("be", "have", "go")
    if head.pos_ == "ADJ" or (head.pos_ == "VERB" and lemma in words()["adjective"] and lemma not in words()["verb"]):
        if lemma in words()["adjective"]:
            yield words()["adjective"][lemma], head.lower_
        copula = head.head if head.dep_ in ("acomp", "attr", "oprd") else head
        yield from _local(copula)
        yield from _climb(reading, copula, depth + 1)
        return
    if lemma in ("be", "have") and verb.dep_ == "xcomp":
        yield _be_or_have(lemma, head)
        yield from _local(head)
        return
    if lemma == "go" and verb.dep_ == "xcomp" and head.tag_ == "VBG":
        yield "future", "going to"
        return
    if lemma in words()["verb"] and not (verb.dep_ == "ccomp" and _reports(verb, head)):
        yield words()["verb"][lemma], head.lower_
    if not saying:
        yield from (x for x in _local(head) if x[0] != "would")
        yield from _climb(reading, head, depth + 1)


def _reports(verb: Token, head: Token) -> bool:
    """A that-clause under a verb that also governs commands: "insisted that he paid", "suggested that it fell"."""
    finite = verb.tag_ in ("VBD", "VBZ", "VBP") or any(c.tag_ in ("VBD", "VBZ", "VBP", "MD") for c in verb.children if c.dep_ in ("aux", "auxpass"))
    return finite and head.lemma_.lower() in ("insist", "suggest", "tell", "announce", "advise", "promise", "agree", "call", "mean", "decide", "propose", "ask", "forecast", "predict", "like", "stop")


def _be_or_have(lemma: str, head: Token) -> Effect:
    if any(c.lower_ == "yet" for c in head.children):
        return "negative", "yet to"
    return ("future", "is to") if lemma == "be" else ("desired", "has to")


def _adverbial(verb: Token, head: Token, *, infinitive: bool) -> Iterator[Effect]:
    marks = {c.lower_ for c in verb.children if c.dep_ in ("mark", "advmod", "prep") and c.i < verb.i}
    if marks & set(words()["words"]["if"][:4]):
        yield "conditional", "if"
    elif "until" in marks or "before" in marks:
        yield from _modals(head)
    elif infinitive:
        yield "possible", "to"
    elif "without" in marks:
        yield "negative", "without"
    elif not marks & _INDEPENDENT_MARKS and verb.tag_ == "VBG" and verb.i > head.i:
        yield from _modals(head)


def _gerund(prep: Token) -> Iterator[Effect]:
    if prep.lower_ == "without":
        yield "negative", "without"
        return
    if prep.lower_ in ("instead", "than"):
        yield "negative", prep.lower_
        return
    governor = prep.head
    if prep.lower_ not in _CONTENT_PREPS:
        if governor.pos_ in ("VERB", "AUX"):
            yield from _modals(governor)
        return
    lemma = governor.lemma_.lower()
    if governor.pos_ in ("NOUN", "PROPN") and lemma in words()["noun"]:
        yield words()["noun"][lemma], governor.lower_
    elif governor.pos_ == "VERB" and lemma in words()["verb"]:
        yield words()["verb"][lemma], governor.lower_


def _noun_effect(noun: Token) -> str:
    return str(words()["noun"].get(noun.lemma_.lower(), "keep" if noun.lower_ in ("first", "last", "only") else "possible"))


def _modifiers(noun: Token) -> Iterator[Effect]:
    for c in noun.children:
        if c.dep_ in ("amod", "advmod", "compound", "nmod") and c.lower_ in words()["modifier"]:
            yield words()["modifier"][c.lower_], c.lower_
        elif c.dep_ in ("det", "neg", "prep") and c.lower_ in ("no", "neither", "without") and c.dep_ != "prep":
            yield "negative", c.lower_
        elif c.dep_ == "acl" and c.lower_ in words()["modifier"]:
            yield words()["modifier"][c.lower_], c.lower_


def _noun_climb(noun: Token, depth: int = 0) -> Iterator[Effect]:
    """What governs an event noun that no light verb carries."""
    head = noun.head
    if head is noun or depth > 5:
        return
    lemma = head.lemma_.lower()
    if noun.dep_ == "conj":
        yield from _noun_climb(head, depth + 1)
    elif noun.dep_ in ("dobj", "nsubjpass", "attr", "oprd") and head.pos_ in ("VERB", "AUX"):
        if lemma in words()["verb"]:
            yield words()["verb"][lemma], head.lower_
            if words()["verb"][lemma] in ("negative", "denied"):
                yield from ((e, c) for e, c in _local(head) if e in ("negative", "possible", "future", "would"))
        elif lemma in ("be", "see", "reach", "bring", "achieve", "secure", "get") or lemma in load().light:
            yield from _local(head)
            yield from _verb_above(head, depth)
    elif noun.dep_ == "nsubj" and head.pos_ in ("VERB", "AUX"):
        if lemma in load().happen or lemma in ("be", "come", "involve", "materialize", "materialise", "last"):
            yield from _local(head)
            complement = child(head, "acomp", "attr", "oprd")
            if complement is not None and complement.lemma_.lower() in words()["adjective"]:
                yield words()["adjective"][complement.lemma_.lower()], complement.lower_
            yield from _verb_above(head, depth)
        if lemma == "fail":
            yield "negative", head.lower_
    elif noun.dep_ == "pobj":
        yield from _prepositional(head, depth)
    elif noun.dep_ in ("compound", "nmod") and lemma in words()["noun"]:
        yield words()["noun"][lemma], head.lower_


def _verb_above(verb: Token, depth: int) -> Iterator[Effect]:
    """The governors of a verb that carries a noun: "hopes to see a ceasefire", "is expected to take place"."""
    head = verb.head
    if verb.dep_ in ("xcomp", "ccomp") and head.pos_ in ("VERB", "AUX", "ADJ") and depth < 5:
        table = words()["adjective"] if head.pos_ == "ADJ" else words()["verb"]
        lemma = head.lemma_.lower()
        if lemma in table:
            yield table[lemma], head.lower_
        elif lemma == "be" and verb.dep_ == "xcomp":
            yield "future", "is to"
        yield from (x for x in _local(head) if head.pos_ != "ADJ" and x[0] == "negative")
        yield from _verb_above(head, depth + 1)


def _prepositional(prep: Token, depth: int) -> Iterator[Effect]:
    if prep.lower_ == "without":
        yield "negative", "without"
        return
    governor = prep.head
    if prep.lower_ not in _CONTENT_PREPS:
        return
    lemma = governor.lemma_.lower()
    if governor.pos_ in ("NOUN", "PROPN") and lemma in words()["noun"]:
        yield words()["noun"][lemma], governor.lower_
        if words()["noun"][lemma] == "negative":
            yield from _noun_climb(governor, depth + 1)
    elif governor.pos_ == "VERB" and lemma in words()["verb"]:
        yield words()["verb"][lemma], governor.lower_
