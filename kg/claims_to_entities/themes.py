"""What is agreed to, asked for or refused, where the text tells of it as a happening of its own.

"The council rejected a 45-day truce": the truce is the theme of the rejection. The same truce proposed in another
sentence, or in another article, is the same theme if nothing about it differs and something ties the two together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from kg.claims_to_entities.content import Words, content, listed, measured_apart, measures, share
from kg.claims_to_entities.event_words import naming
from kg.claims_to_entities.grouping import Groups
from kg.claims_to_entities.likeness import conflict
from kg.claims_to_entities.tellings import Context, Telling
from kg.claims_to_entities.windows import overlap
from kg.records import Event

ONE_THEME = "one theme, told with the same words"


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
    return dict(sorted(found.items()))


def _theme_of(host: Event, events: Iterable[Event]) -> str | None:
    """The event inside the host's topic: the act itself before an act about it ("the demand to leave": leave)."""
    spans = [(host.topic.start, host.topic.end)] if host.topic else []
    spans += [(r.ref.start, r.ref.end) for r in host.roles if r.role == "patient"]
    inside = [
        e
        for e in events
        if e.id != host.id
        and e.trigger.start != host.trigger.start
        and any(start <= naming(e).start and naming(e).end <= end for start, end in spans)
    ]
    best = min(inside, key=lambda e: (e.type in listed("themed"), e.trigger.start, e.id), default=None)
    return best.id if best else None


def themes_of(
    context: Context, events: Mapping[str, Event], themes: Mapping[str, str], known: Mapping[str, Telling]
) -> dict[str, Theme]:
    """What is known of every theme claim of one article; several hosts of one claim are taken together."""
    found: dict[str, Theme] = {}
    for host, theme in sorted(themes.items()):
        made = _theme(context, events[host], events[theme], known)
        found[theme] = together([found[theme], made]) if theme in found else made
    return found


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
    if a.words and b.words and share(a.words, b.words) < 0.5:
        return False
    if left.article == right.article:
        return True
    near = left.soft is not None and right.soft is not None and overlap(left.soft, right.soft)
    return near and bool(a.parties & b.parties) and bool(a.figures & b.figures or a.words & b.words)
