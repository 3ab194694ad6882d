"""The app: safe headers everywhere, health, errors that programs and people can read."""

import pytest

from tests.web.conftest import Open
from tests.web.fakes import FakeBot
from web.app import HEADERS

HELLO = {"kind": "text", "text": "Hello"}


@pytest.mark.parametrize(
    "path", ["/", "/privacy", "/health", "/static/style.css", "/nowhere", "/chat/short"]
)
def test_every_answer_has_the_safe_headers(open_door: Open, path: str) -> None:
    headers = open_door(FakeBot([HELLO])).get(path).headers
    assert {name: headers[name] for name in HEADERS} == HEADERS
    assert "set-cookie" not in headers


def test_a_refusal_has_the_safe_headers_too(open_door: Open) -> None:
    answer = open_door(FakeBot([HELLO])).post("/chat", content=b"nonsense")
    assert answer.status_code == 400
    assert answer.headers["cache-control"] == "no-store"


def test_the_policy_lets_nothing_in_from_elsewhere() -> None:
    policy = dict(rule.split(" ", 1) for rule in HEADERS["Content-Security-Policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert {*policy.values()} == {"'none'", "'self'"}


@pytest.mark.parametrize(("messages", "state"), [([HELLO], "up"), (None, "down")])
def test_health_tells_whether_the_bot_is_up(
    open_door: Open, messages: list[dict[str, str]] | None, state: str
) -> None:
    answer = open_door(FakeBot(messages)).get("/health").json()
    assert answer == {"service": "up", "bot": state, "offers": 7, "encoder": "fake"}


@pytest.mark.parametrize(
    ("accepted", "sentence"),
    [
        ("en-GB,en;q=0.9", "A message can have 2000 characters at most."),
        ("de", "Eine Nachricht kann höchstens 2000 Zeichen lang sein."),
        ("fr", "Eine Nachricht kann höchstens 2000 Zeichen lang sein."),
        ("", "Eine Nachricht kann höchstens 2000 Zeichen lang sein."),
    ],
)
def test_a_refusal_speaks_the_language_of_the_browser(
    open_door: Open, accepted: str, sentence: str
) -> None:
    body = {"conversation": "someone-1234567890", "text": "a" * 2001}
    headers = {"accept-language": accepted}
    answer = open_door(FakeBot([HELLO])).post("/chat", json=body, headers=headers)
    assert answer.status_code == 413
    assert answer.json() == {
        "error": {
            "code": "too_long",
            "message": sentence,
            "detail": "text may have 2000 characters",
        }
    }


def test_a_refusal_without_a_sentence_of_its_own_has_a_general_one(open_door: Open) -> None:
    headers = {"accept-language": "en"}
    answer = open_door(FakeBot([HELLO])).post("/chat", content=b"{", headers=headers)
    assert answer.json()["error"] == {
        "code": "not_json",
        "message": "That did not work. Nothing that you wrote is lost.",
        "detail": "the body must be JSON",
    }


@pytest.mark.parametrize("path", ["/docs", "/redoc", "/openapi.json", "/webhook"])
def test_the_public_door_shows_no_inner_doors(open_door: Open, path: str) -> None:
    assert open_door(FakeBot([HELLO])).get(path).status_code == 404
