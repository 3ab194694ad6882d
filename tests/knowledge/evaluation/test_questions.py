"""Questions are read and checked, line by line."""

import json
from pathlib import Path

import pytest

from knowledge.errors import DataFaultsError
from knowledge.evaluation.questions import load_questions
from knowledge.settings import DATA, ROOT
from knowledge.taxonomy import load_taxonomy
from tests.small import question

REAL = sorted((ROOT / "tests" / "evaluation").glob("*.jsonl"))


def written(path: Path, *lines: object) -> Path:
    """A file with these lines."""
    path.write_text("".join(json.dumps(line) + "\n" for line in lines))
    return path


def test_the_questions_of_all_files_are_read_in_order(tmp_path: Path) -> None:
    b = written(tmp_path / "b.jsonl", {"id": "1", "text": "x", "topics": ["library"]})
    a = written(tmp_path / "a.jsonl", {"id": "2", "text": "y", "expect": "decline"})
    assert [one.id for one in load_questions([b, a])] == ["1", "2"]


def test_what_is_not_said_is_plain(tmp_path: Path) -> None:
    path = written(tmp_path / "a.jsonl", {"id": "1", "text": "x", "topics": ["library"]})
    [one] = load_questions([path])
    assert (one.lang, one.style, one.indirect, one.place) == (None, "everyday", False, None)


@pytest.mark.parametrize(
    "fields",
    [{"topics": []}, {"topics": ["library"], "expect": "decline"},
     {"topics": ["library"], "needs": [["youth"]]}, {"needs": [["youth"]], "expect": "decline"}],
)  # fmt: skip
def test_a_question_has_just_one_kind_of_answer(tmp_path: Path, fields: dict[str, object]) -> None:
    path = written(tmp_path / "a.jsonl", {"id": "1", "text": "x"} | fields)
    with pytest.raises(DataFaultsError, match=r'a\.jsonl:1: line: .*give just one of "topics"'):
        load_questions([path])


def test_every_fault_of_every_file_is_named(tmp_path: Path) -> None:
    a = written(tmp_path / "a.jsonl", {"id": "1", "topics": ["library"]})
    b = written(tmp_path / "b.jsonl", {"id": "1", "text": "x", "expect": "decline"}, {"text": "x"})
    with pytest.raises(DataFaultsError) as caught:
        load_questions([a, b])
    named = [(one.path.name, one.line, one.field) for one in caught.value.faults]
    assert named == [("a.jsonl", 1, "text"), ("b.jsonl", 2, "id")]


def test_accepted_are_the_topics_or_those_of_all_needs() -> None:
    assert question(topics=["library", "youth"]).accepted == {"library", "youth"}
    assert question(needs=[["library", "youth"], ["debt_advice"]]).accepted == {
        "library",
        "youth",
        "debt_advice",
    }
    assert question(expect="decline").accepted == frozenset()


def test_our_own_questions_ask_for_topics_of_the_taxonomy() -> None:
    codes = {*load_taxonomy(DATA / "taxonomy.yml").codes}
    for one in load_questions(REAL):
        assert {*one.accepted, *one.must_not} <= codes, one.id


def test_each_of_our_own_questions_has_its_own_id_and_forbids_nothing_that_it_accepts() -> None:
    questions = load_questions(REAL)
    assert len({one.id for one in questions}) == len(questions) > 0
    assert [one.id for one in questions if one.accepted & {*one.must_not}] == []
