"""Whether an event is told as real: scope of modals, negation, governors and modifiers over its trigger."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from spacy.tokens import Doc, Token

from kg.articles_to_docs.reading import Reading
from kg.articles_to_docs.tree import children
from kg.docs_to_claims.attribution import quoted
from kg.docs_to_claims.events.status.axes import Effect, Reality, apply, words
from kg.docs_to_claims.events.status.noun_phrases import modifiers
from kg.docs_to_claims.events.status.noun_scope import faced, noun_climb
from kg.docs_to_claims.events.status.tense import present
from kg.docs_to_claims.events.status.verb_scope import clause, inherited
from kg.docs_to_claims.events.syntax import ancestors, child
from kg.docs_to_claims.events.triggers import Trigger
from kg.docs_to_claims.events.triggers.senses import load
from kg.records import Article

_DEFINITION = "definition"  # what a word means happens to nobody, however likely it is told to be
_SPEAKING = frozenset({"i", "me", "my", "myself", "we", "us", "our", "ourselves", "you", "your"})


def reality(reading: Reading, trigger: Trigger) -> Reality:
    """How the text presents the event."""
    out = Reality()
    for effect, cue in _effects(reading, trigger):
        out = apply(out, effect, cue)
    if out.polarity == "negative" and out.modality in ("hypothetical", "conditional"):
        out = replace(out, polarity="positive")  # "may not sign": open either way
    return replace(out, modality="generic") if _DEFINITION in out.cues else out


def _effects(reading: Reading, trigger: Trigger) -> Iterator[Effect]:
    if _in_question(reading, trigger):
        yield "possible", "?"
    if _in_inversion(reading, trigger.token):
        yield "conditional", "inversion"
    if trigger.sense.type == "aid" and trigger.token.lemma_.lower() == "offer":
        yield "possible", trigger.token.lower_  # the help is offered, and not yet given
    if reading.article.blocks and reading.block(trigger.token).start in _spoken(reading.doc, reading.article):
        yield "hearsay", "first person"
    told = trigger.light or trigger.token
    above = (told, *ancestors(told))
    if any(_has_source_phrase(t) for t in above):
        yield "hearsay", "according to"
    if any(t.lemma_ in ("refer", "mean", "denote") and _defines(t) for t in above[1:]):
        yield "generic", _DEFINITION
    if trigger.sense.pos == "noun":
        held = trigger.light is not None and trigger.light.tag_ in ("VBD", "VBN")
        held = held or _under_way(trigger.token)
        yield from (cue for cue in modifiers(trigger.token) if not held or cue[0] != "future")  # "held planned talks"
        if trigger.light is None:
            yield from noun_climb(trigger.token)
            yield from inherited(reading, trigger.token)
            return
        if trigger.light.lemma_.lower() in words()["light"]:
            yield words()["light"][trigger.light.lemma_.lower()], trigger.light.lower_
        yield from faced(trigger.light, trigger.token)
        yield from clause(reading, trigger.light, trigger.token)
        return
    node = trigger.token
    if (
        trigger.sense.pos == "adjective"
        and node.head.pos_ in ("VERB", "AUX")
        and node.dep_ in ("acomp", "oprd", "attr")
    ):
        yield from modifiers(node)
        node = node.head
    yield from clause(reading, node)


@lru_cache(maxsize=4)
def _spoken(doc: Doc, article: Article) -> frozenset[int]:
    """Where the blocks begin that somebody speaks outside quotation marks ("I moved to Lisbon"), as in interviews."""
    said = (t for t in doc if t.lower_ in _SPEAKING and t.tag_ in ("PRP", "PRP$") and t.text != "US")
    own = {t.idx for t in said if not quoted(article, t.idx, t.idx + len(t))}
    return (
        frozenset(b.start for b in article.blocks if any(b.start <= at < b.end for at in own)) if own else frozenset()
    )


def _in_question(reading: Reading, trigger: Trigger) -> bool:
    """Whether the sentence asks, and the trigger is in what it asks: not before a quoted question."""
    sentence = reading.sentence_span(trigger.token)
    if not sentence.text.rstrip("”\"’' ").endswith("?"):
        return False
    rest = sentence.text[trigger.token.idx - sentence.start :]
    return "“" not in rest and rest.count('"') % 2 == rest.rstrip().endswith('"')


def _in_inversion(reading: Reading, token: Token) -> bool:
    """Whether a word stands in a condition without "if" that opens its sentence: "Should she resign, …"."""
    sentence = reading.sentence(token)
    inside = reading.tokens[sentence.start : sentence.end]
    first = next(t for t in inside if not t.is_space and not t.is_quote)
    if first.lower_ not in ("should", "had", "were"):
        return False
    words_ = [t for t in inside if not t.is_space and not t.is_quote]
    if words_[-1].lower_ == "?":
        return False
    comma = next((t.i for t in words_ if t.lower_ == ","), None)
    return comma is not None and token.i < comma


def _under_way(noun: Token) -> bool:
    """Whether what was planned is told to have begun: "the planned outages began"."""
    verb = noun.head
    told = (
        noun.dep_ == "nsubj" and verb.tag_ in ("VBD", "VBZ", "VBP") and not any(c.dep_ == "aux" for c in children(verb))
    )
    return told and verb.lemma_.lower() in ("begin", "start", "occur", "happen", "take", "continue", "resume", "end")


def _defines(verb: Token) -> bool:
    """Whether a verb says what a word means: "To route out refers to …", "The term means …"."""
    doer = child(verb, "csubj", "nsubj")
    if doer is None or not present(verb):
        return False
    return doer.dep_ == "csubj" or doer.lemma_.lower() in ("term", "phrase", "word", "expression", "acronym")


def _has_source_phrase(word: Token) -> bool:
    """Whether "according to …", "per …" or "as X reported" hangs on a word."""
    for c in children(word):
        if c.lower_ in ("according", "per") and c.dep_ in ("prep", "advcl", "pcomp"):
            return True
        if c.lower_ == "by" and c.dep_ == "prep" and any(g.lower_ in ("accounts", "reports") for g in children(c)):
            return True  # "by all accounts"
        saying = c.lemma_.lower() in load().saying
        if saying and c.dep_ == "parataxis" and word.dep_ == "relcl" and child(c, "nsubj") is not None:
            return True  # "which, the letter said, had fallen"
        if saying and c.dep_ == "advcl" and any(m.lower_ == "as" and m.i < c.i for m in children(c)):
            return True
    return False
