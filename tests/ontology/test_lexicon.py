"""The event lexicon keeps to its format, and every example shows its word."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest
from pyoxigraph import NamedNode, Store
from spacy.tokens import Doc

from kg.ontology import folder, lexicon

if TYPE_CHECKING:
    from spacy.language import Language

ET = "https://w3id.org/newskg/event-types#"
BROADER = NamedNode("http://www.w3.org/2004/02/skos/core#broader")
POS = {"verb", "noun", "adjective"}
LISTS = {"object_type", "object", "prep", "pobj", "subject", "then"}
KEYS = POS | LISTS | {"voice", "asks", "subtype", "roles", "example"}
ROLES = {"agent", "patient", "recipient", "participant", "instrument", "topic", "place", "none"}
SLOTS = {"subject", "object", "dative", "clause", "possessor", "adjective", "compound"}
PREPOSITIONS = {
    "about", "across", "after", "against", "ahead", "alongside", "along", "among", "around", "as", "at",
    "before", "behind", "between", "by", "down", "during", "for", "from", "in", "into", "like", "near", "of",
    "off", "on", "outside", "over", "round", "through", "to", "toward", "towards", "under", "until", "upon",
    "with", "out of",
}  # fmt: skip
ADVERBS = {
    "abroad", "away", "back", "home", "jointly", "out", "that", "there", "together", "first", "second",
    "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "last",
}  # fmt: skip

SENSES = [
    (path.stem, sense)
    for path in sorted((folder() / "lexicon" / "events").glob("*.toml"))
    for sense in lexicon(f"events/{path.stem}")["sense"]
]


def pos_of(sense: dict[str, Any]) -> str:
    return next(iter(POS & sense.keys()))


def constraints(sense: dict[str, Any]) -> tuple[Any, ...]:
    lists = [(key, tuple(sorted(sense[key]))) for key in sorted(LISTS & sense.keys())]
    return *lists, sense.get("voice"), sense.get("asks")


def test_senses_use_only_the_keys_and_values_of_the_format() -> None:
    wrong = []
    for root, sense in SENSES:
        fine = (
            len(POS & sense.keys()) == 1
            and sense.keys() <= KEYS
            and all(sense[key] and all(isinstance(w, str) and w for w in sense[key]) for key in LISTS & sense.keys())
            and set(sense.get("prep", ())) <= PREPOSITIONS | ADVERBS
            and sense.get("voice", "passive") in ("passive", "intransitive")
            and set(sense.get("roles", {}).values()) <= ROLES
            and sense.get("roles", {}).keys() <= SLOTS | PREPOSITIONS
            and sense.get("example", "").endswith(".")
        )
        if not fine:
            wrong.append((root, sense))
    assert wrong == []


def test_a_lemma_stands_once_with_the_same_constraints() -> None:
    count = Counter((pos_of(s), s[pos_of(s)], constraints(s)) for _, s in SENSES)
    assert [key for key, n in count.items() if n > 1] == []


def test_every_example_is_of_one_sense() -> None:
    count = Counter((pos_of(s), s[pos_of(s)], s["example"]) for _, s in SENSES)
    assert [key for key, n in count.items() if n > 1] == []


def test_every_subtype_is_a_concept_under_its_root() -> None:
    scheme = Store()
    scheme.load(path=folder() / "events.ttl")
    wrong = []
    for root, subtype in sorted({(root, s["subtype"]) for root, s in SENSES if "subtype" in s}):
        concept: Any = NamedNode(ET + subtype)
        while above := next(iter(scheme.quads_for_pattern(concept, BROADER, None)), None):
            concept = above.object
        if concept.value != ET + root.capitalize():
            wrong.append((root, subtype, concept.value))
    assert wrong == []


@pytest.mark.model
def test_every_example_contains_its_lemma(nlp: Language) -> None:
    docs = nlp.pipe((s["example"] for _, s in SENSES), disable=["ner"], batch_size=256)
    corrected = {"VERB": lexicon("lemmas")["verb"], "NOUN": lexicon("lemmas")["noun"]}
    missing = []
    for (_, sense), doc in zip(SENSES, docs, strict=True):
        lemmas = {corrected.get(t.pos_, {}).get(t.lower_, t.lemma_.lower()) for t in doc}
        name = sense[pos_of(sense)].lower()
        first, *rest = (name if name.startswith("re-") else name.replace("-", " - ")).split()  # "re-" is no word
        if first not in lemmas or not set(rest) <= lemmas | {t.lower_ for t in doc}:
            missing.append((first, sense["example"]))
    assert missing == []


@pytest.mark.model
def test_corrected_forms_are_wrong_without_correction(nlp: Language) -> None:
    rules: Any = nlp.get_pipe("lemmatizer")
    needless = []
    for pos, table in (("VERB", "verb"), ("NOUN", "noun")):
        for form, lemma in lexicon("lemmas")[table].items():
            doc = Doc(nlp.vocab, words=[form], pos=[pos], morphs=["Tense=Past|VerbForm=Part" if pos == "VERB" else ""])
            if rules.rule_lemmatize(doc[0])[0].lower() == lemma:
                needless.append(form)
    assert needless == []


@pytest.mark.parametrize("name", ["light", "none"])
def test_word_classes_have_no_double_entries(name: str) -> None:
    lists = {key: words for key, words in lexicon(name).items() if isinstance(words, list)}
    assert {key: [w for w, n in Counter(words).items() if n > 1] for key, words in lists.items()} == {
        key: [] for key in lists
    }


def test_patient_verbs_are_light_verbs() -> None:
    light = lexicon("light")
    allowed = set(light["light"]) | {phrase.split()[0] for phrase in light["light"]}
    assert set(light["patient"]) <= allowed


def test_nouns_that_name_no_event_have_no_bare_sense() -> None:
    bare = {s["noun"] for _, s in SENSES if "noun" in s and not LISTS & s.keys()}
    assert bare & set(lexicon("none")["nouns"]) == set()


def test_implicatives_say_plus_or_minus() -> None:
    assert set(lexicon("none")["implicative"].values()) == {"+", "-"}
