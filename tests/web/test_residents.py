"""The residents' pages: their language, the way out, the numbers, nothing from outside."""

from html.parser import HTMLParser

import pytest

from tests.web.conftest import Open
from tests.web.fakes import FakeBot
from web.residents import EXIT
from web.texts import LANGUAGES

RIGHT_TO_LEFT = {"ar", "fa"}
Tags = list[tuple[str, dict[str, str | None]]]


class _Reader(HTMLParser):
    """Collects the start tags of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: Tags = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def tags(open_door: Open, path: str) -> Tags:
    """The start tags of a page with their attributes."""
    reader = _Reader()
    reader.feed(open_door(FakeBot([])).get(path).text)
    return reader.tags


def links(page: Tags) -> list[str]:
    """The addresses of all links of a page, in order."""
    return [attributes["href"] or "" for tag, attributes in page if tag == "a"]


PAGES = [f"{path}?lang={code}" for path in ("/", "/privacy") for code in LANGUAGES]


@pytest.mark.parametrize("path", ["/", "/privacy"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_names_its_language_and_direction(open_door: Open, path: str, language: str) -> None:
    direction = "rtl" if language in RIGHT_TO_LEFT else "ltr"
    _, attributes = tags(open_door, f"{path}?lang={language}")[0]
    assert attributes == {"lang": language, "dir": direction}


@pytest.mark.parametrize("query", ["", "?lang=", "?lang=fr", "?lang=DE", "?lang=%3Cscript%3E"])
def test_a_page_without_a_known_language_is_german(open_door: Open, query: str) -> None:
    assert tags(open_door, f"/{query}")[0][1]["lang"] == "de"


@pytest.mark.parametrize("page", PAGES)
def test_the_way_out_is_the_first_link_and_needs_no_script(open_door: Open, page: str) -> None:
    assert links(tags(open_door, page))[0] == EXIT


@pytest.mark.parametrize("page", PAGES)
def test_the_emergency_numbers_stand_on_every_page(open_door: Open, page: str) -> None:
    assert {"tel:110", "tel:112"} <= {*links(tags(open_door, page))}


@pytest.mark.parametrize("page", PAGES)
def test_a_page_loads_nothing_from_elsewhere(open_door: Open, page: str) -> None:
    loading = {"script": "src", "link": "href", "img": "src", "iframe": "src", "form": "action"}
    loaded = [one.get(loading[tag]) for tag, one in tags(open_door, page) if tag in loading]
    assert [address for address in loaded if address and not address.startswith("/static/")] == []


@pytest.mark.parametrize("page", PAGES)
def test_a_page_has_no_script_or_style_of_its_own(open_door: Open, page: str) -> None:
    found = tags(open_door, page)
    scripts = [one for tag, one in found if tag == "script" and "src" not in one]
    assert [one.get("type") for one in scripts if one.get("type") != "application/json"] == []
    assert [tag for tag, one in found if tag == "style" or "style" in one] == []
    assert [name for _, one in found for name in one if name.startswith("on")] == []


def test_every_static_file_of_the_start_page_is_there(open_door: Open) -> None:
    addresses = {one.get("src") or one.get("href") for _, one in tags(open_door, "/")}
    static = {address for address in addresses if address and address.startswith("/static/")}
    assert "/static/chat.js" in static
    client = open_door(FakeBot([]))
    assert {client.get(address).status_code for address in static} == {200}


def test_the_start_page_leads_to_every_language(open_door: Open) -> None:
    chosen = [address for address in links(tags(open_door, "/")) if address.startswith("?lang=")]
    assert chosen == [f"?lang={code}" for code in LANGUAGES]


def test_the_starting_points_are_buttons_that_the_guard_lets_in(open_door: Open) -> None:
    payloads = [one.get("data-payload") for _, one in tags(open_door, "/") if "data-payload" in one]
    assert payloads == ['/choose{"topic": "debt_advice"}', '/choose{"topic": "loneliness"}']


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_privacy_page_leads_back_in_the_same_language(open_door: Open, language: str) -> None:
    assert links(tags(open_door, f"/privacy?lang={language}"))[-1] == f"/?lang={language}"
