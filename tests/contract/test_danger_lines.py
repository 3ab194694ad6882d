"""The lines in a danger are those of the offers they are named after."""

from typing import Any

import pytest
import yaml

from knowledge.build import Data, load_data
from knowledge.models import Phone
from knowledge.settings import ROOT

RESPONSES: dict[str, list[dict[str, Any]]] = yaml.safe_load(
    (ROOT / "bot/data/responses/danger.yml").read_text("utf-8")
)["responses"]
# Each number and the record that must state it.
LINES = {
    "110": "notruf-110",
    "112": "notruf-112",
    "116016": "hilfetelefon-gewalt-gegen-frauen",
    "116111": "nummer-gegen-kummer-kinder-jugendtelefon",
    "116123": "telefonseelsorge-hannover",
    "+498001110111": "telefonseelsorge-hannover",
    "+498007708077": "frauenhaus24-hannover",
    "+498001239900": "maennerhilfetelefon",
    "+4955119240": "giz-nord-giftnotruf",
}


@pytest.fixture(scope="module")
def data() -> Data:
    """The real data."""
    return load_data()


def german_contacts() -> list[dict[str, str]]:
    """The contacts of the danger texts in German, which the other languages follow."""
    return [contact for one in RESPONSES.values() for contact in one[0]["custom"]["contacts"]]


def phone(data: Data, number: str) -> Phone:
    """The number's entry in the record that must state it."""
    phones = data.corpus.by_id[LINES[number]].phones
    return next(one for one in phones if one.number == number)


def test_the_danger_texts_name_these_lines_and_no_other() -> None:
    assert {contact["number"] for contact in german_contacts()} == set(LINES)


@pytest.mark.parametrize(("number", "offer_id"), LINES.items())
def test_a_line_stands_in_the_record_of_its_own_offer(
    data: Data, number: str, offer_id: str
) -> None:
    assert number in {one.number for one in data.corpus.by_id[offer_id].phones}


def test_day_and_night_is_promised_only_where_the_record_says_so(data: Data) -> None:
    for contact in german_contacts():
        if "Tag und Nacht" in contact["label"]:
            assert phone(data, contact["number"]).hours == "24/7", contact
