"""Every sentence exists in eight languages; in danger the number comes first."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from knowledge.settings import ROOT
from web.texts import LANGUAGES

RESPONSES: dict[str, list[dict[str, Any]]] = {}
for path in sorted((ROOT / "bot/data/responses").glob("*.yml")):
    RESPONSES |= yaml.safe_load(path.read_text("utf-8"))["responses"]
DANGERS = [name for name in RESPONSES if name.startswith("utter_danger_")]
PLACEHOLDER = re.compile(r"\{(\w+)\}")


def text(variant: dict[str, Any]) -> str:
    """What a variant says."""
    return str(variant["custom"]["text"] if "custom" in variant else variant["text"])


def first_sentence(variant: dict[str, Any]) -> str:
    """Up to the first mark that ends a sentence."""
    return re.split(r"(?<=[.!?؟])\s", text(variant))[0]


def contacts() -> Iterator[tuple[str, list[dict[str, str]]]]:
    """Name and contacts of each variant that has any."""
    for name, variants in RESPONSES.items():
        yield from ((name, one["custom"]["contacts"]) for one in variants if "custom" in one)


@pytest.mark.parametrize("name", RESPONSES)
def test_a_response_stands_in_the_eight_languages_in_order(name: str) -> None:
    german, *others = RESPONSES[name]
    assert "condition" not in german
    assert [one["condition"] for one in others] == [
        [{"type": "slot", "name": "language", "value": language}] for language in LANGUAGES[1:]
    ]


@pytest.mark.parametrize("name", RESPONSES)
def test_all_languages_have_the_same_placeholders_and_kinds(name: str) -> None:
    german, *others = RESPONSES[name]
    for one in others:
        assert sorted(PLACEHOLDER.findall(text(one))) == sorted(PLACEHOLDER.findall(text(german)))
        assert set(one) - {"condition"} == set(german)
        assert {*one.get("custom", ())} == {*german.get("custom", ())}


@pytest.mark.parametrize("name", RESPONSES)
def test_no_two_languages_say_the_same(name: str) -> None:
    assert len({text(one) for one in RESPONSES[name]}) == 8
    assert all(text(one).strip() for one in RESPONSES[name])


def test_there_are_danger_texts() -> None:
    assert len(DANGERS) == 6


@pytest.mark.parametrize("name", DANGERS)
def test_a_danger_text_begins_with_the_emergency_number_and_holds_it_first(name: str) -> None:
    for one in RESPONSES[name]:
        named = re.search(r"(?<!\d)11[02](?!\d)", first_sentence(one))
        assert named is not None
        assert one["custom"]["contacts"][0]["number"] == named.group()


@pytest.mark.parametrize("name", DANGERS)
def test_a_danger_text_is_of_its_kind_and_offers_the_same_lines_in_all_languages(
    name: str,
) -> None:
    for one in RESPONSES[name]:
        assert one["custom"]["kind"] == "emergency"
        assert one["custom"]["danger"] == name.removeprefix("utter_danger_")
        assert numbers(one) == numbers(RESPONSES[name][0])


def numbers(variant: dict[str, Any]) -> list[str]:
    """The numbers of a variant's contacts."""
    return [contact["number"] for contact in variant["custom"]["contacts"]]


def test_when_the_search_is_down_the_emergency_numbers_come_first() -> None:
    for one in RESPONSES["utter_unreachable"]:
        assert re.findall(r"(?<!\d)11[02](?!\d)", first_sentence(one)) == ["110", "112"]
        assert numbers(one)[:2] == ["110", "112"]


def test_every_contact_has_a_label_and_a_number_as_a_string() -> None:
    for name, listed in contacts():
        for contact in listed:
            assert set(contact) == {"label", "number"}, name
            assert isinstance(contact["number"], str), name
            assert contact["label"].strip(), name


@pytest.mark.parametrize("name", DANGERS)
def test_a_danger_text_is_fixed(name: str) -> None:
    assert [PLACEHOLDER.findall(text(one)) for one in RESPONSES[name]] == [[]] * 8
