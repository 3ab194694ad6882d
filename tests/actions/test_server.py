"""The webhook that Rasa calls."""

from typing import Any

import pytest
from fastapi.testclient import TestClient

from actions.server import action_app


@pytest.fixture(scope="module")
def client() -> TestClient:
    """A client of the webhook."""
    return TestClient(action_app())


def call(action: str) -> dict[str, Any]:
    """What Rasa sends to have an action run; no domain, as with the selective domain."""
    message = {"text": "help", "intent": {"name": "vague"}, "entities": []}
    tracker = {
        "sender_id": "someone",
        "slots": {"language": "en"},
        "latest_message": message,
        "events": [],
        "paused": False,
        "followup_action": None,
        "active_loop": {},
        "latest_action_name": "action_listen",
    }
    return {"next_action": action, "sender_id": "someone", "tracker": tracker, "version": "3.6"}


def test_an_action_runs_and_answers_in_the_form_that_rasa_reads(client: TestClient) -> None:
    answer = client.post("/webhook", json=call("action_clarify"))
    [said] = answer.json()["responses"]
    assert (answer.status_code, answer.json()["events"]) == (200, [])
    assert said["response"] == "utter_clarify"
    assert said["buttons"][0] == {"title": "Debts", "payload": '/choose{"topic": "debt_advice"}'}


def test_events_come_back_as_rasa_s_own(client: TestClient) -> None:
    asked = call("action_search")
    asked["tracker"]["latest_message"] = {"text": "lonely", "intent": {"name": "need"}}
    events = client.post("/webhook", json=asked).json()["events"]
    assert {"event": "slot", "timestamp": None, "name": "need", "value": "lonely"} in events


def test_an_unknown_action_is_404_and_named(client: TestClient) -> None:
    answer = client.post("/webhook", json=call("action_nonsense"))
    assert answer.status_code == 404
    assert answer.json()["action_name"] == "action_nonsense"


def test_no_other_route_answers(client: TestClient) -> None:
    assert [client.get(path).status_code for path in ("/", "/docs", "/openapi.json")] == [404] * 3
