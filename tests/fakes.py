"""Fakes at the seams, worked out on paper."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from knowledge.build import Data, Knowledge
from knowledge.corpus import Corpus
from knowledge.encoder import Vectors
from knowledge.index import DenseIndex
from knowledge.lexical import LexicalIndex
from knowledge.models import Offer
from knowledge.search import Search
from knowledge.topics import Probabilities, TopicModel
from knowledge.understanding import Understander
from knowledge.utterances import OFF_TOPIC
from tests.small import CODES, lexicon, places, settings, taxonomy

AXES = {"debts": 0, "schulden": 0, "lonely": 1, "allein": 1, "shelter": 2, "frauenhaus": 2}
ELSE = 3  # the axis of texts without a known word


class FakeEncoder:
    """Each known word is an axis: one word gives a base vector, two an angle of 45 degrees."""

    name = "fake"

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors, shape (texts, 4)."""
        vectors = np.zeros((len(texts), ELSE + 1), dtype=np.float32)
        for row, text in enumerate(texts):
            words = (word.strip(".,!?") for word in text.casefold().split())
            for axis in {AXES[word] for word in words if word in AXES} or {ELSE}:
                vectors[row, axis] = 1.0
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        return np.asarray(vectors / lengths, dtype=np.float32)

    def learn(self, *_: object) -> None:
        """Nothing: the table is all it knows."""


class FakeTopics(TopicModel):
    """Gives the chances written down for the first known word that a text holds."""

    def __init__(self, chances: Mapping[str, Mapping[str, float]]) -> None:
        self.codes = (*CODES, OFF_TOPIC)
        self._chances = chances

    def probabilities(self, texts: Sequence[str], vectors: Vectors) -> Probabilities:
        """Shape (texts, topics + 1); zero for what is not written down."""
        told = [next((self._chances[k] for k in self._chances if k in text), {}) for text in texts]
        rows = [[row.get(code, 0.0) for code in self.codes] for row in told]
        return np.array(rows, dtype=np.float32).reshape(len(vectors), -1)


class FakeLexical(LexicalIndex):
    """The same scores for every message, in the order of the offers."""

    def __init__(self, scores: Sequence[float]) -> None:
        self._scores = np.array(scores)

    def scores(self, text: str) -> NDArray[np.float64]:  # noqa: ARG002 - the same for all
        """The scores that were given."""
        return self._scores


# Powers of two added up: exact in float32.
CHANCES: dict[str, dict[str, float]] = {
    "debts": {"debt_advice": 0.75, "loneliness": 0.125},
    "lonely": {"loneliness": 0.875},
    "beaten": {"shelter_women": 0.5, "debt_advice": 0.375},
    "violent": {"perpetrator_work": 0.75, "shelter_women": 0.125},
    "hmm": {"debt_advice": 0.0625, "loneliness": 0.03125},
    "weather": {OFF_TOPIC: 0.75, "loneliness": 0.25},
}


def understander() -> Understander:
    """Reads messages by the tables above."""
    return Understander(
        FakeEncoder(),
        FakeTopics(CHANCES),
        lexicon(),
        places(),
        settings(),
    )


def search(*offers: Offer, names: Sequence[float] = (), **rest: Any) -> Search:
    """A search over these offers; `names` are lexical scores, `clock` and weights may follow."""
    clock = {"clock": rest.pop("clock")} if "clock" in rest else {}
    corpus, encoder = Corpus(offers), FakeEncoder()
    vectors = encoder.encode([one.summary["de"] for one in offers])
    dense = DenseIndex.build(vectors, encoder.name, corpus.digest)
    lexical = FakeLexical(names or [0.0] * len(offers))
    parts = (corpus, places(), understander(), dense, lexical, settings(**rest))
    return Search(*parts, **clock)


def knowledge(*offers: Offer, **rest: Any) -> Knowledge:
    """These offers, the small tables, and the search over them."""
    data = Data(taxonomy(), Corpus(offers), places(), lexicon(), {}, (), ())
    return Knowledge(data, search(*offers, **rest), FakeEncoder.name)
