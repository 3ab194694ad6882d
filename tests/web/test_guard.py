"""The guard: what may come in, and what becomes plain text."""

import json

import pytest

from tests.talk import taxonomy
from web.guard import ChatRequest, RefusedError, check_conversation, read_request

SOMEONE = "a1B2-c3_d4e5f6g7"


def read(**fields: object) -> ChatRequest:
    """A request of these fields, read."""
    body = {"conversation": SOMEONE, "text": "help"} | fields
    return read_request(json.dumps(body).encode(), taxonomy())


def refused(body: bytes) -> tuple[str, int]:
    """Code and status of the refusal of a body."""
    with pytest.raises(RefusedError) as refusal:
        read_request(body, taxonomy())
    return refusal.value.code, refusal.value.status


def test_a_sound_request_is_taken_as_it_is() -> None:
    request = read(text="Ich brauche Hilfe", language="de")
    assert (request.conversation, request.text, request.language) == (
        SOMEONE, "Ich brauche Hilfe", "de",
    )  # fmt: skip


def test_fields_that_nobody_asked_for_are_left_out() -> None:
    assert read(name="Anna").model_dump() == {
        "conversation": SOMEONE,
        "text": "help",
        "language": None,
    }


@pytest.mark.parametrize("body", [b"", b"help", b"{", b"\xff\xfe"])
def test_what_is_not_json_is_refused(body: bytes) -> None:
    assert refused(body) == ("not_json", 400)


@pytest.mark.parametrize("body", [[], "help", {}, {"text": 1}, {"text": None}, {"language": 3}])
def test_wrong_types_are_refused(body: object) -> None:
    full = {"conversation": SOMEONE, "text": "help"} | body if isinstance(body, dict) else body
    whole = full if body else body
    assert refused(json.dumps(whole).encode()) == ("wrong_type", 422)


def test_the_refusal_of_a_wrong_type_names_the_field() -> None:
    with pytest.raises(RefusedError) as refusal:
        read(text=5)
    assert refusal.value.detail == "text: Input should be a valid string"


@pytest.mark.parametrize("text", ["", "   ", "\n\t", "\x00\x07", "\u202e\u200b"])
def test_a_text_of_nothing_is_refused(text: str) -> None:
    body = json.dumps({"conversation": SOMEONE, "text": text}).encode()
    assert refused(body) == ("empty", 422)


def test_two_thousand_characters_are_taken_in_any_script() -> None:
    assert read(text="ы" * 2000).text == "ы" * 2000
    long = {"conversation": SOMEONE, "text": "😢" * 2000}
    body = json.dumps(long, ensure_ascii=False).encode()
    assert read_request(body, taxonomy()).text == "😢" * 2000


def test_one_character_more_is_refused() -> None:
    body = json.dumps({"conversation": SOMEONE, "text": "a" * 2001}).encode()
    assert refused(body) == ("too_long", 413)


def test_a_huge_body_is_refused_unread() -> None:
    assert refused(b"{" * 100_000) == ("too_long", 413)


@pytest.mark.parametrize(
    "conversation",
    ["", "short", "a" * 15, "a" * 65, "has space 1234567", "../../../../etc/x", "ä" * 16],
)
def test_an_id_that_could_be_guessed_or_is_no_id_is_refused(conversation: str) -> None:
    with pytest.raises(RefusedError) as refusal:
        check_conversation(conversation)
    assert (refusal.value.code, refusal.value.status) == ("bad_conversation", 422)


def test_an_id_with_a_line_break_at_its_end_is_refused() -> None:
    with pytest.raises(RefusedError):
        check_conversation(SOMEONE + "\n")


def test_ids_of_16_to_64_characters_are_taken() -> None:
    for length in (16, 36, 64):
        check_conversation("x" * length)
