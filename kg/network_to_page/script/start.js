// Everything is there: the mouse and the buttons are tied to it, and the page drawn.
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
network.on("beforeDrawing", drawGrounds);
network.on("afterDrawing", drawLabels);

const moveButton = document.getElementById("move");
// The drawing stands still unless somebody wants to see it move; where it comes to rest it stays.
function setMoving(on) {
  moveButton.setAttribute("aria-pressed", String(on));
  network.setOptions({ physics: { enabled: on, solver: "barnesHut", stabilization: false, barnesHut: { gravitationalConstant: -4000, springLength: 110, avoidOverlap: 0.3 } } });
}

moveButton.addEventListener("click", () => setMoving(moveButton.getAttribute("aria-pressed") !== "true"));
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
addEventListener("hashchange", () => follow());
addEventListener("popstate", () => follow());

function repaint() {
  readTheme();
  buildFilters();
  changed();
}

if (innerWidth < 760) document.getElementById("filters").open = false;
nameGroups();
buildFilters();
showEmpty(now.actors.size);
summarise();
useClock();
showTime();
showGroups();
network.setSize("100%", "100%"); // what was written above may have changed how much room there is
fit(false);
if (location.hash.length > 1) follow();

// For scripts and tests; not needed by the page itself.
window.newskg = {
  network, data, chosen, now,
  selectActor: (id) => go({ actor: actorNamed(id) }),
  selectTie: (id) => go({ tie: id }),
  clear: () => go(null),
  selected: () => (!selected ? null : selected.actor ? selected.actor.id : selected.tie ? selected.tie.id : Object.keys(selected)[0]),
  text: (form) => (form === "csv" ? csv : turtle)(selection()),
  actors, ties, find, setView, fit,
  labels: () => ({ actors: labelBoxes, lines: lineBoxes }),
  isWhole: () => whole,
};

network.once("afterDrawing", () => {
  performance.mark("drawn");
  setTimeout(async () => {
    await readLater();
    if (location.hash.length > 1) follow(true);
    if (view === "list") showList();
    if (document.activeElement === field) suggest();
  });
});
