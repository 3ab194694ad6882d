"""The topic model learns from few messages, and stays the same when loaded."""

from pathlib import Path

import numpy as np
import pytest

from knowledge.errors import MissingBuildError
from knowledge.topics import Probabilities, TopicModel, train
from knowledge.utterances import OFF_TOPIC
from tests.fakes import FakeEncoder
from tests.small import CODES, settings, utterance

MESSAGES = [
    utterance("debt_advice", "debts and bills"),
    utterance("debt_advice", "so many debts", "loneliness"),
    utterance("loneliness", "lonely and sad"),
    utterance("loneliness", "so lonely here"),
    utterance("shelter_women", "a shelter please"),
    utterance("shelter_women", "shelter tonight"),
    utterance(OFF_TOPIC, "rain and snow"),
    utterance(OFF_TOPIC, "football rain"),
]


@pytest.fixture(scope="module")
def model() -> TopicModel:
    """A model of eight messages, with the fake encoder's vectors."""
    vectors = FakeEncoder().encode([message.text for message in MESSAGES])
    return train(MESSAGES, vectors, CODES, settings().training)


def chances(model: TopicModel, *texts: str) -> Probabilities:
    """Probabilities of messages, in the model's order."""
    return model.probabilities(texts, FakeEncoder().encode(texts))


def likeliest(model: TopicModel, text: str) -> str:
    """The code of the likeliest topic."""
    return model.codes[int(chances(model, text)[0].argmax())]


def test_off_topic_is_the_last_column(model: TopicModel) -> None:
    assert model.codes == (*CODES, OFF_TOPIC)


@pytest.mark.parametrize("message", MESSAGES, ids=lambda message: message.text)
def test_what_was_learnt_is_known(model: TopicModel, message: object) -> None:
    learnt = MESSAGES[MESSAGES.index(message)]  # type: ignore[arg-type]  # ids are untyped
    assert likeliest(model, learnt.text) == learnt.topic


def test_an_unseen_message_is_known_by_its_words(model: TopicModel) -> None:
    bills, unknown = chances(model, "bills", "xyz")
    assert bills[0] > unknown[0] + 0.02
    assert likeliest(model, "snow football") == OFF_TOPIC


def test_an_unseen_message_is_known_by_its_meaning(model: TopicModel) -> None:
    assert likeliest(model, "Schulden!") == "debt_advice"
    assert likeliest(model, "Frauenhaus") == "shelter_women"


def test_probabilities_sum_to_1(model: TopicModel) -> None:
    rows = chances(model, "debts", "lonely", "xyz", "")
    assert rows.shape == (4, 5)
    assert rows.sum(axis=1).tolist() == pytest.approx([1.0] * 4, abs=1e-6)


def test_a_topic_in_also_becomes_likelier(model: TopicModel) -> None:
    one, other = chances(model, "so many debts", "debts and bills")
    column = CODES.index("loneliness")
    assert one[column] > other[column] + 0.02


def test_a_message_with_two_needs_teaches_both_equally() -> None:
    both = utterance("debt_advice", "owing alone").model_copy(update={"besides": ("loneliness",)})
    messages = [both, utterance(OFF_TOPIC, "rain")]
    vectors = FakeEncoder().encode([message.text for message in messages])
    model = train(messages, vectors, CODES, settings().training)
    debts, lonely, *others = chances(model, "owing alone")[0].tolist()
    assert debts == pytest.approx(lonely, abs=1e-4)
    assert debts > 2 * max(others)


def test_a_message_with_two_needs_weighs_no_more_than_one_with_one() -> None:
    both = utterance("debt_advice", "ab").model_copy(update={"besides": ("loneliness",)})
    messages = [both, utterance(OFF_TOPIC, "cd")]
    vectors = FakeEncoder().encode([message.text for message in messages])
    model = train(messages, vectors, CODES, settings().training)
    debts, lonely, *_, off_topic = chances(model, "xyz")[0].tolist()
    assert debts + lonely == pytest.approx(off_topic, abs=0.02)


def test_a_topic_with_more_examples_is_not_likelier() -> None:
    many = [utterance("debt_advice", f"debts {word}") for word in "abcdefgh"]
    few = [utterance("loneliness", "lonely a")]
    vectors = FakeEncoder().encode([message.text for message in many + few])
    model = train(many + few, vectors, CODES, settings().training)
    debts, lonely = chances(model, "xyz")[0][:2]
    assert debts < 2 * lonely


def test_training_twice_gives_the_same(model: TopicModel) -> None:
    vectors = FakeEncoder().encode([message.text for message in MESSAGES])
    again = train(MESSAGES, vectors, CODES, settings().training)
    assert np.array_equal(chances(again, "debts"), chances(model, "debts"))


def test_a_saved_model_gives_the_same_probabilities(model: TopicModel, tmp_path: Path) -> None:
    model.save(tmp_path / "new")
    loaded = TopicModel.load(tmp_path / "new", settings().needs.temperature)
    texts = ("debts", "Ich bin ALLEIN", "", "rain")
    assert loaded.codes == model.codes
    assert np.array_equal(chances(loaded, *texts), chances(model, *texts))


def test_a_lower_temperature_makes_the_model_surer(model: TopicModel, tmp_path: Path) -> None:
    model.save(tmp_path)
    surer = TopicModel.load(tmp_path, 0.5)
    assert chances(surer, "debts")[0, 0] > chances(model, "debts")[0, 0] + 0.01


def test_a_missing_model_names_the_command(tmp_path: Path) -> None:
    with pytest.raises(MissingBuildError, match=r"topics\.json is missing\. Run `make build`"):
        TopicModel.load(tmp_path, 1.0)
