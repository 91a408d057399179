"""Whose saying a cue tells, by the tree alone: its subject or agent, or what a participle or clause hangs on."""

from __future__ import annotations

from spacy.tokens import Token

from kg.articles_to_docs.tree import children
from kg.docs_to_claims.statements.absolutes import beside_preposition
from kg.docs_to_claims.statements.joint import joint
from kg.docs_to_claims.statements.lexicon import reporting

LINKING = frozenset({"by", "in", "after", "before", "while", "when"})
"""Prepositions under which a participle's subject is the main verb's: "by saying", "after telling"."""


AUX = frozenset({"aux", "auxpass"})


def is_passive(token: Token) -> bool:
    """Whether the verb is a passive, with or without its auxiliary."""
    if any(c.dep_ in ("auxpass", "nsubjpass") for c in children(token)):
        return True
    if token.tag_ == "VBN" and token.dep_ == "conj" and token.head.tag_ == "VBN" and not _has_own(token):
        return is_passive(token.head)  # "were held or denied a visa"
    return token.tag_ == "VBN" and token.dep_ in ("acl", "relcl", "advcl") and not _has_auxiliary(token)


def _has_own(token: Token) -> bool:
    return any(c.dep_ in ("aux", "nsubj") for c in children(token))


def _has_auxiliary(token: Token) -> bool:
    return any(c.dep_ == "aux" for c in children(token))


def speaker_tokens(token: Token) -> list[Token]:
    """The head words of whoever does the saying: subject, agent, or what a participle or relative clause hangs on."""
    if is_passive(token):
        return [p for by in children(token) if by.dep_ == "agent" for p in children(by) if p.dep_ == "pobj"]
    subject = _nearest_subject(token)
    if subject is not None:
        if subject.tag_ in ("WP", "WDT"):
            return _antecedent(token)
        return joint(subject)
    if token.dep_ == "pcomp" and token.head.lower_ == "as":  # "quoted Ruiz as saying", "Ruiz was quoted as saying"
        quoting = token.head.head
        return [c for c in children(quoting) if c.dep_ in ("dobj", "nsubjpass")]
    absolute = beside_preposition(token)
    if absolute is not None:
        return [absolute]
    if token.dep_ == "acl":
        return _holder(token.head)
    if token.dep_ in ("conj", "advcl", "xcomp", "dep") and token.head.i != token.i:
        return _shared_subject(_finite(token, outer(token)))
    if token.dep_ == "pcomp" and token.tag_ == "VBG":  # "despite X claiming", "with X saying"
        beside = [c for c in children(token.head) if c.dep_ == "pobj" and token.head.i < c.i < token.i]
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
    modal = any(c.tag_ == "MD" for c in children(head) if c.dep_ == "aux")
    helper = {c.lower_ for c in children(head) if c.dep_ in AUX}
    says = cue.lemma_.lower() in reporting().verbs
    perfect = (
        says and head.tag_ == "VBN" and "had" in helper and cue.tag_ == "VBD"
    )  # "said they had left and accused NAME"
    mute = any(c.dep_ in ("nsubj", "nsubjpass", "expl") and c.lower_ in _MUTE for c in children(head))
    helped = cue.lemma_.lower() in reporting().verbs and any(
        c.tag_ in ("VBZ", "VBP") for c in children(head) if c.dep_ in ("aux", "auxpass")
    )
    bound = cue.lemma_.lower() in _BINDING and is_passive(head) and any(c.dep_ == "xcomp" for c in children(cue))
    other = bound or mute or modal or perfect or ((helped or head.tag_ in ("VBZ", "VBP")) and cue.tag_ == "VBD")
    same = cue.tag_ == head.head.tag_ or (bound and head.head.tag_ == "VBD")
    joined = cue.dep_ == "conj" and other and same and cue.tag_ in ("VBD", "VBZ", "VBN")
    while (behind_comma and cue.dep_ == "advcl") or joined:
        if head.dep_ != "ccomp" or head.i > cue.i or head.head.lemma_.lower() not in reporting().verbs:
            break
        head, joined = head.head, False
    return head


def _finite(cue: Token, head: Token) -> Token:
    """The finite verb a second one goes on with, past a participle: "read the data using a map and confirmed"."""
    bare = head.tag_ == "VBG" and not any(c.dep_ == "aux" for c in children(head))
    above = bare and cue.dep_ == "conj" and cue.tag_ in ("VBD", "VBZ") and head.head.tag_ in ("VBD", "VBZ")
    return head.head if above else head


_BINDING = frozenset({"threaten", "vow", "pledge", "promise", "offer"})
"""What only who says it can do with an infinitive: "said they had been kept in the dark and vowed to sue"."""


_MUTE = frozenset({"this", "that", "these", "those", "there"})
"""Subjects of what was said that say nothing themselves: "told it this was open and noted that S"."""


def _nearest_subject(verb: Token) -> Token | None:
    """The subject; of two that stand side by side before the verb ("the newspaper NAME reported") the name."""
    found = [c for c in children(verb) if c.dep_ == "nsubj"]
    if len(found) > 2 and found[1].text == "-":  # "co-author", a subject in three pieces
        return found[2]
    if len(found) == 2 and found[1].i < verb.i:
        apart = found[1].left_edge.i - found[0].right_edge.i  # "his daughter, and a member of the board, NAME wrote"
        described = apart == 2 and found[0].pos_ == "NOUN" and found[1].pos_ == "PROPN"
        if found[1].left_edge.i == found[0].i + 1 or (described and found[0].right_edge.nbor(1).text == ","):
            return found[1]
        if found[0].pos_ == "NOUN" and _parts(found[0], found[1]):
            return found[1]
    return found[0] if found else None


def _parts(first: Token, second: Token) -> bool:
    """Whether a clause or a quotation lies between two nouns before a verb, so that only the second is its own."""
    inside = {t.i for t in first.subtree}
    between = [t for t in first.doc[first.i + 1 : second.left_edge.i] if t.i not in inside or t.text in _QUOTES]
    if any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") or t.text in _QUOTES for t in between):
        return True
    return second.pos_ == "PRON" and second.i + 1 == second.head.i and second.nbor(-1).text == ","


_QUOTES = frozenset({'"', "“", "”"})


def _shared_subject(head: Token) -> list[Token]:
    """The grammatical subject of the verb a cue is joined to: "was not charged and denies …"."""
    if head.pos_ not in ("VERB", "AUX"):
        return []
    subject = next((c for c in children(head) if c.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is None or subject.tag_ in ("WP", "WDT"):
        return speaker_tokens(head) if subject is None or not is_passive(head) else _antecedent(head)
    return joint(subject)


def _antecedent(token: Token) -> list[Token]:
    while token.dep_ == "conj":
        token = token.head
    if token.dep_ != "relcl":
        return []
    return [_described(token.head) if any(c.lower_ == "who" for c in children(token)) else token.head]


def _described(last: Token) -> Token:
    """Who a relative clause is about that follows a description between commas: "a woman, a niece of NAME, who …"."""
    top = last
    while top.dep_ in ("pobj", "prep", "poss", "compound", "conj") and top.head.i < top.i:
        top = top.head
    edge = top.left_edge
    if top == last or edge.i < 2 or edge.nbor(-1).text != "," or last.nbor(1).text != ",":
        return last
    if top.dep_ == "appos":
        return top.head
    beside = [c for c in children(top.head) if c.dep_ == top.dep_ == "nsubj" and c.right_edge.i <= edge.i - 1]
    return beside[-1] if beside and beside[-1].pos_ == "NOUN" else last


def _holder(noun: Token) -> list[Token]:
    """Who stands behind a noun: "a statement saying …" is its owner's or maker's; any other noun speaks for itself."""
    if noun.lemma_.lower() not in reporting().venue_nouns | reporting().nouns.keys():
        return [noun]
    owner = [c for c in children(noun) if c.dep_ == "poss"]
    makers = [
        p for c in children(noun) if c.dep_ in ("prep", "agent") and c.lower_ in ("from", "by") for p in children(c)
    ]
    return owner or [p for p in makers if p.dep_ == "pobj"] or _issuers(noun) or [noun]


def _issuers(noun: Token) -> list[Token]:
    """Who puts out a text: "NAME released a statement saying S", "in a statement NAME issued"."""
    issuing = noun.head if noun.dep_ == "dobj" else next((c for c in children(noun) if c.dep_ == "relcl"), None)
    if issuing is None or issuing.lemma_.lower() not in reporting().issuing or is_passive(issuing):
        return []
    return [c for c in children(issuing) if c.dep_ == "nsubj" and c.tag_ not in ("WDT", "WP")]
