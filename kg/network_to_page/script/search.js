// The search box: names and other names, accents and case set aside; arrows choose, Enter goes there.
const field = document.getElementById("search");
const hitList = document.getElementById("hits");
const indexed = []; // every actor of the graph, those not drawn and the unnamed last
let found = [];
let active = 0;

function score(folded, query) {
  if (folded === query) return 4;
  if (folded.startsWith(query)) return 3;
  if (folded.split(/[\s\-’']+/).some((word) => word.startsWith(query))) return 2;
  return folded.includes(query) ? 1 : 0;
}

function index() {
  const known = new Set(indexed.map((one) => one.actor));
  for (const actor of actors.values()) {
    if (!known.has(actor)) indexed.push({ actor, names: [actor.label, ...actor.aliases].map((name) => ({ name, folded: fold(name) })) });
  }
}

function find(text) {
  const query = fold(text.trim());
  if (!query) return [];
  if (indexed.length < actors.size) index();
  return indexed
    .map(({ actor, names }) => {
      const best = names.reduce((a, b) => (score(b.folded, query) > score(a.folded, query) ? b : a));
      return { actor, name: best.name, score: score(best.folded, query) };
    })
    .filter((hit) => hit.score)
    .sort((a, b) => b.score - a.score || Boolean(a.actor.thing) - Boolean(b.actor.thing) || b.actor.weight - a.actor.weight || (a.actor.label < b.actor.label ? -1 : 1))
    .slice(0, 9);
}

function suggest() {
  found = find(field.value);
  active = 0;
  const open = Boolean(field.value.trim());
  hitList.hidden = !open;
  field.setAttribute("aria-expanded", String(open));
  if (open && !found.length) return hitList.replaceChildren(make("li", { class: "nobody" }, whole ? "Nobody of that name here." : "Nobody of that name among those drawn; the rest is still being read."));
  hitList.replaceChildren(...found.map((hit, k) =>
    make("li", { role: "option", id: `hit-${k}`, onpointerdown: (event) => { event.preventDefault(); take(k); } },
      glyph(hit.actor.kind, hit.actor.unnamed), make("span", {}, hit.actor.label),
      hit.name !== hit.actor.label || !onCanvas.has(hit.actor.id)
        ? make("span", { class: "alias" }, hit.name !== hit.actor.label ? hit.name : "not drawn") : null)));
  mark();
}

function mark() {
  [...hitList.querySelectorAll("[role=option]")].forEach((option, k) => option.setAttribute("aria-selected", String(k === active)));
  if (found.length) field.setAttribute("aria-activedescendant", `hit-${active}`);
  else field.removeAttribute("aria-activedescendant");
}

function closeHits() {
  hitList.hidden = true;
  field.setAttribute("aria-expanded", "false");
}

function take(k) {
  if (!found[k]) return;
  field.value = "";
  closeHits();
  field.blur();
  go({ actor: found[k].actor.id });
}

field.addEventListener("input", suggest);
field.addEventListener("focus", () => field.value && suggest());
field.addEventListener("blur", closeHits);
field.addEventListener("keydown", (event) => {
  if (event.key === "Enter") take(active);
  else if (event.key === "Escape") { field.value = ""; closeHits(); field.blur(); event.stopPropagation(); }
  else if (found.length && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
    active = (active + (event.key === "ArrowDown" ? 1 : found.length - 1)) % found.length;
    mark();
    event.preventDefault();
  }
});
