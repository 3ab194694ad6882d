"""Fallback: the way in for somebody who does not know where to begin."""

from actions.fallback import ActionClarify
from tests.talk import STARTERS, turn


def test_a_vague_cry_is_asked_with_the_starting_points() -> None:
    said = turn(ActionClarify(), "help", "vague")
    assert said.responses == ["utter_clarify"]
    assert said.messages[0]["buttons"] == STARTERS
    assert said.events == []


def test_the_starting_points_speak_the_language_of_the_conversation() -> None:
    said = turn(ActionClarify(), "help", "vague", language="tr")
    assert [one["title"] for one in said.messages[0]["buttons"]] == ["Debts", "Alone"]
