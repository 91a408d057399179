"""Records written by hand: offsets are found by looking for the words in the text, so a case reads like its article."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from kg.claims_to_entities.names import slug
from kg.claims_to_entities.world import Cluster, Contradiction, Situation, World
from kg.records import (
    Article,
    Block,
    Entity,
    Event,
    Mention,
    Record,
    Ref,
    Relation,
    Role,
    Span,
    Statement,
    Time,
)

Axes = tuple[str, str, str, str]  # status, polarity, modality, certainty
FACT = ("occurred", "positive", "actual", "certain")
PLAN = ("planned", "positive", "future", "probable")
DENIAL = ("negated", "negative", "actual", "certain")
DEMAND = ("demanded", "positive", "desired", "unspecified")
IF = ("conditional", "positive", "conditional", "certain")


@dataclass
class Writer:
    """Writes the records of one article. ``last`` narrows where words are looked for: the sentence of the claim."""

    text: str
    name: str = "a1"
    publisher: str | None = "Alder Gazette"
    published: str | None = "2025-03-17"
    records: list[Record] = field(default_factory=list)
    entities: dict[str, Entity] = field(default_factory=dict)

    def __post_init__(self) -> None:
        body = (Block("body", 0, len(self.text)),)
        self.article = Article(
            self.name,
            f"{self.name}.txt",
            self.text,
            self.text.split("\n")[0][:60],
            self.published,
            "metadata",
            self.publisher,
            blocks=body,
        )

    def span(self, words: str, sentence: Span | None = None) -> Span:
        start = self.text.index(words, sentence.start if sentence else 0)
        return Span(words, start, start + len(words))

    def entity(self, name: str, kind: str, *others: str, **more: object) -> None:
        """An entity with a mention wherever its name or another of its words stands; ``*she`` marks a pronoun."""
        mentions = []
        for word in (name, *others):
            bare, start = word.lstrip("*"), 0
            while (start := self.text.find(bare, start)) >= 0:
                inside = any(m.start <= start < m.end for m in mentions)
                if not inside:
                    mentions.append(Mention(bare, start, start + len(bare), "pronoun" if word != bare else "name"))
                start += len(bare)
        key = f"{self.name}:e{len(self.entities)}"
        made = Entity(key, self.name, name, kind, mentions=tuple(sorted(mentions, key=lambda m: m.start)), **more)  # type: ignore[arg-type]
        self.entities[name] = made

    def ref(self, words: str, sentence: Span) -> Ref:
        """``words``, or ``words=name`` where the text has other words than the entity's name."""
        text, _, name = words.partition("=")
        found = self.span(text, sentence)
        entity = self.entities[name or text]
        return Ref(entity.id, entity.name, text, found.start, found.end)

    def time(self, words: str | None, sentence: Span) -> Time | None:
        """``words=value``: a time expression and its EDTF value."""
        if words is None:
            return None
        text, _, value = words.partition("=")
        found = self.span(text, sentence)
        return Time(text, found.start, found.end, "DATE", value or None, None, "publication date")

    def event(
        self,
        sentence: str,
        trigger: str,
        kind: str,
        roles: str,
        axes: Axes = FACT,
        *,
        by: str = "",
        topic: str | None = None,
        place: str | None = None,
        time: str | None = None,
        confidence: float = 0.9,
    ) -> str:
        """``kind``: ``consult/Meeting`` or ``agree``. ``roles``, ``by``: ``agent:Ana Ruiz, patient:her=Eva Ruiz``."""
        at, cue = self.span(sentence), self.span(trigger, self.span(sentence))
        root, _, subtype = kind.partition("/")
        parts = [p.strip().split(":", 1) for p in roles.split(",") if p.strip()]
        made = Event(
            f"{self.name}:v{cue.start}-{cue.end}",
            self.name,
            at,
            cue,
            root,
            subtype or None,
            tuple(Role(role, self.ref(words, at)) for role, words in parts),
            *axes,
            topic=self.span(topic, at) if topic else None,
            place=self.ref(place, at) if place else None,
            time=self.time(time, at),
            attributed_to=self.refs(by, at),
            lemma=trigger,
            confidence=confidence,
        )
        self.records.append(made)
        return made.id

    def refs(self, words: str, sentence: Span) -> tuple[Ref, ...]:
        return tuple(self.ref(w.strip(), sentence) for w in words.split(",") if w.strip())

    def statement(
        self,
        sentence: str,
        cue: str,
        speaker: str,
        content: str,
        *claims: str,
        mode: str = "indirect",
        stance: str = "said",
        to: str | None = None,
        relayed: str = "",
        about: str = "",
        time: str | None = None,
    ) -> str:
        at = self.span(sentence)
        word = self.span(cue, at)
        made = Statement(
            f"{self.name}:s{word.start}-{word.end}",
            self.name,
            at,
            word,
            self.ref(speaker, at),
            mode,
            stance,
            self.span(content, at),
            addressee=self.ref(to, at) if to else None,
            time=self.time(time, at),
            reported_by=self.refs(relayed, at),
            about=self.refs(about, at),
            claims=claims,
            confidence=0.9,
        )
        self.records.append(made)
        return made.id

    def relation(
        self, sentence: str, subject: str, predicate: str, target: str, axes: Axes = FACT, *, by: str = ""
    ) -> str:
        """``target``: a name, or words in quotation marks for a title or value."""
        at = self.span(sentence)
        ref = self.ref(subject, at)
        made = Relation(
            f"{self.name}:r{ref.start}-{ref.end}-{predicate}",
            self.name,
            at,
            ref,
            predicate,
            self.span(target.strip("'"), at) if target[0] == "'" else self.ref(target, at),
            *axes,
            attributed_to=self.refs(by, at),
            confidence=0.9,
        )
        self.records.append(made)
        return made.id

    def all(self) -> list[Record]:
        return [self.article, *self.entities.values(), *self.records]


def world(records: list[Record], *situations: Situation, contradictions: tuple[Contradiction, ...] = ()) -> World:
    """A world by hand: entities of one name are one cluster; situations are given, with names for roles and place."""
    entities = [r for r in records if isinstance(r, Entity)]
    clusters = {}
    for e in entities:
        known = clusters.get(e.name)
        members = (*known.members, e.id) if known else (e.id,)
        clusters[e.name] = Cluster(slug(e.name), e.name, e.type, same_as=e.same_as, members=members)
    made = [
        replace(s, roles=tuple(sorted((r, slug(n)) for r, n in s.roles)), place=slug(s.place) if s.place else None)
        for s in situations
    ]
    return World(
        tuple(sorted(clusters.values(), key=lambda c: c.id)),
        tuple(sorted(made, key=lambda s: s.id)),
        contradictions,
        {m: c.id for c in clusters.values() for m in c.members},
        {m: s.id for s in made for m in s.members},
    )
