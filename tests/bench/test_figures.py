"""The benchmark's figures, each worked out by hand."""

import pytest

from tests.bench.figures import (
    Measured,
    Timings,
    markdown,
    percentile,
    rows,
    session_and_pages,
    share_good,
)

STOCK = Measured(10.0, 500.0, {1: Timings((40.0, 60.0, 50.0, 90.0), 0.25, 4)})
OURS = Measured(5.0, 750.0, {1: Timings((10.0, 20.0, 30.0, 40.0), 0.1, 3)})


@pytest.mark.parametrize(
    ("percent", "value"), [(0, 10), (25, 10), (26, 20), (50, 20), (75, 30), (95, 40), (100, 40)]
)
def test_a_percentile_is_the_value_at_its_nearest_rank(percent: float, value: float) -> None:
    assert percentile([30, 10, 40, 20], percent) == value


def test_the_median_of_three_is_the_middle_one() -> None:
    assert percentile([7.0, 1.0, 3.0], 50) == 3.0


def test_the_95th_percentile_of_1_to_150_is_143() -> None:
    assert percentile(range(1, 151), 95) == 143  # 142.5 rounded up


def test_a_rate_is_messages_by_seconds() -> None:
    assert Timings((10.0, 20.0, 30.0, 40.0), 0.1, 4).rate == pytest.approx(40.0)


def test_good_answers_are_counted_over_all_loads() -> None:
    side = Measured(1.0, 1.0, {1: Timings((1.0,) * 4, 1.0, 4), 8: Timings((1.0,) * 6, 1.0, 5)})
    assert share_good(side) == pytest.approx(0.9)


def test_session_and_pages_are_read_past_a_name_with_spaces_and_brackets() -> None:
    before = "77 (my (odd) name) S 70 77 66 0 -1 4194304 11 12 13 14 15 16 17 18 20 0 3 0 900"
    assert session_and_pages(f"{before} 2331660 2247 184467") == (66, 2247)


def test_rows_hold_both_sides_and_their_ratio() -> None:
    assert rows(STOCK, OURS) == [
        ("1 user: p50, ms", "50.0", "20.0", "0.40"),
        ("1 user: p95, ms", "90.0", "40.0", "0.44"),
        ("1 user: messages/s", "16.0", "40.0", "2.50"),
        ("start to first answer, s", "10.0", "5.0", "0.50"),
        ("memory (RSS), MB", "500", "750", "1.50"),
        ("answers as hoped for, %", "100.0", "75.0", "0.75"),
    ]


def test_a_table_has_a_head_a_rule_and_its_rows() -> None:
    table = markdown(("", "a", "b"), [("x", "1", "2")])
    assert table == "|  | a | b |\n| --- | ---: | ---: |\n| x | 1 | 2 |"
