"""A resident with a browser."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.system import Running, wait_for

pytestmark = pytest.mark.browser

WEATHER = "https://www.dwd.de/"


def say(page: Page, text: str) -> None:
    """Types a message and sends it by Enter, as people do."""
    page.locator("#input").fill(text)
    page.keyboard.press("Enter")


def test_a_beaten_woman_sees_the_police_first_and_then_offers_near_her(page: Page) -> None:
    say(page, "Mein Mann schlägt mich, ich wohne in Garbsen")
    expect(page.locator(".message.emergency").first).to_contain_text("110")
    cards = page.locator(".card")
    expect(cards).to_have_count(3)
    expect(cards.first).to_contain_text("Garbsen")
    expect(cards.first.locator('a[href^="tel:"]').first).to_be_visible()


@pytest.mark.parametrize(
    ("text", "word"),
    [("I can't pay my rent", re.compile("Miet|Wohngeld")), ("Schulden, wo in Laatzen?", "chuld")],
)
def test_a_need_in_one_sentence_gets_fitting_cards(
    page: Page, text: str, word: str | re.Pattern[str]
) -> None:
    say(page, text)
    expect(page.locator(".card")).to_have_count(3)
    expect(page.locator(".offers").first).to_contain_text(word)
    expect(page.locator(".card").first).to_contain_text("Quelle")


def test_two_needs_are_answered_under_a_heading_each(page: Page) -> None:
    say(page, "Zwei Sachen: Ich habe Schulden, und ich suche einen Deutschkurs in Lehrte.")
    expect(page.locator(".need")).to_have_count(2)
    for heading, word in (("Schulden", "chuld"), ("Deutsch", "Deutsch|Sprach")):
        need = page.locator(".need", has=page.locator("h3", has_text=heading))
        expect(need.locator(".card").first).to_contain_text(re.compile(word))


def test_a_starting_point_leads_to_offers_with_one_tap(page: Page) -> None:
    page.locator("#starters button", has_text="Schulden").click()
    expect(page.locator(".card")).to_have_count(3)


def test_what_people_type_is_shown_as_text(page: Page) -> None:
    say(page, "<img src=x onerror=alert(1)> Schulden")
    expect(page.locator(".message.person").first).to_contain_text("<img src=x")
    assert page.locator("#log img").count() == 0


def test_after_leaving_nothing_of_the_chat_is_behind_back(page: Page) -> None:
    page.route(f"{WEATHER}**", lambda route: route.fulfill(body="weather"))
    say(page, "Schulden")
    expect(page.locator(".card").first).to_be_visible()
    page.locator("a.leave").click()
    page.wait_for_url(f"{WEATHER}**")
    page.go_back()
    expect(page.locator(".card")).to_have_count(0)


def test_the_page_still_helps_when_the_bot_dies_and_the_bot_comes_back(
    page: Page, running: Running
) -> None:
    running.kill_bot()
    say(page, "Schulden, wo in Laatzen?")
    expect(page.locator(".message.emergency").first).to_contain_text("110")
    expect(page.locator(".card")).to_have_count(3)
    wait_for(lambda: running.health()["bot"] == "up")
