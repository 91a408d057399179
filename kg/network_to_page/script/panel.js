// The panel: an actor with everything the graph ties to it, or a tie with everything behind it.
const panel = document.getElementById("panel");

function heading(...children) {
  const close = make("button", { type: "button", class: "icon close", "aria-label": "Close", onclick: () => go(null) }, "✕");
  return make("header", {}, make("div", {}, children), close);
}

const facts = (situation) => [
  situation.status !== FACT ? chip(situation.status) : null,
  when(situation) ? make("time", {}, when(situation)) : make("span", { class: "undated" }, "no date"),
  situation.place ? make("span", { class: "place" }, situation.place) : null,
];

function about(situation) {
  if (!situation.about.length) return null;
  return make("p", { class: "about" }, "about: ", situation.about.join("; "));
}

const newest = (a, b) => {
  const [x, y] = [sortDate(situationOf(a)), sortDate(situationOf(b))];
  return x === y ? a.situation - b.situation : x < y ? 1 : -1;
};

function hiddenNote(hidden) {
  return hidden ? make("p", { class: "none" }, `${count(hidden, "more")} hidden by the filters.`.replace("mores", "more")) : null;
}

// One entry a situation: who speaks about five people has one statement, not five.
function bySituation(items, actor) {
  const groups = new Map();
  for (const item of items) {
    const key = `${item.situation} ${item.label} ${item.source === actor.id}`;
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(item);
  }
  return [...groups.values()];
}

function entry(group, actor) {
  const item = group[0];
  const situation = situationOf(item);
  const far = group.map((one) => (one.source === actor.id ? one.target : one.source));
  const towards = item.mutual ? "with" : item.source === actor.id ? "to" : "from";
  return make("li", { class: "entry", "data-situation": situation.situation },
    make("div", { class: "facts" }, facts(situation)),
    make("p", { class: "line" },
      make("span", { class: "what" }, item.label), " ",
      make("span", { class: `way ${towards}`, "aria-label": { with: "with", to: "towards", from: "by" }[towards] }, { with: "—", to: "→", from: "←" }[towards]), " ",
      far.map((id) => actorButton(id))),
    about(situation), quotations(situation, [actor.id, ...far], false));
}

function loneEntry(one, actor) {
  const situation = data.situations[one.situation];
  const others = one.others.filter((id) => actors.has(id));
  return make("li", { class: "entry", "data-situation": situation.situation },
    make("div", { class: "facts" }, facts(situation)),
    make("p", { class: "line" }, make("span", { class: "what" }, situation.what), make("span", { class: "role" }, ` as ${one.roles[0]}`)),
    others.length ? make("p", { class: "line" }, others.map((id) => actorButton(id))) : null,
    about(situation), quotations(situation, [actor.id], false));
}

function linkName(address) {
  const name = address.split(/[/#]/).filter(Boolean).pop();
  if (/wikidata\.org\//.test(address)) return `Wikidata ${name}`;
  if (/geonames\.org\//.test(address)) return `GeoNames ${name}`;
  return address;
}

function showActor(actor) {
  const items = tiesOf.get(actor.id).flatMap((tie) => tie.items.filter((item) => itemsShown(tie).includes(item)));
  const lone = actor.alone.filter(shown);
  const all = tiesOf.get(actor.id).reduce((sum, tie) => sum + tie.items.length, 0) + actor.alone.length;
  const reached = new Set(items.flatMap((item) => [item.source, item.target])).size;
  panel.replaceChildren(
    heading(
      make("p", { class: "kind" }, glyph(actor.kind), looks.entity[actor.kind].label),
      make("h2", { tabindex: -1 }, actor.label),
      actor.aliases.length ? make("p", { class: "aliases" }, "also ", actor.aliases.join(", ")) : null,
      actor.links.length ? make("p", { class: "links" }, actor.links.map((address) => link(address, linkName(address)))) : null),
    make("p", { class: "sum" }, `${count(items.length, "tie")} to ${count(Math.max(0, reached - 1), "actor")}` + (lone.length ? `, ${lone.length} more without a tie` : "")),
    make("ol", { class: "entries" }, bySituation(items.sort(newest), actor).map((group) => entry(group, actor))),
    lone.length ? make("h3", {}, "Without a tie") : "",
    make("ol", { class: "entries" }, lone.sort(newest).map((one) => loneEntry(one, actor))),
    hiddenNote(all - items.length - lone.length) || "");
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
    make("ol", { class: "entries" }, [...items].sort(newest).map((item) => {
      const situation = situationOf(item);
      return make("li", { class: "entry", "data-situation": situation.situation },
        make("div", { class: "facts" }, facts(situation)),
        make("h3", {}, capital(situation.what)),
        make("p", { class: "direction" }, sayTie(item)),
        about(situation), quotations(situation, [a, b], true));
    })),
    hiddenNote(tie.items.length - items.length) || "");
}

function showPanel() {
  panel.hidden = !selected;
  document.body.classList.toggle("with-panel", Boolean(selected));
  if (!selected) return panel.replaceChildren();
  if (selected.actor) showActor(selected.actor);
  else showTie(selected.tie);
  panel.scrollTop = 0;
}
