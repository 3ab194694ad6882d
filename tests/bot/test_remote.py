from __future__ import annotations

import asyncio
import json
from typing import Any

import aiohttp
import pytest
from jsonschema import Draft7Validator
from rasa.core.actions import action
from rasa.core.actions.action import ActionExecutionRejection
from rasa.core.channels.channel import CollectingOutputChannel
from rasa.core.nlg import TemplatedNaturalLanguageGenerator
from rasa.shared.core.events import BotUttered, Event, SlotSet
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import ClientResponseError, EndpointConfig

from bot import remote
from bot.remote import SafeRemoteAction
from tests.bot.parts import DOMAIN, customs

UNREACHABLE = [{"kind": "emergency", "danger": "none"}]
GOOD = {"events": [{"event": "slot", "name": "need", "value": "debts"}], "responses": []}


class FakeEndpoint(EndpointConfig):
    """An action server that gives one answer, or fails in one way."""

    def __init__(self, answer: Any) -> None:
        super().__init__("http://127.0.0.1:9", enable_selective_domain=True)
        self.sent: list[dict[str, Any]] = []
        self._answer = answer

    async def request(self, **sent: Any) -> Any:
        """The answer, or the failure."""
        self.sent.append(sent["json"])
        if isinstance(self._answer, Exception):
            raise self._answer
        return self._answer


def run(endpoint: EndpointConfig) -> list[Event]:
    """The events of an action that this endpoint runs."""
    nlg = TemplatedNaturalLanguageGenerator(DOMAIN.responses)
    tracker = DialogueStateTracker("someone", DOMAIN.slots)
    remote_action = SafeRemoteAction("action_search", endpoint)
    return asyncio.run(remote_action.run(CollectingOutputChannel(), nlg, tracker, DOMAIN))


def test_the_events_of_the_action_come_back() -> None:
    assert run(FakeEndpoint(GOOD)) == [SlotSet("need", "debts")]


def test_what_the_action_says_comes_back() -> None:
    said = {"events": [], "responses": [{"text": "Hello"}]}
    [event] = run(FakeEndpoint(said))
    assert isinstance(event, BotUttered)
    assert event.text == "Hello"


def test_the_domain_is_not_sent() -> None:
    endpoint = FakeEndpoint(GOOD)
    run(endpoint)
    assert "domain" not in endpoint.sent[0]


def test_the_schema_is_checked_once_for_many_calls(monkeypatch: pytest.MonkeyPatch) -> None:
    checks: list[Any] = []
    monkeypatch.setattr(Draft7Validator, "check_schema", checks.append)
    remote._validator.cache_clear()  # noqa: SLF001 - another test may have filled it
    for _ in range(3):
        run(FakeEndpoint(GOOD))
    assert len(checks) == 1


@pytest.mark.parametrize(
    "failure",
    [
        aiohttp.ClientConnectionError("refused"),
        aiohttp.ServerDisconnectedError(),
        aiohttp.ServerTimeoutError(),
        asyncio.TimeoutError(),
        ClientResponseError(500, "Internal Server Error", "{}"),
        ClientResponseError(404, "Not Found", "{}"),
    ],
    ids=lambda failure: type(failure).__name__,
)
def test_an_action_server_that_fails_gives_the_emergency_numbers(failure: Exception) -> None:
    assert customs(run(FakeEndpoint(failure))) == UNREACHABLE


@pytest.mark.parametrize("answer", [None, [], {"events": "nonsense"}, {"responses": [5]}])
def test_an_answer_that_is_no_answer_gives_the_emergency_numbers(answer: Any) -> None:
    assert customs(run(FakeEndpoint(answer))) == UNREACHABLE


def test_an_action_server_that_is_not_there_gives_the_emergency_numbers() -> None:
    assert customs(run(EndpointConfig("http://127.0.0.1:9/webhook"))) == UNREACHABLE


def test_a_rejection_passes_through_to_the_policies() -> None:
    body = json.dumps({"action_name": "action_search", "error": "no"})
    with pytest.raises(ActionExecutionRejection):
        run(FakeEndpoint(ClientResponseError(400, "Bad Request", body)))


def test_rasa_uses_it_for_every_remote_action(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(action, "RemoteAction", action.RemoteAction)  # put back afterwards
    remote.install()
    made = action.action_for_name_or_text("action_search", DOMAIN, FakeEndpoint(GOOD))
    assert isinstance(made, SafeRemoteAction)
