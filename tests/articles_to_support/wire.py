"""One invented agency report, an independent report of the same event, and ways in which desks edit a text."""

from __future__ import annotations

from collections.abc import Callable

from kg.records import Article, Block

REPORT = (
    "The harbour authority of Port Sedra closed the eastern basin on Tuesday after a crane fell into the water.",
    "Nobody was aboard when the machine toppled at dawn, the authority's night manager told reporters at the gate.",
    "Divers found cracks along two of its four legs, and a third had been welded only last spring.",
    "Eleven grain ships are waiting in the roads, among them three that were to load for the islands this week.",
    "Millers there keep flour for about nine days and have asked the governor to open the naval pier to them.",
    "The governor's office answered that the pier is too short for ships of that size and will stay as it is.",
    "A tug company from Marrow offered its floating crane, which could lift the wreck within five days of arriving.",
    "Insurers have not yet agreed who would pay for it, since the contract names neither storm nor wear as a cause.",
    "The crane was built forty years ago and had passed its last inspection with four remarks, all of them minor.",
    "Dockers stopped work for an hour at noon and walked to the town hall with a list of machines they distrust.",
    "Their union wants every crane older than thirty years stood down until an outside firm has looked at it.",
    "The authority owns nine such cranes, and without them the port could load barely a third of its usual freight.",
    "Last year the port moved four million tonnes, most of it barley, potash and timber from the upper valley.",
    "Railways have begun to send some of the barley north to Halm, which adds two days and a border to the trip.",
    "Prices at the grain exchange rose by a fiftieth before lunch and gave half of that back by the close.",
    "The basin will be sounded again on Thursday, and the first ships may be let in by the weekend at the earliest.",
)
OTHER_REPORT = (
    "Port Sedra's eastern basin is shut and a forty-year-old crane lies on its floor.",
    "It came down at dawn on Tuesday, with a noise that woke the fishermen's quarter.",
    "The harbour authority said nobody was hurt and promised a report within the month.",
    "In the canteen the talk was of the welds: two men said they had warned of them since spring.",
    "By noon the dockers had downed tools, though only for an hour, and handed the mayor their demands.",
    "They want the old cranes stopped, all nine of them, until somebody from outside has tested the steel.",
    "For the islands the matter is bread, because eleven ships full of grain cannot come alongside.",
    "The naval pier might have served, had the governor not refused it within the hour as too short.",
    "Help may come from Marrow, where a salvage firm has a floating crane to spare and a price in mind.",
    "Whoever pays, it will not be quick: the quarrel with the insurers has only begun.",
    "The exchange took fright in the morning and calmed down in the afternoon.",
)

Edit = Callable[[str], str]
EDITS: dict[str, Edit] = {
    "word changed": lambda s: s.replace(" the ", " this ", 1).replace(" of ", " from ", 1),
    "turned round": lambda s: f"{s[len(s) // 2 :].strip(' .')}, {s[: len(s) // 2].strip()}.",
    "cut short": lambda s: s[: len(s) // 2].rsplit(" ", 1)[0] + ".",
    "attribution added": lambda s: f"{s.removesuffix('.')}, officials were quoted as saying.",
}


def article(key: str, text: str, **more: object) -> Article:
    """An article that is all body."""
    return Article(key, f"{key}.txt", text, blocks=(Block("body", 0, len(text)),), **more)  # type: ignore[arg-type]


def rewrite(percent: int, edit: Edit, *, head: str = "", tail: str = "") -> str:
    """The report with so many of its sentences edited, spread evenly, between an added head and tail."""
    step = [int((i + 1) * percent / 100) > int(i * percent / 100) for i in range(len(REPORT))]
    told = [edit(s) if changed else s for s, changed in zip(REPORT, step, strict=True)]
    return " ".join([head, *told, tail]).strip()
