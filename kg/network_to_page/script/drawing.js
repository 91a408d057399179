// The drawing: vis-network with fixed places, straight lines, and colours that follow the theme.
const box = document.getElementById("drawing");
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const heaviest = Math.max(1, ...data.nodes.map((actor) => actor.weight));
const drawn = data.nodes.filter((actor) => tiesOf.get(actor.id).length);
const many = drawn.length > 1000;

function readTheme() {
  const style = getComputedStyle(document.documentElement);
  for (const name of ["paper", "surface", "ink", "soft", "line", "edge", "accent"]) {
    paint[name] = style.getPropertyValue(`--${name}`).trim();
  }
  paint.sans = style.getPropertyValue("--sans");
  paint.dark = lightness(paint.paper) < 0.5;
}

const radius = (actor) => 10 + 20 * Math.sqrt(actor.weight / heaviest);

// Who stays bright: the selected, and whoever it is tied to.
function bright() {
  if (!selected) return null;
  if (selected.tie) return new Set([selected.tie.from, selected.tie.to]);
  const ids = new Set([selected.actor.id]);
  for (const tie of tiesOf.get(selected.actor.id)) if (itemsShown(tie).length) ids.add(otherEnd(tie, selected.actor.id));
  return ids;
}

function lineBright(tie) {
  if (!selected) return true;
  return selected.tie ? tie === selected.tie : tie.from === selected.actor.id || tie.to === selected.actor.id;
}

function nodeLook(actor, keep, visible) {
  const main = selected && selected.actor === actor;
  return {
    id: actor.id,
    hidden: !visible.has(actor.id),
    opacity: !keep || keep.has(actor.id) ? 1 : 0.22,
    borderWidth: main ? 4 : 1,
    color: { background: actor.color, border: main ? paint.ink : blend(actor.color, "#000000", 0.3) },
  };
}

function arrowsOf(tie, items) {
  if (many || items.some((item) => item.mutual)) return { to: false, from: false };
  const to = items.some((item) => item.target === tie.to);
  const from = items.some((item) => item.target === tie.from);
  return { to: { enabled: to && !from, scaleFactor: 0.45 }, from: { enabled: from && !to, scaleFactor: 0.45 } };
}

function lineLook(tie) {
  const items = itemsShown(tie);
  if (!items.length) return { id: tie.id, hidden: true };
  const status = statusOf(items);
  const category = categoryOf(items);
  const colour = status !== FACT || !category ? statusColour(status) : seen(looks.category[category].colour);
  const light = lineBright(tie);
  // Lines between communities recede, or they would cover the communities they cross.
  const near = drawn.length < 60 || actors.get(tie.from).community === actors.get(tie.to).community;
  const dashes = looks.status[status].dashes || [];
  return {
    id: tie.id,
    hidden: false,
    width: Math.min(9, 0.8 + 1.1 * Math.sqrt(support(items))),
    color: { color: colour, highlight: colour, hover: colour, opacity: light ? (selected ? 0.95 : near ? 0.7 : 0.35) : 0.1 },
    dashes: dashes.length ? dashes : false,
    arrows: arrowsOf(tie, items),
  };
}

readTheme();
const spots = new vis.DataSet(drawn.map((actor) => ({
  id: actor.id, x: actor.x, y: actor.y, shape: actor.shape, size: radius(actor), label: undefined,
})));
const lines = new vis.DataSet(data.ties.map((tie) => ({ id: tie.id, from: tie.from, to: tie.to })));
const network = new vis.Network(box, { nodes: spots, edges: lines }, {
  physics: false,
  layout: { improvedLayout: false },
  nodes: { shapeProperties: { interpolation: false }, chosen: false },
  edges: { smooth: false, chosen: false, hoverWidth: 0, selectionWidth: 0, arrowStrikethrough: false },
  interaction: { hover: true, multiselect: false, hideEdgesOnDrag: many, hideEdgesOnZoom: many, tooltipDelay: 1e9 },
});

function redraw() {
  const keep = bright();
  const visible = new Set(actorsShown().map((actor) => actor.id));
  spots.update(drawn.map((actor) => nodeLook(actor, keep, visible)));
  lines.update(data.ties.map(lineLook));
  showEmpty(visible.size);
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
  const framed = ids.map((id) => actors.get(id)).filter((actor) => spots.get(actor.id));
  if (!framed.length) return;
  const span = (name) => {
    const all = framed.map((actor) => actor[name]);
    return { size: Math.max(1, Math.max(...all) - Math.min(...all)), middle: (Math.max(...all) + Math.min(...all)) / 2 };
  };
  const [x, y, offset] = [span("x"), span("y"), covered()];
  const [w, h] = [box.offsetWidth - 2 * Math.abs(offset.x), box.offsetHeight - 2 * Math.abs(offset.y)];
  const fitting = Math.min((w - Math.min(170, w / 4)) / x.size, (h - Math.min(110, h / 3)) / y.size, 1.25);
  const position = main && fitting < least ? { x: main.x, y: main.y } : { x: x.middle, y: y.middle };
  const animation = animated && !calm.matches ? { duration: 450, easingFunction: "easeInOutCubic" } : false;
  network.moveTo({ position, scale: Math.max(fitting, least), offset, animation });
}

const lookAt = () => frame([...bright()], 0.6, selected.actor, true);
const fit = (animated) => frame(actorsShown().map((actor) => actor.id), 0.02, null, animated);

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
    ? data.nodes.length
      ? `The graph ties no two actors together. What it says of ${count(data.nodes.length, "actor")} stands in the list.`
      : "The graph has no actors in it."
    : "Every tie is filtered out.";
  document.getElementById("reset").hidden = none;
}
