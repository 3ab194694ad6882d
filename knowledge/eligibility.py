"""Who may use an offer: hard limits where a wrong offer harms."""

from collections.abc import Sequence

from knowledge.models import Gender, Offer
from knowledge.query import Need, Person
from knowledge.settings import LimitsSettings

CLOSED_TO = {Gender.WOMEN: "m", Gender.MEN: "f"}
DOES_HARM = "perpetrators"


def refusal(
    offer: Offer, person: Person, likely: Sequence[Need], limits: LimitsSettings
) -> str | None:
    """Why this offer must not be shown to this person, or None; `likely` needs best first."""
    if CLOSED_TO.get(offer.audience.gender) == person.gender and person.gender:
        return f"only for {offer.audience.gender}"
    if person.age is not None and not _of_age(offer, person.age):
        return "not for this age"
    leading = {need.topic for need in likely[:1]}
    asked = {*limits.unasked} if DOES_HARM in person.groups else leading
    if {*offer.topics} <= {*limits.unasked} and not asked & {*limits.unasked}:
        return "for people who do harm"
    if {*offer.topics} & _harmful(asked, likely, limits) and not {*offer.topics} & asked:
        return f"would harm with {min(asked)}"
    return None


def _harmful(asked: set[str], likely: Sequence[Need], limits: LimitsSettings) -> set[str]:
    """The topics that harm somebody with the leading need, but for those that rival with it."""
    leading = likely[0].score if likely else 0.0
    rivals = {need.topic for need in likely[1:] if need.score >= limits.rival * leading}
    return {topic for need in asked for topic in limits.conflicts.get(need, ())} - rivals


def _of_age(offer: Offer, age: int) -> bool:
    youngest, oldest = offer.audience.minimum_age, offer.audience.maximum_age
    return (youngest is None or age >= youngest) and (oldest is None or age <= oldest)
