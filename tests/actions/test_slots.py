"""Slots: what is kept of a search is the same search again."""

from typing import Any

from rasa_sdk import Tracker

from actions._slots import (
    entity,
    intent_of,
    language_of,
    remember,
    remember_offers,
    remembered,
)
from knowledge.places import Point
from knowledge.query import Person, Query, Wishes
from tests.small import NOW, places


def tracker(message: dict[str, Any] | None = None, **slots: Any) -> Tracker:
    """A conversation with these slots and this latest message."""
    return Tracker("someone", slots, message or {}, [], False, None, {}, "action_listen")


def again(query: Query) -> Query:
    """What is remembered of a search, with the same time."""
    slots = {event["name"]: event["value"] for event in remember(query)}
    query = remembered(tracker(**slots), places())
    return Query(
        query.text, query.topics, query.place, query.point, query.person, query.wishes, NOW
    )


def test_a_search_that_is_remembered_is_the_same_search() -> None:
    query = Query(
        text="debts",
        topics=("debt_advice", "loneliness"),
        place=places().named("Linden"),
        point=Point(52.36, 9.71),
        person=Person("f", 34, frozenset({"parents", "migrants"})),
        wishes=Wishes(frozenset({"free"}), frozenset({"open_now"}), frozenset({"tr"})),
        now=NOW,
    )
    assert again(query) == query


def test_a_postal_code_is_remembered_as_its_own_point() -> None:
    garbsen = places().named("Garbsen")
    query = Query(text="debts", place=garbsen, point=Point(52.41, 9.61), now=NOW)
    assert again(query).point == Point(52.41, 9.61)


def test_a_new_conversation_remembers_an_empty_search() -> None:
    query = remembered(tracker(), places())
    assert (query.text, query.topics, query.place, query.point) == ("", (), None, None)
    assert (query.person, query.wishes) == (Person(), Wishes())


def test_the_offers_shown_and_those_to_come_are_kept_apart() -> None:
    slots = {event["name"]: event["value"] for event in remember_offers(["a", "b"], ["c"])}
    assert slots == {"shown": ["a", "b"], "rest": ["c"]}


def test_german_is_spoken_until_another_language_is_known() -> None:
    assert language_of(tracker()) == "de"
    assert language_of(tracker(language="fa")) == "fa"


def test_a_message_without_intent_or_entity_has_none() -> None:
    assert intent_of(tracker()) == ""
    assert entity(tracker({"entities": []}), "ordinal") is None


def test_an_entity_is_read_by_its_name() -> None:
    found = [{"entity": "language", "value": "de"}, {"entity": "ordinal", "value": 2}]
    message = {"intent": {"name": "details"}, "entities": found}
    assert entity(tracker(message), "ordinal") == "2"
    assert intent_of(tracker(message)) == "details"
