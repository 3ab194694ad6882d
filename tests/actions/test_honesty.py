"""Honesty: old or unsure facts say so; languages are called by their names."""

import pytest

from actions._render import call_first, language_name
from tests.small import NOW, offer
from tests.talk import taxonomy


@pytest.mark.parametrize(
    ("topic", "checked", "call"),
    [
        ("debt_advice", "2025-09-09", False),  # money is urgent: 182 days
        ("debt_advice", "2025-09-08", True),
        ("loneliness", "2025-03-10", False),  # 365 days
        ("loneliness", "2025-03-09", True),
        ("loneliness", None, True),
    ],
)
def test_old_facts_say_please_call_first(topic: str, checked: str | None, call: bool) -> None:
    one = offer(topics=[topic], verified_on=checked)
    assert call_first(one, NOW, taxonomy()) is call


def test_unsure_facts_say_please_call_first_however_new() -> None:
    one = offer(confidence="low", verified_on="2026-03-09")
    assert call_first(one, NOW, taxonomy()) is True


@pytest.mark.parametrize(
    ("code", "language", "name"),
    [
        ("uk", "de", "Ukrainisch"),
        ("de", "en", "German"),
        ("de-ls", "tr", "Leichte Sprache"),
        ("dgs", "en", "Deutsche Gebärdensprache"),
        ("xxx", "de", "xxx"),
    ],
)
def test_a_language_has_its_name_in_the_reader_s_language(
    code: str, language: str, name: str
) -> None:
    assert language_name(code, language) == name
