"""What makes an event verb unreal: the clauses, adjectives and nouns that govern it, one governor at a time."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.articles_to_docs.reading import Reading
from kg.articles_to_docs.tree import children
from kg.docs_to_claims.events.status.axes import UNREAL, Effect, words
from kg.docs_to_claims.events.status.clause_cues import asks_degree, governing, if_clause, local, modals, reports
from kg.docs_to_claims.events.status.complements import be_or_have, effect_of, judged, left_open, says, stands_alone
from kg.docs_to_claims.events.status.new_things import of_a_kind, taken, wished
from kg.docs_to_claims.events.status.noun_phrases import content_of, in_case, is_ranked, modifiers, noun_effect
from kg.docs_to_claims.events.status.noun_scope import carrier, noun_climb
from kg.docs_to_claims.events.status.prepositions import above_preposition
from kg.docs_to_claims.events.status.sharing import gapped, shared
from kg.docs_to_claims.events.status.side_clauses import (
    adverbial,
    awaited,
    defines,
    gerund,
    is_anybody,
    is_cleft,
    is_unpicked,
    outcome,
    passive_infinitive,
    relative,
    subject_clause,
    told_by,
)
from kg.docs_to_claims.events.status.tense import aspect, headline_future, is_finite_past, present
from kg.docs_to_claims.events.syntax import SUBJECTS, child, claimed, is_infinitive, made_to
from kg.docs_to_claims.events.triggers.senses import load

_DEEPEST = 8


def clause(reading: Reading, verb: Token, carried: Token | None = None) -> Iterator[Effect]:
    """What acts on a verb in its own clause, then what governs that clause. ``carried``: see ``local``."""
    yield from local(verb, carried)
    yield from aspect(reading, verb)
    if claimed(verb) is not None:
        yield "hearsay", "claimed"
    if if_clause(verb):  # "would leave if …", "leaves if …"; "left if …" is too seldom what it seems
        now = present(verb) or any(c.lower_ in ("do", "does") for c in children(verb) if c.dep_ == "aux")
        if now or any(e in ("future", "would", "possible") for e, _ in modals(verb)):
            yield "conditional", "if"
    yield from climb(reading, verb, 0)


def inherited(reading: Reading, noun: Token, depth: int = 0) -> Iterator[Effect]:
    """What a noun that brings in something new takes from its clause: "could trigger a strike"."""
    if depth <= _DEEPEST:
        yield from taken(reading, noun, lambda verb: climb(reading, verb, depth + 1))


def climb(reading: Reading, verb: Token, depth: int) -> Iterator[Effect]:
    """What governs the clause of a verb, up to where the text asserts something of its own."""
    head = verb.head
    if head == verb or depth > _DEEPEST:
        return
    yield from awaited(reading, verb)
    if verb.dep_ == "conj" and any(c.dep_ == "mark" and c.lower_ == "that" for c in children(verb)):
        yield from _complement(reading, verb, head, depth)  # "said that A, and that B"
    elif _resumes(verb, head):
        yield from climb(reading, head.head, depth + 1)
    elif verb.dep_ == "conj" and head.pos_ in ("VERB", "AUX"):
        yield from _conjunct(reading, verb, head, depth)
    elif verb.dep_ in ("xcomp", "ccomp", "oprd", "acomp") or _is_gerund(verb, "dobj", "nsubjpass"):
        yield from _complement(reading, verb, head, depth)
    elif _is_made(verb):  # "caused a wave to flood the port", wherever the parser hangs the infinitive
        yield from _complement(reading, verb, head if verb.dep_ == "advcl" else head.head, depth)
    elif verb.dep_ in ("acl", "relcl") and is_infinitive(verb):
        yield from _infinitive_of_noun(reading, verb, head, depth)
    elif verb.dep_ in ("acl", "relcl"):
        yield from _of_noun(reading, verb, head, depth)
    elif verb.dep_ == "advcl":
        yield from _adverbial(reading, verb, head, depth)
    elif (verb.dep_ == "pcomp" or _is_gerund(verb, "pobj")) and not asks_degree(verb):
        yield from gerund(head)
        yield from above_preposition(head, lambda over: climb(reading, over, depth + 1))
    elif verb.dep_ in ("csubj", "csubjpass") or (_is_gerund(verb, "nsubj") and head.pos_ in ("VERB", "AUX")):
        yield from subject_clause(verb, head)
    elif verb.tag_ == "VBG" and verb.dep_ in ("compound", "amod") and head.pos_ == "PROPN" and head.dep_ == "nsubj":
        yield from subject_clause(verb, head.head)  # "Attacking Port Alder would be a crime"


def _of_noun(reading: Reading, verb: Token, head: Token, depth: int) -> Iterator[Effect]:
    """What acts on a clause that hangs on a noun: the noun, what is said of it, and the clause it stands in."""
    if in_case(head):
        yield "conditional", "in case"
    yield from gapped(reading, verb, head)
    yield from told_by(verb, head)
    yield from (("suspected", cue) for effect, cue in modifiers(head) if effect == "probable")  # "alleged crimes"
    yield from relative(reading, verb, head)
    yield from wished(reading, verb, head)
    yield from of_a_kind(reading, verb, head)
    if is_cleft(verb):
        yield from (*local(head.head), *climb(reading, head.head, depth + 1))  # "it was not she who left"
    elif verb.dep_ == "acl" and head.dep_ == "pobj" and head.head.lower_ == "without":
        yield "negative", "without"  # "passed without rules limiting it"
        yield from above_preposition(head.head, lambda over: climb(reading, over, depth + 1))
    # What a relative clause tells in the past is told: "asked it to stop a trial in which she had been heard".
    settled = verb.dep_ == "relcl" and is_finite_past(verb) and not is_unpicked(head)
    if is_unpicked(head) and head.dep_ in SUBJECTS and head.head.pos_ in ("VERB", "AUX"):
        above = (*local(head.head), *climb(reading, head.head, depth + 1))  # "anyone who left would regret it"
    else:
        above = () if settled else tuple(inherited(reading, head, depth + 1))
    if is_anybody(head) and (defines(head) or any(e in UNREAL for e, _ in above)):
        yield "generic", head.lower_  # "to arrest a person wanted by …": whoever that may be
    else:
        yield from above
    yield from _object_clause(reading, verb, head, depth)


def _adverbial(reading: Reading, verb: Token, head: Token, depth: int) -> Iterator[Effect]:
    """What acts on a clause beside another: its kind, and what leaves the clause over it open."""
    yield from adverbial(verb, head)
    passing = UNREAL if child(verb, "nsubj", "nsubjpass") is None else frozenset({"hearsay", "alleged"})
    if passing is not UNREAL or verb.tag_ in ("VBG", "VBN", "VB"):  # "were said to be at sea when they were hit"
        yield from (cue for cue in climb(reading, head, depth + 1) if cue[0] in passing)
    if verb.tag_ == "VBG" and verb.i > head.i and head.lemma_ == "be" and present(head):
        yield "ongoing", head.lower_  # "are at the spot, giving help"


def _is_made(verb: Token) -> bool:
    """Whether a verb makes somebody do what an infinitive tells; a noun of intent keeps its own ("sees no need to")."""
    intent = verb.dep_ == "acl" and verb.head.lemma_.lower() in words()["noun"]
    return made_to(verb) is not None and not intent


def _is_gerund(verb: Token, *deps: str) -> bool:
    """Whether a gerund is hung as a noun would be ("avoided playing them")."""
    return verb.tag_ == "VBG" and verb.dep_ in deps


def _resumes(verb: Token, head: Token) -> bool:
    """Whether a past tense joined to an infinitive goes on with the verb over it: "refused to speak and left"."""
    past = verb.dep_ == "conj" and verb.tag_ == "VBD" and verb.lower_ not in words()["words"]["unchanged"]
    return past and is_infinitive(head) and head.head.tag_ == "VBD" and child(verb, "nsubj", "nsubjpass") is None


def _conjunct(reading: Reading, verb: Token, head: Token, depth: int) -> Iterator[Effect]:
    yield from shared(reading, verb, head)
    infinitive = child(head, "xcomp")
    if verb.tag_ == "VB" and head.tag_ not in ("VB", "VBP") and infinitive is not None and is_infinitive(infinitive):
        yield from _complement(reading, infinitive, head, depth)  # "were told to stop, turn and leave"
    doer = child(verb, "nsubj", "nsubjpass")
    if doer is None and head.dep_ == "ccomp" and child(head, "expl") is not None:
        yield from climb(reading, head.head, depth + 1)  # "said there was none, and left": nothing "there" can leave
        return
    above = climb(reading, head, depth + 1)
    if doer is None:
        yield from above
        if says(head.lemma_.lower()) and any(c.lower_ == "would" for c in children(verb)):
            yield "hearsay", head.lower_  # "said she was ill, but would come"
    else:  # "said that A left, and that B stayed": the second is no more the article's word than the first
        yield from (cue for cue in above if cue[0] in ("hearsay", "alleged"))


def _object_clause(reading: Reading, verb: Token, noun: Token, depth: int) -> Iterator[Effect]:
    """A participle that tells, with its noun, what the verb over both is about: "ruled out troops being sent", "would
    have the rules put in place".
    """
    if any(c.dep_ == "mark" for c in children(verb)):
        return
    if noun.dep_ == "dobj" and noun.head.lemma_ in ("have", "get") and verb.tag_ == "VBN" and verb.i > noun.i:
        above = (*local(noun.head), *climb(reading, noun.head, depth + 1))
        yield from (cue for cue in above if cue[0] in UNREAL | {"negative"})
    passive = any(c.lower_ == "being" for c in children(verb) if c.dep_ == "auxpass")
    if verb.dep_ == "acl" and noun.dep_ == "dobj" and noun.head.pos_ == "VERB" and (passive or verb.tag_ == "VBG"):
        effect = governing(noun.head)
        if effect is not None and (passive or effect in ("negative", "denied", "forbidden")):
            yield effect, noun.head.lower_


def _infinitive_of_noun(reading: Reading, verb: Token, head: Token, depth: int) -> Iterator[Effect]:
    if head.dep_ == "ROOT" and headline_future(reading, verb):
        return  # "Minister to resign", where the parser makes a phrase of it
    in_order = head.lower_ == "order" and head.dep_ == "pobj" and head.head.lower_ == "in"
    known = in_order or (passive_infinitive(verb) and head.lemma_.lower() not in words()["noun"])
    if head.dep_ in ("nsubj", "attr") and head.head.lower_ == "were" and head.head.i == head.left_edge.i - 1:
        yield "conditional", "inversion"  # "were a vote to be held"
    # "a film to be shown in May" is told as planned, "the money to rebuild" leaves the outcome open.
    yield from content_of(head, "future" if known and not is_ranked(head) else noun_effect(head))
    yield from noun_climb(head, depth + 1)
    if is_ranked(head):
        above = head.head if head.dep_ in ("ccomp", "xcomp", "oprd") else carrier(head)
        if above is not None:  # "would be the first to sign"
            yield from (*local(above), *climb(reading, above, depth + 1))


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
    clause_of_its_own = verb.dep_ == "ccomp" and not infinitive and verb.tag_ != "VBG"
    if clause_of_its_own and lemma in words()["words"]["presupposing"]:
        yield from (cue for cue in climb(reading, head, depth + 1) if cue[0] in ("hearsay", "alleged"))
        return
    teller = child(head, "nsubj")
    if clause_of_its_own and teller is not None and teller.lemma_.lower() in words()["words"]["hearsay"]:
        yield "hearsay", teller.lower_
    effect = effect_of(reading, verb, head, infinitive=infinitive)
    if effect == "stopped" and _has_ended(reading, head, depth):
        yield "ended", head.lower_
        return
    known = effect == "possible" and any(c.tag_ in ("WRB", "WP", "WDT") and c.i < verb.i for c in children(verb))
    may_be = effect == "denied" or (effect == "negative" and verb.dep_ == "ccomp")
    if may_be and any(e == "negative" for e, _ in local(head)):
        yield "possible", head.lower_  # "did not deny that it attacked": who knows
    if effect is not None and not known:  # "discussed why he left": he did
        yield effect, head.lower_
    passed_on = verb.dep_ == "ccomp" and effect is None and lemma in load().saying and reports(verb, head)
    if says(lemma) or passed_on:  # "told the paper that she had left"
        yield "hearsay", head.lower_
        doubts = ("negative", "denied", "possible", "conditional")
        if any(e in doubts for e, _ in (*local(head), *climb(reading, head, depth + 1))):
            yield "possible", head.lower_  # what nobody is told to have said
        return
    # "makes it leave" and "sees it sold" tell as much as the verb above does; "says it left" tells it by itself.
    carried = infinitive or (lemma in words()["words"]["watching"] and child(verb, "mark", "advmod") is None)
    if (verb.dep_ == "xcomp" or carried) and effect in (None, "keep"):
        yield from (
            (e, cue) for e, cue in aspect(reading, head) if e in ("ongoing", "generic")
        )  # "uses it to sort mail"
    for governing_effect, cue in (*local(head), *climb(reading, head, depth + 1)):
        if clause_of_its_own and governing_effect == "negative" and lemma in words()["words"]["proving"]:
            yield "possible", cue  # "failed to prove that she left"
        elif governing_effect != "would" or verb.dep_ == "xcomp" or carried:
            yield left_open(effect or "", governing_effect), cue


def _has_ended(reading: Reading, stop: Token, depth: int) -> bool:
    """Whether the text tells as done that something stopped, which therefore had been going on: "stopped shelling"."""
    told = stop.tag_ == "VBD" or (stop.tag_ == "VBN" and child(stop, "aux", "auxpass") is not None)
    undone = UNREAL | {"negative", "denied"}
    return told and not any(e in undone for e, _ in (*local(stop), *climb(reading, stop, depth + 1)))


def _of_adjective(reading: Reading, head: Token, depth: int, *, infinitive: bool) -> Iterator[Effect]:
    lemma = head.lemma_.lower()
    copula = head.head if head.dep_ in ("acomp", "attr", "oprd") else head
    if any(c.lower_ == "too" for c in children(head)) and infinitive:
        yield "negative", "too"
    elif lemma == "able" and (present(copula) or head.dep_ == "amod"):
        yield "possible", head.lower_  # an ability; "was able to flee" tells the flight
    elif lemma in words()["adjective"] or infinitive:
        enough = any(c.lower_ == "enough" for c in children(head)) and copula.tag_ == "VBD"  # "was dark enough to need"
        yield words()["adjective"].get(lemma, "keep" if enough else "possible"), head.lower_
    yield from local(copula)
    yield from climb(reading, copula, depth + 1)
