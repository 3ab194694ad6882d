"""Several needs as one bundle: a group of offers for each."""

import numpy as np

from knowledge.bundle import Group, bundle
from knowledge.models import Offer
from knowledge.query import Need, Query, Understanding
from knowledge.search import Hit, Result
from knowledge.settings import ResultSettings
from tests.small import offer

SETTINGS = ResultSettings(offers=9, shown=3, most_shown=4)
DEBTS = [offer(id=f"debts-{number}") for number in (1, 2, 3)]
COMPANY = offer(id="company", topics=["loneliness"])
BOTH = offer(id="both", topics=["loneliness", "debt_advice"])


def result(offers: list[Offer], *topics: str) -> Result:
    """Offers in this order for these needs, the most likely first."""
    needs = tuple(Need(topic, 0.4) for topic in topics)
    said = Understanding(np.zeros(1, np.float32), needs=needs, likely=needs)
    return Result(Query(), said, tuple(Hit(one, 1.0, {}) for one in offers))


def test_each_need_gets_its_share_of_what_is_shown() -> None:
    found = bundle(result([*DEBTS, COMPANY], "debt_advice", "loneliness"), SETTINGS)
    assert found == (Group("debt_advice", tuple(DEBTS[:2])), Group("loneliness", (COMPANY,)))


def test_an_offer_for_two_needs_stands_in_one_group_only() -> None:
    found = bundle(result([BOTH, COMPANY], "debt_advice", "loneliness"), SETTINGS)
    assert found == (Group("debt_advice", (BOTH,)), Group("loneliness", (COMPANY,)))


def test_an_offer_moves_on_where_its_first_group_is_full() -> None:
    found = bundle(result([*DEBTS[:2], BOTH], "debt_advice", "loneliness"), SETTINGS)
    assert found[1] == Group("loneliness", (BOTH,))


def test_a_need_without_offers_has_no_group() -> None:
    assert bundle(result(DEBTS[:1], "debt_advice", "loneliness"), SETTINGS) == (
        Group("debt_advice", (DEBTS[0],)),
    )


def test_without_needs_there_are_no_groups() -> None:
    assert bundle(result(DEBTS), SETTINGS) == ()
