"""Where: the phrases that name a place of the event, beside those of test_events_anchors."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from claimed import event

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model

R, B = "[Ana Ruiz|person]", "[Tomas Berg|person]"
PORTO, ANGOLA = "[Porto|place]", "[Angola|country]"


@pytest.mark.parametrize(
    ("marked", "trigger", "place"),
    [
        # to a post; out of; what a movement brings somewhere
        (f"{R} was assigned to [the base|facility].", "assigned", "the base"),
        (f"{R} was assigned to [the base|facility], located in {PORTO}.", "assigned", "Porto"),
        ("[Parcels|product] were delivered to [the depot|facility].", "delivered", "the depot"),
        (f"{R} fled out of {ANGOLA}.", "fled", "Angola"),
        ("[Three women|group] marched from [the park|place].", "marched", "the park"),
        (f"{R} drove [a herd|other] of goats to [the shore|place].", "drove", "the shore"),
        # what suffers, suffers where it is
        (f"[Two soldiers|group] in {ANGOLA} were killed.", "killed", "Angola"),
        (f"[Two shops|facility] in {PORTO} were damaged.", "damaged", "Porto"),
        (f"[A minister|person] in {ANGOLA} was fined.", "fined", None),
        (f"[A minister|person] in {ANGOLA} killed {B}.", "killed", None),
        (f"[A dam|facility] in {PORTO} is being drained.", "drained", "Porto"),
        (f"[A dam|facility] in {PORTO} was approved.", "approved", None),
        # some act where they sit or walk their beat
        (f"[A court|organization] in {PORTO} jailed {B}.", "jailed", "Porto"),
        (f"[Police|organization] in {PORTO} arrested {B}.", "arrested", "Porto"),
        (f"[A firm|organization] in {PORTO} sued {B}.", "sued", None),
        # the named place around one that is only described
        (f"{R} travelled from [Lisbon|place] to [the capital|place] in {ANGOLA}.", "travelled", "Angola"),
        # "where" behind somebody stands for the place before them, if they come from nowhere nearer
        (f"{R} gave a concert in {PORTO} for [her fans|group], where {B} sang.", "sang", "Porto"),
        (f"{R} gave a concert in {PORTO} for [fans|group] from {ANGOLA} where {B} sang.", "sang", None),
        # buildings told of in the plural; a calling is none
        (f"{B} was taken to [two hospitals|group].", "taken", "two hospitals"),
        (f"{B} was taken to [two sisters|group].", "taken", None),
        (f"{R} entered [public office|organization].", "entered", None),
        (f"{R} served in [that office|organization].", "served", None),
        # what the parser hangs on the topic; what a study shows is shown nowhere
        (f"{R} sang about [the river|place] in [the Porto Club|organization].", "sang", "the Porto Club"),
        (f"{R} has shown in [a study|work] that {B} won.", "shown", None),
        # a term of a kind, and time spent in a place
        (f"{B} was sentenced to ten years in [prison|facility].", "sentenced", None),
        (f"{B} served ten years in [a prison|facility].", "served", "a prison"),
        (f"{B} was found dead the next day in [the mill|facility].", "found", "the mill"),
    ],
)
def test_place(nlp: Language, marked: str, trigger: str, place: str | None) -> None:
    found = event(nlp, marked, trigger).place
    assert (found.name if found else None) == place


def test_a_place_run_together_with_the_subject(nlp: Language) -> None:
    found = event(nlp, f"In {PORTO} [Noosa|organization] defeated [Marvo|organization] 17-8.", "defeated").place
    assert found is not None
    assert found.name == "Porto"
