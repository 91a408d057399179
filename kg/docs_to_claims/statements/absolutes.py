"""Whose saying a participle tells that hangs on no subject: "with X reporting …", "despite X claiming …"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.articles_to_docs.tree import children


def beside_preposition(cue: Token) -> Token | None:
    """Whose saying a participle tells right behind "with X", "despite X" or "with X, Y,"."""
    if cue.tag_ != "VBG" or cue.dep_ not in ("advcl", "acl", "xcomp") or cue.i == 0:
        return None
    last = cue.nbor(-1).i - (cue.nbor(-1).text == ",")
    for prep in cue.doc[max(cue.sent.start, cue.i - _FAR) : cue.i]:
        if prep.lower_ in _ABSOLUTE and prep.dep_ == "prep":
            held = next((c for c in children(prep) if c.dep_ == "pobj" and prep.i < c.i < cue.i), None)
            ends = held is not None and last in {t.i for t in held.subtree if t.i < cue.i}
            if (ends and cue.nbor(-1).text != ",") or _is_set_off(held, cue):
                return held
    return None


def _is_set_off(held: Token | None, cue: Token) -> bool:
    """Whether an apposition between commas stands between: "with the next country, Norland, reporting"."""
    if held is None:
        return False
    beside = [c for c in children(held) if c.dep_ == "appos" and c.right_edge.i == cue.i - 2]
    return any(c.left_edge.nbor(-1).text == "," for c in beside)


_ABSOLUTE = frozenset({"with", "despite"})


_FAR = 12
