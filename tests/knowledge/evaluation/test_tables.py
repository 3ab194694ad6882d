"""The tables, worked out on paper for a handful of answers."""

import pytest

from knowledge.evaluation import tables
from knowledge.evaluation.answers import Answer
from knowledge.evaluation.baselines import Baseline
from tests.small import question

DEBTS, LIBRARY, HARM = ("debt_advice",), ("library",), ("perpetrator_work",)
RIGHT = Answer(question(), (DEBTS,), relevant=1, needs=(*DEBTS, *LIBRARY), sureness=0.75)
LATE = Answer(question(lang="tr"), (LIBRARY, LIBRARY, DEBTS), relevant=1, needs=LIBRARY)
WRONG = Answer(question(id="w"), (LIBRARY, HARM), needs=(*LIBRARY, *HARM), place="Garbsen")
DECLINED = Answer(question(id="d"), (), certain=False, off_topic=True)
ASIDE = question(id="o", expect="decline")
BOTH = question(id="b", needs=[["debt_advice"], ["loneliness", "youth"]])


def row(table: str, name: str) -> list[str]:
    """The words of a row after its name."""
    [found] = [line.split() for line in table.splitlines() if line.split()[0] == name]
    return found[1:]


def by_language(answers: list[Answer], **baselines: Baseline) -> str:
    """The table by language."""
    return tables.needs_table(answers, {"language": lambda one: one.question.lang or ""}, baselines)


def test_a_row_measures_its_group() -> None:
    found = row(by_language([LATE]), "tr")
    assert found == ["1", "0.00", "1.00", "[1.00,", "1.00]", "0.50", "0.000", "[0.000,", "0.000]",
                     "1.00", "0.00"]  # fmt: skip


def test_harm_a_wrong_place_and_declining_are_counted() -> None:
    found = row(by_language([WRONG, DECLINED]), "de")
    assert found == ["2", "0.00", "0.00", "[0.00,", "0.00]", "0.00", "0.500", "[0.000,", "1.000]",
                     "0.50", "0.50"]  # fmt: skip


def test_groups_stand_in_order_under_their_title_and_all_at_the_end() -> None:
    lines = by_language([LATE, RIGHT, WRONG]).splitlines()
    assert [line.split()[:2] for line in lines[1:]] == [
        ["by", "language"],
        ["de", "2"],
        ["tr", "1"],
        ["all", "3"],
    ]


def test_a_baseline_is_right_among_three_of_the_questions_it_answered() -> None:
    answered = {"q": (LIBRARY, LIBRARY, DEBTS), "w": (LIBRARY,) * 3 + (DEBTS,)}
    table = by_language(
        [RIGHT, WRONG, DECLINED, LATE], some=lambda one: answered.get(one.id), none=lambda _: None
    )
    assert table.splitlines()[0].split()[-2:] == ["some", "none"]
    assert row(table, "de")[-2:] == ["0.50", "–"]
    assert row(table, "tr")[-2:] == ["1.00", "–"]
    assert row(table, "all")[-2:] == ["0.67", "–"]


def test_several_needs_have_recall_and_precision() -> None:
    half = Answer(BOTH, (), needs=("youth", "library", "housing"))
    whole = Answer(BOTH, (), needs=("loneliness", "debt_advice"))
    assert tables.several_table([half, whole]) == (
        "2 messages, 4 needs asked, 5 named: recall 0.75 (by message 0.75 [0.50, 1.00]), "
        "precision 0.60"
    )


def test_declining_has_recall_and_precision() -> None:
    declined = Answer(ASIDE, (), certain=False, off_topic=True)
    unsure, answered = Answer(ASIDE, (), certain=False), Answer(ASIDE, ())
    off = [declined, declined, unsure, answered]
    text = tables.off_topic_table(off, [RIGHT, WRONG, LATE, DECLINED])
    assert text.startswith("4 messages: declined 0.50 [")
    assert "declined or asked back 0.75, precision 0.67; of 4 needs wrongly declined 0.250" in text


def test_who_declines_nothing_declines_nothing_wrongly() -> None:
    assert "precision 1.00" in tables.off_topic_table([Answer(ASIDE, ())], [RIGHT])


@pytest.mark.parametrize(
    ("answers", "line"),
    [([RIGHT], "sure 0.75, right 1.00, error 0.250"),
     ([RIGHT, WRONG], "sure 0.38, right 0.50, error 0.125"),
     ([DECLINED], "sure 0.00, right 0.00, error 0.000")],
)  # fmt: skip
def test_calibration_compares_sureness_with_what_is_right(answers: list[Answer], line: str) -> None:
    assert tables.calibration_line(answers) == f"calibration: {line}"


def test_every_miss_is_listed_to_be_read() -> None:
    assert tables.misses([RIGHT, LATE]) == []
    [miss] = tables.misses([RIGHT, WRONG])
    assert miss == (
        "  w (harmful, not found, place Garbsen, not None): 'debts'\n"
        "      wanted debt_advice; named library, perpetrator_work; "
        "offers library, perpetrator_work"
    )


def test_a_declined_need_is_a_miss() -> None:
    [miss] = tables.misses([DECLINED])
    assert miss.startswith("  d (not found, declined): ")
    assert miss.endswith("; offers nothing")


def test_a_need_that_was_found_in_a_wrong_place_is_a_miss() -> None:
    [miss] = tables.misses([Answer(question(place="Garbsen"), (DEBTS,))])
    assert miss.startswith("  q (place None, not Garbsen): ")


def test_a_need_that_was_missed_or_made_up_is_listed() -> None:
    both = Answer(BOTH, (), needs=("debt_advice", "youth"))
    missed = Answer(BOTH, (), needs=("debt_advice",))
    made_up = Answer(BOTH, (), needs=("debt_advice", "youth", "library"))
    listed = tables.several_misses([both, missed, made_up])
    assert listed == [
        "  b: 'debts'\n      wanted debt_advice + loneliness/youth; named debt_advice",
        "  b: 'debts'\n      wanted debt_advice + loneliness/youth; named "
        + ", ".join(made_up.needs),
    ]
