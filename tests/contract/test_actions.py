"""The domain and the code name the same actions, responses and dangers."""

import importlib
import inspect
import re
from typing import Any

import pytest
import yaml
from rasa_sdk import Action

from knowledge.settings import ROOT, search_settings

DOMAIN: dict[str, Any] = yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))
FALLBACK = "core_fallback_action_name"


def data(folder: str) -> list[dict[str, Any]]:
    """All files of a folder of bot/data, parsed."""
    paths = sorted((ROOT / "bot" / "data" / folder).glob("*.yml"))
    return [yaml.safe_load(path.read_text(encoding="utf-8")) for path in paths]


def action_names() -> list[str]:
    """The names of all Action classes in actions/."""
    modules = [f"actions.{path.stem}" for path in sorted((ROOT / "actions").glob("[!_]*.py"))]
    kinds: list[Any] = [
        kind
        for module in modules
        for _, kind in inspect.getmembers(importlib.import_module(module), inspect.isclass)
        if issubclass(kind, Action) and kind.__module__ == module
    ]
    return [kind().name() for kind in kinds]


def steps(key: str) -> set[str]:
    """All intents or actions of the rules' steps."""
    rules = [rule for file in data("rules") for rule in file["rules"]]
    return {step[key] for rule in rules for step in rule["steps"] if key in step}


def intents() -> set[str]:
    """The intents of the domain."""
    return {name if isinstance(name, str) else next(iter(name)) for name in DOMAIN["intents"]}


def responses() -> set[str]:
    """The names of all responses."""
    return {name for file in data("responses") for name in file["responses"]}


def test_the_actions_of_the_domain_are_those_of_the_code() -> None:
    assert sorted(DOMAIN["actions"]) == sorted(action_names())


def test_every_intent_has_a_rule_and_every_rule_an_intent() -> None:
    assert steps("intent") == intents()


def test_every_action_of_a_rule_exists() -> None:
    assert steps("action") <= {*action_names(), *responses(), "action_restart"}


def test_the_fallback_action_exists() -> None:
    config = yaml.safe_load((ROOT / "config.yml").read_text(encoding="utf-8"))
    named = [policy[FALLBACK] for policy in config["policies"] if FALLBACK in policy]
    assert named == ["action_clarify"]
    assert "action_clarify" in action_names()


def named_in_code() -> set[str]:
    """The responses that the code of actions, bot and web names."""
    folders = [ROOT / name for name in ("actions", "bot", "web")]
    code = [path.read_text("utf-8") for folder in folders for path in folder.rglob("*.py")]
    return {name for text in code for name in re.findall(r'"(utter_[a-z_]+)"', text)}


def test_every_response_that_the_code_names_exists() -> None:
    assert {"utter_offers", "utter_unreachable"} <= named_in_code() <= responses()


def test_every_response_is_used() -> None:
    by_rasa = {"utter_restart"}
    assert responses() - steps("action") - named_in_code() - by_rasa == set()


@pytest.mark.parametrize("kind", search_settings().danger)
def test_each_danger_has_intent_response_rule_and_topics(kind: str) -> None:
    assert f"danger_{kind}" in intents()
    assert f"utter_danger_{kind}" in responses()
    rules = [rule["steps"] for file in data("rules") for rule in file["rules"]]
    assert [
        {"intent": f"danger_{kind}"},
        {"action": f"utter_danger_{kind}"},
        {"action": "action_search"},
    ] in rules


def test_there_are_six_dangers_and_no_other() -> None:
    dangers = {name.removeprefix("danger_") for name in intents() if name.startswith("danger_")}
    assert dangers == set(search_settings().danger)
    assert len(dangers) == 6
