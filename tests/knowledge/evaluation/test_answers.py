"""How right an answer is, and what is asked of the search."""

import math

import pytest

from knowledge.evaluation.answers import Answer, Ranked, ask
from tests.fakes import knowledge
from tests.small import offer, question

DEBTS, LIBRARY, HARM = ("debt_advice",), ("library",), ("perpetrator_work",)
TWO_NEEDS = question(needs=[["debt_advice", "energy_costs"], ["loneliness"]])


def answer(*ranked: tuple[str, ...]) -> Answer:
    """An answer to the question about debts, for which perpetrators' work would harm."""
    return Answer(question(), ranked)


@pytest.mark.parametrize(
    ("ranked", "first", "found"),
    [((DEBTS,), True, True), ((LIBRARY, LIBRARY, DEBTS), False, True),
     ((LIBRARY, LIBRARY, LIBRARY, DEBTS), False, False), ((), False, False)],
)  # fmt: skip
def test_an_offer_is_found_among_the_first_three(ranked: Ranked, first: bool, found: bool) -> None:
    assert (answer(*ranked).first, answer(*ranked).found) == (first, found)


def test_gain_counts_the_first_five_against_the_best_possible() -> None:
    third = 1 / math.log2(4)
    second = 1 / math.log2(3)
    assert answer(LIBRARY, LIBRARY, DEBTS, LIBRARY, LIBRARY, DEBTS).gain == pytest.approx(
        third / (1 + second + third + 1 / math.log2(5) + 1 / math.log2(6))
    )
    assert Answer(question(), (LIBRARY, LIBRARY, DEBTS), relevant=1).gain == 0.5


def test_an_offer_that_would_harm_counts_among_the_first_three() -> None:
    assert answer(DEBTS, HARM).harmful is True
    assert answer(LIBRARY, LIBRARY, LIBRARY, HARM).harmful is False


def test_an_offer_that_serves_the_need_too_does_no_harm() -> None:
    assert answer((*HARM, *DEBTS)).harmful is False


def test_a_place_that_nobody_named_is_wrong() -> None:
    assert Answer(question(), (), place="Garbsen").placed is False
    assert Answer(question(), ()).placed is True
    assert Answer(question(place="Garbsen"), (), place="Garbsen").placed is True
    assert Answer(question(place="Garbsen"), ()).placed is False


@pytest.mark.parametrize(
    ("named", "met", "right"),
    [((), 0, 0), (("energy_costs",), 1, 1), (("debt_advice", "energy_costs"), 1, 2),
     (("loneliness", "library", "debt_advice"), 2, 2)],
)  # fmt: skip
def test_needs_are_met_by_any_of_their_topics(named: tuple[str, ...], met: int, right: int) -> None:
    said = Answer(TWO_NEEDS, (), needs=named)
    assert (said.needs_met, said.needs_right) == (met, right)


def test_a_question_is_asked_to_the_search() -> None:
    offers = (offer(), offer(id="cafe", topics=["loneliness"]), offer(id="more-debts"))
    asked = question(text="debts in Garbsen", place="Garbsen")
    said = ask(knowledge(*offers), asked)
    assert said == Answer(
        question=asked,
        ranked=(DEBTS, DEBTS, ("loneliness",)),
        relevant=2,
        needs=("debt_advice",),
        place="Garbsen",
        sureness=0.75,
        certain=True,
        off_topic=False,
    )


def test_an_unsure_answer_says_so() -> None:
    said = ask(knowledge(offer()), question(text="hmm"))
    assert (said.certain, said.off_topic, said.sureness) == (False, False, 0.0625)


def test_a_declined_question_gets_no_offers() -> None:
    said = ask(knowledge(offer()), question(text="weather", expect="decline"))
    assert (said.off_topic, said.certain, said.ranked, said.relevant) == (True, False, (), 0)


def test_a_message_that_says_nothing_has_no_sureness() -> None:
    said = ask(knowledge(offer()), question(text="xyz"))
    assert (said.needs, said.sureness, said.place) == ((), 0.0, None)
