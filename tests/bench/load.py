"""Users who talk at the same time, each message timed."""

import asyncio
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from secrets import token_urlsafe
from typing import Any

import httpx

from tests.bench.figures import Timings

TURNS = 5  # messages a conversation: the tracker grows with each, on both sides alike
SECONDS = 30.0  # longest wait for an answer


@dataclass(frozen=True)
class Door:
    """Where and how a side is talked to, and what a good answer is."""

    url: str
    body: Callable[[str, int], dict[str, str]]
    good: Callable[[Any], bool]


@dataclass(frozen=True)
class Turn:
    """One message: its time, and whether the answer was as hoped for."""

    milliseconds: float
    good: bool


def measure(door: Door, users: int, messages: int, warm_up: int) -> Timings:
    """Timings of `messages`, shared by `users`, after a warm-up that does not count."""
    return asyncio.run(_measure(door, users, messages, warm_up))


async def _measure(door: Door, users: int, messages: int, warm_up: int) -> Timings:
    async with httpx.AsyncClient(timeout=SECONDS, trust_env=False) as client:
        await _all(client, door, users, warm_up)
        begun = time.perf_counter()
        turns = await _all(client, door, users, messages)
        seconds = time.perf_counter() - begun
    return Timings(
        tuple(turn.milliseconds for turn in turns), seconds, sum(turn.good for turn in turns)
    )


async def _all(client: httpx.AsyncClient, door: Door, users: int, messages: int) -> list[Turn]:
    numbers = iter(range(messages))
    talks = await asyncio.gather(*(_user(client, door, numbers) for _ in range(users)))
    return [turn for talk in talks for turn in talk]


async def _user(client: httpx.AsyncClient, door: Door, numbers: Iterator[int]) -> list[Turn]:
    """One user takes the next message as soon as the last one is answered."""
    turns: list[Turn] = []
    conversation = ""
    for number in numbers:
        if len(turns) % TURNS == 0:
            conversation = token_urlsafe(16)
        turns.append(await _say(client, door, conversation, number))
    return turns


async def _say(client: httpx.AsyncClient, door: Door, conversation: str, number: int) -> Turn:
    begun = time.perf_counter()
    response = await client.post(door.url, json=door.body(conversation, number))
    milliseconds = 1000 * (time.perf_counter() - begun)
    response.raise_for_status()
    return Turn(milliseconds, door.good(response.json()))


def answers(door: Door) -> bool:
    """Whether the door gives a good answer now."""
    try:
        body = door.body(token_urlsafe(16), 0)
        response = httpx.post(door.url, json=body, timeout=SECONDS, trust_env=False)
        return response.is_success and door.good(response.json())
    except (httpx.HTTPError, ValueError):
        return False
