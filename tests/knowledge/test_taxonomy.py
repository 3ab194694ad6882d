"""Topics of need, and the labels of buttons."""

from pathlib import Path

import pytest

from knowledge.errors import DataFaultsError, UnknownTopicError
from knowledge.taxonomy import load_labels, load_taxonomy
from tests.small import CODES, taxonomy

TEXT = """\
areas:
- {code: money, labels: {de: Geld}}
topics:
- {code: debt_advice, area: money, labels: {de: Schulden, en: Debts}, description: D.}
starters:
- {topic: debt_advice, labels: {de: Schulden}}
"""


def test_topics_keep_the_order_of_the_file() -> None:
    assert taxonomy().codes == CODES


def test_a_topic_is_found_by_its_code() -> None:
    assert taxonomy().topic("loneliness").labels["de"] == "Einsamkeit"


def test_an_unknown_code_names_itself_and_the_file_of_the_codes() -> None:
    with pytest.raises(UnknownTopicError, match=r"'depts'.*knowledge/data/taxonomy\.yml") as caught:
        taxonomy().topic("depts")
    assert caught.value.code == "depts"


def test_a_label_missing_in_a_language_is_said_in_english() -> None:
    debts = taxonomy().topic("debt_advice")
    assert (debts.label("de"), debts.label("fr")) == ("Schuldnerberatung", "debt_advice")


def test_a_sound_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "taxonomy.yml"
    path.write_text(TEXT)
    read = load_taxonomy(path)
    assert (read.codes, read.areas[0].code) == (("debt_advice",), "money")
    assert read.starters[0].labels == {"de": "Schulden"}


def test_every_fault_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "taxonomy.yml"
    path.write_text(TEXT.replace("description: D.", "describe: D."))
    with pytest.raises(DataFaultsError) as caught:
        load_taxonomy(path)
    assert [(fault.line, fault.field) for fault in caught.value.faults] == [
        (4, "topics.0.description"),
        (4, "topics.0.describe"),
    ]


def test_a_key_that_stands_twice_is_a_fault(tmp_path: Path) -> None:
    path = tmp_path / "labels.yml"
    path.write_text("more:\n  de: Mehr\n  de: Weitere\n")
    with pytest.raises(DataFaultsError) as caught:
        load_labels(path)
    assert [(fault.line, fault.field) for fault in caught.value.faults] == [(3, "de")]


def test_labels_of_buttons_are_read(tmp_path: Path) -> None:
    path = tmp_path / "labels.yml"
    path.write_text("more:\n  de: Mehr\n  tr: Daha\n")
    assert load_labels(path) == {"more": {"de": "Mehr", "tr": "Daha"}}
