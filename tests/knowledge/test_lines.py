"""JSON lines become checked records; what is faulty is named and left out."""

from pathlib import Path

import pytest
from pydantic import BaseModel

from knowledge.errors import DataFaultsError, Fault
from knowledge.lines import read_lines


class Part(BaseModel):
    """A part of a record."""

    sizes: tuple[int, ...] = ()


class Word(BaseModel):
    """A record."""

    text: str
    part: Part = Part()


def read(path: Path) -> tuple[list[tuple[int, str]], list[Fault]]:
    """The texts of a file with their lines, and the faults."""
    faults: list[Fault] = []
    return [(number, word.text) for number, word in read_lines(path, Word, faults)], faults


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the lines are."""
    return tmp_path / "words.jsonl"


def test_each_sound_record_comes_with_its_line(path: Path) -> None:
    path.write_text('{"text": "eins"}\n{"text": "zwei"}\n')
    assert read(path) == ([(1, "eins"), (2, "zwei")], [])


def test_blank_lines_are_skipped_but_counted(path: Path) -> None:
    path.write_text('\n{"text": "zwei"}\n  \n{"text": "vier"}')
    assert read(path) == ([(2, "zwei"), (4, "vier")], [])


def test_an_empty_file_has_no_records(path: Path) -> None:
    path.touch()
    assert read(path) == ([], [])


def test_only_a_line_feed_ends_a_line(path: Path) -> None:
    path.write_text('{"text": "a\u2028b\x85c"}\r\n{"text": "d"}', encoding="utf-8", newline="")
    assert read(path) == ([(1, "a\u2028b\x85c"), (2, "d")], [])


def test_a_fault_is_named_with_file_line_and_field(path: Path) -> None:
    path.write_text('{"text": "eins"}\n{"txt": "zwei"}\n{"text": "drei"}\n')
    assert read(path) == (
        [(1, "eins"), (3, "drei")],
        [Fault(path, 2, "text", "Field required")],
    )


def test_a_field_inside_a_field_is_named_by_its_way(path: Path) -> None:
    path.write_text('{"text": "eins", "part": {"sizes": [1, "two"]}}')
    [fault] = read(path)[1]
    assert (fault.line, fault.field) == (1, "part.sizes.1")


def test_of_several_faults_of_a_line_the_first_is_named(path: Path) -> None:
    path.write_text('{"text": 1, "part": 2}')
    assert [fault.field for fault in read(path)[1]] == ["text"]


def test_a_line_that_is_no_json_is_a_fault_of_the_line(path: Path) -> None:
    path.write_text('{"text": "eins"}\n{broken\n')
    [fault] = read(path)[1]
    assert (fault.path, fault.line, fault.field) == (path, 2, "line")
    assert fault.reason.startswith("Invalid JSON")


def test_faults_are_added_to_those_of_other_files(path: Path) -> None:
    path.write_text("{}")
    faults = [Fault(Path("other"), 7, "text", "empty")]
    assert list(read_lines(path, Word, faults)) == []
    assert [fault.line for fault in faults] == [7, 1]


def test_a_file_that_is_not_utf8_is_a_fault(path: Path) -> None:
    path.write_bytes('{"text": "grün"}'.encode("latin-1"))
    with pytest.raises(DataFaultsError) as caught:
        read(path)
    assert caught.value.faults == (Fault(path, 1, "file", "not UTF-8"),)


def test_a_missing_file_is_a_fault(path: Path) -> None:
    with pytest.raises(DataFaultsError) as caught:
        read(path)
    assert caught.value.faults == (Fault(path, 1, "file", "No such file or directory"),)
