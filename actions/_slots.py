"""Between Rasa's slots and a Query: what a conversation remembers of its search."""

from collections.abc import Mapping, Sequence
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, SlotSet

from knowledge.places import Places, Point
from knowledge.query import Person, Query, Wishes

DEFAULT_LANGUAGE = "de"


def language_of(tracker: Tracker) -> str:
    """The language to answer in."""
    return str(tracker.get_slot("language") or DEFAULT_LANGUAGE)


def intent_of(tracker: Tracker) -> str:
    """The intent of the latest message."""
    return str(tracker.latest_message.get("intent", {}).get("name") or "")


def entity(tracker: Tracker, name: str) -> str | None:
    """The last value of an entity in the latest message."""
    return next((str(value) for value in tracker.get_latest_entity_values(name)), None)


def remembered(tracker: Tracker, places: Places) -> Query:
    """The search that the conversation had so far."""
    place: Mapping[str, Any] = tracker.get_slot("place") or {}
    person: Mapping[str, Any] = tracker.get_slot("person") or {}
    wishes: Mapping[str, Any] = tracker.get_slot("wishes") or {}
    return Query(
        text=tracker.get_slot("need") or "",
        topics=tuple(tracker.get_slot("topics") or ()),
        place=places.named(place["name"]) if place else None,
        point=Point(place["latitude"], place["longitude"]) if place else None,
        person=Person(person.get("gender"), person.get("age"), frozenset(person.get("groups", ()))),
        wishes=Wishes(**{name: frozenset(values) for name, values in wishes.items()}),
    )


def remember(query: Query) -> list[EventType]:
    """The events that keep a search for the next message."""
    place = (
        query.place
        and query.point
        and {
            "name": query.place.name,
            "latitude": query.point.latitude,
            "longitude": query.point.longitude,
        }
    )
    person, wishes = query.person, query.wishes
    values: dict[str, Any] = {
        "need": query.text,
        "topics": list(query.topics),
        "place": place,
        "person": {"gender": person.gender, "age": person.age, "groups": sorted(person.groups)},
        "wishes": {
            "access": sorted(wishes.access),
            "time": sorted(wishes.time),
            "languages": sorted(wishes.languages),
        },
    }
    return [SlotSet(name, value) for name, value in values.items()]


def remember_offers(shown: Sequence[str], rest: Sequence[str]) -> list[EventType]:
    """The events that keep which offers are on the screen and which come next."""
    return [SlotSet("shown", list(shown)), SlotSet("rest", list(rest))]
