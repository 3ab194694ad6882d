"""The chat: what the bot says passes; what helps comes also when it says nothing."""

from typing import Any

import pytest

from tests.web.conftest import Open
from tests.web.fakes import FakeBot

SOMEONE = "someone-1234567890"
HELLO = {"kind": "text", "text": "Hello"}
FAILED = {"kind": "emergency", "danger": "none", "text": "…", "contacts": []}
GERMAN_NUMBERS = [{"label": "Polizei", "number": "110"}, {"label": "Rettung", "number": "112"}]


def ask(text: str, **fields: str) -> dict[str, Any]:
    """The body of a message."""
    return {"conversation": SOMEONE, "text": text} | fields


def test_the_bot_s_messages_pass_through(open_door: Open) -> None:
    danger = {"kind": "emergency", "danger": "threat", "text": "110!", "contacts": []}
    answer = open_door(FakeBot([danger, HELLO])).post("/chat", json=ask("hi"))
    assert (answer.status_code, answer.json()) == (200, {"messages": [danger, HELLO]})


def test_the_bot_hears_conversation_text_and_chosen_language(open_door: Open) -> None:
    bot = FakeBot([HELLO])
    open_door(bot).post("/chat", json=ask(" hi\x00 ", language="fa"))
    assert bot.heard == [(SOMEONE, "hi", "fa")]


def test_a_language_that_we_do_not_speak_is_left_to_the_bot(open_door: Open) -> None:
    bot = FakeBot([HELLO])
    open_door(bot).post("/chat", json=ask("salut", language="fr"))
    open_door(bot).post("/chat", json=ask("hi"))
    assert [language for _, _, language in bot.heard] == [None, None]


def test_without_the_bot_emergency_numbers_come_before_a_plain_search(open_door: Open) -> None:
    answer = open_door(FakeBot(None)).post("/chat", json=ask("I have debts")).json()
    first, second = answer["messages"]
    assert answer["degraded"] is True
    assert (first["kind"], first["contacts"]) == ("emergency", GERMAN_NUMBERS)
    assert first["text"] == "Bei Gefahr rufen Sie sofort an:"
    assert (second["kind"], second["needs"]) == ("offers", ["debt_advice"])
    assert [one["id"] for one in second["offers"]] == ["debts-4", "debts-3", "debts-2"]


def test_the_plain_search_speaks_the_chosen_language(open_door: Open) -> None:
    asked = ask("I have debts", language="en")
    first, second = open_door(FakeBot(None)).post("/chat", json=asked).json()["messages"]
    assert first["text"] == "In danger, call at once:"
    assert [one["label"] for one in first["contacts"]] == ["Police", "Ambulance"]
    assert second["labels"] == ["Debts"]


def test_a_button_works_without_the_bot(open_door: Open) -> None:
    asked = ask('/choose{"topic": "loneliness"}')
    _, offers = open_door(FakeBot(None)).post("/chat", json=asked).json()["messages"]
    assert [one["id"] for one in offers["offers"]] == ["cafe"]


@pytest.mark.parametrize("text", ["blub", "weather", "/more", "/restart"])
def test_without_bot_and_offers_the_emergency_numbers_still_come(
    open_door: Open, text: str
) -> None:
    [only] = open_door(FakeBot(None)).post("/chat", json=ask(text)).json()["messages"]
    assert (only["kind"], only["contacts"]) == ("emergency", GERMAN_NUMBERS)


def test_offers_are_added_where_the_bot_could_not_search(open_door: Open) -> None:
    answer = open_door(FakeBot([HELLO, FAILED])).post("/chat", json=ask("lonely")).json()
    assert answer["degraded"] is True
    assert answer["messages"][:2] == [HELLO, FAILED]
    assert [one["id"] for one in answer["messages"][2]["offers"]] == ["cafe"]


def test_a_man_is_not_shown_women_s_offers_by_the_plain_search(open_door: Open) -> None:
    asked = ask("i am a man and was beaten")
    [only] = open_door(FakeBot(None)).post("/chat", json=asked).json()["messages"]
    assert only["kind"] == "emergency"


def test_a_refused_message_never_reaches_the_bot(open_door: Open) -> None:
    bot = FakeBot([HELLO])
    assert open_door(bot).post("/chat", json=ask("")).status_code == 422
    assert bot.heard == []


def test_a_known_conversation_is_forgotten(open_door: Open) -> None:
    bot = FakeBot([HELLO])
    answer = open_door(bot).delete(f"/chat/{SOMEONE}")
    assert (answer.status_code, answer.json()) == (200, {"forgotten": True})
    assert bot.heard == [(SOMEONE, "", None)]


def test_an_unknown_conversation_is_404(open_door: Open) -> None:
    answer = open_door(FakeBot([HELLO], knows=False)).delete(f"/chat/{SOMEONE}")
    assert answer.status_code == 404
    assert answer.json()["error"]["code"] == "unknown_conversation"


def test_without_the_bot_nothing_is_left_to_forget(open_door: Open) -> None:
    answer = open_door(FakeBot(None)).delete(f"/chat/{SOMEONE}")
    assert answer.json() == {"forgotten": True, "degraded": True}


def test_a_bad_id_is_not_handed_to_the_bot(open_door: Open) -> None:
    bot = FakeBot([HELLO])
    assert open_door(bot).delete("/chat/short").status_code == 422
    assert bot.heard == []
