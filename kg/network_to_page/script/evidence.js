// A sentence as it stands in the article, the words that tell of the event marked, the actors underlined.
function pieces(one, ends) {
  const letters = Array.from(textOf(one)); // offsets count code points, not UTF-16 units
  const marks = (data.sentences[one.sentence].mentions || []).filter(([, , id]) => ends.includes(id)).map(([from, to]) => ({ from, to, tag: "u" }));
  if (one.highlight) marks.push({ from: one.highlight[0], to: one.highlight[1], tag: "mark" });
  marks.sort((a, b) => a.from - b.from || b.to - a.to);
  const parts = [];
  let at = 0;
  for (const mark of marks) {
    if (mark.from < at) continue;
    parts.push(letters.slice(at, mark.from).join(""));
    parts.push(make(mark.tag, {}, letters.slice(mark.from, mark.to).join("")));
    at = mark.to;
  }
  parts.push(letters.slice(at).join(""));
  return parts;
}

// The sentence between its neighbours.
function inContext(one, ends) {
  if (!textOf(one)) return make("p", { class: "none" }, "The graph leaves the article's sentences out.");
  const [before, after] = [textOf(one, "before"), textOf(one, "after")];
  return make("blockquote", {},
    before ? [make("span", { class: "beside" }, before), " "] : null,
    make("span", { class: "itself" }, pieces(one, ends)),
    after ? [" ", make("span", { class: "beside" }, after)] : null);
}

// Nearest speaker first; the article's own voice closes the chain.
function voice(one) {
  if (!one.depth) return make("p", { class: "voice" }, "In the article's own voice");
  const names = one.chain || [];
  const steps = names.flatMap((name, k) => [k ? make("span", { class: "via" }, k === names.length - 1 ? " in " : " according to ") : "", make("b", {}, name)]);
  return make("p", { class: "voice" }, one.mode === "direct" ? "Quoted from " : "Said by ", steps);
}

function shades(one) {
  const words = [];
  if (one.polarity === "negative") words.push("says it did not happen");
  if (one.modality) words.push(`told as ${one.modality}`);
  if (one.certainty && one.certainty !== "unspecified") words.push(one.certainty);
  return words.map((word) => make("span", { class: "shade" }, word));
}

function meter(confidence) {
  if (confidence === undefined) return null;
  const bar = make("span", { class: "bar", "aria-hidden": "true" }, make("i", { style: `width:${Math.round(confidence * 100)}%` }));
  const text = `read with confidence ${confidence.toFixed(2)}`;
  return make("span", { class: "meter", title: "How sure the extractor is that the text says this; not how true it is." }, bar, text);
}

function source(article) {
  const title = article.title || "Untitled article";
  const parts = [article.url ? link(article.url, title) : make("span", {}, title)];
  if (article.publisher) parts.push(" · ", article.publisher);
  if (article.published) parts.push(" · ", make("time", { datetime: article.published }, day(article.published)));
  return make("p", { class: "source" }, parts);
}

function quotation(one, ends) {
  return make("figure", { class: "evidence" },
    inContext(one, ends),
    one.quote && ![textOf(one), `${textOf(one)} ${textOf(one, "after")}`].some((text) => text.includes(one.quote)) ? make("blockquote", { class: "words" }, "“", one.quote, "”") : null,
    make("figcaption", {}, voice(one), source(articleOf(one)), make("p", { class: "shades" }, shades(one), meter(one.confidence))));
}

// How many tell of it, and how many of these do not have it from each other, where the graph counts that.
const counted = ({ articles, sources }) => [count(articles, "article"), ...(sources ? [count(sources, "independent source")] : [])].join(", ");

function backing(situation) {
  if (!situation.articles) return null;
  return make("span", { class: "backing", title: "Articles of one publisher, copies of one text and what only relays one speaker are one source." }, counted(situation));
}

// The first sentence at once, the others behind a button.
function quotations(situation, ends, open) {
  const all = evidenceOf(situation);
  if (!all.length) return make("p", { class: "none" }, "No sentence is recorded for this.");
  const first = open ? all.length : 1;
  const rest = all.slice(first);
  return make("div", { class: "quotations" },
    all.slice(0, first).map((one) => quotation(one, ends)),
    rest.length ? make("details", {}, make("summary", {}, count(rest.length, "more sentence")), rest.map((one) => quotation(one, ends))) : null);
}
