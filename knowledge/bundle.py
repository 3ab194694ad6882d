"""Answers several needs as one bundle: a group of offers for each of them."""

from dataclasses import dataclass

from knowledge.models import Offer
from knowledge.search import Result
from knowledge.settings import ResultSettings


@dataclass(frozen=True)
class Group:
    """The offers that answer one need, best first."""

    topic: str
    offers: tuple[Offer, ...]


def bundle(result: Result, settings: ResultSettings) -> tuple[Group, ...]:
    """What is shown first, where there are several needs; an offer stands in one group only."""
    topics = [need.topic for need in result.needs]
    each = max(settings.most_shown // max(len(topics), 1), 1)
    groups: dict[str, list[Offer]] = {topic: [] for topic in topics}
    for hit in result.hits:
        fitting = [topic for topic in topics if topic in hit.offer.topics]
        free = next((topic for topic in fitting if len(groups[topic]) < each), None)
        if free:
            groups[free].append(hit.offer)
    return tuple(Group(topic, tuple(offers)) for topic, offers in groups.items() if offers)
