"""A message is cut into clauses of some length."""

import pytest

from knowledge.clauses import Clauses

CUT = Clauses(["und", "and", "and also", "c++"], least_words=3)


@pytest.mark.parametrize("mark", [*".!?;:,…؟،؛–—", "...", "?!", " –", "\n\n"])
def test_punctuation_cuts(mark: str) -> None:
    cut = CUT(f"I have many debts{mark} my flat is cold")
    assert [piece.strip() for piece in cut] == ["I have many debts", "my flat is cold"]


def test_joining_words_cut_and_are_left_out() -> None:
    assert CUT("I have debts and I feel lonely UND das Kind weint") == [
        "I have debts",
        "I feel lonely",
        "das Kind weint",
    ]


def test_the_longest_joining_word_cuts() -> None:
    assert CUT("I have debts and also my children cry") == ["I have debts", "my children cry"]


def test_a_joining_word_is_taken_letter_by_letter() -> None:
    assert CUT("I have debts c++ my children cry") == ["I have debts", "my children cry"]
    assert CUT("I have debts ccc my children cry") == ["I have debts ccc my children cry"]


def test_a_part_of_a_word_joins_nothing() -> None:
    assert CUT("the sandy handle undid my day") == ["the sandy handle undid my day"]


def test_a_short_piece_stays_with_the_next_one() -> None:
    assert CUT("Hello, please, I have debts. My flat is cold.") == [
        "Hello please I have debts",
        "My flat is cold.",
    ]


def test_a_short_piece_at_the_end_stays_with_the_one_before() -> None:
    assert CUT("I have debts, my flat is cold, thank you") == [
        "I have debts",
        "my flat is cold thank you",
    ]


def test_short_pieces_together_make_a_clause() -> None:
    assert CUT("debts, rent, bills, my flat is cold") == ["debts rent bills", "my flat is cold"]


@pytest.mark.parametrize("text", ["I have debts", "wo finde ich Hilfe im Alltag?"])
def test_what_cannot_be_cut_is_one_clause(text: str) -> None:
    assert CUT(text) == [text]


@pytest.mark.parametrize("text", ["", "debts", "so lonely", "help, debts"])
def test_fewer_words_are_no_clause(text: str) -> None:
    assert CUT(text) == []


@pytest.mark.parametrize("number", ["10:30", "3.5", "3,5", "1.000.000", "12–14"])
def test_a_time_or_a_number_is_not_cut(number: str) -> None:
    text = f"there I pay {number} euros every month"
    assert CUT(text) == [text]
