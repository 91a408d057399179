"""What can go wrong, said in one line: what was seen, what was expected, what to do."""


class KgError(Exception):
    """Base of every error newskg raises on purpose; the command line prints it without a traceback."""


class SourceError(KgError):
    """A source cannot be read as an article: missing, empty, binary, not UTF-8, too long, no article in it."""


class ModelError(KgError):
    """The language model is missing or is not the one that was asked for."""


class VocabularyError(KgError):
    """A term that the ontology or the lexicon does not have; the message suggests the nearest one."""


class QueryError(KgError):
    """A query that cannot be parsed, or a named question that does not exist or lacks a parameter."""


class ClaimError(KgError):
    """A line of claims that does not follow the claims contract."""
