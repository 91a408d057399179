"""Plain text is kept to the character; what is no readable English text is refused with a reason."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import SourceError
from kg.sources_to_articles.text import article_from_text, article_id, check_english, check_length, decode

ENGLISH = "The minister said on Monday that the port will be closed and that it has to be made safe by the end of May."


@given(st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"), min_size=1))
def test_every_character_is_kept(text: str) -> None:
    if text.encode().strip():
        assert article_from_text("a.txt", decode("a.txt", text.encode())).text == text


@pytest.mark.parametrize(
    "text", ["\ufeffA ship sank.\n", "A ship\r\nsank.\r\n\r\n", "  A ship sank.\t\n", "A\u2028b\x0cc\x85"]
)
def test_marks_and_line_ends_are_kept(text: str) -> None:
    assert article_from_text("a.txt", decode("a.txt", text.encode())).text == text


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "a.txt: empty"),
        (b"\r\n\t ", "a.txt: empty"),
        (b"\x89PNG\r\n\x00", "a.txt: binary, not text"),
        ("A ship sank.".encode("utf-16"), "a.txt: binary, not text"),
        (b"A ship sank. \xe9t\xe9", "a.txt: not UTF-8 (byte 13); convert it"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(SourceError) as error:
        decode("a.txt", data)
    assert str(error.value).startswith(message)


def test_the_same_text_has_the_same_id_however_it_is_composed() -> None:
    composed = "The café closed."
    assert article_id(unicodedata.normalize("NFD", composed)) == article_id(composed)
    assert article_id("The cafe closed.") != article_id(composed)


def test_length_is_counted_in_characters() -> None:
    check_length("a.txt", "é" * 10, 10)
    with pytest.raises(SourceError, match=r"a\.txt: 11 characters, more than 10"):
        check_length("a.txt", "é" * 11, 10)


@pytest.mark.parametrize(
    "text",
    [
        ENGLISH,
        "Paris: Le Pen, Macron et Mélenchon.",  # too short to tell
        "“¿Qué pasa?” she asked. " + ENGLISH,
    ],
)
def test_english_passes(text: str) -> None:
    check_english(article_from_text("a.txt", text))


@pytest.mark.parametrize(
    "text",
    [
        "Der Minister sagte am Montag, dass der Hafen wegen des Sturms geschlossen werde. " * 4,
        "Le ministre a déclaré lundi que le port serait fermé pendant une semaine après la tempête. " * 4,
        "El ministro dijo el lunes que el puerto permanecerá cerrado durante una semana. " * 4,
        "De minister zei maandag dat de haven na de storm een week dicht blijft. " * 4,
        "Министр сообщил в понедельник, что порт будет закрыт на неделю после шторма. " * 4,
    ],
)
def test_other_languages_are_refused(text: str) -> None:
    with pytest.raises(SourceError, match="not English"):
        check_english(article_from_text("a.txt", text))


def test_a_text_without_words_is_refused() -> None:
    with pytest.raises(SourceError, match="no words in it"):
        check_english(article_from_text("a.txt", "1 2 3 — 🕒 !\n"))
