"""Words and base forms that the language pipeline alone gets wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.articles_to_docs.language import parse
from kg.articles_to_docs.reading import masked
from kg.records import Article, Block

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "word", "lemma"),
    [
        ("Ana Ruiz and Tomas Berg were re-elected on Monday.", "re-elected", "reelect"),
        ("Norland re-opened its border.", "re-opened", "reopen"),
        ("The union re-imposed its ban.", "re-imposed", "reimpose"),
        ("Norland agreed to re-establish ties.", "re-establish", "reestablish"),
        ("Ana Ruiz sought re-election.", "re-election", "re-election"),
        ("The court fined Tomas Berg.", "fined", "fine"),
    ],
)
def test_lemma(nlp: Language, text: str, word: str, lemma: str) -> None:
    article = Article("a" * 16, "a.txt", text, blocks=(Block("body", 0, len(text)),))
    ((_, doc),) = parse([article], nlp)
    (found,) = [t for t in doc if t.text == word]
    assert found.lemma_ == lemma


def test_tags_that_a_scraper_left_are_blank() -> None:
    text = 'In Norvia, <span style="color: #222;">Ana Ruiz met Tomas Berg.</span><br /> 3 < 4, they said.'
    article = Article("a", "a.txt", text, blocks=(Block("body", 0, len(text)),))
    assert " ".join(masked(article).split()) == "In Norvia, Ana Ruiz met Tomas Berg. 3 < 4, they said."
    assert len(masked(article)) == len(text)
    assert masked(article).index("Ana") == text.index("Ana")
