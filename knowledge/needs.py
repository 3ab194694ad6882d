"""Finds the needs of a message: in the whole of it, in its clauses, and in what is left over."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from knowledge.clauses import Clauses
from knowledge.encoder import Encoder, Vectors
from knowledge.query import Need
from knowledge.settings import NeedsSettings
from knowledge.topics import Probabilities, TopicModel


@dataclass(frozen=True)
class Chances:
    """Probabilities of the topics; the last column of `whole` is off topic, `vector` its vector."""

    whole: Probabilities
    in_clause: Probabilities
    in_rest: Probabilities
    vector: Vectors


class NeedsReader:
    """Reads a message whole and in parts, so that a small second need isn't drowned."""

    def __init__(
        self, encoder: Encoder, topics: TopicModel, clauses: Clauses, settings: NeedsSettings
    ) -> None:
        self._encoder, self._topics = encoder, topics
        self._clauses, self._settings = clauses, settings

    def chances(self, text: str, possible: Probabilities) -> Chances:
        """What the topic model says; `possible` is a factor for each topic, 0 where excluded."""
        clauses = self._clauses(text)
        parts = clauses if len(clauses) > 1 else []
        vectors, read = self._read([text, *parts], possible)
        whole, in_parts = read[0], read[1:, :-1]
        if not parts:
            nothing = np.zeros_like(whole[:-1])
            return Chances(whole, nothing, nothing, vectors[0])
        strongest = int(np.argmax(in_parts[:, np.argmax(whole[:-1])]))
        in_rest = in_parts[1 - strongest]
        if len(parts) > 2:  # noqa: PLR2004 - of two clauses the other one has been read already
            rest = " ".join(part for number, part in enumerate(parts) if number != strongest)
            in_rest = self._read([rest], possible)[1][0, :-1]
        return Chances(whole, in_parts.max(axis=0), in_rest, vectors[0])

    def _read(self, texts: Sequence[str], possible: Probabilities) -> tuple[Vectors, Probabilities]:
        vectors = self._encoder.encode(texts)
        chances = self._topics.probabilities(texts, vectors)
        chances[:, :-1] *= possible
        return vectors, chances

    def likely(self, chances: Chances) -> tuple[Need, ...]:
        """The topics that play a part, best first; what a part says clearly counts as a need."""
        scores = np.where(self._clear(chances), self._settings.least_need, 0.0)
        scores = np.maximum(scores, chances.whole[:-1])
        best = np.argsort(-scores, kind="stable")[: self._settings.most_topics]
        return tuple(
            Need(self._topics.codes[column], float(scores[column]))
            for column in best
            if scores[column] >= self._settings.least_topic
        )

    def _clear(self, chances: Chances) -> Probabilities:
        settings = self._settings
        in_clause = chances.in_clause >= settings.least_in_clause
        return np.asarray(in_clause | (chances.in_rest >= settings.least_in_rest))

    def named(self, likely: Sequence[Need]) -> tuple[Need, ...]:
        """The needs that an answer names."""
        strong = [need for need in likely if need.score >= self._settings.least_need]
        return tuple(strong[: self._settings.most_needs]) or tuple(likely[:1])
