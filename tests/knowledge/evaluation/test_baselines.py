"""What others would answer, on three small offers."""

import json
from pathlib import Path

from knowledge.build import Knowledge
from knowledge.evaluation.baselines import bm25, diet, untrained
from tests.fakes import FakeEncoder, knowledge
from tests.small import offer, question

DEBTS, LONELY, SHELTER = ("debt_advice",), ("loneliness",), ("shelter_women",)


def three() -> Knowledge:
    """Offers for three needs."""
    return knowledge(
        offer(name="Beratung", summary={"de": "Hilft bei Schulden."}),
        offer(id="cafe", name="Treff", topics=LONELY, summary={"de": "Für alle, die allein sind."}),
        offer(id="house", name="Haus", topics=SHELTER, summary={"de": "Schützt im Frauenhaus."}),
    )


def test_bm25_puts_the_offer_with_the_asked_words_first() -> None:
    answer = bm25(three())
    assert (answer(question(text="Schulden!")) or ())[0] == DEBTS
    assert (answer(question(text="Wer sind die vom Treff?")) or ())[0] == LONELY


def test_bm25_knows_words_by_their_german_stem() -> None:
    assert (bm25(three())(question(text="wer schützte mich")) or ())[0] == SHELTER


def test_bm25_finds_nothing_without_a_known_word() -> None:
    assert bm25(three())(question(text="xyz")) == ()
    assert bm25(three())(question(text="")) == ()


def test_bm25_answers_with_five_offers() -> None:
    many = knowledge(*(offer(id=f"debts-{number}") for number in range(7)))
    assert bm25(many)(question(text="Schulden")) == (DEBTS,) * 5


def test_the_untrained_encoder_puts_the_nearest_offer_first() -> None:
    answer = untrained(three(), FakeEncoder())
    assert (answer(question(text="lonely")) or ())[0] == LONELY
    assert (answer(question(text="debts")) or ())[0] == DEBTS
    assert sorted(answer(question(text="shelter")) or ()) == [DEBTS, LONELY, SHELTER]


def test_diet_answers_what_its_run_left_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "diet.json"
    path.write_text(json.dumps({"answers": {"q": ["library", "youth"]}}))
    answer = diet(path)
    assert answer(question()) == (("library",), ("youth",))
    assert answer(question(id="other")) is None


def test_without_a_run_diet_answers_nothing(tmp_path: Path) -> None:
    assert diet(tmp_path / "diet.json")(question()) is None
