"""The search with everything faked: ranking, reasons and times exactly."""

from dataclasses import replace
from itertools import count

import pytest

from knowledge.query import Person, Query
from knowledge.search import Dropped, Hit, Result
from tests.fakes import search
from tests.small import NOW, offer, places

DEBTS = offer(id="debts", topics=["debt_advice"])
LONELY = offer(id="lonely", topics=["loneliness"])
BOTH = offer(id="both", topics=["loneliness", "debt_advice"])
SHELTER = offer(id="shelter", topics=["shelter_women"], audience={"gender": "women"})
WORK = offer(id="work", topics=["perpetrator_work"])


def ask(text: str, **person: str) -> Query:
    """A query at a fixed moment."""
    return Query(text=text, person=Person(**person), now=NOW)  # type: ignore[arg-type]  # gender only


def ranking(result: Result) -> list[tuple[str, float]]:
    """Ids and scores of what is shown."""
    return [(hit.offer.id, hit.score) for hit in result.hits]


def test_the_likelier_topic_comes_first() -> None:
    found = search(LONELY, DEBTS, SHELTER)(ask("debts"))
    assert ranking(found) == [("debts", 0.75), ("lonely", 0.125)]


def test_a_further_topic_of_an_offer_adds_its_share() -> None:
    found = search(BOTH, DEBTS, other_topic=0.5)(ask("debts"))
    assert ranking(found) == [("debts", 0.75), ("both", 0.125 + 0.5 * 0.75)]


def test_an_offer_of_no_likely_topic_is_not_found() -> None:
    assert ranking(search(SHELTER, WORK)(ask("debts"))) == []


def test_an_offer_called_by_its_name_is_found_without_its_topic() -> None:
    found = search(SHELTER, WORK, DEBTS, names=[0.5, 0.4375, 0.0], lexical=2.0)(ask("debts"))
    assert ranking(found) == [("shelter", 1.0), ("debts", 0.75)]


def test_topics_already_covered_make_room_for_the_next() -> None:
    first, second = offer(id="a", topics=["shelter_women"]), offer(id="b", topics=["shelter_women"])
    found = search(first, second, DEBTS, covered=0.5)(ask("beaten"))
    assert ranking(found) == [("a", 0.5), ("debts", 0.375), ("b", 0.25)]


def test_every_named_need_gets_an_offer_before_any_gets_a_second() -> None:
    first, second = offer(id="a", topics=["shelter_women"]), offer(id="b", topics=["shelter_women"])
    found = search(first, second, DEBTS)(ask("beaten"))
    assert ranking(found) == [("a", 0.5), ("debts", 0.375), ("b", 0.5)]


def test_meaning_decides_between_offers_of_one_topic() -> None:
    near = offer(id="a", summary={"de": "schulden"})
    far = offer(id="b", summary={"de": "allein"})
    found = search(far, near, dense=0.25)(ask("debts"))
    assert ranking(found) == [("a", 1.0), ("b", 0.75)]


def test_an_offer_of_another_town_falls_behind() -> None:
    here, there = offer(id="a", area_served=["Garbsen"]), offer(id="b", area_served=["Laatzen"])
    query = replace(ask("debts"), place=places().towns["Garbsen"])
    assert ranking(search(there, here)(query)) == [("a", 0.75), ("b", 0.375)]


def test_each_hit_says_what_its_score_is_made_of() -> None:
    hit = search(DEBTS, reachable=0.25)(ask("debts")).hits[0]
    assert {why: share for why, share in hit.why.items() if share} == {
        "topic": 0.75,
        "reachable": 0.25,
    }
    assert hit == Hit(DEBTS, 1.0, hit.why)


def test_what_must_not_be_shown_is_kept_with_its_reason() -> None:
    found = search(SHELTER, DEBTS)(ask("beaten", gender="m"))
    assert ranking(found) == [("debts", 0.375)]
    assert found.dropped == (Dropped(SHELTER, "only for women"),)


def test_somebody_who_does_harm_gets_no_shelter() -> None:
    found = search(SHELTER, WORK)(ask("violent"))
    assert ranking(found) == [("work", 0.75)]
    assert found.dropped == (Dropped(SHELTER, "would harm with perpetrator_work"),)


def test_no_more_offers_than_set_are_given() -> None:
    offers = [offer(id=f"o{number:02}") for number in range(12)]
    assert len(search(*offers)(ask("debts")).hits) == 9


def test_an_off_topic_message_gives_no_offers() -> None:
    found = search(LONELY)(ask("weather"))
    assert (found.hits, found.dropped, found.said.off_topic) == ((), (), True)
    assert list(found.seconds) == ["understand"]


def test_a_button_is_taken_at_its_word() -> None:
    found = search(LONELY, DEBTS)(ask("weather").choosing("debt_advice"))
    assert ranking(found) == [("debts", 1.0)]
    assert (found.said.certain, found.said.off_topic) == (True, False)


def test_what_was_understood_already_is_not_understood_again() -> None:
    find = search(LONELY, DEBTS)
    said = find.understand("lonely")
    assert ranking(find(ask("debts"), said)) == [("lonely", 0.875)]


def test_each_step_takes_its_time() -> None:
    ticks = (2.0**number for number in count())
    found = search(DEBTS, clock=lambda: next(ticks))(ask("debts"))
    assert found.seconds == {"understand": 1.0, "retrieve": 2.0, "rank": 4.0}


@pytest.mark.parametrize("text", ["", "blah"])
def test_a_message_that_says_nothing_finds_nothing(text: str) -> None:
    assert ranking(search(DEBTS)(ask(text))) == []
