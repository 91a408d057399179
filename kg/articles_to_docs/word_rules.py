"""The pipeline's rules for single words, remembered: the same answers as its attribute ruler and lemmatizer, sooner.

What the ruler answers for a word depends on its tag, its relation and, for the few words that a pattern names, on the
word; what the lemmatizer answers depends on the word and on what the ruler answered. Both go through all their patterns
and lists for every word anew, a quarter of the time of a small pipeline. Here they are asked once for each kind.
Words that a pattern of several words holds for ("c'm on") are asked about together, each time.

See https://spacy.io/api/attributeruler and https://spacy.io/api/lemmatizer.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from spacy.language import Language
from spacy.matcher import Matcher
from spacy.tokens import Doc

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from spacy.pipeline import AttributeRuler, Lemmatizer
    from spacy.vocab import Vocab

RULES = ("attribute_ruler", "lemmatizer")
"""The components that are remembered, in the order they run."""

_ASKED = frozenset({"LOWER", "TAG", "DEP", "IS_SPACE"})
"""What the patterns may ask of a word."""

_HOW = frozenset({"IN", "NOT_IN", "REGEX"})
"""How the patterns may ask it of the word itself."""

_ANY = "newskg"
"""Stands for every word that no pattern names; no pattern of a pipeline names it."""

Key = tuple[int, ...]


def remember(nlp: Language) -> None:
    """Let the pipeline's ruler and lemmatizer be asked once for each kind of word, where that gives the same answers.

    A pipeline whose ruler asks for anything else, or whose lemmatizer goes by another way than rules, is left as it is.
    """
    names = nlp.pipe_names
    if not set(RULES) <= set(names) or names.index(RULES[1]) != names.index(RULES[0]) + 1:
        return
    ruler: Any = nlp.get_pipe(RULES[0])
    lemmatizer: Any = nlp.get_pipe(RULES[1])
    words = [word for rule in ruler.patterns for pattern in rule["patterns"] for word in pattern]
    if not all(map(_is_plain, words)) or lemmatizer.mode != "rule" or lemmatizer.overwrite:
        return
    _index_as_sets(lemmatizer)
    nlp.add_pipe("newskg_word_rules", after=RULES[1])
    for name in RULES:
        nlp.disable_pipe(name)


def _is_plain(asked: Mapping[str, Any]) -> bool:
    word = asked.get("LOWER", "")
    return asked.keys() <= _ASKED and (isinstance(word, str) or word.keys() <= _HOW)


def _index_as_sets(lemmatizer: Lemmatizer) -> None:
    """The lists of known words as sets: the lemmatizer looks in them for every form it tries, and they are long."""
    index = lemmatizer.lookups.get_table("lemma_index")
    for part, words in list(index.items()):
        index.set(part, frozenset(words))


@Language.factory("newskg_word_rules")
def _make(nlp: Language, name: str) -> WordRules:  # noqa: ARG001 - spaCy gives the name
    ruler: Any = nlp.get_pipe(RULES[0])
    lemmatizer: Any = nlp.get_pipe(RULES[1])
    return WordRules(nlp.vocab, ruler, lemmatizer)


class WordRules:
    """The component: annotates a doc as ``ruler`` and then ``lemmatizer`` would."""

    def __init__(self, vocab: Vocab, ruler: AttributeRuler, lemmatizer: Lemmatizer) -> None:
        self._vocab = vocab
        self._ruler = ruler
        self._lemmatizer = lemmatizer
        rules: list[Any] = ruler.patterns
        patterns = [pattern for rule in rules for pattern in rule["patterns"]]
        self._named = _Named(word["LOWER"] for pattern in patterns for word in pattern if "LOWER" in word)
        self._phrases = Matcher(vocab)
        if several := [pattern for pattern in patterns if len(pattern) > 1]:
            self._phrases.add("several", several)
        self._any = vocab.strings.add(_ANY)
        self._kinds: dict[int, int] = {}  # a word: itself if a pattern may name it, else what stands for any
        self._ruled: dict[Key, Key] = {}  # (kind, tag, relation): tag, part of speech, morphology, lemma or 0, relation
        self._lemmas: dict[Key, int] = {}  # (word, part of speech, morphology): lemma

    def __call__(self, doc: Doc) -> Doc:
        """Set tag, part of speech, morphology, lemma and relation of every word."""
        rows: list[Key] = [tuple(row) for row in doc.to_array(["ORTH", "TAG", "DEP"]).tolist()]
        keys = [(self._kind(word), tag, relation) for word, tag, relation in rows]
        self._learn_rules(key for key in dict.fromkeys(keys) if key not in self._ruled)
        answers = [self._ruled[key] for key in keys]
        for start, end in self._several(doc):
            answers[start:end] = self._ask_ruler(rows[start:end])
        tokens: list[Any] = list(doc)  # to their stubs without set_morph
        for token, (tag, pos, morph, lemma, relation) in zip(tokens, answers, strict=True):
            token.tag, token.pos, token.lemma, token.dep = tag, pos, lemma, relation
            token.set_morph(morph)
        self._lemmatize(doc, [(row[0], *answer[1:4]) for row, answer in zip(rows, answers, strict=True)])
        return doc

    def _kind(self, word: int) -> int:
        kind = self._kinds.get(word)
        if kind is None:
            lexeme = self._vocab[word]
            kind = self._kinds[word] = word if lexeme.is_space or lexeme.lower_ in self._named else self._any
        return kind

    def _learn_rules(self, keys: Iterable[Key]) -> None:
        for key in keys:
            self._ruled[key] = self._ask_ruler([key])[0]

    def _ask_ruler(self, rows: Sequence[Key]) -> list[Key]:
        words, tags, relations = ([self._vocab.strings[key] for key in column] for column in zip(*rows, strict=True))
        doc = self._ruler(Doc(self._vocab, words=words, tags=tags, deps=relations))
        return [tuple(row) for row in doc.to_array(["TAG", "POS", "MORPH", "LEMMA", "DEP"]).tolist()]

    def _several(self, doc: Doc) -> Iterator[tuple[int, int]]:
        matches: Any = self._phrases(doc)
        for _, start, end in matches:
            yield start, end

    def _lemmatize(self, doc: Doc, rows: Sequence[Key]) -> None:
        known = self._lemmas
        for token, (word, pos, morph, lemma) in zip(doc, rows, strict=True):
            if not lemma:
                key = (word, pos, morph)
                if key not in known:
                    known[key] = self._vocab.strings.add(self._lemmatizer.lemmatize(token)[0])
                token.lemma = known[key]


class _Named:
    """The words that patterns name, by a word, a list of words or a regular expression."""

    def __init__(self, asked: Iterable[str | Mapping[str, Any]]) -> None:
        self._words: set[str] = set()
        self._expressions: list[re.Pattern[str]] = []
        for given in asked:
            if isinstance(given, str):
                self._words.add(given)
                continue
            self._words.update(*(given[how] for how in ("IN", "NOT_IN") if how in given))
            if "REGEX" in given:
                self._expressions.append(re.compile(given["REGEX"]))

    def __contains__(self, word: str) -> bool:
        return word in self._words or any(e.search(word) for e in self._expressions)
