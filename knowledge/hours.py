"""Opening hours in OSM syntax, read with the public holidays of Lower Saxony."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import holidays
from opening_hours import (  # type: ignore[attr-defined]  # its stubs forget ParserError
    OpeningHours,
    ParserError,
    State,
)

LOCAL = ZoneInfo("Europe/Berlin")
# Reformation Day: a holiday in Lower Saxony that the hours library, which knows national holidays
# only, does not have. Four weeks earlier, same weekday, is 3 October, which it has.
STATE_HOLIDAY, STAND_IN = (10, 31), timedelta(weeks=4)
ALWAYS = re.compile(r"24/7|Mo-Su\b")
SOON = timedelta(days=14)


@dataclass(frozen=True)
class Opening:
    """What the hours say at one moment; None where they say nothing sure."""

    open_now: bool | None = None
    opens_at: datetime | None = None
    today: tuple[tuple[datetime, datetime], ...] = ()


@cache
def _parsed(hours: str) -> OpeningHours:
    return OpeningHours(hours, country="DE")


@cache
def _holidays() -> holidays.HolidayBase:
    return holidays.country_holidays("DE", subdiv="NI")


def checked_hours(hours: str) -> str:
    """The hours themselves; raises ValueError where they are not OSM opening hours."""
    try:
        _parsed(hours)
    except ParserError as error:
        raise ValueError(f"{hours!r} is not in OSM opening_hours syntax") from error
    return hours


def opening(hours: str | None, now: datetime) -> Opening:
    """What `hours` say at `now`; on holidays that they don't mention, nothing sure."""
    if hours is None:
        return Opening()
    local = now.astimezone(LOCAL).replace(tzinfo=None)
    if local.date() in _holidays() and "PH" not in hours and not ALWAYS.search(hours):
        return Opening()
    asked, shift = _known_holiday(local)
    schedule = _parsed(hours)
    state, _ = schedule.state(asked)
    return Opening(
        open_now=None if state == State.UNKNOWN else state == State.OPEN,
        opens_at=None if state == State.OPEN else _next_opening(hours, asked, shift),
        today=_today(schedule, asked, shift),
    )


def _known_holiday(local: datetime) -> tuple[datetime, timedelta]:
    if (local.month, local.day) == STATE_HOLIDAY:
        return local - STAND_IN, STAND_IN
    return local, timedelta()


def _doubtful(hours: str, start: datetime) -> bool:
    """Whether an opening falls on a holiday that the hours, or the library, do not know."""
    if start.date() not in _holidays() or ALWAYS.search(hours):
        return False
    return "PH" not in hours or (start.month, start.day) == STATE_HOLIDAY


def _next_opening(hours: str, asked: datetime, shift: timedelta) -> datetime | None:
    schedule = _parsed(hours)
    for start, _, state, _ in schedule.intervals(asked, asked + SOON):
        if state == State.OPEN and start > asked and not _doubtful(hours, start + shift):
            return _aware(start + shift)
    return None


def open_between(hours: str | None, start: datetime, end: datetime) -> bool:
    """Whether `hours` are surely open at some time between two moments."""
    if hours is None:
        return False
    span = [moment.astimezone(LOCAL).replace(tzinfo=None) for moment in (start, end)]
    return any(state == State.OPEN for _, _, state, _ in _parsed(hours).intervals(*span))


def _today(
    schedule: OpeningHours, asked: datetime, shift: timedelta
) -> tuple[tuple[datetime, datetime], ...]:
    midnight = asked.replace(hour=0, minute=0, second=0, microsecond=0)
    day = schedule.intervals(midnight, midnight + timedelta(days=1))
    return tuple(
        (_aware(start + shift), _aware(end + shift))
        for start, end, state, _ in day
        if state == State.OPEN
    )


def _aware(moment: datetime) -> datetime:
    return moment.replace(tzinfo=LOCAL)
