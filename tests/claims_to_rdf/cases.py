"""The small articles of the golden cases, each with its world made by hand.

Run as a script it writes ``golden/<case>/claims.jsonl`` and ``expected.trig`` anew; read the difference before you
believe it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kg.claims_jsonl import dumps
from kg.claims_to_entities.world import Contradiction, Situation, World
from kg.records import Article, Record

from .writer import DEMAND, DENIAL, IF, PLAN, Writer, world

GOLDEN = Path(__file__).parent / "golden"


@dataclass(frozen=True)
class Case:
    records: list[Record]
    world: World

    @property
    def articles(self) -> list[Article]:
        return [r for r in self.records if isinstance(r, Article)]


def fact() -> Case:
    """An own-voice event and an office: two facts."""
    met = "Ana Ruiz, the mayor of Port Alder, met Leo Brandt in Sandby on Friday."
    w = Writer(f"{met} She spoke of ferries.", "fact1")
    w.entity("Ana Ruiz", "person", "*She")
    w.entity("Leo Brandt", "person")
    w.entity("Port Alder", "place")
    w.entity("Sandby", "place")
    day = "on Friday=2025-03-14"
    meeting = w.event(met, "met", "consult/Meeting", "agent:Ana Ruiz, patient:Leo Brandt", place="Sandby", time=day)
    office = w.relation(met, "Ana Ruiz", "holds_position", "'mayor of Port Alder'")
    both = (("participant", "Ana Ruiz"), ("participant", "Leo Brandt"))
    return Case(
        w.all(),
        world(
            w.all(),
            Situation(
                "meeting-1",
                "event",
                "consult",
                "Meeting",
                "Ana Ruiz met Leo Brandt",
                both,
                "Sandby",
                earliest="2025-03-14",
                latest="2025-03-14",
                edtf="2025-03-14",
                members=(meeting,),
            ),
            Situation(
                "office-1",
                "office",
                "holds_position",
                None,
                "Ana Ruiz, mayor of Port Alder",
                (("holder", "Ana Ruiz"),),
                title="mayor of Port Alder",
                members=(office,),
            ),
        ),
    )


def planned() -> Case:
    """A planned call that two articles tell of, one through a source: one situation, no fact."""
    one = "Ana Ruiz will call Leo Brandt this week, her spokesman Tom Hale said."
    a = Writer(one, "planned1")
    for name in ("Ana Ruiz", "Leo Brandt", "Tom Hale"):
        a.entity(name, "person")
    first = a.event(
        one,
        "call",
        "consult/PhoneCall",
        "agent:Ana Ruiz, patient:Leo Brandt",
        PLAN,
        by="Tom Hale",
        time="this week=2025-03-17/2025-03-23",
    )
    said = a.statement(one, "said", "Tom Hale", "Ana Ruiz will call Leo Brandt this week", first)
    two = "Leo Brandt is likely to speak with Ana Ruiz by phone this week."
    b = Writer(two, "planned2", "Sandby Herald", "2025-03-18")
    for name in ("Ana Ruiz", "Leo Brandt"):
        b.entity(name, "person")
    second = b.event(
        two,
        "speak",
        "consult/PhoneCall",
        "agent:Leo Brandt, patient:Ana Ruiz",
        PLAN,
        time="this week=2025-03-18/2025-03-23",
    )
    records = [*a.all(), *b.all()]
    both = (("participant", "Ana Ruiz"), ("participant", "Leo Brandt"))
    return Case(
        records,
        world(
            records,
            Situation(
                "call-1",
                "event",
                "consult",
                "PhoneCall",
                "Ana Ruiz to call Leo Brandt",
                both,
                earliest="2025-03-18",
                latest="2025-03-23",
                edtf="2025-03-18/2025-03-23",
                members=(first, second),
                reasons=("same participants, overlapping days",),
            ),
            Situation(
                "said-1", "utterance", "statement", None, "Tom Hale said", (("agent", "Tom Hale"),), members=(said,)
            ),
        ),
    )


def relayed() -> Case:
    """A claim through two mouths: depth 2, and nothing of it a fact."""
    text = "Leo Brandt accepts the offer, Ana Ruiz claimed, the Sandby Herald reported."
    w = Writer(text, "relayed1")
    w.entity("Ana Ruiz", "person")
    w.entity("Leo Brandt", "person")
    w.entity("Sandby Herald", "organization")
    accept = w.event(text, "accepts", "agree", "agent:Leo Brandt", by="Ana Ruiz, Sandby Herald", topic="the offer")
    said = w.statement(
        text, "claimed", "Ana Ruiz", "Leo Brandt accepts the offer", accept, stance="claimed", relayed="Sandby Herald"
    )
    return Case(
        w.all(),
        world(
            w.all(),
            Situation(
                "agree-1",
                "event",
                "agree",
                None,
                "Leo Brandt accepts the offer",
                (("agent", "Leo Brandt"),),
                topic="the offer",
                members=(accept,),
            ),
            Situation(
                "said-1", "utterance", "statement", None, "Ana Ruiz claimed", (("agent", "Ana Ruiz"),), members=(said,)
            ),
        ),
    )


def disputed() -> Case:
    """One paper's own voice against another's source: disputed, so no fact."""
    one = "Norland rejected the plan on Friday."
    a = Writer(one, "disputed1")
    a.entity("Norland", "country")
    day = "on Friday=2025-03-14"
    yes = a.event(one, "rejected", "reject", "agent:Norland", topic="the plan", time=day)
    two = "Norland did not reject the plan on Friday, Ana Ruiz said."
    b = Writer(two, "disputed2", "Sandby Herald")
    b.entity("Norland", "country")
    b.entity("Ana Ruiz", "person")
    no = b.event(two, "reject", "reject", "agent:Norland", DENIAL, by="Ana Ruiz", topic="the plan", time=day)
    said = b.statement(two, "said", "Ana Ruiz", "Norland did not reject the plan on Friday", no, stance="denied")
    records = [*a.all(), *b.all()]
    return Case(
        records,
        world(
            records,
            Situation(
                "reject-1",
                "event",
                "reject",
                None,
                "Norland rejected the plan",
                (("agent", "Norland"),),
                topic="the plan",
                earliest="2025-03-14",
                latest="2025-03-14",
                edtf="2025-03-14",
                members=(yes, no),
            ),
            Situation(
                "said-1", "utterance", "statement", None, "Ana Ruiz denied", (("agent", "Ana Ruiz"),), members=(said,)
            ),
            contradictions=(Contradiction("polarity", yes, no, "told as done and as not done"),),
        ),
    )


def denied() -> Case:
    """A meeting only said not to have happened."""
    text = "Leo Brandt did not meet Ana Ruiz."
    w = Writer(text, "denied1", publisher=None)
    w.entity("Leo Brandt", "person")
    w.entity("Ana Ruiz", "person")
    no = w.event(text, "meet", "consult/Meeting", "agent:Leo Brandt, patient:Ana Ruiz", DENIAL)
    both = (("participant", "Ana Ruiz"), ("participant", "Leo Brandt"))
    return Case(
        w.all(),
        world(w.all(), Situation("meeting-1", "event", "consult", "Meeting", "No meeting", both, members=(no,))),
    )


def demanded() -> Case:
    """A truce proposed by one side and agreed to by the other: two facts about a situation that is only wanted."""
    one = "Norland proposed a 30-day truce with Sudmark during talks in Sandby on Friday."
    two = "Sudmark agreed to the 30-day truce on Saturday."
    three = "Sudmark is ready to release prisoners if Norland withdraws, Ana Ruiz told the Sandby Herald."
    w = Writer("\n".join((one, two, three)), "demanded1")
    w.entity("Norland", "country")
    w.entity("Sudmark", "country")
    w.entity("Sandby Herald", "organization")
    w.entity("Sandby", "place")
    w.entity("Ana Ruiz", "person")
    propose = w.event(
        one,
        "proposed",
        "request/Proposal",
        "agent:Norland",
        topic="a 30-day truce with Sudmark",
        place="Sandby",
        time="on Friday=2025-03-14",
    )
    wanted = w.event(one, "truce", "retreat/Ceasefire", "participant:Norland, participant:Sudmark", DEMAND)
    agree = w.event(two, "agreed", "agree", "agent:Sudmark", topic="the 30-day truce", time="on Saturday=2025-03-15")
    again = w.event(two, "truce", "retreat/Ceasefire", "participant:Sudmark", DEMAND)
    free = w.event(three, "release", "retreat", "agent:Sudmark", IF, by="Ana Ruiz", topic="prisoners")
    content = "Sudmark is ready to release prisoners if Norland withdraws"
    said = w.statement(three, "told", "Ana Ruiz", content, free, to="Sandby Herald", about="Sudmark")
    return Case(
        w.all(),
        world(
            w.all(),
            Situation(
                "propose-1",
                "event",
                "request",
                "Proposal",
                "Norland proposed a truce",
                (("agent", "Norland"),),
                "Sandby",
                theme="truce-1",
                earliest="2025-03-14",
                latest="2025-03-14",
                edtf="2025-03-14",
                members=(propose,),
            ),
            Situation(
                "agree-1",
                "event",
                "agree",
                None,
                "Sudmark agreed to a truce",
                (("agent", "Sudmark"),),
                theme="truce-1",
                earliest="2025-03-15",
                latest="2025-03-15",
                edtf="2025-03-15",
                members=(agree,),
            ),
            Situation(
                "truce-1",
                "event",
                "retreat",
                "Ceasefire",
                "Truce of Norland and Sudmark",
                (("participant", "Norland"), ("participant", "Sudmark")),
                members=(wanted, again),
            ),
            Situation(
                "release-1",
                "event",
                "retreat",
                None,
                "Sudmark to release prisoners",
                (("agent", "Sudmark"),),
                topic="prisoners",
                members=(free,),
            ),
            Situation(
                "said-1",
                "utterance",
                "statement",
                None,
                "Ana Ruiz to the Sandby Herald",
                (("agent", "Ana Ruiz"), ("recipient", "Sandby Herald"), ("topic", "Sudmark")),
                members=(said,),
            ),
        ),
    )


def quoted() -> Case:
    """A quotation, an attack on a place with a thing, and a place relation."""
    one = "“We met Leo Brandt,” Ana Ruiz told the Sandby Herald on Friday."
    two = "The Norland army, based in Port Alder, attacked Sandby with drones."
    w = Writer(f"{one}\n{two}", "quoted1")
    w.entity("Ana Ruiz", "person", "*We")
    w.entity("Leo Brandt", "person")
    w.entity("Sandby Herald", "organization")
    w.entity("Norland army", "organization")
    w.entity("Port Alder", "place")
    w.entity("Sandby", "place")
    w.entity("drones", "product")
    met = w.event(one, "met", "consult/Meeting", "agent:We=Ana Ruiz, patient:Leo Brandt", by="Ana Ruiz")
    told = w.statement(
        one,
        "told",
        "Ana Ruiz",
        "We met Leo Brandt,",
        met,
        mode="direct",
        to="Sandby Herald",
        time="on Friday=2025-03-14",
    )
    hit = w.event(two, "attacked", "assault", "agent:Norland army, patient:Sandby, instrument:drones")
    base = w.relation(two, "Norland army", "located_in", "Port Alder")
    return Case(
        w.all(),
        world(
            w.all(),
            Situation(
                "meeting-1",
                "event",
                "consult",
                "Meeting",
                "Ana Ruiz met Leo Brandt",
                (("participant", "Ana Ruiz"), ("participant", "Leo Brandt")),
                members=(met,),
            ),
            Situation(
                "said-1",
                "utterance",
                "statement",
                None,
                "Ana Ruiz to the Sandby Herald",
                (("agent", "Ana Ruiz"), ("recipient", "Sandby Herald")),
                earliest="2025-03-14",
                latest="2025-03-14",
                edtf="2025-03-14",
                members=(told,),
            ),
            Situation(
                "assault-1",
                "event",
                "assault",
                None,
                "The Norland army attacked Sandby",
                (("agent", "Norland army"), ("instrument", "drones"), ("patient", "Sandby")),
                members=(hit,),
            ),
            Situation(
                "located-1",
                "state",
                "located_in",
                None,
                "The Norland army is in Port Alder",
                (("agent", "Norland army"), ("patient", "Port Alder")),
                members=(base,),
            ),
        ),
    )


CASES = {f.__name__: cache(f) for f in (fact, planned, relayed, disputed, denied, demanded, quoted)}


def everything() -> list[Record]:
    """The records of all cases, as one set of articles."""
    return [record for make in CASES.values() for record in make().records]


if __name__ == "__main__":
    from .test_golden import essence, written

    for case_name, make_case in CASES.items():
        place = GOLDEN / case_name
        place.mkdir(parents=True, exist_ok=True)
        lines = "".join(dumps(r) + "\n" for r in make_case().records)
        (place / "claims.jsonl").write_text(lines, encoding="utf-8")
        (place / "expected.trig").write_bytes(written(essence(make_case())))
