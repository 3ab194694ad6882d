"""Other spellings, typos and forms of a place's name."""

import pytest

from knowledge.places import Places, fold, load_places
from knowledge.settings import DATA


@pytest.fixture(scope="module")
def gazetteer() -> Places:
    """The real gazetteer."""
    return load_places(DATA / "places.yml")


def found(gazetteer: Places, text: str) -> str | None:
    """The name of the place that a message names."""
    place = gazetteer.find(text)
    return place.name if place else None


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("hanover", "Hannover"),
        ("Ganover", "Hannover"),
        ("isernhagn", "Isernhagen"),
        ("Barsinghausn", "Barsinghausen"),
        ("Langenhgen", "Langenhagen"),
        ("Ütze", "Uetze"),
        ("Wunstorff", "Wunstorf"),
    ],
)
def test_other_spellings_and_typos_are_understood(gazetteer: Places, text: str, town: str) -> None:
    assert found(gazetteer, text) == town


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("Garbsen'de oturuyorum", "Garbsen"),
        ("Hannover'den yazıyorum", "Hannover"),
        ("живу в Ганновере", "Hannover"),
        ("я в Гарбсене", "Garbsen"),
        ("живу у Ганновері", "Hannover"),
        ("أنا في هانوفر", "Hannover"),
        ("ساكن بهانوفر", "Hannover"),
        ("أعيش في غاربسن", "Garbsen"),
        ("mieszkam w Hanowerze", "Hannover"),
        ("در هانوفر زندگی می‌کنم", "Hannover"),
    ],
)
def test_forms_of_other_languages_are_understood(gazetteer: Places, text: str, town: str) -> None:
    assert found(gazetteer, text) == town


def test_folding_makes_swapped_letters_equal() -> None:
    assert fold("  Südstadt-BULT ") == "suedstadt bult"
    assert fold("St. Änne") == "st aenne"


@pytest.mark.parametrize(
    ("text", "need"),
    [
        ("Schulden, wo in Laatzen?", "Schulden, wo ?"),
        ("Ich wohne in Garbsen und habe Schulden", "und habe Schulden"),
        ("Garbsen'de oturuyorum, borcum var", "'de, borcum var"),
        ("Ich habe Schulden, 30823 Garbsen", "Ich habe Schulden,"),
        ("Ich habe Schulden", "Ich habe Schulden"),
        ("in Garbsen", ""),
    ],
)
def test_where_somebody_lives_is_taken_out_of_their_need(
    gazetteer: Places, text: str, need: str
) -> None:
    assert gazetteer.without(text) == need


def test_mentions_say_where_in_the_text_they_stand(gazetteer: Places) -> None:
    text = "von Lehrte nach Linden-Nord"
    assert [(one.place.name, text[one.start : one.end]) for one in gazetteer.mentions(text)] == [
        ("Lehrte", "Lehrte"),
        ("Linden-Nord", "Linden-Nord"),
    ]
