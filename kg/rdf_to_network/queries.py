"""The SPARQL the network is read with: one flat query a kind of thing, joined in Python.

Flat on purpose: one query with nested OPTIONALs multiplies rows (aliases x links x claims). Whoever asks sorts the
answers: ORDER BY over the union of all graphs takes longer than the rest of a query.
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
}
"""

# Whatever plays a part: things with a label that are neither situations nor concepts. Both are told apart in Python:
# as FILTER NOT EXISTS it took most of the time.
ROLES = """
SELECT DISTINCT ?situation ?role ?entity WHERE {
  ?situation nkg:status ?status ; ?role ?entity .
  ?entity rdfs:label ?label .
  FILTER(STRSTARTS(STR(?role), STR(nkg:)))
}
"""

CONCEPTS = """
SELECT DISTINCT ?concept WHERE { ?concept a skos:Concept }
"""

# ... or, for what is said, the situations that are spoken of.
ABOUT = """
SELECT DISTINCT ?situation ?other WHERE {
  { ?situation nkg:topic ?other } UNION { ?claim nkg:via ?situation ; nkg:describes ?other }
  ?situation nkg:status ?status . ?other nkg:status ?any .
}
"""

# Names, classes and links of all that has a label; who plays a part is picked out of it in Python.
ENTITIES = """
SELECT DISTINCT ?entity ?property ?value WHERE {
  VALUES ?property { rdf:type rdfs:label skos:altLabel schema:sameAs }
  ?entity rdfs:label ?label ; ?property ?value .
}
"""

# Plain triples between entities, and how many articles say so.
FACTS = """
SELECT DISTINCT ?situation ?subject ?predicate ?object ?articles ?sources WHERE {
  ?fact nkg:fromSituation ?situation ; rdf:subject ?subject ; rdf:predicate ?predicate ; rdf:object ?object .
  OPTIONAL { ?fact nkg:articles ?articles }  OPTIONAL { ?fact nkg:independentSources ?sources }
}
"""

# How many articles tell of a situation, whatever they say of it, and how many of these are independent.
SUPPORT = """
SELECT DISTINCT ?situation ?articles ?sources WHERE {
  ?situation nkg:status ?status ; nkg:articles ?articles ; nkg:independentSources ?sources .
}
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
}
"""

# A publisher that nobody named is a node with a made-up label; ?unnamed is bound where it is one.
ARTICLES = """
SELECT DISTINCT ?article ?title ?publisher ?unnamed ?published ?url ?path WHERE {
  ?article a schema:NewsArticle .
  OPTIONAL { ?article schema:headline ?title }       OPTIONAL { ?article schema:publisher/rdfs:label ?publisher }
  OPTIONAL { ?article schema:publisher ?unnamed . ?unnamed a nkg:UnnamedSource }
  OPTIONAL { ?article schema:datePublished ?published } OPTIONAL { ?article schema:url ?url }
  OPTIONAL { ?article dcterms:source ?path }
}
"""

# All sentences of the graph, for what stands before and after one.
SENTENCES = """
SELECT DISTINCT ?sentence ?article ?begin ?end ?text WHERE {
  ?sentence a nif:Sentence ; nif:referenceContext ?article ; nif:beginIndex ?begin ; nif:endIndex ?end .
  OPTIONAL { ?sentence nif:anchorOf ?text }
}
"""

# How an entity is mentioned, for telling "Port Alder" from "a port"; graphs without mentions say nothing of it.
MENTIONED = """
SELECT DISTINCT ?entity ?kind WHERE {
  ?mention nkg:refersTo ?entity .
  OPTIONAL { ?mention nkg:mentionType ?kind }
}
"""

CONTRADICTIONS = """
SELECT DISTINCT ?it ?type ?reason ?a ?b WHERE {
  ?it a nkg:Contradiction ; nkg:involves ?a , ?b . FILTER(STR(?a) < STR(?b))
  OPTIONAL { ?it nkg:contradictionType ?type }  OPTIONAL { ?it nkg:reason ?reason }
}
"""

MENTIONS = """
SELECT DISTINCT ?sentence ?begin ?end ?entity WHERE {
  ?mention nif:sentence ?sentence ; nif:beginIndex ?begin ; nif:endIndex ?end ; nkg:refersTo ?entity .
}
"""

LABELS = """
SELECT DISTINCT ?term ?label WHERE { ?term skos:prefLabel|rdfs:label ?label . }
"""
