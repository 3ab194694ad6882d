"""The door over a small knowledge."""

from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient

from tests.talk import knowledge
from web.app import door
from web.bot import Bot

Open = Callable[[Bot], TestClient]


@pytest.fixture(scope="session", name="open_door")
def _open_door() -> Open:
    """Opens the door before a bot."""
    small = knowledge()
    return lambda bot: TestClient(door(small, bot))
