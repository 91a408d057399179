"""Who said what, as cited by whom: invented sentences with their statements beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from readings import reading

from kg.docs_to_claims.statements import find_statements
from kg.docs_to_claims.statements.sayings import CONFIDENCE

if TYPE_CHECKING:
    from spacy.language import Language

    from kg.records import Statement

pytestmark = pytest.mark.model

RUIZ, BERG = "[Ana Ruiz|person]", "[Tomas Berg|person]"


def statements(nlp: Language, marked: str, roles: tuple[str, ...] = ()) -> tuple[Statement, ...]:
    return find_statements(reading(nlp, marked, roles))


def summary(found: tuple[Statement, ...]) -> list[tuple[str, str, str, str]]:
    return [(s.speaker.name, s.stance, s.mode, s.content.text) for s in found]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("“The bridge is safe,” said [Ana Ruiz|person].", [("Ana Ruiz", "said", "direct", "The bridge is safe")]),
        ("«We are going», [Ana Ruiz|person] said.", [("Ana Ruiz", "said", "direct", "We are going")]),
        ("'The miners' demands are mad,' [Ana Ruiz|person] said.",
         [("Ana Ruiz", "said", "direct", "The miners' demands are mad")]),
        ("“The bridge is safe. It always was,” said [Ana Ruiz|person], an engineer who built it.",
         [("Ana Ruiz", "said", "direct", "The bridge is safe. It always was")]),
        ("“The bridge is safe,” [Ana Ruiz|person], the mayor, told reporters.",
         [("Ana Ruiz", "said", "direct", "The bridge is safe")]),
        ("[Ana Ruiz|person] said: “We will go. We will win.” She then left.",
         [("Ana Ruiz", "said", "direct", "We will go. We will win.")]),
        ("[Ana Ruiz|person] (mayor): “We did it.”", [("Ana Ruiz", "said", "direct", "We did it.")]),
        ("“We did it.” — [Ana Ruiz|person]", [("Ana Ruiz", "said", "direct", "We did it.")]),
        ("“Will it hold?” asked [Ana Ruiz|person].", [("Ana Ruiz", "asked", "direct", "Will it hold?")]),
        ("“It will hold,” [Ana Ruiz|person] shrugged.", [("Ana Ruiz", "said", "direct", "It will hold")]),
        ("[Ana Ruiz|person] was blunt: “We lost the vote.”", [("Ana Ruiz", "said", "direct", "We lost the vote.")]),
        ('"It\'s over," said [Ana Ruiz|person], adding: "We lost."',
         [("Ana Ruiz", "said", "direct", "It's over"), ("Ana Ruiz", "said", "direct", "We lost.")]),
        ("“The bridge is safe,” insisted [Ana Ruiz|person]. “Nobody will be hurt.”",
         [("Ana Ruiz", "claimed", "direct", "The bridge is safe"),
         ("Ana Ruiz", "said", "direct", "Nobody will be hurt.")]),
        ("[Ana Ruiz|person] said that “the bridge is a grave”.",
         [("Ana Ruiz", "said", "direct", "the bridge is a grave")]),
    ],
)  # fmt: skip
def test_direct(nlp: Language, marked: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert summary(statements(nlp, marked)) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("[Ana Ruiz|person] said she was “deeply sorry” for the delay.",
         ("Ana Ruiz", "said", "mixed", "she was “deeply sorry” for the delay")),
        ("[Ana Ruiz|person] added that she hoped the bridge would be “good for all.”",
         ("Ana Ruiz", "said", "mixed", "she hoped the bridge would be “good for all.”")),
        ("[Ana Ruiz|person] called the bridge “a gift to the rich”.",
         ("Ana Ruiz", "said", "mixed", "a gift to the rich")),
        ("The film “The Long Bridge” opened on Monday, [Ana Ruiz|person] said.",
         ("Ana Ruiz", "said", "indirect", "The film “The Long Bridge” opened on Monday")),
        ("The bridge is unsafe, [Ana Ruiz|person] argues.",
         ("Ana Ruiz", "claimed", "indirect", "The bridge is unsafe")),
        ("Ships and trains will stop on Friday, [Ana Ruiz|person] said, as the port stays shut.",
         ("Ana Ruiz", "said", "indirect", "Ships and trains will stop on Friday")),
        ("[Ana Ruiz|person] denied having met the owner.", ("Ana Ruiz", "denied", "indirect", "having met the owner")),
        ("[Ana Ruiz|person] denied reports that the club was being sold.",
         ("Ana Ruiz", "denied", "indirect", "the club was being sold")),
        ("[Ana Ruiz|person] has not resigned and denies any wrongdoing.",
         ("Ana Ruiz", "denied", "indirect", "any wrongdoing")),
        ("[Ana Ruiz|person] accused [Tomas Berg|person] of breaking his word.",
         ("Ana Ruiz", "accused", "indirect", "breaking his word")),
        ("[Ana Ruiz|person] asked whether the bridge was safe.",
         ("Ana Ruiz", "asked", "indirect", "whether the bridge was safe")),
        ("[Ana Ruiz|person] went on to say that the bridge was safe.",
         ("Ana Ruiz", "said", "indirect", "the bridge was safe")),
        ("He was told by [Ana Ruiz|person] that the bridge was closed.",
         ("Ana Ruiz", "said", "indirect", "the bridge was closed")),
        ("According to [Ana Ruiz|person], a lawyer for the club, the deal is dead.",
         ("Ana Ruiz", "said", "indirect", "the deal is dead")),
        ("The deal is dead, per [Ana Ruiz|person].", ("Ana Ruiz", "said", "indirect", "The deal is dead")),
        ("They keep a list which, according to [Ana Ruiz|person], nobody has read.",
         ("Ana Ruiz", "said", "indirect", "nobody has read")),
        ("[Norvia|country] said that it had shot down two drones, a claim its neighbours denied.",
         ("Norvia", "said", "indirect", "it had shot down two drones")),
        ("[Ana Ruiz|person] told [Channel Nine|organization] in a statement that the bridge was closed.",
         ("Ana Ruiz", "said", "indirect", "the bridge was closed")),
        ("The authorities had closed the road when [Ana Ruiz|person] put the cost at 30 million euros.",
         ("Ana Ruiz", "said", "indirect", "the cost at 30 million euros")),
        ("[Ana Ruiz|person] announced layoffs of 5,000.", ("Ana Ruiz", "announced", "indirect", "layoffs of 5,000")),
        ("The plan to close the road was announced by [Ana Ruiz|person].",
         ("Ana Ruiz", "announced", "indirect", "The plan to close the road")),
        ("[Brilla|organization] reported losing 5 million euros.",
         ("Brilla", "said", "indirect", "losing 5 million euros")),
        ("[Ana Ruiz|person] said the reason given for the vote was “contrived.”",
         ("Ana Ruiz", "said", "mixed", "the reason given for the vote was “contrived.”")),
        ("Sites such as [El Faro|organization] said the road was closed.",
         ("El Faro", "said", "indirect", "the road was closed")),
        ("[a statement|other] from [Brilla|organization] said the road was closed.",
         ("Brilla", "said", "indirect", "the road was closed")),
        ("According to [a report|other] by [Brilla|organization], the road was closed.",
         ("Brilla", "said", "indirect", "the road was closed")),
        ("[The report|other] said the road was closed.", ("The report", "said", "indirect", "the road was closed")),
        ("[Ana Ruiz|person] said the star is close (1 unit; 150 million km).",
         ("Ana Ruiz", "said", "indirect", "the star is close (1 unit; 150 million km)")),
    ],
)  # fmt: skip
def test_indirect_and_mixed(nlp: Language, marked: str, expected: tuple[str, str, str, str]) -> None:
    assert summary(statements(nlp, marked)) == [expected]


@pytest.mark.parametrize(
    "marked",
    [
        "[Ana Ruiz|person] declined to say whether the bridge was safe.",
        "[Ana Ruiz|person] did not say that the bridge was safe.",
        "[Ana Ruiz|person] would not say that the bridge was safe.",
        "If [Ana Ruiz|person] says that the bridge is safe, it will open.",
        "[Ana Ruiz|person] left without saying that the bridge was safe.",
        "[Ana Ruiz|person] was told that the bridge was closed.",
        "[Ana Ruiz|person] is said to be ill.",
        "It was reported that the bridge was closed.",
        "[Ana Ruiz|person] starred in “The Long Bridge”.",
        "[Ana Ruiz|person] criticised the “so-called” bridge.",
        "[Ana Ruiz|person] denied the charges.",
        "The bridge costs 40 euros per week.",
        "The deal is dead, per [Norvia|country] intelligence.",
        "Everything went according to plan for [Ana Ruiz|person].",
        "The deal is dead, according to a spokesman for [Norpress|organization].",
        "Neither [operator=the operators|group] admitted that the bridge was unsafe. [the operators|group] left.",
        "[Ana Ruiz|person] revealed [the Velo 2|product] in Turin.",
        "[Ana Ruiz|person] claimed lives.",
    ],
)
def test_what_is_no_statement(nlp: Language, marked: str) -> None:
    assert summary(statements(nlp, marked)) == []


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("[Ana Ruiz|person] claimed that the deal was dead, [Norpress|organization] reported.",
         [("Ana Ruiz", "the deal was dead", ["Norpress"])]),
        ("[Ana Ruiz|person] said the strike would last, according to [Norpress|organization].",
         [("Ana Ruiz", "the strike would last", ["Norpress"])]),
        ("[Ana Ruiz|person] said the strike “may last a week,” as cited by [Norpress|organization].",
         [("Ana Ruiz", "the strike “may last a week,”", ["Norpress"])]),
        ("[Norpress|organization] quoted [Ana Ruiz|person] as saying that the strike would last.",
         [("Ana Ruiz", "the strike would last", ["Norpress"])]),
        ("Eleven men died, according to [army papers|work] cited by the weekly [Norpress|organization].",
         [("army papers", "Eleven men died", ["Norpress"])]),
        ("According to [Norpress|organization], quoting [Ana Ruiz|person], the strike would last.",
         [("Ana Ruiz", "the strike would last", ["Norpress"])]),
        ("[Norpress|organization] reported that [Ana Ruiz|person] said the strike would last.",
         [("Norpress", "Ana Ruiz said the strike would last", []),
         ("Ana Ruiz", "the strike would last", ["Norpress"])]),
        ("“I left because [Tomas Berg|person] told me the club was broke,” [Ana Ruiz|person] said.",
         [("Ana Ruiz", "I left because Tomas Berg told me the club was broke", []),
          ("Tomas Berg", "the club was broke", ["Ana Ruiz"])]),
    ],
)  # fmt: skip
def test_who_relays(nlp: Language, marked: str, expected: list[tuple[str, str, list[str]]]) -> None:
    found = statements(nlp, marked)
    assert [(s.speaker.name, s.content.text, [r.name for r in s.reported_by]) for s in found] == expected


@pytest.mark.parametrize(
    ("marked", "addressee", "venue", "time"),
    [
        ("“The bridge is safe,” [Ana Ruiz|person] told [Channel Nine|organization] on [Monday|time].",
         "Channel Nine", "Channel Nine", "Monday"),
        ("[Ana Ruiz|person] told [the court|organization] that the bridge was safe.", "the court", "the court", None),
        ("[Ana Ruiz|person] told [Tomas Berg|person] the bridge was safe.", "Tomas Berg", None, None),
        ("[Ana Ruiz|person] said on [Channel Nine|organization] that the bridge was safe.", None, "Channel Nine", None),
        ("In a statement on [Monday|time], [Ana Ruiz|person] said the bridge was safe.", None, "statement", "Monday"),
        ("“It is safe,” [Ana Ruiz|person] said at a rally near the town hall.",
         None, "rally near the town hall", None),
        ("[Ana Ruiz|person] said on [Monday|time] it had closed on [Sunday|time].", None, None, "Monday"),
        ("[Ana Ruiz|person] said the bridge closed on [Sunday|time].", None, None, None),
        ("[Ana Ruiz|person] urged [Tomas Berg|person] to close the bridge.", "Tomas Berg", None, None),
    ],
)  # fmt: skip
def test_to_whom_where_and_when(
    nlp: Language, marked: str, addressee: str | None, venue: str | None, time: str | None
) -> None:
    (found,) = statements(nlp, marked)
    assert (found.addressee.name if found.addressee else None) == addressee
    assert (found.venue.text if found.venue else None) == venue
    assert (found.time.text if found.time else None) == time


def test_a_broken_quotation_is_one_statement_with_its_parts(nlp: Language) -> None:
    (found,) = statements(nlp, "“The bridge,” said [Ana Ruiz|person], “is safe.”")
    assert [p.text for p in found.parts] == ["The bridge", "is safe."]
    assert found.content.text == "The bridge,” said Ana Ruiz, “is safe."


def test_a_cue_inside_a_clause_leaves_two_parts(nlp: Language) -> None:
    (found,) = statements(nlp, "The strike, [Ana Ruiz|person] said on [Monday|time], would last a week.")
    assert [p.text for p in found.parts] == ["The strike", "would last a week"]


def test_joint_speakers_make_a_statement_each_with_ids_of_their_own(nlp: Language) -> None:
    found = statements(nlp, "[Ana Ruiz|person] and [Tomas Berg|person] warned that the bridge was weak.")
    assert [s.speaker.name for s in found] == ["Ana Ruiz", "Tomas Berg"]
    assert len({s.id for s in found}) == 2


def test_a_pronoun_speaks_under_its_name_and_is_less_sure(nlp: Language) -> None:
    found = statements(nlp, f"{RUIZ} arrived.\n[She=Ana Ruiz] said the bridge was safe.\n[Ana Ruiz] said it was old.")
    assert [(s.speaker.name, s.speaker.text) for s in found] == [("Ana Ruiz", "She"), ("Ana Ruiz", "Ana Ruiz")]
    assert found[0].confidence < found[1].confidence


def test_about_names_whom_the_content_names_but_not_the_speaker(nlp: Language) -> None:
    (found,) = statements(
        nlp, f"{RUIZ} said that {BERG} had told [her=Ana Ruiz] of [Lena Holt|person] before [Berg=Tomas Berg] left."
    )
    assert [r.name for r in found.about] == ["Tomas Berg", "Lena Holt"]


@pytest.mark.parametrize(
    ("marked", "roles", "expected"),
    [
        ("“The bridge is safe,” said [Ana Ruiz|person].\n“We checked it twice.”", (),
         [["The bridge is safe"], ["We checked it twice."]]),
        ("“We checked it,” said [Ana Ruiz|person]. “It held.\n“Then we checked again.”", (),
         [["We checked it"], ["It held.", "Then we checked again."]]),
        ("“The bridge is safe.\n“It always was,” [Ana Ruiz|person] said.",
         (), [["The bridge is safe.", "It always was"]]),
        ("🔹 [Ana Ruiz|person] (mayor):\n“We did it.”", ("list", "quote"), [["We did it."]]),
        ("[Ana Ruiz|person] wrote:\nThe bridge is safe. We checked it.", ("body", "quote"),
         [["The bridge is safe. We checked it."]]),
        ("An interview with [Ana Ruiz|person]\nWhy did you resign?\nI was tired. I sleep badly.",
         ("headline", "list", "quote"), [["I was tired. I sleep badly."]]),
        ("[Ana Ruiz|person]: We lost. I am sorry.", (), [["We lost. I am sorry."]]),
    ],
)  # fmt: skip
def test_across_paragraphs(nlp: Language, marked: str, roles: tuple[str, ...], expected: list[list[str]]) -> None:
    found = statements(nlp, marked, roles)
    assert {s.speaker.name for s in found} == {"Ana Ruiz"}
    assert [[p.text for p in s.parts or (s.content,)] for s in found] == expected


def test_a_block_without_any_source_is_nobodys(nlp: Language) -> None:
    assert statements(nlp, f"{RUIZ} resigned.\nI was tired. I sleep badly.", ("body", "quote")) == ()


def test_a_speakers_label_outranks_the_usual_answerer(nlp: Language) -> None:
    page = (
        f"An interview with {RUIZ} and {BERG}\nWhy did you resign?\n(({BERG})) I was tired.\n"
        "And now?\n((Our reporter)) You tell me."
    )
    found = statements(nlp, page, ("headline", "list", "quote", "list", "quote"))
    assert [(s.speaker.name, s.content.text) for s in found] == [("Tomas Berg", "I was tired.")]


def test_spans_carry_the_text_at_their_offsets(nlp: Language) -> None:
    made = reading(nlp, f"“The bridge,” said {RUIZ}, “is safe.” {BERG} told [Channel Nine|organization] it was not.")
    text = made.article.text
    found = find_statements(made)
    assert len(found) == 2
    for s in found:
        for span in (s.sentence, s.cue, s.content, *s.parts, s.speaker):
            assert text[span.start : span.end] == span.text


def test_confidences_are_probabilities() -> None:
    assert all(0 < value < 1 for value in CONFIDENCE.values())


def test_a_verb_joined_to_what_is_said_goes_on_with_its_speaker(nlp: Language) -> None:
    found = statements(nlp, "[Ana Ruiz|person] agreed [the book|work] may have lied but ruled that it could be sold.")
    assert summary(found) == [
        ("Ana Ruiz", "agreed", "indirect", "the book may have lied"),
        ("Ana Ruiz", "said", "indirect", "it could be sold"),
    ]


def test_a_saying_told_in_passing_is_not_relayed(nlp: Language) -> None:
    found = statements(
        nlp,
        "[Brilla|organization] says it has found no explosives despite [El Faro|organization] claiming a source "
        "described a flat.",
    )
    assert [(s.speaker.name, [r.name for r in s.reported_by]) for s in found] == [("Brilla", []), ("El Faro", [])]


def test_initials_before_an_answer_name_who_answers(nlp: Language) -> None:
    found = statements(nlp, "El Faro interviewed [Ana Ruiz|person] and [Tomas Berg|person].\nAR: We failed.\nXY: No.")
    assert summary(found) == [("Ana Ruiz", "said", "direct", "We failed.")]


def test_who_is_interviewed_stands_behind_the_word(nlp: Language) -> None:
    found = statements(
        nlp,
        "[Tomas Berg|person] hails the bridge: we interview the engineer [Ana Ruiz|person]\n"
        "Will it hold?\nIt will hold.\nWill it last?\nIt will last.",
        ("headline", "body", "quote", "body", "quote"),
    )
    assert {s.speaker.name for s in found} == {"Ana Ruiz"}
