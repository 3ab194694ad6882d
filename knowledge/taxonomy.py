"""Topics of need: codes, areas, labels in people's words, synonyms of the offices."""

from functools import cached_property
from pathlib import Path

from knowledge.errors import DataFaultsError, UnknownTopicError
from knowledge.models import LanguageCode, Record, Text, TopicCode
from knowledge.records import read


class Area(Record):
    """A group of topics, in the order shown to people."""

    code: TopicCode
    labels: dict[LanguageCode, Text]


class Topic(Record):
    """One kind of need."""

    code: TopicCode
    area: TopicCode
    labels: dict[LanguageCode, Text]
    description: Text
    synonyms: tuple[Text, ...] = ()

    def label(self, language: str) -> str:
        """The topic in a language, else in English."""
        return self.labels.get(language, self.labels["en"])


class Starter(Record):
    """A topic as somebody would say it who does not know where to begin."""

    topic: TopicCode
    labels: dict[LanguageCode, Text]


class Taxonomy(Record):
    """All areas, topics and starting points."""

    areas: tuple[Area, ...]
    topics: tuple[Topic, ...]
    starters: tuple[Starter, ...]

    @cached_property
    def by_code(self) -> dict[str, Topic]:
        """Topics by their code."""
        return {topic.code: topic for topic in self.topics}

    @cached_property
    def codes(self) -> tuple[str, ...]:
        """All topic codes in the file's order."""
        return tuple(topic.code for topic in self.topics)

    def topic(self, code: str) -> Topic:
        """The topic of a code; raises UnknownTopicError."""
        try:
            return self.by_code[code]
        except KeyError:
            raise UnknownTopicError(code) from None


Labels = dict[str, dict[LanguageCode, Text]]


def load_labels(path: Path) -> Labels:
    """Labels of buttons, by name and language; raises DataFaultsError with every fault."""
    labels, faults = read(path, Labels)
    if labels is None or faults:
        raise DataFaultsError(faults)
    return labels


def load_taxonomy(path: Path) -> Taxonomy:
    """The taxonomy of a file; raises DataFaultsError with every fault."""
    taxonomy, faults = read(path, Taxonomy)
    if taxonomy is None or faults:
        raise DataFaultsError(faults)
    return taxonomy
