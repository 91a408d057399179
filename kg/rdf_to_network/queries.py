"""The SPARQL the network is read with: one flat query a kind of thing, joined in Python.

Flat on purpose: one query with nested OPTIONALs multiplies rows (aliases x links x claims).
Every query runs over the union of all graphs, because evidence stands in one graph an article.
"""

from kg.ontology import PREFIXES

PROLOGUE = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in PREFIXES.items())

SITUATIONS = """
SELECT DISTINCT ?situation ?status ?class ?type ?category ?label ?date ?earliest ?latest ?title ?topic ?attested WHERE {
  ?situation nkg:status ?status ; a ?class .
  OPTIONAL { ?situation nkg:eventType ?type }       OPTIONAL { ?situation nkg:eventCategory ?category }
  OPTIONAL { ?situation rdfs:label ?label }         OPTIONAL { ?situation nkg:date ?date }
  OPTIONAL { ?situation nkg:earliestDate ?earliest } OPTIONAL { ?situation nkg:latestDate ?latest }
  OPTIONAL { ?situation nkg:roleTitle ?title }      OPTIONAL { ?situation nkg:topicText ?topic }
  OPTIONAL { ?situation nkg:attestedTo ?attested }
} ORDER BY ?situation ?class ?type ?label ?title ?topic
"""

# Whatever plays a part: an entity (it has a label, and is neither a situation nor a concept) ...
ROLES = """
SELECT DISTINCT ?situation ?role ?entity WHERE {
  ?situation nkg:status ?status ; ?role ?entity .
  ?entity rdfs:label ?label .
  FILTER NOT EXISTS { ?entity nkg:status ?any }
  FILTER NOT EXISTS { ?entity a skos:Concept }
  FILTER(STRSTARTS(STR(?role), STR(nkg:)))
} ORDER BY ?situation ?role ?entity
"""

# ... or, for what is said, the situations that are spoken of.
ABOUT = """
SELECT DISTINCT ?situation ?other WHERE {
  { ?situation nkg:topic ?other } UNION { ?claim nkg:via ?situation ; nkg:describes ?other }
  ?situation nkg:status ?status . ?other nkg:status ?any .
} ORDER BY ?situation ?other
"""

ENTITIES = """
SELECT DISTINCT ?entity ?property ?value WHERE {
  ?situation nkg:status ?status ; ?role ?entity .
  ?entity rdfs:label ?label .
  FILTER NOT EXISTS { ?entity nkg:status ?any }
  VALUES ?property { rdf:type rdfs:label skos:altLabel schema:sameAs }
  ?entity ?property ?value .
} ORDER BY ?entity ?property ?value
"""

FACTS = """
SELECT DISTINCT ?situation ?subject ?predicate ?object WHERE {
  ?fact nkg:fromSituation ?situation ; rdf:subject ?subject ; rdf:predicate ?predicate ; rdf:object ?object .
} ORDER BY ?situation ?subject ?predicate ?object
"""

# nkg:trigger names a phrase of its own; offsets of sentence and trigger count from the article's first character.
# A graph made to be shared may hold the offsets without the words.
CLAIMS = """
SELECT DISTINCT ?claim ?situation ?source ?parent ?depth ?polarity ?modality ?certainty ?mode ?act ?quote ?confidence
       ?article ?sentence ?begin ?text ?from ?to WHERE {
  ?claim nkg:describes ?situation ; nkg:inSentence ?sentence ; nkg:inArticle ?article .
  ?sentence nif:beginIndex ?begin .
  OPTIONAL { ?sentence nif:anchorOf ?text }
  OPTIONAL { ?claim nkg:source/rdfs:label ?source }  OPTIONAL { ?claim nkg:embeddedIn ?parent }
  OPTIONAL { ?claim nkg:depth ?depth }               OPTIONAL { ?claim nkg:polarity ?polarity }
  OPTIONAL { ?claim nkg:modality ?modality }         OPTIONAL { ?claim nkg:certainty ?certainty }
  OPTIONAL { ?claim nkg:speechMode ?mode }           OPTIONAL { ?claim nkg:confidence ?confidence }
  OPTIONAL { ?claim nkg:speechAct ?act }             OPTIONAL { ?claim nkg:quoteText ?quote }
  OPTIONAL { ?claim nkg:trigger ?trigger . ?trigger nif:beginIndex ?from ; nif:endIndex ?to }
} ORDER BY ?claim ?sentence ?source ?act ?quote ?from
"""

# A publisher that nobody named is a node with a made-up label; ?unnamed is bound where it is one.
ARTICLES = """
SELECT DISTINCT ?article ?title ?publisher ?unnamed ?published ?url ?path WHERE {
  ?article a schema:NewsArticle .
  OPTIONAL { ?article schema:headline ?title }       OPTIONAL { ?article schema:publisher/rdfs:label ?publisher }
  OPTIONAL { ?article schema:publisher ?unnamed . ?unnamed a nkg:UnnamedSource }
  OPTIONAL { ?article schema:datePublished ?published } OPTIONAL { ?article schema:url ?url }
  OPTIONAL { ?article dcterms:source ?path }
} ORDER BY ?article ?title ?publisher ?published ?url
"""

# All sentences of the graph, for what stands before and after one.
SENTENCES = """
SELECT DISTINCT ?sentence ?article ?begin ?end ?text WHERE {
  ?sentence a nif:Sentence ; nif:referenceContext ?article ; nif:beginIndex ?begin ; nif:endIndex ?end .
  OPTIONAL { ?sentence nif:anchorOf ?text }
} ORDER BY ?article ?sentence ?text
"""

# How an entity is mentioned, for telling "Port Alder" from "a port"; graphs without mentions say nothing of it.
MENTIONED = """
SELECT DISTINCT ?entity ?kind WHERE {
  ?mention nkg:refersTo ?entity .
  OPTIONAL { ?mention nkg:mentionType ?kind }
} ORDER BY ?entity ?kind
"""

CONTRADICTIONS = """
SELECT DISTINCT ?it ?type ?reason ?a ?b WHERE {
  ?it a nkg:Contradiction ; nkg:involves ?a , ?b . FILTER(STR(?a) < STR(?b))
  OPTIONAL { ?it nkg:contradictionType ?type }  OPTIONAL { ?it nkg:reason ?reason }
} ORDER BY ?a ?b ?it ?type ?reason
"""

MENTIONS = """
SELECT DISTINCT ?sentence ?begin ?end ?entity WHERE {
  ?mention nif:sentence ?sentence ; nif:beginIndex ?begin ; nif:endIndex ?end ; nkg:refersTo ?entity .
} ORDER BY ?sentence ?begin ?end ?entity
"""

LABELS = """
SELECT DISTINCT ?term ?label WHERE { ?term skos:prefLabel|rdfs:label ?label . } ORDER BY ?term ?label
"""
