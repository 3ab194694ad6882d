"""The tracker store: conversations live in memory and are forgotten."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from typing import Any

from cachetools import TLRUCache
from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import InMemoryTrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import Event, Restarted
from rasa.shared.core.trackers import DialogueStateTracker

HOUR = 3600.0
MOST_CONVERSATIONS = 20_000


class ForgettingTrackerStore(InMemoryTrackerStore):
    """Rasa's in-memory store with an expiry, an upper bound, and nothing kept before a restart."""

    def __init__(
        self,
        domain: Domain,
        event_broker: EventBroker | None = None,
        seconds: float = HOUR,
        most: int = MOST_CONVERSATIONS,
        **options: Any,
    ) -> None:
        super().__init__(domain, event_broker, **options)
        self._seconds = seconds
        self._ends: dict[str, float] = {}
        self.store: TLRUCache[str, str] = TLRUCache(most, self._end)

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Keeps what came since the last restart; a tracker without events is forgotten."""
        kept = since_restart(tracker.events)
        if not kept:
            self.store.pop(tracker.sender_id, None)
            self._ends.pop(tracker.sender_id, None)
            return
        if len(kept) < len(tracker.events):
            tracker = DialogueStateTracker.from_events(
                tracker.sender_id, kept, self.domain.slots, domain=self.domain
            )
        await super().save(tracker)
        asyncio.get_running_loop().call_later(self._seconds + 1, self._forget_ended)

    def _end(self, conversation: str, _: str, now: float) -> float:
        """When a conversation ends: so long after its first message, not after its last."""
        return self._ends.setdefault(conversation, now + self._seconds)

    def _forget_ended(self) -> None:
        """Frees what has ended, also when nobody writes any more."""
        self.store.expire()
        self._ends = {one: end for one, end in self._ends.items() if one in self.store}


def since_restart(events: Iterable[Event]) -> list[Event]:
    """The events after the last restart."""
    everything = list(events)
    restarts = [at for at, event in enumerate(everything) if isinstance(event, Restarted)]
    return everything[restarts[-1] + 1 :] if restarts else everything
