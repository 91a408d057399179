"""What is agreed to, asked for or refused, where the text tells of it as a happening of its own.

"The council rejected a 45-day truce": the truce is the theme of the rejection. The same truce proposed in another
sentence, or in another article, is the same theme if nothing about it differs and something ties the two together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from kg.claims_to_entities.content import Words, content, listed, measured_apart, measures, share, stem
from kg.claims_to_entities.event_words import naming
from kg.claims_to_entities.grouping import Groups
from kg.claims_to_entities.likeness import conflict, in_those_days
from kg.claims_to_entities.tellings import Context, Telling
from kg.claims_to_entities.windows import overlap
from kg.records import Event, Span

ONE_THEME = "one theme, told with the same words"
_SAME_WORDS = 0.75
# How many characters before a noun its measure may stand.
_BEFORE = 20


@dataclass(frozen=True, slots=True)
class Theme:
    """An event claim that is the theme of another: what the host says of it and whom the host involves."""

    id: str
    words: Words
    figures: Words
    parties: Words


def theme_claims(events: Iterable[Event]) -> dict[str, str]:
    """The theme claim of each event claim that has one: an event whose trigger lies in the host's topic or patient."""
    by_article: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        by_article[event.article].append(event)
    found: dict[str, str] = {}
    for inside in by_article.values():
        for host in inside:
            if host.type in listed("themed") and (theme := _theme_of(host, inside)):
                found[host.id] = theme
        for host in inside:
            if host.id not in found and host.type in listed("themed") and (theme := _spoken_of(host, inside, found)):
                found[host.id] = theme
    types = {e.id: e.type for inside in by_article.values() for e in inside}
    return {host: _proposed(theme, types, found) for host, theme in sorted(found.items())}


def _proposed(theme: str, types: Mapping[str, str], themes: Mapping[str, str]) -> str:
    """What a proposal is of: who accepts a proposal of a truce accepts the truce."""
    seen: set[str] = set()
    while types[theme] in listed("proposed") and theme in themes and theme not in seen:
        seen.add(theme)
        theme = themes[theme]
    return theme


def _theme_of(host: Event, events: Iterable[Event]) -> str | None:
    """The event inside the host's topic: the act itself before an act about it ("the demand to leave": leave)."""
    spans = [(host.topic.start, host.topic.end)] if host.topic else []
    spans += [(r.ref.start, r.ref.end) for r in host.roles if r.role == "patient"]
    inside = [
        e
        for e in events
        if e.id != host.id
        and e.trigger.start != host.trigger.start
        and any(
            start < e.trigger.end and e.trigger.start < end and _lies(naming(e), start, end) for start, end in spans
        )
    ]
    best = min(inside, key=lambda e: (e.type in listed("themed"), e.trigger.start, e.id), default=None)
    return best.id if best else None


def _meets(span: Span, start: int, end: int) -> bool:
    return start < span.end and span.start < end


def _lies(span: Span, start: int, end: int) -> bool:
    return start <= span.start and span.end <= end


def _spoken_of(host: Event, events: Iterable[Event], themes: Mapping[str, str]) -> str | None:
    """What the same article tells of in the words of the host's topic, where the topic itself names no event."""
    if host.topic is None or host.type not in listed("answers") | listed("proposed"):
        return None
    words, figures = content(host.topic.text), measures(host.topic.text)
    named = [
        e
        for e in (events if figures else ())
        if e.type not in listed("themed")
        and stem((e.lemma or naming(e).text).casefold()) in words
        and figures & _measured(e)
    ]
    if named:
        return min(named, key=lambda e: (e.trigger.start, e.id)).id
    if host.type not in listed("answers"):
        return None
    asked = [
        e
        for e in events
        if e.topic
        and e.id != host.id
        and e.type in listed("proposed")
        and host.id not in _above(e.id, themes)
        and {w for w in words & content(e.topic.text) if not w.isdigit()}
        and share(words, content(e.topic.text)) >= _SAME_WORDS
        and not measured_apart(figures, measures(e.topic.text))
    ]
    best = min(asked, key=lambda e: (e.trigger.start, e.id), default=None)
    return best.id if best else None


def _measured(event: Event) -> Words:
    """The numbers right before the words that name an event ("a 45-day truce")."""
    left = event.sentence.text[: naming(event).start - event.sentence.start]
    return measures(left[-_BEFORE:])


def _above(claim: str, themes: Mapping[str, str]) -> set[str]:
    """The themes that a claim leads to, one from the next."""
    found: set[str] = set()
    while claim in themes and themes[claim] not in found:
        claim = themes[claim]
        found.add(claim)
    return found


def themes_of(
    context: Context, events: Mapping[str, Event], themes: Mapping[str, str], known: Mapping[str, Telling]
) -> dict[str, Theme]:
    """What is known of every theme claim of one article; several hosts of one claim are taken together."""
    found: dict[str, Theme] = {}
    for host, theme in sorted(themes.items()):
        made = _theme(context, events[host], events[theme], known)
        made = replace(made, parties=made.parties | _who_speaks_of(made, events, known) & context.named)
        found[theme] = together([found[theme], made]) if theme in found else made
    return found


def _who_speaks_of(theme: Theme, events: Mapping[str, Event], known: Mapping[str, Telling]) -> Words:
    """Whoever the article says proposes, accepts or refuses a thing of this kind and size, in other words."""
    kind, party = known[theme.id].lemma, set[str]()
    for key, event in sorted(events.items()):
        t = known[key]
        if event.type in listed("themed") and kind in t.topic and not measured_apart(t.figures, theme.figures):
            party |= t.everyone
    return frozenset(party)


def together(themes: Sequence[Theme]) -> Theme:
    """What several tellings say of one theme."""
    return Theme(
        themes[0].id,
        frozenset(w for t in themes for w in t.words),
        frozenset(w for t in themes for w in t.figures),
        frozenset(w for t in themes for w in t.parties),
    )


def same_themes(themes: Mapping[str, Theme], known: Mapping[str, Telling], groups: Groups[str]) -> None:
    """Let theme claims of one article about one thing share a group, in place. ``groups`` holds all event claims."""
    blocks: dict[tuple[str, str], list[Theme]] = defaultdict(list)
    for key in sorted(themes):
        blocks[known[key].type, known[key].lemma].append(themes[key])
    for _, block in sorted(blocks.items()):
        for a, b in combinations(block, 2):
            if one_theme(a, b, known[a.id], known[b.id]):
                groups.merge(a.id, b.id, ONE_THEME)


def _theme(context: Context, host: Event, event: Event, known: Mapping[str, Telling]) -> Theme:
    text = " ".join([host.topic.text if host.topic else "", *(r.ref.text for r in host.roles if r.role == "patient")])
    own = content(naming(event).text)
    spans = [(host.topic.start, host.topic.end)] if host.topic else []
    inside = {
        context.spoken_for(e, m.start, m.end)
        for e in context.by_article.get(host.article, ())
        for m in e.mentions
        if any(start <= m.start and m.end <= end for start, end in spans)
    }
    names = {w for c in inside for w in content(context.clusters[c].name)}
    parties = (inside | known[host.id].everyone | known[event.id].everyone) & context.named
    return Theme(event.id, content(text) - own - names, measures(text), frozenset(parties))


def one_theme(a: Theme, b: Theme, left: Telling, right: Telling) -> bool:
    """Whether two themes of one kind are one: nothing differs, and a party or, in one article, the words tie them."""
    if conflict(left, right) or measured_apart(a.figures, b.figures):
        return False
    if a.words and b.words and (share(a.words, b.words) < 0.5 or (a.words ^ b.words) & listed("titles", "apart")):
        return False
    if left.article == right.article:
        others = left.everyone and right.everyone and not left.everyone & right.everyone
        return not others or bool(a.words & b.words or a.figures & b.figures)
    near = left.soft is not None and right.soft is not None and overlap(left.soft, right.soft)
    near = near or bool(a.figures & b.figures and in_those_days(left, right))
    return near and bool(a.parties & b.parties) and bool(a.figures & b.figures or a.words & b.words)
