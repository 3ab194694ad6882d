from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.nlu.tokenizers.tokenizer import Tokenizer
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.components.featurizer import BATCH, SentenceFeaturizer, vector_of
from tests.bot.parts import CONTEXT, RESOURCE, message


@pytest.fixture(scope="module", name="featurizer")
def _featurizer() -> SentenceFeaturizer:
    """The featurizer with the real encoder."""
    storage = LocalModelStorage(Path())
    config = SentenceFeaturizer.get_default_config()
    return SentenceFeaturizer.create(config, storage, RESOURCE, CONTEXT)


def test_a_message_gets_one_unit_vector_of_512_values(featurizer: SentenceFeaturizer) -> None:
    [read] = featurizer.process([message("Ich habe Schulden")])
    words, sentence = read.get_dense_features(TEXT)
    assert words is None
    assert sentence.features.shape == (1, 512)
    assert np.linalg.norm(vector_of(read)) == pytest.approx(1.0, abs=1e-5)


def test_a_message_without_text_gets_no_vector(featurizer: SentenceFeaturizer) -> None:
    [read] = featurizer.process([Message({})])
    assert read.get_dense_features(TEXT) == (None, None)


def test_a_message_has_the_same_vector_in_any_batch(featurizer: SentenceFeaturizer) -> None:
    texts = [f"Message {number}" for number in range(BATCH + 3)]
    together = featurizer.process([message(text) for text in texts])
    [alone] = featurizer.process([message(texts[-1])])
    assert np.allclose(vector_of(together[-1]), vector_of(alone), atol=1e-5)


def test_the_same_meaning_in_two_languages_is_near(featurizer: SentenceFeaturizer) -> None:
    texts = ["Ich habe Schulden", "I am in debt", "The cat sleeps"]
    german, english, other = (vector_of(one) for one in featurizer.process([*map(message, texts)]))
    assert german @ english > german @ other + 0.3


def test_training_examples_get_the_same_vector(featurizer: SentenceFeaturizer) -> None:
    data = featurizer.process_training_data(TrainingData([Message({TEXT: "Hilfe"})]))
    [asked] = featurizer.process([message("Hilfe")])
    assert np.array_equal(vector_of(data.training_examples[0]), vector_of(asked))


def test_a_tokenizer_must_stand_before_it() -> None:
    assert SentenceFeaturizer.required_components() == [Tokenizer]
