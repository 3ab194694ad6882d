"""A record says only what may be said."""

from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from tests.small import offer

STREET = {"street": "Am Markt 1", "postal_code": "30159", "city": "Hannover"}


def refusal(**fields: Any) -> list[tuple[str, str]]:
    """Field and reason of every fault of a record."""
    with pytest.raises(ValidationError) as caught:
        offer(**fields)
    faults = caught.value.errors()
    return [(".".join(map(str, fault["loc"])), fault["msg"]) for fault in faults]


def test_a_secret_record_refuses_an_address() -> None:
    reason = "Value error, address_secret is true, so the record must not carry an address"
    assert refusal(address_secret=True, address=STREET) == [("", reason)]


def test_a_public_record_keeps_its_address() -> None:
    address = offer(address=STREET).address
    assert address is not None
    assert (address.street, address.latitude) == ("Am Markt 1", None)


def test_coordinates_beside_the_address_are_an_unknown_field() -> None:
    for secret in (True, False):
        faults = refusal(address_secret=secret, coordinates={"latitude": 52.4, "longitude": 9.7})
        assert faults == [("coordinates", "Extra inputs are not permitted")]


def test_coordinates_far_from_the_region_are_refused() -> None:
    assert [field for field, _ in refusal(address=STREET | {"latitude": 48.1})] == [
        "address.latitude"
    ]


def test_a_misspelt_field_is_refused_by_its_name() -> None:
    assert refusal(fones=[]) == [("fones", "Extra inputs are not permitted")]


def test_a_record_that_nobody_could_reach_is_refused() -> None:
    reason = "Value error, no phone, email, website or address: nobody could reach it"
    assert refusal(phones=[]) == [("", reason)]


@pytest.mark.parametrize(
    "way",
    [
        {"phones": [{"number": "116016"}]},
        {"email": "hilfe@example.org"},
        {"website": "https://example.org"},
        {"address": STREET},
    ],
)
def test_one_way_to_reach_an_offer_is_enough(way: dict[str, Any]) -> None:
    assert offer(**({"phones": []} | way)).id == "debts-hannover"


def test_a_summary_in_german_is_needed() -> None:
    reason = "Value error, summary needs a German text (de)"
    assert refusal(summary={"en": "Help with debts."}) == [("", reason)]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("id", "Debts_Hannover"),
        ("topics", []),
        ("sources", []),
        ("confidence", "sure"),
        ("email", "hilfe(at)example.org"),
        ("website", "example.org"),
        ("opening_hours", "always"),
        ("verified_on", "13.02.2024"),
    ],
)
def test_a_wrong_value_is_refused_by_its_field(field: str, value: object) -> None:
    assert [name for name, _ in refusal(**{field: value})] == [field]


def test_a_wrong_number_is_refused_by_its_place_in_the_record() -> None:
    assert refusal(phones=[{"number": "110"}, {"number": "0511 1234"}]) == [
        (
            "phones.1.number",
            "Value error, '0511 1234' is neither E.164 (+49…) nor a short code",
        )
    ]


def test_a_record_cannot_be_changed() -> None:
    record = offer()
    with pytest.raises(ValidationError, match="frozen"):
        record.name = "Other"  # type: ignore[misc]  # mypy knows that it is frozen


@pytest.mark.parametrize(
    ("verified_on", "days"), [("2026-03-01", 9), ("2026-03", 9), ("2026", 68), (None, None)]
)
def test_the_age_of_facts_counts_from_the_start_of_a_partial_date(
    verified_on: str | None, days: int | None
) -> None:
    assert offer(verified_on=verified_on).days_since_check(date(2026, 3, 10)) == days
