"""How far apart, and where an address is."""

from pathlib import Path

import pytest

from knowledge.errors import DataFaultsError
from knowledge.models import Address
from knowledge.places import Point, distance_km, load_places
from tests.small import places

HANNOVER, GARBSEN, LINDEN, CODE_30823 = (52.37, 9.73), (52.42, 9.60), (52.36, 9.71), (52.41, 9.61)


def test_one_degree_north_is_a_360th_of_the_meridian() -> None:
    # 2 · pi · 6371 km / 360 = 111.195 km
    assert distance_km(Point(52.0, 9.0), Point(53.0, 9.0)) == pytest.approx(111.195, abs=0.001)


def test_one_degree_east_is_shorter_by_the_cosine_of_the_latitude() -> None:
    # At 60 degrees the cosine is one half; the great circle cuts the corner by some metres.
    assert distance_km(Point(60.0, 9.0), Point(60.0, 10.0)) == pytest.approx(55.597, abs=0.005)


def test_a_distance_is_the_same_both_ways_and_zero_at_home() -> None:
    one, other = Point(*HANNOVER), Point(*GARBSEN)
    assert distance_km(one, other) == distance_km(other, one)
    assert distance_km(one, one) == 0.0


@pytest.mark.parametrize(
    ("address", "point"),
    [
        ({"district": "Linden", "postal_code": "30823", "city": "Garbsen"}, LINDEN),
        ({"postal_code": "30823", "city": "Garbsen"}, CODE_30823),
        ({"postal_code": "99999", "city": "Garbsen"}, GARBSEN),
        ({"district": "Garbsen", "city": "Hannover"}, HANNOVER),
        ({"city": "Garbsen", "latitude": 52.4, "longitude": 9.5}, (52.4, 9.5)),
        ({"city": "garbsen", "latitude": 52.4}, GARBSEN),
    ],
)
def test_an_address_is_located_by_what_is_most_exact(
    address: dict[str, object], point: tuple[float, float]
) -> None:
    located = places().locate(Address.model_validate({"street": "A 1"} | address))
    assert located == Point(*point)


def test_an_address_outside_the_gazetteer_is_nowhere() -> None:
    assert places().locate(Address(street="A 1", city="Berlin")) is None


def test_a_person_is_at_the_postal_code_they_wrote_else_in_the_middle_of_the_place() -> None:
    gazetteer = places()
    garbsen = gazetteer.towns["Garbsen"]
    assert gazetteer.point("30823 Garbsen", garbsen) == Point(*CODE_30823)
    assert gazetteer.point("in Garbsen", garbsen) == Point(*GARBSEN)
    assert gazetteer.point("30820 Garbsen", garbsen) == Point(*GARBSEN)


@pytest.mark.parametrize(
    ("name", "town"), [("garbsen", "Garbsen"), ("30823", "Garbsen"), ("30820", "Garbsen")]
)
def test_a_place_is_named_exactly_by_name_or_postal_code(name: str, town: str) -> None:
    place = places().named(name)
    assert place is not None
    assert place.name == town


def test_a_name_of_no_place_names_none() -> None:
    assert (places().named("Berlin"), places().named("99999"), places().named("")) == (None,) * 3


def test_a_wrong_kind_of_place_is_refused_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "places.yml"
    path.write_text(
        "places:\n- {name: A, kind: village, latitude: 52.3, longitude: 9.7}\n"
        "postal_codes: []\npost_office_boxes: {}\nresidence: []\neveryday_words: []\n"
    )
    with pytest.raises(DataFaultsError) as caught:
        load_places(path)
    assert [(fault.line, fault.field) for fault in caught.value.faults] == [(2, "places.0.kind")]
