"""What the text says somebody or something is: the nouns that appositions, copulas and titles give a mention."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.articles_to_docs.reading import Reading
from kg.articles_to_docs.tree import children
from kg.docs_to_claims.events.syntax import child, conjuncts
from kg.docs_to_claims.relations.validity import Validity, joined, of_clause, of_noun


def described(reading: Reading, token: Token) -> Iterator[tuple[Token, Validity]]:
    """The nouns that an apposition, a copula or a noun before it gives a mention, each with its validity."""
    led = before_comma(reading, token)
    if led is not None and led != token.head:
        yield led, of_noun(reading, led.left_edge, led)
    below = children(token)
    for c in below:
        if c.dep_ == "appos" and c.i > token.i:
            told = [x for x in children(c) if x.dep_ == "appos"] if c.like_num else []  # "NAME, 54, a lawyer"
            for part in (c, *told):
                yield from ((noun, of_noun(reading, noun.left_edge, noun)) for noun in conjuncts(part))
        elif c.dep_ in ("compound", "nmod") and c.pos_ == "NOUN" and c.i < token.i:
            yield c, of_noun(reading, c.left_edge, c)
    if token.dep_ == "nsubj":  # "A native of Lisbon, she …"
        for c in children(token.head):
            before = c.right_edge.i + 1 < len(token.doc) and c.right_edge.nbor().text == "," and c.i < token.i
            if c.dep_ in ("advcl", "npadvmod", "nsubj") and c.pos_ == "NOUN" and before:
                yield c, of_noun(reading, c.left_edge, c)
    if token.dep_ == "nsubj" and token.head.lemma_ in ("be", "remain") and _is_asserted(token.head):
        clause = of_clause(reading, token.head)
        for c in children(token.head):
            if c.dep_ == "attr" and c != token:
                yield from ((n, joined(of_noun(reading, n.left_edge, n), clause)) for n in conjuncts(c))
    if token.dep_ == "appos" and token.head.pos_ == "NOUN" and token.head.i < token.i:
        yield from ((n, of_noun(reading, n.left_edge, n)) for n in conjuncts(token.head) if n != token)
    for verb in below:
        if verb.dep_ == "relcl" and verb.lemma_ == "be" and _is_asserted(verb):
            attribute, pronoun = child(verb, "attr"), child(verb, "nsubj")
            if attribute is not None and pronoun is not None and pronoun.tag_ in ("WP", "WDT"):
                held = of_clause(reading, verb)
                yield from ((n, joined(of_noun(reading, n.left_edge, n), held)) for n in conjuncts(attribute))


def is_pair(reading: Reading, described: Token) -> bool:
    """Whether a headline's comma joins two: "PM, NAME to meet", but "The PM, NAME, to quit"."""
    bare = described.i == 0 or described.nbor(-1).is_space or described.is_sent_start
    return bool(bare) and described.nbor(1).text == "," and reading.block(described).role == "headline"


def before_comma(reading: Reading, name: Token) -> Token | None:
    """The described person right before "…, NAME," or "…, NAME said", whatever the parser hangs the two on."""
    found = reading.mentions.get(name.i)
    if found is None:
        return None
    mention, tokens = found[1], reading.tokens
    if not reading.article.text[max(0, mention.start - 3) : mention.start].rstrip().endswith(","):
        return None
    start = next((t for t in tokens[max(0, name.i - 5) : name.i + 1] if t.idx == mention.start), None)
    if start is None or start.i < 2 or tokens[start.i - 1].text != ",":
        return None
    following = next((t for t in tokens[name.i + 1 : name.i + 4] if t.idx >= mention.end and not t.is_space), None)
    if following is None or not (following.text in (",", "(", ".", "—", "–", ":") or following.pos_ in ("VERB", "AUX")):
        return None
    comma = tokens[start.i - 1]
    for token in reversed(tokens[max(0, comma.i - 8) : comma.i]):
        found = reading.mentions.get(token.i)
        if found is None or found[1].end != comma.idx:
            continue
        if found[0].type == "person":  # else the last words of a longer description: "the mayor of Lisbon"
            described = found[1].kind == "nominal" and not _describes_before(reading, found[1].start)
            return token if described and not is_pair(reading, token) else None
    return None


def _describes_before(reading: Reading, start: int) -> bool:
    """Whether a description stands behind a comma and a name, which it is of: "NAME, Holt's aide, Holt left"."""
    span = reading.doc.char_span(start, start + 1, alignment_mode="expand")
    first = span[0] if span is not None and len(span) else None
    if first is None or first.i < 2 or reading.tokens[first.i - 1].text != ",":
        return False
    found = reading.mentions.get(first.i - 2)
    return found is not None and found[0].type == "person" and found[1].kind == "name"


def _is_asserted(verb: Token) -> bool:
    return child(verb, "neg") is None and not any(
        c.tag_ == "MD" or c.lower_ == "to" for c in children(verb) if c.dep_ == "aux"
    )
