// What is selected stands in the address (#n=actor, #e=tie): links work, and so does the browser's Back.
const address = (target) => (!target ? "#" : target.actor ? `#n=${encodeURIComponent(target.actor)}` : `#e=${target.tie}`);

function go(target) {
  const next = address(target);
  if (location.hash === next || (next === "#" && !location.hash)) return follow();
  if (next === "#") history.pushState(null, "", location.pathname + location.search), follow();
  else location.hash = next;
}

function parse(hash) {
  const [, kind, rest] = /^#([ne])=(.+)$/.exec(hash) || [];
  if (kind === "n") {
    const actor = actors.get(tryDecode(rest));
    return actor ? { actor } : null;
  }
  const tie = kind === "e" ? ties.get(rest) : null;
  return tie ? { tie } : null;
}

// A hand-written address may hold a broken escape; that is no address of ours.
function tryDecode(text) {
  return /%(?![0-9a-f]{2})/i.test(text) ? text : new URLSearchParams(`x=${text.replaceAll("+", "%2B")}`).get("x");
}

function follow() {
  selected = parse(location.hash);
  showPanel();
  redraw();
  if (!selected) return;
  if (view === "drawing") lookAt();
  panel.querySelector("h2").focus({ preventScroll: true });
}

network.on("click", (event) => {
  const actor = event.nodes[0] || labelAt(event.pointer.DOM);
  if (actor) go({ actor });
  else go(event.edges[0] ? { tie: event.edges[0] } : null);
});
network.on("doubleClick", () => fit(true));
network.on("hoverNode", (event) => { hovered = event.node; box.style.cursor = "pointer"; network.redraw(); });
network.on("blurNode", () => { hovered = null; box.style.cursor = ""; network.redraw(); });
network.on("hoverEdge", () => { box.style.cursor = "pointer"; });
network.on("blurEdge", () => { box.style.cursor = ""; });
network.on("dragEnd", (event) => {
  const moved = network.getPositions(event.nodes);
  for (const [id, spot] of Object.entries(moved)) Object.assign(actors.get(id), spot);
});
network.on("afterDrawing", drawLabels);

document.getElementById("closer").addEventListener("click", () => zoomBy(1.4));
document.getElementById("farther").addEventListener("click", () => zoomBy(1 / 1.4));
document.getElementById("whole").addEventListener("click", () => fit(true));
document.getElementById("reset").addEventListener("click", resetFilters);
document.getElementById("as-list").addEventListener("click", () => setView("list"));
document.getElementById("as-drawing").addEventListener("click", () => setView("drawing"));
document.getElementById("skip").addEventListener("click", (event) => { event.preventDefault(); setView("list"); list.focus(); });
document.getElementById("theme").addEventListener("click", () => {
  const root = document.documentElement;
  const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
  repaint();
});
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", repaint);
addEventListener("hashchange", follow);
addEventListener("popstate", follow);
addEventListener("keydown", (event) => {
  const typing = event.target.closest && event.target.closest("input:not([type=checkbox]), textarea");
  if (event.key === "/" && !typing) { field.focus(); event.preventDefault(); }
  if (event.key === "Escape" && !typing) go(null);
});

function repaint() {
  readTheme();
  buildFilters();
  changed();
}

if (innerWidth < 760) document.getElementById("filters").open = false;
buildFilters();
redraw();
summarise();
fit(false);
follow();

// For scripts and tests; not needed by the page itself.
window.newskg = {
  network, data,
  selectActor: (id) => go({ actor: id }),
  selectTie: (id) => go({ tie: id }),
  clear: () => go(null),
  selected: () => (selected ? (selected.actor ? selected.actor.id : selected.tie.id) : null),
  find, setView, fit,
};
