"""Tells a need from what people say around it: refine, more, thanks, privacy."""

from __future__ import annotations

from typing import Any

import joblib
import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.components.featurizer import SentenceFeaturizer, vector_of
from bot.components.linear import LinearClassifier

NEED = "need"
DANGER = "danger_"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class DialogueClassifier(IntentClassifier, GraphComponent):
    """A light intent classifier; what it is not sure of is taken as a need."""

    @classmethod
    def required_components(cls) -> list[type]:
        """The sentence vectors come first."""
        return [SentenceFeaturizer]

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """`sure`: chance that makes it no need; `every_need`: one of so many is learnt."""
        return {"sure": 0.5, "every_need": 3}

    def __init__(self, config: dict[str, Any], storage: ModelStorage, resource: Resource) -> None:
        self._config = config
        self._storage = storage
        self._resource = resource
        self._model = LinearClassifier()

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,  # noqa: ARG003 - Rasa's signature
    ) -> DialogueClassifier:
        """An untrained classifier."""
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **_: Any,
    ) -> DialogueClassifier:
        """The trained classifier from the model's storage."""
        component = cls.create(config, model_storage, resource, execution_context)
        with model_storage.read_from(resource) as folder:
            component._model = joblib.load(folder / "intents.joblib")  # noqa: SLF001 - its own
        return component

    def train(self, training_data: TrainingData) -> Resource:
        """Learns from the examples; danger has a detector of its own."""
        learnt = [
            one
            for one in training_data.intent_examples
            if one.get(TEXT) and not one.get(INTENT).startswith(DANGER)
        ]
        needs = [one for one in learnt if one.get(INTENT) == NEED]
        others = [one for one in learnt if one.get(INTENT) != NEED]
        examples = needs[:: self._config["every_need"]] + others
        self._model.fit(
            [one.get(TEXT) for one in examples],
            np.stack([vector_of(one) for one in examples]),
            [one.get(INTENT) for one in examples],
        )
        with self._storage.write_to(self._resource) as folder:
            joblib.dump(self._model, folder / "intents.joblib")
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Sets the intent of each message."""
        for message in messages:
            if message.get(TEXT):
                self._classify(message)
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Nothing to add to training examples."""
        return training_data

    def _classify(self, message: Message) -> None:
        chances = self._model.chances(message.get(TEXT), vector_of(message))
        ranking = [{"name": name, "confidence": chance} for name, chance in chances.items()]
        unsure = ranking[0]["confidence"] < self._config["sure"]
        intent = {"name": NEED, "confidence": chances[NEED]} if unsure else ranking[0]
        message.set(INTENT, intent, add_to_output=True)
        message.set(INTENT_RANKING_KEY, ranking, add_to_output=True)

    @classmethod
    def validate_config(cls, config: dict[str, Any]) -> None:
        """Nothing beyond the defaults."""
