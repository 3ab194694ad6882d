"""Needs in the whole of a message, in its clauses, and in what is left over."""

from collections.abc import Mapping

import numpy as np
import pytest

from knowledge.clauses import Clauses
from knowledge.needs import NeedsReader
from knowledge.query import Need
from tests.fakes import FakeEncoder, FakeTopics
from tests.small import settings

POSSIBLE = np.ones(4, dtype=np.float32)
TWO = "so many debts, all alone here"


def needs(
    text: str, table: Mapping[str, Mapping[str, float]], possible: np.ndarray = POSSIBLE
) -> tuple[Need, ...]:
    """What is named for a message, by a table of what the first known words say."""
    reader = NeedsReader(FakeEncoder(), FakeTopics(table), Clauses(["and"], 3), settings().needs)
    return reader.named(reader.likely(reader.chances(text, possible)))


def test_what_one_clause_says_clearly_is_a_need_though_the_whole_hides_it() -> None:
    table = {TWO: {"debt_advice": 0.5}, "all alone": {"loneliness": 0.75}, "debts": {}}
    assert needs(TWO, table) == (Need("debt_advice", 0.5), Need("loneliness", 0.25))


def test_what_a_clause_says_faintly_is_no_need() -> None:
    table = {TWO: {"debt_advice": 0.5}, "debts": {"debt_advice": 0.5}, "all alone": {}}
    assert needs(TWO, table) == (Need("debt_advice", 0.5),)


def test_what_is_left_without_the_first_needs_clause_is_read_by_itself() -> None:
    text = "so many debts here, we are alone, nobody ever comes"
    table = {text: {"debt_advice": 0.5}, "debts": {"debt_advice": 0.75}} | {
        "alone nobody": {"loneliness": 0.5},
        "alone": {},
    }
    assert needs(text, table) == (Need("debt_advice", 0.5), Need("loneliness", 0.25))


def test_an_excluded_topic_is_never_named() -> None:
    table = {"debts": {"debt_advice": 0.75, "loneliness": 0.125}}
    possible = np.array([0, 1, 1, 1], dtype=np.float32)
    assert needs("debts", table, possible) == (Need("loneliness", 0.125),)


@pytest.mark.parametrize("text", ["debts", "debts, debts"])
def test_a_short_message_is_read_once(text: str) -> None:
    assert needs(text, {"debts": {"debt_advice": 0.75}}) == (Need("debt_advice", 0.75),)
