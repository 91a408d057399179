// The drawing without a mouse: arrows go to the nearest actor that way, Enter opens it; / finds, Escape closes.
const DIRECTIONS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

// The nearest in a direction, what lies beside it counting as farther.
function nearest(from, [dx, dy]) {
  let best = null;
  for (const id of now.actors) {
    if (id === cursor) continue;
    const spot = network.getPosition(id);
    const along = (spot.x - from.x) * dx + (spot.y - from.y) * dy;
    const beside = Math.abs((spot.x - from.x) * dy) + Math.abs((spot.y - from.y) * dx);
    const far = along + 2 * beside;
    if (along > 0 && (!best || far < best.far)) best = { id, far };
  }
  return best && best.id;
}

function pointTo(id) {
  cursor = id;
  redraw();
  const spot = network.getPosition(id);
  const place = network.canvasToDOM(spot);
  const inside = place.x > 40 && place.y > 40 && place.x < box.offsetWidth - 40 && place.y < box.offsetHeight - 40;
  if (!inside) network.moveTo({ position: spot, offset: covered() });
  const actor = actors.get(id);
  document.getElementById("spoken").textContent = `${actor.label}, ${looks.entity[actor.kind].label}, ${count(tiesOf.get(id).filter((tie) => now.items.has(tie)).length, "tie")}`;
}

box.addEventListener("keydown", (event) => {
  const direction = DIRECTIONS[event.key];
  if (direction && now.actors.size) {
    const from = cursor && now.actors.has(cursor) ? network.getPosition(cursor) : null;
    const next = from ? nearest(from, direction) : (selected && selected.actor && now.actors.has(selected.actor.id) ? selected.actor.id : actorsShown()[0].id);
    if (next) pointTo(next);
  } else if (event.key === "Enter" && cursor) go({ actor: cursor });
  else if (event.key === "+" || event.key === "=") zoomBy(1.4);
  else if (event.key === "-") zoomBy(1 / 1.4);
  else if (event.key === "0") fit(true);
  else return;
  event.preventDefault();
});
box.addEventListener("blur", () => { if (cursor) { cursor = null; redraw(); } });

addEventListener("keydown", (event) => {
  const typing = event.target.closest && event.target.closest("input:not([type=checkbox]):not([type=range]), textarea");
  if (event.key === "/" && !typing) { field.focus(); event.preventDefault(); }
  if (event.key === "Escape" && !typing) {
    if (saving.open) saving.open = false;
    else go(null);
  }
});
