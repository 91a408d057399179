// Names are drawn by us: one size on the screen at every zoom, the important first, none over another.
const GAP = 4;
let hovered = null;
let labelBoxes = [];
let lineBoxes = [];
const byRank = [...drawn].sort((a, b) => b.central - a.central || b.weight - a.weight);
const prominent = new Set(byRank.filter((actor) => !actor.unnamed).slice(0, Math.min(25, Math.max(3, Math.round(drawn.length * 0.06)))));

const hits = (a, b) => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;

const within = (place, canvas) =>
  place.x > 2 && place.y > 2 && place.x + place.w < canvas.clientWidth - 2 && place.y + place.h < canvas.clientHeight - 2;

function rank(actor, keep) {
  if (selected && selected.actor === actor) return 4e9;
  if (hovered === actor.id || cursor === actor.id) return 3e9;
  return (keep && keep.has(actor.id) ? 1e9 : 0) + ((actor.central || 0) * 1e6 + actor.weight) * (actor.unnamed ? 0.2 : 1);
}

function places(spot, size, w, h) {
  return [
    { x: spot.x - w / 2, y: spot.y + size + GAP, w, h },
    { x: spot.x - w / 2, y: spot.y - size - GAP - h, w, h },
    { x: spot.x + size + GAP, y: spot.y - h / 2, w, h },
    { x: spot.x - size - GAP - w, y: spot.y - h / 2, w, h },
    ...[1, -1].flatMap((down) => [0, -w].map((left) => ({
      x: spot.x + left + (left ? -1 : 1) * size * 0.6, y: spot.y + down * size * 0.8 - (down < 0 ? h : 0), w, h,
    }))),
  ];
}

const leastCovering = (candidates, taken) => {
  const covered_ = (place) => taken.filter((other) => hits(place, other)).length;
  return candidates.length ? candidates.reduce((best, one) => (covered_(one) < covered_(best) ? one : best)) : null;
};

function write(ctx, text, at, colour) {
  ctx.lineJoin = "round";
  ctx.lineWidth = 4;
  ctx.strokeStyle = paint.paper;
  ctx.strokeText(text, at.x + at.w / 2, at.y + at.h / 2);
  ctx.fillStyle = colour;
  ctx.fillText(text, at.x + at.w / 2, at.y + at.h / 2);
}

function drawLabels(ctx) {
  const canvas = ctx.canvas;
  const ratio = canvas.width / canvas.clientWidth;
  const scale = network.getScale();
  const keep = bright();
  const narrow = canvas.clientWidth < 600;
  ctx.save();
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  const inside = (spot) => spot.x > -80 && spot.y > -40 && spot.x < canvas.clientWidth + 80 && spot.y < canvas.clientHeight + 40;
  const visible = [...now.actors]
    .map((id) => ({ actor: actors.get(id), spot: network.canvasToDOM(network.body.nodes[id]), size: radius(actors.get(id)) * scale }))
    .filter((one) => inside(one.spot))
    .sort((a, b) => rank(b.actor, keep) - rank(a.actor, keep));
  const taken = visible.map((one) => ({
    id: one.actor.id, rank: rank(one.actor, keep), x: one.spot.x - one.size, y: one.spot.y - one.size, w: 2 * one.size, h: 2 * one.size,
  }));
  labelBoxes = [];
  const note = document.getElementById("note");
  if (!note.hidden) taken.push({ x: note.offsetLeft - note.offsetWidth / 2, y: note.offsetTop, w: note.offsetWidth, h: note.offsetHeight });
  const zoom = document.getElementById("zoom");
  taken.push({ x: zoom.offsetLeft, y: zoom.offsetTop, w: zoom.offsetWidth, h: zoom.offsetHeight });
  const free = (place, id, above) =>
    within(place, canvas) && !taken.some((other) => other.id !== id && !(other.rank < above) && hits(place, other));
  for (const one of visible.slice(0, 400)) {
    const important = rank(one.actor, keep) >= 1e9;
    // The names of the most central may cover marks of lesser actors; other names never do.
    const above = prominent.has(one.actor) || important ? rank(one.actor, keep) / 4 : 0;
    if (keep && !important) continue;
    const size = Math.round((narrow ? 11 : 12) + (narrow ? 2 : 4) * Math.sqrt(one.actor.central || 0));
    ctx.font = `${one.actor.unnamed ? "italic " : ""}${important || prominent.has(one.actor) ? 600 : 500} ${size}px ${paint.sans}`;
    const text = shorten(one.actor.label, 30);
    const candidates = places(one.spot, one.size, ctx.measureText(text).width + 4, size + 3);
    const place = candidates.find((candidate) => free(candidate, one.actor.id, 0)) || leastCovering(candidates.filter((candidate) => free(candidate, one.actor.id, above)), taken) || (rank(one.actor, keep) >= 3e9 ? candidates[0] : null);
    if (!place) continue;
    write(ctx, text, place, one.actor.unnamed && !important ? paint.soft : paint.ink);
    taken.push(place);
    labelBoxes.push({ ...place, actor: one.actor.id });
  }
  drawLineLabels(ctx, scale, keep, taken);
  ctx.restore();
}

function lineText(tie, items) {
  const heavy = items.reduce((best, item) => (item.weight > best.weight ? item : best));
  const same = items.every((item) => item.label === heavy.label);
  return shorten(heavy.label, 26) + (items.length === 1 ? "" : same ? ` ×${items.length}` : ` +${items.length - 1}`);
}

const ALONG = [0.5, 0.42, 0.58, 0.34, 0.66]; // where on a line its words may stand

function drawLineLabels(ctx, scale, keep, taken) {
  lineBoxes = [];
  if (large()) return;
  const far = scale < 0.7 && !keep; // too far away for words: only how many ties a line stands for
  ctx.font = `500 11px ${paint.sans}`;
  const wanted = tiesShown().filter(lineBright).map((tie) => ({ tie, items: now.items.get(tie) }));
  wanted.sort((a, b) => support(b.items) - support(a.items));
  for (const { tie, items } of wanted.slice(0, 200)) {
    const a = network.canvasToDOM(network.body.nodes[tie.from]);
    const b = network.canvasToDOM(network.body.nodes[tie.to]);
    if (far && items.length < 2) continue;
    const text = far ? `×${items.length}` : lineText(tie, items);
    const w = ctx.measureText(text).width + 6;
    if (Math.hypot(a.x - b.x, a.y - b.y) < w + (far ? 14 : 30)) continue;
    const place = ALONG.map((share) => ({ x: a.x + (b.x - a.x) * share - w / 2, y: a.y + (b.y - a.y) * share - 8, w, h: 16 }))
      .find((one) => within(one, ctx.canvas) && !taken.some((other) => hits(one, other)));
    if (!place) continue;
    write(ctx, text, place, paint.soft);
    taken.push(place);
    lineBoxes.push({ ...place, tie: tie.id, text });
  }
}

const labelAt = (point) => {
  const found = labelBoxes.find((one) => hits(one, { x: point.x, y: point.y, w: 1, h: 1 }));
  return found ? found.actor : null;
};
