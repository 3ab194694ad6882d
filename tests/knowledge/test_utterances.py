"""How people say what they need, read line by line."""

import json
from pathlib import Path

import pytest

from knowledge.errors import DataFaultsError
from knowledge.utterances import OFF_TOPIC, load_utterances
from tests.small import taxonomy

SOUND = {"topic": "debt_advice", "also": ["loneliness"], "lang": "de", "style": "plain"} | {
    "indirect": False,
    "for": "self",
    "text": "Schulden",
}


def line(**fields: object) -> str:
    """A sound line with the fields given."""
    return json.dumps(SOUND | fields) + "\n"


def test_each_line_is_one_message(tmp_path: Path) -> None:
    (tmp_path / "b.jsonl").write_text(line(text="zwei"))
    (tmp_path / "a.jsonl").write_text(line(text="eins", **{"for": "friend"}))
    one, two = load_utterances(tmp_path, taxonomy())
    assert (one.text, one.speaks_for, two.text) == ("eins", "friend", "zwei")
    assert (two.topic, two.also) == ("debt_advice", ("loneliness",))


def test_off_topic_is_a_topic_of_messages(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(line(topic=OFF_TOPIC, also=[]))
    assert load_utterances(tmp_path, taxonomy())[0].topic == "off_topic"


def test_needs_are_the_topic_and_then_those_besides(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(
        line() + line(besides=["shelter_women", "loneliness"], also=[])
    )
    one, several = load_utterances(tmp_path, taxonomy())
    assert (one.besides, one.needs) == ((), ("debt_advice",))
    assert several.needs == ("debt_advice", "shelter_women", "loneliness")


def test_an_unknown_topic_besides_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(line() + line(besides=["loneliness", "depts"], also=[]))
    with pytest.raises(DataFaultsError) as caught:
        load_utterances(tmp_path, taxonomy())
    named = [(one.line, one.field, one.reason) for one in caught.value.faults]
    assert named == [(2, "topic", "'depts' is not in taxonomy.yml")]


def test_every_fault_is_named_with_file_and_line(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(line() + "{broken\n" + line(topic="depts"))
    (tmp_path / "b.jsonl").write_text(line(text=" ") + line(also=["no_such", "none"]))
    with pytest.raises(DataFaultsError) as caught:
        load_utterances(tmp_path, taxonomy())
    assert [(one.path.name, one.line, one.field) for one in caught.value.faults] == [
        ("a.jsonl", 2, "line"),
        ("a.jsonl", 3, "topic"),
        ("b.jsonl", 1, "text"),
        ("b.jsonl", 2, "topic"),
        ("b.jsonl", 2, "topic"),
    ]


def test_a_misspelt_field_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(line(langauge="de"))
    with pytest.raises(DataFaultsError, match=r"a\.jsonl:1: langauge: Extra inputs"):
        load_utterances(tmp_path, taxonomy())


def test_a_topic_is_a_need_or_acceptable_not_both(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(line(besides=["loneliness"]))
    with pytest.raises(DataFaultsError, match="a topic stands as a need and again in also"):
        load_utterances(tmp_path, taxonomy())
