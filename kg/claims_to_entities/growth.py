"""One world that grows article by article, and is the same whatever the order they came in.

Each stage is a function of counts under keys (``ledger.py``): articles give names, names are decided block by block,
clusters are named, claims become accounts, accounts are merged component by component, situations are added up. What
changes in one stage names the few keys, and so the few articles, that the next has to look at again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from kg.claims_to_entities.accounts import Told, accounts
from kg.claims_to_entities.clusters import rename
from kg.claims_to_entities.contradictions import COMPARED, FULL, SIDES, Votes, inside, opponents, opposed, stance_gift
from kg.claims_to_entities.copying import Copying
from kg.claims_to_entities.identity import Home, cluster_gift, homes, named_gift, rehome
from kg.claims_to_entities.ledger import Gift, Ledger, entry, gift_of, plain
from kg.claims_to_entities.merging import Merging
from kg.claims_to_entities.naming import Naming, country_key, namings
from kg.claims_to_entities.situations import situation_of, telling_entries
from kg.claims_to_entities.tellings import Context, make_context
from kg.claims_to_entities.verdicts import Verdicts
from kg.claims_to_entities.world import Cluster, Contradiction, Situation
from kg.records import Article, Claim, Entity, Event, Mention, Record, Relation, Statement

Records = Sequence[Record]
Load = Callable[[str], Records]

# The type that stands for a family of types where only the family counts.
TYPES = {"country": "country", "person": "person", "organization": "organization", "place": "place", "group": "group"}


@dataclass(slots=True)
class Changes:
    """What a change touched: articles and situations by id, clusters and pairs by their keys.

    ``pairs`` are opposed situations, ``copies`` articles of one text.
    """

    articles: set[str] = field(default_factory=set)
    situations: set[str] = field(default_factory=set)
    clusters: set[str] = field(default_factory=set)
    pairs: set[str] = field(default_factory=set)
    copies: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Placed:
    """One article in the world: its context, its claims and accounts, and the situation of each claim.

    ``group`` names the articles it is a copy of, "" if there are none.
    """

    context: Context
    publisher: str | None
    claims: Mapping[str, Claim]
    told: Told
    homes: Mapping[str, str]
    group: str = ""


class Growth:
    """The world of a ledger. ``load`` gives an article's records; ``verdicts`` is the user's word."""

    def __init__(self, ledger: Ledger, load: Load, verdicts: Verdicts | None = None) -> None:
        self.ledger = ledger
        self._verdicts = verdicts or None
        self._load = load
        self._merging = Merging(ledger)
        self.copying = Copying(ledger, load)
        self._read: dict[str, tuple[Context, str | None, dict[str, Claim], Told]] = {}

    def change(self, articles: Iterable[str]) -> Changes:
        """Take in what ``load`` now gives for these articles, nothing for one that is gone, and tell what changed.

        Raises ClaimError when a claim refers to an entity that its article does not describe.
        """
        batch = sorted(set(articles))
        self._read.clear()
        regrouped, copies = self.copying.change(batch)
        clustered, clusters = self._name(batch)
        retold, nodes = self._read_again(clustered, clusters)
        moved = self._merging.regroup(nodes)
        resettled = retold | self._users(f"node:{n}" for n in moved)
        situations = self._settle(resettled)
        pairs, opposing = self._oppose(situations)
        return Changes(resettled | regrouped, situations | opposing, clusters, pairs, copies)

    def _users(self, keys: Iterable[str]) -> set[str]:
        return {plain(a) for key in sorted(keys) for a in self.ledger.counts(f"@{key}", "@")}

    def _give(self, stage: str, article: str, gift: Gift) -> set[str]:
        return self.ledger.give(f"{stage} of {article}", gift)

    def _namings(self, records: Records) -> tuple[Naming, ...]:
        article = next((r for r in records if isinstance(r, Article)), None)
        return namings(_named(records), self._verdicts, article)

    def _name(self, batch: list[str]) -> tuple[set[str], set[str]]:
        """Names and clusters; the articles that must be read again so far, and the clusters of which more is told."""
        dirty = {k for a in batch for k in self._give("names", a, named_gift(a, self._namings(self._load(a))))}
        touched = {*batch} | self._users(rehome(self.ledger, dirty))
        told: set[str] = set()
        for article in sorted(touched):
            found = homes(self.ledger, self._namings(self._load(article)))
            told |= self._give("clusters", article, cluster_gift(article, found))
        told = {k for k in told if k.startswith("cluster:")}
        renamed = rename(self.ledger, told)
        return touched | self._users(renamed), told | renamed

    def _read_again(self, articles: set[str], _: set[str]) -> tuple[set[str], set[str]]:
        """Claims to accounts; the articles again, and the nodes told by one of them more or less than before."""
        changed: set[str] = set()
        for article in sorted(articles):
            told = self._accounts(article)
            entries = []
            if told:
                for account in told[3].accounts:
                    entries.append(entry(f"node:{account.key}", "signature", account.signature))
                    entries.append(entry(f"@node:{account.key}", "@", article))
            changed |= self._give("accounts", article, gift_of(entries))
        return articles, {k.removeprefix("node:") for k in changed if k.startswith("node:")}

    def _accounts(self, article: str) -> tuple[Context, str | None, dict[str, Claim], Told] | None:
        if article not in self._read:
            records = self._load(article)
            if not records:
                return None
            context, publisher = self.context(records)
            claims = {r.id: r for r in records if isinstance(r, Event | Statement | Relation)}
            self._read[article] = (context, publisher, claims, accounts(context, claims.values(), self._verdicts))
        return self._read[article]

    def context(self, records: Records) -> tuple[Context, str | None]:
        """The context of one article's claims, with the ids of this world, and the id of the publisher if known."""
        entities = [r for r in records if isinstance(r, Entity)]
        found = homes(self.ledger, self._namings(records))
        built: dict[str, Cluster] = {}
        publisher = None
        for home in found:
            cluster = self._cluster(home)
            if home.naming.entity.id.endswith(_PUBLISHER):
                publisher = cluster.id
                continue
            known = built.get(cluster.id)
            if known:
                cluster = replace(
                    known,
                    aliases=tuple(sorted({*known.aliases, *cluster.aliases})),
                    members=(*known.members, *cluster.members),
                    stands_for=min((s for s in (known.stands_for, cluster.stands_for) if s), default=None),
                )
            built[cluster.id] = cluster
        for name, label in sorted({c for e in entities if (c := self._country(e.stands_for))}):
            built.setdefault(name, Cluster(name, label, "country"))
        articles = [r for r in records if isinstance(r, Article)]
        return make_context(articles, entities, sorted(built.values(), key=lambda c: c.id)), publisher

    def _cluster(self, home: Home) -> Cluster:
        entity = home.naming.entity
        name, label, kind, _ = self.ledger.result(f"cluster:{home.key}")
        country = self._country(entity.stands_for)
        aliases = tuple(sorted({entity.name, *entity.aliases} - {label}))
        stands = country[0] if country and country[0] != name else None
        return Cluster(name, label, TYPES.get(kind, "other"), aliases, entity.same_as, (entity.id,), (), stands)

    def _country(self, code: str | None) -> tuple[str, str] | None:
        """Id and name of the state that a metonym speaks for."""
        found = self.ledger.result(f"cluster:{country_key(code)}") if code and country_key(code) else None
        return found[:2] if found else None

    def placed(self, article: str) -> Placed | None:
        """An article as it stands in the world now; None if it is gone."""
        told = self._accounts(article)
        if told is None:
            return None
        of = {m: self.ledger.result(f"situation of {a.key}")[0] for a in told[3].accounts for m in a.members}
        return Placed(*told, of, self.copying.group(article))

    def _settle(self, articles: set[str]) -> set[str]:
        """Claims to situations; the ids of the situations of which something else is told now."""
        changed: set[str] = set()
        for article in sorted(articles):
            found = self.placed(article)
            entries = []
            if found:
                entries = list(telling_entries(found.context, found.told, found.claims, found.homes))
                for account in found.told.accounts:
                    name, reasons = self.ledger.result(f"situation of {account.key}")
                    entries += [entry(f"situation:{name}", "reason", r) for r in reasons]
            changed |= self._give("situations", article, gift_of(entries))
        return {k.partition(":")[2] for k in changed}

    def situation(self, name: str) -> Situation | None:
        """A situation as all articles together tell it; None if none does."""
        return situation_of(name, self.ledger.all(f"situation:{name}"))

    def inside(self, situation: Situation) -> tuple[Contradiction, ...]:
        """The contradictions between claims on one situation."""
        return inside(situation, self._sides(situation.id))

    def members(self, name: str) -> tuple[str, ...]:
        """The claims that tell of a situation, in order; there may be many."""
        return tuple(sorted(plain(v) for v in self.ledger.counts(f"claims:{name}", "member")))

    def _sides(self, name: str) -> Votes:
        """What a situation is about, and the first claims of each side of it: as many as are ever compared."""
        told = dict(self.ledger.all(f"situation:{name}"))
        return told | {a: {plain(v): 1 for v in self.ledger.some(f"claims:{name}", a, COMPARED)} for a in SIDES}

    def _oppose(self, situations: set[str]) -> tuple[set[str], set[str]]:
        """Who stands against whom; the pairs that changed, and the situations in them."""
        keys = self._take_sides(situations)
        again = {k.removeprefix("situation:") for k in keys for k in self._speakers(k)} - situations
        keys |= self._take_sides(again)
        work = situations | again
        for key in sorted(k for k in keys if k.startswith("stance:")):
            told = self.ledger.all(key)
            full = max(len(told.get("pro", ())), len(told.get("con", ()))) > FULL
            if self.ledger.keep(f"full {key}", full or None) or not full:
                work |= {i for side in told.values() for _, i in side}
        pairs: set[str] = set()
        for name in sorted(work):
            pairs |= self._pairs(name)
        changed = {p for p in sorted(pairs) if self.ledger.keep(f"pair {p}", self._pair(p) or None)}
        return changed, {name for p in changed for name in p.split("|")}

    def _take_sides(self, names: set[str]) -> set[str]:
        changed: set[str] = set()
        for name in sorted(names):
            found = self.situation(name)
            gift = stance_gift(self.ledger, found, self._sides(name)) if found else {}
            changed |= self.ledger.give(f"sides of {name}", gift)
        return changed

    def _speakers(self, key: str) -> list[str]:
        if not key.startswith("holder:"):
            return []
        return list(self.ledger.all(key.replace("holder:", "speaker:", 1)).get("stance", ()))

    def _pairs(self, name: str) -> set[str]:
        """The pairs a situation is in now or was in before, each "<for>|<against>"."""
        found = self.situation(name)
        gift = stance_gift(self.ledger, found, self._sides(name)) if found else {}
        others = opponents(self.ledger, found, gift) if found else set()
        pro = any(side == "pro" for _, side, _ in gift)
        pairs = {f"{name}|{o}" if pro else f"{o}|{name}" for o in others}
        before = set(self.ledger.result(f"pairs of {name}") or ())
        self.ledger.keep(f"pairs of {name}", sorted(pairs) or None)
        return pairs | before

    def _pair(self, pair: str) -> list[list[str]]:
        names = pair.split("|")
        pro, con = (self.situation(n) for n in names)
        votes = tuple(self._sides(n) for n in names)
        if not pro or not con or con.id not in opponents(self.ledger, pro, stance_gift(self.ledger, pro, votes[0])):
            return []
        return [[c.type, c.a, c.b, c.reason] for c in opposed(pro, con, (votes[0], votes[1]))]

    def pairs_of(self, name: str) -> tuple[str, ...]:
        """The pairs of opposed situations that a situation is in."""
        return self.ledger.result(f"pairs of {name}") or ()

    def stances(self, pair: str) -> tuple[Contradiction, ...]:
        """The contradictions of a pair of opposed situations."""
        return tuple(Contradiction(*c) for c in self.ledger.result(f"pair {pair}") or ())


_PUBLISHER = ":publisher"


def _named(records: Records) -> list[Entity]:
    """The entities of an article, its publisher among them: an organisation known by name."""
    found = [r for r in records if isinstance(r, Entity)]
    for article in (r for r in records if isinstance(r, Article) and r.publisher):
        name = article.publisher or ""
        found.append(
            Entity(f"{article.id}{_PUBLISHER}", article.id, name, "organization", mentions=(Mention(name, 0, 0),))
        )
    return found
