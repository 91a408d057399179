// What is shown, taken along: the view as a picture, the selection as a table or as RDF.

// The items behind what is selected; behind the whole view where nothing is.
function selection() {
  if (!selected || selected.contradictions) return [...now.items.values()].flat();
  if (selected.tie) return itemsShown(selected.tie);
  if (selected.path) return selected.lines.flatMap(itemsShown);
  const { actor } = selected;
  return [...tiesOf.get(actor.id).flatMap(itemsShown), ...actor.alone.filter(shown).map((one) => ({ ...one, actor: actor.id }))];
}

const COLUMNS = [
  "date", "earliest", "latest", "source", "relation", "target", "what", "status", "type", "articles", "independent_sources",
  "sentence", "said_by", "confidence", "article", "publisher", "published", "url",
];

// A cell that starts like a formula would be one in a spreadsheet (OWASP, "CSV Injection"): an apostrophe keeps it text.
function cell(value) {
  const text = value === null || value === undefined ? "" : String(value);
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function row(item, one) {
  const situation = situationOf(item);
  const article = one ? articleOf(one) : {};
  const name = (id) => (id ? actors.get(id).label : "");
  return [
    situation.date, situation.earliest, situation.latest, name(item.source || item.actor), item.label, name(item.target), situation.what,
    looks.status[situation.status].label, situation.type, situation.articles || 0, situation.sources || 0,
    one && textOf(one), one && one.depth ? (one.chain || []).join(" < ") : "", one && one.confidence, article.title, article.publisher, article.published, article.url,
  ];
}

// RFC 4180: one line a sentence behind each item.
function csv(items) {
  const rows = items.flatMap((item) => {
    const all = evidenceOf(situationOf(item));
    return all.length ? all.map((one) => row(item, one)) : [row(item, null)];
  });
  return [COLUMNS, ...rows].map((cells) => cells.map(cell).join(",")).join("\r\n") + "\r\n";
}

// The drawing on its paper, with the heading, and how much of the graph it shows.
function picture() {
  const source_ = box.querySelector("canvas");
  const ratio = source_.width / source_.clientWidth;
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [source_.width, source_.height];
  const ctx = canvas.getContext("2d");
  ctx.fillStyle = paint.paper;
  ctx.fillRect(0, 0, canvas.width, canvas.height);
  ctx.drawImage(source_, 0, 0);
  ctx.scale(ratio, ratio);
  ctx.fillStyle = paint.soft;
  ctx.font = `500 12px ${paint.sans}`;
  ctx.fillText(`${data.title} · ${document.getElementById("summary").textContent}`, 14, source_.clientHeight - 14);
  return new Promise((done) => { canvas.toBlob(done, "image/png"); });
}

const fileName = (ending) => `${fold(data.title).replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 60) || "network"}.${ending}`;

function download(blob, name) {
  const url = URL.createObjectURL(blob);
  const anchor = make("a", { href: url, download: name });
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
}

async function save(form) {
  if (form === "png") return download(await picture(), fileName("png"));
  const text = form === "csv" ? csv(selection()) : turtle(selection());
  const type = form === "csv" ? "text/csv" : "text/turtle";
  return download(new Blob([text], { type: `${type};charset=utf-8` }), fileName(form));
}

const saving = document.getElementById("saving");
for (const button of saving.querySelectorAll("[data-save]")) {
  button.addEventListener("click", () => { saving.open = false; save(button.dataset.save); });
}
