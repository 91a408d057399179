// Two claims that cannot both be right, side by side.
const DIFFER = { polarity: "whether it happened", stance: "who is for it", place: "where it was", date: "when it was", value: "how much or what it was" };

function side([situation, number]) {
  return make("div", { class: "side" },
    make("div", { class: "facts" }, facts(data.situations[situation], true)),
    make("p", { class: "told" }, capital(data.situations[situation].what)),
    quotation(data.evidence[number], []));
}

function contradiction(one) {
  const words = DIFFER[one.type] || "what they say";
  return make("div", { class: "contradiction", role: "group", "aria-label": "Contradiction" },
    make("p", { class: "differ" }, make("span", { "aria-hidden": "true" }, "⇄ "), `Sources differ on ${words}`, one.reason ? make("span", { class: "reason" }, ` (${one.reason})`) : null),
    make("div", { class: "sides" }, one.sides.map(side)));
}

const against = (item) => (contradictionsOf.get(item.situation) || []).filter(known);

function contradictionsIn(items) {
  const found = [...new Set(items.flatMap(against))];
  return found.length ? found.map(contradiction) : null;
}

// Until all data are read only those are listed whose both sides are there.
const known = (one) => one.sides.every(([situation, number]) => data.situations[situation] && data.evidence[number]);

function showContradictions() {
  panel.replaceChildren(
    heading(make("p", { class: "kind" }, "The graph"), make("h2", { tabindex: -1 }, "Contradictions")),
    make("p", { class: "sum" }, `${count(data.contradictions.length, "pair")} of claims that cannot both be right. The status says what the graph makes of each.`),
    ...inPortions(data.contradictions.filter(known), 20, (one) => make("div", { class: "entry" }, contradiction(one))));
}

const contradictionsButton = document.getElementById("contradictions");
contradictionsButton.hidden = !data.contradictions.length;
contradictionsButton.querySelector(".number").textContent = data.contradictions.length.toLocaleString("en");
contradictionsButton.addEventListener("click", () => go(selected && selected.contradictions ? null : { contradictions: true }));
