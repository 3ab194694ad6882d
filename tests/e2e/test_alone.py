"""The bot without the service."""

import httpx
import pytest

from tests.e2e.system import only_the_bot

pytestmark = pytest.mark.browser


def test_without_the_service_the_bot_still_gives_emergency_numbers() -> None:
    with only_the_bot() as running:
        body = {"conversation": "alone-alone-alone-alone", "text": "er schlägt mich gerade, hilfe"}
        danger = httpx.post(f"{running.bot}/webhook", json=body, timeout=30).json()
        need = httpx.post(
            f"{running.bot}/webhook", json=body | {"text": "Ich habe Schulden"}, timeout=30
        ).json()
    assert danger[0]["kind"] == "emergency"
    assert danger[0]["contacts"][0]["number"] == "110"
    assert need[0]["kind"] == "emergency"
    assert {"110", "112"} <= {contact["number"] for contact in need[0]["contacts"]}
