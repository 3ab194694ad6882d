"""The `hilfelotse` command: one clear text and an exit code."""

import json
from pathlib import Path

import pytest

from knowledge.__main__ import main
from knowledge.build import is_current
from knowledge.settings import Settings

Said = pytest.CaptureFixture[str]


@pytest.fixture
def no_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty build folder in the environment."""
    monkeypatch.setenv("HILFELOTSE_BUILD", str(tmp_path))
    return tmp_path


@pytest.fixture
def built() -> Path:
    """The build of this project, which must be current: no test may build it."""
    settings = Settings()
    assert is_current(settings.build, settings.encoder), "run `make build` first"
    return settings.build


def test_the_data_of_this_project_has_no_fault(capsys: Said) -> None:
    assert main(["check"]) == 0
    said = capsys.readouterr()
    assert said.out.endswith("utterances: no fault.\n")
    assert said.err == ""


@pytest.mark.parametrize(
    "line", ["{broken", '{"id": "b"}', '{"text": "Schulden"}', '["b", "Schulden"]', "7", ""]
)
def test_a_bad_line_is_named_with_file_and_number(tmp_path: Path, capsys: Said, line: str) -> None:
    path = tmp_path / "questions.jsonl"
    path.write_text('{"id": "a", "text": "Schulden"}\n' + line + "\n")
    assert main(["search", "--jsonl", str(path)]) == 1
    said = capsys.readouterr()
    assert said.err == f'{path}:2: a line must be JSON with "id" and "text"\n'
    assert said.out == ""


def test_a_missing_file_of_questions_is_named(tmp_path: Path, capsys: Said) -> None:
    path = tmp_path / "none.jsonl"
    assert main(["search", "--jsonl", str(path)]) == 1
    assert capsys.readouterr().err == f"{path} is no file.\n"


def test_a_file_of_questions_that_is_not_utf8_is_named(tmp_path: Path, capsys: Said) -> None:
    path = tmp_path / "questions.jsonl"
    path.write_bytes('{"id": "a", "text": "für"}\n'.encode("latin-1"))
    assert main(["search", "--jsonl", str(path)]) == 1
    assert str(path) in capsys.readouterr().err


def test_a_search_without_a_message_asks_for_one(capsys: Said) -> None:
    assert main(["search"]) == 1
    assert capsys.readouterr().err == (
        'Give a message ("Schulden, wo in Laatzen?") or --jsonl FILE.\n'
    )


@pytest.mark.parametrize("arguments", [[], ["find"], ["search", "--plaec", "Garbsen"]])
def test_a_wrong_command_ends_with_exit_code_2(arguments: list[str], capsys: Said) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    assert "usage: hilfelotse" in capsys.readouterr().err


@pytest.mark.slow
def test_a_missing_build_names_the_command(no_build: Path, capsys: Said) -> None:
    assert main(["search", "Schulden"]) == 1
    assert capsys.readouterr().err == (
        f"{no_build}/upper_layers.safetensors is missing. Run `make build`.\n"
    )


@pytest.mark.slow
@pytest.mark.usefixtures("built")
def test_an_unknown_place_is_an_error(capsys: Said) -> None:
    assert main(["search", "Schulden", "--place", "Berlin"]) == 1
    assert capsys.readouterr().err == "'Berlin' is no place of the Region Hannover.\n"


@pytest.mark.slow
@pytest.mark.usefixtures("built")
def test_a_search_answers_as_text(capsys: Said) -> None:
    assert main(["search", "Ich habe Schulden und brauche Rat", "--place", "Laatzen"]) == 0
    first, *offers = capsys.readouterr().out.splitlines()
    assert first.startswith("needs: debt_advice ")
    assert "; place: Laatzen; certain: True" in first
    assert len(offers) == 9


@pytest.mark.slow
@pytest.mark.usefixtures("built")
def test_questions_are_answered_one_json_object_a_line(tmp_path: Path, capsys: Said) -> None:
    path = tmp_path / "questions.jsonl"
    path.write_text(
        '{"id": 1, "text": "Ich bin 70 Jahre alt, Schulden"}\n{"id": "b", "text": "Wetter"}\n'
    )
    assert main(["search", "--json", "--jsonl", str(path)]) == 0
    one, other = map(json.loads, capsys.readouterr().out.splitlines())
    assert list(one) == ["id", "needs", "place", "person", "certain", "offers"]
    assert (one["id"], other["id"]) == ("1", "b")
    assert one["person"] == {"gender": None, "age": 70, "groups": ["seniors"]}
    assert list(one["offers"][0]) == ["id", "name", "topics", "score", "why"]
    assert other["offers"] == []


@pytest.mark.slow
def test_a_build_that_is_up_to_date_is_not_built_again(built: Path, capsys: Said) -> None:
    stamp = (built / "build.json").stat().st_mtime_ns
    assert main(["build", "--if-needed"]) == 0
    assert (built / "build.json").stat().st_mtime_ns == stamp
    assert capsys.readouterr().out == "The built knowledge is up to date.\n"
