"""Phrases by which people say who they are, for whom they ask, when, at what cost and how."""

import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path

from knowledge.errors import DataFaultsError
from knowledge.models import LanguageCode, Record, TopicCode
from knowledge.records import read

Phrases = dict[LanguageCode, tuple[str, ...]]
NEGATED_WITHIN = 3  # words between a negation and the phrase that it turns


class Lexicon(Record):
    """The shape of lexicon.yml; a trailing * in a phrase stands for any ending."""

    person: dict[str, Phrases]
    time: dict[str, Phrases]
    wishes: dict[str, Phrases]
    spoken_language: dict[LanguageCode, tuple[str, ...]]
    negation: Phrases
    refused: dict[TopicCode, Phrases]
    joins: Phrases

    def people(self, text: str) -> frozenset[str]:
        """Which kinds of person a message names."""
        return self._said(text, self._patterns["person"])

    def times(self, text: str) -> frozenset[str]:
        """Which times a message names."""
        return self._named(text, self._patterns["time"])

    def wished(self, text: str) -> frozenset[str]:
        """Which wishes for cost and access a message names."""
        return self._named(text, self._patterns["wishes"])

    def languages(self, text: str) -> frozenset[str]:
        """Which languages of counselling a message names."""
        return self._said(text, self._patterns["spoken_language"])

    def refused_topics(self, text: str) -> frozenset[str]:
        """Topics whose service a message turns down."""
        return self._named(text, self._patterns["refused"])

    @property
    def joining_words(self) -> list[str]:
        """The words that join clauses, in all languages."""
        return _all(self.joins)

    @cached_property
    def _patterns(self) -> dict[str, dict[str, re.Pattern[str]]]:
        tables: dict[str, Mapping[str, Iterable[str]]] = {
            name: {key: _all(phrases) for key, phrases in getattr(self, name).items()}
            for name in ("person", "time", "wishes", "refused")
        }
        tables["spoken_language"] = self.spoken_language
        return {
            name: {key: _pattern(phrases) for key, phrases in table.items()}
            for name, table in tables.items()
        }

    @cached_property
    def _negated(self) -> re.Pattern[str]:
        between = rf"(?:\s+[^\s.,;:!?]+){{0,{NEGATED_WITHIN - 1}}}\s*$"
        return re.compile(_pattern(_all(self.negation)).pattern + between)

    def _named(self, text: str, patterns: Mapping[str, re.Pattern[str]]) -> frozenset[str]:
        """Without negation: "kein Geld, kostenlos" wishes for what is free."""
        folded = text.casefold()
        return frozenset(key for key, pattern in patterns.items() if pattern.search(folded))

    def _said(self, text: str, patterns: Mapping[str, re.Pattern[str]]) -> frozenset[str]:
        folded = text.casefold()
        return frozenset(
            key
            for key, pattern in patterns.items()
            if any(
                not self._negated.search(folded[: hit.start()]) for hit in pattern.finditer(folded)
            )
        )


def _all(phrases: Phrases) -> list[str]:
    return [phrase for spoken in phrases.values() for phrase in spoken]


def _pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    words = [_word(phrase) for phrase in sorted(phrases, key=len, reverse=True)]
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})" if words else r"(?!)")


def _word(phrase: str) -> str:
    if phrase.endswith("*"):
        return re.escape(phrase[:-1]) + r"\w*"
    return re.escape(phrase) + r"(?!\w)"


def load_lexicon(path: Path) -> Lexicon:
    """The lexicon of a file; raises DataFaultsError with every fault."""
    lexicon, faults = read(path, Lexicon)
    if lexicon is None or faults:
        raise DataFaultsError(faults)
    return lexicon
