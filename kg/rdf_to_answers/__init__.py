"""Questions to a graph and their answers: named questions with parameters, query files, free SPARQL."""

from kg.rdf_to_answers.answers import Answer, answer
from kg.rdf_to_answers.questions import Parameter, Question, list_questions, questions
from kg.rdf_to_answers.rendering import FORMATS, render

__all__ = ["FORMATS", "Answer", "Parameter", "Question", "answer", "list_questions", "questions", "render"]
