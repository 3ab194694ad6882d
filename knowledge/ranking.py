"""What makes an offer come first beside its topics: meaning, nearness, low threshold."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from knowledge.hours import LOCAL, open_between, opening
from knowledge.models import Confidence, Offer
from knowledge.places import CAPITAL, Point, distance_km
from knowledge.query import Query
from knowledge.settings import RankingSettings

WHOLE_REGION = frozenset({"Region Hannover", "Niedersachsen", "Deutschland"})
SURENESS = {Confidence.HIGH: 1.0, Confidence.MEDIUM: 0.6, Confidence.LOW: 0.2}
OLD_DAYS, OLDER_FACTOR = 365, 0.6
LOW_THRESHOLD = ("free", "anonymous", "walk_in", "by_phone", "online_or_chat", "round_the_clock")
ENOUGH = 3  # of these make an offer fully low-threshold
TIMES = frozenset({"tonight", "weekend", "today"})
EVENING, MORNING, SATURDAY = timedelta(hours=18), timedelta(days=1, hours=6), 5
NO_PLACE_NEEDED = 0.6  # nearness of an offer by phone for all of the region


@dataclass(frozen=True)
class Candidate:
    """An offer with what the retrieval found: cosine similarities to its text and its names."""

    offer: Offer
    point: Point | None
    dense: float
    lexical: float


def quality(candidate: Candidate, query: Query, weights: RankingSettings) -> dict[str, float]:
    """What speaks for an offer besides its topics, by reason; each already weighted."""
    offer = candidate.offer
    met = [wish for wish in wishes_of(query) if meets(offer, wish, query)]
    languages = query.wishes.languages & {*offer.languages}
    return {
        "dense": weights.dense * max(candidate.dense, 0.0),
        "lexical": weights.lexical * candidate.lexical,
        "near": weights.near * _nearness(candidate, query, weights),
        "low_threshold": weights.low_threshold * _low_threshold(offer),
        "open_now": weights.open_now * _open(offer, query),
        "fresh": weights.fresh * _freshness(offer, query),
        "reachable": weights.reachable * _reachable(offer),
        "language": weights.language * bool(languages),
        "wish": weights.wish * len(met),
        "suits": weights.suits * bool(query.person.groups & {*offer.audience.groups}),
    }


def locality(offer: Offer, query: Query, weights: RankingSettings) -> float:
    """A factor: above 1 for an offer of the person's own town, below 1 for another town's."""
    areas = {*offer.area_served}
    if not areas or areas & WHOLE_REGION:
        return 1.0
    if query.place is None:
        return 1.0 if CAPITAL in areas else weights.unknown_town
    if areas & {query.place.town, query.place.name}:
        return weights.here
    return weights.capital if CAPITAL in areas else weights.elsewhere


def wishes_of(query: Query) -> Sequence[str]:
    """All wishes by name, sorted."""
    return sorted(query.wishes.access | query.wishes.time)


def meets(offer: Offer, wish: str, query: Query) -> bool:
    """Whether the offer surely meets a wish."""
    if wish == "wheelchair":
        return offer.accessibility.wheelchair in {"yes", "limited"}
    if wish == "open_now":
        return opening(_hours(offer), query.now).open_now is True
    if wish == "by_phone":
        return bool(offer.phones)
    if wish in TIMES:
        return offer.access.round_the_clock is True or open_between(
            _hours(offer), *_span(wish, query.now.astimezone(LOCAL))
        )
    return getattr(offer.access, wish) is True


def _span(time: str, now: datetime) -> tuple[datetime, datetime]:
    """From when to when somebody means who says "tonight", "weekend" or "today"."""
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    if time == "tonight":
        return max(now, midnight + EVENING), midnight + MORNING
    if time == "weekend":
        saturday = midnight + timedelta(days=max(SATURDAY - now.weekday(), 0))
        monday = midnight + timedelta(days=7 - now.weekday())
        return max(now, saturday), monday
    return now, midnight + timedelta(days=1)


def _hours(offer: Offer) -> str | None:
    by_phone = next((phone.hours for phone in offer.phones if phone.hours), None)
    return offer.opening_hours or by_phone


def _nearness(candidate: Candidate, query: Query, weights: RankingSettings) -> float:
    if query.point is None:
        return 0.0
    if candidate.point is None:
        return NO_PLACE_NEEDED
    return math.exp(-distance_km(query.point, candidate.point) / weights.near_km)


def _low_threshold(offer: Offer) -> float:
    given = sum(getattr(offer.access, way) is True for way in LOW_THRESHOLD)
    return min(given / ENOUGH, 1.0)


def _open(offer: Offer, query: Query) -> float:
    return float(opening(_hours(offer), query.now).open_now is True)


def _freshness(offer: Offer, query: Query) -> float:
    days = offer.days_since_check(query.now.date())
    fresh = days is not None and days <= OLD_DAYS
    return SURENESS[offer.confidence] * (1.0 if fresh else OLDER_FACTOR)


def _reachable(offer: Offer) -> float:
    if offer.phones:
        return 1.0
    own_page = offer.website and not offer.website_of_organization
    return 0.5 if offer.email or own_page else 0.2
