from __future__ import annotations

from bot.channels.door import DoorChannel, typed


def test_text_is_a_text() -> None:
    said = {"recipient_id": "someone", "text": "Guten Tag"}
    assert typed(said) == {"kind": "text", "text": "Guten Tag"}


def test_buttons_are_choices_with_label_and_payload_only() -> None:
    button = {"title": "Schulden", "payload": "/choose", "type": "postback"}
    assert typed({"recipient_id": "someone", "text": "Was?", "buttons": [button]}) == {
        "kind": "choices",
        "text": "Was?",
        "options": [{"label": "Schulden", "payload": "/choose"}],
    }


def test_a_payload_passes_as_it_is_without_the_recipient() -> None:
    payload = {"kind": "emergency", "danger": "threat", "text": "110", "contacts": []}
    assert typed({"recipient_id": "someone", "custom": payload}) == payload


def test_a_message_of_nothing_is_an_empty_text() -> None:
    assert typed({"recipient_id": "someone"}) == {"kind": "text", "text": ""}


def test_the_channel_is_at_the_door() -> None:
    assert DoorChannel.name() == "door"
