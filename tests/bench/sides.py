"""One side after the other: started, loaded, weighed, stopped."""

import time
from dataclasses import dataclass
from pathlib import Path

from tests.bench import hilfelotse, stock
from tests.bench.figures import Measured, Timings
from tests.bench.load import Door, answers, measure
from tests.bench.processes import (
    ROOT,
    BenchError,
    Command,
    Started,
    end_of,
    ended,
    free_ports,
    memory,
    running,
)

LONGEST_START = 300.0  # seconds
ASK_AGAIN = 0.25  # seconds; start times are no finer than this


@dataclass(frozen=True)
class Counts:
    """Messages in the warm-up, and by number of users."""

    warm_up: int
    messages: dict[int, int]


@dataclass(frozen=True)
class Side:
    """One of the two: what runs, where, with which environment, and its door."""

    name: str
    commands: list[Command]
    folder: Path
    environment: dict[str, str]
    door: Door
    log: Path


FULL = Counts(10, {1: 150, 8: 400})
QUICK = Counts(2, {1: 10, 8: 24})


def stock_side(folder: Path) -> Side:
    """The stock assistant, made and trained."""
    project, log = folder / "stock", folder / "stock.log"
    say("stock: rasa init and training (a few minutes) …")
    stock.make_stock(project, log)
    port, action_port = free_ports(2)
    commands = stock.stock_commands(port, action_port)
    environment = stock.stock_environment(action_port)
    return Side("stock", commands, project, environment, stock.stock_door(port), log)


def our_side(folder: Path) -> Side:
    """Hilfelotse as it was trained by `make train`."""
    ports = free_ports(3)
    environment = hilfelotse.environment(*ports)
    door, log = hilfelotse.door(ports[0]), folder / "hilfelotse.log"
    return Side("hilfelotse", hilfelotse.commands(), ROOT, environment, door, log)


def measured(side: Side, counts: Counts) -> Measured:
    """All figures of one side, which runs only meanwhile."""
    say(f"{side.name}: starting …")
    begun = time.perf_counter()
    with running(side.commands, side.folder, side.log, **side.environment) as started:
        _wait(side, started)
        start = time.perf_counter() - begun
        say(f"{side.name}: first answer after {start:.1f} s")
        loads = {
            users: _load(side, users, messages, counts.warm_up)
            for users, messages in counts.messages.items()
        }
        return Measured(start, memory(started), loads)


def _wait(side: Side, started: list[Started]) -> None:
    latest = time.monotonic() + LONGEST_START
    while not answers(side.door):
        for process in started:
            if process.poll() is not None:
                raise BenchError(f"{ended(process)} while it started:\n{end_of(side.log)}")
        if time.monotonic() > latest:
            raise BenchError(f"{side.name}: no good answer:\n{end_of(side.log)}")
        time.sleep(ASK_AGAIN)


def _load(side: Side, users: int, messages: int, warm_up: int) -> Timings:
    timings = measure(side.door, users, messages, warm_up)
    say(
        f"{side.name}: {users} at a time, {messages} messages, {timings.rate:.1f}/s, "
        f"{timings.good} answers as hoped for"
    )
    return timings


def say(line: str) -> None:
    """Prints a line at once."""
    print(line, flush=True)
