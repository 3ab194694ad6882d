"""The lexical side: names, abbreviations, compounds and typos, by character n-grams."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction.text import TfidfVectorizer

from knowledge.models import Offer
from knowledge.taxonomy import Taxonomy


class LexicalIndex:
    """Names of offers and of their topics as character n-grams."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._vectorizer = TfidfVectorizer(
            analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True, preprocessor=str.casefold
        )
        self._texts = self._vectorizer.fit_transform(texts)

    def scores(self, text: str) -> NDArray[np.float64]:
        """Cosine similarity of the message to every text, shape (texts,)."""
        message = self._vectorizer.transform([text])
        return np.asarray((self._texts @ message.T).todense()).ravel()


def names(offer: Offer, taxonomy: Taxonomy) -> str:
    """What an offer is called, by itself and by its field."""
    first = taxonomy.topic(offer.topics[0])
    return " ".join(
        [offer.name, *offer.alternate_names, offer.organization or "", first.labels["de"]]
    )


def description(offer: Offer, taxonomy: Taxonomy) -> str:
    """An offer in one text, for the encoder."""
    labels = ", ".join(taxonomy.topic(code).labels["de"] for code in offer.topics)
    return f"{offer.name}. {offer.summary['de']} {labels}."
