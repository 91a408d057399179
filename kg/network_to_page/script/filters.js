// The legend is the filter: every kind of actor, status, type of event and source with its count and a box to tick.
const legend = document.getElementById("legend");
const MANY_ROWS = 14;

function tally(table, name) {
  const counts = {};
  for (const term of Object.keys(looks[table])) counts[term] = 0;
  if (table === "entity") for (const id of onCanvas) counts[actors.get(id).kind] += 1;
  else for (const tie of data.ties) for (const item of tie.items) counts[situationOf(item)[name]] += 1;
  return counts;
}

// Articles by the name of their source, those behind what is drawn.
function tallySources() {
  const told = new Map();
  for (const article of data.articles) told.set(sourceName(article), (told.get(sourceName(article)) || 0) + 1);
  return new Map([...told].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)));
}

function tickRow(attributes, on, set, children) {
  const tick = make("input", { type: "checkbox", ...attributes, onchange: () => { set(tick.checked); changed(); } });
  tick.checked = on;
  return make("label", {}, tick, children);
}

function both(name, every) {
  return make("span", { class: "both" },
    press("all", () => every(true), { "aria-label": `${name}: all` }),
    press("none", () => every(false), { "aria-label": `${name}: none` }));
}

const group = (name, buttons, ...rows) => make("fieldset", {}, make("legend", {}, make("span", {}, name), buttons), rows);
const flip = (set, term, on) => (on ? set.add(term) : set.delete(term));

function filterGroup(name, table, column, set, sign, ...more) {
  const counts = tally(table, column);
  const terms = Object.keys(counts).filter((term) => counts[term]);
  if (terms.length < (table === "entity" ? 1 : 2)) return null;
  const rows = terms.map((term) => tickRow({ "data-filter": table, value: term }, set.has(term), (on) => flip(set, term, on), [
    sign(term), make("span", { class: "term" }, looks[table][term].label), make("span", { class: "number" }, counts[term].toLocaleString("en"))]));
  const every = (on) => {
    for (const term of terms) flip(set, term, on);
    buildFilters();
    changed();
  };
  return group(name, terms.length > 3 ? both(name, every) : null, rows, ...more);
}

function sourceGroup() {
  const counts = tallySources();
  if (counts.size < 2) return null;
  const names = [...counts.keys()];
  const rows = names.map((name) => tickRow({ "data-filter": "source", value: name }, !chosen.notFrom.has(name), (on) => flip(chosen.notFrom, name, !on), [
    make("span", { class: "term" }, shorten(name, 60)), make("span", { class: "number" }, counts.get(name).toLocaleString("en"))]));
  const every = (on) => {
    for (const name of names) flip(chosen.notFrom, name, !on);
    buildFilters();
    changed();
  };
  const narrow = names.length > MANY_ROWS
    ? make("input", { type: "search", class: "narrow", placeholder: "Find a source", "aria-label": "Find a source", oninput: (event) => {
        const wanted = fold(event.target.value);
        rows.forEach((row, k) => { row.hidden = !fold(names[k]).includes(wanted); });
      } })
    : null;
  return group("Sources", both("Sources", every), narrow, make("div", { class: "rows", tabindex: names.length > MANY_ROWS ? 0 : null, role: "group", "aria-label": "Sources" }, rows));
}

function thingsRow() {
  if (!data.counts.things) return null;
  return tickRow({ id: "things" }, chosen.things, (on) => { chosen.things = on; if (on) bringThings(); }, [
    make("span", { class: "term" }, "Things without a name"), make("span", { class: "number" }, data.counts.things.toLocaleString("en"))]);
}

function buildFilters() {
  const groups = [
    filterGroup("Status", "status", "status", chosen.statuses, (term) => stroke(statusColour(term), looks.status[term].dashes)),
    filterGroup("Actors", "entity", "kind", chosen.kinds, glyph, thingsRow()),
    filterGroup("Events", "category", "category", chosen.categories, (term) => stroke(seen(looks.category[term].colour))),
    sourceGroup(),
  ];
  legend.replaceChildren(...groups.filter(Boolean));
}

function summarise() {
  const parts = [count(now.actors.size, "actor"), count(now.items.size, "tie")];
  if (data.counts.articles) parts.push(count(data.counts.articles, "article"));
  document.getElementById("summary").textContent = parts.join(" · ");
  document.getElementById("spoken").textContent = parts.slice(0, 2).join(", ");
  const note = document.getElementById("note");
  const text = noteText();
  note.hidden = !text;
  note.textContent = text;
}

function noteText() {
  const { all_actors: all, actors: first, things, left, ties: some, all_ties: every, many } = data.counts;
  const slow = onCanvas.size > many ? ` More than ${many.toLocaleString("en")} at once are slow on small machines.` : "";
  const acting = all - things;
  const still = left - [...onCanvas].filter((id) => actors.get(id).later && !actors.get(id).thing).length;
  const here = [...now.actors].filter((id) => !actors.get(id).thing).length;
  if (still > 0) return `Showing ${here.toLocaleString("en")} of ${acting.toLocaleString("en")} actors, those with the most behind them. Search finds the rest.${slow}`;
  if (some < every && first === all) return `Showing ${some.toLocaleString("en")} of ${every.toLocaleString("en")} ties, those with the most sentences behind them.${slow}`;
  return slow.trim();
}

function changed() {
  redraw();
  summarise();
  showTime();
  showGroups();
  if (selected && selected.path) findPath();
  if (selected) showPanel();
  if (view === "list") showList();
  keepAddress();
}

function resetFilters() {
  for (const [set, table] of [[chosen.kinds, "entity"], [chosen.categories, "category"], [chosen.statuses, "status"]]) {
    for (const term of Object.keys(looks[table])) set.add(term);
  }
  Object.assign(chosen, { from: null, to: null, undated: false, only: false });
  chosen.notFrom.clear();
  buildFilters();
  changed();
  fit(true);
}
