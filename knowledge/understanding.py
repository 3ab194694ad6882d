"""Understands a message: needs, person, place, time and wishes."""

import re
from collections.abc import Collection

import numpy as np

from knowledge.clauses import Clauses
from knowledge.encoder import Encoder
from knowledge.lexicon import Lexicon
from knowledge.needs import NeedsReader
from knowledge.places import Places
from knowledge.query import Person, Understanding, Wishes
from knowledge.settings import SearchSettings
from knowledge.topics import Probabilities, TopicModel

AGE = re.compile(
    r"(?:\bbin|\bich,?|\bwird|\bist|\bвік|\bмне|\bмені|\bmam|\bi am|\bi['’]?m|(?<!\d),)"
    r"\s*(\d{1,2})\b(?!\s*[€%]|[.,:/]\d)"
    r"|\b(\d{1,2})[- ]?(?:jahre|jähr|j\b|years?|yo\b|y/o|yaş|лет|год|рок|lat\b|سن|سال)"
    r"|\((\d{1,2})\)"
    r"|(?:عمر\w*|سن\w*)\s*(\d{1,2})",
    re.IGNORECASE,
)
GENDER_AND_AGE = re.compile(
    r"(?:^|[.!?;:]\s*)(?:(?P<f>frau|w|weiblich|woman|female|f)|(?P<m>mann|m|männlich|man|male))"
    r"[\s,/]+\d{1,2}\b",
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
        settings: SearchSettings,
    ) -> None:
        self._lexicon = lexicon
        self._places = places
        self._settings, self._limits = settings.needs, settings.limits
        clauses = Clauses(lexicon.joining_words, settings.needs.least_words)
        self._codes = topics.codes[:-1]
        self._needs = NeedsReader(encoder, topics, clauses, settings.needs)

    def __call__(self, text: str) -> Understanding:
        """What the message says."""
        kinds = self._lexicon.people(text)
        person, other_person = _person(text, kinds), "other_person" in kinds
        possible = self._possible(text, None if other_person else person.gender)
        chances = self._needs.chances(self._places.without(text), possible)
        likely = self._needs.likely(chances)
        place = self._places.find(text)
        sure = sum(need.score for need in likely[:3]) >= self._settings.certain
        off_topic = bool(chances.whole[-1] >= self._settings.off_topic)
        return Understanding(
            vector=chances.vector,
            needs=self._needs.named(likely),
            likely=likely,
            certain=sure and not off_topic,
            off_topic=off_topic,
            place=place,
            point=self._places.point(text, place) if place else None,
            person=person,
            other_person=other_person,
            wishes=self.wishes(text),
        )

    def person(self, text: str) -> Person:
        """Who is in need, as far as the message says."""
        return _person(text, self._lexicon.people(text))

    def wishes(self, text: str) -> Wishes:
        """What the message asks for besides the need."""
        return Wishes(
            access=self._lexicon.wished(text),
            time=self._lexicon.times(text),
            languages=self._lexicon.languages(text),
        )

    def _possible(self, text: str, gender: str | None) -> Probabilities:
        """A factor for each topic: 0 for what is turned down or is for the other gender only."""
        closed = {"m": self._limits.women, "f": self._limits.men}
        refused = self._lexicon.refused_topics(text).union(closed.get(gender or "", ()))
        return np.array([code not in refused for code in self._codes], dtype=np.float32)


def _person(text: str, kinds: Collection[str]) -> Person:
    told = {kind[0] for kind in ("female", "male") if kind in kinds} | _gender_with_age(text)
    age = _age(text)
    groups = {GROUPS[kind] for kind in kinds if kind in GROUPS} | _groups_of_age(age)
    gender = told.pop() if len(told) == 1 else None
    return Person(gender=gender, age=age, groups=frozenset(groups))


def _gender_with_age(text: str) -> set[str]:
    """Gender before an age, as in small ads: Frau, 36."""
    found = GENDER_AND_AGE.search(text)
    return {found.lastgroup} if found and found.lastgroup else set()


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
