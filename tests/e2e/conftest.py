"""The running system and a page in a real Chromium."""

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, sync_playwright

from tests.e2e.system import Running, everything

CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def running() -> Iterator[Running]:
    """Everything started once for all browser tests."""
    with everything() as started:
        yield started


@pytest.fixture
def page(running: Running) -> Iterator[Page]:
    """The start page on a phone; fails the test when a script failed or a stranger was asked."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        one = browser.new_page(viewport={"width": 390, "height": 844}, locale="de-DE")
        troubles: list[str] = []
        one.on("pageerror", lambda error: troubles.append(str(error)))
        one.on("request", lambda asked: _note_stranger(asked.url, running, troubles))
        one.goto(running.door)
        yield one
        browser.close()
        assert troubles == []


def _note_stranger(url: str, running: Running, troubles: list[str]) -> None:
    weather = "https://www.dwd.de/"  # where the exit leads
    if not url.startswith((running.door, weather, "data:")):
        troubles.append(f"asked {url}")
