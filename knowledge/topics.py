"""The topic model: one linear layer over character n-grams and the encoder's values.

Measured: together they find an accepted topic among three for 93% of unseen messages, where the
encoder alone finds 83% and the n-grams alone 86%.
"""

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import TfidfVectorizer

from knowledge.encoder import Vectors
from knowledge.errors import MissingBuildError
from knowledge.settings import TrainingSettings
from knowledge.utterances import OFF_TOPIC, Utterance

Probabilities = NDArray[np.float32]


class TopicModel:
    """Probabilities of the topics, and of being off topic, for a message."""

    def __init__(
        self,
        codes: Sequence[str],
        vectorizer: TfidfVectorizer,
        weights: dict[str, Vectors],
        temperature: float = 1.0,
    ) -> None:
        self.codes = tuple(codes)
        self._vectorizer = vectorizer
        self._weights = weights
        self._temperature = temperature

    def probabilities(self, texts: Sequence[str], vectors: Vectors) -> Probabilities:
        """Shape (texts, topics + 1); the last column is off topic."""
        words = self._vectorizer.transform(texts).astype(np.float32)
        scores = words @ self._weights["words"] + vectors @ self._weights["encoder"]
        scores = (scores + self._weights["bias"]) / self._temperature
        raised = np.exp(scores - scores.max(axis=1, keepdims=True))
        return np.asarray(raised / raised.sum(axis=1, keepdims=True), dtype=np.float32)

    def save(self, folder: Path) -> None:
        """Writes weights and vocabulary into a folder."""
        folder.mkdir(parents=True, exist_ok=True)
        arrays: dict[str, Any] = {"idf": self._vectorizer.idf_, **self._weights}
        np.savez(folder / "topics.npz", **arrays)
        vocabulary = {word: int(column) for word, column in self._vectorizer.vocabulary_.items()}
        recipe = {"codes": self.codes, "vocabulary": vocabulary}
        (folder / "topics.json").write_text(json.dumps(recipe, ensure_ascii=False))

    @classmethod
    def load(cls, folder: Path, temperature: float) -> "TopicModel":
        """The model of a folder; raises MissingBuildError."""
        path = folder / "topics.json"
        if not path.exists():
            raise MissingBuildError(path)
        recipe = json.loads(path.read_text())
        arrays = dict(np.load(folder / "topics.npz"))
        vectorizer = _vectorizer(vocabulary=recipe["vocabulary"])
        vectorizer.idf_ = arrays.pop("idf")
        return cls(recipe["codes"], vectorizer, arrays, temperature)


def train(
    utterances: Sequence[Utterance],
    vectors: Vectors,
    codes: Sequence[str],
    settings: TrainingSettings,
) -> TopicModel:
    """The model of these utterances, by L-BFGS; under a minute for 7,500 on two cores."""
    vectorizer = _vectorizer(min_df=settings.rarest_ngram, max_features=settings.most_ngrams)
    words = vectorizer.fit_transform([utterance.text for utterance in utterances])
    all_codes = (*codes, OFF_TOPIC)
    targets = _targets(utterances, all_codes, settings.share_of_also)
    targets *= _balance(utterances)[:, None]
    weights = _fit(words.astype(np.float32), vectors, targets, settings)
    return TopicModel(all_codes, vectorizer, weights)


def _vectorizer(**options: object) -> TfidfVectorizer:
    return TfidfVectorizer(
        analyzer="char_wb",
        ngram_range=(2, 5),
        sublinear_tf=True,
        preprocessor=str.casefold,
        dtype=np.float32,
        **options,
    )


def _targets(
    utterances: Sequence[Utterance], codes: Sequence[str], share: float
) -> NDArray[np.float32]:
    column = {code: number for number, code in enumerate(codes)}
    targets = np.zeros((len(utterances), len(codes)), dtype=np.float32)
    for row, utterance in enumerate(utterances):
        each = (1 - share * len(utterance.also)) / len(utterance.needs)
        targets[row, [column[code] for code in utterance.also]] = share
        targets[row, [column[code] for code in utterance.needs]] = each
    return targets


def _balance(utterances: Sequence[Utterance]) -> NDArray[np.float32]:
    """A weight for each utterance, mean 1, so that a topic with more of them is not likelier."""
    counts = Counter(utterance.topic for utterance in utterances)
    weights = np.array([1 / counts[utterance.topic] for utterance in utterances], np.float32)
    return np.asarray(weights / weights.mean(), dtype=np.float32)


def _fit(
    words: csr_matrix, vectors: Vectors, targets: NDArray[np.float32], settings: TrainingSettings
) -> dict[str, Vectors]:
    cells = words.tocoo()
    places = torch.from_numpy(np.stack([cells.row, cells.col]).astype(np.int64))
    sparse = torch.sparse_coo_tensor(
        places, torch.from_numpy(cells.data), cells.shape, check_invariants=True
    ).coalesce()
    dense, wanted = torch.from_numpy(vectors), torch.from_numpy(targets)
    count, topics = targets.shape
    layer = {
        "words": torch.zeros(words.shape[1], topics, requires_grad=True),
        "encoder": torch.zeros(vectors.shape[1], topics, requires_grad=True),
        "bias": torch.zeros(topics, requires_grad=True),
    }
    optimizer = torch.optim.LBFGS(
        list(layer.values()), max_iter=settings.steps, line_search_fn="strong_wolfe"
    )

    def loss() -> torch.Tensor:
        optimizer.zero_grad()
        scores = torch.sparse.mm(sparse, layer["words"]) + dense @ layer["encoder"] + layer["bias"]
        misfit = -(wanted * torch.log_softmax(scores, dim=1)).sum(dim=1).mean()
        penalty = settings.l2_words * layer["words"].square().sum()
        penalty = penalty + settings.l2_encoder * layer["encoder"].square().sum()
        total: torch.Tensor = misfit + penalty / count
        total.backward()  # type: ignore[no-untyped-call]  # torch leaves it untyped
        return total

    optimizer.step(loss)  # type: ignore[no-untyped-call]  # torch leaves it untyped
    return {name: weight.detach().numpy() for name, weight in layer.items()}
