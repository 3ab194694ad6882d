"""Browse: further offers, details of one, only the number, something else."""

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions._render import topic_buttons
from actions._service import current
from actions._slots import entity, language_of, remember_offers, remembered
from actions.fallback import say_with_starters
from actions.search import show_cards
from knowledge.phones import display
from knowledge.settings import search_settings

LAST = "last"


class ActionMore(Action):
    """Shows the next offers of the last search."""

    def name(self) -> str:
        """The name in domain.yml."""
        return "action_more"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        """The next offers, or that there are no more."""
        knowledge, rest = current(), tracker.get_slot("rest") or []
        if not rest:
            dispatcher.utter_message(response=_nothing(tracker, "utter_no_more"))
            return []
        count = search_settings().result.shown
        query = remembered(tracker, knowledge.data.places)
        dispatcher.utter_message(response="utter_more")
        language = language_of(tracker)
        show_cards(dispatcher, rest[:count], query, language, knowledge, more=bool(rest[count:]))
        return remember_offers(rest[:count], rest[count:])


class ActionDetails(Action):
    """Shows one of the offers again, with everything that is known."""

    def name(self) -> str:
        """The name in domain.yml."""
        return "action_details"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        """The card of the offer meant, or the question which one."""
        knowledge, meant = current(), _meant(tracker)
        if meant is None:
            dispatcher.utter_message(response=_nothing(tracker, "utter_which"))
            return []
        query = remembered(tracker, knowledge.data.places)
        dispatcher.utter_message(response="utter_details")
        show_cards(dispatcher, [meant], query, language_of(tracker), knowledge)
        return []


class ActionContact(Action):
    """Says only the phone number."""

    def name(self) -> str:
        """The name in domain.yml."""
        return "action_contact"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        """Name and numbers of the offer meant; without an ordinal, of all that are shown."""
        offers = current().search.corpus.by_id
        meant = _meant(tracker)
        ids = [meant] if meant else tracker.get_slot("shown") or []
        if not ids:
            dispatcher.utter_message(response="utter_nothing_shown")
            return []
        contacts = [
            {"label": offers[id_].name, "number": phone.number, "display": display(phone.number)}
            for id_ in ids
            for phone in offers[id_].phones[:1]
        ]
        dispatcher.utter_message(response="utter_contact" if contacts else "utter_no_phone")
        if contacts:
            numbers = {"kind": "text", "text": "", "contacts": contacts}
            dispatcher.utter_message(json_message=numbers)
        return []


class ActionNotHelpful(Action):
    """Asks what else was meant, with the next likely topics as choices."""

    def name(self) -> str:
        """The name in domain.yml."""
        return "action_not_helpful"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        """Choices from the last need, else the starting points."""
        knowledge, language = current(), language_of(tracker)
        need = remembered(tracker, knowledge.data.places).text
        likely = knowledge.search.understand(need).likely[1:] if need else ()
        codes = [one.topic for one in likely][: search_settings().dialogue.choices]
        if not codes:
            say_with_starters(dispatcher, "utter_choices", language)
            return []
        buttons = topic_buttons(codes, language, knowledge.data.taxonomy)
        dispatcher.utter_message(response="utter_choices", buttons=buttons)
        return []


def _meant(tracker: Tracker) -> str | None:
    """The shown offer that an ordinal names; the only one where one is shown."""
    shown = tracker.get_slot("shown") or []
    ordinal = entity(tracker, "ordinal")
    if ordinal == LAST:
        return shown[-1] if shown else None
    if ordinal and ordinal.isdigit() and 0 < int(ordinal) <= len(shown):
        return str(shown[int(ordinal) - 1])
    return str(shown[0]) if len(shown) == 1 else None


def _nothing(tracker: Tracker, otherwise: str) -> str:
    return otherwise if tracker.get_slot("shown") else "utter_nothing_shown"
