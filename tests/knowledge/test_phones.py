"""Numbers are checked, and shown as people dial them."""

import pytest

from knowledge.phones import checked_number, display


@pytest.mark.parametrize("number", ["110", "112", "116016", "115", "+4951112345", "+498007708077"])
def test_a_sound_number_stays_as_it_is(number: str) -> None:
    assert checked_number(number) == number


@pytest.mark.parametrize(
    "number",
    ["", "1", "0511 12345", "051112345", "+49 511 12345", "+49(0)51112345", "+49511abc", "1160160"],
)
def test_a_number_in_another_form_is_refused(number: str) -> None:
    with pytest.raises(ValueError, match=r"is neither E\.164 \(\+49…\) nor a short code"):
        checked_number(number)


def test_a_number_of_impossible_length_is_refused() -> None:
    with pytest.raises(ValueError, match="a length that no number of its country has"):
        checked_number("+31123456789012")


def test_a_number_of_no_country_is_refused() -> None:
    with pytest.raises(ValueError, match="999"):
        checked_number("+9991234567")


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("110", "110"),
        ("116016", "116016"),
        ("+4951112345", "0511 12345"),
        ("+498007708077", "0800 7708077"),
        ("+31201234567", "+31 20 123 4567"),
    ],
)
def test_a_number_is_shown_as_people_dial_it(number: str, shown: str) -> None:
    assert display(number) == shown
