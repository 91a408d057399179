// The legend is the filter: every kind of actor, tie and status with its count and a box to tick.
const legend = document.getElementById("legend");

function tally(table, field) {
  const counts = {};
  for (const term of Object.keys(looks[table])) counts[term] = 0;
  if (table === "entity") for (const actor of drawn) counts[actor.kind] += 1;
  else for (const tie of data.ties) for (const item of tie.items) counts[situationOf(item)[field]] += 1;
  return counts;
}

function filterGroup(name, table, field, set, sign) {
  const counts = tally(table, field);
  const terms = Object.keys(counts).filter((term) => counts[term]);
  if (terms.length < (table === "entity" ? 1 : 2)) return null;
  const rows = terms.map((term) => {
    const tick = make("input", { type: "checkbox", "data-filter": table, value: term, onchange: () => {
      if (tick.checked) set.add(term);
      else set.delete(term);
      changed();
    } });
    tick.checked = set.has(term);
    return make("label", {}, tick, sign(term), make("span", { class: "term" }, looks[table][term].label), make("span", { class: "number" }, counts[term].toLocaleString("en")));
  });
  const ticks = rows.map((row) => row.querySelector("input"));
  const every = (on) => {
    for (const tick of ticks) {
      tick.checked = on;
      if (on) set.add(tick.value);
      else set.delete(tick.value);
    }
    changed();
  };
  const both = make("span", { class: "both" },
    make("button", { type: "button", onclick: () => every(true), "aria-label": `${name}: all` }, "all"),
    make("button", { type: "button", onclick: () => every(false), "aria-label": `${name}: none` }, "none"));
  return make("fieldset", {}, make("legend", {}, make("span", {}, name), terms.length > 3 ? both : null), rows);
}

function buildFilters() {
  const groups = [
    filterGroup("Actors", "entity", "kind", chosen.kinds, glyph),
    filterGroup("Status", "status", "status", chosen.statuses, (term) => stroke(statusColour(term), looks.status[term].dashes)),
    filterGroup("Ties", "category", "category", chosen.categories, (term) => stroke(seen(looks.category[term].colour))),
  ];
  legend.replaceChildren(...groups.filter(Boolean));
}

function summarise() {
  const parts = [count(actorsShown().length, "actor"), count(tiesShown().length, "tie")];
  if (data.counts.articles) parts.push(count(data.counts.articles, "article"));
  document.getElementById("summary").textContent = parts.join(" · ");
  const { actors: some, all_actors: all, ties: lines_, all_ties: everyTie } = data.counts;
  const note = document.getElementById("note");
  note.hidden = some === all && lines_ === everyTie;
  note.textContent = some < all
    ? `Showing ${some.toLocaleString("en")} of ${all.toLocaleString("en")} actors: those with the most sentences behind them.`
    : `Showing ${lines_.toLocaleString("en")} of ${everyTie.toLocaleString("en")} ties: those with the most sentences behind them.`;
}

function changed() {
  redraw();
  summarise();
  if (selected) showPanel();
  if (view === "list") showList();
}

function resetFilters() {
  for (const [set, table] of [[chosen.kinds, "entity"], [chosen.categories, "category"], [chosen.statuses, "status"]]) {
    for (const term of Object.keys(looks[table])) set.add(term);
  }
  buildFilters();
  changed();
  fit(true);
}
