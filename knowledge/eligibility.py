"""Who may use an offer: hard limits where a wrong offer harms."""

from collections.abc import Iterable

from knowledge.models import Gender, Offer
from knowledge.query import Need, Person

VICTIMS = frozenset(
    {
        "shelter_women",
        "counselling_women_violence",
        "violence_men",
        "violence_lgbtiq",
        "sexual_violence",
        "children_violence",
        "forced_marriage_trafficking",
        "victim_support",
    }
)
PERPETRATORS = frozenset({"perpetrator_work", "abuse_prevention"})
CLOSED_TO = {Gender.WOMEN: "m", Gender.MEN: "f"}


def refusal(offer: Offer, person: Person, needs: Iterable[Need]) -> str | None:
    """Why this offer must not be shown to this person, or None."""
    asked = {need.topic for need in needs}
    if CLOSED_TO.get(offer.audience.gender) == person.gender and person.gender:
        return f"only for {offer.audience.gender}"
    if person.age is not None and not _of_age(offer, person.age):
        return "not for this age"
    does_harm = "perpetrators" in person.groups or bool(asked & PERPETRATORS)
    for_them = "perpetrators" in offer.audience.groups or bool(PERPETRATORS & {*offer.topics})
    if does_harm and not for_them and VICTIMS & {*offer.topics}:
        return "protects victims"
    if for_them and not does_harm and {*offer.topics} <= PERPETRATORS:
        return "for people who do harm"
    return None


def _of_age(offer: Offer, age: int) -> bool:
    youngest, oldest = offer.audience.minimum_age, offer.audience.maximum_age
    return (youngest is None or age >= youngest) and (oldest is None or age <= oldest)
