"""A telling of an event: what is compared to see whether two words of an article tell of one occasion."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Token

from kg.articles_to_docs.reading import Reading
from kg.articles_to_docs.tree import children
from kg.docs_to_claims.events.roles import Slot, participants
from kg.docs_to_claims.events.roles.fitting import role_of
from kg.docs_to_claims.events.status import reality
from kg.docs_to_claims.events.status.axes import Reality
from kg.docs_to_claims.events.triggers import Trigger
from kg.ontology import lexicon
from kg.records import Ref

DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_HEADS = frozenset({"headline", "standfirst"})
_UNDERGOING = frozenset({"patient", "recipient"})
_NAMING = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_DEEP = 6  # heads between a party and the noun it stands below


@dataclass(frozen=True, slots=True)
class Party:
    """Who takes part. ``noun`` and ``figure`` are set where nobody is named: "three soldiers", "a depot".

    ``other``: the words say that it is somebody else ("another man").
    """

    id: str
    noun: str | None = None
    figure: str | None = None
    definite: bool = False
    person: bool = False
    other: bool = False

    def is_one_with(self, other: Party) -> bool:
        """Whether a later party is this one: the same entity, or the same noun with the same number."""
        if self.id == other.id:
            return True
        if self.noun is None or other.noun is None or self.figure != other.figure or self.other or other.other:
            return False
        if self.noun != other.noun:
            return other.definite and {self.noun, other.noun} <= set(lexicon("same_event")["documents"]["nouns"])
        return self.figure is not None or self.definite or other.definite


Parties = tuple[Party, ...]


@dataclass(frozen=True, eq=False)
class Telling:
    """One trigger with its filled slots: who does and undergoes the event, how real it is, where in the article.

    ``sentence`` is the number of the sentence. Who takes part and how real it is are found when first asked for: most
    tellings are told apart by their words alone.
    """

    reading: Reading
    trigger: Trigger
    found: list[Slot]
    sentence: int
    is_heading: bool

    @cached_property
    def _sides(self) -> tuple[Parties, Parties, Parties]:
        return _parties(self.reading, self.trigger, self.found, heading=self.is_heading)

    @cached_property
    def _state(self) -> Reality:
        return reality(self.reading, self.trigger)

    @property
    def doers(self) -> Parties:
        """Who does it."""
        return self._sides[0]

    @property
    def undergoers(self) -> Parties:
        """Whom or what it is done to."""
        return self._sides[1]

    @property
    def others(self) -> Parties:
        """Who else takes part."""
        return self._sides[2]

    @property
    def real(self) -> tuple[str, str]:
        """Polarity and modality."""
        return self._state.polarity, self._state.modality

    @property
    def ended(self) -> bool:
        """Whether what dates it is its end: "stopped shelling the port on Monday"."""
        return self._state.ended

    @property
    def index(self) -> int:
        """The index of the trigger's token."""
        return self.trigger.token.i

    @property
    def everyone(self) -> Parties:
        """All parties, whatever their role."""
        return (*self.doers, *self.undergoers, *self.others)

    @property
    def is_noun(self) -> bool:
        """Whether a noun tells it that no verb carries."""
        return self.trigger.sense.pos == "noun" and self.trigger.light is None

    @property
    def is_indefinite(self) -> bool:
        """Whether an event noun brings in a new one: "gave a speech"."""
        noun = self.trigger.token
        return self.trigger.sense.pos == "noun" and any(
            c.dep_ == "det" and c.lower_ in ("a", "an") for c in children(noun)
        )

    @property
    def is_definite(self) -> bool:
        """Whether an event noun takes up something told, and says no more of it: "the talks", not "the talks that"."""
        below = children(self.trigger.token)
        told = any(c.dep_ == "det" and c.lower_ in DEFINITE for c in below)
        share = self.trigger.token.dep_ == "pobj" and self.trigger.token.head.head.lemma_ in ("%", "percent", "share")
        clauses = [c for c in below if c.dep_ in ("relcl", "acl", "ccomp")]
        return told and not share and all(c.left_edge.nbor(-1).text == "," for c in clauses)


def tell(reading: Reading, trigger: Trigger, found: list[Slot]) -> Telling:
    """The telling of a trigger with these filled slots."""
    heading = reading.block(trigger.token).role in _HEADS
    return Telling(reading, trigger, found, reading.sentence_index[trigger.token.i], heading)


def _parties(
    reading: Reading, trigger: Trigger, found: list[Slot], *, heading: bool
) -> tuple[Parties, Parties, Parties]:
    """Who does, who undergoes, and who else takes part."""
    sides: dict[str, list[Party]] = {"agent": [], "patient": [], "participant": []}
    known: set[int] = set()
    own = [(s, t) for s, t in found if not _describes(trigger, t)]
    for role in participants(reading, trigger, own):
        span = reading.doc.char_span(role.ref.start, role.ref.end, alignment_mode="expand")
        if span is not None and _describes(trigger, span.root):
            continue
        side = "patient" if role.role in _UNDERGOING else "agent" if role.role == "agent" else "participant"
        sides[side].append(_party(reading, role.ref, heading=heading))
        known.update(range(role.ref.start, role.ref.end))
    for slot, token in own:
        role_name = role_of(trigger, slot)
        if role_name in ("agent", "patient") and token.idx not in known and token.pos_ in _NAMING:
            sides[role_name].append(_nameless(f"token {token.i}", token, heading=heading))
    return tuple(sides["agent"]), tuple(sides["patient"]), tuple(sides["participant"])


def _describes(trigger: Trigger, filler: Token) -> bool:
    """Whether a party stands under a clause that describes an event noun: "the accord, signed by A and B"."""
    if trigger.sense.pos != "noun":
        return False
    for token in _upwards(filler):
        if token.dep_ in ("acl", "relcl"):
            return token.head == trigger.token
    return False


def _upwards(token: Token) -> Iterator[Token]:
    for _ in range(_DEEP):
        yield token
        if token.head == token:
            return
        token = token.head


def _party(reading: Reading, ref: Ref, *, heading: bool) -> Party:
    """The party a ref stands for; one without a name by the noun that first tells of it. Headlines leave "the" out."""
    entity = reading.by_id[ref.entity]
    person = entity.type == "person"
    if any(m.kind == "name" for m in entity.mentions):
        return Party(entity.id, person=person)
    spoken = {m.start: m.kind for m in entity.mentions}
    again = spoken.get(ref.start) == "pronoun"
    first = next((m for m in entity.mentions if m.kind == "nominal"), None) if again else None
    start, end = (first.start, first.end) if first is not None else (ref.start, ref.end)
    span = reading.doc.char_span(start, end, alignment_mode="expand")
    return Party(entity.id) if span is None else _nameless(entity.id, span.root, person=person, heading=heading)


def _nameless(key: str, noun: Token, *, person: bool = False, heading: bool = False) -> Party:
    below = children(noun)
    figure = next((c.lower_ for c in below if c.dep_ == "nummod" or c.pos_ == "NUM"), None)
    definite = any((c.dep_ == "det" and c.lower_ in DEFINITE) or c.dep_ == "poss" for c in below)
    other = any(c.lower_ in lexicon("same_event")["apart"]["others"] for c in below)
    return Party(key, noun.lemma_.lower(), figure, definite or heading, person, other)
