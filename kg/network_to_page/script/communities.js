// Communities as soft grounds behind the drawing: one colour for those who have more to do with each other.
let grounds = true;
const colourOf = (community) => looks.community[data.grounds[community][0]];
const patternOf = (community) => data.grounds[community][1];
const patterns = new Map();

// Plain, or where neighbours have all colours striped: each pattern the same stripes at another angle and width.
function groundOf(ctx, community) {
  const [colour, pattern] = [colourOf(community), patternOf(community)];
  if (!pattern) return colour;
  const key = `${colour} ${pattern}`;
  if (!patterns.has(key)) patterns.set(key, ctx.createPattern(stripes(colour, pattern), "repeat"));
  return patterns.get(key);
}

function stripes(colour, pattern) {
  const tile = document.createElement("canvas");
  tile.width = tile.height = 12 + 8 * Math.floor((pattern - 1) / 2);
  const ctx = tile.getContext("2d");
  const size = tile.width;
  ctx.strokeStyle = colour;
  ctx.lineWidth = size / 2.6;
  for (const shift of [-size, 0, size]) {
    ctx.beginPath();
    if (pattern % 2) ctx.moveTo(shift - 1, -1), ctx.lineTo(shift + size + 1, size + 1);
    else ctx.moveTo(shift - 1, size + 1), ctx.lineTo(shift + size + 1, -1);
    ctx.stroke();
  }
  return tile;
}

// The same for the legend.
function swatchOf(community) {
  const [colour, pattern] = [colourOf(community), patternOf(community)];
  if (!pattern) return `background:${colour}`;
  const width = 3 + 2 * Math.floor((pattern - 1) / 2);
  return `background:repeating-linear-gradient(${pattern % 2 ? 45 : 135}deg,${colour} 0 ${width}px,transparent ${width}px ${2 * width}px)`;
}

// Members by community, the large first; a pair is no community to speak of.
function communities() {
  const found = new Map();
  for (const id of now.actors) {
    const { community } = actors.get(id);
    if (community >= 0) found.set(community, [...(found.get(community) || []), id]);
  }
  return [...found].filter(([, ids]) => ids.length > 2).sort((a, b) => b[1].length - a[1].length || a[0] - b[0]);
}

let groups = [];
const inner = new Map(); // community -> the ties inside it

function drawGrounds(ctx) {
  if (!grounds || now.actors.size < 12) return;
  // One stroke with a wide pen along the ties of a community: what it passes twice it does not colour twice.
  ctx.lineCap = ctx.lineJoin = "round";
  ctx.lineWidth = now.actors.size > 80 ? 76 : 92;
  ctx.globalAlpha = paint.dark ? 0.14 : 0.17;
  for (const [community, ids] of groups) {
    ctx.beginPath();
    for (const tie of inner.get(community)) {
      const [a, b] = [network.body.nodes[tie.from], network.body.nodes[tie.to]];
      ctx.moveTo(a.x, a.y);
      ctx.lineTo(b.x, b.y);
    }
    for (const id of ids) {
      const spot = network.body.nodes[id];
      ctx.moveTo(spot.x, spot.y);
      ctx.lineTo(spot.x + 0.1, spot.y);
    }
    ctx.strokeStyle = groundOf(ctx, community);
    ctx.stroke();
  }
  ctx.globalAlpha = 1;
}

function nameGroups() {
  groups = communities();
  inner.clear();
  for (const [community] of groups) inner.set(community, []);
  for (const tie of now.items.keys()) {
    const { community } = actors.get(tie.from);
    if (inner.has(community) && actors.get(tie.to).community === community) inner.get(community).push(tie);
  }
}

function communityRows() {
  return groups.slice(0, 8).map(([community, ids]) => {
    const main = ids.map((id) => actors.get(id)).sort((a, b) => b.central - a.central || b.weight - a.weight);
    const swatch = make("span", { class: "swatch", style: swatchOf(community) });
    return make("button", { type: "button", class: "group", "data-community": String(community), onclick: () => { if (view !== "drawing") setView("drawing"); frame(ids, 0.02, null, true); } },
      swatch, make("span", { class: "term" }, shorten(main[0].label, 24)), make("span", { class: "number" }, ids.length.toLocaleString("en")));
  });
}

function showGroups() {
  nameGroups();
  const place = document.getElementById("communities");
  place.hidden = groups.length < 2;
  if (groups.length < 2) return;
  const tick = make("input", { type: "checkbox", id: "grounds", onchange: () => { grounds = tick.checked; network.redraw(); } });
  tick.checked = grounds;
  place.replaceChildren(make("fieldset", {}, make("legend", {}, make("span", {}, "Communities")),
    make("label", {}, tick, make("span", { class: "term" }, "Colour the ground")), communityRows()));
}
