"""Statements told in the article's own words: "X said that S", "S, X said", "X denied doing …"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from kg.articles_to_docs.tree import children
from kg.docs_to_claims.statements.commissives import commitment
from kg.docs_to_claims.statements.complements import complements
from kg.docs_to_claims.statements.cues import Cue, cited_sources, relayers, speakers
from kg.docs_to_claims.statements.lexicon import reporting
from kg.docs_to_claims.statements.sayings import Saying
from kg.docs_to_claims.statements.scene import FINITE, Scene
from kg.docs_to_claims.statements.subjects import is_passive
from kg.records import Ref, Span

NEUTRAL = frozenset({"said", "announced"})
STRIPPED_FRONT = frozenset({"that", ")", ",", ":", ";", "-", "–", "—", "•", "and", "but"})
STRIPPED_BACK = frozenset({",", ".", ";", ":", "-", "–", "—", "!", "and", "but"})


def indirect_sayings(scene: Scene, cues: dict[int, Cue], used: frozenset[int]) -> Iterator[Saying]:
    """A saying for every cue with a speaker and a complement; ``used``: cues whose content is a whole quotation."""
    for i, cue in cues.items():
        who = speakers(scene, cue.token)
        if not who:
            continue
        reporters = relayers(scene, cue.token)
        if not reporters and (cited := cited_sources(scene, cue)):
            reporters, who = who, cited
        for complement in complements(scene, cue):
            if i in used and complement.pattern not in ("clause", "infinitive"):
                continue
            if any(first <= i <= last for first, last in complement.pieces):
                continue  # a misparse: no saying is part of what it says
            parts = tuple(p for first, last in complement.pieces if (p := content(scene, cue.token, first, last)))
            how = mode(scene, cue.token, parts) if parts else ""
            if how == "direct" and is_passive(cue.token) and cue.verb.lemma in reporting().relaying:
                break  # "was reported by X as such: “…”": whose words they are stands elsewhere
            if parts and not (i in used and _is_quoted(scene, parts)):
                yield Saying(
                    cue.token,
                    scene.reading.span(cue.token, cue.token),
                    who,
                    (cue.verb.label_stance if complement.pattern == "label" else None) or _stance(scene, cue, who),
                    parts,
                    how,
                    complement.pattern,
                    cue.verb,
                    reporters,
                )
                break


def _stance(scene: Scene, cue: Cue, who: tuple[Ref, ...]) -> str:
    """The stance of the verb; but who says that others must do something demands it ("said that Norland must leave").

    "Must have left" and "must be in Oslo" are guesses, "must" about oneself is a need: none of them is a demand.
    """
    clause = next((c for c in children(cue.token) if c.dep_ == "ccomp"), None)
    if cue.verb.stance not in NEUTRAL or clause is None:
        return cue.verb.stance
    if (bound := commitment(scene.reading, clause, who)) is not None:
        return bound
    if clause.lemma_ in ("be", "have"):
        return cue.verb.stance
    helpers = {c.lower_ for c in children(clause) if c.dep_ in ("aux", "auxpass")}
    asked = next((c for c in children(clause) if c.dep_ in ("nsubj", "nsubjpass")), None)
    entity = scene.reading.entity(asked) if asked is not None else None
    if "must" not in helpers or "have" in helpers or entity is None or any(entity.id == r.entity for r in who):
        return cue.verb.stance
    return "demanded"


def _is_quoted(scene: Scene, parts: tuple[Span, ...]) -> bool:
    return all(scene.depth[t.i] for part in parts for t in scene.tokens(part.start, part.end))


def content(scene: Scene, anchor: Token, first: int, last: int) -> Span | None:
    """The characters of these tokens without "that", outer punctuation, outer marks, and what others add behind it."""
    doc = scene.reading.doc
    sentence = scene.reading.sentence(anchor)
    last = min(last, _end_of_speech(scene, anchor))
    words = [
        t for t in doc[max(first, sentence.start) : min(last, _stop(scene, anchor, first, last)) + 1] if not t.is_space
    ]
    words = _behind_dateline(words, sentence.start)
    while words and words[0].lower_ in STRIPPED_FRONT:
        words.pop(0)
    while words and (words[-1].text in STRIPPED_BACK or _dangles(words)):
        words.pop()
    if not words:
        return None
    behind = doc[words[-1].i + 1 : words[-1].i + 2]
    if behind and behind[0].text == ")" and sum(t.text == "(" for t in words) > sum(t.text == ")" for t in words):
        words.append(behind[0])
    return _without_marks(scene, *_balanced(scene, words[0].idx, words[-1].idx + len(words[-1].text)))


def _behind_dateline(words: list[Token], start: int) -> list[Token]:
    """The words without the place and agency before a dash that open a report: "Alder (Norpress) — The mine …"."""
    if not words or words[0].i > start + 1:
        return words
    dash = next((k for k, t in enumerate(words[:_DATELINE]) if t.text in ("–", "—", "-", "--") and k), None)
    if dash is None or words[dash].nbor(-1).idx + len(words[dash].nbor(-1)) == words[dash].idx:
        return words  # a hyphen inside a word
    place = all(t.pos_ in ("PROPN", "PUNCT", "NUM", "SYM") or t.is_punct for t in words[:dash])
    return words[dash + 1 :] if place and words[0].pos_ == "PROPN" else words


_DATELINE = 12


def _end_of_speech(scene: Scene, anchor: Token) -> int:
    """The last token of the quotation a cue stands in: what is told inside it ends with it."""
    depth = scene.depth[anchor.i]
    around = [q for q in scene.quotations if q.depth == depth and q.start <= anchor.idx < q.end] if depth else []
    return scene.first_at(around[0].inner_end) - 1 if around else len(anchor.doc)


def _dangles(words: list[Token]) -> bool:
    """Whether a dash and a lone participle end the words: "— suggesting, experts noted"."""
    return len(words) > 2 and words[-2].text in "-–—" and words[-1].lower_.endswith("ing")


def _balanced(scene: Scene, start: int, end: int) -> tuple[int, int]:
    """A content that ends inside a quotation takes the rest of it in, closing mark and all."""
    for quotation in scene.quotations:
        if start <= quotation.start < end < quotation.end:
            end = quotation.end
    return start, end


def _without_marks(scene: Scene, start: int, end: int) -> Span | None:
    """Outer marks go when one quotation is the whole content; a lone mark at an edge goes too."""
    for quotation in scene.quotations:
        if quotation.inner_start <= start + 1 and end - 1 <= quotation.end and quotation.start >= start - 1:
            inner = scene.text[quotation.inner_start : quotation.inner_end].rstrip(",")
            return scene.span(quotation.inner_start, quotation.inner_start + len(inner))
    if scene.text[start:end].startswith(("”", "»")):
        start += 1
    return scene.span(start, end) if end > start else None


def _stop(scene: Scene, anchor: Token, first: int, last: int) -> int:
    """The last token of the content before another source or an independent clause begins."""
    doc, words = scene.reading.doc, reporting()
    for i in range(first + 1, last + 1):
        token = doc[i]
        following = next((t for t in doc[i + 1 : last + 2] if not t.is_space), None)
        level = scene.depth[anchor.i]
        closing = following is not None and scene.depth[i] > level == scene.depth[following.i]
        if following is None or not (closing or scene.depth[i] == level):
            continue
        if following.lower_ == "despite" and any(
            t.lemma_.lower() in words.verbs for t in doc[i + 2 : min(i + 6, last + 1)]
        ):
            return i  # "…, despite X claiming otherwise" is the article's word
        if following.lower_ == "without" and _keeps_back(doc[i + 1 : last + 1]):
            return i
        if token.text == ";" and not closing and not _is_bracketed(doc[first:i]):
            return i - 1
        if token.text == ":" and (scene.depth[following.i] > level or _is_told(doc[i + 1 : last + 1])):
            return i - 1
        if token.text not in {",", "”", '"'}:
            continue
        if closing and scene.depth[first] > level and _is_other_clause(doc[i + 1 : last + 1]):
            return i
        if closing and scene.depth[first] > level and following.text == "," and _is_adverbial(doc[i + 2 : i + 4]):
            return i
        if token.text == "," and following.lower_ == "before" and _is_undone(anchor, doc[i + 2]):
            return i - 1
        if token.text == "," and _is_comment(doc[i + 1 : i + 3]):
            return i - 1
        if following.lower_ == "according" or (following.lower_ == "as" and _relays(following)):
            return i - 1
        if following.i > anchor.i and following.lemma_ in words.sourcing and following.tag_ == "VBG":
            return i - 1
    return last


def _keeps_back(words: DocSpan) -> bool:
    """Whether the last words tell what the speaker did not say: "without elaborating", "without giving details"."""
    inside = [t for t in words if not t.is_space and not t.is_punct]
    verb = inside[1].lemma_.lower() if len(inside) > 1 else ""
    told = reporting()
    if len(inside) == 2:
        return verb in told.elaborating
    return len(inside) <= 6 and verb in told.providing and inside[-1].lemma_.lower() in told.details


def _is_bracketed(words: DocSpan) -> bool:
    """Whether a bracket opened in these words is still open."""
    return sum(t.text == "(" for t in words) > sum(t.text == ")" for t in words)


def _is_adverbial(words: DocSpan) -> bool:
    """Whether words behind a quotation and a comma tell when or how it was said: ", while addressing the press"."""
    inside = [t for t in words if not t.is_space]
    return bool(inside) and (inside[0].pos_ in ("SCONJ", "ADP") or inside[0].tag_ == "VBG")


def _is_undone(anchor: Token, verb: Token) -> bool:
    """Whether ", before reversing course" follows what is to come: what the speaker did next."""
    if verb.tag_ != "VBG":
        return False
    clause = next((c for c in children(anchor) if c.dep_ == "ccomp" and c.i > anchor.i), None)
    if clause is None or not any(c.tag_ == "MD" for c in children(clause) if c.dep_ == "aux"):
        return False
    return any(c.dep_ == "nsubj" and c.pos_ == "PRON" for c in children(clause))


def _is_other_clause(words: DocSpan) -> bool:
    """Whether a clause of its own follows words that are all quoted: "said “We lost,” and the flag is down"."""
    if len(words) < 3 or words[0].lower_ not in ("and", "but"):
        return False
    return any(t.dep_ in ("nsubj", "nsubjpass") and t.left_edge.i == words[1].i for t in words[1:])


def _is_comment(words: DocSpan) -> bool:
    """Whether ", a claim …" follows: the article's word on what was said, not part of it."""
    return len(words) == 2 and words[0].lower_ in ("a", "an") and words[1].lemma_.lower() in reporting().nouns


def _is_told(words: DocSpan) -> bool:
    """Whether what follows a colon has a reporting verb of its own."""
    return any(t.lemma_.lower() in reporting().verbs and t.tag_ in FINITE for t in words)


def _relays(token: Token) -> bool:
    return any(t.lemma_.lower() in reporting().relaying for t in token.doc[token.i + 1 : token.i + 3])


def mode(scene: Scene, anchor: Token, parts: tuple[Span, ...]) -> str:
    """Direct when the content is a quoted sentence, mixed when some of it is quoted, else indirect."""
    words = [t for part in parts for t in scene.tokens(part.start, part.end) if not t.is_punct]
    deeper = [t for t in words if scene.depth[t.i] > scene.depth[anchor.i]]
    if not deeper or (len(deeper) < len(words) and _is_title(deeper)):
        return "indirect"
    return "direct" if len(deeper) == len(words) and is_sentence(words) else "mixed"


def _is_title(words: list[Token]) -> bool:
    """Whether words in marks are the name of a work or a thing: all longer ones begin with a capital."""
    return all(t.text[0].isupper() or not t.is_alpha for t in words if len(t.text) > 3) and len(words) > 1


def is_sentence(words: list[Token]) -> bool:
    """Whether the words hold a finite verb and, before it, its subject."""
    inside = {t.i for t in words}
    for token in words:
        if token.dep_ in ("nsubj", "nsubjpass", "expl", "csubj") and token.head.i in inside:
            head = token.head
            if head.tag_ in FINITE or any(c.tag_ in FINITE for c in children(head) if c.dep_ in ("aux", "auxpass")):
                return True
    return False
