from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.shared.nlu.constants import INTENT, INTENT_RANKING_KEY
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.components.danger import DangerDetector
from bot.components.featurizer import SentenceFeaturizer
from tests.bot.parts import CONTEXT, RESOURCE, message

CRIES = {
    "violence_now": ["er schlägt mich", "er schlägt mich gerade", "mein mann schlägt mich jetzt"],
    "suicide_now": ["ich will sterben", "ich will heute sterben", "ich will jetzt sterben"],
}
CALM = ["ich suche einen sprachkurs", "wo gibt es hier einen sprachkurs", "die katze schläft"]
NEED = {"name": "need", "confidence": 0.5}


@pytest.fixture(scope="module", name="featurizer")
def _featurizer() -> SentenceFeaturizer:
    """The featurizer that stands before the detector."""
    config = SentenceFeaturizer.get_default_config()
    return SentenceFeaturizer.create(config, LocalModelStorage(Path()), RESOURCE, CONTEXT)


@pytest.fixture(scope="module", name="folder")
def _folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with examples and a detector trained on them."""
    folder = tmp_path_factory.mktemp("danger")
    cries = [
        {"label": "danger", "kind": kind, "text": text}
        for kind, texts in CRIES.items()
        for text in texts
    ]
    calm = [{"label": "no_danger", "kind": "idiom", "text": text} for text in CALM]
    lines = [json.dumps(line) for line in cries + calm]
    (folder / "examples.jsonl").write_text("\n".join(lines), "utf-8")
    storage = LocalModelStorage(folder)
    DangerDetector.create(config_of(folder), storage, RESOURCE, CONTEXT).train(TrainingData())
    return folder


def config_of(folder: Path, threshold: float = 0.5) -> dict[str, Any]:
    """The detector's settings."""
    return {
        "examples": str(folder / "examples.jsonl"),
        "dialogue_weight": 1,
        "threshold": threshold,
    }


def judged(folder: Path, featurizer: SentenceFeaturizer, text: str, threshold: float) -> Message:
    """A message after featurizer and loaded detector."""
    storage = LocalModelStorage(folder)
    detector = DangerDetector.load(config_of(folder, threshold), storage, RESOURCE, CONTEXT)
    asked = message(text, **{INTENT_RANKING_KEY: [NEED]})
    [read] = detector.process(featurizer.process([asked]))
    return read


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("hilfe er schlägt mich", "danger_violence_now"),
        ("heute will ich sterben", "danger_suicide_now"),
    ],
)
def test_a_cry_for_help_is_found_with_its_kind(
    folder: Path, featurizer: SentenceFeaturizer, text: str, intent: str
) -> None:
    read = judged(folder, featurizer, text, 0.5)
    assert read.get(INTENT)["name"] == intent
    assert read.get(INTENT_RANKING_KEY) == [read.get(INTENT), NEED]


@pytest.mark.parametrize("text", ["ich suche einen kurs", "die katze schläft heute"])
def test_a_calm_message_keeps_its_intent(
    folder: Path, featurizer: SentenceFeaturizer, text: str
) -> None:
    read = judged(folder, featurizer, text, 0.5)
    assert (read.get(INTENT), read.get(INTENT_RANKING_KEY)) == (NEED, [NEED])


def test_the_threshold_decides(folder: Path, featurizer: SentenceFeaturizer) -> None:
    text = "heute will ich sterben"
    chance = judged(folder, featurizer, text, 0.0).get(INTENT)["confidence"]
    at, above = (judged(folder, featurizer, text, limit) for limit in (chance, chance + 0.001))
    assert at.get(INTENT)["name"] == "danger_suicide_now"
    assert above.get(INTENT) == NEED


@pytest.mark.parametrize("text", ['/choose{"topic": "suicide_crisis"}', "/ich will sterben", ""])
def test_a_button_and_an_empty_message_are_never_danger(
    folder: Path, featurizer: SentenceFeaturizer, text: str
) -> None:
    assert judged(folder, featurizer, text, 0.0).get(INTENT) == NEED


def test_a_detector_that_is_not_trained_says_so_and_not_that_all_is_calm(
    folder: Path, featurizer: SentenceFeaturizer
) -> None:
    untrained = DangerDetector.create(
        config_of(folder), LocalModelStorage(folder), RESOURCE, CONTEXT
    )
    with pytest.raises(RuntimeError, match="make train"):
        untrained.process(featurizer.process([message("er schlägt mich")]))


def test_changed_examples_are_trained_anew(tmp_path: Path) -> None:
    config = config_of(tmp_path)
    examples = tmp_path / "examples.jsonl"
    examples.write_text("one", "utf-8")
    before = DangerDetector.fingerprint_addon(config)
    assert DangerDetector.fingerprint_addon(config) == before
    examples.write_text("two", "utf-8")
    assert DangerDetector.fingerprint_addon(config) != before
