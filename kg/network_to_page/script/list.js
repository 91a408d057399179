// The same network as two tables: for the keyboard, for a screen reader, for reading.
const list = document.getElementById("list");

function tieRow(item, tie) {
  const situation = situationOf(item);
  const first = evidenceOf(situation)[0];
  const sentences = situation.evidence.length;
  return make("tr", {},
    make("td", { class: "date" }, when(situation) || "–"),
    make("td", {}, actorButton(item.source)),
    make("td", { class: "what" }, item.label),
    make("td", {}, actorButton(item.target)),
    make("td", {}, chip(situation.status)),
    make("td", { class: "sentence" },
      first && first.sentence ? make("q", {}, pieces(first, [item.source, item.target])) : "",
      make("button", { type: "button", class: "more", onclick: () => go({ tie: tie.id }) },
        sentences > 1 ? `all ${sentences} sentences` : "source")));
}

const headRow = (...names) => make("thead", {}, make("tr", {}, names.map((name) => make("th", { scope: "col" }, name))));

function actorRow(actor) {
  const items = tiesOf.get(actor.id).reduce((sum, tie) => sum + itemsShown(tie).length, 0);
  return make("tr", {},
    make("td", {}, actorButton(actor.id)),
    make("td", {}, looks.entity[actor.kind].label),
    make("td", {}, actor.aliases.join(", ")),
    make("td", { class: "number" }, String(items)),
    make("td", { class: "sentence" }, actor.alone.filter(shown).map((one) => data.situations[one.situation].what).join("; ")));
}

function showList() {
  const rows = data.ties.flatMap((tie) => itemsShown(tie).map((item) => ({ item, tie }))).sort((a, b) => newest(a.item, b.item));
  const people = data.nodes.filter((actor) => chosen.kinds.has(actor.kind));
  list.replaceChildren(
    make("h2", {}, `Ties (${rows.length.toLocaleString("en")})`),
    rows.length
      ? make("div", { class: "scroll" }, make("table", { id: "ties" }, headRow("When", "Who", "What", "Whom", "Status", "In the article's words"), make("tbody", {}, rows.map((row) => tieRow(row.item, row.tie)))))
      : make("p", { class: "none" }, "No tie passes the filters."),
    make("h2", {}, `Actors (${people.length.toLocaleString("en")})`),
    make("div", { class: "scroll" }, make("table", { id: "actors" }, headRow("Name", "Kind", "Also", "Ties", "Without a tie"), make("tbody", {}, people.map(actorRow)))));
}

function setView(name) {
  view = name;
  list.hidden = name !== "list";
  document.getElementById("canvas").hidden = name === "list";
  document.getElementById("as-list").setAttribute("aria-pressed", String(name === "list"));
  document.getElementById("as-drawing").setAttribute("aria-pressed", String(name === "drawing"));
  if (name === "list") showList();
  else network.redraw();
}
