"""The line to the bot: whatever goes wrong on it is one error."""

import asyncio
import contextlib
import json
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar

import pytest

from web.bot import Bot, BotUnreachableError

SECONDS = 0.3
HELLO = [{"kind": "text", "text": "Hello"}]


class _Channel(BaseHTTPRequestHandler):
    """The bot's channel: answers by what the conversation is called, and notes what it heard."""

    heard: ClassVar[list[tuple[str, str, Any]]] = []
    answers: ClassVar[dict[str, tuple[int, bytes]]] = {
        "good": (200, json.dumps(HELLO).encode()),
        "slow": (200, json.dumps(HELLO).encode()),
        "fails": (500, json.dumps(HELLO).encode()),
        "fails-too": (500, b'{"known": true}'),
        "empty": (200, b"[]"),
        "object": (200, b'{"text": "Hello"}'),
        "nonsense": (200, b"<html>"),
        "known": (200, b'{"known": true}'),
        "unknown": (200, b'{"known": false}'),
    }

    def do_GET(self) -> None:
        self._answer("good")

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["content-length"])))
        self.heard.append(("POST", self.path, body))
        if body["conversation"] == "slow":
            time.sleep(3 * SECONDS)
        self._answer(body["conversation"])

    def do_DELETE(self) -> None:
        self.heard.append(("DELETE", self.path, None))
        self._answer(self.path.rsplit("/", 1)[1])

    def log_message(self, *_: Any) -> None:
        """Nothing."""

    def _answer(self, name: str) -> None:
        status, body = self.answers[name]
        self.send_response(status)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        with contextlib.suppress(BrokenPipeError):  # who waited is gone
            self.wfile.write(body)


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """The address of a channel that runs."""
    with ThreadingHTTPServer(("127.0.0.1", 0), _Channel) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def test_the_messages_of_the_bot_come_back(address: str) -> None:
    assert asyncio.run(Bot(address, SECONDS).say("good", "hi", "en")) == HELLO


def test_the_bot_is_sent_conversation_text_and_language(address: str) -> None:
    asyncio.run(Bot(address, SECONDS).say("good", "Hilfe", None))
    body = {"conversation": "good", "text": "Hilfe", "language": None}
    assert _Channel.heard[-1] == ("POST", "/webhooks/door/webhook", body)


@pytest.mark.parametrize("conversation", ["slow", "fails", "empty", "object", "nonsense"])
def test_a_bot_that_gives_no_messages_in_time_is_unreachable(
    address: str, conversation: str
) -> None:
    with pytest.raises(BotUnreachableError):
        asyncio.run(Bot(address, SECONDS).say(conversation, "hi", None))


def test_a_bot_that_is_not_there_is_unreachable() -> None:
    bot = Bot("http://127.0.0.1:9", SECONDS)
    with pytest.raises(BotUnreachableError):
        asyncio.run(bot.say("good", "hi", None))


def test_forgetting_tells_whether_there_was_a_conversation(address: str) -> None:
    assert asyncio.run(Bot(address, SECONDS).forget("known")) is True
    assert asyncio.run(Bot(address, SECONDS).forget("unknown")) is False
    assert _Channel.heard[-1][:2] == ("DELETE", "/webhooks/door/conversations/unknown")


@pytest.mark.parametrize("conversation", ["fails-too", "nonsense", "empty"])
def test_a_conversation_that_the_bot_did_not_confirm_forgetting_is_an_error(
    address: str, conversation: str
) -> None:
    with pytest.raises(BotUnreachableError):
        asyncio.run(Bot(address, SECONDS).forget(conversation))


def test_the_bot_answers_when_it_is_up(address: str) -> None:
    assert asyncio.run(Bot(address, SECONDS).answers()) is True
    assert asyncio.run(Bot("http://127.0.0.1:9", SECONDS).answers()) is False
