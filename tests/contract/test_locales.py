"""Every text of the page is translated into eight languages."""

import re

import pytest

from knowledge.settings import ROOT
from web.texts import LANGUAGES, catalogue

PAGES = ROOT / "web" / "pages"
MARKED = re.compile(r"""_\(\s*"((?:[^"\\]|\\.)*)"\s*\)""")
PLACEHOLDER = re.compile(r"\{(\w+)\}")


def wanted() -> set[str]:
    """Every msgid that a page or the list of labels uses."""
    pages = [path.read_text("utf-8") for path in PAGES.rglob("*.html")]
    labels = [path.read_text("utf-8").splitlines() for path in PAGES.rglob("labels.txt")]
    marked = {msgid for page in pages for msgid in MARKED.findall(page)}
    return marked | {msgid for listed in labels for msgid in listed if msgid}


def test_every_marked_text_is_found() -> None:
    calls = sum(path.read_text("utf-8").count("_(") for path in PAGES.rglob("*.html"))
    found = sum(len(MARKED.findall(path.read_text("utf-8"))) for path in PAGES.rglob("*.html"))
    assert found == calls
    assert {"Leave quickly", "What do you need?", "Opens {time}"} <= wanted()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_of_the_page_is_translated(language: str) -> None:
    assert wanted() - set(catalogue(language)) == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_translation_is_empty(language: str) -> None:
    assert [msgid for msgid, text in catalogue(language).items() if not text.strip()] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_languages_have_the_same_texts(language: str) -> None:
    assert set(catalogue(language)) == set(catalogue("de"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_keeps_the_placeholders(language: str) -> None:
    broken = [
        msgid
        for msgid, text in catalogue(language).items()
        if sorted(PLACEHOLDER.findall(msgid)) != sorted(PLACEHOLDER.findall(text))
    ]
    assert broken == []


def test_only_english_says_the_msgid_itself() -> None:
    for msgid in ("Leave quickly", "What do you need?", "Delete everything"):
        same = [language for language in LANGUAGES if catalogue(language)[msgid] == msgid]
        assert same == ["en"]


def test_no_catalogue_stands_beside_the_eight() -> None:
    assert {path.name for path in (ROOT / "web" / "locale").iterdir()} == set(LANGUAGES)
