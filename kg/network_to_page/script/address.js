// What is selected and filtered stands in the address, behind the #: links work, and so does the browser's Back.
// n: actor, e: tie, way: two actors, contradictions; status: the ticked ones; no-kind, no-type, no-source: the unticked.
const LISTS = [["no-kind", "kinds", "entity"], ["no-type", "categories", "category"]];

function filterParts() {
  const parts = [];
  const same = chosen.statuses.size === usual.statuses.size && [...chosen.statuses].every((one) => usual.statuses.has(one));
  if (!same) parts.push(["status", statuses.filter((one) => chosen.statuses.has(one)).join(",")]);
  for (const [key, set, table] of LISTS) {
    const off = Object.keys(looks[table]).filter((one) => !chosen[set].has(one));
    if (off.length) parts.push([key, off.join(",")]);
  }
  for (const name of [...chosen.notFrom].sort()) parts.push(["no-source", name]);
  if (chosen.from) parts.push(["from", chosen.from]);
  if (chosen.to) parts.push(["to", chosen.to]);
  if (chosen.undated) parts.push(["undated", "yes"]);
  if (chosen.clock !== usual.clock) parts.push(["clock", chosen.clock]);
  if (chosen.things) parts.push(["things", "yes"]);
  if (chosen.only) parts.push(["only", "yes"]);
  return parts;
}

function targetParts(target) {
  if (!target) return [];
  if (target.actor) return [["n", target.actor.id || target.actor]];
  if (target.tie) return [["e", target.tie.id || target.tie]];
  return target.path ? target.path.map((id) => ["way", id]) : [["contradictions", ""]];
}

const addressOf = (target) => {
  const text = new URLSearchParams([...targetParts(target), ...filterParts()]).toString();
  return text ? `#${text}` : "#";
};

function go(target) {
  const next = addressOf(target);
  if ((location.hash || "#") !== next) history.pushState(null, "", next === "#" ? location.pathname + location.search : next);
  follow();
}

// Filters change the address without a step for Back.
function keepAddress() {
  const next = addressOf(selected);
  if ((location.hash || "#") !== next) history.replaceState(null, "", next === "#" ? location.pathname + location.search : next);
}

// An actor by the name it has in the page, or by its whole IRI.
function actorNamed(id) {
  const short = id.startsWith(data.prefixes.actor) ? id.slice(data.prefixes.actor.length) : id;
  return actors.get(id) || actors.get(short) || null;
}

function targetOf(given) {
  const names = given.getAll("way").map(actorNamed);
  if (names.length === 2 && names[0] && names[1]) return { path: names.map((actor) => actor.id), way: [], lines: [] };
  if (given.has("n")) {
    const actor = actorNamed(given.get("n"));
    return actor ? { actor } : null;
  }
  if (given.has("e")) {
    const tie = ties.get(given.get("e"));
    return tie ? { tie } : null;
  }
  return given.has("contradictions") && data.contradictions.length ? { contradictions: true } : null;
}

// A day as the calendar has it; whatever else somebody wrote there counts for nothing.
const dayGiven = (text) => (text && /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : null);

// The boxes of the legend hold on to the sets, so these are filled anew and not replaced.
function fill(set, values) {
  const given = [...values];
  set.clear();
  for (const value of given) set.add(value);
}

function takeFilters(given) {
  const listed = (key) => (given.get(key) || "").split(",").filter(Boolean);
  fill(chosen.statuses, given.has("status") ? listed("status").filter((one) => looks.status[one]) : usual.statuses);
  for (const [key, set] of LISTS) fill(chosen[set], [...usual[set]].filter((one) => !listed(key).includes(one)));
  fill(chosen.notFrom, given.getAll("no-source"));
  Object.assign(chosen, {
    from: dayGiven(given.get("from")), to: dayGiven(given.get("to")), undated: given.get("undated") === "yes",
    clock: CLOCKS.includes(given.get("clock")) ? given.get("clock") : usual.clock,
    things: given.get("things") === "yes", only: given.get("only") === "yes",
  });
}

const filtersKey = () => JSON.stringify(filterParts());

// ``again``: all data have been read now; what was shown before is only completed, and nobody's place is lost.
function follow(again = false) {
  const had = selected;
  const given = new URLSearchParams(location.hash.slice(1));
  const before = filtersKey();
  takeFilters(given);
  selected = targetOf(given);
  if (chosen.things) bringThings();
  if (selected && selected.actor) bringActor(selected.actor);
  if (selected && selected.tie) bringIn([selected.tie.from, selected.tie.to]);
  if (selected && selected.path) findPath();
  redraw();
  if (before !== filtersKey()) buildFilters();
  if (clock.value !== chosen.clock) useClock();
  summarise();
  showTime();
  showGroups();
  showPanel();
  if (view === "list") showList();
  contradictionsButton.setAttribute("aria-pressed", String(Boolean(selected && selected.contradictions)));
  if (!selected || (again && had)) return;
  panel.scrollTop = 0;
  if (view === "drawing") lookAt();
  panel.querySelector("h2").focus({ preventScroll: true });
}
