"""Phone numbers: checked by Google's numbering plan, shown as people dial them."""

import re

import phonenumbers

SHORT_CODE = re.compile(r"^\d{3,6}$")


def checked_number(number: str) -> str:
    """The number itself; raises ValueError unless it is E.164 and possible, or a short code."""
    if SHORT_CODE.match(number):
        return number
    if not re.match(r"^\+\d{7,15}$", number):
        raise ValueError(f"{number!r} is neither E.164 (+49…) nor a short code")
    try:
        parsed = phonenumbers.parse(number)
    except phonenumbers.NumberParseException as error:
        raise ValueError(f"{number!r} begins with the code of no country") from error
    if not phonenumbers.is_possible_number(parsed):
        raise ValueError(f"{number!r} has a length that no number of its country has")
    return number


def display(number: str) -> str:
    """The number as people in Germany write and dial it: 0511 123456, 116016."""
    if SHORT_CODE.match(number):
        return number
    parsed = phonenumbers.parse(number)
    german = parsed.country_code == 49  # noqa: PLR2004 - Germany's calling code
    form = (
        phonenumbers.PhoneNumberFormat.NATIONAL
        if german
        else (phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    )
    return phonenumbers.format_number(parsed, form)
