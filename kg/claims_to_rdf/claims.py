"""Claims as nodes: who presents what, in which words and sentence, through whom, how surely."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pyoxigraph import NamedNode, Quad

from kg.claims_to_rdf.attribution import AttributedClaim, anchor
from kg.claims_to_rdf.corpus import Corpus
from kg.claims_to_rdf.entities import AGENTS
from kg.claims_to_rdf.evidence import Page
from kg.claims_to_rdf.promotion import named_in
from kg.claims_to_rdf.rdf import Object, day, decimal, integer, node, plain
from kg.records import Event, Relation, Span, Statement

_MODES = {"direct": "nkg:direct", "indirect": "nkg:indirect", "mixed": "nkg:mixed"}
# Quotation marks that open and close; a straight mark does both.
_QUOTED = re.compile(r"“([^“”]+)”|\"([^\"]+)\"|«([^«»]+)»|„([^„“”]+)[“”]")
# With --text none only quotations short enough to be quoted freely are written; characters.
_SHORT_QUOTE = 140


def claim_quads(corpus: Corpus, page: Page, claim: AttributedClaim) -> Iterator[Quad]:
    """Quads of one claim, in its article's graph."""
    it = NamedNode(claim.iri)
    values: list[tuple[str, Object]] = [
        ("rdf:type", node("nkg:Claim")),
        ("nkg:describes", page.iris.situation(claim.situation.id)),
        ("nkg:source", page.iris.entity(claim.source)),
        ("nkg:depth", integer(claim.depth)),
        ("nkg:polarity", node(f"nkg:{claim.axes.polarity}")),
        ("nkg:modality", node(f"nkg:{claim.axes.modality}")),
        ("nkg:certainty", node(f"nkg:{claim.axes.certainty}")),
        ("nkg:confidence", decimal(claim.confidence)),
        ("nkg:inArticle", page.iris.article(page.key)),
        ("nkg:inSentence", page.iris.text(page.key, "s", claim.sentence.start, claim.sentence.end)),
        ("nkg:rule", plain(claim.records[0].extractor if claim.records else "attribution")),
    ]
    if claim.parent:
        values.append(("nkg:embeddedIn", NamedNode(claim.parent.iri)))
        values.append(("nkg:via", page.iris.situation(claim.parent.situation.id)))
    if claim.mode:
        values.append(("nkg:speechMode", node(_MODES[claim.mode])))
    yield from (page.say(it, name, value) for name, value in values)
    yield from _stated(corpus, page, claim)
    for record in claim.records:
        yield page.say(it, "dcterms:identifier", plain(record.id))
    if claim.records:
        words = anchor(claim.records[0])
        yield page.say(it, "nkg:trigger", page.iris.text(page.key, "t", words.start, words.end))
        yield from page.span("t", words.start, words.end, "nif:Phrase")
        if isinstance(claim.records[0], Statement):
            yield from _said(page, it, claim.records[0])


def _stated(corpus: Corpus, page: Page, claim: AttributedClaim) -> Iterator[Quad]:
    """What the claim's own sentence gives: time, place, participants, value."""
    it = NamedNode(claim.iri)
    for record in claim.records:
        place = record.place if isinstance(record, Event) else None
        for cluster in sorted(named_in(corpus, record)):
            if corpus.clusters[cluster].type not in AGENTS:
                continue
            yield page.say(it, "nkg:statedParticipant", page.iris.entity(cluster))
        if place:
            yield page.say(it, "nkg:statedPlace", page.iris.entity(corpus.context.place(place)))
        if isinstance(record, Relation) and isinstance(record.object, Span):
            yield page.say(it, "nkg:statedValue", page.words(record.object.text))
    time = claim.records[0].time if claim.records else None
    if time:
        yield page.say(it, "nkg:statedTime", page.words(time.text))
        if stated := day(time.value):
            yield page.say(it, "nkg:statedDate", stated)


def _said(page: Page, it: NamedNode, statement: Statement) -> Iterator[Quad]:
    """How it was said: the reporting verb's kind, the reported words, and what of them is quoted."""
    yield page.say(it, "nkg:speechAct", plain(statement.stance))
    if isinstance(statement.venue, Span):
        yield page.say(it, "nkg:mediumText", page.words(statement.venue.text))
    if page.text == "full":
        yield page.say(it, "nkg:contentText", page.words(statement.content.text))
    for start, end in quotations(page.article.text, statement):
        text = page.article.text[start:end]
        if page.text == "full" or len(text) <= _SHORT_QUOTE:
            yield page.say(it, "nkg:quoteText", page.words(text))
            yield page.say(it, "nkg:quote", page.iris.text(page.key, "q", start, end))
            yield from page.span("q", start, end, "nif:Phrase")


def quotations(text: str, statement: Statement) -> list[tuple[int, int]]:
    """The offsets of the words that a statement quotes: all its parts if direct, what stands in marks if mixed.

    >>> from kg.records import Ref
    >>> words = Span('that it was “over”', 9, 27)
    >>> ruiz = Ref("a:e0", "Ana Ruiz", "She", 0, 3)
    >>> said = Statement("a:s", "a", Span("", 0, 27), Span("said", 4, 8), ruiz, "mixed", "said", words)
    >>> quotations('She said that it was “over”', said)
    [(22, 26)]
    """
    parts = statement.parts or (statement.content,)
    if statement.mode == "direct":
        return [(p.start, p.end) for p in parts]
    if statement.mode != "mixed":
        return []
    # A mark may stand just outside the content's span.
    low = max(0, min(p.start for p in parts) - 1)
    found = _QUOTED.finditer(text, low, max(p.end for p in parts) + 1)
    return [next((m.start(i), m.end(i)) for i in range(1, 5) if m.group(i)) for m in found]
