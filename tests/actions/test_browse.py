"""Browse: further offers, one of them, only the number, something else."""

from typing import Any

from actions.browse import ActionContact, ActionDetails, ActionMore, ActionNotHelpful
from tests.talk import STARTERS, turn

SHOWN = ["debts-4", "debts-3", "debts-2"]


def phone(number: int) -> dict[str, Any]:
    """The contact of one of the offers for debts."""
    dialled = f"+4951110000{number}"
    return {"label": "Debt advice", "number": dialled, "display": f"0511 10000{number}"}


def test_more_shows_what_comes_next_and_keeps_the_rest() -> None:
    rest = ["debts-1", "cafe", "victims", "women"]
    said = turn(ActionMore(), "more", "more", need="debts", shown=SHOWN, rest=rest)
    assert said.responses == ["utter_more", "custom"]
    assert said.shown == ["debts-1", "cafe", "victims"]
    assert said.slots == {"shown": ["debts-1", "cafe", "victims"], "rest": ["women"]}
    assert said.payload["suggestions"] == [{"label": "Weitere Angebote", "payload": "/more"}]


def test_the_last_offers_come_without_a_button_for_more() -> None:
    said = turn(ActionMore(), "more", "more", need="debts", shown=SHOWN, rest=["debts-1"])
    assert said.payload["suggestions"] == []
    assert said.slots == {"shown": ["debts-1"], "rest": []}


def test_more_after_the_last_offer_says_that_there_are_no_more() -> None:
    said = turn(ActionMore(), "more", "more", shown=SHOWN, rest=[])
    assert (said.responses, said.events) == (["utter_no_more"], [])


def test_more_before_any_search_says_that_nothing_is_shown() -> None:
    assert turn(ActionMore(), "more", "more").responses == ["utter_nothing_shown"]


def test_details_of_the_second_show_the_second() -> None:
    said = turn(ActionDetails(), "the second", "details", {"ordinal": "2"}, shown=SHOWN)
    assert said.responses == ["utter_details", "custom"]
    assert (said.shown, said.events) == (["debts-3"], [])


def test_details_of_the_last_show_the_last() -> None:
    said = turn(ActionDetails(), "the last", "details", {"ordinal": "last"}, shown=SHOWN)
    assert said.shown == ["debts-2"]


def test_details_of_the_only_one_need_no_number() -> None:
    assert turn(ActionDetails(), "tell me", "details", shown=["cafe"]).shown == ["cafe"]


def test_details_of_one_of_three_ask_which() -> None:
    assert turn(ActionDetails(), "tell me", "details", shown=SHOWN).responses == ["utter_which"]


def test_details_of_a_fourth_of_three_ask_which() -> None:
    said = turn(ActionDetails(), "the fourth", "details", {"ordinal": "4"}, shown=SHOWN)
    assert said.responses == ["utter_which"]


def test_details_before_any_search_say_that_nothing_is_shown() -> None:
    said = turn(ActionDetails(), "the last", "details", {"ordinal": "last"})
    assert said.responses == ["utter_nothing_shown"]


def test_the_number_of_the_second_is_only_that_number() -> None:
    said = turn(ActionContact(), "number", "contact", {"ordinal": "2"}, shown=SHOWN)
    assert said.responses == ["utter_contact", "custom"]
    assert said.payload == {"kind": "text", "text": "", "contacts": [phone(3)]}


def test_the_number_without_an_ordinal_is_that_of_every_offer_shown() -> None:
    said = turn(ActionContact(), "number", "contact", shown=SHOWN)
    assert said.payload["contacts"] == [phone(4), phone(3), phone(2)]


def test_an_offer_without_a_phone_says_so() -> None:
    said = turn(ActionContact(), "number", "contact", shown=["cafe"])
    assert said.responses == ["utter_no_phone"]


def test_a_number_before_any_search_says_that_nothing_is_shown() -> None:
    assert turn(ActionContact(), "number", "contact").responses == ["utter_nothing_shown"]


def test_what_does_not_help_is_asked_with_the_next_likely_topics() -> None:
    said = turn(ActionNotHelpful(), "no", "not_helpful", need="I have debts")
    assert said.responses == ["utter_choices"]
    assert said.messages[0]["buttons"] == [
        {"title": "Einsamkeit", "payload": '/choose{"topic": "loneliness"}'}
    ]


def test_what_does_not_help_without_another_likely_topic_gets_the_starting_points() -> None:
    said = turn(ActionNotHelpful(), "no", "not_helpful", topics=["loneliness"])
    assert said.messages[0]["buttons"] == STARTERS
