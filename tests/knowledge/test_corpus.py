"""The offers are checked as a whole: every fault at once, with file and line."""

from pathlib import Path

import pytest

from knowledge.corpus import Corpus, load_corpus
from knowledge.errors import DataFaultsError
from tests.small import offer, taxonomy

SOUND = """\
- id: {id}
  name: Debt advice
  topics: [{topic}]
  summary: {{de: Hilft.}}
  phones: [{{number: "110"}}]
  sources: [{{url: "https://example.org/"}}]
  confidence: high
"""


def record(id_: str, topic: str = "debt_advice") -> str:
    """A sound record of seven lines."""
    return SOUND.format(id=id_, topic=topic)


def faults(folder: Path) -> list[tuple[str, int, str]]:
    """File, line and field of every fault of a folder."""
    with pytest.raises(DataFaultsError) as caught:
        load_corpus(folder, taxonomy())
    return [(fault.path.name, fault.line, fault.field) for fault in caught.value.faults]


def test_sound_files_are_read_in_the_order_of_their_names(tmp_path: Path) -> None:
    (tmp_path / "b.yml").write_text(record("third"))
    (tmp_path / "a.yml").write_text(record("second") + record("first", "loneliness"))
    corpus = load_corpus(tmp_path, taxonomy())
    assert [one.id for one in corpus.offers] == ["second", "first", "third"]
    assert corpus.by_id["first"].topics == ("loneliness",)


def test_every_fault_of_two_files_is_named_at_once(tmp_path: Path) -> None:
    wrong_number = record("two").replace('"110"', '"0511 1"')
    secret = record("three") + "  address_secret: true\n  address: {street: A, city: B}\n"
    (tmp_path / "a.yml").write_text(record("one") + wrong_number + secret)
    misspelt = record("four").replace("name:", "nmae:")
    (tmp_path / "b.yml").write_text(misspelt + record("five", "no_such") + record("one"))
    assert sorted(faults(tmp_path)) == [
        ("a.yml", 12, "1.phones.0.number"),
        ("a.yml", 15, "2"),
        ("b.yml", 1, "0.name"),
        ("b.yml", 2, "0.nmae"),
        ("b.yml", 8, "topics"),
        ("b.yml", 15, "id"),
    ]


def test_the_error_tells_path_line_field_and_reason(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text(record("one", "no_such"))
    with pytest.raises(DataFaultsError) as caught:
        load_corpus(tmp_path, taxonomy())
    told = f"{tmp_path}/a.yml:1: topics: 'no_such' is not in taxonomy.yml"
    assert str(caught.value) == f"1 fault(s) in the data:\n{told}"


def test_an_id_may_stand_only_once(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text(record("one") + record("one"))
    (tmp_path / "b.yml").write_text(record("one"))
    with pytest.raises(DataFaultsError) as caught:
        load_corpus(tmp_path, taxonomy())
    told = [(one.path.name, one.line, one.reason) for one in caught.value.faults]
    reason = "'one' stands at a.yml:1 already"
    assert told == [("a.yml", 8, reason), ("b.yml", 1, reason)]


def test_an_unknown_topic_is_a_fault_of_its_record(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text(record("one") + record("two", "no_such, loneliness"))
    assert faults(tmp_path) == [("a.yml", 8, "topics")]


def test_a_broken_file_hides_no_fault_of_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text(record("one") + "- id: [\n")
    (tmp_path / "b.yml").write_text("id: one\n")
    (tmp_path / "c.yml").write_text(record("one", "no_such"))
    named = [(name, field) for name, _, field in faults(tmp_path)]
    assert named == [("a.yml", "YAML"), ("b.yml", "file"), ("c.yml", "topics")]


def test_a_key_that_stands_twice_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text(record("one") + '  phones: [{number: "112"}]\n')
    assert faults(tmp_path) == [("a.yml", 8, "phones")]


def test_the_digest_changes_with_any_fact() -> None:
    digest = Corpus((offer(),)).digest
    assert digest == Corpus((offer(),)).digest
    assert digest != Corpus((offer(notes="x"),)).digest
    assert digest != Corpus((offer(), offer(id="two"))).digest
