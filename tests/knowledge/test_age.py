"""Ages said in a message, and what they mean."""

import pytest

from tests.fakes import understander


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("ich bin 17", 17),
        ("Ich bin 17. Mein Vater trinkt", 17),
        ("Bin 34 Jahre alt", 34),
        ("my son is 8 years old", 8),
        ("I'm 72", 72),
        ("mein Sohn (14) trinkt", 14),
        ("17 yaşındayım", 17),
        ("мне 45 лет", 45),
        ("мені 45 років", 45),
        ("mam 30 lat", 30),
        ("عمري 25", 25),
        ("سنم 25", 25),
        ("Tochter, 15, haut ab", 15),
        ("ich habe 3 Kinder und 200 € Schulden", None),
        ("seit 20.10. ohne Wohnung", None),
        ("es ist 17:30 Uhr", None),
        ("am 20. Mai ist Termin", None),
        ("Hausnummer 12", None),
        ("", None),
    ],
)
def test_an_age_is_read_where_one_is_said(text: str, age: int | None) -> None:
    assert understander().person(text).age == age


@pytest.mark.parametrize(
    ("age", "groups"),
    [
        (5, {"children"}),
        (12, {"children", "youth"}),
        (13, {"children", "youth"}),
        (14, {"youth"}),
        (20, {"youth"}),
        (21, set()),
        (64, set()),
        (65, {"seniors"}),
    ],
)
def test_an_age_makes_child_youth_or_senior(age: int, groups: set[str]) -> None:
    assert understander().person(f"ich bin {age} Jahre").groups == groups
