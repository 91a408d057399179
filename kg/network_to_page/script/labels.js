// Names are drawn by us: one size on the screen at every zoom, the important first, none over another.
const GAP = 4;
let hovered = null;
let labelBoxes = [];
const prominent = new Set(drawn.slice(0, Math.min(25, Math.max(3, Math.round(drawn.length * 0.06)))));

const hits = (a, b) => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;

const within = (place, canvas) =>
  place.x > 2 && place.y > 2 && place.x + place.w < canvas.clientWidth - 2 && place.y + place.h < canvas.clientHeight - 2;

function rank(actor, keep) {
  if (selected && selected.actor === actor) return 4e9;
  if (hovered === actor.id) return 3e9;
  return (keep && keep.has(actor.id) ? 1e9 : 0) + actor.weight;
}

function places(spot, size, w, h) {
  return [
    { x: spot.x - w / 2, y: spot.y + size + GAP, w, h },
    { x: spot.x - w / 2, y: spot.y - size - GAP - h, w, h },
    { x: spot.x + size + GAP, y: spot.y - h / 2, w, h },
    { x: spot.x - size - GAP - w, y: spot.y - h / 2, w, h },
  ];
}

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
  const visible = actorsShown()
    .map((actor) => ({ actor, spot: network.canvasToDOM(network.getPosition(actor.id)), size: radius(actor) * scale }))
    .filter((one) => inside(one.spot))
    .sort((a, b) => rank(b.actor, keep) - rank(a.actor, keep));
  const taken = visible.map((one) => ({
    id: one.actor.id, x: one.spot.x - one.size, y: one.spot.y - one.size, w: 2 * one.size, h: 2 * one.size,
  }));
  labelBoxes = [];
  const note = document.getElementById("note");
  if (!note.hidden) taken.push({ x: note.offsetLeft - note.offsetWidth / 2, y: note.offsetTop, w: note.offsetWidth, h: note.offsetHeight });
  const free = (place, id) => within(place, canvas) && !taken.some((other) => other.id !== id && hits(place, other));
  for (const one of visible.slice(0, 400)) {
    const important = rank(one.actor, keep) >= 1e9;
    if (keep && !important) continue;
    const size = Math.round((narrow ? 11 : 12) + (narrow ? 2 : 4) * Math.sqrt(one.actor.weight / heaviest));
    ctx.font = `${important || prominent.has(one.actor) ? 600 : 500} ${size}px ${paint.sans}`;
    const text = shorten(one.actor.label, 30);
    const candidates = places(one.spot, one.size, ctx.measureText(text).width + 4, size + 3);
    const place = candidates.find((candidate) => free(candidate, one.actor.id)) || (rank(one.actor, keep) >= 3e9 ? candidates[0] : null);
    if (!place) continue;
    write(ctx, text, place, paint.ink);
    taken.push(place);
    labelBoxes.push({ ...place, actor: one.actor.id });
  }
  drawLineLabels(ctx, scale, keep, taken);
  ctx.restore();
}

function lineText(tie, items) {
  const heavy = items.reduce((best, item) => (item.weight > best.weight ? item : best));
  const rest = new Set(items.map((item) => item.label)).size - 1;
  const times = items.length > 1 && !rest ? ` ×${items.length}` : "";
  return shorten(heavy.label, 26) + times + (rest ? ` +${items.length - 1}` : "");
}

function drawLineLabels(ctx, scale, keep, taken) {
  if (many || (scale < 0.7 && !keep)) return;
  ctx.font = `500 11px ${paint.sans}`;
  const wanted = tiesShown().filter(lineBright).map((tie) => ({ tie, items: itemsShown(tie) }));
  wanted.sort((a, b) => support(b.items) - support(a.items));
  for (const { tie, items } of wanted.slice(0, 200)) {
    const a = network.canvasToDOM(network.getPosition(tie.from));
    const b = network.canvasToDOM(network.getPosition(tie.to));
    const text = lineText(tie, items);
    const w = ctx.measureText(text).width + 6;
    if (Math.hypot(a.x - b.x, a.y - b.y) < w + 30) continue;
    const place = { x: (a.x + b.x) / 2 - w / 2, y: (a.y + b.y) / 2 - 8, w, h: 16 };
    if (!within(place, ctx.canvas) || taken.some((other) => hits(place, other))) continue;
    write(ctx, text, place, paint.soft);
    taken.push(place);
  }
}

const labelAt = (point) => {
  const found = labelBoxes.find((one) => hits(one, { x: point.x, y: point.y, w: 1, h: 1 }));
  return found ? found.actor : null;
};
