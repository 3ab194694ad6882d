"""The actions ask a small knowledge."""

import pytest

from actions import _service
from tests.talk import knowledge


@pytest.fixture(autouse=True)
def _small_knowledge() -> None:
    """Makes the small knowledge the one in use."""
    _service.use(knowledge())
