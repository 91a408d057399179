"""Every entry of the reporting word list is run on its own example sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from readings import reading

from kg.docs_to_claims.statements import find_statements
from kg.docs_to_claims.statements.lexicon import reporting
from kg.ontology import lexicon

if TYPE_CHECKING:
    from spacy.language import Language

NAMES = {"Ana Ruiz": "person", "Tomas Berg": "person", "Norvia": "country", "Channel Nine": "organization"}
COMPLEMENTS = {
    "that", "quote", "whether", "to", "object_to", "on_to", "doing", "of", "noun", "figure", "label", "as", "object",
    "clause_to",
}  # fmt: skip
ENTRIES = [
    (kind, words, entry) for kind in ("verb", "phrase", "noun") for words, entry in lexicon("reporting")[kind].items()
]


@pytest.mark.model
@pytest.mark.parametrize(("kind", "words", "entry"), ENTRIES, ids=[f"{kind}-{words}" for kind, words, _ in ENTRIES])
def test_the_example_makes_its_statement(nlp: Language, kind: str, words: str, entry: dict[str, Any]) -> None:
    marked = entry["example"]
    for name, type_ in NAMES.items():
        marked = marked.replace(name, f"[{name}|{type_}]")
    found = find_statements(reading(nlp, marked))
    assert [(s.speaker.name, s.content.text) for s in found] == [(found[0].speaker.name, entry["content"])], (
        kind,
        words,
    )
    assert found[0].stance in {entry["stance"], entry.get("label_stance")}


@pytest.mark.parametrize("lemma", sorted(reporting().verbs))
def test_complements_are_known(lemma: str) -> None:
    takes = reporting().verbs[lemma].takes
    assert takes
    assert takes <= COMPLEMENTS
