"""What a message says, by a topic model worked out on paper."""

import pytest

from knowledge.query import Need, Person, Wishes
from tests.fakes import ELSE, understander


def test_the_likeliest_topics_are_the_needs_best_first() -> None:
    said = understander()("beaten")
    assert said.needs == (Need("shelter_women", 0.5), Need("debt_advice", 0.375))
    assert said.likely == said.needs


def test_a_weak_topic_is_likely_but_no_need() -> None:
    said = understander()("debts")
    assert said.needs == (Need("debt_advice", 0.75),)
    assert said.likely == (Need("debt_advice", 0.75), Need("loneliness", 0.125))


def test_the_best_topic_is_the_need_where_none_is_strong() -> None:
    said = understander()("hmm")
    assert said.needs == (Need("debt_advice", 0.0625),)
    assert said.certain is False


def test_a_message_that_says_nothing_has_no_need() -> None:
    said = understander()("blah")
    assert (said.needs, said.likely, said.certain) == ((), (), False)


def test_certainty_is_the_sum_of_the_likeliest_three() -> None:
    assert understander()("lonely").certain is True
    assert understander()("debts").certain is True


def test_an_off_topic_message_is_never_certain() -> None:
    said = understander()("weather")
    assert (said.off_topic, said.certain) == (True, False)
    assert understander()("debts").off_topic is False


def test_the_message_keeps_its_vector() -> None:
    assert understander()("debts").vector.tolist() == [1.0, 0.0, 0.0, 0.0]
    assert understander()("blah").vector[ELSE] == 1.0


def test_place_and_point_are_found() -> None:
    said = understander()("debts, 30823")
    assert said.place is not None
    assert said.point is not None
    assert (said.place.name, said.point.latitude) == ("Garbsen", 52.41)
    assert understander()("debts").point is None


def test_gender_and_groups_come_from_the_lexicon() -> None:
    said = understander().person("Ich bin eine Frau, meine Kinder und ich")
    assert said == Person(gender="f", groups=frozenset({"parents"}))
    assert understander().person("Ich bin ein Mann").gender == "m"


def test_both_genders_say_nothing_of_the_person() -> None:
    assert understander().person("Ich bin ein Mann. I am a woman").gender is None


def test_help_for_somebody_else_is_noticed() -> None:
    assert understander()("debts für meine Schwester").other_person is True
    assert understander()("debts").other_person is False


def test_wishes_are_cost_time_and_language() -> None:
    assert understander().wishes("free, open now, in Turkish") == Wishes(
        access=frozenset({"free"}), time=frozenset({"open_now"}), languages=frozenset({"tr"})
    )


@pytest.mark.parametrize("text", ["in Garbsen", "open now", "ich bin 30 Jahre", "auf türkisch"])
def test_a_place_person_or_wish_refines(text: str) -> None:
    assert understander()(text).refines is True


def test_a_bare_need_does_not_refine() -> None:
    assert understander()("debts").refines is False
