"""Search: what a need, a button and a cry for help lead to."""

from actions.search import ActionSearch
from knowledge.settings import search_settings
from tests.talk import STARTERS, turn

NOBODY: dict[str, object] = {"gender": None, "age": None, "groups": []}
NO_WISHES: dict[str, list[str]] = {"access": [], "time": [], "languages": []}
GARBSEN = {"name": "Garbsen", "latitude": 52.42, "longitude": 9.60}


def test_a_need_shows_the_first_three_offers_and_asks_for_the_place() -> None:
    said = turn(ActionSearch(), "I have debts")
    assert said.responses == ["utter_offers", "custom", "utter_ask_place"]
    assert said.shown == ["debts-4", "debts-3", "debts-2"]


def test_a_need_is_remembered_with_what_is_shown_and_what_comes_next() -> None:
    assert turn(ActionSearch(), "I have debts").slots == {
        "need": "I have debts",
        "topics": [],
        "place": None,
        "person": NOBODY,
        "wishes": NO_WISHES,
        "shown": ["debts-4", "debts-3", "debts-2"],
        "rest": ["debts-1", "cafe"],
    }


def test_the_payload_names_needs_offers_and_ways_on() -> None:
    payload = turn(ActionSearch(), "I have debts").payload
    offers = payload.pop("offers")
    assert payload == {
        "kind": "offers",
        "needs": ["debt_advice"],
        "labels": ["Schuldnerberatung"],
        "place": None,
        "groups": [],
        "suggestions": [
            {"label": "Weitere Angebote", "payload": "/more"},
            {"label": "Einsamkeit", "payload": '/choose{"topic": "loneliness"}'},
        ],
    }
    assert [one["score"] for one in offers] == [1.0, 0.938, 0.875]
    assert offers[0]["why"] == ["topic", "lexical"]


def test_several_needs_are_answered_by_a_group_each_in_the_order_seen() -> None:
    said = turn(ActionSearch(), "alone with debts")
    groups = said.payload["groups"]
    assert [group["need"] for group in groups] == ["debt_advice", "loneliness"]
    seen = [id_ for group in groups for id_ in group["offers"]]
    assert sorted(seen) == sorted(offer["id"] for offer in said.payload["offers"])
    assert said.slots["shown"] == seen


def test_the_payload_speaks_the_language_of_the_conversation() -> None:
    payload = turn(ActionSearch(), "I have debts", language="en").payload
    assert payload["labels"] == ["Debts"]
    assert [one["label"] for one in payload["suggestions"]] == ["More offers", "Loneliness"]


def test_a_need_with_a_place_is_answered_near_it_and_no_place_is_asked() -> None:
    said = turn(ActionSearch(), "debts, I am in Garbsen")
    assert said.responses == ["utter_offers_near", "custom"]
    assert said.messages[0]["place"] == "Garbsen"
    assert said.slots["place"] == GARBSEN


def test_choosing_a_topic_replaces_the_need_and_keeps_the_place() -> None:
    topic = {"topic": "loneliness"}
    said = turn(ActionSearch(), "/choose", "choose", topic, need="debts", place=GARBSEN)
    assert said.shown == ["cafe"]
    assert (said.slots["need"], said.slots["topics"]) == ("", ["loneliness"])
    assert said.slots["place"] == GARBSEN


def test_what_may_mean_two_things_is_asked_with_both_as_choices() -> None:
    said = turn(ActionSearch(), "hmm")
    assert said.responses == ["utter_choices"]
    assert said.messages[0]["buttons"] == [
        {"title": "Schuldnerberatung", "payload": '/choose{"topic": "debt_advice"}'},
        {"title": "Einsamkeit", "payload": '/choose{"topic": "loneliness"}'},
    ]
    assert said.slots["need"] == "hmm"


def test_what_means_nothing_known_is_asked_with_the_starting_points() -> None:
    said = turn(ActionSearch(), "blub")
    assert said.responses == ["utter_clarify"]
    assert said.messages[0]["buttons"] == STARTERS


def test_off_topic_is_declined_with_the_starting_points_and_changes_nothing() -> None:
    said = turn(ActionSearch(), "weather", need="debts")
    assert said.responses == ["utter_off_topic"]
    assert said.messages[0]["buttons"] == STARTERS
    assert said.events == []


def test_a_man_is_not_shown_what_is_for_women_only() -> None:
    said = turn(ActionSearch(), "i am a man and was beaten")
    assert said.responses == ["utter_nothing_found"]


def test_a_cry_for_help_without_a_clear_need_gets_the_topics_of_its_danger() -> None:
    said = turn(ActionSearch(), "help", "danger_threat")
    assert said.payload["needs"] == [*search_settings().danger["threat"]]
    assert {*said.shown} == {"victims", "women"}


def test_a_cry_for_help_with_a_clear_need_is_answered_for_that_need() -> None:
    said = turn(ActionSearch(), "i am being beaten", "danger_threat")
    assert said.payload["needs"] == ["counselling_women_violence"]
    assert said.shown == ["women"]


def test_a_cry_for_help_keeps_the_need_that_was_there_before() -> None:
    said = turn(ActionSearch(), "help", "danger_threat", need="I have debts")
    assert {*said.slots} == {"shown", "rest"}
    assert {*said.slots["shown"]} == {"victims", "women"}
