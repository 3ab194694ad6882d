"""Who may use an offer: hard limits where a wrong offer harms."""

from collections.abc import Sequence

import pytest

from knowledge import eligibility
from knowledge.models import Offer
from knowledge.query import Need, Person
from knowledge.settings import LimitsSettings, search_settings
from tests.small import limits, offer

SHELTER = offer(topics=["shelter_women"], audience={"gender": "women"})
WORK = offer(topics=["perpetrator_work"], audience={"groups": ["perpetrators"]})
MAN, WOMAN, ANYBODY = Person(gender="m"), Person(gender="f"), Person()
LIMITS = LimitsSettings.model_validate(limits())
BEATEN, BEATS = [Need("shelter_women", 0.5)], [Need("perpetrator_work", 0.5)]


def refusal(place: Offer, person: Person, likely: Sequence[Need]) -> str | None:
    """Why the place must not be shown, by the small limits."""
    return eligibility.refusal(place, person, likely, LIMITS)


def test_a_man_is_never_sent_to_a_womens_shelter() -> None:
    assert refusal(SHELTER, MAN, BEATEN) == "only for women"


def test_a_woman_is_sent_to_a_womens_shelter() -> None:
    assert refusal(SHELTER, WOMAN, BEATEN) is None


def test_somebody_who_says_nothing_of_themselves_sees_offers_for_women_and_for_men() -> None:
    assert refusal(SHELTER, ANYBODY, BEATEN) is None
    assert refusal(offer(audience={"gender": "men"}), ANYBODY, BEATEN) is None


def test_a_woman_is_not_sent_to_an_offer_for_men() -> None:
    assert refusal(offer(audience={"gender": "men"}), WOMAN, []) == "only for men"


def test_an_offer_for_all_refuses_nobody() -> None:
    assert [refusal(offer(), person, []) for person in (MAN, WOMAN, ANYBODY)] == [None] * 3


@pytest.mark.parametrize(
    ("age", "reason"),
    [
        (13, "not for this age"),
        (14, None),
        (27, None),
        (28, "not for this age"),
        (None, None),
    ],
)
def test_an_offer_is_for_its_ages_only(age: int | None, reason: str | None) -> None:
    youth = offer(audience={"minimum_age": 14, "maximum_age": 27})
    assert refusal(youth, Person(age=age), []) == reason


def test_somebody_who_does_harm_is_not_led_to_the_victims_places() -> None:
    violent = Person(groups=frozenset({"perpetrators"}))
    assert refusal(SHELTER, ANYBODY, BEATS) == "would harm with perpetrator_work"
    assert refusal(SHELTER, violent, BEATEN) == "would harm with perpetrator_work"
    assert refusal(SHELTER, ANYBODY, BEATEN) is None


def test_somebody_whose_need_is_not_known_is_not_taken_for_one_who_does_harm() -> None:
    assert refusal(SHELTER, ANYBODY, []) is None
    assert refusal(WORK, ANYBODY, []) == "for people who do harm"


def test_a_need_that_is_nearly_as_likely_speaks_against_a_conflict() -> None:
    rival = [Need("perpetrator_work", 0.4), Need("shelter_women", 0.2)]
    weak = [Need("perpetrator_work", 0.5), Need("shelter_women", 0.2)]
    assert refusal(SHELTER, ANYBODY, rival) is None
    assert refusal(SHELTER, ANYBODY, weak) == "would harm with perpetrator_work"


def test_the_real_limits_keep_both_sides_apart() -> None:
    real = search_settings().limits
    for victim in (
        "shelter_women",
        "counselling_women_violence",
        "violence_men",
        "sexual_violence",
    ):
        work, place = offer(topics=["perpetrator_work"]), offer(topics=[victim])
        assert eligibility.refusal(work, ANYBODY, [Need(victim, 0.5)], real)
        assert eligibility.refusal(place, ANYBODY, BEATS, real)


def test_somebody_who_does_harm_is_led_to_help_to_stop() -> None:
    assert refusal(WORK, MAN, BEATS) is None
    both = offer(topics=["perpetrator_work", "violence_men"])
    assert refusal(both, MAN, BEATS) is None


def test_a_beaten_person_is_not_sent_to_help_for_people_who_do_harm() -> None:
    assert refusal(WORK, WOMAN, BEATEN) == "for people who do harm"


def test_an_offer_for_both_sides_is_shown_to_a_beaten_person() -> None:
    both = offer(topics=["perpetrator_work", "shelter_women"])
    assert refusal(both, WOMAN, BEATEN) is None


def test_other_offers_stay_open_to_somebody_who_does_harm() -> None:
    assert refusal(offer(), MAN, BEATS) is None
