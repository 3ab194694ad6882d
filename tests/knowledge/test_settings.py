"""Settings: the machine's from the environment, the search's from search.toml."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from knowledge.settings import DATA, Settings, search_settings

TEXT = (DATA / "search.toml").read_text(encoding="utf-8")


def test_the_real_thresholds_are_read() -> None:
    ranking = search_settings().ranking
    assert search_settings(DATA / "search.toml").result.shown == 3
    assert ranking.first_topic == 1.0


@pytest.mark.parametrize(
    ("right", "wrong", "named"),
    [
        ("near_km =", "near_mk =", {("ranking", "near_km"), ("ranking", "near_mk")}),
        ("[result]", "[results]", {("result",), ("results",)}),
        ("covered = 0.8", 'covered = "much"', {("ranking", "covered")}),
    ],
)
def test_a_misspelt_key_or_a_wrong_value_is_refused_by_name(
    tmp_path: Path, right: str, wrong: str, named: set[tuple[str, ...]]
) -> None:
    path = tmp_path / "search.toml"
    assert right in TEXT
    path.write_text(TEXT.replace(right, wrong), encoding="utf-8")
    with pytest.raises(ValidationError) as caught:
        search_settings(path)
    assert {fault["loc"] for fault in caught.value.errors()} == named


def test_thresholds_cannot_be_changed_while_running() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        search_settings().result.shown = 5  # type: ignore[misc]  # mypy knows that it is frozen


def test_the_environment_sets_ports_encoder_and_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HILFELOTSE_BOT_PORT", "6005")
    monkeypatch.setenv("HILFELOTSE_ENCODER", "/models/other")
    monkeypatch.setenv("HILFELOTSE_BUILD", "/tmp/built")  # noqa: S108 - nothing is written
    settings = Settings()
    assert settings.bot_url == "http://127.0.0.1:6005"
    assert settings.encoder == "/models/other"
    assert settings.build == Path("/tmp/built")  # noqa: S108 - the same


def test_without_an_environment_the_embedded_encoder_answers_on_this_machine_only(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(f"HILFELOTSE_{name.upper()}", raising=False)
    settings = Settings()
    assert (settings.host, settings.port) == ("127.0.0.1", 8080)
    assert (settings.encoder, settings.bot_seconds) == ("usem3", 4.0)


def test_a_port_that_is_no_number_is_refused_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HILFELOTSE_PORT", "http")
    with pytest.raises(ValidationError, match="port"):
        Settings()
