from __future__ import annotations

import asyncio
import time

from rasa.shared.core.events import ActionExecuted, Event, Restarted, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot.memory import ForgettingTrackerStore, since_restart
from tests.bot.parts import DOMAIN

SOME: list[Event] = [ActionExecuted("action_listen"), UserUttered("Hilfe", {"name": "need"})]


def save(store: ForgettingTrackerStore, who: str, *events: Event) -> None:
    """Saves a conversation of these events."""
    tracker = DialogueStateTracker.from_events(who, list(events), DOMAIN.slots, domain=DOMAIN)
    asyncio.run(store.save(tracker))


def texts(store: ForgettingTrackerStore, who: str) -> list[str | None] | None:
    """What somebody wrote, as far as it is kept; None where nothing is."""
    tracker = asyncio.run(store.retrieve(who))
    if tracker is None:
        return None
    return [event.text for event in tracker.events if isinstance(event, UserUttered)]


def test_a_conversation_is_kept_for_the_next_message() -> None:
    store = ForgettingTrackerStore(DOMAIN)
    save(store, "someone", *SOME)
    assert texts(store, "someone") == ["Hilfe"]
    assert texts(store, "nobody") is None


def test_a_conversation_is_forgotten_after_its_time() -> None:
    store = ForgettingTrackerStore(DOMAIN, seconds=0.05)
    save(store, "someone", *SOME)
    time.sleep(0.1)
    assert texts(store, "someone") is None
    assert len(store.store) == 0


def test_the_oldest_conversation_goes_when_there_are_too_many() -> None:
    store = ForgettingTrackerStore(DOMAIN, most=2)
    for who in ("first", "second", "third"):
        save(store, who, *SOME)
    assert [texts(store, who) for who in ("first", "second", "third")] == [
        None,
        ["Hilfe"],
        ["Hilfe"],
    ]


def test_nothing_from_before_a_restart_is_kept() -> None:
    store = ForgettingTrackerStore(DOMAIN)
    again = UserUttered("Guten Tag", {"name": "need"})
    save(store, "someone", *SOME, Restarted(), ActionExecuted("action_listen"), again)
    assert texts(store, "someone") == ["Guten Tag"]
    assert "Hilfe" not in str(store.store["someone"])


def test_a_restart_wipes_what_was_saved_before() -> None:
    store = ForgettingTrackerStore(DOMAIN)
    save(store, "someone", *SOME)
    save(store, "someone", *SOME, Restarted())
    assert texts(store, "someone") is None


def test_an_empty_conversation_wipes_the_one_that_was_kept() -> None:
    store = ForgettingTrackerStore(DOMAIN)
    save(store, "someone", *SOME)
    asyncio.run(store.save(DialogueStateTracker("someone", DOMAIN.slots)))
    assert texts(store, "someone") is None


def test_only_the_last_restart_counts() -> None:
    slots = [SlotSet("need", number) for number in range(3)]
    assert since_restart([slots[0], Restarted(), slots[1], Restarted(), slots[2]]) == [slots[2]]
    assert since_restart(slots) == slots
    assert since_restart([]) == []
