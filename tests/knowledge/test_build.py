"""The build: data in, a folder out, and errors that name the command."""

import json
from pathlib import Path

import pytest

from knowledge.build import build, digest, is_current, load_knowledge
from knowledge.errors import MissingBuildError, StaleBuildError
from knowledge.query import Query
from tests.data_folder import write_data
from tests.fakes import FakeEncoder
from tests.small import NOW


class OtherEncoder(FakeEncoder):
    """The fake under another name."""

    name = "other"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A small sound data folder."""
    return write_data(tmp_path / "data")


@pytest.fixture
def built(tmp_path: Path, data: Path) -> Path:
    """A folder built from it."""
    build(tmp_path / "build", FakeEncoder(), lambda _: None, data)
    return tmp_path / "build"


def test_a_built_folder_answers(built: Path, data: Path) -> None:
    knowledge = load_knowledge(built, FakeEncoder(), data)
    found = knowledge.search(Query(text="so many debts", now=NOW))
    assert found.hits[0].offer.id == "debt-advice"
    assert knowledge.encoder == "fake"


def test_the_build_says_what_it_does(tmp_path: Path, data: Path) -> None:
    said: list[str] = []
    build(tmp_path / "build", FakeEncoder(), said.append, data)
    assert said == [
        "Reading and checking the data",
        "Embedding 10 utterances",
        "Training the topic model (about half a minute)",
        "Indexing 5 offers",
        f"Built into {tmp_path / 'build'}",
    ]


def test_a_fresh_build_is_current(built: Path, data: Path) -> None:
    assert is_current(built, "fake", data) is True
    assert is_current(built, "other", data) is False
    assert is_current(built / "none", "fake", data) is False


@pytest.mark.parametrize("name", ["lexicon.yml", "offers/all.yml", "utterances/all.jsonl"])
def test_a_build_is_stale_once_any_data_changed(built: Path, data: Path, name: str) -> None:
    (data / name).write_text((data / name).read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert is_current(built, "fake", data) is False
    with pytest.raises(StaleBuildError, match="Run `make build`"):
        load_knowledge(built, FakeEncoder(), data)


def test_a_build_is_stale_once_its_training_changed_but_not_for_a_weight(
    built: Path, data: Path
) -> None:
    thresholds = data / "search.toml"
    text = thresholds.read_text(encoding="utf-8")
    thresholds.write_text(text.replace("reachable = 0.2", "reachable = 0.3"), encoding="utf-8")
    assert is_current(built, "fake", data) is True
    thresholds.write_text(text.replace("share_of_also = 0.12", "share_of_also = 0.13"))
    assert is_current(built, "fake", data) is False


def test_a_readme_is_not_part_of_the_build(built: Path, data: Path) -> None:
    (data / "README.md").write_text("About the data")
    assert is_current(built, "fake", data) is True


def test_a_renamed_file_changes_the_digest(data: Path) -> None:
    before = digest(data, "fake")
    (data / "offers" / "all.yml").rename(data / "offers" / "every.yml")
    assert digest(data, "fake") != before


def test_a_build_by_another_encoder_is_stale(built: Path, data: Path) -> None:
    with pytest.raises(StaleBuildError, match="Run `make build`"):
        load_knowledge(built, OtherEncoder(), data)


def test_a_missing_build_names_the_command(tmp_path: Path, data: Path) -> None:
    with pytest.raises(MissingBuildError, match=r"build\.json is missing\. Run `make build`"):
        load_knowledge(tmp_path, FakeEncoder(), data)


def test_a_build_that_was_broken_off_is_not_current(tmp_path: Path, data: Path) -> None:
    def interrupt(line: str) -> None:
        if line.startswith("Indexing"):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build(tmp_path / "build", FakeEncoder(), interrupt, data)
    assert is_current(tmp_path / "build", "fake", data) is False


def test_the_stamp_is_the_digest_of_data_and_encoder(built: Path, data: Path) -> None:
    stamp = json.loads((built / "build.json").read_text())
    assert stamp == {"digest": digest(data, "fake")}
