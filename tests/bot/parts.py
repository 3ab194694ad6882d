"""What Rasa hands to its components, made small."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.storage.resource import Resource
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import BotUttered
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message

CONTEXT = ExecutionContext(GraphSchema({}), node_name="part")
RESOURCE = Resource("part")
DOMAIN = Domain.from_dict(
    {
        "intents": ["need"],
        "actions": ["action_search"],
        "responses": {
            "utter_unreachable": [{"custom": {"kind": "emergency", "danger": "none"}}],
        },
    }
)


def message(text: str, **rest: Any) -> Message:
    """A message as it comes from a channel."""
    return Message({TEXT: text, INTENT: {"name": "need", "confidence": 0.5}, **rest})


def customs(events: list[Any]) -> list[dict[str, Any]]:
    """The payloads that were said."""
    said = [event for event in events if isinstance(event, BotUttered)]
    return [event.data["custom"] for event in said]
