// From one actor to others: its neighbours alone, those not drawn yet, and the shortest way to somebody else.

// Breadth first over the ties that pass the filters, drawn or not; the strongest first, so that one way is always the same.
function shortest(from, to) {
  const before = new Map([[from, null]]);
  for (let edge = [from]; edge.length && !before.has(to); ) {
    const next = [];
    for (const id of edge) {
      const open = tiesOf.get(id).map((tie) => ({ tie, items: itemsShown(tie) })).filter((one) => one.items.length);
      open.sort((a, b) => support(b.items) - support(a.items) || (a.tie.id < b.tie.id ? -1 : 1));
      for (const { tie } of open) {
        const other = otherEnd(tie, id);
        if (before.has(other)) continue;
        before.set(other, { id, tie });
        next.push(other);
      }
    }
    edge = next;
  }
  if (!before.has(to)) return { way: [], lines: [] };
  const way = [to];
  const steps = [];
  for (let step = before.get(to); step; step = before.get(step.id)) {
    way.unshift(step.id);
    steps.unshift(step.tie);
  }
  return { way, lines: steps };
}

function findPath() {
  Object.assign(selected, shortest(...selected.path));
  bringIn(selected.way);
}

function showPath() {
  const [from, to] = selected.path;
  const { way, lines: steps } = selected;
  panel.replaceChildren(
    heading(make("p", { class: "kind" }, "Shortest way"),
      make("h2", { class: "pair", tabindex: -1 }, actorButton(from), make("span", { class: "and" }, "to"), actorButton(to))),
    make("p", { class: "sum" }, way.length ? count(steps.length, "step") : "No way leads there over the ties that pass the filters."),
    tools(),
    make("ol", { class: "entries", id: "way" }, steps.map((tie, k) => {
      const best = itemsShown(tie).reduce((a, b) => (b.weight > a.weight ? b : a));
      return make("li", { class: "entry" },
        make("p", { class: "line" }, actorButton(way[k]), " — ", actorButton(way[k + 1])),
        make("p", { class: "direction" }, sayTie(best), " ", press(`all of ${count(itemsShown(tie).length, "tie")}`, () => go({ tie }), { class: "more" })),
        quotations(situationOf(best), [way[k], way[k + 1]], false));
    })));
}

// The one meant by what was typed: the best hit of the search.
function pathField(actor) {
  const field_ = make("input", { type: "search", id: "path-to", placeholder: "Way to …", "aria-label": `Shortest way from ${actor.label} to`, list: "path-names", autocomplete: "off" });
  const names = make("datalist", { id: "path-names" });
  field_.addEventListener("input", () => names.replaceChildren(...find(field_.value).map((hit) => make("option", { value: hit.actor.label }))));
  const start = () => {
    const [hit] = find(field_.value).filter((one) => one.actor !== actor);
    if (hit) go({ path: [actor.id, hit.actor.id] });
  };
  field_.addEventListener("change", start);
  field_.addEventListener("keydown", (event) => { if (event.key === "Enter") start(); });
  return make("span", { class: "path" }, field_, names);
}

function walkTools(actor) {
  const missing = notDrawn(actor);
  const only = press("Only its neighbours", () => { chosen.only = !chosen.only; changed(); if (view === "drawing") lookAt(); }, { id: "only", "aria-pressed": String(chosen.only) });
  const more = missing.length
    ? press(`Draw ${missing.length > AT_ONCE ? `${AT_ONCE} of ` : ""}${count(missing.length, "more neighbour")}`, () => { bringIn(notDrawn(actor).slice(0, AT_ONCE)); changed(); lookAt(); }, { id: "draw-more" })
    : null;
  return [only, more, pathField(actor)];
}
