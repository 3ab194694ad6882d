"""Refine: a follow-up narrows the search that was there, or starts another one."""

from actions.search import ActionSearch
from tests.talk import turn

GARBSEN = {"name": "Garbsen", "latitude": 52.42, "longitude": 9.60}


def test_a_place_keeps_the_need() -> None:
    said = turn(ActionSearch(), "and in Garbsen?", "refine", need="I have debts")
    assert said.responses == ["utter_offers_near", "custom"]
    assert said.payload["needs"] == ["debt_advice"]
    assert (said.slots["need"], said.slots["place"]) == ("I have debts", GARBSEN)


def test_a_corrected_place_replaces_the_first() -> None:
    said = turn(ActionSearch(), "no, Linden", "refine", need="debts", place=GARBSEN)
    assert said.payload["place"] == "Linden"
    assert said.slots["place"] == {"name": "Linden", "latitude": 52.36, "longitude": 9.71}


def test_a_wish_keeps_need_and_place() -> None:
    said = turn(ActionSearch(), "free", "refine", need="debts", place=GARBSEN)
    assert said.slots["wishes"] == {"access": ["free"], "time": [], "languages": []}
    assert (said.slots["need"], said.slots["place"]) == ("debts", GARBSEN)


def test_a_person_is_added_to_the_search() -> None:
    said = turn(ActionSearch(), "for my children", "refine", need="debts")
    assert said.slots["person"] == {"gender": None, "age": None, "groups": ["parents"]}


def test_a_refinement_read_as_a_need_still_keeps_the_need() -> None:
    said = turn(ActionSearch(), "in Garbsen, free please", "need", need="I have debts")
    assert said.slots["need"] == "I have debts"
    assert said.payload["needs"] == ["debt_advice"]


def test_a_follow_up_that_clearly_names_another_need_starts_it() -> None:
    said = turn(ActionSearch(), "and lonely", "refine", need="I have debts", place=GARBSEN)
    assert said.shown == ["cafe"]
    assert (said.slots["need"], said.slots["place"]) == ("and lonely", GARBSEN)


def test_a_place_without_a_need_is_remembered_and_the_need_is_asked() -> None:
    said = turn(ActionSearch(), "in Garbsen", "refine")
    assert said.responses == ["utter_refine_what"]
    assert said.slots["place"] == GARBSEN
    assert said.slots["need"] == ""


def test_a_chosen_topic_stays_chosen_when_it_is_refined() -> None:
    said = turn(ActionSearch(), "in Garbsen", "refine", topics=["loneliness"])
    assert said.shown == ["cafe"]
    assert said.slots["topics"] == ["loneliness"]


def test_another_language_answers_the_same_need_in_it() -> None:
    said = turn(ActionSearch(), "english", "switch_language", need="debts", language="en")
    assert said.payload["labels"] == ["Debts"]
    assert said.slots["need"] == "debts"
