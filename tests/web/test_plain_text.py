"""The guard: what people write is plain text, unless it is a button of ours."""

import pytest

from tests.talk import taxonomy
from web.guard import checked_text


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("he\x00l\x1bp\x7f", "help"),
        ("\u202eevil\u202c", "evil"),
        ("two\nlines\tand a tab", "two\nlines\tand a tab"),
        ("  help  ", "help"),
        ("می\u200cخواهم", "می\u200cخواهم"),  # the joiner belongs to the word
        ("👩\u200d👧", "👩\u200d👧"),
    ],
)
def test_control_characters_go_and_joiners_stay(text: str, plain: str) -> None:
    assert checked_text(text, taxonomy()) == plain


@pytest.mark.parametrize("text", ["/more", "/restart", '/choose{"topic": "debt_advice"}'])
def test_our_own_shortcuts_pass(text: str) -> None:
    assert checked_text(text, taxonomy()) == text


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("/danger_medical", "danger_medical"),
        ('/need{"place": "Garbsen"}', 'need{"place": "Garbsen"}'),
        ('/choose{"topic": "nonsense"}', 'choose{"topic": "nonsense"}'),
        ('/choose{"topic": "debt_advice", "language": "en"}',
         'choose{"topic": "debt_advice", "language": "en"}'),
        ("/session_start", "session_start"),
        ("/more now", "more now"),
        ("/more\n/restart", "more\n/restart"),
        (" / /more_", "more_"),
        ("//restart", "restart"),
        ("/", "?"),
    ],
)  # fmt: skip
def test_a_shortcut_that_we_never_sent_becomes_plain_text(text: str, plain: str) -> None:
    assert checked_text(text, taxonomy()) == plain
