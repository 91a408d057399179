"""Clauses beside the main line: adverbial, relative and subject clauses, gerunds after prepositions."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.articles_to_docs.reading import Reading
from kg.articles_to_docs.tree import children
from kg.docs_to_claims.events.slot_words import word_class
from kg.docs_to_claims.events.status.axes import Effect, words
from kg.docs_to_claims.events.status.clause_cues import (
    CONTENT_PREPOSITIONS,
    about,
    governing,
    is_content,
    local,
    modals,
)
from kg.docs_to_claims.events.status.noun_phrases import content_of, in_view
from kg.docs_to_claims.events.status.noun_scope import of_verb
from kg.docs_to_claims.events.status.tense import is_headline, present, told_in_present
from kg.docs_to_claims.events.syntax import RELATIVE, ancestors, asked_of, child, is_infinitive
from kg.docs_to_claims.events.triggers.senses import load

_INDEPENDENT_MARKS = frozenset({"after", "as", "because", "since", "while", "although", "though", "when", "once"})
_ANYBODY = frozenset(
    {"anyone", "anybody", "anything", "those", "people", "whoever", "everyone", "everybody", "someone"}
)
_SOMEBODY = frozenset({"person", "individual", "suspect", "citizen", "man", "woman", "party"})


def is_anybody(noun: Token) -> bool:
    """Whether a noun stands for whoever it may be: "anyone", "a person", "any suspect"."""
    determiners = {c.lower_ for c in children(noun) if c.dep_ == "det"}
    somebody = noun.lower_ in _SOMEBODY and bool(determiners & {"a", "an"})
    return somebody or noun.lower_ in _ANYBODY or "any" in determiners


def _is_perfect(verb: Token) -> bool:
    return verb.tag_ == "VBN" and any(c.dep_ == "aux" and c.lower_ == "have" for c in children(verb))


def is_unpicked(noun: Token) -> bool:
    """Whether "people" and the like are not said to be particular ones: "may expel people who had been charged"."""
    picked = any(c.dep_ in ("nummod", "poss") or c.lower_ in ("the", "these", "those") for c in children(noun))
    return is_anybody(noun) and noun.lower_ != "those" and not picked


def is_cleft(verb: Token) -> bool:
    """Whether a clause is what "it was X that" points at: whatever is said of the whole is said of it."""
    told = verb.head.head
    if verb.dep_ != "relcl" or verb.head.dep_ != "attr" or told.lemma_ != "be":
        return False
    return any(c.lower_ == "it" for c in children(told) if c.dep_ in ("nsubj", "expl"))


def passive_infinitive(verb: Token) -> bool:
    """Whether a verb is "to be done"."""
    return verb.tag_ == "VBN" and is_infinitive(verb) and child(verb, "auxpass") is not None


def defines(noun: Token) -> bool:
    """Whether a noun tells what something is, in the present: "a runaway is a person sought by …"."""
    doer = child(noun.head, "nsubj")
    anything = doer is not None and any(c.lower_ in ("a", "an") for c in children(doer) if c.dep_ == "det")
    return noun.dep_ == "attr" and noun.head.lemma_ == "be" and noun.head.tag_ in ("VBZ", "VBP") and anything


def adverbial(verb: Token, head: Token) -> Iterator[Effect]:
    """What an adverbial clause is told as: a condition, a purpose, a time to come, a circumstance."""
    if is_content(verb) and child(verb, "mark") is None:
        yield "hearsay", head.lower_  # "said as a child she was forced", where the parser takes "as" for the clause's
        return
    marks = {c.lower_ for c in children(verb) if c.dep_ in ("mark", "advmod", "prep") and c.i < verb.i}
    if "as" in marks and present(verb) and _as_long_as(verb):
        yield "conditional", "as long as"
    elif marks & set(words()["words"]["if"]):
        if not ("as" in marks and marks & {"if", "though"}):
            yield "conditional", "if"
    elif marks & set(words()["words"]["when"]) and present(verb):
        return  # see awaited
    elif "until" in marks or "before" in marks:
        yield from modals(head)
    elif is_infinitive(verb) and "for" in marks and head.lemma_.lower() in words()["verb"] | words()["noun"]:
        table = words()["noun"] if head.pos_ == "NOUN" else words()["verb"]
        yield table.get(head.lemma_.lower(), "possible"), head.lower_  # "called for her to resign"
    elif is_infinitive(verb) and head.lemma_.lower() in load().saying and _is_perfect(verb):
        yield "hearsay", head.lower_  # "was said by the agency to have left"
    elif is_infinitive(verb) and asked_of(verb) is not None:
        yield "desired", head.lower_  # "demanded from the agency to pay"
    elif is_infinitive(verb):
        if not outcome(verb, head):
            yield "future", "to"  # what one means to do
            yield from (cue for cue in local(head) if cue[0] in ("negative", "possible", "conditional", "desired"))
    elif "without" in marks or ("than" in marks and verb.tag_ == "VB"):
        yield "negative", "without" if "without" in marks else "than"
    elif not marks & _INDEPENDENT_MARKS and verb.tag_ == "VBG" and verb.i > head.i:
        yield from modals(head)
        effect = governing(head)
        if effect is not None and all(t.dep_ == "prt" for t in verb.doc[head.i + 1 : verb.i]):
            yield effect, head.lower_  # "ruled out using force", which the parser takes for a circumstance


def _as_long_as(verb: Token) -> bool:
    """Whether "as long as" opens a clause."""
    mark = next(c for c in children(verb) if c.lower_ == "as")
    return mark.i > 1 and mark.nbor(-1).lower_ == "long" and mark.nbor(-2).lower_ in ("as", "so")


def awaited(reading: Reading, verb: Token) -> Iterator[Effect]:
    """A time clause in the present, or without any tense: still to come ("will leave when it ends"), or told of any
    time ("opens when …").
    """
    clipped = verb.tag_ == "VBN" and child(verb, "aux", "auxpass", "nsubj", "nsubjpass") is None  # "when threatened"
    if is_headline(reading, verb) or not (clipped or present(verb)):
        return
    now = told_in_present(reading)
    marks = {c.lower_ for c in children(verb) if c.dep_ in ("mark", "advmod") and c.i < verb.i}
    if marks & set(words()["words"]["when"]):
        if any(_is_to_be(above) if clipped else _to_come(above) for above in ancestors(verb)):
            yield "future", "when"
        elif not now and (not clipped or present(verb.head)):
            yield "generic", "when"


def _to_come(verb: Token) -> bool:
    """Whether a clause tells what is still to come, or what is asked for."""
    return _is_to_be(verb) or words()["verb"].get(verb.lemma_.lower()) in ("future", "desired")


def _is_to_be(verb: Token) -> bool:
    """Whether a modal says so."""
    return any(effect in ("future", "would", "desired", "possible") for effect, _ in modals(verb))


def outcome(verb: Token, head: Token) -> bool:
    """An infinitive that tells what came of it: "rose to become …", "came from behind to win", "only to lose"."""
    if any(c.lower_ == "only" and c.i < verb.i for c in children(verb)):
        return True
    if head.tag_ not in ("VBD", "VBN") or any(True for _ in modals(head)):
        return False
    if head.lemma_.lower() in words()["words"]["ending_in"]:
        return True
    particles = {c.lower_ for c in head.subtree if head.i < c.i < verb.i}
    return head.lemma_.lower() in ("come", "fight", "bounce", "hit", "go") and bool(
        particles & {"behind", "back", "on"}
    )


def gerund(prep: Token) -> Iterator[Effect]:
    """What the word over a preposition makes of its gerund: "accused of lying", "a plan for closing", "capable of"."""
    if prep.lower_ == "without":
        yield "negative", "without"
        return
    if prep.lower_ in ("except", "but"):
        yield "generic", prep.lower_  # "accused of everything but causing the flood"
        return
    if prep.lower_ in ("instead", "than") or prep.nbor(-1 if prep.i else 0).lower_ == "instead":
        yield "negative", prep.lower_
        return
    governor = prep.head
    lemma = governor.lemma_.lower()
    if governor.pos_ in ("ADV", "ADP") and governor.head.pos_ == "VERB" and lemma not in words()["adjective_gerund"]:
        governor = governor.head  # "backed out of buying", "thought better of buying"
        lemma = governor.lemma_.lower()
    if governor.pos_ in ("ADJ", "ADV"):
        if lemma in words()["adjective_gerund"]:
            yield words()["adjective_gerund"][lemma], governor.lower_
    elif prep.lower_ not in CONTENT_PREPOSITIONS:
        if governor.pos_ in ("VERB", "AUX"):
            yield from modals(governor)
    elif governor.pos_ in ("NOUN", "PROPN"):
        if in_view(governor):
            yield "future", f"with a {lemma}"
        elif prep.lower_ == "for" and _punished_for(governor):
            return  # "to life in prison without the possibility of parole for driving into a crowd"
        elif lemma in words()["words"]["trying"]:
            yield "alleged", governor.lower_
        elif lemma in words()["noun"]:
            yield from content_of(governor, words()["noun"][lemma])
        elif lemma in words()["words"]["weighed"]:
            yield "possible", governor.lower_  # "stressed the importance of defending …"
        elif prep.lower_ == "for" and lemma not in words()["words"]["earned"]:
            yield "possible", "for"  # "a machine for sorting mail"
    elif prep.lower_ == "for" and _is_tried(governor):
        yield "alleged", governor.lower_
    elif prep.lower_ == "for" and lemma in words()["words"]["faulting"]:
        yield "probable", governor.lower_
    elif governor.pos_ in ("VERB", "AUX"):
        told = tuple(of_verb(governor, prep))
        effect = about(governor, prep.lower_)
        carried = child(governor, "dobj")
        if carried is not None and carried.lemma_.lower() in words()["words"]["weighed"]:
            yield "possible", carried.lower_  # "placed emphasis on defending …"
        elif lemma in words()["about"] and prep.lower_ in ("of", "about", "for", "against"):
            yield words()["about"][lemma], governor.lower_
        elif told:
            yield from told
            yield from (cue for cue in local(governor) if cue[0] == "negative")
        elif effect is not None:
            yield effect, governor.lower_
        elif (
            lemma in words()["words"]["made_for"]
            and (lemma != "use" or governor.tag_ != "VBD")
            and prep.lower_ == "for"
        ):
            yield "possible", "for"


def _is_tried(verb: Token) -> bool:
    """Whether somebody only stands accused: "went on trial for …", "is wanted for …"."""
    if verb.tag_ == "VBN" and verb.lemma_.lower() in words()["words"]["held_for"]:
        return True
    things = (g for c in children(verb) for g in (c, *(children(c) if c.dep_ == "prep" else ())))
    return any(g.dep_ in ("dobj", "pobj") and g.lemma_.lower() in words()["words"]["trying"] for g in things)


def _punished_for(noun: Token) -> bool:
    """Whether a noun is only a part of a penalty: what "for" tells behind it has been found to be done."""
    above = next((t for t in ancestors(noun) if t.pos_ == "VERB"), None)
    return noun.dep_ == "pobj" and above is not None and above.lemma_.lower() in word_class("judging")


def told_by(verb: Token, noun: Token) -> Iterator[Effect]:
    """A clause that is what a noun says: "the fear that …", and "denied reports that …", where the verb decides."""
    lemma = noun.lemma_.lower()
    marked = any(c.dep_ == "mark" for c in children(verb))
    if not marked and not (lemma in words()["words"]["of_saying"] and _is_whole(verb)):
        return
    if noun.dep_ in ("dobj", "nsubjpass") and noun.head.lemma_.lower() in words()["words"]["dismissing"]:
        doubted = any(effect != "hearsay" for effect, _ in local(noun.head))  # "did not deny reports that …"
        yield ("possible" if doubted else "denied"), noun.head.lower_
        yield "hearsay", noun.head.lower_
        return
    if lemma in words()["noun"]:
        yield words()["noun"][lemma], noun.lower_
    if any(c.lower_ == "no" for c in children(noun)):
        yield "possible", "no"  # "no evidence that …"
    judged = child(noun.head, "acomp") if noun.dep_ == "nsubj" and noun.head.lemma_ == "be" else None
    if judged is not None:
        table = words()["adjective"] if judged.pos_ == "ADJ" else words()["noun"]
        if judged.lemma_.lower() in table:
            yield table[judged.lemma_.lower()], judged.lower_
    effect = words()["verb"].get(noun.head.lemma_.lower()) if noun.dep_ in ("dobj", "nsubjpass") else None
    if effect in ("negative", "possible"):
        yield effect, noun.head.lower_


def _is_whole(verb: Token) -> bool:
    """Whether a clause lacks nothing that its noun could be: "claims they failed to act", not "claims he made"."""
    doer = child(verb, "nsubj", "nsubjpass")
    if doer is None or doer.tag_ in RELATIVE:
        return False
    return child(verb, "dobj", "xcomp", "ccomp", "acomp", "attr", "nsubjpass", "prep") is not None


def relative(reading: Reading, verb: Token, noun: Token) -> Iterator[Effect]:
    """A relative clause in the present is a habit; of "anyone who" it is a rule."""
    if verb.dep_ == "relcl" and present(verb) and _is_any_kind(noun):
        yield "generic", noun.lower_
    if verb.dep_ == "relcl" and present(verb) and not is_headline(reading, verb):
        anybody = noun.lower_ in _ANYBODY or any(
            c.dep_ == "det" and c.lower_ in ("any", "every") for c in children(noun)
        )
        if anybody:
            yield "generic", noun.lower_
        elif not told_in_present(reading):
            yield "ongoing", "habit"
    elif noun.lower_ in _ANYBODY - {"people", "someone"} and verb.dep_ == "relcl" and not _past(verb):
        yield "generic", noun.lower_


def _is_any_kind(noun: Token) -> bool:
    """Whether a bare plural stands for a kind, of which something is only thought: "Pumps that … could save water"."""
    said_of = {c.lower_ for c in children(noun) if c.dep_ in ("det", "poss", "nummod", "amod", "predet")}
    above = noun.head if noun.dep_ in ("nsubj", "nsubjpass") else None
    if noun.tag_ != "NNS" or said_of - {"all", "any"} or above is None:
        return False
    return any(e in ("possible", "would", "desired") for e, _ in modals(above))


def _past(verb: Token) -> bool:
    return verb.tag_ in ("VBD", "VBN") or any(c.tag_ == "VBD" for c in children(verb) if c.dep_ in ("aux", "auxpass"))


def subject_clause(verb: Token, head: Token) -> Iterator[Effect]:
    """A clause as subject: what its predicate says of it, and whether that is told of one occasion or of any."""
    if head.lemma_.lower() in words()["adjective"]:
        yield words()["adjective"][head.lemma_.lower()], head.lower_
    judged = child(head, "acomp", "attr")
    if judged is not None and judged.pos_ == "ADJ" and judged.lemma_.lower() in words()["adjective"]:
        yield words()["adjective"][judged.lemma_.lower()], judged.lower_
    if verb.tag_ == "VBG" or is_infinitive(verb):
        unreal = [("possible" if e == "would" else e, c) for e, c in modals(head) if e != "keep"]
        yield from unreal
        if not unreal and (is_infinitive(verb) or present(head)):
            yield "generic", "subject clause"
