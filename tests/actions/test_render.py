"""Render: the card says what the record says, and nothing more."""

from typing import Any

from actions._render import card
from knowledge.models import Offer
from knowledge.places import Point
from knowledge.query import Query
from tests.small import NOW, offer
from tests.talk import knowledge, taxonomy


def shown(one: Offer, language: str = "de", **query: Any) -> dict[str, Any]:
    """The card of an offer at the fixed moment."""
    return card(knowledge().search, one, Query(now=NOW, **query), language, taxonomy())


def full() -> Offer:
    """A record in which every field is filled."""
    return offer(
        organization="Debt Help",
        summary={"de": "Hilft bei Schulden.", "en": "Helps with debts."},
        access={"free": True, "anonymous": False, "walk_in": True, "round_the_clock": False},
        phones=[{"number": "+4951112345", "label": "Office", "hours": "Tu 09:00-12:00"}],
        email="help@example.org",
        website="https://example.org/debts",
        address={"street": "Weg 1", "postal_code": "30823", "city": "Garbsen"},
        opening_hours="Mo-Fr 09:00-12:00,14:00-16:00",
        languages=["de", "tr"],
        accessibility={"wheelchair": "yes"},
        verified_on="2026-01",
    )


def test_the_card_of_a_full_record_says_all_of_it() -> None:
    assert shown(full(), point=Point(52.41, 9.61)) == {
        "id": "debts-hannover",
        "name": "Debt advice",
        "organization": "Debt Help",
        "topics": ["debt_advice"],
        "summary": "Hilft bei Schulden.",
        "phones": [
            {
                "number": "+4951112345",
                "display": "0511 12345",
                "label": "Office",
                "open_now": True,
            }
        ],
        "address": {"street": "Weg 1", "postal_code": "30823", "city": "Garbsen"},
        "address_secret": False,
        "website": "https://example.org/debts",
        "website_of_organization": False,
        "email": "help@example.org",
        "open_now": True,
        "opens_at": None,
        "hours_today": "09:00–12:00, 14:00–16:00",
        "distance_km": 0.0,
        "free": True,
        "anonymous": False,
        "walk_in": True,
        "round_the_clock": False,
        "languages": [{"code": "de", "label": "Deutsch"}, {"code": "tr", "label": "Türkisch"}],
        "accessibility": {"wheelchair": "yes", "notes": None},
        "source": {"host": "example.org", "url": "https://example.org/"},
        "verified_on": "2026-01",
        "call_first": False,
    }


def test_what_no_source_states_is_none_and_not_no() -> None:
    told = shown(offer())
    unknown = ("address", "email", "open_now", "opens_at", "hours_today", "distance_km", "free")
    assert [told[name] for name in unknown] == [None] * len(unknown)


def test_a_summary_that_is_missing_in_a_language_is_german() -> None:
    assert shown(full(), "en")["summary"] == "Helps with debts."
    assert shown(full(), "tr")["summary"] == "Hilft bei Schulden."


def test_a_closed_place_says_when_it_opens() -> None:
    told = shown(offer(opening_hours="We 14:00-16:00"))
    assert (told["open_now"], told["opens_at"], told["hours_today"]) == (False, "We 14:00", None)


def test_the_card_of_a_secret_house_holds_no_address_and_no_link() -> None:
    told = shown(offer(address_secret=True), point=Point(52.37, 9.73))
    assert (told["address"], told["address_secret"], told["distance_km"]) == (None, True, None)
    assert told["source"] == {"host": "example.org", "url": None}


def test_the_source_is_the_newest_page_without_www() -> None:
    pages = [
        {"url": "https://www.new.org/a", "page_date": "2025-05"},
        {"url": "https://old.org/"},
        {"url": "https://older.org/", "page_date": "2020"},
    ]
    source = shown(offer(sources=pages))["source"]
    assert source == {"host": "new.org", "url": "https://www.new.org/a"}


def test_the_distance_is_that_to_the_address_in_tenths_of_a_kilometre() -> None:
    one = offer(address={"street": "Weg 1", "city": "Hannover"})
    # One hundredth of a degree of latitude is 1.112 km.
    assert shown(one, point=Point(52.38, 9.73))["distance_km"] == 1.1
