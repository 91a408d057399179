// What the page knows: actors, ties, situations, evidence, as the template wrote them; and what is chosen right now.
const data = JSON.parse(document.getElementById("data").textContent);
const actors = new Map(data.nodes.map((actor) => [actor.id, actor]));
const ties = new Map(data.ties.map((tie) => [tie.id, tie]));
const tiesOf = new Map(data.nodes.map((actor) => [actor.id, []]));
for (const tie of data.ties) {
  tiesOf.get(tie.from).push(tie);
  tiesOf.get(tie.to).push(tie);
}
const FACT = "reportedFact";
const looks = data.display;
const statuses = Object.keys(looks.status);
const chosen = {
  kinds: new Set(Object.keys(looks.entity)),
  categories: new Set(Object.keys(looks.category)),
  // Facts only, until the reader asks for more; a page without any fact would otherwise open empty.
  statuses: new Set(statuses.includes(FACT) ? [FACT] : statuses),
};
let selected = null; // {actor} or {tie}
let view = "drawing";
const paint = {}; // the colours of the theme

const situationOf = (item) => data.situations[item.situation];
const evidenceOf = (situation) => situation.evidence.map((number) => data.evidence[number]);
const otherEnd = (tie, id) => (tie.from === id ? tie.to : tie.from);

function shown(item) {
  const situation = situationOf(item);
  return chosen.statuses.has(situation.status) && chosen.categories.has(situation.category);
}

function itemsShown(tie) {
  if (!chosen.kinds.has(actors.get(tie.from).kind) || !chosen.kinds.has(actors.get(tie.to).kind)) return [];
  return tie.items.filter(shown);
}

const tiesShown = () => data.ties.filter((tie) => itemsShown(tie).length);

function actorsShown() {
  const ids = new Set();
  for (const tie of tiesShown()) ids.add(tie.from).add(tie.to);
  return data.nodes.filter((actor) => ids.has(actor.id));
}

const support = (items) => items.reduce((sum, item) => sum + item.weight, 0);

// The status the line of a bundle shows: a fact if one stands behind it, else the first in the legend's order.
function statusOf(items) {
  const found = new Set(items.map((item) => situationOf(item).status));
  return found.has(FACT) ? FACT : statuses.find((status) => found.has(status));
}

function categoryOf(items) {
  const found = new Set(items.map((item) => situationOf(item).category));
  return found.size === 1 ? [...found][0] : null;
}
