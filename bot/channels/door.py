"""The channel between the public door and the assistant, on this machine only."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from rasa.core.channels.channel import CollectingOutputChannel, InputChannel, UserMessage
from rasa.shared.core.trackers import DialogueStateTracker
from sanic import Blueprint, response
from sanic.request import Request
from sanic.response import HTTPResponse

from bot import remote

Message = dict[str, Any]


class DoorChannel(InputChannel):
    """Takes {conversation, text, language?}, returns the typed messages; forgets on DELETE."""

    def __init__(self) -> None:
        remote.install()

    @classmethod
    def name(cls) -> str:
        """The part of the address: /webhooks/door."""
        return "door"

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        """The routes: GET / for health, POST /webhook, DELETE /conversations/<id>."""
        routes = Blueprint("door", __name__)

        @routes.get("/")
        async def health(_: Request) -> HTTPResponse:
            return response.json({"status": "ok"})

        @routes.post("/webhook")
        async def receive(request: Request) -> HTTPResponse:
            collected = CollectingOutputChannel()
            await on_new_message(_user_message(request.json, collected))
            return response.json([typed(message) for message in collected.messages])

        @routes.delete("/conversations/<conversation:str>")
        async def forget(request: Request, conversation: str) -> HTTPResponse:
            store = request.app.ctx.agent.tracker_store
            known = await store.exists(conversation)
            await store.save(DialogueStateTracker(conversation, store.domain.slots))
            return response.json({"known": known})

        return routes


def _user_message(body: Message, collected: CollectingOutputChannel) -> UserMessage:
    return UserMessage(
        body["text"],
        collected,
        body["conversation"],
        input_channel=DoorChannel.name(),
        metadata={"language": body.get("language")},
    )


def typed(message: Message) -> Message:
    """A message of Rasa's as one of the kinds that the page knows."""
    if "custom" in message:
        return dict(message["custom"])
    if "buttons" in message:
        options = [
            {"label": button["title"], "payload": button["payload"]}
            for button in message["buttons"]
        ]
        return {"kind": "choices", "text": message.get("text", ""), "options": options}
    return {"kind": "text", "text": message.get("text", "")}
