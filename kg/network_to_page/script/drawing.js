// The drawing: vis-network with fixed places, straight lines, and colours that follow the theme.
const box = document.getElementById("drawing");
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const heaviest = Math.max(1, ...data.nodes.map((actor) => actor.weight));
const drawn = data.nodes.filter((actor) => tiesOf.get(actor.id).length);
const large = () => now.actors.size > 1000;
for (const actor of drawn) onCanvas.add(actor.id);
// Places are computed for a screen that is wider than high; on one that is not they are turned.
const upright = box.offsetHeight > 1.2 * box.offsetWidth;
if (upright) for (const actor of drawn) [actor.x, actor.y] = [actor.y, actor.x];

function readTheme() {
  const style = getComputedStyle(document.documentElement);
  for (const name of ["paper", "surface", "ink", "soft", "line", "edge", "accent"]) {
    paint[name] = style.getPropertyValue(`--${name}`).trim();
  }
  paint.sans = style.getPropertyValue("--sans");
  paint.dark = lightness(paint.paper) < 0.5;
}

// Size says how central an actor is (PageRank), its area in proportion.
const radius = (actor) => 9 + 23 * Math.sqrt(actor.central || 0);

// Who stays bright: the selected, and whoever it is tied to.
function bright() {
  if (!selected || selected.contradictions) return null;
  if (selected.path) return new Set(selected.way.length ? selected.way : selected.path);
  if (selected.tie) return new Set([selected.tie.from, selected.tie.to]);
  const id = selected.actor.id;
  return new Set([id, ...tiesOf.get(id).filter((tie) => now.items.has(tie)).map((tie) => otherEnd(tie, id))]);
}

function lineBright(tie) {
  if (!selected || selected.contradictions) return true;
  if (selected.path) return selected.lines.includes(tie);
  return selected.tie ? tie === selected.tie : tie.from === selected.actor.id || tie.to === selected.actor.id;
}

function nodeLook(actor, keep) {
  const main = selected && selected.actor === actor;
  return {
    id: actor.id,
    hidden: !now.actors.has(actor.id),
    opacity: !keep || keep.has(actor.id) ? 1 : 0.22,
    borderWidth: main ? 4 : actor.unnamed ? 2 : 1,
    // Who has no name is an outline only.
    color: { background: actor.unnamed ? paint.paper : actor.color, border: main || cursor === actor.id ? paint.ink : actor.unnamed ? seen(actor.color) : blend(actor.color, "#000000", 0.3) },
  };
}

function arrowsOf(tie, items) {
  if (large() || items.some((item) => item.mutual)) return { to: false, from: false };
  const to = items.some((item) => item.target === tie.to);
  const from = items.some((item) => item.target === tie.from);
  return { to: { enabled: to && !from, scaleFactor: 0.45 }, from: { enabled: from && !to, scaleFactor: 0.45 } };
}

function lineLook(tie) {
  const items = now.items.get(tie);
  if (!items) return { id: tie.id, hidden: true };
  const status = statusOf(items);
  const category = categoryOf(items);
  const colour = status !== FACT || !category ? statusColour(status) : seen(looks.category[category].colour);
  const light = lineBright(tie);
  // Lines between communities recede, or they would cover the communities they cross.
  const near = now.actors.size < 60 || actors.get(tie.from).community === actors.get(tie.to).community;
  const dashes = looks.status[status].dashes || [];
  return {
    id: tie.id,
    hidden: false,
    width: Math.min(9, 0.8 + 1.1 * Math.sqrt(support(items))),
    color: { color: colour, highlight: colour, hover: colour, opacity: light ? (selected ? 0.95 : near ? 0.75 : 0.35) : 0.1 },
    dashes: dashes.length ? dashes : false,
    arrows: arrowsOf(tie, items),
  };
}

const spotOf = (actor) => ({ id: actor.id, x: actor.x, y: actor.y, shape: actor.shape, size: radius(actor), label: undefined });
const lineOf = (tie) => ({ id: tie.id, from: tie.from, to: tie.to });

let cursor = null; // the actor the keyboard is at
readTheme();
look();
const spots = new vis.DataSet(drawn.map((actor) => ({ ...spotOf(actor), ...nodeLook(actor, null) })));
const lines = new vis.DataSet(data.ties.map((tie) => ({ ...lineOf(tie), ...lineLook(tie) })));
const network = new vis.Network(box, { nodes: spots, edges: lines }, {
  physics: false,
  layout: { improvedLayout: false },
  nodes: { shapeProperties: { interpolation: false }, chosen: false },
  edges: { smooth: false, chosen: false, hoverWidth: 0, selectionWidth: 0, arrowStrikethrough: false },
  interaction: { hover: true, multiselect: false, hideEdgesOnDrag: large(), hideEdgesOnZoom: large(), tooltipDelay: 1e9 },
});

// Of thousands of marks few look different after a click; only these are drawn up anew, which costs most.
const lastLooks = new Map();

function changes(kind, rows) {
  return rows.filter((row) => {
    const text = JSON.stringify(row);
    if (lastLooks.get(kind + row.id) === text) return false;
    lastLooks.set(kind + row.id, text);
    return true;
  });
}

function redraw() {
  look();
  const keep = bright();
  spots.update(changes("actor ", spots.getIds().map((id) => nodeLook(actors.get(id), keep))));
  lines.update(changes("tie ", lines.getIds().map((id) => lineLook(ties.get(id)))));
  showEmpty(now.actors.size);
}

// What the panel covers is not room for the drawing.
function covered() {
  const panel = document.getElementById("panel");
  if (panel.hidden) return { x: 0, y: 0 };
  const wide = panel.offsetWidth < box.offsetWidth * 0.8;
  return wide ? { x: -panel.offsetWidth / 2, y: 0 } : { x: 0, y: -panel.offsetHeight / 2 };
}

// Bring actors into view with room for their names; where they lie too far apart, `main` is put in the middle.
function frame(ids, least, main, animated) {
  const framed = ids.filter((id) => onCanvas.has(id)).map((id) => ({ id, ...network.getPosition(id) }));
  if (!framed.length) return;
  const span = (name) => {
    const all = framed.map((actor) => actor[name]);
    return { size: Math.max(1, Math.max(...all) - Math.min(...all)), middle: (Math.max(...all) + Math.min(...all)) / 2 };
  };
  const [x, y, room] = [span("x"), span("y"), covered()];
  const note = document.getElementById("note");
  const top = note.hidden ? 0 : note.offsetTop + note.offsetHeight;
  const [w, h] = [box.offsetWidth - 2 * Math.abs(room.x), box.offsetHeight - 2 * Math.abs(room.y) - top];
  const offset = { x: room.x, y: room.y + top / 2 };
  const fitting = Math.min((w - Math.min(170, w / 4)) / x.size, (h - Math.min(110, h / 3)) / y.size, 1.25);
  const middle = main && fitting < least ? framed.find((one) => one.id === main.id) : null;
  const position = middle ? { x: middle.x, y: middle.y } : { x: x.middle, y: y.middle };
  const animation = animated && !calm.matches ? { duration: 450, easingFunction: "easeInOutCubic" } : false;
  network.moveTo({ position, scale: Math.max(fitting, least), offset, animation });
}

function lookAt() {
  const keep = bright();
  if (keep) frame([...keep], selected.path ? 0.3 : 0.6, selected.actor, true);
}

const fit = (animated) => frame([...now.actors], 0.02, null, animated);

function zoomBy(factor) {
  network.moveTo({ scale: Math.min(4, Math.max(0.05, network.getScale() * factor)) });
}

function showEmpty(visible) {
  const empty = document.getElementById("empty");
  empty.hidden = visible > 0;
  if (visible) return;
  const none = data.ties.length === 0;
  empty.querySelector("h2").textContent = none ? "No ties to draw" : "Nothing matches these filters";
  empty.querySelector("p").textContent = none
    ? data.counts.all_actors
      ? `The graph ties no two actors together. What it says of ${count(data.counts.all_actors, "actor")} stands in the list.`
      : "The graph has no actors in it."
    : "Every tie is filtered out.";
  document.getElementById("reset").hidden = none;
}
