// Actors that were not drawn at first come in when somebody asks for them: beside whom they are tied to.
const MOST = 3000;
const AT_ONCE = 12;

const neighboursOf = (id) => [...tiesOf.get(id)].sort((a, b) => support(b.items) - support(a.items)).map((tie) => otherEnd(tie, id));

// Who stands where, in cells as large as an actor needs: a place is free if no one stands in its cell or beside it.
const CELL = { x: 74, y: 58 };
const cellOf = (spot) => [Math.round(spot.x / CELL.x), Math.round(spot.y / CELL.y)];

function standing() {
  const cells = new Map();
  for (const id of onCanvas) stand(cells, network.body.nodes[id]);
  return cells;
}

function stand(cells, spot) {
  const key = cellOf(spot).join();
  cells.set(key, [...(cells.get(key) || []), spot]);
}

function isFree(cells, place) {
  const [x, y] = cellOf(place);
  for (const dx of [-1, 0, 1]) {
    for (const dy of [-1, 0, 1]) {
      const near = cells.get(`${x + dx},${y + dy}`) || [];
      if (near.some((spot) => Math.abs(spot.x - place.x) < CELL.x && Math.abs(spot.y - place.y) < CELL.y)) return false;
    }
  }
  return true;
}

// A free place on rings round the middle of the neighbours; the same place whenever it is asked for in this order.
function freePlace(actor, cells) {
  const near = neighboursOf(actor.id).filter((id) => onCanvas.has(id)).map((id) => network.body.nodes[id]);
  const at = near.length
    ? { x: near.reduce((sum, spot) => sum + spot.x, 0) / near.length, y: near.reduce((sum, spot) => sum + spot.y, 0) / near.length }
    : network.getViewPosition();
  for (let ring = 1; ring < 60; ring += 1) {
    for (let step = 0; step < 6 * ring; step += 1) {
      const angle = (2 * Math.PI * step) / (6 * ring) + ring;
      const place = { x: Math.round(at.x + 70 * ring * Math.cos(angle)), y: Math.round(at.y + 56 * ring * Math.sin(angle)) };
      if (isFree(cells, place)) return place;
    }
  }
  return at;
}

function drawTies(id) {
  const fresh = tiesOf.get(id).filter((tie) => onCanvas.has(tie.from) && onCanvas.has(tie.to) && !lines.get(tie.id));
  lines.add(fresh.map((tie) => ({ ...lineOf(tie), hidden: true })));
}

// Puts actors into the drawing; says how many found room.
function bringIn(ids) {
  const fresh = ids.filter((id) => !onCanvas.has(id)).slice(0, Math.max(0, MOST - onCanvas.size));
  const cells = fresh.length ? standing() : null;
  for (const id of fresh) {
    const actor = actors.get(id);
    const look_ = looks.entity[actor.kind];
    const place = freePlace(actor, cells);
    stand(cells, place);
    Object.assign(actor, place, { shape: look_.shape, color: look_.colour });
    const friend = neighboursOf(id).map((other) => actors.get(other)).find((other) => onCanvas.has(other.id));
    actor.community = friend ? friend.community : -1;
    onCanvas.add(id);
    spots.add({ ...spotOf(actor), hidden: true });
    drawTies(id);
  }
  return fresh.length;
}

// Whoever is asked for is drawn, and if nobody it knows is there, its nearest with it.
function bringActor(actor) {
  if (!tiesOf.get(actor.id).length) return;
  const near = neighboursOf(actor.id);
  bringIn([actor.id]);
  if (!near.some((id) => onCanvas.has(id))) bringIn(near.slice(0, AT_ONCE));
}

function bringThings() {
  bringIn([...actors.values()].filter((one) => one.thing && neighboursOf(one.id).some((id) => onCanvas.has(id))).map((one) => one.id));
}

const notDrawn = (actor) => neighboursOf(actor.id).filter((id) => !onCanvas.has(id));
