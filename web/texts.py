"""The page's texts: gettext catalogues, read at start."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

from babel import Locale
from babel.messages.pofile import read_po

LANGUAGES = ("de", "en", "tr", "ar", "uk", "ru", "pl", "fa")
DEFAULT = "de"
LOCALE = Path(__file__).parent / "locale"
Translate = Callable[[str], str]


def known(language: str | None) -> str:
    """The language itself where we speak it, else German."""
    return language if language in LANGUAGES else DEFAULT


@cache
def catalogue(language: str) -> dict[str, str]:
    """Every translated msgid of a language."""
    path = LOCALE / language / "LC_MESSAGES" / "residents.po"
    with path.open("rb") as file:
        messages = read_po(file, locale=language)
    return {str(message.id): str(message.string) for message in messages if message.id}


def translator(language: str) -> Translate:
    """A function from msgid to text; raises KeyError for a text that nobody translated."""
    return catalogue(language).__getitem__


def direction(language: str) -> str:
    """`rtl` or `ltr`."""
    return Locale(language).text_direction


def own_names() -> list[tuple[str, str]]:
    """Codes and the languages' names in themselves."""
    return [(code, (Locale(code).display_name or code).capitalize()) for code in LANGUAGES]
