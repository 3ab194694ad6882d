"""From an offer to what is shown: a card of facts, each as the record states it."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from babel import Locale

from knowledge.bundle import Group
from knowledge.hours import LOCAL, opening
from knowledge.models import Offer, Phone
from knowledge.phones import display
from knowledge.places import distance_km
from knowledge.query import Query
from knowledge.search import Search
from knowledge.settings import search_settings
from knowledge.taxonomy import Taxonomy

# As OpenStreetMap writes them; the page translates them.
WEEKDAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
Card = dict[str, Any]
Button = dict[str, str]


def offers_message(
    cards: Sequence[Card],
    needs: dict[str, str],
    query: Query,
    suggestions: Sequence[Button],
    groups: Sequence[Group] = (),
) -> dict[str, Any]:
    """The payload of a list of offers, best first; `needs` are topic codes and their labels."""
    return {
        "kind": "offers",
        "needs": list(needs),
        "labels": list(needs.values()),
        "place": query.place.name if query.place else None,
        "offers": list(cards),
        "groups": [
            {
                "need": group.topic,
                "label": needs[group.topic],
                "offers": [offer.id for offer in group.offers],
            }
            for group in groups
        ],
        "suggestions": [{"label": one["title"], "payload": one["payload"]} for one in suggestions],
    }


def card(search: Search, offer: Offer, query: Query, language: str, taxonomy: Taxonomy) -> Card:
    """All that the screen says of an offer; None for what no source states."""
    hours = opening(offer.opening_hours, query.now)
    access = offer.access
    return {
        "id": offer.id,
        "name": offer.name,
        "organization": offer.organization,
        "topics": list(offer.topics),
        "summary": offer.summary.get(language, offer.summary["de"]),
        "phones": [_phone(phone, query.now) for phone in offer.phones],
        "address": offer.address.model_dump(exclude_none=True) if offer.address else None,
        "address_secret": offer.address_secret,
        "website": offer.website,
        "website_of_organization": offer.website_of_organization,
        "email": offer.email,
        "open_now": hours.open_now,
        "opens_at": _moment(hours.opens_at),
        "hours_today": ", ".join(_span(start, end) for start, end in hours.today) or None,
        "distance_km": _distance(search, offer, query),
        "free": access.free,
        "anonymous": access.anonymous,
        "walk_in": access.walk_in,
        "round_the_clock": access.round_the_clock,
        "languages": [
            {"code": code, "label": language_name(code, language)} for code in offer.languages
        ],
        "accessibility": offer.accessibility.model_dump(),
        "source": _source(offer),
        "verified_on": offer.verified_on,
        "call_first": call_first(offer, query.now, taxonomy),
    }


def topic_buttons(codes: Iterable[str], language: str, taxonomy: Taxonomy) -> list[Button]:
    """A button for each topic."""
    return [button(taxonomy.topic(code).label(language), code) for code in codes]


def button(label: str, code: str) -> Button:
    """A button that chooses a topic, in the form that Rasa reads."""
    return {"title": label, "payload": f'/choose{{"topic": "{code}"}}'}


def call_first(offer: Offer, now: datetime, taxonomy: Taxonomy) -> bool:
    """Whether the facts are so old or unsure that one had better call first."""
    honesty = search_settings().honesty
    areas = {taxonomy.topic(code).area for code in offer.topics}
    urgent = areas & {*honesty.urgent_areas} or {*offer.topics} & {*honesty.urgent_topics}
    limit = honesty.urgent_days if urgent else honesty.days
    days = offer.days_since_check(now.date())
    return days is None or days > limit or offer.confidence == "low"


def language_name(code: str, language: str) -> str:
    """A language's name in another language, else its code."""
    names = {"de-ls": "Leichte Sprache", "dgs": "Deutsche Gebärdensprache"}
    return names.get(code) or Locale(language).languages.get(code, code)


def _phone(phone: Phone, now: datetime) -> dict[str, Any]:
    return {
        "number": phone.number,
        "display": display(phone.number),
        "label": phone.label,
        "open_now": opening(phone.hours, now).open_now,
    }


def _distance(search: Search, offer: Offer, query: Query) -> float | None:
    point = search.places.locate(offer.address) if offer.address else None
    if point is None or query.point is None:
        return None
    return round(distance_km(query.point, point), 1)


def _moment(moment: datetime | None) -> str | None:
    return f"{WEEKDAYS[moment.weekday()]} {moment:%H:%M}" if moment else None


def _span(start: datetime, end: datetime) -> str:
    return f"{start.astimezone(LOCAL):%H:%M}–{end.astimezone(LOCAL):%H:%M}"


def _source(offer: Offer) -> dict[str, str | None]:
    """The newest page; a secret house's page is named, but not linked."""
    newest = max(offer.sources, key=lambda source: source.page_date or "")
    host = (urlsplit(newest.url).hostname or "").removeprefix("www.")
    return {"host": host, "url": None if offer.address_secret else newest.url}
