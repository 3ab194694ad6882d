"""What makes an offer come first: each share by itself, its weight 1."""

import math
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from knowledge.hours import LOCAL
from knowledge.places import Point
from knowledge.query import Person, Query, Wishes
from knowledge.ranking import Candidate, quality
from tests.small import NOW, offer, settings

QUERY = Query(text="debts", now=NOW)
HERE = Point(52.37, 9.73)


def share(reason: str, query: Query = QUERY, point: Point | None = None, **fields: Any) -> float:
    """One reason's share of an offer's score, its weight being 1."""
    dense, lexical = fields.pop("dense", 0.0), fields.pop("lexical", 0.0)
    candidate = Candidate(offer(**fields), point, dense, lexical)
    return quality(candidate, query, settings(**{reason: 1.0}).ranking)[reason]


def test_meaning_and_letters_count_as_they_were_found() -> None:
    assert share("dense", dense=0.5) == 0.5
    assert share("dense", dense=-0.5) == 0.0
    assert share("lexical", lexical=0.25) == 0.25


def test_each_share_is_weighted() -> None:
    found = Candidate(offer(), None, 0.5, 0.25)
    told = quality(found, QUERY, settings(dense=0.2, lexical=2.0, reachable=0.1).ranking)
    assert {why: part for why, part in told.items() if part} == {
        "dense": 0.1,
        "lexical": 0.5,
        "reachable": 0.1,
    }


def test_nearness_falls_to_a_third_within_ten_kilometres() -> None:
    query = replace(QUERY, point=HERE)
    ten_north = Point(52.37 + 10 / 111.195, 9.73)
    assert share("near", query, HERE) == 1.0
    assert share("near", query, ten_north) == pytest.approx(math.exp(-1), abs=1e-4)


def test_an_offer_without_a_house_is_fairly_near_to_everybody() -> None:
    assert share("near", replace(QUERY, point=HERE), None) == 0.6


def test_nothing_is_near_to_somebody_whose_place_is_unknown() -> None:
    assert share("near", QUERY, HERE) == 0.0


@pytest.mark.parametrize(
    ("access", "part"),
    [
        ({}, 0.0),
        ({"free": False, "home_visits": True}, 0.0),
        ({"free": True}, 1 / 3),
        ({"free": True, "anonymous": True}, 2 / 3),
        ({"free": True, "walk_in": True, "by_phone": True}, 1.0),
        ({"free": True, "walk_in": True, "by_phone": True, "round_the_clock": True}, 1.0),
    ],
)
def test_three_ways_in_make_an_offer_low_threshold(access: dict[str, bool], part: float) -> None:
    assert share("low_threshold", access=access) == part


@pytest.mark.parametrize(("hour", "part"), [(10, 1.0), (20, 0.0)])
def test_an_open_door_counts(hour: int, part: float) -> None:
    query = replace(QUERY, now=datetime(2026, 3, 10, hour, tzinfo=LOCAL))
    assert share("open_now", query, opening_hours="Mo-Fr 09:00-12:00") == part
    by_phone = [{"number": "110", "hours": "Mo-Fr 09:00-12:00"}]
    assert share("open_now", query, phones=by_phone) == part


@pytest.mark.parametrize(
    ("confidence", "verified_on", "part"),
    [
        ("high", "2026-03-01", 1.0),
        ("medium", "2026-03-01", 0.6),
        ("low", "2026-03-01", 0.2),
        ("high", "2025-03-10", 1.0),
        ("high", "2025-03-09", 0.6),
        ("high", None, 0.6),
        ("low", "2019", 0.2 * 0.6),
    ],
)
def test_facts_checked_lately_and_surely_count(
    confidence: str, verified_on: str | None, part: float
) -> None:
    assert share("fresh", confidence=confidence, verified_on=verified_on) == part


@pytest.mark.parametrize(
    ("ways", "part"),
    [
        ({}, 1.0),
        ({"phones": [], "email": "a@example.org"}, 0.5),
        ({"phones": [], "website": "https://example.org"}, 0.5),
        ({"phones": [], "website": "https://example.org", "website_of_organization": True}, 0.2),
    ],
)
def test_a_phone_reaches_better_than_a_page(ways: dict[str, Any], part: float) -> None:
    assert share("reachable", **ways) == part


def test_a_wished_language_counts_once() -> None:
    query = replace(QUERY, wishes=Wishes(languages=frozenset({"tr", "ar"})))
    assert share("language", query, languages=["de", "tr", "ar"]) == 1.0
    assert share("language", query, languages=["de"]) == 0.0


def test_an_offer_made_for_such_a_person_suits() -> None:
    query = replace(QUERY, person=Person(groups=frozenset({"parents"})))
    assert share("suits", query, audience={"groups": ["parents", "children"]}) == 1.0
    assert share("suits", query, audience={"groups": ["seniors"]}) == 0.0
