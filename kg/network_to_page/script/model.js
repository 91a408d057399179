// What the page knows: actors, ties, situations, evidence, as the template wrote them; and what is chosen right now.
const read = (id) => JSON.parse(document.getElementById(id).textContent);
const data = read("data");
const TABLES = ["situations", "evidence", "sentences", "articles", "texts"];
const FACT = "reportedFact";
const looks = data.display;
const statuses = Object.keys(looks.status);
const actors = new Map();
const ties = new Map();
const tiesOf = new Map();
const onCanvas = new Set(); // ids of actors in the drawing, hidden or not
let whole = false; // whether the data of those who are not drawn have been read, too

function takeIn(nodes, bundles) {
  for (const actor of nodes) {
    for (const list of ["aliases", "links", "alone"]) actor[list] ||= [];
    actors.set(actor.id, actor);
    tiesOf.set(actor.id, []);
  }
  for (const tie of bundles) {
    for (const item of tie.items) {
      item.tie = tie;
      [item.source, item.target] = item.back ? [tie.to, tie.from] : [tie.from, tie.to];
    }
    ties.set(tie.id, tie);
    tiesOf.get(tie.from).push(tie);
    if (tie.to !== tie.from) tiesOf.get(tie.to).push(tie);
  }
}

// The part of the data that the first drawing does not need is read when that is done; then the page is shown anew.
async function readLater() {
  const later = await unpacked(read("later"));
  for (const table of TABLES) for (const row of later[table]) data[table].push(row);
  for (const actor of later.nodes) actor.later = true;
  takeIn(later.nodes, later.ties);
  listContradictions();
  whole = true;
}

// Large data are packed (RFC 1950, in base64), which browsers can undo by themselves since 2023.
async function unpacked(later) {
  if (!later.deflate) return later;
  const letters = atob(later.deflate);
  const bytes = new Uint8Array(letters.length);
  for (let k = 0; k < letters.length; k += 1) bytes[k] = letters.charCodeAt(k);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return JSON.parse(await new Response(stream).text());
}

// Which dates make a time line: when things happened, or when articles told of them.
const CLOCKS = Object.keys(data.time).filter((one) => data.time[one].bars.length > 1);
const chosen = {
  kinds: new Set(Object.keys(looks.entity)),
  categories: new Set(Object.keys(looks.category)),
  // Facts only, until the reader asks for more; a page without any fact would otherwise open empty.
  statuses: new Set(statuses.includes(FACT) ? [FACT] : statuses),
  notFrom: new Set(), // names of sources
  clock: CLOCKS[0] || "happened", // which of its dates counts for the range
  from: null, to: null, // ISO days
  undated: false, // whether a range of dates shows what has no date, too
  things: false, // whether things are shown that tie no two actors
  only: false, // whether only the selected actor and its neighbours are shown
};
const usual = { ...chosen, kinds: new Set(chosen.kinds), categories: new Set(chosen.categories), statuses: new Set(chosen.statuses), notFrom: new Set() };
let selected = null; // {actor}, {tie}, {path: [from, to]} or {contradictions}
let view = "drawing";
const paint = {}; // the colours of the theme

const full = (table, local) => data.prefixes[table] + local;
const situationOf = (item) => data.situations[item.situation];
const articleOf = (one) => data.articles[data.sentences[one.sentence].article];
const textOf = (one, name = "text") => data.texts[data.sentences[one.sentence][name]] || "";
const sourceName = (article) => article.publisher || article.title || "Untitled article";
const evidenceOf = (situation) => situation.evidence.map((number) => data.evidence[number]);
const otherEnd = (tie, id) => (tie.from === id ? tie.to : tie.from);
const support = (items) => items.reduce((sum, item) => sum + item.weight, 0);

// The days of the articles that tell of a situation, the first first.
function reportedOn(situation) {
  situation.reported ||= [...new Set(evidenceOf(situation).map((one) => (articleOf(one).published || "").slice(0, 10)))].filter(Boolean).sort();
  return situation.reported;
}

// First and last day a situation may have been on; null where it is open.
function bounds(situation) {
  const { date, earliest, latest, attested } = situation;
  if (date) return [date, date];
  if (earliest || latest) return [earliest || null, latest || null];
  return attested ? [attested, attested] : null;
}

function inTime(situation) {
  if (!chosen.from && !chosen.to) return true;
  if (chosen.clock === "reported") {
    const told = reportedOn(situation);
    return told.length ? told.some((one) => (!chosen.from || one >= chosen.from) && (!chosen.to || one <= chosen.to)) : chosen.undated;
  }
  const days = bounds(situation);
  if (!days) return chosen.undated;
  // What is known from one side only is taken to lie at the day that is known.
  const [first, last] = [days[0] || days[1], days[1] || days[0]];
  return (!chosen.from || last >= chosen.from) && (!chosen.to || first <= chosen.to);
}

const fromSource = (situation) =>
  !chosen.notFrom.size || !situation.evidence.length || evidenceOf(situation).some((one) => !chosen.notFrom.has(sourceName(articleOf(one))));

function passes(situation) {
  return chosen.statuses.has(situation.status) && chosen.categories.has(situation.category) && inTime(situation) && fromSource(situation);
}

const shown = (item) => passes(situationOf(item));

function itemsShown(tie) {
  if (!chosen.kinds.has(actors.get(tie.from).kind) || !chosen.kinds.has(actors.get(tie.to).kind)) return [];
  return tie.items.filter(shown);
}

// What is drawn right now, found once a change: actor ids, and the items of each tie.
const now = { actors: new Set(), items: new Map() };

function look() {
  now.items = new Map();
  const reached = new Map(); // thing -> the actors it is tied to
  for (const tie of ties.values()) {
    if (!onCanvas.has(tie.from) || !onCanvas.has(tie.to)) continue;
    const items = itemsShown(tie);
    if (!items.length) continue;
    now.items.set(tie, items);
    for (const [one, other] of [[tie.from, tie.to], [tie.to, tie.from]]) {
      if (actors.get(one).thing && !actors.get(other).thing) reached.set(one, (reached.get(one) || new Set()).add(other));
    }
  }
  const asked = (id) => selected && ((selected.actor && selected.actor.id === id) || (selected.path && selected.path.includes(id)));
  const belongs = (id) => !actors.get(id).thing || chosen.things || asked(id) || (reached.get(id) || new Set()).size > 1;
  const main = chosen.only && selected && selected.actor ? selected.actor.id : null;
  const near = main && new Set([main, ...[...now.items.keys()].filter((tie) => [tie.from, tie.to].includes(main)).map((tie) => otherEnd(tie, main))]);
  for (const tie of now.items.keys()) {
    const fits = [tie.from, tie.to].every((id) => (near ? near.has(id) : belongs(id)));
    if (!fits) now.items.delete(tie);
  }
  now.actors = new Set([...now.items.keys()].flatMap((tie) => [tie.from, tie.to]));
}

const tiesShown = () => [...now.items.keys()];
const actorsShown = () => [...now.actors].map((id) => actors.get(id)).sort((a, b) => b.weight - a.weight);

// The status the line of a bundle shows: a fact if one stands behind it, else the first in the legend's order.
function statusOf(items) {
  const found = new Set(items.map((item) => situationOf(item).status));
  return found.has(FACT) ? FACT : statuses.find((status) => found.has(status));
}

function categoryOf(items) {
  const found = new Set(items.map((item) => situationOf(item).category));
  return found.size === 1 ? [...found][0] : null;
}

// Contradictions by situation. The last of them may point to data that are read later.
const contradictionsOf = new Map();

function listContradictions() {
  contradictionsOf.clear();
  for (const one of data.contradictions) {
    for (const [situation] of one.sides) {
      if (!contradictionsOf.has(situation)) contradictionsOf.set(situation, []);
      if (!contradictionsOf.get(situation).includes(one)) contradictionsOf.get(situation).push(one);
    }
  }
}

takeIn(data.nodes, data.ties);
listContradictions();
