"""What was said when no quotation mark says it: the clause or phrase a reporting verb takes."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.articles_to_docs.tree import children
from kg.docs_to_claims.statements.clauses import Complement, clause_complements, has_that, subtree
from kg.docs_to_claims.statements.cues import Cue
from kg.docs_to_claims.statements.fronted import fronted_complements
from kg.docs_to_claims.statements.labels import label_complements
from kg.docs_to_claims.statements.lexicon import reporting
from kg.docs_to_claims.statements.objects import object_complements
from kg.docs_to_claims.statements.scene import Scene
from kg.docs_to_claims.statements.subjects import is_passive

WHOLE = frozenset({"any", "all", "a", "an"})


def complements(scene: Scene, cue: Cue) -> Iterator[Complement]:
    """What this cue takes, most telling pattern first; the caller uses the first that holds."""
    takes = cue.verb.takes
    if "doing" in takes:
        yield from _gerund(scene, cue)
    if takes & {"that", "quote", "whether"}:
        yield from clause_complements(scene, cue)
        yield from fronted_complements(scene, cue)
    if "clause_to" in takes:
        yield from _raised(cue)
    if takes & {"to", "object_to"}:
        yield from _infinitive(scene, cue)
    if "on_to" in takes:
        yield from _call_on(cue)
    if "of" in takes:
        yield from _of(cue)
    if takes & {"label", "as"}:
        yield from label_complements(scene, cue)
    if "noun" in takes:
        yield from _noun(cue)
    if "figure" in takes:
        yield from _figure(cue)
    if "object" in takes:
        yield from object_complements(scene, cue)


def _is_thing(scene: Scene, noun: Token) -> bool:
    entity = scene.reading.entity(noun)
    return entity is not None and entity.type in ("product", "other", "work", "law_or_treaty") and noun.pos_ == "NOUN"


def _infinitive(scene: Scene, cue: Cue) -> Iterator[Complement]:
    for child in children(cue.token):
        asked = _asked_of(cue, child)
        if (child.dep_ not in ("xcomp", "ccomp") and asked is None) or child.i < cue.token.i:
            continue
        to = next((c for c in children(child) if c.lower_ == "to" and c.dep_ == "aux"), None)
        perfect = child.tag_ == "VBN" and any(c.lower_ == "have" and c.dep_ == "aux" for c in children(child))
        if to is None or not (child.tag_ == "VB" or perfect):
            continue
        if asked is not None:  # "demanded from the agency to pay"
            yield Complement(((to.i, max(t.i for t in child.subtree)),), "infinitive", asked)
            continue
        inner = next((c for c in children(child) if c.dep_ == "nsubj" and c.i < to.i), None)
        person = inner or next((c for c in children(cue.token) if c.dep_ in ("dobj", "dative") and c.i < to.i), None)
        if person is not None and _is_thing(scene, person):
            continue  # "requested ballots to vote by mail"
        if ("object_to" if person is not None else "to") not in cue.verb.takes and not (
            person is not None and "to" in cue.verb.takes and cue.verb.addressee == "object"
        ):
            continue
        negation = [c.i for c in children(child) if c.dep_ == "neg" and cue.token.i < c.i < to.i]
        first = min([to.i, *negation])
        yield Complement(((first, max(t.i for t in child.subtree)),), "infinitive", person)


def _raised(cue: Cue) -> Iterator[Complement]:
    """What is thought to come: "expects sales to shrink by 4%"."""
    for clause in children(cue.token):
        who = next((c for c in children(clause) if c.dep_ == "nsubj"), None)
        to = any(c.lower_ == "to" and c.dep_ == "aux" for c in children(clause))
        if clause.dep_ == "ccomp" and who is not None and to and who.i > cue.token.i:
            apart = next((c.left_edge.i - 1 for c in children(clause) if c.dep_ == "advcl" and c.i > clause.i), None)
            yield Complement(((who.left_edge.i, apart if apart is not None else clause.right_edge.i),), "infinitive")


def _asked_of(cue: Cue, clause: Token) -> Token | None:
    """Who is to do what an infinitive says behind "demanded from the agency", where the parser takes it for an aim."""
    if cue.verb.stance not in _ASKING or clause.dep_ not in ("advcl", "xcomp") or is_passive(cue.token):
        return None
    between = [c for c in children(cue.token) if cue.token.i < c.i < clause.i and c.dep_ != "punct"]
    if len(between) != 1 or between[0].lower_ not in ("from", "of", "to", "on", "with"):
        return None
    return next((c for c in children(between[0]) if c.dep_ == "pobj"), None)


_ASKING = frozenset({"demanded", "called for", "asked", "urged", "requested"})


def _call_on(cue: Cue) -> Iterator[Complement]:
    """Find the infinitive of "called on the ministry to station police", wherever the parser hung it."""
    for prep in children(cue.token):
        if prep.dep_ not in ("prep", "prt") or prep.lower_ != cue.verb.addressee or prep.i < cue.token.i:
            continue
        person = next(
            (c for c in [*children(prep), *children(cue.token)] if c.dep_ in ("pobj", "dobj") and c.i > prep.i), None
        )
        for verb in [*children(cue.token), *children(prep), *(children(person) if person is not None else ())]:
            to = next((c for c in children(verb) if c.lower_ == "to" and c.dep_ == "aux"), None)
            if person is not None and to is not None and to.i > person.i:
                yield Complement(((to.i, max(t.i for t in verb.subtree)),), "infinitive", person)


def _gerund(scene: Scene, cue: Cue) -> Iterator[Complement]:
    """Find the verb form right behind the cue and what hangs on it: "denied having paid"."""
    for prep in children(cue.token):
        done = next((c for c in children(prep) if c.dep_ == "pcomp" and c.tag_ in ("VBG", "VBN")), None)
        if prep.i == cue.token.i + 1 and prep.lower_ == "to" and done is not None:  # "admitted to having paid"
            yield Complement((subtree(done, prep.i),), "gerund")
            return
    first = cue.token.i + 1
    while first < len(cue.token.doc) and cue.token.doc[first].dep_ == "neg":
        first += 1
    start = cue.token.doc[first] if first < len(cue.token.doc) else cue.token
    if start.tag_ != "VBG" or scene.depth[start.i] != scene.depth[cue.token.i]:
        return
    verb = start.head if start.dep_ in ("aux", "auxpass") else start
    yield Complement(((cue.token.i + 1, max(t.i for t in verb.subtree)),), "gerund")


def _of(cue: Cue) -> Iterator[Complement]:
    accused = [c for c in children(cue.token) if c.dep_ == "dobj" and c.i > cue.token.i]
    told = [
        c for a in accused for c in children(a) if any(g.tag_ == "VBG" for g in children(c))
    ]  # hung on whom it accuses
    for prep in (*children(cue.token), *told):
        if prep.dep_ != "prep" or prep.lower_ != "of":
            continue
        held = next((c for c in children(prep) if c.dep_ in ("pcomp", "pobj")), None)
        if held is not None and not (held.pos_ == "PRON" and held.lower_ in reporting().empty_objects):
            person = next((c for c in children(cue.token) if c.dep_ in ("dobj", "dative") and c.i < prep.i), None)
            doing = held.dep_ == "pcomp" or held.tag_ == "VBG"
            last = max(subtree(held, prep.i)[1], prep.right_edge.i if doing else held.i)
            yield Complement(((prep.i + 1, last),), "gerund" if doing else "noun", person)


def _noun(cue: Cue) -> Iterator[Complement]:
    """Find what is denied: S of "denied reports that S", the noun phrase of "denied any wrongdoing".

    "denied the charges" is left out: what they are stands elsewhere.
    """
    for child in children(cue.token):
        if child.dep_ != "dobj" or child.pos_ not in ("NOUN", "PROPN"):
            continue
        clause = next((c for c in children(child) if c.dep_ in ("acl", "ccomp", "relcl") and has_that(c)), None)
        if clause is not None:
            yield Complement((subtree(clause, cue.token.i),), "clause")
        elif not any(c.dep_ == "poss" or (c.dep_ == "det" and c.lower_ not in WHOLE) for c in children(child)):
            yield Complement((subtree(child, cue.token.i),), "noun")


def _figure(cue: Cue) -> Iterator[Complement]:
    for child in children(cue.token):
        if child.dep_ == "dobj" and child.lemma_.lower() in cue.verb.figures:
            at = next(
                (c for c in [*children(cue.token), *children(child)] if c.dep_ == "prep" and c.lower_ == "at"), None
            )
            if at is not None and at.i > child.i:
                yield Complement(((child.left_edge.i, at.right_edge.i),), "figure")
