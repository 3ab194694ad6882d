import math

import pytest

from knowledge.metrics import calibration_error, hit, interval, ndcg, share


def test_an_accepted_topic_counts_only_among_the_first_offers() -> None:
    ranked = [["library"], ["youth", "library"], ["debt_advice"]]
    assert hit(ranked, ["debt_advice"], 3) is True
    assert hit(ranked, ["debt_advice"], 2) is False


def test_gain_is_1_when_the_relevant_offers_stand_in_front() -> None:
    assert ndcg([["a"], ["b", "a"], ["c"]], ["a"], among=5, relevant=2) == 1.0
    assert ndcg([["a"]] * 3, ["a"], among=3, relevant=7) == 1.0


def test_gain_is_discounted_by_the_rank() -> None:
    second, third = 1 / math.log2(3), 1 / 2
    ranked = [["a"], ["b"], ["a"]]
    assert ndcg(ranked, ["a"], among=5, relevant=2) == pytest.approx((1 + third) / (1 + second))
    assert ndcg(ranked[1:], ["a"], among=5, relevant=1) == pytest.approx(second)


def test_gain_counts_only_the_first_offers() -> None:
    assert ndcg([["b"], ["a"]], ["a"], among=1, relevant=1) == 0.0


def test_without_a_relevant_offer_there_is_no_gain() -> None:
    assert ndcg([["b"]], ["a"], among=5, relevant=0) == 0.0


@pytest.mark.parametrize(
    ("sureness", "right", "error"),
    [([0.75] * 4, [True, True, True, False], 0.0), ([0.25, 0.75], [True, False], 0.75),
     ([0.9, 0.9, 0.3], [True, False, True], 0.5), ([1.0, 0.0], [False, True], 1.0),
     ([1.0], [True], 0.0), ([0.0], [True], 1.0)],
)  # fmt: skip
def test_calibration_compares_sureness_with_the_share_of_right_answers(
    sureness: list[float], right: list[bool], error: float
) -> None:
    assert calibration_error(sureness, right) == pytest.approx(error)


def test_too_sure_and_too_unsure_make_up_for_each_other_only_within_a_bin() -> None:
    assert calibration_error([0.25, 0.75], [True, False], bins=1) == 0.0
    assert calibration_error([0.25, 0.75], [True, False], bins=2) == 0.75


def test_of_no_answers_there_is_no_calibration() -> None:
    assert math.isnan(calibration_error([], []))


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


def test_numbers_have_a_mean_and_an_interval_too() -> None:
    assert share([0.25, 0.5, 1.5]) == 0.75
    assert interval([0.25, 0.5]) == (0.25, 0.5)
    assert all(map(math.isnan, interval([])))
