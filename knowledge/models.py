"""The records that people edit, as frozen pydantic models; field names as in the YAML files."""

from datetime import date
from enum import StrEnum
from typing import Annotated, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    model_validator,
)

from knowledge.hours import checked_hours
from knowledge.phones import checked_number

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
TopicCode = Annotated[str, StringConstraints(pattern=r"^[a-z_]+$")]
LanguageCode = Annotated[str, StringConstraints(pattern=r"^([a-z]{2,3}|de-ls)$")]
PartialDate = Annotated[str, StringConstraints(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")]
Url = Annotated[str, StringConstraints(pattern=r"^https?://[^\s]+$")]
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Hours = Annotated[str, AfterValidator(checked_hours)]
PhoneNumber = Annotated[str, AfterValidator(checked_number)]


class Gender(StrEnum):
    """Whom an offer is open to."""

    ALL = "all"
    WOMEN = "women"
    MEN = "men"


class Confidence(StrEnum):
    """How sure the collected facts of a record are."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Record(BaseModel):
    """Base of all records: frozen, and a misspelt field is a fault."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Audience(Record):
    """Whom an offer is for; ages in years."""

    gender: Gender = Gender.ALL
    minimum_age: int | None = Field(default=None, ge=0, le=120)
    maximum_age: int | None = Field(default=None, ge=0, le=120)
    groups: tuple[str, ...] = ()


class Access(Record):
    """How one gets in; None where no source says it."""

    free: bool | None = None
    anonymous: bool | None = None
    walk_in: bool | None = None
    by_phone: bool | None = None
    online_or_chat: bool | None = None
    home_visits: bool | None = None
    round_the_clock: bool | None = None


class Phone(Record):
    """A published number: E.164, or a short code such as 116016."""

    number: PhoneNumber
    label: Text | None = None
    hours: Hours | None = None


class Address(Record):
    """A public street address; coordinates in degrees, where a source states them."""

    street: Text
    postal_code: Annotated[str, StringConstraints(pattern=r"^\d{5}$")] | None = None
    city: Text
    district: Text | None = None
    latitude: float | None = Field(default=None, ge=51.9, le=52.9)
    longitude: float | None = Field(default=None, ge=9.1, le=10.4)


class Accessibility(Record):
    """What is known about getting in with a wheelchair."""

    wheelchair: Annotated[str, StringConstraints(pattern="^(yes|limited|no)$")] | None = None
    notes: Text | None = None


class Source(Record):
    """A page on which facts of a record were read."""

    url: Url
    page_date: PartialDate | None = None
    facts: tuple[str, ...] = ()


class Offer(Record):
    """One low-threshold offer of help, as checked on public pages."""

    id: Slug
    name: Text
    alternate_names: tuple[Text, ...] = ()
    organization: Text | None = None
    topics: tuple[TopicCode, ...] = Field(min_length=1)
    summary: dict[LanguageCode, Text]
    audience: Audience = Audience()
    access: Access = Access()
    phones: tuple[Phone, ...] = ()
    email: Annotated[str, StringConstraints(pattern=r"^[^@\s]+@[^@\s]+\.[a-z]+$")] | None = None
    website: Url | None = None
    website_of_organization: bool = False
    address: Address | None = None
    address_secret: bool = False
    opening_hours: Hours | None = None
    languages: tuple[LanguageCode, ...] = ()
    accessibility: Accessibility = Accessibility()
    area_served: tuple[Text, ...] = ()
    sources: tuple[Source, ...] = Field(min_length=1)
    confidence: Confidence
    verified_on: PartialDate | None = None
    notes: Text | None = None

    @model_validator(mode="after")
    def _keeps_the_secret(self) -> Self:
        if self.address_secret and self.address:
            raise ValueError("address_secret is true, so the record must not carry an address")
        return self

    @model_validator(mode="after")
    def _can_be_reached(self) -> Self:
        if not (self.phones or self.email or self.website or self.address):
            raise ValueError("no phone, email, website or address: nobody could reach it")
        return self

    @model_validator(mode="after")
    def _is_told_in_german(self) -> Self:
        if "de" not in self.summary:
            raise ValueError("summary needs a German text (de)")
        return self

    def days_since_check(self, today: date) -> int | None:
        """Days since the facts were checked, from the start of a partial date; None if unknown."""
        if self.verified_on is None:
            return None
        year, month, day = (*map(int, self.verified_on.split("-")), 1, 1)[:3]
        return (today - date(year, month, day)).days
