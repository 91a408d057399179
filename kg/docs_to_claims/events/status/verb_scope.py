"""What makes an event verb unreal: the clauses, adjectives and nouns that govern it, one governor at a time."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.articles_to_docs.reading import Reading
from kg.docs_to_claims.events.status.axes import Effect, words
from kg.docs_to_claims.events.status.clause_cues import asks_degree, governing, if_clause, local, modals
from kg.docs_to_claims.events.status.complements import be_or_have, effect_of, judged, left_open, says, stands_alone
from kg.docs_to_claims.events.status.noun_scope import (
    carrier,
    in_case,
    indefinite,
    is_ranked,
    modifiers,
    noun_climb,
    noun_effect,
    warned_of,
)
from kg.docs_to_claims.events.status.side_clauses import (
    adverbial,
    awaited,
    defines,
    gerund,
    is_anybody,
    outcome,
    relative,
    subject_clause,
    told_by,
)
from kg.docs_to_claims.events.status.tense import aspect, headline_future, is_finite_past, is_headline, present
from kg.docs_to_claims.events.syntax import child, claimed, is_infinitive, made_to
from kg.docs_to_claims.events.triggers.senses import load

_DEEPEST = 8
_UNREAL = frozenset({"future", "would", "possible", "conditional", "desired", "generic"})


def clause(reading: Reading, verb: Token, carried: Token | None = None) -> Iterator[Effect]:
    """What acts on a verb in its own clause, then what governs that clause. ``carried``: see ``local``."""
    yield from local(verb, carried)
    yield from aspect(reading, verb)
    if claimed(verb) is not None:
        yield "hearsay", "claimed"
    if any(e in ("future", "would", "possible") for e, _ in modals(verb)) and if_clause(verb):
        yield "conditional", "if"
    yield from climb(reading, verb, 0)


def inherited(reading: Reading, noun: Token, depth: int = 0) -> Iterator[Effect]:
    """What a noun that brings in something new takes from its clause: "could trigger a strike".

    A definite noun is presupposed, whatever its clause says ("may condemn the strike"). A clause that is denied
    leaves what its noun tells open.
    """
    headed = is_headline(reading, noun) and noun.dep_ == "dobj"  # headlines drop the article: "Mill announces cuts"
    if headed:
        yield from warned_of(noun)
    if depth > _DEEPEST:
        return
    if not indefinite(reading, noun):
        yield from _awaited_occasion(reading, noun, depth)
        return
    if not headed:
        yield from warned_of(noun)
    over = noun.head.head
    if (
        noun.dep_ == "pobj"
        and noun.head.lower_ in ("of", "for")
        and over.pos_ == "NOUN"
        and over.lemma_.lower() in words()["noun"]
    ):
        yield words()["noun"][over.lemma_.lower()], over.lower_  # "a reward for information leading to …"
    closely = carrier(noun)
    verb = closely or carrier(noun, loosely=True)
    if verb is None or (
        governing(verb) == "stopped" and not any(c.lower_ in ("a", "an", "any") for c in noun.children)
    ):
        return  # what is ended was there, though the end be open: "could end decades of conflict"
    for effect, cue in (*local(verb, noun), *climb(reading, verb, depth + 1)):
        if effect in _UNREAL:
            yield ("possible" if effect == "would" else effect), cue
        elif effect in ("negative", "denied") and closely is not None:
            yield "possible", cue


def _awaited_occasion(reading: Reading, noun: Token, depth: int) -> Iterator[Effect]:
    """What a known occasion takes from going there: "will boycott the election", "plans to attend the summit"."""
    verb = carrier(noun, loosely=True)
    types = {s.type for s in load().senses.get(("noun", noun.lemma_.lower()), ())}
    if verb is None or verb.lemma_.lower() not in words()["words"]["attends"] or not types & {"contest", "consult"}:
        return
    for effect, cue in (*local(verb, noun), *climb(reading, verb, depth + 1)):
        if effect in ("future", "would"):
            yield "future", cue


def climb(reading: Reading, verb: Token, depth: int) -> Iterator[Effect]:
    """What governs the clause of a verb, up to where the text asserts something of its own."""
    head = verb.head
    if head == verb or depth > _DEEPEST:
        return
    yield from awaited(reading, verb)
    if verb.dep_ == "conj" and any(c.dep_ == "mark" and c.lower_ == "that" for c in verb.children):
        yield from _complement(reading, verb, head, depth)  # "said that A, and that B"
    elif verb.dep_ == "conj" and head.pos_ in ("VERB", "AUX"):
        yield from _conjunct(reading, verb, head, depth)
    elif verb.dep_ in ("xcomp", "ccomp", "oprd", "acomp"):
        yield from _complement(reading, verb, head, depth)
    elif made_to(verb) is not None:  # "caused a wave to flood the port", wherever the parser hangs the infinitive
        yield from _complement(reading, verb, head if verb.dep_ == "advcl" else head.head, depth)
    elif verb.dep_ in ("acl", "relcl") and is_infinitive(verb):
        yield from _infinitive_of_noun(reading, verb, head, depth)
    elif verb.dep_ in ("acl", "relcl"):
        if in_case(head):
            yield "conditional", "in case"
        yield from _gapped(reading, verb, head)
        yield from told_by(verb, head)
        yield from (("suspected", cue) for effect, cue in modifiers(head) if effect == "probable")  # "alleged crimes"
        yield from relative(reading, verb, head)
        # What a relative clause tells in the past is told: "asked it to stop a trial in which she had been heard".
        settled = verb.dep_ == "relcl" and is_finite_past(verb)
        above = () if settled else tuple(inherited(reading, head, depth + 1))
        if is_anybody(head) and (defines(head) or any(e in _UNREAL for e, _ in above)):
            yield "generic", head.lower_  # "to arrest a person wanted by …": whoever that may be
        else:
            yield from above
        yield from _object_clause(reading, verb, head, depth)
    elif verb.dep_ == "advcl":
        yield from adverbial(verb, head)
        if verb.tag_ in ("VBG", "VBN", "VB") and child(verb, "nsubj", "nsubjpass") is None:
            yield from (cue for cue in climb(reading, head, depth + 1) if cue[0] in _UNREAL)
    elif verb.dep_ == "pcomp" and not asks_degree(verb):
        yield from gerund(head)
        yield from _above_preposition(reading, head, depth)
    elif verb.dep_ in ("csubj", "csubjpass"):
        yield from subject_clause(verb, head)
    elif verb.tag_ == "VBG" and verb.dep_ in ("compound", "amod") and head.pos_ == "PROPN" and head.dep_ == "nsubj":
        yield from subject_clause(verb, head.head)  # "Attacking Port Alder would be a crime"


def _conjunct(reading: Reading, verb: Token, head: Token, depth: int) -> Iterator[Effect]:
    own = [
        c for c in verb.children if c.dep_ in ("aux", "auxpass", "nsubj") and c.lower_ != "be"
    ]  # "can V and be V-ed"
    unmarked = verb.tag_ in ("VB", "VBN", "VBG") or (verb.tag_ == "VBP" and head.tag_ in ("VB", "VBP"))
    bare = unmarked and not own
    gapped = verb.tag_ == "VBN" and head.tag_ == "VBN" and all(c.dep_ == "nsubj" for c in own)
    if bare or gapped:  # "stations will be shut and lines closed"
        yield from local(head)
        yield from aspect(reading, head)
    elif any(c.dep_ == "cc" and c.lower_ == "nor" for c in head.children):
        yield "negative", "nor"
    shared = child(head, "xcomp")
    if verb.tag_ == "VB" and head.tag_ not in ("VB", "VBP") and shared is not None and is_infinitive(shared):
        yield from _complement(reading, shared, head, depth)  # "were told to stop, turn and leave"
    if any(c.lower_ == "than" for c in (*head.children, *verb.children) if c.dep_ in ("cc", "mark", "prep")):
        yield "negative", "rather than"
    above = climb(reading, head, depth + 1)
    if child(verb, "nsubj", "nsubjpass") is None:
        yield from above
        if says(head.lemma_.lower()) and any(c.lower_ == "would" for c in verb.children):
            yield "hearsay", head.lower_  # "said she was ill, but would come"
    else:  # "said that A left, and that B stayed": the second is no more the article's word than the first
        yield from (cue for cue in above if cue[0] in ("hearsay", "alleged"))


def _object_clause(reading: Reading, verb: Token, noun: Token, depth: int) -> Iterator[Effect]:
    """A participle that tells, with its noun, what the verb over both is about: "ruled out troops being sent", "would
    have the rules put in place".
    """
    if any(c.dep_ == "mark" for c in verb.children):
        return
    if noun.dep_ == "dobj" and noun.head.lemma_ in ("have", "get") and verb.tag_ == "VBN" and verb.i > noun.i:
        above = (*local(noun.head), *climb(reading, noun.head, depth + 1))
        yield from (cue for cue in above if cue[0] in _UNREAL | {"negative"})
    passive = any(c.lower_ == "being" for c in verb.children if c.dep_ == "auxpass")
    if verb.dep_ == "acl" and noun.dep_ == "dobj" and noun.head.pos_ == "VERB" and (passive or verb.tag_ == "VBG"):
        effect = governing(noun.head)
        if effect is not None and (passive or effect in ("negative", "denied", "forbidden")):
            yield effect, noun.head.lower_


def _gapped(reading: Reading, verb: Token, noun: Token) -> Iterator[Effect]:
    """A second subject behind the verb that it shares: "stations will be shut and lines closed"."""
    if verb.tag_ == "VBN" and noun.dep_ == "conj":
        shared = noun.head if noun.head.pos_ == "VERB" else noun.head.head
        if shared.tag_ == "VBN" and shared.i < noun.i and verb != shared and child(shared, "auxpass") is not None:
            yield from local(shared)
            yield from aspect(reading, shared)


def _infinitive_of_noun(reading: Reading, verb: Token, head: Token, depth: int) -> Iterator[Effect]:
    if head.dep_ == "ROOT" and headline_future(reading, verb):
        return  # "Minister to resign", where the parser makes a phrase of it
    in_order = head.lower_ == "order" and head.dep_ == "pobj" and head.head.lower_ == "in"
    yield ("future" if in_order else noun_effect(head)), head.lower_
    yield from noun_climb(head, depth + 1)
    if is_ranked(head):
        above = carrier(head)
        if above is not None:  # "would be the first to sign"
            yield from (*local(above), *climb(reading, above, depth + 1))


def _above_preposition(reading: Reading, prep: Token, depth: int) -> Iterator[Effect]:
    """What acts on the verb over "from leaving", "without saying": only what leaves the whole open."""
    governor = prep.head
    if governor.pos_ not in ("VERB", "AUX"):
        return
    above = governing(governor) or ""
    for effect, cue in (*local(governor), *climb(reading, governor, depth + 1)):
        if effect in _UNREAL:
            yield left_open("negative" if above == "stopped" else above, effect), cue


def _complement(reading: Reading, verb: Token, head: Token, depth: int) -> Iterator[Effect]:
    lemma = head.lemma_.lower()
    if verb.dep_ == "ccomp" and stands_alone(verb, head):
        return
    if lemma == "be" and verb.dep_ == "ccomp":  # "it is possible that …"
        told = child(head, "acomp", "attr")
        yield from judged(told) if told is not None else ()
    infinitive = is_infinitive(verb)
    if infinitive and verb.dep_ == "xcomp" and head.pos_ == "VERB" and outcome(verb, head):
        yield from climb(reading, head, depth + 1)  # "rose to become mayor"
        return
    if head.pos_ == "ADJ" or (head.pos_ == "VERB" and lemma in words()["adjective"] and lemma not in words()["verb"]):
        yield from _of_adjective(reading, head, depth, infinitive=infinitive)
        return
    if lemma in ("be", "have") and verb.dep_ == "xcomp":
        above = tuple(climb(reading, head, depth + 1))
        yield be_or_have(lemma, head, reported=any(e == "hearsay" for e, _ in above))
        yield from local(head)
        yield from above
        return
    if lemma == "go" and verb.dep_ == "xcomp" and head.tag_ == "VBG" and infinitive:
        yield "future", "going to"
        yield from local(head)
        return
    effect = effect_of(reading, verb, head, infinitive=infinitive)
    if effect == "stopped" and _has_ended(reading, head, depth):
        yield "ended", head.lower_
        return
    known = effect == "possible" and any(c.tag_ in ("WRB", "WP", "WDT") and c.i < verb.i for c in verb.children)
    if effect in ("negative", "denied") and verb.dep_ == "ccomp" and any(e == "negative" for e, _ in local(head)):
        yield "possible", head.lower_  # "did not deny that it attacked": who knows
    if effect is not None and not known:  # "discussed why he left": he did
        yield effect, head.lower_
    if says(lemma):
        yield "hearsay", head.lower_
        doubts = ("negative", "denied", "possible", "conditional")
        if any(e in doubts for e, _ in (*local(head), *climb(reading, head, depth + 1))):
            yield "possible", head.lower_  # what nobody is told to have said
        return
    if verb.dep_ == "xcomp" and effect in (None, "keep"):
        yield from (
            (e, cue) for e, cue in aspect(reading, head) if e in ("ongoing", "generic")
        )  # "uses it to sort mail"
    for governing_effect, cue in (*local(head), *climb(reading, head, depth + 1)):
        if governing_effect != "would" or verb.dep_ == "xcomp":
            yield left_open(effect or "", governing_effect), cue


def _has_ended(reading: Reading, stop: Token, depth: int) -> bool:
    """Whether the text tells as done that something stopped, which therefore had been going on: "stopped shelling"."""
    told = stop.tag_ == "VBD" or (stop.tag_ == "VBN" and child(stop, "aux", "auxpass") is not None)
    undone = _UNREAL | {"negative", "denied"}
    return told and not any(e in undone for e, _ in (*local(stop), *climb(reading, stop, depth + 1)))


def _of_adjective(reading: Reading, head: Token, depth: int, *, infinitive: bool) -> Iterator[Effect]:
    lemma = head.lemma_.lower()
    copula = head.head if head.dep_ in ("acomp", "attr", "oprd") else head
    if any(c.lower_ == "too" for c in head.children) and infinitive:
        yield "negative", "too"
    elif lemma == "able" and (present(copula) or head.dep_ == "amod"):
        yield "possible", head.lower_  # an ability; "was able to flee" tells the flight
    elif lemma in words()["adjective"] or infinitive:
        enough = any(c.lower_ == "enough" for c in head.children) and copula.tag_ == "VBD"  # "was dark enough to need"
        yield words()["adjective"].get(lemma, "keep" if enough else "possible"), head.lower_
    yield from local(copula)
    yield from climb(reading, copula, depth + 1)
