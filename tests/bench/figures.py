"""The figures of the benchmark and the table that shows them; nothing here reads a clock."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

Row = tuple[str, ...]


@dataclass(frozen=True)
class Timings:
    """What one load measured: milliseconds a message, seconds in all, answers as hoped for."""

    milliseconds: tuple[float, ...]
    seconds: float
    good: int

    @property
    def rate(self) -> float:
        """Messages a second, all users together."""
        return len(self.milliseconds) / self.seconds


@dataclass(frozen=True)
class Measured:
    """One side: seconds to the first answer, megabytes after the loads, timings by users."""

    start: float
    memory: float
    loads: dict[int, Timings]


def percentile(values: Sequence[float], percent: float) -> float:
    """The nearest rank: the smallest value that `percent` of the values do not exceed."""
    return sorted(values)[max(1, math.ceil(len(values) * percent / 100)) - 1]


def session_and_pages(stat: str) -> tuple[int, int]:
    """The session and the resident pages of a process, from its /proc/<id>/stat (proc(5))."""
    after_name = stat.rpartition(")")[2].split()
    return int(after_name[3]), int(after_name[21])


def share_good(side: Measured) -> float:
    """The share of answers that were as hoped for, over all loads."""
    asked = sum(len(timings.milliseconds) for timings in side.loads.values())
    return sum(timings.good for timings in side.loads.values()) / asked


def rows(stock: Measured, ours: Measured) -> list[Row]:
    """The rows of the table: what, stock, ours, ours divided by stock."""
    by_load = [
        row
        for users in stock.loads
        for row in _load_rows(users, stock.loads[users], ours.loads[users])
    ]
    return [
        *by_load,
        _row("start to first answer, s", stock.start, ours.start),
        _row("memory (RSS), MB", stock.memory, ours.memory, digits=0),
        _row("answers as hoped for, %", 100 * share_good(stock), 100 * share_good(ours)),
    ]


def _load_rows(users: int, stock: Timings, ours: Timings) -> list[Row]:
    who = "1 user" if users == 1 else f"{users} users"
    took, we_took = stock.milliseconds, ours.milliseconds
    return [
        _row(f"{who}: p50, ms", percentile(took, 50), percentile(we_took, 50)),
        _row(f"{who}: p95, ms", percentile(took, 95), percentile(we_took, 95)),
        _row(f"{who}: messages/s", stock.rate, ours.rate),
    ]


def _row(what: str, stock: float, ours: float, digits: int = 1) -> Row:
    return what, f"{stock:.{digits}f}", f"{ours:.{digits}f}", f"{ours / stock:.2f}"


def markdown(head: Row, body: Sequence[Row]) -> str:
    """A Markdown table: the first column to the left, figures to the right."""
    rule = ("---", *("---:" for _ in head[1:]))
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, rule, *body))
