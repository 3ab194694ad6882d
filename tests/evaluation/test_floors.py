"""The search is never worse than the floors, on questions that it did not learn from."""

import tomllib
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

import pytest

from knowledge.build import load_data, load_knowledge
from knowledge.encoder import load_encoder
from knowledge.evaluation.answers import Answer, ask
from knowledge.evaluation.questions import Question, load_questions
from knowledge.metrics import share
from knowledge.settings import Settings

pytestmark = pytest.mark.slow
HERE = Path(__file__).parent
FLOORS = tomllib.loads((HERE / "floors.toml").read_text("utf-8"))
LEAST_QUESTIONS = 300


def questions(name: str) -> list[Question]:
    """The questions of a file."""
    return load_questions([HERE / f"{name}.jsonl"])


@cache
def answers(name: str) -> tuple[Answer, ...]:
    """What the real search answers to them."""
    settings = Settings()
    knowledge = load_knowledge(settings.build, load_encoder(settings.encoder, settings.build))
    return tuple(ask(knowledge, question) for question in questions(name))


def of(name: str, group: Sequence[Answer]) -> list[Answer]:
    """The answers to questions of a language, or to the indirect ones."""
    if name == "indirect":
        return [one for one in group if one.question.indirect]
    return [one for one in group if one.question.lang == name]


@pytest.mark.parametrize("name", FLOORS["three"])
def test_one_of_the_first_three_offers_is_right(name: str) -> None:
    found = [one.found for one in of(name, answers("needs"))]
    assert share(found) >= FLOORS["three"][name]


MEASURES: dict[str, Callable[[Answer], bool]] = {
    "first": lambda one: one.first,
    "three": lambda one: one.found,
    "place": lambda one: one.placed,
}


@pytest.mark.parametrize("measure", MEASURES)
def test_needs_are_answered_as_well_as_ever(measure: str) -> None:
    assert share([MEASURES[measure](one) for one in answers("needs")]) >= FLOORS["needs"][measure]


def test_harmful_offers_and_wrongly_declined_needs_stay_rare() -> None:
    asked = answers("needs")
    assert share([one.harmful for one in asked]) <= FLOORS["needs"]["harmful"]
    assert share([one.off_topic for one in asked]) <= FLOORS["needs"]["declined"]


def test_several_needs_are_found_and_few_are_made_up() -> None:
    asked = answers("several")
    wanted, named = (sum(map(len, sets)) for sets in _needs(asked))
    assert sum(one.needs_met for one in asked) / wanted >= FLOORS["several"]["recall"]
    assert sum(one.needs_right for one in asked) / named >= FLOORS["several"]["precision"]


def _needs(asked: Sequence[Answer]) -> tuple[list[Sequence[object]], list[Sequence[object]]]:
    return [one.question.needs for one in asked], [one.needs for one in asked]


def test_what_is_not_our_field_is_declined() -> None:
    declined = [one.off_topic for one in answers("off_topic")]
    assert share(declined) >= FLOORS["off_topic"]["declined"]


def test_no_question_is_an_utterance_to_learn_from() -> None:
    learnt = {_plain(one.text) for one in load_data().utterances}
    asked = {_plain(one.text) for name in ("needs", "several") for one in questions(name)}
    assert len(asked) > LEAST_QUESTIONS
    assert not asked & learnt


def _plain(text: str) -> str:
    return " ".join(
        "".join(sign for sign in text.casefold() if sign.isalnum() or sign == " ").split()
    )


def test_every_code_and_every_place_of_the_questions_is_known() -> None:
    data = load_data()
    asked = questions("needs") + questions("several")
    codes = {code for one in asked for code in (*one.accepted, *one.must_not)}
    assert codes <= set(data.taxonomy.codes)
    assert {one.place for one in asked} - {None} <= {place.name for place in data.places.all}
