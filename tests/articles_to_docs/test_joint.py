"""Several known ones meant at once: every member has the mention, or nobody has it. All sentences are invented."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.articles_to_docs.entities import find_entities
from kg.articles_to_docs.language import parse
from kg.articles_to_docs.reading import make_reading
from kg.records import Article, Block

if TYPE_CHECKING:
    from spacy.language import Language

    from kg.articles_to_docs.reading import Reading

pytestmark = pytest.mark.model


def reading(nlp: Language, text: str) -> Reading:
    ((article, doc),) = parse([Article("a", "a.txt", text, blocks=(Block("body", 0, len(text)),))], nlp)
    return make_reading(article, doc, (), find_entities(article, doc, ()))


def members(found: Reading, words: str) -> list[str]:
    """The names of all entities that have the mention ``words`` (its last occurrence in the text)."""
    at = found.article.text.rindex(words)
    return [e.name for e in found.entities for m in e.mentions if m.start == at and m.text == words]


@pytest.mark.parametrize(
    ("text", "words", "names"),
    [
        # by office, by kind, by a list, by a mutual deed
        ("President Maria Lund met President Karl Holt. Both presidents spoke.", "Both presidents", "Lund Holt"),
        ("President Maria Lund met Premier Karl Holt. The two leaders left.", "The two leaders", "Lund Holt"),
        ("Norway and Sweden share a sea with Denmark. Both countries fish.", "Both countries", "Norway Sweden"),
        ("Orion Foods Plc sued Kemsley Holdings Plc. The two companies settled.", "The two companies", "Orion Kemsley"),
        ("Maria Lund and Karl Holt arrived. They signed a pact.", "They", "Lund Holt"),
        ("Maria Lund met Karl Holt in Oslo. They agreed on a pact.", "They", "Lund Holt"),
        ("Maria Lund and Karl Holt came. Both were tired.", "Both", "Lund Holt"),
        ("Norway and Sweden praised each other.", "each other", "Norway Sweden"),
        ("Norway and Sweden signed a pact. The two countries praised each other.", "each other", "Norway Sweden"),
        ("Maria Lund and Karl Holt sold their boat.", "their", "Lund Holt"),
    ],
)
def test_each_member_has_the_mention(nlp: Language, text: str, words: str, names: str) -> None:
    found = members(reading(nlp, text), words)
    assert len(found) == len(names.split())
    assert all(any(part in name for name in found) for part in names.split())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Norway fined Sweden. Denmark protested. The two countries met.", "The two countries"),  # three stand near
        ("The court could fine both companies.", "both companies"),  # nobody is named
        ("President Maria Lund spoke. Both presidents left.", "Both presidents"),  # one only
        ("Orion Foods Plc could fine both companies. Kemsley Holdings Plc paid.", "both companies"),  # not its own
        ("Norway or Sweden paid. The two rich countries met.", "The two rich countries"),  # which two is not told
        ("Norway works both at sea and on land with Sweden.", "both"),  # no participant at all
    ],
)
def test_nobody_is_guessed(nlp: Language, text: str, words: str) -> None:
    assert not {"Norway", "Sweden", "Maria Lund", "Orion Foods Plc"} & set(members(reading(nlp, text), words))


def test_a_reading_gives_a_ref_for_every_member(nlp: Language) -> None:
    found = reading(nlp, "President Maria Lund met President Karl Holt. Both presidents spoke.")
    token = next(t for t in found.doc if t.text == "presidents")
    refs = found.refs(token)
    assert [(r.name, r.text) for r in refs] == [("Maria Lund", "Both presidents"), ("Karl Holt", "Both presidents")]
    assert found.ref(token) == refs[0]
    assert found.refs(next(t for t in found.doc if t.text == "spoke")) == ()


def test_a_ref_to_one_stands_alone(nlp: Language) -> None:
    found = reading(nlp, "Maria Lund spoke.")
    assert [r.name for r in found.refs(found.doc[1])] == ["Maria Lund"]
