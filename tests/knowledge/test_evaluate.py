from collections.abc import Sequence

from knowledge.evaluate import Outcome, report


def outcome(topics: Sequence[tuple[str, ...]], place: str | None = None) -> Outcome:
    """An outcome of one question about debts, for which perpetrators' work would harm."""
    question = {
        "id": "q",
        "lang": "de",
        "text": "Schulden",
        "topics": ["debt_advice"],
        "must_not": ["perpetrator_work"],
    }
    return Outcome(question, tuple(topics), place, certain=True)


def test_an_offer_that_would_harm_is_counted_among_the_first_three() -> None:
    assert outcome([("debt_advice",), ("perpetrator_work",)]).harmful is True
    assert outcome([("library",)] * 3 + [("perpetrator_work",)]).harmful is False


def test_a_place_that_nobody_named_is_wrong() -> None:
    assert outcome([], place="Garbsen").placed is False
    assert outcome([]).placed is True


def test_every_miss_is_listed_to_be_read() -> None:
    text = report([outcome([("debt_advice",)]), outcome([("library",)])])
    assert "misses: 1" in text
    assert "wanted debt_advice; got library" in text
