// The selection as Turtle: situations, who plays which part in them, and the claims behind them, as the graph has them.
// No plain triple between actors is written: what a situation is worth, its nkg:status says.
const NAMESPACES = {
  nkg: "https://w3id.org/newskg/ontology#", nif: "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
  schema: "https://schema.org/", rdfs: "http://www.w3.org/2000/01/rdf-schema#", xsd: "http://www.w3.org/2001/XMLSchema#",
  skos: "http://www.w3.org/2004/02/skos/core#",
};
const ESCAPES = { "\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t" };

const inBrackets = (iri) => `<${iri.replace(/%(?![0-9a-f]{2})/gi, "%25").replace(/[\u0000-\u0020<>"{}|^`\\]/g, (letter) => "%" + letter.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0"))}>`;
const quoted = (text) => `"${text.replace(/["\\\n\r\t]/g, (letter) => ESCAPES[letter])}"`;
const english = (text) => (text ? `${quoted(text)}@en` : null);
const onDay = (iso) => (iso ? `${quoted(iso)}^^xsd:date` : null);
const term = (table, name) => (data.terms[table] && data.terms[table][name] ? inBrackets(data.terms[table][name]) : null);

// One subject with those of its properties that have values.
function block(subject, pairs) {
  const known = pairs.filter(([, value]) => value !== null && value !== undefined);
  return known.length ? `${subject} ${known.map(([name, value]) => `${name} ${value}`).join(" ;\n    ")} .\n` : "";
}

function actorBlock(id) {
  const actor = actors.get(id);
  return block(inBrackets(full("actor", id)), [
    ["a", term("kind", actor.kind)], ["rdfs:label", english(actor.label)], ...actor.aliases.map((name) => ["skos:altLabel", english(name)])]);
}

function situationBlock(number, parts) {
  const one = data.situations[number];
  return block(inBrackets(full("situation", one.situation)), [
    ["a", term("class", one.kind)], ["rdfs:label", english(one.what)],
    ["nkg:eventType", term("type", one.type)], ["nkg:eventCategory", term("category", one.category)], ["nkg:status", term("status", one.status)],
    ["nkg:date", onDay(one.date)], ["nkg:earliestDate", onDay(one.earliest)], ["nkg:latestDate", onDay(one.latest)], ["nkg:attestedTo", onDay(one.attested)],
    // Where the graph does not count sources, the number of articles is the page's own.
    ...(one.sources ? [["nkg:articles", String(one.articles)], ["nkg:independentSources", String(one.sources)]] : []),
    ...[...parts].map((part) => part.split(" "))]);
}

function claimBlock(number, situation) {
  const one = data.evidence[number];
  const sentence = data.sentences[one.sentence];
  const nkg = (name) => (name ? `nkg:${name}` : null);
  return block(inBrackets(full("claim", one.claim)), [
    ["a", "nkg:Claim"], ["nkg:describes", inBrackets(full("situation", data.situations[situation].situation))],
    ["nkg:inSentence", inBrackets(full("sentence", sentence.iri))], ["nkg:inArticle", inBrackets(full("article", data.articles[sentence.article].iri))],
    ["nkg:polarity", nkg("polarity" in one ? one.polarity : "positive")], ["nkg:modality", nkg("modality" in one ? one.modality : "actual")],
    ["nkg:certainty", nkg("certainty" in one ? one.certainty : "certain")],
    ["nkg:depth", String(one.depth || 0)]]);
}

function turtle(items) {
  const parts = new Map(); // situation -> "role entity"
  const who = new Set();
  const play = (item, role, id) => {
    if (!actors.has(id)) return;
    who.add(id);
    if (term("role", role)) parts.get(item.situation).add(`${term("role", role)} ${inBrackets(full("actor", id))}`);
  };
  for (const item of items) {
    if (!parts.has(item.situation)) parts.set(item.situation, new Set());
    const ends = item.tie ? [item.source, item.target] : [item.actor];
    ends.forEach((id, k) => play(item, item.roles[k], id));
  }
  const numbers = [...parts.keys()].sort((a, b) => a - b);
  const claims = numbers.flatMap((number) => data.situations[number].evidence.map((one) => [one, number]));
  const sentences = [...new Set(claims.map(([one]) => data.evidence[one].sentence))];
  const articles = [...new Set(sentences.map((number) => data.sentences[number].article))];
  return [
    ...Object.entries(NAMESPACES).map(([prefix, iri]) => `@prefix ${prefix}: <${iri}> .\n`), "\n",
    ...[...who].sort().map(actorBlock),
    ...numbers.map((number) => situationBlock(number, parts.get(number))),
    ...claims.map(([one, number]) => claimBlock(one, number)),
    ...sentences.map((number) => data.sentences[number]).map((one) => block(inBrackets(full("sentence", one.iri)), [["a", "nif:Sentence"], ["nif:anchorOf", english(data.texts[one.text])]])),
    ...articles.map((number) => data.articles[number]).map((one) => block(inBrackets(full("article", one.iri)), [["a", "schema:NewsArticle"], ["schema:headline", english(one.title)]])),
  ].join("");
}
