"""All data files are checked together."""

from pathlib import Path

import pytest

from knowledge.build import load_data
from knowledge.errors import DataFaultsError
from tests.data_folder import write_data


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A small sound data folder."""
    return write_data(tmp_path / "data")


def spoil(path: Path, right: str, wrong: str) -> None:
    """Replaces the first occurrence in a file."""
    text = path.read_text(encoding="utf-8")
    assert right in text
    path.write_text(text.replace(right, wrong, 1), encoding="utf-8")


def faulty(data: Path) -> set[str]:
    """The names of the files in which faults are found."""
    with pytest.raises(DataFaultsError) as caught:
        load_data(data)
    return {fault.path.name for fault in caught.value.faults}


def test_sound_files_make_the_data(data: Path) -> None:
    read = load_data(data)
    assert [one.id for one in read.corpus.offers][:2] == ["police", "debt-advice"]
    assert read.emergency[0].said("tr") == {"label": "Police", "number": "110"}
    assert (read.labels["more"]["de"], len(read.utterances)) == ("Mehr", 10)
    assert list(read.places.towns) == ["Garbsen"]


def test_faults_of_offers_and_messages_are_named_at_once(data: Path) -> None:
    spoil(data / "offers" / "all.yml", "confidence: high", "confidence: sure")
    spoil(data / "utterances" / "all.jsonl", "debt_advice", "depts")
    assert faulty(data) == {"all.yml", "all.jsonl"}


def test_faults_of_taxonomy_places_lexicon_and_labels_are_named_at_once(data: Path) -> None:
    spoil(data / "taxonomy.yml", "areas:", "area:")
    spoil(data / "places.yml", "municipality", "village")
    spoil(data / "lexicon.yml", "negation:", "negaton:")
    spoil(data / "labels.yml", "de: Mehr", "de: ''")
    assert faulty(data) == {"taxonomy.yml", "places.yml", "lexicon.yml", "labels.yml"}


def test_faults_of_all_files_are_named_at_once(data: Path) -> None:
    spoil(data / "places.yml", "municipality", "village")
    spoil(data / "offers" / "all.yml", "confidence: high", "confidence: sure")
    spoil(data / "emergency.yml", "labels:", "lables:")
    assert faulty(data) == {"places.yml", "all.yml", "emergency.yml"}


def test_an_emergency_line_needs_a_record_with_a_phone(data: Path) -> None:
    spoil(data / "emergency.yml", "offer: police", "offer: nobody")
    assert faulty(data) == {"emergency.yml"}
