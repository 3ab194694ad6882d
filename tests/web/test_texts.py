"""The page's texts: eight languages, and no text that nobody translated."""

import pytest

from web.texts import LANGUAGES, catalogue, direction, known, own_names, translator


def test_a_language_that_we_do_not_speak_becomes_german() -> None:
    assert [known(code) for code in ("fa", "fr", "", None, "EN")] == ["fa", "de", "de", "de", "de"]


def test_a_text_is_told_in_the_language() -> None:
    assert translator("de")("Open now") == "Jetzt geöffnet"
    assert translator("en")("Open now") == "Open now"


def test_a_text_that_nobody_translated_is_an_error_and_not_english() -> None:
    with pytest.raises(KeyError):
        translator("tr")("Nobody translated this")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_catalogue_has_the_same_texts(language: str) -> None:
    assert catalogue(language).keys() == catalogue("en").keys()
    assert [msgid for msgid, text in catalogue(language).items() if not text] == []


def test_arabic_and_persian_are_written_from_right_to_left() -> None:
    assert [code for code in LANGUAGES if direction(code) == "rtl"] == ["ar", "fa"]


def test_languages_are_called_as_they_call_themselves() -> None:
    assert own_names() == [
        ("de", "Deutsch"),
        ("en", "English"),
        ("tr", "Türkçe"),
        ("ar", "العربية"),
        ("uk", "Українська"),
        ("ru", "Русский"),
        ("pl", "Polski"),
        ("fa", "فارسی"),
    ]
