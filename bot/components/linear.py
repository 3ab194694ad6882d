"""A linear classifier over character n-grams and sentence vectors: light, fast to train."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

Vectors = np.ndarray[Any, np.dtype[np.float32]]


class LinearClassifier:
    """Logistic regression; rare labels weigh as much as frequent ones."""

    def __init__(self, rarest_ngram: int = 2, most_ngrams: int = 60_000, c: float = 10.0) -> None:
        self._vectorizer = TfidfVectorizer(
            analyzer="char_wb",
            ngram_range=(2, 5),
            min_df=rarest_ngram,
            max_features=most_ngrams,
            sublinear_tf=True,
        )
        self._model = LogisticRegression(C=c, class_weight="balanced", solver="liblinear")

    def fit(self, texts: Sequence[str], vectors: Vectors, labels: Sequence[str]) -> None:
        """Learns; `vectors` has shape (texts, dimension)."""
        self._vectorizer.fit(texts)
        self._model.fit(self._features(texts, vectors), labels)

    def chances(self, text: str, vector: Vectors) -> dict[str, float]:
        """The probability of each label, likeliest first; `vector` has shape (dimension,)."""
        row = self._model.predict_proba(self._features([text], vector.reshape(1, -1)))[0]
        pairs = zip(self._model.classes_.tolist(), row.tolist())
        return dict(sorted(pairs, key=lambda pair: -pair[1]))

    def _features(self, texts: Sequence[str], vectors: Vectors) -> csr_matrix:
        return hstack([self._vectorizer.transform(texts), csr_matrix(vectors)]).tocsr()
