import math

from knowledge.metrics import hit, interval, share


def test_an_accepted_topic_counts_only_among_the_first_offers() -> None:
    ranked = [["library"], ["youth", "library"], ["debt_advice"]]
    assert hit(ranked, ["debt_advice"], 3) is True
    assert hit(ranked, ["debt_advice"], 2) is False


def test_a_share_is_counted_and_of_nothing_there_is_none() -> None:
    assert share([True, True, False, False]) == 0.5
    assert math.isnan(share([]))


def test_the_interval_of_a_sure_thing_has_no_width() -> None:
    assert interval([True] * 20) == (1.0, 1.0)


def test_the_interval_holds_the_share_and_repeats_with_the_seed() -> None:
    outcomes = [True] * 15 + [False] * 5
    low, high = interval(outcomes)
    assert low < 0.75 < high
    assert interval(outcomes) == (low, high)
