"""Wishes that an offer surely meets, and offers of other towns."""

from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from knowledge.hours import LOCAL
from knowledge.places import Place
from knowledge.query import Query, Wishes
from knowledge.ranking import Candidate, locality, meets, quality, wishes_of
from tests.small import NOW, offer, places, settings

QUERY = Query(text="debts", now=NOW)
WEIGHTS = settings(here=1.25, capital=0.875, elsewhere=0.5, unknown_town=0.75).ranking
DAY = "Mo-Fr 09:00-12:00"


def test_each_wish_that_is_met_counts() -> None:
    wishes = Wishes(access=frozenset({"free", "anonymous", "walk_in"}))
    query = replace(QUERY, wishes=wishes)
    asked = Candidate(offer(access={"free": True, "anonymous": True}), None, 0.0, 0.0)
    assert quality(asked, query, settings(wish=0.25).ranking)["wish"] == 0.5


def test_wishes_are_those_of_access_and_time() -> None:
    wishes = Wishes(frozenset({"free"}), frozenset({"today"}), frozenset({"tr"}))
    assert wishes_of(replace(QUERY, wishes=wishes)) == ["free", "today"]


@pytest.mark.parametrize(
    ("wish", "fields", "met"),
    [
        ("free", {"access": {"free": True}}, True),
        ("free", {"access": {"free": False}}, False),
        ("free", {}, False),
        ("home_visits", {"access": {"home_visits": True}}, True),
        ("wheelchair", {"accessibility": {"wheelchair": "yes"}}, True),
        ("wheelchair", {"accessibility": {"wheelchair": "limited"}}, True),
        ("wheelchair", {"accessibility": {"wheelchair": "no"}}, False),
        ("wheelchair", {}, False),
        ("by_phone", {}, True),
        ("by_phone", {"phones": [], "email": "a@example.org"}, False),
        ("open_now", {"opening_hours": DAY}, True),
        ("open_now", {"opening_hours": "Mo-Fr 13:00-15:00"}, False),
        ("open_now", {}, False),
        ("tonight", {"opening_hours": "24/7"}, True),
        ("tonight", {"access": {"round_the_clock": True}}, True),
        ("tonight", {"opening_hours": DAY}, False),
        ("tonight", {"opening_hours": "Mo-Su 18:00-24:00"}, True),
        ("tonight", {"opening_hours": "Mo-Su 10:00-12:00"}, False),
        ("tonight", {"opening_hours": "Mo-Su 20:00-08:00"}, True),
        ("weekend", {"opening_hours": "Sa 10:00-12:00"}, True),
        ("weekend", {"opening_hours": "Mo-Su 10:00-12:00"}, True),
        ("weekend", {"opening_hours": DAY}, False),
        ("weekend", {"opening_hours": "Mo-Fr 09:00-12:00; Sa,Su off"}, False),
        ("today", {"opening_hours": DAY}, True),
        ("today", {"opening_hours": "We 09:00-12:00"}, False),
    ],
)
def test_a_wish_is_met_only_where_a_record_says_so(
    wish: str, fields: dict[str, Any], met: bool
) -> None:
    assert meets(offer(**fields), wish, QUERY) is met


def test_an_office_that_has_closed_meets_no_wish_for_today() -> None:
    evening = replace(QUERY, now=datetime(2026, 3, 10, 20, 0, tzinfo=LOCAL))
    assert meets(offer(opening_hours=DAY), "today", evening) is False


@pytest.mark.parametrize(
    ("area", "place", "factor"),
    [
        ([], "Garbsen", 1.0),
        (["Region Hannover"], "Garbsen", 1.0),
        (["Niedersachsen"], None, 1.0),
        (["Garbsen"], "Garbsen", 1.25),
        (["Laatzen"], "Garbsen", 0.5),
        (["Hannover"], "Garbsen", 0.875),
        (["Hannover"], "Linden", 1.25),
        (["Linden"], "Linden", 1.25),
        (["Garbsen"], "Linden", 0.5),
        (["Hannover"], None, 1.0),
        (["Garbsen"], None, 0.75),
    ],
)
def test_an_offer_of_ones_own_town_weighs_more_and_of_another_less(
    area: list[str], place: str | None, factor: float
) -> None:
    here: Place | None = places().named(place) if place else None
    assert locality(offer(area_served=area), replace(QUERY, place=here), WEIGHTS) == factor
