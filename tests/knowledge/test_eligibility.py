"""Who may use an offer: hard limits where a wrong offer harms."""

import pytest

from knowledge.eligibility import VICTIMS, refusal
from knowledge.query import Need, Person
from tests.small import offer

SHELTER = offer(topics=["shelter_women"], audience={"gender": "women"})
WORK = offer(topics=["perpetrator_work"], audience={"groups": ["perpetrators"]})
MAN, WOMAN, ANYBODY = Person(gender="m"), Person(gender="f"), Person()
BEATEN, BEATS = [Need("shelter_women", 0.5)], [Need("perpetrator_work", 0.5)]


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


@pytest.mark.parametrize("topic", sorted(VICTIMS))
def test_somebody_who_does_harm_is_not_led_to_the_victims_places(topic: str) -> None:
    place = offer(topics=[topic])
    assert refusal(place, ANYBODY, BEATS) == "protects victims"
    assert refusal(place, Person(groups=frozenset({"perpetrators"})), []) == "protects victims"
    assert refusal(place, ANYBODY, BEATEN) is None


def test_somebody_who_does_harm_is_led_to_help_to_stop() -> None:
    assert refusal(WORK, MAN, BEATS) is None
    both = offer(topics=["perpetrator_work", "violence_men"])
    assert refusal(both, MAN, BEATS) is None


def test_a_beaten_person_is_not_sent_to_help_for_people_who_do_harm() -> None:
    assert refusal(WORK, WOMAN, BEATEN) == "for people who do harm"


def test_an_offer_for_both_sides_is_shown_to_a_beaten_person() -> None:
    both = offer(topics=["perpetrator_work", "violence_men"])
    assert refusal(both, WOMAN, BEATEN) is None


def test_other_offers_stay_open_to_somebody_who_does_harm() -> None:
    assert refusal(offer(), MAN, BEATS) is None
