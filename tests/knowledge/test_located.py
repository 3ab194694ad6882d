"""Faults in YAML are named with their line."""

from pathlib import Path

import pytest

from knowledge.errors import DataFaultsError, Fault
from knowledge.located import Located

TEXT = """\
# comment
- id: one
  phones:
  - {number: "110"}
  - number: "112"
- id: two
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A YAML file to be filled."""
    return tmp_path / "file.yml"


def test_each_value_knows_its_line(path: Path) -> None:
    path.write_text(TEXT)
    located = Located(path)
    assert located.value[1] == {"id": "two"}
    assert located.line([0]) == 2
    assert located.line([0, "phones", 1, "number"]) == 5
    assert located.line([1]) == 6


def test_a_missing_value_has_the_line_of_what_should_hold_it(path: Path) -> None:
    path.write_text(TEXT)
    assert Located(path).line([1, "topics"]) == 6
    assert Located(path).line([9]) == 2


def test_a_key_that_stands_twice_is_named_with_its_line(path: Path) -> None:
    path.write_text("- id: one\n  name: a\n  name: b\n- inner:\n    x: 1\n    x: 2\n")
    assert Located(path).repeated_keys() == [
        Fault(path, 3, "name", "key stands twice"),
        Fault(path, 6, "x", "key stands twice"),
    ]


def test_equal_keys_in_different_records_are_no_fault(path: Path) -> None:
    path.write_text(TEXT)
    assert Located(path).repeated_keys() == []


def test_broken_yaml_names_the_line(path: Path) -> None:
    path.write_text("- id: one\n- id: [two\n- id: three\n")
    with pytest.raises(DataFaultsError) as caught:
        Located(path)
    assert [(fault.path, fault.line, fault.field) for fault in caught.value.faults] == [
        (path, 3, "YAML")
    ]


def test_a_file_that_is_not_utf8_is_a_fault(path: Path) -> None:
    path.write_bytes("- id: für\n".encode("latin-1"))
    with pytest.raises(DataFaultsError) as caught:
        Located(path)
    assert caught.value.faults == (Fault(path, 1, "file", "not UTF-8"),)


def test_an_empty_file_has_no_value_and_one_line(path: Path) -> None:
    path.write_text("")
    assert (Located(path).value, Located(path).line(["id"])) == (None, 1)


def test_a_control_character_is_a_fault_and_not_a_crash(path: Path) -> None:
    path.write_text("- id: one\n- id: t\x07wo\n")
    with pytest.raises(DataFaultsError):
        Located(path)
