"""Fallback: somebody needs help but does not say with what; or the message is off topic."""

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions._render import button
from actions._service import current
from actions._slots import language_of


class ActionClarify(Action):
    """Asks what it is about, with the everyday starting points as choices."""

    def name(self) -> str:
        """The name in domain.yml."""
        return "action_clarify"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        """The question and the starting points."""
        say_with_starters(dispatcher, "utter_clarify", language_of(tracker))
        return []


def say_with_starters(dispatcher: CollectingDispatcher, response: str, language: str) -> None:
    """Says a response and offers the starting points."""
    starters = current().data.taxonomy.starters
    buttons = [button(one.labels[language], one.topic) for one in starters]
    dispatcher.utter_message(response=response, buttons=buttons)
