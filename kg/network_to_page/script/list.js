// The same network as two tables: for the keyboard, for a screen reader, for reading.
const list = document.getElementById("list");
const ROWS = 200;

function tieRow(item, tie) {
  const situation = situationOf(item);
  const first = evidenceOf(situation)[0];
  const sentences = situation.evidence.length;
  return make("tr", {},
    make("td", { class: "date" }, when(situation) || whenReported(situation)),
    make("td", {}, actorButton(item.source)),
    make("td", { class: "what" }, item.label),
    make("td", {}, actorButton(item.target)),
    make("td", {}, chip(situation.status)),
    make("td", {}, backing(situation) || "–"),
    make("td", { class: "sentence" },
      first && textOf(first) ? make("q", {}, pieces(first, [item.source, item.target])) : "",
      make("button", { type: "button", class: "more", onclick: () => go({ tie: tie.id }) },
        sentences > 1 ? `all ${sentences} sentences` : "source")));
}

// The list has everybody, drawn or not; things without a name as the filters have it.
const belongsToList = (id) => !actors.get(id).thing || chosen.things || now.actors.has(id);

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

// A table a portion at a time.
function table(id, names, rows, build) {
  const [body, more] = inPortions(rows, ROWS, build, "tbody");
  return [make("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": id }, make("table", { id }, headRow(...names), body)), more];
}

function showList() {
  const listed = [...ties.values()].filter((tie) => belongsToList(tie.from) && belongsToList(tie.to));
  const rows = listed.flatMap((tie) => itemsShown(tie).map((item) => ({ item, tie }))).sort((a, b) => newest(a.item, b.item));
  const people = [...actors.values()].filter((actor) => chosen.kinds.has(actor.kind) && belongsToList(actor.id));
  list.replaceChildren(
    make("h2", {}, `Ties (${rows.length.toLocaleString("en")})`),
    ...(rows.length
      ? table("ties", ["When", "Who", "What", "Whom", "Status", "Told by", "In the article's words"], rows, (row) => tieRow(row.item, row.tie))
      : [make("p", { class: "none" }, "No tie passes the filters.")]),
    make("h2", {}, `Actors (${people.length.toLocaleString("en")})`),
    ...table("actors", ["Name", "Kind", "Also", "Ties", "Without a tie"], people, actorRow));
}

function setView(name) {
  view = name;
  list.hidden = name !== "list";
  document.getElementById("canvas").hidden = name === "list";
  document.body.classList.toggle("with-list", name === "list");
  document.getElementById("as-list").setAttribute("aria-pressed", String(name === "list"));
  document.getElementById("as-drawing").setAttribute("aria-pressed", String(name === "drawing"));
  if (name === "list") showList();
  else network.redraw();
}
