"""Places named in a message, in the words and scripts that people use."""

import pytest

from knowledge.places import Places, load_places
from knowledge.settings import DATA


@pytest.fixture(scope="module")
def gazetteer() -> Places:
    """The real gazetteer."""
    return load_places(DATA / "places.yml")


def found(gazetteer: Places, text: str) -> str | None:
    """The name of the place that a message names."""
    place = gazetteer.find(text)
    return place.name if place else None


def test_all_21_towns_of_the_region_are_known_by_their_name(gazetteer: Places) -> None:
    assert len(gazetteer.towns) == 21
    for town in gazetteer.towns:
        assert found(gazetteer, f"Ich wohne in {town}.") == town


@pytest.mark.parametrize(
    ("text", "name", "town"),
    [
        ("Hilfe in Linden-Nord", "Linden-Nord", "Hannover"),
        ("wo in linden nord?", "Linden-Nord", "Hannover"),
        ("ich wohn in der Südstadt", "Südstadt", "Hannover"),
        ("suedstadt", "Südstadt", "Hannover"),
        ("Berenbostel", "Berenbostel", "Garbsen"),
        ("aus Großburgwedel", "Großburgwedel", "Burgwedel"),
        ("Neustadt", "Neustadt am Rübenberge", "Neustadt am Rübenberge"),
    ],
)
def test_parts_are_known_with_their_town(
    gazetteer: Places, text: str, name: str, town: str
) -> None:
    place = gazetteer.find(text)
    assert place is not None
    assert (place.name, place.town) == (name, town)


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("30823", "Garbsen"),
        ("ich wohne in 31535, hilfe", "Neustadt am Rübenberge"),
        ("30820", "Garbsen"),
    ],
)
def test_a_postal_code_names_its_town(gazetteer: Places, text: str, town: str) -> None:
    assert found(gazetteer, text) == town


@pytest.mark.parametrize("text", ["10115", "Tel. 0511 3082399", "30999", "130823"])
def test_other_numbers_are_no_postal_code_of_the_region(gazetteer: Places, text: str) -> None:
    assert found(gazetteer, text) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ich wohne in der List", "List"),
        ("machst du mir eine List", None),
        ("i need a list of places", None),
        ("ich springe gleich aus dem Fenster", None),
        ("Ich Springe", None),
        ("in springe", None),
        ("ich komme aus Springe", "Springe"),
        ("I got a Letter from the court", None),
        ("in Letter", "Letter"),
        ("in der Mitte", "Mitte"),
    ],
)
def test_an_everyday_word_is_a_place_only_after_a_preposition(
    gazetteer: Places, text: str, name: str | None
) -> None:
    assert found(gazetteer, text) == name


@pytest.mark.parametrize(
    "text",
    ["Welche Stelle hilft?", "in der Beratungsstelle", "zur Stelle", "habe meine Stelle verloren"],
)
def test_stelle_is_no_place(gazetteer: Places, text: str) -> None:
    assert found(gazetteer, text) is None


@pytest.mark.parametrize("text", ["", "Hilfe!", "mein Mann schlägt mich", "🙏", "у меня долги"])
def test_a_message_without_a_place_names_none(gazetteer: Places, text: str) -> None:
    assert found(gazetteer, text) is None


def test_the_smallest_place_wins_else_the_last_one_said(gazetteer: Places) -> None:
    assert found(gazetteer, "in Ricklingen in Hannover") == "Ricklingen"
    assert found(gazetteer, "früher Langenhagen, jetzt Wunstorf") == "Wunstorf"


def test_a_town_hyphened_with_its_part_is_found(gazetteer: Places) -> None:
    place = gazetteer.find("Ich wohne in Hannover-Linden")
    assert place is not None
    assert place.town == "Hannover"
