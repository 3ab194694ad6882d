from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.shared.nlu.constants import ENTITIES
from rasa.shared.nlu.training_data.message import Message

from bot.components.language import LanguageDetector
from tests.bot.parts import CONTEXT, RESOURCE, message


@pytest.fixture(scope="module", name="detector")
def _detector() -> LanguageDetector:
    """The detector with its defaults."""
    config = LanguageDetector.get_default_config()
    return LanguageDetector.create(config, LocalModelStorage(Path()), RESOURCE, CONTEXT)


def found(detector: LanguageDetector, text: str, **rest: Any) -> list[str]:
    """The languages that the detector names for a message."""
    [read] = detector.process([message(text, **rest)])
    return values(read)


def values(read: Message) -> list[str]:
    """The values of the entity `language`."""
    entities = read.get(ENTITIES, [])
    return [one["value"] for one in entities if one["entity"] == "language"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Wir können die Heizung im Winter nicht mehr bezahlen", "de"),
        ("I have been feeling lonely since I moved to this town", "en"),
        ("Çocuğum okula gitmek istemiyor, ne yapabilirim?", "tr"),
        ("أبحث عن طبيب لأمي المريضة في المدينة", "ar"),
        ("Мені потрібна допомога з документами для дитини", "uk"),
        ("Мы ищем квартиру, потому что нас выселяют", "ru"),
        ("Nie wiem, gdzie mogę znaleźć tani obiad dla dzieci", "pl"),
        ("دنبال کلاس زبان آلمانی برای خودم می‌گردم", "fa"),
    ],
)
def test_the_language_that_is_written_is_found(
    detector: LanguageDetector, text: str, language: str
) -> None:
    assert found(detector, text) == [language]


@pytest.mark.parametrize("text", ["ok", "Garbsen", "30823", "", "👍", "more please", "danke schön"])
def test_short_words_change_nothing(detector: LanguageDetector, text: str) -> None:
    assert found(detector, text) == []


def test_a_button_changes_nothing(detector: LanguageDetector) -> None:
    assert found(detector, '/choose{"topic": "addiction_counselling"}') == []


def test_the_chosen_language_wins_over_the_one_that_is_written(
    detector: LanguageDetector,
) -> None:
    text = "Wir können die Heizung im Winter nicht mehr bezahlen"
    assert found(detector, text, metadata={"language": "tr"}) == ["tr"]


@pytest.mark.parametrize("text", ["ok", "/more"])
def test_the_chosen_language_counts_also_for_short_words_and_buttons(
    detector: LanguageDetector, text: str
) -> None:
    assert found(detector, text, metadata={"language": "fa"}) == ["fa"]


@pytest.mark.parametrize("chosen", ["fr", "", "DE", None])
def test_a_chosen_language_that_we_do_not_speak_is_ignored(
    detector: LanguageDetector, chosen: str | None
) -> None:
    text = "I have been feeling lonely since I moved to this town"
    assert found(detector, text, metadata={"language": chosen}) == ["en"]


def test_what_others_found_is_kept(detector: LanguageDetector) -> None:
    place = {"entity": "place", "value": "Garbsen", "start": 7, "end": 14}
    [read] = detector.process([message("Wohne in Garbsen und suche Arbeit", entities=[place])])
    assert read.get(ENTITIES)[0] == place
    assert values(read) == ["de"]
