"""Direct quotations and their cues, by the marks and the order of words first, by the parser second."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile

from spacy.tokens import Token

from kg.articles_to_docs.tree import children
from kg.docs_to_claims.statements.cues import FIRST_OR_SECOND, Cue, is_asserted, speakers
from kg.docs_to_claims.statements.indirect import is_sentence
from kg.docs_to_claims.statements.lexicon import reporting
from kg.docs_to_claims.statements.quotations import Quotation
from kg.docs_to_claims.statements.sayings import Saying
from kg.docs_to_claims.statements.scene import ENDS, FINITE, Scene
from kg.docs_to_claims.statements.subjects import is_passive, speaker_tokens
from kg.records import Ref, Span

OPEN_ENDED = ",?!…—–-"
NEAR = 25
"""How many words a cue may stand from its quotation."""


def attach(scene: Scene, quotation: Quotation, cues: dict[int, Cue]) -> Saying | None:
    """The saying whose cue stands right behind or right before this quotation; None where neither does."""
    return _behind(scene, quotation, cues) or _before(scene, quotation, cues)


def after_words(scene: Scene, quotation: Quotation) -> list[Token]:
    """The words from a quotation to the end of its sentence, or to the next quotation."""
    out: list[Token] = []
    block = scene.reading.article.blocks[quotation.block]
    for token in scene.tokens(quotation.end, block.end):
        if scene.depth[token.i] >= quotation.depth or (scene.depth[token.i] < quotation.depth - 1):
            break
        if token.text in ENDS or token.text == ";" or (out and token.is_sent_start and token.text[:1].isupper()):
            break
        out.append(token)
    return out[:NEAR]


def before_words(scene: Scene, quotation: Quotation) -> list[Token]:
    """The words from the start of its sentence, or the last quotation, to a quotation."""
    out: list[Token] = []
    block = scene.reading.article.blocks[quotation.block]
    for token in reversed(list(scene.tokens(block.start, quotation.start))):
        if scene.depth[token.i] >= quotation.depth or scene.depth[token.i] < quotation.depth - 1:
            break
        if token.text in ENDS or token.text == ";":
            break
        out.append(token)
    return out[::-1]


def _behind(scene: Scene, q: Quotation, cues: dict[int, Cue]) -> Saying | None:
    last = scene.text[q.inner_end - 1 : q.inner_end]
    words = after_words(scene, q)
    if _is_inside_sentence(before_words(scene, q)):
        return None  # a fragment: what follows reports the whole sentence, not these words
    if words and words[0].text in ("-", "–", "—"):
        return _signed(scene, q, words)
    if words and words[0].text == ":" and (titled := _titled(scene, q, words)) is not None:
        return titled
    if last == "." and scene.text[q.end : q.end + 1] != ",":
        return None
    comma = last in OPEN_ENDED or (bool(words) and words[0].text == ",")
    while words and (words[0].is_punct or words[0].lower_ in ("and", "but", "so", "then")):
        words.pop(0)
    if not comma and not (words and _is_short(words)):
        return None
    for token in words:
        if token.i in cues and "as" not in cues[token.i].verb.takes:
            who = speakers(scene, token) or _neighbours(scene, words, token)
            return _saying(scene, q, token, who, "quote_cue") if who else None
        if (
            token.tag_ in FINITE
            and token.dep_ not in ("relcl", "aux", "auxpass")
            and not _in_relative(token, words[0].i)
        ):
            return _shrugged(scene, q, token, words) if last == "," else None
    return None


def _titled(scene: Scene, q: Quotation, words: list[Token]) -> Saying | None:
    """The quotation of a headline whose speaker stands behind a colon: "“We lost”: Ana Ruiz on the vote"."""
    if scene.reading.article.blocks[q.block].role not in ("headline", "standfirst"):
        return None
    for token in words[1:6]:
        if token.tag_ in FINITE or token.text == ",":
            return None
        entity = scene.reading.entity(token)
        ref = scene.speaker(token)
        if ref is not None and entity is not None and entity.type in _TITLED and not scene.modifies(token):
            saying = _saying(scene, q, words[0], (ref,), "name_quote")
            return None if saying is None else replace(saying, cue=scene.span(words[0].idx, words[0].idx + 1))
    return None


_TITLED = frozenset({"person", "organization", "group"})


def _is_inside_sentence(before: list[Token]) -> bool:
    """Whether words that are no mere opening ("But", "And then:") lead up to a quotation."""
    return any(t.pos_ not in ("CCONJ", "ADV", "SCONJ", "PUNCT", "SYM", "INTJ") for t in before) and (
        before[-1].text not in (",", ":") or any(t.tag_ in FINITE for t in before)
    )


def _is_short(words: list[Token]) -> bool:
    return len(words) <= 8


def _in_relative(token: Token, first: int) -> bool:
    while token.head.i != token.i and token.head.i >= first:
        if token.dep_ in ("relcl", "acl"):
            return True
        token = token.head
    return False


def _shrugged(scene: Scene, q: Quotation, verb: Token, words: list[Token]) -> Saying | None:
    """Take a verb of no list in the place of a cue: "…," she shrugged."""
    subject = next((c for c in children(verb) if c.dep_ == "nsubj" and c.i >= words[0].i), None)
    ref = scene.speaker(subject) if subject is not None and verb.i - words[0].i <= 8 else None
    entity = scene.reading.entity(subject) if subject is not None else None
    if ref is None or entity is None or entity.type != "person" or not is_asserted(verb):
        return None
    return _saying(scene, q, verb, (ref,), "quote_verb")


def _signed(scene: Scene, q: Quotation, words: list[Token]) -> Saying | None:
    """A quotation signed with a dash and a name."""
    head = next((t for t in words if scene.reading.entity(t) is not None), None)
    ref = scene.speaker(head) if head is not None else None
    if ref is None or head is None or any(t.tag_ in FINITE for t in words):
        return None
    return _saying(scene, q, words[0], (ref,), "quote_name")


def _before(scene: Scene, q: Quotation, cues: dict[int, Cue]) -> Saying | None:
    words = before_words(scene, q)
    if not words:
        return None
    link = words[-1]
    colon = link.text.endswith(":")  # the tokenizer takes "):" for a smiley
    for token in reversed(words):
        if token.i in cues and is_passive(token) and token.lemma_.lower() in reporting().relaying:
            return None  # "were reported by X as such: “…”": whose words they are stands elsewhere
        if token.i in cues and _links(token, words, cues[token.i]):
            who = speakers(scene, token) or _neighbours(scene, words, token)
            saying = _saying(scene, q, token, who, "cue_quote") if who else None
            return _led_by_subject(scene, q, words, saying)
        if token.tag_ in FINITE and token.dep_ not in ("aux", "auxpass") and not colon:
            return None
    return introduced(scene, q, words) if colon else None


def _led_by_subject(scene: Scene, q: Quotation, words: list[Token], saying: Saying | None) -> Saying | None:
    """Add the words before the cue that begin what the quotation ends: "The plan, she said, “will fail”"."""
    opening = next((t for t in scene.tokens(q.inner_start, q.inner_end) if not t.is_punct), None)
    if saying is None or opening is None or opening.tag_ not in FINITE or words[-1].text != ",":
        return saying
    commas = [i for i, t in enumerate(words) if t.text == "," and t.i < saying.anchor.i]
    head = words[: commas[0]] if commas else []
    if not head or any(t.tag_ in FINITE for t in head):
        return saying
    return replace(saying, parts=(scene.reading.span(head[0], head[-1]), *saying.parts), mode="mixed", pattern="around")


def _links(cue: Token, words: list[Token], entry: Cue) -> bool:
    """Whether nothing but an addressee, a place or a time stands between a cue and its quotation."""
    between = words[words.index(cue) + 1 :]
    if "quote" not in entry.verb.takes or len(between) > NEAR:
        return False
    if not between or between[-1].text.endswith(":"):
        return True
    if between[-1].text == "," or between[-1].lower_ == "that":
        return not any(t.tag_ in FINITE and t.dep_ != "relcl" for t in between)
    if between[0].pos_ == "ADP" and between[-1].lemma_.lower() in reporting().venue_nouns:
        return not any(t.tag_ in FINITE for t in between)  # "writing in a blog post “…”"
    if entry.verb.particle and [t.lower_ for t in between] == [entry.verb.particle]:
        return True
    return entry.verb.addressee == "object" and all(t.pos_ in ("PROPN", "PRON", "NOUN", "DET", "ADJ") for t in between)


def introduced(scene: Scene, q: Quotation, words: list[Token]) -> Saying | None:
    """Find who a colon gives the word to: "Ana Ruiz (mayor): “…”", or a sentence about her that ends in one."""
    named = [t for t in words if scene.speaker(t) is not None]
    verb = next((t for t in reversed(words) if t.tag_ in FINITE and t.dep_ != "relcl" and _has_subject(t)), None)
    if not named:
        return None
    if verb is None:
        persons = [
            t
            for t in named
            if (e := scene.reading.entity(t)) is not None and e.type in ("person", "organization", "group")
        ]
        ref = scene.speaker(persons[0]) if persons and not any(t.tag_ in FINITE for t in words) else None
        saying = _saying(scene, q, words[-1], (ref,), "name_quote") if ref else None
        colon = words[-1].idx + len(words[-1].text) - 1
        return replace(saying, cue=scene.span(colon, colon + 1)) if saying else None
    subject = next((c for c in children(verb) if c.dep_ == "nsubj"), None)
    if subject is None or is_passive(verb) or not is_asserted(verb):
        return None
    owner = next((c for c in children(subject) if c.dep_ == "poss"), None)  # "Her message was simple: “…”"
    head = subject if scene.reading.entity(subject) is not None else owner
    entity = scene.reading.entity(head) if head is not None else None
    ref = scene.speaker(head) if head is not None else None
    if ref is None or entity is None or entity.type not in ("person", "organization"):
        return None
    return _saying(scene, q, verb, (ref,), "colon")


def _has_subject(verb: Token) -> bool:
    return any(c.dep_ == "nsubj" for c in children(verb))


def _neighbours(scene: Scene, words: list[Token], cue: Token) -> tuple[Ref, ...]:
    """Who stands nearest to the cue where the parser found it no subject: "said Ruiz" or "Ruiz said"."""
    if is_passive(cue) or cue.dep_ in ("acl", "relcl", "advcl", "xcomp", "pcomp"):
        return ()
    if any(c.dep_ in ("nsubj", "nsubjpass") for c in children(cue)):
        return ()
    own = [t for t in speaker_tokens(cue) if scene.depth[t.i] == scene.depth[cue.i]]
    if any(t.lower_ in FIRST_OR_SECOND for t in own):
        return ()  # "I looked at NAME and said"
    at = words.index(cue)
    entry = reporting().verbs.get(cue.lemma_.lower())
    behind = [] if entry is not None and entry.addressee == "object" else words[at + 1 : at + 6]
    behind = list(takewhile(lambda t: t.text not in ",:;", behind))
    for token in [*behind, *reversed(words[max(0, at - 6) : at])]:
        if token.tag_ in FINITE or token.text in ",:;" or token.pos_ == "ADP":
            continue
        ref = scene.speaker(token)
        if token.lower_ in FIRST_OR_SECOND:
            return ()
        if ref is not None and not scene.modifies(token):
            return (ref,)
    return ()


def quoted(scene: Scene, q: Quotation) -> Span | None:
    """The words of a quotation without its marks and without the comma that leads to the cue."""
    start, end = q.inner_start, q.inner_end
    if scene.text[start:end].endswith(","):
        end -= 1
    return scene.span(start, end) if end > start else None


def _saying(scene: Scene, q: Quotation, anchor: Token, who: tuple[Ref, ...], pattern: str) -> Saying | None:
    span = quoted(scene, q)
    if span is None:
        return None
    verb = reporting().verbs.get(anchor.lemma_.lower()) if pattern in ("quote_cue", "cue_quote") else None
    words = [t for t in scene.tokens(span.start, span.end) if not t.is_punct]
    adjoining = (
        scene.text[span.end : span.end + 1] == "," or scene.text[span.end - 1] in ".?!…" or ":" in _gap(scene, q)
    )
    whole = adjoining or is_sentence(words)
    return Saying(
        anchor,
        scene.reading.span(anchor, anchor),
        who,
        verb.stance if verb is not None else "said",
        (span,),
        "direct" if whole else "mixed",
        pattern,
    )


def _gap(scene: Scene, q: Quotation) -> str:
    return scene.text[max(0, q.start - 2) : q.start]


def with_verb(saying: Saying, cues: dict[int, Cue]) -> Saying:
    """The saying with the word-list entry of its cue, where it has one."""
    cue = cues.get(saying.anchor.i)
    return replace(saying, verb=cue.verb) if cue else saying
