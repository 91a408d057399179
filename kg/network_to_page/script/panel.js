// The panel: an actor with everything the graph ties to it, or a tie with everything behind it.
const panel = document.getElementById("panel");
const PORTION = 30;

function heading(...children) {
  const close = press("✕", () => go(null), { class: "icon close", "aria-label": "Close" });
  return make("header", {}, make("div", {}, children), close);
}

// A long list a portion at a time, so that an actor with a thousand statements opens at once.
function inPortions(rows, size, build, tag = "div", attributes = {}) {
  const place = make(tag, attributes, rows.slice(0, size).map(build));
  let shownSoFar = size;
  const label = () => `Show ${Math.min(size, rows.length - shownSoFar).toLocaleString("en")} more of ${rows.length.toLocaleString("en")}`;
  const more = press(label(), () => {
    place.append(...rows.slice(shownSoFar, shownSoFar + size).map(build));
    shownSoFar += size;
    more.textContent = label();
    more.hidden = shownSoFar >= rows.length;
  }, { class: "next" });
  more.hidden = shownSoFar >= rows.length;
  return [place, more];
}

const facts = (situation, always) => [
  situation.status !== FACT || always ? chip(situation.status) : null,
  when(situation) ? make("time", {}, when(situation)) : make("span", { class: "undated" }, whenReported(situation)),
  situation.place ? make("span", { class: "place" }, situation.place) : null,
  backing(situation),
];

function about(situation) {
  if (!situation.about) return null;
  return make("p", { class: "about" }, "about: ", situation.about.join("; "));
}

const newest = (a, b) => {
  const [x, y] = [sortDate(situationOf(a)), sortDate(situationOf(b))];
  return x === y ? a.situation - b.situation : x < y ? 1 : -1;
};

function hiddenNote(hidden) {
  return hidden > 0 ? make("p", { class: "none" }, `${hidden.toLocaleString("en")} more hidden by the filters.`) : null;
}

// One entry a situation: who speaks about five people has one statement, not five.
function bySituation(items, actor) {
  const entries = new Map();
  for (const item of items) {
    const key = `${item.situation} ${item.label} ${item.source === actor.id}`;
    if (!entries.has(key)) entries.set(key, []);
    entries.get(key).push(item);
  }
  return [...entries.values()];
}

function entry(group, actor) {
  const item = group[0];
  if (!item.tie) return loneEntry(item, actor);
  const situation = situationOf(item);
  const far = group.map((one) => (one.source === actor.id ? one.target : one.source));
  const towards = item.mutual ? "with" : item.source === actor.id ? "to" : "from";
  return make("li", { class: "entry", "data-situation": situation.situation },
    make("div", { class: "facts" }, facts(situation)),
    make("p", { class: "line" },
      make("span", { class: "what" }, item.label), " ",
      make("span", { class: `way ${towards}` }, make("span", { "aria-hidden": "true" }, { with: "—", to: "→", from: "←" }[towards]), make("span", { class: "unseen" }, { with: "with", to: "towards", from: "by" }[towards])), " ",
      far.map((id) => actorButton(id))),
    about(situation), contradictionsIn([item]) || quotations(situation, [actor.id, ...far], false));
}

function loneEntry(one, actor) {
  const situation = data.situations[one.situation];
  const others = one.others.filter((id) => actors.has(id));
  return make("li", { class: "entry", "data-situation": situation.situation },
    make("div", { class: "facts" }, facts(situation)),
    make("p", { class: "line" }, make("span", { class: "what" }, situation.what), make("span", { class: "role" }, ` as ${one.roles[0]}`)),
    others.length ? make("p", { class: "line" }, others.map((id) => actorButton(id))) : null,
    about(situation), contradictionsIn([one]) || quotations(situation, [actor.id], false));
}

function linkName(address) {
  const name = address.split(/[/#]/).filter(Boolean).pop();
  if (/wikidata\.org\//.test(address)) return `Wikidata ${name}`;
  if (/geonames\.org\//.test(address)) return `GeoNames ${name}`;
  return address;
}

function offices(items, actor) {
  const held = items.filter((item) => situationOf(item).kind === "RoleHolding" && item.source === actor.id);
  if (!held.length) return null;
  return make("ul", { class: "offices", "aria-label": "Offices" }, held.map((item) => make("li", {}, item.label, ", ", actorButton(item.target),
    when(situationOf(item)) ? make("span", { class: "undated" }, ` ${when(situationOf(item))}`) : null)));
}

function sources(items) {
  const told = new Map();
  for (const number of new Set(items.flatMap((item) => situationOf(item).evidence))) {
    const article = articleOf(data.evidence[number]);
    told.set(article, (told.get(article) || 0) + 1);
  }
  const rows = [...told].sort((a, b) => b[1] - a[1] || (a[0].iri < b[0].iri ? -1 : 1));
  return make("details", { class: "sources" }, make("summary", {}, count(rows.length, "article")),
    ...inPortions(rows, PORTION, ([article, times]) => make("li", {}, source(article), make("span", { class: "number" }, count(times, "claim"))), "ul"));
}

const permalink = () => make("a", { class: "permalink", href: addressOf(selected), title: "The address of what is shown here, filters included" }, "Link to this");

function tools(...more) {
  return make("div", { class: "tools" }, more, press("CSV", () => save("csv")), press("Turtle", () => save("ttl")), permalink());
}

function showActor(actor) {
  const mine = tiesOf.get(actor.id);
  const items = mine.flatMap(itemsShown);
  const lone = actor.alone.filter(shown);
  const all = mine.reduce((sum, tie) => sum + tie.items.length, 0) + actor.alone.length;
  const reached = new Set(items.flatMap((item) => [item.source, item.target])).size;
  const entries = [...bySituation(items, actor), ...lone.map((one) => [one])].sort((a, b) => newest(a[0], b[0]));
  panel.replaceChildren(
    heading(
      make("p", { class: "kind" }, glyph(actor.kind, actor.unnamed), looks.entity[actor.kind].label, actor.unnamed ? ", without a name" : ""),
      make("h2", { tabindex: -1 }, actor.label),
      actor.aliases.length ? make("p", { class: "aliases" }, "also ", actor.aliases.join(", ")) : null,
      actor.links.length ? make("p", { class: "links" }, actor.links.map((address) => link(address, linkName(address)))) : null,
      offices(items, actor)),
    make("p", { class: "sum" }, `${count(items.length, "tie")} to ${count(Math.max(0, reached - 1), "actor")}` + (lone.length ? `, ${lone.length} more without a tie` : "")),
    tools(...walkTools(actor)),
    make("h3", { class: "section" }, "Timeline"),
    ...inPortions(entries, PORTION, (group) => entry(group, actor), "ol", { class: "entries" }),
    hiddenNote(all - items.length - lone.length) || "",
    make("h3", { class: "section" }, "Sources"), sources([...items, ...lone]));
}

function showTie(tie) {
  const items = itemsShown(tie);
  const [a, b] = [tie.from, tie.to];
  panel.replaceChildren(
    heading(
      make("p", { class: "kind" }, "Tie"),
      make("h2", { class: "pair", tabindex: -1 }, actorButton(a), make("span", { class: "and" }, "and"), actorButton(b)),
    ),
    make("p", { class: "sum" }, `${count(items.length, "tie")}, newest first · ${count(support(items), "sentence")}`),
    tools(),
    factsBetween(items) || "",
    ...inPortions([...items].sort(newest), PORTION, (item) => tieEntry(item, tie), "ol", { class: "entries" }),
    hiddenNote(tie.items.length - items.length) || "");
}

// The plain triples of the graph between two actors, each with what it rests on.
function factsBetween(items) {
  const found = new Map();
  for (const item of items) {
    for (const fact of item.facts || []) {
      if (item.mutual && fact.back) continue; // the same said the other way round
      const [a, b] = fact.back ? [item.tie.to, item.tie.from] : [item.tie.from, item.tie.to];
      found.set(`${a} ${fact.label} ${b}`, [fact, a, b]);
    }
  }
  if (!found.size) return null;
  return make("ul", { class: "triples", "aria-label": "Facts between the two" }, [...found.values()].map(([fact, a, b]) =>
    make("li", {}, `${actors.get(a).label} `, make("b", {}, fact.label), ` ${actors.get(b).label}`,
      fact.articles ? make("span", { class: "backing" }, ` ${counted(fact)}`) : null)));
}

function tieEntry(item, tie) {
  const situation = situationOf(item);
  return make("li", { class: "entry", "data-situation": situation.situation },
    make("div", { class: "facts" }, facts(situation, true)),
    make("h3", {}, capital(situation.what)),
    make("p", { class: "direction" }, sayTie(item)),
    about(situation), contradictionsIn([item]), quotations(situation, [tie.from, tie.to], true));
}

function showPanel() {
  panel.hidden = !selected;
  document.body.classList.toggle("with-panel", Boolean(selected));
  for (const [element, name] of [[panel, "wide"], [document.body, "with-wide"]]) element.classList.toggle(name, Boolean(selected && selected.contradictions));
  if (!selected) return panel.replaceChildren();
  if (selected.actor) showActor(selected.actor);
  else if (selected.tie) showTie(selected.tie);
  else if (selected.path) showPath();
  else showContradictions();
}
