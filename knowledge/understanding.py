"""Understands a message: needs, person, place, time and wishes."""

import re

import numpy as np

from knowledge.encoder import Encoder
from knowledge.lexicon import Lexicon
from knowledge.places import Places
from knowledge.query import Need, Person, Understanding, Wishes
from knowledge.settings import NeedsSettings
from knowledge.topics import Probabilities, TopicModel

AGE = re.compile(
    r"(?:\bbin|\bich,?|\bwird|\bist|\bвік|\bмне|\bмені|\bmam|\bi am|\bi['’]?m|,)"
    r"\s*(\d{1,2})\b(?!\s*[€%]|[.,:/]\d)"
    r"|\b(\d{1,2})[- ]?(?:jahre|jähr|j\b|years?|yo\b|y/o|yaş|лет|год|рок|lat\b|سن|سال)"
    r"|\((\d{1,2})\)"
    r"|(?:عمر\w*|سن\w*)\s*(\d{1,2})",
    re.IGNORECASE,
)
# How the lexicon's kinds of person are called in the offers' audience.
GROUPS = {
    "child": "children",
    "youth": "youth",
    "senior": "seniors",
    "parent": "parents",
    "single_parent": "parents",
    "disabled": "disabled",
    "refugee": "refugees",
    "migrant": "migrants",
    "homeless": "homeless",
    "lgbtiq": "lgbtiq",
    "perpetrator": "perpetrators",
    "carer": "carers",
    "professional": "professionals",
}
CHILD_UNTIL, YOUTH_UNTIL, SENIOR_FROM = 13, 20, 65


class Understander:
    """Reads messages by the topic model, the lexicon and the gazetteer."""

    def __init__(
        self,
        encoder: Encoder,
        topics: TopicModel,
        lexicon: Lexicon,
        places: Places,
        settings: NeedsSettings,
    ) -> None:
        self._encoder = encoder
        self._topics = topics
        self._lexicon = lexicon
        self._places = places
        self._settings = settings

    def __call__(self, text: str) -> Understanding:
        """What the message says."""
        need = self._places.without(text)
        vector = self._encoder.encode([need])
        chances = self._topics.probabilities([need], vector)[0]
        likely = self._likely(chances)
        place = self._places.find(text)
        sure = sum(need.score for need in likely[:3]) >= self._settings.certain
        off_topic = bool(chances[-1] >= self._settings.off_topic)
        return Understanding(
            vector=vector[0],
            needs=self._needs(likely),
            likely=likely,
            certain=sure and not off_topic,
            off_topic=off_topic,
            place=place,
            point=self._places.point(text, place) if place else None,
            person=self.person(text),
            other_person="other_person" in self._lexicon.people(text),
            wishes=self.wishes(text),
        )

    def person(self, text: str) -> Person:
        """Who is in need, as far as the message says."""
        kinds = self._lexicon.people(text)
        both = {"female", "male"} <= kinds
        gender = next((kind[0] for kind in ("female", "male") if kind in kinds), None)
        age = _age(text)
        groups = {GROUPS[kind] for kind in kinds if kind in GROUPS} | _groups_of_age(age)
        return Person(gender=None if both else gender, age=age, groups=frozenset(groups))

    def wishes(self, text: str) -> Wishes:
        """What the message asks for besides the need."""
        return Wishes(
            access=self._lexicon.wished(text),
            time=self._lexicon.times(text),
            languages=self._lexicon.languages(text),
        )

    def _likely(self, chances: Probabilities) -> tuple[Need, ...]:
        best = np.argsort(-chances[:-1])[: self._settings.most_topics]
        return tuple(
            Need(self._topics.codes[column], float(chances[column]))
            for column in best
            if chances[column] >= self._settings.least_topic
        )

    def _needs(self, likely: tuple[Need, ...]) -> tuple[Need, ...]:
        strong = [need for need in likely if need.score >= self._settings.least_need]
        return tuple(strong[: self._settings.most_needs]) or likely[:1]


def _age(text: str) -> int | None:
    found = AGE.search(text)
    return int(next(filter(None, found.groups()))) if found else None


def _groups_of_age(age: int | None) -> set[str]:
    if age is None:
        return set()
    groups = set()
    if age <= CHILD_UNTIL:
        groups.add("children")
    if CHILD_UNTIL - 1 <= age <= YOUTH_UNTIL:
        groups.add("youth")
    if age >= SENIOR_FROM:
        groups.add("seniors")
    return groups
