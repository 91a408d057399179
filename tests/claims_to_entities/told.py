"""Articles told sentence by sentence, as records with true offsets: the only fixture these tests need."""

from __future__ import annotations

from dataclasses import replace

from kg.records import Article, Block, Entity, Event, Mention, Record, Ref, Relation, Role, Span, Statement, Time

AXES = {
    "occurred": ("positive", "actual", "certain"),
    "planned": ("positive", "future", "certain"),
    "possible": ("positive", "hypothetical", "possible"),
    "conditional": ("positive", "conditional", "certain"),
    "demanded": ("positive", "desired", "unspecified"),
    "negated": ("negative", "actual", "certain"),
}
Names = str | tuple[str, ...] | None


class Story:
    """One article. A participant is given as a name, or as "name=words" where the sentence uses other words."""

    def __init__(self, article: str, published: str | None = "2031-05-10") -> None:
        self.id, self.published = article, published
        self.text = ""
        self.entities: dict[str, Entity] = {}
        self.claims: list[Record] = []
        self.blocks: list[Block] = []
        self.begins: int | None = None

    def headline(self, text: str) -> Span:
        """A sentence that stands above the text."""
        span = self._write(text)
        self.blocks.append(Block("headline", span.start, span.end))
        return span

    def body(self) -> None:
        """From here on the text itself is told."""
        self.begins = len(self.text)

    def entity(self, name: str, kind: str = "person", *, said: str = "name", **more: object) -> Story:
        """Describe an entity; one that is not described is a person with a name."""
        known = Entity(f"{self.id}:n{len(self.entities)}", self.id, name, kind, **more)  # type: ignore[arg-type]
        self.entities[name] = known if said == "name" else replace(known, mentions=(Mention(name, -1, -1, said),))
        return self

    def _write(self, sentence: str) -> Span:
        start = len(self.text)
        self.text += sentence + "\n"
        return Span(sentence, start, start + len(sentence))

    def _span(self, sentence: Span, words: str) -> Span:
        at = sentence.text.index(words)
        return Span(words, sentence.start + at, sentence.start + at + len(words))

    def _ref(self, sentence: Span, who: str, said: str = "") -> Ref:
        name, _, words = who.partition("=")
        if name not in self.entities:
            self.entity(name)
        entity = self.entities[name]
        span = self._span(sentence, words or name)
        kind = said or (entity.mentions[0].kind if entity.mentions and entity.mentions[0].start < 0 else "name")
        mentions = {*entity.mentions, Mention(span.text, span.start, span.end, kind)}
        self.entities[name] = replace(entity, mentions=tuple(sorted(mentions, key=lambda m: (m.start, m.kind))))
        return Ref(entity.id, entity.name, span.text, span.start, span.end)

    def _time(self, date: str | None) -> Time | None:
        return None if date is None else Time(date, 0, 0, "DATE", date)

    def event(
        self,
        sentence: str | Span,
        trigger: str,
        type: str,  # noqa: A002
        *,
        agent: Names = None,
        patient: Names = None,
        participant: Names = None,
        metonyms: tuple[str, ...] = (),
        topic: str | None = None,
        place: str | None = None,
        date: str | None = None,
        status: str = "occurred",
        lemma: str = "",
        subtype: str | None = None,
        by: str | None = None,
    ) -> str:
        """Tell an event, ``by`` somebody or else the article; its claim id.

        A second event of the same sentence is given that sentence's Span.
        """
        span = self._write(sentence) if isinstance(sentence, str) else sentence
        given = {"agent": agent, "patient": patient, "participant": participant}
        pairs = [(r, n) for r, names in given.items() for n in ((names,) if isinstance(names, str) else names or ())]
        roles = tuple(Role(r, self._ref(span, n, "metonym" if n in metonyms else "")) for r, n in pairs)
        at = self._span(span, trigger)
        polarity, modality, certainty = AXES[status]
        claim = Event(
            f"{self.id}:e{at.start}-{at.end}",
            self.id,
            span,
            at,
            type,
            subtype,
            roles,
            status,
            polarity,
            modality,
            certainty,
            topic=self._span(span, topic) if topic else None,
            attributed_to=(self._ref(span, by),) if by else (),
            place=self._ref(span, place) if place else None,
            time=self._time(date),
            lemma=lemma or trigger,
            confidence=0.9,
        )
        self.claims.append(claim)
        return claim.id

    def sentence(self, text: str) -> Span:
        """A sentence that several claims are told in."""
        return self._write(text)

    def statement(
        self,
        sentence: str,
        speaker: str,
        content: str,
        *,
        date: str | None = None,
        mode: str = "direct",
        stance: str = "said",
    ) -> str:
        """Tell what somebody said; its claim id."""
        span = self._write(sentence)
        words = self._span(span, content)
        who = self._ref(span, speaker)
        key = f"{self.id}:s{words.start}-{words.end}"
        self.claims.append(
            Statement(
                key, self.id, span, Span("", span.start, span.start), who, mode, stance, words, time=self._time(date)
            )
        )
        return key

    def relation(
        self, sentence: str, subject: str, predicate: str, target: str, *, title: bool = False, date: str | None = None
    ) -> str:
        """Tell a lasting tie to an entity, or to a title; its claim id."""
        span = self._write(sentence)
        who = self._ref(span, subject)
        goal = self._span(span, target) if title else self._ref(span, target)
        key = f"{self.id}:r{goal.start}-{goal.end}"
        polarity, modality, certainty = AXES["occurred"]
        self.claims.append(
            Relation(
                key,
                self.id,
                span,
                who,
                predicate,
                goal,
                "ongoing",
                polarity,
                modality,
                certainty,
                self._time(date),
                confidence=0.9,
            )
        )
        return key

    def mention(self, name: str, sentence: str, words: str) -> None:
        """Have an entity mentioned inside a sentence that was told."""
        start = self.text.index(sentence)
        self._ref(Span(sentence, start, start + len(sentence)), f"{name}={words}")

    def records(self) -> list[Record]:
        """All records of the article."""
        entities = [replace(e, mentions=tuple(m for m in e.mentions if m.start >= 0)) for e in self.entities.values()]
        source = f"{self.id}.txt"
        body = [] if self.begins is None else [Block("body", self.begins, len(self.text))]
        article = Article(self.id, source, self.text, published=self.published, blocks=(*self.blocks, *body))
        return [article, *entities, *self.claims]


def told(*stories: Story) -> list[Record]:
    """The records of several articles."""
    return [r for s in stories for r in s.records()]
