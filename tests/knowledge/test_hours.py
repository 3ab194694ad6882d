"""Opening hours, with the holidays of Lower Saxony."""

from datetime import date, datetime

import holidays
import pytest

from knowledge.hours import LOCAL, Opening, checked_hours, opening

OFFICE = "Mo-Fr 09:00-12:00"
HOLIDAYS = sorted(holidays.country_holidays("DE", subdiv="NI", years=range(2025, 2032)))


def at(month: int, day: int, hour: int, year: int = 2026) -> datetime:
    """A moment in Hannover; 10 March 2026 is a Tuesday."""
    return datetime(year, month, day, hour, tzinfo=LOCAL)


def test_an_office_is_open_within_its_hours() -> None:
    today = ((at(3, 10, 9), at(3, 10, 12)),)
    assert opening(OFFICE, at(3, 10, 10)) == Opening(open_now=True, opens_at=None, today=today)


def test_a_closed_office_says_when_it_opens() -> None:
    assert opening(OFFICE, at(3, 10, 8)).opens_at == at(3, 10, 9)
    assert opening(OFFICE, at(3, 10, 12)).open_now is False
    assert opening(OFFICE, at(3, 10, 13)).opens_at == at(3, 11, 9)
    assert opening(OFFICE, at(3, 13, 13)).opens_at == at(3, 16, 9)


def test_an_opening_beyond_two_weeks_is_not_announced() -> None:
    assert opening("Apr 09:00-12:00", at(3, 10, 10)).opens_at is None


def test_the_clock_of_the_asker_does_not_matter() -> None:
    assert opening(OFFICE, datetime.fromisoformat("2026-03-10T08:30:00+00:00")).open_now is True
    assert opening(OFFICE, datetime.fromisoformat("2026-03-10T11:30:00+00:00")).open_now is False


def test_round_the_clock_is_open_on_christmas_night_too() -> None:
    assert opening("24/7", at(12, 25, 3)).open_now is True


def test_a_night_shift_is_open_over_midnight() -> None:
    night = "Fr-Sa 20:00-02:00"
    assert opening(night, at(3, 14, 1)).open_now is True
    assert opening(night, at(3, 14, 3)).open_now is False
    assert opening(night, at(3, 14, 3)).opens_at == at(3, 14, 20)
    assert opening(night, at(3, 16, 1)).open_now is False


def test_unknown_hours_say_nothing() -> None:
    assert opening(None, at(3, 10, 10)) == Opening(None, None, ())
    assert opening("Mo-Fr 09:00-12:00 unknown", at(3, 10, 10)).open_now is None


@pytest.mark.parametrize("hours", ["always", "Mo 9-", "Mo-Fr 25:00-27:00", "täglich 9 Uhr"])
def test_wrong_syntax_is_refused(hours: str) -> None:
    with pytest.raises(ValueError, match="is not in OSM opening_hours syntax"):
        checked_hours(hours)


@pytest.mark.parametrize("day", HOLIDAYS, ids=str)
def test_every_holiday_of_lower_saxony_is_seen(day: date) -> None:
    noon = at(day.month, day.day, 11, day.year)
    assert opening("Mo-Su 10:00-12:00; PH off", noon).open_now is False
    assert opening("PH 10:00-12:00", noon).open_now is True
    assert opening("Mo-Fr 10:00-12:00", noon) == Opening(None, None, ())


def test_every_year_from_2025_to_2031_has_its_ten_holidays() -> None:
    assert [sum(day.year == year for day in HOLIDAYS) for year in range(2025, 2032)] == [10] * 7


def test_reformation_day_is_closed_where_holidays_are_off() -> None:
    closed = opening("Mo-Fr 09:00-12:00; PH off", at(10, 31, 10, 2025))
    assert (closed.open_now, closed.today) == (False, ())
    assert closed.opens_at == at(11, 3, 9, 2025)


def test_reformation_day_is_open_where_holidays_are_named() -> None:
    span = (at(10, 31, 10, 2025), at(10, 31, 12, 2025))
    assert opening("Sa,Su,PH 10:00-12:00", at(10, 31, 11, 2025)) == Opening(
        open_now=True, opens_at=None, today=(span,)
    )


def test_the_day_before_reformation_day_announces_no_opening_on_it() -> None:
    closed = opening("Mo-Fr 09:00-12:00; PH off", at(10, 30, 13, 2025))
    assert closed.opens_at == at(11, 3, 9, 2025)


def test_no_opening_is_announced_on_a_holiday_that_the_hours_do_not_mention() -> None:
    eve = opening("Mo-Fr 09:00-12:00", at(12, 24, 13))
    assert eve.opens_at in {None, at(12, 28, 9)}


def test_all_week_hours_hold_on_holidays_too() -> None:
    assert opening("Mo-Su 09:00-12:00", at(12, 25, 10)).open_now is True
