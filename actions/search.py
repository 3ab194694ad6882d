"""Search: a need in free text or by a button, a refinement, a change of language."""

from collections.abc import Sequence
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions._render import card, offers_message, topic_buttons
from actions._service import current
from actions._slots import (
    entity,
    intent_of,
    language_of,
    remember,
    remember_offers,
    remembered,
)
from actions.fallback import say_with_starters
from knowledge.build import Knowledge
from knowledge.bundle import Group, bundle
from knowledge.query import Query, Understanding
from knowledge.search import Result
from knowledge.settings import search_settings

DANGER = "danger_"
FOLLOW_UPS = {"refine", "switch_language"}


class ActionSearch(Action):
    """Finds offers for what the person says, in view of what they said before."""

    def name(self) -> str:
        """The name in domain.yml."""
        return "action_search"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        """Understands, searches, shows offers, or asks where it is not sure."""
        knowledge, language = current(), language_of(tracker)
        before = remembered(tracker, knowledge.data.places)
        said = knowledge.search.understand(_text(tracker))
        query, fresh = asked(tracker, before, said, knowledge)
        if not (query.text or query.topics):
            dispatcher.utter_message(response="utter_refine_what")
            return remember(query)
        result = knowledge.search(query, said if fresh else None)
        if result.said.off_topic and not result.hits:
            say_with_starters(dispatcher, "utter_off_topic", language)
            return []
        if not result.said.certain:
            ask_which(dispatcher, result, language, knowledge)
            return remember(query)
        events = show(dispatcher, result, language, knowledge)
        in_danger = intent_of(tracker).startswith(DANGER)
        return events if in_danger and before.text else [*remember(query), *events]


def asked(
    tracker: Tracker, before: Query, said: Understanding, knowledge: Knowledge
) -> tuple[Query, bool]:
    """The search that the message asks for, and whether it starts a new need."""
    intent = intent_of(tracker)
    if intent == "choose":
        topic = knowledge.data.taxonomy.topic(entity(tracker, "topic") or "")
        return before.followed_by("", said, new_need=True).choosing(topic.code), False
    known = bool(before.text or before.topics)
    fresh = _is_new_need(intent, said, known=known)
    query = before.followed_by(_text(tracker), said, new_need=fresh)
    if intent.startswith(DANGER) and not said.certain:
        kinds = search_settings().danger
        return query.choosing(*kinds[intent.removeprefix(DANGER)]), True
    return query, fresh


def _is_new_need(intent: str, said: Understanding, *, known: bool) -> bool:
    """A follow-up keeps the need unless it clearly names another one."""
    if not known:
        return said.certain or intent not in FOLLOW_UPS
    if intent in FOLLOW_UPS:
        return bool(said.needs) and said.needs[0].score >= search_settings().dialogue.new_need
    return said.certain or not said.refines


def show(
    dispatcher: CollectingDispatcher, result: Result, language: str, knowledge: Knowledge
) -> list[EventType]:
    """Shows the first offers of a result; asks for the place where none is known."""
    query = result.query
    first, rest, groups = first_shown(result)
    if not first:
        dispatcher.utter_message(response="utter_nothing_found")
        return []
    if query.place:
        dispatcher.utter_message(response="utter_offers_near", place=query.place.name)
    else:
        dispatcher.utter_message(response="utter_offers")
    show_cards(
        dispatcher, first, query, language, knowledge, result, groups=groups, more=bool(rest)
    )
    if query.place is None:
        dispatcher.utter_message(response="utter_ask_place")
    as_seen = [offer.id for group in groups for offer in group.offers] or first
    return remember_offers(as_seen, rest)


def first_shown(result: Result) -> tuple[list[str], list[str], tuple[Group, ...]]:
    """Offers to show now and later, best first; of several needs, which offers answer which."""
    settings = search_settings().result
    found = bundle(result, settings)
    groups = found if len(found) > 1 else ()
    grouped = {offer.id for group in groups for offer in group.offers}
    ids = [hit.offer.id for hit in result.hits]
    first = [id_ for id_ in ids if id_ in grouped] or ids[: settings.shown]
    rest = [id_ for id_ in ids if id_ not in first]
    return first, rest, groups


def show_cards(  # noqa: PLR0913, PLR0917 - a list of cards needs all of its surroundings
    dispatcher: CollectingDispatcher,
    ids: list[str],
    query: Query,
    language: str,
    knowledge: Knowledge,
    result: Result | None = None,
    *,
    groups: Sequence[Group] = (),
    more: bool = False,
) -> None:
    """Sends the cards of these offers, with buttons that lead on."""
    taxonomy, search = knowledge.data.taxonomy, knowledge.search
    cards = [card(search, search.corpus.by_id[id_], query, language, taxonomy) for id_ in ids]
    hits = {hit.offer.id: hit for hit in result.hits} if result else {}
    for one in cards:
        if hit := hits.get(one["id"]):
            one |= {"score": round(hit.score, 3), "why": [why for why in hit.why if hit.why[why]]}
    codes = [need.topic for need in result.needs] if result else list(query.topics)
    others = [need.topic for need in result.said.likely] if result else []
    suggestions = topic_buttons(
        [code for code in others if code not in codes][:2], language, taxonomy
    )
    if more:
        suggestions.insert(
            0, {"title": knowledge.data.labels["more"][language], "payload": "/more"}
        )
    needs = {code: taxonomy.topic(code).label(language) for code in codes}
    dispatcher.utter_message(json_message=offers_message(cards, needs, query, suggestions, groups))


def ask_which(
    dispatcher: CollectingDispatcher, result: Result, language: str, knowledge: Knowledge
) -> None:
    """Offers the likeliest topics as choices."""
    likely = [need.topic for need in result.said.likely][: search_settings().dialogue.choices]
    if not likely:
        say_with_starters(dispatcher, "utter_clarify", language)
        return
    buttons = topic_buttons(likely, language, knowledge.data.taxonomy)
    dispatcher.utter_message(response="utter_choices", buttons=buttons)


def _text(tracker: Tracker) -> str:
    text = str(tracker.latest_message.get("text") or "")
    return "" if text.startswith("/") else text
