// Elements are built node by node: news text only ever becomes text, never markup.
function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

function svg(tag, attributes, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes || {})) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

const OUTLINES = {
  dot: "M10 3.2a6.8 6.8 0 1 1 0 13.6a6.8 6.8 0 1 1 0-13.6z",
  square: "M4 4h12v12H4z",
  diamond: "M10 2l8 8-8 8-8-8z",
  triangle: "M10 3l7.5 13.5h-15z",
  triangleDown: "M10 17L2.5 3.5h15z",
  star: "M10 1.6l2.5 5.4 5.9.7-4.4 4 1.2 5.9-5.2-2.9-5.2 2.9 1.2-5.9-4.4-4 5.9-.7z",
  hexagon: "M5.5 2.6h9L19 10l-4.5 7.4h-9L1 10z",
};

// Colours come from the vocabulary; against this theme's paper they must still be seen.
function blend(colour, other, share) {
  const [a, b] = [colour, other].map((hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)));
  return "#" + a.map((value, k) => Math.round(value * (1 - share) + b[k] * share).toString(16).padStart(2, "0")).join("");
}

function lightness(colour) {
  const [r, g, b] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function seen(colour) {
  if (paint.dark && lightness(colour) < 0.38) return blend(colour, "#ffffff", 0.45);
  if (!paint.dark && lightness(colour) > 0.78) return blend(colour, "#000000", 0.22);
  return colour;
}

// A button with words on it.
const press = (text, action, attributes = {}) => make("button", { type: "button", onclick: action, ...attributes }, text);

const statusColour = (status) => (status === FACT ? paint.edge : seen(looks.status[status].colour));

function glyph(kind, unnamed = false) {
  const look = looks.entity[kind];
  const edge = unnamed ? { fill: "none", stroke: seen(look.colour), "stroke-width": 2.5 } : { fill: look.colour, stroke: blend(look.colour, "#000000", 0.3), "stroke-width": 1 };
  const path = svg("path", { d: OUTLINES[look.shape] || OUTLINES.dot, ...edge });
  return svg("svg", { class: "glyph", viewBox: "0 0 20 20", "aria-hidden": "true" }, path);
}

function stroke(colour, dashes) {
  const line = svg("line", { x1: 1, y1: 5, x2: 25, y2: 5, stroke: colour, "stroke-width": 2.5, "stroke-linecap": "butt" });
  if (dashes && dashes.length) line.setAttribute("stroke-dasharray", dashes.map((length) => length * 0.7).join(" "));
  return svg("svg", { class: "stroke", viewBox: "0 0 26 10", "aria-hidden": "true" }, line);
}

const chip = (status) =>
  make("span", { class: "chip" }, stroke(statusColour(status), looks.status[status].dashes), looks.status[status].label);

// Only web addresses become links; whatever else a source calls itself stays text.
function link(address, text) {
  if (!/^https?:\/\//i.test(address)) return make("span", {}, text);
  return make("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, text);
}

const actorButton = (id, options = {}) =>
  make("button", { type: "button", class: "actor", "data-actor": id, onclick: () => go({ actor: id }) },
    glyph(actors.get(id).kind, actors.get(id).unnamed), make("span", {}, options.text || actors.get(id).label));
