"""Every number that is said stands in a record; no shelter can be found by its record."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from knowledge.build import Data, load_data
from knowledge.settings import DATA, ROOT
from web.texts import LANGUAGES, catalogue

# What is unsure or closes at night must not be the line in a danger.
BARRED = {"clearingstelle-kinderschutz-hannover", "psychosozialer-krisendienst-region-hannover"}
NUMBER = re.compile(r"\+?\d(?:[ /()-]?\d){2,}")
STREET = re.compile(r"(?:straße|str\.|weg|platz|allee|ufer|damm|gasse) ?\d", re.IGNORECASE)


@pytest.fixture(scope="module")
def data() -> Data:
    """The real data."""
    return load_data()


def variants(name: str = "*") -> Iterator[tuple[str, dict[str, Any]]]:
    """Name and content of every variant of every response in files of that name."""
    for path in sorted((ROOT / "bot/data/responses").glob(f"{name}.yml")):
        for response, all_ in yaml.safe_load(path.read_text("utf-8"))["responses"].items():
            yield from ((response, variant) for variant in all_)


def strings(value: Any) -> Iterator[str]:
    """All texts in a structure."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from strings(one)
    elif isinstance(value, str):
        yield value


def plain(number: str) -> str:
    """A number as the records write it: ASCII digits, +49 for a leading 0."""
    digits = "".join(str(int(sign)) for sign in number if sign.isdigit())
    return "+" + digits if number.startswith("+") else re.sub(r"^0", "+49", digits)


def said(value: Any) -> set[str]:
    """All numbers of three digits or more in a structure, in the form of the records."""
    return {plain(hit) for text in strings(value) for hit in NUMBER.findall(text)}


def recorded(data: Data, *ids: str) -> set[str]:
    """The numbers of all records, or of those with the ids."""
    offers = [offer for offer in data.corpus.offers if not ids or offer.id in ids]
    return {phone.number for offer in offers for phone in offer.phones}


def test_numbers_in_running_text_are_read_in_any_form() -> None:
    text = [
        "Ruf 110 an, 0800 77 08 077 oder 116 016",
        {"number": "+49511/123-45"},
        "۱۱۲, am 3. um 12",
    ]
    assert said(text) == {"110", "112", "+498007708077", "116016", "+4951112345"}


def test_every_number_in_a_response_stands_in_a_record(data: Data) -> None:
    unknown = {(name, number) for name, one in variants() for number in said(one) - recorded(data)}
    assert unknown == set()


def test_the_danger_texts_do_name_numbers() -> None:
    assert {"110", "112", "116016", "116111"} <= {
        number for _, one in variants("danger") for number in said(one)
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_number_on_the_page_stands_in_a_record(data: Data, language: str) -> None:
    longest_message = {"2000"}
    assert said(dict(catalogue(language))) - longest_message <= recorded(data)


def test_the_emergency_lines_come_from_records(data: Data) -> None:
    lines = yaml.safe_load((DATA / "emergency.yml").read_text("utf-8"))
    for line, contact in zip(lines, data.emergency, strict=True):
        assert contact.number in recorded(data, line["offer"])
    assert [contact.number for contact in data.emergency][:2] == ["110", "112"]


def test_no_emergency_line_is_known_to_close(data: Data) -> None:
    lines = yaml.safe_load((DATA / "emergency.yml").read_text("utf-8"))
    for offer in (data.corpus.by_id[line["offer"]] for line in lines):
        assert offer.access.round_the_clock is not False
        assert {phone.hours for phone in offer.phones} <= {None, "24/7"}


def test_two_unsure_offers_lend_no_number_to_a_danger_or_emergency_text(data: Data) -> None:
    assert "clearingstelle-kinderschutz-hannover" not in data.corpus.by_id
    unsure = recorded(data, *BARRED)
    assert unsure == {"+4951130033470"}
    texts = [one for name in ("danger", "fallback") for _, one in variants(name)]
    assert unsure & (said(texts) | {contact.number for contact in data.emergency}) == set()


def test_no_shelter_record_has_an_address(data: Data) -> None:
    shelters = [offer for offer in data.corpus.offers if "shelter_women" in offer.topics]
    assert len(shelters) >= 5
    assert [offer.id for offer in shelters if offer.address] == []


def test_every_shelter_but_a_website_keeps_its_address_secret(data: Data) -> None:
    shelters = [offer for offer in data.corpus.offers if offer.topics[0] == "shelter_women"]
    assert {one.id for one in shelters if not one.address_secret} == {"frauenhaus-suche-de"}


def test_no_secret_record_names_a_street_in_any_text(data: Data) -> None:
    secret = [offer for offer in data.corpus.offers if offer.address_secret]
    told = {one.id: " ".join(strings(one.model_dump(mode="json"))) for one in secret}
    assert [id_ for id_, text in told.items() if STREET.search(text)] == []
