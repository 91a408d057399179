"""Finds reporting verbs that a text asserts: said, not "would say", "declined to say" or "did not say"."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from kg.articles_to_docs.names.vocabulary import vocabulary
from kg.docs_to_claims.statements.absolutes import beside_preposition
from kg.docs_to_claims.statements.lexicon import Verb, reporting
from kg.docs_to_claims.statements.naming import is_denied_subject, named
from kg.docs_to_claims.statements.scene import Scene
from kg.records import Ref

CONTINUING = frozenset({"go", "continue", "begin", "start", "keep"})
LINKING = frozenset({"by", "in", "after", "before", "while", "when"})
"""Prepositions under which a participle's subject is the main verb's: "by saying", "after telling"."""

SAID = frozenset({"said", "says"})
"""Cues whatever the tagger takes them for: "“…,” the 38-year-old said"."""
FIRST_OR_SECOND = frozenset({"i", "we", "you"})


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting verb in the text and its entry in the word list."""

    token: Token
    verb: Verb


def find_cues(scene: Scene) -> dict[int, Cue]:
    """Every asserted reporting verb by the index of its token, in order."""
    verbs = reporting().verbs
    out = {}
    for token, pos in zip(scene.reading.tokens, scene.reading.pos, strict=True):
        verbal = pos in ("VERB", "AUX") or token.lower_ in SAID
        verb = verbs.get(token.lower_) or verbs.get(token.lemma_.lower()) if verbal else None
        verb = verb or (verbs["say"] if token.lower_ in SAID else None)
        if verb is not None and has_particle(token, verb) and is_asserted(token):
            out[token.i] = Cue(token, verb)
    return out


def has_particle(token: Token, verb: Verb) -> bool:
    """Whether the particle the verb needs ("point out") stands beside it."""
    return verb.particle is None or any(c.lower_ == verb.particle for c in token.doc[token.i + 1 : token.i + 3])


def is_asserted(token: Token) -> bool:
    """Whether the text says that this saying took place."""
    unsaid = reporting()
    for child in token.children:
        if child.dep_ == "neg" or (child.dep_ == "aux" and child.tag_ == "MD" and child.lower_ != "can"):
            return False
        if child.dep_ == "mark" and child.lower_ in unsaid.conditions and not _parted(child, token):
            return False
    if token.tag_ == "VBG" and token.dep_ == "pcomp" and token.head.lower_ in unsaid.conditions:
        return False
    if token.tag_ != "VB" or any(c.dep_ == "aux" and c.lemma_ in ("do", "can") for c in token.children):
        return True
    return token.dep_ in ("xcomp", "advcl", "conj") and token.head.lemma_ in CONTINUING


def _parted(mark: Token, verb: Token) -> bool:
    """Whether a comma parts "if" from the verb: "… if it rains, an official said" sets no condition on the saying."""
    return any(t.text == "," for t in verb.doc[mark.i : verb.i])


def is_passive(token: Token) -> bool:
    """Whether the verb is a passive, with or without its auxiliary."""
    if any(c.dep_ in ("auxpass", "nsubjpass") for c in token.children):
        return True
    return token.tag_ == "VBN" and token.dep_ in ("acl", "relcl", "advcl") and not _has_auxiliary(token)


def _has_auxiliary(token: Token) -> bool:
    return any(c.dep_ == "aux" for c in token.children)


def speaker_tokens(token: Token) -> list[Token]:
    """The head words of whoever does the saying: subject, agent, or what a participle or relative clause hangs on."""
    if is_passive(token):
        return [p for by in token.children if by.dep_ == "agent" for p in by.children if p.dep_ == "pobj"]
    subject = _nearest_subject(token)
    if subject is not None:
        if subject.tag_ in ("WP", "WDT"):
            return _antecedent(token)
        return _joint(subject)
    if token.dep_ == "pcomp" and token.head.lower_ == "as":  # "quoted Ruiz as saying", "Ruiz was quoted as saying"
        quoting = token.head.head
        return [c for c in quoting.children if c.dep_ in ("dobj", "nsubjpass")]
    absolute = beside_preposition(token)
    if absolute is not None:
        return [absolute]
    if token.dep_ == "acl":
        return _holder(token.head)
    if token.dep_ in ("conj", "advcl", "xcomp", "dep") and token.head.i != token.i:
        return _shared_subject(outer(token))
    if token.dep_ == "pcomp" and token.tag_ == "VBG":  # "despite X claiming", "with X saying"
        beside = [c for c in token.head.children if c.dep_ == "pobj" and token.head.i < c.i < token.i]
        if beside:
            return beside
    if token.dep_ == "pcomp" and token.head.lower_ in LINKING:
        return _shared_subject(token.head.head)
    return []


def outer(cue: Token) -> Token:
    """The verb whose subject a participle or second verb shares, where the parser hangs it inside what was said.

    In "X said that Y fell, blaming Z" it is the verb of saying, and in "X agreed it may fall but ruled that S" too:
    a plain past goes on with the plain past above, not with "may fall".
    """
    head = cue.head
    behind_comma = cue.tag_ == "VBG" and cue.i > 0 and cue.nbor(-1).text in (",", "”", '"')
    modal = any(c.tag_ == "MD" for c in head.children if c.dep_ == "aux")
    other = modal or (head.tag_ in ("VBZ", "VBP") and cue.tag_ == "VBD")
    joined = cue.dep_ == "conj" and other and cue.tag_ == head.head.tag_ and cue.tag_ in ("VBD", "VBZ")
    while (behind_comma and cue.dep_ == "advcl") or joined:
        if head.dep_ != "ccomp" or head.i > cue.i or head.head.lemma_.lower() not in reporting().verbs:
            break
        head, joined = head.head, False
    return head


def _nearest_subject(verb: Token) -> Token | None:
    """The subject; of two that stand side by side before the verb ("the newspaper NAME reported") the name."""
    found = [c for c in verb.children if c.dep_ == "nsubj"]
    if len(found) > 2 and found[1].text == "-":  # "co-author", a subject in three pieces
        return found[2]
    if len(found) == 2 and found[1].i < verb.i:
        apart = found[1].left_edge.i - found[0].right_edge.i  # "his daughter, and a member of the board, NAME wrote"
        described = apart == 2 and found[0].pos_ == "NOUN" and found[1].pos_ == "PROPN"
        if found[1].left_edge.i == found[0].i + 1 or (described and found[0].right_edge.nbor(1).text == ","):
            return found[1]
    return found[0] if found else None


def _shared_subject(head: Token) -> list[Token]:
    """The grammatical subject of the verb a cue is joined to: "was not charged and denies …"."""
    if head.pos_ not in ("VERB", "AUX"):
        return []
    subject = next((c for c in head.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is None or subject.tag_ in ("WP", "WDT"):
        return speaker_tokens(head) if subject is None or not is_passive(head) else _antecedent(head)
    return _joint(subject)


def _joint(subject: Token) -> list[Token]:
    """A subject and what is joined to it by "and", also where the parser joins that to an apposition."""
    subject = _behind_source(subject)
    if _is_title(subject):  # "party leader and Prime Minister NAME said"
        return [next(c for c in subject.conjuncts if c.pos_ == "PROPN")]
    named = [subject, *(c for c in subject.children if c.dep_ == "appos")]
    joined = [c for n in named for c in n.conjuncts if c.i > n.i and not (n != subject and _tell_one(n, c))]
    return [subject, *(c for c in joined if not _is_same_person(subject, c))]


def _behind_source(subject: Token) -> Token:
    """The subject of "According to the agency, the judge, NAME, said …", where the parser takes the agency for it and
    the judge for its apposition.
    """
    verb, first = subject.head, subject.left_edge.i
    if first < 2 or [t.lower_ for t in subject.doc[first - 2 : first]] != ["according", "to"] or verb.i < subject.i:
        return subject
    beside = [c for c in subject.children if c.dep_ == "appos" and c.left_edge.i > subject.i + 1]
    last = verb.nbor(-2) if verb.nbor(-1).text == "," else verb.nbor(-1)
    named = last.i > subject.i and last.pos_ == "PROPN" and last.dep_ == "appos"
    return last if beside and named else next(iter(beside), subject)


def _tell_one(described: Token, joined: Token) -> bool:
    """Whether two nouns of an apposition tell of one person: "NAME, his wife and the chairwoman, said"."""
    return described.pos_ == "NOUN" and joined.tag_ == "NN"


def _is_title(subject: Token) -> bool:
    """Whether a bare noun for one person is joined to a title and a name: both are one."""
    bare = subject.tag_ == "NN" and not any(c.dep_ in ("det", "poss", "nummod") for c in subject.children)
    joined = [c for c in subject.conjuncts if c.i > subject.i]
    if not bare or len(joined) != 1 or joined[0].pos_ != "PROPN":
        return False
    return any(c.dep_ == "compound" and c.text in vocabulary().honorific for c in joined[0].children)


def _is_same_person(subject: Token, joined: Token) -> bool:
    """Whether a bare singular noun joined to a name only says more of it: "NAME of X and contributor to Y"."""
    bare = joined.tag_ == "NN" and not any(c.dep_ in ("det", "poss", "nummod") for c in joined.children)
    return bare and subject.pos_ == "PROPN"


def relayers(scene: Scene, token: Token) -> tuple[Ref, ...]:
    """Who quotes, in "Norpress quoted Ruiz as saying" and "Ruiz was quoted by Norpress as saying"."""
    if token.dep_ != "pcomp" or token.head.lower_ != "as":
        return ()
    heads = speaker_tokens(token.head.head)
    return tuple(r for h in heads if (r := scene.speaker(h)) is not None)


def _right_before(scene: Scene, token: Token) -> list[Token]:
    """The mention that ends right before a main verb the parser found no subject for: "…, Ana Ruiz, told the court"."""
    if is_passive(token) or token.dep_ not in ("ROOT", "ccomp") or token.tag_ not in ("VBD", "VBZ", "VBP", "VBN"):
        return []
    for before in reversed(token.doc[token.sent.start : token.i]):
        if scene.speaker(before) is not None:
            if before.dep_ == "pobj" and before.head.lower_ in ("on", "in", "with", "against", "over", "for", "to"):
                break  # "Mill condemns raid on depot, confirms cuts"
            holder = (
                before.head.head if before.dep_ == "pobj" and before.head.lower_ in ("of", "from", "at") else before
            )
            return [holder if scene.speaker(holder) is not None else before]
        if before.pos_ not in ("PUNCT", "AUX", "ADV", "SPACE"):
            break
    return []


def _antecedent(token: Token) -> list[Token]:
    while token.dep_ == "conj":
        token = token.head
    return [token.head] if token.dep_ == "relcl" else []


def _holder(noun: Token) -> list[Token]:
    """Who stands behind a noun: "a statement saying …" is its owner's or maker's; any other noun speaks for itself."""
    if noun.lemma_.lower() not in reporting().venue_nouns | reporting().nouns.keys():
        return [noun]
    owner = [c for c in noun.children if c.dep_ == "poss"]
    makers = [
        p for c in noun.children if c.dep_ in ("prep", "agent") and c.lower_ in ("from", "by") for p in c.children
    ]
    return owner or [p for p in makers if p.dep_ == "pobj"] or [noun]


def inverted(scene: Scene, verb: Token) -> Token | None:
    """The source behind a verb that ends what it says, taken for its object by the parser: "S, reported police"."""
    doc, known = verb.doc, reporting().verbs.get(verb.lemma_.lower())
    if known is None or "that" not in known.takes or verb.tag_ not in ("VBD", "VBZ") or verb.i == 0:
        return None
    if verb.nbor(-1).text not in (",", "”", '"') or any(c.dep_ in ("nsubj", "ccomp") for c in verb.children):
        return None
    taken = [c for c in verb.children if c.dep_ == "dobj"] if verb.dep_ != "amod" else [verb.head]
    who = next((t for t in taken if t.i > verb.i), None)
    entity = scene.reading.entity(who) if who is not None else None
    if who is None or entity is None or entity.type not in _SOURCES or len(taken) != 1:
        return None
    end = who.i + 1
    return who if end >= len(doc) or doc[end].text in (",", ".", ";") else None


_SOURCES = frozenset({"person", "organization", "group", "country"})


def speakers(scene: Scene, token: Token) -> tuple[Ref, ...]:
    """The entities that do the saying; () where none is known or the first or second person speaks."""
    found: dict[str, Ref] = {}
    behind = inverted(scene, token)
    heads = speaker_tokens(token) if behind is None else [behind]
    if not any(h.pos_ in ("NOUN", "PROPN", "PRON", "NUM", "ADJ") for h in heads):
        heads = _right_before(scene, token)
    if any(is_denied_subject(h) for h in heads):
        return ()
    for head in (n for h in heads for n in named(scene, h, token)):
        if head.lower_ in FIRST_OR_SECOND:
            return ()
        if scene.depth[head.i] != scene.depth[token.i]:
            continue
        ref = scene.speaker(head)
        if ref is not None and ref.text.lower() not in reporting().nobody:
            together = [r for r in scene.reading.refs(head) if (r.start, r.end) == (ref.start, ref.end)]
            for one in together or [ref]:  # "they" that means two
                found.setdefault(one.entity, one)
    return tuple(found.values())
